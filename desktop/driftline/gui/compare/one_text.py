"""The comparison as one plain text with its changes spelled out, for who prefers to read that.

It is a common text widget: screen readers, selection and copying work as everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from driftline.engine.records import Kind
from driftline.gui.compare.row_content import APART, ONE_SIDED, RowKind, Side
from driftline.gui.compare.text_search import pattern
from driftline.gui.language import labels
from driftline.gui.language.translation import translated as _
from driftline.gui.offsets import QtOffsets
from driftline.gui.theme import reading_font

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison, Edit
    from driftline.gui.compare.row_content import RowContent, TextBlock
    from driftline.review.preferences import Fonts


#: Rows between two words of progress.
_STEP = 20


@dataclass(slots=True)
class SpelledOut:
    """`text`, for each change that is told where it is told: (start, end) in code points, and
    where each row begins.
    """

    text: str = ""
    rows: list[int] = field(default_factory=list)
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    offsets: QtOffsets = field(default_factory=lambda: QtOffsets(""))

    def end_of(self, row: int) -> int:
        """Where the row after this one begins."""
        return self.rows[row + 1] if row + 1 < len(self.rows) else len(self.text)


def spell_out(
    comparison: Comparison,
    rows: Sequence[RowContent],
    shown: Collection[int],
    bookmarked: Collection[int],
    *,
    progress: Progress,
) -> SpelledOut:
    """What `spelled_out` makes of the rows of a comparison."""
    from driftline.gui.compare.redline import Redline

    redline = Redline(comparison)

    def contents() -> Iterator[RowContent]:
        for number, row in enumerate(rows):
            if number % _STEP == 0:
                progress("Merging the texts", number, len(rows))
            yield redline.content(row, shown)

    return spelled_out(contents(), shown, bookmarked)


def spelled_out(
    rows: Iterable[RowContent], shown: Collection[int], bookmarked: Collection[int] = ()
) -> SpelledOut:
    """The rows of a redline as one text; only the changes whose ids are `shown` are told, and the
    rows that are `bookmarked`.
    """
    made = SpelledOut()
    parts: list[str] = []
    length = 0
    for row, content in enumerate(rows):
        made.rows.append(length)
        paragraphs = [_told(block, content.kind, shown) for block in content.new]
        if content.kind is RowKind.FOLDED:
            fold = _("⋯ %n unchanged paragraph(s) ⋯", "", content.folded)
            paragraphs = [[(fold, None)]]
        head = (_("[bookmark]") + " " if row in bookmarked else "") + _head(content.kind)
        for number, told in enumerate(paragraphs):
            pieces = [(head, None), *told] if head and number == 0 else told
            for words, edit in pieces:
                if edit is not None:
                    made.places.setdefault(edit, (length, length + len(words)))
                parts.append(words)
                length += len(words)
            parts.append("\n\n")
            length += 2
    made.text = "".join(parts).rstrip("\n")
    made.offsets = QtOffsets(made.text)
    return made


def _head(kind: RowKind) -> str:
    heads = {
        RowKind.ONLY_OLD: _("[only in the older version]"),
        RowKind.ONLY_NEW: _("[only in the newer version]"),
        RowKind.MOVED_AWAY: _("[moved away from here]"),
        RowKind.MOVED_HERE: _("[moved here]"),
    }
    return heads[kind] + " " if kind in heads else ""


def _told(block: TextBlock, kind: RowKind, shown: Collection[int]) -> list[tuple[str, int | None]]:
    """The words of a paragraph in order, those that tell a change with its id."""
    text = block.text
    stretches: list[tuple[int, int, Side, Edit | None]] = [
        (mark.start, mark.end, mark.side, mark.edit)
        for mark in block.marks
        if mark.edit.id in shown and mark.start < mark.end and not _whole(mark.edit, kind)
    ]
    if kind not in ONE_SIDED:
        marked = [(start, end) for start, end, _side, _edit in stretches]
        stretches += [
            (start, end, Side.OLD, None)
            for start, end in block.gone()
            if not any(a < end and start < b for a, b in marked)
        ]
    told: list[tuple[str, int | None]] = []
    at = 0
    queue = sorted(stretches, key=lambda s: (s[0], -s[1]))
    while queue:
        start, end, side, edit = queue.pop(0)
        if start < at:
            continue
        old, new = (text[start:end], "") if side is Side.OLD else ("", text[start:end])
        after = queue[0] if queue else None
        replaced = old and after and edit and after[3] is edit and after[2] is Side.NEW
        if after and replaced and not text[end : after[0]].strip():
            queue.pop(0)
            new, end = text[after[0] : after[1]], after[1]
        told.append((text[at:start], None))
        told.append((_spelled(old, new, edit), None if edit is None else edit.id))
        if text.startswith(APART, end):
            told.append((" ", None))
            end += len(APART)
        at = end
    told.append((text[at:], None))
    return [(words, edit) for words, edit in told if words]


def _whole(edit: Edit, kind: RowKind) -> bool:
    """Whether the head of a row of one version tells the change already."""
    return kind in ONE_SIDED and edit.kind in (Kind.INSERTION, Kind.DELETION, Kind.MOVE)


def _spelled(old: str, new: str, edit: Edit | None) -> str:
    if edit is None:
        return _("[before: “{old}”]").format(old=old)
    kind = labels.kind_label(edit.kind)
    if old and new:
        return _("[{kind}: “{old}” became “{new}”]").format(kind=kind, old=old, new=new)
    if edit.kind is Kind.MOVE:
        gone, come = _("[moved away: “{words}”]"), _("[moved here: “{words}”]")
        return (gone if old else come).format(words=old or new)
    gone, come = _("[{kind}, gone: “{words}”]"), _("[{kind}, new: “{words}”]")
    return (gone if old else come).format(kind=kind, words=old or new)


class OneText(QPlainTextEdit):
    """Shows the spelled-out text; the cursor goes where the current change is told."""

    def __init__(self, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Both versions as one text, the changes spelled out"))
        self.document().setDocumentMargin(24)
        self._told = SpelledOut()
        self._hits: list[tuple[int, int]] = []
        self.set_fonts(fonts)

    def set_fonts(self, fonts: Fonts) -> None:
        """Set the text in another way."""
        self.setFont(reading_font(fonts))

    def show_text(self, told: SpelledOut) -> None:
        """Show this text; the reader stays about where she was."""
        share = self.verticalScrollBar().value()
        row = self.row()
        # A row may get another head: the cursor keeps its distance from the end.
        left = self._told.end_of(row) - self._told.offsets.from_qt(self.textCursor().position())
        self._told = told
        self._hits = []
        self.setPlainText(told.text)
        if row < len(told.rows):
            at = max(told.rows[row], told.end_of(row) - left)
            self._select(at, at)
        self.verticalScrollBar().setValue(share)

    def go_to(self, edit: int, row: int | None) -> None:
        """Select the words that tell a change; the head of its row may tell it, too."""
        place = self._place(edit, row)
        if place is not None:
            self._select(*place)

    def before(self, current: int | None, stops: Iterable[tuple[int, int | None]]) -> int | None:
        """How many changes are told before the cursor; None when it is at the current one.

        `stops` gives each change and its row.
        """
        at = self._told.offsets.from_qt(self.textCursor().selectionStart())
        count = 0
        for edit, row in stops:
            place = self._place(edit, row)
            if edit == current and (place is None or place[0] <= at <= place[1]):
                return None
            count += place is not None and place[0] < at
        return count

    def _place(self, edit: int, row: int | None) -> tuple[int, int] | None:
        found = self._told.places.get(edit)
        if found is None and row is not None and row < len(self._told.rows):
            found = (self._told.rows[row],) * 2
        return found

    def row(self) -> int:
        """The row in which the cursor is."""
        at = self._told.offsets.from_qt(self.textCursor().position())
        return max(0, bisect_right(self._told.rows, at) - 1)

    def go_to_row(self, row: int) -> None:
        """Put the cursor to the beginning of a row."""
        self._select(self._told.rows[row], self._told.rows[row])

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._told.offsets.to_qt(start))
        cursor.setPosition(self._told.offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def selected_text(self) -> str:
        """The selected words; paragraphs are parted by a blank line."""
        return self.textCursor().selectedText().replace("\u2029", "\n")

    def find_words(self, words: str, side: Side | None = None) -> int:
        """Look for words; gives the number of places. In one text there is no side to choose."""
        found = pattern(words).finditer(self._told.text) if words.strip() else ()
        self._hits = [match.span() for match in found]
        return len(self._hits)

    def first_hit_in_view(self) -> int:
        """The number of the first place found from the cursor on."""
        at = self._told.offsets.from_qt(self.textCursor().selectionStart())
        return next((n for n, (start, _end) in enumerate(self._hits) if start >= at), 0)

    def go_to_hit(self, number: int) -> None:
        """Select one of the places found (counted from 0)."""
        self._select(*self._hits[number])
