"""A quotation that went with its marks, or came with them: one change, not one a mark."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from driftline.engine.drift.structure import Change
from driftline.engine.records import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# A mark, the words, a mark; and how the rule of a mark that came or went begins.
_PARTS = 3
_MARKS = "marks_"


def whole_quotations(changes: list[Change], first: int, old: str, new: str) -> None:
    """Take two marks and the words between them together, from the `first` of some changes on."""
    for at in range(len(changes) - _PARTS, first - 1, -1):
        rule = changes[at].rule
        if rule[: len(_MARKS)] == _MARKS and changes[at + _PARTS - 1].rule == rule:
            parts = changes[at : at + _PARTS]
            added = rule.startswith("added", len(_MARKS))
            if ":" in rule and _together(parts, old, new, added):
                a = Span(parts[0].a.start, parts[-1].a.end)
                b = Span(parts[0].b.start, parts[-1].b.end)
                name = f"quotation {'added' if added else 'dropped'}"
                changes[at : at + _PARTS] = [Change(Kind.QUOTATION, name, a, b)]


def _together(parts: Sequence[Change], old: str, new: str, added: bool) -> bool:
    """Whether nothing stands between changes of one side, and nothing in their place."""
    if any(part.a if added else part.b for part in parts):
        return False
    text, spans = (new, [part.b for part in parts]) if added else (old, [part.a for part in parts])
    return not any(text[one.end : other.start].strip() for one, other in pairwise(spans))
