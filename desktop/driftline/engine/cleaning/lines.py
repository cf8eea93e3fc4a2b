"""The lines of a text, as the cleaner compares them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from driftline.engine.records import Block, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Item = TypeVar("_Item")
#: For comparing only: offsets always come from the text as read.
_FOLD = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
        "\ufeff": None, "\u00ad": None,
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    }
)  # fmt: skip
_EDGES = " \t:*•·●▪■◦‣⁃|«»‹›<>→←↓↑▶►◀▼▾▲+#_~="
_CONTENT = re.compile(r"\S(?:[^\n\r\x0b\x0c\x85\u2028\u2029]*\S)?")
#: The mark of a list item at the start of a line.
_ITEM = re.compile(r"(?:[-*•·▪‣◦–—]|\d{1,3}[.)])\s+\S")
#: Lines between two ticks: some hundredths of a second of work.
TICK = 500
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
#: Marks that close what a sentence ends in.
CLOSERS = "\"'”’»)]›*"


def folded(text: str) -> str:
    """A line as phrases are compared with it: lower case, plain marks, single spaces."""
    return " ".join(text.translate(_FOLD).lower().split()).strip(_EDGES)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or lines that were wrapped out of one, with more than white space in it.

    `span` leaves out the white space at its ends, `plain` is the folded text, `words` a count of
    white-space separated words, `gap` tells that an empty line stands before it; `block` is the
    piece of structure it was read from, where the format has such.
    """

    span: Span
    text: str
    plain: str
    words: int
    gap: bool
    block: Block | None = None

    @property
    def terminated(self) -> bool:
        """Whether it ends as a sentence does, closing marks aside."""
        return ends_sentence(self.text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or its like, closing marks aside."""
    return text.rstrip(CLOSERS + " \u00a0").endswith(_ENDS)


def _nothing() -> None:
    """What happens on a tick nobody waits for."""


def ticking(items: Iterable[_Item], tick: Callable[[], None]) -> Iterator[_Item]:
    """The items one by one, with a tick every thousand."""
    for number, item in enumerate(items):
        if number % TICK == 0:
            tick()
        yield item


def lines_of(source: Source, tick: Callable[[], None] = _nothing) -> list[Line]:
    """The lines of a source in order: its blocks where it has such, else its lines.

    Hard-wrapped plain text gives one line a paragraph. `tick` is called every few thousand lines.
    """
    text = source.text
    if source.blocks:
        return _from_blocks(source, tick)
    spans = [match.span() for match in ticking(_CONTENT.finditer(text), tick)]
    if not spans:
        return []
    gaps = _gaps(text, spans)
    if _hard_wrapped(text, spans, gaps):
        spans, gaps = _joined(text, spans, gaps)
    lines: list[Line] = []
    for (start, end), gap in ticking(zip(spans, gaps, strict=True), tick):
        lines.append(_line(text, start, end, gap))
    return lines


def _line(text: str, start: int, end: int, gap: bool, block: Block | None = None) -> Line:
    content = text[start:end]
    return Line(Span(start, end), content, folded(content), len(content.split()), gap, block)


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    last = 0
    gaps = []
    for start, end in spans:
        gaps.append(start - last > 1 and text.count("\n", last, start) > 1)
        last = end
    return gaps


def _from_blocks(source: Source, tick: Callable[[], None]) -> list[Line]:
    text = source.text
    found: list[Line] = []
    position = 0

    def loose(start: int, end: int) -> None:
        found.extend(
            _line(text, *match.span(), True) for match in _CONTENT.finditer(text, start, end)
        )

    for block in ticking(source.blocks, tick):
        start, end = max(block.span.start, position), block.span.end
        if end <= start:
            continue
        if start > position:
            loose(position, start)
        content = text[start:end]
        bare = content.strip()
        if bare:
            start += content.index(bare[0])
            gap = text.count("\n", position, start) > 1
            found.append(_line(text, start, start + len(bare), gap, block))
        position = end
    loose(position, len(text))
    return found


def _hard_wrapped(text: str, spans: list[tuple[int, int]], gaps: list[bool]) -> bool:
    """Whether lines end where a column ended: mails and old text files of 40 to 100 columns."""
    inner = [
        end - start
        for (start, end), closes in zip(spans, [*gaps[1:], True], strict=True)
        if not closes
    ]
    if len(inner) < 3 or sum(gaps) < 1:
        return False
    longest = max(end - start for start, end in spans)
    full = sum(length >= longest * 0.6 for length in inner)
    open_ends = sum(
        not ends_sentence(text[start:end])
        for (start, end), closes in zip(spans, [*gaps[1:], True], strict=True)
        if not closes
    )
    return 40 <= longest <= 100 and full >= 0.8 * len(inner) and open_ends >= 0.6 * len(inner)


def _joined(
    text: str, spans: list[tuple[int, int]], gaps: list[bool]
) -> tuple[list[tuple[int, int]], list[bool]]:
    joined: list[tuple[int, int]] = []
    kept: list[bool] = []
    for (start, end), gap in zip(spans, gaps, strict=True):
        if joined and not gap and not _ITEM.match(text, start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
            kept.append(gap)
    return joined, kept


def is_item(text: str) -> bool:
    """Whether a line begins with the mark of a list item."""
    return _ITEM.match(text) is not None


def in_quotes(text: str, position: int) -> bool:
    """Whether a place in a line stands between quotation marks that open and close in it.

    A curly or straight double mark counts; an opened mark that never closes counts as well, for a
    quotation of several paragraphs closes only in the last.
    """
    opened = text.count("“", 0, position) + text.count("„", 0, position)
    closed = text.count("”", 0, position)
    if "„" in text:
        closed = max(closed, text.count("“", 0, position) + text.count("”", 0, position))
        opened = text.count("„", 0, position)
    if opened > closed:
        return True
    if text.count("«", 0, position) > text.count("»", 0, position):
        return True
    return text.count('"', 0, position) % 2 == 1
