"""Sentences for the editor that several readers need."""

from __future__ import annotations

from driftline.engine.errors import Outcome, UnreadableError

_HARMFUL = "it may be damaged or made to do harm; copy its text and paste it"


def damaged(name: str, kind: str) -> UnreadableError:
    """A file of a known kind ("Word file") that is damaged or cut short."""
    return UnreadableError(
        name,
        f"this {kind} is damaged or incomplete",
        "have it sent again, or open it in its own program and save a copy",
        Outcome.DAMAGED,
    )


def protected(name: str, kind: str) -> UnreadableError:
    """A file of a known kind that only a password opens."""
    return UnreadableError(
        name,
        f"this {kind} is protected by a password",
        "open it in its own program, remove the password and save a copy",
        Outcome.PASSWORD,
    )


def oversized(name: str, kind: str) -> UnreadableError:
    """A packed file that would unpack to far more than a text."""
    return UnreadableError(
        name,
        f"this {kind} unpacks to far more than a text can be",
        _HARMFUL,
        Outcome.DAMAGED,
    )


def failed(name: str) -> UnreadableError:
    """A file a library could make nothing of."""
    return UnreadableError(
        name,
        "its content is not what its format asks for",
        "it is probably damaged; open it elsewhere and save it again",
        Outcome.DAMAGED,
    )


def unequipped(name: str) -> UnreadableError:
    """A file whose reader needs a library that this installation has lost."""
    return UnreadableError(
        name, "the part of the program that reads it is missing", "install the program again"
    )


def too_slow(name: str, seconds: float) -> UnreadableError:
    """A file whose reading was stopped after its time."""
    return UnreadableError(
        name,
        f"reading it took longer than {seconds:.0f} seconds and was stopped",
        _HARMFUL,
        Outcome.DAMAGED,
    )


def too_large(name: str) -> UnreadableError:
    """A file that needs more memory than is allowed."""
    return UnreadableError(
        name, "reading it takes more memory than is allowed", _HARMFUL, Outcome.DAMAGED
    )


def died(name: str) -> UnreadableError:
    """A file that made the reading process end."""
    return UnreadableError(
        name,
        "it made its reader stop",
        "it is probably damaged; open it elsewhere, copy its text and paste it",
        Outcome.DAMAGED,
    )
