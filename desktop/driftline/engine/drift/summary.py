"""The comparison in numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from driftline.engine.alignment.coded import content
from driftline.engine.records import Edit, Kind, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.alignment.matches import Alignment


def summary(alignment: Alignment, edits: Iterable[Edit]) -> Summary:
    """Words of both texts, words kept in order or moved, and how many edits there are of each kind.

    A word that only looks otherwise is kept. The share kept is of the longer text; two texts
    without words are the same.
    """
    old_words, new_words = alignment.old.count, alignment.new.count
    codes, bounds = alignment.old.codes, alignment.old.bounds
    lost: list[str] = []
    for match in alignment.matches:
        if match.b == match.b_end:
            lost.append(codes[bounds[match.a] : bounds[match.a_end]])
        else:
            lost += [codes[edit[0] : edit[1]] for edit in match.edits]
    kept = old_words - len(content("".join(lost)))
    counts = Counter([edit.kind for edit in edits])
    longer = max(old_words, new_words)
    return Summary(
        old_words=old_words,
        new_words=new_words,
        kept_words=kept,
        kept=kept / longer if longer else 1.0,
        counts={kind.value: counts[kind] for kind in Kind if kind in counts},
    )
