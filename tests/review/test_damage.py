"""Damaged, foreign, locked and full: a clear sentence, and nothing that was there is lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from driftline.engine.errors import DriftlineError
from driftline.review import schema
from driftline.review.errors import (
    BusySessionError,
    DamagedSessionError,
    ForeignFileError,
    NotSavedError,
    ReadOnlySessionError,
    SessionError,
)
from driftline.review.salvage import salvage
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, compare, make_newer, source

NEW = STORY.replace("nine", "ten").replace("cracked", "leaking").replace("Nobody", "No one")


def fill(path: Path) -> None:
    """A session with thirty texts and a review."""
    with Session.open(path) as session:
        docs = session.documents
        docs.add_all([source(STORY, "old.txt"), source(NEW, "new.txt")])
        rng = random.Random(7)
        for number in range(28):
            noise = " ".join(f"{rng.getrandbits(60):x}" for _ in range(500))
            docs.add(source(f"{noise} {number}", f"{number}.txt"))
            docs.set_title(number + 3, f"Text {number}")
        pair = session.reviews.open(1, 2, compare(STORY, NEW)).pair
        session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.MUST_FIX)
        session.reviews.set_note(pair, Ref(Subject.EDIT, 1), "ask")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "ferry.driftline"
    fill(path)
    return path.read_bytes()


def everything(session: Session) -> list[object]:
    docs = session.documents
    state = session.reviews.open(1, 2, compare(STORY, NEW))
    return [
        docs.all(),
        [docs.source(d.id) for d in docs.all()],
        state.items,
        [(e.sentence, e.lines) for e in session.history()],
    ]


def test_every_row_is_found_without_sqlite(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    found = salvage(path)
    connection = sqlite3.connect(path)
    for table in schema.COLUMNS:
        rows = {row[0]: row[:-1] for row in connection.execute(f"SELECT * FROM {table}")}
        assert found.get(table, {}) == rows
    connection.close()


def test_rows_of_the_log_are_found_too(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        session.documents.add(source(STORY))
        session.documents.set_title(1, "first")
        session.documents.set_title(1, "second")
        copy = tmp_path / "crashed.driftline"
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    assert [row[2] for row in salvage(copy)["fact"].values()] == ['"second"']
    assert len(salvage(copy)["act"]) == 2


@pytest.mark.parametrize("share", [0.9, 0.7, 0.5])
def test_a_cut_off_file_gives_a_recovered_copy(path: Path, filled: bytes, share: float) -> None:
    cut = filled[: int(len(filled) * share)]
    path.write_bytes(cut)
    with pytest.raises(DamagedSessionError, match="damaged; what could be read is in") as caught:
        Session.open(path)
    assert path.read_bytes() == cut
    recovered = caught.value.recovered
    assert recovered is not None
    assert recovered.name == "ferry (recovered).driftline"
    with Session.open(recovered) as session:
        texts = [session.documents.source(d.id) for d in session.documents.all()]
        assert len(texts) > 30 * share / 2
        assert all(text is not None for text in texts)
        session.documents.set_title(1, "work goes on")
        session.undo()


def test_a_lost_first_page_loses_nothing_else(path: Path, filled: bytes) -> None:
    path.write_bytes(bytes(schema.PAGE_SIZE) + filled[schema.PAGE_SIZE :])
    with pytest.raises(DamagedSessionError) as caught:
        Session.open(path)
    assert caught.value.recovered is not None
    with Session.open(caught.value.recovered) as session:
        recovered = everything(session)
    path.write_bytes(filled)
    with Session.open(path) as session:
        assert everything(session) == recovered


def opened(path: Path, expected: list[object]) -> SessionError | None:
    """The trouble of opening a file; without one everything must be there."""
    try:
        session = Session.open(path)
    except SessionError as error:
        return error
    with session:
        assert everything(session) == expected
    return None


def test_any_flipped_bit_is_harmless_or_told(tmp_path: Path, filled: bytes) -> None:
    whole = tmp_path / "whole.driftline"
    whole.write_bytes(filled)
    with Session.open(whole) as session:
        expected = everything(session)
    rng = random.Random(11)
    told = 0
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "ferry.driftline"
        flipped = bytearray(filled)
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
        path.write_bytes(flipped)
        error = opened(path, expected)
        if error is None:
            continue
        told += 1
        assert path.read_bytes() == flipped
        assert str(error).startswith("ferry.driftline: ")
        if isinstance(error, DamagedSessionError):
            assert error.recovered is not None
            with Session.open(error.recovered) as session:
                assert len(session.documents.all()) >= 29
    assert told > 20


@pytest.mark.parametrize(
    "content",
    [b"The ferry left at nine.\n" * 900, b"%PDF-1.7\n", bytes(50_000), b"SQLite format 3\x00junk"],
    ids=["text", "short", "zeros", "half a header"],
)
def test_a_foreign_file_is_told_and_left(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ForeignFileError, match="it was left as it is"):
        Session.open(path)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_told_and_left(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, text)")
    connection.commit()
    connection.close()
    content = path.read_bytes()
    with pytest.raises(ForeignFileError, match="a database of another program"):
        Session.open(path)
    assert path.read_bytes() == content


def test_a_session_that_would_run_commands_is_refused(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON act BEGIN DELETE FROM item; END")
    connection.commit()
    connection.close()
    with pytest.raises(ForeignFileError, match="holds commands"):
        Session.open(path)


def test_a_huge_file_is_refused_at_once(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)
    with pytest.raises(ForeignFileError, match="larger than any session"):
        Session.open(path)


def test_a_folder_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="no file"):
        Session.open(tmp_path)


def test_a_session_killed_while_it_was_made_opens_empty(path: Path) -> None:
    path.write_bytes(b"")
    with Session.open(path) as session:
        assert session.documents.all() == ()
        session.documents.add(source(STORY))


def halfway(path: Path) -> None:
    """Leaves a session as a program does that dies while it brings it up to date."""
    child = subprocess.run([sys.executable, "-c", HALFWAY, str(path)], check=False)
    assert child.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


HALFWAY = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=2")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE revision SET body = zeroblob(5000)")
connection.execute("UPDATE fact SET value = 'x'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_a_dead_program_left_halfway_is_taken_back(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    halfway(path)
    with Session.open(path) as session:
        assert len(session.documents.all()) == 30
        assert session.documents.source(2) == source(NEW, "new.txt")
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_copy_takes_the_place_of_a_session_left_halfway(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    halfway(path)
    with Session.open(path.with_name("other.driftline")) as other:
        other.documents.add(source(STORY))
        other.save_copy(path)
    for _ in range(2):
        with Session.open(path) as session:
            assert [session.documents.source(d.id) for d in session.documents.all()] == [
                source(STORY)
            ]


def test_a_session_of_a_newer_version_is_for_reading(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE pair ADD COLUMN later")
    connection.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.commit()
    connection.execute("ALTER TABLE pair DROP COLUMN later")
    connection.close()
    with Session.open(path) as session:
        assert session.read_only == "A newer version of Driftline made it."
        assert len(session.documents.all()) == 30
        with pytest.raises(ReadOnlySessionError):
            session.documents.set_title(1, "no")
        session.save_copy(path.with_name("copy.driftline"))


def test_a_session_this_version_cannot_read_is_told(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    make_newer(path)
    with pytest.raises(SessionError, match=r"newer version .* update the program"):
        Session.open(path)


def test_steps_bring_a_file_up_to_date_each_wholly_or_not_at_all(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    steps = (*schema.STEPS, "CREATE TABLE later (id)", "CREATE TABLE last (id); no such command")
    with pytest.raises(sqlite3.Error):
        schema.upgrade(connection, steps)
    assert schema.version_of(connection) == len(schema.STEPS) + 1
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert names == {*schema.COLUMNS, "later"}
    schema.upgrade(connection, (*steps[:-1], "CREATE TABLE last (id)"))
    assert schema.version_of(connection) == len(steps)
    connection.close()


def test_a_damaged_automatic_session_is_set_aside(tmp_path: Path, filled: bytes) -> None:
    path = tmp_path / "automatic.driftline"
    path.write_bytes(filled[: len(filled) // 2])
    with Session.open_automatic(tmp_path) as session:
        assert session.path == path
        assert any("automatic (damaged).driftline" in note for note in session.notes)
        assert session.documents.all()
    assert (tmp_path / "automatic (damaged).driftline").stat().st_size == len(filled) // 2


def test_a_lock_left_by_a_crash_keeps_nobody_out(path: Path) -> None:
    fill(path)
    path.with_name(path.name + "-lock").write_bytes(b"")
    with Session.open(path) as session:
        assert session.read_only == ""


READ_ONLY = """
import os, sys
from pathlib import Path
from driftline.review.session import Session
if os.getuid() == 0:
    os.setuid(65534)
