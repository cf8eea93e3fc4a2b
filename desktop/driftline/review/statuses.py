"""What an editor says about a change, a quotation or a cut, and where a comparison's review stands.

All values are frozen and can be pickled; a `ReviewState` is a snapshot that later acts never alter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from driftline.engine.records import Kind
    from driftline.review.anchors import Anchor


class Status(StrEnum):
    """What the editor decided; everything starts open."""

    OPEN = "open"
    FINE = "fine"
    QUERY = "query"
    MUST_FIX = "must fix"


#: The number a status has in a session file; new ones go to the end.
STATUS_CODES: tuple[Status, ...] = (Status.OPEN, Status.FINE, Status.QUERY, Status.MUST_FIX)


class Subject(StrEnum):
    """What is reviewed: an edit, a line of the quote ledger, a cut of the old or the new text."""

    EDIT = "edit"
    QUOTATION = "quotation"
    OLD_CUT = "old cut"
    NEW_CUT = "new cut"


#: The number a subject has in a session file; new ones go to the end.
SUBJECT_CODES: tuple[Subject, ...] = (
    Subject.EDIT,
    Subject.QUOTATION,
    Subject.OLD_CUT,
    Subject.NEW_CUT,
)


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """One thing of a comparison that can be reviewed.

    `index` is an edit's `id`, or the index of a ledger entry or of a cut in its version.
    """

    subject: Subject
    index: int


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """What is said about one thing.

    `reopened` when it was settled and its wording has changed since: it is open again, `before` is
    the status it had, and `why` tells the editor so in one sentence. `item` is its number in the
    session (0: nothing was ever said about it).
    """

    status: Status = Status.OPEN
    note: str = ""
    reopened: bool = False
    before: Status | None = None
    why: str = ""
    item: int = 0

    @property
    def settled(self) -> bool:
        """Whether it no longer waits for the editor."""
        return self.status is not Status.OPEN


@dataclass(frozen=True, slots=True)
class Gone:
    """Something that was reviewed and is no longer in the comparison; it stays in the history."""

    item: int
    subject: Subject
    kind: str
    old: str
    new: str
    status: Status
    note: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a comparison's changes still wait for the editor."""

    open: int
    total: int

    def __str__(self) -> str:
        return f"{self.open} of {self.total} open"


UNTOUCHED = ReviewItem()


@dataclass(frozen=True)
class Listing:
    """The things of one comparison in reading order, and the wording of each.

    Where the same texts are compared anew there is another listing: a `Ref` tells nothing without
    the one it was taken from. `home` is a number of the session that was open then.
    """

    anchors: dict[Ref, Anchor]
    home: int = 0

    @cached_property
    def order(self) -> tuple[Ref, ...]:
        """All things, in reading order."""
        return tuple(self.anchors)

    def kind(self, ref: Ref) -> str:
        """The kind of an edit, the reason of a cut, the status of a ledger line."""
        return self.anchors[ref].kind

    @cached_property
    def place(self) -> dict[Ref, int]:
        """Where each thing stands in the order."""
        return {ref: number for number, ref in enumerate(self.order)}

    @cached_property
    def counts(self) -> Counter[Subject]:
        """How many things there are of each subject."""
        return Counter(ref.subject for ref in self.order)


@dataclass(frozen=True)
class ReviewState:
    """Where the review of one comparison stands.

    `pair` is the comparison's number in its session; `items` holds only what somebody touched or
    what was reopened; `gone` what was reviewed and has vanished from the comparison.
    """

    listing: Listing
    items: dict[Ref, ReviewItem] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()
    pair: int = 0

    def of(self, ref: Ref) -> ReviewItem:
        """What is said about one thing; untouched things are open."""
        return self.items.get(ref, UNTOUCHED)

    def edit(self, edit_id: int) -> ReviewItem:
        """What is said about the edit with this id."""
        return self.of(Ref(Subject.EDIT, edit_id))

    def refs(
        self,
        subject: Subject | None = Subject.EDIT,
        kind: Kind | str | None = None,
        statuses: Collection[Status] | None = None,
    ) -> tuple[Ref, ...]:
        """The things of a subject (None: of all), in reading order, of one kind or with one of
        these statuses where asked: what "all typography" or a filter by status means.
        """
        return tuple(
            ref
            for ref in self.listing.order
            if (subject is None or ref.subject is subject)
            and (kind is None or self.listing.kind(ref) == kind)
            and (statuses is None or self.of(ref).status in statuses)
        )

    def progress(self, subject: Subject | None = Subject.EDIT) -> Progress:
        """How many things of a subject (None: of all) are still open."""
        place, counts = self.listing.place, self.listing.counts
        total = sum(counts.values()) if subject is None else counts.get(subject, 0)
        settled = sum(
            item.settled and subject in (None, ref.subject) and ref in place
            for ref, item in self.items.items()
        )
        return Progress(total - settled, total)

    def next_open(
        self, after: Ref | None = None, among: Iterable[Ref] | None = None, back: bool = False
    ) -> Ref | None:
        """The next open thing of the same subject after one (None: the first open edit).

        `among` limits it to what a filter shows; `back` goes the other way. None at the end: the
        front tells so and begins again with `after=None`.
        """
        subject = Subject.EDIT if after is None else after.subject
        allowed = None if among is None else set(among)
        order = self.listing.order
        here = self.listing.place.get(after) if after is not None else None
        if back:
            path = range((len(order) if here is None else here) - 1, -1, -1)
        else:
            path = range(0 if here is None else here + 1, len(order))
        for number in path:
            ref = order[number]
            if (
                ref.subject is subject
                and (allowed is None or ref in allowed)
                and self.of(ref).status is Status.OPEN
            ):
                return ref
        return None
