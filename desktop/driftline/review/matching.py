"""Which of the things reviewed before are in a comparison still, and which were altered since.

Three passes, each over what the one before left: the same words with the same neighbours in either
text; the same words with some of the neighbours; other words at the same place. The first two keep
the status, the third reopens. All look-ups go through hash tables with bounded lists, so a text of
ten thousand equal changes costs no more than one of ten thousand different ones.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from driftline.engine.records import Kind
from driftline.review.anchors import NOWHERE, REACH, Anchor, fold, word_set
from driftline.review.statuses import Ref, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

#: How many candidates with one neighbour in common are looked at.
_CANDIDATES = 12

#: So many words say enough to be known again without any neighbour.
_TELLING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Known:
    """Something reviewed before. `alterable` when a change of its words should reopen it here."""

    item: int
    anchor: Anchor
    alterable: bool = True


@dataclass(slots=True)
class Matching:
    """What became of the known items: `kept` and `altered` map things of now to item numbers."""

    kept: dict[Ref, int] = field(default_factory=dict)
    altered: dict[Ref, int] = field(default_factory=dict)


def match(known: Sequence[Known], present: Mapping[Ref, Anchor]) -> Matching:
    """Finds the known items, the preferred ones first, among the things of a comparison."""
    result = Matching()
    rest = list(known)
    for part in (_itself, _whole, _old_half, _new_half):
        rest = _exact(rest, present, result, part)
    rest = _familiar(rest, present, result)
    kept_items = set(result.kept.values())
    kept = {entry.anchor for entry in known if entry.item in kept_items}
    _altered([k for k in rest if k.alterable and k.anchor not in kept], present, result)
    return result


def _itself(anchor: Anchor) -> Hashable:
    return anchor.near, anchor.nth


def _whole(anchor: Anchor) -> Hashable:
    return anchor.near


def _old_half(anchor: Anchor) -> Hashable:
    return anchor.old_near if anchor.old_near != NOWHERE else None


def _new_half(anchor: Anchor) -> Hashable:
    return anchor.new_near if anchor.new_near != NOWHERE else None


def _exact(
    known: Sequence[Known],
    present: Mapping[Ref, Anchor],
    result: Matching,
    part: Callable[[Anchor], Hashable],
) -> list[Known]:
    """Pairs equal words with equal neighbours; equal ones among themselves in their order."""
    waiting: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    for ref, anchor in present.items():
        if ref not in result.kept and (near := part(anchor)) is not None:
            waiting[anchor.subject, anchor.kind, anchor.old, anchor.new, near].append(ref)
    for refs in waiting.values():
        refs.reverse()
    rest: list[Known] = []
    for entry in known:
        anchor = entry.anchor
        near = part(anchor)
        refs = waiting.get((anchor.subject, anchor.kind, anchor.old, anchor.new, near), [])
        if near is not None and refs:
            result.kept[refs.pop()] = entry.item
        else:
            rest.append(entry)
    return rest


def _wording(anchor: Anchor) -> Hashable:
    """What must be equal for the second pass to call two wordings the same.

    Folding must not swallow the change itself (a capital, a pair of marks), and a quotation whose
    fate changed is not the same. The kind of an edit may change: a newer version of the program
    names some otherwise, and its words are what the editor judged.
    """
    old, new = fold(anchor.old), fold(anchor.new)
    if old == new or anchor.kind == Kind.TYPOGRAPHY:
        return anchor.subject, anchor.kind, anchor.old, anchor.new
    if anchor.subject is Subject.QUOTATION:
        return anchor.subject, anchor.kind, old, new
    return anchor.subject, old, new


def _familiar(
    known: Sequence[Known], present: Mapping[Ref, Anchor], result: Matching
) -> list[Known]:
    """Pairs equal words that share some neighbours, or that are telling enough by themselves."""
    by_neighbour: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    by_wording: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    for ref, anchor in present.items():
        if ref not in result.kept:
            wording = _wording(anchor)
            by_wording[wording].append(ref)
            for code in _codes(anchor):
                by_neighbour[wording, code].append(ref)
    offers: list[tuple[float, int, Ref]] = []
    for number, entry in enumerate(known):
        wording = _wording(entry.anchor)
        found: dict[Ref, None] = {}
        for code in _codes(entry.anchor):
            found.update(dict.fromkeys(by_neighbour.get((wording, code), ())[:_CANDIDATES]))
        for ref in found:
            score = _overlap(entry.anchor, present[ref])
            if score >= 1 / 3:
                offers.append((score, number, ref))
        alone = by_wording.get(wording, ())
        if len(alone) == 1 and _telling(entry.anchor):
            offers.append((0.0, number, alone[0]))
    taken = _settle(offers, result.kept, known)
    return [entry for number, entry in enumerate(known) if number not in taken]


def _telling(anchor: Anchor) -> bool:
    return len(word_set(anchor.old)) + len(word_set(anchor.new)) >= _TELLING_WORDS


#: The neighbour just before and just after, in the old text and in the new one.
_TOUCHING = (REACH - 1, REACH, 3 * REACH - 1, 3 * REACH)


def _altered(known: Sequence[Known], present: Mapping[Ref, Anchor], result: Matching) -> None:
    """Finds other words where a known item stood: between the same neighbours."""
    between: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    for ref, anchor in present.items():
        if ref not in result.kept and any(anchor.near):
            between[anchor.subject, anchor.near].append(ref)
    for refs in between.values():
        refs.reverse()
    rest: list[Known] = []
    for entry in known:
        refs = between.get((entry.anchor.subject, entry.anchor.near), [])
        if refs:
            result.altered[refs.pop()] = entry.item
        else:
            rest.append(entry)
    _displaced(rest, present, result)


def _displaced(known: Sequence[Known], present: Mapping[Ref, Anchor], result: Matching) -> None:
    """Finds other words about where a known item stood: next to a neighbour it had."""
    if not known:
        return
    index: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    for ref, anchor in present.items():
        if ref not in result.kept and ref not in result.altered:
            for slot in _TOUCHING:
                if code := _code(anchor, slot):
                    index[anchor.subject, slot, code].append(ref)
    wordings: dict[Ref, frozenset[str]] = {}
    offers: list[tuple[float, int, Ref]] = []
    for number, entry in enumerate(known):
        found: dict[Ref, None] = {}
        for slot in _TOUCHING:
            if code := _code(entry.anchor, slot):
                candidates = index.get((entry.anchor.subject, slot, code), ())
                found.update(dict.fromkeys(candidates[:_CANDIDATES]))
        words = word_set(f"{entry.anchor.old} {entry.anchor.new}")
        for ref in found:
            if ref not in wordings:
                wordings[ref] = word_set(f"{present[ref].old} {present[ref].new}")
            score = _same_place(entry.anchor, words, present[ref], wordings[ref])
            if score:
                offers.append((score, number, ref))
    _settle(offers, result.altered, known)


def _same_place(was: Anchor, words: frozenset[str], now: Anchor, others: frozenset[str]) -> float:
    """How surely a changed wording stands where the known one stood; 0 when it does not."""
    mine, theirs = _unpacked(was.near)[0], _unpacked(now.near)[0]
    touching = max(
        sum(mine[slot] != 0 and mine[slot] == theirs[slot] for slot in side)
        for side in (_TOUCHING[:2], _TOUCHING[2:])
    )
    common = len(words & others)
    alike = 2 * common / (len(words) + len(others)) if common else 0.0
    near = _overlap(was, now)
    if (touching == 2 and (near >= 2 / 3 or common)) or (
        touching == 1 and alike >= 1 / 3 and near >= 1 / 3
    ):
        return touching / 2 + alike + near
    return 0.0


def _settle(
    offers: list[tuple[float, int, Ref]], into: dict[Ref, int], known: Sequence[Known]
) -> set[int]:
    """Takes the best offers first; each item and each thing once. Ties: the preferred, the first"""
    offers.sort(key=lambda offer: (-offer[0], offer[1], offer[2]))
    taken: set[int] = set()
    for _, number, ref in offers:
        if number not in taken and ref not in into:
            taken.add(number)
            into[ref] = known[number].item
    return taken


@lru_cache(maxsize=1 << 16)
def _unpacked(near: bytes) -> tuple[tuple[int, ...], frozenset[int], frozenset[int]]:
    """The neighbours by slot, and the sets of those in the old and in the new text."""
    codes = struct.unpack(f">{4 * REACH}H", near)
    nothing = {0}
    return codes, frozenset(codes[: 2 * REACH]) - nothing, frozenset(codes[2 * REACH :]) - nothing


def _code(anchor: Anchor, slot: int) -> int:
    return _unpacked(anchor.near)[0][slot]


def _codes(anchor: Anchor) -> Iterable[int]:
    """The neighbours of both texts without the empty ones, each once."""
    return dict.fromkeys(code for code in _unpacked(anchor.near)[0] if code)


def _overlap(was: Anchor, now: Anchor) -> float:
    """The share (0..1) of neighbours in common, in the text where they agree better."""
    best = 0.0
    for mine, theirs in zip(_unpacked(was.near)[1:], _unpacked(now.near)[1:], strict=True):
        if mine and theirs:
            best = max(best, len(mine & theirs) / max(len(mine), len(theirs)))
    return best
