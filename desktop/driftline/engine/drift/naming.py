"""Names: one that became another, and a part of one, or a title before one, that came or went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.names import Names
from driftline.engine.drift.nouns import Nouns
from driftline.engine.drift.sides import Side, is_capital, is_initial, is_mark, is_near
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

# Words a name may have that is shortened to its first letters, "of" and "the" among them.
_LONGEST_NAME = 6
_POSSESSIVE = re.compile(r"'s?$")
# Letters in which the forms of one adjective differ.
_INFLECTION = 2
# Letters of a name that are too few to tell its adjective from another name.
_SHORTEST_NAME = 4


class NameRules:
    """The rules for names of one language, in two texts if these are given."""

    __slots__ = ("_classes", "_is_title", "_names", "_nouns")

    def __init__(
        self,
        classes: WordClasses,
        is_title: Callable[[str], bool],
        old: CodedText | None,
        new: CodedText | None,
    ) -> None:
        self._classes, self._is_title = classes, is_title
        self._names = Names(old, new) if old and new else None
        #: Tells names from nouns in a language that writes both with a capital.
        self._nouns: Nouns | None = None
        if old and new and classes.capital_nouns:
            self._nouns = Nouns(old, new, classes, is_title)

    def changed(self, old: Side, new: Side) -> Verdict | None:
        """The verdict on a name that became another."""
        if self._is_small(old) or self._is_small(new):
            return None
        one = [word for word in old.words if not is_mark(word)]
        other = [word for word in new.words if not is_mark(word)]
        if not one or not other or max(len(one), len(other)) > 4:
            return None
        if not self._proper(old, new):
            return None
        first, second = one[0], other[0]
        single = len(one) == 1 == len(other)
        if single and _POSSESSIVE.sub("", plain(first)) == _POSSESSIVE.sub("", plain(second)):
            return Kind.PARAPHRASE, "paraphrase"  # "the BBC", "the BBC's"
        # At the start of a sentence a capital tells nothing: "Boats sank" for "Boat sank".
        unsure = (
            single
            and old.starts
            and new.starts
            and self._nouns is None
            and not self._known(first)
            and not self._known(second)
        )
        if single:
            if is_initial(first, second) or is_initial(second, first):
                return Kind.NAME, "name initial"
            if not is_capital(first) and not is_capital(second) and inflected(first, second):
                return None  # "die deutsche Flotte", "der deutschen Flotte"
            short, long = sorted((plain(first), plain(second)), key=len)
            if (
                len(short) > _SHORTEST_NAME
                and long.startswith(short)
                and long[len(short) :] in self._classes.of_names
            ):
                return Kind.PARAPHRASE, "word form"  # "a Democrat", "Democratic"
            plural = first.startswith(second) or second.startswith(first)
            if _is_misspelt(plain(first), plain(second)) and not (unsure and plural):
                return Kind.NAME, "name spelling"
        if unsure:
            return None
        return Kind.NAME, "name"

    def instead(self, old: Side, new: Side) -> str | None:
        """The rule for other words in the place of a name, or a name in theirs."""
        if self._nouns is not None:
            known = self._classes.names | self._classes.first_names
            named = [known.issuperset(side.forms) for side in (old, new)]
            return None if named[0] == named[1] else "name given" if named[1] else "name gone"
        if old.words == old.forms and new.words == new.forms:
            return None  # nothing has a capital
        named = [
            any(map(is_capital, side.words)) and not side.starts and self._proper(side)
            for side in (old, new)
        ]
        if named[0] == named[1]:
            return None
        return "name given" if named[1] else "name gone"

    def are_names(self, words: Sequence[str]) -> bool:
        """Whether words that begin no sentence are names, all of them."""
        return self._proper(Side(words))

    def _known(self, word: str) -> bool:
        """Whether a word is a name wherever it stands."""
        known = plain(word)
        return known in self._classes.names or (self._names is not None and known in self._names)

    def _is_small(self, side: Side) -> bool:
        """Whether nothing has a capital, and no list of names has it."""
        return side.words == side.forms and self._classes.names.isdisjoint(side.forms)

    def _proper(self, *sides: Side) -> bool:
        """Whether all words are written as names are, or are names however they are written."""
        classes = self._classes
        if any(map(self._is_small, sides)):
            return False
        capital = all(
            is_mark(word)
            or plain(word) in classes.names
            or (is_capital(word) and plain(word) not in classes.never_names)
            or (len(side.words) > 1 and word in classes.inside_names)
            for side in sides
            for word in side.words
        ) and all(
            any(word not in classes.inside_names and not is_mark(word) for word in side.words)
            for side in sides
        )
        return capital and (self._nouns is None or self._nouns.are_names(*sides))

    def alone(self, side: Side, text: str, verb: str) -> Verdict | None:
        """The verdict on a title or a part of a name, added or dropped."""
        words = [word for word in side.words if not is_mark(word)]
        following = side.after
        if words and plain(words[0]) in self._classes.determiners:
            text = text.partition(" ")[2] or text
        given = (
            text in self._classes.given_names
            and is_capital(words[0])
            and not is_capital(side.then)  # "Bishop Ann Reed"
        )
        titled = self._is_title(text) or (len(words) > 1 and self._is_title(text.split(" ")[-1]))
        if titled and is_capital(following) and len(words) <= 3 and not given:
            return Kind.TITLE, f"title {verb}"
        if len(words) > 3 or not self._proper(side):
            return None
        listed = all(plain(word) in self._classes.names for word in words)
        lone = len(words) == 1 and not side.starts
        if not (lone or listed or is_capital(following) or is_capital(side.before)):
            return None
        if side.starts and not self._known(words[0]) and not is_capital(following):
            return None
        if side.starts and plain(words[0]).endswith(self._classes.adverb_endings):
            return None
        return Kind.NAME, f"name {verb}"


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two names are near; of names of several parts, each part: "R-Texas", "D-Texas"."""
    parts, others = one.split("-"), other.split("-")
    if len(parts) != len(others):
        return is_near(one, other)
    return all(p == q or is_near(p, q) for p, q in zip(parts, others, strict=True))


def inflected(one: str, other: str) -> bool:
    """Whether two words differ in a last letter or two only."""
    return one[:-_INFLECTION] == other[: len(one) - _INFLECTION] and (
        abs(len(one) - len(other)) <= _INFLECTION
    )


def acronym(old: Side, new: Side) -> Verdict | None:
    """A name and its first letters: "European Union" and "EU"."""
    if len(old.words) == len(new.words):
        return None
    short, long = sorted((old.words, new.words), key=len)
    if len(short) != 1 or not 2 <= len(long) <= _LONGEST_NAME:
        return None
    letters = short[0].replace(".", "")
    firsts = "".join(word[0] for word in long if is_capital(word))
    named = len(letters) > 1 and letters.isupper() and letters == firsts
    return (Kind.NAME, "acronym") if named else None
