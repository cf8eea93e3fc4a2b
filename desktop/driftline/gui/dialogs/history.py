"""The history of a session: which change was set to what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.language import labels
from driftline.gui.language.document_labels import moment
from driftline.gui.language.plain_words import plain_tip
from driftline.gui.sizing import begin_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.review.acts import HistoryEntry, HistoryLine

#: Where a row keeps the lines below it until they are wanted.
_LINES = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """Shows acts, the latest first, each with what it said of which words.

    `save_requested()`: the history is wanted as a file.
    """

    save_requested = Signal()
    #: What F1 opens here.
    help_page = "08-review.md"

    def __init__(self, entries: Sequence[HistoryEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        begin_with(self, 760, 520)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("When"), self.tr("What"), self.tr("Words")])
        self.tree.setAccessibleName(self.tr("History"))
        self.tree.itemExpanded.connect(self._unfold)
        self._entries = {entry.number: entry for entry in entries}
        self.tree.addTopLevelItems([self._item(entry) for entry in reversed(entries)])
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = QPushButton(self.tr("&Save as table…"))
        save.setEnabled(bool(entries))
        save.setAutoDefault(False)
        save.clicked.connect(self.save_requested)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree)
        self.tree.setVisible(bool(entries))
        if not entries:
            nothing = QLabel(
                self.tr(
                    "Nothing has been done yet. Statuses, notes, cuts and corrections by hand are "
                    "listed here, the latest first."
                ),
                alignment=Qt.AlignmentFlag.AlignCenter,
                wordWrap=True,
            )
            nothing.setObjectName("quiet")
            layout.addWidget(nothing, 1)
        layout.addWidget(buttons)

    def _item(self, entry: HistoryEntry) -> QTreeWidgetItem:
        when = moment(entry.when.astimezone().strftime("%Y-%m-%dT%H:%M:%S"))
        what = labels.act_label(entry, self._entries)
        if not entry.holds:
            what = self.tr("{act} (undone)").format(act=what)
        if entry.clock_set_back:
            when = self.tr("{when} (clock set back)").format(when=when)
        item = QTreeWidgetItem([when, what, ""])
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignTop)
        if len(entry.lines) == 1:
            said, words = _told(entry.lines[0])
            note = entry.lines[0].note
            _write(item, f"{what} · {note}" if note else what, words)
            item.setToolTip(1, plain_tip(said))
        elif entry.lines:
            # Thousands of lines are made only for who wants to see them.
            item.setData(0, _LINES, entry.lines)
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _unfold(self, item: QTreeWidgetItem) -> None:
        lines: tuple[HistoryLine, ...] = item.data(0, _LINES) or ()
        if lines and not item.childCount():
            items = [QTreeWidgetItem() for _ in lines]
            for child, line in zip(items, lines, strict=True):
                _write(child, *_told(line))
            item.addChildren(items)


def _told(line: HistoryLine) -> tuple[str, str]:
    """What was said, and of which words."""
    said = labels.review_label(line.now)
    if line.was is not line.now:
        said = f"{labels.review_label(line.was)} → {said}"
    if line.note:
        said += f" · {line.note}"
    return said, line.old if line.old == line.new else f"{line.old or '–'} → {line.new or '–'}"


def _write(item: QTreeWidgetItem, said: str, words: str) -> None:
    for column, text in ((1, said), (2, words)):
        item.setText(column, text)
        item.setToolTip(column, plain_tip(text))
