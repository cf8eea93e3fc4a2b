"""What all versions of a story read where two of them are compared. It knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.records import Kind, LedgerStatus, QuotationKind
from driftline.gui.models.entries import one_line
from driftline.review.statuses import Ref, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.quotation.trail import Trail
    from driftline.engine.records import Comparison, Quotation
    from driftline.review.contents import DeskDocument, Witnesses

# What may become of a quotation so that it reads otherwise, or is given to somebody else.
_ALTERED = frozenset(
    {
        LedgerStatus.ALTERED,
        LedgerStatus.TRUNCATED,
        LedgerStatus.EXTENDED,
        LedgerStatus.REATTRIBUTED,
    }
)
# Quotation marks, which versions write in their own ways.
_MARKS = '“”„‟"«»‹›「」『』 '
# Passages as a whole, of which the rows tell enough.
_WHOLE = frozenset({Kind.MOVE, Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE})


def is_altered(status: LedgerStatus, readings: Iterable[Quotation]) -> bool:
    """Whether a quotation reads otherwise, or is given to somebody else.

    Words that no version ever set in marks are none that an editor would call altered.
    """
    marked = any(reading.kind is not QuotationKind.INDIRECT for reading in readings)
    return marked and status in _ALTERED


@dataclass(frozen=True, slots=True)
class TrailLine:
    """What some documents, told by their ids, read in one place; no text: they have nothing."""

    text: str
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoryTrail:
    """The versions of a story, in their order, beside each other."""

    versions: tuple[DeskDocument, ...]
    witnesses: Witnesses

    @property
    def documents(self) -> tuple[int, ...]:
        """The ids of the versions."""
        return tuple(document.id for document in self.versions)

    def lines(
        self, ref: Ref, comparison: Comparison, pair: tuple[int, int]
    ) -> tuple[TrailLine, ...]:
        """What every version reads where a comparison of two has something to review.

        Empty where nothing can be told.
        """
        if ref.subject is Subject.EDIT:
            edit = comparison.edits[ref.index]
            if edit.kind in _WHOLE:
                return ()
            collated = self.witnesses.collated
            old, new = map(collated.index, pair)
            place = (old, edit.a) if edit.a else (new, edit.b)
            return tuple(
                TrailLine(variant.text, tuple(collated[number] for number in variant.witnesses))
                for variant in self.witnesses.variants.at(*place)
            )
        if ref.subject is Subject.QUOTATION:
            old, new = map(self.documents.index, pair)
            entry = comparison.ledger[ref.index]
            at = (old, entry.a) if entry.a is not None else (new, entry.b)
            for trail in self.witnesses.trails:
                if any((stop.version, stop.quotation) == at for stop in trail.stops):
                    return self._of_trail(trail)
        return ()

    def altered(self) -> dict[int, int]:
        """How many quotations each version gives otherwise than the version it has them from."""
        counts = dict.fromkeys(self.documents, 0)
        found = self.witnesses.quotations
        for trail in self.witnesses.trails:
            said = [found[stop.version].quotations[stop.quotation] for stop in trail.stops]
            for number in {s.version for s in trail.stops if is_altered(s.status, said)}:
                counts[self.documents[number]] += 1
        return counts

    def _of_trail(self, trail: Trail) -> tuple[TrailLine, ...]:
        said: list[list[str]] = [[] for _ in self.documents]
        for stop in trail.stops:
            version = self.versions[stop.version].version
            quotation = self.witnesses.quotations[stop.version].quotations[stop.quotation]
            said[stop.version] += [span.of(version.source.text) for span in quotation.spans]
        found: dict[str, list[int]] = {}
        for number, parts in enumerate(said):
            found.setdefault(one_line(" … ".join(parts)).strip(_MARKS), []).append(number)
        documents = self.documents
        lines = [
            TrailLine(text, tuple(documents[number] for number in its))
            for text, its in found.items()
        ]
        return tuple(sorted(lines, key=lambda line: not line.text))
