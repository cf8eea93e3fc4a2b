"""The list of what was cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from driftline.gui.compare.row_content import Side
from driftline.gui.language import labels
from driftline.gui.models.entries import Entry, Line, one_line
from driftline.gui.panes.list_pane import ListPane
from driftline.review.statuses import Ref, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from driftline.engine.records import Cut, Version
    from driftline.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class CutLine:
    """A cut of one document."""

    side: Side
    document: int
    cut: Cut
    text: str
    source_text: str
    index: int


def cuts_of(side: Side, document: int, version: Version) -> list[CutLine]:
    """What was cut from a document."""
    text = version.source.text
    return [
        CutLine(side, document, cut, one_line(cut.span.of(text)), cut.span.of(text), index)
        for index, cut in enumerate(version.cuts)
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

    def refs_of(self, record: CutLine) -> tuple[Ref, ...]:
        """A cut of a comparison as the review calls it."""
        if not self.both:
            return ()
        old = record.side is Side.OLD
        return (Ref(Subject.OLD_CUT if old else Subject.NEW_CUT, record.index),)

    def _describe(self, line: CutLine) -> Entry:
        reason = labels.reason_label(line.cut.reason)
        where = ""
        if self.both:
            where = self.tr("older version") if line.side is Side.OLD else self.tr("newer version")
        spoken = ", ".join(part for part in (reason, where, line.text) if part)
        status = self.status_part(line)
        head = " · ".join(part for part in (reason, status) if part)
        return Entry(head, (Line(line.text, "cut_ink", struck=True),), spoken, where)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        menu.addAction(
            self.tr("Restore: this belongs to the story"),
            lambda: self.restore_requested.emit(record.document, record.cut.span),
        )
        menu.addAction(
            self.tr("Never cut lines like this"),
            lambda: self.keep_lines_requested.emit(record.source_text),
        )
