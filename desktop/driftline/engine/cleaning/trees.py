"""Gradient-boosted trees as arrays: many lines through many trees at once, in numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

#: Lines a pass: what is in work stays in the processor's cache.
_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees laid end to end: at a node a line with `feature` at most `threshold` goes left.

    `children` are two a node, the right one first; a leaf leads to itself. `roots` are where the
    trees begin, `depth` is that of the deepest.
    """

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    children: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]
    depth: int

    def chances(
        self, table: NDArray[np.float32], tick: Callable[[], None] = lambda: None
    ) -> NDArray[np.float32]:
        """For each row of a table the chance (0..1) that it is what the trees were taught.

        `tick` is called now and then, so that long work can be stopped.
        """
        sums = np.empty(len(table))
        for start in range(0, len(table), _AT_ONCE):
            tick()
            sums[start : start + _AT_ONCE] = self._sums(table[start : start + _AT_ONCE])
        chance: NDArray[np.float32] = (1.0 / (1.0 + np.exp(-sums))).astype(np.float32)
        return chance

    def _sums(self, rows: NDArray[np.float32]) -> Any:
        flat = np.ascontiguousarray(rows).ravel()
        base = (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[None, :]
        node = np.repeat(self.roots[:, None], len(rows), axis=1)
        for _ in range(self.depth):
            # All places are in range, which numpy need not prove again: "clip" is the fast mode.
            seen = flat.take(self.feature.take(node, mode="clip") + base, mode="clip")
            goes_left = seen <= self.threshold.take(node, mode="clip")
            node += node
            node += goes_left
            node = self.children.take(node, mode="clip")
        return self.value.take(node, mode="clip").sum(axis=0)


def load_forest(path: Path) -> Forest:
    """The trees of a resource file. Raises OSError or ValueError when it is damaged."""
    with np.load(path, allow_pickle=False) as arrays:
        return Forest(
            arrays["feature"].astype(np.int32),
            arrays["threshold"],
            np.stack([arrays["right"], arrays["left"]], axis=1).astype(np.int32).ravel(),
            arrays["value"].astype(np.float64),
            arrays["roots"].astype(np.int32),
            int(arrays["depth"]),
        )
