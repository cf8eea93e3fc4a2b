"""What all export dialogs have: the form, the sheet of paper, and the first page as it will be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

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
    QLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.dialogs.preferences.page import choose
from driftline.gui.language.translation import LANGUAGES, spoken_language
from driftline.gui.language.translation import translated as _
from driftline.report.options import ReportOptions, preferred
from driftline.review.preferences import ExportDefaults, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import SignalInstance

#: The preview is made when the choices have been still this long.
_PAUSE_MS = 350
_PREVIEW_WIDTH = 460
#: Forms whose words are of no language.
_WORDLESS = (".json", ".txt")


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user chose: the ending (".pdf"), the options, whether the review goes along."""

    suffix: str
    options: ReportOptions
    with_notes: bool = False
    with_history: bool = False


class ReportDialog(QDialog):
    """Makes no report itself. One that inherits adds its choices to the `form`, then calls `begin`.

    `preview_requested(ExportChoice)` asks for the first page, which comes by `show_preview`;
    `save_requested(ExportChoice)` and `print_requested(ExportChoice)` end the choosing.
    """

    preview_requested = Signal(object)
    save_requested = Signal(object)
    print_requested = Signal(object)
    #: What F1 opens here.
    help_page = "09-reports.md"

    def __init__(
        self, defaults: ExportDefaults, suffixes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._defaults = defaults
        self._preferred = preferred(defaults, spoken_language())
        self.form = QFormLayout()
        self._add_form(suffixes)
        self._add_sheet()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.finished.connect(self._pause.stop)

    def _add_form(self, suffixes: Sequence[str]) -> None:
        names = {
            ".pdf": self.tr("PDF"),
            ".docx": self.tr("Word with tracked changes"),
            ".html": self.tr("Web page"),
            ".csv": self.tr("Table (CSV)"),
            ".txt": self.tr("Text"),
            ".json": self.tr("Data (JSON)"),
        }
        self._format = box_of((names.get(suffix, suffix), suffix) for suffix in suffixes)
        choose(self._format, f".{self._defaults.format.value}")
        self._language = box_of((name, code) for code, name in LANGUAGES.items())
        choose(self._language, self._preferred.language)
        self.form.addRow(self.tr("&Format"), self._format)
        self.form.addRow(self.tr("Lan&guage"), self._language)

    def _add_sheet(self) -> None:
        self._paper = box_of(((self.tr("A4"), Paper.A4), (self.tr("Letter"), Paper.LETTER)))
        choose(self._paper, self._preferred.paper)
        self._landscape = QCheckBox(self.tr("Lan&dscape"))
        self._size = QDoubleSpinBox()
        self._size.setRange(6, 24)
        self._size.setSingleStep(0.5)
        self._size.setDecimals(1)
        self._size.setSuffix(self.tr(" pt"))
        self._size.setValue(ReportOptions().font_size)
        self._black = QCheckBox(self.tr("&Black and white"))
        self.form.addRow(self.tr("&Paper"), self._paper)
        self.form.addRow("", self._landscape)
        self.form.addRow(self.tr("Text si&ze"), self._size)
        self.form.addRow("", self._black)

    def _make_preview(self) -> QLayout:
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
        preview = QVBoxLayout()
        preview.addWidget(area, 1)
        preview.addWidget(self._pages)
        return preview

    def _make_buttons(self) -> QWidget:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = QPushButton(self.tr("&Save…"))
        self._save.setDefault(True)
        self._print = QPushButton(self.tr("P&rint…"))
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._print, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._save.clicked.connect(lambda: self._end(self.save_requested))
        self._print.clicked.connect(lambda: self._end(self.print_requested))
        return buttons

    def begin(self) -> None:
        """All choices are there: put preview and buttons behind them, and show what is chosen."""
        # Made last, they are the last that Tab leads to.
        columns = QHBoxLayout()
        columns.addLayout(self.form)
        columns.addLayout(self._make_preview(), 1)
        whole = QVBoxLayout(self)
        whole.addLayout(columns, 1)
        whole.addWidget(self._make_buttons())
        for box in self.findChildren(QComboBox):
            box.currentIndexChanged.connect(self._changed)
        for size in self.findChildren(QDoubleSpinBox):
            size.valueChanged.connect(self._changed)
        for number in self.findChildren(QSpinBox):
            number.valueChanged.connect(self._changed)
        for check in self.findChildren(QCheckBox):
            check.toggled.connect(self._changed)
        self._changed()

    @property
    def preview_width(self) -> int:
        """How wide the first page is shown, in the screen's logical pixels."""
        return _PREVIEW_WIDTH

    @property
    def on_paper(self) -> bool:
        """Whether what is chosen has pages."""
        return self._format.currentData() == ".pdf"

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        options = ReportOptions(
            paper=Paper(self._paper.currentData()),
            landscape=self._landscape.isChecked(),
            font_size=self._size.value(),
            black_and_white=self._black.isChecked(),
            language=str(self._language.currentData()),
        )
        return ExportChoice(str(self._format.currentData()), options)

    def defaults(self) -> ExportDefaults:
        """What is chosen, as the preferences keep it."""
        options = self.choice().options
        return replace(
            self._defaults,
            paper=options.paper,
            # The window's own may be another tomorrow, and the reports' with it.
            language="" if options.language == spoken_language() else options.language,
        )

    def show_preview(self, image: QImage, pages: int) -> None:
        """Show the first page."""
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(picture)
        self._pages.setText(_pages(pages))

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the page."""
        self._page.setText(sentence)
        self._page.setWordWrap(True)
        self._pages.clear()

    def _changed(self) -> None:
        for widget in (self._paper, self._landscape, self._size, self._black, self._print):
            widget.setEnabled(self.on_paper)
        self._language.setEnabled(self._format.currentData() not in _WORDLESS)
        self._pause.start()

    def _ask(self) -> None:
        if self.on_paper:
            if self._page.pixmap().isNull():
                self.say(self.tr("The first page is being set…"))
            self.preview_requested.emit(self.choice())
        else:
            self.say(self.tr("Only a PDF has pages to show."))

    def _end(self, signal: SignalInstance) -> None:
        choice = self.choice()
        self.accept()
        signal.emit(choice)


def _pages(count: int) -> str:
    # In a class that others inherit Qt does not find the plurals.
    return _("%n page(s)", "", count)


def box_of(entries: Iterable[tuple[str, Any]]) -> QComboBox:
    """A box to choose from: what each entry is called, and what it stands for."""
    box = QComboBox()
    for name, value in entries:
        box.addItem(name, value)
    return box
