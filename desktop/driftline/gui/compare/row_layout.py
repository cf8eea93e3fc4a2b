"""Rows laid out for a width: where every line of text stands, and how its marks look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from driftline.engine.records import Kind, Role, Severity
from driftline.gui.compare.row_content import ONE_SIDED, RowContent, RowKind, Side, TextBlock
from driftline.gui.offsets import QtOffsets
from driftline.gui.theme import reading_font
from driftline.report.legible import direction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from driftline.gui.compare.row_content import Mark
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts

GUTTER = 36
#: Between a paragraph's number and its text.
NUMBER_GAP = 10

_UNDERLINES = {
    Severity.HIGH: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Severity.MEDIUM: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.LOW: QTextCharFormat.UnderlineStyle.DotLine,
}
_ADDED_OR_DROPPED = frozenset({Kind.INSERTION, Kind.DELETION, Kind.MOVE})
_ROLE_SCALE = {Role.HEADLINE: 1.3, Role.STANDFIRST: 1.06}


@dataclass(frozen=True, slots=True)
class Page:
    """What the columns are fitted to: pixels across, how they stand, the highest number in them."""

    width: int
    inline: bool = False
    mirrored: bool = False
    paragraphs: int = 1


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the texts stand in a view, in pixels.

    Beside one another the older one is left (right where the interface reads from right to left);
    a redline has one column, on the newer side.
    """

    old_x: float
    new_x: float
    text_width: float
    number_width: float
    gutter_x: float
    width: int
    inline: bool = False
    mirrored: bool = False

    @classmethod
    def fit(cls, page: Page, fonts: Fonts, character: float, digit: float) -> Columns:
        """The columns of a page; `character` is the average width of one, `digit` of a small 1."""
        half = (page.width - GUTTER) / (1 if page.inline else 2)
        number = max(30.0, digit * len(str(page.paragraphs)) + NUMBER_GAP + 6)
        room = half - number - fonts.margin
        # Longer lines tire the eye; the text is then centred in its half.
        text = max(60.0, min(room, character * fonts.line_length if fonts.line_length else room))
        slack = max(0.0, (room - text) / 2) + (fonts.margin if page.mirrored else number)
        left, right = slack, half + GUTTER + slack
        gutter = half
        if page.inline:
            gutter = half if page.mirrored else 0.0
            left = right = slack + (0.0 if page.mirrored else GUTTER)
        elif page.mirrored:
            left, right = right, left
        return cls(left, right, text, number, gutter, page.width, page.inline, page.mirrored)

    def x(self, side: Side) -> float:
        """Where the text of a side begins."""
        return self.old_x if side is Side.OLD else self.new_x

    def number_box(self, side: Side) -> tuple[float, float]:
        """Where a side's paragraph numbers stand: (left, width)."""
        width = self.number_width - NUMBER_GAP
        if self.mirrored:
            return self.x(side) + self.text_width + NUMBER_GAP, width
        return self.x(side) - self.number_width, width

    def band(self, side: Side) -> tuple[float, float]:
        """A side's part of the page: (left, width)."""
        after = self.gutter_x + GUTTER
        if self.inline:
            return (0.0, self.gutter_x) if self.mirrored else (after, self.width - after)
        first = (side is Side.OLD) is not self.mirrored
        return (0.0, self.gutter_x) if first else (after, self.width - after)

    def side_at(self, x: float) -> Side:
        """The side at a place across the page."""
        if self.inline:
            return Side.NEW
        first = x < self.gutter_x + GUTTER / 2
        return Side.OLD if first is not self.mirrored else Side.NEW


#: Signs that run from right to left, or make others do so.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def x_of(line: QTextLine, unit: int) -> float:
    """Where the caret stands before a character, in pixels of the text."""
    # Qt gives the place and the unit it settled on; the stubs know only "object".
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x


