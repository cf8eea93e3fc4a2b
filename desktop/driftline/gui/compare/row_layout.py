"""Rows laid out for a width: where every line of text stands, and how its marks look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from driftline.engine.records import Kind, Role, Severity
from driftline.gui.compare.row_content import RowContent, RowKind, Side, TextBlock
from driftline.gui.offsets import QtOffsets
from driftline.gui.theme import reading_font

if TYPE_CHECKING:
    from collections.abc import Collection

    from driftline.gui.compare.row_content import Mark
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts

NUMBER_WIDTH = 30
GUTTER = 36

_UNDERLINES = {
    Severity.HIGH: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Severity.MEDIUM: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.LOW: QTextCharFormat.UnderlineStyle.DotLine,
}
_ROLE_SCALE = {Role.HEADLINE: 1.3, Role.STANDFIRST: 1.06}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the two columns stand in a view of some width, in pixels."""

    old_x: float
    new_x: float
    text_width: float
    gutter_x: float

    @classmethod
    def fit(cls, width: int, fonts: Fonts, character: float) -> Columns:
        """The columns for a view of this width; `character` is the average width of one."""
        half = (width - GUTTER) / 2
        room = half - NUMBER_WIDTH - fonts.margin
        # Longer lines tire the eye; the text is then centred in its half.
        text = max(60.0, min(room, character * fonts.line_length if fonts.line_length else room))
        slack = max(0.0, (room - text) / 2)
        return cls(NUMBER_WIDTH + slack, half + GUTTER + NUMBER_WIDTH + slack, text, half)

    def x(self, side: Side) -> float:
        """Where the text of a side begins."""
        return self.old_x if side is Side.OLD else self.new_x


def _x_of(line: QTextLine, unit: int) -> float:
    # Qt gives the place and the unit it settled on; the stubs know only "object".
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """One block laid out; `y` is its top inside the row."""

    block: TextBlock
    layout: QTextLayout
    offsets: QtOffsets
    y: float
    height: float

    def mark_rectangles(self, mark: Mark, origin: QPointF) -> list[QRectF]:
        """What a mark covers, line by line, with the block's text starting at `origin`."""
        start, end = self.offsets.to_qt(mark.start), self.offsets.to_qt(mark.end)
        return self.rectangles(start, end, origin)

    def rectangles(self, start: int, end: int, origin: QPointF) -> list[QRectF]:
        """What a stretch (in UTF-16 units) covers, line by line."""
        found = []
        for index in range(self.layout.lineCount()):
            line = self.layout.lineAt(index)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first > last or (first == last and start != end):
                continue
            x1, x2 = _x_of(line, first), _x_of(line, last)
            left, right = min(x1, x2), max(x1, x2)
            found.append(
                QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
            )
            if start == end:
                break
        return found


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row laid out: both sides' blocks and the height of the taller one, in pixels."""

    content: RowContent
    old: tuple[LaidBlock, ...]
    new: tuple[LaidBlock, ...]
    height: int
    tag_height: float

    def blocks(self, side: Side) -> tuple[LaidBlock, ...]:
        """The laid-out blocks of one side."""
        return self.old if side is Side.OLD else self.new

    def units(self, side: Side, block: int, start: int, end: int) -> tuple[int, int]:
        """Code-point offsets of a block in UTF-16 units."""
        offsets = self.blocks(side)[block].offsets
        return offsets.to_qt(start), offsets.to_qt(end)


