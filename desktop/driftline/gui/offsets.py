"""Between Python's offsets and Qt's: the only module that converts them.

Python counts code points; Qt counts UTF-16 units, so every character beyond U+FFFF (an emoji, a
rare Chinese sign) shifts all that follows it by one.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class QtOffsets:
    """Converts offsets of one text, either way."""

    __slots__ = ("_astral", "_astral_units")

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [m.start() for m in _ASTRAL.finditer(text)]
        # Where each of those characters stands in UTF-16 units.
        self._astral_units = [i + n for n, i in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """UTF-16 units before a code-point offset."""
        return offset + bisect_left(self._astral, offset)

    def pair(self, start: int, end: int) -> tuple[int, int]:
        """Two code-point offsets in UTF-16 units."""
        return self.to_qt(start), self.to_qt(end)

    def span(self, start: int, end: int) -> int:
        """UTF-16 units between two code-point offsets."""
        return self.to_qt(end) - self.to_qt(start)

    def from_qt(self, units: int) -> int:
        """Code points before an offset in UTF-16 units; inside a pair, the pair's start."""
        return units - bisect_left(self._astral_units, units) if units else 0
