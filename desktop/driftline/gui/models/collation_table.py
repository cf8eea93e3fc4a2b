"""The table of a collation: one row a place where versions differ, one column a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from driftline.engine.records import Kind, Severity
from driftline.gui.language import document_labels, labels
from driftline.gui.language.plain_words import plain_tip
from driftline.gui.models.collated import Collated, Sifted, letter_sign
from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE, Entry, Index, Line, shortened

if TYPE_CHECKING:
    from driftline.engine.collation.variation import Variation, Wording

#: Stands where a version has nothing.
DASH = "—"
#: Stands beside the letter of words that stand elsewhere in their version, as beside moved rows.
MOVED = "↷"
#: So many signs of the base text's own words are enough where other versions have them too.
_REPEATED = 40
_NONE = QModelIndex()
_GRAVITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_SPOKEN = (
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class CollationTable(QAbstractTableModel):
    """RECORD_ROLE gives a `Wording`, ENTRY_ROLE how it shows; the text itself is what is copied."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collated: Collated | None = None
        self._sifted = Sifted()
        self._entries: dict[tuple[int, int], Entry] = {}

    def show(self, collated: Collated | None, found: Sifted | None = None) -> None:
        """Show what was sifted out of a collation; None: nothing."""
        self.beginResetModel()
        self._collated = collated
        self._sifted = found or Sifted()
        self._entries = {}
        self.endResetModel()

    @property
    def collated(self) -> Collated | None:
        """What is shown."""
        return self._collated

    @property
    def sifted(self) -> Sifted:
        """Which of its places are shown."""
        return self._sifted

    def place(self, row: int) -> Variation:
        """The place in a row."""
        assert self._collated is not None
        return self._collated.places[self._sifted.rows[row]]

    def headed(self, column: int) -> str:
        """What the version in a column is called."""
        return self._collated.name(column) if self._collated is not None else ""

    def document(self, column: int) -> int:
        """The id of the version in a column."""
        return self._collated.versions[column].id if self._collated is not None else 0

    def widths(self) -> list[int]:
        """How long the longest reading of each row is, in letters of usual width."""
        widths = self._collated.widths if self._collated is not None else ()
        return [widths[number] for number in self._sifted.rows]

    def row_at(self, offset: int) -> int:
        """The row of the place at an offset of the base text, or of the last one before it."""
        starts = [self.place(row).span.start for row in range(self.rowCount())]
        return max((row for row, start in enumerate(starts) if start <= offset), default=0)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._sifted.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        nothing = parent.isValid() or self._collated is None
        return 0 if nothing or self._collated is None else len(self._collated.versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        wording = self.place(index.row()).wordings[index.column()]
        if role == RECORD_ROLE:
            return wording
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.text or DASH
        if role != ENTRY_ROLE and role not in _SPOKEN:
            return None
        at = (index.row(), index.column())
        entry = self._entries.get(at)
        if entry is None:
            entry = self._entries[at] = self._describe(*at)
        return self._told(entry, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._collated is None or section < 0:
            return None
        across = orientation is Qt.Orientation.Horizontal
        if section >= (self.columnCount() if across else self.rowCount()):
            return None
        if across and role == Qt.ItemDataRole.ToolTipRole:
            document = self._collated.versions[section]
            entry = self._describe_version(section)
            return plain_tip(f"{document_labels.tooltip(document)}\n{entry.spoken}")
        if role not in (ENTRY_ROLE, Qt.ItemDataRole.DisplayRole, *_SPOKEN):
            return None
        entry = self._describe_version(section) if across else self._describe_place(section)
        return self._told(entry, role)

    @staticmethod
    def _told(entry: Entry, role: int) -> Any:
        if role == ENTRY_ROLE:
            return entry
        return plain_tip(entry.spoken) if role == Qt.ItemDataRole.ToolTipRole else entry.spoken

    # ------------------------------------------------------------------ describing

    def change_part(self, wording: Wording) -> str:
        """What was done to the base text here, in words; empty where nothing was."""
        if wording.kind is None or wording.severity is None:
            return ""
        kind, severity = labels.kind_label(wording.kind), labels.severity_label(wording.severity)
        return self.tr("{kind}, severity: {severity}").format(kind=kind, severity=severity)

    def _describe(self, row: int, column: int) -> Entry:
        place = self.place(row)
        wording = place.wordings[column]
        letter = letter_sign(wording.letter)
        quiet = wording.letter <= 0
        head = letter if wording.text else ""
        badge, ink = "", "quiet"
        if wording.kind is not None:
            badge = labels.kind_label(wording.kind)
            grave = wording.severity is Severity.HIGH and not wording.again
            ink = "old_ink" if grave else "quiet"
            if wording.moved and wording.kind is not Kind.MOVE:
                head += f" {MOVED}"
        text = wording.text or DASH
        if place.goes_on and wording.text:
            text += " …"
        if column and wording.text == place.wordings[0].text and len(text) > _REPEATED:
            # It stands in full in the first column.
            text = text[:_REPEATED].rpartition(" ")[0] + " …"
        line = Line(text, "quiet" if quiet else "text")
        return Entry(head, (line,), self._spoken(place, column), badge, ink)

    def _spoken(self, place: Variation, column: int) -> str:
        collated, wording = self._collated, place.wordings[column]
        assert collated is not None
        name, words = collated.name(column), shortened(wording.text)
        if not wording.text:
            said = self.tr("{version}: nothing").format(version=name)
        else:
            said = self.tr("{version}: “{words}”").format(version=name, words=words)
        parts = [said]
        if column == 0:
            parts.append(self.tr("base text"))
        elif wording.letter == 0:
            parts.append(self.tr("the base text’s words"))
        elif alike := collated.alike(place, column):
            parts.append(self.tr("same as {versions}").format(versions=collated.names(alike)))
        if wording.moved and wording.kind is not Kind.MOVE:
            parts.append(labels.kind_label(Kind.MOVE))
        parts.append(self.change_part(wording))
        return ", ".join(filter(None, parts))

    def _describe_place(self, row: int) -> Entry:
        collated, place = self._collated, self.place(row)
        assert collated is not None
        found = collated.excerpt(place)
        head = self.tr("¶ {number}").format(number=collated.paragraph(place))
        grave = min((severity for _, severity in place.changes), key=_GRAVITY.__getitem__)
        head += f" · {labels.severity_label(grave)}"
        line = Line(found.text, "text", marked=(found.start, found.end), rest="quiet")
        return Entry(head, (line,), f"{head}: {found.text}")

    def _describe_version(self, column: int) -> Entry:
        collated = self._collated
        assert collated is not None
        name = collated.name(column)
        lines, told = [Line(name, bold=True)], [name]
        if column == 0:
            lines.append(Line(self.tr("base text"), "quiet"))
            told.append(self.tr("base text"))
        elif collated.kinships:
            kin = collated.kinships[column]
            lines.append(Line(self.tr("%n differ", "", kin.differing), "quiet"))
            told.append(self.tr("%n place(s) differ from the base text", "", kin.differing))
            if kin.nearest is not None:
                near = collated.name(kin.nearest)
                as_in = self.tr("%n as in {version}", "", kin.shared)
                lines.append(Line(as_in.format(version=near), "quiet"))
                as_in = self.tr("%n of them as in {version}", "", kin.shared)
                told.append(as_in.format(version=near))
        return Entry("", tuple(lines), ", ".join(told))
