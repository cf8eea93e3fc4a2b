"""The numbers of compared pairs of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.review.errors import DamagedSessionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driftline.review.journal import Journal
    from driftline.review.schema import Row


class Pairs:
    """The pairs of one session: an old and a new document each."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.load()

    def load(self) -> None:
        """Takes the pairs from the file anew."""
        self._documents: dict[int, tuple[int, int]] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        for row in self._journal.store.rows("pair"):
            self._keep(*self._read(row))

    def find(self, old: int, new: int) -> int | None:
        """The number of a pair, None when it was never compared."""
        return self._numbers.get((old, new))

    def number(self, old: int, new: int) -> int:
        """The number of a pair; a new one is written if the session may be."""
        known = self._numbers.get((old, new))
        if known is not None:
            return known
        number = max(self._documents, default=0) + 1
        self._write(number, old, new)
        self._keep(number, old, new)
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

    def _write(self, number: int, old: int, new: int) -> None:
        store = self._journal.store
        if store.read_only:
            return
        with self._journal.lock:
            store.commit(lambda: store.write("pair", [(number, old, new, 0, None, None)]))

    def _keep(self, number: int, old: int, new: int) -> None:
        self._documents[number] = (old, new)
        self._numbers[old, new] = number

    def _read(self, row: Row) -> tuple[int, int, int]:
        try:
            number, old, new = (int(value or 0) for value in row[:3])
        except (ValueError, TypeError) as error:
            raise DamagedSessionError(
                self._journal.store.path, "Its list of pairs is damaged", "it was left as it is."
            ) from error
        return number, old, new
