"""The documents, grouped in stories, as a tree of two levels; they can be dragged about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QLocale, QMimeData, QModelIndex, QObject, Qt, Signal

from driftline.gui.language import document_labels as say
from driftline.gui.language.plain_words import plain_tip
from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE, Entry, Index, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.review.contents import DeskDocument

_TOP = 0
#: Characters a word has at most on average where blanks part the words.
_LONGEST_WORD = 12
_DRAGGED = "application/x-driftline-documents"


class StoriesModel(QAbstractItemModel):
    """Stories with their versions; a story of one version is that document itself.

    RECORD_ROLE gives a tuple of document ids: one for a document, all of them for a story.
    `dropped(ids, onto, place)`: documents were dragged to the story that holds the document `onto`
    (None: to where no story is), `place` counting its versions from 0 (-1: anywhere in it).
    """

    dropped = Signal(tuple, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories: Sequence[tuple[DeskDocument, ...]] = ()
        self._badges: Callable[[DeskDocument], list[str]] = say.marks
        self._titles: Callable[[int], str] = lambda _: ""

    def show(self, stories: Sequence[tuple[DeskDocument, ...]]) -> None:
        """Show these stories, each with its versions in order."""
        self.beginResetModel()
        self._stories = stories
        self.endResetModel()

    def set_badges(self, badges: Callable[[DeskDocument], list[str]]) -> None:
        """What tells the warnings of a document."""
        self._badges = badges

    def set_titles(self, titles: Callable[[int], str]) -> None:
        """What tells the title given to the story of a document, "" where none was given."""
        self._titles = titles

    def refresh(self) -> None:
        """Describe everything anew: something beside the documents has changed."""
        for row in range(self.rowCount()):
            story = self.index(row, 0)
            self.dataChanged.emit(story, story)
            if count := self.rowCount(story):
                self.dataChanged.emit(self.index(0, 0, story), self.index(count - 1, 0, story))

    def index_of(self, ids: tuple[int, ...]) -> QModelIndex:
        """The item that stands for these documents; an invalid index when there is none."""
        for row, members in enumerate(self._stories):
            if tuple(d.id for d in members) == ids:
                return self.index(row, 0)
            if len(members) > 1:
                for child, document in enumerate(members):
                    if (document.id,) == ids:
                        return self.index(child, 0, self.index(row, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._stories)
        if parent.internalId() != _TOP:
            return 0
        members = self._stories[parent.row()]
        return len(members) if len(members) > 1 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def _documents(self, index: Index) -> tuple[DeskDocument, ...]:
        if index.internalId() == _TOP:
            return self._stories[index.row()]
        return (self._stories[int(index.internalId()) - 1][index.row()],)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        documents = self._documents(index)
        if role == RECORD_ROLE:
            return tuple(d.id for d in documents)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(say.tooltip(d) for d in documents))
        if role not in (
            ENTRY_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        entry = self._entry(documents)
        return entry if role == ENTRY_ROLE else entry.spoken

    def _entry(self, documents: tuple[DeskDocument, ...]) -> Entry:
        first = documents[0]
        if len(documents) > 1:
            titled = next((d for d in documents if d.version.metadata.headline), first)
            title = self._titles(first.id) or say.title(titled)
            head = self.tr("%n versions of one story", "", len(documents))
            return Entry(head, (Line(title),), f"{title}, {head}")
        title, badges, words = say.title(first), self._badges(first), self._words(first)
        spoken = ", ".join(part for part in (title, say.subtitle(first), words, *badges) if part)
        below = Line(" · ".join(badges), "old_ink") if badges else Line(words, "quiet")
        if badges and words:
            warned = " · ".join(badges)
            below = Line(f"{warned} · {words}", "old_ink", marked=(0, len(warned)), rest="quiet")
        return Entry(say.subtitle(first), (Line(title), below), spoken)

    def _words(self, document: DeskDocument) -> str:
        """How much of it is the story; empty where blanks do not part the words."""
        kept, every = document.words
        if not kept or len(document.version.source.text) > _LONGEST_WORD * every:
            return ""
        if kept == every:
            return self.tr("%Ln word(s)", "", kept)
        cut = QLocale().toString(every - kept)
        return self.tr("%Ln word(s), {cut} cut", "", kept).format(cut=cut)

    # ------------------------------------------------------------------ dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = dict.fromkeys(i for index in indexes for i in index.data(RECORD_ROLE))
        data = QMimeData()
        data.setData(_DRAGGED, " ".join(map(str, ids)).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not data.hasFormat(_DRAGGED):
            return False
        ids = tuple(map(int, bytes(data.data(_DRAGGED).data()).split()))
        story = self.parent(parent) if parent.isValid() and parent.internalId() != _TOP else parent
        onto = story.data(RECORD_ROLE)[0] if story.isValid() else None
        self.dropped.emit(ids, onto, row if story is parent else -1)
        # The view would now remove the rows, which this model does not allow: they come back in
        # their new order when the desk has moved them.
        return True
