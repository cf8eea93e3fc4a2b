"""Nouns of verbs: "inspection" of "inspect", and the verbs that say little beside such a noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from driftline.engine.drift.verbs import Verbs

# Letters a verb and its noun have in common at least.
_STEM = 3


@dataclass(frozen=True, slots=True, eq=False)
class Nominal:
    """How verbs and their nouns go together in one language.

    `light` are forms of verbs that say little beside a noun, `particles` what goes with them.
    `bases` are the ends of a base form that its noun lacks, `endings` what the noun has instead.
    """

    light: frozenset[str]
    particles: frozenset[str]
    bases: tuple[str, ...]
    endings: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def is_noun_of(self, noun: str, verb: str, verbs: Verbs) -> bool:
        """Whether a lower-case noun tells what a form of a verb does."""
        for base in sorted(verbs.bases(verb)):
            if (base, noun) in self.pairs:
                return True
            for end in self.bases:
                stem = base.removesuffix(end)
                if (
                    base.endswith(end)
                    and len(stem) >= _STEM
                    and noun.startswith(stem)
                    and noun[len(stem) :] in self.endings
                ):
                    return True
        return False


@cache
def nominal(language: str) -> Nominal:
    """The nouns of verbs of a language pack; one without any has none."""
    table = lexicon(language).table("nominal")

    def parted(key: str) -> list[list[str]]:
        return [[plain(word) for word in line.split(", ")] for line in table.get(key, ())]

    return Nominal(
        light=frozenset(form for forms in parted("light") for form in forms),
        particles=frozenset(map(plain, table.get("particles", ()))),
        bases=tuple(map(plain, table.get("bases", ()))),
        endings=frozenset(map(plain, table.get("endings", ()))),
        pairs=frozenset((verb, noun) for verb, *nouns in parted("nouns") for noun in nouns),
    )
