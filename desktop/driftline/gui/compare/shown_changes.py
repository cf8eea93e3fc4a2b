"""Which changes of a comparison are shown, and which is the current one. It knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.records import Kind
from driftline.gui.compare.change_walk import ChangeWalk
from driftline.gui.compare.filtering import ChangeFilter
from driftline.gui.compare.reading_order import ReadingOrder
from driftline.gui.compare.row_content import Side

if TYPE_CHECKING:
    from driftline.engine.records import Edit, Span


class ShownChanges:
    """All changes in the order a reader meets them, those that pass the filter, and the walk along
    these.
    """

    def __init__(self) -> None:
        self.filter = ChangeFilter()
        self.order = ReadingOrder()
        self.walk = ChangeWalk()
        self.edits: list[Edit] = []
        self.ids: frozenset[int] = frozenset()
        #: How many are left out: typography, other kinds, those of lower severity.
        self.left_out = (0, 0, 0)

    def leader(self, edit: int | None) -> int | None:
        """The id of the change that one goes along with; its own where it goes with none."""
        return None if edit is None else self.order.led.get(edit, edit)

    def take(self, order: ReadingOrder) -> None:
        """Other texts are compared: no change is current."""
        self.order = order
        self.walk = ChangeWalk()
        self.sift()

    def sift(self) -> None:
        """Choose what passes the filter; the current change stays current if it does."""
        current = self.walk.current
        led = self.order.led
        self.edits = [e for e in self.filter.passing(self.order.edits) if e.id not in led]
        self.walk = ChangeWalk([edit.id for edit in self.edits])
        stops = frozenset(self.walk.stops)
        self.ids = stops.union(edit for edit, leader in led.items() if leader in stops)
        self.left_out = self.filter.hidden(self.order.counts)
        self.walk.go(current if current in stops else None)

    @property
    def current(self) -> Edit | None:
        """The current change."""
        return None if self.walk.current is None else self.order.by_id.get(self.walk.current)

    def parts(self) -> frozenset[int]:
        """The ids of the shown changes that are one act with the current one, itself left out."""
        current, led = self.current, self.order.led
        if current is None:
            return frozenset()
        alike = (
            {current.id}
            if current.group is None
            else {e.id for e in self.edits if e.group == current.group}
        )
        return frozenset(
            edit for edit in self.ids if led.get(edit, edit) in alike and edit != current.id
        )

    def same_as(self, change: tuple[Span, Span] | None) -> int | None:
        """The id of the shown change of the same words as one of another comparison, else of the
        first that has some of them.
        """
        if change is None:
            return None
        a, b = change
        same = (e.id for e in self.edits if (e.a, e.b) == change)
        near = (e.id for e in self.edits if e.a.meets(a) or e.b.meets(b))
        return next(same, next(near, None))

    def beside(self, row: int, side: Side, offset: int, direction: int) -> int | None:
        """The place among the stops of the next (`direction` 1) or last (-1) change that is seen
        from a place of a version; past an end where there is none. None inside the current one.
        """
        current, old, order = self.current, side is Side.OLD, self.order
        if current is not None and order.rows.get(current.id) == row:
            span = current.a if old else current.b
            if span.start <= offset <= span.end:
                return None
        here, last = order.again.get(row, ()), len(order.rows)
        stands = [
            ((row if e.id in here else order.rows.get(e.id, last), (e.a if old else e.b).start), n)
            for n, e in enumerate(self.edits)
            if e is not current
        ]
        if direction > 0:
            return min(
                (p for p in stands if p[0] >= (row, offset)), default=(None, len(self.edits))
            )[1]
        return max((p for p in stands if p[0] < (row, offset)), default=(None, -1))[1]

    def next_quote(self, direction: int) -> int | None:
        """The id of the next (`direction` 1) or last (-1) change of a quotation."""
        stops = list(self.walk.stops)
        quotes = {e.id for e in self.edits if e.kind is Kind.QUOTATION or e.in_quote}
        place = None if (number := self.walk.number()) is None else number - 1
        if direction > 0:
            ahead = stops[0 if place is None else place + 1 :]
        else:
            ahead = stops[: len(stops) if place is None else place][::-1]
        return next((edit for edit in ahead if edit in quotes), None)
