"""The heaviest chain: which pairs stay in order, so that the others are moves."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Indices of the pairs (a, b, weight) that rise in a and in b together and weigh the most.

    Both coordinates rise strictly. Weights are positive. O(n log n): for each weight that can be
    reached the lowest b that reaches it is kept (after J. W. Hunt and T. G. Szymanski, 1977).
    """
    order: Iterable[int] = range(len(pairs))
    if any(one[0] >= other[0] for one, other in pairwise(pairs)):
        order = sorted(order, key=lambda k: (pairs[k][0], -pairs[k][1]))
    ends: list[int] = []  # the b of the chains worth going on with, rising as their weights do
    weights: list[float] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for k in order:
        _, b, total = pairs[k]
        if not ends or b > ends[-1]:
            if ends:
                total += weights[-1]
                before[k] = last[-1]
            ends.append(b)
            weights.append(total)
            last.append(k)
            continue
        place = bisect_left(ends, b)
        if place:
            total += weights[place - 1]
            before[k] = last[place - 1]
        beaten = place
        while beaten < len(ends) and weights[beaten] <= total:
            beaten += 1
        if place < len(ends) and ends[place] == b and weights[place] >= total:
            continue
        ends[place:beaten] = [b]
        weights[place:beaten] = [total]
        last[place:beaten] = [k]
    chain: list[int] = []
    k = last[-1] if last else -1
    while k >= 0:
        chain.append(k)
        k = before[k]
    chain.reverse()
    return chain
