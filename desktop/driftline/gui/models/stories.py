"""The documents, grouped in stories, as a tree of two levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from driftline.gui import document_labels as say
from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE, Entry, Index, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.review.desk import DeskDocument

_TOP = 0


class StoriesModel(QAbstractItemModel):
    """Stories with their versions; a story of one version is that document itself.

    RECORD_ROLE gives a tuple of document ids: one for a document, all of them for a story.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories: Sequence[tuple[DeskDocument, ...]] = ()

    def show(self, stories: Sequence[tuple[DeskDocument, ...]]) -> None:
        """Show these stories, each with its versions in order."""
        self.beginResetModel()
        self._stories = stories
        self.endResetModel()

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
            return "\n".join(say.tooltip(d) for d in documents)
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
            title = say.title(titled)
            head = self.tr("%n versions of one story", "", len(documents))
            return Entry(head, (Line(title),), f"{title}, {head}")
        title, marks = say.title(first), say.marks(first)
        spoken = ", ".join([title, say.subtitle(first), *marks])
        return Entry(say.subtitle(first), (Line(title),), spoken, " · ".join(marks), "old_ink")
