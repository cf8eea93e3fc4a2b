"""Features that are no story's own: a site's furniture, a phrase of the day."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.grouping.features import feature_sequence, scrambled
from driftline.engine.grouping.index import sort_runs
from driftline.engine.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from driftline.engine.grouping.index import Index, Postings

    #: The features of a text in the order of its words.
    Sequenced = NDArray[np.uint64]

#: Families in which a feature turns up before it may be furniture.
FURNITURE_FAMILIES = 4
#: Share of a feature's documents in one family that makes it this family's own.
OWN_SHARE = 0.65
#: Share of both texts that lies inside what they share when that is only a frame.
FRAMED = 0.5
#: The same where it stands above or below it.
BESIDE = 0.55
#: Stretches a text is cut into: how many must share something, how many of these a part only.
_STRETCHES = 10
_STRETCHES_SHARED = 8
_STRETCHES_PARTLY = 5
#: Shares of a stretch that count as something, and as all of it.
_STRETCH_SHARED = 0.05
_STRETCH_WHOLE = 0.9
#: Documents of a feature that are looked at again, one of a family.
_WITNESSES = FURNITURE_FAMILIES
#: Documents tried to find them.
_TRIED = 12
#: Share of their pairs that must be kin: three versions of one story beside a stranger are too few.
_KIN_SHARE = 0.5
#: Sets of documents looked at, and the fewest suspected features that make one worth it.
_MOST_LOOKED_AT = 300
_FEWEST_SUSPECTED = 8


class FurnitureJudge:
    """Tells a site's furniture from what many rewritten versions of one story have in common.

    Both turn up in many families of nearly equal texts. But furniture stands in a block or two, and
    two rewritten versions share something almost everywhere: some of the documents are looked at.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        # A random order that depends on the words alone.
        self._order = np.argsort(np.argsort(np.array(index.keys, np.uint64)))
        self._sequences: dict[int, NDArray[np.uint64]] = {}

    def furniture(
        self,
        found: Postings,
        families: Sequence[int],
        before: NDArray[np.bool_] | None = None,
        progress: Progress = silent,
    ) -> NDArray[np.bool_]:
        """Which features are furniture when these are the documents' families.

        What was furniture `before`, with smaller families, stays so until one family has most of
        it.
        """
        suspected = found.lengths >= FURNITURE_FAMILIES
        candidates = found.chosen(suspected)
        if not len(candidates):
            return suspected
        documents = found.documents[candidates.places()]
        owners = np.array(families, dtype=np.int64)
        feature = np.repeat(np.arange(len(candidates)), candidates.lengths)
        progress("Grouping", 0, 1)
        packed = feature * len(owners) + owners[documents]
        sort_runs(packed, candidates.lengths, progress)
        progress("Grouping", 0, 1)
        edges = np.flatnonzero(np.concatenate(([True], packed[1:] != packed[:-1])))
        sharers = np.diff(np.append(edges, len(packed)))
        progress("Grouping", 0, 1)
        holding = packed[edges] // len(owners)
        different = np.bincount(holding, minlength=len(candidates))
        largest = np.maximum.reduceat(sharers, np.flatnonzero(np.diff(holding, prepend=-1)))
        spread = different >= FURNITURE_FAMILIES
        if before is not None:
            spread |= before[suspected]
        spread &= largest < OWN_SHARE * candidates.lengths
        progress("Grouping", 0, 1)
        spread[spread] = ~self._kept_by_kin(candidates.chosen(spread), owners, progress)
        suspected[suspected] = spread
        return suspected

    def _kept_by_kin(
        self, suspected: Postings, owners: NDArray[np.int64], progress: Progress
    ) -> NDArray[np.bool_]:
        """Which features are common to versions of one story, after all.

        Of each feature a few documents of different families are looked at.
        """
        witnesses = self._witnesses(suspected, owners, progress)
        answer = np.zeros(len(witnesses), np.bool_)
        told = (witnesses >= 0).all(axis=1)
        witnesses = witnesses[told]
        if not len(witnesses):
            return answer
        codes = np.zeros(len(witnesses), np.uint64)
        for column in witnesses.T.astype(np.uint64):
            codes = scrambled(codes + column + np.uint64(1))
        _, firsts, which, often = np.unique(
            codes, return_index=True, return_inverse=True, return_counts=True
        )
        ranked = self._order[witnesses[firsts]]
        chosen = np.lexsort((*ranked.T, -often))[:_MOST_LOOKED_AT]
        kin = np.zeros(len(firsts), np.bool_)
        for place in chosen.tolist():
            if often[place] < _FEWEST_SUSPECTED:
                break
            some = [int(number) for number in witnesses[firsts[place]]]
            pairs = [self._are_kin(a, b) for a, b in combinations(some, 2)]
            kin[place] = sum(pairs) > _KIN_SHARE * len(pairs)
            progress("Grouping", 0, 1)
        answer[told] = kin[which]
        return answer

    def _witnesses(
        self, suspected: Postings, owners: NDArray[np.int64], progress: Progress
    ) -> NDArray[np.int64]:
        """Of each feature the first documents of different families; -1 where there are too few."""
        count = len(self._order)
        ends = np.cumsum(suspected.lengths)
        feature = np.repeat(np.arange(len(suspected)), suspected.lengths)
        packed = feature * count + self._order[suspected.documents[suspected.places()]]
        sort_runs(packed, suspected.lengths, progress)
        by_order = np.argsort(self._order)
        found = np.full((len(suspected), _WITNESSES), -1)
        families = np.full((len(suspected), _WITNESSES), -1)
        filled = np.zeros(len(suspected), np.int64)
        rows = np.arange(len(suspected))
        for step in range(_TRIED):
            progress("Grouping", step, _TRIED)
            place = ends - suspected.lengths + step
            inside = (place < ends) & (filled < _WITNESSES)
            document = by_order[packed[np.minimum(place, len(packed) - 1)] % count]
            family = owners[document]
            fresh = inside & ~(families == family[:, None]).any(axis=1)
            found[rows[fresh], filled[fresh]] = document[fresh]
            families[rows[fresh], filled[fresh]] = family[fresh]
            filled[fresh] += 1
        return found

    def is_frame(self, one: int, other: int) -> bool:
        """Whether two documents share only a frame: in both, half of the text lies inside it.

        So do two stories on pages of one site, two releases with one note on their house, and a
        correction with the story that prints it.
        """
        return self._judged("frame", one, other, _framing)

    def stand_apart(self, whole: int, one: int, other: int) -> bool:
        """Whether what a document shares with two others stands in two places, one after the other.

        Furniture stands around what a page shares with a story.
        """
        text = self._sequence(whole)
        low, high = (np.flatnonzero(np.isin(text, self._sequence(n))) for n in (one, other))
        if not len(low) or not len(high):
            return False
        # A chance likeness here or there is no place.
        first, second = (np.quantile(places, (0.05, 0.95)) for places in (low, high))
        return bool(first[1] < second[0] or second[1] < first[0])

    def _are_kin(self, one: int, other: int) -> bool:
        """Whether two documents share something in nearly every stretch of both."""
        return self._judged("kin", one, other, _shared_throughout)

    def _judged(
        self, what: str, one: int, other: int, holds: Callable[[Sequenced, Sequenced], bool]
    ) -> bool:
        """Whether something holds of both documents, each beside the other."""
        key = (what, min(one, other), max(one, other))
        judged = self._index.judged
        if key not in judged:
            a, b = self._sequence(one), self._sequence(other)
            judged[key] = holds(a, b) and holds(b, a)
        return judged[key]

    def _sequence(self, number: int) -> NDArray[np.uint64]:
        if number not in self._sequences:
            self._sequences[number] = feature_sequence(self._index.text(number))
        return self._sequences[number]


def _framing(text: Sequenced, other: Sequenced) -> bool:
    """Whether half of a text lies, without a break, between parts shared with another.

    Or more than half beside them: a story may be led anew above what it told before.
    """
    places = np.flatnonzero(np.isin(text, other))
    if len(places) < 2:
        return False
    between = int(np.diff(places).max()) - 1
    beside = max(int(places[0]), len(text) - 1 - int(places[-1]))
    return between >= FRAMED * len(text) or beside >= BESIDE * len(text)


def _shared_throughout(text: Sequenced, other: Sequenced) -> bool:
    """Whether nearly every stretch of a text shares something with another, and many only a part.

    Furniture is shared word for word where it is shared.
    """
    shared = np.isin(text, other)
    edges = np.arange(_STRETCHES + 1) * len(shared) // _STRETCHES
    sums = np.concatenate(([0], np.cumsum(shared)))
    parts = (sums[edges[1:]] - sums[edges[:-1]]) / np.maximum(1, np.diff(edges))
    touched = parts >= _STRETCH_SHARED
    partly = touched & (parts <= _STRETCH_WHOLE)
    return int(touched.sum()) >= _STRETCHES_SHARED and int(partly.sum()) >= _STRETCHES_PARTLY
