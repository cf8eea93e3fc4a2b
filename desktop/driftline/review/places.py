"""A place the editor touched in a text, found again when the text changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from driftline.engine.records import Span
from driftline.review.anchors import REACH, Neighbours

#: Longer stretches are known by so many characters of their beginning and of their end.
_EDGE = 80

#: How many equal stretches of one text are weighed against each other.
_OCCURRENCES = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document's text and what it says.

    `span` is None while the text does not hold these words (they come back with a later reload).
    `head` and `tail` are its first and last characters (`tail` empty when `head` is all of it),
    `length` counts its characters, `near` its neighbouring words.
    """

    span: Span | None
    head: str
    tail: str
    length: int
    near: bytes

    def to_json(self) -> list[Any]:
        """The place as plain values."""
        span = [self.span.start, self.span.end] if self.span else None
        return [span, self.head, self.tail, self.length, self.near.hex()]

    @classmethod
    def from_json(cls, value: list[Any]) -> Place:
        """The place `to_json` gave."""
        span, head, tail, length, near = value
        return cls(Span(*span) if span else None, head, tail, length, bytes.fromhex(near))


def place(text: str, span: Span) -> Place:
    """The place of a span in a text; a span outside the text is clipped to it."""
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    words = text[start:end]
    whole = len(words) <= 2 * _EDGE
    return Place(
        Span(start, end),
        words if whole else words[:_EDGE],
        "" if whole else words[-_EDGE:],
        len(words),
        Neighbours(text).around(Span(start, end)),
    )


def point(text: str, offset: int, least: int = 0) -> Place:
    """The place that begins at an offset: known by the words that follow it on its line.

    Where fewer than `least` characters follow it begins earlier on the line.
    """
    end = text.find("\n", offset, offset + _EDGE)
    end = min(offset + _EDGE, len(text)) if end < 0 else end
    begin = text.rfind("\n", 0, offset) + 1
    return place(text, Span(min(offset, max(begin, end - least)), end))


def find(known: Place, text: str) -> Place:
    """The same place in another text; its `span` is None when the words are not there.

    Of several equal stretches the one with the most equal neighbours is taken, then the nearest.
    """
    best: tuple[int, int, Span] | None = None
    words = Neighbours(text)
    was = known.span.start if known.span else 0
    start = text.find(known.head) if known.head else -1
    for _ in range(_OCCURRENCES):
        if start < 0:
            break
        end = _end(known, text, start)
        if end is not None:
            span = Span(start, end)
            near = words.around(span)
            equal = sum(
                near[2 * i : 2 * i + 2] == known.near[2 * i : 2 * i + 2] for i in range(2 * REACH)
            )
            offer = (equal, -abs(start - was), span)
            if best is None or offer > best:
                best = offer
        start = text.find(known.head, start + 1)
    if best is None:
        return replace(known, span=None)
    return place(text, best[2])


def _end(known: Place, text: str, start: int) -> int | None:
    if not known.tail:
        return start + len(known.head)
    # Words inside a long stretch may have changed; its two ends must not drift far apart.
    reach = start + known.length + max(_EDGE, known.length // 2)
    found = text.find(known.tail, start + len(known.head), reach)
    return found + len(known.tail) if found >= 0 else None
