"""Who reads as whom: where two witnesses leave the base text for the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.collation.variation import Variation


@dataclass(frozen=True, slots=True)
class Kinship:
    """In how many places a witness differs from the base text, and with whom it does most often.

    `nearest` is the number of that witness, None where it shares nothing; `shared` counts the
    places in which both have the same words, which are not the base text's.
    """

    differing: int
    nearest: int | None = None
    shared: int = 0


def kinships(found: Sequence[Variation], base: int) -> tuple[Kinship, ...]:
    """How each witness stands to the base text and to the others; typography counts for nothing."""
    if not found:
        return ()
    count = len(found[0].wordings)
    differing = [0] * count
    shared = [[0] * count for _ in range(count)]
    for place in found:
        marks = [(0, False) if w.again else (w.letter, w.moved) for w in place.wordings]
        for one, mark in enumerate(marks):
            if mark != marks[base]:
                differing[one] += 1
                for other, its in enumerate(marks):
                    shared[one][other] += other != one and its == mark
    result = []
    for one, row in enumerate(shared):
        most = max(row)
        result.append(Kinship(differing[one], row.index(most) if most else None, most))
    return tuple(result)
