"""The places where the witnesses of a collation differ, as an editor reads them.

Columns are as narrow as the change of any one witness. Here what belongs together is one place: a
passage that is dropped or moved as a whole, the words of a sentence that the base text lacks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from driftline.engine.progress import often, silent
from driftline.engine.records import Edit, Kind, Severity, Span
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from driftline.engine.collation.apparatus import Collation, Column
    from driftline.engine.progress import Progress

#: The letter of a witness that has nothing where the base text has words.
NOTHING = -1
_GRAVITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
# They stand for passages as a whole, not for words.
_WHOLE = frozenset({Kind.MOVE, Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE})
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]\W*$")
_WORD = re.compile(r"\w")
_SET_OTHERWISE = (Kind.TYPOGRAPHY, Severity.LOW)
# What the base text lacks.
_NEW = ("new",)


@dataclass(frozen=True, slots=True)
class Wording:
    """What one witness has in a place; no text: it has nothing.

    Witnesses with the same `letter` (0, 1 ...) have the same words, be they set otherwise; 0 is
    the base text's. `spans` are its words in the witness. `kind` and `severity` are those of the
    gravest change that made it of the base text's, `edit` is that change where one was named.
    `again`: the words go with a passage that was dropped or moved in an earlier place.
    """

    text: str
    letter: int
    spans: tuple[Span, ...] = ()
    moved: bool = False
    kind: Kind | None = None
    severity: Severity | None = None
    edit: Edit | None = None
    again: bool = False

    @property
    def missing(self) -> bool:
        """Whether the witness has nothing where the base text has words."""
        return self.letter == NOTHING


@dataclass(frozen=True, slots=True)
class Variation:
    """A place where witnesses differ: its span in the base text, and the wording of each witness.

    The span is empty, at the place where the words would stand, where the base text has none. A
    passage dropped or moved in which others changed words is told once: it `goes_on` behind them.
    `changes` are what was done to the base text here.
    """

    span: Span
    wordings: tuple[Wording, ...]
    changes: frozenset[tuple[Kind, Severity]]
    goes_on: bool = False


@dataclass(slots=True)
class _Run:
    """Columns that are one place; `key` tells which may follow, None: no other."""

    columns: list[Column]
    key: tuple[object, ...] | None
    at: int


def variations(collation: Collation, progress: Progress = silent) -> tuple[Variation, ...]:
    """The places where the witnesses differ, in the order of the base text."""
    texts = [witness.kept_text() for witness in collation.witnesses]
    named = [_Named(edits) for edits in collation.edits]
    total = len(collation.columns)

    def tick() -> None:
        progress("readings", total, total)

    places = (
        _wordings(run, collation.base, texts, named)
        for run in often(_passages(_runs(collation)), tick)
    )
    return tuple(_told_once(places))


# ------------------------------------------------------------------------ columns to places


def _runs(collation: Collation) -> Iterator[_Run]:
    """Columns of one place together: words dropped or moved alike, those of one new sentence."""
    base = collation.base
    run: _Run | None = None
    at = 0
    for column in collation.columns:
        own = next((s for r in column.readings for w, s in r.witnesses if w == base), None)
        here = _Run([column], _key(column, base), own.start if own else at)
        if own is not None:
            at = own.end
        if run is not None and column.varies and _follows(run, column, here.key):
            run.columns.append(column)
            continue
        if run is not None:
            yield run
        run = here if column.varies else None
    if run is not None:
        yield run


def _key(column: Column, base: int) -> tuple[object, ...] | None:
    """What the columns of a run share."""
    if base in column.absent:
        return _NEW
    if any(reading.kind is not None for reading in column.readings):
        return None
    moved = tuple(sorted(w for r in column.readings if r.moved for w, _ in r.witnesses))
    return ("whole", column.absent, moved)


def _follows(run: _Run, column: Column, key: tuple[object, ...] | None) -> bool:
    if key is None or key != run.key:
        return False
    if key != _NEW:
        return True
    last = run.columns[-1]
    if set(last.absent) - set(column.absent) and set(column.absent) - set(last.absent):
        return False
    words = any(_WORD.search(reading.text) for reading in column.readings)
    return not words or not any(_SENTENCE_END.search(r.text) for r in last.readings)


def _passages(runs: Iterable[_Run]) -> Iterator[_Run]:
    """New sentences that follow each other and that the same witnesses have alike, as one place."""
    last: _Run | None = None
    who: tuple[int, ...] = ()
    for run in runs:
        its = _alike(run)
        if last is not None and its and its == who and run.at == last.at:
            last.columns += run.columns
            continue
        if last is not None:
            yield last
        last, who = run, its
    if last is not None:
        yield last


def _alike(run: _Run) -> tuple[int, ...]:
    """Who has the words of a new sentence, all of them alike; nobody where some differ."""
    if run.key != _NEW:
        return ()
    absent = {column.absent for column in run.columns}
    alike = all(len({_plain(r.text) for r in c.readings}) == 1 for c in run.columns)
    if len(absent) > 1 or not alike:
        return ()
    return tuple(sorted(w for r in run.columns[0].readings for w, _ in r.witnesses))


# ------------------------------------------------------------------------ what stands there


def _wordings(
    run: _Run, base: int, texts: Sequence[str], named: Sequence[_Named]
) -> tuple[Span, list[Wording], list[set[int]]]:
    """The place of a run in the base text, what each witness has there, and the edits by which it
    has them elsewhere, or not at all.
    """
    spans: list[list[Span]] = [[] for _ in texts]
    moved = [False] * len(texts)
    kinds: list[Kind | None] = [None] * len(texts)
    for column in run.columns:
        for reading in column.readings:
            for witness, span in reading.witnesses:
                spans[witness].append(span)
                moved[witness] |= reading.moved
                kinds[witness] = kinds[witness] or reading.kind
    pieces = [_pieces(text, found) for text, found in zip(texts, spans, strict=True)]
    words = [
        [piece.of(text).split() for piece in its] for text, its in zip(texts, pieces, strict=True)
    ]
    said = [" … ".join(" ".join(piece) for piece in its) for its in words]
    signs = ["".join("".join(piece) for piece in its) for its in words]
    place = (
        Span(pieces[base][0].start, pieces[base][-1].end) if said[base] else Span(run.at, run.at)
    )
    plain = [_plain(text) for text in signs]
    letters = {plain[base]: 0}
    wordings: list[Wording] = []
    acts: list[set[int]] = [set() for _ in said]
    for witness, text in enumerate(said):
        same, away = plain[witness] == plain[base], moved[witness]
        if witness == base or (signs[witness] == signs[base] and not away):
            wordings.append(Wording(text, 0, pieces[witness]))
            continue
        edits = named[witness].of(pieces[base], pieces[witness], moved=same and away)
        edit = min(edits, key=_gravity, default=None)
        if edit is not None and (away or not same or edit.kind is Kind.TYPOGRAPHY):
            both = text and said[base]
            kind, severity = _kind(edits, edit) if both else edit.kind, edit.severity
        else:
            kind, severity = _unnamed(text, kinds[witness], same=same, away=away)
        if kind is Kind.TYPOGRAPHY:
            letter = 0
        elif not text:
            letter = NOTHING
        else:
            letter = letters.setdefault(plain[witness], len(letters))
        wordings.append(Wording(text, letter, pieces[witness], away, kind, severity, edit))
        if not text or kind is Kind.MOVE:
            acts[witness] = {each.id for each in edits}
    return place, wordings, acts


def _unnamed(text: str, kind: Kind | None, *, same: bool, away: bool) -> tuple[Kind, Severity]:
    """What made a wording that no edit tells of; `kind` is what its column has it for."""
    if same:
        return (Kind.MOVE, Severity.MEDIUM) if away else _SET_OTHERWISE
    return kind or (Kind.PARAPHRASE if text else Kind.DELETION), Severity.MEDIUM


def _kind(edits: Sequence[Edit], gravest: Edit) -> Kind:
    """What all edits of a place come to: words put in here and left out there are other words."""
    kinds = {edit.kind for edit in edits} - {Kind.TYPOGRAPHY}
    one_sided = gravest.kind in (Kind.INSERTION, Kind.DELETION)
    return Kind.PARAPHRASE if one_sided and len(kinds) > 1 else gravest.kind


def _gravity(edit: Edit) -> tuple[bool, int, int]:
    """The gravest edit comes first, what is only typography last."""
    return edit.kind is Kind.TYPOGRAPHY, _GRAVITY[edit.severity], edit.id


def _told_once(
    places: Iterable[tuple[Span, list[Wording], list[set[int]]]],
) -> list[Variation]:
    """The places, without those that only go on with passages dropped or moved before."""
    found: list[Variation] = []
    told: dict[tuple[int, int], int] = {}
    for span, wordings, acts in places:
        begun: list[int] = []
        for witness, ids in enumerate(acts):
            firsts = {told.setdefault((witness, each), len(found)) for each in ids}
            if firsts and max(firsts) < len(found):
                begun += firsts
                wordings[witness] = replace(wordings[witness], again=True)
        changes = frozenset(
            (w.kind, w.severity) for w in wordings if w.kind and w.severity and not w.again
        )
        if changes:
            found.append(Variation(span, tuple(wordings), changes))
            continue
        for first in begun:
            found[first] = replace(found[first], goes_on=True)
    return found


def _pieces(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, those joined between which nothing stands."""
    pieces: list[Span] = []
    for span in spans:
        last = pieces[-1] if pieces else None
        if last and last.end <= span.start and not text[last.end : span.start].strip():
            pieces[-1] = Span(last.start, span.end)
        else:
            pieces.append(span)
    return tuple(pieces)


