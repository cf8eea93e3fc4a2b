"""Where the rows are: heights, sums and the reader's place. It knows no widget.

Heights are pixels. A row's height is an estimate until it has been laid out; the view, the gutter,
the overview ruler and the tests all ask the same geometry.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Place:
    """The reader's place: pixels below the top of a row. It survives every change of heights."""

    row: int = 0
    offset: int = 0


class RowGeometry:
    """Row heights with sums per block, so that a far row is found without walking all before it."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._exact = bytearray(len(self._heights))
        self._sums = [
            sum(self._heights[i : i + _BLOCK]) for i in range(0, len(self._heights), _BLOCK)
        ]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return sum(self._sums)

    def height(self, row: int) -> int:
        """The height of a row, exact or estimated."""
        return self._heights[row]

    def is_exact(self, row: int) -> bool:
        """Whether the row has been laid out."""
        return bool(self._exact[row])

    def first_estimated(self, start: int = 0) -> int | None:
        """The first row from `start` on that has not been laid out."""
        found = self._exact.find(0, start)
        return None if found < 0 else found

    def settle(self, row: int, height: int) -> int:
        """Replace an estimate by the exact height; gives the difference in pixels."""
        change = height - self._heights[row]
        self._heights[row] = height
        self._sums[row // _BLOCK] += change
        self._exact[row] = 1
        return change

    def top(self, row: int) -> int:
        """Pixels above a row; `len(self)` gives the total."""
        block = row // _BLOCK
        return sum(self._sums[:block]) + sum(self._heights[block * _BLOCK : row])

    def tops(self) -> list[int]:
        """Pixels above each row, and the total."""
        return list(accumulate(self._heights, initial=0))

    def place_at(self, y: int) -> Place:
        """The place at a height, kept inside the rows."""
        if not self._heights:
            return Place()
        left = max(0, y)
        block = 0
        while block < len(self._sums) - 1 and left >= self._sums[block]:
            left -= self._sums[block]
            block += 1
        row = block * _BLOCK
        while row < len(self._heights) - 1 and left >= self._heights[row]:
            left -= self._heights[row]
            row += 1
        return Place(row, min(left, self._heights[row]))

    def y_of(self, place: Place) -> int:
        """The height of a place."""
        return self.top(place.row) + place.offset
