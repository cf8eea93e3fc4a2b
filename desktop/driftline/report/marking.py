"""Paints changes onto the paragraphs of one version, as runs with marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.records import Paragraph, Span, Version
from driftline.report.legible import CUT, EDGE, OVERRIDES, PICTURES, direction, shown, spaced
from driftline.report.model import Mark, Run, TextParagraph

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Stroke:
    """A mark to paint: on `span`, or at its start when it is empty.

    `glyph` is shown at a point instead of the plain sign that something is missing.
    """

    span: Span
    mark: Mark
    label: str = ""
    move: bool = False
    glyph: str = ""


class Canvas:
    """One version's paragraphs, with the strokes that fall on each.

    `kept` is the source's text at its own length: cut characters are `CUT`, controls are pictures.
    """

    def __init__(self, version: Version) -> None:
        self.version = version
        self.paragraphs: tuple[Paragraph, ...] = version.paragraphs
        self._starts = [p.span.start for p in version.paragraphs]
        self.kept = _with_cuts(version)
        self._strokes: dict[int, list[Stroke]] = {}

    def paragraph_at(self, offset: int) -> int | None:
        """The index of the paragraph an offset falls in, or ended last before it."""
        if not self.paragraphs:
            return None
        return max(bisect_right(self._starts, offset) - 1, 0)

    def trimmed(self, span: Span) -> Span:
        """The span without white space and cuts at its edges; empty at its start if all is so."""
        piece = span.of(self.kept)
        left = len(piece) - len(piece.lstrip(EDGE))
        right = len(piece.rstrip(EDGE))
        if left >= right:
            return Span(span.start, span.start)
        return Span(span.start + left, span.start + right)

    def touched(self, span: Span) -> list[int]:
        """The indices of the paragraphs that share a character with a span."""
        first = self.paragraph_at(span.start)
        found: list[int] = []
        if first is None:
            return found
        for index in range(first, len(self.paragraphs)):
            if self._starts[index] >= span.end:
                break
            if self.paragraphs[index].span.meets(span):
                found.append(index)
        return found

    def fills(self, span: Span) -> bool:
        """Whether a span is made of whole paragraphs."""
        inner = self.trimmed(span)
        indices = self.touched(inner) if len(inner) else []
        return bool(indices) and all(
            inner.holds(self.trimmed(self.paragraphs[i].span)) for i in indices
        )

    def text(self, start: int, end: int) -> str:
        """What is kept of a stretch, as it stands in the source."""
        return self.kept[max(start, 0) : end].replace(CUT, "")

    def paint(self, stroke: Stroke) -> None:
        """Remembers a stroke for the paragraphs it falls on."""
        span = stroke.span
        indices = self.touched(span) if len(span) else []
        for index in indices:
            inside = self.paragraphs[index].span
            part = Span(max(span.start, inside.start), min(span.end, inside.end))
            # A change of white space alone becomes a point.
            self._add(index, self.trimmed(part), stroke)
        nearest = None if indices else self.paragraph_at(span.start)
        if nearest is not None:
            self._add(nearest, Span(span.start, span.start), stroke)

    def _add(self, index: int, span: Span, stroke: Stroke) -> None:
        inside = self.paragraphs[index].span
        start = min(max(span.start, inside.start), inside.end)
        end = min(max(span.end, start), inside.end)
        piece = Stroke(Span(start, end), stroke.mark, stroke.label, stroke.move, stroke.glyph)
        self._strokes.setdefault(index, []).append(piece)

    def painted(self, index: int, *, moved: bool = False) -> TextParagraph:
        """One paragraph as runs; `moved` leaves out the marks of its own move."""
        paragraph = self.paragraphs[index]
        strokes = self._strokes.get(index, [])
        if moved:
            strokes = [s for s in strokes if not s.move]
        if strokes:
            runs = folded(self._sweep(paragraph.span, strokes))
        else:
            whole = shown(self.kept[paragraph.span.start : paragraph.span.end])
            runs = (Run(whole),) if whole else ()
        marks = {run.mark for run in runs if run.text}
        whole_mark = marks.pop() if len(marks) == 1 else Mark.SAME
        text = "".join(run.text for run in runs)
        return TextParagraph(index + 1, paragraph.role, runs, direction(text), whole_mark)

    def _sweep(self, inside: Span, strokes: list[Stroke]) -> list[Run]:
        """Cuts the paragraph where a stroke begins or ends; the inner stroke is seen."""
        solid = sorted((s for s in strokes if len(s.span)), key=lambda s: (s.span, s.move))
        points = sorted((s for s in strokes if not len(s.span)), key=lambda s: s.span.start)
        places = {inside.start, inside.end}
        for stroke in strokes:
            places |= {stroke.span.start, stroke.span.end}
        order = sorted(places)
        runs: list[Run] = []
        active: list[Stroke] = []
        following = point = 0
        for position, place in enumerate(order):
            ended = [s for s in active if s.span.end == place]
            active = [s for s in active if s.span.end > place]
            for stroke in ended:
                if runs and runs[-1].text and not runs[-1].label and not stroke.move:
                    last = runs[-1]
                    runs[-1] = Run(last.text, last.mark, last.moved, stroke.label)
                elif stroke.label:
                    runs.append(Run("", Mark.SAME, stroke.move, stroke.label))
            while point < len(points) and points[point].span.start == place:
                stroke = points[point]
                mark = stroke.mark if stroke.glyph else Mark.POINT
                runs.append(Run(stroke.glyph, mark, False, stroke.label))
                point += 1
            while following < len(solid) and solid[following].span.start <= place:
                active.append(solid[following])
                following += 1
            if position + 1 == len(order):
                break
            text = self.kept[place : order[position + 1]]
            plain = [s for s in active if not s.move]
            mark = plain[-1].mark if plain else Mark.SAME
            runs.append(Run(text, mark, len(plain) < len(active)))
        return runs


def folded(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with white space folded within and across them, empty ones left out."""
    made: list[Run] = []
    after_space = True
    for run in runs:
        text = run.text
        if not text.isprintable():
            text = text.translate(OVERRIDES)
        text = spaced(text)
        if after_space:
            text = text.lstrip(" ")
        if text:
            after_space = text.endswith(" ")
        if text or run.label or run.mark is Mark.POINT:
            made.append(Run(text, run.mark, run.moved, run.label))
    for place in range(len(made) - 1, -1, -1):
        run = made[place]
        if run.text:
            stripped = run.text.rstrip(" ")
            made[place] = Run(stripped, run.mark, run.moved, run.label)
            if stripped:
                break
    return tuple(r for r in made if r.text or r.label or r.mark is Mark.POINT)


def _with_cuts(version: Version) -> str:
    """The source's text with the cuts blanked out at the same length, controls pictured."""
    text = version.source.text
    pieces: list[str] = []
    position = 0
    for cut in version.cuts:
        pieces.append(text[position : cut.span.start].translate(PICTURES))
        pieces.append(CUT * len(cut.span))
        position = cut.span.end
    pieces.append(text[position:].translate(PICTURES))
    return "".join(pieces)