def _plain(text: str) -> str:
    """What stays of words when it does not matter how they are set."""
    return "".join(fold(text).casefold().replace("'", '"').split())


class _Named:
    """The edits of one witness by their places in both texts."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        words = [edit for edit in edits if edit.kind not in _WHOLE]
        self._old = _Placed((e.a, e) for e in words)
        self._new = _Placed((e.b, e) for e in words)
        self._moves = _Placed((e.b, e) for e in edits if e.kind is Kind.MOVE)

    def of(self, base: Sequence[Span], witness: Sequence[Span], *, moved: bool) -> list[Edit]:
        """The edits that touch one of these words; with `moved`, the moves they are part of."""
        if moved:
            return [edit for span in witness for edit in self._moves.meeting(span)]
        found = [edit for span in base for edit in self._old.meeting(span)]
        return found + [edit for span in witness for edit in self._new.meeting(span)]


class _Placed:
    """Edits by their places in one text, which do not overlap."""

    def __init__(self, places: Iterable[tuple[Span, Edit]]) -> None:
        self._places = sorted((place for place in places if place[0]), key=lambda p: p[0])

    def meeting(self, span: Span) -> Iterator[Edit]:
        """The edits that share a sign with a span."""
        at = bisect_right(self._places, span.start, key=lambda place: place[0].end)
        while at < len(self._places) and self._places[at][0].start < span.end:
            yield self._places[at][1]
            at += 1
