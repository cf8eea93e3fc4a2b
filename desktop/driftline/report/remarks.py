"""What the editor said, as a report shows it: the history of a review line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.records import Kind, LedgerStatus, Reason
from driftline.report.labels import REASONS, STATUSES
from driftline.report.legible import shown
from driftline.report.locale import ENGLISH, Locale
from driftline.report.model import HistoryLine
from driftline.report.options import Annotations, Remark
from driftline.review.statuses import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.review.acts import HistoryEntry
    from driftline.review.acts import HistoryLine as Said
    from driftline.review.statuses import ReviewState


def annotations_of(
    state: ReviewState | None, history: Sequence[HistoryEntry], *, with_history: bool = False
) -> Annotations | None:
    """What the editor said in a review, as reports want it; None when nothing was said.

    `history` is that of the comparison; only `with_history` is it printed.
    """
    said: dict[Subject, dict[int, Remark]] = {subject: {} for subject in Subject}
    for ref, item in state.items.items() if state else ():
        said[ref.subject][ref.index] = Remark(item.status.value, item.note, item.item)
    if not any(said.values()) and not history:
        return None
    return Annotations(
        said[Subject.EDIT],
        saved=history[-1].when if history else None,
        quotes=said[Subject.QUOTATION],
        old_cuts=said[Subject.OLD_CUT],
        new_cuts=said[Subject.NEW_CUT],
        history=tuple(history) if with_history else (),
    )


def history_of(entries: Iterable[HistoryEntry], say: Locale = ENGLISH) -> tuple[HistoryLine, ...]:
    """The history of a review, the oldest act first, one line for each thing an act was about."""
    lines: list[HistoryLine] = []
    for entry in entries:
        when = f"{entry.when:%Y-%m-%d %H:%M:%S} UTC"
        if entry.clock_set_back:
            when = say("{when} (clock set back)", when=when)
        act = say.sentence(entry.sentence)
        if not entry.holds:
            act = say("{act} (undone)", act=act)
        lines += [
            HistoryLine(
                when,
                act,
                kind_of(line, say),
                shown(line.old),
                shown(line.new),
                say(line.was.value),
                say(line.now.value),
                line.note.strip(),
                line.item,
            )
            for line in entry.lines
        ] or [HistoryLine(when, act)]
    return tuple(lines)


def past_of(item: int, history: Iterable[HistoryLine]) -> tuple[str, ...]:
    """What was said about one thing and when, a line each."""
    return tuple(f"{line.when}: {line.status}" for line in history if line.item == item)


def kind_of(line: Said, say: Locale) -> str:
    """What the thing was called then; a name this version does not know stays as it is."""
    try:
        if line.subject is Subject.EDIT:
            return say.kind(Kind(line.kind))
        if line.subject is Subject.QUOTATION:
            return say("Quotation: {status}", status=say.inside(STATUSES[LedgerStatus(line.kind)]))
        return say("Cut: {reason}", reason=say.inside(REASONS[Reason(line.kind)]))
    except ValueError:
        return line.kind
