"""Live pages: entries under times. They quote the stories of their day, versions of none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Set

    from numpy.typing import NDArray

    from driftline.engine.grouping.links import Links
    from driftline.engine.records import Version

#: A time at the start of a paragraph that heads an entry.
_TIME = re.compile(
    r"[012]?\d[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: (?:uhr|[a-z]{3,4}))?(?=$|[:.\s]|\s?[–—-])",
    re.ASCII | re.IGNORECASE,
)
#: Entries that make a live page.
_LEAST_ENTRIES = 4
#: The share of the larger text that makes a live page and a story one text all the same.
_NEARLY_ALL = 0.8


def is_live(version: Version) -> bool:
    """Whether a text tells what happened entry by entry, each under its time."""
    text = version.source.text
    entries = {
        found.group()
        for paragraph in version.paragraphs
        if (found := _TIME.match(text, paragraph.span.start, paragraph.span.end))
    }
    return len(entries) >= _LEAST_ENTRIES


def live_and_not(near: Links, sizes: NDArray[np.int64], live: Set[int]) -> NDArray[np.bool_]:
    """Which of the near pairs are a live page and a story it quotes, as a mask."""
    if not live:
        return np.zeros(len(near.first), np.bool_)
    told = np.zeros(len(sizes), np.bool_)
    told[sorted(live)] = True
    differs: NDArray[np.bool_] = told[near.first] != told[near.second]
    larger = np.maximum(sizes[near.first], sizes[near.second])
    quoted: NDArray[np.bool_] = near.shared < _NEARLY_ALL * larger
    return np.logical_and(quoted, differs)
