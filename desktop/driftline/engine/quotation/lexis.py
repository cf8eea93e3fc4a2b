"""A language pack, arranged for the questions the quotation rules ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.language import language_of
from driftline.engine.lexicon import MANY_LANGUAGES, Lexicon, languages, lexicon

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb: its lemma, what the form may be, and the classes of the verb.

    `tenses` holds of "base", "third", "past", "participle" and "ing"; `classes` of "speech",
    "belief", "naming", "object", "marked" and "hearer", and "subject" where a pronoun hangs on it.
    `finite` says that the form can be the verb of a clause by itself, `bare` that it is one of the
    present alone, as a noun may look.
    """

    lemma: str
    tenses: frozenset[str]
    classes: frozenset[str]
    finite: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class Lexis:
    """The closed classes and reporting words of one language."""

    language: str
    pack: Lexicon
    lists: dict[str, frozenset[str]]
    verbs: dict[str, Verb]
    auxiliaries: frozenset[str]
    having: frozenset[str]
    being: frozenset[str]
    supposing: frozenset[str]
    doing: frozenset[str]
    denying: frozenset[str]
    withholding: frozenset[str]
    personal: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    clause_openers: frozenset[str]
    possessives: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    questions: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    hearsay: frozenset[str]
    nouns: frozenset[str]
    expressed: frozenset[str]
    particles: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    complementizers: frozenset[str]
    things: frozenset[str]
    subjunctives: frozenset[str]
    writer: frozenset[str]
    adjectives: frozenset[str]
    reasons: frozenset[str]
    conditions: frozenset[str]
    inverted_only: frozenset[str]
    never_inverted: frozenset[str]
    that_only: frozenset[str]
    inverts: frozenset[str]
    noun_like: frozenset[str]
    unspaced: tuple[str, ...]
    finite_forms: frozenset[str]
    unchanged_forms: frozenset[str]
    adding: frozenset[str]
    comparing: frozenset[str]
    asking: frozenset[str]
    infinitive: frozenset[str]
    articles: frozenset[str]
    doubting: frozenset[str]
    remark_openers: frozenset[str]
    clause_starts: frozenset[str]
    of_things: frozenset[str]
    time_ends: frozenset[str]
    degree: frozenset[str]
    before_times: frozenset[str]
    articles_before_one: frozenset[str]
    statements: frozenset[str]
    of_persons: frozenset[str]
    before_clauses: frozenset[str]
    #: Words at which the writer may turn from what was said to what was not.
    turning: frozenset[str]
    lacking: frozenset[str]
    contrasts: frozenset[str]
    after_participles: frozenset[str]
    supposing_that: frozenset[str]
    adverbs_inside: frozenset[str]
    thought_in: frozenset[str]
    of_oaths: frozenset[str]
    #: What stands before whoever acts in a passive: "by".
    agents: frozenset[str]
    #: Verbs of papers alone: "the letter reads".
    of_papers: frozenset[str]
    #: Verbs that charge somebody with something: "accuse".
    charging: frozenset[str]
    #: Verbs of bidding and vowing: "urge", "pledge".
    bids: frozenset[str]
    #: Small pronouns between a speaker and the verb: "se lo dijo".
    clitics: frozenset[str]
    #: Prepositions before a clause that is reported: "informó de que".
    before_that: frozenset[str]
    #: Endings that no other words than the verbs of clauses have.
    finite_endings: tuple[str, ...]
    #: Marks before a cue inside the marks of a quotation.
    incise_marks: frozenset[str]
    #: What may stand between a verb and its speaker behind it, beside times: "en un comunicado".
    before_speakers: tuple[tuple[str, ...], ...]
    compound: bool
    verb_second: bool
    comma_before_clause: bool
    fragments_apart: bool
    #: What a passage without marks needs one of to report anything.
    reporters: frozenset[str]

    def among(self, word: str, key: str) -> bool:
        """Whether a word stands in one of the pack's lists for clauses and reporting."""
        return word in self.lists.get(key, _NONE)

    def verb(self, word: str) -> Verb | None:
        """What a lower-case word is as a reporting verb."""
        return self.verbs.get(word)

    def finite(self, word: str) -> bool:
        """Whether a lower-case word is most likely the verb of a clause."""
        if word in self.auxiliaries or word in self.finite_forms:
            return True
        if word.endswith("ed"):
            return self.language == "en" and len(word) > 3 and not word.endswith("eed")
        verb = self.verbs.get(word)
        if verb is None:
            return bool(self.finite_endings) and word.endswith(self.finite_endings)
        return verb.finite and verb.lemma not in self.noun_like and " " not in verb.lemma

    def adverb(self, word: str) -> bool:
        """Whether a lower-case word may stand between a subject and its verb."""
        return word in self.adverbs or (
            word.endswith("ly") and self.language == "en" and not self.among(word, "no_adverbs")
        )


