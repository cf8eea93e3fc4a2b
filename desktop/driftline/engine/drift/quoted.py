"""What stands between quotation marks, asked by offset."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from driftline.engine.segmentation.marks import marked

if TYPE_CHECKING:
    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.records import Span


class Quoted:
    """The stretches between marks of one text, and which two marks are a pair."""

    __slots__ = ("_ends", "_starts", "pair_at")

    def __init__(self, text: CodedText) -> None:
        spans = [paragraph.span for paragraph in text.version.paragraphs]
        self._starts: list[int] = []
        self._ends: list[int] = []
        #: Offset of a mark -> offset of its pair's opening mark, which names the pair.
        self.pair_at: dict[int, int] = {}
        for stretch in marked(text.text, spans, text.language):
            start = stretch.span.start
            self.pair_at[start] = start
            if stretch.closed:
                self.pair_at[stretch.inner.end] = start
            if stretch.depth == 0 and (stretch.closed or stretch.continued):
                self._starts.append(stretch.inner.start)
                self._ends.append(stretch.inner.end)

    def holds(self, span: Span) -> bool:
        """Whether a span lies between two marks; an empty span may touch them."""
        k = bisect_right(self._starts, span.start) - 1
        return k >= 0 and span.end <= self._ends[k]
