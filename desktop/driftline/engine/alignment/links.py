"""Which sentence of the new text each sentence of the old one became.

Equal sentences are anchors. Over the rest, pairs that are much alike are taken best first, wherever
they stand; what then lies between neighbours that stayed may be alike less; at last a sentence left
over joins its neighbour's partner when it is found there (a split or a merge).
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from driftline.engine.alignment.chain import heaviest_chain
from driftline.engine.alignment.likeness import LONG, Likeness
from driftline.engine.progress import often, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from driftline.engine.alignment.kinship import Kinship
    from driftline.engine.progress import Progress, Tick

# Likeness two sentences need wherever they stand; and when they stand elsewhere and nothing else
# has been found for them.
_STRONG = 0.6
_ELSEWHERE = 0.55
# How near a partner must come to the best one to be as good.
_NEARLY = 0.65
# Copies of a sentence, old times new, up to which their likeness to others is looked at too.
_COPIES = 400
# What distance costs: the whole length of the text apart is this much likeness.
_DISTANCE = 0.05
# The same between two neighbours that stayed: from one to the other.
_DISTANCE_IN_GAP = 0.4
# The share of a sentence that must be found in its neighbour's partner, surely and at the least.
_HELD_SURELY = 0.75
_HELD = 0.55
# The same of its words, and of what it tells in other words, when it was reworded.
_HELD_REWORDED = 0.3
_HELD_IN_SENSE = 0.65
# What it takes where the order of words is another; and how much it tells there beside its
# neighbour.
_HELD_ELSEWHERE = 0.8
_ADDED = 2
# What a sentence reworded throughout has in common with the one in its place, at the least: in a
# paragraph with others, and when it is one of its own.
_KIN = 0.4
_KIN_ALONE = 0.5
# Likeness below which it may come from words alone that tell nothing; then it takes so much.
_TELLING = 0.45
_KIN_LEAST = 0.25
# So many sentences at most are left over there.
_KIN_FEW = 3
# Sentences between two neighbours that stayed are all compared up to this many pairs.
_GAP = 250_000


class Links:
    """The links found so far between old sentences (a) and new ones (b)."""

    __slots__ = ("allowed", "of", "of_a", "of_b")

    def __init__(self, old: int, new: int, allowed: Callable[[int, int], bool]) -> None:
        self.of_a: list[list[int]] = [[] for _ in range(old)]
        self.of_b: list[list[int]] = [[] for _ in range(new)]
        #: The partners by side: 0 is the old text, 1 the new.
        self.of = (self.of_a, self.of_b)
        self.allowed = allowed

    def add(self, i: int, j: int) -> None:
        """Link old sentence i and new sentence j."""
        self.of_a[i].append(j)
        self.of_b[j].append(i)

    def free(self, i: int, j: int) -> bool:
        """Whether both are still without a partner and may become partners."""
        return not self.of_a[i] and not self.of_b[j] and self.allowed(i, j)


def find_links(
    a: Sequence[str],
    b: Sequence[str],
    least: float,
    links: Links,
    progress: Progress = silent,
    kinship: Kinship | None = None,
) -> None:
    """Complete the links between sentences, each given as its words in codes.

    `least` is the likeness sentences need that stand in the same place; with `kinship` those are
    linked too that were reworded throughout between neighbours that stayed. Links already there are
    kept.
    """
    _anchors(a, b, links, partial(progress, "sentences", 0, 4))
    free_a = [i for i, partners in enumerate(links.of_a) if not partners and a[i]]
    free_b = [j for j, partners in enumerate(links.of_b) if not partners and b[j]]
    if not free_a or not free_b:
        return
    progress("sentences", 0, 4)
    likeness = Likeness(a, b, free_a, free_b, progress)
    scale_a, scale_b = 1 / max(len(a), 1), 1 / max(len(b), 1)
    found: list[tuple[float, int, int, float]] = []
    for number, (i, j, alike) in enumerate(likeness.pairs(free_a, free_b, _ELSEWHERE)):
        if number % 1024 == 0:
            progress("sentences", 1, 4)
        found.append((-alike + _DISTANCE * abs(i * scale_a - j * scale_b), i, j, alike))
    progress("sentences", 1, 4)
    found.sort()
    _keep_order(a, found, links)
    progress("sentences", 1, 4)
    for _, i, j, alike in found:
        if alike >= _STRONG and links.free(i, j):
            links.add(i, j)
    _uncross(a, links)
    progress("sentences", 2, 4)
    _take_in(likeness, links, a, b)
    _join_neighbours(likeness, links, _HELD_SURELY)
    _fill_gaps(likeness, links, a, b, least, progress, kinship)
    for _, i, j, _alike in found:
        if links.free(i, j):
            links.add(i, j)
    progress("sentences", 3, 4)
    _join_neighbours(likeness, links, _HELD, kinship)
    if kinship is not None and _reworded(a, b, links, kinship):
        _join_neighbours(likeness, links, _HELD, kinship)


def _reworded(a: Sequence[str], b: Sequence[str], links: Links, kinship: Kinship) -> bool:
    """Link the few sentences that are left over in one place when they tell of the same; any found?

    They were reworded throughout: their neighbours on both sides are each other's partners.
    """
    linked = False
    for free_a, free_b in _gaps(links, [len(sentence) for sentence in a], len(a), len(b)):
        if max(len(free_a), len(free_b)) > _KIN_FEW:
            continue
        weighted = []
        for x, i in enumerate(free_a):
            for y, j in enumerate(free_b):
                sure = len(free_a) == len(free_b) and x == y and kinship.same_place(i, j)
                least = _KIN if sure and not kinship.stands_alone(i, j) else _KIN_ALONE
                surplus = kinship.of(i, j) - least
                if surplus >= 0 and links.allowed(i, j):
                    weighted.append((i, j, surplus + 1e-6))
        for k in heaviest_chain(weighted):
            links.add(weighted[k][0], weighted[k][1])
            linked = True
    return linked


def _uncross(a: Sequence[str], links: Links) -> None:
    """Let copies of a sentence that moved keep the order of their partners, as alike to each."""
    stay = {i for i, _ in stayed(links, [len(sentence) for sentence in a])}
    copies: dict[str, list[int]] = {}
    for i, partners in enumerate(links.of_a):
        if i not in stay and len(partners) == 1 and len(links.of_b[partners[0]]) == 1:
            copies.setdefault(a[i], []).append(i)
    for places in copies.values():
        partners = [links.of_a[i][0] for i in places]
        ordered = sorted(partners)
        if partners != ordered and all(map(links.allowed, places, ordered)):
            for i, j in zip(places, ordered, strict=True):
                links.of_a[i], links.of_b[j] = [j], [i]


def _keep_order(
    a: Sequence[str], found: Sequence[tuple[float, int, int, float]], links: Links
) -> None:
    """Where a sentence has several partners nearly as good, link those that keep their order.

    Texts repeat themselves; the best pair alone would cross over to another copy.
    """
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for _, i, j, alike in found:
        best_a[i] = max(best_a.get(i, 0.0), alike)
        best_b[j] = max(best_b.get(j, 0.0), alike)
    near = [
        (i, j, alike)
        for _, i, j, alike in found
        if alike >= _STRONG and alike >= _NEARLY * max(best_a[i], best_b[j]) and links.free(i, j)
    ]
    if len({i for i, _, _ in near}) == len(near) == len({j for _, j, _ in near}):
        return
    linked = [(i, partners[0], 1.0) for i, partners in enumerate(links.of_a) if partners]
    weighted = [(i, j, (len(a[i]) + 1) * alike) for i, j, alike in [*linked, *near]]
    for k in heaviest_chain(weighted):
        i, j, _ = weighted[k]
        if links.free(i, j):
            links.add(i, j)


def _anchors(a: Sequence[str], b: Sequence[str], links: Links, tick: Tick) -> None:
    """Link equal sentences that occur once in each text.

    Of those that occur very often neighbours of linked ones are linked, then the rest in order; a
    few copies are left to be told apart by what stands around them.
    """
    places: dict[str, tuple[list[int], list[int]]] = {}
    for i, sentence in enumerate(often(a, tick)):
        if not links.of_a[i]:
            places.setdefault(sentence, ([], []))[0].append(i)
    for j, sentence in enumerate(often(b, tick)):
        if sentence in places and not links.of_b[j]:
            places[sentence][1].append(j)
    repeated: list[tuple[list[int], list[int]]] = []
    for old, new in often(places.values(), tick):
        if len(old) == 1 and len(new) == 1:
            if links.free(old[0], new[0]):
                links.add(old[0], new[0])
        elif len(old) * len(new) > _COPIES:
            repeated.append((old, new))
    if not repeated:
        return
    for step in (1, -1):
        order = range(len(a)) if step == 1 else range(len(a) - 1, -1, -1)
        for i in order:
            before = i - step
            if links.of_a[i] or not 0 <= before < len(a) or not links.of_a[before]:
                continue
            j = links.of_a[before][0] + step
            if 0 <= j < len(b) and a[i] == b[j] and links.free(i, j):
                links.add(i, j)
    for old, new in repeated:
        rest_old = [i for i in old if not links.of_a[i]]
        rest_new = [j for j in new if not links.of_b[j]]
        for i, j in zip(rest_old, rest_new, strict=False):
            if links.free(i, j):
                links.add(i, j)


def stayed(links: Links, sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The first links of sentences that kept their order, in order; `sizes` weigh old sentences."""
    pairs = [(i, partners[0]) for i, partners in enumerate(links.of_a) if partners]
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return pairs
    weights = [(i, j, float(sizes[i] + 1)) for i, j in pairs]
    return [pairs[k] for k in heaviest_chain(weights)]


