"""What the export dialog and the reports of the command line begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)

from driftline.gui.dialogs.preferences.page import Page, choose
from driftline.gui.language.translation import LANGUAGES
from driftline.review.preferences import ExportDefaults, Paper, ReportFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences


class ExportPage(Page):
    """Format, language, paper, what goes along, the folder. `choose_folder` asks for a folder."""

    sections = ("export",)

    def __init__(self, choose_folder: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose_folder = choose_folder
        self.format = QComboBox()
        for text, value in (
            (self.tr("PDF"), ReportFormat.PDF),
            (self.tr("Word with tracked changes"), ReportFormat.DOCX),
            (self.tr("Web page"), ReportFormat.HTML),
            (self.tr("Table (CSV)"), ReportFormat.CSV),
            (self.tr("Data (JSON)"), ReportFormat.JSON),
        ):
            self.format.addItem(text, value)
        self.language = QComboBox()
        self.language.addItem(self.tr("That of the window"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.paper = QComboBox()
        self.paper.addItem(self.tr("A4"), Paper.A4)
        self.paper.addItem(self.tr("Letter"), Paper.LETTER)
        self.changes_only = QCheckBox(self.tr("Only paragraphs with &changes"))
        self.notes = QCheckBox(self.tr("My statuses and &notes"))
        self.history = QCheckBox(self.tr("The &history of the review"))
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("That of the documents"))
        browse = QPushButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        form = QFormLayout(self)
        form.addRow(self.tr("&Format"), self.format)
        form.addRow(self.tr("Lan&guage"), self.language)
        form.addRow(self.tr("&Paper"), self.paper)
        for box in (self.changes_only, self.notes, self.history):
            form.addRow("", box)
            box.toggled.connect(self.changed)
        label = QLabel(self.tr("Fo&lder"))
        label.setBuddy(self.folder)
        form.addRow(label, row)
        self.format.currentIndexChanged.connect(self.changed)
        self.language.currentIndexChanged.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)
        self.folder.editingFinished.connect(self.changed)

    def fill(self, preferences: Preferences) -> None:
        export = preferences.export
        choose(self.format, export.format)
        choose(self.language, export.language)
        choose(self.paper, export.paper)
        self.changes_only.setChecked(export.changes_only)
        self.notes.setChecked(export.with_notes)
        self.history.setChecked(export.with_history)
        self.folder.setText(export.folder)

    def apply(self, preferences: Preferences) -> Preferences:
        export = ExportDefaults(
            format=ReportFormat(self.format.currentData()),
            paper=Paper(self.paper.currentData()),
            changes_only=self.changes_only.isChecked(),
            with_notes=self.notes.isChecked(),
            with_history=self.history.isChecked(),
            folder=self.folder.text().strip(),
            language=str(self.language.currentData()),
        )
        return replace(preferences, export=export)

    def _browse(self) -> None:
        folder = self._choose_folder(self.tr("Folder for reports"))
        if folder:
            self.folder.setText(folder)
            self.changed.emit()
