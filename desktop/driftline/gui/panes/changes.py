"""The list of changes."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from driftline.engine.records import Severity
from driftline.gui.eliding_box import ElidingBox
from driftline.gui.language import labels
from driftline.gui.language.explaining import explained
from driftline.gui.models.change_list import Alike, Order, Section, arranged
from driftline.gui.models.entries import Entry, Line, one_line
from driftline.gui.models.excerpt import excerpt, line_of
from driftline.gui.panes.list_pane import ListPane
from driftline.review.statuses import Ref, Status, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMenu

    from driftline.engine.records import Edit
    from driftline.gui.models.change_list import Likeness
    from driftline.gui.theme import Theme
    from driftline.review.statuses import ReviewState


def was_and_is(texts: tuple[str, str], edit: Edit) -> tuple[str, str]:
    """The words before and after with a little context, in the older and the newer text."""
    return excerpt(texts[0], edit.a).text, excerpt(texts[1], edit.b).text


class ChangesPane(ListPane):
    """Every change in words: the accessible twin of the view.

    Its records are edits, `Alike`s (identical changes as one line; Right, Left or a double click
    opens and closes it) and `Section`s. `chosen(Edit)`.
    `change_menu_opened(menu, edit id)`: others may add what can be done with this change.
    """

    copy_requested = Signal(object)
    change_menu_opened = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, self._describe, 2, self.tr("Changes"), self.tr("No comparison."), parent
        )
        self._texts = ("", "")
        self._paragraphs: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self._likeness: Mapping[int, Likeness] = {}
        self._opened: set[Likeness] = set()
        self._bookmarked: frozenset[int] = frozenset()
        self._edits: Sequence[Edit] = ()
        self._meant: int | None = None
        self.filter = ElidingBox()
        self.filter.setAccessibleName(self.tr("Which changes are listed"))
        self.filter.addItem(self.tr("All changes"), None)
        for status in Status:
            text = f"{labels.STATUS_SIGNS[status]}  {labels.review_label(status)}"
            self.filter.addItem(text, status)
        self.filter.activated.connect(self._sift)
        self.order = ElidingBox()
        self.order.setAccessibleName(self.tr("How the list is sorted"))
        self.order.addItem(self.tr("As in the text"), Order.TEXT)
        self.order.addItem(self.tr("By kind"), Order.KIND)
        self.order.addItem(self.tr("By severity"), Order.SEVERITY)
        self.order.activated.connect(self._sift)
        self.together = QCheckBox(self.tr("Identical changes as one"))
        self.together.setChecked(True)
        self.together.toggled.connect(self._sift)
        for box in (self.filter, self.order):
            box.setMinimumContentsLength(8)
        self._tools = QWidget()
        tools = QGridLayout(self._tools)
        tools.setContentsMargins(8, 6, 8, 6)
        tools.addWidget(self.filter, 0, 0)
        tools.addWidget(self.order, 0, 1)
        tools.addWidget(self.together, 1, 0, 1, 2)
        self.put_above(self._tools, self.filter, self.order, self.together)
        self._tools.hide()
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda index: self._toggle(index.row()))

    def show_changes(
        self,
        texts: tuple[str, str],
        edits: Sequence[Edit],
        paragraphs: dict[int, int],
        likeness: Mapping[int, Likeness],
        *,
        changed: bool,
    ) -> None:
        """Show these edits of two texts, numbered in order.

        `paragraphs` and `likeness` tell by an edit's id its paragraph and what makes it the same as
        another; `changed` tells whether the wording changed at all, shown or not.
        """
        self._texts = texts
        self._paragraphs = paragraphs
        self._numbers = {edit.id: n for n, edit in enumerate(edits, 1)}
        self._likeness = likeness
        self.say_when_empty(
            self.tr("Nothing to show: every kind of change is hidden.")
            if changed
            else self.tr("No wording change. The two texts say the same in the same words.")
        )
        self._edits = edits
        self._tools.setVisible(bool(edits))
        self.together.setVisible(len({likeness[edit.id] for edit in edits}) < len(edits))
        self._sift()

    def forget(self, sentence: str) -> None:
        """Show no change; the sentence tells why."""
        self._edits = ()
        self._tools.hide()
        super().forget(sentence)

    def show_review(self, state: ReviewState | None) -> None:
        """Show what was said about the changes; the list keeps to its filter."""
        super().show_review(state)
        if self.filter.currentData() is not None:
            self._sift()

    def show_current(self, edit: int | None) -> None:
        """Make a change current, or the line it is one of, without telling `chosen`.

        Who reads the texts means this one change: of several that say the same, the panel shows it
        alone, until she comes to the list.
        """
        self._meant = None if self.view.hasFocus() else edit
        if not self._stands_on(edit):
            listed = edit is not None and self.model.row_of(lambda r: _is(r, edit)) is not None
            if edit is None or listed:
                self.set_current(None if edit is None else lambda r: _is(r, edit))
            else:
                self.set_current(lambda r: isinstance(r, Alike) and _holds(r, edit))
        self._show_item()

    def _stands_on(self, edit: int | None) -> bool:
        index = self.view.currentIndex()
        if edit is None or not index.isValid():
            return False
        here = self.model.record(index.row())
        return isinstance(here, Alike) and _holds(here, edit)

    def current_refs(self) -> tuple[Ref, ...]:
        """The current change as the review calls it; several where she means all of a line."""
        if self._meant is not None and self._stands_on(self._meant):
            return (Ref(Subject.EDIT, self._meant),)
        return super().current_refs()

    def said_current(self) -> str:
        """The current change in a sentence."""
        if self._meant is not None and self._stands_on(self._meant):
            edit = next(e for e in self._edits if e.id == self._meant)
            return self._describe_edit(edit).spoken
        return super().said_current()

    @property
    def count(self) -> int:
        """How many changes there are, listed or not."""
        return len(self._edits)

    def refs_of(self, record: Edit | Alike | Section) -> tuple[Ref, ...]:
        """Edits as the review calls them."""
        if isinstance(record, Section):
            return ()
        return tuple(Ref(Subject.EDIT, edit.id) for edit in _edits_of(record))

    def target_of(self, record: Edit | Alike | Section) -> Edit | None:
        """The change a record leads to."""
        return None if isinstance(record, Section) else _edits_of(record)[0]

    # ------------------------------------------------------------------ sorting and grouping

    def _sift(self) -> None:
        chosen = self.filter.currentData()
        # Qt hands a status back as the text it is made of.
        wanted = None if chosen is None else Status(chosen)
        state = self._state
        edits = self._edits
        if wanted is not None and state is not None:
            edits = [e for e in edits if state.edit(e.id).status is wanted]
            if not edits and self._edits:
                self.say_when_empty(self.tr("No change has this status."))
        together = self.together.isChecked()
        index = self.view.currentIndex()
        current = self.model.record(index.row()) if index.isValid() else None
        self.show_records(
            arranged(
                edits,
                Order(self.order.currentData()),
                (lambda e: self._likeness[e.id]) if together else None,
                self._opened,
            )
        )
        if isinstance(current, Alike):
            self.set_current(lambda r: isinstance(r, Alike) and r.likeness == current.likeness)
        target = None if current is None else self.target_of(current)
        if target is not None and not self.view.currentIndex().isValid():
            self.show_current(target.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() is QEvent.Type.FocusIn:
            self._meant = None
            self._show_item()
        elif watched is self.view and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            row = self.view.currentIndex().row()
            mirrored = self.isRightToLeft()
            on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
            if mirrored:
                on, back = back, on
            if row >= 0 and not event.modifiers() and event.key() in (on, back):
                self._open_or_close(row, event.key() == on)
                return True
        return super().eventFilter(watched, event)

    def _open_or_close(self, row: int, wanted: bool) -> None:
        record = self.model.record(row)
        if isinstance(record, Alike):
            if record.open != wanted:
                self._toggle(row)
        elif not wanted and not isinstance(record, Section):
            # From one of several to the line they stand below.
            likeness = self._likeness[record.id]
            self.choose(lambda r: isinstance(r, Alike) and r.likeness == likeness)

    def _toggle(self, row: int) -> None:
        record = self.model.record(row)
        if isinstance(record, Alike):
            self._opened ^= {record.likeness}
            self._sift()

    # ------------------------------------------------------------------ describing

    def show_bookmarked(self, changes: frozenset[int]) -> None:
        """Say at which changes bookmarks stand."""
        if changes != self._bookmarked:
            self._bookmarked = changes
            self.model.refresh()

    def _bookmark_part(self, edits: Sequence[Edit]) -> str:
        here = self._bookmarked and any(edit.id in self._bookmarked for edit in edits)
        return self.tr("bookmark") if here else ""

    def _describe(self, record: Edit | Alike | Section) -> Entry:
        if isinstance(record, Section):
            return self._describe_section(record)
        if isinstance(record, Alike):
            return self._describe_alike(record)
        return self._describe_edit(record)

    def _describe_section(self, section: Section) -> Entry:
        name = (
            self.tr("severity: {severity}").format(severity=labels.severity_label(section.by))
            if isinstance(section.by, Severity)
            else labels.kind_label(section.by)
        )
        number = self.tr("%n change(s)", "", section.count)
        return Entry("", (Line(name, bold=True), Line(number, "quiet")), f"{name}, {number}")

    def _describe_alike(self, alike: Alike) -> Entry:
        first, count = alike.edits[0], len(alike.edits)
        was, now = one_line(first.a.of(self._texts[0])), one_line(first.b.of(self._texts[1]))
        kind = labels.kind_label(first.kind)
        sign = "▾" if alike.open else "▸"
        head = f"{sign} {labels.severity_label(first.severity)}"
        parts = (self._common_status(alike), self._bookmark_part(alike.edits))
        status = " · ".join(filter(None, parts))
        if status:
            head += " · " + status
        spoken = self.tr("{count} times {kind}: “{was}” became “{now}”").format(
            count=count, kind=kind, was=was, now=now
        )
        if status:
            spoken += f" ({status})"
        spoken += ", " + (self.tr("each listed below") if alike.open else self.tr("closed"))
        old = Line(was or "–", "old_ink", bool(was) and not now, False, "−")
        new = Line(now or "–", "new_ink", False, False, "+")
        return Entry(head, (old, new), spoken, f"{kind} ×{count}", self._badge_ink(first))

    def _describe_edit(self, edit: Edit) -> Entry:
        was = excerpt(self._texts[0], edit.a)
        now = excerpt(self._texts[1], edit.b)
        number = self._numbers.get(edit.id, 0)
        paragraph = self._paragraphs.get(edit.id)
        head = f"{number} · {labels.severity_label(edit.severity)}"
        if paragraph:
            head += " · " + self.tr("¶ {number}").format(number=paragraph)
        status = " · ".join(filter(None, (self.status_part(edit), self._bookmark_part((edit,)))))
        if status:
            head += " · " + status
        kind = labels.kind_label(edit.kind)
        old = line_of(was, "old_ink", "−", struck=not len(edit.b))
        new = line_of(now, "new_ink", "+")
        spoken = explained(edit) or self.tr("“{was}” became “{now}”").format(
            was=was.text, now=now.text
        )
        spoken = f"{number}, {kind}: {spoken}"
        aloud = (self.status_part(edit, aloud=True), self._bookmark_part((edit,)))
        if any(aloud):
            spoken += f" ({', '.join(filter(None, aloud))})"
        indent = int(self._likeness[edit.id] in self._opened and self.together.isChecked())
        return Entry(head, (old, new), spoken, kind, self._badge_ink(edit), indent)

    def _badge_ink(self, edit: Edit) -> str:
        return "old_ink" if edit.severity is Severity.HIGH else "quiet"

    def _common_status(self, alike: Alike) -> str:
        """What was said of all of them; of how many, when not of all."""
        if self._state is None:
            return ""
        # Of thousands of changes that say the same few may have been touched.
        touched = self._state.items
        refs = (Ref(Subject.EDIT, edit.id) for edit in alike.edits) if touched else ()
        counts = Counter(touched[ref].status for ref in refs if ref in touched)
        counts[Status.OPEN] += len(alike.edits) - counts.total()
        counts = +counts
        if set(counts) == {Status.OPEN}:
            return ""
        return " ".join(
            f"{labels.STATUS_SIGNS[status]} "
            + (labels.review_label(status) if len(counts) == 1 else str(counts[status]))
            for status in Status
            if status in counts
        )

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        if isinstance(record, Section):
            return
        if isinstance(record, Alike):
            row = self.model.row_of(lambda r: r is record)
            text = self.tr("List them as one") if record.open else self.tr("List each of them")
            if row is not None:
                menu.addAction(text, partial(self._toggle, row))
        first = _edits_of(record)[0]
        kind = labels.kind_label(first.kind)
        same = tuple(Ref(Subject.EDIT, e.id) for e in self._edits if e.kind is first.kind)
        likeness = self._likeness[first.id]
        alike = tuple(
            Ref(Subject.EDIT, e.id) for e in self._edits if self._likeness[e.id] == likeness
        )
        for refs, text in (
            (same, self.tr("All “{kind}” ({count}): fine")),
            (alike, self.tr("This change wherever it stands ({count}): fine")),
        ):
            if len(refs) > 1:
                menu.addAction(
                    text.format(kind=kind, count=len(refs)),
                    partial(self.status_requested.emit, self._state, refs, Status.FINE),
                )
        self.change_menu_opened.emit(menu, first.id)
        menu.addSeparator()
        menu.addAction(
            self.tr("Copy change as “was → is”"), lambda: self.copy_requested.emit(first)
        )


def _edits_of(record: Edit | Alike) -> tuple[Edit, ...]:
    return record.edits if isinstance(record, Alike) else (record,)


def _is(record: Edit | Alike | Section, edit: int) -> bool:
    return not isinstance(record, Alike | Section) and record.id == edit


def _holds(alike: Alike, edit: int) -> bool:
    return any(e.id == edit for e in alike.edits)
