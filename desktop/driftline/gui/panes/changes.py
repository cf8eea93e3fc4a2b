"""The list of changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from driftline.engine.records import Severity
from driftline.gui import labels
from driftline.gui.models.entries import Entry, Line
from driftline.gui.panes.list_pane import ListPane, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from driftline.engine.records import Comparison, Edit, Span
    from driftline.gui.theme import Theme

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


def was_and_is(comparison: Comparison, edit: Edit) -> tuple[str, str]:
    """The words before and after with a little context."""
    return (
        excerpt(comparison.old.kept_text(), edit.a).text,
        excerpt(comparison.new.kept_text(), edit.b).text,
    )


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
        was = excerpt(self._texts[0], edit.a)
        now = excerpt(self._texts[1], edit.b)
        number = self._numbers.get(edit.id, 0)
        paragraph = self._paragraphs.get(edit.id)
        head = f"{number} · {labels.severity_label(edit.severity)}"
        if paragraph:
            head += " · " + self.tr("¶ {number}").format(number=paragraph)
        kind = labels.kind_label(edit.kind)
        old = Line(was.text, "old_ink", not len(edit.b), False, "−", (was.start, was.end))
        new = Line(now.text, "new_ink", False, False, "+", (now.start, now.end))
        spoken = edit.explanation.replace("*", "") or self.tr("{was} became {now}").format(
            was=was.text, now=now.text
        )
        ink = "old_ink" if edit.severity is Severity.HIGH else "quiet"
        return Entry(head, (old, new), f"{number}, {kind}: {spoken}", kind, ink)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        menu.addAction(
            self.tr("Copy change as “was → is”"), lambda: self.copy_requested.emit(record)
        )
