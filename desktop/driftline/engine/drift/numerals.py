"""Numbers: what a word or a group of words is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import fold

_FIGURE = re.compile(
    r"(?P<sign>[$€£¥#]?)(?P<figure>\d+(?:[.,:/]\d+)*)(?P<rest>[^\W\d_]{0,4}|%)", re.UNICODE
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d+")
_SWAPPED = str.maketrans(".,", ",.")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words for numbers of a language and what they are worth.

    `counting` are those that tell how many, one left aside.
    `inside` may stand among the words of a number, `adding` adds what follows to it, `before_units`
    stands between a number and its unit, `between` two ends of a span of numbers, `plus` joins what
    is counted apart, `as_article` is the number an article is too, `clock` follows a time of day.
    `halves` tell which half of the day an hour is in ("a" or "p"), `hours` are hours that have
    names, `times` the words that end either.
    """

    worth: dict[str, float]
    counting: frozenset[str]
    magnitudes: dict[str, float]
    suffixes: dict[str, float]
    inside: frozenset[str]
    adding: frozenset[str]
    before_units: frozenset[str]
    multiplied: frozenset[str]
    between: frozenset[str]
    plus: frozenset[str]
    articles: frozenset[str]
    as_article: frozenset[str]
    clock: frozenset[str]
    halves: dict[str, str]
    hours: dict[str, int]
    shares: dict[str, float]
    measures: dict[str, tuple[str, float]]
    percent: frozenset[str]
    out_of: frozenset[str]
    of_a_share: frozenset[str]
    of_share: frozenset[str]
    ordinal_endings: tuple[str, ...]
    decade_endings: tuple[str, ...]
    decimal_comma: bool
    spaced: bool

    #: Words without which there is no share.
    share_words: frozenset[str] = field(init=False)
    times: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put together what is asked before shares are looked for."""
        phrases = " ".join(sorted(self.percent | self.out_of))
        object.__setattr__(self, "share_words", frozenset(phrases.split()).union(self.shares))
        ends = (phrase.rpartition(" ")[2] for phrase in (*self.halves, *self.hours))
        object.__setattr__(self, "times", frozenset(ends))

    def counts(self, word: str) -> bool:
        """Whether a lower-case word tells how many: in figures or in words, and more than one."""
        return word in self.counting or (
            (word[0].isdecimal() or "-" in word) and self.is_number(word)
        )

    def is_number(self, word: str) -> bool:
        """Whether a lower-case word is a number in figures or in words ("3rd", "twenty-one")."""
        if word in self.worth:
            return True
        if not word:
            return False
        if (word[0].isdecimal() or word[0] in "$€£¥#") and _FIGURE.fullmatch(word):
            return True
        return "-" in word and all(part in self.worth for part in word.split("-"))

    def value(self, words: list[str]) -> float | None:
        """What a group of lower-case words is worth; None when it is not one number."""
        total = part = 0.0
        largest = 1.0
        seen = False
        for word in _unspaced(words) if self.spaced else words:
            if seen and ((part < 1.0 and word in self.of_share) or word in self.adding):
                continue  # "half a million", "treinta y cinco"
            for piece in word.split("-") if word not in self.worth else [word]:
                worth = self._worth(piece)
                if worth is None:
                    return None
                seen = True
                if piece in self.magnitudes and worth >= 100:
                    if 0.0 < total < worth:
                        total, part = 0.0, total + part  # "mil millones"
                    part, largest = (part or 1.0) * worth, worth
                    if worth >= 1000:
                        total, part = total + part, 0.0
                elif worth < 1.0 and total and not part:
                    part = worth * largest  # "dos millones y medio"
                else:
                    part += worth
        return total + part if seen else None

    def worth_of(self, words: list[str]) -> float | None:
        """What words are worth, an article that counts ("a dozen") left aside."""
        counted = len(words) > 1 and words[0] in self.articles
        return self.value(words[1:] if counted else words)

    def _worth(self, word: str) -> float | None:
        known = self.worth.get(word)
        if known is not None:
            return known
        match = _FIGURE.fullmatch(word)
        if match is None:
            return None
        rest = match.group("rest")
        times = 1.0 if not rest or rest in self.ordinal_endings else self.suffixes.get(rest)
        if times is None:
            return None
        figure = match.group("figure")
        if self.decimal_comma:
            figure = figure.translate(_SWAPPED)
        if _GROUPED.fullmatch(figure):
            figure = figure.replace(",", "")
        elif _COMMA.fullmatch(figure):
            figure = figure.replace(",", ".")
        try:
            return float(figure) * times
        except ValueError:
            return None

    def day(self, word: str) -> str:
        """A day of a month without the ending of an ordinal ("3" of "3rd")."""
        for ending in self.ordinal_endings:
            if word.endswith(ending) and word[: -len(ending)].isdecimal():
                return word[: -len(ending)]
        return word

    def is_day(self, word: str) -> bool:
        """Whether a lower-case word can be a day of a month ("3", "21st")."""
        digits = self.day(word)
        return len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= 31

    def is_year(self, word: str) -> bool:
        """Whether a lower-case word is a year, or a decade ("1990s")."""
        for ending in self.decade_endings:
            word = word.removesuffix(ending)
        return len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199"


def _unspaced(words: list[str]) -> list[str]:
    """Words whose figures are put together that spaces part in thousands ("3 000")."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].isdecimal() and word.isdecimal() and len(word) == 3:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


