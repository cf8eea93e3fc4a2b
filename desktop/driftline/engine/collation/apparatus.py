"""What a collation gives: columns of readings, each with its witnesses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.records import Edit, Kind, Span, Version


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have in one place.

    `witnesses` are (number of the witness, span in its text). `kind` says how the reading differs
    from the base text's: None is the base text's own. A moved reading stands elsewhere in its
    witnesses than in the order of the columns.
    """

    text: str
    kind: Kind | None
    moved: bool
    witnesses: tuple[tuple[int, Span], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One place of the text: its readings, the base text's first, and who has nothing there."""

    readings: tuple[Reading, ...]
    absent: tuple[int, ...]

    @property
    def varies(self) -> bool:
        """Whether the witnesses differ here."""
        return len(self.readings) > 1 or bool(self.absent)


@dataclass(frozen=True, slots=True)
class Variant:
    """What some witnesses read where another reads certain words; no text: they have nothing."""

    text: str
    witnesses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """Witnesses and the columns their texts make, in the order of the base text.

    The readings of a witness, taken by offset, hold every token of its kept text exactly once.
    `edits` name, for each witness, the changes that made it of the base text; none for the base.
    """

    witnesses: tuple[Version, ...]
    base: int
    columns: tuple[Column, ...]
    edits: tuple[tuple[Edit, ...], ...]


class Variants:
    """Finds in a collation what every witness reads where one of them has certain words."""

    __slots__ = ("_columns", "_places")

    def __init__(self, collation: Collation) -> None:
        self._columns = collation.columns
        # For each witness: its spans in rising order, and the number of the column each stands in.
        self._places: list[list[tuple[Span, int]]] = [[] for _ in collation.witnesses]
        for number, column in enumerate(collation.columns):
            for reading in column.readings:
                for witness, span in reading.witnesses:
                    self._places[witness].append((span, number))
        for places in self._places:
            places.sort()

    def at(self, witness: int, span: Span) -> tuple[Variant, ...]:
        """The readings where a witness has a span of its text (code points), its own first.

        Empty where the span holds no word of the witness.
        """
        places = self._places[witness]
        first = bisect_right(places, span.start, key=lambda place: place[0].end)
        columns: list[int] = []
        for place, number in islice(places, first, None):
            if place.start >= span.end:
                break
            columns.append(number)
        if not columns:
            return ()
        words: list[list[tuple[Span, str]]] = [[] for _ in self._places]
        for column in self._columns[min(columns) : max(columns) + 1]:
            for reading in column.readings:
                for its, place in reading.witnesses:
                    words[its].append((place, reading.text))
        found: dict[str, list[int]] = {}
        for its in sorted(range(len(words)), key=lambda w: (w != witness, w)):
            found.setdefault(_joined(sorted(words[its])), []).append(its)
        return tuple(Variant(text, tuple(its)) for text, its in found.items())


def _joined(pieces: list[tuple[Span, str]]) -> str:
    """Readings of one witness as they stand: with a blank where something is between them."""
    text, end = "", 0
    for place, words in pieces:
        text += words if place.start == end or not text else f" {words}"
        end = place.end
    return text
