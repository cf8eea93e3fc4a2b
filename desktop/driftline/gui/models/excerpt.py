"""A few words of a text with what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from driftline.engine.records import Span
from driftline.gui.models.entries import Line, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Where words stand in the other text and none in this one.
PLACE = "▴"
#: Characters of context before a change; twice as many after it.
_CONTEXT = 16
#: Where blanks part no words, every sign is one.
_WORDS = re.compile(r"[\u2e80-\uffff]\s*|[^\s\u2e80-\uffff]+\s*")


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


def excerpts(one: str, other: str) -> tuple[Excerpt, Excerpt]:
    """Two texts, each on one line, around the words in which they differ."""
    words, words_other = _WORDS.findall(one), _WORDS.findall(other)
    first, last = _alike(words, words_other), _alike(words[::-1], words_other[::-1])
    # Words that stand twice in one are not to count from both ends.
    last = min(last, min(len(words), len(words_other)) - first)
    places = (
        (text, len("".join(its[:first])), len("".join(its[: len(its) - last])))
        for text, its in ((one, words), (other, words_other))
    )
    old, new = (excerpt(text, Span(*sorted((start, end)))) for text, start, end in places)
    return old, new


def _alike(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(words, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].strip() == pair[1].strip(), pairs))


def line_of(words: Excerpt, ink: str, sign: str, *, struck: bool = False) -> Line:
    """Some words of a text; where none stand between those around them, the text's own wedge."""
    text, start, end = words.text, words.start, words.end
    if start == end:
        text, end, struck = text[:start] + PLACE + text[start:], start + len(PLACE), False
    return Line(text, ink, struck, False, sign, (start, end))
