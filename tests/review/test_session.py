"""A session: its history, what is undone, the file it is kept in."""

from __future__ import annotations

import secrets
import sqlite3
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from driftline.engine.records import Span
from driftline.review.errors import BusySessionError, NotSavedError, ReadOnlySessionError
from driftline.review.lock import WriterLock
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, add, compare, make_newer, source

if TYPE_CHECKING:
    from pathlib import Path


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


def test_what_is_left_of_an_unfinished_copy_is_removed(session: Session, tmp_path: Path) -> None:
    copy = tmp_path / "copy.driftline"
    for ending in (".part", ".part-journal"):
        (tmp_path / f"{copy.name}{ending}").write_bytes(b"half of a copy")
    session.documents.add(source(STORY))
    session.save_copy(copy)
    assert sorted(p.name for p in tmp_path.glob("copy*")) == [copy.name]
    with Session.open(copy) as opened:
        assert opened.documents.source(1) == source(STORY)


def test_a_second_window_reads_and_may_not_write(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    with Session.open(session.path) as second:
        assert second.read_only == "It is open in another window."
        assert second.read_only in second.notes
        assert second.documents.source(one) == source(STORY)
        two = session.documents.add(source("Other.", "other.txt")).id
        pair = session.reviews.open(one, two, compare(STORY, "Other.")).pair
        session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.FINE)
    with Session.open(session.path) as second:
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


def test_a_session_that_another_window_is_just_making_is_left_to_it(tmp_path: Path) -> None:
    path = tmp_path / "automatic.driftline"
    path.touch()
    lock = WriterLock.take(path)
    assert lock is not None
    with pytest.raises(BusySessionError, match="just making it; try again"):
        Session.open(path)
    with Session.open_automatic(tmp_path) as session:
        assert session.path.name == "automatic 2.driftline"
    lock.release()
    with Session.open(path) as session:
        assert session.read_only == ""


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_went_away_is_told_and_the_work_can_be_saved(path: Path) -> None:
    with Session.open(path) as session:
        one = session.documents.add(source(STORY)).id
        path.unlink()
        session.documents.set_title(one, "not lost")
        assert session.unsaved == "The file was moved, deleted or replaced while it was open."
        path.write_text("another file of that name")
        assert not session.settle()
        with pytest.raises(NotSavedError, match=r"moved, deleted or replaced .* another name"):
            session.check()
        session.save_as(path.with_name("again.driftline"))
        assert session.unsaved == ""
        assert session.documents.get(one).title == "not lost"
    assert path.read_text() == "another file of that name"
    with Session.open(path.with_name("again.driftline")) as session:
        assert session.documents.get(one).title == "not lost"


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


def test_who_saves_without_the_texts_goes_on_with_those_she_reads(path: Path) -> None:
    bare = path.with_name("bare.driftline")
    with Session.open(path) as session:
        added = session.documents.add(source(STORY, "Pasted text 1"))
        session.save_as(bare, with_texts=False)
        assert session.documents.source(added.id).text == STORY
        session.documents.cut(added.id, Span(0, 3))
    with Session.open(bare) as session:
        assert session.documents.source(added.id) is None
