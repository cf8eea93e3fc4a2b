"""Two changes side by side of which one takes back what the other does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.following import FOLLOWED
from driftline.engine.drift.sums import added_up, apart
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.structure import Change

_MORE = frozenset({"more certain", "doubt dropped"})
_LESS = frozenset({"less certain", "doubt added"})
_DOUBTS = _MORE | _LESS
_DENIED = frozenset({"negation added", "negation dropped"})
_DENYING = _DENIED | {"negation", "negation firmness", "negation form"}
# Changes between a doubt and the one it stands for.
_FARTHEST = 3
# Changes, and characters, around a denial among which it may be told again.
_ANY = 5
_SENTENCE = 80
# Characters between two such changes at most.
_CLOSE = 40


def exchanged(changes: list[Change], old: str, new: str, classes: WordClasses) -> None:
    """Tell, in the changes inside sentences, what only changed its place or its wording.

    A number and the words it changed places with (“in Hull in 1961”, “in 1961 in Hull”), a doubt
    that is still told, in another way (“allegedly stole”, “is accused of stealing”), nobody, of
    whom the same is said elsewhere in the sentence, and numbers that were added up.
    """
    nobody, rule = classes.nobody, ""
    for number, second in enumerate(changes):
        before, rule = rule, second.rule
        if (
            (rule == "number" or before == "number")
            and number
            and added_up(changes[number - 1], second, old, new, classes)
        ):
            act = f"sum:{FOLLOWED}{changes[number - 1].a.start}"
            changes[number - 1 : number + 1] = [
                change._replace(rule=act) for change in (changes[number - 1], second)
            ]
        elif rule == "figure":
            first = changes[number - 1]
            if (
                number
                and first.rule == "figure"
                and _words(first.a.of(old)) == _words(second.b.of(new))
                and _words(first.b.of(new)) == _words(second.a.of(old))
            ):
                changes[number - 1] = first._replace(rule="figure moved")
                changes[number] = second._replace(rule="figure moved")
        elif rule in _DOUBTS and second.kind is Kind.MODALITY:
            for back in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
                if _same_doubt(changes[back], second) or _accuses(
                    changes[back], second, old, new, classes
                ):
                    if changes[back].kind is Kind.MODALITY:
                        changes[back] = changes[back]._replace(rule="doubt retold")
                    changes[number] = second._replace(rule="doubt retold")
                    break
        elif rule in _DENYING:
            _denied_of_both(changes, number, old, new, classes)
            _denied_by_verb(changes, number, old, new, classes)
            words = (*_words(second.a.of(old)), *_words(second.b.of(new)))
            if not classes.none_of.isdisjoint(words):
                _denied_of_any(changes, number, old, new, classes)
            first = changes[number - 1]
            if not number or {first.rule, second.rule} != _DENIED or not _close(first, second):
                continue
            gone, come = (first, second) if first.rule.endswith("dropped") else (second, first)
            denied = nobody.intersection(_words(gone.a.of(old)))
            if denied and denied == nobody.intersection(_words(come.b.of(new))):
                changes[number - 1] = first._replace(rule="negation form")
                changes[number] = second._replace(rule="negation form")


def _denied_of_both(
    changes: list[Change], last: int, old: str, new: str, classes: WordClasses
) -> None:
    """Tell that "neither ... nor" became "not", or the reverse, in the changes up to the last."""
    if not classes.neither:
        return
    run = [
        at
        for at in range(max(0, last - _FARTHEST), last + 1)
        if changes[at].kind is Kind.NEGATION and apart(changes[at], changes[last]) < _SENTENCE
    ]
    if len(run) == 1:
        return
    ours = {word for at in run for word in _words(changes[at].a.of(old))}
    theirs = {word for at in run for word in _words(changes[at].b.of(new))}
    for both, other in ((ours, theirs), (theirs, ours)):
        if classes.neither <= both and any(
            word.endswith(classes.contracted) or word in classes.negations - classes.neither
            for word in other
        ):
            act = f"negation form:{FOLLOWED}{changes[run[0]].a.start}"
            for at in run:
                changes[at] = changes[at]._replace(rule=act)


def _denied_by_verb(
    changes: list[Change], last: int, old: str, new: str, classes: WordClasses
) -> None:
    """Tell that "denied it had" became "said it had not", or the reverse."""
    second = changes[last]
    added = second.rule == "negation added"
    if not added and second.rule != "negation dropped":
        return
    for at in range(max(0, last - _FARTHEST), last):
        first = changes[at]
        if first.kind is Kind.REPORTING_VERB and _close(first, second):
            was, now = _words(first.a.of(old)), _words(first.b.of(new))
            denies, says = (was, now) if added else (now, was)
            # Of a verb parted in two one part may stand alone: "wies", "zurück".
            if {*denies[:1]} & classes.denials and {*says[:1]} & classes.plainly:
                act = f"negation form:{FOLLOWED}{first.a.start}"
                changes[at] = first._replace(rule=act)
                changes[last] = second._replace(rule=act)
                return


def _denied_of_any(
    changes: list[Change], at: int, old: str, new: str, classes: WordClasses
) -> None:
    """Tell that "not ... any" became "no", or the reverse, in the changes around one of them."""
    around = [
        near
        for near in range(max(0, at - _ANY), min(len(changes), at + _ANY + 1))
        if abs(changes[near].a.start - changes[at].a.start) < _SENTENCE
        and abs(changes[near].b.start - changes[at].b.start) < _SENTENCE
    ]
    ours = {word for near in around for word in _words(changes[near].a.of(old))}
    theirs = {word for near in around for word in _words(changes[near].b.of(new))}
    for any_of, none_of in ((ours, theirs), (theirs, ours)):
        plain_not = classes.negations - classes.none_of
        if (
            any(word in plain_not or word.endswith(classes.contracted) for word in any_of)
            and not classes.any_of.isdisjoint(any_of)
            and classes.none_of.isdisjoint(any_of)
            and not classes.none_of.isdisjoint(none_of)
            and plain_not.isdisjoint(none_of)
        ):
            denials = [near for near in around if changes[near].kind is Kind.NEGATION]
            act = f"negation form:{FOLLOWED}{changes[denials[0]].a.start}"
            for near in denials:
                changes[near] = changes[near]._replace(rule=act)


def _same_doubt(first: Change, second: Change) -> bool:
    """Whether of two changes close by one adds the doubt that the other drops."""
    rules = {first.rule, second.rule}
    return (
        first.kind is Kind.MODALITY
        and not (rules.isdisjoint(_MORE) or rules.isdisjoint(_LESS))
        and _close(first, second)
    )


def _accuses(first: Change, second: Change, old: str, new: str, classes: WordClasses) -> bool:
    """Whether of two changes close by one drops who alleges what the other calls alleged."""
    dropped = first.rule == "attribution dropped" and second.rule in _LESS
    added = first.rule == "attribution added" and second.rule in _MORE
    if not (dropped or added) or not _close(first, second):
        return False
    told = _words(first.a.of(old) if dropped else first.b.of(new))
    return not classes.accusing.isdisjoint(told)


def _close(first: Change, second: Change) -> bool:
    return apart(first, second) < _CLOSE


def _words(text: str) -> list[str]:
    return list(map(plain, text.split()))
