"""One writer a session: a lock the operating system drops by itself when its holder dies."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


#: What the system says when somebody else has the lock.
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class WriterLock:
    """The right to write one session file, held until `release` or the end of the process.

    It is a lock on a small file beside the session, for SQLite's own locks would also keep out a
    second window that only wants to read.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, session: Path) -> WriterLock | None:
        """The lock of a session file, or None when somebody else holds it.

        Raises OSError when no lock file can be made there (a folder that is read-only).
        """
        path = session.with_name(session.name + "-lock")
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _take(handle)
            except OSError as error:
                if error.errno in _HELD:
                    os.close(handle)
                    return None
                # No locks on this file system: `Store` still notices a second writer.
            # The holder before us may have removed the file between our open and our lock.
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(path.stat(), os.fstat(handle)):
                    return cls(path, handle)
            os.close(handle)

    def release(self) -> None:
        """Gives the right back and removes the lock file; a second call does nothing."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":  # there an open file cannot be removed
            os.close(handle)
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(handle)
