"""The left pane: documents grouped in stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMenu, QTreeView, QVBoxLayout, QWidget

from driftline.gui.models.entries import RECORD_ROLE
from driftline.gui.models.stories import StoriesModel
from driftline.gui.panes.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    from driftline.gui.theme import Theme
    from driftline.gui.workspace import Workspace


class DocumentsPane(QWidget):
    """Shows a workspace's stories.

    `chosen(ids)`: a document, all versions of a story, or two documents picked together.
    `remove_requested(ids)`: put them away.
    """

    chosen = Signal(tuple)
    remove_requested = Signal(tuple)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.model = StoriesModel(self)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(14)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Stories"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.delegate = EntryDelegate(theme, 2, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self._title = QLabel(self.tr("Stories"))
        self._title.setObjectName("paneTitle")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        self._quiet = False
        self.setFocusProxy(self.view)
        workspace.stories_changed.connect(self._show)
        workspace.document_opened.connect(lambda identity: self._mark((identity,)))
        workspace.comparison_requested.connect(self._mark_pair)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.delegate.theme = theme
        # Qt itself paints the strip before a chosen item.
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("new"))
        self.view.setPalette(palette)
        self.view.viewport().update()

    def selected(self) -> tuple[int, ...]:
        """The ids of the documents that are selected."""
        ids: dict[int, None] = {}
        for index in self.view.selectionModel().selectedIndexes():
            ids.update(dict.fromkeys(index.data(RECORD_ROLE)))
        return tuple(ids)

    def _show(self) -> None:
        self._quiet = True
        self.model.show(self._workspace.stories)
        self.view.expandAll()
        self._quiet = False
        number = len(self._workspace.documents)
        text = self.tr("Stories")
        if number:
            text += " · " + self.tr("%n document(s)", "", number)
        self._title.setText(text)

    def _mark_pair(self) -> None:
        pair = self._workspace.pair
        if pair is None:
            return
        versions = tuple(d.id for d in self._workspace.story_of(pair[0]))
        whole = pair[1] in versions and len(versions) > 1
        if whole and not self._selection_is(pair):
            self._mark(versions)

    def _selection_is(self, pair: tuple[int, int]) -> bool:
        return set(self.selected()) == set(pair)

    def _mark(self, ids: tuple[int, ...]) -> None:
        """Select the item that is being shown, without asking for it again."""
        index = self.model.index_of(ids)
        if not index.isValid():
            return
        self._quiet = True
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._quiet = False
        self.view.scrollTo(index)

    def _on_selection(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        if self._quiet:
            return
        indexes = self.view.selectionModel().selectedIndexes()
        picked = [index.data(RECORD_ROLE) for index in indexes]
        if len(picked) == 1:
            self.chosen.emit(picked[0])
        elif len(picked) == 2 and all(len(ids) == 1 for ids in picked):
            # Two documents picked one by one: the one that stands higher is the older.
            first, second = sorted(indexes, key=lambda i: (i.parent().row(), i.row()))
            self.chosen.emit(first.data(RECORD_ROLE) + second.data(RECORD_ROLE))

    def _menu(self, point: QPoint) -> None:
        ids = self.selected()
        if not ids:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Remove from list"), lambda: self.remove_requested.emit(ids))
        menu.exec(self.view.viewport().mapToGlobal(point))
        menu.deleteLater()
