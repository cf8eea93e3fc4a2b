"""The help: pages that come with the program and all keys, with a search through all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from driftline import assets
from driftline.gui.dialogs.help_pages import KEYS, HelpPage, help_pages
from driftline.gui.language.translation import spoken_language
from driftline.gui.sizing import begin_with

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtPrintSupport import QPrinter

#: A hundred marks show where the words are; more would make painting slow.
_MOST_MARKS = 100


class _Page(QTextBrowser):
    """Shows pages that are made, not read; their pictures come from files."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._folder = assets.path("help", language)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(24)

    def show_page(self, page: HelpPage) -> None:
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{self._folder}/"))
        self.setMarkdown(page.text)
        self.verticalScrollBar().setValue(0)


class HelpDialog(QDialog):
    """Contents and search on the left, the page on the right; `bound` are the keys she chose.

    `print_requested(function)`: the page is wanted on paper; given a printer it puts it there.
    """

    print_requested = Signal(object)

    def __init__(self, bound: Mapping[str, Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Driftline help"))
        begin_with(self, 1040, 740)
        language = spoken_language()
        self._pages = help_pages(language, bound)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.search.installEventFilter(self)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        for page in self._pages:
            self.contents.addItem(page.title)
        self.contents.currentRowChanged.connect(self._open_row)
        self._none = QLabel(self.tr("No page has these words."), wordWrap=True)
        self._none.setObjectName("quiet")
        self._none.hide()
        self.text = _Page(language)
        self.text.setAccessibleName(self.tr("The page"))
        self.text.anchorClicked.connect(self._on_link)
        self.print_button = QPushButton(self.tr("&Print this page…"))
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(lambda: self.print_requested.emit(self.print_page))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.contents, 1)
        column.addWidget(self.print_button)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.addWidget(left)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([250, 790])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)
        self.contents.setCurrentRow(0)
        self.search.setFocus()

    def marks(self) -> int:
        """How often the words that are searched for stand in the page."""
        return len(self.text.extraSelections())

    def open_page(self, name: str) -> None:
        """Show a page; one that isn't there is not shown."""
        row = next((n for n, page in enumerate(self._pages) if page.name == name), None)
        if row is not None:
            self.contents.setCurrentRow(row)

    def show_keys(self, bound: Mapping[str, Sequence[str]]) -> None:
        """Name the keys there are now."""
        self._pages = help_pages(spoken_language(), bound)
        self._open_row(self.contents.currentRow())

    def print_page(self, printer: QPrinter) -> None:
        """Put the page on paper."""
        self.text.print_(printer)

    def _open_row(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self.text.show_page(self._pages[row])
            self._mark()

    def _on_link(self, link: QUrl) -> None:
        self.open_page(KEYS if link.scheme() == KEYS else Path(link.path()).name)

    def _sift(self) -> None:
        words = self.search.text().casefold().split()
        passing = [all(word in page.words for word in words) for page in self._pages]
        for row, passes in enumerate(passing):
            self.contents.item(row).setHidden(not passes)
        self._none.setVisible(not any(passing))
        row = self.contents.currentRow()
        if any(passing) and not passing[row]:
            # A page that has the words in its title is meant first.
            titled = (
                n
                for n, page in enumerate(self._pages)
                if passing[n] and all(word in page.title.casefold() for word in words)
            )
            self.contents.setCurrentRow(next(titled, passing.index(True)))
        else:
            self._mark()

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        document = self.text.document()
        for word in self.search.text().split():
            cursor = QTextCursor(document)
            while len(marks) < _MOST_MARKS:
                cursor = document.find(word, cursor)
                if cursor.isNull():
                    break
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                colour = self.palette().highlight().color()
                mark.format.setBackground(colour)
                ink = self.palette().highlightedText().color()
                mark.format.setForeground(ink)
                marks.append(mark)
        self.text.setExtraSelections(marks)
        if marks:
            place = QTextCursor(document)
            place.setPosition(min(m.cursor.selectionStart() for m in marks))
            self.text.setTextCursor(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.contents.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
