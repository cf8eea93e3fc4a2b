"""Numbers: what a word or a group of words is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from driftline.engine.lexicon import lexicon

_FIGURE = re.compile(
    r"(?P<sign>[$€£¥#]?)(?P<figure>\d+(?:[.,:/]\d+)*)(?P<rest>[^\W\d_]{0,4}|%)", re.UNICODE
)
_ORDINAL = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words for numbers of a language and what they are worth."""

    worth: dict[str, float]
    magnitudes: dict[str, float]
    suffixes: dict[str, float]

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
        seen = False
        for word in words:
            for piece in word.split("-") if word not in self.worth else [word]:
                worth = self._worth(piece)
                if worth is None:
                    return None
                seen = True
                if piece in self.magnitudes and worth >= 100:
                    part = (part or 1.0) * worth
                    if worth >= 1000:
                        total, part = total + part, 0.0
                else:
                    part += worth
        return total + part if seen else None

    def _worth(self, word: str) -> float | None:
        known = self.worth.get(word)
        if known is not None:
            return known
        match = _FIGURE.fullmatch(word)
        if match is None:
            return None
        rest = match.group("rest")
        times = 1.0 if rest in ("", *_ORDINAL) else self.suffixes.get(rest)
        if times is None:
            return None
        figure = match.group("figure")
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure):
            figure = figure.replace(",", "")
        elif re.fullmatch(r"\d+,\d+", figure):
            figure = figure.replace(",", ".")
        try:
            return float(figure) * times
        except ValueError:
            return None


@cache
def numerals(language: str) -> Numerals:
    """The number words of a language pack."""
    table = lexicon(language).table("numbers")
    worth: dict[str, float] = {}
    for key in ("cardinals", "ordinals", "magnitudes", "fractions", "multiples"):
        worth.update(table.get(key, {}))
    return Numerals(worth, dict(table.get("magnitudes", {})), dict(table.get("suffixes", {})))
