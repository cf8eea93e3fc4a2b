"""Which kinds of change are shown at first, and how much each weighs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from driftline.engine.drift.explaining import severities
from driftline.engine.records import Kind, Severity
from driftline.gui.dialogs.preferences.page import Page, choose, quiet
from driftline.gui.eliding_box import SteadyBox
from driftline.gui.language import labels
from driftline.review.preferences import Shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences


class KindsPage(Page):
    """A table of kinds: a tick shows the kind, a choice sets its severity."""

    sections = ("shown",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.severities = {severity: QCheckBox() for severity in Severity}
        row = QHBoxLayout()
        for severity, tick in self.severities.items():
            tick.setText(self.tr("{severity} severity").format(severity=_name(severity)))
            tick.toggled.connect(self.changed)
            row.addWidget(tick)
        row.addStretch(1)
        kinds = list(Kind)
        self.table = QTableWidget(len(kinds), 2)
        self.table.setHorizontalHeaderLabels([self.tr("Show"), self.tr("Severity")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAccessibleName(self.tr("Kinds of change"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        built_in = severities("en")[0]
        self._ticks: dict[Kind, QTableWidgetItem] = {}
        self._weights: dict[Kind, SteadyBox] = {}
        for number, kind in enumerate(kinds):
            item = QTableWidgetItem(_capital(labels.kind_label(kind)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(labels.kind_meaning(kind))
            self._ticks[kind] = item
            self.table.setItem(number, 0, item)
            box = SteadyBox()
            usual = labels.severity_label(Severity(built_in.get(kind.value, "medium")))
            box.addItem(self.tr("as built in ({severity})").format(severity=usual), None)
            for severity in Severity:
                box.addItem(labels.severity_label(severity), severity)
            box.setAccessibleName(
                self.tr("Severity of “{kind}”").format(kind=labels.kind_label(kind))
            )
            box.currentIndexChanged.connect(self.changed)
            self._weights[kind] = box
            self.table.setCellWidget(number, 1, box)
        self.table.itemChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.addWidget(quiet(self.tr("What the change list and the texts show at first:")))
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def fill(self, preferences: Preferences) -> None:
        shown = preferences.shown
        for severity, tick in self.severities.items():
            tick.setChecked(severity not in shown.hidden_severities)
        for kind in self._ticks:
            self.show_kind(kind, shown=kind not in shown.hidden_kinds)
            self.weigh(kind, shown.severities.get(kind))

    def show_kind(self, kind: Kind, *, shown: bool) -> None:
        """Tick a kind, or take its tick away."""
        self._ticks[kind].setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)

    def weigh(self, kind: Kind, severity: Severity | None) -> None:
        """Choose the severity of a kind; None: the built-in one."""
        choose(self._weights[kind], severity)

    def apply(self, preferences: Preferences) -> Preferences:
        chosen = {kind: box.currentData() for kind, box in self._weights.items()}
        hidden = tuple(
            kind
            for kind, item in self._ticks.items()
            if item.checkState() is Qt.CheckState.Unchecked
        )
        shown = Shown(
            hidden,
            tuple(s for s, box in self.severities.items() if not box.isChecked()),
            {kind: Severity(severity) for kind, severity in chosen.items() if severity},
        )
        return replace(preferences, shown=shown)


def _name(severity: Severity) -> str:
    return _capital(labels.severity_label(severity))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
