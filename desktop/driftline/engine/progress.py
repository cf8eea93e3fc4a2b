"""How a stage tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

_Item = TypeVar("_Item")
# Items between two ticks.
_OFTEN = 64

#: Called with (label, done, total). It may raise `Cancelled`, which a stage lets pass.
Progress = Callable[[str, int, int], None]


class Cancelled(Exception):  # noqa: N818  (it is not an error: the user asked for it)
    """Raised from a progress call when the user has asked to stop."""


def silent(label: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


#: Called without a word while a stage works on a part; it may raise `Cancelled` as well.
Tick = Callable[[], None]


def idle() -> None:
    """A tick that nobody hears."""


def often(items: Iterable[_Item], tick: Tick) -> Iterator[_Item]:
    """The items one by one, with a tick now and then; a few are asked for at once."""
    return chain.from_iterable(_ticking(iter(items), tick))


def _ticking(items: Iterator[_Item], tick: Tick) -> Iterator[list[_Item]]:
    while few := list(islice(items, _OFTEN)):
        tick()
        yield few
