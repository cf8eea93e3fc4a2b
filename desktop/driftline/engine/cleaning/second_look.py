"""What the second forest sees: how the first judged a line, its neighbours and its page.

A line among lines of the story is likelier the story's: stacked generalisation (Wolpert 1992) over
the sequence and over the elements of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from driftline.engine.cleaning.features import lines_since, shifted, sums_around

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from driftline.engine.cleaning.features import Table

_REACH = (-4, -3, -2, -1, 1, 2, 3, 4)
_WINDOWS = (3, 8, 20)
#: Words of a line that counts as a landmark, and the chances from which on it is one.
_LANDMARK = 7
_LIKELY = (0.5, 0.8)
#: Words of a line by whose chance the others of its page are measured.
_LONG = 10
#: Elements around a line, from the one that holds its own.
_LEVELS = range(1, 5)


def second_look(first: Table, words: Table, paths: NDArray[np.int64]) -> Table:
    """One row a line; `first` are the chances the first forest gives.

    `paths` are the elements each line stands in, innermost first; without columns for plain text.
    """
    # Rounded: the last bits of a chance may differ from machine to machine.
    chance = np.round(first.astype(np.float64), 3)
    weight = words.astype(np.float64) + 1.0
    mass = chance * weight
    total = max(float(mass.sum()), 1.0)
    columns: list[NDArray[Any]] = [chance, *(shifted(chance, step) for step in _REACH)]
    for width in _WINDOWS:
        held = sums_around(mass, width)
        sizes = sums_around(weight, width)
        columns += [h / np.maximum(size, 1.0) for h, size in zip(held, sizes, strict=True)]
    columns += held
    ranked = np.sort(np.where(words >= _LONG, chance, 0.0))[::-1]
    best = float(ranked[0])
    columns += [
        (np.cumsum(mass) - mass) / total,
        *(
            np.full(len(chance), value)
            for value in (
                total,
                total / weight.sum(),
                best,
                ranked[min(4, len(ranked) - 1)],
                ranked[:20].mean(),
            )
        ),
        chance / max(best, 0.01),
    ]
    for likely in _LIKELY:
        mark = (chance >= likely) & (words >= _LANDMARK)
        for since in (lines_since(mark), lines_since(mark[::-1])[::-1]):
            columns.append(np.minimum(since, 60).astype(np.float64))
    if paths.shape[1]:
        columns += _elements(mass, weight, total, paths)
    return np.stack(columns, axis=1).astype(np.float32)


def _elements(
    mass: NDArray[np.float64], weight: NDArray[np.float64], total: float, paths: NDArray[np.int64]
) -> list[NDArray[Any]]:
    """How likely the words are, taken together, of each element a line stands in."""
    depth = paths.shape[1]
    size = int(paths.max(initial=0)) + 1
    flat = paths.ravel()
    held = np.bincount(flat, weights=np.repeat(mass, depth), minlength=size)
    sizes = np.bincount(flat, weights=np.repeat(weight, depth), minlength=size)
    mean = held / np.maximum(sizes, 1.0)
    mean[0] = held[0] = 0.0
    columns = [mean[paths[:, level]] for level in _LEVELS]
    return [*columns, *(held[paths[:, level]] / total for level in (1, 2))]
