"""One session file: locked for one writer, read with a check of every row, written in short
transactions.

While open it keeps a write-ahead log beside it; each transaction is on the disk when it returns.
A closed session is one plain file again.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.review import schema
from driftline.review.errors import (
    BusySessionError,
    DamagedSessionError,
    ForeignFileError,
    NotSavedError,
    ReadOnlySessionError,
    SessionError,
)
from driftline.review.folders import beside, logs
from driftline.review.lock import WriterLock
from driftline.review.opening import (
    READING,
    claim,
    connect,
    connect_read_only,
    examine,
    no_session,
    prepare,
    refuse_foreign,
    stoppable,
    upgrade_with_copy,
)
from driftline.review.salvage import salvage
from driftline.review.schema import COLUMNS, INSERT, Row, Value, row_check
from driftline.review.troubles import held, told, unsaved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: No session is larger than this (bytes): the texts of a newsroom's year are far smaller.
LARGEST = 2 * 1024**3

#: Rows between two words of progress.
_BREATH = 200


class Store:
    """An open session file. `read_only` says in one sentence why it cannot be written, else ""."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: WriterLock | None,
        read_only: str,
        shadow: Path | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = lock
        self._shadow = shadow
        #: Told of while the file is read as a whole.
        self.progress: Progress = silent
        self._identity = _identity(path)
        self._seen = 0 if read_only else self._version_of_data()

    # ------------------------------------------------------------------------ opening and closing

    @classmethod
    def open(cls, path: Path, progress: Progress = silent) -> Store:
        """Opens a session file, a new one where there is none; `progress` may stop that.

        Opened for reading only when another window has it, when it or its folder cannot be written,
        or when a newer version of the program made it. Raises ForeignFileError,
        DamagedSessionError (with a recovered copy beside the file) or SessionError.
        """
        path = path.resolve()  # a link and its file are one session
        if not path.exists():
            return cls._create(path)
        if not path.is_file():
            raise ForeignFileError(path, "This is no file", "choose a session file.")
        if path.stat().st_size > LARGEST:
            raise ForeignFileError(
                path,
                f"It is larger than any session ({LARGEST // 1024**3} GB)",
                "it was left as it is; choose another file.",
            )
        lock, why, alone = claim(path)
        try:
            return cls._open(path, lock, why, alone, progress)
        except BaseException:
            if lock:
                lock.release()
            raise

    @classmethod
    def _create(cls, path: Path) -> Store:
        try:
            lock = WriterLock.take(path)
        except OSError as error:
            raise unsaved(path, error) from error
        if lock is None:
            raise _in_the_making(path)
        connection: sqlite3.Connection | None = None
        try:
            with told(path):
                connection = connect(path)
                prepare(connection)
        except BaseException:
            if connection:
                connection.close()
            lock.release()
            raise
        return cls(path, connection, lock, "")

    @classmethod
    def _open(
        cls, path: Path, lock: WriterLock | None, why: str, alone: bool, progress: Progress
    ) -> Store:
        connection: sqlite3.Connection | None = None
        shadow: Path | None = None
        try:
            if alone:
                # Only who is alone with the file may look at its bytes: closing it would drop the
                # locks SQLite has on it for another session of this process.
                refuse_foreign(path)
            # A damaged file must stay as it is, so nothing is written before all of it was read.
            connection, shadow = connect_read_only(path)
            with stoppable(connection, progress):
                newer = examine(connection, path)
            if lock is None and schema.version_of(connection) == 0:
                raise no_session(path) if alone else _in_the_making(path)
            store = cls(path, connection, None if newer else lock, newer or why, shadow)
            store.progress = progress
            store._read_all()
            if lock and newer:
                lock.release()
            elif lock:
                connection.close()
                store._drop_shadow()
                store._connection = connection = connect(path)
                upgrade_with_copy(connection, path)
                prepare(connection)
                store._seen = store._version_of_data()
        except BaseException as error:
            if connection:
                connection.close()
            if shadow:
                shutil.rmtree(shadow, ignore_errors=True)
            if held(error):
                raise BusySessionError(
                    path, "Another program holds the file", "end it there and try again."
                ) from error
            if isinstance(error, sqlite3.DatabaseError | DamagedSessionError):
                raise _damage(path, error, alone) from error
            raise
        return store

    def _version_of_data(self) -> int:
        """A number that changes when another connection has written."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _still_there(self) -> bool:
        return _identity(self.path) == self._identity

    def _read_all(self) -> None:
        for (table,) in self._connection.execute("SELECT name FROM sqlite_master").fetchall():
            if table in COLUMNS:
                for _ in self.rows(table):
                    pass

    def close(self) -> None:
        """Closes the file and makes it one plain file; a second call does nothing."""
        if not self.read_only:
            # A second window that is reading keeps the log alive; the next close tidies up.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA journal_mode=DELETE")
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if self._lock:
            self._lock.release()
        self._drop_shadow()

    def _drop_shadow(self) -> None:
        if self._shadow:
            shutil.rmtree(self._shadow, ignore_errors=True)
            self._shadow = None

    # ------------------------------------------------------------------------ reading and writing

    def rows(self, table: str, identity: int | None = None) -> Iterator[Row]:
        """The rows of a table in the order of their numbers, or the one with this number.

        Raises DamagedSessionError at a row whose check fails.
        """
        where = "" if identity is None else " WHERE id = ?"
        values = () if identity is None else (identity,)
        with told(self.path):
            found = self._connection.execute(f"SELECT * FROM {table}{where} ORDER BY id", values)
            for number, (*row, check) in enumerate(found):
                if number % _BREATH == 0:
                    self.progress(READING, 0, 0)
                if check != row_check(table, row):
                    raise DamagedSessionError(
                        self.path,
                        f"Entry {row[0]} of its list “{table}” is damaged",
                        "close it and open it again to get a recovered copy.",
                    )
                yield tuple(row)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Writes made inside are on the disk together when it ends, or not at all.

        Raises ReadOnlySessionError or NotSavedError.
        """
        if self.read_only:
            raise ReadOnlySessionError(
                self.path, self.read_only.rstrip("."), "save a copy under another name to work on."
            )
        if not self._still_there():
            raise NotSavedError(
                self.path,
                "The file was moved, deleted or replaced while it was open",
                "save under another name to keep your work.",
            )
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                if self._version_of_data() != self._seen:
                    raise NotSavedError(
                        self.path, "Another program has changed the file", "open it again."
                    )
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                raise

    def write(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Writes rows, each in the place of the one with its number; inside a transaction."""
        self._connection.executemany(INSERT[table], ((*row, row_check(table, row)) for row in rows))

    def compact(self) -> None:
        """Gives free space back, so that nothing taken out can be read in the file any longer."""
        with told(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, target: Path) -> None:
        """Writes the whole session to another file, which appears complete or not at all.

        Raises NotSavedError.
        """
        target = target.resolve()
        part = target.with_name(target.name + ".part")
        try:
            lock = WriterLock.take(target)
        except OSError as error:
            raise unsaved(target, error) from error
        if lock is None:
            raise NotSavedError(target, "It is open in a window", "choose another name.")
        try:
            part.unlink(missing_ok=True)
            with told(target):
                self._connection.execute("VACUUM INTO ?", (str(part),))
            _to_disk(part)
            for log in logs(target):  # of a session that died under this name
                log.unlink(missing_ok=True)
            part.replace(target)
        except OSError as error:
            raise unsaved(target, error) from error
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            lock.release()


def _in_the_making(path: Path) -> BusySessionError:
    return BusySessionError(path, "Another window is just making it", "try again.")


def _damage(path: Path, error: Exception, may_read: bool) -> DamagedSessionError:
    """The error for a damaged file, after everything sound was put into a new one beside it."""
    told_before = getattr(error, "what", "")
    what = told_before or "The file is damaged"
    if not may_read:
        return DamagedSessionError(path, what, "close it in the other window and open it again.")
    rows = salvage(path)
    if not rows:
        return DamagedSessionError(path, what, "nothing in it could be read; it was left as it is.")
    for place in (path, Path(tempfile.gettempdir()) / path.name):
        copy = beside(place, "recovered")
        try:
            fresh = Store.open(copy)
        except (SessionError, OSError):
            continue
        try:
            with fresh.transaction():
                for table, found in rows.items():
                    fresh.write(table, (found[number] for number in sorted(found)))
        except SessionError:
            fresh.close()
            copy.unlink(missing_ok=True)
            continue
        fresh.close()
        if place == path:
            advice = f"what could be read is in “{copy.name}” beside it: open that."
        else:
            advice = f"what could be read is in “{copy}”: open that."
        return DamagedSessionError(path, what, advice, copy)
    return DamagedSessionError(path, what, "there is no room beside it for a recovered copy.")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a name stands for; None while it stands for none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
