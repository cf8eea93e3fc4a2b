"""The cleaner's working sheet: the lines of a page and what has been decided about each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.cleaning.furniture import Furniture, Hit
    from driftline.engine.cleaning.lines import Line
    from driftline.engine.records import Cut, Reason


_LOWER = re.compile(r"(?<!\w)[a-zß-öø-ÿ][\w’'-]*")


def _nothing() -> None:
    """What happens on a tick nobody waits for."""


@dataclass(slots=True)
class Draft:
    """The lines, why each is cut (`why`) and what its words hint at (`hits`).

    `inner` are cuts inside lines that stay, in order, by the index of the line. `fixed` marks the
    lines that no step may cut. `headline` and `standfirst` are indices, once they are known;
    `tick` is called now and then, so that long work can be stopped.
    """

    lines: list[Line]
    language: str
    furniture: Furniture
    hits: list[Hit | None]
    why: list[Reason | None]
    fixed: list[bool]
    inner: dict[int, list[Cut]] = field(default_factory=dict)
    headline: int | None = None
    standfirst: int | None = None
    tick: Callable[[], None] = _nothing
    _common: frozenset[str] | None = None

    def cut(self, index: int, reason: Reason) -> None:
        """Marks a line as cut unless it already is or may not be."""
        if self.why[index] is None and not self.fixed[index]:
            self.why[index] = reason

    def common(self) -> frozenset[str]:
        """The words that the text writes in lower case."""
        if self._common is None:
            self._common = frozenset(
                word for line in self.lines for word in _LOWER.findall(line.text)
            )
        return self._common

    def open(self) -> list[int]:
        """The indices of the lines that are not cut."""
        return [i for i, reason in enumerate(self.why) if reason is None]


def drafted(
    lines: list[Line],
    language: str,
    furniture: Furniture,
    tick: Callable[[], None] = _nothing,
) -> Draft:
    """A sheet on which nothing is decided yet."""
    count = len(lines)
    hits = furniture.judge(lines, tick)
    return Draft(lines, language, furniture, hits, [None] * count, [False] * count, tick=tick)
