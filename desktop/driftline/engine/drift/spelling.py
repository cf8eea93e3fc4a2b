"""Spellings: which two words are one word, written otherwise."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords

# One letter may stand for two where a word begins.
_LIGATURES = frozenset({"ae", "oe", "ue"})


@dataclass(frozen=True, slots=True)
class Spellings:
    """What a language pack says: pairs of words, and parts written one way or the other.

    `letters` are letters of their own, not others with an accent; by an accent in `accents_apart`,
    at the end of a word, two words differ.
    """

    pairs: frozenset[frozenset[str]]
    different: frozenset[frozenset[str]]
    parts: tuple[tuple[str, str], ...]
    loose_parts: tuple[tuple[str, str], ...]
    letters: frozenset[str]
    accents_apart: tuple[str, ...]
    #: The words of `pairs`.
    paired: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put together what is asked before the pairs."""
        object.__setattr__(self, "paired", frozenset().union(*self.pairs))

    def but_for_accents(self, one: str, other: str) -> bool:
        """Whether two lower-case words of letters alone differ by accents only."""
        if one.isascii() and other.isascii():
            return one == other
        if bare(one, self.letters) != bare(other, self.letters):
            return False
        if any(one.endswith(end) != other.endswith(end) for end in self.accents_apart):
            return False
        return frozenset((one, other)) not in self.different

    def same(self, one: str, other: str, name: bool = False) -> bool:
        """Whether two lower-case words, or groups of words, are spellings of one another.

        `name` says that they were written with a capital: names differ by what in other words is
        but a spelling.
        """
        if one in self.paired and frozenset((one, other)) in self.pairs:
            return True
        size, size_other = len(one), len(other)
        shorter = size if size < size_other else size_other
        if shorter < 4 or abs(size - size_other) > 3:
            return False
        if one[0] != other[0] and one[:2] not in _LIGATURES and other[:2] not in _LIGATURES:
            return False
        if frozenset((one, other)) in self.different:
            return False
        start = 0
        while start < shorter and one[start] == other[start]:
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


def bare(word: str, letters: frozenset[str] = frozenset()) -> str:
    """A word without its accents; `letters` stay as they are."""
    if word.isascii():
        return word
    if not letters.isdisjoint(word):
        return "".join(c if c in letters else bare(c) for c in unicodedata.normalize("NFC", word))
    return "".join(
        c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)
    ).replace("ı", "i")


def _listed(word: str) -> str:
    """A word of a list in the form words are compared in."""
    return fold(word).casefold()


@cache
def spellings(language: str, added: AddedWords = ()) -> Spellings:
    """The spellings of a language pack and those `added` to it."""
    table = lexicon(language, added).table("spelling")

    def pairs(key: str) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(map(_listed, pair)) for pair in table.get(key, ()))

    def parts(key: str) -> tuple[tuple[str, str], ...]:
        return tuple((_listed(pair[0]), _listed(pair[1])) for pair in table.get(key, ()))

    return Spellings(
        pairs("pairs"),
        pairs("different"),
        parts("parts"),
        parts("loose_parts"),
        frozenset(table.get("letters", "")),
        tuple(table.get("accents_apart", ())),
    )
