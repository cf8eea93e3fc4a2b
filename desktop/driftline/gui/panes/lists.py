"""The right-hand lists: changes, quotations and cuts, each a `RecordList` drawn by one delegate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListView, QMenu, QStackedLayout, QWidget

from driftline.engine.records import LedgerStatus, Severity, Span
from driftline.gui import labels
from driftline.gui.compare.row_content import Side
from driftline.gui.models.entries import Entry, Line, RecordList
from driftline.gui.panes.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.records import Comparison, Cut, Edit, Quotation, Version
    from driftline.gui.theme import Theme

_CONTEXT = 24


class ListPane(QWidget):
    """A list with a sentence in its place when it is empty.

    `chosen(record)` when the user clicks or steps onto a record.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        describe: Callable[[Any], Entry],
        lines: int,
        name: str,
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = RecordList(describe, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.delegate = EntryDelegate(theme, lines, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(name)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(lambda index: self.chosen.emit(self.model.record(index.row())))
        self._empty = QLabel(empty, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty.setObjectName("quiet")
        self._empty.setMargin(24)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        self._quiet = False
        self.setFocusProxy(self.view)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records; none is current."""
        self._quiet = True
        self.model.set_records(records)
        self._quiet = False
        self._stack.setCurrentIndex(1 if records else 0)

    def say_when_empty(self, sentence: str) -> None:
        """What stands in the place of an empty list."""
        self._empty.setText(sentence)

    def set_current(self, matches: Callable[[Any], bool] | None) -> None:
        """Make the first matching record current without telling `chosen`."""
        row = None if matches is None else self.model.row_of(matches)
        index = QModelIndex() if row is None else self.model.index(row)
        self._quiet = True
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._quiet = False
        if row is not None:
            self.view.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.model.record(current.row()))

    def _menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        self.fill_menu(menu, self.model.record(index.row()))
        if not menu.isEmpty():
            menu.exec(self.view.viewport().mapToGlobal(point))
        menu.deleteLater()

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        """What can be done with a record; panes add to it."""


# ---------------------------------------------------------------------------- changes


def _clip(text: str) -> str:
    return " ".join(text.split())


def was_and_is(comparison: Comparison, edit: Edit) -> tuple[str, str]:
    """The words before and after with a little context; empty for a side that has none."""
    sides = []
    for version, span in ((comparison.old, edit.a), (comparison.new, edit.b)):
        text = version.kept_text()
        sides.append(_with_context(text, span))
    return sides[0], sides[1]


def _with_context(text: str, span: Span) -> str:
    start = text.rfind(" ", 0, max(0, span.start - 1)) + 1
    end = text.find(" ", min(len(text), span.end + 1))
    end = len(text) if end < 0 else end
    start = max(start, span.start - _CONTEXT)
    end = min(end, span.end + _CONTEXT)
    before = text[start : span.start].rpartition("\n")[2]
    after = text[span.end : end].partition("\n")[0]
    return _clip(before + span.of(text) + after)


class ChangesPane(ListPane):
    """Every change in words: the accessible twin of the view."""

    copy_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, self._describe, 2, self.tr("Changes"), self.tr("No comparison."), parent
        )
        self._texts = ("", "")
        self._paragraphs: dict[int, int] = {}
        self._numbers: dict[int, int] = {}

    def show_changes(
        self, comparison: Comparison, edits: Sequence[Edit], paragraphs: dict[int, int]
    ) -> None:
        """Show these edits, numbered in order; `paragraphs` maps an edit's id to its paragraph."""
        self._texts = (comparison.old.kept_text(), comparison.new.kept_text())
        self._paragraphs = paragraphs
        self._numbers = {edit.id: n for n, edit in enumerate(edits, 1)}
        self.say_when_empty(
            self.tr("Nothing to show: every kind of change is hidden.")
            if comparison.edits
            else self.tr("No wording change. The two texts say the same in the same words.")
        )
        self.show_records(edits)

    def _describe(self, edit: Edit) -> Entry:
        was = _with_context(self._texts[0], edit.a)
        now = _with_context(self._texts[1], edit.b)
        number = self._numbers.get(edit.id, 0)
        paragraph = self._paragraphs.get(edit.id)
        head = f"{number} · {labels.severity_label(edit.severity)}"
        if paragraph:
            head += " · " + self.tr("¶ {number}").format(number=paragraph)
        kind = labels.kind_label(edit.kind)
        old = Line(f"− {was}", "old_ink", struck=not len(edit.b))
        new = Line(f"+ {now}", "new_ink")
        spoken = edit.explanation.replace("*", "") or self.tr("{was} became {now}").format(
            was=was, now=now
        )
        ink = "old_ink" if edit.severity is Severity.HIGH else "quiet"
        return Entry(head, (old, new), f"{number}, {kind}: {spoken}", kind, ink)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        menu.addAction(
            self.tr("Copy change as “was → is”"), lambda: self.copy_requested.emit(record)
        )


# ---------------------------------------------------------------------------- quotations


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quotation as it stands in one text, or with its partner in the other."""

    side: Side
    quotation: Quotation
    text: str
    other: Quotation | None = None
    other_text: str = ""
    status: LedgerStatus | None = None
    detail: str = ""


def _quoted(version: Version, quotation: Quotation) -> str:
    text = version.source.text
    return _clip(" … ".join(span.of(text) for span in quotation.spans))


def quotes_of_version(version: Version, quotations: Sequence[Quotation]) -> list[QuoteLine]:
    """The quotations of one document."""
    return [QuoteLine(Side.NEW, q, _quoted(version, q)) for q in quotations]


def quotes_of_comparison(comparison: Comparison) -> list[QuoteLine]:
    """The quote ledger of two versions."""
    old, new = comparison.old_quotations.quotations, comparison.new_quotations.quotations
    lines = []
    for entry in comparison.ledger:
        a = old[entry.a] if entry.a is not None else None
        b = new[entry.b] if entry.b is not None else None
        a_text = _quoted(comparison.old, a) if a else ""
        b_text = _quoted(comparison.new, b) if b else ""
        if b is not None:
            line = QuoteLine(Side.NEW, b, b_text, a, a_text, entry.status, entry.detail)
        elif a is not None:
            line = QuoteLine(Side.OLD, a, a_text, None, "", entry.status, entry.detail)
        else:
            continue
        lines.append(line)
    return lines


class QuotesPane(ListPane):
    """Who is quoted saying what, and what became of it in the other version."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self._describe,
            2,
            self.tr("Quotations"),
            self.tr("Nobody is quoted here."),
            parent,
        )

    def _describe(self, line: QuoteLine) -> Entry:
        quotation = line.quotation
        who = quotation.reference or quotation.speaker or self.tr("speaker not named")
        head = " · ".join(
            part for part in (who, quotation.cue, labels.quotation_label(quotation.kind)) if part
        )
        badge, ink = "", "quiet"
        if line.status is not None:
            badge = labels.status_label(line.status)
            ink = "quiet" if line.status is LedgerStatus.VERBATIM else "old_ink"
        spoken = f"{who}: {line.text}"
        if badge:
            spoken += f" ({badge}{': ' + line.detail if line.detail else ''})"
        return Entry(head, (Line(line.text),), spoken, badge, ink)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        who = record.quotation.reference or record.quotation.speaker
        text = f"{record.text} — {who}" if who else record.text
        menu.addAction(
            self.tr("Copy quotation with speaker"),
            lambda: QGuiApplication.clipboard().setText(text),
        )


# ---------------------------------------------------------------------------- cuts


@dataclass(frozen=True, slots=True)
class CutLine:
    """A cut of one document."""

    side: Side
    document: int
    cut: Cut
    text: str
    source_text: str


def cuts_of(side: Side, document: int, version: Version) -> list[CutLine]:
    """What was cut from a document."""
    text = version.source.text
    return [
        CutLine(side, document, cut, _clip(cut.span.of(text)), cut.span.of(text))
        for cut in version.cuts
    ]


class CutsPane(ListPane):
    """What was cut and why.

    `restore_requested(document, span)` takes a cut back, `keep_lines_requested(text)` wants lines
    like this never to be cut.
    """

    restore_requested = Signal(int, object)
    keep_lines_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self._describe,
            2,
            self.tr("What was cut"),
            self.tr("Nothing was cut: all of it is the story."),
            parent,
        )
        self.both = False

    def _describe(self, line: CutLine) -> Entry:
        reason = labels.reason_label(line.cut.reason)
        where = ""
        if self.both:
            where = self.tr("older version") if line.side is Side.OLD else self.tr("newer version")
        spoken = ", ".join(part for part in (reason, where, line.text) if part)
        return Entry(where, (Line(line.text, "cut_ink", struck=True),), spoken, reason)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        menu.addAction(
            self.tr("Restore: this belongs to the story"),
            lambda: self.restore_requested.emit(record.document, record.cut.span),
        )
        menu.addAction(
            self.tr("Never cut lines like this"),
            lambda: self.keep_lines_requested.emit(record.source_text),
        )
