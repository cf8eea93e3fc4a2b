"""Attributions put another way: "officials said" that became "according to officials".

Who says so is told before and after, so neither edit adds or drops an attribution: both are the
change of a reporting verb. An attribution that is put elsewhere in its sentence is none dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.drift.classes import WordClasses, plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.sides import Verdict
    from driftline.engine.drift.structure import Change

_FIGURES = frozenset({"figure added", "figure dropped"})
_TAGS = frozenset({"attribution added", "attribution dropped"}) | _FIGURES
_WORD = re.compile(r"\w+")
# So many changes, and characters, at most from where an attribution was to where it is.
_CHANGES = 10
_CLOSE = 200
# Edits between the phrase and the verb it stands for.
_FARTHEST = 3


def retold(
    edits: Sequence[WordEdit], old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits that put a phrase of attribution for a reporting verb, or the reverse."""
    found: dict[WordEdit, Verdict] = {}
    sides = [_one_sided(edit, old, new) for edit in edits]
    for at, (phrase, added) in enumerate(sides):
        if phrase not in classes.attribution:
            continue
        for near in range(max(0, at - _FARTHEST), min(len(edits), at + _FARTHEST + 1)):
            verb, verb_added = sides[near]
            if verb in classes.telling and verb_added != added:
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
        text, own, far = (new, "b", "a") if change.b else (old, "a", "b")
        other = old if change.b else new
        words = _words(getattr(change, own).of(text))
        low = max(0, number - _CHANGES)
        elsewhere = {
            word
            for at, each in enumerate(changes[low : number + _CHANGES], low)
            if at != number and abs(each.a.start - change.a.start) < _CLOSE
            for word in _words(getattr(each, far).of(other))
        }
        if change.rule in _FIGURES:
            told, moved = list(filter(classes.numerals.counts, words)), change.kind.value
        else:
            told = [word for word in words if word not in classes.determiners]
            moved = "attribution moved"
        if told and elsewhere.issuperset(told):
            changes[number] = change._replace(rule=moved)


def _words(text: str) -> list[str]:
    return [plain(word) for word in _WORD.findall(text)]


def _one_sided(edit: WordEdit, old: CodedText, new: CodedText) -> tuple[str, bool]:
    """What an edit adds or drops, in lower case, and which of the two; nothing if it does both."""
    x, x_end, y, y_end = edit
    if x < x_end and y < y_end:
        return "", False
    return " ".join(map(plain, old.words[x:x_end] or new.words[y:y_end])), y < y_end
