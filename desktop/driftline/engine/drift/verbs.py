"""Verb forms: which two words are one verb in different tenses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from driftline.engine.lexicon import lexicon

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The irregular forms of a language: form -> {(verb, place)}; places 0 to 4.

    0 is the base, 1 the third person, 2 the past, 3 the participle, 4 the ing-form.
    """

    forms: dict[str, frozenset[tuple[str, int]]]

    def other_tense(self, one: str, other: str) -> bool:
        """Whether two different lower-case words are one verb, past here and present there."""
        known, also = self.forms.get(one), self.forms.get(other)
        if known or also:
            ours = known or _regular(one)
            theirs = also or _regular(other)
            return any(
                verb == verb_too and _past(place) != _past(place_too)
                for verb, place in ours
                for verb_too, place_too in theirs
            )
        return any(
            verb == verb_too and _past(place) != _past(place_too) and 4 not in (place, place_too)
            for verb, place in _regular(one)
            for verb_too, place_too in _regular(other)
        )

    def one_verb(self, one: str, other: str) -> bool:
        """Whether two lower-case words are forms of one verb."""
        ours, theirs = (self.forms.get(word) or _regular(word) for word in (one, other))
        return not {verb for verb, _ in ours}.isdisjoint(verb for verb, _ in theirs)


def _past(place: int) -> bool:
    return place in (2, 3)


@cache
def _regular(word: str) -> frozenset[tuple[str, int]]:
    """What a regular word may be a form of, by its ending; nonsense verbs do no harm."""
    found = {(word, 0)}
    if word.endswith("ied") and len(word) > 4:
        found |= {(word[:-3] + "y", 2), (word[:-3] + "ie", 2)}
    elif word.endswith("ed") and len(word) > 3:
        stem = word[:-2]
        found |= {(stem, 2), (stem + "e", 2)}
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
            found.add((stem[:-1], 2))
        if stem.endswith("ck"):
            found.add((stem[:-1], 2))
    if word.endswith("ies") and len(word) > 4:
        found |= {(word[:-3] + "y", 1), (word[:-1], 1)}
    elif word.endswith("es") and len(word) > 3:
        found |= {(word[:-2], 1), (word[:-1], 1)}
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        found.add((word[:-1], 1))
    if word.endswith("ing") and len(word) > 4:
        stem = word[:-3]
        found |= {(stem, 4), (stem + "e", 4)}
        if len(stem) > 2 and stem[-1] == stem[-2]:
            found.add((stem[:-1], 4))
    return frozenset(found)


def regular_forms(base: str) -> tuple[str, str, str, str, str]:
    """The forms of a regular English verb, in the order of the lists of reporting verbs."""
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    to_i = base.endswith("y") and base[-2:-1] not in _VOWELS
    hiss = base.endswith(("s", "x", "z", "ch", "sh"))
    third = f"{base[:-1]}ies" if to_i else f"{base}es" if hiss else f"{base}s"
    past = f"{base[:-1]}ied" if to_i else f"{base}d" if base.endswith("e") else f"{base}ed"
    return base, third, past, past, f"{base[:-1] if silent else base}ing"


@cache
def verbs(language: str) -> Verbs:
    """The verb forms of a language pack; a language without any has no tenses to tell apart."""
    forms: dict[str, set[tuple[str, int]]] = {}
    for entry in lexicon(language).table("verbs").get("irregular", ()):
        places = [place.split("/") for place in entry.split(", ")]
        for place, written in enumerate(places):
            for form in written:
                forms.setdefault(form, set()).add((places[0][0], place))
    return Verbs({form: frozenset(found) for form, found in forms.items()})
