"""What the editor did: the acts of a session, and how they read in its history."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from driftline.review.statuses import STATUS_CODES, Status, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.review.anchors import Anchor
    from driftline.review.schema import Value

#: Longer lists of changes are stored compressed.
_PLAIN = 200


class Verb(IntEnum):
    """What kind of act it was; the numbers stand in session files."""

    STATUS = 1
    NOTE = 2
    CUTS = 3
    SPEAKERS = 4
    PINS = 6
    TITLE = 7
    GROUPING = 8
    ORDER = 9
    BASE = 10
    RELOAD = 11
    REMOVE = 12
    BOOKMARKS = 13
    UNDO = 20
    REDO = 21


class ActState(IntEnum):
    """Whether an act holds: done; undone (can be redone); given up (another act came after its
    undoing); or a mark in the history that something was undone or redone.
    """

    DONE = 0
    UNDONE = 1
    GIVEN_UP = 2
    MARK = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One reviewed thing: what it is and what is said about it.

    `pair` is the comparison in which it was first spoken about; `act` the last act that changed it;
    `instead` the item whose place it took when the wording altered.
    """

    id: int
    pair: int
    anchor: Anchor
    status: Status
    note: str
    act: int
    instead: int | None = None

    @property
    def touched(self) -> bool:
        """Whether anything is said about it (after an undo nothing may be)."""
        return self.status is not Status.OPEN or bool(self.note)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What an act changed about one item."""

    item: int
    before: tuple[Status, str]
    after: tuple[Status, str]


@dataclass(frozen=True, slots=True)
class FactChange:
    """What an act changed about a document, a story or a pair; None where nothing was said."""

    key: str
    before: Any
    after: Any


Change = ItemChange | FactChange


@dataclass(frozen=True, slots=True)
class Act:
    """One step that can be undone and redone as a whole."""

    id: int
    at: int
    verb: Verb
    state: ActState
    changes: tuple[Change, ...]
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What an undo or redo touched, so that a window knows what to show anew.

    `entry` tells the act; `pairs`, `documents` and `stories` are numbers in the session.
    """

    entry: HistoryEntry
    pairs: tuple[int, ...] = ()
    documents: tuple[int, ...] = ()
    stories: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One reviewed thing in an act of the history: its words, what was said and what is said.

    `item` is its number in the session.
    """

    pair: int
    subject: Subject
    kind: str
    old: str
    new: str
    was: Status
    now: Status
    note: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act of the history, in the order they were done, which `number` gives.

    `when` is the clock's time then; `clock_set_back` tells that it is earlier than an act before
    it. `holds` is false for what was undone; undoing and redoing are entries of their own, `target`
    is then the number of the act they are about.
    """

    number: int
    when: datetime
    sentence: str
    holds: bool
    clock_set_back: bool = False
    lines: tuple[HistoryLine, ...] = field(default=())
    verb: Verb = Verb.STATUS
    target: int | None = None


def encode(changes: tuple[Change, ...]) -> Value:
    """Changes in the form a session file holds."""
    value: list[list[Any]] = []
    for change in changes:
        if isinstance(change, FactChange):
            value.append([change.key, change.before, change.after])
            continue
        entry: list[Any] = [change.item]
        entry += [STATUS_CODES.index(status) for status, _ in (change.before, change.after)]
        if change.before[1] != change.after[1]:
            entry += [change.before[1], change.after[1]]
        elif change.before[1]:
            entry.append(change.before[1])
        value.append(entry)
    plain = json.dumps(value, separators=(",", ":"))
    return plain if len(plain) <= _PLAIN else zlib.compress(plain.encode("ascii"), 6)


def decode(value: Value) -> tuple[Change, ...]:
    """The changes `encode` was given. Raises ValueError when it is no such thing."""
    try:
        plain = zlib.decompress(value) if isinstance(value, bytes) else str(value)
        changes: list[Change] = []
        for first, *rest in json.loads(plain):
            if isinstance(first, str):
                changes.append(FactChange(first, rest[0], rest[1]))
                continue
            before, after = (STATUS_CODES[code] for code in rest[:2])
            notes = rest[2:] or [""]
            changes.append(ItemChange(first, (before, notes[0]), (after, notes[-1])))
        return tuple(changes)
    except (zlib.error, IndexError, TypeError) as error:
        raise ValueError(str(error)) from error


_SENTENCES = {
    Verb.NOTE: "Wrote a note",
    Verb.CUTS: "Changed what is cut",
    Verb.SPEAKERS: "Corrected a speaker",
    Verb.PINS: "Paired paragraphs by hand",
    Verb.TITLE: "Changed a title",
    Verb.GROUPING: "Regrouped documents",
    Verb.ORDER: "Changed the order of versions",
    Verb.BASE: "Chose another base text",
    Verb.RELOAD: "Took in a changed file",
    Verb.REMOVE: "Removed documents",
    Verb.BOOKMARKS: "Changed the bookmarks",
}


def sentence(act: Act) -> str:
    """What an act was, in words for the history and for the undo menu."""
    if act.verb is Verb.STATUS:
        items = [change for change in act.changes if isinstance(change, ItemChange)]
        to = sorted({change.after[0].value for change in items})
        what = "one change" if len(items) == 1 else f"{len(items)} changes"
        return f"Set {what} to {' and '.join(to)}"
    return _SENTENCES.get(act.verb, "Changed the session")


def effect(act: Act, entry: HistoryEntry, items: Mapping[int, Item]) -> Effect:
    """What doing or undoing an act touches."""
    touched: dict[str, dict[int, None]] = {"pair": {}, "document": {}, "story": {}}
    for change in act.changes:
        if isinstance(change, ItemChange):
            if change.item in items:
                touched["pair"][items[change.item].pair] = None
        else:
            what, number, _ = change.key.split("/", 2)
            if what in touched:
                touched[what][int(number)] = None
    return Effect(
        entry,
        tuple(touched["pair"]),
        tuple(touched["document"]),
        tuple(touched["story"]),
    )


def moment(milliseconds: int) -> datetime:
    """A stored time as a date; times no calendar has become its first day."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, UTC)
