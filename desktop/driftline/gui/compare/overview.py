"""The overview ruler: every change of the whole comparison in one narrow strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from driftline.engine.records import Severity
from driftline.gui.compare.row_content import RowKind
from driftline.gui.compare.row_painter import bookmark_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from driftline.gui.compare.row_content import RowContent
    from driftline.gui.compare.row_view import RowView
    from driftline.gui.theme import Theme

_WIDTH = 16
_LEAST = 3.0
_INSET = 3
_RIBBON, _RIBBON_HEIGHT = 8, 12
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
        self._rows: Sequence[RowContent] = ()
        self._ticks: list[tuple[tuple[float, bool], ...]] = []
        self._bookmarks: Collection[int] = ()
        self._picture: QPixmap | None = None
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Overview of all changes"))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.scrolled.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self._forget)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    def show_rows(self, rows: Sequence[RowContent], shown: Collection[int]) -> None:
        """The rows and edits to draw."""
        self._rows = rows
        self._ticks = [tuple(_ticks(content, shown)) for content in rows]
        self._forget()

    def show_bookmarks(self, rows: Collection[int]) -> None:
        """Show a sign at these rows."""
        self._bookmarks = rows
        self._forget()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._forget()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color("window"))
        painter = QPainter(picture)
        geometry = self._view.geometry_of_rows
        scale = self.height() / max(geometry.total, self.height())
        quiet = self._theme.color("quiet")
        top = 0.0
        for row, content in enumerate(self._rows[: len(geometry)]):
            height = geometry.height(row) * scale
            name = _WHOLE.get(content.kind)
            if name is not None:
                tick = QRectF(_INSET, top, _WIDTH - 2 * _INSET, max(_LEAST, height - 1))
                painter.fillRect(tick, self._theme.color(name))
            else:
                for share, grave in self._ticks[row]:
                    inset = _INSET if grave else _INSET + 3
                    tick = QRectF(inset, top + share * height, _WIDTH - 2 * inset, _LEAST)
                    painter.fillRect(tick, quiet)
            top += height
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("window"))
        painter.setBrush(self._theme.color("accent"))
        for row in self._bookmarks:
            y = min(geometry.top(row) * scale, self.height() - _RIBBON_HEIGHT)
            painter.drawPolygon(bookmark_shape((_WIDTH - _RIBBON) / 2, y, _RIBBON, _RIBBON_HEIGHT))
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        bar = self._view.verticalScrollBar()
        total = max(bar.maximum() + bar.pageStep(), 1)
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


def _ticks(content: RowContent, shown: Collection[int]) -> Iterator[tuple[float, bool]]:
    """For each change in a row how far down it stands (0 to 1), and whether it is grave."""
    if content.kind in _WHOLE:
        return
    for blocks in (content.old, content.new):
        for block in blocks:
            for mark in block.marks:
                if mark.edit.id in shown:
                    yield mark.start / max(1, len(block.text)), mark.edit.severity is Severity.HIGH