def assumed_language(text: str) -> str:
    """The language of a text whose source names none: English, of plain letters and no words."""
    plain = all(letter.isascii() for letter in text if letter.isalpha())
    return language_of(text) or ("en" if plain else MANY_LANGUAGES)


_NONE: frozenset[str] = frozenset()
_TENSES = ("base", "third", "past", "participle", "ing")
_CLASSES = ("speech", "belief", "naming", "object", "marked")


def _verbs(pack: Lexicon) -> dict[str, Verb]:
    table = pack.table("reporting")
    tenses: dict[str, set[str]] = {}
    classes: dict[str, set[str]] = {}
    lemmas: dict[str, str] = {}
    hearers = frozenset(table.get("hearer", ()))
    pronouns = table.get("pronoun_endings", ())
    for form in table.get("inverted_only", ()):
        tenses[form], classes[form], lemmas[form] = {"past"}, {"speech"}, form
    for name in _CLASSES:
        for entry in table.get(name, ()):
            forms = entry.split(", ")
            lemma = next(form for form in forms if form != "-")
            for place, form in enumerate(forms):
                if form == "-":
                    continue
                word = form.split(" ")[0]
                tenses.setdefault(word, set()).add(
                    _TENSES[place] if len(forms) == len(_TENSES) else "past"
                )
                classes.setdefault(word, set()).add(name)
                lemmas.setdefault(word, lemma)
                if lemma in hearers:
                    classes[word].add("hearer")
                for ending in pronouns:
                    # "explique-t-il": the speaker hangs on the verb.
                    tenses[word + ending] = {"past"}
                    classes[word + ending] = {name, "subject"}
                    lemmas[word + ending] = lemma
    return {
        word: Verb(
            lemmas[word],
            frozenset(tenses[word]),
            frozenset(classes[word]),
            finite=not tenses[word].isdisjoint(("base", "third", "past")),
            bare=tenses[word] <= {"base", "third"},
        )
        for word in sorted(tenses)
    }


