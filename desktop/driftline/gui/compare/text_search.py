"""Finding words in the rows of the side-by-side view. It knows no widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.gui.compare.row_content import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.gui.compare.row_content import RowContent

#: Signs that are one and the same to somebody who types on a keyboard.
_ALIKE = ("'’‘ʼ", '"“”„«»', "-‐‑–—", " \u00a0\u202f")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: code-point offsets in a block's text."""

    row: int
    side: Side
    block: int
    start: int
    end: int


def pattern(words: str) -> re.Pattern[str]:
    """What matches these words in any case, with any form of quotation mark, dash or space."""
    pieces = []
    for sign in words:
        alike = next((group for group in _ALIKE if sign in group), None)
        pieces.append(f"[{re.escape(alike)}]" if alike else re.escape(sign))
    return re.compile("".join(pieces), re.IGNORECASE)


def find_in_rows(
    rows: Sequence[RowContent], words: str, sides: tuple[Side, ...] = tuple(Side)
) -> tuple[Hit, ...]:
    """Every place in these texts, row by row, the older text first."""
    if not words.strip():
        return ()
    wanted = pattern(words)
    return tuple(
        Hit(row, side, index, match.start(), match.end())
        for row, content in enumerate(rows)
        for side in sides
        for index, block in enumerate(content.blocks(side))
        for match in wanted.finditer(block.text)
    )
