"""Where a caret goes in one column of the view: by sign, word, line and page."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, QTextBoundaryFinder
from PySide6.QtGui import QKeySequence, QTextLine

from driftline.gui.compare.row_layout import x_of
from driftline.gui.compare.selection import Position
from driftline.report.legible import direction

if TYPE_CHECKING:
    from driftline.gui.compare.row_content import RowContent, Side
    from driftline.gui.compare.row_layout import LaidBlock, LaidRow


class Move(Enum):
    """A way for the caret to go; left and right are what is seen, whatever way the text runs."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    START = auto()
    END = auto()


_Key = QKeySequence.StandardKey

#: The platform's keys for each: to go there, and to select up to there.
KEYS = {
    Move.LEFT: (_Key.MoveToPreviousChar, _Key.SelectPreviousChar),
    Move.RIGHT: (_Key.MoveToNextChar, _Key.SelectNextChar),
    Move.WORD_LEFT: (_Key.MoveToPreviousWord, _Key.SelectPreviousWord),
    Move.WORD_RIGHT: (_Key.MoveToNextWord, _Key.SelectNextWord),
    Move.UP: (_Key.MoveToPreviousLine, _Key.SelectPreviousLine),
    Move.DOWN: (_Key.MoveToNextLine, _Key.SelectNextLine),
    Move.LINE_START: (_Key.MoveToStartOfLine, _Key.SelectStartOfLine),
    Move.LINE_END: (_Key.MoveToEndOfLine, _Key.SelectEndOfLine),
    Move.PAGE_UP: (_Key.MoveToPreviousPage, _Key.SelectPreviousPage),
    Move.PAGE_DOWN: (_Key.MoveToNextPage, _Key.SelectNextPage),
    Move.START: (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument),
    Move.END: (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument),
}
VERTICAL = frozenset({Move.UP, Move.DOWN, Move.PAGE_UP, Move.PAGE_DOWN})


class _Words:
    """The word boundaries of a block, as Unicode (UAX 29) sets them, in UTF-16 units."""

    def __init__(self, block: LaidBlock) -> None:
        self._block = block
        text = block.layout.text()
        self._finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
        self._length = block.offsets.to_qt(len(text))

    def start(self, unit: int) -> int:
        """Where the word begins that holds or begins at a unit."""
        self._finder.setPosition(unit)
        if unit < self._length and self._finder.isAtBoundary():
            return unit
        return max(0, self._finder.toPreviousBoundary())

    def end(self, start: int) -> int:
        """Where the word ends that begins at a unit."""
        self._finder.setPosition(start)
        end = self._finder.toNextBoundary()
        return self._length if end < 0 else end

    def is_blank(self, start: int, end: int) -> bool:
        """Whether there is nothing but white space between two units."""
        offsets = self._block.offsets
        return self._block.block.text[offsets.from_qt(start) : offsets.from_qt(end)].isspace()

    def onward(self, unit: int) -> int:
        """Where the next word begins."""
        unit = self.end(unit)
        return self.end(unit) if self.is_blank(unit, self.end(unit)) else unit

    def back(self, unit: int) -> int:
        """Where the word before begins."""
        if unit == 0:
            return 0
        start = self.start(unit - 1)
        return self.start(start - 1) if start and self.is_blank(start, unit) else start


class Texts(Protocol):
    """What the caret walks in."""

    def row_count(self) -> int:
        """How many rows there are."""

    def content(self, row: int) -> RowContent:
        """What stands in a row."""

    def lay_out(self, row: int) -> LaidRow:
        """A row laid out."""


