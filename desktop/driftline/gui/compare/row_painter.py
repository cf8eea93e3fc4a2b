"""Draws the rows of the side-by-side view, and finds what is under the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout

from driftline.engine.records import Kind
from driftline.gui.compare.row_content import RowKind, Side
from driftline.gui.compare.row_layout import GUTTER
from driftline.gui.language.translation import translated as _

if TYPE_CHECKING:
    from collections.abc import Collection

    from driftline.gui.compare.row_layout import Columns, LaidBlock, LaidRow, RowTypesetter
    from driftline.gui.theme import Theme

_SIGNS = {
    RowKind.SAME: "",
    RowKind.CHANGED: "≠",
    RowKind.HEADING: "≠",
    RowKind.ONLY_OLD: "−",
    RowKind.ONLY_NEW: "+",
    RowKind.MOVED_AWAY: "↷",
    RowKind.MOVED_HERE: "↶",
    RowKind.FOLDED: "",
}

#: Rows of which one side alone has text: that side, and the colour of its band.
_BANDS = {
    RowKind.ONLY_OLD: (Side.OLD, "only_old"),
    RowKind.ONLY_NEW: (Side.NEW, "only_new"),
    RowKind.MOVED_AWAY: (Side.OLD, "moved"),
    RowKind.MOVED_HERE: (Side.NEW, "moved"),
}
_INKS = {
    RowKind.ONLY_OLD: "old_ink",
    RowKind.ONLY_NEW: "new_ink",
    RowKind.MOVED_AWAY: "moved_ink",
    RowKind.MOVED_HERE: "moved_ink",
}
#: The sign of a paragraph that waits for its partner.
_WAITS = "⇄"
#: How wide a bookmark is; the sign of its row stands beside it.
_RIBBON = 7
#: The bar beside a row that one version alone has.
_BAR = 3


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a block that stands out: words found, or (`selected`) words selected.

    `units` are UTF-16 units (start, end) in the block.
    """

    side: Side
    block: int
    units: tuple[int, int]
    selected: bool = False


def paint_page(painter: QPainter, area: QRect, theme: Theme, columns: Columns) -> None:
    """The paper under the texts and the strip between them."""
    painter.fillRect(area, theme.color("page"))
    strip = QRectF(columns.gutter_x, area.top(), GUTTER, area.height())
    painter.fillRect(strip, theme.color("window"))
    painter.setPen(theme.color("line"))
    for x in (columns.gutter_x, columns.gutter_x + GUTTER):
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 1))


def paint_row(
    painter: QPainter,
    laid: LaidRow,
    top: int,
    typesetter: RowTypesetter,
    shown: Collection[int],
    current: int | None,
    parts: Collection[int],
    highlights: Collection[Highlight],
    twin_number: int | None,
    *,
    waits: bool,
) -> None:
    """One row: its bands, both texts with their marks, the sign in the gutter. The `current` change
    is outlined, and the `parts` of the same act.

    `waits` where a paragraph of it waits for its partner.
    """
    if laid.content.kind is RowKind.FOLDED:
        _paint_fold(painter, laid, top, typesetter)
        return
    _paint_bands(painter, laid, top, typesetter, twin_number)
    for side in Side:
        for index, block in enumerate(laid.blocks(side)):
            origin = QPointF(typesetter.columns.x(side), top + block.y)
            _paint_number(painter, block, origin, side, typesetter)
            here = [h for h in highlights if h.side is side and h.block == index]
            _paint_text(painter, block, origin, typesetter.theme, here)
            _paint_places(painter, block, origin, typesetter.theme, shown)
            _paint_current(painter, block, origin, typesetter.theme, current, parts)
    sign, ink = (_WAITS, "accent") if waits else _sign(laid, shown)
    painter.setFont(typesetter.signs)
    painter.setPen(typesetter.theme.color(ink))
    box = QRectF(typesetter.columns.gutter_x, top + 6, GUTTER, typesetter.line_height)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def _paint_bands(
    painter: QPainter,
    laid: LaidRow,
    top: int,
    typesetter: RowTypesetter,
    twin_number: int | None,
) -> None:
    kind = laid.content.kind
    theme, columns = typesetter.theme, typesetter.columns
    if kind not in _BANDS:
        return
    side, color = _BANDS[kind]
    x, across = columns.band(side)
    painter.fillRect(QRectF(x, top, across, laid.height), theme.color(color))
    edge = x + across - _BAR if columns.mirrored else x
    painter.fillRect(QRectF(edge, top, _BAR, laid.height), theme.color(_INKS[kind]))
    if laid.tag_height:
        text = (
            _("moved to paragraph {number}")
            if kind is RowKind.MOVED_AWAY
            else _("moved from paragraph {number}")
        ).format(number=twin_number or "?")
        painter.setFont(typesetter.small)
        painter.setPen(theme.color("moved_ink"))
        if painter.fontMetrics().horizontalAdvance(f"{_SIGNS[kind]} {text}") > columns.text_width:
            text = f"¶ {twin_number or '?'}"
        tag = QRectF(columns.x(side), top + 5, columns.text_width, laid.tag_height)
        painter.drawText(tag, Qt.AlignmentFlag.AlignVCenter, f"{_SIGNS[kind]} {text}")


