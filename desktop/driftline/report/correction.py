"""Drafts a correction note from changes the editor chose."""

from __future__ import annotations

import string
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.records import LAYOUT_KINDS, Kind
from driftline.report.legible import shown
from driftline.report.locale import locale
from driftline.report.marking import Canvas

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from driftline.engine.records import Comparison, Edit, Span

_FIELDS = frozenset({"old", "new", "speaker", "headline"})


@dataclass(frozen=True, slots=True)
class CorrectionTemplate:
    """The sentences of a note. `{old}` and `{new}` stand for the wording with a few words around.

    `quoted` may name the `{speaker}`; `headline` is for a changed headline. `opening` comes first
    where more than one change is told, and may name the `{headline}`.
    """

    replaced: str = (
        "An earlier version of this story said “{old}”; it has been corrected to “{new}”."
    )
    removed: str = "An earlier version of this story said “{old}”; this has been removed."
    added: str = "An earlier version of this story left out “{new}”; this has been added."
    moved: str = "A passage of this story has been moved: “{old}”."
    quoted: str = (
        "An earlier version of this story misquoted {speaker} as saying “{old}”; the quotation "
        "has been corrected to “{new}”."
    )
    quoted_unnamed: str = (
        "An earlier version of this story quoted “{old}”; the quotation has been corrected to "
        "“{new}”."
    )
    opening: str = ""
    separator: str = " "

    def checked(self) -> CorrectionTemplate:
        """The template itself; DriftlineError where it names a field that does not exist."""
        for sentence in (
            self.replaced,
            self.removed,
            self.added,
            self.moved,
            self.quoted,
            self.quoted_unnamed,
            self.opening,
        ):
            try:
                names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
            except ValueError:
                names = {"{"}
            if not names <= _FIELDS:
                raise DriftlineError(
                    f"The correction template “{sentence}” can't be used: only "
                    "{old}, {new}, {speaker} and {headline} may stand in braces."
                )
        return self


def worded(language: str, sentences: Mapping[str, str] | None = None) -> CorrectionTemplate:
    """The sentences of the house by their names, and the built-in ones of a language for the rest.

    What another version of the program has sentences for is left out.
    """
    say = locale(language)
    own = sentences or {}
    return CorrectionTemplate(
        **{f.name: own.get(f.name) or say(str(f.default)) for f in fields(CorrectionTemplate)}
    )


def correction(
    comparison: Comparison,
    chosen: Sequence[int],
    template: CorrectionTemplate | None = None,
) -> str:
    """A draft of the note for the edits with these ids, in the order of the story.

    Typography and the division into paragraphs are no matter for a correction and are left out; an
    empty text means there is nothing to correct.
    """
    template = (template or CorrectionTemplate()).checked()
    wanted = set(chosen)
    edits = [e for e in comparison.edits if e.id in wanted and e.kind not in LAYOUT_KINDS]
    drafter = _Drafter(comparison, template)
    sentences = list(dict.fromkeys(drafter.sentence(edit) for edit in edits))
    if len(sentences) > 1 and template.opening:
        sentences.insert(0, template.opening.format(headline=drafter.headline()))
    return template.separator.join(sentence for sentence in sentences if sentence)


class _Drafter:
    def __init__(self, comparison: Comparison, template: CorrectionTemplate) -> None:
        self.comparison = comparison
        self.template = template
        self.old, self.new = Canvas(comparison.old), Canvas(comparison.new)

    def headline(self) -> str:
        span = self.comparison.new.metadata.headline
        return shown(span.of(self.comparison.new.source.text)) if span else ""

    def sentence(self, edit: Edit) -> str:
        template = self.template
        old, new = self._phrase(self.old, edit.a), self._phrase(self.new, edit.b)
        if edit.kind is Kind.MOVE:
            return template.moved.format(old=_brief(shown(self.old.text(edit.a.start, edit.a.end))))
        if edit.in_quote:
            speaker = self._speaker(edit)
            sentence = template.quoted if speaker else template.quoted_unnamed
            return sentence.format(old=old, new=new, speaker=speaker)
        if self.old.fills(edit.a) and not len(edit.b):
            return template.removed.format(old=_brief(old))
        if self.new.fills(edit.b) and not len(edit.a):
            return template.added.format(new=_brief(new))
        return template.replaced.format(old=old, new=new)

    def _phrase(self, canvas: Canvas, span: Span) -> str:
        """The words of a span with up to four words on either side, inside its sentence."""
        place = canvas.paragraph_at(span.start)
        if place is None or (len(span) and canvas.fills(span)):
            return _brief(shown(canvas.text(span.start, span.end)))
        inside = canvas.paragraphs[place].span
        before = canvas.text(max(inside.start, span.start - 80), span.start)
        after = canvas.text(span.end, min(max(inside.end, span.end), span.end + 80))
        words = canvas.text(span.start, span.end)
        return shown(_last(before) + words + _first(after)).strip("“”\"' ,;")

    def _speaker(self, edit: Edit) -> str:
        for found, span in (
            (self.comparison.new_quotations, edit.b),
            (self.comparison.old_quotations, edit.a),
        ):
            for quotation in found.quotations:
                if quotation.span.start <= span.start and span.end <= quotation.span.end:
                    return shown(quotation.reference or quotation.speaker)
        return ""


def _last(text: str, words: int = 4) -> str:
    """The last words of a text, no further back than a sentence or quotation mark."""
    for place in range(len(text) - 1, -1, -1):
        if text[place] in '“”"\n' or (text[place] in ".!?" and place + 1 < len(text)):
            text = text[place + 1 :]
            break
    kept = text.split()[-words:]
    tail = text[len(text.rstrip()) :]
    return (" ".join(kept) + tail) if kept else tail


def _first(text: str, words: int = 4) -> str:
    """The first words of a text, no further on than a sentence or quotation mark."""
    for place, char in enumerate(text):
        if char in '“”"\n' or (char in ".!?" and not text[place + 1 : place + 2].isalnum()):
            text = text[:place]
            break
    kept = text.split()[:words]
    head = text[: len(text) - len(text.lstrip())]
    return (head + " ".join(kept)) if kept else ""


def _brief(text: str, limit: int = 160) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0] + " …"
