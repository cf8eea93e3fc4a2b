"""The order of the list of changes: as read, by kind or by severity, identical ones together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from driftline.engine.records import Kind, Severity
from driftline.gui.models.entries import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    from driftline.engine.records import Edit

#: What makes changes the same: kind, severity, words before and after.
Likeness = tuple["Hashable", ...]


def likenesses(edits: Iterable[Edit], texts: tuple[str, str]) -> dict[int, Likeness]:
    """What makes each of these edits the same as another, by its id; `texts` are old and new."""
    old, new = texts
    return {
        edit.id: (
            edit.kind,
            edit.subkind,
            edit.severity,
            one_line(edit.a.of(old)).casefold(),
            one_line(edit.b.of(new)).casefold(),
        )
        for edit in edits
    }


class Order(StrEnum):
    """How the list is sorted."""

    TEXT = "text"
    KIND = "kind"
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Alike:
    """Changes that say the same, in reading order; `open` when each is listed below."""

    likeness: Likeness
    edits: tuple[Edit, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The head of a kind or a severity, and how many changes follow."""

    by: Kind | Severity
    count: int


def arranged(
    edits: Sequence[Edit],
    order: Order,
    likeness: Callable[[Edit], Likeness] | None,
    opened: Collection[Likeness] = (),
) -> list[Section | Alike | Edit]:
    """The records of the list, top to bottom; `edits` are in reading order.

    With `likeness` two or more changes that share it become one `Alike` where the first stands;
    those of `opened` are followed by each of them.
    """
    if order is Order.TEXT:
        return _together(edits, likeness, opened)
    ranks: Iterable[Kind | Severity] = Kind if order is Order.KIND else Severity
    parts: dict[Kind | Severity, list[Edit]] = {rank: [] for rank in ranks}
    for edit in edits:
        parts[edit.kind if order is Order.KIND else edit.severity].append(edit)
    records: list[Section | Alike | Edit] = []
    for by, part in parts.items():
        if part:
            records += [Section(by, len(part)), *_together(part, likeness, opened)]
    return records


def _together(
    edits: Sequence[Edit],
    likeness: Callable[[Edit], Likeness] | None,
    opened: Collection[Likeness],
) -> list[Section | Alike | Edit]:
    if likeness is None:
        return list(edits)
    alike: dict[Likeness, list[Edit]] = {}
    for edit in edits:
        alike.setdefault(likeness(edit), []).append(edit)
    records: list[Section | Alike | Edit] = []
    for key, same in alike.items():
        if len(same) == 1:
            records.append(same[0])
            continue
        is_open = key in opened
        records.append(Alike(key, tuple(same), is_open))
        if is_open:
            records += same
    return records
