"""What a language says of names, roles and bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.quotation.lexis import lexis

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords


@dataclass(frozen=True, slots=True)
class Cast:
    """What a language says of names and roles."""

    titles: frozenset[str]
    fields: frozenset[str]
    bodies: frozenset[str]
    generic: frozenset[str]
    somebody: frozenset[str]
    questioners: frozenset[str]
    salient: frozenset[str]
    suffixes: frozenset[str]
    heads_of_state: frozenset[str]
    natives: frozenset[str]
    belonging: frozenset[str]
    peoples: frozenset[str]
    surnames: frozenset[str]
    roles: dict[str, frozenset[int]]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    compound_roles: tuple[tuple[str, str, str], ...]
    male_roles: frozenset[str]
    female_roles: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    particles: frozenset[str]
    inner_particles: frozenset[str]
    #: Both kinds of them.
    joining: frozenset[str]
    no_names: frozenset[str]
    spokespeople: frozenset[str]
    never_names: frozenset[str]
    unspaced_roles: tuple[str, ...]

    def given(self, word: str) -> bool:
        """Whether a word with a capital is a given name."""
        return word in self.male_names or word in self.female_names


@cache
def cast(language: str, added: AddedWords = ()) -> Cast:
    """The speakers' table of a language, its role lines turned into groups.

    `added` are words of the editor's own.
    """
    pack = lexis(language, added).pack
    english = lexicon("en")

    def words(key: str) -> frozenset[str]:
        return pack.words("speakers", key)

    groups: dict[str, set[int]] = {}
    for number, line in enumerate(pack.table("speakers").get("roles", ())):
        for word in line.split(" "):
            groups.setdefault(word, set()).add(number)
    closed = frozenset(
        word
        for key in (
            "personal",
            "determiners",
            "prepositions",
            "subordinators",
            "conjunctions",
            "questions",
            "auxiliaries",
            "possessives",
            "adverbs",
            "clause_openers",
            "object_pronouns",
            "times",
        )
        for word in pack.words("clauses", key)
    )
    starters = frozenset(w.casefold() for w in pack.words("abbreviations", "starters"))
    return Cast(
        titles=words("titles"),
        fields=words("fields"),
        bodies=words("bodies"),
        generic=words("generic_bodies"),
        somebody=words("somebody"),
        questioners=words("questioners"),
        salient=words("salient"),
        suffixes=words("suffixes"),
        heads_of_state=words("heads_of_state"),
        natives=words("natives"),
        belonging=pack.words("clauses", "belonging"),
        peoples=words("peoples"),
        surnames=words("surnames"),
        roles={word: frozenset(numbers) for word, numbers in sorted(groups.items())},
        masculine=words("masculine"),
        feminine=words("feminine"),
        plural=words("plural"),
        neuter=words("neuter"),
        compound_roles=tuple(
            (modifier, noun, role)
            for modifier, noun, role in (
                line.split(" ") for line in pack.table("speakers").get("compound_roles", ())
            )
        ),
        male_roles=words("male_roles"),
        female_roles=words("female_roles"),
        male_names=english.words("speakers", "male_names") | words("male_names"),
        female_names=english.words("speakers", "female_names") | words("female_names"),
        particles=words("particles"),
        inner_particles=words("inner_particles"),
        joining=words("particles") | words("inner_particles"),
        no_names=closed | starters,
        spokespeople=words("spokespeople"),
        never_names=pack.words("clauses", "articles") | pack.words("clauses", "first_person"),
        unspaced_roles=tuple(sorted(words("unspaced_roles"))),
    )
