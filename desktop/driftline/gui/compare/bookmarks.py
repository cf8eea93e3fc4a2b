"""The rows in which bookmarks stand, and the walk from one to the next. It knows no widget."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from driftline.gui.compare.row_content import RowContent, Side

#: A version and an offset into its source.
Spot = tuple["Side", int]


def rows_of(rows: Sequence[RowContent], spots: Sequence[Spot]) -> dict[int, tuple[Spot, ...]]:
    """The rows in which spots stand, in their order, each with its spots.

    A spot whose words are cut from the story stands in none.
    """
    found: dict[int, list[Spot]] = {}
    for side in dict.fromkeys(side for side, _ in spots):
        starts = sorted(
            (start, number)
            for number, content in enumerate(rows)
            for block in content.blocks(side)[:1]
            if (start := block.start_of(side)) is not None
        )
        for spot in spots:
            place = bisect_right(starts, (spot[1], len(rows))) - 1
            if spot[0] is not side or place < 0:
                continue
            number = starts[place][1]
            if any(b.block_offset(*spot) is not None for b in rows[number].blocks(side)):
                found.setdefault(number, []).append(spot)
    return {number: tuple(sorted(found[number], key=_offset)) for number in sorted(found)}


def _offset(spot: Spot) -> int:
    return spot[1]


class BookmarkWalk:
    """Goes from row to row. A step past an end first stops; the same step again wraps."""

    def __init__(self) -> None:
        self._stopped: tuple[int, int] | None = None

    def step(self, rows: Collection[int], here: int, direction: int) -> tuple[int | None, bool]:
        """The next row after `here`, or (`direction` -1) the last before it.

        Gives (row, whether the step went round an end); no row when it stopped there.
        """
        ahead = [row for row in rows if (row - here) * direction > 0]
        if ahead:
            self._stopped = None
            return (min(ahead) if direction > 0 else max(ahead)), False
        if not rows or self._stopped != (here, direction):
            self._stopped = (here, direction)
            return None, False
        self._stopped = None
        return (min(rows) if direction > 0 else max(rows)), True
