"""Articles that hold several stories: what they share with each makes them a version of none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.progress import Progress, often, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from driftline.engine.grouping.links import Links

#: Share of a text that is found in a round-up of which it is a part.
HELD = 0.5
#: The most of a round-up that one of its parts fills.
FILLED = 0.6
#: Features two parts need, each, to be more than a chance likeness.
LEAST_PART = 8
#: How many of the parts that have nothing in common with the largest are looked at.
MOST_ASKED = 8


def parts_of_roundups(
    near: Links,
    told: Links,
    sizes: NDArray[np.int64],
    stand_apart: Callable[[int, int, int], bool],
    progress: Progress = silent,
) -> NDArray[np.bool_]:
    """Which of the near pairs are a round-up and a version of one of its parts, as a mask.

    A text is a round-up when it holds most of two texts that have nothing in common, one after the
    other, and neither of them fills it. `told` are the pairs that have anything in common,
    `stand_apart` tells whether a text holds two others in two places.
    """
    parts: dict[int, list[tuple[int, int]]] = {}
    links: dict[int, list[int]] = {}

    def tick() -> None:
        progress("Grouping", 0, 1)

    pairs = zip(near.first.tolist(), near.second.tolist(), near.shared.tolist(), strict=True)
    for place, (a, b, shared) in often(enumerate(pairs), tick):
        for whole, part in ((a, b), (b, a)):
            if shared > FILLED * sizes[whole]:
                continue
            links.setdefault(whole, []).append(place)
            if shared >= HELD * sizes[part] and shared >= LEAST_PART:
                parts.setdefault(whole, []).append((shared, part))
    known = set(zip(told.first.tolist(), told.second.tolist(), strict=True))
    tick()
    found = np.zeros(len(near.first), np.bool_)
    for whole, held_in in often(parts.items(), tick):
        largest = max(held_in)[1]
        strangers = (
            part
            for _, part in sorted(held_in, reverse=True)
            if part != largest and (part, largest) not in known and (largest, part) not in known
        )
        if any(stand_apart(whole, largest, part) for part in islice(strangers, MOST_ASKED)):
            found[links[whole]] = True
    return found
