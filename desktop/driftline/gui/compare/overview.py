"""The overview ruler: every change of the whole comparison in one narrow strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from driftline.gui.compare.row_content import RowKind
from driftline.gui.compare.row_painter import bookmark_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from driftline.gui.compare.reading_order import Tick
    from driftline.gui.compare.row_content import RowContent
    from driftline.gui.compare.row_view import RowView
    from driftline.gui.theme import Theme

_WIDTH = 16
_LEAST = 3.0
_INSET = 3
_RIBBON, _RIBBON_HEIGHT = 8, 12
#: Left, top, width, height.
Box = tuple[float, float, float, float]
#: Rows that are drawn as a whole, and their colours.
_WHOLE = {
    RowKind.MOVED_AWAY: "moved_ink",
    RowKind.MOVED_HERE: "moved_ink",
    RowKind.ONLY_OLD: "old_ink",
    RowKind.ONLY_NEW: "new_ink",
}


class OverviewRuler(QWidget):
    """Beside the scroll bar: a tick for each change, wider where it is grave, a ribbon for each
    bookmark.

    A frame shows what is in view; a click or drag goes there.
    """

    def __init__(self, view: RowView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._ticks: Sequence[Tick] = ()
        self._places: Sequence[int] = ()
        self._whole: Sequence[tuple[int, str]] = ()
        self._bookmarks: Collection[int] = ()
        self._picture: QPixmap | None = None
        #: What to fill and in which colour; other colours leave it as it is.
        self._boxes: dict[Box, str] | None = None
        #: How high the rows were when they were drawn, in pixels.
        self._drawn = 0
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Overview of all changes"))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.scrolled.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    def show_rows(
        self,
        rows: Sequence[RowContent] = (),
        one_sided: Iterable[int] = (),
        ticks: Sequence[Tick] = (),
        places: Sequence[int] = (),
    ) -> None:
        """What to draw: of these rows the `one_sided`, and the changes in others. `places` tells
        which of the rows it is that a change (or one_sided) names.
        """
        self._whole = [(places[row], _WHOLE[rows[places[row]].kind]) for row in one_sided]
        self._ticks = ticks
        self._places = places
        self._forget()

    def show_bookmarks(self, rows: Collection[int]) -> None:
        """Show a sign at these rows."""
        self._bookmarks = rows
        self._forget()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._picture = None
        self.update()

    def _fit(self) -> None:
        """Rows have other heights: draw them anew where it can be seen, or no more will follow."""
        geometry = self._view.geometry_of_rows
        unseen = abs(geometry.total - self._drawn) * self.height() * 2 < geometry.total
        if unseen and geometry.first_estimated() is not None:
            self.update()
        else:
            self._forget()

    def _forget(self) -> None:
        self._picture = self._boxes = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        self._drawn = self._view.geometry_of_rows.total
        picture = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color("window"))
        with QPainter(picture) as painter:
            self._paint(painter, ratio)
        return picture

    def _paint(self, painter: QPainter, ratio: float) -> None:
        colors = {name: self._theme.color(name) for name in ("quiet", *_WHOLE.values())}
        if self._boxes is None:
            self._boxes = self._find_boxes(ratio)
        for box, name in self._boxes.items():
            painter.fillRect(QRectF(*box), colors[name])
        geometry = self._view.geometry_of_rows
        scale = self.height() / max(geometry.total, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("window"))
        painter.setBrush(self._theme.color("accent"))
        for row in self._bookmarks:
            y = min(geometry.top(row) * scale, self.height() - _RIBBON_HEIGHT)
            painter.drawPolygon(bookmark_shape((_WIDTH - _RIBBON) / 2, y, _RIBBON, _RIBBON_HEIGHT))

    def _find_boxes(self, ratio: float) -> dict[Box, str]:
        """What to fill in which colour; where many changes meet in one line of dots they are filled
        once.
        """
        geometry = self._view.geometry_of_rows
        tops = geometry.tops()
        scale = self.height() * ratio / max(geometry.total, self.height())
        places = self._places
        lines: set[tuple[int, bool]] = set()
        for row, share, grave, _ in self._ticks:
            top, end = tops[places[row]], tops[places[row] + 1]
            lines.add((int((top + share * (end - top)) * scale), grave))
        boxes: dict[Box, str] = {}
        for line, grave in lines:
            inset = _INSET if grave else _INSET + 3
            boxes[inset, line / ratio, _WIDTH - 2 * inset, _LEAST] = "quiet"
        for row, name in self._whole:
            line, end = round(tops[row] * scale), round(tops[row + 1] * scale)
            height = max(_LEAST, (end - line) / ratio - 1)
            boxes[_INSET, line / ratio, _WIDTH - 2 * _INSET, height] = name
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._draw()
        bar = self._view.verticalScrollBar()
        total = max(bar.maximum() + bar.pageStep(), 1)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if bar.maximum() > 0:
                top = bar.value() / total * self.height()
                height = max(12.0, bar.pageStep() / total * self.height())
                painter.setPen(self._theme.color("accent"))
                painter.drawRect(QRectF(1.5, top + 0.5, _WIDTH - 3, height - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().y())

    def _go(self, y: float) -> None:
        bar = self._view.verticalScrollBar()
        total = bar.maximum() + bar.pageStep()
        bar.setValue(round(y / max(1, self.height()) * total - bar.pageStep() / 2))
