"""Whatever can still be read from a damaged session file.

SQLite gives up a table when one page on the way to it is bad. Here every page is looked at by
itself: the leaves of tables hold whole rows, and a row's check tells whether it is sound and which
table it is of. The layout is the one of https://www.sqlite.org/fileformat2.html (sections 1.5, 1.6,
2.1 and 4.1). Pages of the write-ahead log stand in for those of the file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from driftline.review.schema import COLUMNS, PAGE_SIZE, WRITTEN_BY, Row, Value, row_check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLE_LEAF = 0x0D
_INTEGER_SIZES = (0, 1, 2, 3, 4, 6, 8)

#: The longest chain of pages one row may span (a text of 200 MB needs no more).
_LONGEST_CHAIN = 100_000


def salvage(path: Path) -> dict[str, dict[int, Row]]:
    """The sound rows of a damaged file, by table and row number; empty when there are none.

    Raises OSError when the file itself cannot be read.
    """
    rows: dict[str, dict[int, Row]] = {table: {} for table in COLUMNS}
    with path.open("rb") as file:
        pages = _Pages(file, path.with_name(path.name + "-wal"))
        for number in range(1, pages.last + 1):
            for identity, values in _leaf(pages, number):
                _sort_in(rows, identity, values)
    return {table: found for table, found in rows.items() if found}


def _sort_in(rows: dict[str, dict[int, Row]], identity: int, values: tuple[Value, ...]) -> None:
    for table, columns in COLUMNS.items():
        if len(values) != len(columns) + 1:
            continue
        row = (identity, *values[1:-1])
        if values[-1] != row_check(table, row):
            continue
        other = rows[table].get(identity)
        stamp = WRITTEN_BY.get(table)
        if other is None or stamp is None or _number(other[stamp]) <= _number(row[stamp]):
            rows[table][identity] = row


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


class _Pages:
    """The pages of a file by number, those of its log instead where there are any."""

    def __init__(self, file: BinaryIO, log: Path) -> None:
        self._file = file
        self._logged = _committed(log.read_bytes()) if log.is_file() else {}
        size = os.fstat(file.fileno()).st_size
        self.last = max((-(-size // PAGE_SIZE), *self._logged))

    def get(self, number: int) -> bytes:
        """One page; empty when there is none."""
        if number in self._logged:
            return self._logged[number]
        if number < 1 or number > self.last:
            return b""
        self._file.seek((number - 1) * PAGE_SIZE)
        return self._file.read(PAGE_SIZE)


def _committed(log: bytes) -> dict[int, bytes]:
    """The pages of a write-ahead log up to its last complete transaction."""
    salts = log[16:24]
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for start in range(32, len(log) - PAGE_SIZE - 23, PAGE_SIZE + 24):
        if log[start + 8 : start + 16] != salts:
            break
        waiting[int.from_bytes(log[start : start + 4], "big")] = log[
            start + 24 : start + 24 + PAGE_SIZE
        ]
        if any(log[start + 4 : start + 8]):
            committed.update(waiting)
            waiting = {}
    return committed


def _leaf(pages: _Pages, number: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
    page = pages.get(number)
    first = 100 if number == 1 else 0
    if len(page) < first + 8 or page[first] != _TABLE_LEAF:
        return
    cells = int.from_bytes(page[first + 3 : first + 5], "big")
    for cell in range(min(cells, (len(page) - first - 8) // 2)):
        pointer = first + 8 + 2 * cell
        offset = int.from_bytes(page[pointer : pointer + 2], "big")
        # A cell may say anything about its length and types: what does not add up is no row.
        try:
            size, offset = _varint(page, offset)
            identity, offset = _varint(page, offset)
            values = _record(_payload(pages, page, offset, size))
        except (IndexError, UnicodeDecodeError):
            continue
        yield identity, values


def _payload(pages: _Pages, page: bytes, offset: int, size: int) -> bytes:
    most = PAGE_SIZE - 35
    if size <= most:
        return page[offset : offset + size]
    least = (PAGE_SIZE - 12) * 32 // 255 - 23
    here = least + (size - least) % (PAGE_SIZE - 4)
    if here > most:
        here = least
    parts = [page[offset : offset + here]]
    following = int.from_bytes(page[offset + here : offset + here + 4], "big")
    left = size - here
    for _ in range(_LONGEST_CHAIN):
        overflow = pages.get(following) if left > 0 else b""
        if not overflow:
            break
        parts.append(overflow[4 : 4 + min(left, PAGE_SIZE - 4)])
        left -= PAGE_SIZE - 4
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)


def _record(payload: bytes) -> tuple[Value, ...]:
    header, offset = _varint(payload, 0)
    body = header
    values: list[Value] = []
    while offset < header:
        kind, offset = _varint(payload, offset)
        if kind < 10:
            size = 0 if kind >= 8 else 8 if kind == 7 else _INTEGER_SIZES[kind]
        else:
            size = (kind - 12) // 2
        piece = payload[body : body + size]
        if len(piece) != size:
            raise IndexError
        body += size
        values.append(_value(kind, piece))
    return tuple(values)


def _value(kind: int, piece: bytes) -> Value:
    if kind in (0, 7):  # NULL; numbers with a fraction are in none of our columns
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(piece, "big", signed=True)
    return piece.decode("utf-8") if kind % 2 else piece


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = data[offset]
        offset += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, offset
    return value << 8 | data[offset], offset + 1
