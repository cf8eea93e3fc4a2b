"""In what order a reader meets the changes, and where each stands. It knows no widget.

All of it is found once, off the window's thread: filters and folds of a long comparison only choose
from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from driftline.engine.drift.following import led
from driftline.engine.records import Severity
from driftline.gui.compare.row_content import ONE_SIDED, RowKind, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from driftline.engine.records import Edit, Kind
    from driftline.gui.compare.row_content import RowContent


class Tick(NamedTuple):
    """A change in a row that both versions have; `share` is how far down it is (0 to 1)."""

    row: int
    share: float
    grave: bool
    edit: int


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """All changes in order; `rows` and `paragraphs` give the row and paragraph number by id.

    `again` tells which changes a row shows that stand in another: those inside a moved paragraph,
    at its other end. `ticks` tell in which rows each of them shows, `one_sided` the rows of which
    one version has no text, `headings` those whose headings differ, `counts` how many changes of a
    kind and severity there are, those that `led` tells to go along with another left aside.
    """

    edits: list[Edit] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    paragraphs: dict[int, int] = field(default_factory=dict)
    again: dict[int, set[int]] = field(default_factory=dict)
    ticks: list[Tick] = field(default_factory=list)
    one_sided: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    counts: Counter[tuple[Kind, Severity]] = field(default_factory=Counter)
    by_id: dict[int, Edit] = field(default_factory=dict)
    led: dict[int, int] = field(default_factory=dict)

    def of_kind(self) -> Counter[Kind]:
        """How many changes of each kind there are."""
        found: Counter[Kind] = Counter()
        for (kind, _), count in self.counts.items():
            found[kind] += count
        return found

    def shown_ticks(self, shown: Collection[int]) -> list[Tick]:
        """Where the edits with these ids show."""
        return [tick for tick in self.ticks if tick.edit in shown]


def reading_order(rows: Sequence[RowContent], edits: Sequence[Edit]) -> ReadingOrder:
    """The order of the changes along the rows.

    A change stands where its words do, rather than where they are missing.
    """
    places: dict[int, int] = {}
    paragraphs: dict[int, int] = {}
    again: dict[int, set[int]] = {}
    missing: dict[int, tuple[int, int]] = {}
    ticks: list[Tick] = []
    headings = [row for row, content in enumerate(rows) if content.kind is RowKind.HEADING]
    one_sided: list[int] = []
    for row, content in enumerate(rows):
        numbers: dict[int, int] = {}
        alone = content.kind in ONE_SIDED
        if alone:
            one_sided.append(row)
        for side in (Side.NEW, Side.OLD):
            for block in content.blocks(side):
                for mark in block.marks:
                    edit = mark.edit
                    if edit.id not in numbers and not alone:
                        share = mark.start / max(1, len(block.text))
                        ticks.append(Tick(row, share, edit.severity is Severity.HIGH, edit.id))
                    number = numbers.setdefault(edit.id, block.number)
                    if mark.start == mark.end:
                        missing.setdefault(edit.id, (row, number))
                    elif edit.id not in places:
                        places[edit.id] = row
                        paragraphs[edit.id] = number
                    elif alone and places[edit.id] != row:
                        again.setdefault(row, set()).add(edit.id)
    for identity, (row, number) in missing.items():
        places.setdefault(identity, row)
        paragraphs.setdefault(identity, number)
    last = len(rows)
    ordered = sorted(edits, key=lambda e: (places.get(e.id, last), e.b.start, e.a.start))
    goes_along = led(edits)
    counts = Counter((edit.kind, edit.severity) for edit in edits if edit.id not in goes_along)
    by_id = {edit.id: edit for edit in edits}
    return ReadingOrder(
        ordered, places, paragraphs, again, ticks, one_sided, headings, counts, by_id, goes_along
    )
