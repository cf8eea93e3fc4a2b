"""Write-protected, held by others, full: told, and nothing that was there is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from driftline.review.errors import BusySessionError, NotSavedError
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, compare, fill, source

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
