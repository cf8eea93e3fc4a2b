"""What a collation gives: columns of readings, each with its witnesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.records import Kind, Span, Version


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
    """

    witnesses: tuple[Version, ...]
    base: int
    columns: tuple[Column, ...]

    def variants(self, witness: int, span: Span) -> tuple[Variant, ...]:
        """What every witness reads where one has a span of its text; its own reading first.

        Empty where the span holds no word of the witness.
        """
        at = [
            number
            for number, column in enumerate(self.columns)
            for reading in column.readings
            for its, place in reading.witnesses
            if its == witness and place.start < span.end and span.start < place.end
        ]
        if not at:
            return ()
        words: dict[int, list[tuple[Span, str]]] = {w: [] for w in range(len(self.witnesses))}
        for column in self.columns[at[0] : at[-1] + 1]:
            for reading in column.readings:
                for its, place in reading.witnesses:
                    text = " ".join(place.of(self.witnesses[its].kept_text()).split())
                    words[its].append((place, text))
        found: dict[str, list[int]] = {}
        for its in sorted(words, key=lambda w: (w != witness, w)):
            found.setdefault(" ".join(text for _, text in sorted(words[its])), []).append(its)
        return tuple(Variant(text, tuple(its)) for text, its in found.items())
