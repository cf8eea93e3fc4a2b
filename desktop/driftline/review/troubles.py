"""The troubles SQLite and the system report, in words for the editor."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from driftline.review.errors import DamagedSessionError, NotSavedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into sentences for the editor."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise DamagedSessionError(
                path,
                "The file was damaged while it was open",
                "close it and open it again to get a recovered copy.",
            ) from error
        what, advice = _TROUBLES.get(code, (f"It could not be written ({error})", "try again."))
        raise NotSavedError(path, what, advice) from error


def held(error: BaseException) -> bool:
    """Whether an error tells that another program holds the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


_SAFE = "everything before it is safe."

_TROUBLES = {
    sqlite3.SQLITE_FULL: (
        "What you did last was not saved, for the disk is full",
        f"free some space and do it again; {_SAFE}",
    ),
    sqlite3.SQLITE_IOERR: (
        "What you did last was not saved, for the disk is full or gone",
        f"free some space or bring it back, and do it again; {_SAFE}",
    ),
    sqlite3.SQLITE_BUSY: (
        "What you did last was not saved, for another program holds the file",
        f"do it again; {_SAFE}",
    ),
    sqlite3.SQLITE_READONLY: (
        "What you did last was not saved, for the file has become write-protected",
        f"allow writing or save a copy elsewhere; {_SAFE}",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The file cannot be opened or made here",
        "check that the folder exists and may be written.",
    ),
}


def unsaved(path: Path, error: OSError) -> NotSavedError:
    """The error for a file the system would not let us make."""
    reason = (error.strerror or str(error)).lower()
    return NotSavedError(path, f"It could not be saved here ({reason})", "choose another folder.")
