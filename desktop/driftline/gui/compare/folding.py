"""Which unchanged rows are folded away. It knows no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from driftline.gui.compare.row_content import RowContent, RowKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

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
        #: For each of all rows, the row as folded that shows it or stands for it.
        self._places: Sequence[int] = ()

    def forget(self) -> None:
        """Other texts are shown: nothing has been opened."""
        self._opened.clear()

    def rows(self, rows: tuple[RowContent, ...], touched: Iterable[int]) -> tuple[RowContent, ...]:
        """The rows as they are to be shown; `touched` are those that hold something changed."""
        if not self.on:
            self._firsts = self._places = range(len(rows))
            return rows
        kept = self._opened.union(self.kept)
        folded, self._firsts, self._places = fold(rows, touched, self.context, kept)
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
        return self._places[original]

    @property
    def places(self) -> Sequence[int]:
        """What `folded` gives, for each of all rows."""
        return self._places


def fold(
    rows: Sequence[RowContent], touched: Iterable[int], context: int, opened: Iterable[int] = ()
) -> tuple[tuple[RowContent, ...], list[int], list[int]]:
    """The rows with every stretch of unchanged ones folded into one; with them, for each row as
    folded the first that it stands for, and for each row its place as folded.

    `touched` rows stay with `context` rows around them, `opened` rows alone. A stretch of a single
    row is not worth folding.
    """
    keep = bytearray(len(rows))
    around = min(context, len(rows))
    for number in touched:
        first = max(0, number - around)
        end = min(len(rows), number + around + 1)
        keep[first:end] = b"\1" * (end - first)
    for number in opened:
        keep[number] = 1
    folded: list[RowContent] = []
    firsts: list[int] = []
    places: list[int] = []
    number = 0
    while number < len(rows):
        end = keep.find(1, number)
        end = len(rows) if end < 0 else end
        if end - number > 1:
            places += [len(folded)] * (end - number)
            firsts.append(number)
            folded.append(RowContent((), (), RowKind.FOLDED, rows[number].row, folded=end - number))
            number = end
        # A single unchanged row stays, and so does all that follows up to the next unchanged one.
        end = keep.find(0, end)
        end = len(rows) if end < 0 else end
        places += range(len(folded), len(folded) + end - number)
        firsts += range(number, end)
        folded += rows[number:end]
        number = end
    twins = tuple(
        content if content.twin is None else replace(content, twin=places[content.twin])
        for content in folded
    )
    return twins, firsts, places
