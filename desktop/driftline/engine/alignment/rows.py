"""Rows: paragraphs side by side, read off the links of their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.records import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match

# A link joins two paragraphs in a row when it is at least this share of the smaller one; a single
# sentence that changed paragraphs does not tie two long paragraphs together.
_SHARE = 0.25


def rows_of(old: CodedText, new: CodedText, matches: Iterable[Match]) -> tuple[Row, ...]:
    """Every paragraph of both versions in exactly one row, rows in the order of both texts.

    Paragraphs that were split or merged share a row. One that moved has a row at its old place and
    one at its new, each the other's twin.
    """
    stayed: dict[tuple[int, int], int] = {}
    moved: dict[tuple[int, int], int] = {}
    for match in matches:
        if match.a == match.a_end or match.b == match.b_end:
            continue
        weights = moved if match.moved else stayed
        for i in range(match.a, match.a_end):
            for j in range(match.b, match.b_end):
                one, other = old.sentences[i], new.sentences[j]
                pair = (one.paragraph, other.paragraph)
                weights[pair] = weights.get(pair, 0) + min(len(one.span), len(other.span))
    sizes_a = _sizes(old)
    sizes_b = _sizes(new)
    return _laid_out(_strong(stayed, sizes_a, sizes_b), _best(moved), len(sizes_a), len(sizes_b))


def _sizes(text: CodedText) -> list[int]:
    sizes = [0] * len(text.version.paragraphs)
    for sentence in text.sentences:
        sizes[sentence.paragraph] += len(sentence.span)
    return sizes


def _strong(
    weights: dict[tuple[int, int], int], sizes_a: Sequence[int], sizes_b: Sequence[int]
) -> list[tuple[int, int]]:
    """The pairs that share a row: each paragraph's heaviest, and every one that weighs enough."""
    best_a: dict[int, tuple[int, int]] = {}
    best_b: dict[int, tuple[int, int]] = {}
    for (p, q), weight in sorted(weights.items()):
        if p not in best_a or weight > best_a[p][0]:
            best_a[p] = (weight, q)
        if q not in best_b or weight > best_b[q][0]:
            best_b[q] = (weight, p)
    return sorted(
        pair
        for pair, weight in weights.items()
        if (best_a[pair[0]][1] == pair[1] and best_b[pair[1]][1] == pair[0])
        or weight >= _SHARE * min(sizes_a[pair[0]], sizes_b[pair[1]])
    )


def _best(weights: dict[tuple[int, int], int]) -> dict[int, int]:
    """Moved paragraphs one to one, heaviest pair first: old index to new."""
    best: dict[int, int] = {}
    taken: set[int] = set()
    for (p, q), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if p not in best and q not in taken:
            best[p] = q
            taken.add(q)
    return best


def _laid_out(
    pairs: Sequence[tuple[int, int]], moved: dict[int, int], old: int, new: int
) -> tuple[Row, ...]:
    blocks: list[tuple[int, int, int, int]] = []  # a, a_end, b, b_end: in order, apart
    for p, q in pairs:
        if blocks and (p < blocks[-1][1] or q < blocks[-1][3]):
            a, a_end, b, b_end = blocks[-1]
            blocks[-1] = (a, max(a_end, p + 1), min(b, q), max(b_end, q + 1))
            while len(blocks) > 1 and blocks[-1][2] < blocks[-2][3]:
                last = blocks.pop()
                first = blocks.pop()
                blocks.append((first[0], last[1], min(first[2], last[2]), max(first[3], last[3])))
        else:
            blocks.append((p, p + 1, q, q + 1))
    lone_a: dict[int, int] = {}
    lone_b: dict[int, int] = {}
    rows: list[Row] = []
    i = j = 0
    for a, a_end, b, b_end in [*blocks, (old, old, new, new)]:
        for p in range(i, a):
            lone_a[p] = len(rows)
            rows.append(Row((p,), ()))
        for q in range(j, b):
            lone_b[q] = len(rows)
            rows.append(Row((), (q,)))
        if a < a_end:
            rows.append(Row(tuple(range(a, a_end)), tuple(range(b, b_end))))
        i, j = a_end, b_end
    for p, q in sorted(moved.items()):
        if p in lone_a and q in lone_b:
            here, there = lone_a[p], lone_b[q]
            rows[here] = Row((p,), (), True, there)
            rows[there] = Row((), (q,), True, here)
    return tuple(rows)
