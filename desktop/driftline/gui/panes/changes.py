"""The list of changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from driftline.engine.records import Severity
from driftline.gui import labels
from driftline.gui.models.entries import Entry, Line
from driftline.gui.panes.list_pane import ListPane, one_line
from driftline.review.statuses import Ref, Status, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from driftline.engine.records import Edit, Span
    from driftline.gui.theme import Theme
    from driftline.review.statuses import ReviewState

#: Characters of context before a change; twice as many after it.
_CONTEXT = 16


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a text with what stands around them; `start` and `end` are code points."""

    text: str
    start: int
    end: int


def excerpt(text: str, span: Span) -> Excerpt:
    """The words of a span with a few words of its paragraph around them, on one line."""
    before = text[max(0, span.start - 4 * _CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + 4 * _CONTEXT].partition("\n")[0]
    words = one_line(span.of(text))
    lead = one_line(before)[-_CONTEXT:]
    if len(one_line(before)) > _CONTEXT:
        lead = "…" + lead.partition(" ")[2]
    tail = one_line(after)[: 2 * _CONTEXT]
    if lead and (before[-1:].isspace() or span.of(text)[:1].isspace()):
        lead += " "
    if tail and words and (after[:1].isspace() or span.of(text)[-1:].isspace()):
        tail = " " + tail
    return Excerpt(lead + words + tail, len(lead), len(lead) + len(words))


def was_and_is(texts: tuple[str, str], edit: Edit) -> tuple[str, str]:
    """The words before and after with a little context, in the older and the newer text."""
    return excerpt(texts[0], edit.a).text, excerpt(texts[1], edit.b).text


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
        self._edits: Sequence[Edit] = ()
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Which changes are listed"))
        self.filter.addItem(self.tr("All changes"), None)
        for status in Status:
            text = f"{labels.STATUS_SIGNS[status]}  {labels.review_label(status)}"
            self.filter.addItem(text, status)
        self.filter.activated.connect(self._sift)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(8, 6, 8, 6)
        tools.addWidget(self.filter, 1)
        self.column.insertWidget(0, self._tools)
        self._tools.hide()

    def show_changes(
        self,
        texts: tuple[str, str],
        edits: Sequence[Edit],
        paragraphs: dict[int, int],
        *,
        changed: bool,
    ) -> None:
        """Show these edits of two texts, numbered in order.

        `paragraphs` maps an edit's id to its paragraph; `changed` tells whether the wording changed
        at all, shown or not.
        """
        self._texts = texts
        self._paragraphs = paragraphs
        self._numbers = {edit.id: n for n, edit in enumerate(edits, 1)}
        self.say_when_empty(
            self.tr("Nothing to show: every kind of change is hidden.")
            if changed
            else self.tr("No wording change. The two texts say the same in the same words.")
        )
        self._edits = edits
        self._tools.setVisible(bool(edits))
        self._sift()

    def show_review(self, state: ReviewState | None) -> None:
        """Show what was said about the changes; the list keeps to its filter."""
        super().show_review(state)
        if self.filter.currentData() is not None:
            self._sift()

    @property
    def count(self) -> int:
        """How many changes there are, listed or not."""
        return len(self._edits)

    def ref_of(self, record: Edit) -> Ref:
        """An edit as the review calls it."""
        return Ref(Subject.EDIT, record.id)

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
        index = self.view.currentIndex()
        current = self.model.record(index.row()).id if index.isValid() else None
        self.show_records(edits)
        if current is not None:
            self.set_current(lambda e: e.id == current)

    def _describe(self, edit: Edit) -> Entry:
        was = excerpt(self._texts[0], edit.a)
        now = excerpt(self._texts[1], edit.b)
        number = self._numbers.get(edit.id, 0)
        paragraph = self._paragraphs.get(edit.id)
        head = f"{number} · {labels.severity_label(edit.severity)}"
        if paragraph:
            head += " · " + self.tr("¶ {number}").format(number=paragraph)
        status = self.status_part(edit)
        if status:
            head += " · " + status
        kind = labels.kind_label(edit.kind)
        old = Line(was.text, "old_ink", not len(edit.b), False, "−", (was.start, was.end))
        new = Line(now.text, "new_ink", False, False, "+", (now.start, now.end))
        spoken = edit.explained() or self.tr("{was} became {now}").format(
            was=was.text, now=now.text
        )
        ink = "old_ink" if edit.severity is Severity.HIGH else "quiet"
        spoken = f"{number}, {kind}: {spoken}"
        if status:
            spoken += f" ({status})"
        return Entry(head, (old, new), spoken, kind, ink)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        kind = labels.kind_label(record.kind)
        same = tuple(self.ref_of(e) for e in self._edits if e.kind is record.kind)
        alike = tuple(self.ref_of(e) for e in self._edits if self._words(e) == self._words(record))
        for refs, text in (
            (same, self.tr("All “{kind}” ({count}): fine")),
            (alike, self.tr("This change wherever it stands ({count}): fine")),
        ):
            if len(refs) > 1:
                menu.addAction(
                    text.format(kind=kind, count=len(refs)),
                    partial(self.status_requested.emit, refs, Status.FINE),
                )
        menu.addSeparator()
        menu.addAction(
            self.tr("Copy change as “was → is”"), lambda: self.copy_requested.emit(record)
        )

    def _words(self, edit: Edit) -> tuple[str, str]:
        return (
            one_line(edit.a.of(self._texts[0])).casefold(),
            one_line(edit.b.of(self._texts[1])).casefold(),
        )
