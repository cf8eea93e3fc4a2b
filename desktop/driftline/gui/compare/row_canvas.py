"""Rows of two texts on a canvas: one scroll bar, rows level, only what is visible laid out."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from driftline.gui.compare import row_painter
from driftline.gui.compare.row_content import RowContent, Side, first_source, row_of_source
from driftline.gui.compare.row_geometry import Place, RowGeometry
from driftline.gui.compare.row_layout import GUTTER, LaidRow, Page, RowTypesetter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from driftline.gui.compare.redline import Redline
    from driftline.gui.compare.row_painter import Highlight
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts

_KEPT_LAYOUTS = 120
#: Where a change comes to stand when it is jumped to, as a share of the view's height.
_READING_HEIGHT = 0.35
_SLICE_S = 0.004
#: While the reader scrolls nothing else is measured.
_PAUSE_MS = 80


class RowCanvas(QAbstractScrollArea):
    """Lays out, scrolls and paints rows; what the mouse and the keys do is `RowView`'s.

    `scrolled()` when other rows come into view, `current_set()` when another edit is outlined.
    """

    scrolled = Signal()
    current_set = Signal()

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._fonts = fonts
        self._rows: Sequence[RowContent] = ()
        self._shown: Collection[int] = frozenset()
        self._current: int | None = None
        self._current_row: int | None = None
        self._parts: Collection[int] = ()
        self._geometry = RowGeometry()
        self._place = Place()
        self._laid: OrderedDict[int, LaidRow] = OrderedDict()
        self._redline: Redline | None = None
        self._typesetter = RowTypesetter(fonts, theme, Page(800))
        self._syncing = False
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._measure_slice)

    # ------------------------------------------------------------------ what is shown

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
        self._rows = rows
        self._redline = redline
        self._shown = shown
        self._current = self._current_row = None
        self._parts = ()
        self._place = place or Place()
        self._relayout()

    def show_edits(self, shown: Collection[int]) -> None:
        """Mark only these edits; the text stays where it is."""
        self._shown = shown
        self._laid.clear()
        if self._redline is not None:
            # What is not told is not in its text either.
            self._relayout()
        self.viewport().update()

    def set_current(
        self, edit: int | None, row: int | None = None, parts: Collection[int] = ()
    ) -> None:
        """Outline an edit's words and bring them into view; `row` is where they stand, `parts` are
        the edits that are one act with it.
        """
        self._current, self._current_row, self._parts = edit, row, parts
        self._bring_into_view()
        self.viewport().update()
        self.current_set.emit()

    def set_appearance(self, theme: Theme, fonts: Fonts) -> None:
        """Other colours or another typeface; the reader stays at her place."""
        same = fonts == self._fonts
        self._theme = theme
        self._fonts = fonts
        if same:
            # Colours move nothing.
            self._laid.clear()
            self._typesetter = self._make_typesetter()
            self.viewport().update()
        else:
            self._relayout()

    def set_redline(self, redline: Redline | None) -> None:
        """Show these rows as one text with the changes written into it, or (None) side by side."""
        self._redline = redline
        self._place = Place(self._place.row)
        self._relayout()

    def content(self, row: int) -> RowContent:
        """A row as it is set: in a redline another than in `rows`."""
        laid = self._laid.get(row)
        if laid is not None:
            return laid.content
        if self._redline is None:
            return self._rows[row]
        return self._redline.content(self._rows[row], self._shown)

    @property
    def rows(self) -> Sequence[RowContent]:
        """The rows that are shown, as they stand side by side."""
        return self._rows

    @property
    def shown(self) -> Collection[int]:
        """The ids of the edits that are marked."""
        return self._shown

    def row_rectangle(self, row: int) -> QRect:
        """Where a row stands in the viewport, in pixels; estimated when it is out of view."""
        top = self._geometry.top(row) - self._geometry.y_of(self._place)
        return QRect(0, top, self.viewport().width(), self._geometry.height(row))

    def gutter(self) -> QRect:
        """The strip between the texts, in pixels of the viewport."""
        left = round(self._typesetter.columns.gutter_x)
        return QRect(left, 0, GUTTER, self.viewport().height())

    def text_origin(self, row: int, side: Side) -> QPointF:
        """Where a side's text in a row begins in the viewport, in pixels."""
        top = self._geometry.top(row) - self._geometry.y_of(self._place)
        return QPointF(self._typesetter.columns.x(side), top)

    @property
    def text_width(self) -> float:
        """How wide a column of text is, in pixels."""
        return self._typesetter.columns.text_width

    @property
    def current(self) -> int | None:
        """The id of the edit that is outlined."""
        return self._current

    @property
    def current_row(self) -> int | None:
        """The row in which that edit stands."""
        return self._current_row

    @property
    def is_redline(self) -> bool:
        """Whether the changes are written into one text."""
        return self._redline is not None

    @property
    def geometry_of_rows(self) -> RowGeometry:
        """The geometry that gutter, ruler and tests share."""
        return self._geometry

    @property
    def place(self) -> Place:
        """The reader's place: the row at the top of the view and how far it is scrolled."""
        return self._place

    # ------------------------------------------------------------------ places

    def anchor(self) -> tuple[Side, int, int] | None:
        """The reader's place in the texts: (side, source offset, pixels below that row's top).

        It holds for other rows of the same texts.
        """
        found = first_source(self._rows, self._place.row)
        if found is None:
            return None
        row, side, offset = found
        return side, offset, self._place.offset if row == self._place.row else 0

    def return_to(self, side: Side, offset: int, pixels: int) -> None:
        """Bring a place that `anchor` told back to the top of the view."""
        row = row_of_source(self._rows, side, offset)
        if row is not None:
            self._go(Place(row, min(pixels, self.lay_out(row).height)))

    def row_at_top(self) -> int:
        """The first row of which something is visible."""
        return self._place.row

    def is_row_visible(self, row: int) -> bool:
        """Whether something of a row is in view."""
        return row in self.visible_rows()

    def visible_rows(self) -> list[int]:
        """The rows of which something is in view."""
        return [row for row, _ in self._visible_rows()]

    def scroll_to_row(self, row: int, y: float = 0.0) -> None:
        """Bring a point of a row to the reading height."""
        for index in range(max(0, row - 2), min(len(self._rows), row + 3)):
            self.lay_out(index)
        target = Place(row, round(y))
        self._go(self._walk(target, -round(self.viewport().height() * _READING_HEIGHT)))

    def reveal_source(self, side: Side, offset: int) -> None:
        """Bring a place of a version's source into view."""
        row = row_of_source(self._rows, side, offset)
        if row is not None:
            self.scroll_to_row(row, self.lay_out(row).height_of_source(side, offset))

    def marks_in_view(self) -> list[int]:
        """The ids of shown edits that are in view, from top to bottom."""
        found: dict[int, None] = {}
        height = self.viewport().height()
        for row, top in self._visible_rows():
            for side in Side:
                for block in self.lay_out(row).blocks(side):
                    for mark in block.block.marks:
                        if mark.edit.id not in self._shown:
                            continue
                        for rectangle in block.mark_rectangles(mark, QPointF(0, top + block.y)):
                            if rectangle.bottom() > 0 and rectangle.top() < height:
                                found[mark.edit.id] = None
        return list(found)

    def mark_rectangles(self, edit: int) -> dict[Side, list[QRectF]]:
        """What an edit covers in the view, in pixels of the viewport; off-screen rows left out."""
        rows = self._visible_rows()
        return {
            side: [box for row, top in rows for box in self._boxes(edit, side, row, top)]
            for side in Side
        }

    def _boxes(self, edit: int, side: Side, row: int, top: int) -> list[QRectF]:
        """What an edit covers on a side of a row that stands at `top`."""
        origin = QPointF(self._typesetter.columns.x(side), top)
        return self.lay_out(row).boxes(edit, side, origin)

    def _bring_into_view(self) -> None:
        """Scroll to the current edit where it is not in view."""
        edit, row = self._current, self._current_row
        if edit is not None and row is not None and not self._is_in_view(self.viewport().height()):
            self.scroll_to_row(row, self.lay_out(row).height_of(edit))

    def _is_in_view(self, height: int) -> bool:
        """Whether the current edit is wholly in a viewport of this height."""
        edit, row = self._current, self._current_row
        if edit is None or row is None:
            return False
        stands = self.row_rectangle(row)
        if stands.bottom() < 0 or stands.top() > height:
            return False
        shown = [box for side in Side for box in self._boxes(edit, side, row, stands.top())]
        return bool(shown) and all(b.top() >= 0 and b.bottom() <= height for b in shown)

    # ------------------------------------------------------------------ layout

    def _relayout(self) -> None:
        """Set everything anew for the present width; the place is a row, so it survives."""
        self._typesetter = self._make_typesetter()
        self._laid.clear()
        self._geometry = RowGeometry(self._typesetter.estimates(self._rows))
        self.verticalScrollBar().setSingleStep(round(self._typesetter.line_height * 1.5))
        if self._rows:
            row = min(self._place.row, len(self._rows) - 1)
            self._place = Place(row, min(self._place.offset, self.lay_out(row).height))
        self._sync_bar()
        self._measuring.start()
        self.viewport().update()
        self.scrolled.emit()

    def _make_typesetter(self) -> RowTypesetter:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        last = self._rows[-1] if self._rows else None
        numbers = [b.number for side in Side for b in last.blocks(side)] if last else []
        page = Page(
            self.viewport().width(), self._redline is not None, mirrored, max(numbers, default=1)
        )
        return RowTypesetter(self._fonts, self._theme, page)

    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def lay_out(self, row: int) -> LaidRow:
        """A row laid out for the present width."""
        laid = self._laid.get(row)
        if laid is None:
            laid = self._typesetter.lay_out(self.content(row), self._shown)
            self._laid[row] = laid
            if len(self._laid) > _KEPT_LAYOUTS:
                self._laid.popitem(last=False)
            self._geometry.settle(row, laid.height)
        else:
            self._laid.move_to_end(row)
        return laid

    def _measure_slice(self) -> None:
        """Replace estimates by exact heights, a few milliseconds at a time, while nothing else is
        to do; the text on screen does not move, only the scroll bar gets truer.
        """
        self._measuring.setInterval(0)
        deadline = time.perf_counter() + _SLICE_S
        row = self._geometry.first_estimated()
        while row is not None and time.perf_counter() < deadline:
            laid = self._typesetter.lay_out(self.content(row), self._shown)
            self._geometry.settle(row, laid.height)
            row = self._geometry.first_estimated(row)
        if row is None:
            self._measuring.stop()
            self._sync_bar()

    def _visible_rows(self) -> list[tuple[int, int]]:
        """(row, its top in the viewport) for every row in view."""
        rows = []
        row, top = self._place.row, -self._place.offset
        while row < len(self._rows) and top < self.viewport().height():
            rows.append((row, top))
            top += self.lay_out(row).height
            row += 1
        return rows

    # ------------------------------------------------------------------ scrolling

    def _walk(self, place: Place, pixels: int) -> Place:
        """The place some pixels further, by exact heights."""
        if not self._rows:
            return place
        row, offset = place.row, place.offset + pixels
        while offset < 0 and row > 0:
            row -= 1
            offset += self.lay_out(row).height
        while row < len(self._rows) - 1 and offset >= self.lay_out(row).height:
            offset -= self.lay_out(row).height
            row += 1
        return Place(row, max(0, offset))

    def _last_place(self) -> Place:
        end = Place(len(self._rows) - 1, self.lay_out(len(self._rows) - 1).height)
        return self._walk(end, -self.viewport().height())

    def _go(self, place: Place) -> None:
        if not self._rows:
            return
        last = self._last_place()
        self._place = min(place, last, key=lambda p: (p.row, p.offset))
        self._sync_bar()
        self.viewport().update()
        self.scrolled.emit()

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        self._syncing = True
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._geometry.total - height))
        bar.setValue(self._geometry.y_of(self._place) if self._rows else 0)
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # The base class would repaint everything; a blit leaves only the uncovered strip.
        if self._syncing or not self._rows:
            return
        if self._measuring.isActive():
            self._measuring.start(_PAUSE_MS)
        value = self.verticalScrollBar().value()
        before = self._place
        if value == self.verticalScrollBar().maximum():
            self._place = self._last_place()
        elif abs(dy) <= 2 * self.viewport().height():
            self._place = self._walk(self._place, -dy)
        else:
            self._place = self._geometry.place_at(value)
        if abs(dy) < self.viewport().height() and self._place == self._walk(before, -dy):
            self.viewport().scroll(0, dy)
        else:
            self.viewport().update()
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._is_in_view(event.oldSize().height())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relayout()
        else:
            self._sync_bar()
            self.scrolled.emit()
        if seen:
            self._bring_into_view()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QPainter, area: QRect) -> None:
        row_painter.paint_page(painter, area, self._theme, self._typesetter.columns)
        for row, top in self._visible_rows():
            laid = self.lay_out(row)
            if top + laid.height >= area.top() and top <= area.bottom():
                row_painter.paint_row(
                    painter,
                    laid,
                    top,
                    self._typesetter,
                    self._shown,
                    self._current,
                    self._parts,
                    self.highlights(row, laid),
                    self._twin_number(laid),
                    waits=self.waits(laid),
                )

    def highlights(self, row: int, laid: LaidRow) -> list[Highlight]:
        """What is to stand out in a row beside its marks; a view with a selection says so here."""
        return []

    def waits(self, laid: LaidRow) -> bool:
        """Whether a paragraph of a row waits for its partner; a view that pairs says so here."""
        return False

    def _twin_number(self, laid: LaidRow) -> int | None:
        twin = laid.content.twin
        if twin is None or twin >= len(self._rows):
            return None
        other = self._rows[twin]
        blocks = other.new or other.old
        return blocks[0].number if blocks else None
