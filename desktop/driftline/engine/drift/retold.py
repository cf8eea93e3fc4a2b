"""Attributions put another way: "officials said" that became "according to officials".

Who says so is told before and after, so neither edit adds or drops an attribution: both are the
change of a reporting verb. An attribution that is put elsewhere in its sentence is none dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import is_capital, is_mark
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict
    from driftline.engine.drift.structure import Change

_FIGURES = frozenset({"figure added", "figure dropped", "number added", "number dropped"})
_EITHER = "figure"
_NAMES = frozenset({"name added", "name dropped"})
_DAYS = frozenset({"day added", "day dropped", "date added", "date dropped"})
_DENIALS = frozenset({"denial added", "denial dropped"})
_TAGS = (
    frozenset({"attribution added", "attribution dropped", _EITHER})
    | _FIGURES
    | _NAMES
    | _DAYS
    | _DENIALS
)
# Of those who tell, half will do: "Reed told AFP" and "said Reed".
_HALF = frozenset({"attribution added", "attribution dropped"})
_WORD = re.compile(r"\w+(?:[.,:]\w+)*")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# So many characters at most from where an attribution was to where it is.
_CLOSE = 200
# And so many changes, where hardly a character lies between them.
_MOST = 100
# Edits between the phrase and the verb it stands for.
_FARTHEST = 3


def retold(
    edits: Sequence[WordEdit], old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits that put a phrase of attribution for a reporting verb, or the reverse."""
    found: dict[WordEdit, Verdict] = {}
    sides = [_one_sided(edit, old, new) for edit in edits]
    for at, (phrase, added) in enumerate(sides):
        first, _, rest = phrase.partition(" ")
        if first not in classes.attribution_firsts:
            continue
        # "According to two diplomats".
        if not classes.attribution_set & {phrase, f"{first} {rest.partition(' ')[0]}"}:
            continue
        for near in range(max(0, at - _FARTHEST), min(len(edits), at + _FARTHEST + 1)):
            verb, verb_added = sides[near]
            if (verb in classes.telling or verb in classes.showing) and verb_added != added:
                found |= dict.fromkeys(
                    (edits[at], edits[near]), (Kind.REPORTING_VERB, "attribution retold")
                )
                break
    return found


def still_told(changes: list[Change], old: str, new: str, classes: WordClasses) -> None:
    """Tell, in the changes inside sentences, what moved from what came or went.

    An attribution, or a number among other words, whose words another change close by has on its
    other side was neither told nor left out.
    """
    tags = [number for number, change in enumerate(changes) if change.rule in _TAGS]
    for number in tags:
        change = changes[number]
        added = change.rule.endswith("added")
        if change.rule == _EITHER:
            # "The swap, the first since 2022,": the number is on one side only.
            added = any(map(classes.numerals.counts, _words(change.b.of(new))))
        text, own, far = (new, "b", "a") if added else (old, "a", "b")
        other = old if added else new
        if change.rule in _NAMES:
            # Names come and go often: look at the characters around before the words.
            at, name = getattr(change, far).start, getattr(change, own).of(text).strip()
            if name not in other[max(0, at - _CLOSE) : at + _CLOSE]:
                continue
        words = _words(getattr(change, own).of(text))
        elsewhere = {
            word
            for each in _around(changes, number)
            for word in _words(getattr(each, far).of(other))
        }
        if change.rule in _FIGURES or change.rule == _EITHER:
            worth = classes.numerals.worth
            told = {_figure(word, worth) for word in words if classes.numerals.counts(word)}
            elsewhere = {_figure(word, worth) for word in elsewhere}
            moved = "figure moved" if change.kind is Kind.NUMBER else change.kind.value
        elif change.rule in _DENIALS:
            # "Denied the claim", "the claim was dismissed": one of the words will do.
            if not elsewhere.isdisjoint(classes.denials | classes.rejecting):
                changes[number] = change._replace(rule=change.kind.value)
            continue
        elif change.rule in _NAMES:
            told, moved = set(words), "name moved"
        elif change.rule in _DAYS:
            # "In June", with or without its preposition.
            told = {word for word in words if word not in classes.prepositions}
            moved = "date moved"
            if len(told) == 1 and any(classes.rough.get(word) in told for word in elsewhere):
                elsewhere |= told  # "on Monday night", "late Monday"
            if not told <= elsewhere and change.rule.startswith("day "):
                # The day is told again, what went or came with it is not.
                told = {w for w in told if w in classes.weekdays or classes.numerals.counts(w)}
                moved = change.kind.value
        else:
            if not _reports(elsewhere, classes):
                continue
            # Those with a name tell; where nobody has one, all who are named.
            named = {
                plain(word)
                for word in _WORD.findall(getattr(change, own).of(text))
                if is_capital(word)
            }
            if _shortened(change, own, text, _around(changes, number), far, other):
                elsewhere |= named
            tellers = _tellers(words, classes)
            told = tellers & named or tellers or {""}
            elsewhere.add("")
            moved = "paraphrase" if change.a and change.b else "attribution moved"
        whole = change.rule not in _HALF
        least = len(told) if whole else len(told) / 2
        if told and len(told & elsewhere) >= least:
            changes[number] = change._replace(rule=moved)


