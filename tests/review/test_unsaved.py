"""A disk that takes nothing: work goes on, is told to be unsaved, and is saved once it can be."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from driftline.review.errors import NotSavedError
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, child, compare, source

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")

NEW = STORY.replace("nine", "ten")
LONG = "".join(map(chr, range(40, 55000)))
FULL = "The disk is full or gone."


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow: what happens on a full disk, but for the error's number."""
    import resource

    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))


def review(session: Session) -> None:
    """Two texts brought, compared and judged."""
    old, new = session.documents.add_all([source(STORY, "old.txt"), source(NEW, "new.txt")])
    pair = session.reviews.open(old.id, new.id, compare(STORY, NEW)).pair
    session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.FINE)
    session.documents.set_title(new.id, "Late edition")


def reviewed(session: Session) -> tuple[object, ...]:
    """What `review` did, as a session tells it."""
    documents = session.documents.all()
    state = session.reviews.open(1, 2, compare(STORY, NEW))
    texts = [source.text for d in documents if (source := session.documents.source(d.id))]
    return [d.title for d in documents], texts, state.edit(0).status


DONE = (["old", "Late edition"], [STORY, NEW], Status.FINE)


def test_work_goes_on_when_the_disk_fills_up_and_is_saved_when_there_is_room(path: Path) -> None:
    with Session.open(path) as session:
        with full_disk():
            review(session)
            assert session.unsaved == FULL
            assert reviewed(session) == DONE
            assert session.undo() is not None
            assert session.redo() is not None
            assert not session.settle()
            with pytest.raises(NotSavedError, match="The disk is full"):
                session.check()
            assert session.would_lose
        assert session.settle()
        assert not session.would_lose
        assert session.unsaved == ""
        assert reviewed(session) == DONE
        session.documents.set_title(1, "Early edition")
    with Session.open(path) as session:
        assert reviewed(session) == (["Early edition", "Late edition"], *DONE[1:])
        assert [entry.sentence for entry in session.history()].count("Changed a title") == 2


def test_what_waits_is_saved_when_the_session_is_closed(path: Path) -> None:
    with Session.open(path) as session, full_disk():
        review(session)
    with Session.open(path) as session:
        assert reviewed(session) == DONE


def test_a_session_on_a_full_disk_is_worked_on_and_not_called_damaged(path: Path) -> None:
    with Session.open(path) as session:
        review(session)
    with full_disk():
        session = Session.open_automatic(path.parent)
        session.close()
        session = Session.open(path)
        assert session.unsaved == FULL
        assert reviewed(session) == DONE
        session.documents.add(source(LONG, "long.txt"))
    assert session.settle()
    session.close()
    with Session.open(path) as session:
        assert len(session.documents.all()) == 3
    assert not [file for file in path.parent.iterdir() if "damaged" in file.name]


def test_a_new_session_on_a_full_disk_begins_in_memory(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    with full_disk():
        session = Session.open_automatic(folder)
        review(session)
        assert session.unsaved == FULL
        assert reviewed(session) == DONE
        assert not session.settle()
        assert session.unsaved == FULL
    assert session.settle()
    session.close()
    with Session.open_automatic(folder) as session:
        assert reviewed(session) == DONE


def test_what_no_disk_takes_can_be_saved_elsewhere(path: Path) -> None:
    session = Session.open(path)
    with full_disk():
        review(session)
        with pytest.raises(NotSavedError, match="The disk is full"):
            session.save_as(path.with_name("elsewhere.driftline"))
        assert reviewed(session) == DONE
    session.save_as(path.with_name("elsewhere.driftline"))
    assert (session.unsaved, reviewed(session)) == ("", DONE)
    session.close()
    with Session.open(path.with_name("elsewhere.driftline")) as session:
        assert reviewed(session) == DONE


def test_texts_are_not_said_to_be_left_out_where_the_file_still_has_them(path: Path) -> None:
    with Session.open(path) as session:
        review(session)
        with full_disk(), pytest.raises(NotSavedError, match="The disk is full"):
            session.leave_texts_out()


PROTECTED = """
import os, sys
from pathlib import Path
from driftline.review.session import Session
from review.making import source
if os.getuid() == 0:
    os.setuid(65534)
with Session.open_automatic(Path(sys.argv[1])) as session:
    session.documents.add(source("One more."))
    print(len(session.documents.all()), repr(session.read_only), session.unsaved)
"""


def test_in_a_folder_that_may_not_be_written_the_last_work_is_there_and_goes_on() -> None:
    # Outside the folder of all tests, which only its owner may enter.
    folder = Path(tempfile.mkdtemp())
    with Session.open_automatic(folder) as session:
        review(session)
    session.path.chmod(0o444)
    folder.chmod(0o555)
    try:
        told = child(PROTECTED, folder)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert told == "3 '' The file is write-protected.\n"


def test_no_folder_at_all_is_no_hindrance(tmp_path: Path) -> None:
    wall = tmp_path / "wall"
    wall.write_text("a file")
    with Session.open_automatic(wall / "work") as session:
        review(session)
        assert reviewed(session) == DONE
        assert session.unsaved == "It could not be saved here (not a directory)."
        wall.unlink()
        assert session.settle()
    with Session.open_automatic(wall / "work") as session:
        assert reviewed(session) == DONE


def test_a_kind_first_named_in_an_act_the_disk_did_not_take_is_kept_by_the_next(path: Path) -> None:
    comparison = compare("one two, three four five", "one 2, three five")
    replaced, left_out = (Ref(Subject.EDIT, number) for number in (0, 1))
    with Session.open(path) as session:
        session.documents.add_all([source("one", "old.txt"), source("two", "new.txt")])
        pair = session.reviews.open(1, 2, comparison).pair
        with full_disk():
            session.reviews.set_note(pair, replaced, "a long note " * 4000)
        assert session.settle()
        session.reviews.set_status(pair, [left_out], Status.FINE)
        session.reviews.set_status(pair, [replaced], Status.QUERY)
    with Session.open(path) as session:
        kinds = [line.kind for entry in session.history() for line in entry.lines]
    assert kinds == ["paraphrase", "deletion", "paraphrase"]
