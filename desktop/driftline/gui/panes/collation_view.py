"""The table of a collation as it is drawn: cells, the places at its side, the versions above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE, Index
from driftline.gui.panes.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QResizeEvent

    from driftline.engine.collation.variation import Wording
    from driftline.gui.models.collation_table import CollationTable
    from driftline.gui.theme import Theme

#: Characters a column has room for at least, and those of the column of places.
_NARROWEST, _PLACE = 13, 30
_PAUSE_MS = 100
#: A row shows so many lines of the longest reading.
_LONGEST = 4
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class CellDelegate(EntryDelegate):
    """Cells on the ground of their letter; those of the base text's words have none."""

    padding = 5
    head_ink, head_weight = "text", QFont.Weight.Bold
    head_first = True

    def paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        wording: Wording = index.data(RECORD_ROLE)
        theme = self.theme
        if wording.letter > 0:
            painter.fillRect(option.rect, theme.reading(wording.letter))
        else:
            painter.fillRect(option.rect, theme.color("window" if wording.missing else "page"))
        painter.setPen(theme.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


class _Header(QHeaderView):
    """A header whose sections are drawn as entries are."""

    def __init__(self, orientation: Qt.Orientation, delegate: CellDelegate) -> None:
        super().__init__(orientation)
        self._delegate = delegate
        # What stands at the side has a quiet head.
        self._entries = EntryDelegate(delegate.theme, _LONGEST, self)
        self._entries.padding = delegate.padding
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        entry = self.model().headerData(section, self.orientation(), ENTRY_ROLE)
        if entry is None:
            return
        theme, across = self._delegate.theme, self.orientation() is _ACROSS
        self._entries.theme = theme
        option = QStyleOptionViewItem()
        option.rect, option.font, option.direction = rect, self.font(), self.layoutDirection()
        view = self.parent()
        current = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        here = section == (current.column() if across else current.row())
        painter.save()
        painter.fillRect(rect, theme.color("raised" if here else "window"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if across:
            pad = self._delegate.padding
            area = rect.adjusted(pad + 2, pad, -pad, -pad)
            self._delegate.draw_lines(painter, entry, area, area.top(), option)
        else:
            self._entries.draw(painter, option, entry)
        painter.restore()

    def sizeHint(self) -> QSize:
        metrics, pad = QFontMetrics(self.font()), self._delegate.padding
        if self.orientation() is _DOWN:
            return QSize(metrics.averageCharWidth() * _PLACE, 0)
        return QSize(0, 3 * self._delegate.fonts(self.font()).line_height + 2 * pad)


class CollationView(QTableView):
    """`opened(row, column)`: a reading was double-clicked, or Enter pressed on it.

    `copied(text)`: these words are on the clipboard now.
    """

    opened = Signal(int, int)
    copied = Signal(str)

    def __init__(self, model: CollationTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = model
        self.setModel(model)
        self.delegate = CellDelegate(theme, _LONGEST, self)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(_Header(_ACROSS, self.delegate))
        self.setVerticalHeader(_Header(_DOWN, self.delegate))
        self.setObjectName("collation")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Places where the versions differ"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(lambda i: self.opened.emit(i.row(), i.column()))
        self._by_hand = self._fitting = False
        self._fitted = 0
        # While a column is dragged wider, rows wait.
        self._dragged = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._dragged.timeout.connect(self._set_heights)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # The headers tell where it is.
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def set_appearance(self, theme: Theme, font: QFont) -> None:
        """Other colours, or letters of another size."""
        self.delegate.theme = theme
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.setFont(font)
            part.viewport().update()
        self.updateGeometries()
        self.fit()

    def fit(self) -> None:
        """Take in what the model shows now. All versions get the same width: what there is, but no
        less than words need; columns that were set by hand stay.
        """
        count = self.model().columnCount()
        self._by_hand &= count == self._fitted
        self._fitted = count
        if not count or self._by_hand:
            self._set_heights()
            return
        least = self.fontMetrics().averageCharWidth() * _NARROWEST
        width = max(least, self.viewport().width() // count)
        self._fitting = True
        self.horizontalHeader().setDefaultSectionSize(width)
        for column in range(count):
            self.setColumnWidth(column, width)
        self._fitting = False
        self._set_heights()

    def _set_heights(self) -> None:
        """Rows as high as the longest reading needs about: no row has to be laid out for it."""
        rows, font = self.verticalHeader(), self.font()
        heights = [self.delegate.height(font, lines) for lines in range(_LONGEST + 1)]
        rows.setDefaultSectionSize(heights[1])
        char = max(1, self.fontMetrics().averageCharWidth())
        room = self.horizontalHeader().length() // max(1, self.model().columnCount())
        room = max(1, room // char - 1)
        for row, width in enumerate(self._table.widths()):
            height = heights[max(1, min(_LONGEST, -(-width // room)))]
            if rows.sectionSize(row) != height:
                rows.resizeSection(row, height)

    def _on_resized(self, _section: int, _old: int, _new: int) -> None:
        if not self._fitting:
            self._by_hand = True
            self._dragged.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    def go_to_row(self, row: int) -> None:
        """Make a row current, in the column where the reader is."""
        index = self.model().index(row, max(0, self.currentIndex().column()))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def copy(self) -> None:
        """Copy what is selected: one reading as it is, more of them as a table with its heads."""
        chosen = self.selectionModel().selectedIndexes()
        if not chosen:
            return
        text = chosen[0].data() if len(chosen) == 1 else self._as_table(chosen)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _as_table(self, chosen: list[QModelIndex]) -> str:
        collated = self._table.collated
        assert collated is not None
        columns = sorted({index.column() for index in chosen})
        lines = ["\t".join(["", *(collated.name(column) for column in columns)])]
        said = {(index.row(), index.column()): index.data() for index in chosen}
        for row in sorted({index.row() for index in chosen}):
            where = collated.excerpt(self._table.place(row)).text
            lines.append("\t".join([where, *(said.get((row, column), "") for column in columns)]))
        return "\n".join(lines)
