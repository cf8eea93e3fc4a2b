"""The two texts as the mouse meets them: selecting, dragging, hovering, menus, pairing by hand."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from driftline.gui.compare.move_stubs import MoveStubs
from driftline.gui.compare.pairing import Pairing
from driftline.gui.compare.reading_view import ReadingView
from driftline.gui.compare.row_content import Mark, RowKind, Side
from driftline.gui.compare.row_painter import Highlight
from driftline.gui.compare.selection import Position, Selection
from driftline.gui.language import labels
from driftline.gui.language.explaining import explained, rule_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

    from driftline.gui.compare.row_layout import LaidRow
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts

_SCROLL_MS = 40


class _Grain(Enum):
    """By what a selection grows while the mouse is drawn."""

    SIGN = auto()
    WORD = auto()
    PARAGRAPH = auto()


class RowView(ReadingView):
    """Shows rows; knows nothing of documents, jobs or panes.

    `change_clicked(edit id)` when a marked word is clicked, `fold_clicked(row)` when the place of
    folded paragraphs is, `zoom_requested(steps)` when the wheel is turned with Ctrl held.
    `copy_change_requested(edit id)`: what a change was and is shall be copied.
    `bookmark_requested(row, side, source
    offset)`: a bookmark is to be set there, or the one in that row cleared.
    `change_menu_opened(menu, edit id)`: others may add what can be done with this change.
    """

    change_clicked = Signal(int)
    fold_clicked = Signal(int)
    zoom_requested = Signal(int)
    copy_change_requested = Signal(int)
    bookmark_requested = Signal(int, object, int)
    change_menu_opened = Signal(object, int)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(theme, fonts, parent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._grain = _Grain.SIGN
        #: The word or paragraph a selection by words or paragraphs was begun with.
        self._seed: tuple[Position, Position] | None = None
        self._pressed: QPoint | None = None
        self._may_drag = False
        self._double_at = (0, QPoint())
        self._wheel = 0
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self._pointer = QPoint()
        self.stubs = MoveStubs(self)
        self.pairing = Pairing(self)

    # ------------------------------------------------------------------ what is under the mouse

    def position_at(
        self, point: QPoint, side: Side | None = None, *, on_sign: bool = False
    ) -> tuple[Side, Position] | None:
        """The place nearest to a point of the viewport: (column, position)."""
        side = side or self._typesetter.columns.side_at(point.x())
        x = point.x() - self._typesetter.columns.x(side)
        rows = self._visible_rows()
        found = None
        for row, top in rows:
            if point.y() < top and found is not None:
                break
            # Where a row has no text on this side, the text above it is the nearest.
            found = self.walk(side).at(row, x, point.y() - top, on_sign=on_sign) or found
        return None if found is None else (side, found)

    def _mark_at(self, point: QPoint) -> Mark | None:
        for row, top in self._visible_rows():
            laid = self.lay_out(row)
            if not top <= point.y() < top + laid.height:
                continue
            for side in Side:
                for block in laid.blocks(side):
                    origin = QPointF(self._typesetter.columns.x(side), top + block.y)
                    # Shorter marks lie on longer ones.
                    for mark in sorted(block.block.marks, key=lambda m: m.end - m.start):
                        if mark.edit.id in self._shown and any(
                            r.adjusted(-3, 0, 3, 0).contains(QPointF(point))
                            for r in block.mark_rectangles(mark, origin)
                        ):
                            return mark
        return None

    def row_at(self, point: QPoint) -> int | None:
        """The row at a point of the viewport."""
        rows = [row for row, top in self._visible_rows() if top <= point.y()]
        return rows[-1] if rows else None

    def _folded_at(self, point: QPoint) -> int | None:
        row = self.row_at(point)
        return row if row is not None and self._rows[row].kind is RowKind.FOLDED else None

    def _tag_at(self, point: QPoint) -> int | None:
        """The row that the tag of a move under a point tells of."""
        for row, top in self._visible_rows():
            content, laid = self._rows[row], self.lay_out(row)
            if content.twin is None or not laid.tag_height:
                continue
            for side in Side:
                if laid.blocks(side):
                    x = self._typesetter.columns.x(side)
                    tag = QRectF(
                        x, top, self._typesetter.columns.text_width, laid.blocks(side)[0].y
                    )
                    if tag.contains(QPointF(point)):
                        return content.twin
        return None

    def _in_selection(self, side: Side, position: Position) -> bool:
        if self._selection is None or self._selection.side is not side:
            return False
        first, last = self._selection.bounds()
        return first <= position < last

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._pressed = point
        self._may_drag = False
        found = self.position_at(point)
        if found is None:
            self.select(None)
            return
        side, position = found
        since, where = self._double_at
        third = 0 <= event.timestamp() - since <= QApplication.doubleClickInterval()
        self._grain = _Grain.SIGN
        self._seed = None
        if third and (point - where).manhattanLength() < QApplication.startDragDistance():
            self._grain = _Grain.PARAGRAPH
            self._select_whole(side, position)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection is not None:
            if self._selection.side is side:
                self.select(self._selection.to(position))
        elif self._in_selection(side, position):
            self._may_drag = True
        else:
            self.select(Selection(side, position, position))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._pressed = point
        found = self.position_at(point, on_sign=True)
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self._double_at = (event.timestamp(), point)
            self._grain = _Grain.WORD
            self._select_whole(*found)

    def _select_whole(self, side: Side, position: Position) -> None:
        """Select the word or the paragraph at a position, and go on by such."""
        walk = self.walk(side)
        whole = walk.word if self._grain is _Grain.WORD else walk.paragraph
        self._seed = whole(position)
        self.select(Selection(side, *self._seed))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons():
            self.viewport().setCursor(self._cursor_at(point))
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._may_drag:
            if far:
                self._may_drag = False
                self._pressed = None
                self._drag_out()
            return
        self._pointer = point
        self._draw_to(point)
        outside = not 0 <= point.y() < self.viewport().height()
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()

    def _cursor_at(self, point: QPoint) -> Qt.CursorShape:
        if self._folded_at(point) is not None or self._tag_at(point) is not None:
            return Qt.CursorShape.PointingHandCursor
        between = self.gutter().contains(point)
        return Qt.CursorShape.ArrowCursor if between else Qt.CursorShape.IBeamCursor

    def _draw_to(self, point: QPoint) -> None:
        """Draw the selection to a point, by the grain it was begun with."""
        if self._selection is None:
            return
        side = self._selection.side
        found = self.position_at(point, side)
        if found is None:
            return
        caret = found[1]
        if self._seed is None:
            self.select(self._selection.to(caret))
            return
        walk = self.walk(side)
        first, last = (walk.word if self._grain is _Grain.WORD else walk.paragraph)(caret)
        begin, end = self._seed
        if caret < begin:
            self.select(Selection(side, end, first))
        else:
            self.select(Selection(side, begin, max(end, last)))

    def _scroll_on(self) -> None:
        """While the mouse is drawn beyond the view, the text comes after it."""
        y, height = self._pointer.y(), self.viewport().height()
        by = y if y < 0 else max(0, y - height)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-200, min(200, by)))
        self._draw_to(QPoint(self._pointer.x(), min(max(y, 0), height - 1)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._scrolling.stop()
        if self._may_drag:
            # A click on the selection that became no drag puts the caret there.
            self._may_drag = False
            found = self.position_at(point)
            if found is not None:
                self.select(Selection(found[0], found[1], found[1]))
        self._pressed = None
        self._offer_selection()
        if self._selection is None or self._selection.is_empty():
            folded = self._folded_at(point)
            if folded is not None:
                self.fold_clicked.emit(folded)
                return
            twin = self._tag_at(point)
            if twin is not None:
                self.scroll_to_row(twin)
                return
            mark = self._mark_at(point)
            if mark is not None:
                self.change_clicked.emit(mark.edit.id)

    def _drag_out(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.selected_mime())
        drag.exec(Qt.DropAction.CopyAction)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # Fine wheels and touch pads send many small turns.
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / 120)
        self._wheel -= steps * 120
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    # ------------------------------------------------------------------ pairing by hand

    def highlights(self, row: int, laid: LaidRow) -> list[Highlight]:
        """The words found and selected, and the paragraph that waits for its partner."""
        found = super().highlights(row, laid)
        for column, index in self.pairing.places(laid):
            block = laid.blocks(column)[index]
            whole = (0, block.offsets.to_qt(len(block.block.text)))
            found.append(Highlight(column, index, whole))
        return found

    def waits(self, laid: LaidRow) -> bool:
        """Whether a paragraph of a row waits for its partner."""
        return bool(self.pairing.places(laid))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pairing.waits:
            self.pairing.let_go()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ menus and hints

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.point_here() if by_key else event.pos()
        menu = self.menu_at(point)
        menu.exec(self.viewport().mapToGlobal(point))
        menu.deleteLater()

    def point_here(self) -> QPoint:
        """Where the caret or the current change is, whichever was moved last."""
        caret = self.caret_rectangle()
        boxes = [
            b
            for found in self.mark_rectangles(
                -1 if self._current is None else self._current
            ).values()
            for b in found
        ]
        if boxes and not (caret and self.caret_leads):
            caret = boxes[-1]
        return (caret.center() if caret else QPointF(self.viewport().rect().center())).toPoint()

    def menu_at(self, point: QPoint) -> QMenu:
        """What can be done with what is under a point of the viewport."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self._selection is not None and not self._selection.is_empty())
        mark = self._mark_at(point)
        if mark is not None:
            edit = mark.edit.id
            menu.addAction(
                self.tr("Copy change as “was → is”"), lambda: self.copy_change_requested.emit(edit)
            )
        menu.addAction(self.tr("Select all of this side"), self.select_all)
        self._add_bookmark(menu, point)
        self.pairing.add_to(menu, point)
        if mark is not None:
            self.change_menu_opened.emit(menu, mark.edit.id)
        return menu

    def _add_bookmark(self, menu: QMenu, point: QPoint) -> None:
        found = self.position_at(point)
        if found is None:
            return
        row, place = found[1].row, self.source_of(*found)
        here = self.bookmarks_in_line(row, *place)
        menu.addSeparator()
        menu.addAction(
            self.tr("Clear the bookmark") if here else self.tr("Set a bookmark"),
            lambda: self.bookmark_requested.emit(row, *place),
        )

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            if mark is None:
                QToolTip.hideText()
            else:
                edit = mark.edit
                text = f"{labels.kind_label(edit.kind)} · {labels.severity_label(edit.severity)}"
                if edit.explanation:
                    text += "\n" + explained(edit)
                if edit.rule:
                    text += "\n" + self.tr("Rule: {rule}").format(rule=rule_name(edit.rule))
                area = QRect(event.pos() - QPoint(20, 10), event.pos() + QPoint(20, 10))
                QToolTip.showText(event.globalPos(), text, self.viewport(), area)
            return True
        return super().viewportEvent(event)
