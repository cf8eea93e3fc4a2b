"""A list of records beside the texts; changes, quotations and cuts are such lists."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.language import labels
from driftline.gui.models.entries import RecordList
from driftline.gui.panes.entry_delegate import EntryDelegate
from driftline.gui.panes.review_panel import ReviewPanel
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from driftline.gui.models.entries import Entry
    from driftline.gui.panes.review_panel import VersionReading
    from driftline.gui.theme import Theme
    from driftline.review.statuses import Ref, ReviewItem, ReviewState


class _Rows(QListView):
    """The rows of a list; the current one stays in sight when what is below needs more room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        current = self.currentIndex()
        row = self.visualRect(current)
        seen = current.isValid() and row.bottom() > 0 and row.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if seen:
            self.scrollTo(current)


class ListPane(QWidget):
    """A list with a sentence in its place when it is empty.

    `chosen(record)` when the user clicks or steps onto a record. Records that can be reviewed have
    a panel below the list: `status_requested(state, refs, status)` and `note_requested(state, ref,
    text)`, where `state` is the review they were seen in; `version_wanted(document)`.
    """

    chosen = Signal(object)
    status_requested = Signal(object, tuple, object)
    note_requested = Signal(object, object, str)
    version_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        describe: Callable[[Any], Entry],
        lines: int,
        name: str,
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = RecordList(describe, self)
        self.view = _Rows()
        self.view.setModel(self.model)
        self.delegate = EntryDelegate(theme, lines, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(name)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(self._choose_index)
        self._empty = QLabel(empty, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty.setObjectName("quiet")
        self._empty.setMargin(24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._stack, 1)
        self.review = ReviewPanel()
        self.review.status_chosen.connect(self._on_status)
        self.review.note_written.connect(self._on_note)
        self.review.version_wanted.connect(self.version_wanted)
        self.column.addWidget(self.review)
        self._stops: tuple[QWidget, ...] = ()
        self._state: ReviewState | None = None
        self._noted: tuple[Ref, ...] = ()
        self._readings: Callable[[Ref], Sequence[VersionReading]] = lambda _: ()
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.review.give_room(event.size().height())

    def put_above(self, tools: QWidget, *stops: QWidget) -> None:
        """Put a widget above the list; Tab leads through its `stops` and then to the list."""
        self.column.insertWidget(0, tools)
        self._stops = stops

    def order_tabs(self) -> None:
        """Let Tab lead from top to bottom; of use once the pane stands in its window."""
        for first, second in pairwise([*self._stops, self.view, *self.review.tab_stops()]):
            QWidget.setTabOrder(first, second)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records; none is current."""
        self._quiet = True
        self.model.set_records(records)
        self._quiet = False
        self._stack.setCurrentIndex(1 if records else 0)
        self._show_item()

    def forget(self, sentence: str) -> None:
        """Show nothing; the sentence tells why."""
        self.say_when_empty(sentence)
        self.show_records([])

    @property
    def count(self) -> int:
        """How many records there are."""
        return self.model.rowCount()

    def say_when_empty(self, sentence: str) -> None:
        """What stands in the place of an empty list."""
        self._empty.setText(sentence)

    def set_current(self, matches: Callable[[Any], bool] | None) -> None:
        """Make the first matching record current without telling `chosen`."""
        row = None if matches is None else self.model.row_of(matches)
        index = QModelIndex() if row is None else self.model.index(row)
        self._quiet = True
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._quiet = False
        if row is not None:
            self.view.scrollTo(index)

    def choose(self, matches: Callable[[Any], bool]) -> None:
        """Make the first matching record current, as a click would."""
        row = self.model.row_of(matches)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_item()
        if current.isValid() and not self._quiet:
            self._choose_index(current)

    def _choose_index(self, index: QModelIndex) -> None:
        target = self.target_of(self.model.record(index.row()))
        if target is not None:
            self.chosen.emit(target)

    def target_of(self, record: Any) -> Any:
        """What `chosen` tells of a record; None for one that leads nowhere."""
        return record

    # ------------------------------------------------------------------ review

    def refs_of(self, record: Any) -> tuple[Ref, ...]:
        """What a record is called in the review; none when it is not reviewed."""
        return ()

    def show_review(self, state: ReviewState | None) -> None:
        """Show what was said about the records."""
        if state is None:
            # A note still being typed belongs to what was seen until now.
            self.review.keep_note()
        self._state = state
        self.model.refresh()
        self._show_item()

    def show_readings(self, readings: Callable[[Ref], Sequence[VersionReading]]) -> None:
        """Show below the list what all versions of the story read; `readings` tells it."""
        self._readings = readings
        self._show_item()

    def said_of(self, record: Any) -> ReviewItem | None:
        """What was said about a record; None when nothing was, or when it stands for several."""
        refs = self.refs_of(record)
        if self._state is None or len(refs) != 1:
            return None
        return self._state.items.get(refs[0])

    def status_part(self, record: Any, *, aloud: bool = False) -> str:
        """What the head of an entry says about its review; `aloud` in words alone."""
        item = self.said_of(record)
        if item is None:
            return ""
        status = labels.review_label(item.status)
        parts = [status if aloud else f"{labels.STATUS_SIGNS[item.status]} {status}"]
        if item.reopened:
            parts.append(self.tr("reopened"))
        if item.note:
            parts.append(self.tr("with a note") if aloud else "✎")
        return " · ".join(parts)

    def current_refs(self) -> tuple[Ref, ...]:
        """The current record as the review calls it; several when it stands for several."""
        index = self.view.currentIndex()
        return self.refs_of(self.model.record(index.row())) if index.isValid() else ()

    def said_current(self) -> str:
        """The current record in a sentence."""
        return str(self.view.currentIndex().data() or "")

    def _show_item(self) -> None:
        refs = self.current_refs()
        if not refs or self._state is None:
            focus = QApplication.focusWidget()
            if focus is not None and self.review.isAncestorOf(focus):
                # Qt would lead her to any field, and she would go on typing there.
                self.view.setFocus()
            self.review.rest()
            self._noted = ()
            return
        another = refs != self._noted
        if another:
            # A note still being typed belongs to the record before.
            self.review.keep_note()
            self._noted = refs
        items = [self._state.of(ref) for ref in refs]
        self.review.show_items(self.said_current(), items, another=another)
        self.review.show_trail(self._readings(refs[0]) if len(refs) == 1 else ())

    def _on_status(self, status: Status) -> None:
        if self._noted:
            self.status_requested.emit(self._state, self._noted, status)

    def _on_note(self, text: str) -> None:
        if len(self._noted) == 1:
            self.note_requested.emit(self._state, self._noted[0], text)

    def _add_statuses(self, menu: QMenu, record: Any) -> None:
        refs = self.refs_of(record)
        if not refs or self._state is None:
            return
        for status in Status:
            text = f"{labels.STATUS_SIGNS[status]}  {labels.review_label(status)}"
            menu.addAction(text, partial(self.status_requested.emit, self._state, refs, status))
        if len(refs) == 1:
            menu.addAction(self.tr("Write a note"), self.review.note.setFocus)
        menu.addSeparator()

    def _menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        self._add_statuses(menu, self.model.record(index.row()))
        self.fill_menu(menu, self.model.record(index.row()))
        if not menu.isEmpty():
            menu.exec(self.view.viewport().mapToGlobal(point))
        menu.deleteLater()

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        """What can be done with a record; panes add to it."""