def _paint_fold(painter: QPainter, laid: LaidRow, top: int, typesetter: RowTypesetter) -> None:
    band = QRectF(0, top + 4, typesetter.columns.width, laid.height - 8)
    painter.fillRect(band, typesetter.theme.color("window"))
    painter.setFont(typesetter.small)
    painter.setPen(typesetter.theme.color("quiet"))
    text = _("⋯ %n unchanged paragraph(s) ⋯", "", laid.content.folded)
    painter.drawText(band, Qt.AlignmentFlag.AlignCenter, text)


def _paint_number(
    painter: QPainter, block: LaidBlock, origin: QPointF, side: Side, typesetter: RowTypesetter
) -> None:
    if not block.block.number:
        return
    painter.setFont(typesetter.small)
    painter.setPen(typesetter.theme.color("quiet"))
    first = block.layout.lineAt(0)
    x, across = typesetter.columns.number_box(side)
    box = QRectF(x, origin.y(), across, first.height())
    edge = (
        Qt.AlignmentFlag.AlignLeft if typesetter.columns.mirrored else Qt.AlignmentFlag.AlignRight
    )
    # Beside the text, not at the bar of a row that one version alone has.
    edge |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, edge, str(block.block.number))


def _paint_text(
    painter: QPainter,
    block: LaidBlock,
    origin: QPointF,
    theme: Theme,
    highlights: Collection[Highlight],
) -> None:
    painter.setPen(theme.color("text"))
    ranges = []
    for highlight in highlights:
        choice = QTextLayout.FormatRange()
        choice.start = highlight.units[0]
        choice.length = highlight.units[1] - choice.start
        style = QTextCharFormat()
        style.setBackground(theme.color("accent" if highlight.selected else "warning"))
        style.setForeground(theme.color("on_accent" if highlight.selected else "warning_ink"))
        choice.format = style
        ranges.append(choice)
    block.layout.draw(painter, origin, ranges)


def _paint_places(
    painter: QPainter,
    block: LaidBlock,
    origin: QPointF,
    theme: Theme,
    shown: Collection[int],
) -> None:
    """A small wedge where words stand in the other text and none here."""
    places = [
        mark
        for mark in block.block.marks
        if mark.start == mark.end and mark.edit.id in shown and mark.edit.kind is not Kind.MOVE
    ]
    if not places:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in places:
        painter.setBrush(theme.color("new_ink" if mark.side is Side.OLD else "old_ink"))
        for box in block.mark_rectangles(mark, origin):
            x, y = box.left(), box.bottom()
            painter.drawPolygon(
                QPolygonF([QPointF(x - 4, y + 1), QPointF(x + 4, y + 1), QPointF(x, y - 5)])
            )
    painter.restore()


def _paint_current(
    painter: QPainter,
    block: LaidBlock,
    origin: QPointF,
    theme: Theme,
    current: int | None,
    parts: Collection[int],
) -> None:
    if current is None:
        return
    for mark in block.block.marks:
        if mark.edit.id != current and mark.edit.id not in parts:
            continue
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("current"), 1.6)
        if mark.edit.id != current:
            # Of one act, but not where its name and its number stand.
            pen.setDashPattern([2, 1.6])
        painter.setPen(pen)
        for box in block.mark_rectangles(mark, origin):
            if mark.start == mark.end:
                # A place between words: a bar with a foot, not a box around nothing.
                x = box.left()
                painter.drawLine(QPointF(x, box.top() + 1), QPointF(x, box.bottom() + 2))
                painter.drawLine(QPointF(x - 4, box.bottom() + 2), QPointF(x + 4, box.bottom() + 2))
            else:
                painter.drawRoundedRect(box.adjusted(-1, -0.5, 1, 1.5), 3, 3)
        painter.restore()


def bookmark_shape(x: float, y: float, width: float, height: float) -> QPolygonF:
    """A ribbon, as books have: a strip with a notch at its end."""
    middle = QPointF(x + width / 2, y + height - width / 2)
    right, left = QPointF(x + width, y + height), QPointF(x, y + height)
    return QPolygonF([QPointF(x, y), QPointF(x + width, y), right, middle, left])


def paint_bookmark(painter: QPainter, y: float, typesetter: RowTypesetter) -> None:
    """A bookmark in the gutter, at the line that stands at `y`."""
    columns = typesetter.columns
    x = columns.gutter_x + (GUTTER - _RIBBON - 2 if columns.mirrored else 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(typesetter.theme.color("accent"))
    painter.drawPolygon(bookmark_shape(x, y + 4, _RIBBON, 14))
    painter.restore()


def _sign(laid: LaidRow, shown: Collection[int]) -> tuple[str, str]:
    """What the gutter says of a row, and the name of its ink."""
    kind = laid.content.kind
    if kind is RowKind.CHANGED and not any(
        mark.edit.id in shown
        for side in Side
        for block in laid.blocks(side)
        for mark in block.block.marks
    ):
        kind = RowKind.SAME
    return _SIGNS[kind], _INKS.get(kind, "text")
