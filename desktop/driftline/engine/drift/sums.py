"""Numbers that were added up: "250 passengers and 31 crew", "281 people"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.voice import is_past
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Side, Verdict
    from driftline.engine.drift.structure import Change

# Words that tell what is counted, in each part of a sum.
_COUNTED = 3
# The rules of changes that may hold what was added up.
_PARTS = frozenset({"figure", "figure added", "figure dropped", "number added", "number dropped"})
_CLOSE = 40


def same_sum(
    old: Sequence[str], new: Sequence[str], classes: WordClasses
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where one of two blocks of words has a sum told in parts and the other a number, else None.

    Both from the first word to the end.
    """
    plus = classes.numerals.plus
    if plus.isdisjoint(old) == plus.isdisjoint(new):
        return None
    ours, theirs = _told(old, classes), _told(new, classes)
    if ours and theirs and _is_sum(ours[1], theirs[1]):
        return ours[0], theirs[0]
    return None


def summed(old: Side, new: Side, classes: WordClasses) -> Verdict | None:
    """The verdict on parts in the place of a sum, or the reverse."""
    plus = classes.numerals.plus
    if plus.isdisjoint(old.forms) == plus.isdisjoint(new.forms):
        return None
    ours, theirs = _told(old.words, classes), _told(new.words, classes)
    if not ours or not theirs or not _is_sum(ours[1], theirs[1]):
        return None
    same = math.isclose(sum(ours[1]), sum(theirs[1]))
    return Kind.NUMBER, "sum" if same else "no sum"


def _is_sum(ours: list[float], theirs: list[float]) -> bool:
    """Whether one side has several numbers and the other one."""
    return (len(ours) == 1) != (len(theirs) == 1)


def _told(words: Sequence[str], classes: WordClasses) -> tuple[tuple[int, int], list[float]] | None:
    """The stretch in which things are counted, kind after kind, and how many there are of each."""
    numerals = classes.numerals
    values: list[float] = []
    first = at = last = 0
    forms = list(map(plain, words))
    while at < len(forms) and not numerals.counts(forms[at]):
        at += 1
    first = at
    while at < len(forms):
        number = at
        while at < len(forms) and numerals.is_number(forms[at]):
            at += 1
        value = numerals.worth_of(forms[number:at]) if at > number else None
        if value is None or value % 1 or (at - number == 1 and numerals.is_year(forms[number])):
            break
        noun = at
        while at < len(forms) and at - noun < _COUNTED and _is_counted(forms[at], classes):
            at += 1
        if at == noun:
            break
        values.append(value)
        last = at
        joint = at
        while at < len(forms) and (forms[at] in numerals.plus or forms[at] == ","):
            at += 1
        if at == joint:
            break
    return ((first, last), values) if values else None


def _is_counted(word: str, classes: WordClasses) -> bool:
    """Whether a lower-case word may tell what is counted."""
    return (
        word[0].isalpha()
        and word not in classes.numerals.plus
        and word not in classes.prepositions
        and word not in classes.determiners
        and word not in classes.auxiliaries
        and word not in classes.months
        and not classes.contrasts.is_unit(word)
        # "Two dead and six wounded" are not eight dead.
        and classes.contrasts.side("outcome", word) is None
        and not is_past(word, classes)
        and not classes.numerals.is_number(word)
    )


def apart(first: Change, second: Change) -> int:
    """Characters between two changes in the text where there are more, in whatever order."""
    return max(
        second.a.start - first.a.end,
        first.a.start - second.a.end,
        second.b.start - first.b.end,
        first.b.start - second.b.end,
    )


def added_up(first: Change, second: Change, old: str, new: str, classes: WordClasses) -> bool:
    """Whether a number became what it makes with one that came or went beside it."""
    if first.rule not in _PARTS and second.rule not in _PARTS:
        return False
    if apart(first, second) > _CLOSE:
        return False
    for change in (first, second):
        if change.rule in _PARTS and not all(
            _only_counts(span.of(text), classes)
            for span, text in ((change.a, old), (change.b, new))
        ):
            return False
    ours = _values(f"{first.a.of(old)} {second.a.of(old)}", classes)
    theirs = _values(f"{first.b.of(new)} {second.b.of(new)}", classes)
    return _is_sum(ours, theirs) and math.isclose(sum(ours), sum(theirs))


def _only_counts(text: str, classes: WordClasses) -> bool:
    """Whether a text tells how many there are of things and nothing else, if it is not empty."""
    words = [word for word in map(plain, text.replace(",", " , ").split()) if word != ","]
    while words and words[0] in classes.numerals.plus:
        words = words[1:]
    numbers = 0
    while numbers < len(words) and classes.numerals.is_number(words[numbers]):
        numbers += 1
    rest = words[numbers:]
    if rest and rest[-1] in classes.numerals.plus:
        del rest[-1]
    return len(rest) <= _COUNTED and all(_is_counted(word, classes) for word in rest)


def _values(text: str, classes: WordClasses) -> list[float]:
    """What the numbers of a text are worth, each of one word."""
    words = [plain(word).strip(",.;") for word in text.split()]
    worths = [classes.numerals.worth_of([word]) for word in words if word]
    return [worth for worth in worths if worth]
