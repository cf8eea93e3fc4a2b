"""The troubles SQLite and the system report, in words for the editor."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from driftline.review.errors import DamagedSessionError, NotSavedError, UnwritableError

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
        if refused := unwritable(path, error):
            raise refused from error
        if code == sqlite3.SQLITE_BUSY:
            raise NotSavedError(
                path,
                "What you did last was not saved, for another program holds the file",
                "do it again; everything before it is safe.",
            ) from error
        raise NotSavedError(path, f"It could not be written ({error})", "try again.") from error


def unwritable(path: Path, error: sqlite3.Error) -> UnwritableError | None:
    """What an error says, where it says that the file takes nothing now."""
    told_so = _UNWRITABLE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return UnwritableError(path, *told_so) if told_so else None


def held(error: BaseException) -> bool:
    """Whether an error tells that another program holds the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


_UNWRITABLE = {
    sqlite3.SQLITE_FULL: ("The disk is full", "free some space or choose another folder."),
    sqlite3.SQLITE_IOERR: (
        "The disk is full or gone",
        "free some space, bring it back or choose another folder.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The file has become write-protected",
        "allow writing or choose another folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The file cannot be opened or made here",
        "check that the folder exists and may be written.",
    ),
}


def unsaved(path: Path, error: OSError) -> UnwritableError:
    """The error for a file the system would not let us make."""
    reason = (error.strerror or str(error)).lower()
    return UnwritableError(path, f"It could not be saved here ({reason})", "choose another folder.")
