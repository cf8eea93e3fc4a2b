"""Finding words in the text of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from driftline.gui.compare.text_search import pattern
from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTextBrowser

    from driftline.gui.compare.row_content import Side


class DocumentSearch:
    """What a find bar looks in; `whole` gives all words of the text widget."""

    def __init__(self, text: QTextBrowser, whole: Callable[[], str]) -> None:
        self._text = text
        self._whole = whole
        self._hits: list[tuple[int, int]] = []

    def selected_text(self) -> str:
        """The selected words."""
        return self._text.textCursor().selectedText().replace("\u2029", "\n")

    def find_words(self, words: str, side: Side | None = None) -> int:
        """Look for words; gives the number of places."""
        self._hits = []
        if words.strip():
            whole = self._whole()
            offsets = QtOffsets(whole)
            self._hits = [offsets.pair(*m.span()) for m in pattern(words).finditer(whole)]
        return len(self._hits)

    def first_hit_in_view(self) -> int:
        """The number of the first place found from the top of the view on."""
        top = self._text.cursorForPosition(QPoint(0, 0)).position()
        return next((n for n, (start, _) in enumerate(self._hits) if start >= top), 0)

    def go_to_hit(self, number: int) -> None:
        """Select one of the places found (counted from 0) and bring it into view."""
        start, end = self._hits[number]
        cursor = self._text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        box, height = self._text.cursorRect(cursor), self._text.viewport().height()
        if box.top() < 0 or box.bottom() > height:
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - height // 3)

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Take the keyboard."""
        self._text.setFocus(reason)
