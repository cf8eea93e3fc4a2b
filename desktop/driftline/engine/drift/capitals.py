"""Text in capitals throughout, read as if it were written small: there a capital tells nothing.

An old wire, a flash: which of its words are names is told by what both texts write otherwise, by
lists, and by a title or a first name before a word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.names import Names
from driftline.engine.drift.sides import is_capital, is_mark
from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.drift.classes import WordClasses

# Words in capitals that a sentence needs to be written in capitals, or letters where it has fewer.
_WORDS = 3
_LETTERS = 8
# Of its words with letters so large a share is in capitals: "LONDON (Reuters) - POLICE ARREST ..."
_SHARE = 0.8
# Characters at the beginning of a sentence that are looked at first.
_OPENING = 8


@dataclass(frozen=True, slots=True)
class _Known:
    """What a language pack knows of words in capitals; all of it in lower case."""

    names: frozenset[str]
    letters: frozenset[str]
    first_names: frozenset[str]
    doubtful: frozenset[str]
    no_title: frozenset[str]


@cache
def _known(language: str) -> _Known:
    pack = lexicon(language)

    def words(name: str, *keys: str) -> frozenset[str]:
        return frozenset(plain(word) for key in keys for word in pack.words(name, key))

    return _Known(
        words("capitals", "places") | words("speakers", "peoples"),
        words("capitals", "letters"),
        words("speakers", "male_names", "female_names") | words("names", "first"),
        words("capitals", "doubtful"),
        words("capitals", "no_title"),
    )


def in_capitals(words: Sequence[str]) -> bool:
    """Whether the words of a sentence are written in capitals, but for a few perhaps."""
    large = sum(map(str.isupper, words))
    if large < _WORDS - 1:
        return False
    lettered = sum([word[0].isalpha() for word in words])
    if large >= _WORDS:
        return large >= _SHARE * lettered
    return large == lettered and sum(map(len, filter(str.isupper, words))) >= _LETTERS


def written_small(
    old: CodedText, new: CodedText, matches: Iterable[Match], classes: WordClasses, language: str
) -> tuple[CodedText, CodedText]:
    """Both texts with the sentences that changed written small where they are in capitals.

    Only `words` differ from those given; names keep a capital.
    """
    changed = [match for match in matches if match.edits]
    ours = _sentences(old, [(match.a, match.a_end) for match in changed])
    theirs = _sentences(new, [(match.b, match.b_end) for match in changed])
    if not ours and not theirs:
        return old, new
    reader = _Reader(old, new, classes, language)
    small_old, small_new = _small(old, ours, reader), _small(new, theirs, reader)
    for edit in chain.from_iterable(match.edits for match in changed):
        if edit[1] - edit[0] == 1 == edit[3] - edit[2]:
            # A word of unknown kind is what the one in its place is: "REED" and "Park".
            reader.follow(old, small_old, edit[0], small_new.words[edit[2]])
            reader.follow(new, small_new, edit[2], small_old.words[edit[0]])
    return small_old, small_new


def _sentences(text: CodedText, groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The tokens, first and end, of those sentences of some groups that are in capitals."""
    whole, sentences, bounds = text.text, text.sentences, text.bounds
    # Hardly a sentence needs to be looked through: one small letter near its beginning will do.
    maybe = [
        k
        for first, end in groups
        for k in range(first, end)
        if whole[(start := sentences[k].span.start) + 1 : start + _OPENING].isupper()
    ]
    return [
        (bounds[k], bounds[k + 1])
        for k in maybe
        if in_capitals(text.words[bounds[k] : bounds[k + 1]])
    ]


def _small(text: CodedText, places: list[tuple[int, int]], reader: _Reader) -> CodedText:
    words = list(text.words)
    for first, end in places:
        small = [reader.small(text.words, at) for at in range(first, end)]
        begin = next((at for at, word in enumerate(small) if not is_mark(word)), 0)
        small[begin] = small[begin][:1].upper() + small[begin][1:]
        words[first:end] = small
    return replace(text, words=words)


class _Reader:
    """Tells which words in capitals would keep one where the rest is small."""

    __slots__ = ("_classes", "_known", "_mixed")

    def __init__(self, old: CodedText, new: CodedText, classes: WordClasses, language: str) -> None:
        self._classes, self._known = classes, _known(language)
        self._mixed = Names(old, new)

    def small(self, words: Sequence[str], at: int) -> str:
        """A word as it would be written among small ones."""
        word = words[at]
        if not word.isupper() or "." in word[:-1]:
            return word
        lower = plain(word)
        if lower in self._known.letters:
            return word
        parts = lower.split("'")[0].split("-")
        if any(self._is_name(part, words, at) for part in parts):
            return word.capitalize()
        return word.lower()

    def _is_name(self, word: str, words: Sequence[str], at: int) -> bool:
        known, classes = self._known, self._classes
        beside = (words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
        if word in known.doubtful:
            return any(map(classes.numerals.is_number, filter(None, map(plain, beside))))
        if word in known.names or word in classes.names or word in known.first_names:
            return True
        if word in classes.months or word in classes.weekdays:
            return not classes.small_days
        if word in self._mixed:
            return True
        return self._named_by(beside[0]) and not self._closed(word) and not self._may_be_verb(word)

    def follow(self, text: CodedText, small: CodedText, at: int, other: str) -> None:
        """Give a word that was written small a capital where the one in its place is a name."""
        word = text.words[at]
        if word == small.words[at] or is_capital(small.words[at]) or not is_capital(other):
            return
        lower = plain(word)
        named = self._named_by(text.words[at - 1] if at else "")
        sure = named or not (other.isupper() or self._may_be_verb(lower))
        if sure and at not in text.bounds and not self._closed(lower):
            small.words[at] = word.capitalize()

    def _named_by(self, before: str) -> bool:
        """Whether a word is one that stands before names: a title, a first name."""
        lower = plain(before)
        return lower in self._known.first_names or (
            lower in self._classes.titles and lower not in self._known.no_title
        )

    def _may_be_verb(self, word: str) -> bool:
        return any(place for _, place in self._classes.verbs.uses(word))

    def _closed(self, word: str) -> bool:
        """Whether a lower-case word is one of a closed class, which are no names."""
        classes = self._classes
        return (
            not word.isalpha()
            or word in classes.determiners
            or word in classes.prepositions
            or word in classes.auxiliaries
            or word in classes.modal_verbs
            or word in classes.negations
            or word in classes.never_names
            or word in classes.reporting
            or word in classes.titles
        )
