"""What assistive technology finds in the two-text view.

The view is a list of rows; a row has a paragraph for each version that has text there, to be read
sign by sign with the caret in it; a paragraph has a note for each change. Without this a view that
paints itself is an empty rectangle. A redline's rows have one paragraph.

The binding offers no way to tell the attributes of a stretch or the bounds of a selection, so the
notes tell the changes, and a selection is told by its caret alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from driftline.gui.compare import spoken
from driftline.gui.compare.row_content import Side
from driftline.gui.compare.row_view import RowView
from driftline.gui.compare.selection import Position, Selection
from driftline.gui.offsets import QtOffsets

if TYPE_CHECKING:
    from driftline.engine.records import Edit
    from driftline.gui.compare.row_layout import LaidBlock

_NOTHING = shiboken6.VoidPtr(0)


class _Part(QAccessibleInterface):
    """Something in the view that is no widget. It keeps its children: Qt does not."""

    def __init__(self, view: RowView, parent: QAccessibleInterface) -> None:
        super().__init__()
        self._view = view
        self._parent = parent
        self._children: dict[Any, QAccessibleInterface] = {}

    def isValid(self) -> bool:
        return shiboken6.isValid(self._view)

    def object(self) -> QObject | None:
        return None

    def window(self) -> QWindow | None:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        return self._parent

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        for index in range(self.childCount()):
            child = self.child(index)
            if child is not None and child.rect().contains(x, y):
                return child
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((n for n in range(self.childCount()) if self.child(n) is child), -1)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        return state

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The texts are for reading."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return _NOTHING

    def _on_screen(self, box: QRect) -> QRect:
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())


class _Note(_Part):
    """A change, in words, where it stands."""

    edit: Edit

    def __init__(self, view: RowView, parent: _Paragraph) -> None:
        super().__init__(view, parent)
        self._paragraph = parent

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Note

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selected = self._view.current == self.edit.id
        return state

    def text(self, kind: QAccessible.Text) -> str:
        return spoken.change(self.edit) if kind is QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        box = QRect()
        for place in self._paragraph.boxes(self.edit):
            box = box.united(place)
        return self._on_screen(box)


class _Paragraph(_Part):
    """The text of one version in a row."""

    def __init__(self, view: RowView, parent: _Row, row: int, side: Side) -> None:
        super().__init__(view, parent)
        self.row, self.side = row, side
        self._reading = _Reading(view, self)
        self._notes: dict[int, _Note] = {}

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Paragraph

    def words(self) -> str:
        """The text; the paragraphs of a row are lines."""
        return spoken.text(self._view.content(self.row), self.side)

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name:
            name = spoken.side_name(self.side, redline=self._view.is_redline)
            numbers = [b.number for b in self._view.content(self.row).blocks(self.side) if b.number]
            name = f"{name}, ¶ {numbers[0]}" if numbers else name
            marks = self._view.bookmarks.get(self.row, ())
            here = any(self._view.is_redline or side is self.side for side, _ in marks)
            return spoken.bookmarked(name) if here else name
        return self.words() if kind is QAccessible.Text.Value else ""

    def _edits(self) -> list[Edit]:
        return spoken.changes(self._view.content(self.row), self.side, self._view.shown)

    def childCount(self) -> int:
        return len(self._edits())

    def child(self, index: int) -> QAccessibleInterface | None:
        edits = self._edits()
        if not 0 <= index < len(edits):
            return None
        # What Qt was given once it may ask again; in other texts the same number is another change.
        note = self._notes.setdefault(edits[index].id, _Note(self._view, self))
        note.edit = edits[index]
        return note

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiLine = True
        state.focusable = True
        state.offscreen = not self._view.is_row_visible(self.row)
        selection = self._view.selection
        state.focused = (
            self._view.hasFocus()
            and selection is not None
            and (selection.side, selection.caret.row) == (self.side, self.row)
        )
        return state

    def rect(self) -> QRect:
        row = self._view.row_rectangle(self.row)
        x = round(self._view.text_origin(self.row, self.side).x())
        width = round(self._view.text_width)
        return self._on_screen(QRect(x, row.top(), width, row.height()))

    def blocks(self) -> tuple[LaidBlock, ...]:
        """The paragraph's blocks, laid out."""
        return self._view.lay_out(self.row).blocks(self.side)

    def boxes(self, edit: Edit) -> list[QRect]:
        """What a change covers, in pixels of the viewport."""
        origin = self._view.text_origin(self.row, self.side)
        return [
            box.toAlignedRect()
            for block in self.blocks()
            for mark in block.block.marks
            if mark.edit.id == edit.id
            for box in block.mark_rectangles(mark, origin + QPointF(0, block.y))
        ]

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind is QAccessible.InterfaceType.TextInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._reading)[0])
        return _NOTHING


