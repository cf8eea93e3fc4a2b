"""What is told of a damaged session file, and the copy of all that was sound in it."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path

from driftline.review.errors import DamagedSessionError
from driftline.review.folders import beside
from driftline.review.opening import ready
from driftline.review.salvage import salvage
from driftline.review.schema import insert


def damaged(path: Path, error: Exception, may_read: bool) -> DamagedSessionError:
    """The error for a damaged file, after everything sound was put into a new one beside it.

    Where there is no room the new one lies in the system's folder for what is temporary. Only who
    is alone with the file (`may_read`) may look at its bytes.
    """
    what = getattr(error, "what", "") or "The file is damaged"
    if not may_read:
        return DamagedSessionError(path, what, "close it in the other window and open it again.")
    rows = salvage(path)
    if not rows:
        return DamagedSessionError(path, what, "nothing in it could be read; it was left as it is.")
    for place in (path, Path(tempfile.gettempdir()) / path.name):
        copy = beside(place, "recovered")
        try:
            with contextlib.closing(ready(copy)) as connection:
                connection.execute("BEGIN")
                for table, found in rows.items():
                    insert(connection, table, (found[number] for number in sorted(found)))
                connection.execute("COMMIT")
                connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.Error:
            with contextlib.suppress(OSError):
                copy.unlink(missing_ok=True)
            continue
        if place == path:
            advice = f"what could be read is in “{copy.name}” beside it: open that."
        else:
            advice = f"what could be read is in “{copy}”: open that."
        return DamagedSessionError(path, what, advice, copy)
    return DamagedSessionError(path, what, "there is no room beside it for a recovered copy.")
