"""Two versions: their head, the texts, the overview, and the walk along the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from driftline.gui.compare.bookmarking import Bookmarking
from driftline.gui.compare.chosen_kinds import ChosenKinds
from driftline.gui.compare.compare_header import CompareHeader
from driftline.gui.compare.find_bar import FindBar
from driftline.gui.compare.fold_menu import FoldMenu
from driftline.gui.compare.folding import Folding
from driftline.gui.compare.jumps import Jumps
from driftline.gui.compare.one_text import OneText, SpelledOut, spell_out
from driftline.gui.compare.overview import OverviewRuler
from driftline.gui.compare.place_read import PlaceRead, latest
from driftline.gui.compare.preview import preview_rows
from driftline.gui.compare.reading_order import ReadingOrder
from driftline.gui.compare.row_geometry import Place
from driftline.gui.compare.row_view import RowView
from driftline.gui.compare.shown_changes import ShownChanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.records import Comparison, Edit, Version
    from driftline.gui.compare.redline import Redline
    from driftline.gui.compare.row_content import RowContent, Side
    from driftline.gui.desk.questions import Looked
    from driftline.gui.jobs import Jobs
    from driftline.gui.theme import Theme
    from driftline.review.contents import DeskDocument
    from driftline.review.preferences import Fonts


#: Texts that share less of the shorter one's words are hardly versions of one story.
_RELATED = 0.15


class ComparePage(QWidget):
    """Shows a comparison and steps through its changes.

    `current_changed(edit id or None)`, `filter_changed()`, `versions_chosen(old id, new id)`,
    `copy_requested(Edit)`: what it was and is shall be copied.
    """

    current_changed = Signal(object)
    filter_changed = Signal()
    versions_chosen = Signal(int, int)
    copy_requested = Signal(object)

    def __init__(
        self, jobs: Jobs, theme: Theme, fonts: Fonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._looked: Looked | None = None
        self._all_rows: tuple[RowContent, ...] = ()
        self._rows: tuple[RowContent, ...] = ()
        self._folding = Folding()
        self._inline = False
        #: That of the comparison that is shown, while it is read as one text.
        self._redline: Redline | None = None
        self._as_text = False
        self._changes = ShownChanges()
        self._pair = (0, 0)
        self._awaited: PlaceRead | None = None
        self.header = CompareHeader()
        self.header.versions_chosen.connect(self.versions_chosen)
        self.kinds = ChosenKinds(self.header, self._changes, self)
        self.kinds.changed.connect(self._filter_changed)
        self.view = RowView(theme, fonts)
        self.view.change_clicked.connect(self.go_to)
        self.view.fold_clicked.connect(self.open_fold)
        self.view.copy_change_requested.connect(self._copy_change)
        self.overview = OverviewRuler(self.view, theme)
        texts = QHBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.view, 1)
        texts.addWidget(self.overview)
        self.one_text = OneText(fonts)
        self.one_text.hide()
        texts.addWidget(self.one_text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(texts, 1)
        self.find_bar = FindBar(self.view.search)
        layout.addWidget(self.find_bar)
        self.bookmarks = Bookmarking(self, self._folding)
        self.jumps = Jumps(self)

    # ------------------------------------------------------------------ what is shown

    def show_comparison(
        self, looked: Looked, pair: tuple[int, int], versions: Sequence[DeskDocument]
    ) -> None:
        """Show a comparison from its first change; who reads these two texts stays where she is."""
        read = self._read_at(pair)
        self._looked = looked
        self._take_pair(pair)
        self._all_rows, self._rows = looked.rows, ()
        self._folding.forget()
        self.bookmarks.take(looked.bookmarks, pair, looked.rows)
        self._changes.take(looked.order)
        self.show_versions(versions)
        self.header.say(self._remark(looked.comparison))
        self.header.show_beside(looked.comparison.metadata)
        self.kinds.offer()
        self._redline = _redline(looked.comparison) if self._inline else None
        self._show_rows(Place())
        self._say_filter()
        self._awaited = None
        if read is None:
            self.first()
        else:
            self.go_to_place(read)

    def go_to_place(self, place: PlaceRead) -> None:
        """Go to a place of the texts that are shown, its change being the current one."""
        self.go_to(self._changes.same_as(place.change))
        self.view.return_to(place.side, place.offset, place.pixels)

    def _remark(self, comparison: Comparison) -> str:
        told = comparison.summary
        if told.kept_words < _RELATED * min(told.old_words, told.new_words):
            return self.tr("These two have hardly a word in common: they may be different stories.")
        return ""

    def preview(
        self, old: Version, new: Version, pair: tuple[int, int], versions: Sequence[DeskDocument]
    ) -> None:
        """Show two texts that are still being compared."""
        read = self._read_at(pair)
        self._looked = None
        self._take_pair(pair)
        self._rows = self._all_rows = preview_rows(old, new)
        self.bookmarks.take((), pair, self._rows)
        self._changes.take(ReadingOrder())
        self.show_versions(versions)
        self.header.show_beside(())
        self.kinds.offer()
        self.kinds.say()
        self.header.say(self.tr("Not compared yet"))
        self._redline = None
        self.view.show_rows(self._rows, frozenset())
        self.overview.show_rows()
        self.bookmarks.place()
        self.find_bar.forget()
        if read is not None:
            self.view.return_to(read.side, read.offset, read.pixels)

    def place_read(self) -> PlaceRead | None:
        """Where the reader is; None where she has not gone on in texts not compared yet."""
        anchor, current = self.view.anchor(), self.current
        if anchor is None or (self._looked is None and self.view.place == Place()):
            return None
        change = None if current is None else (current.a, current.b)
        return PlaceRead(self._pair, *anchor, change)

    def come_back(self, place: PlaceRead | None) -> None:
        """Go on at this place when its two texts are shown."""
        self._awaited = place

    def _take_pair(self, pair: tuple[int, int]) -> None:
        if pair != self._pair:
            # A text that is still being written is about others.
            self._jobs.stop("one text")
            self.one_text.show_text(SpelledOut())
        self._pair = pair
        self.view.pairing.let_go()

    def _read_at(self, pair: tuple[int, int]) -> PlaceRead | None:
        """Where the reader is (or was before) in these two texts; None in others."""
        return latest(pair, self.place_read(), self._awaited)

    @property
    def pair(self) -> tuple[int, int]:
        """The older and the newer document that are shown."""
        return self._pair

    def show_versions(self, versions: Sequence[DeskDocument]) -> None:
        """Offer these versions of the story, those that are shown among them."""
        self.header.show_versions(versions, self._pair)

    def set_appearance(self, theme: Theme, fonts: Fonts) -> None:
        """Other colours, or texts set in another way."""
        self.view.set_appearance(theme, fonts)
        self.one_text.set_fonts(fonts)
        self.overview.set_theme(theme)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison that is shown."""
        return None if self._looked is None else self._looked.comparison

    @property
    def looked(self) -> Looked | None:
        """The comparison with all that was made of it to be shown."""
        return self._looked

    @property
    def rows(self) -> tuple[RowContent, ...]:
        """The rows of the view."""
        return self._rows

    @property
    def texts(self) -> QWidget:
        """What shows the texts now: the view or the plain text."""
        return self.one_text if self._as_text else self.view

    def set_inline(self, on: bool) -> None:
        """Show one text with the changes written into it, or both side by side."""
        self._inline = on
        if self._looked is not None:
            self._redline = _redline(self._looked.comparison) if on else None
            self.view.set_redline(self._redline)
            self.find_bar.forget()
            self._tell()

    def set_one_text(self, on: bool) -> None:
        """Show a plain text with the changes spelled out, or the view again."""
        self._as_text = on
        for widget in (self.view, self.overview):
            widget.setVisible(not on)
        self.one_text.setVisible(on)
        self.find_bar.search_in(self.one_text if on else self.view.search)
        self.spell_out()
        (self.one_text if on else self.view).setFocus()

    def spell_out(self, *, stay: bool = False) -> None:
        """Where the changes are read as plain text: make that anew. The cursor goes to the current
        change, or (`stay`) stays where it is.
        """
        if self._as_text and self._looked is not None:
            self._jobs.start(
                "one text",
                spell_out,
                self._looked.comparison,
                self._rows,
                self._changes.ids,
                frozenset(self.view.bookmarks),
                deliver=lambda told: self._show_text(told, stay),
                fail=_raise,
            )

    def _show_text(self, told: SpelledOut, stay: bool) -> None:
        self.one_text.show_text(told)
        current = self._changes.walk.current
        if not stay and current is not None:
            self.one_text.go_to(current, self._row_of(current))
        self.find_bar.forget()

    def select_all(self) -> None:
        """Select the whole text, or the whole column of the caret."""
        if self._as_text:
            self.one_text.selectAll()
        else:
            self.view.select_all()

    def _row_of(self, edit: int) -> int | None:
        """The row of the view in which a change stands."""
        origin = self._changes.order.rows.get(edit)
        return None if origin is None else self._folding.folded(origin)

    # ------------------------------------------------------------------ folding

    def set_folded(self, on: bool) -> None:
        """Hide (or show) the paragraphs in which nothing changed."""
        if on != self._folding.on:
            self._folding.on = on
            self._folding.forget()
            self.refold()

    def open_fold(self, row: int) -> None:
        """Show the paragraphs that a folded row of the view stands for."""
        self._folding.open(row, self._rows[row].folded)
        self.refold()

    def set_context(self, context: int | None) -> None:
        """Set how many unchanged paragraphs stay beside a change; None: all of them."""
        self._folding.context = len(self._all_rows) if context is None else context
        self.refold()

    def choose_context(self) -> None:
        """Ask how many unchanged paragraphs stay beside a change."""
        menu = self.fold_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.mapToGlobal(QPoint(24, 24)))

    def fold_menu(self) -> FoldMenu:
        """The numbers of unchanged paragraphs that may stay beside a change."""
        menu = FoldMenu(self._folding.context, self)
        menu.context_chosen.connect(self.set_context)
        return menu

    def refold(self) -> None:
        """Fold anew: other rows are to stay."""
        if self._looked is not None:
            self._show_rows(self.view.place)
            self._tell()

    def _show_rows(self, place: Place) -> None:
        """Show the rows with what passes the filter; the reader stays at her place among all."""
        old = self._folding.original(place.row) if self._rows else 0
        ids, order = self._changes.ids, self._changes.order
        ticks = order.shown_ticks(ids)
        touched = {tick.row for tick in ticks}.union(order.one_sided, order.headings)
        rows = self._folding.rows(self._all_rows, touched)
        if rows is self._rows:
            self.view.show_edits(ids)
        else:
            self._rows = rows
            row = self._folding.folded(old) if rows else 0
            offset = 0 if rows and rows[row].folded else place.offset
            self.view.show_rows(rows, ids, Place(row, offset), self._redline)
            self.find_bar.forget()
        self.overview.show_rows(rows, order.one_sided, ticks, self._folding.places)
        self.bookmarks.place()
        self.spell_out()

    # ------------------------------------------------------------------ filter

    def shown_edits(self) -> list[Edit]:
        """The edits that pass the filter, in reading order."""
        return self._changes.edits

    def _filter_changed(self) -> None:
        if self._looked is not None:
            self._changes.sift()
            self._show_rows(self.view.place)
            self._say_filter()
            self._tell()

    def _say_filter(self) -> None:
        self.kinds.say()
        self.filter_changed.emit()

    # ------------------------------------------------------------------ walking

    @property
    def current(self) -> Edit | None:
        """The change that is outlined."""
        return self._changes.current

    def number(self) -> tuple[int | None, int]:
        """(which change is current, how many there are)."""
        return self._changes.walk.number(), len(self._changes.walk.stops)

    def step(self, direction: int) -> str:
        """Go one change on or back; gives a sentence when an end was met, else an empty text."""
        # The text follows the walk; the view may have been scrolled away from it.
        in_view = () if self._as_text else self.view.marks_in_view()
        place = None if self._as_text else self._stepped_from()
        taken = self._changes.walk.step(direction, in_view, self._target(place, direction))
        if taken.edit is None:
            if not self._changes.walk.stops:
                return self.tr("There is no change to go to.")
            if direction > 0:
                return self.tr("That was the last change. Once more goes to the first.")
            return self.tr("That was the first change. Once more goes to the last.")
        row = None if place is None else self._folding.original(place[0])
        seen_here = row is not None and taken.edit in self._changes.order.again.get(row, ())
        self._tell(place[0] if place is not None and seen_here else None)
        return self.tr("Back at the other end.") if taken.wrapped else ""

    def _stepped_from(self) -> tuple[int, Side, int] | None:
        """Where the next step begins; None when she goes by changes anyway.

        It is the caret, or the current change if that was met at the other end of a moved
        paragraph.
        """
        if self.view.caret_leads:
            return self.view.caret_source()
        row, current = self.view.current_row, self._changes.walk.current
        if row is None or current is None or row == self._row_of(current):
            return None
        return self.view.change_source(row, current) if self.view.is_row_visible(row) else None

    def _target(self, place: tuple[int, Side, int] | None, direction: int) -> int | None:
        """The place among the stops that a step leads to from where it begins."""
        if self._as_text:
            walk = self._changes.walk
            before = self.one_text.before(walk.current, ((e, self._row_of(e)) for e in walk.stops))
            return before if before is None or direction > 0 else before - 1
        if place is None:
            return None
        row, side, offset = place
        return self._changes.beside(self._folding.original(row), side, offset, direction)

    def step_quote(self, direction: int) -> str:
        """Go to the next or previous change of a quotation."""
        found = self._changes.next_quote(direction)
        if found is None:
            return self.tr("No further change of a quotation this way.")
        self.go_to(found)
        return ""

    def _copy_change(self, edit: int) -> None:
        self.go_to(edit)
        self.copy_requested.emit(self.current)

    def first(self) -> None:
        """Go to the first change."""
        self.go_to(self._changes.walk.stops[0] if self._changes.walk.stops else None)

    def last(self) -> None:
        """Go to the last change."""
        self.go_to(self._changes.walk.stops[-1] if self._changes.walk.stops else None)

    def go_to(self, edit: int | None) -> None:
        """Make an edit, or the one it goes along with, current and bring it into view."""
        self._changes.walk.go(self._changes.leader(edit))
        self._tell()

    def here(self) -> tuple[int, Side, int] | None:
        """Where the reader is: a row of the view, a version and an offset in its source."""
        if not self._as_text:
            return self.view.here()
        row, current = self.one_text.row(), self._changes.walk.current
        found = None
        if current is not None and self._target(None, 1) is None:
            found = self.view.change_source(row, current)
        return found or self.view.start_of_row(row)

    def go_to_row(self, row: int) -> None:
        """Put the caret to the beginning of a row."""
        if self._as_text:
            self.one_text.go_to_row(row)
        else:
            self.view.go_to_row(row)

    def _tell(self, row: int | None = None) -> None:
        """Show the current change where it stands, or in a `row` of the view that has it, too."""
        current = self._changes.walk.current
        if current is not None and row is None:
            row = self._row_of(current)
        self.view.set_current(current, row, self._changes.parts())
        if self._as_text and current is not None:
            self.one_text.go_to(current, self._row_of(current))
        self.current_changed.emit(self._changes.walk.current)


def _raise(trouble: Exception) -> None:
    """What fails here is a fault of the program: the window tells of it as of any other."""
    raise trouble


def _redline(comparison: Comparison) -> Redline:
    """One text of both; what makes it is imported when it is first wanted."""
    from driftline.gui.compare.redline import Redline

    return Redline(comparison)
