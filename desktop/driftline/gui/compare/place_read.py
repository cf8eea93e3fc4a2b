"""Where somebody reads two texts: found again when they are compared anew, swapped, or tomorrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from driftline.engine.records import Span
from driftline.gui.compare.row_content import Side


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A place in the texts of a `pair` of documents, the older first.

    At the top of the view stands the row of a source offset of one `side`, scrolled by some
    `pixels`; `change` has the older and the newer words of the current change.
    """

    pair: tuple[int, int]
    side: Side
    offset: int
    pixels: int = 0
    change: tuple[Span, Span] | None = None

    def of(self, pair: tuple[int, int]) -> PlaceRead | None:
        """The same place where a pair is compared; None when these are other documents."""
        if pair == self.pair:
            return self
        if pair != self.pair[::-1]:
            return None
        side = Side.OLD if self.side is Side.NEW else Side.NEW
        change = None if self.change is None else (self.change[1], self.change[0])
        return PlaceRead(pair, side, self.offset, self.pixels, change)

    def to_plain(self) -> list[int]:
        """The place as numbers."""
        spans = [] if self.change is None else [at for s in self.change for at in (s.start, s.end)]
        return [*self.pair, int(self.side is Side.NEW), self.offset, self.pixels, *spans]

    @classmethod
    def from_plain(cls, numbers: list[int]) -> PlaceRead | None:
        """The place `to_plain` gave; None for what is none."""
        if len(numbers) not in (5, 9):
            return None
        old, new, side, offset, pixels, *spans = numbers
        change = (Span(*spans[:2]), Span(*spans[2:])) if spans else None
        return cls((old, new), Side.NEW if side else Side.OLD, offset, pixels, change)


def latest(
    pair: tuple[int, int], now: PlaceRead | None, before: PlaceRead | None
) -> PlaceRead | None:
    """Where a pair is read now, else where it was read before.

    Who has gone on in texts that were not compared yet has the change of before: there was none.
    """
    here = None if now is None else now.of(pair)
    there = None if before is None else before.of(pair)
    if here is None or there is None:
        return here or there
    return replace(here, change=here.change or there.change)
