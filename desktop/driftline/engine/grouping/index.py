"""The index of features: which documents share how much, kept up to date as documents come.

An inverted index over hashed runs of five words. A feature that few documents share counts for
each pair of them; one that very many share (a wire story printed everywhere, or the furniture of a
big site) counts only for the pairs with a few leading documents, so that work and memory stay
linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from driftline.engine.grouping.features import Numbers, features
from driftline.engine.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

#: A posting packs 40 bits of a feature's hash above 24 bits of the document's number.
DOCUMENT_BITS = np.uint64(24)
DOCUMENT_MASK = np.uint64((1 << 24) - 1)
#: Documents up to which every feature is kept; above, one in four is.
ALL_FEATURES_UP_TO = 4000
THINNED = 4
#: The most documents a feature may be in to count for every pair of them.
LONGEST_POSTING = 40
#: Leading documents that a longer posting counts for.
_LEADERS = 2
#: Numbers sorted at once: more would keep whoever wants to stop waiting.
AT_ONCE = 2_000_000
_LEADING_BITS = 4
#: Pairs counted at once.
_PAIRS_AT_ONCE = 3_000_000


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How many features each pair of documents shares: `pairs` is sorted, packed a << 24 | b."""

    pairs: Numbers
    counts: NDArray[np.int32]

    def sides(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The two documents of each pair, the smaller number first."""
        first = (self.pairs >> DOCUMENT_BITS).astype(np.int64)
        second = (self.pairs & DOCUMENT_MASK).astype(np.int64)
        return first, second

    def among(self, pairs: Numbers) -> PairCounts:
        """The counts of those of some sorted pairs that have any."""
        places = np.searchsorted(self.pairs, pairs)
        there = places < len(self.pairs)
        places = places[there][self.pairs[places[there]] == pairs[there]]
        return PairCounts(self.pairs[places], self.counts[places])


def no_pairs() -> PairCounts:
    """Counts of nothing."""
    return PairCounts(np.empty(0, np.uint64), np.empty(0, np.int32))


def added(parts: Sequence[PairCounts], progress: Progress = silent) -> PairCounts:
    """The sums of several counts, worked out range by range when they are many."""
    total = sum(len(part.pairs) for part in parts)
    if total <= AT_ONCE:
        return _added(parts)
    ranges = total // AT_ONCE + 1
    longest = max(parts, key=lambda part: len(part.pairs)).pairs
    edges = longest[np.arange(1, ranges) * len(longest) // ranges]
    cuts = [[0, *np.searchsorted(part.pairs, edges).tolist(), len(part.pairs)] for part in parts]
    sums: list[PairCounts] = []
    for k in range(ranges):
        progress("Grouping", k, ranges)
        some = [
            PairCounts(part.pairs[cut[k] : cut[k + 1]], part.counts[cut[k] : cut[k + 1]])
            for part, cut in zip(parts, cuts, strict=True)
        ]
        sums.append(_added(some))
    progress("Grouping", ranges, ranges)
    pairs = np.concatenate([part.pairs for part in sums])
    progress("Grouping", ranges, ranges)
    return PairCounts(pairs, np.concatenate([part.counts for part in sums]))


def _added(parts: Sequence[PairCounts]) -> PairCounts:
    parts = [part for part in parts if len(part.pairs)]
    if not parts:
        return no_pairs()
    if len(parts) == 1:
        return parts[0]
    pairs = np.concatenate([part.pairs for part in parts])
    counts = np.concatenate([part.counts for part in parts])
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    return PairCounts(pairs[starts], np.add.reduceat(counts[order], starts).astype(np.int32))


def counted(pairs: Numbers) -> PairCounts:
    """How often each packed pair occurs."""
    if not len(pairs):
        return no_pairs()
    pairs.sort()
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    counts = np.diff(np.append(starts, len(pairs))).astype(np.int32)
    return PairCounts(pairs[starts], counts)


@dataclass(frozen=True, slots=True)
class Postings:
    """Features with the documents they are in: one run of `documents` a feature."""

    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    documents: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.starts)

    def chosen(self, which: NDArray[np.bool_]) -> Postings:
        """Some of the features, given by a mask; the documents are shared."""
        return Postings(self.starts[which], self.lengths[which], self.documents)

    def places(self) -> NDArray[np.int64]:
        """The places of these features' documents, run after run."""
        ends = np.cumsum(self.lengths)
        total = int(ends[-1]) if len(ends) else 0
        offsets = np.repeat(self.starts - (ends - self.lengths), self.lengths)
        places: NDArray[np.int64] = np.arange(total) + offsets
        return places


def postings(packed: Numbers, progress: Progress = silent) -> Postings:
    """The features that two documents or more have, from sorted packed numbers."""
    hashes = packed >> DOCUMENT_BITS
    new = np.empty(len(hashes) + 1, np.bool_)
    new[0] = new[-1] = True
    np.not_equal(hashes[1:], hashes[:-1], out=new[1:-1])
    del hashes
    progress("Grouping", 0, 1)
    alone = new[:-1] & new[1:]
    documents = documents_of(packed[~alone])
    edges = np.flatnonzero(np.append(new[:-1][~alone], True))
    return Postings(edges[:-1], np.diff(edges), documents)


class _Counter:
    """Gathers pairs of documents and counts them a few million at a time."""

    def __init__(self) -> None:
        self._parts: list[PairCounts] = []
        self._waiting: list[Numbers] = []
        self._size = 0

    def take(self, first: NDArray[np.integer[Any]], second: NDArray[np.integer[Any]]) -> None:
        low = np.minimum(first, second).astype(np.uint64)
        pairs = (low << DOCUMENT_BITS | np.maximum(first, second).astype(np.uint64)).ravel()
        self._waiting.append(pairs)
        self._size += len(pairs)
        if self._size >= _PAIRS_AT_ONCE:
            self._count()

    def _count(self) -> None:
        self._parts.append(counted(np.concatenate(self._waiting)))
        self._waiting.clear()
        self._size = 0
        if len(self._parts) > 6:
            self._parts = [added(self._parts)]

    def total(self, progress: Progress) -> PairCounts:
        if self._waiting:
            self._count()
        return added(self._parts, progress)


def pair_counts(of: Postings, progress: Progress = silent) -> PairCounts:
    """How many features of at most `LONGEST_POSTING` documents each pair of documents shares."""
    counter = _Counter()
    short = of.lengths[of.lengths <= LONGEST_POSTING]
    work, done = max(1, int(short.sum())), 0
    for length in range(2, LONGEST_POSTING + 1):
        starts = of.starts[of.lengths == length]
        first, second = np.triu_indices(length, 1)
        step = max(1, _PAIRS_AT_ONCE // len(first))
        for place in range(0, len(starts), step):
            block = starts[place : place + step, None]
            counter.take(of.documents[block + first], of.documents[block + second])
            done += length * len(block)
            progress("Grouping", done, work)
    return counter.total(progress)


def leader_counts(
    of: Postings, ranks: NDArray[np.int64], progress: Progress = silent
) -> PairCounts:
    """How many features of more than `LONGEST_POSTING` documents each shares with a leader.

    The leaders of a feature are those of its documents that have the lowest ranks.
    """
    counter = _Counter()
    long = of.chosen(of.lengths > LONGEST_POSTING)
    if not len(long):
        return no_pairs()
    members = of.documents[long.places()]
    left = ranks[members]
    by_rank = np.argsort(ranks)
    edges = np.cumsum(long.lengths) - long.lengths
    for _ in range(_LEADERS):
        progress("Grouping", 0, 1)
        leading = np.repeat(np.minimum.reduceat(left, edges), long.lengths)
        left[left == leading] = len(ranks)
        others = left < len(ranks)
        counter.take(by_rank[leading[others]], members[others])
    progress("Grouping", 0, 1)
    return counter.total(progress)


class Index:
    """Documents by their features; adding one costs its own size, not that of the index.

    Documents are numbered in the order in which they come, and texts of the same words share a
    number. What is counted does not depend on that order. `text_of` gives the text that was added
    first, second, ... (counted from 0): a few are looked at again.
    """

    def __init__(self, text_of: Callable[[int], str]) -> None:
        self._text_of = text_of
        self._firsts: list[int] = []
        self._count = 0
        self._packed: Numbers = np.empty(0, np.uint64)
        self._fresh: list[Numbers] = []
        self._sizes: NDArray[np.int64] | None = None
        self._keys: list[int] = []
        self._number_of: dict[int, int] = {}
        self._thinned = False
        self._counts: tuple[PairCounts, PairCounts] | None = None
        #: What was found out about pairs of texts, for the next time.
        self.judged: dict[tuple[str, int, int], bool] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many features each document has."""
        self._settle()
        if self._sizes is None:
            self._sizes = np.bincount(documents_of(self._packed), minlength=len(self._keys))
        return self._sizes

    @property
    def keys(self) -> list[int]:
        """A number for each document's words: the ground for every tie-break."""
        return self._keys

    @property
    def wordless(self) -> int | None:
        """The number of all texts without a word; None when there is none."""
        return self._number_of.get(0)

    @property
    def thinned(self) -> bool:
        """Whether only one feature in `THINNED` is kept, as in a large index."""
        return self._thinned

    def text(self, number: int) -> str:
        """A text with this number."""
        return self._text_of(self._firsts[number])

    def add(self, texts: Iterable[str], total: int, progress: Progress = silent) -> list[int]:
        """The numbers of `total` texts; one of the same words as an earlier one has its number."""
        numbers: list[int] = []
        for batch in features(texts):
            progress("Grouping", len(numbers), total)
            known = len(self._keys)
            mine = [self._number(key) for key in batch.keys]
            numbers += mine
            # A number met before, here or in an earlier batch, has its features already.
            fresh = (
                [
                    number >= known and mine.index(number) == place
                    for place, number in enumerate(mine)
                ]
                if len(self._keys) - known < len(mine)
                else [True] * len(mine)
            )
            self._take(
                batch.runs,
                np.array(mine, np.uint64)[batch.owners],
                np.array(fresh, np.bool_)[batch.owners],
            )
        return numbers

    def _number(self, key: int) -> int:
        number = self._number_of.setdefault(key, len(self._keys))
        if number == len(self._keys):
            self._keys.append(key)
            self._firsts.append(self._count)
        self._count += 1
        return number

    def _take(self, runs: Numbers, owners: Numbers, fresh: NDArray[np.bool_]) -> None:
        packed = runs & ~DOCUMENT_MASK | owners
        packed = packed[fresh]
        if self._thinned:
            packed = _one_in_four(packed)
        self._fresh.append(packed)
        self._sizes = None
        if not self._thinned and len(self._keys) > ALL_FEATURES_UP_TO:
            self._fresh = [_one_in_four(part) for part in (self._packed, *self._fresh)]
            self._packed = np.empty(0, np.uint64)
            self._thinned = True
            self._counts = None

    def _settle(self, progress: Progress = silent) -> None:
        """Take the features that came last into the sorted ones and into the counts."""
        if not self._fresh:
            return
        fresh = distinct(self._fresh, progress)
        self._fresh = []
        if self._counts is None or len(fresh) * 8 > len(self._packed):
            known = len(self._packed)
            self._packed = distinct([self._packed, fresh], progress) if known else fresh
            self._counts = None
        else:
            self._grow(fresh, progress)

    def ranks(self) -> NDArray[np.int64]:
        """Each document's place when those with most features stand first."""
        order = np.lexsort((np.array(self._keys, np.uint64), -self.sizes))
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    def shared(self, progress: Progress = silent) -> tuple[Postings, PairCounts, PairCounts]:
        """The features shared by documents, with `pair_counts` and `leader_counts` of them."""
        self._settle(progress)
        progress("Grouping", 0, 1)
        found = postings(self._packed, progress)
        progress("Grouping", 0, 1)
        if self._counts is None:
            paired = pair_counts(found, progress)
            progress("Grouping", 0, 1)
            ranks = self.ranks()
            self._counts = paired, leader_counts(found, ranks, progress)
        return found, *self._counts

    def _grow(self, fresh: Numbers, progress: Progress) -> None:
        """Take new features into the counts by counting again only the postings they meet."""
        assert self._counts is not None
        hashes = distinct([fresh & ~DOCUMENT_MASK])
        first = np.searchsorted(self._packed, hashes)
        last = np.searchsorted(self._packed, hashes | DOCUMENT_MASK, side="right")
        old = self._packed[Postings(first, last - first, np.empty(0, np.int32)).places()]
        before, after = postings(old), postings(np.sort(np.concatenate([old, fresh])))
        self._packed = np.insert(self._packed, np.searchsorted(self._packed, fresh), fresh)
        ranks = self.ranks()
        pairs, led = self._counts
        self._counts = (
            less(added([pairs, pair_counts(after, progress)]), pair_counts(before)),
            less(added([led, leader_counts(after, ranks)]), leader_counts(before, ranks)),
        )


def documents_of(packed: Numbers) -> NDArray[np.int32]:
    """The document of each packed number."""
    return (packed & DOCUMENT_MASK).astype(np.int32)


def distinct(parts: Sequence[Numbers], progress: Progress = silent) -> Numbers:
    """All numbers of several arrays, sorted and each once."""
    parts = [part for part in parts if len(part)]
    whole = np.concatenate(parts) if parts else np.empty(0, np.uint64)
    if len(whole) <= AT_ONCE:
        return _distinct(whole)
    # Hashes are spread evenly: their leading bits part them.
    leading = np.empty(len(whole), np.uint8)
    for place in range(0, len(whole), AT_ONCE):
        progress("Grouping", 0, 1)
        some = slice(place, place + AT_ONCE)
        leading[some] = whole[some] >> np.uint64(64 - _LEADING_BITS)
    pieces: list[Numbers] = []
    for bits in range(1 << _LEADING_BITS):
        progress("Grouping", bits, 1 << _LEADING_BITS)
        numbers = whole[leading == bits]
        progress("Grouping", bits, 1 << _LEADING_BITS)
        pieces.append(_distinct(numbers))
    del whole
    return np.concatenate(pieces)


def sort_runs(
    numbers: NDArray[Any], lengths: NDArray[np.int64], progress: Progress = silent
) -> None:
    """Sort numbers in place that rise from each run to the next, some runs at a time."""
    ends = np.cumsum(lengths)
    start = 0
    while start < len(numbers):
        progress("Grouping", start, len(numbers))
        last = min(int(np.searchsorted(ends, start + AT_ONCE)), len(ends) - 1)
        numbers[start : ends[last]].sort()
        start = int(ends[last])


def _distinct(whole: Numbers) -> Numbers:
    whole.sort()
    new = np.empty(len(whole), np.bool_)
    new[:1] = True
    np.not_equal(whole[1:], whole[:-1], out=new[1:])
    return whole if new.all() else whole[new]


def _one_in_four(packed: Numbers) -> Numbers:
    kept: Numbers = packed[(packed >> DOCUMENT_BITS) % np.uint64(THINNED) == 0]
    return kept


def less(whole: PairCounts, part: PairCounts, progress: Progress = silent) -> PairCounts:
    """Counts with others taken away; pairs with nothing left are gone."""
    if not len(part.pairs):
        return whole
    progress("Grouping", 0, 1)
    counts = whole.counts.copy()
    counts[np.searchsorted(whole.pairs, part.pairs)] -= part.counts
    left = counts > 0
    progress("Grouping", 0, 1)
    return PairCounts(whole.pairs[left], counts[left])
