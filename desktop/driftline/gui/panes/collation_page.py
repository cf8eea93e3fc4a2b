"""All versions of a story side by side: where they differ, and who has which wording."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.compare.kind_chips import KindChips
from driftline.gui.eliding_box import ElidingBox
from driftline.gui.language import document_labels
from driftline.gui.language.plain_words import plain_label
from driftline.gui.models.collated import sifted
from driftline.gui.models.collation_table import CollationTable
from driftline.gui.models.entries import one_line, shortened
from driftline.gui.panes.collation_entry import CollationEntry
from driftline.gui.panes.collation_view import CollationView
from driftline.review.preferences import Fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.gui.compare.chosen_kinds import ChosenKinds
    from driftline.gui.models.collated import Collated
    from driftline.gui.theme import Theme
    from driftline.review.contents import DeskDocument


class CollationPage(QWidget):
    """Shows a collation; `kinds` is what the reader leaves out, here and of a comparison.

    `left()`: back to where she was. `reading_chosen(Variation, witness)`: the base text and this
    version are to be compared at this place. `base_chosen(int)`: another base text is wanted.
    `export_requested()`. `moved()`: another place is current, or others are shown.
    `said(str)`: a passing remark.
    """

    left = Signal()
    reading_chosen = Signal(object, int)
    base_chosen = Signal(int)
    export_requested = Signal()
    moved = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, kinds: ChosenKinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self.model = CollationTable(self)
        self.view = CollationView(self.model, theme)
        self.entry = CollationEntry(theme)
        self.base = ElidingBox()
        self.base.setAccessibleName(self.tr("Base text"))
        self.which = ElidingBox()
        self.which.setAccessibleName(self.tr("Which places are listed"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find words"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        # What is dropped here is for the window.
        self.filter.setAcceptDrops(False)
        self.export_button = QPushButton(self.tr("Export…"))
        self.back_button = QPushButton(self.tr("Back"))
        self.chips = KindChips()
        head = QFrame()
        head.setObjectName("header")
        grid = QGridLayout(head)
        grid.setContentsMargins(12, 8, 12, 8)
        caption = QLabel(self.tr("Base text"))
        caption.setObjectName("quiet")
        row = (caption, self.base, self.which, self.filter, self.export_button, self.back_button)
        for column, widget in enumerate(row):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.chips, 1, 0, 1, len(row))
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)
        self._remark = QLabel(
            alignment=Qt.AlignmentFlag.AlignCenter,
            wordWrap=True,
            textFormat=Qt.TextFormat.PlainText,
        )
        self._remark.setObjectName("quiet")
        self._remark.setMargin(24)
        self._table = QSplitter(Qt.Orientation.Vertical)
        self._table.setHandleWidth(1)
        self._table.setChildrenCollapsible(False)
        self._table.addWidget(self.view)
        self._table.addWidget(self.entry)
        self._table.setStretchFactor(0, 1)
        self._table.setSizes([600, 150])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._remark)
        self._stack.addWidget(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.say("")

    def _connect(self) -> None:
        self.base.activated.connect(self._choose_base)
        self.which.activated.connect(self._sift)
        self.filter.textChanged.connect(self._sift)
        self.filter.returnPressed.connect(self.view.setFocus)
        self.export_button.clicked.connect(self.export_requested)
        self.back_button.clicked.connect(self.left)
        self._kinds.changed.connect(self._sift)
        self.chips.kind_toggled.connect(lambda kind, on: self._kinds.show_kind(kind, shown=on))
        self.chips.all_requested.connect(self._kinds.show_all)
        self.view.opened.connect(self._open)
        self.view.copied.connect(
            lambda text: self.said.emit(
                self.tr("Copied: {words}").format(words=shortened(one_line(text)))
            )
        )
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        heads = self.view.horizontalHeader()
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._head_menu)

    # ------------------------------------------------------------------ what is shown

    def show_versions(self, versions: Sequence[DeskDocument], base: int) -> None:
        """Offer these versions as the base text, one of which (told by its id) it is."""
        chosen = self.which.currentData()
        self.base.clear()
        self.which.clear()
        self.which.addItem(self.tr("All places"), None)
        for document in versions:
            self.base.addItem(document_labels.subtitle(document), document.id)
            if document.id != base:
                told = self.tr("Where {version} differs")
                name = document_labels.name(document)
                self.which.addItem(told.format(version=name), document.id)
        self.base.setCurrentIndex(self.base.findData(base))
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))

    def show_collated(self, collated: Collated) -> None:
        """Show a collation; who reads the same versions stays at her place."""
        before, row = self.model.collated, self.view.currentIndex().row()
        if collated is before:
            return
        offset = self.model.place(row).span.start if before is not None and row >= 0 else 0
        stays = before is not None and before.versions[0].id == collated.versions[0].id
        self._show(collated, offset if stays else 0)

    def say(self, sentence: str) -> None:
        """Say something in the place of the table."""
        self.model.show(None)
        self.chips.hide()
        self.export_button.setEnabled(False)
        self._remark.setText(sentence)
        self._stack.setCurrentWidget(self._remark)
        self._tell()

    @property
    def remark(self) -> str:
        """What is said in the place of the table; "" where the table is shown."""
        return self._remark.text() if self._stack.currentWidget() is self._remark else ""

    def _sift(self) -> None:
        collated, row = self.model.collated, self.view.currentIndex().row()
        if collated is None:
            return
        self._show(collated, self.model.place(row).span.start if row >= 0 else 0)

    def _show(self, collated: Collated, offset: int) -> None:
        """Show what passes the filter, with the reader at an offset of the base text."""
        found = sifted(collated, self._kinds.filter, self.filter.text(), self.which.currentData())
        self.model.show(collated, found)
        self.chips.show_kinds(found.counts or {}, self._kinds.filter.kinds)
        self.chips.show_hidden(sum(found.left_out))
        self._order_tabs()
        self.export_button.setEnabled(True)
        shown = bool(found.rows)
        self._stack.setCurrentWidget(self._table if shown else self._remark)
        if not collated.places:
            count = len(collated.versions)
            self._remark.setText(
                self.tr("All %n versions say the same in the same words.", "", count)
            )
        elif not shown:
            self._remark.setText(
                self.tr("Nothing to show: every place is hidden, or lacks the words looked for.")
            )
        self.view.fit()
        if shown:
            self.view.go_to_row(self.model.row_at(offset))
        self._tell()

    def _order_tabs(self) -> None:
        stops = [self.base, self.which, self.filter, self.export_button, self.back_button]
        for first, second in pairwise([*stops, *self.chips.tab_stops(), self.view, self.entry]):
            QWidget.setTabOrder(first, second)

    def set_appearance(self, theme: Theme, fonts: Fonts) -> None:
        """Other colours, or texts of another size: the table grows and shrinks with them."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * fonts.size / Fonts().size)
        self.view.set_appearance(theme, font)
        self.entry.setFont(font)
        self.entry.set_theme(theme)

    # ------------------------------------------------------------------ getting about

    def _tell(self) -> None:
        row = self.view.currentIndex().row()
        place = self.model.place(row) if 0 <= row < self.model.rowCount() else None
        self.entry.show_place(self.model.collated, place)
        self.moved.emit()

    def reading(self) -> QWidget:
        """What is read: the table, or what can be done where there is none."""
        return self.back_button if self.remark else self.view

    def number(self) -> tuple[int | None, int]:
        """(which place is current, how many are shown)."""
        row = self.view.currentIndex().row()
        return (row + 1 if row >= 0 else None), self.model.rowCount()

    def step(self, direction: int) -> str:
        """Go one place on or back; gives a sentence at either end."""
        row = self.view.currentIndex().row() + direction
        if not 0 <= row < self.model.rowCount():
            return self.tr("There is no further place this way.")
        self.view.go_to_row(row)
        return ""

    def open_bar(self) -> None:
        """Look for words."""
        self.filter.setFocus()
        self.filter.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter.hasFocus() and self.filter.text():
            self.filter.clear()
        else:
            self.left.emit()

    # ------------------------------------------------------------------ what can be done

    def _choose_base(self) -> None:
        self.base_chosen.emit(self.base.currentData())

    def _open(self, row: int, column: int) -> None:
        place = self.model.place(row)
        if column == 0:
            # The base text beside the first version that differs from it here.
            column = next((n for n, w in enumerate(place.wordings) if w.kind is not None), 1)
        self.reading_chosen.emit(place, column)

    def menu_for(self, row: int, column: int) -> QMenu:
        """What can be done with a reading."""
        menu = QMenu(self)
        index = self.model.index(row, column)
        if column:
            told = self.tr("Compare the base text with {version} here")
            name = plain_label(self.model.headed(column))
            menu.addAction(told.format(version=name), partial(self._open, row, column))
            self._add_base(menu, column)
            menu.addSeparator()
        menu.addAction(self.tr("Copy these words"), partial(self._copy, index.data()))
        menu.addAction(self.tr("Copy the selection"), self.view.copy)
        menu.addAction(
            self.tr("Copy this place in all versions"),
            lambda: self._copy(self.entry.toPlainText()),
        )
        return menu

    def _add_base(self, menu: QMenu, column: int) -> None:
        """Offer a version as the base text."""
        told = self.tr("Make {version} the base text").format(
            version=plain_label(self.model.headed(column))
        )
        menu.addAction(told, partial(self.base_chosen.emit, self.model.document(column)))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.view.copied.emit(text)

    def _head_menu(self, point: QPoint) -> None:
        column = self.view.horizontalHeader().logicalIndexAt(point)
        if column > 0:
            menu = QMenu(self)
            self._add_base(menu, column)
            menu.exec(self.view.horizontalHeader().viewport().mapToGlobal(point))
            menu.deleteLater()

    def _menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if index.isValid():
            menu = self.menu_for(index.row(), index.column())
            menu.exec(self.view.viewport().mapToGlobal(point))
            menu.deleteLater()
