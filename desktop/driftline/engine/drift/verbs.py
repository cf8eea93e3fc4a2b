"""Verb forms: which two words are one verb in different tenses or moods."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import fold

_VOWELS = "aeiou"
_PAST, _ING, _FUTURE, _MOOD = (2, 3), 4, 5, 6
# A stem whose doubled last consonant the base has but once ("stopped", "stop").
_DOUBLED = "="

#: A verb, by its base form, and the place of a form in its list.
Form = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending of regular verbs: what the base has in its place, and which form it makes.

    `before` is what the form begins with and the base does not ("ge" of "gemacht").
    """

    before: str
    ending: str
    bases: tuple[str, ...]
    place: int
    shortest: int


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """The verbs of a language: the irregular ones form by form, the others by their endings.

    Places: 0 is the base, 1 the present, 2 the past, 3 the participle, 4 the ing-form, 5 the
    future, 6 what is only reported or supposed (a subjunctive, a conditional). `brackets` says that
    what depends on an auxiliary ends the clause.
    """

    forms: dict[str, frozenset[Form]]
    endings: tuple[Ending, ...]
    prefixes: tuple[str, ...]
    participle: str
    brackets: bool
    moods: bool

    def other_tense(self, one: str, other: str) -> bool:
        """Whether two different lower-case words are one verb, past here and present there."""
        if not self.one_verb(one, other):
            return False
        either = self.is_listed(one) or self.is_listed(other)
        return any(
            verb == verb_too
            and _tense(place) != _tense(place_too)
            and _MOOD not in (place, place_too)
            and (either or _ING not in (place, place_too))
            for verb, place in self.uses(one)
            for verb_too, place_too in self.uses(other)
        )

    def other_mood(self, one: str, other: str) -> bool:
        """Whether two lower-case words are one verb, reported or supposed in one of them only."""
        if not self.moods:
            return False
        ours, theirs = self.uses(one), self.uses(other)
        pairs = [
            (place, place_too)
            for verb, place in ours
            for known, place_too in theirs
            if known == verb
        ]
        return any((p == _MOOD) != (q == _MOOD) and 0 not in (p, q) for p, q in pairs) and not any(
            _tense(p) == _tense(q) for p, q in pairs
        )

    def one_verb(self, one: str, other: str) -> bool:
        """Whether two lower-case words are forms of one verb."""
        return not self.bases(one).isdisjoint(self.bases(other))

    def bases(self, word: str) -> frozenset[str]:
        """The verbs a lower-case word may be a form of; some that do not exist among them."""
        return _bases(self, word)

    def is_listed(self, word: str) -> bool:
        """Whether a lower-case word is a form of an irregular verb."""
        return bool(self._listed(word))

    def uses(self, word: str) -> frozenset[Form]:
        """What a lower-case word may be a form of; verbs that do not exist among them."""
        return self._listed(word) or _regular(self, word)

    def _listed(self, word: str) -> frozenset[Form]:
        known = self.forms.get(word)
        if known is not None:
            return known
        for prefix in self.prefixes:
            if word.startswith(prefix):
                rest = word[len(prefix) :]
                forms = self.forms.get(rest) or self.forms.get(self.participle + rest)
                if forms:
                    return frozenset((prefix + verb, place) for verb, place in forms)
        return frozenset()


@lru_cache(maxsize=65536)
def _bases(verbs: Verbs, word: str) -> frozenset[str]:
    """The verbs a word may be a form of."""
    return frozenset([verb for verb, _ in verbs.uses(word)])


def _tense(place: int) -> int:
    return 1 if place in _PAST else place if place in (_FUTURE, _MOOD) else 0


@lru_cache(maxsize=65536)
def _regular(verbs: Verbs, word: str) -> frozenset[Form]:
    """What a regular word may be a form of, by its ending; nonsense verbs do no harm.

    Of the endings of one place the longest that fits is taken.
    """
    found = {(word, 0)}
    made: set[int] = set()
    for rule in verbs.endings:
        if rule.place in made or not word.endswith(rule.ending):
            continue
        if not word.startswith(rule.before):
            continue
        stem = word[len(rule.before) : len(word) - len(rule.ending)]
        if len(stem) < rule.shortest:
            continue
        made.add(rule.place)
        for base in rule.bases:
            if base != _DOUBLED:
                found.add((stem + base, rule.place))
            elif len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
                found.add((stem[:-1], rule.place))
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
    table = lexicon(language).table("verbs")
    forms: dict[str, set[Form]] = {}
    for entry in table.get("irregular", ()):
        places = [place.split("/") for place in fold(entry).casefold().split(", ")]
        for place, written in enumerate(places):
            for form in written:
                forms.setdefault(form, set()).add((places[0][0], place))
    forms.pop("-", None)
    endings = sorted(
        (_ending(*entry) for entry in table.get("regular", ())), key=lambda e: -len(e.ending)
    )
    return Verbs(
        {form: frozenset(found) for form, found in forms.items()},
        tuple(endings),
        tuple(sorted(table.get("prefixes", ()), key=lambda p: (-len(p), p))),
        table.get("participle", ""),
        bool(table.get("brackets", False)),
        any(place == _MOOD for found in forms.values() for _, place in found),
    )


def _ending(written: str, bases: str, place: int, shortest: int) -> Ending:
    before, _, ending = written.rpartition("-")
    return Ending(before, ending, tuple(bases.split("/")), place, shortest)