def _irregular(pack: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The past forms of irregular verbs: those of their own, and those that are base forms too.

    Of English alone: the rules of other languages were weighed without them.
    """
    if pack.language != "en":
        return frozenset(), frozenset()
    forms: set[str] = set()
    bases: set[str] = set()
    for entry in pack.table("verbs").get("irregular", ()):
        base, _third, past, *_rest = entry.split(", ")
        bases.add(base)
        forms.update(past.split("/"))
    return frozenset(forms - bases), frozenset(forms & bases)


@cache
def lexis(language: str, added: AddedWords = ()) -> Lexis:
    """The words of a language; those of many languages together where it has no pack.

    `added` are words of the editor's own.
    """
    known = language in languages() and bool(lexicon(language).table("reporting"))
    code = language if known else MANY_LANGUAGES
    pack = lexicon(code, added)

    def closed(key: str) -> frozenset[str]:
        return pack.words("clauses", key)

    def reporting(key: str) -> frozenset[str]:
        return pack.words("reporting", key)

    phrases = sorted(
        (tuple(phrase.split(" ")) for phrase in reporting("phrases")), key=lambda p: (-len(p), p)
    )
    verbs = _verbs(pack)
    irregular, unchanged = _irregular(pack)
    return Lexis(
        language=code,
        pack=pack,
        lists={
            key: frozenset(value)
            for name in ("clauses", "reporting")
            for key, value in pack.table(name).items()
            if isinstance(value, list)
        },
        verbs=verbs,
        auxiliaries=closed("auxiliaries"),
        having=closed("having"),
        being=closed("being"),
        supposing=closed("supposing"),
        doing=closed("doing"),
        denying=closed("denying"),
        withholding=closed("withholding"),
        personal=closed("personal"),
        subject_pronouns=closed("subject_pronouns"),
        object_pronouns=closed("object_pronouns"),
        clause_openers=closed("clause_openers"),
        possessives=closed("possessives"),
        determiners=closed("determiners"),
        prepositions=closed("prepositions"),
        subordinators=closed("subordinators"),
        conjunctions=closed("conjunctions"),
        relatives=closed("relatives"),
        questions=closed("questions"),
        adverbs=closed("adverbs"),
        times=closed("times"),
        hearsay=closed("hearsay"),
        nouns=reporting("nouns"),
        expressed=reporting("expressed"),
        particles=reporting("particles"),
        phrases={
            head: tuple(phrase for phrase in phrases if phrase[0] == head)
            for head in sorted({phrase[0] for phrase in phrases})
        },
        complementizers=reporting("complementizers"),
        things=pack.words("speakers", "things"),
        subjunctives=closed("subjunctives"),
        writer=closed("writer"),
        adjectives=closed("adjectives"),
        reasons=closed("reasons"),
        conditions=closed("conditions"),
        inverted_only=reporting("inverted_only"),
        never_inverted=reporting("never_inverted"),
        that_only=reporting("that_only"),
        inverts=reporting("inverts"),
        noun_like=reporting("nouns") | reporting("noun_like"),
        unspaced=tuple(sorted(reporting("unspaced"), key=lambda verb: (-len(verb), verb))),
        finite_forms=closed("finite_forms") | irregular,
        unchanged_forms=unchanged,
        adding=closed("adding"),
        comparing=closed("comparing"),
        asking=closed("asking"),
        infinitive=closed("infinitive"),
        articles=closed("articles"),
        doubting=closed("doubting"),
        remark_openers=closed("remark_openers"),
        clause_starts=closed("clause_starts"),
        of_things=closed("of_things"),
        time_ends=closed("time_ends"),
        degree=closed("degree"),
        before_times=closed("before_times"),
        articles_before_one=closed("articles_before_one"),
        statements=closed("statements"),
        of_persons=closed("of_persons"),
        before_clauses=closed("before_clauses"),
        turning=closed("lacking") | closed("contrasts") | closed("conjunctions"),
        lacking=closed("lacking"),
        contrasts=closed("contrasts"),
        after_participles=closed("after_participles"),
        supposing_that=closed("supposing_that"),
        adverbs_inside=closed("adverbs_inside"),
        thought_in=closed("thought_in"),
        of_oaths=reporting("of_oaths"),
        agents=closed("agents"),
        of_papers=reporting("of_papers"),
        bids=reporting("bidding") | reporting("vowing") | reporting("calling"),
        charging=frozenset(entry.split(" ")[0] for entry in reporting("charging")),
        clitics=closed("clitics"),
        before_that=closed("before_that"),
        incise_marks=pack.words("quotation", "incise_marks") or frozenset({","}),
        finite_endings=tuple(pack.table("clauses").get("finite_endings", ())),
        before_speakers=tuple(
            tuple(phrase.split(" "))
            for phrase in sorted(reporting("before_speakers"), key=lambda p: (-len(p), p))
        ),
        compound=bool(pack.table("reporting").get("compound")),
        verb_second=bool(pack.table("reporting").get("verb_second")),
        fragments_apart=bool(pack.table("reporting").get("fragments_apart")),
        comma_before_clause=bool(pack.table("reporting").get("comma_before_clause")),
        reporters=reporting("nouns").union(verbs, (phrase[0] for phrase in phrases)),
    )
