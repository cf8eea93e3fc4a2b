"""A few words of a text with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.gui.models.entries import one_line

if TYPE_CHECKING:
    from driftline.engine.records import Span

#: Where words stand in the other text and none in this one.
PLACE = "▴"
#: Characters of context before a change; twice as many after it.
_CONTEXT = 16


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a text with what stands around them; `start` and `end` are code points."""

    text: str
    start: int
    end: int


def excerpt(text: str, span: Span, reach: int = _CONTEXT) -> Excerpt:
    """The words of a span with a few words of its paragraph around them, on one line.

    `reach` is how many characters stand before them; behind them stand twice as many.
    """
    before = text[max(0, span.start - 4 * reach) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + 4 * reach].partition("\n")[0]
    words = one_line(span.of(text))
    lead = one_line(before)[-reach:]
    if len(one_line(before)) > reach:
        # Where blanks part no words, a sign is as good a place as another.
        lead = "…" + (lead.partition(" ")[2] or lead)
    tail = one_line(after)
    if len(tail) > 2 * reach:
        tail = (tail[: 2 * reach].rpartition(" ")[0] or tail[: 2 * reach]) + "…"
    if lead and (before[-1:].isspace() or span.of(text)[:1].isspace()):
        lead += " "
    if tail and words and (after[:1].isspace() or span.of(text)[-1:].isspace()):
        tail = " " + tail
    return Excerpt(lead + words + tail, len(lead), len(lead) + len(words))
