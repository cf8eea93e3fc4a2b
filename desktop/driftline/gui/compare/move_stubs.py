"""Stubs at the edges of the view: where the other end of a moved passage is, when out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from driftline.gui.compare.row_content import RowKind, Side

if TYPE_CHECKING:
    from driftline.gui.compare.row_canvas import RowCanvas

#: More would hide the text.
_MOST = 3
_MARGIN = 6


class MoveStubs(QObject):
    """Keeps the stubs of a view: a click on one leads to the end it tells of."""

    def __init__(self, view: RowCanvas) -> None:
        super().__init__(view)
        self._view = view
        # Children of the view, not of its viewport: the text scrolls away under them.
        self._edges = {-1: _Edge(view), 1: _Edge(view)}
        view.scrolled.connect(self.refresh)

    def stubs(self) -> list[QPushButton]:
        """The stubs that are shown, from top to bottom."""
        return [button for edge in self._edges.values() for button in edge.shown()]

    def refresh(self) -> None:
        """Show what is out of sight now."""
        visible = self._view.visible_rows()
        first, last = (visible[0], visible[-1]) if visible else (0, -1)
        away: dict[int, list[tuple[int, str]]] = {-1: [], 1: []}
        for row in visible:
            content = self._view.rows[row]
            if content.twin is None or first <= content.twin <= last:
                continue
            below = 1 if content.twin > last else -1
            away[below].append((content.twin, self._text(row, content.twin, below)))
        for below, edge in self._edges.items():
            edge.show_stubs(away[below][:_MOST])
            edge.place(self._view.viewport().geometry(), below)

    def _text(self, row: int, twin: int, below: int) -> str:
        here, there = self._number(row), self._number(twin)
        arrow = "↓" if below > 0 else "↑"
        if self._view.rows[row].kind is RowKind.MOVED_AWAY:
            return (
                self.tr("¶ {here} moved to paragraph {there}").format(here=here, there=there)
                + f" {arrow}"
            )
        return (
            self.tr("¶ {here} moved from paragraph {there}").format(here=here, there=there)
            + f" {arrow}"
        )

    def _number(self, row: int) -> int:
        content = self._view.rows[row]
        blocks = content.blocks(Side.OLD) or content.blocks(Side.NEW)
        return blocks[0].number if blocks else 0


class _Edge(QWidget):
    """The stubs at one edge, side by side."""

    def __init__(self, view: RowCanvas) -> None:
        super().__init__(view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_MARGIN)
        self._targets = [0] * _MOST
        self._buttons = []
        for number in range(_MOST):
            button = QPushButton()
            button.setObjectName("stub")
            # By key the other end is reached from the change itself.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(
                lambda _=False, number=number: view.scroll_to_row(self._targets[number])
            )
            row.addWidget(button)
            self._buttons.append(button)
        self.hide()

    def shown(self) -> list[QPushButton]:
        """The stubs that are in use."""
        return [button for button in self._buttons if button.isVisibleTo(self) and self.isVisible()]

    def show_stubs(self, stubs: list[tuple[int, str]]) -> None:
        """Show these: (row to go to, text) each."""
        for number, button in enumerate(self._buttons):
            if number < len(stubs):
                self._targets[number], text = stubs[number]
                button.setText(text)
            button.setVisible(number < len(stubs))
        self.setVisible(bool(stubs))

    def place(self, area: QRect, below: int) -> None:
        """Stand at the lower (`below` 1) or the upper edge of an area, in its middle."""
        if not self.isVisible():
            return
        self.adjustSize()
        x = area.left() + (area.width() - self.width()) // 2
        y = area.bottom() - self.height() - _MARGIN if below > 0 else area.top() + _MARGIN
        self.move(x, y)
        self.raise_()