@cache
def numerals(language: str) -> Numerals:
    """The number words of a language pack."""
    pack = lexicon(language)
    table = pack.table("numbers")
    worth: dict[str, float] = {}
    for key in ("cardinals", "ordinals", "magnitudes", "fractions", "multiples"):
        worth.update(table.get(key, {}))
    for stem, value in table.get("stems", {}).items():
        worth.update((stem + ending, value) for ending in table.get("stem_endings", ()))
    return Numerals(
        {fold(word).casefold(): value for word, value in worth.items()},
        frozenset(
            fold(word).casefold()
            for key in ("cardinals", "magnitudes")
            for word, value in table.get(key, {}).items()
            if value != 1
        ),
        {word.casefold(): value for word, value in table.get("magnitudes", {}).items()},
        dict(table.get("suffixes", {})),
        inside=pack.words("numbers", "inside"),
        adding=pack.words("numbers", "adding"),
        before_units=pack.words("numbers", "before_units"),
        multiplied=pack.words("numbers", "multiplied"),
        between=pack.words("numbers", "between"),
        plus=pack.words("numbers", "plus"),
        articles=pack.words("numbers", "articles"),
        as_article=pack.words("numbers", "as_article"),
        clock=pack.words("numbers", "clock"),
        halves={
            fold(phrase).casefold(): half
            for half, phrases in sorted(table.get("halves", {}).items())
            for phrase in phrases
        },
        hours={fold(name).casefold(): hour for name, hour in table.get("hours", {}).items()},
        shares={fold(w).casefold(): value for w, value in table.get("shares", {}).items()},
        measures={
            fold(unit).casefold(): (kind, value)
            for kind, units in table.get("measures", {}).items()
            for unit, value in units.items()
        },
        percent=pack.words("numbers", "percent"),
        of_share=pack.words("numbers", "of_share"),
        of_a_share=frozenset(
            f"{article} {word}"
            for article in table.get("articles", ())
            for word in table.get("magnitudes", ())
        ),
        out_of=pack.words("numbers", "out_of"),
        ordinal_endings=tuple(table.get("ordinal_endings", ())),
        decade_endings=tuple(table.get("decade_endings", ())),
        decimal_comma=bool(table.get("decimal_comma", False)),
        spaced=bool(table.get("spaced_thousands", False)),
    )
