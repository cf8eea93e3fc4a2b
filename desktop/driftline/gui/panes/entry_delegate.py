"""Draws an `Entry`: a quiet head with a badge, then its lines."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from driftline.gui.models.entries import ENTRY_ROLE, Entry, Line
from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from driftline.gui.theme import Theme

_LEADING = 1.15
_SIGN = 14
_INDENT = 16
_HEAVY = QFont.Weight.DemiBold
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
#: No list shows more of a text than this (characters).
_LONGEST = 400


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

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, self.height(option.font, self._lines))

    def height(self, font: QFont, lines: int) -> int:
        """The height of an entry of so many lines, in pixels."""
        head = QFontMetrics(self._small(font)).height()
        return head + lines * self.line_height(font) + 2 * self.padding

    def line_height(self, font: QFont) -> int:
        """The height of a line, in pixels."""
        return round(QFontMetrics(font).height() * _LEADING)

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

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.86)
        return small

    def _paint_head(
        self, painter: QPainter, entry: Entry, area: QRect, option: QStyleOptionViewItem
    ) -> int:
        small = self._small(option.font)
        metrics = QFontMetrics(small)
        mirrored = option.direction
        right = area.right() + 1
        kept = metrics.horizontalAdvance(entry.head) + 10 if self.head_first else 0
        if entry.badge:
            badge = QFont(small)
            badge.setBold(True)
            painter.setFont(badge)
            width = min(QFontMetrics(badge).horizontalAdvance(entry.badge) + 2, area.width() - kept)
            painter.setPen(self.theme.color(entry.badge_ink))
            box = QRect(right - width, area.top(), width, metrics.height())
            text = QFontMetrics(badge).elidedText(entry.badge, Qt.TextElideMode.ElideRight, width)
            end = QStyle.visualAlignment(mirrored, Qt.AlignmentFlag.AlignRight)
            painter.drawText(QStyle.visualRect(mirrored, area, box), end, text)
            right -= width + 8
        small.setWeight(self.head_weight)
        painter.setFont(small)
        painter.setPen(self.theme.color(self.head_ink))
        width = max(0, right - area.left())
        box = QRect(area.left(), area.top(), width, metrics.height())
        # Names of versions differ at their ends as often as at their beginnings.
        text = metrics.elidedText(entry.head, Qt.TextElideMode.ElideMiddle, width)
        start = QStyle.visualAlignment(mirrored, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QStyle.visualRect(mirrored, area, box), start, text)
        return area.top() + metrics.height()

    def draw_lines(
        self, painter: QPainter, entry: Entry, area: QRect, y: int, option: QStyleOptionViewItem
    ) -> None:
        """Draw the lines of an entry from y to the bottom of an area."""
        height = self.line_height(option.font)
        room = max(1, (area.bottom() + 1 - y) // height)
        for line in entry.lines[:room]:
            style = QFont(option.font)
            style.setBold(line.bold)
            text = QRect(area.left(), y, area.width(), height)
            if line.sign:
                painter.setFont(style)
                painter.setPen(self.theme.color(line.ink))
                box = QRect(area.left(), y, _SIGN, height)
                text.setLeft(text.left() + _SIGN)
                painter.drawText(
                    QStyle.visualRect(option.direction, area, box),
                    QStyle.visualAlignment(option.direction, _START),
                    line.sign,
                )
            text = QStyle.visualRect(option.direction, area, text)
            rows = room if len(entry.lines) == 1 else 1
            for layout in self._set(line, style, text.width(), rows):
                top = y + (height - layout.boundingRect().height()) / 2
                # Lines end where the window's other words do: those that run from right to left
                # in their own way too.
                right = option.direction is Qt.LayoutDirection.RightToLeft or _leftward(line.text)
                slack = text.width() - layout.lineAt(0).naturalTextWidth() if right else 0.0
                layout.draw(painter, QPointF(text.left() + max(0.0, slack), top))
                y += height

    def _set(self, line: Line, font: QFont, width: int, rows: int) -> list[QTextLayout]:
        """The line as rows of text, the last one elided."""
        layouts = []
        position = 0
        text = line.text[:_LONGEST]
        for row in range(rows):
            rest = text[position:]
            if not rest:
                break
            last = row == rows - 1
            taken = len(rest) if last else self._fitting(rest, line, position, font, width)
            shown = rest[:taken]
            if last:
                shown = QFontMetrics(self._widest(line, font)).elidedText(
                    shown, Qt.TextElideMode.ElideRight, width
                )
            layouts.append(self._row(shown, line, position, font, width))
            position += taken
        return layouts

    def _widest(self, line: Line, font: QFont) -> QFont:
        """The font of the words that take most room."""
        if not _stands_out(line):
            return font
        heavy = QFont(font)
        heavy.setWeight(_HEAVY)
        return heavy

    def _row(self, shown: str, line: Line, start: int, font: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(self._formats(shown, line, start))
        layout.beginLayout()
        text_line = layout.createLine()
        text_line.setLineWidth(width)
        layout.endLayout()
        return layout

    def _formats(self, shown: str, line: Line, start: int) -> list[QTextLayout.FormatRange]:
        """How the part of a line that begins at `start` is set."""
        first, last = line.marked or (0, len(line.text))
        first, last = max(0, first - start), min(len(shown), last - start)
        offsets = QtOffsets(shown)
        formats = []
        for a, b, ink, struck in (
            (0, len(shown), line.rest, False),
            (first, last, line.ink, line.struck),
        ):
            if a < b:
                piece = QTextLayout.FormatRange()
                piece.start, piece.length = offsets.to_qt(a), offsets.span(a, b)
                style = QTextCharFormat()
                style.setForeground(self.theme.color(ink))
                if _stands_out(line) and ink != line.rest:
                    style.setFontWeight(_HEAVY)
                style.setFontStrikeOut(struck)
                piece.format = style
                formats.append(piece)
        return formats

    def _fitting(self, text: str, line: Line, start: int, font: QFont, width: int) -> int:
        """How many code points of the rest of a line fit on one row, cut between words where that
        can be.
        """
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text, line, start))
        layout.beginLayout()
        row = layout.createLine()
        row.setLineWidth(width)
        layout.endLayout()
        return max(1, QtOffsets(text).from_qt(row.textLength()))


def _leftward(text: str) -> bool:
    """Whether words run from right to left: what their first letter does."""
    ways = (unicodedata.bidirectional(sign) for sign in text[:_LONGEST])
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def _stands_out(line: Line) -> bool:
    """Whether some words of a line are set heavier than its rest."""
    return line.marked is not None and line.ink != line.rest