with Session.open(Path(sys.argv[1])) as session:
    print(session.read_only, len(session.documents.all()), session.documents.get(1).title)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("crashed", [False, True], ids=["closed", "crashed"])
def test_a_write_protected_session_is_for_reading(path: Path, crashed: bool) -> None:
    fill(path)
    # Outside the folder of all tests, which only its owner may enter.
    folder = Path(tempfile.mkdtemp())
    with Session.open(path) as session:
        session.documents.set_title(1, "The last act")
        for ending in ("", "-wal"):
            if crashed:
                shutil.copy(f"{path}{ending}", f"{folder / path.name}{ending}")
    if not crashed:
        shutil.copy(path, folder)
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    try:
        result = child(READ_ONLY, folder / path.name)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert result == "The file is write-protected. 30 The last act\n"


RECOVERED = """
import os, sys
from pathlib import Path
from driftline.review.errors import DamagedSessionError
from driftline.review.session import Session
if os.getuid() == 0:
    os.setuid(65534)
try:
    Session.open(Path(sys.argv[1]))
except DamagedSessionError as error:
    print(error.advice)
    error.recovered.unlink()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_what_is_recovered_where_nothing_can_be_made_is_told_with_its_folder(
    filled: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, elsewhere = Path(tempfile.mkdtemp()), Path(tempfile.mkdtemp())
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    (folder / "ferry.driftline").write_bytes(filled[: len(filled) // 2])
    folder.chmod(0o555)
    elsewhere.chmod(0o777)
    try:
        advice = child(RECOVERED, folder / "ferry.driftline")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
        shutil.rmtree(elsewhere)
    copy = elsewhere / "ferry (recovered).driftline"
    assert advice == f"what could be read is in “{copy}”: open that.\n"


FULL = """
import resource, signal, sys
from pathlib import Path
from review.making import source
from driftline.review.session import Session
from driftline.review.errors import NotSavedError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
with Session.open(path) as session:
    session.documents.set_title(1, "before")
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (Path(f"{path}-wal").stat().st_size + 9000, most))
    try:
        session.documents.add(source("".join(map(chr, range(40, 55000)))))
    except NotSavedError as error:
        print(error)
    try:
        session.save_copy(path.with_name("copy.driftline"))
    except NotSavedError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
    print(len(session.documents.all()), session.documents.get(1).title)
    session.documents.set_title(1, "after")
