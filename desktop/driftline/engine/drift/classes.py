"""The closed classes of words a language pack lists, in the form the rules ask for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.drift.contrasts import Contrasts, contrasts
from driftline.engine.drift.entries import (
    month_names_of,
    names_of,
    parted_of,
    phrases_of,
    plain,
    reporting_of,
    results_of,
)
from driftline.engine.drift.nominal import Nominal, nominal
from driftline.engine.drift.numerals import Numerals, numerals
from driftline.engine.drift.spelling import Spellings, spellings
from driftline.engine.drift.verbs import Verbs, verbs
from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords

_DETERMINERS = ("definite", "indefinite", "demonstrative", "possessive", "quantifier")
_TITLES = ("courtesy", "learned", "offices", "business", "ranks", "church_and_court", "trades")


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Word classes of one language; every entry is lower case, groups of words with one space."""

    determiners: dict[str, str]
    determiners_alone: frozenset[str]
    determiner_forms: dict[str, str]
    how_many: dict[str, int]
    parts: frozenset[str]
    limits: frozenset[str]
    prepositions: frozenset[str]
    always_approximate: frozenset[str]
    same_sense: frozenset[frozenset[str]]
    connectives: frozenset[str]
    joints: frozenset[str]
    same_wording: dict[str, frozenset[int]]
    agreement: frozenset[frozenset[str]]
    form_endings: frozenset[str]
    negations: frozenset[str]
    second_negations: frozenset[str]
    nobody: frozenset[str]
    neither: frozenset[str]
    any_of: frozenset[str]
    none_of: frozenset[str]
    complementizers: frozenset[str]
    subjects: frozenset[str]
    contracted: tuple[str, ...]
    affirmative: dict[str, str]
    opposites: frozenset[frozenset[str]]
    negative_prefixes: frozenset[str]
    negative_suffixes: tuple[tuple[str, str], ...]
    no_prefix: frozenset[str]
    modal_verbs: frozenset[str]
    modal_phrases: frozenset[str]
    hedges: frozenset[str]
    sure: frozenset[str]
    accusing: frozenset[str]
    modality_alone: frozenset[str]
    certainty: dict[str, int]
    duty: dict[str, int]
    seeming: frozenset[str]
    prospects: frozenset[str]
    prospects_before: frozenset[str]
    adverb_endings: tuple[str, ...]
    auxiliaries: frozenset[str]
    tense_alone: frozenset[str]
    contractions: tuple[tuple[str, str], ...]
    short_forms: frozenset[str]
    reporting: frozenset[str]
    parted: dict[str, frozenset[str]]
    plainly: frozenset[str]
    hearing: frozenset[str]
    passive: frozenset[str]
    agents: frozenset[str]
    acts: frozenset[str]
    #: What is done, and what comes of it.
    results: tuple[tuple[frozenset[str], frozenset[str]], ...]
    attribution: tuple[str, ...]
    telling: frozenset[str]
    showing: frozenset[str]
    inverted: frozenset[str]
    no_teller: frozenset[str]
    titles: frozenset[str]
    title_modifiers: frozenset[str]
    title_endings: tuple[str, ...]
    title_heads: tuple[str, ...]
    title_always: frozenset[str]
    title_free: frozenset[str]
    lone_titles: frozenset[str]
    given_names: frozenset[str]
    names: frozenset[str]
    never_names: frozenset[str]
    inside_names: frozenset[str]
    of_names: frozenset[str]
    capital_nouns: bool
    first_names: frozenset[str]
    nouns: frozenset[str]
    noun_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    plural_verbs: frozenset[str]
    singular_verbs: frozenset[str]
    place_endings: tuple[str, ...]
    opening_endings: tuple[str, ...]
    measures: frozenset[str]
    adjective_endings: tuple[str, ...]
    no_adjectives: frozenset[str]
    with_article: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    days: frozenset[str]
    date_joints: frozenset[str]
    near: frozenset[str]
    near_behind: frozenset[str]
    periods: frozenset[str]
    vague: frozenset[str]
    rough: dict[str, str]
    small_days: bool
    denials: frozenset[str]
    rejecting: frozenset[str]
    ages: tuple[str, ...]
    age_forms: frozenset[str]
    full_names: dict[str, str]
    month_names: dict[int, str]
    bounds: dict[str, str]
    same_signs: frozenset[frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    verbs: Verbs
    nominal: Nominal
    spellings: Spellings
    numerals: Numerals
    contrasts: Contrasts
    attribution_set: frozenset[str] = field(init=False)
    #: Words that attributions begin with.
    attribution_firsts: frozenset[str] = field(init=False)
    #: Words that end what bounds a number.
    bound_words: frozenset[str] = field(init=False)
    #: What has none of these, and nothing but letters, is neither a number nor a date.
    dated: frozenset[str] = field(init=False)
    #: Of two words without any of these only the forms tell of denial, certainty and tense.
    stanced: frozenset[str] = field(init=False)
    #: Words of what is done.
    done: frozenset[str] = field(init=False)
    #: The words of `same_signs`.
    signs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put together what is asked before all rules."""
        dated = frozenset().union(
            self.months,
            self.weekdays,
            self.days,
            self.near,
            self.near_behind,
            self.periods,
            self.full_names,
            self.numerals.worth,
            (words.split(" ")[0] for words in self.bounds),
        )
        object.__setattr__(self, "dated", dated)
        object.__setattr__(self, "attribution_set", frozenset(self.attribution))
        firsts = frozenset(phrase.partition(" ")[0] for phrase in self.attribution)
        object.__setattr__(self, "attribution_firsts", firsts)
        ends = frozenset(bound.rpartition(" ")[2] for bound in self.bounds)
        object.__setattr__(self, "bound_words", ends)
        stanced = frozenset().union(
            self.negations,
            self.short_forms,
            self.modal_verbs,
            self.modal_phrases,
            self.hedges,
            self.prospects,
            self.seeming,
            self.auxiliaries,
            self.affirmative,
            *self.opposites,
        )
        object.__setattr__(self, "stanced", stanced)
        done = frozenset().union(*(done for done, _ in self.results))
        object.__setattr__(self, "done", done)
        object.__setattr__(self, "signs", frozenset().union(*self.same_signs))


@cache
def word_classes(language: str, added: AddedWords = ()) -> WordClasses:
    """The word classes of a language pack and of the words `added`; what it lacks is empty."""
    pack = lexicon(language, added)

    def words(name: str, *keys: str) -> frozenset[str]:
        return frozenset(plain(word) for key in keys for word in pack.words(name, key))

    def pairs(name: str, key: str) -> tuple[tuple[str, str], ...]:
        return tuple((plain(p[0]), plain(p[1])) for p in pack.table(name).get(key, ()))

    def endings(name: str, key: str) -> tuple[str, ...]:
        return tuple(map(plain, pack.table(name).get(key, ())))

    def steps(name: str, key: str) -> dict[str, int]:
        return {
            plain(" ".join(word.split())): step
            for step, line in enumerate(pack.table(name).get(key, ()))
            for word in line.split(",")
        }

    def groups(name: str, key: str) -> dict[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for group, line in enumerate(pack.table(name).get(key, ())):
            for word in map(plain, line.split(", ")):
                found[word] = found.get(word, frozenset()) | {group}
        return found

    determiners = {
        word: kind for kind in _DETERMINERS for word in sorted(words("determiners", kind))
    }
    how_many = steps("scope", "steps")
    for several in how_many:
        if " " in several:
            determiners.setdefault(several, "quantifier")
    titles = words("titles", *_TITLES)
    prepositions = words("prepositions", "simple", "complex")
    approximate = words("prepositions", "always_approximate")
    connectives = words("connectives", "phrases")
    negations = words("negation", "words")
    modal_phrases = words("modality", "phrases")
    hedges = words("modality", "hedges")
    return WordClasses(
        determiners=determiners,
        determiners_alone=words("determiners", "alone"),
        determiner_forms={
            plain(word): plain(forms[0])
            for forms in pack.table("determiners").get("forms", ())
            for word in forms
        },
        how_many=how_many,
        parts=words("scope", "parts"),
        limits=words("scope", "limits"),
        prepositions=prepositions,
        same_sense=frozenset(frozenset(pair) for pair in pairs("prepositions", "same_sense")),
        always_approximate=approximate,
        connectives=connectives,
        joints=words("connectives", "joints"),
        same_wording=groups("connectives", "same_sense"),
        agreement=frozenset(
            frozenset(map(plain, line.split(", "))) for line in words("verbs", "agreement")
        ),
        form_endings=words("spelling", "forms"),
        negations=negations,
        complementizers=words("connectives", "complementizers"),
        subjects=words("connectives", "subjects"),
        second_negations=words("negation", "second"),
        nobody=words("negation", "nobody"),
        neither=words("negation", "neither"),
        any_of=words("negation", "any_of"),
        none_of=words("negation", "none_of"),
        contracted=tuple(sorted(words("negation", "contracted"))),
        affirmative=dict(pairs("negation", "affirmative")),
        opposites=frozenset(frozenset(pair) for pair in pairs("negation", "opposites")),
        negative_prefixes=words("negation", "prefixes"),
        negative_suffixes=pairs("negation", "suffixes"),
        no_prefix=words("negation", "no_prefix"),
        modal_verbs=words("modality", "verbs"),
        modal_phrases=modal_phrases,
        hedges=hedges,
        sure=words("modality", "sure"),
        accusing=words("modality", "accusing"),
        modality_alone=words("modality", "alone"),
        certainty=steps("modality", "certainty"),
        duty=steps("modality", "duty"),
        seeming=words("modality", "seeming"),
        prospects=words("modality", "prospects"),
        prospects_before=words("modality", "prospects_before"),
        adverb_endings=endings("modality", "adverb_endings"),
        auxiliaries=words("verbs", "auxiliaries"),
        tense_alone=words("verbs", "alone"),
        contractions=pairs("verbs", "contractions"),
        short_forms=frozenset(pair[0] for pair in pairs("verbs", "contractions")),
        reporting=reporting_of(pack),
        parted=parted_of(words("attribution", "parted")),
        plainly=words("attribution", "plainly"),
        hearing=words("attribution", "hearing"),
        passive=words("verbs", "passive"),
        agents=words("verbs", "agents"),
        acts=words("verbs", "acts"),
        results=results_of(pack),
        attribution=tuple(sorted(words("attribution", "phrases") | words("reporting", "phrases"))),
        telling=words("attribution", "telling"),
        showing=words("attribution", "showing"),
        inverted=words("attribution", "inverted"),
        no_teller=words("attribution", "no_teller"),
        titles=titles,
        title_modifiers=words("titles", "modifiers"),
        title_endings=endings("titles", "endings"),
        title_heads=endings("titles", "heads"),
        title_always=words("titles", "always"),
        title_free=words("titles", "anywhere"),
        lone_titles=words("titles", "always", "lone"),
        given_names=words("titles", "given_names"),
        names=names_of(pack),
        never_names=words("names", "never"),
        inside_names=words("names", "inside"),
        of_names=words("names", "adjectives"),
        capital_nouns=bool(pack.table("nouns").get("capital", False)),
        first_names=words("names", "first"),
        nouns=words("nouns", "common"),
        noun_endings=endings("nouns", "endings"),
        plural_endings=endings("nouns", "plural_endings"),
        plural_verbs=words("nouns", "plural_verbs"),
        singular_verbs=words("nouns", "singular_verbs"),
        place_endings=endings("nouns", "place_endings"),
        opening_endings=endings("nouns", "opening_endings"),
        measures=words("nouns", "measures"),
        adjective_endings=endings("nouns", "adjective_endings"),
        no_adjectives=words("nouns", "no_adjectives"),
        with_article=words("nouns", "with_article"),
        months=words("calendar", "months"),
        weekdays=words("calendar", "weekdays"),
        days=words("calendar", "days"),
        date_joints=words("calendar", "joints"),
        near=words("calendar", "near"),
        near_behind=words("calendar", "near_behind"),
        periods=words("calendar", "periods"),
        vague=words("calendar", "vague"),
        rough=dict(pairs("calendar", "rough")),
        small_days=bool(pack.table("calendar").get("small", False)),
        denials=words("negation", "verbs"),
        rejecting=words("negation", "rejecting"),
        ages=endings("numbers", "ages"),
        age_forms=words("numbers", "age_forms"),
        full_names=dict(pairs("calendar", "full")),
        month_names=month_names_of(pack),
        bounds={
            plain(word): bound
            for bound, entries in sorted(pack.table("numbers").get("bounds", {}).items())
            for word in entries
        },
        same_signs=frozenset(frozenset(pair) for pair in pairs("typography", "same")),
        phrases=phrases_of(
            prepositions
            | approximate
            | connectives
            | titles
            | modal_phrases
            | hedges
            | negations
            | words("numbers", "quantities")
            | words("scope", "parts")
            | frozenset(how_many)
        ),
        verbs=verbs(language),
        nominal=nominal(language),
        spellings=spellings(language, added),
        numerals=numerals(language),
        contrasts=contrasts(language, added),
    )
