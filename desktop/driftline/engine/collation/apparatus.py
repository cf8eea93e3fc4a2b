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
class Collation:
    """Witnesses and the columns their texts make, in the order of the base text.

    The readings of a witness, taken by offset, hold every token of its kept text exactly once.
    """

    witnesses: tuple[Version, ...]
    base: int
    columns: tuple[Column, ...]
