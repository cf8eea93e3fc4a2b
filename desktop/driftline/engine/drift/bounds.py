"""Bounds of numbers in a block of changed words: "more than" goes with the number behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Side

#: Part of a block: words x to x_end of the old side became words y to y_end of the new.
Part = tuple[int, int, int, int]

_SHORTEST = 2
_LONGEST = 3


def bounded(
    old: Sequence[str], new: Sequence[str], parts: list[Part], around: Side, classes: WordClasses
) -> list[Part]:
    """The parts, a bound taken to the number behind it: "has more than 400"."""
    if classes.bound_words.isdisjoint(old) and classes.bound_words.isdisjoint(new):
        return parts
    is_number = classes.numerals.is_number
    at = len(parts) - 1
    while at >= 0:
        part = parts[at]
        following = parts[at + 1] if at + 1 < len(parts) else None
        for words, own in ((old, 0), (new, 2)):
            end = part[own + 1]
            after = words[end] if end < len(words) else around.after
            if end - part[own] < _SHORTEST or not (
                is_number(plain(after) or "-") or (end == len(words) and _is_unit(around, classes))
            ):
                continue
            length = _bound_before(words[part[own] : end], classes)
            whole = length == end - part[own]
            far, far_end = part[2 - own], part[3 - own]
            if not length or (whole and far == far_end):
                continue
            if _bound_before((new if own == 0 else old)[far:far_end], classes):
                continue
            if all(part[own] == part[own + 1] for part in parts[at + 1 :]):
                cut = [*part[:own], part[own], end - length, *part[own + 2 :]]
                past = parts[-1]
                gone = [past[1], past[1], past[3], past[3]]
                gone[own], gone[own + 1] = end - length, end
                # What only the other side has goes before the bound, which stands by its number.
                between = [_moved(later, own, end - length) for later in parts[at + 1 :]]
                parts[at:] = [_four(cut), *between, _four(gone)]
            elif (
                following is not None
                and following[own] == end < following[own + 1]
                and is_number(plain(words[end]))
            ):
                head, tail = list(part), list(following)
                head[own + 1] = tail[own] = end - length
                parts[at : at + 2] = [_four(head), _four(tail)]
            break
        at -= 1
    return parts


def _is_unit(around: Side, classes: WordClasses) -> bool:
    """Whether one of what is measured follows: "about an hour"."""
    article = plain(around.after) in classes.numerals.articles
    return article and classes.contrasts.is_unit(plain(around.then))


def _bound_before(words: Sequence[str], classes: WordClasses) -> int:
    """How many words at the end of some bound the number behind them."""
    for length in range(min(len(words), _LONGEST), 0, -1):
        if " ".join(map(plain, words[-length:])) in classes.bounds:
            return length
    return 0


def _moved(part: Part, own: int, place: int) -> Part:
    """A part with nothing on its own side, which is put at another place there."""
    places = list(part)
    places[own] = places[own + 1] = place
    return _four(places)


def _four(places: list[int]) -> Part:
    x, x_end, y, y_end = places
    return x, x_end, y, y_end
