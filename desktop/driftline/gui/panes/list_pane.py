"""A list of records beside the texts; changes, quotations and cuts are such lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from driftline.gui.models.entries import RecordList
from driftline.gui.panes.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.gui.models.entries import Entry
    from driftline.gui.theme import Theme


def one_line(text: str) -> str:
    """A text with every run of blanks and line breaks as one space."""
    return " ".join(text.split())


class ListPane(QWidget):
    """A list with a sentence in its place when it is empty.

    `chosen(record)` when the user clicks or steps onto a record.
    """

    chosen = Signal(object)

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
        self.view = QListView()
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
        self.view.clicked.connect(lambda index: self.chosen.emit(self.model.record(index.row())))
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
        self._quiet = False
        self.setFocusProxy(self.view)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records; none is current."""
        self._quiet = True
        self.model.set_records(records)
        self._quiet = False
        self._stack.setCurrentIndex(1 if records else 0)

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

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.model.record(current.row()))

    def _menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        self.fill_menu(menu, self.model.record(index.row()))
        if not menu.isEmpty():
            menu.exec(self.view.viewport().mapToGlobal(point))
        menu.deleteLater()

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        """What can be done with a record; panes add to it."""
