"""Documents that share enough, gathered into families.

First only what is nearly the same is joined, and what several of those families share is dropped as
furniture. Then families are joined by what is left, the most alike first, and two become one only
when enough of their cross pairs are alike, so that no chain of chance likenesses links strangers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.grouping.furniture import FRAMED, FurnitureJudge
from driftline.engine.grouping.index import (
    DOCUMENT_BITS,
    LONGEST_POSTING,
    Index,
    Postings,
    added,
    documents_of,
    leader_counts,
    less,
    no_pairs,
    pair_counts,
    postings,
    sort_runs,
)
from driftline.engine.grouping.links import Links, links
from driftline.engine.grouping.live_pages import live_and_not
from driftline.engine.grouping.roundups import parts_of_roundups
from driftline.engine.progress import Progress, often, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from numpy.typing import NDArray

#: Containment that makes two documents nearly the same, in the first pass.
NEARLY_THE_SAME = 0.7
#: Share of the cross pairs that must be alike before two families join.
LINK_DENSITY = 0.3
#: Containment in a leading document of a large family that makes one of it.
LED_SAME_STORY = 0.3
#: The same in the first pass, where a page that is mostly furniture is like all of its site.
FIRST_LINK_DENSITY = 0.6
#: The fewest shared features that count as likeness, with all features kept and with one in four.
LEAST_SHARED = 4
LEAST_SHARED_THINNED = 3


def joined(
    count: int,
    found: Links,
    led: Links,
    ranks: NDArray[np.int64],
    density: float = LINK_DENSITY,
    progress: Progress = silent,
) -> list[int]:
    """Each document's family, named by one of its members: the most alike are joined first.

    Two families join when at least the share `density` of their cross pairs are linked. Links of
    the leaders of large families (`led`) join at once: their other pairs were not counted.
    """
    family = list(range(count))
    members: dict[int, int] = {}
    across: dict[int, dict[int, int]] = {}

    def root(document: int) -> int:
        while family[document] != document:
            family[document] = family[family[document]]
            document = family[document]
        return document

    tick = partial(progress, "Grouping", 0, 1)
    for a, b in often(zip(led.first.tolist(), led.second.tolist(), strict=True), tick):
        a, b = root(a), root(b)
        if a != b:
            family[b] = a
            members[a] = members.get(a, 1) + members.pop(b, 1)
    for a, b in often(zip(found.first.tolist(), found.second.tolist(), strict=True), tick):
        a, b = root(a), root(b)
        if a != b:
            mine, theirs = across.setdefault(a, {}), across.setdefault(b, {})
            mine[b] = theirs[a] = mine.get(b, 0) + 1
    low = np.minimum(ranks[found.first], ranks[found.second])
    high = np.maximum(ranks[found.first], ranks[found.second])
    progress("Grouping", 0, 1)
    order = np.lexsort((high, low, -found.shared, -found.containment))
    progress("Grouping", 0, 1)
    waiting = list(zip(found.first[order].tolist(), found.second[order].tolist(), strict=True))
    while waiting:
        refused = []
        for done, (a, b) in enumerate(waiting):
            if done % 4096 == 0:
                progress("Grouping", done, len(waiting))
            a, b = root(a), root(b)
            if a == b:
                continue
            size_a, size_b = members.get(a, 1), members.get(b, 1)
            if across[a][b] < density * size_a * size_b:
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
    index: Index,
    same_story: float,
    passage: float,
    progress: Progress = silent,
    live: Set[int] = frozenset(),
) -> Families:
    """The documents of an index in families: versions of one story.

    `same_story` is the containment that makes two documents versions of one story, `passage` the
    least that is told of, `live` the documents that are live pages. Neither the numbering of the
    documents nor the way the index grew makes a difference.
    """
    found, counts, led = index.shared(progress)
    documents = len(index)
    sizes, ranks = index.sizes, index.ranks()
    pause = partial(progress, "Grouping", 0, 1)
    pause()
    fewest = LEAST_SHARED_THINNED if index.thinned else LEAST_SHARED

    # What very many documents share may be furniture or one story printed everywhere: in the first
    # pass it links a document to a leading one, and is otherwise left out of the reckoning.
    long = _times(found.chosen(found.lengths > LONGEST_POSTING), documents)
    pause()
    close = links(counts, sizes - long, NEARLY_THE_SAME, fewest, progress=progress)
    pause()
    both = added([counts, led], progress)
    pause()
    close_to_leaders = links(both, sizes, NEARLY_THE_SAME, fewest, led, progress)
    del both
    pause()
    first = joined(
        documents,
        close,
        close_to_leaders,
        ranks,
        FIRST_LINK_DENSITY,
        progress,
    )
    families = first
    judge = FurnitureJudge(index)
    furniture = None
    for _ in range(2):
        furniture = judge.furniture(found, families, furniture, progress)
        own = ~furniture
        dropped = found.chosen(~own)
        kept = sizes - _times(dropped, documents)
        pause()
        paired = less(counts, pair_counts(dropped, progress), progress)
        pause()
        alike = added([paired, less(led, leader_counts(dropped, ranks, progress))], progress)
        del paired
        pause()
        told = links(alike, kept, min(passage, same_story), fewest, progress=progress)
        pause()
        near = told.above(same_story)
        apart: set[tuple[int, int]] = set()
        if not index.thinned:
            near = _without_frames(near, judge, first, progress)
            held = parts_of_roundups(near, told, kept, judge.stand_apart, progress)
            held |= live_and_not(near, kept, live)
            apart = set(zip(near.first[held].tolist(), near.second[held].tolist(), strict=True))
            near = near.chosen(~held)
        far = links(alike, kept, max(LED_SAME_STORY, same_story), fewest, led, progress)
        second = joined(documents, near, far, ranks, progress=progress)
        stranger = _known_to_all if index.thinned else _strangers(told, second, judge, ranks, apart)
        pause()
        families = pooled(
            found.chosen(own), second, kept, same_story, fewest, ranks, stranger, progress
        )
    return Families(families, kept, told)


def _without_frames(
    near: Links, judge: FurnitureJudge, first: Sequence[int], progress: Progress
) -> Links:
    """The links without those of texts that share no more than a frame.

    In a small collection too few pages may share a site's furniture for it to be known as such.
    """
    kept = np.ones(len(near.first), np.bool_)
    # Where half of a text lies inside the frame, no more than half is shared.
    for place in np.flatnonzero(near.containment <= 1 - FRAMED).tolist():
        a, b = int(near.first[place]), int(near.second[place])
        if first[a] != first[b]:
            kept[place] = not judge.is_frame(a, b)
        if place % 64 == 0:
            progress("Grouping", place, len(kept))
    return near.chosen(kept)


def _known_to_all(_one: int, _other: int) -> bool:
    return False


def _strangers(
    told: Links,
    families: Sequence[int],
    judge: FurnitureJudge,
    ranks: NDArray[np.int64],
    apart: Set[tuple[int, int]],
) -> Callable[[int, int], bool]:
    """Whether the two most alike members of two families share no more than a frame.

    Those of `apart`, a round-up and its part, are strangers as well.
    """
    owner = np.array(families, np.int64)
    low = np.minimum(owner[told.first], owner[told.second])
    high = np.maximum(owner[told.first], owner[told.second])
    best: dict[tuple[int, int], int] = {}
    ranked = np.sort(np.stack((ranks[told.first], ranks[told.second])), axis=0)
    for place in np.lexsort((*-ranked, told.containment)).tolist():
        best[int(low[place]), int(high[place])] = place

    def stranger(one: int, other: int) -> bool:
        place = best.get((min(one, other), max(one, other)))
        if place is None:
            return False
        a, b = int(told.first[place]), int(told.second[place])
        return (a, b) in apart or judge.is_frame(a, b)

    return stranger


def pooled(
    own: Postings,
    families: Sequence[int],
    sizes: NDArray[np.int64],
    same_story: float,
    fewest: int,
    ranks: NDArray[np.int64],
    stranger: Callable[[int, int], bool],
    progress: Progress = silent,
) -> list[int]:
    """The families once more, each now judged by what its members have in common.

    A rewritten version keeps some of its story from every sibling, though little from each. Of a
    family of three or more only the features of at least two members count: what one page alone
    brings along is not the story's. `stranger` tells of two families that they stay apart.
    """
    if not len(own):
        return list(families)
    pause = partial(progress, "Grouping", 0, 1)
    documents = len(ranks)
    owner = np.array(families, dtype=np.uint64)
    members = own.documents[own.places()]
    packed = np.repeat(np.arange(len(own), dtype=np.uint64), own.lengths) << DOCUMENT_BITS
    packed |= owner[members]
    sort_runs(packed, own.lengths, progress)
    pause()
    edges = np.flatnonzero(np.concatenate(([True], packed[1:] != packed[:-1])))
    times = np.diff(np.append(edges, len(packed)))
    packed = packed[edges]
    large = np.bincount(owner.astype(np.int64), minlength=documents) > 2
    own_only = large[documents_of(packed)] & (times < 2)
    packed = packed[~own_only]
    pause()
    held = np.bincount(documents_of(packed), minlength=documents)
    alone = np.where(large, 0, sizes - np.bincount(members, minlength=documents))
    held += np.bincount(owner.astype(np.int64), alone, documents).astype(np.int64)
    shared = postings(packed)
    pause()
    alike = links(pair_counts(shared, progress), held, same_story, fewest, progress=progress)
    alike = alike.chosen(large[alike.first] | large[alike.second])
    pairs = zip(alike.first.tolist(), alike.second.tolist(), strict=True)
    alike = alike.chosen(np.array([not stranger(a, b) for a, b in pairs], np.bool_))
    again = joined(documents, alike, links(no_pairs(), held, 1.0, 1), ranks, progress=progress)
    return [again[family] for family in families]


def _times(of: Postings, documents: int) -> NDArray[np.int64]:
    """In how many of these features each document is."""
    return np.bincount(of.documents[of.places()], minlength=documents)
