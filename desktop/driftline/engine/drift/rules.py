"""The rules that name a change: closed classes of words first, what is left is paraphrase.

A rule looks at the words dropped and the words put in their place, and where it must at the words
around them. The order of the rules is part of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.naming import NameRules, acronym
from driftline.engine.drift.one_sided import OneSided
from driftline.engine.drift.quantities import Quantities
from driftline.engine.drift.sides import Side, Verdict, is_capital, is_mark
from driftline.engine.drift.stance import Stance
from driftline.engine.drift.titles import TitleRules
from driftline.engine.drift.voice import tells_agent
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.drift.classes import WordClasses

# Tokens of a reporting verb with whom it is said to: "told the newspaper that".
_HEARER = 4
# Rules that say no more than that something is there instead.
_VAGUE = frozenset(
    {"paraphrase", "preposition", "marks", "word form", "same sense", "name gone", "name given"}
)


class Rules:
    """The rules of one language."""

    __slots__ = ("_classes", "_names", "_one_sided", "_quantities", "_stance", "_titles")

    def __init__(
        self, classes: WordClasses, old: CodedText | None = None, new: CodedText | None = None
    ) -> None:
        self._classes = classes
        self._titles = TitleRules(classes)
        self._names = NameRules(classes, self._titles.is_title, old, new)
        self._quantities = Quantities(classes)
        self._stance = Stance(classes)
        self._one_sided = OneSided(
            classes, self._quantities, self._names, self._titles.is_title, self._stance
        )

    def is_title(self, text: str) -> bool:
        """Whether lower-case words are a title, with or without what qualifies it."""
        return self._titles.is_title(text)

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
            forms = old.forms + new.forms
            if "," in forms and self._classes.joints.issuperset(f for f in forms if f != ","):
                return Kind.PARAPHRASE, "joint"  # "Hull, Leeds and York", "Hull and Leeds"
            dots = plain(new.words[0]).strip("[]") == "..."
            verdict = Kind.PARAPHRASE, "ellipsis" if dots else self._told(old, new)
        kind, rule = verdict
        if rule == "same sense" and len(old.forms) > 1 < len(new.forms):
            return verdict
        return self._contrast(old, new, kind) or verdict if rule in _VAGUE else verdict

    def _told(self, old: Side, new: Side) -> str:
        """What other words tell more, or less, than those in whose place they stand."""
        if len(old.bare) > 2 or len(new.bare) > 2:
            told, told_new = (tells_agent(side.bare, self._classes) for side in (old, new))
            if told != told_new:
                return "agent added" if told_new else "agent dropped"
        one, other = old.text, new.text
        if len(old.forms) > 1 or len(new.forms) > 1:
            ours, theirs = self._one_sided.attributes(one), self._one_sided.attributes(other)
            if ours != theirs:
                return "attribution added" if theirs else "attribution dropped"
        if self._same_wording(one, other):
            return "same sense"
        if len(old.forms) == 1 == len(new.forms) and self._one_word(one, other):
            return "word form"
        return self._names.instead(old, new) or "paraphrase"

    def _same_wording(self, one: str, other: str) -> bool:
        """Whether words are listed as saying the same."""
        known = self._classes.same_wording
        ours = known.get(one)
        return ours is not None and not ours.isdisjoint(known.get(other, ()))

    def _one_word(self, one: str, other: str) -> bool:
        """Whether two lower-case words are forms of one: "attack", "attacks"."""
        if other.startswith(one):
            return other[len(one) :] in self._classes.form_endings
        if one.startswith(other):
            return one[len(other) :] in self._classes.form_endings
        return one[:1] == other[:1] and self._classes.verbs.one_verb(one, other)

    def alone(self, side: Side, added: bool) -> Verdict:
        """The kind of words that were added, or dropped, with nothing in their place."""
        return self._one_sided.alone(side, added)

    def _contrast(self, old: Side, new: Side, kind: Kind) -> Verdict | None:
        """How words contrast with those in their place, or count what was not counted before.

        `kind` is that of the change so far; most contrasts leave it as it is.
        """
        one, other = self._content(old), self._content(new)
        contrasts = self._classes.contrasts
        rule = contrasts.between(one, other)
        if rule is None and (" " in one or " " in other):
            # "A senior official", "a source": the last word is what it is.
            rule = contrasts.between(one.rpartition(" ")[2], other.rpartition(" ")[2])
            rule = None if rule == "person" else rule
        elif rule is None and old.after in contrasts.lasts and old.after == new.after:
            # "Led to", "contributed to".
            rule = contrasts.between(f"{one} {old.after}", f"{other} {old.after}")
        if rule == "time of day":
            return Kind.DATE, rule
        if rule == "negation firmness":
            return Kind.NEGATION, rule
        if rule == "unit":
            return (Kind.NUMBER, rule) if self._quantities.beside_number(old, new) else None
        if rule == "amount" and self._quantities.before_date(old, new):
            rule = contrasts.among("date bound", one, other) or rule
        if rule == "amount":
            return (kind, rule) if self._quantities.before_number(old, new) else None
        if rule == "date bound" and not self._quantities.before_date(old, new):
            # "In the raid", "after the raid".
            rule = contrasts.among("phase", one, other)
        if rule is not None:
            return kind, rule
        if self._quantities.counts(old) != self._quantities.counts(new):
            return kind, "figure"
        if len(old.words) > 2 or len(new.words) > 2:
            told, told_new = self._one_sided.tells(old), self._one_sided.tells(new)
            if told != told_new:
                return kind, f"{told_new} added" if told_new else f"{told} dropped"
        return None

    def _content(self, side: Side) -> str:
        """The words of a side that are no auxiliaries; the whole of it if there are no others."""
        if len(side.forms) == 1:
            return side.text
        words = [word for word in side.bare if word not in self._classes.auxiliaries]
        if len(words) > 1:
            # "Suspended indefinitely", "cancelled".
            endings = self._classes.adverb_endings
            words = [word for word in words if not word.endswith(endings)] or words
        return " ".join(words) or side.text

    def closed(self, old: Side, new: Side) -> Verdict | None:
        """The kind of a change when a closed class decides it."""
        one, other = old.text, new.text
        if self.one_determiner(one, other):
            return Kind.DETERMINER, "determiner form"
        if one != other and one.isalpha() and other.isalpha():
            return self._between_words(old, new, one, other)
        if " " in one and " " in other:
            rule = self._stance.refusal(one, other)
            if rule is None and self._same_wording(one, other):
                return Kind.PARAPHRASE, "same sense"  # "denied the charges", "pleaded not guilty"
            if rule is not None:
                return (Kind.PARAPHRASE if rule == "paraphrase" else Kind.NEGATION), rule
        return (
            self._form(old, new, one, other)
            or self._quantities.changed(old, new)
            or self._stance.changed(old, new, one, other)
            or self._reporting(old, new)
            or self._function_word(old, new, one, other)
            or self._titles.changed(old, new, one, other)
            or self._shortened(old, new)
        )

    def _shortened(self, old: Side, new: Side) -> Verdict | None:
        """A name, or a title, and its first letters: "European Union" and "EU"."""
        verdict = acronym(old, new)
        if verdict and (self.is_title(old.text) or self.is_title(new.text)):
            return Kind.TITLE, "title form"
        return verdict

    def _between_words(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        """The same for two words of letters: rules whose lists hold neither are not asked."""
        classes, words = self._classes, (one, other)
        stance = self._stance
        return (
            (None if classes.signs.isdisjoint(words) else self._form(old, new, one, other))
            or self._spelling(old, new, one, other)
            or (None if classes.dated.isdisjoint(words) else self._quantities.changed(old, new))
            or (
                stance.by_form(old, new, one, other)
                if classes.stanced.isdisjoint(words)
                else stance.changed(old, new, one, other)
            )
            or self._reporting(old, new)
            or self._function_word(old, new, one, other)
            or self._titles.changed(old, new, one, other)
        )

    # ------------------------------------------------------------------ form

    def _form(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        if frozenset((one, other)) in self._classes.same_signs:
            return Kind.TYPOGRAPHY, "signs"
        if not old.bare or not new.bare:
            return None if old.bare or new.bare else (Kind.TYPOGRAPHY, "marks")
        letters_one = one if one.isalnum() else "".join(filter(str.isalnum, one))
        letters_other = other if other.isalnum() else "".join(filter(str.isalnum, other))
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
        return self._spelling(old, new, letters_one, letters_other)

    def _spelling(self, old: Side, new: Side, letters: str, letters_new: str) -> Verdict | None:
        spellings = self._classes.spellings
        if spellings.but_for_accents(letters, letters_new):
            return Kind.SPELLING_VARIANT, "accent"
        name = not old.starts and is_capital(old.words[0]) and is_capital(new.words[0])
        if spellings.same(old.text, new.text, name):
            return Kind.SPELLING_VARIANT, "spelling"
        return None

    def same_sign(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether a sign stands for words: "%" and "per cent"."""
        pair = frozenset((" ".join(map(plain, one)), " ".join(map(plain, other))))
        return pair in self._classes.same_signs

    def one_date(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether words and the words in their place are one day of a month, written otherwise."""
        return self._quantities.changed(Side(old), Side(new)) == (Kind.TYPOGRAPHY, "signs")

    def _reporting(self, old: Side, new: Side) -> Verdict | None:
        classes, first = self._classes, old.forms[0]
        if first not in classes.reporting and (
            old.text not in classes.telling if len(old.forms) == 1 else first in classes.passive
        ):
            return None
        one = self._reporting_verb(old)
        other = None if one is None else self._reporting_verb(new)
        if one is None or other is None or (len(old.forms) > 1 and len(new.forms) > 1):
            return None
        if (
            classes.passive.issuperset((plain(old.before), plain(new.before)))
            and old.after == new.after
            and old.after.isalpha()
            and old.after not in classes.agents
            and old.after not in classes.complementizers
            and old.after not in classes.prepositions
        ):
            return None  # "was pronounced dead", "was declared dead"
        if one != other and classes.verbs.one_verb(one, other):
            return None  # "will rule", "a ruling"
        plainly = classes.plainly
        if one in plainly and other in plainly:
            return Kind.REPORTING_VERB, "plain verb"
        if (one in classes.attribution_set) != (other in classes.attribution_set):
            return Kind.REPORTING_VERB, "attribution retold"
        return Kind.REPORTING_VERB, "reporting verb"

    def _reporting_verb(self, side: Side) -> str | None:
        """The reporting verb that words are, with whom it is said to: "told reporters"."""
        classes, forms = self._classes, side.forms
        verb = forms[0]
        if verb not in classes.reporting:
            if len(forms) > 1 and verb in classes.auxiliaries and verb not in classes.passive:
                verb, forms = forms[1], forms[1:]  # "has said", "ont indiqué"
            known = " ".join(forms) in classes.reporting or side.text in classes.telling
            return " ".join(forms) if known else None
        if len(forms) == 1:
            return verb
        told = verb in classes.hearing and len(forms) <= _HEARER
        return verb if told and classes.subjects.isdisjoint(forms) else None

    # ------------------------------------------------------------------ function words

    def one_determiner(self, one: str, other: str) -> bool:
        """Whether two lower-case words are forms of one determiner, as "der" and "dem" are."""
        forms = self._classes.determiner_forms
        return one in forms and forms[one] == forms.get(other)

    def _function_word(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        classes = self._classes
        kind, kind_other = classes.determiners.get(one), classes.determiners.get(other)
        if kind_other == "definite" and " " in one and one in classes.parts:
            return Kind.DETERMINER, "scope dropped"  # "une partie des", "les"
        if kind == "definite" and " " in other and other in classes.parts:
            return Kind.DETERMINER, "scope added"
        if kind and kind_other and kind != kind_other and self._same_wording(one, other):
            return Kind.PARAPHRASE, "same sense"  # "that" and "which"
        if kind and kind_other:
            shares = classes.numerals.shares
            if (one in shares) != (other in shares):
                return Kind.DETERMINER, "figure"  # "half" and "many"
            step, step_other = classes.how_many.get(one), classes.how_many.get(other)
            if step is not None and step_other is not None and step != step_other:
                return Kind.DETERMINER, "more of them" if step < step_other else "fewer of them"
            return Kind.DETERMINER, f"{kind}>{kind_other}"
        approximate = one in classes.always_approximate
        if not approximate and one not in classes.prepositions:
            return None
        if other in classes.prepositions or other in classes.always_approximate:
            approximate = approximate or other in classes.always_approximate
            same = frozenset((one, other)) in classes.same_sense
            rule = "same sense" if same or self._same_wording(one, other) else "preposition"
            if approximate or same:
                return Kind.PARAPHRASE, "paraphrase" if rule == "preposition" else rule
            return Kind.PREPOSITION, rule
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


def _without_first(side: Side) -> Side:
    return Side(side.words[1:], side.words[0], side.after, False, side.before, side.then)
