"""The trail of a quotation: in which versions of a story it stands, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.engine.quotation.ledger import ledger
from driftline.engine.records import LedgerStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.options import QuotationOptions
    from driftline.engine.records import Quotations, Version


@dataclass(frozen=True, slots=True)
class Stop:
    """A quotation in one version: its index there, and what became of it since the stop before."""

    version: int
    quotation: int
    status: LedgerStatus


@dataclass(frozen=True, slots=True)
class Trail:
    """One quotation through the versions; the first stop's status is `ADDED`.

    A version without a stop does not have the quotation. Where a version splits a quotation it has
    a stop for each part.
    """

    stops: tuple[Stop, ...]


def trails(
    versions: Sequence[Version],
    quotations: Sequence[Quotations],
    options: QuotationOptions | None = None,
    progress: Progress = silent,
) -> tuple[Trail, ...]:
    """The trails of all quotations of some versions, given in the order they were written.

    A quotation that a version drops and a later one takes up again goes on with its trail. Every
    quotation is on one, or on several where it was fused of them.
    """
    found: list[list[Stop]] = []
    for number, (version, its) in enumerate(zip(versions, quotations, strict=True)):
        progress("quotations", number, len(versions))
        free = set(range(len(its.quotations)))
        # The nearest version first: what it does not have may come from one before it.
        for earlier in range(number - 1, -1, -1):
            waiting = {
                stop.quotation: trail
                for trail in found
                for stop in trail
                if stop.version == earlier == trail[-1].version
            }
            if not waiting or not free:
                continue
            lines = ledger(versions[earlier], version, quotations[earlier], its, options, progress)
            taken = {line.b for line in lines if line.a in waiting and line.b in free}
            for line in lines:
                if line.a in waiting and line.b in taken:
                    waiting[line.a].append(Stop(number, line.b, line.status))
            free -= taken
        found += [[Stop(number, index, LedgerStatus.ADDED)] for index in sorted(free)]
    return tuple(Trail(tuple(stops)) for stops in found)
