"""Contrasts: words that say another thing, though no closed class tells them from other words.

Antonyms ("for" and "against"), steps of the law ("accused", "convicted"), labels that take a side
("militants", "terrorists"), units and times of day: an editor wants to see each of them exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
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
    "degrees": "degree",
    "outcomes": "outcome",
    "causes": "cause",
    "amounts": "amount",
    "date_bounds": "date bound",
    "phases": "phase",
    "refusals": "refusal",
    "places": "place",
    "sources": "source",
    "measured": "measure",
    "things": "thing",
}
# A line of a list, and the side of it on which a word stands.
_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Contrasts:
    """The contrasts of one language: where each word, in its base form, stands in the lists."""

    places: dict[str, tuple[_Place, ...]]
    #: The last words of phrases.
    lasts: frozenset[str]
    verbs: Verbs

    def between(self, one: str, other: str) -> str | None:
        """The rule by which two lower-case words or phrases contrast; None when they do not."""
        here = _places(self, one)
        if not here:
            return None
        sides = {(rule, line): side for rule, line, side in here}
        for rule, line, side in _places(self, other):
            if sides.get((rule, line), side) != side:
                return rule
        return None

    def among(self, rule: str, one: str, other: str) -> str | None:
        """The rule, if two lower-case phrases stand on two sides of the first of its lines."""
        ours, theirs = self.side(rule, one), self.side(rule, other)
        return None if ours is None or theirs is None or ours == theirs else rule

    def side(self, rule: str, phrase: str) -> int | None:
        """The side on which a lower-case phrase stands, as it is, in the first line of a list."""
        return next((side for known, _, side in self.places.get(phrase, ()) if known == rule), None)

    def is_unit(self, word: str) -> bool:
        """Whether a lower-case word or sign is a unit."""
        return any(rule == RULES["units"] for rule, _, _ in _places(self, word))


@lru_cache(maxsize=65536)
def _places(contrasts: Contrasts, word: str) -> tuple[_Place, ...]:
    """Where a lower-case word or phrase stands, or the base form of it."""
    found = contrasts.places.get(word, ())
    # "Stepped down" is looked for as "step down".
    first, space, rest = word.partition(" ")
    for base in sorted(contrasts.verbs.bases(first)):
        if base != first:
            found += contrasts.places.get(base + space + rest, ())
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
    return Contrasts(
        {base: tuple(places) for base, places in found.items()},
        frozenset(base.rpartition(" ")[2] for base in found if " " in base),
        verbs(language),
    )
