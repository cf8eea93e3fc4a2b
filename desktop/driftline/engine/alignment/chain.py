"""The heaviest chain: which pairs stay in order, so that the others are moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Indices of the pairs (a, b, weight) that rise in a and in b together and weigh the most.

    Both coordinates rise strictly. Weights are positive. O(n log n) with a tree of prefix maxima
    (P. M. Fenwick, 1994).
    """
    order = sorted(range(len(pairs)), key=lambda k: (pairs[k][0], -pairs[k][1]))
    rank = {b: r for r, b in enumerate(sorted({pair[1] for pair in pairs}), 1)}
    size = len(rank)
    weight = [0.0] * (size + 1)
    last = [-1] * (size + 1)
    before = [-1] * len(pairs)
    best, best_weight = -1, 0.0
    for k in order:
        place = rank[pairs[k][1]]
        total, previous = 0.0, -1
        at = place - 1
        while at > 0:
            if weight[at] > total:
                total, previous = weight[at], last[at]
            at &= at - 1
        total += pairs[k][2]
        before[k] = previous
        at = place
        while at <= size:
            if total > weight[at]:
                weight[at], last[at] = total, k
            at += at & -at
        if total > best_weight:
            best, best_weight = k, total
    chain: list[int] = []
    while best >= 0:
        chain.append(best)
        best = before[best]
    chain.reverse()
    return chain
