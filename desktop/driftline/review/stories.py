"""The stories of a session: which documents belong together, in what order, on which base text.

The program's proposal and the editor's hand are kept apart. A new proposal (a new document came)
never overrides what was set by hand, and undoing what the hand did shows the proposal again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from driftline.review.acts import Verb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.stories import Grouping
    from driftline.review.documents import Documents
    from driftline.review.journal import Journal


@dataclass(frozen=True, slots=True)
class SessionStory:
    """Versions of one story in their order, by document number.

    `titled` tells whether the editor gave it its title, else it is the base text's. `by_hand` tells
    whether she moved a document here, ordered the versions or chose the base.
    """

    id: int
    title: str
    members: tuple[int, ...]
    base: int
    by_hand: bool = False
    titled: bool = False


class Stories:
    """The stories of one session. Acts raise what `Journal.do` raises."""

    def __init__(self, journal: Journal, documents: Documents) -> None:
        self._journal = journal
        self._documents = documents

    def all(self) -> tuple[SessionStory, ...]:
        """Every document in exactly one story; stories in the order their first document came."""
        groups: dict[int, list[int]] = {}
        for document in self._documents.all():
            # A document no proposal has named yet stands alone, below a number of its own.
            groups.setdefault(self.of(document.id) or -document.id, []).append(document.id)
        return tuple(self._story(number, members) for number, members in groups.items())

    def of(self, document: int) -> int | None:
        """The number of a document's story; None while no proposal has named it."""
        placed = self._fact("document", document, "placed")
        found = placed or self._fact("document", document, "grouped")
        return None if found is None else int(found)

    # ------------------------------------------------------------------------ the program's part

    def propose(self, grouping: Grouping, documents: Sequence[int]) -> tuple[SessionStory, ...]:
        """Takes in the program's grouping, whose indices count in `documents`: no act.

        A proposed story continues the one most of its documents are in.
        """
        with self._journal.lock:
            facts: dict[str, Any] = {}
            taken: set[int] = set()
            fresh = self._next()
            for story in grouping.stories:
                members = [documents[index] for index in story.members]
                votes = Counter(
                    (number, self._fact("document", d, "placed") is not None)
                    for d in members
                    if (number := self.of(d)) is not None
                )
                chosen = next(
                    (
                        number
                        for (number, by_hand), _ in votes.most_common()
                        # The editor may have joined what the program keeps apart.
                        if by_hand or number not in taken
                    ),
                    None,
                )
                if chosen is None:
                    chosen, fresh = fresh, fresh + 1
                taken.add(chosen)
                facts |= {f"document/{d}/grouped": chosen for d in members}
                facts |= {f"document/{d}/rank": rank for rank, d in enumerate(members)}
                facts[f"story/{chosen}/proposed_base"] = documents[story.base]
            self._journal.note_facts(facts)
            return self.all()

    # ------------------------------------------------------------------------ the editor's part

    def move(self, documents: Sequence[int], story: int | None) -> int:
        """Moves documents to a story, None: to a new one; gives the story's number."""
        with self._journal.lock:
            number = self._next() if story is None else self._known(story)
            facts: dict[str, Any] = {f"document/{d}/placed": number for d in documents}
            if story is not None and number != story:
                facts = self._named(story, number) | facts
            self._journal.do(Verb.GROUPING, facts)
            return number

    def set_order(self, story: int, members: Sequence[int]) -> None:
        """Sets the order of versions; documents that come later stand after these."""
        self._in_story(story, Verb.ORDER, lambda number: {f"story/{number}/order": list(members)})

    def note_order(self, story: int, members: Sequence[int]) -> None:
        """Keeps the order in which versions were given to the program: no act, never undone."""
        self._journal.note_facts({f"story/{story}/order": list(members)})

    def set_base(self, story: int, document: int | None) -> None:
        """Chooses the base text; None leaves it to the program."""
        self._in_story(story, Verb.BASE, lambda number: {f"story/{number}/base": document})

    def set_title(self, story: int, title: str) -> None:
        """Gives a story a title; an empty one takes the base text's."""
        words = title.strip() or None
        self._in_story(story, Verb.TITLE, lambda number: {f"story/{number}/title": words})

    # ------------------------------------------------------------------------ inner

    def _story(self, number: int, members: list[int]) -> SessionStory:
        order = self._fact("story", number, "order") or []
        place = {document: rank for rank, document in enumerate(order)}

        def key(document: int) -> tuple[int, int, int]:
            rank = self._fact("document", document, "rank")
            later = len(order)
            return place.get(document, later), later if rank is None else int(rank), document

        members = sorted(members, key=key)
        base = self._fact("story", number, "base")
        chosen = base
        for candidate in (base, self._fact("story", number, "proposed_base"), members[0]):
            if candidate in members:
                chosen = candidate
                break
        given = self._fact("story", number, "title")
        title = given or self._documents.get(chosen).title
        moved = any(self._fact("document", d, "placed") is not None for d in members)
        by_hand = moved or bool(order) or base is not None
        return SessionStory(number, title, tuple(members), chosen, by_hand, bool(given))

    def _in_story(self, story: int, verb: Verb, facts: Callable[[int], dict[str, Any]]) -> None:
        with self._journal.lock:
            number = self._known(story)
            named = self._named(story, number) if number != story else {}
            self._journal.do(verb, named | facts(number))

    def _known(self, story: int) -> int:
        """A number that lasts: a document that stands alone, ungrouped, gets a story of its own."""
        return story if story > 0 else self._next()

    def _named(self, story: int, number: int) -> dict[str, Any]:
        return {f"document/{-story}/grouped": number}

    def _next(self) -> int:
        used = [0]
        for key, value in self._journal.facts.items():
            what, number, aspect = key.split("/", 2)
            if what == "story":
                used.append(int(number))
            elif aspect in ("placed", "grouped"):
                used.append(int(value))
        return max(used) + 1

    def _fact(self, what: str, number: int, aspect: str) -> Any:
        return self._journal.facts.get(f"{what}/{number}/{aspect}")
