"""The help: pages of Markdown that come with the program, with a search through all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from driftline import assets
from driftline.gui.language.translation import spoken_language

_KEYS = "keys"
#: A hundred marks show where the words are; more would make painting slow.
_MOST_MARKS = 100


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page: its file, its title, its words in lower case."""

    file: Path
    title: str
    words: str


def help_pages(language: str) -> tuple[HelpPage, ...]:
    """The pages in their order, in a language ("de"), else in English."""
    folder = assets.path("help", language)
    if not folder.is_dir():
        folder = assets.path("help", "en")
    pages = []
    for file in sorted(folder.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ").strip()
        pages.append(HelpPage(file, title, text.casefold()))
    return tuple(pages)


class HelpDialog(QDialog):
    """Contents and search on the left, the page on the right. `keys_requested()`: the key map."""

    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Driftline help"))
        self.resize(1040, 740)
        self._pages = help_pages(spoken_language())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.search.installEventFilter(self)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        for page in self._pages:
            item = QListWidgetItem(page.title, self.contents)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
        self.contents.currentRowChanged.connect(self._open_row)
        self._none = QLabel(self.tr("No page has these words."), wordWrap=True)
        self._none.setObjectName("quiet")
        self._none.hide()
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("The page"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.text.document().setDocumentMargin(24)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.contents, 1)
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

    def _open_row(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            url = QUrl.fromLocalFile(str(self._pages[row].file))
            self.text.setSource(url, QTextDocument.ResourceType.MarkdownResource)
            self._mark()

    def _on_link(self, link: QUrl) -> None:
        if link.scheme() == _KEYS:
            self.keys_requested.emit()
            return
        name = Path(link.path()).name
        row = next((n for n, page in enumerate(self._pages) if page.file.name == name), None)
        if row is not None:
            self.contents.setCurrentRow(row)

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
