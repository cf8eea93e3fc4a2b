"""The comparison in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.alignment.coded import content
from driftline.engine.records import Edit, Kind, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.alignment.align import Alignment


def summary(alignment: Alignment, edits: Iterable[Edit]) -> Summary:
    """Words of both texts, words kept in order or moved, and how many edits there are of each kind.

    A word that only looks otherwise is kept. The share kept is of the longer text; two texts
    without words are the same.
    """
    codes = alignment.old.codes
    old_words, new_words = len(content(codes)), len(content(alignment.new.codes))
    kept = 0
    for match in alignment.matches:
        if match.a == match.a_end or match.b == match.b_end:
            continue
        first, last = alignment.old.bounds[match.a], alignment.old.bounds[match.a_end]
        kept += len(content(codes[first:last]))
        kept -= len(content("".join([codes[edit[0] : edit[1]] for edit in match.edits])))
    counts: dict[str, int] = {}
    for edit in edits:
        counts[edit.kind.value] = counts.get(edit.kind.value, 0) + 1
    longer = max(old_words, new_words)
    return Summary(
        old_words=old_words,
        new_words=new_words,
        kept_words=kept,
        kept=kept / longer if longer else 1.0,
        counts={kind.value: counts[kind.value] for kind in Kind if kind.value in counts},
    )