def _stretches(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """What characters cover on a line in which writing directions meet: (left, right) each."""
    # Carets are ambiguous where directions meet; glyphs are not.
    boxes = sorted(
        (run.boundingRect().left(), run.boundingRect().right())
        for run in line.glyphRuns(start, end - start)
    )
    joined: list[tuple[float, float]] = []
    for left, right in boxes:
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _format(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """A style for UTF-16 units."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, style
    return made


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """One block laid out; `y` is its top inside the row.

    `mixed` when some of it runs from right to left.
    """

    block: TextBlock
    layout: QTextLayout
    offsets: QtOffsets
    y: float
    height: float
    mixed: bool

    def mark_rectangles(self, mark: Mark, origin: QPointF) -> list[QRectF]:
        """What a mark covers, line by line, with the block's text starting at `origin`."""
        return self.rectangles(*self.offsets.pair(mark.start, mark.end), origin)

    def rectangles(self, start: int, end: int, origin: QPointF) -> list[QRectF]:
        """What a stretch (in UTF-16 units) covers, line by line."""
        found = []
        for index in range(self.layout.lineCount()):
            line = self.layout.lineAt(index)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first > last or (first == last and start != end):
                continue
            if start == end:
                across = [(x_of(line, start), x_of(line, start))]
            elif self.mixed:
                across = _stretches(line, first, last)
            else:
                across = [(x_of(line, first), x_of(line, last))]
            found += [
                QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
                for left, right in across
            ]
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

    def boxes(self, edit: int, side: Side, origin: QPointF) -> list[QRectF]:
        """What an edit covers on a side, with the row's text there starting at `origin`."""
        return [
            box
            for block in self.blocks(side)
            for mark in block.block.marks
            if mark.edit.id == edit
            for box in block.mark_rectangles(mark, origin + QPointF(0, block.y))
        ]

    def height_of(self, edit: int) -> float:
        """How far down in the row an edit stands."""
        boxes = (self.boxes(edit, side, QPointF()) for side in Side)
        return next((found[0].top() for found in boxes if found), 0.0)

    def height_of_source(self, side: Side, offset: int) -> float:
        """How far down in the row a place of a version's source stands."""
        y = 0.0
        for block in (*self.old, *self.new):
            at = block.block.block_offset(side, offset)
            if at is not None:
                unit = block.offsets.to_qt(at)
                found = block.rectangles(unit, unit, QPointF(0, block.y))
                y = found[0].top() if found else block.y
        return y

    def units(self, side: Side, block: int, start: int, end: int) -> tuple[int, int]:
        """Code-point offsets of a block in UTF-16 units."""
        return self.blocks(side)[block].offsets.pair(start, end)


class RowTypesetter:
    """Lays out rows for one width, typeface and theme."""

    def __init__(self, fonts: Fonts, theme: Theme, page: Page) -> None:
        self.font = font = reading_font(fonts)
        self.theme = theme
        metrics = QFontMetricsF(font)
        self.small = QFont(QFont().families())
        self.small.setPointSizeF(font.pointSizeF() * 0.78)
        small = QFontMetricsF(self.small)
        self.signs = QFont(QFont().families(), round(font.pointSizeF()))
        self._character = metrics.averageCharWidth()
        self.columns = Columns.fit(page, fonts, self._character, small.horizontalAdvance("0"))
        self._gone = QTextCharFormat()
        self._gone.setFontStrikeOut(True)
        self._gone.setForeground(theme.color("quiet"))
        self._spacing = fonts.line_spacing
        self.line_height = metrics.height() * fonts.line_spacing
        self._gap = metrics.height() * fonts.paragraph_gap
        # Half a gap above a row and half below; marks at the edge still need a little room.
        self.row_padding = max(3.0, self._gap / 2)
        self._per_line = max(8.0, self.columns.text_width / self._character)
        self.tag_height = small.height() + 4

    def estimates(self, rows: Sequence[RowContent]) -> list[int]:
        """The rows' heights guessed from the numbers of their characters."""
        known: dict[int, int] = {}
        heights = []
        for content in rows:
            old, new = content.old, content.new
            if len(old) != 1 or len(new) != 1:
                heights.append(self._estimate(content))
                continue
            # A long comparison has ten thousand rows, but of no more than some hundred lengths.
            length, other = len(old[0].text), len(new[0].text)
            if other > length:
                length = other
            if length not in known:
                known[length] = self._estimate(content)
            heights.append(known[length])
        return heights

    def _estimate(self, content: RowContent) -> int:
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
            mixed = not block.text.isascii() and bool(_RIGHT_TO_LEFT.search(block.text))
            layout = self._layout(block, right=mixed and direction(block.text) == "rtl")
            layout.setFormats(self._formats(block, offsets, content.kind, shown))
            height = self._break_lines(layout)
            laid.append(LaidBlock(block, layout, offsets, y, height, mixed))
            y += height
        return tuple(laid), y

    def _layout(self, block: TextBlock, *, right: bool) -> QTextLayout:
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
        if right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
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
        self, block: TextBlock, offsets: QtOffsets, kind: RowKind, shown: Collection[int]
    ) -> list[QTextLayout.FormatRange]:
        ranges = [
            _format(*offsets.pair(start, end), self._gone)
            for start, end in (block.gone() if self.columns.inline else ())
        ]
        # Shorter marks lie on longer ones: the move of a sentence holds the changes inside it.
        for mark in sorted(block.marks, key=lambda m: m.start - m.end):
            if mark.start == mark.end or mark.edit.id not in shown:
                continue
            # Where a whole row stands in one version alone its band says so; marks over all of it
            # would only make it hard to read.
            if kind in ONE_SIDED and mark.edit.kind in _ADDED_OR_DROPPED:
                continue
            style = self._style(mark)
            ranges.append(_format(*offsets.pair(mark.start, mark.end), style))
        return ranges

    def _style(self, mark: Mark) -> QTextCharFormat:
        edit = mark.edit
        style = QTextCharFormat()
        gone = mark.side is Side.OLD and (self.columns.inline or not len(edit.b))
        style.setFontStrikeOut(gone)
        # On its colour even struck wording is read in full ink.
        style.setForeground(self.theme.color("text"))
        if edit.kind is Kind.MOVE and len(edit.a) and len(edit.b):
            # A moved paragraph has its band and tag; a sentence moved inside one is underlaid.
            style.setBackground(self.theme.color("moved"))
            return style
        strong = edit.severity is Severity.HIGH
        name = "old" if mark.side is Side.OLD else "new"
        style.setBackground(self.theme.color(f"{name}_strong" if strong else name))
        style.setUnderlineStyle(_UNDERLINES[edit.severity])
        # The stroke through words has the same colour as the line under them.
        style.setUnderlineColor(self.theme.color("text" if gone else f"{name}_ink"))
        return style
