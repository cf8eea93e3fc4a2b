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
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from driftline.engine.errors import DriftlineError
from driftline.gui.settings import LARGEST_TEXT, SMALLEST_TEXT
from driftline.report.correction import CorrectionTemplate
from driftline.review.preferences import Theme

if TYPE_CHECKING:
    from driftline.gui.settings import Settings


class PreferencesDialog(QDialog):
    """Every choice takes effect at once.

    `text_size_chosen(points)`, `theme_chosen(Theme)`, `keep_lines_chosen(lines)`,
    `corrections_chosen(sentences)`.
    """

    text_size_chosen = Signal(float)
    theme_chosen = Signal(object)
    keep_lines_chosen = Signal(tuple)
    corrections_chosen = Signal(dict)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(620, 560)
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
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        look = QWidget()
        look.setLayout(form)
        tabs.addTab(look, self.tr("Appearance"))
        tabs.addTab(rules, self.tr("Cleaning"))
        tabs.addTab(self._corrections(settings), self.tr("Correction notes"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs, 1)
        layout.addWidget(buttons)
        self.lines.currentRowChanged.connect(self._allow)
        self._allow()

    def _corrections(self, settings: Settings) -> QWidget:
        """One field a sentence; an empty one means the built-in sentence, which it shows."""
        page = QWidget()
        form = QFormLayout(page)
        hint = QLabel(
            self.tr(
                "{old} and {new} stand for the wording, {speaker} for who is quoted, {headline} "
                "for the headline. An empty field uses the sentence shown in it."
            )
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        form.addRow(hint)
        built_in = CorrectionTemplate()
        self._sentences: dict[str, QLineEdit] = {}
        for name, label in (
            ("replaced", self.tr("Wording replaced")),
            ("removed", self.tr("Wording removed")),
            ("added", self.tr("Wording added")),
            ("moved", self.tr("Passage moved")),
            ("quoted", self.tr("Quotation changed")),
            ("quoted_unnamed", self.tr("Quotation, speaker unknown")),
            ("opening", self.tr("Opening, for several")),
        ):
            field = QLineEdit(settings.preferences.corrections.sentences.get(name, ""))
            field.setPlaceholderText(getattr(built_in, name))
            field.editingFinished.connect(self._choose_corrections)
            self._sentences[name] = field
            form.addRow(label, field)
        self._wrong = QLabel(wordWrap=True)
        form.addRow(self._wrong)
        return page

    def _choose_corrections(self) -> None:
        sentences = {n: f.text().strip() for n, f in self._sentences.items() if f.text().strip()}
        try:
            CorrectionTemplate(**sentences).checked()
        except DriftlineError as trouble:
            self._wrong.setText(str(trouble))
            return
        self._wrong.clear()
        self.corrections_chosen.emit(sentences)

    def _allow(self) -> None:
        self._none.setVisible(self.lines.count() == 0)
        self.lines.setVisible(self.lines.count() > 0)
        self._remove.setEnabled(self.lines.currentRow() >= 0)

    def _remove_line(self) -> None:
        self.lines.takeItem(self.lines.currentRow())
        self._allow()
        left = tuple(self.lines.item(row).text() for row in range(self.lines.count()))
        self.keep_lines_chosen.emit(left)
