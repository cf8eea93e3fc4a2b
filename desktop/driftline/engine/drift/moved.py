"""Words put elsewhere in their sentence: one change, though they went here and came there.

“Finance Minister Reed”, “Reed, the finance minister,”; “In May the dike broke”, “The dike broke in
May”; and a list told in another order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.following import FOLLOWED
from driftline.engine.drift.naming import inflected
from driftline.engine.drift.sides import is_mark
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.structure import Change
    from driftline.engine.records import Span

# Changes of a sentence beyond which it was rewritten.
_MOST = 24
# Words of so many letters have no endings to tell apart.
_SHORT = 4
_WORD = re.compile(r"\w+(?:[.,:'’-]\w+)*")
# A word, or a mark.
_PART = re.compile(rf"{_WORD.pattern}|[^\w\s]")
# What parts the items of a list, and how much of it may stand between two that changed places.
_MARKS = frozenset(",;")
_ITEMS = 12
# Changes that say something of their own, wherever the words are told again.
_APART = frozenset(
    {Kind.NEGATION, Kind.MODALITY, Kind.QUOTATION, Kind.SENTENCE_SPLIT, Kind.SENTENCE_MERGE}
)
# How an act is told from its other side: what goes and comes there has its own rules.
_TURNED = frozenset({"voice", "result", "agent added", "agent dropped"})
_POINTING = frozenset({"definite", "indefinite", "demonstrative", "possessive"})
#: How the rules end that say so of an attribution, a name, a number, a date.
_MOVED = " moved"


class Moved:
    """What was moved inside the sentences of two texts."""

    __slots__ = ("_classes", "_is_title", "_new", "_old", "_texts", "words")

    def __init__(
        self, old: CodedText, new: CodedText, classes: WordClasses, is_title: Callable[[str], bool]
    ) -> None:
        self._texts = old, new
        self._old, self._new = old.text, new.text
        self._classes, self._is_title = classes, is_title
        #: What went and what came, by the act.
        self.words: dict[str, tuple[str, str]] = {}

    def may_be(self, match: Match) -> bool:
        """Whether a word that tells something went from one place and came to another."""
        old, new = self._texts
        codes, codes_new, gone, come = old.codes, new.codes, "", ""
        for x, x_end, y, y_end in match.edits:
            gone += codes[x:x_end]
            come += codes_new[y:y_end]
        again = set(gone).intersection(come)
        if not again:
            return False
        first = old.bounds[match.a]
        return any(self._tells(plain(old.words[codes.index(code, first)])) for code in again)

    def tell(self, changes: list[Change], first: int, end: int) -> None:
        """Tell it in the changes of one sentence, those from `first` to `end`."""
        if not 1 < end - first <= _MOST:
            return
        gone: dict[int, list[str]] = {}
        come: dict[int, list[str]] = {}
        both: list[tuple[int, list[str], list[str]]] = []
        for at in range(first, end):
            change = changes[at]
            if change.rule.partition(":")[0] in _TURNED:
                return
            if change.kind in _APART or ":" in change.rule:
                continue
            dropped = self._telling(change.a.of(self._old)) if change.a else []
            added = self._telling(change.b.of(self._new)) if change.b else []
            if dropped and added:
                both.append((at, dropped, added))
            elif dropped:
                gone[at] = dropped
            elif added:
                come[at] = added
        if len(both) > 1:
            self._ordered(changes, both)
        if not gone or not come:
            return
        for at, words in list(gone.items()):
            if self._turns(words):
                continue
            same = (k for k in come if self._same(words, come[k]) and not self._turns(come[k]))
            there = next(same, None)
            if there is not None:
                words_new = come.pop(there)
                del gone[at]
                office = self._is_office(words, self._old, changes[at].a)
                office = office or self._is_office(words_new, self._new, changes[there].b)
                self._tie(changes, at, there, office=office)
        for at, words in gone.items():
            if self._is_office(words, self._old, changes[at].a):
                self._retitled(changes, at, words, come)
        for at, words in come.items():
            if self._is_office(words, self._new, changes[at].b):
                self._retitled(changes, at, words, gone)

    def _ordered(self, changes: list[Change], both: list[tuple[int, list[str], list[str]]]) -> None:
        """Tell of a list that is told in another order."""
        run: list[tuple[int, list[str], list[str]]] = []
        for each in (*both, None):
            if each and (not run or self._in_list(changes[run[-1][0]], changes[each[0]])):
                run.append(each)
                continue
            old = sorted(word for _, dropped, _ in run for word in dropped)
            if len(run) > 1 and old == sorted(word for _, _, added in run for word in added):
                act = f"order:{FOLLOWED}{changes[run[0][0]].a.start}"
                for at, _, _ in run:
                    changes[at] = changes[at]._replace(rule=act)
            run = [each] if each else []

    def _in_list(self, one: Change, other: Change) -> bool:
        """Whether items of a list, or only what parts them, stand between two changes."""
        for gap in (self._old[one.a.end : other.a.start], self._new[one.b.end : other.b.start]):
            parts = _PART.findall(gap)
            if not parts or len(parts) > _ITEMS:
                return False
            for part in (parts[0], parts[-1]):
                if part not in _MARKS and plain(part) not in self._classes.joints:
                    return False
        return True

    def _tie(self, changes: list[Change], at: int, there: int, *, office: bool) -> None:
        """Make one act of what went from one place and what came to another."""
        pair = (changes[at], changes[there])
        rule = "title moved" if office else "words moved"
        rule = min((each.rule for each in pair if each.rule.endswith(_MOVED)), default=rule)
        act = f"{FOLLOWED}{pair[0].a.start}"
        self.words[act] = pair[0].a.of(self._old).strip(), pair[1].b.of(self._new).strip()
        for number, change in zip((at, there), pair, strict=True):
            kind = Kind.TITLE if rule == "title moved" else change.kind
            changes[number] = change._replace(kind=kind, rule=f"{rule}:{act}")

    def _retitled(
        self, changes: list[Change], at: int, words: list[str], others: dict[int, list[str]]
    ) -> None:
        """Tell of an office that is told again elsewhere, with more about it, that it moved."""
        if ":" not in changes[at].rule and any(set(words) < set(its) for its in others.values()):
            changes[at] = changes[at]._replace(kind=Kind.TITLE, rule="title moved")

    def _telling(self, text: str) -> list[str]:
        """The words of a text but those that only join it to what is around it, in lower case."""
        return [word for word in map(plain, _WORD.findall(text)) if self._tells(word)]

    def _tells(self, word: str) -> bool:
        classes = self._classes
        return (
            classes.determiners.get(word) not in _POINTING
            and word not in classes.prepositions
            and word not in classes.joints
            and word not in classes.subjects
            and not is_mark(word)
        )

    def _same(self, words: list[str], others: list[str]) -> bool:
        """Whether both are the same words; of an office in any order ("minister of finance")."""
        if words == others:
            return True
        if len(words) != len(others):
            return False
        if len(words) > 1 and (self._is_listed(words) or self._is_listed(others)):
            words, others = sorted(words), sorted(others)
        if not self._classes.adjective_endings:
            return words == others
        # "Der alte Boxer", "ein alter Boxer".
        pairs = (sorted(pair, key=len) for pair in zip(words, others, strict=True))
        return all(
            short == long or (len(short) > _SHORT and inflected(short, long))
            for short, long in pairs
        )

    def _turns(self, words: list[str]) -> bool:
        """Whether words mean another thing elsewhere: "only he said", "he said only"."""
        return words[0] in self._classes.negations or words[0] in self._classes.limits

    def _is_listed(self, words: list[str]) -> bool:
        """Whether lower-case words are a title of the lists."""
        return self._is_title(" ".join(words)) or self._is_title(words[-1])

    def _is_office(self, words: list[str], text: str, place: Span) -> bool:
        """Whether lower-case words, at a place, name an office, or what a name behind them is."""
        if self._is_listed(words):
            return True
        following = text[place.end : place.end + 2].lstrip()
        described = following[:1].isupper() and place.of(text).lstrip()[:1].islower()
        return described and not self._classes.capital_nouns
