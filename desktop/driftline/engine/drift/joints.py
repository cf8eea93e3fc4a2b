"""Where sentences were joined or parted inside a group: the words of the joint are one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.sides import is_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.alignment.wording import WordEdit


def joints(
    old: CodedText, new: CodedText, match: Match, edits: Sequence[WordEdit]
) -> list[tuple[WordEdit, bool]]:
    """The joints of a group as ranges of tokens, each with whether it is a split.

    A joint runs from the marks that end the first sentence to the first word of the next.
    """
    count_a, count_b = match.a_end - match.a, match.b_end - match.b
    if count_a == count_b:
        return []
    if count_a > count_b:
        firsts = old.bounds[match.a + 1 : match.a_end]
        text, span, split = old, (old.bounds[match.a], old.bounds[match.a_end]), False
    else:
        firsts = new.bounds[match.b + 1 : match.b_end]
        text, span, split = new, (new.bounds[match.b], new.bounds[match.b_end]), True
    start = (old.bounds[match.a], new.bounds[match.b])
    found: list[tuple[WordEdit, bool]] = []
    for first in firsts:
        low = first
        while low > span[0] and is_mark(text.words[low - 1]):
            low -= 1
        high = first
        while high < span[1] - 1 and is_mark(text.words[high]):
            high += 1
        joint = _joint(edits, low, high + 1, first, split, start)
        before = found[-1][0] if found else (0, 0, 0, 0)
        if joint is not None and joint[0] >= before[1] and joint[2] >= before[3]:
            found.append((joint, split))
    return found


def _joint(
    edits: Sequence[WordEdit], low: int, high: int, first: int, split: bool, start: tuple[int, int]
) -> WordEdit | None:
    """The joint, low to high on its own side, with the edits in it and its other side."""
    own, end, far, far_end = (2, 3, 0, 1) if split else (0, 1, 2, 3)
    inside = [
        edit
        for edit in edits
        if edit[own] < high and edit[end] >= low and (edit[end] > low or edit[own] == edit[end])
    ]
    if inside:
        low = min(max(low, inside[0][own]), first) if inside[0][own] >= low else inside[0][own]
        high = max(high, inside[-1][end])
    else:
        low = min(first - 1, low) if low < first else low
    far_low = _across(edits, low, own, far, start)
    far_high = _across(edits, high, own, far, start)
    if inside:
        far_low = min(far_low, inside[0][far])
        far_high = max(far_high, inside[-1][far_end])
    if far_low > far_high:
        return None
    if split:
        return far_low, far_high, low, high
    return low, high, far_low, far_high


def _across(edits: Sequence[WordEdit], at: int, own: int, far: int, start: tuple[int, int]) -> int:
    """Where a boundary between tokens that stayed lies on the other side."""
    shift = start[1] - start[0] if own == 0 else start[0] - start[1]
    for edit in edits:
        if edit[own + 1] <= at:
            shift = edit[far + 1] - edit[own + 1]
        elif edit[own] < at:
            return edit[far + 1]
        else:
            break
    return at + shift
