"""In what order a reader meets the changes, and where each stands. It knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from driftline.gui.compare.row_content import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.records import Edit
    from driftline.gui.compare.row_content import RowContent


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """All changes in order; `rows` and `paragraphs` give the row and paragraph number by id."""

    edits: list[Edit] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    paragraphs: dict[int, int] = field(default_factory=dict)


def reading_order(rows: Sequence[RowContent], edits: Sequence[Edit]) -> ReadingOrder:
    """The order of the changes along the rows.

    A change stands where its words do, rather than where they are missing.
    """
    places: dict[int, int] = {}
    paragraphs: dict[int, int] = {}
    missing: dict[int, tuple[int, int]] = {}
    for row, content in enumerate(rows):
        numbers: dict[int, int] = {}
        for side in (Side.NEW, Side.OLD):
            for block in content.blocks(side):
                for mark in block.marks:
                    number = numbers.setdefault(mark.edit.id, block.number)
                    if mark.start == mark.end:
                        missing.setdefault(mark.edit.id, (row, number))
                    elif mark.edit.id not in places:
                        places[mark.edit.id] = row
                        paragraphs[mark.edit.id] = number
    for edit, (row, number) in missing.items():
        places.setdefault(edit, row)
        paragraphs.setdefault(edit, number)
    last = len(rows)
    ordered = sorted(edits, key=lambda e: (places.get(e.id, last), e.b.start, e.a.start))
    return ReadingOrder(ordered, places, paragraphs)
