"""The list of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from driftline.engine.records import Severity, Span
from driftline.gui import labels
from driftline.gui.models.entries import Entry, Line
from driftline.gui.panes.list_pane import ListPane, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from driftline.engine.records import Comparison, Edit
    from driftline.gui.theme import Theme

_CONTEXT = 24


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
    return one_line(before + span.of(text) + after)


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
