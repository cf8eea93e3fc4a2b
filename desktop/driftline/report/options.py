"""What a report shows and how it is set; the defaults live here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from driftline.engine.records import Kind
from driftline.review.preferences import Paper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.review.acts import HistoryEntry
    from driftline.review.preferences import ExportDefaults


#: Above this many words a text, "changes only" should be offered: the whole takes long to set.
OFFER_CHANGES_ONLY_ABOVE = 30_000


class Layout(StrEnum):
    """Two columns of aligned paragraphs, or one text with its deletions and insertions inline."""

    SIDE_BY_SIDE = "side by side"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report is made.

    `font_size` is in points (6 to 24). `changes_only` leaves out paragraphs without a change but
    for `context` paragraphs on either side of one. `kinds` limits marks and register to these
    kinds; empty means all, with typography set aside unless `typography` is on. `spell_out` writes
    "[deleted: ...]" into the text for readers who hear it. `language` is that of headings,
    names and explanations, by its code ("de"). `date` is the date printed on the report; without
    one, none is printed.
    """

    paper: Paper = Paper.A4
    landscape: bool = False
    font_size: float = 9.5
    layout: Layout = Layout.SIDE_BY_SIDE
    changes_only: bool = False
    context: int = 1
    kinds: tuple[Kind, ...] = ()
    typography: bool = False
    black_and_white: bool = False
    spell_out: bool = False
    texts: bool = True
    register: bool = True
    quotes: bool = True
    cuts: bool = False
    language: str = "en"
    date: datetime | None = None

    def shows(self, kind: Kind) -> bool:
        """Whether a change of this kind is marked and listed."""
        if self.kinds:
            return kind in self.kinds
        return kind is not Kind.TYPOGRAPHY or self.typography


def of_today(options: ReportOptions) -> ReportOptions:
    """The options with this moment as the date that is printed: evidence tells when it was made."""
    return replace(options, date=datetime.now().astimezone().replace(microsecond=0))


def preferred(export: ExportDefaults, language: str = "en") -> ReportOptions:
    """The options a report begins with, as the editor prefers them; in `language` unless she chose
    another.
    """
    return ReportOptions(
        paper=export.paper,
        changes_only=export.changes_only,
        language=export.language or language,
    )


@dataclass(frozen=True, slots=True)
class Remark:
    """What the editor said about one thing: a status ("must fix") and a note, either empty.

    `item` is the number of the thing in the history.
    """

    status: str = ""
    note: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True)
class Annotations:
    """The editor's work on a comparison, and when it was last saved.

    `remarks` are those on edits by their ids, `quotes` by the place in the ledger, `old_cuts` and
    `new_cuts` by the place among the cuts of a version. `history` is printed where there is one.
    `note` is about the comparison as a whole; `editor` is a name, printed as given.
    """

    remarks: Mapping[int, Remark] = field(default_factory=dict)
    note: str = ""
    editor: str = ""
    saved: datetime | None = None
    quotes: Mapping[int, Remark] = field(default_factory=dict)
    old_cuts: Mapping[int, Remark] = field(default_factory=dict)
    new_cuts: Mapping[int, Remark] = field(default_factory=dict)
    history: tuple[HistoryEntry, ...] = ()
