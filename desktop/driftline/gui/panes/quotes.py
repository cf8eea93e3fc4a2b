"""The list of quotations: who is quoted saying what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from driftline.engine.records import LedgerStatus
from driftline.gui.compare.text_search import pattern
from driftline.gui.language import labels
from driftline.gui.language.explaining import told
from driftline.gui.models.entries import Entry, Line
from driftline.gui.models.excerpt import excerpts, line_of
from driftline.gui.panes.list_pane import ListPane
from driftline.review.statuses import Ref, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from driftline.gui.models.quote_list import QuoteLine
    from driftline.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class SpeakerHead:
    """The head of a speaker's quotations."""

    person: str
    count: int


_BOTH_TEXTS = (LedgerStatus.ALTERED, LedgerStatus.TRUNCATED, LedgerStatus.EXTENDED)


class QuotesPane(ListPane):
    """Who is quoted saying what, and what became of it in the other version.

    `speaker_requested(document, quotation span, name)`: the editor knows better who is quoted.
    """

    speaker_requested = Signal(int, object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self._describe,
            2,
            self.tr("Quotations"),
            self.tr("Nobody is quoted here."),
            parent,
        )
        self.review.name_note(self.tr("A note on this quotation"))
        self._lines: Sequence[QuoteLine] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find words or a speaker"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        # What is dropped here is for the window.
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(self._sift)
        self.by_speaker = QCheckBox(self.tr("By speaker"))
        self.by_speaker.toggled.connect(self._sift)
        self.changed_only = QCheckBox(self.tr("Changed only"))
        self.changed_only.toggled.connect(self._sift)
        boxes = QHBoxLayout()
        boxes.addWidget(self.by_speaker)
        boxes.addWidget(self.changed_only)
        boxes.addStretch(1)
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(8, 8, 8, 6)
        tools.addWidget(self.search)
        tools.addLayout(boxes)
        self.put_above(self._tools, self.search, self.by_speaker, self.changed_only)
        self._tools.hide()

    def show_quotes(self, lines: Sequence[QuoteLine]) -> None:
        """Show these quotations, as far as the filter lets them through."""
        self._lines = lines
        self._tools.setVisible(bool(lines))
        self.changed_only.setVisible(any(line.status is not None for line in lines))
        self._sift()

    def forget(self, sentence: str) -> None:
        """Show no quotation; the sentence tells why."""
        self._lines = ()
        self._tools.hide()
        super().forget(sentence)

    @property
    def count(self) -> int:
        """How many quotations there are, shown or not."""
        return len(self._lines)

    def _sift(self) -> None:
        lines = list(self._lines)
        if self.changed_only.isChecked() and self.changed_only.isVisibleTo(self):
            lines = [line for line in lines if line.status is not LedgerStatus.VERBATIM]
        words = self.search.text().strip()
        if words:
            wanted = pattern(words)
            lines = [
                line
                for line in lines
                if any(wanted.search(t) for t in (line.text, line.other_text, line.person))
            ]
        self.say_when_empty(
            self.tr("No quotation passes the filter.")
            if self._lines
            else self.tr("Nobody is quoted here.")
        )
        self.show_records(_grouped(lines) if self.by_speaker.isChecked() else lines)

    def refs_of(self, record: QuoteLine | SpeakerHead) -> tuple[Ref, ...]:
        """A line of the ledger as the review calls it."""
        if isinstance(record, SpeakerHead) or record.index < 0:
            return ()
        return (Ref(Subject.QUOTATION, record.index),)

    def target_of(self, record: QuoteLine | SpeakerHead) -> QuoteLine | None:
        """The quotation a record leads to."""
        return None if isinstance(record, SpeakerHead) else record

    def _describe(self, line: QuoteLine | SpeakerHead) -> Entry:
        if isinstance(line, SpeakerHead):
            who = line.person or self.tr("speaker not named")
            number = self.tr("%n quotation(s)", "", line.count)
            return Entry("", (Line(who, bold=True),), f"{who}, {number}", number)
        quotation = line.quotation
        who = line.person or self.tr("speaker not named")
        head = " · ".join(
            part
            for part in (
                who,
                quotation.cue,
                labels.quotation_label(quotation.kind),
                self.status_part(line),
            )
            if part
        )
        badge, ink = "", "quiet"
        if line.status is not None:
            badge = labels.status_label(line.status)
            ink = "quiet" if line.status is LedgerStatus.VERBATIM else "old_ink"
        if line.doubt and line.status in (None, LedgerStatus.VERBATIM):
            badge, ink = self.tr("differs within the text"), "old_ink"
        spoken = f"{who}: {line.text}"
        if line.doubt:
            spoken += " " + self.tr("Given twice in this text, in different words: {how}").format(
                how=told(line.doubt)
            )
        elif badge:
            spoken += f" ({badge}{': ' + told(line.detail) if line.detail else ''})"
        lines: tuple[Line, ...]
        if line.status in _BOTH_TEXTS and line.other_text:
            was, now = excerpts(line.other_text, line.text)
            dropped = now.start == now.end
            lines = (line_of(was, "old_ink", "−", struck=dropped), line_of(now, "new_ink", "+"))
        else:
            lines = (Line(line.text, struck=line.status is LedgerStatus.DROPPED),)
        return Entry(head, lines, spoken, badge, ink)

    def fill_menu(self, menu: QMenu, record: Any) -> None:
        if isinstance(record, SpeakerHead):
            return
        text = f"{record.text} — {record.person}" if record.person else record.text
        menu.addAction(
            self.tr("Copy quotation with speaker"),
            lambda: QGuiApplication.clipboard().setText(text),
        )
        menu.addAction(self.tr("Correct the speaker…"), lambda: self._ask_speaker(record))

    def _ask_speaker(self, line: QuoteLine) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Correct the speaker"))
        dialog.setLabelText(self.tr("Who says this?"))
        dialog.setTextValue(line.person)
        dialog.textValueSelected.connect(
            lambda name: self.speaker_requested.emit(
                line.document, line.quotation.span, name.strip()
            )
        )
        dialog.open()


def _grouped(lines: Sequence[QuoteLine]) -> list[QuoteLine | SpeakerHead]:
    """The same lines under the heads of their speakers, speakers in order of appearance."""
    by_person: dict[str, list[QuoteLine]] = {}
    for line in lines:
        by_person.setdefault(line.person, []).append(line)
    grouped: list[QuoteLine | SpeakerHead] = []
    for person, said in by_person.items():
        grouped += [SpeakerHead(person, len(said)), *said]
    return grouped