"""


def test_a_file_another_program_holds_is_told_and_is_not_called_damaged(
    path: Path, filled: bytes
) -> None:
    path.write_bytes(filled)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusySessionError, match="Another program holds the file"):
        Session.open(path)
    other.execute("ROLLBACK")
    other.close()
    assert [p.name for p in path.parent.iterdir() if "recovered" in p.name] == []
    with Session.open(path) as session:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSavedError, match="another program holds the file"):
            session.documents.set_title(1, "in between")
        with pytest.raises(NotSavedError, match="another program holds the file"):
            session.check()
        other.execute("ROLLBACK")
        other.close()
        session.documents.set_title(1, "after")
        assert session.documents.get(1).title == "after"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_told_and_nothing_is_lost(path: Path) -> None:
    fill(path)
    told = child(FULL, path).splitlines()
    assert "What you did last was not saved, for the disk is full" in told[0]
    assert told[-1] == "30 before"
    with Session.open(path) as session:
        assert session.documents.get(1).title == "after"
        assert len(session.documents.all()) == 30


def child(script: str, path: Path) -> str:
    here = Path(__file__).resolve()
    places = [str(here.parents[2] / "desktop"), str(here.parents[1])]
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_a_limit_of_pages_is_told_as_a_full_disk(session: Session) -> None:
    session.documents.add(source(STORY))
    store = session._journal.store
    store._connection.execute("PRAGMA max_page_count=12")
    with pytest.raises(NotSavedError, match="the disk is full; free some space"):
        session.documents.add(source("".join(map(chr, range(40, 55000)))))
    assert len(session.documents.all()) == 1
    session.documents.set_title(1, "goes on")


def test_a_kind_first_named_in_an_act_that_failed_is_kept_by_the_next(path: Path) -> None:
    comparison = compare("one two, three four five", "one 2, three five")
    replaced, left_out = (Ref(Subject.EDIT, number) for number in (0, 1))
    with Session.open(path) as session:
        session.documents.add_all([source("one", "old.txt"), source("two", "new.txt")])
        pair = session.reviews.open(1, 2, comparison).pair
        connection = session._journal.store._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages + 1}")
        with pytest.raises(NotSavedError):
            session.reviews.set_note(pair, replaced, "a long note " * 4000)
        connection.execute("PRAGMA max_page_count=10000")
        session.reviews.set_status(pair, [left_out], Status.FINE)
        session.reviews.set_status(pair, [replaced], Status.QUERY)
    with Session.open(path) as session:
        kinds = [line.kind for entry in session.history() for line in entry.lines]
    assert kinds == ["deletion", "paraphrase"]


def test_errors_can_be_sent_to_another_process() -> None:
    import pickle

    error = DamagedSessionError("a.driftline", "It is damaged", "open the other.", Path("b"))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.recovered) == (str(error), Path("b"))
    assert isinstance(again, DriftlineError)
