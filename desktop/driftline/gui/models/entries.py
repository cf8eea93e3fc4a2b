"""Lists of things to look at: one model and one way of drawing for changes, quotations and cuts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from driftline.gui.language.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex

#: The role under which the delegate finds an `Entry`.
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
#: The role under which the record itself is found.
RECORD_ROLE = Qt.ItemDataRole.UserRole + 2
_LONGEST = 90
_LONGEST_NAME = 32


def one_line(text: str) -> str:
    """A text with every run of blanks and line breaks as one space."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """A text of which no more is shown than tells it from others: its beginning and its end."""
    if len(text) <= _LONGEST:
        return text
    start, end = text[: _LONGEST * 2 // 3], text[-(_LONGEST // 3) :]
    # Where blanks part no words, a sign is as good a place as another.
    return f"{start.rpartition(' ')[0] or start} … {end.partition(' ')[2] or end}"


def short_name(name: str) -> str:
    """A name of which both ends tell it from others, with an ellipsis where it is very long."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry.

    `sign` stands before it; `marked` is the part (code points of `text`) that is set in `ink`, the
    rest stays in `rest`, the colour of text; without it all of the line is. `struck` strikes that
    part.
    """

    text: str
    ink: str = "text"
    struck: bool = False
    bold: bool = False
    sign: str = ""
    marked: tuple[int, int] | None = None
    rest: str = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """How a record shows in a list: a quiet head, a badge, up to `lines` lines; `spoken` is all of
    it in one sentence for screen readers and tooltips; `indent` sets it below what stands above.
    """

    head: str
    lines: tuple[Line, ...]
    spoken: str
    badge: str = ""
    badge_ink: str = "quiet"
    indent: int = 0


class RecordList(QStringListModel):
    """A list of records; each is described as an `Entry` only when it is looked at.

    To lay a list out Qt asks five times for every row how many there are: of ten thousand rows it
    asks a list of empty strings, which is its own and not Python's.
    """

    def __init__(self, describe: Callable[[Any], Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._records: Sequence[Any] = ()
        self._entries: dict[int, Entry] = {}

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these records instead."""
        self._records = records
        self._entries = {}
        self.setStringList([""] * len(records))

    def refresh(self) -> None:
        """Describe everything anew: something beside the records has changed."""
        self._entries = {}
        if self._records:
            self.dataChanged.emit(self.index(0), self.index(len(self._records) - 1))

    def record(self, row: int) -> Any:
        """The record in a row."""
        return self._records[row]

    def row_of(self, matches: Callable[[Any], bool]) -> int | None:
        """The first row whose record matches."""
        return next((i for i, record in enumerate(self._records) if matches(record)), None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Strings could be edited and dragged about.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role == RECORD_ROLE:
            return self._records[row]
        if role not in (
            ENTRY_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        entry = self._entries.get(row)
        if entry is None:
            entry = self._entries[row] = self._describe(self._records[row])
        if role == ENTRY_ROLE:
            return entry
        return plain_tip(entry.spoken) if role == Qt.ItemDataRole.ToolTipRole else entry.spoken
