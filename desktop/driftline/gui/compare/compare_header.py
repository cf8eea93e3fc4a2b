"""The head of the two texts: their versions, what differs beside the wording, kinds of change."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from driftline.gui.compare.kind_chips import KindChips
from driftline.gui.eliding_box import ElidingBox
from driftline.gui.language import document_labels as say
from driftline.gui.language.plain_words import plain_tip
from driftline.gui.panes.reveal import reveal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.records import MetadataChange
    from driftline.review.contents import DeskDocument


class _SideHead(QWidget):
    """The head of a column: which version it is."""

    chosen = Signal(int)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What tells versions apart stands at either end: the name, and the day.
        self.box = ElidingBox(elide=Qt.TextElideMode.ElideMiddle)
        self.box.setAccessibleName(caption)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(lambda _: self.chosen.emit(self.box.currentData()))
        self.box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.box.customContextMenuRequested.connect(self._menu)
        self._paths: dict[int, str] = {}
        caption_label = QLabel(caption)
        caption_label.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(caption_label)
        row.addWidget(self.box, 1)

    def show_versions(self, versions: Sequence[DeskDocument], current: int) -> None:
        """The versions to choose from, one of them current."""
        self._paths = {document.id: document.path for document in versions}
        self.box.clear()
        for document in versions:
            self.box.addItem(say.subtitle(document), document.id)
            self.box.setItemData(
                self.box.count() - 1, plain_tip(say.tooltip(document)), Qt.ItemDataRole.ToolTipRole
            )
        self.box.setCurrentIndex(self.box.findData(current))
        self.box.setToolTip(self.box.currentData(Qt.ItemDataRole.ToolTipRole) or "")

    def menu(self) -> QMenu:
        """What can be done with the version that is shown."""
        menu = QMenu(self)
        path = self._paths.get(self.box.currentData(), "")
        copy = QGuiApplication.clipboard().setText
        menu.addAction(self.tr("Copy the name"), lambda: copy(Path(path).name))
        if Path(path).is_absolute():
            menu.addAction(self.tr("Copy the file’s path"), lambda: copy(path))
            menu.addAction(self.tr("Show in its folder"), lambda: reveal(path))
        return menu

    def _menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.box.mapToGlobal(point))
        menu.deleteLater()


class CompareHeader(QFrame):
    """`versions_chosen(old id, new id)`, `all_requested()`: all versions are to be seen at once."""

    versions_chosen = Signal(int, int)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._pair = (0, 0)
        self.old_head = _SideHead(self.tr("Older"))
        self.new_head = _SideHead(self.tr("Newer"))
        self.old_head.chosen.connect(lambda i: self.versions_chosen.emit(i, self._pair[1]))
        self.new_head.chosen.connect(lambda i: self.versions_chosen.emit(self._pair[0], i))
        self.all_versions = QPushButton()
        self.all_versions.clicked.connect(self.all_requested)
        self.beside = QToolButton()
        self.beside.setCheckable(True)
        self.beside.setAutoRaise(True)
        self.beside.setToolTip(self.tr("Differences that are none of the wording"))
        self.details = QLabel(wordWrap=True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.details.setContentsMargins(20, 0, 20, 0)
        self.beside.toggled.connect(self._show_details)
        self._show_details(False)
        self.chips = KindChips()
        self.remark = QLabel(wordWrap=True)
        self.remark.setObjectName("quiet")
        self.remark.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(24)
        grid.addWidget(self.old_head, 0, 0)
        grid.addWidget(self.new_head, 0, 1)
        # Above, it would leave the names of the versions no room in a narrow window.
        below = QHBoxLayout()
        below.addWidget(self.chips, 1)
        below.addStretch()
        below.addWidget(self.all_versions, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(below, 1, 0, 1, 2)
        grid.addWidget(self.remark, 2, 0, 1, 2)
        grid.addWidget(self.beside, 3, 0, 1, 2)
        grid.addWidget(self.details, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_versions(self, versions: Sequence[DeskDocument], pair: tuple[int, int]) -> None:
        """The versions to choose from, and the two that are shown."""
        self._pair = pair
        self.old_head.show_versions(versions, pair[0])
        self.new_head.show_versions(versions, pair[1])
        self.all_versions.setText(self.tr("All %n versions", "", len(versions)))
        self.all_versions.setVisible(len(versions) > 2)

    def show_beside(self, changes: Sequence[MetadataChange]) -> None:
        """What differs beside the wording: named in a line, told in full when that is opened."""
        names = {
            "headline": self.tr("headline"),
            "standfirst": self.tr("standfirst"),
            "byline": self.tr("byline"),
            "published": self.tr("published"),
            "source": self.tr("source"),
        }
        none = self.tr("none")
        fields = ", ".join(names.get(c.field, c.field) for c in changes)
        self.beside.setAccessibleName(self.tr("Beside the wording: {fields}").format(fields=fields))
        self.beside.setVisible(bool(changes))
        self.details.setText(
            "\n".join(
                f"{names.get(c.field, c.field)}: "
                f"{_short(c.field, c.old) or none} → {_short(c.field, c.new) or none}"
                for c in changes
            )
        )
        self._show_details(self.beside.isChecked())

    def _show_details(self, shown: bool) -> None:
        # Drawn as text, for Qt draws an arrow over the words where these run from right to left.
        closed = "◂" if self.isRightToLeft() else "▸"
        self.beside.setText(f"{'▾' if shown else closed} {self.beside.accessibleName()}")
        self.details.setVisible(shown and bool(self.details.text()))

    def order_tabs(self) -> None:
        """Let Tab lead through what stands here; after other kinds of change are offered."""
        stops = [self.new_head.box, self.all_versions, *self.chips.tab_stops(), self.beside]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def say(self, remark: str) -> None:
        """A remark on the two texts; nothing takes it away."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))


def _short(field: str, text: str | None) -> str:
    words = " ".join((text or "").split())
    if field == "published":
        words = say.moment(words)
    return words if len(words) <= 160 else words[:160] + "…"
