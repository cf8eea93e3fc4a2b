"""What a screen reader finds in the side-by-side view: a list with one paragraph a row.

Without it a view that paints itself is an empty rectangle to assistive technology.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from driftline.gui import labels
from driftline.gui.compare.row_content import RowContent, RowKind, Side
from driftline.gui.compare.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Collection


def _say(text: str) -> str:
    return QCoreApplication.translate("RowView", text)


def spoken(content: RowContent, shown: Collection[int]) -> str:
    """A row in words: what kind of row, both texts (once when they agree), and each change."""
    kinds = {
        RowKind.SAME: _say("unchanged"),
        RowKind.CHANGED: _say("changed"),
        RowKind.ONLY_OLD: _say("only in the older version"),
        RowKind.ONLY_NEW: _say("only in the newer version"),
        RowKind.MOVED_AWAY: _say("moved away from here"),
        RowKind.MOVED_HERE: _say("moved here"),
        RowKind.FOLDED: _say("{count} unchanged paragraphs").format(count=content.folded),
    }
    if content.kind is RowKind.FOLDED:
        return kinds[content.kind]
    parts = [kinds[content.kind]]
    old, new = ("\n".join(b.text for b in content.blocks(side)) for side in Side)
    if content.kind is RowKind.CHANGED:
        edits = {
            mark.edit.id: mark.edit
            for side in Side
            for block in content.blocks(side)
            for mark in block.marks
            if mark.edit.id in shown
        }
        for edit in edits.values():
            said = edit.explained()
            parts.append(f"{labels.kind_label(edit.kind)}: {said}" if said else edit.kind.value)
        parts += [_say("Older: {text}").format(text=old), _say("Newer: {text}").format(text=new)]
    else:
        parts.append(old or new)
    return ". ".join(parts)


class _Row(QAccessibleInterface):
    def __init__(self, view: RowView, row: int) -> None:
        super().__init__()
        self._view = view
        self._row = row

    def isValid(self) -> bool:
        return self._row < len(self._view.rows)

    def object(self) -> QObject | None:
        return None

    def window(self) -> QWindow | None:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        return QAccessible.queryAccessibleInterface(self._view)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Paragraph

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.offscreen = not self._view.is_row_visible(self._row)
        return state

    def rect(self) -> QRect:
        box = self._view.row_rectangle(self._row)
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def text(self, kind: QAccessible.Text) -> str:
        if kind is not QAccessible.Text.Name or not self.isValid():
            return ""
        return spoken(self._view.rows[self._row], self._view.shown)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The texts are for reading."""


class _View(QAccessibleWidget):
    def __init__(self, view: RowView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        # Qt keeps no reference of its own to the rows it is given.
        self._rows: dict[int, _Row] = {}

    def childCount(self) -> int:
        return len(self._view.rows)

    def child(self, index: int) -> QAccessibleInterface | None:
        if not 0 <= index < self.childCount():
            return None
        if index not in self._rows:
            self._rows[index] = _Row(self._view, index)
        return self._rows[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((i for i, row in self._rows.items() if row is child), -1)


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
