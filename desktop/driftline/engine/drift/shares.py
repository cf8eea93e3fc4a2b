"""Shares of a whole, in whatever form: "a fifth", "one in five", "20 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Side, Verdict

# Two shares are the same when they are this near: "a third" and "33 percent".
_NEAR = 0.006
# Words of a share: "two out of five".
_LONGEST = 4


def same_shares(
    old: Sequence[str], new: Sequence[str], classes: WordClasses
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where two blocks of words have a share each, from its first word to its end."""
    known = classes.numerals.share_words
    if known.isdisjoint(old) or known.isdisjoint(new):
        return None
    ours, theirs = _share_in(old, classes), _share_in(new, classes)
    return (ours, theirs) if ours and theirs else None


def _share_in(words: Sequence[str], classes: WordClasses) -> tuple[int, int] | None:
    """The first share among words, from its first word to its end."""
    forms = list(map(plain, words))
    for first in range(len(forms)):
        for end in range(min(len(forms), first + _LONGEST), first, -1):
            if _worth(forms[first:end], classes) is not None:
                return first, end
    return None


def shares(old: Side, new: Side, classes: WordClasses) -> Verdict | None:
    """The kind of a change of one share into another."""
    one, other = _worth(old.forms, classes), _worth(new.forms, classes)
    if one is None or other is None:
        return None
    if abs(one - other) <= _NEAR:
        return Kind.TYPOGRAPHY, "signs"
    return Kind.NUMBER, "number"


def _worth(words: list[str], classes: WordClasses) -> float | None:
    """What lower-case words are worth as a share; None when they are none."""
    numerals, last = classes.numerals, words[-1]
    named = numerals.shares.get(last)
    if named is not None:
        count = words[:-1]
        if not count or (len(count) == 1 and count[0] in classes.determiners):
            return named
        times = numerals.value(count)
        return None if times is None else times * named
    for length in (1, 2):
        if len(words) > length and " ".join(words[-length:]) in numerals.percent:
            value = numerals.value(words[:-length])
            return None if value is None else value / 100
    joint = " ".join(words[1:-1])
    if joint in numerals.out_of:
        part, whole = numerals.value(words[:1]), numerals.value(words[-1:])
        return part / whole if part is not None and whole else None
    return None
