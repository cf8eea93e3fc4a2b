"""How a line is worded: whether its words are rather a story's or rather those around stories.

A linear model over the words that many sites use (logistic regression over a bag of words); the
forest sees its sums beside all else. It knows English; other texts score nothing.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, repeat
from typing import TYPE_CHECKING

import numpy as np

from driftline import assets
from driftline.engine.cleaning.features import OWN, shifted, sums_around

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from driftline.engine.cleaning.features import Table
    from driftline.engine.cleaning.lines import Line

#: What counts beside words.
_MARKS = '.,:;!?"()[]|/-&$%©'
#: Share of an English page's words that are English stop words, at the least.
_ENGLISH = 0.08
_WORDS, _STOPS = OWN.index("words"), OWN.index("stops")
_REACH = (-2, -1, 1, 2)
_WINDOWS = (3, 8, 20)


def tokens_of(lines: Sequence[Line]) -> list[list[str]]:
    """The words and marks of each line."""
    text = "\n".join([line.plain for line in lines])
    for mark in _MARKS:  # several times faster than an expression that finds the tokens
        text = text.replace(mark, f" {mark} ")
    return [line.split() for line in text.split("\n")]


def is_english(own: Table, language: str) -> bool:
    """Whether a page's words can be weighed; `own` is its table of features."""
    words = own[:, _WORDS]
    said = float((own[:, _STOPS] * words).sum())
    return language == "en" and said >= _ENGLISH * float(words.sum())


def word_scores(lines: Sequence[Line], weights: Mapping[str, float]) -> NDArray[np.float64]:
    """For each line what its words weigh, over the root of their number.

    A word weighs more than zero where stories use it more; words without a weight weigh nothing.
    """
    tokens = tokens_of(lines)
    counts = np.array([len(line) for line in tokens], dtype=np.int64)
    values = np.fromiter(
        map(weights.get, chain.from_iterable(tokens), repeat(0.0)),
        dtype=np.float64,
        count=int(counts.sum()),
    )
    total = np.concatenate([[0.0], np.cumsum(values)])
    ends = np.cumsum(counts)
    scores: NDArray[np.float64] = (total[ends] - total[ends - counts]) / np.sqrt(
        np.maximum(counts, 1)
    )
    return scores


def word_features(scores: NDArray[np.float64], words: Table) -> Table:
    """One row a line: its score, those of the lines beside it, of windows and of its page."""
    # Rounded: the last bits of a sum may differ from machine to machine.
    scores = np.round(scores, 2)
    weighed = scores * words
    columns = [scores, *(shifted(scores, step) for step in _REACH)]
    for width in _WINDOWS:
        held, sizes = sums_around(weighed, width), sums_around(words, width)
        columns += [h / np.maximum(size, 1.0) for h, size in zip(held, sizes, strict=True)]
    columns.append(np.full(len(scores), weighed.sum() / max(float(words.sum()), 1.0)))
    return np.stack(columns, axis=1).astype(np.float32)


@cache
def known_weights() -> dict[str, float]:
    """The trained weights of the resource file."""
    with np.load(assets.path("models", "cleaning-words.npz"), allow_pickle=False) as arrays:
        return dict(zip(arrays["words"].tolist(), arrays["weights"].tolist(), strict=True))
