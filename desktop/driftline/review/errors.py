"""What can go wrong with a session file, each with a sentence an editor can act on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from driftline.engine.errors import DriftlineError


class SessionError(DriftlineError):
    """A session file that could not be used.

    `path` names it, `what` says what is wrong, `advice` what to do.
    """

    def __init__(self, path: Path | str, what: str, advice: str = "") -> None:
        self.path = str(path)
        self.what = what
        self.advice = advice
        super().__init__(f"{Path(path).name}: {what}{'; ' + advice if advice else ''}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.path, self.what, self.advice)


class ForeignFileError(SessionError):
    """A file that is no session of this program; it was not touched."""


class ReadOnlySessionError(SessionError):
    """An act on a session that was opened for reading only."""


class NotSavedError(SessionError):
    """An act that could not be written (another program holds the file): nothing of it was done."""


class UnwritableError(NotSavedError):
    """A file that takes nothing now: the disk is full or gone, or writing is not allowed."""


class BusySessionError(NotSavedError):
    """A session that another window is just making, or another program holds."""


class DamagedSessionError(SessionError):
    """A session file whose bytes are damaged.

    `recovered` is the path of a new session beside it that holds all that could be read, None when
    nothing could. The damaged file itself is left as it was.
    """

    def __init__(
        self, path: Path | str, what: str, advice: str = "", recovered: Path | None = None
    ) -> None:
        super().__init__(path, what, advice)
        self.recovered = recovered

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.path, self.what, self.advice, self.recovered)
