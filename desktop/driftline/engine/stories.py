"""Which documents are versions of one story: what grouping gives.

Documents are told by their indices in the list that was grouped.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two documents share: `a` < `b` are indices, `similarity` 0..1 is containment.

    `contains` tells which of the two ("a" or "b") holds nearly all of the other.
    """

    a: int
    b: int
    similarity: float
    contains: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Versions of one story: indices of documents in the proposed order, and the base text."""

    members: tuple[int, ...]
    base: int


@dataclass(frozen=True, slots=True)
class Grouping:
    """Every document in exactly one story.

    `pairs` are the overlaps inside stories, `passages` those of documents that share a passage
    without being one story.
    """

    stories: tuple[Story, ...]
    pairs: tuple[Overlap, ...] = ()
    passages: tuple[Overlap, ...] = ()