def _shortened(
    change: Change, own: str, text: str, around: Iterator[Change], far: str, other: str
) -> bool:
    """Whether the changes around one have the first letters of its names, or the names of its."""
    here = _WORD.findall(getattr(change, own).of(text))
    firsts = "".join(word[0] for word in here if is_capital(word))
    letters = {word for word in here if len(word) > 1 and word.isupper()}
    for each in around:
        there = _WORD.findall(getattr(each, far).of(other))
        firsts_there = "".join(word[0] for word in there if is_capital(word))
        if any(len(word) > 1 and word.isupper() and word in firsts for word in there) or any(
            word in firsts_there for word in letters
        ):
            return True
    return False


def _around(changes: Sequence[Change], number: int) -> Iterator[Change]:
    """The changes close to one, in both texts."""
    change = changes[number]
    for step in (-1, 1):
        at = number + step
        while (
            0 <= at < len(changes)
            and abs(at - number) <= _MOST
            and abs(changes[at].a.start - change.a.start) < _CLOSE
        ):
            if abs(changes[at].b.start - change.b.start) < _CLOSE:
                yield changes[at]
            at += step


def _tellers(words: list[str], classes: WordClasses) -> set[str]:
    """The words of an attribution that name who tells."""
    text = f" {' '.join(words)} "
    for phrase in classes.attribution:
        if f" {phrase} " in text:
            text = text.replace(f" {phrase} ", " ")
    return {
        word
        for word in text.split()
        if word not in classes.telling
        and word not in classes.determiners
        and word not in classes.prepositions
    }


def _reports(words: set[str], classes: WordClasses) -> bool:
    """Whether among some words is a verb of telling, or one that attributions begin with."""
    return not (words.isdisjoint(classes.telling) and words.isdisjoint(classes.attribution_firsts))


def _figure(word: str, worth: dict[str, float]) -> str:
    """A number in figures without the letters behind it ("3.4m", "3.4 million"); else the word."""
    found = _DIGITS.match(word)
    return found[0] if found else f"{worth[word]:g}" if word in worth else word


def _words(text: str) -> list[str]:
    return [plain(word) for word in _WORD.findall(text)]


def _one_sided(edit: WordEdit, old: CodedText, new: CodedText) -> tuple[str, bool]:
    """What an edit adds or drops, in lower case, and which of the two; nothing if it does both.

    A mark in the place of the words counts for nothing.
    """
    x, x_end, y, y_end = edit
    if x < x_end and y < y_end:
        if y_end - y == 1 and is_mark(new.words[y]):
            y_end = y
        elif x_end - x == 1 and is_mark(old.words[x]):
            x_end = x
        else:
            return "", False
    return " ".join(map(plain, old.words[x:x_end] or new.words[y:y_end])), y < y_end