def _gaps(
    links: Links, sizes: Sequence[int], old: int, new: int
) -> Iterator[tuple[list[int], list[int]]]:
    """The sentences without a partner between two neighbours that stayed, on both sides."""
    bounds = [(-1, -1), *stayed(links, sizes), (old, new)]
    for (i0, j0), (i1, j1) in pairwise(bounds):
        if i1 - i0 > 1 and j1 - j0 > 1:
            free_a = [i for i in range(i0 + 1, i1) if not links.of_a[i]]
            free_b = [j for j in range(j0 + 1, j1) if not links.of_b[j]]
            if free_a and free_b:
                yield free_a, free_b


def _fill_gaps(
    likeness: Likeness,
    links: Links,
    a: Sequence[str],
    b: Sequence[str],
    least: float,
    progress: Progress,
    kinship: Kinship | None,
) -> None:
    sizes = [len(sentence) for sentence in a]
    for number, (free_a, free_b) in enumerate(list(_gaps(links, sizes, len(a), len(b)))):
        if number % 64 == 0:
            progress("sentences", 2, 4)
        places_a = {i: (k + 0.5) / len(free_a) for k, i in enumerate(free_a)}
        places_b = {j: (k + 0.5) / len(free_b) for k, j in enumerate(free_b)}
        weighted = []
        for i, j, alike in likeness.pairs(free_a, free_b, least):
            surplus = alike - least - _DISTANCE_IN_GAP * abs(places_a[i] - places_b[j])
            if surplus < 0 or not links.allowed(i, j):
                continue
            if alike < _TELLING and kinship is not None and kinship.of(i, j) < _KIN_LEAST:
                continue
            weighted.append((i, j, surplus + 1e-6))
        for k in heaviest_chain(weighted):
            links.add(weighted[k][0], weighted[k][1])


