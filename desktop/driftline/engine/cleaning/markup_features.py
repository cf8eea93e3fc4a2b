"""What the line model sees of a web page's markup, beside what it sees of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.cleaning.features import shifted, sums_around
from driftline.engine.reading.markup_hints import TELLING, meanings
from driftline.engine.records import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from driftline.engine.cleaning.features import Table
    from driftline.engine.cleaning.lines import Line

_TAGS = (
    "p", "li", "div", "td", "span", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "a", "section",
    "article", "figcaption", "blockquote", "dd", "dt", "button", "label", "th", "body",
)  # fmt: skip
_DECLARED = (
    "titled", "described", "said", "unsaid", "told", "bold", "unseen", "prop:articlebody",
    "prop:author", "prop:datepublished", "prop:headline", "prop:name", "prop:text",
)  # fmt: skip
#: Hints that say something of one line alone, not of the part of the page it stands in.
_OF_A_LINE = frozenset({"titled", "described", "said", "unsaid", "told", "bold"})
_LEVELS = 5
_DEPTH = 8
#: How far the links around a line are looked at: single lines, and windows.
_REACH = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (4, 10, 25)


def hint_columns() -> dict[str, int]:
    """The column of each hint."""
    names = [f"near:{meaning}" for meaning in meanings()]
    names += [f"class:{meaning}" for meaning in meanings()]
    names += [f"in:{place}" for place in sorted(TELLING)]
    names += [f"tag:{tag}" for tag in _TAGS]
    names += list(_DECLARED)
    return {name: number for number, name in enumerate(names)}


def has_markup(lines: Sequence[Line]) -> bool:
    """Whether the lines come from a format whose reader tells hints."""
    return any(line.block is not None and line.block.path for line in lines)


def markup_features(lines: Sequence[Line], words: Table, good: Table) -> Table:
    """One row a line of what its markup says.

    Its hints, plain and compared with those of the page's prose; links in it and around it; how
    much prose its elements hold; its like on the page; its place beside the headline.
    """
    columns = hint_columns()
    flags = np.zeros((len(lines), len(columns)), dtype=np.float32)
    links = np.zeros(len(lines), dtype=np.float32)
    paths = paths_of(lines)
    known: dict[tuple[str, ...], list[int]] = {}
    for row, line in enumerate(lines):
        block = line.block
        if block is None:
            continue
        at = known.get(block.hints)
        if at is None:
            at = [columns[hint] for hint in block.hints if hint in columns]
            known[block.hints] = at
        flags[row, at] = 1.0
        links[row] = block.links
    usual = good @ flags / max(float(good.sum()), 1.0)
    return np.concatenate(
        [
            flags,
            links[:, None],
            _holdings(paths, words, good, links),
            flags - usual,
            _alike(lines, words, good),
            _links_around(links, words),
            _beside_headline(lines, paths, good),
        ],
        axis=1,
        dtype=np.float32,
    )


def paths_of(lines: Sequence[Line]) -> NDArray[np.int64]:
    """For each line the numbers of the elements it stands in, innermost first; 0 for none."""
    paths = np.zeros((len(lines), _DEPTH), dtype=np.int64)
    for row, line in enumerate(lines):
        if line.block is not None:
            path = line.block.path[:_DEPTH]
            paths[row, : len(path)] = path
    return paths


def _alike(lines: Sequence[Line], words: Table, good: Table) -> Table:
    """How much of the page's prose stands in parts of the same kind, and how long their lines are.

    Lines are of one kind when their markup says the same.
    """
    kinds: dict[tuple[str, ...], int] = {}
    kind = np.zeros(len(lines), dtype=np.int64)
    for row, line in enumerate(lines):
        hints = line.block.hints if line.block is not None else ()
        told = tuple(h for h in hints if h not in _OF_A_LINE and not h.startswith("when:"))
        kind[row] = kinds.setdefault(told, len(kinds))
    prose = np.bincount(kind, weights=good)
    count = np.bincount(kind)
    all_words = np.bincount(kind, weights=words)
    columns = [
        prose / max(float(good.sum()), 1.0),
        np.minimum(count, 300),
        all_words / np.maximum(count, 1),
        prose / np.maximum(all_words, 1.0),
    ]
    return np.stack([column[kind] for column in columns], axis=1).astype(np.float32)


def _links_around(links: Table, words: Table) -> Table:
    """The share of links of the lines around, and linked words and words before and after."""
    columns = [shifted(links, step) for step in _REACH]
    for width in _WINDOWS:
        for series in (words * links, words):
            columns += sums_around(series, width)
    return np.stack(columns, axis=1).astype(np.float32)


def _beside_headline(lines: Sequence[Line], paths: NDArray[np.int64], good: Table) -> Table:
    """How near a line is to the headline: in elements, in lines and in words of prose."""
    count = len(lines)
    at = next(
        (i for i, line in enumerate(lines) if line.block and line.block.role is Role.HEADLINE), None
    )
    if at is None:
        return np.full((count, 4), -1.0, dtype=np.float32)
    # The innermost element that holds both: how far out it lies from the line and the headline.
    same = (paths[:, :, None] == paths[at][None, None, :]) & (paths[:, :, None] > 0)
    out = np.where(same.any(axis=(1, 2)), same.any(axis=2).argmax(axis=1), _DEPTH + 1)
    from_headline = np.where(same.any(axis=(1, 2)), same.any(axis=1).argmax(axis=1), _DEPTH + 1)
    before = np.cumsum(good) - good
    lines_on = np.clip(np.arange(count) - at, -30, 200)
    return np.stack([out, from_headline, lines_on, before - before[at]], axis=1).astype(np.float32)


def _holdings(paths: NDArray[np.int64], words: Table, good: Table, links: Table) -> Table:
    """For the elements a line stands in, innermost first: their share of the page's prose."""
    size = int(paths.max(initial=0)) + 1
    flat = paths.ravel()

    def held(weight: Table) -> NDArray[np.float64]:
        sums = np.bincount(flat, weights=np.repeat(weight, _DEPTH), minlength=size).astype(float)
        sums[0] = 0.0
        return sums

    prose, all_words, linked = held(good), held(words), held(words * links)
    count = held(np.ones_like(words))
    total = max(float(good.sum()), 1.0)
    columns = []
    for level in range(_LEVELS):
        at = paths[:, level]
        columns += [
            prose[at] / total,
            prose[at] / np.maximum(all_words[at], 1.0),
            linked[at] / np.maximum(all_words[at], 1.0),
            np.minimum(count[at], 400),
        ]
    parents = np.bincount(paths[:, 1], weights=good, minlength=size)
    grand = np.bincount(paths[:, 2], weights=good, minlength=size)
    score = parents + 0.5 * grand
    score[0] = -1.0
    main = int(score.argmax()) if size > 1 else 0
    columns += [
        parents[paths[:, 1]] / total,
        grand[paths[:, 2]] / total,
        (paths == main).any(axis=1) & (main > 0),
        paths[:, 1] == main,
        np.full(len(paths), parents[main] / total),
        (paths > 0).sum(axis=1),
    ]
    before = np.vstack([paths[:1] * 0, paths[:-1]])
    after = np.vstack([paths[1:], paths[:1] * 0])
    for other in (before, after):
        columns += [
            paths[:, 1] == other[:, 1],
            paths[:, 2] == other[:, 2],
            (paths[:, 1:5, None] == other[:, None, 1:5]).any(axis=(1, 2)),
        ]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)
