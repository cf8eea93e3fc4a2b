"""Names where every noun has a capital: told from nouns by what stands around them, and by lists.

Nothing in German spelling tells "Merkel" from "Menschen". A word is a noun when it follows an
article or a number anywhere in the texts, or is built or listed as one; it is a name when it is
listed as one, or follows a title or a first name. What is left is guessed from its ending and from
the word before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import Side, is_capital, is_mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.drift.classes import WordClasses

# The shortest word whose ending makes it a noun: "Jung" is a name.
_SHORTEST = 6
# The weight of what a list or the texts say; that of a guess is one.
_SURE = 2
# So many tokens of a text are looked through, and so many places of a word asked about it.
_READ = 100_000
_ASKED = 50
# Behind these a sentence begins.
_ENDS = frozenset('.!?:"„“»«')


class Nouns:
    """Tells names from nouns in two texts; both are read when the first word is asked for."""

    __slots__ = ("_classes", "_is_title", "_places", "_texts")

    def __init__(
        self, old: CodedText, new: CodedText, classes: WordClasses, is_title: Callable[[str], bool]
    ) -> None:
        self._texts = (old, new)
        self._classes, self._is_title = classes, is_title
        #: The tokens of each text, and where each word that has a capital stands among them.
        self._places: list[tuple[list[str], dict[str, list[int]]]] | None = None

    def are_names(self, *sides: Side) -> bool:
        """Whether words with capitals are names rather than nouns, those of all sides as one.

        What stands in the place of a sure name is one too, unless it is as sure to be a noun.
        """
        weighed = [
            _SURE if plain(word) in self._classes.names else self._weight(side, at)
            for side in sides
            for at, word in enumerate(side.words)
            if not is_mark(word)
        ]
        return sum(weighed) > 0 and -_SURE not in weighed

    def _weight(self, side: Side, at: int) -> int:
        """How much a word is a name: above zero for a name, below for a noun."""
        words = side.words
        word = words[at]
        if word.isupper() and len(word) > 1:
            return _SURE
        before = words[at - 1] if at else side.before
        earlier = words[at - 2] if at > 1 else side.before if at else side.earlier
        after = words[at + 1] if at + 1 < len(words) else side.after
        word = plain(word)
        if is_capital(before) and plain(before) in self._classes.first_names:
            return _SURE
        listed = self._listed(word)
        if listed is not None:
            return _SURE if listed else -_SURE
        vote = self._vote(word, before, earlier)
        elsewhere = self._votes(word) - vote
        if not elsewhere and word[-1] == "s":
            elsewhere = self._votes(word[:-1])
        if elsewhere:
            return _SURE if elsewhere > 0 else -_SURE
        if self._ends_as_a_noun(word):
            return 1 if vote > 0 else -_SURE
        return vote or (1 if self._looks_like_a_name(word, before, after, side, at) else -1)

    def _listed(self, word: str) -> bool | None:
        """What the lists say of a lower-case word; None when they say nothing."""
        classes = self._classes
        for form in (word, word.removesuffix("s")):
            if form in classes.names or form in classes.first_names:
                return True
            if form in classes.nouns or self._is_title(form):
                return False
        last = word.rpartition("-")[2]
        if last != word:
            return self._listed(last)
        return None

    def _ends_as_a_noun(self, word: str) -> bool:
        classes = self._classes
        last = word.rpartition("-")[2]
        return (
            len(last) >= _SHORTEST
            and last.endswith(classes.noun_endings)
            and not last.endswith(classes.place_endings)
        )

    def _votes(self, word: str) -> int:
        """What the texts say of a lower-case word: above zero for a name, below for a noun."""
        if self._places is None:
            self._places = []
            for text in self._texts:
                places: dict[str, list[int]] = {}
                for at, token in enumerate(text.words[:_READ]):
                    if at and is_capital(token):
                        places.setdefault(plain(token), []).append(at)
                self._places.append((text.words, places))
        return sum(
            self._vote(word, words[at - 1], words[at - 2] if at > 1 else "")
            for words, places in self._places
            for at in places.get(word, ())[:_ASKED]
        )

    def _vote(self, word: str, before: str, earlier: str) -> int:
        """What the words before a word say of it: 1 for a name, -1 for a noun, 0 for nothing."""
        if not before or is_mark(before):
            return 0
        if self._counts_or_points(before):
            return -1
        if not is_capital(before):
            return -1 if self._is_adjective(before) and self._counts_or_points(earlier) else 0
        lower = plain(before)
        if lower in self._classes.first_names or self._is_title(lower):
            return 0 if self._listed(word) is False else 1
        if not earlier or earlier in _ENDS or lower in self._classes.measures:
            return 0  # a capital that begins a sentence, or an amount of something
        if lower[-1] == "s" and self._listed(lower):
            return -1  # "Deutschlands Wirtschaft"
        return 0 if self._listed(word) is False or self._ends_as_a_noun(word) else 1

    def _counts_or_points(self, word: str) -> bool:
        classes = self._classes
        lower = plain(word)
        return (
            lower in classes.determiners
            or lower in classes.with_article
            or lower in classes.negations
            or (bool(lower) and classes.numerals.is_number(lower))
        )

    def _is_adjective(self, word: str) -> bool:
        classes = self._classes
        return (
            len(word) > 3
            and word[0].islower()
            and word.endswith(classes.adjective_endings)
            and word not in classes.no_adjectives
            and word not in classes.reporting
            and word not in classes.modal_verbs
            and word not in classes.auxiliaries
            and word not in classes.prepositions
            and not classes.verbs.is_listed(plain(word))
        )

    def _looks_like_a_name(self, word: str, before: str, after: str, side: Side, at: int) -> bool:
        """A guess from the ending, from a verb of speech or a preposition beside the word."""
        classes = self._classes
        if word.endswith(classes.place_endings):
            return True
        if self._is_adjective(before):
            return False
        starts = side.starts and not at
        if starts and (after in classes.plural_verbs or word.endswith(classes.opening_endings)):
            return False
        if plain(before) in classes.reporting:
            return True
        if starts and (after in classes.reporting or after in classes.singular_verbs):
            return True
        return not word.endswith(classes.plural_endings)
