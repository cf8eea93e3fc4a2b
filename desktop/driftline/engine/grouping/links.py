"""Pairs of documents that share enough of the smaller one's features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.grouping.index import AT_ONCE, PairCounts
from driftline.engine.progress import Progress, silent

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of documents by number, how many features they share, and their containment 0..1."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    shared: NDArray[np.int64]
    containment: NDArray[np.float64]

    def above(self, least: float) -> Links:
        """Those of at least this containment."""
        return self.chosen(self.containment >= least)

    def chosen(self, which: NDArray[np.bool_]) -> Links:
        """Some of them, given by a mask."""
        return Links(
            self.first[which], self.second[which], self.shared[which], self.containment[which]
        )


def links(
    counts: PairCounts,
    sizes: NDArray[np.int64],
    least: float,
    fewest: int,
    only: PairCounts | None = None,
    progress: Progress = silent,
) -> Links:
    """The pairs whose shared features are at least a share of the smaller document's.

    `fewest` is the least number of shared features; `only` limits the pairs.
    """
    if only is not None:
        counts = counts.among(only.pairs)
    parts: list[Links] = []
    for place in range(0, max(len(counts.pairs), 1), AT_ONCE):
        progress("Grouping", 0, 1)
        some = slice(place, place + AT_ONCE)
        part = PairCounts(counts.pairs[some], counts.counts[some])
        parts.append(_links(part, sizes, least, fewest))
    return Links(
        np.concatenate([part.first for part in parts]),
        np.concatenate([part.second for part in parts]),
        np.concatenate([part.shared for part in parts]),
        np.concatenate([part.containment for part in parts]),
    )


def _links(counts: PairCounts, sizes: NDArray[np.int64], least: float, fewest: int) -> Links:
    first, second = counts.sides()
    smaller = np.minimum(sizes[first], sizes[second])
    shared = counts.counts.astype(np.int64)
    enough = (shared >= least * smaller) & (shared >= np.minimum(fewest, smaller)) & (smaller > 0)
    shared = shared[enough]
    return Links(first[enough], second[enough], shared, shared / smaller[enough])