class CaretWalk:
    """The places of one column."""

    def __init__(self, texts: Texts, side: Side) -> None:
        self._texts = texts
        self._side = side

    def block(self, position: Position) -> LaidBlock:
        """The block a position is in."""
        return self._texts.lay_out(position.row).blocks(self._side)[position.block]

    def box(self, position: Position) -> QRectF:
        """Where the caret stands: x from the column's edge, y from the row's top, no width."""
        block = self.block(position)
        line = block.layout.lineForTextPosition(position.unit)
        x = x_of(line, position.unit)
        return QRectF(x, block.y + line.y(), 0, line.height())

    def go(self, position: Position, move: Move, goal: float, page: float) -> Position:
        """The place a move leads to; `goal` is the x that lines are met at, `page` in pixels."""
        if move in (Move.LEFT, Move.RIGHT):
            return self._sideways(position, move)
        if move in (Move.WORD_LEFT, Move.WORD_RIGHT):
            return self._by_word(position, move)
        if move in (Move.UP, Move.DOWN):
            return self._by_line(position, 1 if move is Move.DOWN else -1, goal)
        if move in (Move.PAGE_UP, Move.PAGE_DOWN):
            return self._by_page(position, 1 if move is Move.PAGE_DOWN else -1, goal, page)
        if move is Move.LINE_START:
            layout = self.block(position).layout
            unit = layout.lineForTextPosition(position.unit).textStart()
            return Position(position.row, position.block, unit)
        if move is Move.LINE_END:
            block = self.block(position)
            number = block.layout.lineForTextPosition(position.unit).lineNumber()
            return Position(position.row, position.block, _end_of_line(block, number))
        return self.first() or position if move is Move.START else self.last() or position

    def first(self) -> Position | None:
        """The beginning of the column; None when it is empty."""
        for row in range(self._texts.row_count()):
            if self._texts.content(row).blocks(self._side):
                return Position(row, 0, 0)
        return None

    def last(self) -> Position | None:
        """The end of the column; None when it is empty."""
        for row in reversed(range(self._texts.row_count())):
            blocks = self._texts.content(row).blocks(self._side)
            if blocks:
                return self._end_of(Position(row, len(blocks) - 1, 0))
        return None

    def at(self, row: int, x: float, y: float, *, on_sign: bool = False) -> Position | None:
        """The place in a row nearest to a point (from the column's edge and the row's top).

        With `on_sign` it is the place before the sign under the point.
        """
        blocks = self._texts.lay_out(row).blocks(self._side)
        if not blocks:
            return None
        index = max((n for n, block in enumerate(blocks) if y >= block.y), default=0)
        layout = blocks[index].layout
        number = 0
        while (
            number < layout.lineCount() - 1 and y - blocks[index].y >= layout.lineAt(number + 1).y()
        ):
            number += 1
        return Position(row, index, _unit_at(blocks[index], number, x, on_sign=on_sign))

    def paragraph(self, position: Position) -> tuple[Position, Position]:
        """The beginning and the end of the block a position is in."""
        start = Position(position.row, position.block, 0)
        return start, self._end_of(start)

    def word(self, position: Position) -> tuple[Position, Position]:
        """The beginning and the end of the word at a position, without the blanks after it."""
        words = _Words(self.block(position))
        start = words.start(position.unit)
        end = words.end(start)
        if start and words.is_blank(start, end):
            start, end = words.start(start - 1), start
        return (
            Position(position.row, position.block, start),
            Position(position.row, position.block, end),
        )

    def runs_left(self, position: Position) -> bool:
        """Whether the text at a position runs from right to left."""
        return _runs_left(self.block(position))

    def _end_of(self, position: Position) -> Position:
        block = self.block(position)
        return Position(position.row, position.block, block.offsets.to_qt(len(block.block.text)))

    def _beside(self, position: Position, step: int) -> Position | None:
        """The beginning of the next block of the column, or of the one before."""
        index = position.block + step
        row = position.row
        blocks = len(self._texts.content(row).blocks(self._side))
        while not 0 <= index < blocks:
            row += step
            if not 0 <= row < self._texts.row_count():
                return None
            blocks = len(self._texts.content(row).blocks(self._side))
            index = 0 if step > 0 else blocks - 1
        return Position(row, index, 0)

    def _sideways(self, position: Position, move: Move) -> Position:
        block = self.block(position)
        right = move is Move.RIGHT
        step = block.layout.rightCursorPosition if right else block.layout.leftCursorPosition
        unit = step(position.unit)
        if unit != position.unit:
            return Position(position.row, position.block, unit)
        onward = right is not _runs_left(block)
        return self._over(position, onward)

    def _by_word(self, position: Position, move: Move) -> Position:
        block = self.block(position)
        onward = (move is Move.WORD_RIGHT) is not _runs_left(block)
        words = _Words(block)
        unit = words.onward(position.unit) if onward else words.back(position.unit)
        if unit != position.unit:
            return Position(position.row, position.block, unit)
        return self._over(position, onward)

    def _over(self, position: Position, onward: bool) -> Position:
        """Over the edge of a block: to the beginning of the next, or the end of the one before."""
        beside = self._beside(position, 1 if onward else -1)
        if beside is None:
            return position
        return beside if onward else self._end_of(beside)

    def _by_line(self, position: Position, step: int, goal: float) -> Position:
        block = self.block(position)
        number = block.layout.lineForTextPosition(position.unit).lineNumber() + step
        if not 0 <= number < block.layout.lineCount():
            beside = self._beside(position, step)
            if beside is None:
                return (
                    self._end_of(position)
                    if step > 0
                    else Position(position.row, position.block, 0)
                )
            position, block = beside, self.block(beside)
            number = 0 if step > 0 else block.layout.lineCount() - 1
        return Position(position.row, position.block, _unit_at(block, number, goal))

    def _by_page(self, position: Position, step: int, goal: float, page: float) -> Position:
        left = page
        while left > 0:
            further = self._by_line(position, step, goal)
            if further == position:
                break
            left -= self._apart(position, further)
            position = further
        return position

    def _apart(self, one: Position, two: Position) -> float:
        first, last = min(one, two), max(one, two)
        between = sum(self._texts.lay_out(row).height for row in range(first.row, last.row))
        return max(1.0, between + self.box(last).top() - self.box(first).top())


def _runs_left(block: LaidBlock) -> bool:
    return block.mixed and direction(block.block.text) == "rtl"


def _end_of_line(block: LaidBlock, number: int) -> int:
    """The last place of a line that is still on it: before the blank at which it breaks."""
    line = block.layout.lineAt(number)
    end = line.textStart() + line.textLength()
    if number < block.layout.lineCount() - 1:
        end = block.layout.previousCursorPosition(end)
    return end


def _unit_at(block: LaidBlock, number: int, x: float, *, on_sign: bool = False) -> int:
    line = block.layout.lineAt(number)
    near = QTextLine.CursorPosition.CursorBetweenCharacters
    if on_sign:
        near = QTextLine.CursorPosition.CursorOnCharacter
    return min(line.xToCursor(x, near), _end_of_line(block, number))
