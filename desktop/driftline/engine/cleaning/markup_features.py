"""What the line model sees of a web page's markup, beside what it sees of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.reading.markup_hints import TELLING, meanings

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
_LEVELS = 5
_DEPTH = 8


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
    """One row a line: hints as 0 or 1, the share of links, and how much prose its elements hold."""
    columns = hint_columns()
    flags = np.zeros((len(lines), len(columns)), dtype=np.float32)
    links = np.zeros(len(lines), dtype=np.float32)
    paths = np.zeros((len(lines), _DEPTH), dtype=np.int64)
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
        path = block.path[:_DEPTH]
        paths[row, : len(path)] = path
    return np.concatenate(
        [flags, links[:, None], _holdings(paths, words, good, links)], axis=1, dtype=np.float32
    )


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
