"""The history of a session: which change was set to what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from driftline.gui import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.review.acts import HistoryEntry


class HistoryDialog(QDialog):
    """Shows acts, the latest first, each with what it said of which words.

    `save_requested()`: the history is wanted as a file.
    """

    save_requested = Signal()

    def __init__(self, entries: Sequence[HistoryEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.resize(760, 520)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("When"), self.tr("What"), self.tr("Words")])
        self.tree.setAccessibleName(self.tr("History"))
        for entry in reversed(entries):
            self.tree.addTopLevelItem(self._item(entry))
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = QPushButton(self.tr("&Save as table…"))
        save.setEnabled(bool(entries))
        save.clicked.connect(self.save_requested)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree)
        layout.addWidget(buttons)

    def _item(self, entry: HistoryEntry) -> QTreeWidgetItem:
        when = entry.when.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        what = entry.sentence if entry.holds else f"{entry.sentence} ({self.tr('undone')})"
        if entry.clock_set_back:
            when += f" ({self.tr('clock set back')})"
        item = QTreeWidgetItem([when, what, ""])
        for line in entry.lines:
            words = line.old if line.old == line.new else f"{line.old or '–'} → {line.new or '–'}"
            said = labels.review_label(line.now)
            if line.was is not line.now:
                said = f"{labels.review_label(line.was)} → {said}"
            if len(entry.lines) == 1:
                told = item
                said = what if line.was is line.now else f"{what} ({said})"
            else:
                told = QTreeWidgetItem(item)
            if line.note:
                said += f" · {line.note}"
            for column, text in ((1, said), (2, words)):
                told.setText(column, text)
                told.setToolTip(column, text)
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignTop)
        return item