class _Reading(QAccessibleTextInterface):
    """A paragraph sign by sign. Offsets are UTF-16 units, as everywhere in Qt."""

    def __init__(self, view: RowView, paragraph: _Paragraph) -> None:
        super().__init__()
        self._view = view
        self._paragraph = paragraph

    def text(self, start: int, end: int) -> str:
        words = self._paragraph.words()
        offsets = QtOffsets(words)
        return words[offsets.from_qt(start) : offsets.from_qt(end) if end >= 0 else None]

    def characterCount(self) -> int:
        words = self._paragraph.words()
        return QtOffsets(words).to_qt(len(words))

    def _place(self, offset: int) -> Position:
        """Where an offset stands in the row's blocks."""
        blocks = self._paragraph.blocks()
        for index, block in enumerate(blocks):
            length = block.offsets.to_qt(len(block.block.text))
            if offset <= length or index == len(blocks) - 1:
                return Position(self._paragraph.row, index, min(max(0, offset), length))
            offset -= length + 1
        return Position(self._paragraph.row, 0, 0)

    def offset(self, place: Position) -> int:
        """The offset of a place in the row."""
        before = self._paragraph.blocks()[: place.block]
        return place.unit + sum(b.offsets.to_qt(len(b.block.text)) + 1 for b in before)

    def cursorPosition(self) -> int:
        selection = self._view.selection
        here = (self._paragraph.side, self._paragraph.row)
        if selection is None or (selection.side, selection.caret.row) != here:
            return -1
        return self.offset(selection.caret)

    def setCursorPosition(self, position: int) -> None:
        place = self._place(position)
        self._view.select(Selection(self._paragraph.side, place, place))
        self._view.show_caret()

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None:
        places = self._place(start), self._place(end)
        self._view.select(Selection(self._paragraph.side, *places))

    def setSelection(self, index: int, start: int, end: int) -> None:
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:
        selection = self._view.selection
        if selection is not None:
            self._view.select(Selection(selection.side, selection.caret, selection.caret))

    def characterRect(self, offset: int) -> QRect:
        place = self._place(offset)
        block = self._paragraph.blocks()[place.block]
        after = block.layout.nextCursorPosition(place.unit)
        origin = self._view.text_origin(self._paragraph.row, self._paragraph.side)
        boxes = block.rectangles(place.unit, after, origin + QPointF(0, block.y))
        box = boxes[0].toAlignedRect() if boxes else QRect()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        found = self._view.position_at(
            self._view.viewport().mapFromGlobal(point), self._paragraph.side, on_sign=True
        )
        if found is None or found[1].row != self._paragraph.row:
            return -1
        return self.offset(found[1])

    def scrollToSubstring(self, start: int, end: int) -> None:
        place = self._place(start)
        self._view.scroll_to_row(place.row, self._paragraph.blocks()[place.block].y)


class _Row(_Part):
    """A row: both texts and every change in words."""

    def __init__(self, view: RowView, parent: QAccessibleInterface, row: int) -> None:
        super().__init__(view, parent)
        self._row = row

    def isValid(self) -> bool:
        return super().isValid() and self._row < len(self._view.rows)

    def _sides(self) -> list[Side]:
        content = self._view.content(self._row)
        return [side for side in Side if content.blocks(side)]

    def childCount(self) -> int:
        return len(self._sides()) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:
        sides = self._sides()
        return self.paragraph(sides[index]) if 0 <= index < len(sides) else None

    def paragraph(self, side: Side) -> _Paragraph:
        """One side's paragraph."""
        known = self._children.get(side)
        if not isinstance(known, _Paragraph):
            known = self._children[side] = _Paragraph(self._view, self, self._row, side)
        return known

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = super().state()
        state.offscreen = not self._view.is_row_visible(self._row)
        return state

    def rect(self) -> QRect:
        return self._on_screen(self._view.row_rectangle(self._row))

    def text(self, kind: QAccessible.Text) -> str:
        if kind is not QAccessible.Text.Name or not self.isValid():
            return ""
        words = spoken.row(self._view.rows[self._row], self._view.shown)
        return spoken.bookmarked(words) if self._row in self._view.bookmarks else words


class _View(QAccessibleWidget):
    def __init__(self, view: RowView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._rows: dict[int, _Row] = {}
        view.caret_moved.connect(self._tell_caret)
        view.current_set.connect(self._tell_current)

    def childCount(self) -> int:
        return len(self._view.rows)

    def child(self, index: int) -> QAccessibleInterface | None:
        if not 0 <= index < self.childCount():
            return None
        if index not in self._rows:
            self._rows[index] = _Row(self._view, self, index)
        return self._rows[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        point = self._view.viewport().mapFromGlobal(QPoint(x, y))
        row = self._view.row_at(point)
        return None if row is None else self.child(row)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((i for i, row in self._rows.items() if row is child), -1)

    def focusChild(self) -> QAccessibleInterface | None:
        selection = self._view.selection
        if selection is None or not self._view.hasFocus():
            return None
        row = self.child(selection.caret.row)
        return row.paragraph(selection.side) if isinstance(row, _Row) else None

    def _tell_caret(self) -> None:
        selection = self._view.selection
        if selection is None or not QAccessible.isActive():
            return
        row = self.child(selection.caret.row)
        if isinstance(row, _Row):
            paragraph = row.paragraph(selection.side)
            offset = _Reading(self._view, paragraph).offset(selection.caret)
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(paragraph, offset))

    def _tell_current(self) -> None:
        current, row = self._view.current, self._view.current_row
        if current is None or row is None or not QAccessible.isActive():
            return
        content = self._view.rows[row]
        for edit in [e for side in Side for e in spoken.changes(content, side, (current,))][:1]:
            event = QAccessibleAnnouncementEvent(self._view, spoken.change(edit))
            QAccessible.updateAccessibility(event)


_made: list[_View] = []


def _factory(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, RowView):
        return None
    interface = _View(thing)
    _made.append(interface)
    thing.destroyed.connect(lambda: _made.remove(interface) if interface in _made else None)
    return interface


def install() -> None:
    """Let assistive technology see the rows of every view; once a program is enough."""
    QAccessible.installFactory(_factory)
