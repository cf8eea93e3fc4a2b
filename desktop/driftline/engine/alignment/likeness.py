"""How alike two sentences are, and which pairs are worth a look."""

from __future__ import annotations

import math
from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Indel

from driftline.engine.progress import often, silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.progress import Progress

# Up to this many pairs every pair is looked at; beyond, only those that share rare words.
_EVERY_PAIR = 250_000
_RARE = 24
# Words compared with words between two chances to stop.
_CELLS = 2**28
_BEST = 3
_ROOM = 64
# Weights are whole numbers of this fineness: they add up to the same in any order.
_FINE = 2**20
#: A sentence of more words is text without stops: its words in order cost too much to compare.
LONG = 4_000


class Likeness:
    """Likeness of the sentences of two texts, each given as its words in codes.

    It is the mean of two shares: words kept in order (longest common subsequence), and words in
    common, each weighted by how rare it is in both texts.
    """

    __slots__ = ("_progress", "_sentences", "_sets", "_weights", "_whole")

    def __init__(
        self,
        a: Sequence[str],
        b: Sequence[str],
        free_a: Iterable[int],
        free_b: Iterable[int],
        progress: Progress = silent,
    ) -> None:
        self._sentences, self._progress = (a, b), progress
        tick = partial(progress, "sentences", 0, 4)
        # The words of each sentence, by side, and what they weigh together: those that will be
        # asked for at once, which are the sentences without partner, others when they are.
        self._sets = tuple(
            {k: frozenset(sentences[k]) for k in often(free, tick)}
            for sentences, free in zip(self._sentences, (free_a, free_b), strict=True)
        )
        self._whole: tuple[dict[int, int], dict[int, int]] = ({}, {})
        counts = Counter[str]()
        for sentences, sets in zip(self._sentences, self._sets, strict=True):
            counts.update(chain.from_iterable(often(sets.values(), tick)))
            linked = (s for k, s in enumerate(often(sentences, tick)) if k not in sets)
            counts.update(chain.from_iterable(map(frozenset, linked)))
        total = len(a) + len(b) + 1
        logs = {count: round(_FINE * math.log(total / count)) for count in set(counts.values())}
        self._weights = {code: logs[count] for code, count in counts.items()}

    def of(self, i: int, j: int) -> float:
        """The likeness, 0 to 1, of sentence i of the old text and j of the new."""
        return (self._in_order(i, j) + self._shared(i, j)) / 2

    def _in_order(self, i: int, j: int) -> float:
        a, b = self._sentences[0][i], self._sentences[1][j]
        if max(len(a), len(b)) > LONG:
            return self._shared(i, j)
        return float(Indel.normalized_similarity(a, b))

    def _shared(self, i: int, j: int) -> float:
        whole = self._weight(0, i) + self._weight(1, j)
        return 2 * self._common(i, j) / whole if whole else 0.0

    def held(self, side: int, k: int, other: int) -> float:
        """How much of a sentence is found in one of the other side; side 0 is the old text."""
        whole = self._weight(side, k)
        return self._common(*((other, k) if side else (k, other))) / whole if whole else 0.0

    def fuller(self, side: int, neighbour: int, leftover: int, partner: int) -> bool:
        """Whether a leftover sentence beside its neighbour is more like the neighbour's partner.

        The leftover and its neighbour are sentences of one side, the partner is of the other.
        """
        own, other = self._sentences[side], self._sentences[1 - side][partner]
        together = own[min(neighbour, leftover)] + own[max(neighbour, leftover)]
        if len(together) > LONG or len(other) > LONG:
            return abs(len(together) - len(other)) < abs(len(own[neighbour]) - len(other))
        return bool(
            Indel.normalized_similarity(together, other)
            > Indel.normalized_similarity(own[neighbour], other)
        )

    def _common(self, i: int, j: int) -> int:
        """The weight of the words two sentences share."""
        return sum(map(self._weights.__getitem__, self._words(0, i) & self._words(1, j)))

    def _weight(self, side: int, k: int) -> int:
        """The weight of all words of a sentence."""
        weight = self._whole[side].get(k)
        if weight is None:
            words = self._words(side, k)
            weight = self._whole[side][k] = sum(map(self._weights.__getitem__, words))
        return weight

    def _words(self, side: int, k: int) -> frozenset[str]:
        words = self._sets[side].get(k)
        if words is None:
            words = self._sets[side][k] = frozenset(self._sentences[side][k])
        return words

    def pairs(
        self, some_a: Sequence[int], some_b: Sequence[int], least: float
    ) -> Iterable[tuple[int, int, float]]:
        """The pairs of some sentences whose likeness reaches `least`, as (i, j, likeness)."""
        if len(some_a) * len(some_b) <= _EVERY_PAIR:
            candidates = self._by_matrix(some_a, some_b, least)
        else:
            candidates = self._by_rare_words(some_a, some_b)
        for number, (i, j) in enumerate(candidates):
            if number % 64 == 0:
                self._progress("sentences", 1, 4)
            likeness = self.of(i, j)
            if likeness >= least:
                yield i, j, likeness

    def _by_matrix(
        self, some_a: Sequence[int], some_b: Sequence[int], least: float
    ) -> Iterable[tuple[int, int]]:
        # A mean of `least` needs one share of at least 2 * least - 1 beside a perfect other; the
        # two go together closely enough for a tighter bound.
        cutoff = max(0.0, least - 0.15)
        queries = [self._sentences[0][i][:LONG] for i in some_a]
        choices = [self._sentences[1][j][:LONG] for j in some_b]
        if len(queries) * len(choices) <= 64:
            for x, query in enumerate(queries):
                for y, choice in enumerate(choices):
                    if Indel.normalized_similarity(query, choice) >= cutoff:
                        yield some_a[x], some_b[y]
            return
        cells = max(map(len, queries)) * sum(map(len, choices))
        step = max(1, _CELLS // (cells + 1))
        for first in range(0, len(queries), step):
            self._progress("sentences", 1, 4)
            matrix = process.cdist(
                queries[first : first + step],
                choices,
                scorer=Indel.normalized_similarity,
                score_cutoff=cutoff,
            )
            found = (matrix > 0).nonzero()
            for x, y in zip(found[0].tolist(), found[1].tolist(), strict=True):
                yield some_a[first + x], some_b[y]

    def _by_rare_words(
        self, some_a: Sequence[int], some_b: Sequence[int]
    ) -> Iterable[tuple[int, int]]:
        """For each old sentence the new ones that share the most weight of rare words with it."""
        import numpy as np

        places: dict[str, tuple[list[int], list[int]]] = {}
        for side, some in enumerate((some_a, some_b)):
            for number, at in enumerate(some):
                if number % 512 == 0:
                    self._progress("sentences", 1, 4)
                for code in self._words(side, at):
                    places.setdefault(code, ([], []))[side].append(at)
        keys: list[int] = []
        weights: list[float] = []
        span = len(self._sentences[1])
        shared = [
            (len(old) * len(new), code)
            for code, (old, new) in places.items()
            if old and new and len(old) <= _RARE and len(new) <= _RARE
        ]
        # The rarest words first, as many as there is room for: time stays linear in the text.
        room = _ROOM * (len(some_a) + len(some_b))
        for number, (pairs, code) in enumerate(sorted(shared)):
            if number % 512 == 0:
                self._progress("sentences", 1, 4)
            room -= pairs
            if room < 0:
                break
            old, new = places[code]
            keys.extend([i * span + j for i in old for j in new])
            weights.extend([self._weights[code]] * pairs)
        if not keys:
            return
        self._progress("sentences", 1, 4)
        unique, where = np.unique(np.array(keys, dtype=np.int64), return_inverse=True)
        total = np.bincount(where, weights=np.array(weights))
        self._progress("sentences", 1, 4)
        order = np.lexsort((unique, -total, unique // span))
        taken, last = 0, -1
        for key in unique[order].tolist():
            i, j = divmod(key, span)
            taken = taken + 1 if i == last else 1
            last = i
            if taken <= _BEST:
                yield i, j
