"""What stands between quotation marks, asked by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from driftline.engine.progress import Tick, idle
from driftline.engine.records import Span
from driftline.engine.segmentation.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.segmentation.marks import Marked

#: Its closing mark is missing; it goes on in the next paragraph; both marks are there.
UNCLOSED, CONTINUED, PAIRED = 1, 2, 3

_STRAIGHT = '"'


class Quoted:
    """The stretches between marks of one text, and which two marks are a pair.

    `together` are groups of neighbouring paragraphs within which marks may be pairs: a paragraph
    that one version splits in two holds its quotations whole in the other.
    """

    __slots__ = ("_ends", "_starts", "_sure", "inner_of", "pair_at")

    def __init__(
        self, text: CodedText, together: Iterable[tuple[int, ...]], tick: Tick = idle
    ) -> None:
        paragraphs = text.version.paragraphs
        spans = [
            Span(paragraphs[group[0]].span.start, paragraphs[group[-1]].span.end)
            for group in together
            if group
        ]
        #: Offset of a mark -> offset of its pair's opening mark, which names the pair.
        self.pair_at: dict[int, int] = {}
        #: Offset of an outermost pair's opening mark -> what stands between the two.
        self.inner_of: dict[int, Span] = {}
        inner: list[tuple[Span, int]] = []
        alone = len(spans) == len(paragraphs)
        for stretch in text.marks if alone else marked(text.text, spans, text.language, tick):
            start = stretch.span.start
            self.pair_at[start] = start
            if stretch.closed:
                self.pair_at[stretch.inner.end] = start
            if stretch.depth == 0:
                self.inner_of[start] = stretch.inner
                inner.append((stretch.inner, _sureness(stretch)))
        if _STRAIGHT in text.text:
            strays = self._strays(text.text, spans, [span for span, _ in inner])
            inner = sorted([*inner, *((span, PAIRED) for span in strays)])
        self._starts = [span.start for span, _ in inner]
        self._ends = [span.end for span, _ in inner]
        self._sure = [sure for _, sure in inner]

    def _strays(self, text: str, spans: list[Span], inner: list[Span]) -> list[Span]:
        """Stretches between straight marks set so oddly that they were paired with nothing."""
        known = [span.start for span in inner]
        found: list[Span] = []
        for span in spans:
            stray: list[int] = []
            at = text.find(_STRAIGHT, span.start, span.end)
            while at >= 0:
                k = bisect_right(known, at) - 1
                within = k >= 0 and at < inner[k].end
                if at not in self.pair_at and not within:
                    stray.append(at)
                at = text.find(_STRAIGHT, at + 1, span.end)
            for first, last in zip(stray[::2], stray[1::2], strict=False):
                self.pair_at[first] = self.pair_at[last] = first
                self.inner_of[first] = Span(first + 1, last)
                found.append(Span(first + 1, last))
        return found

    def mark(self, text: CodedText) -> str:
        """The code of a quotation mark; none when the text has no quotation."""
        first = next(iter(self.inner_of), None)
        return "" if first is None else text.codes[bisect_left(text.tokens.starts, first)]

    def within(self, text: CodedText, first: int, end: int) -> list[tuple[int, int]] | None:
        """The tokens, first and end, of what stands between two marks among some tokens.

        None where something between marks begins or ends outside of these.
        """
        if not self._starts or first >= end:
            return []
        starts, last = text.tokens.starts, text.tokens.ends[end - 1]
        found: list[tuple[int, int]] = []
        k = bisect_right(self._starts, starts[first]) - 1
        if k >= 0 and self._ends[k] > starts[first]:
            return None
        for at in range(k + 1, len(self._starts)):
            if self._starts[at] >= last:
                break
            if self._sure[at] != PAIRED or self._ends[at] >= last:
                return None
            x, x_end = (bisect_left(starts, end) for end in (self._starts[at], self._ends[at]))
            found.append((x, x_end))
        return found

    def holds(self, span: Span) -> int:
        """Whether a span lies between two marks; an empty span may touch them.

        0 is no; else how sure it is: `UNCLOSED`, `CONTINUED` or `PAIRED`.
        """
        if not self._starts:
            return 0
        k = bisect_right(self._starts, span.start) - 1
        if k < 0 or span.end > self._ends[k]:
            return 0
        return self._sure[k]


def _sureness(stretch: Marked) -> int:
    if stretch.closed:
        return PAIRED
    return CONTINUED if stretch.continued else UNCLOSED
