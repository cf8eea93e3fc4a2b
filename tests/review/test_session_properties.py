"""Any sequence of acts, undo and redo gives the same with and without saving and loading."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from driftline.engine.records import Span
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, compare, source

TEXTS = (
    STORY,
    STORY.replace("nine", "ten").replace("cracked", "leaking").replace("Nobody", "No one"),
    "Latest: " + STORY.replace("nine", "ten").replace("cracked", "broken"),
    STORY.replace("nine", "eleven").replace("A dozen passengers", "Many people"),
    STORY.replace("will discuss", "discusses").replace(",", ";"),
)

PAIRS = ((1, 2), (1, 3))

numbers = st.integers(0, 9)
act = st.one_of(
    st.tuples(
        st.just("status"),
        st.integers(0, 1),
        st.lists(st.integers(0, 6), min_size=1, max_size=3),
        st.sampled_from(Status),
    ),
    st.tuples(
        st.just("note"), st.integers(0, 1), st.integers(0, 6), st.sampled_from(["", "ask", "ok"])
    ),
    st.tuples(st.just("reload"), st.integers(1, 3), st.integers(0, 4)),
    st.tuples(st.just("cut"), st.integers(1, 3), numbers, st.booleans()),
    st.tuples(st.just("title"), st.integers(1, 3), st.sampled_from(["", "First", "Second"])),
    st.tuples(st.just("speaker"), st.integers(1, 3), numbers),
    st.tuples(st.just("pin"), numbers, numbers, st.booleans()),
    st.tuples(st.just("bookmark"), st.integers(1, 2), st.integers(0, 200)),
    st.just(("clear",)),
    st.tuples(st.just("move"), st.integers(1, 3), st.booleans()),
    st.tuples(st.just("base"), st.integers(1, 3)),
    st.tuples(st.just("remove"), st.just(3)),
    st.sampled_from([("undo",), ("undo",), ("redo",)]),
)
save = st.sampled_from([("close",), ("copy",), ("move file",)])


class Desk:
    """A session somebody works on, and the file it is in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = (folder / f"{number}.driftline" for number in itertools.count())
        self.session = Session.open(next(self.names), clock=lambda: 1e9)
        for number in range(3):
            self.session.documents.add(source(TEXTS[number], f"v{number + 1}.txt"))
        self.look()

    def look(self) -> None:
        for old, new in PAIRS:
            a, b = self.session.documents.source(old), self.session.documents.source(new)
            assert a is not None
            assert b is not None
            self.session.reviews.open(old, new, compare(a.text, b.text))

    def save(self, how: str) -> None:
        if how == "move file":
            self.session.save_as(next(self.names))
        else:
            path = self.session.path
            if how == "copy":
                path = next(self.names)
                self.session.save_copy(path)
            self.session.close()
            self.session = Session.open(path, clock=lambda: 1e9)
        self.look()

    def act(self, what: str, *args: Any) -> None:
        docs, stories, reviews = (
            self.session.documents,
            self.session.stories,
            self.session.reviews,
        )
        texts = [docs.get(d).revision for d in (1, 2, 3)]
        if what == "status":
            number, edits, status = args
            state = self.state(number)
            known = {ref for ref in state.listing.order if ref.subject is Subject.EDIT}
            refs = [Ref(Subject.EDIT, edit) for edit in edits]
            reviews.set_status(state.pair, [r for r in refs if r in known], status)
        elif what == "note":
            number, edit, note = args
            state = self.state(number)
            if (ref := Ref(Subject.EDIT, edit)) in state.listing.order:
                reviews.set_note(state.pair, ref, note)
        elif what == "reload":
            docs.reload(args[0], source(TEXTS[args[1]], f"v{args[0]}.txt"))
        elif what == "cut":
            span = Span(args[1] * 10, args[1] * 10 + 12)
            (docs.cut if args[2] else docs.restore)(args[0], span)
        elif what == "title":
            docs.set_title(*args)
        elif what == "speaker":
            docs.set_speaker(args[0], Span(args[1] * 10, args[1] * 10 + 9), "The company")
        elif what == "pin":
            docs.pin(1, 2, args[0] * 20, args[1] * 20, args[2])
        elif what == "bookmark":
            docs.bookmark(1, 2, *args)
        elif what == "clear":
            docs.clear_bookmarks(1, 2, docs.bookmarks(1, 2)[:1])
        elif what == "move":
            first = stories.all()[0].id
            stories.move([args[0]], first if args[1] else None)
        elif what == "base":
            story = next((s for s in stories.all() if args[0] in s.members), None)
            if story:
                stories.set_base(story.id, args[0])
        elif what == "remove":
            docs.remove(list(args))
        else:
            getattr(self.session, what)()
        if texts != [docs.get(d).revision for d in (1, 2, 3)]:
            self.look()

    def state(self, number: int) -> Any:
        pair = next(p for p, *pair in self.session.pairs() if tuple(pair) == PAIRS[number])
        return self.session.reviews.state(pair)

    def everything(self) -> list[Any]:
        docs = self.session.documents
        states = [self.state(0), self.state(1)]
        return [
            docs.all(),
            [docs.source(d) for d in (1, 2, 3)],
            [docs.hand(d) for d in (1, 2, 3)],
            docs.pins(1, 2),
            docs.bookmarks(1, 2),
            self.session.stories.all(),
            [(state.items, state.gone) for state in states],
            self.session.history(),
            self.session.next_undo,
            self.session.next_redo,
        ]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(act, act, act, save), max_size=20))
def test_saving_changes_nothing(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        plain, saved = Desk(Path(one)), Desk(Path(two))
        try:
            for what, *args in steps:
                if what in ("close", "copy", "move file"):
                    saved.save(what)
                else:
                    plain.act(what, *args)
                    saved.act(what, *args)
            assert plain.everything() == saved.everything()
            saved.save("close")
            assert plain.everything() == saved.everything()
        finally:
            plain.session.close()
            saved.session.close()


@settings(max_examples=20, deadline=None)
@given(st.lists(act, max_size=20))
def test_undoing_all_and_redoing_all_comes_back(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        try:
            before = desk.everything()[:6]
            for what, *args in steps:
                desk.act(what, *args)
            after = desk.everything()[:6]
            undone = 0
            while desk.session.next_undo:
                desk.act("undo")
                undone += 1
            desk.look()
            assert desk.everything()[:6] == before
            for _ in range(undone):
                desk.act("redo")
            desk.look()
            assert desk.everything()[:6] == after
        finally:
            desk.session.close()
