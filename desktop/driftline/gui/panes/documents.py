"""The left pane: documents grouped in stories; sifted, dragged about, renamed, put away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.language import document_labels as say
from driftline.gui.language.plain_words import plain_label
from driftline.gui.models.entries import RECORD_ROLE
from driftline.gui.models.stories import StoriesModel
from driftline.gui.panes.entry_delegate import EntryDelegate
from driftline.gui.panes.reveal import reveal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QMouseEvent

    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.theme import Theme
    from driftline.review.contents import DeskDocument
    from driftline.review.stories import SessionStory


class _Stories(QTreeView):
    """The list; what a right press picks is only what the menu is about (`for_menu`)."""

    for_menu = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.for_menu = event.button() is Qt.MouseButton.RightButton
        super().mousePressEvent(event)
        self.for_menu = False


class DocumentsPane(QWidget):
    """Shows a workspace's stories.

    `chosen(ids)`: a document, all versions of a story, or two documents picked together.
    `remove_requested(ids)`: put them away. `collation_requested(ids)`: all versions of a story are
    to be seen side by side. `said(sentence)`: a passing remark.
    """

    chosen = Signal(tuple)
    remove_requested = Signal(tuple)
    collation_requested = Signal(tuple)
    said = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.model = StoriesModel(self)
        self.model.set_badges(self._badges)
        self.model.set_titles(workspace.story_title)
        self.model.dropped.connect(self._on_dropped)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a document"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        # What is dropped here is for the window.
        self.filter.setAcceptDrops(False)
        self.filter.textChanged.connect(self._sift)
        self.filter.installEventFilter(self)
        self.view = _Stories()
        self.view.installEventFilter(self)
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(14)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Stories"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.delegate = EntryDelegate(theme, 2, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self._title = QLabel(self.tr("Stories"), wordWrap=True)
        self._title.setObjectName("paneTitle")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        self._filter_box = QWidget()
        box = QVBoxLayout(self._filter_box)
        box.setContentsMargins(8, 2, 8, 6)
        box.addWidget(self.filter)
        layout.addWidget(self._filter_box)
        layout.addWidget(self.view, 1)
        self._quiet = False
        self._picked_for_menu = False
        self._folded: set[int] = set()
        self._read_notes: set[int] = set()
        self.view.collapsed.connect(lambda index: self._folded.add(index.data(RECORD_ROLE)[0]))
        self.view.expanded.connect(lambda index: self._folded.discard(index.data(RECORD_ROLE)[0]))
        workspace.stories_changed.connect(self._show)
        workspace.document_opened.connect(self._on_opened)
        workspace.comparison_requested.connect(self._mark_pair)
        workspace.compared.connect(lambda _: self.model.refresh())

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
        chosen = [i.data(RECORD_ROLE) for i in self.view.selectionModel().selectedIndexes()]
        self._quiet = True
        self.model.show(self._workspace.stories)
        folded = set(self._folded)
        self.view.expandAll()
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if index.data(RECORD_ROLE)[0] in folded:
                self.view.collapse(index)
        for ids in chosen:
            index = self.model.index_of(ids)
            if index.isValid():
                flags = QItemSelectionModel.SelectionFlag
                self.view.selectionModel().select(index, flags.Select)
                self.view.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self._quiet = False
        self._sift()
        self._mark_pair()

    def _sift(self) -> None:
        """Hide what the filter does not let through, and say how many documents are listed."""
        words = self.filter.text().casefold().split()
        listed = 0
        for row in range(self.model.rowCount()):
            story = self.model.index(row, 0)
            ids = story.data(RECORD_ROLE)
            passing = [i for i in ids if self._passes(self._workspace.document(i), words)]
            listed += len(passing)
            self.view.setRowHidden(row, QModelIndex(), not passing)
            for child in range(self.model.rowCount(story)):
                self.view.setRowHidden(child, story, ids[child] not in passing)
        number = len(self._workspace.documents)
        text = self.tr("Stories")
        if words:
            text += " · " + self.tr("{listed} of {all} documents").format(listed=listed, all=number)
        elif number:
            text += " · " + self.tr("%n document(s)", "", number)
        self._title.setText(text)

    def _passes(self, document: DeskDocument, words: list[str]) -> bool:
        known = f"{say.title(document)} {say.subtitle(document)}".casefold()
        return all(word in known for word in words)

    def _badges(self, document: DeskDocument) -> list[str]:
        badges = say.marks(document)
        altered = self._workspace.altered.get(document.id, 0)
        if altered:
            badges.append(self.tr("%n quotation(s) altered", "", altered))
        notes = len(document.version.source.notes)
        if notes and document.id not in self._read_notes:
            badges.append(self.tr("%n note(s) on reading it", "", notes))
        return badges

    def _on_opened(self, identity: int) -> None:
        self._read_notes.add(identity)
        self._mark((identity,))

    def _mark_pair(self) -> None:
        """Select what is compared: the story, or its two documents where they are of two."""
        pair = self._workspace.pair
        if pair is None or set(self.selected()) == set(pair):
            return
        versions = tuple(d.id for d in self._workspace.story_of(pair[0]))
        self._mark(*([versions] if pair[1] in versions else [(i,) for i in pair]))

    def _mark(self, *items: tuple[int, ...]) -> None:
        """Select the items that are being shown, without asking for them again."""
        found = [self.model.index_of(ids) for ids in items]
        if not all(index.isValid() for index in found):
            return
        self._quiet = True
        chosen = QItemSelection()
        for index in found:
            chosen.select(index, index)
        select = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(found[-1], select.NoUpdate)
        self.view.selectionModel().select(chosen, select.ClearAndSelect)
        self._quiet = False
        self.view.scrollTo(found[0])

    def _on_selection(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        if self._quiet:
            return
        if self.view.for_menu:
            self._picked_for_menu = True
            return
        indexes = self.view.selectionModel().selectedIndexes()
        picked = [index.data(RECORD_ROLE) for index in indexes]
        if len(picked) == 1:
            self.chosen.emit(picked[0])
        elif len(picked) == 2 and all(len(ids) == 1 for ids in picked):
            # Two documents picked one by one: the one that stands higher is the older.
            first, second = sorted(indexes, key=lambda i: (i.parent().row(), i.row()))
            self.chosen.emit(first.data(RECORD_ROLE) + second.data(RECORD_ROLE))

    # ------------------------------------------------------------------ the editor's hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            not isinstance(event, QKeyEvent)
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return super().eventFilter(watched, event)
        press = event.type() is QEvent.Type.KeyPress
        ids = self.selected()
        if watched is self.filter and press:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        if watched is self.view and ids and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if press and event.key() == Qt.Key.Key_Delete:
                self.remove_requested.emit(ids)
                return True
            if press and len(ids) == 1:
                self._ask_title(ids[0])
                return True
            story = next(
                (s for s in self._workspace.session_stories if set(s.members) == set(ids)), None
            )
            if press and story is not None:
                self._ask_story_title(story)
                return True
        return super().eventFilter(watched, event)

    def _on_dropped(self, ids: tuple[int, ...], onto: int | None, place: int) -> None:
        workspace = self._workspace
        story = next((s for s in workspace.session_stories if onto in s.members), None)
        undo = self.tr("An undo takes it back.")
        if story is None:
            workspace.hand.move(ids, None)
            self.said.emit(self.tr("Made a story of its own.") + " " + undo)
        elif not set(ids) <= set(story.members):
            workspace.hand.move(ids, story.id)
            title = say.title(workspace.document(story.base))
            self.said.emit(self.tr("Moved to “{title}”.").format(title=title) + " " + undo)
        elif place >= 0:
            before = [m for m in story.members[:place] if m not in ids]
            after = [m for m in story.members[place:] if m not in ids]
            workspace.hand.set_order(story.id, [*before, *ids, *after])

    def _menu(self, point: QPoint) -> None:
        menu = self.menu_for(self.selected())
        if menu is not None:
            menu.exec(self.view.viewport().mapToGlobal(point))
            menu.deleteLater()
        if self._picked_for_menu:
            self._picked_for_menu = False
            self._mark_pair()
            if self._workspace.opened is not None:
                self._mark((self._workspace.opened,))

    def menu_for(self, ids: tuple[int, ...]) -> QMenu | None:
        """What can be done with these documents; None when there are none."""
        if not ids:
            return None
        workspace = self._workspace
        menu = QMenu(self)
        # What it speaks of may be gone.
        workspace.stories_changed.connect(menu.close)
        if len(ids) == 2:
            menu.addAction(self.tr("Compare these two"), partial(workspace.compare, *ids))
        story = next((s for s in workspace.session_stories if ids[0] in s.members), None)
        if len(ids) == 1:
            self._add_for_one(menu, ids[0], story)
        elif story is not None and set(ids) == set(story.members):
            if len(ids) > 2:
                told = self.tr("All versions side by side")
                menu.addAction(told, partial(self.collation_requested.emit, ids))
            menu.addAction(self.tr("Rename story…"), partial(self._ask_story_title, story))
        move = menu.addMenu(self.tr("Move to story"))
        for other in workspace.session_stories:
            # The text of a base may be missing where a session holds none.
            if workspace.has(other.base) and (story is None or other.id != story.id):
                title = workspace.story_title(other.base) or say.title(
                    workspace.document(other.base)
                )
                move.addAction(plain_label(title[:60]), partial(workspace.hand.move, ids, other.id))
        move.addAction(self.tr("One of its own"), partial(workspace.hand.move, ids, None))
        menu.addSeparator()
        menu.addAction(self.tr("Remove from list"), lambda: self.remove_requested.emit(ids))
        return menu

    def _add_for_one(self, menu: QMenu, identity: int, story: SessionStory | None) -> None:
        workspace = self._workspace
        document = workspace.document(identity)
        menu.addAction(self.tr("Rename…"), partial(self._ask_title, identity))
        if not document.pasted:
            menu.addAction(self.tr("Show in its folder"), partial(self._reveal, document.path))
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

    def _reveal(self, path: str) -> None:
        if not reveal(path):
            self.said.emit(self.tr("The folder of {path} is not there any more.").format(path=path))

    def _ask_title(self, identity: int) -> None:
        self._ask(
            self.tr("Title in the list (empty: the story's own headline)"),
            say.title(self._workspace.document(identity)),
            partial(self._workspace.hand.rename, identity),
        )

    def _ask_story_title(self, story: SessionStory) -> None:
        self._ask(
            self.tr("Title of the story (empty: its own headline)"),
            self._workspace.story_title(story.base)
            or say.title(self._workspace.document(story.base)),
            partial(self._workspace.hand.rename_story, story.id),
        )

    def _ask(self, label: str, text: str, take: Callable[[str], None]) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(lambda title: take(title.strip()))
        dialog.open()
