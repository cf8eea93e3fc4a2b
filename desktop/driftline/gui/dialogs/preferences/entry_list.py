"""A list of lines to which some can be added and from which some can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class EntryList(QWidget):
    """A field to write an entry into, and the entries there are.

    `written` makes an entry of what was typed, "" refuses it. `changed()`: others are there now.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        written: Callable[[str], str] = lambda text: " ".join(text.split()),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._written = written
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("New entry: {name}").format(name=name))
        self.field.returnPressed.connect(self.add)
        self.field.textChanged.connect(self._allow)
        self.add_button = QPushButton(self.tr("&Add"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.add)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._allow)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self.remove)
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.remove_button)
        column.addLayout(below)
        self._allow()

    def entries(self) -> tuple[str, ...]:
        """The entries there are."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def show_entries(self, entries: Sequence[str]) -> None:
        """Show these entries."""
        self.list.clear()
        self.list.addItems(list(entries))
        self._allow()

    def add(self) -> None:
        """Add what was written; nothing that is there already."""
        entry = self._written(self.field.text())
        if not entry:
            return
        self.field.clear()
        if entry not in self.entries():
            self.list.addItem(entry)
            self.changed.emit()

    def remove(self) -> None:
        """Take the chosen entries away."""
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._allow()
        self.changed.emit()

    def _allow(self) -> None:
        self.add_button.setEnabled(bool(self.field.text().strip()))
        self.remove_button.setEnabled(bool(self.list.selectedItems()))
