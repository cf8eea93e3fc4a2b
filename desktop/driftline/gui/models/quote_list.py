"""The records of the list of quotations. It knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.gui.compare.row_content import Side
from driftline.gui.models.entries import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.engine.records import (
        Comparison,
        LedgerStatus,
        Quotation,
        Quotations,
        Version,
    )


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quotation as it stands in one text, or with its partner in the other.

    `document` is the id of the document it stands in, `doubt` says how it differs from another
    place of the same text that gives the same words.
    """

    side: Side
    document: int
    quotation: Quotation
    text: str
    other: Quotation | None = None
    other_text: str = ""
    status: LedgerStatus | None = None
    detail: str = ""
    index: int = -1
    doubt: str = ""

    @property
    def person(self) -> str:
        """Who is quoted: the fullest name known, else the words used; empty when unknown."""
        return self.quotation.reference or self.quotation.speaker


def _quoted(version: Version, quotation: Quotation) -> str:
    text = version.source.text
    return one_line(" … ".join(span.of(text) for span in quotation.spans))


def quotes_of_version(
    document: int, version: Version, found: Quotations, doubts: Mapping[int, str]
) -> list[QuoteLine]:
    """The quotations of one document; `doubts` names those it gives twice in different words."""
    return [
        QuoteLine(Side.NEW, document, q, _quoted(version, q), doubt=doubts.get(number, ""))
        for number, q in enumerate(found.quotations)
    ]


def quotes_of_comparison(
    pair: tuple[int, int],
    comparison: Comparison,
    old_doubts: Mapping[int, str],
    new_doubts: Mapping[int, str],
) -> list[QuoteLine]:
    """The quote ledger of two versions; `pair` are the ids of the older and the newer document."""
    old, new = comparison.old_quotations.quotations, comparison.new_quotations.quotations
    lines = []
    for index, entry in enumerate(comparison.ledger):
        a = old[entry.a] if entry.a is not None else None
        b = new[entry.b] if entry.b is not None else None
        a_text = _quoted(comparison.old, a) if a else ""
        b_text = _quoted(comparison.new, b) if b else ""
        if b is not None:
            line = QuoteLine(
                Side.NEW,
                pair[1],
                b,
                b_text,
                a,
                a_text,
                entry.status,
                entry.detail,
                index,
                new_doubts.get(entry.b or 0, ""),
            )
        elif a is not None:
            line = QuoteLine(
                Side.OLD,
                pair[0],
                a,
                a_text,
                None,
                "",
                entry.status,
                entry.detail,
                index,
                old_doubts.get(entry.a or 0, ""),
            )
        else:
            continue
        lines.append(line)
    return lines
