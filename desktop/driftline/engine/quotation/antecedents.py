"""Whom a pronoun may stand for: the people named and speaking before it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.names import Names, Naming, Person
    from driftline.engine.records import Span

_REACH = 6
#: How many passages ago somebody spoke who is still the likeliest to go on.
RECENT = 1


class Antecedents:
    """The people of a text in the order they are named, and who spoke last."""

    def __init__(self, names: Names, starts: Sequence[int]) -> None:
        """`starts` are the offsets at which the passages of the text begin."""
        self.names = names
        self.starts = starts
        self.places = [naming.start for naming in names.namings]
        self.last: Person | None = None
        self.last_place = 0
        self.said: Sequence[Span] = ()

    def passage(self, place: int) -> int:
        """The number of the passage a place is in."""
        return bisect_left(self.starts, place + 1) - 1

    def last_named(self, span: Span) -> Person | None:
        """The last person named in a stretch: "Here is the mayor's statement in full:"."""
        first, last = bisect_left(self.places, span.start), bisect_left(self.places, span.end)
        people = (naming.person for naming in reversed(self.names.namings[first:last]))
        return next((person for person in people if not person.body), None)

    def antecedent(self, place: int, gender: str = "") -> Person | None:
        """The person a pronoun at a place most likely stands for."""
        here = self.passage(place)
        index = bisect_left(self.places, place) - 1
        scores: dict[int, float] = {}
        holders: dict[int, Person] = {}
        steps = 0
        while index >= 0 and steps < 40:
            naming = self.names.namings[index]
            distance = here - self.passage(naming.start)
            if distance > _REACH:
                break
            steps += 1
            index -= 1
            person = naming.person
            if gender and person.gender and person.gender != gender:
                person = self.names.namesake(naming, gender) or person
            if gender and person.gender and person.gender != gender:
                continue
            alone = gender and distance <= RECENT and self._may_be_somebody(naming)
            if person.body and not (alone and not naming.possessive):
                continue
            score = 10.0 - 2 * distance
            quoted = naming.quoted or any(s.start <= naming.start < s.end for s in self.said)
            score += -4 if quoted else 5 if naming.leads else 0
            if naming.possessive:
                score -= 2
            if gender and person.gender == gender:
                score += 3
            if not person.gender:
                score -= 3 if len(person.name) == 1 else 1 if not person.roles else 0
            if score > scores.get(id(person), -99.0):
                scores[id(person)] = score
                holders[id(person)] = person
        last = self.last
        if (
            last is not None
            and not last.body
            and not (gender and last.gender and last.gender != gender)
        ):
            holders[id(last)] = last
            scores.setdefault(id(last), 1.0)
            near = here - self.passage(self.last_place) <= RECENT
            if not self._changed(last, place, gender):
                scores[id(last)] += 6 if near else 3
        if not scores:
            return self._nobody_known(place) if gender else None
        best = max(scores.values())
        return next(holders[key] for key in scores if scores[key] == best)

    def _changed(self, last: Person, place: int, gender: str) -> bool:
        """Whether the sentence before a place is about somebody else than who spoke last."""
        here = self.passage(place)
        first = bisect_left(self.places, max(self.last_place, self.starts[max(here - 1, 0)]))
        return any(
            naming.leads
            and not naming.quoted
            and naming.person is not last
            and (
                len(naming.person.name) > 1
                if not naming.person.body
                else bool(gender) and self._may_be_somebody(naming)
            )
            and not (gender and naming.person.gender and naming.person.gender != gender)
            and self.passage(naming.start) > self.passage(self.last_place)
            for naming in self.names.namings[first : bisect_left(self.places, place)]
        )

    def _nobody_known(self, place: int) -> Person | None:
        """The last single name a sentence is about, where nobody is surely a person."""
        here = self.passage(place)
        for index in range(bisect_left(self.places, place) - 1, -1, -1):
            naming = self.names.namings[index]
            if here - self.passage(naming.start) > _REACH:
                break
            if self._may_be_somebody(naming):
                return naming.person
        return None

    def _may_be_somebody(self, naming: Naming) -> bool:
        """Whether a sentence is about a single name that may be a person's: "Vale left"."""
        cast, name = self.names.words, naming.person.name
        if not naming.leads or naming.quoted or len(name) > 1:
            return False
        word = name[0].casefold()
        return not (
            word in self.names.lexis.things
            or word in self.names.lexis.times
            or self.names.lexis.among(word, "time_units")
            or word in cast.bodies
            or (word.endswith("s") and word[:-1] in cast.roles)
            or word in cast.peoples
            or "-" in word
            or name[0].isupper()
        )
