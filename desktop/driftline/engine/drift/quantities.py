"""Numbers, dates and times: which are the same written otherwise, and which are others."""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TYPE_CHECKING

from driftline.engine.drift.amounts import CURRENCIES, amount, converted, glued, rounded
from driftline.engine.drift.clock import changed_time, minutes
from driftline.engine.drift.entries import plain
from driftline.engine.drift.shares import shares
from driftline.engine.drift.sides import Side, all_in
from driftline.engine.drift.sums import summed
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

_IN_FIGURES = re.compile(r"0?(\d{1,2})[./]0?(\d{1,2})[./](\d{4}|\d\d)")


class Quantities:
    """The rules for numbers and dates of one language."""

    __slots__ = ("_classes",)

    def __init__(self, classes: WordClasses) -> None:
        self._classes = classes

    def changed(self, old: Side, new: Side) -> Verdict | None:
        """The kind of a change of one number, date or time into another."""
        one, other = old.bare, new.bare
        if not one or not other:
            return None
        words = one + other
        if self._classes.dated.isdisjoint(words) and all(map(str.isalpha, words)):
            return None
        if len(old.forms) != len(new.forms) or len(old.forms) > 1:
            verdict = (
                amount(old, new, self._classes)
                or converted(old, new, self._classes)
                or rounded(old, new, self._classes)
                or shares(old, new, self._classes)
                or glued(old, new, self._classes)
                or summed(old, new, self._classes)
            )
            if verdict is not None:
                return verdict
        if self._same_date(one, other) or self._same_range(one, other):
            return Kind.TYPOGRAPHY, "signs"
        verdict = changed_time(old, new, one, other, self._classes.numerals)
        if verdict is not None:
            return verdict
        one, other = self._without_preposition(old, new, one, other)
        months, weekdays = self._classes.months, self._classes.weekdays
        if all_in(one, months) and all_in(other, months):
            return self._named_date(one, other, "month")
        if all_in(one, weekdays) and all_in(other, weekdays):
            return self._named_date(one, other, "weekday")
        if self.is_date(one) and self.is_date(other):
            if all(map(self._classes.numerals.is_number, one + other)):
                return self._number(old, new, one, other)
            return Kind.DATE, "date"
        if self.is_number(one) and self.is_number(other):
            return self._number(old, new, one, other)
        near, near_other = self._period(old, one), self._period(new, other)
        if (near and (near_other or self.is_date(other))) or (near_other and self.is_date(one)):
            return Kind.DATE, "date"
        vague = self._classes.vague
        if (near and new.text in vague) or (near_other and old.text in vague):
            return Kind.DATE, "date"
        if (new.text in vague and self.is_date(one)) or (old.text in vague and self.is_date(other)):
            return Kind.DATE, "date"
        if self._other_bound(old, new):
            # "About 300" and "over 300": a preposition by its class, a number to the editor.
            both = {old.text, new.text} <= self._classes.prepositions
            return Kind.PREPOSITION if both else Kind.NUMBER, "bound"
        if len(one) == 1 == len(other) and "-" in one[0] and "-" in other[0]:
            return self._compound_number(one[0], other[0])
        return None

    def _named_date(self, one: list[str], other: list[str], rule: str) -> Verdict:
        full = self._classes.full_names
        names_one = [full.get(w.rstrip("."), w.rstrip(".")) for w in one]
        names_other = [full.get(w.rstrip("."), w.rstrip(".")) for w in other]
        if names_one == names_other:
            return Kind.TYPOGRAPHY, "letters"
        return Kind.DATE, rule

    def _same_date(self, one: list[str], other: list[str]) -> bool:
        """Whether both are one day of one month: "5 March" and "March 5th"."""
        if one == other or (min(len(one), len(other)) < 2 and not self._classes.month_names):
            return False
        day = self.day_of_month(one)
        return day is not None and day == self.day_of_month(other)

    def day_of_month(self, words: list[str]) -> tuple[str, ...] | None:
        """A month, a day and perhaps a year in one order; None when the words are no such date."""
        classes, numerals = self._classes, self._classes.numerals
        parts = sorted(
            numerals.day(classes.full_names.get(word.rstrip("."), word.rstrip(".")))
            for word in chain.from_iterable(map(self._written_out, words))
            if word not in classes.date_joints and classes.determiners.get(word) != "definite"
        )
        days = [part for part in parts if numerals.is_day(part)]
        months = [part for part in parts if part in classes.months]
        years = [part for part in parts if numerals.is_year(part)]
        if len(days) == 1 == len(months) and len(days) + len(months) + len(years) == len(parts):
            return (*months, *days, *years)
        return None

    def _written_out(self, word: str) -> tuple[str, ...]:
        """A date in figures with its month by name ("3.5.2024" is "3 Mai 2024"); else the word."""
        found = _IN_FIGURES.fullmatch(word) if self._classes.month_names else None
        month = self._classes.month_names.get(int(found[2])) if found else None
        if found is None or month is None:
            return (word,)
        return found[1], month, found[3] if len(found[3]) == 4 else f"20{found[3]}"

    def _without_preposition(
        self, old: Side, new: Side, one: list[str], other: list[str]
    ) -> tuple[list[str], list[str]]:
        """Both sides of "yesterday" and "on Monday" without what only one of them needs."""
        found = [one, other]
        pairs = ((one, new, other), (other, old, one))
        for at, (words, across, its_words) in enumerate(pairs):
            if (
                len(words) > 1
                and words[0] in self._classes.prepositions
                and self.is_date(words[1:])
                and (its_words[0] in self._classes.days or self._period(across, its_words))
            ):
                found[at] = words[1:]
        return found[0], found[1]

    def _same_range(self, one: list[str], other: list[str]) -> bool:
        """Whether both are one span of numbers: "2 to 3" and "2-3"."""
        numerals = self._classes.numerals
        for words, across in ((one, other), (other, one)):
            if len(words) == 3 and len(across) == 1 and words[1] in numerals.between:
                ends = [words[0], words[2]]
                return all(map(numerals.is_number, ends)) and across == ["-".join(ends)]
        return False

    def is_nearness(self, side: Side) -> bool:
        """Whether a word alone tells which Tuesday or month is meant: "next Tuesday"."""
        classes = self._classes
        if side.text not in classes.near:
            return False
        following, before = plain(side.after), plain(side.before)
        named = classes.weekdays | classes.months
        return following in named or (side.text in classes.near_behind and before in named)

    def is_date(self, words: list[str]) -> bool:
        """Whether all lower-case words belong to dates, or are numbers."""
        classes = self._classes
        if len(words) > 1 and self._counts_beside_a_day(words):
            return False
        for word in words:
            if (
                word not in classes.months
                and word not in classes.weekdays
                and word not in classes.days
                and not classes.numerals.is_number(word)
            ):
                return False
        return True

    def _counts_beside_a_day(self, words: list[str]) -> bool:
        """Whether a number in letters stands by a weekday and no month: "on Monday three"."""
        classes = self._classes
        return (
            classes.months.isdisjoint(words)
            and any(
                not word[0].isdigit() and word not in classes.weekdays and word not in classes.days
                for word in words
            )
            and not (classes.weekdays | classes.days).isdisjoint(words)
        )

    def _period(self, side: Side, words: list[str]) -> bool:
        """Whether the words are, or belong to, a "last month" or "next year"."""
        near, periods = self._classes.near, self._classes.periods
        behind = self._classes.near_behind
        if len(words) == 1 and words[0] in behind and plain(side.before) in periods:
            return True
        if len(words) <= 2 and words[0] in periods and behind:
            after = words[1] if len(words) == 2 else plain(side.after)
            if after in behind:
                return True
        if words[-1] in near:
            return len(words) == 1 and plain(side.after) in periods
        before = plain(side.before) if len(words) == 1 else words[0]
        return len(words) <= 2 and words[-1] in periods and before in near

    def bound(self, side: Side) -> str | None:
        """Which way the words bound the number that follows them: "more", "less" or "about"."""
        bounds = self._classes.bounds
        bound = bounds.get(side.text)
        following = plain(side.after)
        if bound is None:
            # "Plus de 300" and "près de 300" have a word in common.
            bound, following = bounds.get(f"{side.text} {following}"), plain(side.then)
        counts = following in CURRENCIES or following in self._classes.numerals.articles
        if bound is None or not (counts or self.is_number([following])):
            return None
        return bound

    def _other_bound(self, old: Side, new: Side) -> bool:
        bound = self.bound(old)
        return bound is not None and self.bound(new) not in (None, bound)

    def counts(self, side: Side) -> bool:
        """Whether one of the words tells how many."""
        numerals = self._classes.numerals
        if side.text.isalpha():
            return side.text in numerals.counting
        return any(map(numerals.counts, side.bare))

    def is_number(self, words: list[str]) -> bool:
        """Whether lower-case words are one number, in figures or in words."""
        numerals = self._classes.numerals
        return any(map(numerals.is_number, words)) and all(
            numerals.is_number(word) or word in numerals.inside for word in words
        )

    def _number(self, old: Side, new: Side, one: list[str], other: list[str]) -> Verdict:
        numerals = self._classes.numerals
        value, value_other = numerals.worth_of(one), numerals.worth_of(other)
        if value is not None and value_other is not None and math.isclose(value, value_other):
            return Kind.TYPOGRAPHY, "signs"
        if len(one) == 1 == len(other):
            if len(self._written_out(one[0])) == 3 == len(self._written_out(other[0])):
                return Kind.DATE, "date"
            if numerals.is_year(one[0]) and numerals.is_year(other[0]):
                return Kind.DATE, "year"
            if (
                numerals.is_day(one[0])
                and numerals.is_day(other[0])
                and (self._beside_month(old) or self._beside_month(new))
            ):
                return Kind.DATE, "day"
        return Kind.NUMBER, "number"

    def before_number(self, *sides: Side) -> bool:
        """Whether a number, or the sign before one, stands right behind the words of each side."""
        is_number = self._classes.numerals.is_number
        return all(side.after in CURRENCIES or is_number(plain(side.after)) for side in sides)

    def before_date(self, *sides: Side) -> bool:
        """Whether a day, a month, a year or a time of day stands right behind the words."""
        return all(
            self.is_date([plain(side.after)])
            and (
                not self._classes.numerals.is_number(plain(side.after))
                or self._classes.numerals.is_year(plain(side.after))
                or plain(side.then) in self._classes.months
                or minutes(plain(side.after), plain(side.then) in self._classes.numerals.clock)
                is not None
            )
            for side in sides
        )

    def beside_number(self, *sides: Side) -> bool:
        """Whether a number stands right before or behind the words of each side."""
        numerals = self._classes.numerals
        return all(
            numerals.is_number(
                plain(side.earlier if plain(side.before) in numerals.before_units else side.before)
            )
            or numerals.is_number(plain(side.after))
            for side in sides
        )

    def _beside_month(self, side: Side) -> bool:
        months, after = self._classes.months, plain(side.after)
        return (
            plain(side.before) in months
            or after in months
            or (after in self._classes.date_joints and plain(side.then) in months)
        )

    def _compound_number(self, one: str, other: str) -> Verdict | None:
        """A number inside a word with hyphens: "nine-month-old"."""
        parts, parts_other = one.split("-"), other.split("-")
        differing = [(p, q) for p, q in zip(parts, parts_other, strict=False) if p != q]
        if len(parts) != len(parts_other) or not differing:
            return None
        numerals = self._classes.numerals
        if all(numerals.is_number(p) and numerals.is_number(q) for p, q in differing):
            if all(numerals.value([p]) == numerals.value([q]) for p, q in differing):
                return Kind.TYPOGRAPHY, "signs"
            if numerals.is_year(parts[0]) and numerals.is_year(parts_other[0]):
                return Kind.DATE, "year"
            return Kind.NUMBER, "number"
        return None
