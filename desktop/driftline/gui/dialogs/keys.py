"""The key map, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.actions import ACTIONS, keys_of, name_of, native

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class KeysDialog(QDialog):
    """Every action with its keys; `bound` are those the editor chose."""

    def __init__(self, bound: Mapping[str, Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 560)
        rows = [spec for spec in ACTIONS if keys_of(spec, bound)]
        self.table = table = QTableWidget(len(rows), 2)
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setAccessibleName(self.tr("Keys"))
        for row, spec in enumerate(rows):
            keys = ",  ".join(native(key) for key in keys_of(spec, bound))
            table.setItem(row, 0, QTableWidgetItem(name_of(spec)))
            table.setItem(row, 1, QTableWidgetItem(keys))
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
