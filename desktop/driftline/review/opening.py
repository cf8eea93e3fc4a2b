"""How a session file is opened: claimed, told from other files, examined, brought up to date.

A damaged file must stay as it is, so nothing is written before all of it was read.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.progress import Cancelled, Progress
from driftline.review import schema
from driftline.review.errors import ForeignFileError, SessionError
from driftline.review.folders import beside, logs
from driftline.review.lock import WriterLock
from driftline.review.salvage import salvage
from driftline.review.troubles import held

if TYPE_CHECKING:
    from collections.abc import Iterator

READING = "Reading"
#: Steps of SQLite's machine between two words of progress.
_STEPS = 100_000

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68

#: How long a file is waited for that another program holds (seconds).
PATIENCE_S = 2.0


def claim(path: Path) -> tuple[WriterLock | None, str, bool]:
    """The right to write a file, or a sentence why there is none, and whether nobody else has it"""
    if not os.access(path, os.W_OK):
        return None, "The file is write-protected.", True
    try:
        lock = WriterLock.take(path)
    except OSError:
        return None, "Its folder is write-protected.", True
    return lock, "" if lock else "It is open in another window.", lock is not None


def connect(path: Path) -> sqlite3.Connection:
    """A connection that reads and writes a file, which it makes where there is none."""
    connection = sqlite3.connect(
        path, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA page_size={schema.PAGE_SIZE}")
    return _careful(connection)


def connect_read_only(path: Path) -> tuple[sqlite3.Connection, Path | None]:
    """A connection that writes nothing there; a folder to remove afterwards if it needed a copy.

    A half-written act that a crash left has to be taken back first, and a log in a folder that
    cannot be written can't be read: both are done in a copy.
    """
    uri = path.as_uri() + "?mode=ro"
    connection = sqlite3.connect(
        uri, uri=True, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        return _careful(connection), None
    except sqlite3.DatabaseError as error:
        connection.close()
        if held(error) or not isinstance(error, sqlite3.OperationalError):
            raise
    shadow = Path(tempfile.mkdtemp(prefix="driftline-"))
    copy = shadow / "copy"
    try:
        for original, name in zip((path, *logs(path)), (copy, *logs(copy)), strict=True):
            if original.is_file():
                shutil.copyfile(original, name)
        return connect(copy), shadow
    except BaseException:
        shutil.rmtree(shadow, ignore_errors=True)
        raise


def _careful(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Session files come from other machines: nothing in them may make SQLite run anything."""
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


@contextlib.contextmanager
def stoppable(connection: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """Lets `progress` stop a long statement."""
    stopped: list[Cancelled] = []

    def heed() -> bool:
        try:
            progress(READING, 0, 0)
        except Cancelled as word:
            stopped.append(word)
        return bool(stopped)

    connection.set_progress_handler(heed, _STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def refuse_foreign(path: Path) -> None:
    """Raises ForeignFileError for a file that never was a session, DatabaseError for a torn one."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head:  # as a session is that was killed while it was made, unless its log says more
        if salvage(path):
            raise sqlite3.DatabaseError("the file is cut off")
        return
    ours = schema.APPLICATION_ID.to_bytes(4, "big")
    if head.startswith(_MAGIC):
        if head[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4] == ours or salvage(path):
            return
        raise ForeignFileError(path, "It is a database of another program", "it was left as it is.")
    if not salvage(path):
        raise no_session(path)


def no_session(path: Path) -> ForeignFileError:
    """The error for a file that is not one of ours."""
    return ForeignFileError(
        path, "It is no session of Driftline", "it was left as it is; choose another file."
    )


def examine(connection: sqlite3.Connection, path: Path) -> str:
    """A sentence why this sound file is for reading only, or ""; raises when it is not ours."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("database disk image is malformed")
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    kinds = {row[0] for row in connection.execute("SELECT type FROM sqlite_master")}
    if not kinds:
        return ""  # still empty
    if mark != schema.APPLICATION_ID:
        raise sqlite3.DatabaseError("the mark of the program is damaged")
    if kinds - {"table", "index"}:
        raise ForeignFileError(path, "It holds commands no session has", "it was left as it is.")
    version = schema.version_of(connection)
    if version <= schema.VERSION:
        return ""
    least = connection.execute("SELECT value FROM meta WHERE key = 'readable by'").fetchone()
    if least is None or int(least[0]) > schema.VERSION:
        raise SessionError(
            path, "A newer version of Driftline made it", "update the program to open it."
        )
    return "A newer version of Driftline made it."


def _prepare(connection: sqlite3.Connection) -> None:
    """Makes a file ready for work: marked as ours, up to date, logged, every commit on disk."""
    if schema.version_of(connection) == 0:
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        schema.upgrade(connection)
    row = (1, "readable by", str(schema.READABLE_BY))
    if connection.execute("SELECT value FROM meta WHERE id = 1").fetchone() != row[2:]:
        schema.insert(connection, "meta", [row])
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA fullfsync=ON")  # macOS keeps a commit in the drive's cache else
    connection.execute("PRAGMA wal_autocheckpoint=250")
    connection.execute(f"PRAGMA journal_size_limit={4 * 1024**2}")


def _upgrade_with_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Brings an older file up to date; a copy of what it was stays beside it."""
    version = schema.version_of(connection)
    if 0 < version < schema.VERSION:
        copy = beside(path, f"version {version}")
        connection.execute("VACUUM INTO ?", (str(copy),))
        schema.upgrade(connection)


def ready(path: Path) -> sqlite3.Connection:
    """A connection to a file that is ready for work; made, or not at all, where there was none."""
    fresh = not path.exists()
    connection = connect(path)
    try:
        _upgrade_with_copy(connection, path)
        _prepare(connection)
    except BaseException:
        connection.close()
        if fresh:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise
    return connection


def blank() -> sqlite3.Connection:
    """A connection to a new session that lies in memory."""
    connection = connect(Path(":memory:"))
    _prepare(connection)
    return connection
