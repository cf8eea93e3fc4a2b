"""The texts as the reader goes about in them: caret, selection, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence, QPainter

from driftline.gui.compare import copying
from driftline.gui.compare.bookmarks import stands_for
from driftline.gui.compare.caret import KEYS, VERTICAL, CaretWalk, Move
from driftline.gui.compare.row_canvas import RowCanvas
from driftline.gui.compare.row_content import RowContent, Side, row_of_source
from driftline.gui.compare.row_geometry import Place
from driftline.gui.compare.row_painter import Highlight, paint_bookmark
from driftline.gui.compare.row_search import RowSearch
from driftline.gui.compare.selection import Position, Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from driftline.gui.compare.bookmarks import Spot
    from driftline.gui.compare.redline import Redline
    from driftline.gui.compare.row_layout import LaidRow
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts

_CARET_WIDTH = 2


class ReadingView(RowCanvas):
    """Rows with a caret. The caret is the moving end of a selection, which may be empty.

    `caret_moved()`: the caret went elsewhere, or the selection changed.
    """

    caret_moved = Signal()

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(theme, fonts, parent)
        self.setAccessibleName(self.tr("The two versions side by side"))
        self._selection: Selection | None = None
        self._by_caret = False
        #: The x at which the caret meets lines on its way up or down.
        self._goal: float | None = None
        #: Rows with a bookmark, and its places in them.
        self._bookmarks: Mapping[int, Sequence[Spot]] = {}
        self.search = RowSearch(self)

    def show_rows(
        self,
        rows: Sequence[RowContent],
        shown: Collection[int],
        place: Place | None = None,
        redline: Redline | None = None,
    ) -> None:
        """Show these rows from a place (the top), with the edits `shown` marked.

        With their redline they are shown as one text.
        """
        self._begin_anew(redline)
        super().show_rows(rows, shown, place, redline)

    def show_edits(self, shown: Collection[int]) -> None:
        """Mark only these edits; the text stays where it is."""
        if self._redline is not None:
            # What is not told is not in a redline, so places in it are others now.
            self._selection = None
        super().show_edits(shown)

    def set_redline(self, redline: Redline | None) -> None:
        """Show these rows as one text with the changes written into it, or (None) side by side."""
        self._begin_anew(redline)
        super().set_redline(redline)

    def _begin_anew(self, redline: Redline | None) -> None:
        self._selection = None
        self.search.forget()
        if redline is None:
            self.setAccessibleName(self.tr("The two versions side by side"))
        else:
            self.setAccessibleName(self.tr("The two versions written into one text"))

    def highlights(self, row: int, laid: LaidRow) -> list[Highlight]:
        """The words found and the words selected."""
        found = self.search.highlights(row, laid)
        if self._selection is not None:
            for (side, block), span in self._selection.ranges(row, laid).items():
                found.append(Highlight(side, block, span, selected=True))
        return found

    # ------------------------------------------------------------------ where the reader is

    def set_current(
        self, edit: int | None, row: int | None = None, parts: Collection[int] = ()
    ) -> None:
        self._by_caret = False
        super().set_current(edit, row, parts)

    def here(self) -> tuple[int, Side, int] | None:
        """Where the reader is: row, version and source offset; None when no text is in view.

        The current change or the caret, whichever was moved last, if it is in view; else the first
        paragraph there.
        """
        if self._by_caret:
            found = self.caret_source() or self._current_source()
        else:
            found = self._current_source() or self.caret_source()
        starts = (self.start_of_row(row) for row in self.visible_rows())
        return found or next((start for start in starts if start is not None), None)

    @property
    def caret_leads(self) -> bool:
        """Whether the reader moved the caret last, and not from change to change."""
        return self._by_caret

    def caret_source(self) -> tuple[int, Side, int] | None:
        """The caret's row, version and source offset; None when it is out of view."""
        if self._selection is None or not self.is_row_visible(self._selection.caret.row):
            return None
        return self._selection.caret.row, *self.source_of(
            self._selection.side, self._selection.caret
        )

    def source_of(self, column: Side, position: Position) -> tuple[Side, int]:
        """The version and source offset of a position in a column."""
        laid = self.walk(column).block(position)
        at = laid.offsets.from_qt(position.unit)
        return laid.block.side_at(at), laid.block.source_at(at)

    def _current_source(self) -> tuple[int, Side, int] | None:
        """The same of the current change."""
        row, current = self._current_row, self._current
        if row is None or current is None or not self.is_row_visible(row):
            return None
        return self.change_source(row, current)

    def change_source(self, row: int, edit: int) -> tuple[int, Side, int] | None:
        """The same of a change in a row."""
        for side in (Side.NEW, Side.OLD):
            for block in self._rows[row].blocks(side):
                for mark in block.marks:
                    if mark.edit.id == edit:
                        return row, side, block.source_at(mark.start)
        return None

    def go_to_row(self, row: int) -> None:
        """Put the caret to the beginning of a row and bring it into view."""
        start = self.start_of_row(row)
        if start is None:
            self.scroll_to_row(row)
        else:
            self.select_source(start[1], start[2], start[2])

    def start_of_row(self, row: int) -> tuple[int, Side, int] | None:
        """The same of the beginning of a row; None for one without text."""
        for side in (Side.NEW, Side.OLD):
            for block in self._rows[row].blocks(side):
                return row, side, block.source_at(0)
        return None

    # ------------------------------------------------------------------ caret and selection

    @property
    def selection(self) -> Selection | None:
        """What is selected, with the caret at its moving end; None before there is a caret."""
        return self._selection

    def select(self, selection: Selection | None) -> None:
        """Put caret and selection somewhere; the view stays where it is."""
        self._selection = selection
        self._by_caret = selection is not None
        self._goal = None
        self.viewport().update()
        self.caret_moved.emit()

    def walk(self, side: Side) -> CaretWalk:
        """The places of one column."""
        return CaretWalk(self, side)

    def caret_rectangle(self) -> QRectF | None:
        """Where the caret stands in the viewport; None when there is none or it is out of view."""
        if self._selection is None:
            return None
        place = self._selection.caret
        for row, top in self._visible_rows():
            if row == place.row:
                x = self._typesetter.columns.x(self._selection.side)
                return self.walk(self._selection.side).box(place).translated(x, top)
        return None

    def move_caret(self, move: Move, *, select: bool = False) -> None:
        """Move the caret; with `select` the selection is drawn to where it goes."""
        if self._selection is None:
            self._selection = self._first_selection()
        if self._selection is None:
            return
        selection, walk = self._selection, self.walk(self._selection.side)
        goal = walk.box(selection.caret).left() if self._goal is None else self._goal
        first, last = selection.bounds()
        if not select and first != last and move in (Move.LEFT, Move.RIGHT):
            # Leaving a selection sideways ends at its edge.
            caret = self._edge(first, last, move)
        else:
            page = self.viewport().height() - self._typesetter.line_height
            caret = walk.go(selection.caret, move, goal, page)
            if move in (Move.PAGE_UP, Move.PAGE_DOWN):
                by = round(page) if move is Move.PAGE_DOWN else -round(page)
                self._go(self._walk(self._place, by))
        self.select(selection.to(caret) if select else Selection(selection.side, caret, caret))
        self._goal = goal if move in VERTICAL else None
        self.show_caret()

    def _edge(self, first: Position, last: Position, move: Move) -> Position:
        if self._selection is not None and self.walk(self._selection.side).runs_left(first):
            return last if move is Move.LEFT else first
        return first if move is Move.LEFT else last

    def show_caret(self) -> None:
        """Bring the caret into view, by as little as that takes."""
        if self._selection is None:
            return
        row = self._selection.caret.row
        box = self.walk(self._selection.side).box(self._selection.caret)
        margin = self._typesetter.line_height / 2
        top = Place(row, max(0, round(box.top() - margin)))
        bottom = Place(row, round(box.bottom() + margin))
        if (top.row, top.offset) < (self._place.row, self._place.offset):
            self._go(top)
        else:
            least = self._walk(bottom, -self.viewport().height())
            if (least.row, least.offset) > (self._place.row, self._place.offset):
                self._go(least)

    def _first_selection(self) -> Selection | None:
        """Where a caret appears: at the current change when that is in view, else at the top."""
        if self._current is not None:
            for row, _ in self._visible_rows():
                for side in (Side.NEW, Side.OLD):
                    for index, block in enumerate(self.lay_out(row).blocks(side)):
                        for mark in block.block.marks:
                            if mark.edit.id == self._current:
                                at = Position(row, index, block.offsets.to_qt(mark.start))
                                return Selection(side, at, at)
        for side in (Side.NEW, Side.OLD):
            for row, top in self._visible_rows():
                found = self.walk(side).at(row, 0, -top)
                if found is not None:
                    return Selection(side, found, found)
        return None

    def other_column(self, side: Side) -> bool:
        """Put the caret into a column, level with where it is; False when it is there already."""
        if self._redline is not None or (self._selection and self._selection.side is side):
            return False
        old = self._selection or self._first_selection()
        if old is None:
            return False
        if old.side is side:
            self.select(old)
            return True
        box = self.walk(old.side).box(old.caret)
        rows = [old.caret.row, *self.visible_rows()]
        for row in rows:
            found = self.walk(side).at(row, box.left(), box.center().y())
            if found is not None:
                self.select(Selection(side, found, found))
                self.show_caret()
                return True
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab goes from the older text to the newer one, and from there out of the view.
        if self._selection is not None and self.other_column(Side.NEW if forward else Side.OLD):
            return True
        return super().focusNextPrevChild(forward)

    def selected_text(self) -> str:
        """The selected words; paragraphs are parted by a blank line."""
        return "" if self._selection is None else copying.plain(self._selection, self.content)

    def selected_mime(self) -> QMimeData:
        """The selected words for clipboard and drag: plain, and with the changes marked."""
        if self._selection is None:
            raise ValueError("nothing is selected")
        return copying.mime(
            self._selection, self.content, self._shown, redline=self._redline is not None
        )

    def copy(self) -> None:
        """Put the selected words on the clipboard, plain and with their marks."""
        if self._selection is not None and not self._selection.is_empty():
            QGuiApplication.clipboard().setMimeData(self.selected_mime())

    def _offer_selection(self) -> None:
        """Where the system pastes what was selected last, let it paste this."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self._selection and not self._selection.is_empty():
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)

    def select_all(self) -> None:
        """Select the whole column of the caret, else the newer one."""
        side = self._selection.side if self._selection else Side.NEW
        first, last = self.walk(side).first(), self.walk(side).last()
        if first is not None and last is not None:
            self.select(Selection(side, first, last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
        else:
            for move, (go, select) in KEYS.items():
                if event.matches(go) or event.matches(select):
                    self.move_caret(move, select=event.matches(select))
                    return
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key and self._selection is None:
            # Who came by key sees where she is.
            self._selection = self._first_selection()
            self.caret_moved.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._bookmarks and (self._selection is None or not self.hasFocus()):
            return
        with QPainter(self.viewport()) as painter:
            for row, top in self._visible_rows():
                self._paint_signs(painter, row, top)

    def _paint_signs(self, painter: QPainter, row: int, top: int) -> None:
        for spot in self._bookmarks.get(row, ()):
            y = top + self.lay_out(row).height_of_source(*spot)
            paint_bookmark(painter, y, self._typesetter)
        if self._selection is not None and self._selection.caret.row == row and self.hasFocus():
            self._paint_caret(painter, top, self._selection)

    def _paint_caret(self, painter: QPainter, top: int, selection: Selection) -> None:
        block = self.walk(selection.side).block(selection.caret)
        painter.setPen(self._theme.color("text"))
        origin = QPointF(self._typesetter.columns.x(selection.side), top + block.y)
        block.layout.drawCursor(painter, origin, selection.caret.unit, _CARET_WIDTH)

    # ------------------------------------------------------------------ bookmarks

    @property
    def bookmarks(self) -> Mapping[int, Sequence[Spot]]:
        """The bookmarks that are shown, by row."""
        return self._bookmarks

    def show_bookmarks(self, bookmarks: Mapping[int, Sequence[Spot]]) -> None:
        """Show a sign in the gutter at these places of these rows."""
        self._bookmarks = bookmarks
        self.viewport().update()

    def bookmarks_in_line(self, row: int, side: Side, offset: int) -> tuple[Spot, ...]:
        """The bookmarks in the line of a place of a row."""
        spots = self._bookmarks.get(row, ())
        laid = self.lay_out(row)
        line = laid.height_of_source(side, offset) if spots else 0.0
        return tuple(
            spot
            for spot in spots
            if laid.height_of_source(*spot) == line or stands_for(spot, side, offset)
        )

    def select_source(self, side: Side, start: int, end: int) -> None:
        """Select a stretch of a version's source and bring it into view."""
        row = row_of_source(self._rows, side, start)
        first = last = None
        while row is not None and row < self.row_count() and last is None:
            laid = self.lay_out(row)
            for column in Side:
                for index, block in enumerate(laid.blocks(column)):
                    from_here = block.block.block_offset(side, start)
                    to_here = block.block.block_offset(side, end)
                    if from_here is not None and first is None:
                        first = column, Position(row, index, block.offsets.to_qt(from_here))
                    if to_here is not None and first is not None and first[0] is column:
                        last = Position(row, index, block.offsets.to_qt(to_here))
            row += 1
            if first is None:
                break
        self.reveal_source(side, start)
        if first is not None and last is not None:
            self.select(Selection(first[0], first[1], last))
