"""What the editor corrected by hand in one document, or between two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from driftline.engine.options import AlignmentOptions, CleaningOptions, QuotationOptions
from driftline.review.places import Place, find

if TYPE_CHECKING:
    from driftline.engine.records import Span


@dataclass(frozen=True, slots=True)
class HandWork:
    """The work of the hand on one document.

    `restored` was cut by the rules and taken back, `added` was cut by hand; `speakers` tells who
    really speaks in the quotation at a place.
    """

    restored: tuple[Place, ...] = ()
    added: tuple[Place, ...] = ()
    speakers: tuple[tuple[Place, str], ...] = ()

    def cleaning(self, base: CleaningOptions) -> CleaningOptions:
        """Options for cleaning this document: the given ones and this hand work."""
        return replace(
            base,
            restored=base.restored + _pairs(self.restored),
            added=base.added + _pairs(self.added),
        )

    def quotation(self, base: QuotationOptions) -> QuotationOptions:
        """Options for finding this document's quotations: the given ones and this hand work."""
        placed = tuple((p.span.start, who) for p, who in self.speakers if p.span)
        return replace(base, speakers=base.speakers + placed)

    @property
    def lost(self) -> tuple[Place, ...]:
        """Hand work whose words the present text does not hold; it waits for their return."""
        every = (*self.restored, *self.added, *(place for place, _ in self.speakers))
        return tuple(place for place in every if place.span is None)


@dataclass(frozen=True, slots=True)
class Pins:
    """Paragraphs of two documents the editor paired (`together`) or parted (`apart`)."""

    together: tuple[tuple[Place, Place], ...] = ()
    apart: tuple[tuple[Place, Place], ...] = ()

    def swapped(self) -> Pins:
        """The same pins with the other document as the older."""
        return Pins(_swapped(self.together), _swapped(self.apart))

    def alignment(self, base: AlignmentOptions | None = None) -> AlignmentOptions:
        """Options for aligning the two documents: the given ones and these pins."""
        base = base or AlignmentOptions()
        return replace(
            base,
            together=base.together + _points(self.together),
            apart=base.apart + _points(self.apart),
        )


def _pairs(places: tuple[Place, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((p.span.start, p.span.end) for p in places if p.span)


def _swapped(pins: tuple[tuple[Place, Place], ...]) -> tuple[tuple[Place, Place], ...]:
    return tuple((b, a) for a, b in pins)


def _points(pins: tuple[tuple[Place, Place], ...]) -> tuple[tuple[int, int], ...]:
    return tuple((a.span.start, b.span.start) for a, b in pins if a.span and b.span)


# ------------------------------------------------------------------------ as facts of a session


def places_of(fact: Any) -> tuple[Place, ...]:
    """The places a fact holds."""
    return tuple(Place.from_json(value) for value in fact or ())


def speakers_of(fact: Any) -> tuple[tuple[Place, str], ...]:
    """The speakers a fact holds."""
    return tuple((Place.from_json(value), str(who)) for value, who in fact or ())


def pins_of(fact: Any) -> tuple[tuple[Place, Place], ...]:
    """The pins a fact holds."""
    return tuple((Place.from_json(a), Place.from_json(b)) for a, b in fact or ())


def bookmarks_of(fact: Any) -> tuple[tuple[int, Place], ...]:
    """The bookmarks a fact holds: the document and the place of each."""
    return tuple((int(document), Place.from_json(value)) for document, value in fact or ())


def moved_bookmarks(fact: Any, text: str, document: int) -> list[Any] | None:
    """A fact of bookmarks with those in one document found again in its other text."""
    return [
        [owner, (find(place, text) if owner == document else place).to_json()]
        for owner, place in bookmarks_of(fact)
    ] or None


def moved_places(fact: Any, text: str) -> list[Any] | None:
    """A fact of places, found again in another text."""
    return [find(place, text).to_json() for place in places_of(fact)] or None


def moved_speakers(fact: Any, text: str) -> list[Any] | None:
    """A fact of speakers, found again in another text."""
    return [[find(place, text).to_json(), who] for place, who in speakers_of(fact)] or None


def moved_pins(fact: Any, text: str, side: int) -> list[Any] | None:
    """A fact of pins with the places of one side (0 old, 1 new) found again in another text."""
    return [
        [(find(p, text) if number == side else p).to_json() for number, p in enumerate(pin)]
        for pin in pins_of(fact)
    ] or None


def without(places: tuple[Place, ...], span: Span) -> tuple[Place, ...]:
    """The places that share no character with a span."""
    return tuple(place for place in places if not (place.span and place.span.meets(span)))
