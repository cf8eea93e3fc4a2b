"""Pairing paragraphs by hand: one waits for its partner in the other text, two are parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from driftline.gui.compare.row_content import Side, row_of_source
from driftline.gui.compare.spoken import side_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from driftline.gui.compare.row_layout import LaidRow
    from driftline.gui.compare.row_view import RowView


class Pairing(QObject):
    """What the reader says belongs together.

    `begun(which)`: a paragraph waits for its partner; `pin_requested(old offset, new offset,
    together)`: two paragraphs belong together, or do not.
    """

    begun = Signal(str)
    pin_requested = Signal(int, int, bool)

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: tuple[Side, int] | None = None

    @property
    def waits(self) -> bool:
        """Whether a paragraph waits for its partner."""
        return self._waiting is not None

    def places(self, laid: LaidRow) -> list[tuple[Side, int]]:
        """Where in a row the paragraph stands that waits: (column, block)."""
        if self._waiting is None:
            return []
        side, offset = self._waiting
        return [
            (column, index)
            for column in Side
            for index, block in enumerate(laid.blocks(column))
            if block.block.start_of(side) == offset
        ]

    def begin(self, side: Side, offset: int) -> None:
        """Let the paragraph at a source offset wait for its partner in the other text."""
        self._waiting = (side, offset)
        self._view.viewport().update()
        self.begun.emit(self._name(side, offset))

    def let_go(self) -> None:
        """No paragraph waits any more."""
        self._waiting = None
        self._view.viewport().update()

    def end(self, side: Side, offset: int) -> bool:
        """Pair the waiting paragraph with one of the other text; False when none waits there."""
        if self._waiting is None or self._waiting[0] is side:
            return False
        waiting, self._waiting = self._waiting[1], None
        old, new = (offset, waiting) if side is Side.OLD else (waiting, offset)
        self.pin_requested.emit(old, new, True)
        return True

    def part(self, row: int) -> bool:
        """Ask for the paragraphs of a row to be parted; False when one side has none."""
        content = self._view.rows[row]
        if not (content.old and content.new):
            return False
        self.pin_requested.emit(content.old[0].source_at(0), content.new[0].source_at(0), False)
        return True

    def pair_here(self) -> bool:
        """Begin or end a pair with the paragraph in which the reader is; False when in none."""
        here = self._view.here()
        if here is None:
            return False
        row, side, offset = here
        blocks = self._view.rows[row].blocks(side)
        start = next(b for b in blocks if b.block_offset(side, offset) is not None).start_of(side)
        offset = offset if start is None else start
        if not self.end(side, offset):
            self.begin(side, offset)
        return True

    def add_to(self, menu: QMenu, point: QPoint) -> None:
        """Offer what can be done with the paragraph under a point of the viewport."""
        found = self._view.position_at(point)
        if found is None:
            return
        side, offset = self._view.source_of(*found)
        start = self._view.walk(found[0]).block(found[1]).block.start_of(side)
        offset = offset if start is None else start
        menu.addSeparator()
        if self._waiting is not None and self._waiting[0] is not side:
            menu.addAction(
                self.tr("Pair with the paragraph chosen before"), lambda: self.end(side, offset)
            )
        menu.addAction(
            self.tr("Pair this paragraph with one of the other text…"),
            lambda: self.begin(side, offset),
        )
        row = self._view.row_at(point)
        if row is not None and self._view.rows[row].old and self._view.rows[row].new:
            menu.addAction(
                self.tr("These two paragraphs do not belong together"), lambda: self.part(row)
            )

    def _name(self, side: Side, offset: int) -> str:
        rows = self._view.rows
        row = row_of_source(rows, side, offset)
        blocks = () if row is None else rows[row].blocks(side)
        number = next((b.number for b in blocks if b.block_offset(side, offset) is not None), 0)
        name = side_name(side, redline=False)
        return f"{name[:1].upper()}{name[1:]}, ¶ {number}"
