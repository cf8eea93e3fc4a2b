"""Preferences: text size, colours, and the lines that are never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.settings import LARGEST_TEXT, SMALLEST_TEXT
from driftline.review.preferences import Theme

if TYPE_CHECKING:
    from driftline.gui.settings import Settings


class PreferencesDialog(QDialog):
    """Every choice takes effect at once.

    `text_size_chosen(points)`, `theme_chosen(Theme)`, `keep_lines_chosen(lines)`.
    """

    text_size_chosen = Signal(float)
    theme_chosen = Signal(object)
    keep_lines_chosen = Signal(tuple)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(480, 460)
        size = QDoubleSpinBox()
        size.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        size.setDecimals(1)
        size.setSingleStep(0.5)
        size.setSuffix(self.tr(" pt"))
        size.setValue(settings.text_size)
        size.valueChanged.connect(self.text_size_chosen)
        theme = QComboBox()
        for value, name in (
            (Theme.SYSTEM, self.tr("As the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ):
            theme.addItem(name, value)
        theme.setCurrentIndex(theme.findData(settings.theme))
        theme.activated.connect(lambda _: self.theme_chosen.emit(theme.currentData()))
        form = QFormLayout()
        form.addRow(self.tr("&Text size"), size)
        form.addRow(self.tr("&Colours"), theme)
        rules = QGroupBox(self.tr("Lines that are never cut"))
        self.lines = QListWidget()
        self.lines.setAccessibleName(rules.title())
        self.lines.setWordWrap(True)
        self.lines.addItems(list(settings.preferences.cleaning.keep_lines))
        self._remove = QPushButton(self.tr("&Remove this rule"))
        self._remove.clicked.connect(self._remove_line)
        self._none = QLabel(
            self.tr(
                "None yet. A right click on what was cut adds one: “Never cut lines like this”."
            )
        )
        self._none.setObjectName("quiet")
        self._none.setWordWrap(True)
        column = QVBoxLayout(rules)
        column.addWidget(self._none)
        column.addWidget(self.lines)
        column.addWidget(self._remove)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(rules, 1)
        layout.addWidget(buttons)
        self.lines.currentRowChanged.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        self._none.setVisible(self.lines.count() == 0)
        self.lines.setVisible(self.lines.count() > 0)
        self._remove.setEnabled(self.lines.currentRow() >= 0)

    def _remove_line(self) -> None:
        self.lines.takeItem(self.lines.currentRow())
        self._allow()
        left = tuple(self.lines.item(row).text() for row in range(self.lines.count()))
        self.keep_lines_chosen.emit(left)
