"""Two versions side by side: their heads, the counts by kind, the texts and the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from driftline.engine.records import Kind, Severity
from driftline.gui import document_labels as say
from driftline.gui import labels
from driftline.gui.compare.change_walk import ChangeWalk
from driftline.gui.compare.find_bar import FindBar
from driftline.gui.compare.flow_layout import FlowLayout
from driftline.gui.compare.overview import OverviewRuler
from driftline.gui.compare.redline import Redline
from driftline.gui.compare.row_content import Side, fold
from driftline.gui.compare.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.records import Comparison, Edit, MetadataChange
    from driftline.gui.compare.row_content import RowContent
    from driftline.gui.desk_jobs import Looked
    from driftline.gui.theme import Theme
    from driftline.review.desk import DeskDocument
    from driftline.review.preferences import Fonts, Shown


#: Unchanged paragraphs that stay beside a change when the others are hidden.
_CONTEXT = 1


class _SideHead(QWidget):
    """The head of a column: which version it is."""

    chosen = Signal(int)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setAccessibleName(caption)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(lambda _: self.chosen.emit(self.box.currentData()))
        caption_label = QLabel(caption)
        caption_label.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(caption_label)
        row.addWidget(self.box, 1)

    def show_versions(self, versions: Sequence[DeskDocument], current: int) -> None:
        """The versions to choose from, one of them current."""
        self.box.clear()
        for document in versions:
            self.box.addItem(say.subtitle(document), document.id)
            self.box.setItemData(
                self.box.count() - 1, say.tooltip(document), Qt.ItemDataRole.ToolTipRole
            )
        self.box.setCurrentIndex(self.box.findData(current))
        self.box.setToolTip(self.box.currentData(Qt.ItemDataRole.ToolTipRole) or "")


class ComparePage(QWidget):
    """Shows a comparison and steps through its changes.

    `current_changed(edit id or None)`, `filter_changed()`, `versions_chosen(old id, new id)`,
    `unfold_requested()`: the reader wants to see what is folded.
    """

    current_changed = Signal(object)
    filter_changed = Signal()
    versions_chosen = Signal(int, int)
    unfold_requested = Signal()

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._all_rows: tuple[RowContent, ...] = ()
        self._rows: tuple[RowContent, ...] = ()
        self._folded = False
        self._inline = False
        self._grave_only = False
        self._left_out = (0, 0, 0)
        self._calmed: frozenset[Severity] = frozenset()
        self._texts = ("", "")
        self._hidden: set[Kind] = set()
        self._walk = ChangeWalk()
        self._paragraphs: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._pair = (0, 0)
        self._old_head = _SideHead(self.tr("Older"))
        self._new_head = _SideHead(self.tr("Newer"))
        self._old_head.chosen.connect(lambda i: self.versions_chosen.emit(i, self._pair[1]))
        self._new_head.chosen.connect(lambda i: self.versions_chosen.emit(self._pair[0], i))
        self._beside = QLabel(wordWrap=True)
        self._beside.setTextFormat(Qt.TextFormat.PlainText)
        self._beside.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        header = QFrame()
        header.setObjectName("header")
        grid = QGridLayout(header)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(24)
        grid.addWidget(self._old_head, 0, 0)
        grid.addWidget(self._new_head, 0, 1)
        grid.addWidget(self._beside, 1, 0, 1, 2)
        grid.addWidget(self._chips, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.view = RowView(theme, fonts)
        self.view.change_clicked.connect(self.go_to)
        self.view.fold_clicked.connect(self.unfold_requested)
        self.overview = OverviewRuler(self.view, theme)
        texts = QHBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.view, 1)
        texts.addWidget(self.overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(texts, 1)
        self.find_bar = FindBar(self.view)
        layout.addWidget(self.find_bar)
        self.setFocusProxy(self.view)

    # ------------------------------------------------------------------ what is shown

    def show_comparison(
        self, looked: Looked, pair: tuple[int, int], versions: Sequence[DeskDocument]
    ) -> None:
        """Show a comparison from its first change."""
        comparison = looked.comparison
        self._comparison = comparison
        self._texts = looked.texts
        self._pair = pair
        self.show_versions(versions)
        self._all_rows = looked.rows
        self._fold()
        self._show_beside(comparison.metadata)
        self._make_chips()
        self.view.set_redline(Redline(comparison) if self._inline else None)
        self.view.show_rows(self._rows, self.shown_ids())
        self._apply_filter()
        self.find_bar.forget()
        self.first()

    def show_versions(self, versions: Sequence[DeskDocument]) -> None:
        """Offer these versions of the story, those that are shown among them."""
        self._old_head.show_versions(versions, self._pair[0])
        self._new_head.show_versions(versions, self._pair[1])

    def set_appearance(self, theme: Theme, fonts: Fonts) -> None:
        """Other colours or another typeface."""
        self.view.set_appearance(theme, fonts)
        self.overview.set_theme(theme)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison that is shown."""
        return self._comparison

    @property
    def texts(self) -> tuple[str, str]:
        """The older and the newer text with what was cut blanked."""
        return self._texts

    @property
    def rows(self) -> tuple[RowContent, ...]:
        """The rows of the view."""
        return self._rows

    def set_inline(self, on: bool) -> None:
        """Show one text with the changes written into it, or both side by side."""
        self._inline = on
        if self._comparison is not None:
            self.view.set_redline(Redline(self._comparison) if on else None)
            self.find_bar.forget()
            self._tell()

    def set_folded(self, on: bool) -> None:
        """Hide (or show) the paragraphs in which nothing changed."""
        if on == self._folded:
            return
        self._folded = on
        if self._comparison is not None:
            current = self._walk.current
            self._fold()
            self.view.show_rows(self._rows, self.shown_ids())
            self._apply_filter()
            self.find_bar.forget()
            self.go_to(current)

    def _fold(self) -> None:
        self._rows = self._all_rows
        # Places first: which edits are shown depends on nothing but their kind.
        if self._folded:
            self._rows = fold(self._all_rows, self.shown_ids(), _CONTEXT)
        self._place_edits()

    def _place_edits(self) -> None:
        """The order in which a reader meets the edits, and the paragraph each stands in."""
        self._row_of = {}
        self._paragraphs = {}
        # Where its words stand says more than where they are missing.
        missing: dict[int, tuple[int, int]] = {}
        for row, content in enumerate(self._rows):
            for side in (Side.NEW, Side.OLD):
                for block in content.blocks(side):
                    for mark in block.marks:
                        if mark.start == mark.end:
                            missing.setdefault(mark.edit.id, (row, block.number))
                        else:
                            self._row_of.setdefault(mark.edit.id, row)
                            self._paragraphs.setdefault(mark.edit.id, block.number)
        for edit, (row, number) in missing.items():
            self._row_of.setdefault(edit, row)
            self._paragraphs.setdefault(edit, number)

    def shown_edits(self) -> list[Edit]:
        """The edits that pass the filter, in reading order."""
        if self._comparison is None:
            return []
        last = len(self._rows)
        shown = [
            e
            for e in self._comparison.edits
            if e.kind not in self._hidden and not self._is_calmed(e)
        ]
        return sorted(shown, key=lambda e: (self._row_of.get(e.id, last), e.b.start, e.a.start))

    def shown_ids(self) -> frozenset[int]:
        """The ids of the edits that pass the filter."""
        return frozenset(edit.id for edit in self.shown_edits())

    def paragraph_of(self) -> dict[int, int]:
        """The paragraph number of every edit."""
        return self._paragraphs

    def _is_calmed(self, edit: Edit) -> bool:
        grave = edit.severity is Severity.HIGH
        return edit.severity in self._calmed or (self._grave_only and not grave)

    def calmed_count(self) -> int:
        """How many changes are not shown for their severity alone."""
        return self._left_out[2]

    def hidden_count(self) -> tuple[int, int]:
        """How many changes are not shown for their kind: all of them, and typographic ones."""
        return self._left_out[:2]

    def _count_left_out(self) -> tuple[int, int, int]:
        """How many changes are hidden for their kind, how many of these are typography, and how
        many are hidden for their severity alone.
        """
        edits = self._comparison.edits if self._comparison else ()
        hidden = [e.kind for e in edits if e.kind in self._hidden]
        calmed = sum(e.kind not in self._hidden and self._is_calmed(e) for e in edits)
        return len(hidden), hidden.count(Kind.TYPOGRAPHY), calmed

    def _show_beside(self, changes: Sequence[MetadataChange]) -> None:
        names = {
            "headline": self.tr("headline"),
            "standfirst": self.tr("standfirst"),
            "byline": self.tr("byline"),
            "published": self.tr("published"),
            "source": self.tr("source"),
        }
        none = self.tr("none")
        parts = [
            f"{names.get(c.field, c.field)}: "
            f"{_short(c.field, c.old) or none} → {_short(c.field, c.new) or none}"
            for c in changes
        ]
        self._beside.setText(self.tr("Beside the wording: ") + "; ".join(parts) if parts else "")
        self._beside.setVisible(bool(parts))

    # ------------------------------------------------------------------ filter

    def _make_chips(self) -> None:
        while (item := self._chip_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._comparison is None:
            return
        counts: dict[Kind, int] = {}
        for edit in self._comparison.edits:
            counts[edit.kind] = counts.get(edit.kind, 0) + 1
        for kind in Kind:
            if kind not in counts:
                continue
            chip = QPushButton(f"{labels.kind_label(kind)} {counts[kind]}")
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setChecked(kind not in self._hidden)
            chip.setToolTip(self.tr("Show or hide these changes"))
            chip.setProperty("kind", kind.value)
            chip.toggled.connect(lambda on, kind=kind: self.show_kind(kind, shown=on))
            self._chip_row.addWidget(chip)
        self._chips.setVisible(bool(counts))

    def show_kind(self, kind: Kind, *, shown: bool) -> None:
        """Show or hide all changes of a kind."""
        if shown == (kind not in self._hidden):
            return
        (self._hidden.discard if shown else self._hidden.add)(kind)
        for chip in self._chips.findChildren(QPushButton):
            if chip.property("kind") == kind.value:
                chip.setChecked(shown)
        self._filter_changed()

    def leave_out(self, shown: Shown) -> None:
        """Begin with what the editor prefers not to see."""
        self._hidden = set(shown.hidden_kinds)
        self._calmed = frozenset(shown.hidden_severities)
        self._make_chips()
        if self._comparison is not None:
            self._filter_changed()

    def _filter_changed(self) -> None:
        if self._folded:
            self._fold()
            self.view.show_rows(self._rows, self.shown_ids())
        self._apply_filter()

    def shows_kind(self, kind: Kind) -> bool:
        """Whether changes of a kind are shown."""
        return kind not in self._hidden

    def set_grave_only(self, on: bool) -> None:
        """Show only changes of high severity, or all again."""
        if on != self._grave_only:
            self._grave_only = on
            self._filter_changed()

    def shown_kinds(self) -> tuple[Kind, ...]:
        """The kinds of change that are shown."""
        return tuple(kind for kind in Kind if kind not in self._hidden)

    def _apply_filter(self) -> None:
        current = self._walk.current
        shown = self.shown_edits()
        self._left_out = self._count_left_out()
        self._walk = ChangeWalk([e.id for e in shown])
        ids = frozenset(self._walk.stops)
        self._walk.go(current if current in ids else None)
        self.view.show_edits(ids)
        self.overview.show_rows(self._rows, ids)
        self.filter_changed.emit()
        self._tell()

    # ------------------------------------------------------------------ walking

    @property
    def current(self) -> Edit | None:
        """The change that is outlined."""
        if self._comparison is None:
            return None
        current = self._walk.current
        return next((e for e in self._comparison.edits if e.id == current), None)

    def number(self) -> tuple[int | None, int]:
        """(which change is current, how many there are)."""
        return self._walk.number(), len(self._walk.stops)

    def step(self, direction: int) -> str:
        """Go one change on or back; gives a sentence when an end was met, else an empty text."""
        taken = self._walk.step(direction, self.view.marks_in_view())
        if taken.edit is None:
            if not self._walk.stops:
                return self.tr("There is no change to go to.")
            if direction > 0:
                return self.tr("That was the last change. Once more goes to the first.")
            return self.tr("That was the first change. Once more goes to the last.")
        self._tell()
        return self.tr("Back at the other end.") if taken.wrapped else ""

    def step_quote(self, direction: int) -> str:
        """Go to the next or previous change of a quotation."""
        stops = list(self._walk.stops)
        quotes = {e.id for e in self.shown_edits() if e.kind is Kind.QUOTATION or e.in_quote}
        place = stops.index(self._walk.current) if self._walk.current in stops else None
        if direction > 0:
            ahead = stops[0 if place is None else place + 1 :]
        else:
            ahead = stops[: len(stops) if place is None else place][::-1]
        found = next((edit for edit in ahead if edit in quotes), None)
        if found is None:
            return self.tr("No further change of a quotation this way.")
        self.go_to(found)
        return ""

    def first(self) -> None:
        """Go to the first change."""
        self.go_to(self._walk.stops[0] if self._walk.stops else None)

    def last(self) -> None:
        """Go to the last change."""
        self.go_to(self._walk.stops[-1] if self._walk.stops else None)

    def go_to(self, edit: int | None) -> None:
        """Make an edit current and bring it into view."""
        self._walk.go(edit)
        self._tell()

    def go_to_number(self, number: int, *, paragraph: bool) -> str:
        """Go to a change or (`paragraph`) a paragraph of the newer text by its number."""
        if not paragraph:
            if not 1 <= number <= len(self._walk.stops):
                return self.tr("There is no change with this number.")
            self.go_to(self._walk.stops[number - 1])
            return ""
        for row, content in enumerate(self._rows):
            if any(block.number == number for block in content.blocks(Side.NEW)):
                self.view.scroll_to_row(row)
                return ""
        return self.tr("This paragraph is not there, or it is hidden.")

    def counterpart(self) -> str:
        """Go to the other end of the moved paragraph at the current change or at the top."""
        row = None
        if self._walk.current is not None:
            row = self._row_of.get(self._walk.current)
        if row is None or self._rows[row].twin is None:
            row = next(
                (
                    r
                    for r in range(self.view.row_at_top(), len(self._rows))
                    if self._rows[r].twin is not None and self.view.is_row_visible(r)
                ),
                None,
            )
        twin = None if row is None else self._rows[row].twin
        if twin is None:
            return self.tr("No moved paragraph is in view.")
        self.view.scroll_to_row(twin)
        return ""

    def _tell(self) -> None:
        current = self._walk.current
        self.view.set_current(current, None if current is None else self._row_of.get(current))
        self.current_changed.emit(self._walk.current)


def _short(field: str, text: str | None) -> str:
    words = " ".join((text or "").split())
    if field == "published":
        words = words.replace("T", " ")
    return words if len(words) <= 80 else words[:80] + "…"
