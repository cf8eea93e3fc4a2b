"""Finding words in the two-text view: marked wherever they stand, gone to one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from driftline.gui.compare.row_content import RowKind, Side
from driftline.gui.compare.row_painter import Highlight
from driftline.gui.compare.selection import Position, Selection
from driftline.gui.compare.text_search import Hit, find_in_rows

if TYPE_CHECKING:
    from driftline.gui.compare.reading_view import ReadingView
    from driftline.gui.compare.row_layout import LaidRow


class RowSearch:
    """What a find bar looks in."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._hits: tuple[Hit, ...] = ()
        self._of_row: dict[int, list[Hit]] = {}

    def selected_text(self) -> str:
        """The selected words."""
        return self._view.selected_text()

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Take the keyboard."""
        self._view.setFocus(reason)

    def find_words(self, words: str, side: Side | None = None) -> int:
        """Mark every place where these words stand, in one text or both; gives their number."""
        sides = tuple(Side) if side is None else (side,)
        self._set(self._seen(find_in_rows(self._view.rows, words, sides), sides))
        self._view.viewport().update()
        return len(self._hits)

    def go_to_hit(self, number: int) -> None:
        """Select one of the places found (counted from 0) and bring it into view."""
        hit = self._hits[number]
        laid = self._view.lay_out(hit.row)
        place = self._place(hit, laid)
        if place is None:
            return
        first, last = (Position(hit.row, place.block, unit) for unit in place.units)
        self._view.select(Selection(place.side, first, last))
        block = laid.blocks(place.side)[place.block]
        boxes = block.rectangles(*place.units, QPointF(0, block.y))
        self._view.scroll_to_row(hit.row, boxes[0].top() if boxes else block.y)

    def first_hit_in_view(self) -> int:
        """The number of the first place found at or below the top of the view."""
        top = self._view.row_at_top()
        return next((n for n, hit in enumerate(self._hits) if hit.row >= top), 0)

    def forget(self) -> None:
        """Other rows are shown: nothing is found in them yet."""
        self._set(())

    def highlights(self, row: int, laid: LaidRow) -> list[Highlight]:
        """The places found in a row."""
        places = (self._place(hit, laid) for hit in self._of_row.get(row, ()))
        return [place for place in places if place is not None]

    def _seen(self, hits: tuple[Hit, ...], sides: tuple[Side, ...]) -> tuple[Hit, ...]:
        """The hits that are to be seen: a redline shows once what both versions have."""
        if not self._view.is_redline or sides == (Side.OLD,):
            return hits
        rows, shown = self._view.rows, self._view.shown
        return tuple(
            hit
            for hit in hits
            if hit.side is Side.NEW
            or rows[hit.row].kind in (RowKind.ONLY_OLD, RowKind.MOVED_AWAY)
            or any(
                mark.start < hit.end and mark.end > hit.start and mark.edit.id in shown
                for mark in rows[hit.row].old[hit.block].marks
            )
        )

    def _place(self, hit: Hit, laid: LaidRow) -> Highlight | None:
        """Where a hit stands in its row as that is set; None when it isn't to be seen."""
        if not self._view.is_redline:
            return Highlight(
                hit.side, hit.block, laid.units(hit.side, hit.block, hit.start, hit.end)
            )
        base = self._view.rows[hit.row].blocks(hit.side)[hit.block]
        for index, block in enumerate(laid.new):
            start = block.block.block_offset(hit.side, base.source_at(hit.start))
            last = block.block.block_offset(hit.side, base.source_at(hit.end - 1))
            if start is not None and last is not None:
                return Highlight(Side.NEW, index, laid.units(Side.NEW, index, start, last + 1))
        return None

    def _set(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._of_row = {}
        for hit in hits:
            self._of_row.setdefault(hit.row, []).append(hit)
