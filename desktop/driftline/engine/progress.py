"""How a stage tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

#: Called with (label, done, total). It may raise `Cancelled`, which a stage lets pass.
Progress = Callable[[str, int, int], None]


class Cancelled(Exception):  # noqa: N818  (it is not an error: the user asked for it)
    """Raised from a progress call when the user has asked to stop."""


def silent(label: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
