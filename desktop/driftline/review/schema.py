"""The tables of a session file, the check of every row, and how older files are brought up to date.

Rows are written and replaced, never removed, and each ends with a check of its own content. So one
flipped bit is noticed, and a row says by itself which table it belongs to: `salvage` finds rows in
a file whose tables are lost.
"""

from __future__ import annotations

import sqlite3
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: "DrfL": marks a SQLite file as a session of this program.
APPLICATION_ID = 0x4472664C

PAGE_SIZE = 4096

Value = int | str | bytes | None
Row = tuple[Value, ...]

#: The columns of each table. `id` is the row's number; times are milliseconds of Unix time.
#:
#: meta      what the file says about itself
#: revision  one text of a document: path and digest in `brief`, all of it in `body`, the packed
#:           form `sources` gives it (NULL where the texts were left out)
#: pair      two compared documents; total, carried and absent are not used any more
#: name      kinds and reasons, so that an item holds a number instead of a word
#: item      one reviewed thing: its anchor, what is said about it, and the item it stands instead
#:           of (the same change before its wording altered)
#: fact      the work of the hand on documents and stories: a key and its value in JSON
#: act       everything that was done, in order; `state` tells whether it holds, and `changes` what
#:           was before and after; for undo and redo `target` is the act
COLUMNS: dict[str, tuple[str, ...]] = {
    "meta": ("id", "key", "value"),
    "revision": ("id", "document", "at", "brief", "body"),
    "pair": ("id", "old", "new", "total", "carried", "absent"),
    "name": ("id", "text"),
    "item": (
        "id",
        "pair",
        "subject",
        "kind",
        "old",
        "new",
        "near",
        "nth",
        "status",
        "note",
        "instead",
        "act",
    ),
    "fact": ("id", "key", "value", "act"),
    "act": ("id", "at", "verb", "state", "target", "changes"),
}

_INSERT = {
    table: f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * (len(columns) + 1))})"
    for table, columns in COLUMNS.items()
}

#: Where the number of the act that wrote a row stands: of two copies the later one counts.
WRITTEN_BY = {"item": 11, "fact": 3}

_FIRST = "".join(
    f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {', '.join(columns[1:])}, row_check);"
    for table, columns in COLUMNS.items()
)

#: Each step brings a file from one version to the next; the number of steps is the version.
#: A step once released is never changed.
STEPS: tuple[str, ...] = (_FIRST,)

VERSION = len(STEPS)

#: The oldest version of the program's schema that can still read what this one writes.
READABLE_BY = 1


def row_check(table: str, row: Sequence[Value]) -> int:
    """The check of a row: 32 bits over its table's name and its values."""
    # ascii() is the same on every Python; repr() depends on its Unicode tables.
    brief = tuple(
        zlib.crc32(value) if isinstance(value, bytes) and len(value) > 64 else value
        for value in row
    )
    return zlib.crc32(ascii((table, *brief)).encode("ascii"))


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Value]]) -> None:
    """Writes rows and their checks into a table, each in the place of the one with its number."""
    connection.executemany(_INSERT[table], ((*row, row_check(table, row)) for row in rows))


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Brings an open file to the version of these steps, each step wholly or not at all.

    Raises sqlite3.Error when a step cannot be taken; the file then stays at the step before.
    """
    for number in range(version_of(connection), len(steps)):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;{steps[number]};PRAGMA user_version={number + 1};COMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
