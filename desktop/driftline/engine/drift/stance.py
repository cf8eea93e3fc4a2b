"""Stance: what is denied, how surely something is said, and when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import Side, is_capital
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict


# The step of what is stated as a fact, or sure to come.
CERTAIN = 2
# Words of "accused of".
_ACCUSED = 2


class Stance:
    """The rules for negation, contraction, modality and tense of one language.

    Each gets both sides of a change and their texts, and gives None where it decides nothing.
    """

    __slots__ = ("_classes",)

    def __init__(self, classes: WordClasses) -> None:
        self._classes = classes

    def changed(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        """What is denied, said for sure or put into another time than before."""
        return (
            self._negation(old, new, one, other)
            or self._contraction(one, other)
            or self._modality(old, new, one, other)
            or self._tense(old, new, one, other)
        )

    def by_form(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        """The same for two words that no list has: only their forms can tell."""
        if self._derived(one, other):
            return Kind.NEGATION, "negation"
        verbs = self._classes.verbs
        if verbs.one_verb(one, other) and self._may_be_verbs(old, new):
            if verbs.other_mood(one, other):
                return Kind.MODALITY, "mood"
            if verbs.other_tense(one, other):
                return Kind.TENSE, "tense"
        return None

    def _negation(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        """What was affirmed is denied, or the reverse."""
        classes = self._classes
        if frozenset((one, other)) in classes.opposites:
            return Kind.NEGATION, "negation"
        words, words_other = old.forms, new.forms
        contracted, negations = classes.contracted, classes.negations
        if one in negations or other in negations:
            seconds = classes.second_negations
            # "N'est plus" and "n'est pas": denied before, denied now.
            if (
                ((one in negations and other in seconds) or (one in seconds and other in negations))
                and not negations.isdisjoint((plain(old.before), plain(old.earlier)))
                and not negations.isdisjoint((plain(new.before), plain(new.earlier)))
            ):
                return Kind.NEGATION, "negation firmness"
            if one in negations and other in negations:
                known = classes.same_wording
                same = not known.get(one, frozenset()).isdisjoint(known.get(other, ()))
                # "No one" and "nobody"; "has yet to" and "has not".
                return Kind.NEGATION, "negation form" if same else "negation firmness"
        elif len(words) == 1 == len(words_other) and not (
            one.endswith(contracted) or other.endswith(contracted)
        ):
            derived = one and other and self._derived(one, other)
            return (Kind.NEGATION, "negation") if derived else None
        rest = [w for w in words if w not in negations and not w.endswith(contracted)]
        rest_other = [w for w in words_other if w not in negations and not w.endswith(contracted)]
        if (len(rest) == len(words)) != (len(rest_other) == len(words_other)):
            bare_one = [self._affirmed(w) for w in words if w not in classes.negations]
            bare_other = [self._affirmed(w) for w in words_other if w not in classes.negations]
            if bare_one == bare_other:
                return Kind.NEGATION, "negation"
            if classes.contrasts.between(one, other) == "negation firmness":
                return Kind.NEGATION, "negation firmness"
            if not rest or not rest_other:
                return Kind.NEGATION, f"negation {'dropped' if len(rest) < len(words) else 'added'}"
            support = classes.auxiliaries | classes.modal_verbs
            single = len(words) == 1 == len(words_other)
            if single and all(w in support for w in bare_one + bare_other):
                return Kind.NEGATION, "negation"
        if len(words) > 1 or len(words_other) > 1:
            return self._one_verb_denied(words, words_other, rest, rest_other)
        if one and other and self._derived(one, other):
            return Kind.NEGATION, "negation"
        return None

    def _one_verb_denied(
        self, words: list[str], words_other: list[str], rest: list[str], rest_other: list[str]
    ) -> Verdict | None:
        """One verb denied, or denied otherwise: "did not know", "knew"; `rest` denies nothing."""
        classes = self._classes
        denies, denies_other = len(rest) != len(words), len(rest_other) != len(words_other)
        if not denies and not denies_other:
            return None
        lead = [w for w in rest if w not in classes.auxiliaries]
        lead_other = [w for w in rest_other if w not in classes.auxiliaries]
        if len(lead) != 1 or len(lead_other) != 1:
            return None
        if denies != denies_other and self._derived(lead[0], lead_other[0]):
            return Kind.NEGATION, "negation form"  # "not clear", "unclear"
        if lead != lead_other and not classes.verbs.one_verb(lead[0], lead_other[0]):
            return None
        if denies != denies_other:
            return Kind.NEGATION, "negation"
        same = set(words) & classes.negations == set(words_other) & classes.negations
        return None if same else (Kind.NEGATION, "negation firmness")

    def refusal(self, one: str, other: str) -> str | None:
        """How lower-case words that tell what was not done differ; None when they tell no such."""
        contrasts = self._classes.contrasts
        ours, theirs = contrasts.side("refusal", one), contrasts.side("refusal", other)
        if ours is None or theirs is None:
            return None
        return "paraphrase" if ours == theirs else "refusal"

    def _derived(self, one: str, other: str) -> bool:
        """Whether one word is the other with a syllable that denies: "unsafe", "useless"."""
        classes = self._classes
        for long, short in ((one, other), (other, one)):
            if len(short) < 3 or not (long[0] == short[0] or long.endswith(short)):
                continue
            if long in classes.no_prefix:
                continue
            if long.endswith(short) and long[: -len(short)] in classes.negative_prefixes:
                return True
            if long[0] == short[0] and any(
                long.removesuffix(x) == short.removesuffix(y)
                and long.endswith(x)
                and short.endswith(y)
                for pair in classes.negative_suffixes
                for x, y in (pair, pair[::-1])
            ):
                return True
        return False

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
        """The same words drawn together or written out."""
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
        """More or less certain, allowed or binding than before."""
        classes = self._classes
        if (
            one in classes.prospects
            and other in classes.prospects
            and classes.prospects_before.issuperset((plain(old.after), plain(new.after)))
        ):
            return Kind.MODALITY, self._surer(one, other)
        if (one in classes.sure and other in classes.hedges) or (
            one in classes.hedges and other in classes.sure
        ):
            before = plain(old.before)
            if old.starts or before in classes.determiners or before in classes.prepositions:
                return Kind.MODALITY, self._surer(one, other)  # "suspected cases", "confirmed"
        if one in classes.reporting and other in classes.reporting:
            return None
        ours, theirs = self._modal(one), self._modal(other)
        if (ours or theirs) and classes.negations.issuperset((plain(old.after), plain(new.after))):
            # "Did not", "could not".
            rule = self.refusal(f"{one} {plain(old.after)}", f"{other} {plain(new.after)}")
            if rule is not None and rule != "paraphrase":
                return Kind.NEGATION, rule
        several = " " in one or " " in other
        if several and not ours and not theirs and self._qualified(old.forms, new.forms):
            return Kind.MODALITY, self._surer(one, other)
        if ours and theirs:
            if (
                one in classes.hedges
                and other in classes.hedges
                and one.endswith(classes.adverb_endings) != other.endswith(classes.adverb_endings)
            ):
                return None
            return Kind.MODALITY, self._surer(one, other)
        if ours or theirs:
            rest = other if ours else one
            plainly = classes.auxiliaries
            if " " in (one if ours else other):
                plainly = plainly | classes.joints  # "suspected of having", "who have"
            if plainly.issuperset(rest.split(" ")):
                return Kind.MODALITY, self._surer(one, other)
            # "says" became "may say": the same word, made less or more sure.
            longer = (one if ours else other).split(" ")
            if len(longer) > 1 and longer[-1] == rest.split(" ")[-1]:
                return Kind.MODALITY, self._surer(one, other)
        elif (one in classes.seeming and other in classes.auxiliaries) or (
            other in classes.seeming and one in classes.auxiliaries
        ):
            return Kind.MODALITY, self._surer(one, other)
        if (
            classes.verbs.moods
            and self._may_be_verbs(old, new)
            and classes.verbs.other_mood(one, other)
        ):
            return Kind.MODALITY, "mood"
        return None

    def doubts(self, text: str) -> bool:
        """Whether lower-case words put what they stand with as less than certain."""
        step = _step(text, self._classes.certainty)
        return step is not None and step < CERTAIN

    def _surer(self, one: str, other: str) -> str:
        """The rule for what is said more or less surely, or binds more or less, than before."""
        classes = self._classes
        was, now = _step(one, classes.certainty), _step(other, classes.certainty)
        if was is None and not self._modal(one):
            was = CERTAIN
        elif now is None and not self._modal(other):
            now = CERTAIN
        if was is not None and now is not None and was != now:
            return "more certain" if now > was else "less certain"
        was, now = _step(one, classes.duty), _step(other, classes.duty)
        if was is not None and now is not None and was != now:
            return "more binding" if now > was else "less binding"
        return "modality"

    def _qualified(self, words: list[str], words_other: list[str]) -> bool:
        """Whether one verb is qualified on one side only: "knew", "may have known"."""
        classes = self._classes
        if len(words) == len(words_other):
            if words[0] == words_other[0]:
                return False
            first = classes.modal_verbs.isdisjoint(words[:1])  # "is cancelling", "will cancel"
            short, long = (words, words_other) if first else (words_other, words)
        else:
            short, long = sorted((words, words_other), key=len)
        if short[0] in classes.modal_verbs or not all(
            word in classes.auxiliaries or word in classes.joints for word in short[:-1]
        ):
            return False
        modal = (
            long[0] in classes.modal_verbs
            and all(w in classes.auxiliaries or w in classes.modal_verbs for w in long[1:-1])
        ) or " ".join(long[:-1]) in classes.modal_phrases
        if not modal and len(long) > _ACCUSED:
            # "Is accused of having stolen".
            bare = " ".join([word for word in long[:-1] if word not in classes.auxiliaries])
            modal = bare in classes.modality_alone
        return modal and classes.verbs.one_verb(short[-1], long[-1])

    def _modal(self, text: str) -> bool:
        classes = self._classes
        if text in classes.modal_verbs or text in classes.modal_phrases or text in classes.hedges:
            return True
        if " " not in text:
            return False
        if text in classes.modality_alone:
            return True
        words = text.split(" ")
        return words[0] in classes.modal_verbs and all(
            word in classes.auxiliaries or word in classes.modal_verbs for word in words
        )

    def _tense(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        """Another tense of the same verb."""
        classes = self._classes
        words, words_other = old.forms, new.forms
        if len(words) == 1 == len(words_other):
            if frozenset((one, other)) in classes.agreement:
                return Kind.TENSE, "agreement"
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


def _step(text: str, steps: dict[str, int]) -> int | None:
    """The step of lower-case words: that of the first of them that has one."""
    step = steps.get(text)
    if step is not None or " " not in text:
        return step
    return next((steps[word] for word in text.split(" ") if word in steps), None)
