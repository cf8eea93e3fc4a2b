"""Stepping from change to change: relative to what is in view, stopping once at each end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step leads: the edit's id, or None when it stopped at an end."""

    edit: int | None
    wrapped: bool = False


class ChangeWalk:
    """The stops in reading order. A step past an end first stops; the same step again wraps."""

    def __init__(self, stops: Sequence[int] = ()) -> None:
        self._stops = list(stops)
        self._place = {edit: n for n, edit in enumerate(self._stops)}
        self._stopped_at: int | None = None
        self.current: int | None = None

    @property
    def stops(self) -> Sequence[int]:
        """The ids of the edits in reading order."""
        return self._stops

    def number(self) -> int | None:
        """The place of the current change, counted from 1."""
        return None if self.current not in self._place else self._place[self.current] + 1

    def go(self, edit: int | None) -> None:
        """Make an edit current."""
        self.current = edit
        self._stopped_at = None

    def step(self, direction: int, in_view: Sequence[int] = (), target: int | None = None) -> Step:
        """One stop on (`direction` +1) or back (-1).

        When the current change is out of view, the step starts from what is in view: the first
        change there, or the last one going back. From the reader's caret it leads to the stop at
        the place `target`.
        """
        if not self._stops:
            return Step(None)
        place = self._place.get(self.current) if self.current is not None else None
        if target is not None:
            return self._toward(target, direction)
        visible = sorted(self._place[e] for e in in_view if e in self._place)
        if visible and (place is None or self.current not in in_view):
            return self._take(visible[0] if direction > 0 else visible[-1])
        if place is None:
            return self._take(0 if direction > 0 else len(self._stops) - 1)
        return self._toward(place + direction, direction)

    def _toward(self, target: int, direction: int) -> Step:
        """To the stop at a place, or past an end: there it stops once."""
        if 0 <= target < len(self._stops):
            return self._take(target)
        if self._stopped_at != direction:
            self._stopped_at = direction
            return Step(None)
        taken = self._take(0 if direction > 0 else len(self._stops) - 1)
        return Step(taken.edit, wrapped=True)

    def _take(self, place: int) -> Step:
        self.go(self._stops[place])
        return Step(self.current)
