"""Draws an `Entry`: a quiet head with a badge, then its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from driftline.gui.models.entries import ENTRY_ROLE, Entry
from driftline.gui.panes.entry_text import EntryFonts, EntryRows

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from driftline.gui.theme import Theme

_SIGN = 14
_INDENT = 16
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class EntryDelegate(QStyledItemDelegate):
    """Every entry has the height of its list: a head and `lines` lines.

    An entry with a single `Line` may wrap over all of them.
    """

    #: Pixels between an entry and its edge, and the ink and weight of its head.
    padding = 8
    head_ink, head_weight = "quiet", QFont.Weight.Normal
    #: Whether the head, rather than the badge, is whole where there is no room for both.
    head_first = False

    def __init__(self, theme: Theme, lines: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = lines
        self._fonts: EntryFonts | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, self.height(option.font, self._lines))

    def height(self, font: QFont, lines: int) -> int:
        """The height of an entry of so many lines, in pixels."""
        fonts = self.fonts(font)
        return fonts.head_height + lines * fonts.line_height + 2 * self.padding

    def fonts(self, font: QFont) -> EntryFonts:
        """What an entry in a font is set in."""
        if self._fonts is None or self._fonts.plain != font:
            self._fonts = EntryFonts(font, self.head_weight)
        return self._fonts

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
        self.paint_ground(painter, option, index)
        self.draw(painter, option, entry)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint what an entry stands on: whether it is chosen, or under the mouse."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, self.theme.color("new"))
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            bar = QStyle.visualRect(option.direction, option.rect, bar)
            painter.fillRect(bar, self.theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.color("raised"))
        painter.setPen(self.theme.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        """Draw an entry into the rectangle of an option, as many lines as it has room for."""
        lead = self.padding + 2 + entry.indent * _INDENT
        area = option.rect.adjusted(lead, self.padding, -self.padding, -self.padding)
        area = QStyle.visualRect(option.direction, option.rect, area)
        y = self._paint_head(painter, entry, area, option)
        self.draw_lines(painter, entry, area, y, option)

    def _paint_head(
        self, painter: QPainter, entry: Entry, area: QRect, option: QStyleOptionViewItem
    ) -> int:
        fonts, mirrored = self.fonts(option.font), option.direction
        right, height = area.right() + 1, fonts.head_height
        if entry.badge:
            metrics = fonts.badge_metrics
            kept = fonts.head_metrics.horizontalAdvance(entry.head) + 10 if self.head_first else 0
            width = min(metrics.horizontalAdvance(entry.badge) + 2, area.width() - kept)
            painter.setFont(fonts.badge)
            painter.setPen(self.theme.color(entry.badge_ink))
            box = QRect(right - width, area.top(), width, height)
            text = metrics.elidedText(entry.badge, Qt.TextElideMode.ElideRight, width)
            end = QStyle.visualAlignment(mirrored, Qt.AlignmentFlag.AlignRight)
            painter.drawText(QStyle.visualRect(mirrored, area, box), end, text)
            right -= width + 8
        if entry.head:
            painter.setFont(fonts.head)
            painter.setPen(self.theme.color(self.head_ink))
            width = max(0, right - area.left())
            box = QRect(area.left(), area.top(), width, height)
            # Names of versions differ at their ends as often as at their beginnings.
            middle = Qt.TextElideMode.ElideMiddle
            text = fonts.head_metrics.elidedText(entry.head, middle, width)
            start = QStyle.visualAlignment(mirrored, Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QStyle.visualRect(mirrored, area, box), start, text)
        return area.top() + height

    def draw_lines(
        self, painter: QPainter, entry: Entry, area: QRect, y: int, option: QStyleOptionViewItem
    ) -> None:
        """Draw the lines of an entry from y to the bottom of an area."""
        fonts, direction = self.fonts(option.font), option.direction
        height, mirrored = fonts.line_height, direction is Qt.LayoutDirection.RightToLeft
        room = max(1, (area.bottom() + 1 - y) // height)
        for line in entry.lines[:room]:
            text = QRect(area.left(), y, area.width(), height)
            if line.sign:
                painter.setFont(fonts.bold if line.bold else fonts.plain)
                painter.setPen(self.theme.color(line.ink))
                box = QRect(area.left(), y, _SIGN, height)
                text.setLeft(text.left() + _SIGN)
                painter.drawText(
                    QStyle.visualRect(direction, area, box),
                    QStyle.visualAlignment(direction, _START),
                    line.sign,
                )
            if mirrored:
                text = QStyle.visualRect(direction, area, text)
            rows = EntryRows(
                line, fonts, self.theme, text.width(), room if len(entry.lines) == 1 else 1
            )
            rows.draw(painter, text.left(), y, height, mirrored=mirrored)
            y += len(rows) * height
