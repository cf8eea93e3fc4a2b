"""Write-protected, or held by others: told, and nothing that was there is lost."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest

from driftline.review import opening
from driftline.review.errors import BusySessionError, NotSavedError
from driftline.review.session import Session
from review.making import child, fill

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


def test_a_file_another_program_holds_is_told_and_is_not_called_damaged(
    path: Path, filled: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE_S", 0.05)
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
