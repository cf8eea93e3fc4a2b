"""The rows in which bookmarks stand, and the walk from one to the next. It knows no widget."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from driftline.review.documents import BOOKMARK_ROOM

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from driftline.gui.compare.row_content import RowContent, Side

#: A version and an offset into its source.
Spot = tuple["Side", int]

#: A row and how far down it a bookmark stands.
Place = tuple[int, float]
Step = tuple[Place | None, bool]


def rows_of(rows: Sequence[RowContent], spots: Sequence[Spot]) -> dict[int, tuple[Spot, ...]]:
    """The rows in which spots stand, in their order, each with its own from top to
    bottom.

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
    return {
        number: tuple(sorted(found[number], key=partial(share, rows[number])))
        for number in sorted(found)
    }


def stands_for(spot: Spot, side: Side, offset: int) -> bool:
    """Whether a bookmark set at a place is this one; near an end of a line it stands before it."""
    return spot[0] is side and 0 <= offset - spot[1] < BOOKMARK_ROOM


def share(content: RowContent, spot: Spot) -> float:
    """How far down a row a place of it is (0 to 1)."""
    blocks = content.blocks(spot[0])
    before = 0
    for block in blocks:
        at = block.block_offset(*spot)
        if at is not None:
            return (before + at) / max(1, sum(len(b.text) for b in blocks))
        before += len(block.text)
    return 0.0


class BookmarkWalk:
    """Goes from place to place. A step past an end first stops; the same step again wraps."""

    def __init__(self) -> None:
        self._stopped: tuple[Place, int] | None = None

    def step(self, places: Collection[Place], here: Place, direction: int) -> Step:
        """The next place after `here`, or (`direction` -1) the last before it.

        Gives (place, whether the step went round an end); no place when it stopped there.
        """
        ahead = [p for p in places if (p > here if direction > 0 else p < here)]
        if ahead:
            self._stopped = None
            return (min(ahead) if direction > 0 else max(ahead)), False
        if not places or self._stopped != (here, direction):
            self._stopped = (here, direction)
            return None, False
        self._stopped = None
        return (min(places) if direction > 0 else max(places)), True
