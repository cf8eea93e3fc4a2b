"""Times of day: "9 in the morning", "9 a.m." and "0900" are one."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import Side
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.numerals import Numerals
    from driftline.engine.drift.sides import Verdict

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d)?)?(?:([ap])\.?m\.?)?")
# Hours and minutes with nothing between them are a time only in the place of one.
_TOGETHER = re.compile(r"(\d\d)(\d\d)(?:h|hrs)?")
# Words of "in the morning", and of "9 in the morning".
_LONGEST_HALF = 3
_LONGEST = 4
_SAME = (Kind.TYPOGRAPHY, "signs")


def changed_time(
    old: Side, new: Side, one: list[str], other: list[str], numerals: Numerals
) -> Verdict | None:
    """The verdict on a time of day that became one; `one` and `other` are the sides' bare words."""
    if one == other or not (one[0][0].isdigit() and other[0][0].isdigit()):
        if numerals.times.isdisjoint(one) and numerals.times.isdisjoint(other):
            return None
        half, half_new = (numerals.halves.get(" ".join(words)) for words in (one, other))
        if half and half_new and numerals.is_number(plain(old.before)):
            return _SAME if half == half_new else (Kind.DATE, "time of day")
    sides = (old, one), (new, other)
    times = [_of(words, numerals, plain(side.after) in numerals.clock) for side, words in sides]
    for at in (0, 1):
        if times[at] is None is not times[1 - at] and len(sides[at][1]) == 1:
            found = _TOGETHER.fullmatch(sides[at][1][0])
            times[at] = _minutes(found[1], found[2]) if found else None
    if None in times:
        return None
    if times[0] == times[1]:
        return _SAME
    # Two words in figures are numbers to the rules.
    return None if len(one) == 1 == len(other) else (Kind.DATE, "time of day")


def minutes(text: str, of_day: bool = False) -> int | None:
    """Minutes after midnight; None when the text is no time of day.

    `of_day` says that an hour alone is one.
    """
    found = _CLOCK.fullmatch(text)
    if not found or not (found[2] or found[3] or of_day):
        return None
    return _minutes(found[1], found[2], found[3])


def same_times(
    old: Sequence[str], new: Sequence[str], classes: WordClasses
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where two blocks of words have one time of day in other words, from first word to end."""
    known = classes.numerals.times
    if known.isdisjoint(old) and known.isdisjoint(new):
        return None
    for (ours, side), (theirs, side_new) in product(_stretches(old), _stretches(new)):
        if changed_time(side, side_new, side.bare, side_new.bare, classes.numerals) == _SAME:
            return ours, theirs
    return None


def _stretches(words: Sequence[str]) -> Iterator[tuple[tuple[int, int], Side]]:
    """All that may be a time of day among some words, from its first word to its end."""
    for first in range(len(words)):
        for end in range(min(len(words), first + _LONGEST), first, -1):
            side = Side(words[first:end])
            if side.bare:
                yield (first, end), side


def _of(words: list[str], numerals: Numerals, of_day: bool) -> int | None:
    """Minutes after midnight of lower-case words; None when they are no time of day."""
    half: str | None = None
    if words[-1] in numerals.times:
        named = numerals.hours.get(" ".join(words))
        if named is not None:
            return named * 60
        for length in range(min(_LONGEST_HALF, len(words) - 1), 0, -1):
            half = numerals.halves.get(" ".join(words[-length:]))
            if half:
                words = words[:-length]
                break
    if words[-1] in numerals.clock:
        words, of_day = words[:-1], True
    text = "".join(words)
    if text[-1:] in numerals.clock and len(words) == 1:
        of_day = True
    if (half or of_day) and text.isalpha():
        hour = numerals.worth.get(text, 0)
        return _minutes(str(int(hour)), None, half) if 0 < hour < 24 and hour % 1 == 0 else None
    found = _CLOCK.fullmatch(text)
    if not found or not (found[2] or found[3] or half or of_day):
        return None
    return _minutes(found[1], found[2], found[3] or half)


def _minutes(hour: str, minute: str | None, half: str | None = None) -> int | None:
    """Minutes after midnight; `half` is "a" before noon and "p" after it."""
    h, m = int(hour), int(minute or 0)
    if half and h <= 12:
        h = h % 12 + (12 if half == "p" else 0)
    return h * 60 + m if h < 24 and m < 60 else None
