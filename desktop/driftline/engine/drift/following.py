"""Changes that only go along with another, and are no act of their own.

A capital follows what came or went before it: “Yesterday the ship sank”, “The ship sank”. And what
was put elsewhere went from one place and came to another. A preposition follows its verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.alignment.matches import Match
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.sides import Verdict
    from driftline.engine.drift.structure import Change
    from driftline.engine.records import Edit

#: What the name of such an act begins with.
FOLLOWED = "follows"
# Rules of which all parts in a sentence are one act.
_ONE_ACT = frozenset({"voice", "result", "attribution retold", "light verb"})
_FOLLOWING = _ONE_ACT | {
    *("capital", "order", "sum", "negation form", "preposition", "tense", "modality"),
    *("less certain", "more certain", "reporting verb", "plain verb"),
}
_NAMES = frozenset({"name added", "name dropped"})


def follow(changes: list[Change], old: str, new: str) -> None:
    """Put a capital, and the words added or dropped right before it, into one act each.

    Behind a part of a name these may be several. `changes` are those inside sentences, in order; an
    act is named behind a colon in their rules.
    """
    act = ""
    for number, change in enumerate(changes):
        if change.rule == "preposition" and number:
            _governed(changes, number)
        if change.rule != "case" or not number:
            act = ""
            continue
        before = changes[number - 1]
        gap, gap_new = old[before.a.end : change.a.start], new[before.b.end : change.b.start]
        # Across sentences that changed places the one before in one text is behind in the other.
        turned = before.a.end > change.a.start or before.b.end > change.b.start
        if turned or gap.strip() or gap_new.strip():
            act = ""
            continue
        if not act:
            rule, _, its_act = before.rule.partition(":")
            if bool(before.a) == bool(before.b) or (its_act and not its_act.startswith(FOLLOWED)):
                continue
            # "Yesterday the ship", "The ship"; but "the North Sea Board", "the board".
            large_without = rule not in _NAMES
            act = its_act or f"{FOLLOWED}{change.a.start}"
            longer_old = bool(before.a)
        small, large = change.a.of(old), change.b.of(new)
        if longer_old != large_without:
            small, large = large, small
        if not (large[0].isupper() and small[0].islower() and large[1:] == small[1:]):
            act = ""
            continue
        if ":" not in before.rule:
            changes[number - 1] = before._replace(rule=f"{before.rule}:{act}")
        changes[number] = change._replace(rule=f"capital:{act}")
        if large_without:
            act = ""


def _governed(changes: list[Change], number: int) -> None:
    """Put a preposition and the word right before it, exchanged as it is, into one act.

    "Charged with", "convicted of".
    """
    before, change = changes[number - 1], changes[number]
    if (
        before.kind is Kind.PARAPHRASE
        and ":" not in before.rule
        and before.a
        and before.b
        and change.a.start - before.a.end in (0, 1)
        and change.b.start - before.b.end in (0, 1)
    ):
        act = f"{FOLLOWED}{before.a.start}"
        changes[number - 1] = before._replace(rule=f"{before.rule}:{act}")
        changes[number] = change._replace(rule=f"{change.rule}:{act}")


def one_act(verdicts: dict[WordEdit, Verdict], match: Match) -> dict[WordEdit, Verdict]:
    """The verdicts on the edits of a group, those that tell parts of one act named as such."""
    rules = [rule for _, rule in verdicts.values()]
    return {
        edit: (kind, f"{rule}:{FOLLOWED} {rule} {match.a}")
        if rule in _ONE_ACT and rules.count(rule) > 1
        else (kind, rule)
        for edit, (kind, rule) in verdicts.items()
    }


def led(edits: Iterable[Edit]) -> dict[int, int]:
    """The id of the edit that each one that follows goes along with, by its own id.

    `edits` are in the order of the old text; both are of one group.
    """
    leaders: dict[int, int] = {}
    found: dict[int, int] = {}
    for edit in edits:
        if edit.group is None:
            continue
        leader = leaders.setdefault(edit.group, edit.id)
        if leader != edit.id and (edit.rule in _FOLLOWING or edit.rule.endswith(" moved")):
            found[edit.id] = leader
    return found
