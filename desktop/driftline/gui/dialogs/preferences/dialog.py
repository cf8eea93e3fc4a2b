"""The preferences dialog: its pages, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
)

from driftline.gui.dialogs.preferences.cleaning import CleaningPage
from driftline.gui.dialogs.preferences.corrections import CorrectionsPage
from driftline.gui.dialogs.preferences.export import ExportPage
from driftline.gui.dialogs.preferences.keys import KeysPage
from driftline.gui.dialogs.preferences.kinds import KindsPage
from driftline.gui.dialogs.preferences.page import Page
from driftline.gui.dialogs.preferences.texts import TextsPage
from driftline.gui.dialogs.preferences.words import WordsPage
from driftline.gui.sizing import begin_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences

P = TypeVar("P", bound=Page)


class PreferencesDialog(QDialog):
    """Every choice takes effect at once; Cancel takes all of them back.

    `preferred(Preferences)`: these hold from now on. `choose_folder` asks for a folder.
    """

    preferred = Signal(object)
    #: What F1 opens here.
    help_page = "10-preferences.md"

    def __init__(
        self,
        preferences: Preferences,
        choose_folder: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        begin_with(self, 760, 600)
        self._before = self._preferences = preferences
        self.pages = QStackedWidget()
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Pages"))
        for name, page in (
            (self.tr("Texts and colours"), TextsPage()),
            (self.tr("Kinds of change"), KindsPage()),
            (self.tr("Cleaning"), CleaningPage()),
            (self.tr("Words"), WordsPage()),
            (self.tr("Reports"), ExportPage(choose_folder)),
            (self.tr("Correction notes"), CorrectionsPage()),
            (self.tr("Keys"), KeysPage()),
        ):
            page.show_values(preferences)
            page.changed.connect(self._on_changed)
            self.pages.addWidget(page)
            self.names.addItem(name)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.names.setCurrentRow(0)
        widest = self.names.sizeHintForColumn(0) + 2 * self.names.frameWidth() + 24
        self.names.setFixedWidth(widest)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.restore_button = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        self.restore_button.setText(self.tr("Restore this page’s &defaults"))
        self.restore_button.setAutoDefault(False)
        self.restore_button.clicked.connect(self._restore)
        row = QHBoxLayout()
        row.addWidget(self.names)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self, kind: type[P]) -> P:
        """The page of a kind, brought to the front."""
        row = next(
            row for row in range(self.pages.count()) if isinstance(self.pages.widget(row), kind)
        )
        self.names.setCurrentRow(row)
        page = self.pages.widget(row)
        assert isinstance(page, kind)
        return page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return ends what is being written in a field, not the whole dialog.
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (ends and isinstance(self.focusWidget(), QLineEdit)):
            super().keyPressEvent(event)

    def reject(self) -> None:
        self._prefer(self._before)
        super().reject()

    def _current(self) -> Page:
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def _on_changed(self) -> None:
        self._prefer(self._current().apply(self._preferences))

    def _restore(self) -> None:
        page = self._current()
        self._prefer(page.defaults(self._preferences))
        page.show_values(self._preferences)

    def _prefer(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self.preferred.emit(preferences)
