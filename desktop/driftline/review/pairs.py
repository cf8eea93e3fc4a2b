"""The numbers of compared pairs of documents, and what the last look at each found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.review.errors import DamagedSessionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.review.journal import Journal
    from driftline.review.schema import Row


@dataclass(frozen=True, slots=True)
class Look:
    """What the last look at a comparison found.

    `total` counts its edits; `carried` are items of other pairs found among them, `absent` items
    of this pair that were not.
    """

    total: int = 0
    carried: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()


class Pairs:
    """The pairs of one session: an old and a new document each."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.load()

    def load(self) -> None:
        """Takes the pairs from the file anew."""
        self._documents: dict[int, tuple[int, int]] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._looks: dict[int, Look] = {}
        for row in self._journal.store.rows("pair"):
            number, old, new, look = self._read(row)
            self._keep(number, old, new, look)

    def find(self, old: int, new: int) -> int | None:
        """The number of a pair, None when it was never compared."""
        return self._numbers.get((old, new))

    def number(self, old: int, new: int) -> int:
        """The number of a pair; a new one is written if the session may be."""
        known = self._numbers.get((old, new))
        if known is not None:
            return known
        number = max(self._documents, default=0) + 1
        self._write(number, old, new, Look())
        self._keep(number, old, new, Look())
        return number

    def documents(self, pair: int) -> tuple[int, int]:
        """The old and the new document of a pair. Raises KeyError."""
        return self._documents[pair]

    def all(self) -> tuple[tuple[int, int, int], ...]:
        """Number, old and new document of every pair."""
        return tuple((n, old, new) for n, (old, new) in self._documents.items())

    def of(self, document: int) -> Iterator[tuple[int, int, int]]:
        """Number, old and new document of the pairs a document is in."""
        return (pair for pair in self.all() if document in pair[1:])

    def look(self, pair: int) -> Look:
        """What the last look at a pair found."""
        return self._looks.get(pair, Look())

    def set_look(self, pair: int, look: Look) -> None:
        """Notes what a look at a pair found; in a session for reading only, just in memory."""
        if self._looks.get(pair) != look:
            old, new = self._documents[pair]
            self._write(pair, old, new, look)
            self._keep(pair, old, new, look)

    def _write(self, number: int, old: int, new: int, look: Look) -> None:
        store = self._journal.store
        if store.read_only:
            return
        row = (number, old, new, look.total, _list(look.carried), _list(look.absent))
        with self._journal.lock:
            store.commit(lambda: store.write("pair", [row]))

    def _keep(self, number: int, old: int, new: int, look: Look) -> None:
        self._documents[number] = (old, new)
        self._numbers[old, new] = number
        self._looks[number] = look

    def _read(self, row: Row) -> tuple[int, int, int, Look]:
        number, old, new, total, carried, absent = row
        try:
            look = Look(
                int(total or 0),
                tuple(json.loads(str(carried or "[]"))),
                tuple(json.loads(str(absent or "[]"))),
            )
            return int(number or 0), int(old or 0), int(new or 0), look
        except (ValueError, TypeError) as error:
            raise DamagedSessionError(
                self._journal.store.path, "Its list of pairs is damaged", "it was left as it is."
            ) from error


def _list(numbers: Sequence[int]) -> str | None:
    return json.dumps(list(numbers), separators=(",", ":")) if numbers else None
