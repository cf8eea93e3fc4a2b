from __future__ import annotations

import secrets
import sqlite3
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from driftline.engine.options import AlignmentOptions, Options
from driftline.engine.records import Block, Grouping, Metadata, Role, Source, Span, Story
from driftline.review.documents import BOOKMARK_ROOM
from driftline.review.errors import NotSavedError, ReadOnlySessionError
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, compare, make_newer, source

if TYPE_CHECKING:
    from pathlib import Path


def span_of(words: str, text: str = STORY) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


# ---------------------------------------------------------------------------- documents


def test_a_text_comes_back_as_it_was_read(path: Path) -> None:
    whole = Source(
        "news/\udcff.html",
        "ab" * 32,
        "text/html",
        "utf-8",
        "Ünïcode \ud800 \x00 𝕏\r\n",
        (Block(Span(0, 7), Role.HEADLINE),),
        Metadata(headline=Span(0, 7), published="2026-03-01", language="de"),
        ("One image was left aside.",),
    )
    with Session.open(path) as session:
        document = session.documents.add(whole)
        assert session.documents.add(whole) == document
    with Session.open(path) as session:
        assert session.documents.all() == (document,)
        assert session.documents.source(document.id) == whole


def test_the_work_of_the_hand_becomes_options(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    docs.restore(one, span_of("on Monday"))
    docs.cut(one, span_of("next week"))
    docs.set_speaker(one, span_of("Nobody was hurt"), "The company")
    docs.pin(one, two, STORY.index("A dozen"), STORY.index("Nobody"))
    options = docs.options(one, Options())
    assert options.cleaning.restored == ((span_of("on Monday").start, span_of("on Monday").end),)
    assert options.cleaning.added == ((span_of("next week").start, span_of("next week").end),)
    assert options.quotation.speakers == ((STORY.index("Nobody"), "The company"),)
    pinned = docs.pins(one, two).alignment(AlignmentOptions())
    assert pinned.together == ((STORY.index("A dozen"), STORY.index("Nobody")),)
    docs.pin(one, two, STORY.index("A dozen"), STORY.index("Nobody"), together=False)
    parted = docs.pins(one, two).alignment()
    assert (parted.together, parted.apart) == ((), pinned.together)


def test_pins_belong_to_two_documents_whichever_is_the_older(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    dozen, nobody = STORY.index("A dozen"), STORY.index("Nobody")
    docs.pin(one, two, dozen, nobody)
    assert docs.pins(two, one).alignment().together == ((nobody, dozen),)
    docs.pin(two, one, nobody, dozen, together=False)
    assert docs.pins(one, two).alignment().together == ()
    assert docs.pins(one, two).alignment().apart == ((dozen, nobody),)
    session.undo()
    assert docs.pins(two, one).alignment().together == ((nobody, dozen),)
    session.undo()
    assert docs.pins(two, one).alignment() == AlignmentOptions()


def test_restoring_and_cutting_take_each_other_back(session: Session) -> None:
    docs = session.documents
    one = docs.add(source(STORY)).id
    docs.cut(one, span_of("on Monday that"))
    docs.restore(one, span_of("Monday"))
    assert docs.hand(one).added == ()
    assert len(docs.hand(one).restored) == 1
    docs.cut(one, span_of("Monday"))
    assert docs.hand(one).restored == ()


def test_a_changed_file_keeps_the_work_of_the_hand(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    docs.restore(one, span_of("on Monday"))
    docs.cut(one, span_of("next week"))
    docs.set_speaker(one, span_of("Nobody was hurt"), "The company")
    docs.pin(two, one, STORY.index("A dozen"), STORY.index("A dozen"))
    text = "Updated at noon. " + STORY.replace("next week", "in March")
    docs.reload(one, source(text, "a.txt"))
    hand = docs.hand(one)
    assert [p.span.of(text) for p in hand.restored if p.span] == ["on Monday"]
    assert [p.head for p in hand.lost] == ["next week"]
    assert hand.quotation().speakers == ((text.index("Nobody"), "The company"),)
    assert docs.pins(two, one).alignment().together == (
        (STORY.index("A dozen"), text.index("A dozen")),
    )
    before = docs.earlier(one)
    assert before is not None
    assert before.text == STORY
    session.undo()
    after = docs.source(one)
    assert after is not None
    assert after.text == STORY
    assert docs.hand(one).lost == ()
    session.redo()
    assert docs.hand(one) == hand


def test_bookmarks_belong_to_two_documents_whichever_is_the_older(path: Path) -> None:
    with Session.open(path) as session:
        docs = session.documents
        one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
        dozen, nobody = STORY.index("A dozen"), STORY.index("Nobody")
        docs.bookmark(one, two, two, dozen)
        docs.bookmark(two, one, one, nobody)
        docs.bookmark(one, two, two, dozen)
        marks = ((two, dozen), (one, nobody))
        assert docs.bookmarks(one, two) == docs.bookmarks(two, one) == marks
        docs.clear_bookmarks(two, one, [(two, dozen)])
        assert docs.bookmarks(one, two) == ((one, nobody),)
        assert session.next_undo.sentence == "Changed the bookmarks"
        session.undo()
        assert docs.bookmarks(one, two) == marks
    with Session.open(path) as again:
        assert again.documents.bookmarks(one, two) == marks
        again.documents.clear_bookmarks(one, two)
        assert again.documents.bookmarks(one, two) == ()
        again.undo()
        again.undo()
        assert again.documents.bookmarks(one, two) == ((two, dozen),)


def test_a_bookmark_stays_at_its_words_and_waits_while_they_are_gone(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    docs.bookmark(one, two, one, STORY.index("A dozen"))
    docs.bookmark(one, two, two, STORY.index("A dozen"))
    later = "Updated at noon.\n\n" + STORY
    docs.reload(one, source(later, "a.txt"))
    here, there = (one, later.index("A dozen")), (two, STORY.index("A dozen"))
    assert docs.bookmarks(one, two) == (here, there)
    docs.reload(one, source("Another story altogether.", "a.txt"))
    assert docs.bookmarks(one, two) == (there,)
    docs.reload(one, source(later, "a.txt"))
    assert docs.bookmarks(one, two) == (here, there)


def test_a_bookmark_at_the_end_of_a_line_is_found_again_too(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    end = len(STORY)
    docs.bookmark(one, two, one, end)
    ((_, place),) = docs.bookmarks(one, two)
    assert end - BOOKMARK_ROOM <= place < end
    docs.reload(one, source("Noon.\n\n" + STORY, "a.txt"))
    assert docs.bookmarks(one, two) == ((one, place + len("Noon.\n\n")),)


def test_a_removed_document_comes_back_with_an_undo(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    session.documents.set_title(one, "Ferry, first version")
    session.documents.remove([one])
    assert session.documents.all() == ()
    effect = session.undo()
    assert effect is not None
    assert effect.documents == (one,)
    assert session.documents.all()[0].title == "Ferry, first version"
    session.documents.set_title(one, " ")
    assert session.documents.get(one).title == "ferry"


def test_a_moved_file_is_followed(session: Session) -> None:
    one = session.documents.add(source(STORY, r"C:\drafts\ferry 1.txt")).id
    assert session.documents.get(one).title == "ferry 1"
    session.documents.moved(one, "archive/ferry.txt")
    assert session.documents.get(one).path == "archive/ferry.txt"
    assert session.documents.get(one).title == "ferry"
    assert session.next_undo is None


# ---------------------------------------------------------------------------- stories


def add(session: Session, count: int) -> list[int]:
    texts = [source(f"{STORY} {n}", f"{n}.txt") for n in range(count)]
    return [d.id for d in session.documents.add_all(texts)]


def members(session: Session) -> list[tuple[int, ...]]:
    return [story.members for story in session.stories.all()]


def test_a_proposal_groups_documents_and_a_new_one_continues_it(session: Session) -> None:
    a, b, c = add(session, 3)
    assert members(session) == [(a,), (b,), (c,)]
    session.stories.propose(Grouping((Story((1, 0), 1), Story((2,), 2))), [a, b, c])
    first = session.stories.all()[0]
    assert first.members == (b, a)
    assert first.base == b
    d = session.documents.add(source("New.", "d.txt")).id
    session.stories.propose(
        Grouping((Story((2,), 2), Story((1, 0, 3), 1))),
        [a, b, c, d],
    )
    assert members(session) == [(b, a, d), (c,)]
    assert session.stories.all()[0].id == first.id


def test_the_hand_wins_over_later_proposals(session: Session) -> None:
    a, b, c = add(session, 3)
    stories = session.stories
    together = Grouping((Story((0, 1, 2), 0),))
    stories.propose(together, [a, b, c])
    number = stories.all()[0].id
    alone = stories.move([c], None)
    stories.set_order(number, [b, a])
    stories.set_base(number, b)
    stories.set_title(number, "Ferry")
    stories.propose(together, [a, b, c])
    assert [(s.id, s.members) for s in stories.all()] == [(number, (b, a)), (alone, (c,))]
    assert stories.all()[0].base == b
    assert stories.all()[0].title == "Ferry"
    for _ in range(4):
        session.undo()
    assert [(s.members, s.base, s.by_hand) for s in stories.all()] == [((a, b, c), a, False)]


def test_stories_joined_by_hand_take_in_new_versions_of_both(session: Session) -> None:
    a, b, c = add(session, 3)
    stories = session.stories
    stories.propose(Grouping((Story((0,), 0), Story((1,), 1))), [a, b])
    number = stories.all()[0].id
    stories.move([b], number)
    stories.propose(Grouping((Story((0,), 0), Story((1, 2), 1))), [a, b, c])
    assert [set(m) for m in members(session)] == [{a, b, c}]


def test_a_document_nobody_grouped_can_be_named_and_joined(session: Session) -> None:
    a, b = add(session, 2)
    stories = session.stories
    stories.set_title(stories.all()[0].id, "Ferry")
    assert stories.all()[0].title == "Ferry"
    stories.move([a], stories.all()[1].id)
    assert members(session) == [(a, b)]


def test_a_base_that_left_the_story_is_not_its_base(session: Session) -> None:
    a, b = add(session, 2)
    session.stories.propose(Grouping((Story((0, 1), 0),)), [a, b])
    session.stories.set_base(session.stories.all()[0].id, b)
    session.documents.remove([b])
    assert session.stories.all()[0].base == a


# ---------------------------------------------------------------------------- history and undo


def test_the_history_tells_what_was_set_to_what_and_when(path: Path) -> None:
    times = iter([1_800_000_000.0] * 4 + [1_700_000_000.0] * 50)
    with Session.open(path, clock=lambda: next(times)) as session:
        one, two = add(session, 2)
        new = STORY.replace("nine", "ten")
        pair = session.reviews.open(one, two, compare(STORY, new)).pair
        session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.QUERY)
        session.documents.set_title(one, "Ferry")
        session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.FINE)
        session.undo()
        entries = session.history()
        assert [e.sentence for e in entries] == [
            "Set one change to query",
            "Changed a title",
            "Set one change to fine",
            "Undone: set one change to fine",
        ]
        assert [e.number for e in entries] == [1, 2, 3, 4]
        assert [e.holds for e in entries] == [True, True, False, True]
        assert [e.clock_set_back for e in entries] == [False, False, True, True]
        line = entries[0].lines[0]
        assert (line.old, line.new, line.was, line.now) == (
            "nine",
            "ten",
            Status.OPEN,
            Status.QUERY,
        )
        assert entries[0].when.year == 2027
        assert [e.number for e in session.history(pair)] == [1, 3, 4]
        assert [e.number for e in session.history(last=1)] == [4]


def test_undo_reaches_back_to_yesterday(path: Path) -> None:
    with Session.open(path) as session:
        one = session.documents.add(source(STORY)).id
        session.documents.set_title(one, "First")
        session.documents.set_title(one, "Second")
        session.undo()
    with Session.open(path) as session:
        assert session.documents.get(one).title == "First"
        assert session.next_redo.sentence == "Changed a title"
        session.redo()
        assert session.documents.get(one).title == "Second"
        session.undo()
        session.undo()
        session.documents.set_title(one, "Third")
        assert session.redo() is None
        session.undo()
        assert session.documents.get(one).title == "ferry"


def test_acts_from_many_threads_are_all_done(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    threads = [
        threading.Thread(target=session.documents.set_title, args=(one, f"Title {n}"))
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(session.history()) == 20
    for _ in range(20):
        assert session.undo() is not None
    assert session.documents.get(one).title == "ferry"


# ---------------------------------------------------------------------------- files


def test_a_closed_session_is_one_plain_file(path: Path) -> None:
    with Session.open(path) as session:
        session.documents.add(source(STORY))
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_work_moves_to_another_file(path: Path, tmp_path: Path) -> None:
    with Session.open_automatic(tmp_path / "data") as session:
        automatic = session.path
        one = session.documents.add(source(STORY)).id
        session.documents.set_title(one, "Ferry")
        session.save_as(path)
        assert session.path == path
        assert not automatic.exists()
        session.undo()
        assert session.documents.get(one).title == "ferry"
        session.redo()
    with Session.open(path) as session:
        assert session.documents.get(one).title == "Ferry"


def test_a_copy_can_leave_the_texts_out(session: Session, tmp_path: Path) -> None:
    secret = STORY + " The informant is called Mallory."
    one = session.documents.add(source(secret)).id
    session.documents.set_title(one, "Ferry")
    session.save_copy(tmp_path / "bare.driftline", with_texts=False)
    assert session.documents.source(one) is not None
    assert [p.name for p in sorted(tmp_path.glob("*.driftline"))] == [
        "bare.driftline",
        "ferry.driftline",
    ]
    with Session.open(tmp_path / "bare.driftline") as bare:
        assert not bare.holds_texts
        assert bare.documents.source(one) is None
        assert not bare.documents.get(one).stored
        bare.documents.supply(one, source(secret))
        assert bare.documents.source(one) == source(secret)
        bare.documents.supply(one, source(secret + " More."))
        assert bare.next_undo.sentence == "Took in a changed file"
    with sqlite3.connect(tmp_path / "bare.driftline") as raw:
        assert raw.execute("SELECT count(body) FROM revision").fetchone() == (0,)
    raw.close()


def test_a_failed_copy_leaves_the_file_that_was_there(session: Session, tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="could not be saved here"):
        session.save_copy(tmp_path / "no such folder" / "copy.driftline")
    with Session.open(tmp_path / "other.driftline") as other:
        other.documents.add(source("Other."))
        with pytest.raises(NotSavedError, match="open in a window"):
            session.save_copy(other.path)
        assert len(other.documents.all()) == 1


def test_a_second_window_reads_and_may_not_write(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    with Session.open(session.path) as second:
        assert second.read_only == "It is open in another window."
        assert second.read_only in second.notes
        assert second.documents.source(one) == source(STORY)
        two = session.documents.add(source("Other.", "other.txt")).id
        pair = session.reviews.open(one, two, compare(STORY, "Other.")).pair
        session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.FINE)
        second.refresh()
        state = second.reviews.open(one, two, compare(STORY, "Other."))
        assert state.edit(0).status is Status.FINE
        with pytest.raises(ReadOnlySessionError, match="open in another window; save a copy"):
            second.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.OPEN)
        assert second.reviews.state(pair).edit(0).status is Status.FINE
    session.documents.set_title(one, "still writable")


def test_two_windows_without_a_session_get_one_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRIFTLINE_DATA_DIR", str(tmp_path / "data"))
    with Session.open_automatic() as first, Session.open_automatic() as second:
        assert first.path.name == "automatic.driftline"
        assert second.path.name == "automatic 2.driftline"
        first.documents.add(source(STORY))
    with Session.open_automatic() as again:
        assert len(again.documents.all()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_went_away_is_told_and_the_work_can_be_saved(path: Path) -> None:
    with Session.open(path) as session:
        one = session.documents.add(source(STORY)).id
        path.unlink()
        with pytest.raises(NotSavedError, match=r"moved, deleted or replaced .* another name"):
            session.documents.set_title(one, "lost?")
        session.save_as(path.with_name("again.driftline"))
        session.documents.set_title(one, "kept")
    with Session.open(path.with_name("again.driftline")) as session:
        assert session.documents.get(one).title == "kept"


def test_a_change_by_another_program_is_noticed(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    other = sqlite3.connect(session.path)
    other.execute("INSERT INTO revision VALUES (99, 99, 0, '[]', NULL, 0)")
    other.commit()
    other.close()
    with pytest.raises(NotSavedError, match="Another program has changed the file"):
        session.documents.set_title(one, "mine")
    assert session.documents.get(one).title == "ferry"


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_link_and_its_file_are_one_session(session: Session) -> None:
    link = session.path.with_name("link.driftline")
    link.symlink_to(session.path)
    with Session.open(link) as second:
        assert second.read_only == "It is open in another window."


def test_saving_under_its_own_name_is_nothing_new(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    session.save_as(session.path)
    session.documents.set_title(one, "goes on")
    session.save_as(session.path, with_texts=False)
    assert not session.holds_texts
    assert session.documents.source(one) == source(STORY)


def test_a_session_only_a_newer_version_reads_is_not_set_aside(tmp_path: Path) -> None:
    with Session.open_automatic(tmp_path) as session:
        path = session.path
    make_newer(path)
    with Session.open_automatic(tmp_path) as session:
        assert session.path.name == "automatic 2.driftline"
        assert "newer version" in session.notes[0]
    assert path.exists()


def test_texts_put_away_or_replaced_long_ago_are_let_go(path: Path) -> None:
    day = 24 * 3600.0
    clock = [1_700_000_000.0]

    def later(days: float) -> Session:
        clock[0] += days * day
        return Session.open(path, clock=lambda: clock[0])

    drafts = [f"{STORY} Draft {n}. " + secrets.token_hex(150_000) for n in range(4)]
    with later(0) as session:
        ferry = session.documents.add(source(drafts[0])).id
        frost = session.documents.add(source(drafts[3], "frost.txt")).id
        session.documents.reload(ferry, source(drafts[1]))
        session.documents.reload(ferry, source(drafts[2]))
        session.documents.remove([frost])
    full = path.stat().st_size
    with later(60) as session:
        session.undo()
        assert session.documents.source(frost) == source(drafts[3], "frost.txt")
        session.redo()
        assert session.documents.earlier(ferry) == source(drafts[1])
    assert path.stat().st_size == full
    with later(60):
        pass
    assert path.stat().st_size < full * 0.6
    with later(0) as session:
        assert session.documents.source(ferry) == source(drafts[2])
        assert session.documents.earlier(ferry) == source(drafts[1])
        session.undo()
        frosty = session.documents.get(frost)
        assert not frosty.stored
        assert session.documents.source(frost) is None
        session.documents.supply(frost, source(drafts[3], "frost.txt"))
        assert session.documents.source(frost) == source(drafts[3], "frost.txt")


def test_a_clock_set_back_lets_nothing_go(path: Path) -> None:
    with Session.open(path, clock=lambda: 2e9) as session:
        one = session.documents.add(source(STORY)).id
        session.documents.remove([one])
    with Session.open(path, clock=lambda: 1e9) as session:
        session.documents.set_title(one, "Away")
    with Session.open(path, clock=lambda: 1e9) as session:
        session.undo()
        session.undo()
        assert session.documents.source(one) == source(STORY)
