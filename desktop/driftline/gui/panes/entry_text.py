"""The text of an `Entry`: its fonts, and a line set as rows, the last one elided."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from driftline.gui.models.entries import Line
    from driftline.gui.theme import Theme

_LEADING = 1.15
_SMALL = 0.86
_HEAVY = QFont.Weight.DemiBold
_NO_WRAP = QTextOption.WrapMode.NoWrap
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
#: No list shows more of a text than this (characters).
_LONGEST = 400


class EntryFonts:
    """The fonts of an entry, measured once for all the entries of a list."""

    def __init__(self, plain: QFont, head_weight: QFont.Weight) -> None:
        self.plain, self.bold, self.heavy = QFont(plain), QFont(plain), QFont(plain)
        self.bold.setBold(True)
        self.heavy.setWeight(_HEAVY)
        self.head = QFont(plain)
        self.head.setPointSizeF(plain.pointSizeF() * _SMALL)
        self.badge = QFont(self.head)
        self.badge.setBold(True)
        self.head.setWeight(head_weight)
        self.plain_metrics, self.bold_metrics = QFontMetrics(self.plain), QFontMetrics(self.bold)
        self.heavy_metrics = QFontMetrics(self.heavy)
        self.head_metrics, self.badge_metrics = QFontMetrics(self.head), QFontMetrics(self.badge)
        #: The heights of a line and of a head, in pixels.
        self.line_height = round(self.plain_metrics.height() * _LEADING)
        self.head_height = self.head_metrics.height()


class EntryRows:
    """A line as at most so many rows of a width (pixels)."""

    def __init__(self, line: Line, fonts: EntryFonts, theme: Theme, width: int, rows: int) -> None:
        self._line, self._theme, self._width = line, theme, width
        self._font = fonts.bold if line.bold else fonts.plain
        metrics = fonts.bold_metrics if line.bold else fonts.plain_metrics
        if _stands_out(line):
            # Elided by the words that take most room.
            metrics = fonts.heavy_metrics
        # A row ends with its layout, which Qt does not keep.
        self._rows: list[tuple[QTextLine, QTextLayout]] = []
        text, start = line.text[:_LONGEST], 0
        if rows > 1 and metrics.horizontalAdvance(text) > width:
            start = self._wrap(text, rows)
        if rest := text[start:]:
            elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            self._lay(elided, start, _NO_WRAP, 1)

    def __len__(self) -> int:
        return len(self._rows)

    def draw(self, painter: QPainter, left: int, top: int, height: int, *, mirrored: bool) -> None:
        """Draw the rows, each so high, from a corner.

        Words that run from right to left end at the right, as all do where it is `mirrored`.
        """
        painter.setPen(self._theme.color(self._line.ink))
        right = mirrored or _leftward(self._line.text)
        for row, _ in self._rows:
            slack = max(0.0, self._width - row.naturalTextWidth()) if right else 0.0
            row.draw(painter, QPointF(left + slack, top + (height - row.height()) / 2 - row.y()))
            top += height

    def _wrap(self, text: str, rows: int) -> int:
        """Fill the rows; gives where the last begins (code points) if the text does not end in it,
        and leaves that out.
        """
        offsets = QtOffsets(text)
        units = self._lay(text, 0, _WRAP, rows)
        if units < offsets.to_qt(len(text)):
            last, _ = self._rows.pop()
            units -= last.textLength()
        return offsets.from_qt(units)

    def _lay(self, text: str, start: int, mode: QTextOption.WrapMode, rows: int) -> int:
        """Set a text that begins at `start` of the line; gives how much it took (UTF-16 units)."""
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(mode)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        if self._line.marked is not None or self._line.struck:
            layout.setFormats(self._formats(text, start))
        layout.beginLayout()
        units = 0
        for _ in range(rows):
            row = layout.createLine()
            if not row.isValid():
                break
            row.setLineWidth(self._width)
            units += row.textLength()
            self._rows.append((row, layout))
        layout.endLayout()
        return units

    def _formats(self, shown: str, start: int) -> list[QTextLayout.FormatRange]:
        """How the parts of a line that begins at `start` are set."""
        line = self._line
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
                style.setForeground(self._theme.color(ink))
                if _stands_out(line) and ink != line.rest:
                    style.setFontWeight(_HEAVY)
                style.setFontStrikeOut(struck)
                piece.format = style
                formats.append(piece)
        return formats


def _leftward(text: str) -> bool:
    """Whether words run from right to left: what their first letter does."""
    if text.isascii():
        return False
    ways = (unicodedata.bidirectional(sign) for sign in text[:_LONGEST])
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def _stands_out(line: Line) -> bool:
    """Whether some words of a line are set heavier than its rest."""
    return line.marked is not None and line.ink != line.rest
