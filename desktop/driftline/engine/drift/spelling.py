"""Spellings: which two words are one word, written otherwise."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords


@dataclass(frozen=True, slots=True)
class Spellings:
    """What a language pack says: pairs of words, and parts written one way or the other."""

    pairs: frozenset[frozenset[str]]
    different: frozenset[frozenset[str]]
    parts: tuple[tuple[str, str], ...]
    loose_parts: tuple[tuple[str, str], ...]

    def same(self, one: str, other: str, name: bool = False) -> bool:
        """Whether two lower-case words, or groups of words, are spellings of one another.

        `name` says that they were written with a capital: names differ by what in other words is
        but a spelling.
        """
        pair = frozenset((one, other))
        if pair in self.pairs:
            return True
        if pair in self.different or min(len(one), len(other)) < 4:
            return False
        if abs(len(one) - len(other)) > 3:
            return False
        if one[0] != other[0] and {one[:2], other[:2]}.isdisjoint(("ae", "oe")):
            return False
        start = 0
        while start < min(len(one), len(other)) and one[start] == other[start]:
            start += 1
        return any(
            _becomes(one, other, long, short, start) or _becomes(other, one, long, short, start)
            for long, short in (self.parts if name else self.parts + self.loose_parts)
        )


def _becomes(one: str, other: str, part: str, instead: str, differ: int) -> bool:
    """Whether putting one part for another where two words begin to differ makes them equal."""
    at = one.find(part, max(0, differ - len(part)))
    while 0 <= at <= differ:
        if one[:at] + instead + one[at + len(part) :] == other:
            return True
        at = one.find(part, at + 1)
    return False


def bare(word: str) -> str:
    """A word without its accents."""
    if word.isascii():
        return word
    return "".join(
        c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)
    ).replace("ı", "i")


@cache
def spellings(language: str, added: AddedWords = ()) -> Spellings:
    """The spellings of a language pack and those `added` to it."""
    table = lexicon(language, added).table("spelling")

    def pairs(key: str) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(pair) for pair in table.get(key, ()))

    def parts(key: str) -> tuple[tuple[str, str], ...]:
        return tuple((pair[0], pair[1]) for pair in table.get(key, ()))

    return Spellings(pairs("pairs"), pairs("different"), parts("parts"), parts("loose_parts"))
