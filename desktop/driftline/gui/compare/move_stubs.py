"""Stubs in the gutter: where the other end of a moved passage is, when it is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from driftline.gui.compare.row_content import RowKind, Side

if TYPE_CHECKING:
    from driftline.gui.compare.row_canvas import RowCanvas

#: More would hide the signs of the rows.
_MOST = 3
_GAP = 3


class _Stub(NamedTuple):
    """What a stub says: the row it leads to, in short and as a sentence."""

    row: int
    short: str
    sentence: str


class MoveStubs(QObject):
    """Keeps the stubs of a view: a click on one leads to the end it tells of.

    They stand in the gutter, at its upper and lower end, and so hide no word.
    """

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
        away: dict[int, list[_Stub]] = {-1: [], 1: []}
        for row in visible:
            twin = self._view.rows[row].twin
            if twin is not None and not first <= twin <= last:
                below = 1 if twin > last else -1
                arrow = "↓" if below > 0 else "↑"
                away[below].append(
                    _Stub(twin, f"{arrow}{self._number(twin)}", self._sentence(row, twin))
                )
        gutter = self._view.gutter().translated(self._view.viewport().pos())
        for below, edge in self._edges.items():
            edge.show_stubs(away[below][:_MOST], gutter, below)

    def _sentence(self, row: int, twin: int) -> str:
        here, there = self._number(row), self._number(twin)
        if self._view.rows[row].kind is RowKind.MOVED_AWAY:
            return self.tr("¶ {here} moved to paragraph {there}").format(here=here, there=there)
        return self.tr("¶ {here} moved from paragraph {there}").format(here=here, there=there)

    def _number(self, row: int) -> int:
        content = self._view.rows[row]
        blocks = content.blocks(Side.OLD) or content.blocks(Side.NEW)
        return blocks[0].number if blocks else 0


class _Edge(QWidget):
    """The stubs at one end of the gutter, one below the other."""

    def __init__(self, view: RowCanvas) -> None:
        super().__init__(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, _GAP, 2, _GAP)
        column.setSpacing(_GAP)
        self._targets = [0] * _MOST
        self._buttons = []
        for number in range(_MOST):
            button = QPushButton()
            button.setObjectName("stub")
            # By key the other end is reached from the change itself.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMinimumWidth(1)
            button.clicked.connect(
                lambda _=False, number=number: view.scroll_to_row(self._targets[number])
            )
            column.addWidget(button)
            self._buttons.append(button)
        self.hide()

    def shown(self) -> list[QPushButton]:
        """The stubs that are in use."""
        return [button for button in self._buttons if button.isVisibleTo(self) and self.isVisible()]

    def show_stubs(self, stubs: list[_Stub], gutter: QRect, below: int) -> None:
        """Show these at the lower (`below` 1) or the upper end of the gutter."""
        self.setFixedWidth(gutter.width())
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(stubs))
            if number < len(stubs):
                self._targets[number] = stubs[number].row
                short, sentence = stubs[number].short, stubs[number].sentence
                room = gutter.width() - 8
                wide = button.fontMetrics().horizontalAdvance(short) > room
                # The number of a far paragraph may be too long for the gutter.
                button.setText(short[0] if wide else short)
                button.setAccessibleName(sentence)
                button.setToolTip(sentence)
        self.setVisible(bool(stubs))
        if stubs:
            self.adjustSize()
            bottom = gutter.bottom() + 1 - self.height()
            self.move(gutter.left(), bottom if below > 0 else gutter.top())
            self.raise_()
