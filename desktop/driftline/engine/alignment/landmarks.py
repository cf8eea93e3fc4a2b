"""Landmarks: short runs of words that occur once in each of two long texts, and what lies between.

After P. Heckel (1978): what is unique on both sides surely belongs together. Here the unique thing
is a run of a few words, and all of it is worked out in whole arrays, so that 100,000 words take
milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from driftline.engine.alignment.chain import heaviest_chain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Places = NDArray[np.intp]

# Words in a run: as many as fit exactly into 64 bits, so that equal numbers are equal runs.
_WIDTHS = ((4, 16), (3, 21))
# Slots of the table that holds them: so many doublings of their number.
_ROOM = 1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def gaps(a: str, b: str) -> list[tuple[int, int, int, int]] | None:
    """What differs between two strings of codes, as ranges (a, a end, b, b end) in order.

    Between the ranges the strings are equal, and no range begins or ends with what both sides have
    in common. None when there is no landmark.
    """
    x, y = _codes(a), _codes(b)
    count, width = next(w for w in _WIDTHS if w[1] == 21 or max(x.max(), y.max()) < 1 << w[1])
    if min(len(x), len(y)) < count:
        return None
    pairs = _pairs(_grams(x, count, width), _grams(y, count, width))
    if not len(pairs[0]):
        return None
    at_x, at_y, sizes = _in_order(*_runs(x, y, *pairs, count))
    # A run may reach into the next by less than a run's least length.
    late = np.maximum((at_x + sizes)[:-1] - at_x[1:], (at_y + sizes)[:-1] - at_y[1:]).clip(0)
    at_x[1:] += late
    at_y[1:] += late
    sizes[1:] -= late
    between = _trimmed(
        x,
        y,
        np.concatenate(([0], at_x + sizes)),
        np.append(at_x, len(x)),
        np.concatenate(([0], at_y + sizes)),
        np.append(at_y, len(y)),
    )
    return list(zip(*(side.tolist() for side in between), strict=True))


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le"), dtype="<u4")


def _grams(codes: Codes, count: int, width: int) -> NDArray[np.uint64]:
    size = len(codes) - count + 1
    grams = codes[:size].astype(np.uint64)
    for k in range(1, count):
        grams <<= np.uint64(width)
        grams |= codes[k : size + k]
    return grams


def _pairs(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> tuple[Places, Places]:
    """The places of the numbers that occur once in each array, the first in rising order.

    Numbers of the other array that share a slot of the table count as one: such are lost, and what
    was lost is equal words beside a landmark, found again from there.
    """
    bits = len(other).bit_length() + _ROOM
    place_of = np.full(1 << bits, -1, np.int32)
    places = np.arange(len(other), dtype=np.int32)
    slots = _slots(other, bits)
    place_of[slots] = places
    place_of[slots[place_of[slots] != places]] = -1
    slots = _slots(one, bits)
    partner = place_of[slots]
    at = np.flatnonzero((other[partner] == one) & (partner >= 0))
    at_other: Places = partner[at].astype(np.intp)
    # What two places of the first array have in common occurs twice there.
    claimed = np.zeros(len(other), np.intp)
    claimed[at_other] = at
    often = np.zeros(len(other), np.bool_)
    often[at_other[claimed[at_other] != at]] = True
    once = ~often[at_other]
    return at[once], at_other[once]


def _slots(grams: NDArray[np.uint64], bits: int) -> NDArray[np.int64]:
    mixed = grams * _SPREAD
    mixed >>= np.uint64(64 - bits)
    return mixed.view(np.int64)


def _runs(
    x: Codes, y: Codes, at_x: Places, at_y: Places, count: int
) -> tuple[Places, Places, Places]:
    """Pairs of grams as runs of equal words: where they begin on both sides, and their lengths.

    Grams one after the other are one run, and so are those with nothing but equal words between.
    """
    step_x, step_y = np.diff(at_x), np.diff(at_y)
    new = np.ones(len(at_x), dtype=np.bool_)
    new[1:] = (step_x != 1) | (step_y != 1)
    apart = np.flatnonzero(new[1:] & (step_x == step_y))
    room = step_x[apart]
    equal = _common(x, y, at_x[apart], at_y[apart], room, 1) == room
    new[1:][apart[equal]] = False
    firsts = np.flatnonzero(new)
    lasts = np.append(firsts[1:], len(at_x)) - 1
    return at_x[firsts], at_y[firsts], at_x[lasts] - at_x[firsts] + count


def _common(
    x: Codes,
    y: Codes,
    at_x: Places,
    at_y: Places,
    room: Places,
    step: int,
) -> Places:
    """How many words are equal from each pair of places on, `room` at the most.

    `step` is 1 to look ahead, -1 to look back.
    """
    ends = np.cumsum(room)
    total = int(ends[-1]) if len(ends) else 0
    ahead = np.arange(total)
    shift = ends - room
    from_x = np.repeat(at_x - step * shift, room) + step * ahead
    from_y = np.repeat(at_y - step * shift, room) + step * ahead
    differs = np.append(np.flatnonzero(x[from_x] != y[from_y]), total)
    found: Places = np.minimum(differs[np.searchsorted(differs, shift)] - shift, room)
    return found


def _in_order(at_x: Places, at_y: Places, sizes: Places) -> tuple[Places, Places, Places]:
    """The runs that keep their order and weigh the most."""
    if np.all(np.diff(at_y) > 0):
        return at_x, at_y, sizes
    # Runs that follow each other on both sides stay together or move together.
    rank = np.empty(len(at_y), np.intp)
    rank[np.argsort(at_y)] = np.arange(len(at_y))
    firsts = np.append(0, np.flatnonzero(np.diff(rank) != 1) + 1)
    weights = np.add.reduceat(sizes, firsts)
    weighed = zip(at_x[firsts].tolist(), at_y[firsts].tolist(), weights.tolist(), strict=True)
    stay = np.zeros(len(firsts), np.bool_)
    stay[heaviest_chain(list(weighed))] = True
    kept = np.repeat(stay, np.diff(np.append(firsts, len(at_y))))
    return at_x[kept], at_y[kept], sizes[kept]


def _trimmed(
    x: Codes, y: Codes, x0: Places, x1: Places, y0: Places, y1: Places
) -> tuple[Places, Places, Places, Places]:
    """Ranges without what their two sides begin and end with in common; empty ones are gone."""
    same = _common(x, y, x0, y0, np.minimum(x1 - x0, y1 - y0), 1)
    x0, y0 = x0 + same, y0 + same
    same = _common(x, y, x1 - 1, y1 - 1, np.minimum(x1 - x0, y1 - y0), -1)
    x1, y1 = x1 - same, y1 - same
    left = (x0 < x1) | (y0 < y1)
    return x0[left], x1[left], y0[left], y1[left]
