"""The state of an open session in memory, and the acts that change it: each one transaction.

An act is first written and only then takes place in memory, so that a refused one leaves
everything as it was. Undo and redo write like any act. All of it can be called from any
thread, one call at a time.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from driftline.review.acts import (
    Act,
    ActState,
    Change,
    Effect,
    FactChange,
    HistoryEntry,
    HistoryLine,
    Item,
    ItemChange,
    Verb,
    decode,
    effect,
    encode,
    moment,
    sentence,
)
from driftline.review.anchors import Anchor
from driftline.review.errors import DamagedSessionError
from driftline.review.statuses import STATUS_CODES, SUBJECT_CODES, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from driftline.review.schema import Row
    from driftline.review.store import Store


class Journal:
    """Facts and items of a session. `clock` gives seconds of Unix time."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        self.lock = threading.RLock()
        self._clock = clock
        self.attach(store)

    def attach(self, store: Store) -> None:
        """Takes everything from a file anew. Raises DamagedSessionError."""
        self.store = store
        self.facts: dict[str, Any] = {}
        self.items: dict[int, Item] = {}
        self._fact_ids: dict[str, int] = {}
        self._done: list[int] = []
        self._undone: list[int] = []
        #: The last act that changed what is said in a pair, since the file was opened.
        self.said: dict[int, int] = {}
        self._last_act = 0
        try:
            self._names = {int(row[0] or 0): str(row[1]) for row in store.rows("name")}
            self._name_ids = {text: number for number, text in self._names.items()}
            for number, key, value, _ in store.rows("fact"):
                self._fact_ids[str(key)] = int(number or 0)
                if value is not None:
                    self.facts[str(key)] = json.loads(str(value))
            for row in store.rows("item"):
                item = self._item(row)
                self.items[item.id] = item
            for number, _, _, state, *_ in store.rows("act"):
                self._last_act = int(number or 0)
                if state == ActState.DONE:
                    self._done.append(self._last_act)
                elif state == ActState.UNDONE:
                    self._undone.append(self._last_act)
        except (ValueError, TypeError, IndexError) as error:
            raise DamagedSessionError(
                store.path, "Its lists do not fit together", "it was left as it is."
            ) from error
        self._undone.reverse()
        self._last_fact = max(self._fact_ids.values(), default=0)
        self._last_item = max(self.items, default=0)

    @property
    def last_act(self) -> int:
        """The number of the last act."""
        return self._last_act

    # ------------------------------------------------------------------------ acts

    def do(
        self,
        verb: Verb,
        facts: Mapping[str, Any] | None = None,
        items: Mapping[int, tuple[Status, str]] | None = None,
        new_items: Sequence[tuple[int, Anchor, Status, str, int | None]] = (),
        also: Callable[[], None] | None = None,
    ) -> tuple[int, ...]:
        """Does one act and gives the numbers of the new items.

        `facts` and `items` are new values, `new_items` (pair, anchor, status, note, instead);
        `also` writes further rows in the same transaction. What changes nothing is no act. Raises
        ReadOnlySessionError or NotSavedError, and then nothing was done.
        """
        with self.lock:
            number = self._last_act + 1
            changes: list[Change] = [
                FactChange(key, self.facts.get(key), value)
                for key, value in (facts or {}).items()
                if self.facts.get(key) != value
            ]
            for item, said in (items or {}).items():
                known = self.items[item]
                if (known.status, known.note) != said:
                    changes.append(ItemChange(item, (known.status, known.note), said))
            fresh = [
                Item(self._last_item + 1 + place, pair, anchor, status, note, number, instead)
                for place, (pair, anchor, status, note, instead) in enumerate(new_items)
            ]
            nothing = (Status.OPEN, "")
            changes += [ItemChange(it.id, nothing, (it.status, it.note)) for it in fresh]
            if not changes:
                return ()
            act = Act(number, self.now(), verb, ActState.DONE, tuple(changes))

            def write() -> None:
                self._write_items(fresh)
                self._write_changes(act, number, forward=True)
                self._write_acts(
                    [replace(self.act(n), state=ActState.GIVEN_UP) for n in self._undone] + [act]
                )
                if also:
                    also()

            self.store.commit(write)
            self.items.update((it.id, it) for it in fresh)
            self._last_item += len(fresh)
            self._take_over(act, number, forward=True)
            self._last_act = number
            self._done.append(number)
            self._undone.clear()
            return tuple(it.id for it in fresh)

    def undo(self) -> Effect | None:
        """Takes the last act back; None when there is none."""
        return self._step(self._done, self._undone, ActState.UNDONE, Verb.UNDO)

    def redo(self) -> Effect | None:
        """Does again what was undone last; None when there is nothing."""
        return self._step(self._undone, self._done, ActState.DONE, Verb.REDO)

    def next_undo(self) -> HistoryEntry | None:
        """What `undo` would take back."""
        with self.lock:
            return self._entry(self.act(self._done[-1])) if self._done else None

    def next_redo(self) -> HistoryEntry | None:
        """What `redo` would do again."""
        with self.lock:
            return self._entry(self.act(self._undone[-1])) if self._undone else None

    def note_facts(self, facts: Mapping[str, Any], also: Callable[[], None] | None = None) -> None:
        """Writes what the program itself found out: no act, never undone."""
        with self.lock:
            changed = {k: v for k, v in facts.items() if self.facts.get(k) != v}
            if not changed and also is None:
                return

            def write() -> None:
                self._write_facts(changed, self._last_act)
                if also:
                    also()

            self.store.commit(write)
            self._keep_facts(changed)

    def _step(
        self, source: list[int], goal: list[int], state: ActState, verb: Verb
    ) -> Effect | None:
        with self.lock:
            if not source:
                return None
            act = self.act(source[-1])
            number = self._last_act + 1
            mark = Act(number, self.now(), verb, ActState.MARK, (), act.id)
            forward = verb is Verb.REDO

            def write() -> None:
                self._write_changes(act, number, forward)
                self._write_acts([replace(act, state=state), mark])

            self.store.commit(write)
            self._take_over(act, number, forward)
            self._last_act = number
            goal.append(source.pop())
            return effect(act, self._entry(act), self.items)

    # ------------------------------------------------------------------------ history

    def act(self, number: int) -> Act:
        """One act by its number."""
        for row in self.store.rows("act", number):
            return self._act(row)
        raise DamagedSessionError(
            self.store.path, "A step of its history is missing", "it was left as it is."
        )

    def history(self, pair: int | None = None, last: int | None = None) -> list[HistoryEntry]:
        """All that was done, the oldest first: of one comparison or of all, all of it or the last.

        An entry's lines tell what was said about which words.
        """
        with self.lock:
            entries: list[HistoryEntry] = []
            sentences: dict[int, str] = {}
            about: set[int] = set()
            latest = 0
            for row in self.store.rows("act"):
                act = self._act(row)
                words = sentence(act)
                if act.target is not None:
                    told = sentences.get(act.target, "an act")
                    undone = "Undone" if act.verb is Verb.UNDO else "Done again"
                    words = f"{undone}: {told[:1].lower()}{told[1:]}"
                sentences[act.id] = words
                entry = self._entry(act, pair)
                set_back = act.at < latest
                latest = max(latest, act.at)
                if entry.lines or act.target in about:
                    about.add(act.id)
                if pair is None or act.id in about:
                    entries.append(replace(entry, sentence=words, clock_set_back=set_back))
            return entries if last is None else entries[-last:] if last else []

    def _entry(self, act: Act, pair: int | None = None) -> HistoryEntry:
        """An act by itself, with what it said of one comparison or of all."""
        return HistoryEntry(
            act.id,
            moment(act.at),
            sentence(act),
            act.state in (ActState.DONE, ActState.MARK),
            lines=tuple(self._lines(act, pair)),
            verb=act.verb,
            target=act.target,
        )

    def _lines(self, act: Act, pair: int | None) -> Iterable[HistoryLine]:
        for change in act.changes:
            item = self.items.get(change.item) if isinstance(change, ItemChange) else None
            if item is None or not isinstance(change, ItemChange) or pair not in (None, item.pair):
                continue
            known = item.anchor
            yield HistoryLine(
                item.pair,
                known.subject,
                known.kind,
                known.old,
                known.new,
                change.before[0],
                change.after[0],
                change.after[1],
                item.id,
            )

    # ------------------------------------------------------------------------ rows

    def now(self) -> int:
        """The clock now, in milliseconds of Unix time."""
        return int(self._clock() * 1000)

    def _act(self, row: Row) -> Act:
        number, at, verb, state, target, changes = row
        try:
            return Act(
                int(number or 0),
                int(at or 0),
                Verb(int(verb or 0)),
                ActState(int(state or 0)),
                decode(changes) if changes is not None else (),
                None if target is None else int(target),
            )
        except ValueError as error:
            raise DamagedSessionError(
                self.store.path, "A step of its history is damaged", "it was left as it is."
            ) from error

    def _item(self, row: Row) -> Item:
        number, pair, subject, kind, old, new, near, nth, status, note, instead, act = row
        if not isinstance(near, bytes):
            raise TypeError("neighbours are bytes")
        anchor = Anchor(
            SUBJECT_CODES[int(subject or 0)],
            self._names.get(int(kind or 0), ""),
            str(old),
            str(new),
            near,
            int(nth or 0),
        )
        return Item(
            int(number or 0),
            int(pair or 0),
            anchor,
            STATUS_CODES[int(status or 0)],
            str(note),
            int(act or 0),
            None if instead is None else int(instead),
        )

    def _write_acts(self, acts: Iterable[Act]) -> None:
        self.store.write(
            "act",
            (
                (
                    act.id,
                    act.at,
                    int(act.verb),
                    int(act.state),
                    act.target,
                    encode(act.changes) if act.changes else None,
                )
                for act in acts
            ),
        )

    def _write_changes(self, act: Act, number: int, forward: bool) -> None:
        self._write_items(
            self._changed(change, number, forward)
            for change in act.changes
            if isinstance(change, ItemChange) and change.item in self.items
        )
        self._write_facts(
            {
                change.key: change.after if forward else change.before
                for change in act.changes
                if isinstance(change, FactChange)
            },
            number,
        )

    def _changed(self, change: ItemChange, number: int, forward: bool) -> Item:
        status, note = change.after if forward else change.before
        return replace(self.items[change.item], status=status, note=note, act=number)

    def _take_over(self, act: Act, number: int, forward: bool) -> None:
        facts: dict[str, Any] = {}
        for change in act.changes:
            if isinstance(change, FactChange):
                facts[change.key] = change.after if forward else change.before
            elif change.item in self.items:
                item = self.items[change.item] = self._changed(change, number, forward)
                self.said[item.pair] = number
                self._names[self._name_ids[item.anchor.kind]] = item.anchor.kind
        self._keep_facts(facts)

    def _write_items(self, items: Iterable[Item]) -> None:
        self.store.write(
            "item",
            [
                (
                    item.id,
                    item.pair,
                    SUBJECT_CODES.index(item.anchor.subject),
                    self._name_id(item.anchor.kind),
                    item.anchor.old,
                    item.anchor.new,
                    item.anchor.near,
                    item.anchor.nth,
                    STATUS_CODES.index(item.status),
                    item.note,
                    item.instead,
                    item.act,
                )
                for item in items
            ],
        )

    def _name_id(self, text: str) -> int:
        if text not in self._name_ids:
            self._name_ids[text] = max(self._name_ids.values(), default=0) + 1
        number = self._name_ids[text]
        if number not in self._names:
            # It counts as known once the transaction has held (see `_take_over`).
            self.store.write("name", [(number, text)])
        return number

    def _write_facts(self, facts: Mapping[str, Any], number: int) -> None:
        for key in facts:
            if key not in self._fact_ids:
                self._last_fact += 1
                self._fact_ids[key] = self._last_fact
        self.store.write(
            "fact",
            (
                (self._fact_ids[key], key, None if v is None else json.dumps(v), number)
                for key, v in facts.items()
            ),
        )

    def _keep_facts(self, facts: Mapping[str, Any]) -> None:
        for key, value in facts.items():
            if value is None:
                self.facts.pop(key, None)
            else:
                self.facts[key] = value
