"""Texts a session needs no longer: what was put away or replaced a long time ago.

A session would else grow with every text that was ever looked at. Statuses, notes and the history
stay; an undo that reaches back so far finds the document without its text and reads its file again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.review.acts import ActState, FactChange, Verb, decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.review.schema import Row
    from driftline.review.store import Store

#: So long a text that was put away or replaced can be brought back whatever became of its file.
KEPT_DAYS = 90

_DAY = 24 * 3600 * 1000


def outlived(store: Store, current: Mapping[int, int], now: int) -> list[Row]:
    """The rows of texts that nobody has wanted for `KEPT_DAYS`.

    `current` gives the revision of every document in use, `now` the time in milliseconds. Of a
    document in use the text it has and the one before are always wanted.
    """
    limit = now - KEPT_DAYS * _DAY
    away = _put_away(store)
    found: list[Row] = []
    before: dict[int, Row] = {}
    replaced_at: dict[int, int] = {}
    rows = list(store.rows("revision"))
    for row in rows:
        document = int(row[1] or 0)
        if document in current and int(row[0] or 0) == current[document]:
            replaced_at[document] = int(row[2] or 0)
    for row in rows:
        revision, document = int(row[0] or 0), int(row[1] or 0)
        if document not in current:
            if away.get(document, now) < limit:
                found.append(row)
        elif revision < current[document]:
            last = before.get(document)
            if last is not None and replaced_at.get(document, now) < limit:
                found.append(last)
            before[document] = row
    return [row for row in found if row[-1] is not None]


def _put_away(store: Store) -> dict[int, int]:
    """When each document that is put away was: its number -> milliseconds."""
    away: dict[int, int] = {}
    for _, at, verb, state, _, changes in store.rows("act"):
        if verb != Verb.REMOVE or state != ActState.DONE or changes is None:
            continue
        for change in decode(changes):
            if isinstance(change, FactChange):
                away[int(change.key.split("/")[1])] = int(at or 0)
    return away
