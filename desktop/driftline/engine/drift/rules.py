"""The rules that name a change: closed classes of words first, what is left is paraphrase.

A rule looks at the words dropped and the words put in their place, and where it must at the words
around them. The order of the rules is part of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.classes import WordClasses, plain
from driftline.engine.drift.naming import NameRules, acronym
from driftline.engine.drift.quantities import Quantities
from driftline.engine.drift.sides import (
    Side,
    is_capital,
    is_mark,
)
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText

_OPENING = frozenset("([{")
# "First, ..." and "2) ..." count what is said and say no number or date.
_AFTER_A_COUNT = frozenset(",):")
# An attribution stands at the edge of what was added or dropped, so many words from it at most.
_TAG_EDGE = 3
# Rules that say no more than that something is there instead.
_VAGUE = frozenset({"paraphrase", "preposition", "marks"})
#: A kind and the rule that decided it.
Verdict = tuple[Kind, str]


class Rules:
    """The rules of one language."""

    __slots__ = ("_classes", "_names", "_quantities")

    def __init__(
        self, classes: WordClasses, old: CodedText | None = None, new: CodedText | None = None
    ) -> None:
        self._classes = classes
        self._names = NameRules(classes, self.is_title, old, new)
        self._quantities = Quantities(classes)

    def changed(self, old: Side, new: Side) -> Verdict:
        """The kind of a change of some words into others."""
        if (
            len(old.words) > 1 < len(new.words)
            and self.one_determiner(plain(old.words[0]), plain(new.words[0]))
            and not is_mark(old.words[1])
            and not is_mark(new.words[1])
        ):
            # "Die Schule" that became "das Haus": the article only goes with its noun.
            return self.changed(_without_first(old), _without_first(new))
        verdict = (
            self.closed(old, new)
            or self._article_or_number(old, new)
            or self._names.changed(old, new)
        )
        if verdict is None:
            dots = plain(new.words[0]).strip("[]") == "..."
            verdict = Kind.PARAPHRASE, "ellipsis" if dots else "paraphrase"
        return self._contrast(old, new) or verdict if verdict[1] in _VAGUE else verdict

    def _contrast(self, old: Side, new: Side) -> Verdict | None:
        """How words contrast with those in their place, or count what was not counted before."""
        one, other = self._content(old), self._content(new)
        rule = self._classes.contrasts.between(one, other)
        if rule == "time of day":
            return Kind.DATE, rule
        if rule == "negation firmness":
            return Kind.NEGATION, rule
        if rule == "unit":
            return (Kind.NUMBER, rule) if self._beside_number(old, new) else None
        if rule is not None:
            kind = Kind.PREPOSITION if self._function_word(old, new, one, other) else None
            return kind or Kind.PARAPHRASE, rule
        counts = self._classes.numerals.counts
        if any(map(counts, old.bare)) != any(map(counts, new.bare)):
            return Kind.PARAPHRASE, "figure"
        return None

    def _content(self, side: Side) -> str:
        """The one word of a side that is no auxiliary; the whole of it if there are others."""
        if len(side.forms) == 1:
            return side.text
        words = [word for word in side.bare if word not in self._classes.auxiliaries]
        return words[0] if len(words) == 1 else side.text

    def _beside_number(self, *sides: Side) -> bool:
        """Whether a number stands right before or behind the words of each side."""
        is_number = self._classes.numerals.is_number
        return all(is_number(plain(side.before)) or is_number(plain(side.after)) for side in sides)

    def closed(self, old: Side, new: Side) -> Verdict | None:
        """The kind of a change when a closed class decides it."""
        one, other = old.text, new.text
        if self.one_determiner(one, other):
            return Kind.DETERMINER, "determiner form"
        if self._open(one) and self._open(other):
            return (
                self._form(old, new, one, other)
                or self._negation(old, new, one, other)
                or self._modality(old, new, one, other)
                or self._tense(old, new, one, other)
                or self._title(old, new, one, other)
            )
        return (
            self._form(old, new, one, other)
            or self._quantities.changed(old, new)
            or self._negation(old, new, one, other)
            or self._contraction(one, other)
            or self._modality(old, new, one, other)
            or self._tense(old, new, one, other)
            or self._reporting(one, other)
            or self._function_word(old, new, one, other)
            or self._title(old, new, one, other)
            or acronym(old, new)
        )

    def _open(self, word: str) -> bool:
        """Whether some text is one word of letters that no list but those of titles has."""
        return word.isalpha() and word not in self._classes.listed

    # ------------------------------------------------------------------ form

    def _form(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        if frozenset((one, other)) in self._classes.same_signs:
            return Kind.TYPOGRAPHY, "signs"
        if not old.bare or not new.bare:
            return None if old.bare or new.bare else (Kind.TYPOGRAPHY, "marks")
        letters_one = one if one.isalnum() else "".join(filter(str.isalnum, one))
        letters_other = other if other.isalnum() else "".join(filter(str.isalnum, other))
        spellings = self._classes.spellings
        if letters_one == letters_other:
            if letters_one.isdigit() and len(old.words) == 1 == len(new.words):
                # "1.5" and "15", "3,000" and "3000", "15.30" and "15:30".
                verdict = self._quantities.changed(old, new)
                if verdict is not None:
                    return verdict
            if letters_one[0].isdigit() and self._classes.numerals.spaced:
                return Kind.TYPOGRAPHY, "signs"
            if one.replace(".", "").replace(",", "") == other.replace(".", "").replace(",", ""):
                return Kind.TYPOGRAPHY, "letters"
            return Kind.SPELLING_VARIANT, "compound"
        if spellings.but_for_accents(letters_one, letters_other):
            return Kind.SPELLING_VARIANT, "accent"
        name = not old.starts and is_capital(old.words[0]) and is_capital(new.words[0])
        if spellings.same(one, other, name):
            return Kind.SPELLING_VARIANT, "spelling"
        return None

    def one_date(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether words and the words in their place are one day of a month, written otherwise."""
        return self._quantities.changed(Side(old), Side(new)) == (Kind.TYPOGRAPHY, "signs")

    # ------------------------------------------------------------------ stance

    def _negation(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        classes = self._classes
        if frozenset((one, other)) in classes.opposites:
            return Kind.NEGATION, "negation"
        words, words_other = old.forms, new.forms
        contracted, negations = classes.contracted, classes.negations
        rest = [w for w in words if w not in negations and not w.endswith(contracted)]
        rest_other = [w for w in words_other if w not in negations and not w.endswith(contracted)]
        if (len(rest) == len(words)) != (len(rest_other) == len(words_other)):
            bare_one = [self._affirmed(w) for w in words if w not in classes.negations]
            bare_other = [self._affirmed(w) for w in words_other if w not in classes.negations]
            if bare_one == bare_other or not rest or not rest_other:
                return Kind.NEGATION, "negation"
            support = classes.auxiliaries | classes.modal_verbs
            single = len(words) == 1 == len(words_other)
            if single and all(w in support for w in bare_one + bare_other):
                return Kind.NEGATION, "negation"
        if len(words) == 1 == len(words_other):
            for long, short in ((one, other), (other, one)):
                if len(short) < 3 or not (long[0] == short[0] or long.endswith(short)):
                    continue
                if long in classes.no_prefix:
                    continue
                if long.endswith(short) and long[: -len(short)] in classes.negative_prefixes:
                    return Kind.NEGATION, "negation"
                if long[0] == short[0] and any(
                    long.removesuffix(x) == short.removesuffix(y)
                    and long.endswith(x)
                    and short.endswith(y)
                    for pair in classes.negative_suffixes
                    for x, y in (pair, pair[::-1])
                ):
                    return Kind.NEGATION, "negation"
        return None

    def _affirmed(self, word: str) -> str:
        """A lower-case word without the denial contracted to it."""
        known = self._classes.affirmative.get(word)
        if known is None and word.endswith(self._classes.contracted):
            ending = next(end for end in self._classes.contracted if word.endswith(end))
            return word.removesuffix(ending)
        return known or word

    def denies(self, word: str) -> bool:
        """Whether a lower-case word denies."""
        return word in self._classes.negations or word.endswith(self._classes.contracted)

    def _contraction(self, one: str, other: str) -> Verdict | None:
        if (
            "'" not in one
            and "'" not in other
            and not (one in self._classes.short_forms or other in self._classes.short_forms)
        ):
            return None
        for short, long in self._classes.contractions:
            for x, y in ((one, other), (other, one)):
                if short.startswith("'") or short in self._classes.contracted:
                    if x.endswith(short) and y in (
                        f"{x[: -len(short)]} {long}",
                        long if x == short else "",
                    ):
                        return Kind.PARAPHRASE, "contraction"
                elif x == short and y == long:
                    return Kind.PARAPHRASE, "contraction"
        return None

    def _modality(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        classes = self._classes
        if (
            one in classes.prospects
            and other in classes.prospects
            and classes.prospects_before.issuperset((plain(old.after), plain(new.after)))
        ):
            return Kind.MODALITY, "modality"
        if one in classes.reporting and other in classes.reporting:
            return None
        ours, theirs = self._modal(one), self._modal(other)
        if not ours and not theirs and self._qualified(old.forms, new.forms):
            return Kind.MODALITY, "modality"
        if ours and theirs:
            if (
                one in classes.hedges
                and other in classes.hedges
                and one.endswith(classes.adverb_endings) != other.endswith(classes.adverb_endings)
            ):
                return None
            return Kind.MODALITY, "modality"
        if ours or theirs:
            rest = other if ours else one
            if all(word in classes.auxiliaries for word in rest.split(" ")):
                return Kind.MODALITY, "modality"
            # "says" became "may say": the same word, made less or more sure.
            longer = (one if ours else other).split(" ")
            if len(longer) > 1 and longer[-1] == rest.split(" ")[-1]:
                return Kind.MODALITY, "modality"
        if (
            classes.verbs.moods
            and self._may_be_verbs(old, new)
            and classes.verbs.other_mood(one, other)
        ):
            return Kind.MODALITY, "modality"
        return None

    def _qualified(self, words: list[str], words_other: list[str]) -> bool:
        """Whether one verb is qualified on one side only: "knew", "may have known"."""
        classes = self._classes
        if len(words) == len(words_other):
            return False
        short, long = sorted((words, words_other), key=len)
        return (
            long[0] in classes.modal_verbs
            and short[0] not in classes.modal_verbs
            and classes.verbs.one_verb(short[-1], long[-1])
            and classes.auxiliaries.issuperset(short[:-1])
            and all(w in classes.auxiliaries or w in classes.modal_verbs for w in long[1:-1])
        )

    def _modal(self, text: str) -> bool:
        classes = self._classes
        if text in classes.modal_verbs or text in classes.modal_phrases or text in classes.hedges:
            return True
        if " " not in text:
            return False
        words = text.split(" ")
        return words[0] in classes.modal_verbs and all(
            word in classes.auxiliaries or word in classes.modal_verbs for word in words
        )

    def _tense(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        classes = self._classes
        words, words_other = old.forms, new.forms
        if len(words) == 1 == len(words_other):
            if self._may_be_verbs(old, new) and classes.verbs.other_tense(
                self._affirmed(one), self._affirmed(other)
            ):
                return Kind.TENSE, "tense"
            if one in classes.auxiliaries and other in classes.auxiliaries:
                return Kind.TENSE, "tense"
            return None
        aux = classes.auxiliaries
        lead = [w for w in words if w not in aux]
        lead_other = [w for w in words_other if w not in aux]
        if not lead and not lead_other:
            return Kind.TENSE, "tense"
        if (
            len(lead) == 1 == len(lead_other)
            and len(words) + len(words_other) <= 6
            and (lead == lead_other or classes.verbs.one_verb(lead[0], lead_other[0]))
        ):
            return Kind.TENSE, "tense"
        return None

    def _may_be_verbs(self, old: Side, new: Side) -> bool:
        """Whether two words are no nouns, so far as their capitals tell."""
        return not self._classes.capital_nouns or not any(
            is_capital(side.words[0]) and not side.starts for side in (old, new)
        )

    def _reporting(self, one: str, other: str) -> Verdict | None:
        if one in self._classes.reporting and other in self._classes.reporting:
            return Kind.REPORTING_VERB, "reporting verb"
        return None

    # ------------------------------------------------------------------ function words

    def one_determiner(self, one: str, other: str) -> bool:
        """Whether two lower-case words are forms of one determiner, as "der" and "dem" are."""
        forms = self._classes.determiner_forms
        return one in forms and forms[one] == forms.get(other)

    def _function_word(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        classes = self._classes
        kind, kind_other = classes.determiners.get(one), classes.determiners.get(other)
        if kind and kind_other:
            return Kind.DETERMINER, f"{kind}>{kind_other}"
        approximate = one in classes.always_approximate or other in classes.always_approximate
        if (one in classes.prepositions or one in classes.always_approximate) and (
            other in classes.prepositions or other in classes.always_approximate
        ):
            if approximate or frozenset((one, other)) in classes.same_sense:
                return Kind.PARAPHRASE, "paraphrase"
            return Kind.PREPOSITION, "preposition"
        return None

    def _article_or_number(self, old: Side, new: Side) -> Verdict | None:
        """An article that became a number, or the reverse: "a dozen" and "two dozen"."""
        pair = (old.text, new.text)
        for article, number in (pair, pair[::-1]):
            if self._classes.determiners.get(article) == "indefinite":
                if number in self._classes.numerals.as_article:
                    return Kind.DETERMINER, "determiner"
                if self._classes.numerals.is_number(number):
                    return Kind.NUMBER, "number"
        return None

    def _title(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        if self.is_title(one) and self.is_title(other):
            return Kind.TITLE, "title"
        # "Foreign Minister" became "Defense Minister": the word before an office tells which.
        office, office_new = plain(old.after), plain(new.after)
        if office == office_new and self.is_title(office):
            for listed in (self._classes.titles, self._classes.title_modifiers):
                if not listed.isdisjoint((one, other, f"{one} {office}", f"{other} {office}")):
                    return Kind.TITLE, "title"
        return None

    def is_title(self, text: str) -> bool:
        """Whether lower-case words are a title, with or without what qualifies it."""
        classes = self._classes
        if text in classes.titles:
            return True
        rest = text
        while " " in rest and rest.partition(" ")[0] in classes.title_modifiers:
            rest = rest.partition(" ")[2]
            if rest in classes.titles:
                return True
        forms = [
            text.removesuffix(ending) for ending in classes.title_endings if text.endswith(ending)
        ]
        if not classes.titles.isdisjoint(forms):
            return True
        heads = classes.title_heads
        return bool(heads) and " " not in text and any(f.endswith(heads) for f in (text, *forms))

    # ------------------------------------------------------------------ one side only

    def alone(self, side: Side, added: bool) -> Verdict:
        """The kind of words that were added, or dropped, with nothing in their place."""
        verb = "added" if added else "dropped"
        fallback = (Kind.INSERTION, "insertion") if added else (Kind.DELETION, "deletion")
        classes = self._classes
        words, text, bare = side.forms, side.text, side.bare
        if not bare:
            if classes.contrasts.is_unit(text) and self._beside_number(side):
                return Kind.NUMBER, f"unit {verb}"
            return Kind.TYPOGRAPHY, "marks"
        if words[0] in _OPENING or (words[0] == "," and len(words) > 1):
            if self._quantities.day_of_month(bare):
                return Kind.DATE, f"date {verb}"
            return self._attributed(text, verb) or fallback
        if text in classes.negations or (len(words) == 1 and self.denies(text)):
            return Kind.NEGATION, f"negation {verb}"
        if text in classes.second_negations and not classes.negations.isdisjoint(
            (plain(side.before), plain(side.earlier))
        ):
            return Kind.NEGATION, f"negation {verb}"
        if text in classes.modality_alone or text in classes.modal_phrases:
            return Kind.MODALITY, f"modality {verb}"
        if text in classes.title_always and (
            text in classes.title_free or self.is_title(plain(side.after))
        ):
            return Kind.TITLE, f"title {verb}"
        if text in classes.determiners_alone and not (
            text in classes.tense_alone and is_mark(plain(side.after[:1]) or ".")
        ):
            if text in classes.complementizers and self._opens_clause(side):
                return fallback[0], f"conjunction {verb}"
            kind = classes.determiners[text]
            named = kind if kind in ("definite", "indefinite") else "determiner"
            return Kind.DETERMINER, f"{named} {verb}"
        if self._quantities.is_nearness(side):
            return Kind.DATE, f"date {verb}"
        bound = self._quantities.bound(side)
        if bound is not None:
            return fallback[0], f"{'rough' if bound == 'about' else 'bound'} {verb}"
        before, after = plain(side.before), plain(side.after)
        if (before in classes.prepositions and f"{before} {text}" in classes.prepositions) or (
            after in classes.prepositions and f"{text} {after}" in classes.prepositions
        ):
            return Kind.PREPOSITION, f"preposition {verb}"
        if text in classes.tense_alone:
            return Kind.TENSE, f"tense {verb}"
        if text in classes.prepositions and len(words) <= 2:
            return Kind.PREPOSITION, f"preposition {verb}"
        if side.starts and len(bare) == 1 and words[-1] in _AFTER_A_COUNT:
            return fallback
        if self._quantities.is_date(bare) and len(words) <= 4:
            if all(map(classes.numerals.is_number, bare)):
                return Kind.NUMBER, f"number {verb}"
            return Kind.DATE, f"date {verb}"
        if classes.numerals.is_number(words[0]) and self._quantities.is_number(bare):
            return Kind.NUMBER, f"number {verb}"
        return self._names.alone(side, text, verb) or self._attributed(text, verb) or fallback

    def _opens_clause(self, side: Side) -> bool:
        """Whether a determiner in form is a conjunction: "said that houses fell", "so that the"."""
        classes, after = self._classes, plain(side.after)
        return (
            plain(side.before) in classes.reporting
            or after in classes.determiners
            or after in classes.subjects
        )

    def _attributed(self, text: str, verb: str) -> Verdict | None:
        padded = f" {text} "
        if any(f" {phrase} " in padded for phrase in self._classes.attribution) or self._is_tag(
            [word for word in text.split(" ") if not is_mark(word)]
        ):
            kind = Kind.INSERTION if verb == "added" else Kind.DELETION
            return kind, f"attribution {verb}"
        return None

    def _is_tag(self, words: list[str]) -> bool:
        """Whether words name somebody who tells, near their edge: "the mayor said", "said Reed"."""
        classes = self._classes
        for at, word in enumerate(words):
            if word in classes.telling and min(at, len(words) - 1 - at) <= _TAG_EDGE:
                tellers = (
                    words[at - 1 : at] if at else words[1:2] if word in classes.inverted else []
                )
                if not classes.no_teller.issuperset(tellers):
                    return True
        return False


def _without_first(side: Side) -> Side:
    return Side(side.words[1:], side.words[0], side.after, False, side.before, side.then)
