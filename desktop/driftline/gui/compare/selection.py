"""A selection in one column of the side-by-side view. Positions count UTF-16 units, as Qt does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from driftline.gui.compare.row_content import RowContent, Side, TextBlock
    from driftline.gui.compare.row_layout import LaidRow


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters: the row, the block in it, the UTF-16 unit in the block."""

    row: int
    block: int
    unit: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it was begun to the caret; the two may stand in either order, or be one."""

    side: Side
    anchor: Position
    caret: Position

    def to(self, caret: Position) -> Selection:
        """The same selection drawn to another place."""
        return replace(self, caret=caret)

    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def bounds(self) -> tuple[Position, Position]:
        """Its beginning and its end."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def ranges(self, row: int, laid: LaidRow) -> dict[tuple[Side, int], tuple[int, int]]:
        """What is selected in a row: (side, block) -> (start, end) in UTF-16 units."""
        first, last = self.bounds()
        found = {}
        for index, block in enumerate(laid.blocks(self.side)):
            whole = (row, index)
            if not (first.row, first.block) <= whole <= (last.row, last.block):
                continue
            length = block.offsets.to_qt(len(block.block.text))
            start = first.unit if whole == (first.row, first.block) else 0
            end = last.unit if whole == (last.row, last.block) else length
            if start < end:
                found[self.side, index] = (start, end)
        return found

    def stretches(
        self, content: Callable[[int], RowContent]
    ) -> Iterator[tuple[TextBlock, int, int]]:
        """What is selected, block by block: (block, start, end) in code points."""
        first, last = self.bounds()
        for row in range(first.row, last.row + 1):
            for index, block in enumerate(content(row).blocks(self.side)):
                whole = (row, index)
                if not (first.row, first.block) <= whole <= (last.row, last.block):
                    continue
                offsets = QtOffsets(block.text)
                start = offsets.from_qt(first.unit) if whole == (first.row, first.block) else 0
                end = len(block.text)
                if whole == (last.row, last.block):
                    end = offsets.from_qt(last.unit)
                if start < end:
                    yield block, start, end
