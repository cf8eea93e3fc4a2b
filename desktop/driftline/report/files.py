"""Puts a finished report in its place: whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from driftline.engine.errors import DriftlineError
from driftline.engine.reading.folders import is_folder


def put(path: Path, data: bytes) -> None:
    """Writes a file beside its place and renames it, so that nothing half-written is ever left.

    Raises DriftlineError with a sentence for the editor.
    """
    temporary = ""
    try:
        place = path.resolve()  # a link stays a link, and what it leads to is written
        handle, temporary = tempfile.mkstemp(prefix=".driftline-", dir=place.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(place))
        Path(temporary).replace(place)
    except (OSError, ValueError) as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise DriftlineError(f"{path}: {trouble(error, path)}") from error


def trouble(error: OSError | ValueError, path: Path) -> str:
    """What went wrong while writing, and what to do."""
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full; free some space or choose another folder"
    if number in (errno.ENOENT, errno.ENOTDIR):
        return "the folder does not exist; choose another one"
    if number == errno.EISDIR or is_folder(path):
        return "this is a folder; give the report a file name"
    if number == errno.ENAMETOOLONG:
        return "the file name is too long; choose a shorter one"
    if number in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY):
        return (
            "it may not be written there; close the file where it is open, or choose another folder"
        )
    if isinstance(error, ValueError):
        return "the file name holds a character no file can have; choose another name"
    return f"it could not be written ({error.strerror or error}); choose another folder"


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those new files get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
