"""One document: its text with what was cut struck through and the reason beside it."""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from driftline.engine.records import Role, Span
from driftline.gui.compare.find_bar import FindBar
from driftline.gui.language import document_labels as say
from driftline.gui.language import labels
from driftline.gui.language.explaining import told
from driftline.gui.language.plain_words import plain_tip
from driftline.gui.offsets import QtOffsets
from driftline.gui.panes.document_search import DocumentSearch
from driftline.gui.theme import reading_font

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from driftline.engine.records import Cut, Version
    from driftline.gui.theme import Theme
    from driftline.review.contents import DeskDocument
    from driftline.review.preferences import Fonts

_MEASURE = 720
#: So many characters are written in one go.
_SLICE = 20_000
#: Longer cuts show their beginning and their end.
_LONGEST_CUT = 900
_SCALE = {Role.HEADLINE: 1.5, Role.STANDFIRST: 1.08, Role.SUBHEADING: 1.08}


class _Text(QTextBrowser):
    """A text in which words are chosen and cuts are reached by key."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextInteractionFlags(
            self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # After a link was reached by Tab, Qt would go on drawing only a dotted frame.
            self.setTextCursor(self.textCursor())


class DocumentPage(QWidget):
    """Shows one document for reading.

    `restore_requested(span)`: a cut belongs to the story after all. `cut_requested(span)`: a
    stretch does not. `keep_lines_requested(text)`: lines like this one are never to be cut.
    """

    restore_requested = Signal(object)
    cut_requested = Signal(object)
    keep_lines_requested = Signal(str)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = reading_font(fonts)
        self._document: DeskDocument | None = None
        #: (source start, source end, first position in the text widget), in order.
        self._places: list[tuple[int, int, int]] = []
        self._rest: deque[tuple[list[tuple[Span, str]], Role]] = deque()
        self._cursor = QTextCursor()
        self._stale = False
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(lambda: self._write(_SLICE))
        self._head = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._head.setObjectName("quiet")
        self._with_cuts = QCheckBox(self.tr("Show what was cut"))
        self._with_cuts.setChecked(True)
        self._with_cuts.toggled.connect(self._render_again)
        header = QFrame()
        header.setObjectName("header")
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._head, 1)
        row.addWidget(self._with_cuts)
        self._notes = QLabel(wordWrap=True)
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        notes = QFrame()
        notes.setObjectName("notice")
        inside = QHBoxLayout(notes)
        inside.setContentsMargins(16, 6, 16, 6)
        inside.addWidget(self._notes)
        self._notes_bar = notes
        self.text = _Text()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._menu)
        self.text.setAccessibleName(self.tr("The text of the document"))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(notes)
        layout.addWidget(self.text, 1)
        self.find_bar = FindBar(DocumentSearch(self.text, lambda: self.shown_text), sides=False)
        layout.addWidget(self.find_bar)

    @property
    def shown_text(self) -> str:
        """The words in the text widget."""
        self._finish()
        return self.text.toPlainText()

    def show_document(self, document: DeskDocument) -> None:
        """Show this document from its top; one cleaned anew from where it is read."""
        place = self._place() if self._document and self._document.id == document.id else None
        self._document = document
        version = document.version
        parts = [say.subtitle(document)]
        if version.cuts:
            parts.append(self.tr("%n cut(s)", "", len(version.cuts)))
        self._with_cuts.setEnabled(bool(version.cuts))
        self._head.setText(" · ".join([*parts, *say.marks(document)]))
        self._head.setToolTip(plain_tip(say.tooltip(document)))
        self._notes.setText("\n".join(map(told, version.source.notes)))
        self._notes_bar.setVisible(bool(version.source.notes))
        self._render(place)
        self.find_bar.forget()

    def set_appearance(self, theme: Theme, fonts: Fonts) -> None:
        """Other colours or another typeface."""
        self._theme = theme
        self._font = reading_font(fonts)
        if self.isVisible():
            self._render_again()
        else:
            self._stale = True

    def reveal(self, span: Span) -> None:
        """Select a stretch of the source and bring it into view."""
        self._finish()
        start, end = self._position(span.start), self._position(span.end)
        if start is None:
            # A cut that is not shown: nothing to point at but the place where it stood.
            if not self._with_cuts.isChecked():
                self._with_cuts.setChecked(True)
                self.reveal(span)
            return
        cursor = self.text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end if end is not None else start, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        box = self.text.cursorRect(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + box.top() - self.text.viewport().height() // 3)

    def select_all(self) -> None:
        """Select the whole text."""
        self._finish()
        self.text.selectAll()

    def selected_span(self) -> Span | None:
        """What is selected, in the source's offsets; None when nothing is."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = self._near(cursor.selectionStart()), self._source(cursor.selectionEnd())
        if end is None:
            # Between the words: at the reason of a cut, say.
            before = (last for _, last, at in self._places if at < cursor.selectionEnd())
            end = max(before, default=start)
        return Span(start, end) if start < end else None

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands a QResizeEvent
        self._centre()

    def _centre(self) -> None:
        width = self.text.width() - self.text.verticalScrollBar().sizeHint().width()
        margin = max(28, (width - _MEASURE) // 2)
        self.text.document().setDocumentMargin(12)
        frame = self.text.document().rootFrame().frameFormat()
        if frame.leftMargin() != margin:
            frame.setLeftMargin(margin)
            frame.setRightMargin(margin)
            frame.setTopMargin(16)
            frame.setBottomMargin(32)
            self.text.document().rootFrame().setFrameFormat(frame)

    # ------------------------------------------------------------------ the editor's hand

    def cut_selection(self) -> bool:
        """Ask for the selected words to be cut; False when nothing is selected."""
        span = self.selected_span()
        if span is not None:
            self.cut_requested.emit(span)
        return span is not None

    def _on_link(self, link: QUrl) -> None:
        start, _, end = link.path().partition("-")
        self.restore_requested.emit(Span(int(start), int(end)))

    def _cut_at(self, point: QPoint) -> Cut | None:
        if self._document is None:
            return None
        offset = self._source(self.text.cursorForPosition(point).position())
        if offset is None:
            return None
        cuts = self._document.version.cuts
        return next((c for c in cuts if c.span.start <= offset <= c.span.end), None)

    def _menu(self, point: QPoint) -> None:
        menu = self.text.createStandardContextMenu(point)
        menu.addSeparator()
        cut = self._cut_at(point)
        if cut is not None and self._document is not None:
            words = cut.span.of(self._document.version.source.text)
            menu.addAction(
                self.tr("Restore: this belongs to the story"),
                lambda: self.restore_requested.emit(cut.span),
            )
            menu.addAction(
                self.tr("Never cut lines like this"),
                lambda: self.keep_lines_requested.emit(words),
            )
        else:
            act = menu.addAction(self.tr("Cut this from the story"), self.cut_selection)
            act.setEnabled(self.text.textCursor().hasSelection())
        menu.exec(self.text.viewport().mapToGlobal(point))
        menu.deleteLater()

    # ------------------------------------------------------------------ between source and widget

    def _position(self, offset: int) -> int | None:
        if self._document is None:
            return None
        text = self._document.version.source.text
        for start, end, at in self._places:
            if start <= offset <= end:
                return at + QtOffsets(text[start:end]).to_qt(offset - start)
        return None

    def _source(self, position: int) -> int | None:
        if self._document is None:
            return None
        text = self._document.version.source.text
        for start, end, at in self._places:
            offsets = QtOffsets(text[start:end])
            if at <= position <= at + offsets.to_qt(end - start):
                return start + offsets.from_qt(position - at)
        return None

    # ------------------------------------------------------------------ rendering

    def _place(self) -> tuple[int, int]:
        """Where it is read: the source offsets of the first line in view and of the caret."""
        top = self.text.cursorForPosition(QPoint(self.text.viewport().width() // 2, 1)).position()
        return self._near(top), self._near(self.text.textCursor().position())

    def _near(self, position: int) -> int:
        """The source offset of the words at a position, or of those after it."""
        found = self._source(position)
        later = (start for start, _, at in self._places if at >= position)
        return found if found is not None else next(later, 0)

    def _return_to(self, top: int, caret: int) -> None:
        """Go on at a place, as far as its words are shown."""
        while self._rest and any(self._position(at) is None for at in (top, caret)):
            self._write(_SLICE)
        cursor = self.text.textCursor()
        cursor.setPosition(self._position(caret) or 0)
        self.text.setTextCursor(cursor)
        cursor.setPosition(self._position(top) or 0)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top())

    def _render_again(self) -> None:
        self._render(self._place())

    def _render(self, place: tuple[int, int] | None = None) -> None:
        """Write the text anew: its beginning at once, the rest between the reader's own events."""
        self._more.stop()
        self._stale = False
        if self._document is None:
            return
        document = QTextDocument(self.text)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._font)
        self._places = []
        self._rest = deque(_blocks(self._document.version, self._with_cuts.isChecked()))
        self._cursor = QTextCursor(document)
        self._write(_SLICE)
        # The text widget owns the document before and deletes it.
        self.text.setDocument(document)
        self._centre()
        if place is not None and any(place):
            self._return_to(*place)

    def _write(self, most: int) -> None:
        """Write blocks of about so many characters; what is left is written later."""
        # One edit block: without it a long text takes a minute.
        self._cursor.beginEditBlock()
        written = 0
        while self._rest and written < most:
            if self._places or not self._cursor.atStart():
                self._cursor.insertBlock()
            pieces, role = self._rest.popleft()
            self._write_block(self._cursor, pieces, role)
            written += sum(len(span) for span, _ in pieces)
        self._cursor.endEditBlock()
        if self._rest:
            self._more.start()

    def _finish(self) -> None:
        """Write what is not written yet."""
        if self._stale:
            self._render()
        if self._rest:
            self._more.stop()
            self._write(sys.maxsize)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._render()
        elif self._rest:
            self._more.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._more.stop()

    def _write_block(self, cursor: QTextCursor, pieces: list[tuple[Span, str]], role: Role) -> None:
        style = QTextBlockFormat()
        style.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        style.setBottomMargin(self._font.pointSizeF() * 0.9)
        if role is Role.LIST:
            style.setLeftMargin(18)
        elif role is Role.BLOCK_QUOTE:
            style.setLeftMargin(28)
        style.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        cursor.setBlockFormat(style)
        plain = self._plain(role)
        for span, reason in pieces:
            words = span.of(self._document.version.source.text) if self._document else ""
            if reason:
                self._write_cut(cursor, span, words, reason)
            else:
                self._places.append((span.start, span.end, cursor.position()))
                cursor.insertText(_one_line(words), plain)

    def _write_cut(self, cursor: QTextCursor, span: Span, words: str, reason: str) -> None:
        label = QTextCharFormat()
        small = QFont()
        small.setPointSizeF(self._font.pointSizeF() * 0.75)
        label.setFont(small)
        label.setForeground(self._theme.color("old_ink"))
        struck = QTextCharFormat()
        struck.setFont(small)
        struck.setFontStrikeOut(True)
        struck.setForeground(self._theme.color("cut_ink"))
        label.setAnchor(True)
        label.setAnchorHref(f"restore:{span.start}-{span.end}")
        label.setToolTip(self.tr("Click to restore: this belongs to the story"))
        cursor.insertText(f"[{reason} ↺]", label)
        plain = QTextCharFormat()
        plain.setFont(small)
        cursor.insertText("\u00a0", plain)
        at = cursor.position()
        shown = _one_line(words)
        if len(shown) > _LONGEST_CUT:
            half = _LONGEST_CUT // 2
            self._places.append((span.start, span.start + half, at))
            cursor.insertText(shown[:half], struck)
            cursor.insertText(" […] ", plain)
            self._places.append((span.start + len(words) - half, span.end, cursor.position()))
            cursor.insertText(shown[-half:], struck)
        else:
            self._places.append((span.start, span.end, at))
            cursor.insertText(shown, struck)
        after = QTextCharFormat()
        after.setFont(self._font)
        cursor.insertText(" ", after)

    def _plain(self, role: Role) -> QTextCharFormat:
        style = QTextCharFormat()
        font = QFont(self._font)
        font.setPointSizeF(self._font.pointSizeF() * _SCALE.get(role, 1.0))
        font.setBold(role in (Role.HEADLINE, Role.SUBHEADING))
        font.setItalic(role is Role.STANDFIRST)
        style.setFont(font)
        style.setForeground(self._theme.color("text"))
        return style


def _one_line(words: str) -> str:
    """The same length, every line break and control character a space."""
    return "".join(" " if c.isspace() or c < " " else c for c in words)


def _blocks(version: Version, with_cuts: bool) -> list[tuple[list[tuple[Span, str]], Role]]:
    """The document from top to bottom: paragraphs, and the cuts between and inside them."""
    blocks: list[tuple[list[tuple[Span, str]], Role]] = []
    cuts = list(version.cuts) if with_cuts else []
    position = 0
    for paragraph in version.paragraphs:
        while cuts and cuts[0].span.end <= paragraph.span.start:
            cut = cuts.pop(0)
            blocks.append(([(cut.span, labels.reason_label(cut.reason))], Role.BODY))
        pieces: list[tuple[Span, str]] = []
        position = paragraph.span.start
        while cuts and cuts[0].span.start < paragraph.span.end:
            cut = cuts.pop(0)
            if cut.span.start > position:
                pieces.append((Span(position, cut.span.start), ""))
            pieces.append((cut.span, labels.reason_label(cut.reason)))
            position = max(position, cut.span.end)
        if with_cuts:
            if position < paragraph.span.end:
                pieces.append((Span(position, paragraph.span.end), ""))
        else:
            pieces = [(span, "") for span in version.kept_spans(paragraph.span)]
        if pieces:
            blocks.append((pieces, paragraph.role))
    blocks += [([(c.span, labels.reason_label(c.reason))], Role.BODY) for c in cuts]
    return blocks
