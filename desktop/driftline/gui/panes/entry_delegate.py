"""Draws an `Entry`: a quiet head with a badge, then its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from driftline.gui.models.entries import ENTRY_ROLE, Entry

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from driftline.gui.theme import Theme

_PADDING = 8
_LEADING = 1.15


class EntryDelegate(QStyledItemDelegate):
    """Every entry has the height of its list: a head and `lines` lines.

    An entry with a single `Line` may wrap over all of them.
    """

    def __init__(self, theme: Theme, lines: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = lines

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        head = QFontMetrics(self._small(option.font)).height()
        line = round(QFontMetrics(option.font).height() * _LEADING)
        return QSize(120, head + self._lines * line + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, self.theme.color("new"))
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(bar, self.theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.color("raised"))
        painter.setPen(self.theme.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = option.rect.adjusted(_PADDING + 2, _PADDING, -_PADDING, -_PADDING)
        y = self._paint_head(painter, entry, area, option.font)
        self._paint_lines(painter, entry, area, y, option.font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.86)
        return small

    def _paint_head(self, painter: QPainter, entry: Entry, area: QRect, font: QFont) -> int:
        small = self._small(font)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        right = area.right() + 1
        if entry.badge:
            badge = QFont(small)
            badge.setBold(True)
            painter.setFont(badge)
            width = min(QFontMetrics(badge).horizontalAdvance(entry.badge) + 2, area.width())
            painter.setPen(self.theme.color(entry.badge_ink))
            box = QRect(right - width, area.top(), width, metrics.height())
            text = QFontMetrics(badge).elidedText(entry.badge, Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, text)
            right -= width + 8
            painter.setFont(small)
        painter.setPen(self.theme.color("quiet"))
        width = max(0, right - area.left())
        text = metrics.elidedText(entry.head, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(area.left(), area.top(), width, metrics.height()), 0, text)
        return area.top() + metrics.height()

    def _paint_lines(
        self, painter: QPainter, entry: Entry, area: QRect, y: int, font: QFont
    ) -> None:
        metrics = QFontMetrics(font)
        height = round(metrics.height() * _LEADING)
        for line in entry.lines[: self._lines]:
            style = QFont(font)
            style.setStrikeOut(line.struck)
            style.setBold(line.bold)
            painter.setFont(style)
            painter.setPen(self.theme.color(line.ink))
            rows = self._lines if len(entry.lines) == 1 else 1
            for text in wrapped(line.text, style, area.width(), rows):
                painter.drawText(
                    QRect(area.left(), y, area.width(), height),
                    Qt.AlignmentFlag.AlignVCenter,
                    text,
                )
                y += height


def wrapped(text: str, font: QFont, width: int, rows: int) -> list[str]:
    """A text broken into at most so many rows of a width (pixels), the last one elided."""
    layout = QTextLayout(text[:400].replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    for _ in range(rows + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    # Qt's offsets: cut the text in Qt's units by going through UTF-16.
    units = layout.text().encode("utf-16-le")
    pieces = [
        units[2 * start : 2 * end].decode("utf-16-le", "ignore").strip()
        for start, end in zip(starts, [*starts[1:], len(units) // 2], strict=True)
    ]
    if len(pieces) > rows:
        rest = units[2 * starts[rows - 1] :].decode("utf-16-le", "ignore").strip()
        elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        pieces = [*pieces[: rows - 1], elided]
    return pieces
