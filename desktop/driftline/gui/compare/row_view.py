"""The two texts side by side, as the reader handles them: selecting, copying, asking, finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from driftline.gui import labels
from driftline.gui.compare import row_painter
from driftline.gui.compare.row_canvas import RowCanvas
from driftline.gui.compare.row_content import Mark, RowContent, RowKind, Side
from driftline.gui.compare.row_layout import GUTTER, LaidRow
from driftline.gui.compare.row_painter import Highlight
from driftline.gui.compare.selection import Position, Selection
from driftline.gui.compare.text_search import Hit, find_in_rows
from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts


class RowView(RowCanvas):
    """Shows rows; knows nothing of documents, jobs or panes.

    `change_clicked(edit id)` when a marked word is clicked, `fold_clicked()` when the place of
    folded paragraphs is. `pair_begun()`: a paragraph waits for
    its partner; `pin_requested(old offset, new offset, together)`: two paragraphs belong together,
    or do not.
    """

    change_clicked = Signal(int)
    fold_clicked = Signal()
    pair_begun = Signal()
    pin_requested = Signal(int, int, bool)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(theme, fonts, parent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._selection: Selection | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hits_of_row: dict[int, list[Hit]] = {}
        self._pairing: tuple[Side, int] | None = None

    def show_rows(self, rows: Sequence[RowContent], shown: Collection[int]) -> None:
        """Show these rows from the top, with the edits `shown` marked."""
        self._selection = None
        self._pairing = None
        self._set_hits(())
        super().show_rows(rows, shown)

    def highlights(self, row: int, laid: LaidRow) -> list[Highlight]:
        """The words found and the words selected."""
        found = [
            Highlight(hit.side, hit.block, laid.units(hit.side, hit.block, hit.start, hit.end))
            for hit in self._hits_of_row.get(row, ())
        ]
        if self._selection is not None:
            for (side, block), span in self._selection.ranges(row, laid).items():
                found.append(Highlight(side, block, span, selected=True))
        return found

    # ------------------------------------------------------------------ finding

    def find_words(self, words: str) -> int:
        """Mark every place where these words stand, in either text; gives their number."""
        self._set_hits(find_in_rows(self._rows, words))
        self.viewport().update()
        return len(self._hits)

    def go_to_hit(self, number: int) -> None:
        """Select one of the places found (counted from 0) and bring it into view."""
        hit = self._hits[number]
        laid = self._lay_out(hit.row)
        start, end = laid.units(hit.side, hit.block, hit.start, hit.end)
        self._selection = Selection(
            hit.side, Position(hit.row, hit.block, start), Position(hit.row, hit.block, end)
        )
        block = laid.blocks(hit.side)[hit.block]
        boxes = block.rectangles(start, end, QPointF(0, block.y))
        self.scroll_to_row(hit.row, boxes[0].top() if boxes else block.y)
        self.viewport().update()

    def first_hit_in_view(self) -> int:
        """The number of the first place found at or below the top of the view."""
        top = self.row_at_top()
        return next((n for n, hit in enumerate(self._hits) if hit.row >= top), 0)

    def _set_hits(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._hits_of_row = {}
        for hit in hits:
            self._hits_of_row.setdefault(hit.row, []).append(hit)

    def select_source(self, side: Side, start: int, end: int) -> None:
        """Select a stretch of a version's source and bring it into view."""
        first = last = None
        for row, content in enumerate(self._rows):
            for index, block in enumerate(content.blocks(side)):
                from_here, to_here = block.block_offset(start), block.block_offset(end)
                offsets = QtOffsets(block.text)
                if from_here is not None and first is None:
                    first = Position(row, index, offsets.to_qt(from_here))
                if to_here is not None and first is not None:
                    last = Position(row, index, offsets.to_qt(to_here))
            if first is not None and last is not None:
                break
        self.reveal_source(side, start)
        if first is not None and last is not None:
            self._selection = Selection(side, first, last)
        self.viewport().update()

    # ------------------------------------------------------------------ mouse and keyboard

    def _position_at(self, point: QPoint, side: Side | None = None) -> tuple[Side, Position] | None:
        if side is None:
            middle = self._typesetter.columns.gutter_x + GUTTER / 2
            side = Side.OLD if point.x() < middle else Side.NEW
        rows = self._visible_rows()
        for row, top in rows:
            laid = self._lay_out(row)
            if point.y() >= top + laid.height and row != rows[-1][0]:
                continue
            found = row_painter.hit(laid, side, point, top, self._typesetter.columns)
            if found is not None:
                return side, Position(row, *found)
        return None

    def _mark_at(self, point: QPoint) -> Mark | None:
        for row, top in self._visible_rows():
            laid = self._lay_out(row)
            if not top <= point.y() < top + laid.height:
                continue
            for side in Side:
                for block in laid.blocks(side):
                    origin = QPointF(self._typesetter.columns.x(side), top + block.y)
                    for mark in block.block.marks:
                        if mark.edit.id in self._shown and any(
                            r.adjusted(-3, 0, 3, 0).contains(QPointF(point))
                            for r in block.mark_rectangles(mark, origin)
                        ):
                            return mark
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self._position_at(event.position().toPoint())
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if found is None:
            self._selection = None
        else:
            side, position = found
            if extend and self._selection is not None and self._selection.side is side:
                self._selection = self._selection.to(position)
            else:
                self._selection = Selection(side, position, position)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._selection is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        found = self._position_at(event.position().toPoint(), self._selection.side)
        if found is not None:
            self._selection = self._selection.to(found[1])
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._selection is None or self._selection.is_empty():
            if self._folded_at(event.position().toPoint()):
                self.fold_clicked.emit()
                return
            mark = self._mark_at(event.position().toPoint())
            if mark is not None:
                self.change_clicked.emit(mark.edit.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._position_at(event.position().toPoint())
        if found is not None:
            side, position = found
            laid = self._lay_out(position.row)
            self._selection = Selection.word(side, position, laid)
            self.viewport().update()

    def _folded_at(self, point: QPoint) -> bool:
        rows = [row for row, top in self._visible_rows() if top <= point.y()]
        return bool(rows) and self._rows[rows[-1]].kind is RowKind.FOLDED

    def selected_text(self) -> str:
        """The selected words; paragraphs are parted by a blank line."""
        if self._selection is None:
            return ""
        return self._selection.text(self._rows)

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        """Select the whole column of the present selection, else the newer one."""
        side = self._selection.side if self._selection else Side.NEW
        self._selection = Selection.everything(side, self._rows)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ pairing by hand

    def paragraph_at(self, point: QPoint) -> tuple[Side, int] | None:
        """The side and source offset of the paragraph under a point of the viewport."""
        found = self._position_at(point)
        if found is None:
            return None
        side, position = found
        return side, self._rows[position.row].blocks(side)[position.block].source_at(0)

    def begin_pair(self, side: Side, offset: int) -> None:
        """Let the paragraph at a source offset wait for its partner in the other text."""
        self._pairing = (side, offset)
        self.pair_begun.emit()

    def end_pair(self, side: Side, offset: int) -> bool:
        """Pair the waiting paragraph with one of the other text; False when none waits there."""
        if self._pairing is None or self._pairing[0] is side:
            return False
        waiting, self._pairing = self._pairing[1], None
        old, new = (offset, waiting) if side is Side.OLD else (waiting, offset)
        self.pin_requested.emit(old, new, True)
        return True

    def part(self, row: int) -> bool:
        """Ask for the paragraphs of a row to be parted; False when one side has none."""
        content = self._rows[row]
        if not (content.old and content.new):
            return False
        self.pin_requested.emit(content.old[0].source_at(0), content.new[0].source_at(0), False)
        return True

    def pair_at_selection(self) -> bool:
        """Begin or end a pair with the paragraph in which the selection or the last click is."""
        if self._selection is None:
            return False
        position, side = self._selection.caret, self._selection.side
        offset = self._rows[position.row].blocks(side)[position.block].source_at(0)
        if not self.end_pair(side, offset):
            self.begin_pair(side, offset)
        return True

    def _add_pairing(self, menu: QMenu, point: QPoint) -> None:
        found = self.paragraph_at(point)
        if found is None:
            return
        side, offset = found
        menu.addSeparator()
        if self._pairing is not None and self._pairing[0] is not side:
            menu.addAction(
                self.tr("Pair with the paragraph chosen before"),
                lambda: self.end_pair(side, offset),
            )
        menu.addAction(
            self.tr("Pair this paragraph with one of the other text…"),
            lambda: self.begin_pair(side, offset),
        )
        row = next((r for r, top in reversed(self._visible_rows()) if top <= point.y()), None)
        if row is not None and self._rows[row].old and self._rows[row].new:
            menu.addAction(
                self.tr("These two paragraphs do not belong together"), lambda: self.part(row)
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(bool(self.selected_text()))
        menu.addAction(self.tr("Select all of this side"), self.select_all)
        self._add_pairing(menu, event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            if mark is None:
                QToolTip.hideText()
            else:
                edit = mark.edit
                text = f"{labels.kind_label(edit.kind)} · {labels.severity_label(edit.severity)}"
                if edit.explanation:
                    text += "\n" + edit.explained()
                area = QRect(event.pos() - QPoint(20, 10), event.pos() + QPoint(20, 10))
                QToolTip.showText(event.globalPos(), text, self.viewport(), area)
            return True
        return super().viewportEvent(event)