def _take_in(likeness: Likeness, links: Links, a: Sequence[str], b: Sequence[str]) -> None:
    """Let text without stops be partner of all that is found in it: the other side has stops."""
    for side, sentences, others in ((0, a, b), (1, b, a)):
        for long, sentence in enumerate(sentences):
            if len(sentence) <= LONG or links.of[side][long]:
                continue
            for k, other in enumerate(others):
                pair = (k, long) if side else (long, k)
                free = bool(other) and not links.of[1 - side][k] and links.allowed(*pair)
                if free and likeness.held(1 - side, k, long) >= _HELD:
                    links.add(*pair)


def _join_neighbours(
    likeness: Likeness, links: Links, share: float, kinship: Kinship | None = None
) -> None:
    """Let a sentence without partner share its neighbour's, when enough of it is found there.

    With `kinship` what is told there in other words is found as well.
    """

    def is_held(side: int, k: int, beside: int, partner: int) -> bool:
        held, told = likeness.held(side, k, partner), 0.0
        if kinship is not None and held >= _HELD_REWORDED:
            told = kinship.held(side, k, partner)
        if held < share and told < _HELD_IN_SENSE:
            return False
        return likeness.fuller(side, beside, k, partner) or (
            kinship is not None
            and told >= _HELD_ELSEWHERE
            and kinship.adds(side, k, beside, partner) >= _ADDED
        )

    for step in (1, -1):
        for side, partners in enumerate(links.of):
            count = len(partners)
            for k in range(count) if step == 1 else range(count - 1, -1, -1):
                beside = k - step
                if partners[k] or not 0 <= beside < count or len(partners[beside]) != 1:
                    continue
                partner = partners[beside][0]
                pair = (partner, k) if side else (k, partner)
                if links.allowed(*pair) and is_held(side, k, beside, partner):
                    links.add(*pair)
