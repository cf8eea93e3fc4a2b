"""The menu that asks how many unchanged paragraphs stay beside a change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from driftline.gui.compare.folding import CONTEXTS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FoldMenu(QMenu):
    """Numbers to choose from, one of them `current`. `context_chosen(number)`; None is all."""

    context_chosen = Signal(object)

    def __init__(self, current: int, parent: QWidget) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        for context in CONTEXTS:
            name = self.tr("All of them")
            if context is not None:
                name = self.tr("%n paragraph(s) beside a change", "", context)
            choice = QAction(name, group)
            choice.setCheckable(True)
            choice.setChecked(context == current)
            choice.triggered.connect(partial(self.context_chosen.emit, context))
            self.addAction(choice)
