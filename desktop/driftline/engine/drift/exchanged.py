"""Two changes side by side of which one takes back what the other does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.engine.drift.structure import Change

_MORE = frozenset({"more certain", "doubt dropped"})
_LESS = frozenset({"less certain", "doubt added"})
_DOUBTS = _MORE | _LESS
_DENIED = frozenset({"negation added", "negation dropped"})
# Changes between a doubt and the one it stands for.
_FARTHEST = 3
# Characters between two such changes at most.
_CLOSE = 40


def exchanged(changes: list[Change], old: str, new: str, nobody: frozenset[str]) -> None:
    """Tell, in the changes inside sentences, what only changed its place or its wording.

    A number and the words it changed places with (“in Hull in 1961”, “in 1961 in Hull”), a doubt
    that is still told, in another way (“allegedly stole”, “is accused of stealing”), and `nobody`
    (words for that), of whom the same is said elsewhere in the sentence.
    """
    for number, second in enumerate(changes):
        if second.rule == "figure":
            first = changes[number - 1]
            if (
                number
                and first.rule == "figure"
                and _words(first.a.of(old)) == _words(second.b.of(new))
                and _words(first.b.of(new)) == _words(second.a.of(old))
            ):
                changes[number - 1] = first._replace(rule="figure moved")
                changes[number] = second._replace(rule="figure moved")
        elif second.rule in _DOUBTS and second.kind is Kind.MODALITY:
            for back in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
                if _same_doubt(changes[back], second):
                    changes[back] = changes[back]._replace(rule="doubt retold")
                    changes[number] = second._replace(rule="doubt retold")
                    break
        elif second.rule in _DENIED and number:
            first = changes[number - 1]
            if {first.rule, second.rule} != _DENIED or not _close(first, second):
                continue
            gone, come = (first, second) if first.rule.endswith("dropped") else (second, first)
            denied = nobody.intersection(_words(gone.a.of(old)))
            if denied and denied == nobody.intersection(_words(come.b.of(new))):
                changes[number - 1] = first._replace(rule="negation form")
                changes[number] = second._replace(rule="negation form")


def _same_doubt(first: Change, second: Change) -> bool:
    """Whether of two changes close by one adds the doubt that the other drops."""
    rules = {first.rule, second.rule}
    return (
        first.kind is Kind.MODALITY
        and not (rules.isdisjoint(_MORE) or rules.isdisjoint(_LESS))
        and _close(first, second)
    )


def _close(first: Change, second: Change) -> bool:
    return max(second.a.start - first.a.end, second.b.start - first.b.end) < _CLOSE


def _words(text: str) -> list[str]:
    return list(map(plain, text.split()))
