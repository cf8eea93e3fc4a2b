"""The bar for finding words in both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from driftline.gui.compare.row_content import Side
from driftline.gui.language.announcing import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Searched(Protocol):
    """What words can be looked for in."""

    def selected_text(self) -> str:
        """The selected words."""

    def find_words(self, words: str, side: Side | None = None) -> int:
        """Look for words in one text or (None) in both; gives the number of places."""

    def first_hit_in_view(self) -> int:
        """The number of the place to begin with."""

    def go_to_hit(self, number: int) -> None:
        """Select one of the places found."""

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Take the keyboard."""


class FindBar(QFrame):
    """Opens below the texts; Enter goes on, Shift+Enter back, Esc closes it.

    Words are looked for in both texts or in one of them, or where there are no `sides`, in the one.
    """

    def __init__(
        self, view: Searched, parent: QWidget | None = None, *, sides: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._view = view
        self._count = 0
        self._number = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find words"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Where to look"))
        for name, side in (
            (self.tr("both texts"), None),
            (self.tr("older text"), Side.OLD),
            (self.tr("newer text"), Side.NEW),
        ):
            self.where.addItem(name, side)
        self.where.setVisible(sides)
        self.where.currentIndexChanged.connect(lambda _: self._search(self.field.text()))
        self.found = QLabel()
        self.found.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.field, 1)
        row.addWidget(self.where)
        row.addWidget(self.found)
        for sign, name, act in (
            ("↑", self.tr("Previous place"), lambda: self.step(-1)),
            ("↓", self.tr("Next place"), lambda: self.step(1)),
            ("✕", self.tr("Close"), self.close_bar),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setAutoRaise(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)
        self.hide()

    def search_in(self, view: Searched) -> None:
        """Look in something else from now on."""
        self._view.find_words("")
        self._view = view
        self.forget()

    def open_bar(self) -> None:
        """Show the bar with the cursor in it; a short selection becomes what is looked for."""
        chosen = self._view.selected_text()
        if chosen and len(chosen) <= 60 and "\n" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._search(self.field.text())

    def close_bar(self) -> None:
        """Put the bar away; nothing stays marked."""
        self._view.find_words("")
        self._count, self._number = 0, -1
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, direction: int) -> None:
        """Go to the next or the previous place; after the last comes the first."""
        if not self.field.text():
            self.open_bar()
            return
        if self._count == 0:
            self._search(self.field.text())
        if self._count:
            if self._number < 0:
                self._number = self._view.first_hit_in_view()
            else:
                self._number = (self._number + direction) % self._count
            self._view.go_to_hit(self._number)
        self._say()

    def forget(self) -> None:
        """Other texts are shown: look again, from the start."""
        self._number = -1
        self._count = self._find(self.field.text()) if self.isVisible() else 0
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> int:
        return self._view.find_words(words, self.where.currentData())

    def _search(self, words: str) -> None:
        self._count = self._find(words)
        self._number = -1
        if self._count:
            self._number = self._view.first_hit_in_view()
            self._view.go_to_hit(self._number)
        self._say()

    def _say(self) -> None:
        if not self.field.text():
            text = ""
        elif not self._count:
            text = self.tr("not found")
        elif self._number < 0:
            text = self.tr("%n place(s)", "", self._count)
        else:
            text = self.tr("{number} of {count}").format(number=self._number + 1, count=self._count)
        if text != self.found.text():
            self.found.setText(text)
            announce(self, text)
