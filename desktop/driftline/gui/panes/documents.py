"""The left pane: documents grouped in stories."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QInputDialog,
    QLabel,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from driftline.gui import document_labels as say
from driftline.gui.models.entries import RECORD_ROLE
from driftline.gui.models.stories import StoriesModel
from driftline.gui.panes.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    from driftline.gui.theme import Theme
    from driftline.gui.workspace import Workspace
    from driftline.review.stories import SessionStory


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
        menu = self.menu_for(self.selected())
        if menu is not None:
            menu.exec(self.view.viewport().mapToGlobal(point))
            menu.deleteLater()

    def menu_for(self, ids: tuple[int, ...]) -> QMenu | None:
        """What can be done with these documents; None when there are none."""
        if not ids:
            return None
        workspace = self._workspace
        menu = QMenu(self)
        if len(ids) == 2:
            menu.addAction(self.tr("Compare these two"), partial(workspace.compare, *ids))
        story = next((s for s in workspace.session_stories if ids[0] in s.members), None)
        if len(ids) == 1:
            self._add_for_one(menu, ids[0], story)
        move = menu.addMenu(self.tr("Move to story"))
        for other in workspace.session_stories:
            if story is None or other.id != story.id:
                first = workspace.document(other.base)
                move.addAction(say.title(first)[:60], partial(workspace.hand.move, ids, other.id))
        move.addAction(self.tr("One of its own"), partial(workspace.hand.move, ids, None))
        menu.addSeparator()
        menu.addAction(self.tr("Remove from list"), lambda: self.remove_requested.emit(ids))
        return menu

    def _add_for_one(self, menu: QMenu, identity: int, story: SessionStory | None) -> None:
        workspace = self._workspace
        document = workspace.document(identity)
        menu.addAction(self.tr("Rename…"), partial(self._ask_title, identity))
        if not document.pasted:
            folder = QUrl.fromLocalFile(str(Path(document.path).parent))
            menu.addAction(self.tr("Show in its folder"), partial(QDesktopServices.openUrl, folder))
            menu.addAction(
                self.tr("Compare with the text before the last reload"),
                partial(workspace.compare_with_earlier, identity),
            )
        if story is None or len(story.members) < 2:
            return
        menu.addSeparator()
        base = menu.addAction(
            self.tr("Base text"), partial(workspace.hand.set_base, story.id, identity)
        )
        base.setCheckable(True)
        base.setChecked(story.base == identity)
        order = list(story.members)
        place = order.index(identity)
        for text, other in ((self.tr("Older: move up"), -1), (self.tr("Newer: move down"), 1)):
            if 0 <= place + other < len(order):
                moved = list(order)
                moved[place], moved[place + other] = moved[place + other], moved[place]
                menu.addAction(text, partial(workspace.hand.set_order, story.id, moved))

    def _ask_title(self, identity: int) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Title in the list (empty: the story's own headline)"))
        dialog.setTextValue(say.title(self._workspace.document(identity)))
        dialog.textValueSelected.connect(
            lambda title: self._workspace.hand.rename(identity, title.strip())
        )
        dialog.open()
