"""A button for each kind of change: how many there are, and whether they are shown."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from driftline.engine.records import Kind
from driftline.gui.compare.flow_layout import FlowLayout
from driftline.gui.language import labels

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class KindChips(QWidget):
    """`kind_toggled(Kind, shown)`, `all_requested()`: the reader wants to see what is left out."""

    kind_toggled = Signal(object, bool)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._chip_of: dict[Kind, QPushButton] = {}
        self.hidden = QPushButton()
        self.hidden.setObjectName("chip")
        self.hidden.setToolTip(self.tr("Show them"))
        self.hidden.clicked.connect(self.all_requested)
        self.hidden.hide()

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key leads through, in order."""
        return [*self._chip_of.values(), self.hidden]

    def show_kinds(self, counts: Mapping[Kind, int], hidden: Collection[Kind]) -> None:
        """Offer these kinds, each with how many there are."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.hidden:
                widget.hide()
                widget.deleteLater()
        self._chip_of = {}
        use = self.tr("Show or hide these changes")
        for kind in Kind:
            if kind not in counts:
                continue
            chip = QPushButton(f"{labels.kind_label(kind)} {counts[kind]}")
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setChecked(kind not in hidden)
            meaning = labels.kind_meaning(kind)
            chip.setToolTip(f"{meaning}\n{use}")
            chip.setAccessibleDescription(meaning)
            chip.toggled.connect(lambda on, kind=kind: self.kind_toggled.emit(kind, on))
            self._row.addWidget(chip)
            self._chip_of[kind] = chip
        self._row.addWidget(self.hidden)
        for first, second in pairwise(self.tab_stops()):
            QWidget.setTabOrder(first, second)
        self.setVisible(bool(counts))

    def set_kind(self, kind: Kind, *, shown: bool) -> None:
        """Let a kind's button say whether it is shown."""
        if kind in self._chip_of:
            self._chip_of[kind].setChecked(shown)

    def show_hidden(self, count: int) -> None:
        """Say how many changes are left out."""
        self.hidden.setText(self.tr("%n hidden · show all", "", count))
        self.hidden.setVisible(count > 0)
