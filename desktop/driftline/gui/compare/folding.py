"""Which unchanged rows are folded away. It knows no widget."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from driftline.gui.compare.row_content import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from driftline.gui.compare.row_content import RowContent

#: Rows that may stay beside a change; None: all of them, nothing is folded.
CONTEXTS = (1, 3, 5, 10, 50, None)


class Folding:
    """Folds rows and leads from their indices among all rows to those among the folded."""

    def __init__(self) -> None:
        self.on = False
        self.context = 1
        #: Rows that stay for another reason than a change.
        self.kept: Collection[int] = ()
        self._opened: set[int] = set()
        #: For each row as folded, the first of all rows that it stands for.
        self._firsts: Sequence[int] = ()

    def forget(self) -> None:
        """Other texts are shown: nothing has been opened."""
        self._opened.clear()

    def rows(self, rows: tuple[RowContent, ...], shown: Collection[int]) -> tuple[RowContent, ...]:
        """The rows as they are to be shown; `shown` are the ids of the edits that are told."""
        if not self.on:
            self._firsts = range(len(rows))
            return rows
        folded = fold(rows, shown, self.context, self._opened.union(self.kept))
        firsts, first = [], 0
        for content in folded:
            firsts.append(first)
            first += content.folded or 1
        self._firsts = firsts
        return folded

    def open(self, index: int, count: int) -> None:
        """Show the rows that a folded one stands for."""
        first = self._firsts[index]
        self._opened.update(range(first, first + count))

    def original(self, index: int) -> int:
        """The index among all rows of a row as folded."""
        return self._firsts[index]

    def folded(self, original: int) -> int:
        """The index as folded of one of all rows, or of the fold it is in."""
        return max(0, bisect_right(self._firsts, original) - 1)