class RowTypesetter:
    """Lays out rows for one width, typeface and theme."""

    def __init__(self, fonts: Fonts, theme: Theme, width: int) -> None:
        self.font = font = reading_font(fonts)
        self.theme = theme
        metrics = QFontMetricsF(font)
        self._character = metrics.averageCharWidth()
        self.columns = Columns.fit(width, fonts, self._character)
        self._spacing = fonts.line_spacing
        self.line_height = metrics.height() * fonts.line_spacing
        self._gap = metrics.height() * fonts.paragraph_gap
        # Half a gap above a row and half below; marks at the edge still need a little room.
        self.row_padding = max(3.0, self._gap / 2)
        self._per_line = max(8.0, self.columns.text_width / self._character)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.8)
        self.tag_height = QFontMetricsF(small).height() + 4

    def estimate(self, content: RowContent) -> int:
        """A row's height guessed from the number of its characters."""
        height = 0.0
        for side in Side:
            blocks = content.blocks(side)
            lines = sum(-(-len(b.text) // self._per_line) or 1 for b in blocks)
            height = max(height, lines * self.line_height + self._gap * (len(blocks) - 1))
        return round(height + 2 * self.row_padding + self._tag(content))

    def lay_out(self, content: RowContent, shown: Collection[int]) -> LaidRow:
        """The row laid out; only the edits whose ids are `shown` are marked."""
        tag = self._tag(content)
        old, old_end = self._side(content, Side.OLD, shown, tag)
        new, new_end = self._side(content, Side.NEW, shown, tag)
        least = self.row_padding + self.line_height
        height = round(max(old_end, new_end, least) + self.row_padding)
        return LaidRow(content, old, new, height, tag)

    def _tag(self, content: RowContent) -> float:
        moved = content.kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE)
        return self.tag_height if moved else 0.0

    def _side(
        self, content: RowContent, side: Side, shown: Collection[int], tag: float
    ) -> tuple[tuple[LaidBlock, ...], float]:
        y = self.row_padding + tag
        laid = []
        for index, block in enumerate(content.blocks(side)):
            if index:
                y += self._gap
            offsets = QtOffsets(block.text)
            layout = self._layout(block)
            layout.setFormats(self._formats(block, offsets, side, shown))
            height = self._break_lines(layout)
            laid.append(LaidBlock(block, layout, offsets, y, height))
            y += height
        return tuple(laid), y

    def _layout(self, block: TextBlock) -> QTextLayout:
        font = self.font
        if block.role is not Role.BODY:
            font = QFont(font)
            font.setPointSizeF(font.pointSizeF() * _ROLE_SCALE.get(block.role, 1.0))
            font.setBold(block.role in (Role.HEADLINE, Role.SUBHEADING))
            font.setItalic(block.role is Role.STANDFIRST)
        layout = QTextLayout(block.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        return layout

    def _break_lines(self, layout: QTextLayout) -> float:
        y = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.columns.text_width)
            line.setPosition(QPointF(0, y))
            y += line.height() * self._spacing
        layout.endLayout()
        return y

    def _formats(
        self, block: TextBlock, offsets: QtOffsets, side: Side, shown: Collection[int]
    ) -> list[QTextLayout.FormatRange]:
        ranges = []
        for mark in block.marks:
            if mark.start == mark.end or mark.edit.id not in shown:
                continue
            style = self._style(mark, side)
            if style is None:
                continue
            piece = QTextLayout.FormatRange()
            piece.start = offsets.to_qt(mark.start)
            piece.length = offsets.to_qt(mark.end) - piece.start
            piece.format = style
            ranges.append(piece)
        return ranges

    def _style(self, mark: Mark, side: Side) -> QTextCharFormat | None:
        edit = mark.edit
        if edit.kind is Kind.MOVE and len(edit.a) and len(edit.b):
            return self._moved_style(mark, side)
        style = QTextCharFormat()
        strong = edit.severity is Severity.HIGH
        name = "old" if side is Side.OLD else "new"
        style.setBackground(self.theme.color(f"{name}_strong" if strong else name))
        ink = self.theme.color(f"{name}_ink")
        if side is Side.OLD and not len(edit.b):
            style.setFontStrikeOut(True)
        style.setUnderlineStyle(_UNDERLINES[edit.severity])
        style.setUnderlineColor(ink)
        return style

    def _moved_style(self, mark: Mark, side: Side) -> QTextCharFormat | None:
        # A whole moved paragraph has its band and tag; a sentence moved inside one is underlaid.
        style = QTextCharFormat()
        style.setBackground(self.theme.color("moved"))
        return style
