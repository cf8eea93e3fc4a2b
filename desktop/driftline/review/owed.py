"""Rows that a session file could not take yet, as they will stand in it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from driftline.review.opening import connect
from driftline.review.schema import insert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from driftline.review.schema import Row, Value


class Owed:
    """Of every table the rows that wait in memory: each stands in the place of the file's own."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[int, Row]] = {}

    def put(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Lets rows wait, each in the place of the one with its number."""
        waiting = self._rows.setdefault(table, {})
        for row in rows:
            waiting[int(row[0] or 0)] = tuple(row)

    def __contains__(self, table: str) -> bool:
        return bool(self._rows.get(table))

    def take_over(self, later: Owed) -> None:
        """Takes what came later."""
        for table, rows in later.tables():
            self.put(table, rows)

    def tables(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Every table and what waits for it."""
        return ((table, rows.values()) for table, rows in self._rows.items())

    def over(self, table: str, rows: Iterable[Row], identity: int | None) -> Iterator[Row]:
        """A table's rows in the order of their numbers, with those that wait in their places."""
        waiting = self._rows.get(table, {})
        if identity is not None:
            yield from [waiting[identity]] if identity in waiting else rows
        elif not waiting:
            yield from rows
        else:
            merged = {int(row[0] or 0): row for row in rows} | waiting
            yield from (merged[number] for number in sorted(merged))

    def write_to(self, copy: Path) -> None:
        """Writes into a copy of the file, which nobody else knows, what is wanting there."""
        if not self._rows:
            return
        with contextlib.closing(connect(copy)) as connection:
            connection.execute("BEGIN")
            for table, rows in self.tables():
                insert(connection, table, rows)
            connection.execute("COMMIT")
