"""The review of comparisons: every change, quotation and cut with its status and note.

An item belongs to the wording it was said about, not to one comparison: what was ticked off between
versions 1 and 5 is ticked off between 1 and 6 as well, as long as it reads the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from driftline.review.acts import Item, Verb
from driftline.review.anchors import Anchor, anchors
from driftline.review.matching import Known, match
from driftline.review.statuses import (
    Gone,
    Listing,
    Ref,
    ReviewItem,
    ReviewState,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from driftline.engine.records import Comparison
    from driftline.review.journal import Journal
    from driftline.review.pairs import Pairs


@dataclass(slots=True)
class _Open:
    """A comparison somebody is looking at."""

    pair: int
    listing: Listing
    kept: dict[Ref, int] = field(default_factory=dict)
    altered: dict[Ref, int] = field(default_factory=dict)
    absent: tuple[int, ...] = ()
    entries: dict[Ref, ReviewItem] = field(default_factory=dict)
    refs: dict[int, Ref] = field(default_factory=dict)
    scope: dict[int, bool] = field(default_factory=dict)
    seen: int = 0


#: A number for each session that is opened.
_HOMES = count(1)


class Reviews:
    """The reviews of one session. Acts raise what `Journal.do` raises.

    `story_of` gives the story of a document; what was reviewed in a story counts in all of it.
    Where a `listing` is asked for, it is the one of the `ReviewState` that was looked at: what is
    said is then said of its wording, even if the pair was opened anew since; None: the last one.
    """

    def __init__(
        self, journal: Journal, pairs: Pairs, story_of: Callable[[int], int | None]
    ) -> None:
        self._journal = journal
        self._pairs = pairs
        self._story_of = story_of
        self._open: dict[int, _Open] = {}
        self._home = next(_HOMES)

    def owns(self, state: ReviewState) -> bool:
        """Whether a review is one of this session."""
        return state.listing.home == self._home

    def load(self) -> None:
        """Forgets what is open: the session was read anew."""
        self._open.clear()

    # ------------------------------------------------------------------------ looking

    def open(self, old: int, new: int, comparison: Comparison) -> ReviewState:
        """The review of a comparison of two documents, with all that is known from before.

        To be called for every new result: after a reload, a restored cut, another pin. No act.
        """
        with self._journal.lock:
            pair = self._pairs.number(old, new)
            view = self._open[pair] = _Open(pair, anchors(comparison, self._home))
            self._find(pair, view)
            return self._state(pair, view)

    def state(self, pair: int, listing: Listing | None = None) -> ReviewState:
        """The review of an open comparison as it stands now (after an undo, say).

        What was said in other comparisons since then counts here too.
        """
        with self._journal.lock:
            view = self._current(pair, listing)
            for ref in (*view.altered, *view.kept):
                self._show(view, ref)
            return self._state(pair, view)

    # ------------------------------------------------------------------------ acts

    def set_status(
        self, pair: int, refs: Iterable[Ref], status: Status, listing: Listing | None = None
    ) -> ReviewState:
        """Sets the status of things of an open comparison, all in one step of undo."""
        return self._say(pair, listing, refs, Verb.STATUS, lambda said: (status, said[1]))

    def set_note(
        self, pair: int, ref: Ref, note: str, listing: Listing | None = None
    ) -> ReviewState:
        """Sets the note on one thing of an open comparison; an empty one takes it away.

        A note on an earlier wording stays beside a reopened thing until that is settled.
        """
        words = note.strip().encode("utf-8", "replace").decode("utf-8")
        return self._say(pair, listing, (ref,), Verb.NOTE, lambda said: (said[0], words))

    # ------------------------------------------------------------------------ inner

    def _say(
        self,
        pair: int,
        listing: Listing | None,
        refs: Iterable[Ref],
        verb: Verb,
        said: Callable[[tuple[Status, str]], tuple[Status, str]],
    ) -> ReviewState:
        refs = list(refs)
        with self._journal.lock:
            view = self._current(pair, listing)
            changes: dict[int, tuple[Status, str]] = {}
            fresh: dict[Ref, tuple[int, Anchor, Status, str, int | None]] = {}
            cleared = set(self._cleared(pair))
            for ref in refs:
                item = view.kept.get(ref)
                known = self._journal.items[item] if item is not None else None
                note = self._note(view, ref, known)
                new = said((known.status if known else Status.OPEN, note))
                before = self._before(view, ref, known)
                if before and note and not new[1] and not (known and known.touched):
                    # The note is one on an earlier wording, which keeps it where that still stands.
                    cleared.add(before.id)
                if item is not None:
                    changes[item] = new
                elif new != (Status.OPEN, ""):
                    fresh[ref] = (pair, view.listing.anchors[ref], *new, view.altered.get(ref))
            numbers = self._journal.do(
                verb,
                {f"pair/{pair}/cleared": sorted(cleared) or None},
                changes,
                list(fresh.values()),
            )
            view.seen = self._journal.last_act
            for ref, number in zip(fresh, numbers, strict=True):
                view.kept[ref] = number
                view.refs[number] = ref
            for ref in refs:
                self._show(view, ref)
            last = self._open.get(pair)
            if last is not None and last is not view:
                self._find(pair, last)
            return self._state(pair, view)

    def _cleared(self, pair: int) -> Sequence[int]:
        """The items whose notes were taken away here from what became of their wording."""
        return self._journal.facts.get(f"pair/{pair}/cleared") or ()

    def _note(self, view: _Open, ref: Ref, known: Item | None) -> str:
        """The note on a thing; what was written about its earlier wording goes on to this one."""
        if known is not None and known.touched:
            return known.note
        before = self._before(view, ref, known)
        return before.note if before and before.id not in self._cleared(view.pair) else ""

    def _before(self, view: _Open, ref: Ref, known: Item | None) -> Item | None:
        """What was said about an earlier wording of this thing."""
        number = view.altered.get(ref)
        if number is None and known is not None and known.pair == view.pair:
            number = known.instead
        return None if number is None else self._journal.items.get(number)

    def _current(self, pair: int, listing: Listing | None) -> _Open:
        """An open comparison, looked through again if other pairs have more to say by now."""
        if listing is not None and (
            pair not in self._open or self._open[pair].listing is not listing
        ):
            view = _Open(pair, listing)
            self._find(pair, view)
            return view
        view = self._open[pair]
        said = self._journal.said
        if view.scope != self._scope(pair) or any(
            said.get(other, 0) > view.seen for other in view.scope if other != pair
        ):
            self._find(pair, view)
        return view

    def _find(self, pair: int, view: _Open) -> None:
        """Finds everything that was said before among the things of a comparison."""
        items = self._journal.items
        view.scope = self._scope(pair)
        view.seen = self._journal.last_act
        matching = match(self._known(pair, view.scope), view.listing.anchors)
        # What an undo left unsaid is found again too, so that a redo shows at once.
        left = {ref: a for ref, a in view.listing.anchors.items() if ref not in matching.kept}
        unsaid = self._known(pair, view.scope, touched=False)
        view.kept = matching.kept | match(unsaid, left).kept
        view.altered = matching.altered
        view.refs = {item: ref for ref, item in view.kept.items()}
        view.absent = tuple(n for n, it in items.items() if it.pair == pair and n not in view.refs)
        view.entries = {}
        for ref in (*view.altered, *view.kept):
            self._show(view, ref)

    def _scope(self, pair: int) -> dict[int, bool]:
        """The pairs that have a say in one: itself, and those of its stories.

        The value tells whether a wording that changed is reopened: only where the two comparisons
        share a text on the same side.
        """
        old, new = self._pairs.documents(pair)
        stories = {self._story_of(old), self._story_of(new)} - {None}
        scope = {pair: True}
        for other, a, b in sorted(self._pairs.all(), reverse=True):
            if {a, b} & {old, new} or {self._story_of(a), self._story_of(b)} & stories:
                scope.setdefault(other, a == old or b == new)
        return scope

    def _known(self, pair: int, scope: Mapping[int, bool], touched: bool = True) -> Sequence[Known]:
        """What was said in these pairs: in the pair itself first, then in the latest."""
        replaced = self._replaced(pair)
        rank = {other: number for number, other in enumerate(scope)}
        found = [
            it for it in self._journal.items.values() if it.pair in scope and it.touched == touched
        ]
        found.sort(key=lambda item: (rank[item.pair], item.id))
        return [Known(it.id, it.anchor, scope[it.pair] and it.id not in replaced) for it in found]

    def _replaced(self, pair: int) -> set[int]:
        """The items whose altered wording was judged anew in this pair."""
        return {
            it.instead
            for it in self._journal.items.values()
            if it.instead is not None and it.pair == pair and it.touched
        }

    def _show(self, view: _Open, ref: Ref) -> None:
        item = view.kept.get(ref)
        known = self._journal.items[item] if item is not None else None
        before = self._before(view, ref, known)
        if known is not None and known.touched:
            view.entries[ref] = ReviewItem(known.status, known.note, item=known.id)
        elif before is not None and before.touched:
            reopened = before.status is not Status.OPEN
            note = self._note(view, ref, known)
            if not reopened and not note:
                view.entries.pop(ref, None)
                return
            view.entries[ref] = ReviewItem(
                Status.OPEN,
                note,
                reopened,
                before.status if reopened else None,
                _why(before) if reopened else "",
                before.id,
            )
        else:
            view.entries.pop(ref, None)

    def _state(self, pair: int, view: _Open) -> ReviewState:
        return ReviewState(view.listing, dict(view.entries), self._gone(pair, view), pair)

    def _gone(self, pair: int, view: _Open) -> tuple[Gone, ...]:
        if not view.absent:
            return ()
        items = self._journal.items
        still = self._replaced(pair) | set(view.altered.values())
        own = (items[number] for number in view.kept.values())
        still |= {item.instead or 0 for item in own if item.pair == pair}
        every = (items[number] for number in view.absent if number not in still)
        return tuple(
            Gone(
                it.id,
                it.anchor.subject,
                it.anchor.kind,
                it.anchor.old,
                it.anchor.new,
                it.status,
                it.note,
            )
            for it in every
            if it.touched
        )


def _why(before: Item) -> str:
    old, new = before.anchor.old, before.anchor.new
    if old and new:
        was = f"“{old}” → “{new}”"
    else:
        was = f"“{old}” taken out" if old else f"“{new}” put in"
    return f"Open again: it was “{before.status.value}” while it read {was}."
