"""One session file: locked for one writer, read with a check of every row, written in short
transactions.

While open it keeps a write-ahead log beside it; each transaction is on the disk when it returns.
A closed session is one plain file again. Where the disk takes nothing, work goes on in memory until
it does.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.review.errors import (
    BusySessionError,
    DamagedSessionError,
    ForeignFileError,
    NotSavedError,
    ReadOnlySessionError,
    SessionError,
    UnwritableError,
)
from driftline.review.folders import logs
from driftline.review.lock import WriterLock
from driftline.review.opening import (
    READING,
    blank,
    claim,
    connect_read_only,
    examine,
    no_session,
    ready,
    refuse_foreign,
    stoppable,
)
from driftline.review.owed import Owed
from driftline.review.recovery import damaged
from driftline.review.schema import COLUMNS, VERSION, Row, Value, insert, row_check, version_of
from driftline.review.troubles import held, told, unsaved, unwritable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

#: No session is larger than this (bytes): the texts of a newsroom's year are far smaller.
LARGEST = 2 * 1024**3

#: Rows between two words of progress.
_BREATH = 200


class Store:
    """An open session file.

    `read_only` says in one sentence why it may not be written, else ""; `unsaved` why what was done
    waits in memory (the disk is full, say), "" while the file holds all of it.
    """

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
        self.unsaved = ""
        self._owed = Owed()
        #: What a transaction wrote so far, while the file takes nothing.
        self._underway: Owed | None = None
        #: Whether the connection is one that writes the file.
        self._writes = not read_only
        self._connection = connection
        self._lock = lock
        self._shadow = shadow
        #: Told of while the file is read as a whole.
        self.progress: Progress = silent
        self._identity = _identity(path)
        self._seen = 0 if read_only else self._version_of_data()

    # ------------------------------------------------------------------------ opening and closing

    @classmethod
    def open(
        cls, path: Path, progress: Progress = silent, *, though_protected: bool = False
    ) -> Store:
        """Opens a session file, a new one where there is none; `progress` may stop that.

        Opened for reading only when another window has it, when it or its folder cannot be written
        (unless `though_protected`: then work goes on in memory, see `unsaved`), or when a newer
        version of the program made it. Raises ForeignFileError, DamagedSessionError (with a
        recovered copy beside the file) or SessionError.
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
            protected = why if though_protected and alone and not lock else ""
            return cls._open(path, lock, why, alone, progress, protected)
        except BaseException:
            if lock:
                lock.release()
            raise

    @classmethod
    def _create(cls, path: Path) -> Store:
        try:
            lock = WriterLock.take(path)
        except OSError as error:
            return cls._in_memory(path, None, unsaved(path, error))
        if lock is None:
            raise _in_the_making(path)
        try:
            return cls(path, ready(path), lock, "")
        except sqlite3.DatabaseError as error:
            if refused := unwritable(path, error):
                return cls._in_memory(path, lock, refused)
            lock.release()
            raise NotSavedError(path, f"It could not be written ({error})", "try again.") from error
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _in_memory(cls, path: Path, lock: WriterLock | None, refused: UnwritableError) -> Store:
        """A new session that no disk takes yet."""
        store = cls(path, blank(), lock, "")
        store._go_on(refused.what, writes=False)
        return store

    @classmethod
    def _open(
        cls,
        path: Path,
        lock: WriterLock | None,
        why: str,
        alone: bool,
        progress: Progress,
        protected: str,
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
            if lock is None and version_of(connection) == 0:
                raise no_session(path) if alone else _in_the_making(path)
            why = "" if protected else why
            store = cls(path, connection, None if newer else lock, newer or why, shadow)
            store.progress = progress
            store._read_all()
            if lock and newer:
                lock.release()
            elif protected:
                store._go_on(protected.rstrip("."), writes=False)
            elif lock:
                try:
                    store._write_by(ready(path))
                except sqlite3.DatabaseError as error:
                    refused = unwritable(path, error)
                    if refused is None:
                        raise
                    if version_of(connection) == 0:  # an empty file, left where one was made
                        connection.close()
                        return cls._in_memory(path, lock, refused)
                    if version_of(connection) < VERSION:
                        raise refused from error
                    store._go_on(refused.what, writes=False)
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
                raise damaged(path, error, alone) from error
            if isinstance(error, OSError):
                raise unsaved(path, error) from error
            raise
        return store

    def _write_by(self, connection: sqlite3.Connection) -> None:
        """Goes on with a connection that writes."""
        self._connection.close()
        self._drop_shadow()
        self._connection = connection
        self._identity = _identity(self.path)
        self._seen = self._version_of_data()
        self._writes = True

    def _go_on(self, why: str, *, writes: bool) -> None:
        """Goes on in memory."""
        self.unsaved = f"{why}."
        self._writes = writes

    def _version_of_data(self) -> int:
        """A number that changes when another connection has written."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _read_all(self) -> None:
        for (table,) in self._connection.execute("SELECT name FROM sqlite_master").fetchall():
            if table in COLUMNS:
                for _ in self.rows(table):
                    pass

    def close(self) -> None:
        """Closes the file and makes it one plain file; a second call does nothing.

        What no disk took until now is lost.
        """
        self.settle()
        if self._writes:
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
        return self._owed.over(table, self._rows(table, identity), identity)

    def _rows(self, table: str, identity: int | None) -> Iterator[Row]:
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

    def commit(self, write: Callable[[], None]) -> None:
        """Does what `write` writes: all of it is on the disk when this returns, or nothing.

        Where the disk takes nothing it is in memory then, which `unsaved` tells (`write` is called
        twice). Raises ReadOnlySessionError or NotSavedError.
        """
        if self.read_only:
            raise ReadOnlySessionError(
                self.path, self.read_only.rstrip("."), "save a copy under another name to work on."
            )
        if not self.unsaved:
            try:
                with self._transaction():
                    write()
                return
            except UnwritableError as error:
                self._go_on(error.what, writes=True)
        self._underway = Owed()
        try:
            write()
            self._owed.take_over(self._underway)
        finally:
            self._underway = None

    def waits(self, table: str) -> bool:
        """Whether rows of a table are only in memory."""
        return table in self._owed

    def settle(self) -> bool:
        """Writes what waits in memory, if that can be; whether the file holds all of it now."""
        if not self.unsaved:
            return True
        try:
            if not self._writes:
                self._claim()
            with self._transaction():
                for table, rows in self._owed.tables():
                    self.write(table, rows)
        except SessionError as error:
            self.unsaved = f"{error.what}."
            return False
        self.unsaved = ""
        self._owed = Owed()
        return True

    def _claim(self) -> None:
        """Takes the right to write the file, which could not be written, or made, before."""
        self._refuse_gone()
        with told(self.path):
            self._refuse_changed()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = self._lock or WriterLock.take(self.path)
        except OSError as error:
            raise unsaved(self.path, error) from error
        if self._lock is None:
            raise BusySessionError(
                self.path, "It is open in another window", "save under another name."
            )
        with told(self.path):
            self._write_by(ready(self.path))

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        """Writes made inside are on the disk together when it ends, or not at all."""
        self._refuse_gone()
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_changed()
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                raise

    def _refuse_gone(self) -> None:
        if _identity(self.path) != self._identity:
            raise UnwritableError(
                self.path,
                "The file was moved, deleted or replaced while it was open",
                "save under another name to keep your work.",
            )

    def _refuse_changed(self) -> None:
        if self._version_of_data() != self._seen:
            raise NotSavedError(self.path, "Another program has changed the file", "open it again.")

    def write(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Writes rows, each in the place of the one with its number; inside a `commit`."""
        if self._underway is not None:
            self._underway.put(table, rows)
            return
        insert(self._connection, table, rows)

    def compact(self) -> None:
        """Gives free space back, so that nothing taken out can be read in the file any longer."""
        if not self.settle():
            raise UnwritableError(self.path, self.unsaved.rstrip("."), "save under another name.")
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
            _remove(part)  # what is left of a copy that was never finished
            with told(target):
                self._connection.execute("VACUUM INTO ?", (str(part),))
                self._owed.write_to(part)
            _to_disk(part)
            for log in logs(target):  # of a session that died under this name
                log.unlink(missing_ok=True)
            part.replace(target)
        except OSError as error:
            raise unsaved(target, error) from error
        finally:
            with contextlib.suppress(OSError):
                _remove(part)
            lock.release()


def _in_the_making(path: Path) -> BusySessionError:
    return BusySessionError(path, "Another window is just making it", "try again.")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a name stands for; None while it stands for none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _remove(path: Path) -> None:
    for file in (path, *logs(path)):
        file.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
