"""The changes and the quote ledger brought to say the same of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from driftline.engine.records import LAYOUT_KINDS, Kind, LedgerEntry, LedgerStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from driftline.engine.records import Edit, Quotations, Span

_SPEECH = frozenset({"indirect", "direct"})


def agreed(
    ledger: tuple[LedgerEntry, ...], edits: Sequence[Edit], old: Quotations, new: Quotations
) -> tuple[LedgerEntry, ...]:
    """The ledger, told of what the changes know about its quotations.

    Of an altered quotation whose words are the same, only written otherwise ("fourteen", "14"), it
    says so; one dropped and one added are one altered quotation where the changes tell that direct
    speech became indirect speech, or the reverse. `edits` are in the order of the old text.
    """
    turned = [edit for edit in edits if edit.rule in _SPEECH]
    if turned:
        ledger = tuple(_turned(ledger, turned, old, new))
    if all(entry.status is not LedgerStatus.ALTERED for entry in ledger):
        return ledger
    starts = [edit.a.start for edit in edits]
    done: list[LedgerEntry] = []
    for entry in ledger:
        if entry.status is LedgerStatus.ALTERED and entry.a is not None and entry.b is not None:
            a, b = old.quotations[entry.a].span, new.quotations[entry.b].span
            if _only_written(list(_within(edits, starts, a, b))):
                told = entry.detail.removesuffix(".")
                entry = replace(entry, detail=f"{told}; the same words, written otherwise.")
        done.append(entry)
    return tuple(done)


def _within(edits: Sequence[Edit], starts: list[int], a: Span, b: Span) -> Iterator[Edit]:
    for edit in islice(edits, bisect_left(starts, a.start), None):
        if edit.a.start >= a.end:
            return
        if edit.b.start < b.end and b.start <= edit.b.end and edit.kind not in LAYOUT_KINDS:
            yield edit


def _only_written(edits: list[Edit]) -> bool:
    """Whether some edits change how words are written, and none of them what is said."""
    return bool(edits) and all(edit.in_quote and _is_written(edit) for edit in edits)


def _is_written(edit: Edit) -> bool:
    return edit.kind is Kind.SPELLING_VARIANT or edit.subkind is Kind.TYPOGRAPHY


def _turned(
    ledger: tuple[LedgerEntry, ...], turned: list[Edit], old: Quotations, new: Quotations
) -> Iterator[LedgerEntry]:
    """The ledger with a quotation dropped and one added in its place as one altered."""
    waiting: dict[int, list[int]] = {}
    act_of = _acts([(edit.b, edit) for edit in turned])
    for entry in ledger:
        if entry.status is LedgerStatus.ADDED and entry.b is not None:
            edit = act_of(new.quotations[entry.b].span)
            if edit is not None:
                waiting.setdefault(_act(edit), []).append(entry.b)
    partner: dict[int, tuple[int, str]] = {}
    act_of = _acts([(edit.a, edit) for edit in turned])
    for entry in ledger:
        if entry.status is LedgerStatus.DROPPED and entry.a is not None:
            edit = act_of(old.quotations[entry.a].span)
            if edit is not None and waiting.get(_act(edit)):
                partner[entry.a] = (waiting[_act(edit)].pop(0), edit.rule)
    taken = {b for b, _ in partner.values()}
    for entry in ledger:
        if entry.a in partner and entry.b is None and entry.a is not None:
            b, rule = partner[entry.a]
            detail = f"The quotation is now told in {rule} speech."
            yield LedgerEntry(LedgerStatus.ALTERED, entry.a, b, detail)
        elif entry.a is not None or entry.b not in taken:
            yield entry


def _act(edit: Edit) -> int:
    """The number of an act: below zero for one that has a single part."""
    return -1 - edit.id if edit.group is None else edit.group


def _acts(places: list[tuple[Span, Edit]]) -> Callable[[Span], Edit | None]:
    """What finds the last of some edits, each with its place, that meets a span."""
    places.sort(key=lambda place: place[0])
    starts = [span.start for span, _ in places]

    def act_of(span: Span) -> Edit | None:
        at = bisect_left(starts, span.end) - 1
        return places[at][1] if at >= 0 and places[at][0].meets(span) else None

    return act_of
