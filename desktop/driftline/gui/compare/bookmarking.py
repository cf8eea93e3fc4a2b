"""Bookmarks in two texts: shown, set and cleared where the reader is, gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from driftline.gui.compare.bookmarks import BookmarkWalk, Place, Spot, rows_of, share, stands_for
from driftline.gui.compare.row_content import Side
from driftline.gui.compare.spoken import side_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.gui.compare.compare_page import ComparePage
    from driftline.gui.compare.folding import Folding
    from driftline.gui.compare.row_content import RowContent


class Bookmarking(QObject):
    """The bookmarks of a page. A line has one at most: where there is one, it is cleared.

    `set_requested(document, offset)`, `clear_requested(places)`: None is all of them. `said(str)`:
    what came of it. `placed(ids)`: bookmarks stand at these changes now.
    """

    set_requested = Signal(int, int)
    clear_requested = Signal(object)
    said = Signal(str)
    placed = Signal(frozenset)

    def __init__(self, page: ComparePage, folding: Folding) -> None:
        super().__init__(page)
        self._page = page
        self._folding = folding
        self._view = page.view
        self._pair = (0, 0)
        self._all_rows: Sequence[RowContent] = ()
        self._walk = BookmarkWalk()
        self._places: Sequence[tuple[int, int]] = ()
        #: Among all rows, folded or not.
        self._rows: dict[int, tuple[Spot, ...]] = {}
        self._to_say = ""
        self._view.bookmark_requested.connect(self.toggle_at)

    def take(
        self,
        places: Sequence[tuple[int, int]],
        pair: tuple[int, int],
        rows: Sequence[RowContent],
    ) -> None:
        """Take over the bookmarks of two documents: (document, offset) each, and all their rows.

        The rows in which they stand are not folded.
        """
        self._places, self._pair, self._all_rows = places, pair, rows
        sides = dict(zip(pair, Side, strict=True))
        spots = [(sides[document], offset) for document, offset in places if document in sides]
        self._rows = rows_of(rows, spots) if spots else {}
        self._folding.kept = self._rows.keys()

    def place(self) -> None:
        """Show them in the rows that the view has now."""
        rows = {self._folding.folded(row): spots for row, spots in self._rows.items()}
        self._view.show_bookmarks(rows)
        self._page.overview.show_bookmarks(rows.keys())
        changes = (self._change_at(row, *spot) for row in self._rows for spot in self._rows[row])
        self.placed.emit(frozenset(change for change in changes if change is not None))

    def show(self, places: Sequence[tuple[int, int]]) -> None:
        """Show these bookmarks of the same two documents, and say what was done to them."""
        self.take(places, self._pair, self._all_rows)
        if any(self._view.rows[self._folding.folded(row)].folded for row in self._rows):
            self._page.refold()
        else:
            self.place()
            self._page.spell_out(stay=True)
        sentence, self._to_say = self._to_say, ""
        if sentence:
            self.said.emit(sentence)

    def say_nothing(self) -> None:
        """What was asked for last could not be done."""
        self._to_say = ""

    def toggle(self) -> None:
        """Set a bookmark at the current change or the caret, or clear the one in its line."""
        here = self._page.here()
        if here is None:
            self.said.emit(self.tr("There is no place for a bookmark in view."))
        else:
            self.toggle_at(*here)

    def toggle_at(self, row: int, side: Side, offset: int) -> None:
        """Set a bookmark at a place of a row of the view, or clear the one in that line."""
        if self._page.comparison is None:
            return
        there = self._there(row, side, offset)
        documents = dict(zip(Side, self._pair, strict=True))
        if there:
            self._to_say = self.tr("Bookmark cleared: {place}.").format(
                place=self._named(row, there[0][0])
            )
            self.clear_requested.emit(tuple((documents[side], at) for side, at in there))
        else:
            self._to_say = self.tr("Bookmark set: {place}.").format(place=self._named(row, side))
            self.set_requested.emit(documents[side], offset)

    def _there(self, row: int, side: Side, offset: int) -> tuple[Spot, ...]:
        """The bookmarks in the line of a place of a row; in the plain text a row is one."""
        spots = self._rows.get(self._folding.original(row), ())
        return spots if self._as_text() else self._view.bookmarks_in_line(row, side, offset)

    def clear(self) -> None:
        """Clear all bookmarks in these two texts."""
        if self._places:
            self._to_say = self.tr("All bookmarks cleared.")
            self.clear_requested.emit(None)
        else:
            self.said.emit(self._none())

    def step(self, direction: int) -> None:
        """Go to the next bookmark (`direction` 1) or the one before (-1)."""
        if not self._rows:
            self.said.emit(self._none())
            return
        row, share_of_row = self._here(direction)
        stops = {
            (row, share(self._all_rows[row], s)): s for row in self._rows for s in self._rows[row]
        }
        place, wrapped = self._walk.step(stops.keys(), (row, share_of_row), direction)
        if place is None:
            self.said.emit(
                self.tr("That was the last bookmark. Once more goes to the first.")
                if direction > 0
                else self.tr("That was the first bookmark. Once more goes to the last.")
            )
            return
        side, offset = stops[place]
        number = sorted(stops).index(place) + 1
        named = self._named(self._folding.folded(place[0]), side)
        sentence = self.tr("Bookmark {number} of {count}: {place}.").format(
            number=number, count=len(stops), place=named
        )
        if wrapped:
            sentence = self.tr("Back at the other end.") + " " + sentence
        self._go(place[0], side, offset)
        self.said.emit(sentence)

    def _here(self, direction: int) -> Place:
        """Where a step begins."""
        here = self._page.here()
        if here is None:
            return self._folding.original(self._view.row_at_top()), 0.0
        row = self._folding.original(here[0])
        if self._as_text():
            # There the bookmarks of a row are one.
            return row, float(direction) * 2
        near = [spot for spot in self._rows.get(row, ()) if stands_for(spot, *here[1:])]
        return row, share(self._all_rows[row], near[-1] if near else here[1:])

    def _go(self, row: int, side: Side, offset: int) -> None:
        """Put the caret there; the change for which the bookmark was set is the current one."""
        if self._as_text():
            self._page.go_to_row(self._folding.folded(row))
        else:
            self._view.select_source(side, offset, offset)
        change = self._change_at(row, side, offset)
        if change is not None:
            self._page.go_to(change)

    def _as_text(self) -> bool:
        return self._page.texts is not self._view

    def _change_at(self, row: int, side: Side, offset: int) -> int | None:
        """The change that is shown at a bookmark."""
        near = [
            (start - offset, mark.edit.id)
            for block in self._all_rows[row].blocks(side)
            for mark in block.marks
            if mark.edit.id in self._view.shown
            and stands_for((side, offset), side, start := block.source_at(mark.start))
        ]
        return min(near)[1] if near else None

    def _named(self, row: int, side: Side) -> str:
        numbers = [block.number for block in self._view.rows[row].blocks(side)]
        name = side_name(side, redline=False)
        return f"{name}, ¶ {numbers[0]}" if numbers else name

    def _none(self) -> str:
        return self.tr("There is no bookmark in these texts.")
