"""Contrasts: words that say another thing, though no closed class tells them from other words.

Antonyms ("for" and "against"), steps of the law ("accused", "convicted"), labels that take a side
("militants", "terrorists"), units and times of day: an editor wants to see each of them exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.drift.verbs import Verbs, verbs
from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords

#: The lists of a language pack, and the rule that each of them makes.
RULES = {
    "times_of_day": "time of day",
    "units": "unit",
    "denials": "negation firmness",
    "law": "law",
    "labels": "label",
    "antonyms": "antonym",
    "persons": "person",
}
# A line of a list, and the side of it on which a word stands.
_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The contrasts of one language: where each word, in its base form, stands in the lists."""

    places: dict[str, tuple[_Place, ...]]
    verbs: Verbs

    def between(self, one: str, other: str) -> str | None:
        """The rule by which two lower-case words or phrases contrast; None when they do not."""
        here = self._of(one)
        if not here:
            return None
        sides = {(rule, line): side for rule, line, side in here}
        for rule, line, side in self._of(other):
            if sides.get((rule, line), side) != side:
                return rule
        return None

    def is_unit(self, word: str) -> bool:
        """Whether a lower-case word or sign is a unit."""
        return any(rule == RULES["units"] for rule, _, _ in self.places.get(word, ()))

    def _of(self, word: str) -> list[_Place]:
        found = list(self.places.get(word, ()))
        for base in sorted(self.verbs.bases(word)):
            if base != word:
                found += self.places.get(base, ())
        return found


@cache
def contrasts(language: str, added: AddedWords = ()) -> Contrasts:
    """The contrasts a language pack lists and those `added` to it."""
    table = lexicon(language, added).table("contrasts")
    found: dict[str, list[_Place]] = {}
    for key, rule in RULES.items():
        for line, entry in enumerate(table.get(key, ())):
            for side, words in enumerate(entry.split("|")):
                for word in words.split(","):
                    base = fold(word.strip()).casefold()
                    found.setdefault(base, []).append((rule, line, side))
    return Contrasts({base: tuple(places) for base, places in found.items()}, verbs(language))
