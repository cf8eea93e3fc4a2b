"""The closed classes of words a language pack lists, in the form the rules ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from driftline.engine.drift.numerals import Numerals, numerals
from driftline.engine.drift.spelling import Spellings, spellings
from driftline.engine.drift.verbs import Verbs, verbs
from driftline.engine.lexicon import Lexicon, lexicon
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords

_DETERMINERS = ("definite", "indefinite", "demonstrative", "possessive", "quantifier")
_TITLES = ("courtesy", "learned", "offices", "business", "ranks", "church_and_court", "trades")


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Word classes of one language; every entry is lower case, groups of words with one space."""

    determiners: dict[str, str]
    determiners_alone: frozenset[str]
    prepositions: frozenset[str]
    always_approximate: frozenset[str]
    same_sense: frozenset[frozenset[str]]
    connectives: frozenset[str]
    negations: frozenset[str]
    contracted: tuple[str, ...]
    affirmative: dict[str, str]
    opposites: frozenset[frozenset[str]]
    negative_prefixes: frozenset[str]
    negative_suffixes: tuple[tuple[str, str], ...]
    no_prefix: frozenset[str]
    modal_verbs: frozenset[str]
    modal_phrases: frozenset[str]
    hedges: frozenset[str]
    modality_alone: frozenset[str]
    prospects: frozenset[str]
    auxiliaries: frozenset[str]
    tense_alone: frozenset[str]
    contractions: tuple[tuple[str, str], ...]
    short_forms: frozenset[str]
    reporting: frozenset[str]
    attribution: tuple[str, ...]
    titles: frozenset[str]
    title_modifiers: frozenset[str]
    title_always: frozenset[str]
    title_free: frozenset[str]
    given_names: frozenset[str]
    names: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    days: frozenset[str]
    date_joints: frozenset[str]
    near: frozenset[str]
    periods: frozenset[str]
    full_names: dict[str, str]
    bounds: dict[str, str]
    same_signs: frozenset[frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    verbs: Verbs
    spellings: Spellings
    numerals: Numerals


@cache
def word_classes(language: str, added: AddedWords = ()) -> WordClasses:
    """The word classes of a language pack and of the words `added`; what it lacks is empty."""
    pack = lexicon(language, added)

    def words(name: str, *keys: str) -> frozenset[str]:
        return frozenset().union(*(pack.words(name, key) for key in keys))

    def pairs(name: str, key: str) -> tuple[tuple[str, str], ...]:
        return tuple((pair[0], pair[1]) for pair in pack.table(name).get(key, ()))

    determiners = {
        word: "indefinite" if kind == "indefinite" else kind
        for kind in _DETERMINERS
        for word in sorted(pack.words("determiners", kind))
    }
    titles = words("titles", *_TITLES)
    prepositions = words("prepositions", "simple", "complex")
    approximate = pack.words("prepositions", "always_approximate")
    connectives = pack.words("connectives", "phrases")
    negations = pack.words("negation", "words")
    modal_phrases = pack.words("modality", "phrases")
    hedges = pack.words("modality", "hedges")
    return WordClasses(
        determiners=determiners,
        determiners_alone=pack.words("determiners", "alone"),
        prepositions=prepositions,
        same_sense=frozenset(frozenset(pair) for pair in pairs("prepositions", "same_sense")),
        always_approximate=approximate,
        connectives=connectives,
        negations=negations,
        contracted=tuple(sorted(pack.words("negation", "contracted"))),
        affirmative=dict(pairs("negation", "affirmative")),
        opposites=frozenset(frozenset(pair) for pair in pairs("negation", "opposites")),
        negative_prefixes=pack.words("negation", "prefixes"),
        negative_suffixes=pairs("negation", "suffixes"),
        no_prefix=pack.words("negation", "no_prefix"),
        modal_verbs=pack.words("modality", "verbs"),
        modal_phrases=modal_phrases,
        hedges=hedges,
        modality_alone=pack.words("modality", "alone"),
        prospects=pack.words("modality", "prospects"),
        auxiliaries=pack.words("verbs", "auxiliaries"),
        tense_alone=pack.words("verbs", "alone"),
        contractions=pairs("verbs", "contractions"),
        short_forms=frozenset(pair[0] for pair in pairs("verbs", "contractions")),
        reporting=_reporting(pack),
        attribution=tuple(
            sorted(pack.words("attribution", "phrases") | pack.words("reporting", "phrases"))
        ),
        titles=titles,
        title_modifiers=pack.words("titles", "modifiers"),
        title_always=pack.words("titles", "always"),
        title_free=pack.words("titles", "anywhere"),
        given_names=pack.words("titles", "given_names"),
        names=frozenset(plain(w) for name in pack.words("names", "known") for w in name.split()),
        months=pack.words("calendar", "months"),
        weekdays=pack.words("calendar", "weekdays"),
        days=words("calendar", "days"),
        date_joints=pack.words("calendar", "joints"),
        near=pack.words("calendar", "near"),
        periods=pack.words("calendar", "periods"),
        full_names=dict(pairs("calendar", "full")),
        bounds={
            word: bound
            for bound, entries in sorted(pack.table("numbers").get("bounds", {}).items())
            for word in entries
        },
        same_signs=frozenset(frozenset(pair) for pair in pairs("typography", "same")),
        phrases=_phrases(
            prepositions | approximate | connectives | titles | modal_phrases | hedges | negations
        ),
        verbs=verbs(language),
        spellings=spellings(language, added),
        numerals=numerals(language),
    )


def _reporting(pack: Lexicon) -> frozenset[str]:
    """All forms of the verbs of speech; an entry gives them with commas between."""
    entries = pack.words("reporting", "speech") | pack.words("attribution", "verbs")
    return frozenset(form for entry in entries for form in entry.split(", "))


def _phrases(entries: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Groups of words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(entries):
        parts = tuple(entry.split(" "))
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {
        first: tuple(sorted(groups, key=lambda g: (-len(g), g))) for first, groups in found.items()
    }


@lru_cache(maxsize=65536)
def plain(token: str) -> str:
    """A token in the form the lists are written in: lower case, plain marks."""
    return fold(token).casefold()
