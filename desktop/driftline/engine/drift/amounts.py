"""Numbers with a unit or a bound: "$5" and "5 dollars", "1,203" and "about 1,200"."""

from __future__ import annotations

import math
import re
from itertools import product
from typing import TYPE_CHECKING

from driftline.engine.drift.sides import Side
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

# "812p".
_UNIT_BEHIND = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]{1,4})")
_GLUED = 2
# Signs that stand before an amount.
CURRENCIES = frozenset("$£€")
# A number that stands for another one is this near to it at most.
_ROUND = 0.1
# With a bound it may be so far off: "more than 2 million" for 2.5 million.
_BOUND = 0.25
_LONGEST_BOUND = 3
# "48.2 million pounds".
_LONGEST_AMOUNT = 3


def amount(old: Side, new: Side, classes: WordClasses) -> Verdict | None:
    """A number with a unit before it on one side and behind it on the other: "$5", "5 euros"."""
    ours, theirs = _parted(old.forms), _parted(new.forms)
    if ours is None or theirs is None:
        return None
    (unit, number, before), (unit_new, number_new, before_new) = ours, theirs
    contrasts, worth = classes.contrasts, classes.numerals.worth_of
    if before == before_new or not (contrasts.is_unit(unit) and contrasts.is_unit(unit_new)):
        return None
    value, value_new = worth(number), worth(number_new)
    if value is None or value_new is None:
        return None
    if not math.isclose(value, value_new):
        return Kind.NUMBER, "number"
    if contrasts.between(unit, unit_new):
        return Kind.NUMBER, "unit"
    return Kind.TYPOGRAPHY, "signs"


def glued(old: Side, new: Side, classes: WordClasses) -> Verdict | None:
    """A number and its unit in one word and in two: "812p", "812 pence"."""
    short, long = sorted((old.forms, new.forms), key=len)
    if len(short) != 1 or len(long) != _GLUED:
        return None
    found = _UNIT_BEHIND.fullmatch(short[0])
    contrasts, worth = classes.contrasts, classes.numerals.worth_of
    if found is None or not (contrasts.is_unit(found[2]) and contrasts.is_unit(long[1])):
        return None
    if contrasts.between(found[2], long[1]):
        return None
    value, value_long = worth([found[1]]), worth(long[:1])
    if value is None or value_long is None:
        return None
    return (
        (Kind.TYPOGRAPHY, "signs") if math.isclose(value, value_long) else (Kind.NUMBER, "number")
    )


def converted(old: Side, new: Side, classes: WordClasses) -> Verdict | None:
    """A number and its unit that became another number of another unit: "12 miles", "19 km"."""
    measures, worth = classes.numerals.measures, classes.numerals.worth_of
    ours, theirs = measures.get(old.forms[-1]), measures.get(new.forms[-1])
    if ours is None or theirs is None or ours[0] != theirs[0] or ours[1] == theirs[1]:
        return None
    value, value_new = (worth(_unbounded(side.forms[:-1], classes)) for side in (old, new))
    if not value or not value_new:
        return None
    near = abs(value * ours[1] / (value_new * theirs[1]) - 1) <= _ROUND
    return Kind.NUMBER, "converted" if near else "number"


def same_amounts(
    old: Sequence[str], new: Sequence[str], classes: WordClasses
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where two blocks of words have one amount, with the sign of its unit here and its name there.

    Both from the first word to the end.
    """
    if CURRENCIES.isdisjoint(old) and CURRENCIES.isdisjoint(new):
        return None
    for (ours, side), (theirs, side_new) in product(_stretches(old), _stretches(new)):
        verdict = amount(side, side_new, classes)
        if verdict is not None and verdict[0] is Kind.TYPOGRAPHY:
            return ours, theirs
    return None


def _stretches(words: Sequence[str]) -> Iterator[tuple[tuple[int, int], Side]]:
    """All that may be an amount among some words, from its first word to its end."""
    for first in range(len(words) - 1):
        for end in range(min(len(words), first + _LONGEST_AMOUNT), first + 1, -1):
            yield (first, end), Side(words[first:end])


def rounded(old: Side, new: Side, classes: WordClasses) -> Verdict | None:
    """A number that became another with a bound before it, or the reverse."""
    ours, theirs = _unsigned(old.forms), _unsigned(new.forms)
    # Of two that are equally long either may be the one with the bound.
    far = _off(ours, theirs, classes) if len(ours) <= len(theirs) else None
    rounds = far is not None
    if far is None and len(ours) >= len(theirs):
        far = _off(theirs, ours, classes)
    if far is None:
        return None
    return Kind.NUMBER, "number" if far else "rounded" if rounds else "exact"


def _off(exact: list[str], bounded: list[str], classes: WordClasses) -> bool | None:
    """Whether a number is too far off to be another one with a bound before it; None: no such."""
    for length in range(1, min(len(bounded), _LONGEST_BOUND + 1)):
        bound = classes.bounds.get(" ".join(bounded[:length]))
        if bound is None:
            continue
        value = classes.numerals.worth_of(bounded[length:])
        number = classes.numerals.worth_of(exact)
        if value is None or number is None or value == number:
            continue
        if not number:
            return True
        if bounded[-1][0].isdigit() and exact[-1][0].isdigit() and _grain(value) <= _grain(number):
            return True  # "44", "about 41": nothing was rounded
        off = (value - number) / number
        fits = off <= 0 if bound == "more" else off >= 0 if bound == "less" else True
        return not fits or abs(off) > (_ROUND if bound == "about" else _BOUND)
    return None


def _grain(value: float) -> float:
    """The largest 1 or 5, with noughts behind or before it, of which a number is a multiple."""
    grains = (step * 10.0**power for power in range(-3, 13) for step in (1, 5))
    return max((g for g in grains if math.isclose(value / g, round(value / g))), default=0.0)


def _unbounded(words: list[str], classes: WordClasses) -> list[str]:
    """Lower-case words without what bounds the number they end with: "nearly 100"."""
    for length in range(min(len(words) - 1, _LONGEST_BOUND), 0, -1):
        if " ".join(words[:length]) in classes.bounds:
            return words[length:]
    return words


def _unsigned(words: list[str]) -> list[str]:
    return [word for word in words if word not in CURRENCIES]


def _parted(words: list[str]) -> tuple[str, list[str], bool] | None:
    """The unit and the number of lower-case words, and whether the unit stands first."""
    if len(words) < 2:
        return None
    if words[0] in CURRENCIES:
        return words[0], words[1:], True
    return words[-1], words[:-1], False
