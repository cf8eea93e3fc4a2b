"""What can go wrong, each with a sentence an editor can act on."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How reading a file ended, as the window shows it."""

    READ = "read"
    READ_IN_PART = "read in part"
    PASSWORD = "password needed"
    WRONG_FORMAT = "not this format"
    DAMAGED = "damaged"


class DriftlineError(Exception):
    """A trouble told in one sentence: what is wrong with which file, and what to do."""


class UnreadableError(DriftlineError):
    """A file that could not be read.

    `path` names it, `what` says what is wrong, `advice` what to do.
    """

    def __init__(
        self, path: str, what: str, advice: str = "", outcome: Outcome = Outcome.WRONG_FORMAT
    ) -> None:
        self.path = path
        self.what = what
        self.advice = advice
        self.outcome = outcome
        super().__init__(f"{path}: {what}{'; ' + advice if advice else ''}")

    def __reduce__(self) -> tuple[type[UnreadableError], tuple[str, str, str, Outcome]]:
        return type(self), (self.path, self.what, self.advice, self.outcome)
