"""A capital that follows what came or went before it belongs to that, and is no act of its own.

Yesterday the ship sank, and: The ship sank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.drift.structure import Change

#: What the name of such an act begins with.
FOLLOWED = "follows"


def follow(changes: list[Change], old: str, new: str) -> None:
    """Put a capital, and the words added or dropped right before it, into one act each.

    `changes` are those inside sentences, in order; an act is named behind a colon in their rules.
    """
    for number, change in enumerate(changes):
        if change.rule != "case" or not number:
            continue
        before = changes[number - 1]
        if bool(before.a) == bool(before.b) or ":" in before.rule:
            continue
        if old[before.a.end : change.a.start].strip() or new[before.b.end : change.b.start].strip():
            continue
        long, short = change.a.of(old), change.b.of(new)
        if before.b:
            long, short = short, long
        if short[0].isupper() and long[0].islower() and short[1:] == long[1:]:
            act = f"{FOLLOWED}{change.a.start}"
            changes[number - 1] = before._replace(rule=f"{before.rule}:{act}")
            changes[number] = change._replace(rule=f"capital:{act}")
