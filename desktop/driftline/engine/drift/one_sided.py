"""Words that were added, or dropped, with nothing in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.naming import acronym
from driftline.engine.drift.sides import Side, is_capital, is_mark
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.naming import NameRules
    from driftline.engine.drift.quantities import Quantities
    from driftline.engine.drift.sides import Verdict
    from driftline.engine.drift.stance import Stance

_OPENING = frozenset("([{")
# "First, ..." and "2) ..." count what is said and say no number or date.
_AFTER_A_COUNT = frozenset(",):")
# Words that are few enough for a number to be the point of them.
_FEW = 6
# What ends a dateline, and the tokens it has at most: "HULL, England (AP) -".
_DASHES = frozenset("-–—")
_DATELINE = 9
_OLDEST = 120
# An attribution stands at the edge of what was added or dropped, so many words from it at most.
_TAG_EDGE = 3
# Words of a name that stands alone.
_LONGEST_NAME = 4


class OneSided:
    """The rules for words that stand in one version only, of one language."""

    __slots__ = ("_classes", "_is_title", "_names", "_quantities", "_stance")

    def __init__(
        self,
        classes: WordClasses,
        quantities: Quantities,
        names: NameRules,
        is_title: Callable[[str], bool],
        stance: Stance,
    ) -> None:
        self._classes, self._quantities, self._names = classes, quantities, names
        self._is_title, self._stance = is_title, stance

    def alone(self, side: Side, added: bool) -> Verdict:
        """The kind of words that were added, or dropped, with nothing in their place."""
        verb = "added" if added else "dropped"
        fallback = (Kind.INSERTION, "insertion") if added else (Kind.DELETION, "deletion")
        classes = self._classes
        words, text, bare = side.forms, side.text, side.bare
        if side.starts and words[-1] == "," and bare and not classes.numerals.is_number(bare[-1]):
            # "Yesterday, the ship sank": the comma goes with its word.
            opening = Side(side.words[:-1], side.before, side.after, True, side.earlier, side.then)
            return self.alone(opening, added)
        if not bare:
            if classes.contrasts.is_unit(text) and self._quantities.beside_number(side):
                return Kind.NUMBER, f"unit {verb}"
            return Kind.TYPOGRAPHY, "marks"
        if words[0] in _OPENING or (words[0] == "," and len(words) > 1):
            if self._quantities.day_of_month(bare):
                return Kind.DATE, f"date {verb}"
            apart = words[0] == ","
            told = self.tells(side)
            counted = f"{told} {verb}" if told else None
            if apart and not counted:
                counted = self._counted(bare, verb, apart)
                if not counted and self._names_somebody(side):
                    counted = f"naming {verb}"
            return self._attributed(text, verb) or (fallback[0], counted or fallback[1])
        if words[-1] in _OPENING and acronym(Side(side.words[:-1]), Side([side.after])):
            return Kind.NAME, "acronym"  # "European Union (EU)"
        if text in classes.negations or (len(words) == 1 and self._stance.denies(text)):
            return Kind.NEGATION, f"negation {verb}"
        if text in classes.second_negations and not classes.negations.isdisjoint(
            (plain(side.before), plain(side.earlier))
        ):
            return Kind.NEGATION, f"negation {verb}"
        month = text in classes.months and is_capital(side.words[0]) and not side.starts
        if (text in classes.modality_alone and not month) or text in classes.modal_phrases:
            return Kind.MODALITY, f"{'doubt' if self._stance.doubts(text) else 'modality'} {verb}"
        if text in classes.title_always and (
            text in classes.title_free or self._is_title(plain(side.after))
        ):
            return Kind.TITLE, f"title {verb}"
        if len(words) == 1 and f"{text} {plain(side.after)}" in classes.titles:
            return Kind.TITLE, f"title {verb}"
        if text in classes.determiners_alone and not (
            text in classes.tense_alone and is_mark(plain(side.after[:1]) or ".")
        ):
            if text in classes.complementizers and self._opens_clause(side):
                return fallback[0], f"conjunction {verb}"
            kind = classes.determiners[text]
            named = kind if kind in ("definite", "indefinite") else "determiner"
            return Kind.DETERMINER, f"{named} {verb}"
        opens = len(bare) > 1 and bare[0] in classes.joints
        if (opens or text in classes.age_forms) and self._only_joins(side):
            return fallback[0], "clause form"
        if self._quantities.is_nearness(side):
            return Kind.DATE, f"date {verb}"
        bound = self._quantities.bound(side)
        if bound is not None:
            return fallback[0], f"{'rough' if bound == 'about' else 'bound'} {verb}"
        if text in classes.parts:
            return fallback[0], f"scope {verb}"
        if text in classes.limits:
            return fallback[0], f"limit {verb}"
        before, after = plain(side.before), plain(side.after)
        if (before in classes.prepositions and f"{before} {text}" in classes.prepositions) or (
            after in classes.prepositions and f"{text} {after}" in classes.prepositions
        ):
            return Kind.PREPOSITION, f"preposition {verb}"
        if before in classes.weekdays and classes.contrasts.side("time of day", text) is not None:
            return Kind.DATE, f"date {verb}"  # "Friday morning"
        if text in classes.tense_alone:
            return Kind.TENSE, f"tense {verb}"
        if text in classes.prepositions and len(words) <= 2:
            return Kind.PREPOSITION, f"preposition {verb}"
        if side.starts and len(bare) == 1 and words[-1] in _AFTER_A_COUNT:
            return fallback
        if (before, after) == (",", ",") and self._counted(bare, verb, True) == f"age {verb}":
            return fallback[0], f"age {verb}"
        if self._quantities.is_date(bare) and len(words) <= 4 and not self._is_first_name(side):
            if all(map(classes.numerals.is_number, bare)):
                return Kind.NUMBER, f"number {verb}"
            return Kind.DATE, f"date {verb}"
        if classes.numerals.is_number(words[0]) and self._quantities.is_number(bare):
            return Kind.NUMBER, f"number {verb}"
        if (
            words[-1] in _DASHES
            and len(words) <= _DATELINE
            and (side.starts or words[-2:-1] == [")"])
        ):
            return fallback[0], f"dateline {verb}"
        if words[0] in classes.telling and self._reports(side):
            return fallback[0], f"attribution {verb}"
        verdict = self._names.alone(side, text, verb) or self._attributed(text, verb)
        if verdict is not None:
            return verdict
        told = self.tells(side) if len(words) > 1 else None
        if told is None and words[0] in classes.joints and self._names_somebody(side):
            told = "naming"
        rule = f"{told} {verb}" if told else self._counted(bare, verb)
        return fallback[0], rule or fallback[1]

    def _only_joins(self, side: Side) -> bool:
        """Whether words only write out what is told without them: "Reed, who is 41 years old"."""
        classes, bare = self._classes, side.bare
        if side.text in classes.age_forms:
            return any(map(classes.numerals.is_number, map(plain, (side.before, side.after))))
        return all(word in classes.joints or word in classes.auxiliaries for word in bare) and (
            bare[0] in classes.auxiliaries
        ) < (bare[-1] in classes.auxiliaries)

    def _is_first_name(self, side: Side) -> bool:
        """Whether a month is somebody's first name: "Jan Berg", "April Reed"."""
        return (
            side.text in self._classes.months
            and is_capital(side.words[0])
            and is_capital(side.after)
            and not self._quantities.is_date([plain(side.after)])
            and not self._classes.small_days
            and not self._classes.numerals.is_number(plain(side.before) or "-")
        )

    def _names_somebody(self, side: Side) -> bool:
        """Whether words are a name and what joins it to others: ", Ann Reed,", "and Hull"."""
        first, end = 0, len(side.words)
        while first < end and (
            is_mark(side.words[first]) or side.forms[first] in self._classes.joints
        ):
            first += 1
        while end > first and is_mark(side.words[end - 1]):
            end -= 1
        name = side.words[first:end]
        return 0 < len(name) <= _LONGEST_NAME and not side.starts and self._names.are_names(name)

    def tells(self, side: Side) -> str | None:
        """What words tell that an editor misses when they go: a denial, or a day."""
        classes = self._classes
        if not classes.denials.isdisjoint(side.bare):
            return "denial"
        for form, word in zip(side.forms, side.words, strict=True):
            if (form in classes.weekdays or form in classes.months) and (
                classes.small_days or is_capital(word)
            ):
                return "day"
        return None

    def _counted(self, words: list[str], verb: str, apart: bool = False) -> str | None:
        """The rule for a few words with a number, or an age, among them.

        A number that stands `apart`, behind a comma, is an age: "Reed, 41".
        """
        if apart and len(words) == 1 and words[0].isdecimal() and int(words[0]) <= _OLDEST:
            return f"age {verb}"
        if len(words) > _FEW:
            return None
        ages = self._classes.ages
        if ages and any(word.endswith(ages) for word in words):
            return f"age {verb}"
        counts = self._classes.numerals.counts
        return f"figure {verb}" if any(map(counts, words)) else None

    def _opens_clause(self, side: Side) -> bool:
        """Whether a determiner in form is a conjunction: "said that houses fell", "so that the"."""
        classes, after = self._classes, plain(side.after)
        return (
            plain(side.before) in classes.reporting
            or after in classes.determiners
            or after in classes.subjects
        )

    def _reports(self, side: Side) -> bool:
        """Whether words make who acts the one who says so: "Rebels say they hold it"."""
        classes, before = self._classes, plain(side.before)
        return (
            len(side.forms) > 1
            and (side.forms[1] in classes.subjects or side.forms[1] in classes.complementizers)
            and not is_mark(before or ".")
            and before not in classes.no_teller
        )

    def _attributed(self, text: str, verb: str) -> Verdict | None:
        if not self.attributes(text):
            return None
        kind = Kind.INSERTION if verb == "added" else Kind.DELETION
        return kind, f"attribution {verb}"

    def attributes(self, text: str) -> bool:
        """Whether lower-case words say whose word something is."""
        words = text.split(" ")
        if not self._classes.attribution_firsts.isdisjoint(words):
            padded = f" {text} "
            if any(f" {phrase} " in padded for phrase in self._classes.attribution):
                return True
        return self._is_tag([word for word in words if not is_mark(word)])

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
