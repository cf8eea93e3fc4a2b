"""Versions made of plain text, for the tests of alignment and drift."""

from __future__ import annotations

import re

from driftline.engine.records import Edit, Kind, Paragraph, Role, Source, Span, Version

#: What a kind of change is on the way back, where that is another.
MIRRORED = {
    Kind.INSERTION: Kind.DELETION,
    Kind.DELETION: Kind.INSERTION,
    Kind.PARAGRAPH_SPLIT: Kind.PARAGRAPH_MERGE,
    Kind.PARAGRAPH_MERGE: Kind.PARAGRAPH_SPLIT,
    Kind.SENTENCE_SPLIT: Kind.SENTENCE_MERGE,
    Kind.SENTENCE_MERGE: Kind.SENTENCE_SPLIT,
}
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)


def version(text: str, *roles: Role) -> Version:
    """A version from which nothing is cut; the first paragraphs may have other roles than body."""
    spans = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    kinds = [*roles, *[Role.BODY] * len(spans)]
    paragraphs = tuple(Paragraph(s, r) for s, r in zip(spans, kinds, strict=False))
    return Version(Source("", "", "text/plain", "utf-8", text), (), paragraphs)


#: Eleven paragraphs of an invented story.
STORY = """\
A storm broke the harbour wall at Eskerby on Monday night and flooded the lower town.

Nobody was hurt. Firefighters brought twelve people out of their houses by boat, the mayor said.

The water came over the quay shortly before eleven and rose by a metre within the hour.

“We had no time to move the cars,” said Ann Thole, who runs the chandlery on Rope Street.

At the fish market four boats were thrown on the steps, and one of them sank at its mooring.

The council closed the bridge and told drivers to go round by the mill until further notice.

Engineers had warned in March that the harbour wall would not stand another winter.

A grant of £2.4 million was promised in the spring, but the work was put off until next year.

Schools stay shut on Tuesday. The library has been opened for people who cannot go home.

Trains to the coast run only as far as Ling Junction, and buses leave from there every hour.

The weather office expects the wind to fall during the night and the rain to end by noon."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without the blank lines between them."""
    return text.split("\n\n")


def applied(old: str, new: str, edits: tuple[Edit, ...]) -> str:
    """The old text with edits and moves carried out, without any white space."""
    moves = [edit for edit in edits if edit.kind is Kind.MOVE]
    others = sorted(
        (edit for edit in edits if edit.kind is not Kind.MOVE),
        key=lambda edit: (edit.a.start, edit.a.end, edit.b.start),
    )

    def moved_with(move: Edit, edit: Edit) -> bool:
        return (
            move.a.start <= edit.a.start
            and edit.a.end <= move.a.end
            and move.b.start <= edit.b.start
            and edit.b.end <= move.b.end
        )

    def carried(start: int, end: int, edits_here: list[Edit]) -> str:
        made: list[str] = []
        for edit in edits_here:
            made += (old[start : edit.a.start], "" if edit in moves else edit.b.of(new))
            start = max(start, edit.a.end)
        return _dense("".join([*made, old[start:end]]))

    staying = [e for e in others if not any(moved_with(move, e) for move in moves)]
    order = sorted([*staying, *moves], key=lambda e: (e.a.start, e.a.end, e.b.start))
    text = carried(0, len(old), order)
    for move in sorted(moves, key=lambda edit: edit.b.start):
        inner = [edit for edit in others if moved_with(move, edit)]
        at = len(_dense(new[: move.b.start]))
        text = text[:at] + carried(move.a.start, move.a.end, inner) + text[at:]
    return text


def _dense(text: str) -> str:
    return "".join(text.split())
