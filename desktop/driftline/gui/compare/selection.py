"""A selection in one column of the side-by-side view. Positions count UTF-16 units, as Qt does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.gui.compare.row_content import RowContent, Side
    from driftline.gui.compare.row_layout import LaidRow


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters: the row, the block in it, the UTF-16 unit in the block."""

    row: int
    block: int
    unit: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From where the mouse went down to where it is; the two may stand in either order."""

    side: Side
    anchor: Position
    caret: Position

    @classmethod
    def word(cls, side: Side, position: Position, laid: LaidRow) -> Selection:
        """The word at a position."""
        block = laid.blocks(side)[position.block]
        mode = QTextLayout.CursorMode.SkipWords
        end = block.layout.nextCursorPosition(position.unit, mode)
        start = block.layout.previousCursorPosition(end, mode)
        first, last = block.offsets.from_qt(start), block.offsets.from_qt(end)
        end = start + block.offsets.span(first, first + len(block.block.text[first:last].rstrip()))
        return cls(side, replace(position, unit=start), replace(position, unit=end))

    @classmethod
    def everything(cls, side: Side, rows: Sequence[RowContent]) -> Selection | None:
        """The whole column; None when it is empty."""
        filled = [i for i, row in enumerate(rows) if row.blocks(side)]
        if not filled:
            return None
        blocks = rows[filled[-1]].blocks(side)
        end = QtOffsets(blocks[-1].text).to_qt(len(blocks[-1].text))
        return cls(side, Position(filled[0], 0, 0), Position(filled[-1], len(blocks) - 1, end))

    def to(self, caret: Position) -> Selection:
        """The same selection drawn to another place."""
        return replace(self, caret=caret)

    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def _bounds(self) -> tuple[Position, Position]:
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def ranges(self, row: int, laid: LaidRow) -> dict[tuple[Side, int], tuple[int, int]]:
        """What is selected in a row: (side, block) -> (start, end) in UTF-16 units."""
        first, last = self._bounds()
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

    def text(self, rows: Sequence[RowContent]) -> str:
        """The selected words; paragraphs are parted by a blank line."""
        first, last = self._bounds()
        parts = []
        for row in range(first.row, last.row + 1):
            for index, block in enumerate(rows[row].blocks(self.side)):
                whole = (row, index)
                if not (first.row, first.block) <= whole <= (last.row, last.block):
                    continue
                offsets = QtOffsets(block.text)
                start = offsets.from_qt(first.unit) if whole == (first.row, first.block) else 0
                end = len(block.text)
                if whole == (last.row, last.block):
                    end = offsets.from_qt(last.unit)
                if start < end:
                    parts.append(block.text[start:end])
        return "\n\n".join(parts)
