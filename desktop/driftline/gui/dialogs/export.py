"""Exporting the report: what it shows and how it is set, with its first page as it will be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.language.translation import LANGUAGES, spoken_language
from driftline.report.options import Layout, ReportOptions, preferred
from driftline.review.preferences import ExportDefaults, Paper, ReportFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from driftline.engine.records import Kind

#: The preview is made when the choices have been still this long.
_PAUSE_MS = 350
_PREVIEW_WIDTH = 460


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user chose: the ending (".pdf"), the options, whether the review goes along."""

    suffix: str
    options: ReportOptions
    with_notes: bool
    with_history: bool = False


class ExportDialog(QDialog):
    """Makes no report itself.

    `kinds` are those shown in the window, `long` says that the texts are long ones.
    `preview_requested(ExportChoice)` asks for the first page, which comes by `show_preview`;
    `save_requested(ExportChoice)` and `print_requested(ExportChoice)` end the choosing.
    """

    preview_requested = Signal(object)
    save_requested = Signal(object)
    print_requested = Signal(object)
    #: What F1 opens here.
    help_page = "09-reports.md"

    def __init__(
        self,
        defaults: ExportDefaults,
        suffixes: Sequence[str],
        *,
        long: bool,
        kinds: tuple[Kind, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export report"))
        self._format = QComboBox()
        names = {
            ".pdf": self.tr("PDF"),
            ".docx": self.tr("Word with tracked changes"),
            ".html": self.tr("Web page"),
            ".csv": self.tr("Table (CSV)"),
            ".json": self.tr("Data (JSON)"),
        }
        for suffix in suffixes:
            self._format.addItem(names.get(suffix, suffix), suffix)
        self._format.setCurrentIndex(max(0, self._format.findData(f".{defaults.format.value}")))
        self._layout = QComboBox()
        self._layout.addItem(self.tr("Side by side"), Layout.SIDE_BY_SIDE)
        self._layout.addItem(self.tr("One text with its changes"), Layout.INLINE)
        self._paper = QComboBox()
        self._paper.addItem(self.tr("A4"), Paper.A4)
        self._paper.addItem(self.tr("Letter"), Paper.LETTER)
        begin = preferred(defaults, spoken_language())
        self._language = QComboBox()
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(0, self._language.findData(begin.language)))
        self._paper.setCurrentIndex(1 if begin.paper is Paper.LETTER else 0)
        self._landscape = QCheckBox(self.tr("Lan&dscape"))
        self._size = QDoubleSpinBox()
        self._size.setRange(6, 24)
        self._size.setSingleStep(0.5)
        self._size.setDecimals(1)
        self._size.setSuffix(self.tr(" pt"))
        self._size.setValue(ReportOptions().font_size)
        self._changes_only = QCheckBox(self.tr("Only paragraphs with &changes"))
        self._changes_only.setChecked(begin.changes_only or long)
        self._context = QSpinBox()
        self._context.setRange(0, 20)
        self._context.setValue(ReportOptions().context)
        self._context.setAccessibleName(self.tr("Unchanged paragraphs around a change"))
        self._defaults = defaults
        self._long = long
        self._kinds = kinds
        self._shown_only = QCheckBox(self.tr("Only the &kinds shown in the window"))
        self._typography = QCheckBox(self.tr("&Typography too"))
        self._black = QCheckBox(self.tr("&Black and white"))
        self._spelled = QCheckBox(self.tr("Spell changes &out, for listening"))
        self._cuts = QCheckBox(self.tr("What was c&ut from the pages"))
        self._notes = QCheckBox(self.tr("My statuses and &notes"))
        self._notes.setChecked(defaults.with_notes)
        self._history = QCheckBox(self.tr("The &history of the review"))
        self._history.setChecked(defaults.with_history)
        form = QFormLayout()
        form.addRow(self.tr("&Format"), self._format)
        form.addRow(self.tr("Lan&guage"), self._language)
        form.addRow(self.tr("&Layout"), self._layout)
        form.addRow(self.tr("&Paper"), self._paper)
        form.addRow("", self._landscape)
        form.addRow(self.tr("Text si&ze"), self._size)
        form.addRow("", self._changes_only)
        form.addRow(self.tr("Context paragraphs"), self._context)
        for box in (
            self._shown_only,
            self._typography,
            self._black,
            self._spelled,
            self._cuts,
            self._notes,
            self._history,
        ):
            form.addRow("", box)
        if long:
            hint = QLabel(
                self.tr(
                    "These are long texts: only paragraphs with changes are chosen, so that the "
                    "report stays readable."
                )
            )
            hint.setObjectName("quiet")
            hint.setWordWrap(True)
            form.addRow(hint)
        self._page = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._page.setAccessibleName(self.tr("The first page"))
        self._page.setMinimumSize(_PREVIEW_WIDTH, 560)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Preview"))
        area.setWidget(self._page)
        area.setWidgetResizable(True)
        area.setMinimumWidth(_PREVIEW_WIDTH + 30)
        self._pages = QLabel()
        self._pages.setObjectName("quiet")
        right = QVBoxLayout()
        right.addWidget(area, 1)
        right.addWidget(self._pages)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = QPushButton(self.tr("&Save…"))
        self._save.setDefault(True)
        self._print = QPushButton(self.tr("P&rint…"))
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._print, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._save.clicked.connect(lambda: self._end(self.save_requested))
        self._print.clicked.connect(lambda: self._end(self.print_requested))
        columns = QHBoxLayout()
        columns.addLayout(form)
        columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(columns, 1)
        whole.addWidget(buttons)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.finished.connect(self._pause.stop)
        for choice in (self._format, self._language, self._layout, self._paper):
            choice.currentIndexChanged.connect(self._changed)
        for number in (self._size, self._context):
            number.valueChanged.connect(self._changed)
        for check in self.findChildren(QCheckBox):
            check.toggled.connect(self._changed)
        self._changed()

    @property
    def preview_width(self) -> int:
        """How wide the first page is shown, in the screen's logical pixels."""
        return _PREVIEW_WIDTH

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        return ExportChoice(
            str(self._format.currentData()),
            ReportOptions(
                paper=Paper(self._paper.currentData()),
                landscape=self._landscape.isChecked(),
                font_size=self._size.value(),
                layout=Layout(self._layout.currentData()),
                changes_only=self._changes_only.isChecked(),
                context=self._context.value(),
                kinds=self._kinds if self._shown_only.isChecked() else (),
                typography=self._typography.isChecked(),
                black_and_white=self._black.isChecked(),
                spell_out=self._spelled.isChecked(),
                cuts=self._cuts.isChecked(),
                language=str(self._language.currentData()),
            ),
            self._notes.isChecked(),
            self._history.isChecked(),
        )

    def defaults(self) -> ExportDefaults:
        """What is chosen, as the preferences keep it."""
        choice = self.choice()
        language = choice.options.language
        return replace(
            self._defaults,
            format=ReportFormat(choice.suffix.lstrip(".")),
            paper=choice.options.paper,
            # Of long texts the dialog itself chose to show the changes only.
            changes_only=self._defaults.changes_only if self._long else choice.options.changes_only,
            with_notes=choice.with_notes,
            with_history=choice.with_history,
            # The window's own may be another tomorrow, and the reports' with it.
            language="" if language == spoken_language() else language,
        )

    def show_preview(self, image: QImage, pages: int) -> None:
        """Show the first page."""
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(picture)
        self._pages.setText(self.tr("%n page(s)", "", pages))

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the page."""
        self._page.setText(sentence)
        self._page.setWordWrap(True)
        self._pages.clear()

    def _changed(self) -> None:
        on_paper = self._format.currentData() == ".pdf"
        for widget in (
            self._layout,
            self._paper,
            self._landscape,
            self._size,
            self._black,
            self._spelled,
            self._print,
        ):
            widget.setEnabled(on_paper)
        self._language.setEnabled(self._format.currentData() != ".json")
        self._typography.setEnabled(not self._shown_only.isChecked())
        self._context.setEnabled(self._changes_only.isChecked())
        self._pause.start()

    def _ask(self) -> None:
        if self._format.currentData() == ".pdf":
            if self._page.pixmap().isNull():
                self.say(self.tr("The first page is being set…"))
            self.preview_requested.emit(self.choice())
        else:
            self.say(self.tr("Only a PDF has pages to show."))

    def _end(self, signal: SignalInstance) -> None:
        choice = self.choice()
        self.accept()
        signal.emit(choice)
