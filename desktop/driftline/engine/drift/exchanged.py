"""Two changes side by side of which one takes back what the other does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.engine.drift.structure import Change

_MORE = frozenset({"more certain", "doubt dropped"})
_LESS = frozenset({"less certain", "doubt added"})
# Characters between two such changes at most.
_CLOSE = 40


def exchanged(changes: list[Change], old: str, new: str) -> None:
    """Tell, in the changes inside sentences, what only changed its place or its wording.

    A number and the words it changed places with (“in Hull in 1961”, “in 1961 in Hull”), and a
    doubt that is still told, in another way (“allegedly stole”, “is accused of stealing”).
    """
    for number in range(1, len(changes)):
        first, second = changes[number - 1], changes[number]
        rules = {first.rule, second.rule}
        if rules == {"figure"}:
            if _words(first.a.of(old)) == _words(second.b.of(new)) and (
                _words(first.b.of(new)) == _words(second.a.of(old))
            ):
                changes[number - 1] = first._replace(rule="figure moved")
                changes[number] = second._replace(rule="figure moved")
        elif (
            not (rules.isdisjoint(_MORE) or rules.isdisjoint(_LESS))
            and second.a.start - first.a.end < _CLOSE
            and first.kind is Kind.MODALITY is second.kind
        ):
            changes[number - 1] = first._replace(rule="doubt retold")
            changes[number] = second._replace(rule="doubt retold")


def _words(text: str) -> list[str]:
    return list(map(plain, text.split()))
