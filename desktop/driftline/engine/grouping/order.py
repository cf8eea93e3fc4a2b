"""In which order the versions of a story were probably written, and which is its base text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence, Set

_NUMBER = re.compile(r"([0-9]{1,18})")
#: Versions up to which the order follows the text; more are ordered by time and length alone.
MOST_TRACED = 60


def when(published: str | None) -> datetime | None:
    """A moment from ISO 8601; a date counts as its first minute, a time without zone as UTC."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def by_name(path: str) -> tuple[tuple[int, str], ...]:
    """A key by which names of files stand as people number them: "draft 9" before "draft 10"."""
    name = path.replace("\\", "/").rpartition("/")[2].casefold()
    parts = _NUMBER.split(name)
    # Every second part is a number.
    return tuple((int(part), "") if n % 2 else (0, part) for n, part in enumerate(parts))


def numbered(paths: Sequence[str]) -> bool:
    """Whether these are files of one name with a number each, as who writes drafts names them."""
    names = [path.replace("\\", "/").rpartition("/")[2].casefold() for path in paths]
    stems = [name.rpartition(".")[0] or name for name in names]
    alike = {_NUMBER.sub("#", stem) for stem in stems}
    return len(alike) == 1 and "#" in alike.pop() and len(set(stems)) == len(stems)


class Evolution:
    """Versions of one story and how each may have become another.

    `members` are in the order that breaks ties, or, where they are `numbered`, in that of their
    numbers. `sizes` counts each one's features, `common` those that two have in common;
    `published` has the moments that are known, and `vague` are the members of which only the day
    is.
    """

    def __init__(
        self,
        members: Sequence[int],
        sizes: Mapping[int, int],
        common: Callable[[int, int], int],
        published: Mapping[int, datetime],
        *,
        numbered: bool = False,
        vague: Set[int] = frozenset(),
    ) -> None:
        self._members = members
        self._sizes = sizes
        self._common = common
        self._published = published
        self._numbered = numbered
        self._vague = vague
        self._ranks = {member: rank for rank, member in enumerate(members)}

    def _change(self, a: int, b: int) -> int:
        """How much was taken out and put in between two versions."""
        return self._sizes[a] + self._sizes[b] - 2 * self._common(a, b)

    def order(self) -> list[int]:
        """The members as they were probably written, oldest first.

        Published times decide; a member without one goes where it changes least on the way, and so
        does one of which only the day is known, among those of its day. With no times at all
        numbers in their names do, else the shorter end of that way comes first, for stories grow.
        """
        dated = [m for m in self._members if m in self._published]
        way = self._by_time(dated)
        left = [m for m in self._members if m not in self._published]
        if not dated and self._numbered:
            return left
        if len(self._members) > MOST_TRACED:
            return way + sorted(left, key=lambda m: (self._sizes[m], self._ranks[m]))
        if not way:
            first = min(
                left,
                key=lambda m: (sum(self._change(m, other) for other in left), self._ranks[m]),
            )
            way = [first]
            left.remove(first)
        while left:
            nearest = min(
                left, key=lambda m: (min(self._change(m, w) for w in way), self._ranks[m])
            )
            left.remove(nearest)
            self._insert(way, nearest)
        if not dated and self._age(way[-1]) < self._age(way[0]):
            way.reverse()
        return way

    def _by_time(self, dated: list[int]) -> list[int]:
        moments = self._published
        timed = {moments[m].date() for m in dated if m not in self._vague}
        unsure = [m for m in dated if m in self._vague and moments[m].date() in timed]
        if len(self._members) > MOST_TRACED:
            unsure = []
        sure = [m for m in dated if m not in unsure]
        way = sorted(sure, key=lambda m: (moments[m], self._ranks[m]))
        for member in unsure:
            day = moments[member].date()
            places = [place for place, m in enumerate(way) if moments[m].date() == day]
            self._insert(way, member, places[0], places[-1] + 1)
        return way

    def _age(self, member: int) -> tuple[int, int]:
        return self._sizes[member], self._ranks[member]

    def _insert(self, way: list[int], member: int, first: int = 0, last: int | None = None) -> None:
        costs = []
        for place in range(first, (len(way) if last is None else last) + 1):
            before = self._change(way[place - 1], member) if place else 0
            after = self._change(member, way[place]) if place < len(way) else 0
            saved = self._change(way[place - 1], way[place]) if 0 < place < len(way) else 0
            # Where it changes as little before as after a neighbour, the shorter comes first.
            neighbour = way[place] if place < len(way) else way[place - 1]
            shorter_first = (self._age(member) < self._age(neighbour)) == (place < len(way))
            costs.append((before + after - saved, not shorter_first, place))
        way.insert(min(costs)[2], member)

    def base(self, order: Sequence[int]) -> int:
        """The member that is most like all the others; of equals the oldest."""

        def likeness(member: int) -> float:
            return sum(
                2 * self._common(member, other) / max(1, self._sizes[member] + self._sizes[other])
                for other in order
                if other != member
            )

        if len(order) > MOST_TRACED:
            return max(order, key=lambda m: (self._sizes[m], -self._ranks[m]))
        return max(order, key=lambda m: round(likeness(m), 9))
