"""What two sentences tell of in common when hardly a word of one is in the other.

Words count by their stems, numbers by what they are worth, and words that newsrooms put for each
other count as one; articles, prepositions, auxiliaries and pronouns do not count.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from driftline.engine.alignment.coded import CodedText

# The lists whose words tell nothing of what a sentence is about.
_EMPTY = (
    ("determiners", ("definite", "indefinite", "demonstrative", "possessive", "quantifier")),
    ("prepositions", ("simple",)),
    ("verbs", ("auxiliaries",)),
    ("modality", ("verbs",)),
    ("connectives", ("subjects", "complementizers")),
    ("names", ("never",)),
)
# Numbers that many things share.
_FEW = frozenset(map(str, range(1, 10)))
# Pairs of words up to which what newsrooms put for each other is looked for.
_PAIRS = 10_000
# The shortest stem that an ending is taken from.
_STEM = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Stems:
    """The stems of one language: empty words, irregular verbs, worths of numbers, endings, kin."""

    empty: frozenset[str]
    forms: dict[str, str]
    worth: dict[str, float]
    endings: tuple[str, ...]
    kin: dict[str, frozenset[int]] = field(default_factory=dict)

    def of(self, word: str) -> str:
        """The stem of a word in lower case, or the worth of a number."""
        if word[0].isdecimal():
            return word.replace(",", "")
        if word in self.worth:
            return f"{self.worth[word]:g}"
        word = _unaccented(self.forms.get(word, word))
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _STEM:
                return word[: -len(ending)]
        return word


@cache
def _stems(language: str) -> _Stems:
    pack = lexicon(language)
    table = pack.table("rewording")
    forms: dict[str, str] = {}
    for entry in pack.table("verbs").get("irregular", ()):
        places = fold(entry).casefold().split(", ")
        for form in "/".join(places[1:]).split("/"):
            forms.setdefault(form, places[0].split("/")[0])
    stems = _Stems(
        frozenset(
            fold(word).casefold()
            for name, keys in _EMPTY
            for key in keys
            for word in pack.words(name, key)
        ),
        forms,
        pack.table("numbers").get("cardinals", {}),
        tuple(map(_unaccented, table.get("endings", ()))),
    )
    for number, line in enumerate(table.get("same", ())):
        for word in line.split(", "):
            stem = stems.of(word)
            stems.kin[stem] = stems.kin.get(stem, frozenset()) | {number}
    return stems


class Kinship:
    """What old and new sentences have in common, for those that are asked about."""

    __slots__ = ("_known", "_stems", "_texts")

    def __init__(self, old: CodedText, new: CodedText) -> None:
        self._texts = (old, new)
        self._known: tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]] = ({}, {})
        self._stems = [_stems(text.language) for text in self._texts]

    def of(self, i: int, j: int) -> float:
        """The share, 0 to 1, that old sentence i and new sentence j have in common."""
        one, other = self._told(0, i), self._told(1, j)
        if not one or not other:
            return 0.0
        common = one & other
        if len(one) * len(other) > _PAIRS:
            return 2 * len(common) / (len(one) + len(other))
        kin = [self._kin(stem) for stem in sorted(other - common)]
        # Two things may be two of anything.
        shared = len(common) - sum([stem in _FEW for stem in common]) / 2
        for stem in sorted(one - common):
            groups = self._kin(stem)
            near = next((k for k, its in enumerate(kin) if not groups.isdisjoint(its)), None)
            if near is not None:
                shared += 1
                del kin[near]
        return 2 * shared / (len(one) + len(other))

    def held(self, side: int, k: int, other: int) -> float:
        """How much of what a sentence tells one of the other side tells; side 0 is the old text."""
        told, there = self._told(side, k), self._told(1 - side, other)
        if not told:
            return 0.0
        groups = frozenset().union(*map(self._kin, there))
        return sum(s in there or not groups.isdisjoint(self._kin(s)) for s in told) / len(told)

    def adds(self, side: int, k: int, neighbour: int, other: int) -> int:
        """How much more of one of the other side a sentence tells than its neighbour does."""
        told, there = self._told(side, k), self._told(1 - side, other)
        return len((told & there) - self._told(side, neighbour))

    def _kin(self, stem: str) -> frozenset[int]:
        return self._stems[0].kin.get(stem, frozenset())

    def _told(self, side: int, k: int) -> frozenset[str]:
        known = self._known[side].get(k)
        if known is None:
            text, stems = self._texts[side], self._stems[side]
            words = map(_plain, text.words[text.bounds[k] : text.bounds[k + 1]])
            known = self._known[side][k] = frozenset(
                stems.of(word)
                for word in words
                if word not in stems.empty and (word[0].isalnum() or word == "%")
            )
        return known

    def same_place(self, i: int, j: int) -> bool:
        """Whether both begin, both end and both go on a paragraph, or neither does."""
        return self._edges(0, i) == self._edges(1, j)

    def stands_alone(self, i: int, j: int) -> bool:
        """Whether either is all of its paragraph."""
        return (True, True) in (self._edges(0, i), self._edges(1, j))

    def _edges(self, side: int, k: int) -> tuple[bool, bool]:
        sentences = self._texts[side].sentences
        paragraph = sentences[k].paragraph
        return (
            k == 0 or sentences[k - 1].paragraph != paragraph,
            k + 1 == len(sentences) or sentences[k + 1].paragraph != paragraph,
        )


def _plain(word: str) -> str:
    return fold(word).casefold()


def _unaccented(word: str) -> str:
    """A word without accents, for stems of one word may differ in them: "Laden", "Läden"."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
