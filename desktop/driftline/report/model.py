"""The report model: everything a report says, as frozen values that every writer reads.

Texts here are for reading: white space is folded and characters that cannot be seen are named.
Nothing in it depends on how it will be written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.records import Kind, LedgerStatus, Role, Severity


class Mark(StrEnum):
    """What happened to a run of text. A point has no text: something is missing there."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text with one mark; `label` numbers the change that ends with it."""

    text: str
    mark: Mark = Mark.SAME
    moved: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph as shown. `number` counts from 1 in its version, 0 where it has none.

    `mark` tells that the whole paragraph stands in one version only; `direction` is ltr or rtl.
    """

    number: int
    role: Role
    runs: tuple[Run, ...]
    direction: str = "ltr"
    mark: Mark = Mark.SAME


@dataclass(frozen=True, slots=True)
class TextRow:
    """Aligned paragraphs. `tag` says where a moved paragraph went or came from, "" if it stayed.

    `label` numbers the move, `target` is the `index` of the row with its other place.
    """

    index: int
    old: tuple[TextParagraph, ...]
    new: tuple[TextParagraph, ...]
    changed: bool = False
    tag: str = ""
    label: str = ""
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Paragraphs without a change that are not shown; words are counted in the new text."""

    paragraphs: int
    words: int


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the register. `label` is its number in the text, stable across options.

    `status` and `note` are what the editor said, `past` what was said before, a line each.

    `old` and `new` are what was changed, with some words before and after. Paragraph numbers are
    those of the two texts, None on the side where the change has no place.
    """

    label: str
    id: int
    kind: Kind
    subkind: Kind | None
    severity: Severity
    in_quote: bool
    old_before: str
    old: str
    old_after: str
    new_before: str
    new: str
    new_after: str
    old_paragraph: int | None
    new_paragraph: int | None
    explanation: str
    status: str = ""
    note: str = ""
    past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteSide:
    """A quotation as one version has it; `runs` mark what the other version words differently."""

    text: str
    speaker: str
    cue: str
    kind: str
    paragraph: int | None
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line of the quote ledger; `said` and `note` are the editor's status and note."""

    status: LedgerStatus
    old: QuoteSide | None
    new: QuoteSide | None
    detail: str
    said: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CutLine:
    """Something cleaning left out, and why; `said` and `note` are the editor's."""

    reason: str
    text: str
    by_hand: bool
    said: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the review's history: what was done when, and to which words.

    `act` tells also what was undone since; `was` and `now` are statuses, the words and statuses
    empty for what was no word of a text. `item` is the number of the thing in the session.
    """

    when: str
    act: str
    kind: str = ""
    old: str = ""
    new: str = ""
    was: str = ""
    now: str = ""
    note: str = ""
    item: int = 0

    @property
    def status(self) -> str:
        """The status that was and the one that is, or the one that stayed."""
        return self.now if self.was == self.now else f"{self.was} → {self.now}"

    @property
    def words(self) -> str:
        """The kind of thing and the words that were and are; "" for no words of a text."""
        if not self.kind:
            return ""
        became = self.old if self.old == self.new else f"{self.old or '–'} → {self.new or '–'}"
        return f"{self.kind}: {became}"


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What identifies one version. Texts are empty where nothing is known."""

    name: str
    title: str
    source: str
    published: str
    byline: str
    path: str
    sha256: str
    format: str
    encoding: str
    language: str
    words: int
    paragraphs: int
    cut_words: int
    notes: tuple[str, ...]
    cuts: tuple[CutLine, ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many changes of one kind there are, by severity. `shown` if marked and listed."""

    kind: Kind
    high: int
    medium: int
    low: int
    shown: bool

    @property
    def total(self) -> int:
        """All of this kind."""
        return self.high + self.medium + self.low


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference beside the wording: its field, and what each version has."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the settings a report was made with."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `rows` are empty when the texts are left out.

    `merged` holds the inline text instead of `rows` when that layout was asked for. `date` is
    ISO 8601 or empty.
    """

    title: str
    verdict: str
    old: VersionFacts
    new: VersionFacts
    kept_words: int
    kept: float
    counts: tuple[KindCount, ...]
    differences: tuple[Difference, ...]
    rows: tuple[TextRow | Gap, ...]
    merged: tuple[TextParagraph | Gap, ...]
    changes: tuple[Change, ...]
    quotes: tuple[QuoteLine, ...]
    settings: tuple[Setting, ...]
    program: str
    history: tuple[HistoryLine, ...] = ()
    date: str = ""
    editor: str = ""
    note: str = ""
