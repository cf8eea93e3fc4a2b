"""Documents that share enough, gathered into families.

First only what is nearly the same is joined, and what several of those families share is dropped as
furniture. Then families are joined by what is left, the most alike first, and two become one only
when enough of their cross pairs are alike, so that no chain of chance likenesses links strangers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.grouping.furniture import FurnitureJudge
from driftline.engine.grouping.index import (
    DOCUMENT_BITS,
    LONGEST_POSTING,
    Index,
    PairCounts,
    Postings,
    added,
    distinct,
    documents_of,
    leader_counts,
    less,
    no_pairs,
    pair_counts,
    postings,
)
from driftline.engine.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: Containment that makes two documents nearly the same, in the first pass.
NEARLY_THE_SAME = 0.7
#: Share of the cross pairs that must be alike before two families join.
LINK_DENSITY = 0.3
#: Containment in a leading document of a large family that makes one of it.
LED_SAME_STORY = 0.3
#: The fewest shared features that count as likeness, with all features kept and with one in four.
LEAST_SHARED = 4
LEAST_SHARED_THINNED = 3


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of documents by number, how many features they share, and their containment 0..1."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    shared: NDArray[np.int64]
    containment: NDArray[np.float64]

    def above(self, least: float) -> Links:
        """Those of at least this containment."""
        which = self.containment >= least
        return Links(
            self.first[which], self.second[which], self.shared[which], self.containment[which]
        )


def links(
    counts: PairCounts,
    sizes: NDArray[np.int64],
    least: float,
    fewest: int,
    only: PairCounts | None = None,
) -> Links:
    """The pairs whose shared features are at least a share of the smaller document's.

    `fewest` is the least number of shared features; `only` limits the pairs.
    """
    if only is not None:
        which = np.isin(counts.pairs, only.pairs, assume_unique=True)
        counts = PairCounts(counts.pairs[which], counts.counts[which])
    first, second = counts.sides()
    smaller = np.minimum(sizes[first], sizes[second])
    shared = counts.counts.astype(np.int64)
    enough = (shared >= least * smaller) & (shared >= np.minimum(fewest, smaller)) & (smaller > 0)
    shared = shared[enough]
    return Links(first[enough], second[enough], shared, shared / smaller[enough])


def joined(count: int, found: Links, led: Links, ranks: NDArray[np.int64]) -> list[int]:
    """Each document's family, named by one of its members: the most alike are joined first.

    Links of the leaders of large families (`led`) join at once: their other pairs were not counted.
    """
    family = list(range(count))
    members: dict[int, int] = {}
    across: dict[int, dict[int, int]] = {}

    def root(document: int) -> int:
        while family[document] != document:
            family[document] = family[family[document]]
            document = family[document]
        return document

    for a, b in zip(led.first.tolist(), led.second.tolist(), strict=True):
        a, b = root(a), root(b)
        if a != b:
            family[b] = a
            members[a] = members.get(a, 1) + members.pop(b, 1)
    for a, b in zip(found.first.tolist(), found.second.tolist(), strict=True):
        a, b = root(a), root(b)
        if a != b:
            mine, theirs = across.setdefault(a, {}), across.setdefault(b, {})
            mine[b] = theirs[a] = mine.get(b, 0) + 1
    low = np.minimum(ranks[found.first], ranks[found.second])
    high = np.maximum(ranks[found.first], ranks[found.second])
    order = np.lexsort((high, low, -found.shared, -found.containment))
    waiting = list(zip(found.first[order].tolist(), found.second[order].tolist(), strict=True))
    while waiting:
        refused = []
        for a, b in waiting:
            a, b = root(a), root(b)
            if a == b:
                continue
            size_a, size_b = members.get(a, 1), members.get(b, 1)
            if across[a][b] < LINK_DENSITY * size_a * size_b:
                refused.append((a, b))
                continue
            if len(across[a]) < len(across[b]):
                a, b = b, a
            family[b] = a
            members[a] = size_a + size_b
            mine = across[a]
            for other, number in across.pop(b).items():
                if other == a:
                    continue
                mine[other] = mine.get(other, 0) + number
                theirs = across[other]
                theirs[a] = theirs.get(a, 0) + theirs.pop(b)
            del mine[b]
        if len(refused) == len(waiting):
            break
        waiting = refused
    return [root(document) for document in range(count)]


@dataclass(frozen=True, slots=True)
class Families:
    """Each document's family and its number of features, and the links down to a passage's.

    Furniture counts neither among the features nor in the links.
    """

    of: list[int]
    sizes: NDArray[np.int64]
    links: Links


def families(
    index: Index, same_story: float, passage: float, progress: Progress = silent
) -> Families:
    """The documents of an index in families: versions of one story.

    `same_story` is the containment that makes two documents versions of one story, `passage` the
    least that is told of. Neither the numbering of the documents nor the way the index grew makes
    a difference.
    """
    found, counts, led = index.shared(progress)
    documents = len(index)
    sizes, ranks = index.sizes, index.ranks()
    fewest = LEAST_SHARED_THINNED if index.thinned else LEAST_SHARED

    # What very many documents share may be furniture or one story printed everywhere: in the first
    # pass it links a document to a leading one, and is otherwise left out of the reckoning.
    long = _times(found.chosen(found.lengths > LONGEST_POSTING), documents)
    first = joined(
        documents,
        links(counts, sizes - long, NEARLY_THE_SAME, fewest),
        links(added([counts, led]), sizes, NEARLY_THE_SAME, fewest, only=led),
        ranks,
    )
    families = first
    judge = FurnitureJudge(index)
    for _ in range(2):
        own = ~judge.furniture(found, families)
        dropped = found.chosen(~own)
        kept = sizes - _times(dropped, documents)
        alike = added(
            [
                less(counts, pair_counts(dropped, progress)),
                less(led, leader_counts(dropped, ranks)),
            ]
        )
        told = links(alike, kept, min(passage, same_story), fewest)
        near = told.above(same_story)
        far = links(alike, kept, max(LED_SAME_STORY, same_story), fewest, only=led)
        second = joined(documents, near, far, ranks)
        families = pooled(found.chosen(own), second, kept, same_story, fewest, ranks)
    return Families(families, kept, told)


def pooled(
    own: Postings,
    families: Sequence[int],
    sizes: NDArray[np.int64],
    same_story: float,
    fewest: int,
    ranks: NDArray[np.int64],
) -> list[int]:
    """The families once more, each now judged by the features of all its members together.

    A rewritten version keeps some of its story from every sibling, though little from each.
    """
    documents = len(ranks)
    owner = np.array(families, dtype=np.uint64)
    packed = np.repeat(np.arange(len(own), dtype=np.uint64), own.lengths) << DOCUMENT_BITS
    members = own.documents[own.places()]
    packed = distinct([packed | owner[members]])
    alone = sizes - np.bincount(members, minlength=documents)
    held = np.bincount(documents_of(packed), minlength=documents)
    held += np.bincount(owner.astype(np.int64), alone, documents).astype(np.int64)
    alike = links(pair_counts(postings(packed)), held, same_story, fewest)
    again = joined(documents, alike, links(no_pairs(), held, 1.0, 1), ranks)
    return [again[family] for family in families]


def _times(of: Postings, documents: int) -> NDArray[np.int64]:
    """In how many of these features each document is."""
    return np.bincount(of.documents[of.places()], minlength=documents)
