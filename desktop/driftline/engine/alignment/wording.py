"""Word edits between two strings of codes: the shortest edit script, in near-linear time.

Inside a sentence pair diff-match-patch does the work (E. W. Myers, 1986), without its time limit,
which would make the result depend on how busy the machine is, and without its semantic clean-up.
Its time grows with length times edits, so longer strings go to a bit-parallel algorithm for the
same script (H. Hyyrö, 2004), and long texts are first cut at k-grams that occur once in each.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from driftline.engine.alignment.chain import heaviest_chain
from driftline.engine.progress import silent

if TYPE_CHECKING:
    import numpy as np
    from diff_match_patch import diff_match_patch
    from numpy.typing import NDArray

    from driftline.engine.progress import Progress

#: An edit: codes a[0]:a[1] of the old string become b[0]:b[1] of the new, (a0, a1, b0, b1).
WordEdit = tuple[int, int, int, int]

_SHORT = 160
_LONG = 2_000
_GRAM = 4
# Cells of the bit matrix (one bit each) a single gap may need: 32 MB.
_CELLS = 2**28
_WINDOW = 8_000
# Cells up to which nothing is gained by leaving codes out.
_FEW = 2**22


@cache
def _myers() -> diff_match_patch:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


def word_edits(a: str, b: str, progress: Progress = silent) -> list[WordEdit]:
    """The edits that make `b` of `a`, in order, never two of them touching."""
    edits: list[WordEdit] = []
    _diff(a, b, 0, 0, edits, progress)
    return _joined(edits)


def _joined(edits: list[WordEdit]) -> list[WordEdit]:
    joined: list[WordEdit] = []
    for edit in edits:
        if joined and joined[-1][1] == edit[0] and joined[-1][3] == edit[2]:
            joined[-1] = (joined[-1][0], edit[1], joined[-1][2], edit[3])
        else:
            joined.append(edit)
    return joined


def _diff(a: str, b: str, i: int, j: int, edits: list[WordEdit], progress: Progress) -> None:
    if a == b:
        return
    start = _common_start(a, b)
    a, b, i, j = a[start:], b[start:], i + start, j + start
    end = _common_start(a[::-1], b[::-1])
    if end:
        a, b = a[:-end], b[:-end]
    if not a or not b or (len(a) == 1 and len(b) == 1):
        edits.append((i, i + len(a), j, j + len(b)))
    elif max(len(a), len(b)) > _LONG:
        _diff_long(a, b, i, j, edits, progress)
    elif len(a) + len(b) <= _SHORT:
        _diff_short(a, b, i, j, edits)
    else:
        _diff_bits(a, b, i, j, edits)


def _common_start(a: str, b: str) -> int:
    """How many codes two strings begin with in common, by halving."""
    low, high = 0, min(len(a), len(b))
    if a[:high] == b[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _diff_short(a: str, b: str, i: int, j: int, edits: list[WordEdit]) -> None:
    if set(a).isdisjoint(b):
        edits.append((i, i + len(a), j, j + len(b)))
        return
    start_i, start_j = i, j
    for operation, piece in _myers().diff_main(a, b, False):
        if operation == 0:
            if (start_i, start_j) != (i, j):
                edits.append((start_i, i, start_j, j))
            i += len(piece)
            j += len(piece)
            start_i, start_j = i, j
        elif operation < 0:
            i += len(piece)
        else:
            j += len(piece)
    if (start_i, start_j) != (i, j):
        edits.append((start_i, i, start_j, j))


def _diff_bits(a: str, b: str, i: int, j: int, edits: list[WordEdit]) -> None:
    """The same script by bits; codes the other side lacks are left out of the matrix."""
    p = q = 0
    if len(a) * len(b) <= _FEW:
        for x, y, size in Indel.opcodes(a, b).as_matching_blocks():
            if size and (p, q) != (x, y):
                edits.append((i + p, i + x, j + q, j + y))
            if size:
                p, q = x + size, y + size
    else:
        shared = set(a) & set(b)
        at_a = [k for k, c in enumerate(a) if c in shared]
        at_b = [k for k, c in enumerate(b) if c in shared]
        small_a = "".join([a[k] for k in at_a])
        small_b = "".join([b[k] for k in at_b])
        for first, other, size in Indel.opcodes(small_a, small_b).as_matching_blocks():
            for k in range(size):
                x, y = at_a[first + k], at_b[other + k]
                if (p, q) != (x, y):
                    edits.append((i + p, i + x, j + q, j + y))
                p, q = x + 1, y + 1
    if (p, q) != (len(a), len(b)):
        edits.append((i + p, i + len(a), j + q, j + len(b)))


def _diff_long(a: str, b: str, i: int, j: int, edits: list[WordEdit], progress: Progress) -> None:
    anchors = _anchors(a, b)
    p, q = 0, 0
    for number, (x, y, length) in enumerate([*anchors, (len(a), len(b), 0)]):
        if number % 512 == 0:
            progress("words", x, len(a))
        _diff_gap(a[p:x], b[q:y], i + p, j + q, edits, progress)
        p, q = x + length, y + length


def _diff_gap(a: str, b: str, i: int, j: int, edits: list[WordEdit], progress: Progress) -> None:
    if not a or not b or (len(a) == 1 == len(b) and a != b) or set(a).isdisjoint(b):
        if a or b:
            edits.append((i, i + len(a), j, j + len(b)))
    elif len(a) * len(b) <= _CELLS:
        _diff_bits(a, b, i, j, edits)
    else:
        # No landmarks over a huge stretch: windows of even share, so that time stays linear.
        pieces = max(len(a), len(b)) // _WINDOW + 1
        for piece in range(pieces):
            progress("words", piece, pieces)
            x, x_end = len(a) * piece // pieces, len(a) * (piece + 1) // pieces
            y, y_end = len(b) * piece // pieces, len(b) * (piece + 1) // pieces
            if a[x:x_end] != b[y:y_end]:
                _diff_gap(a[x:x_end], b[y:y_end], i + x, j + y, edits, progress)


def _anchors(a: str, b: str) -> list[tuple[int, int, int]]:
    """Stretches (a, b, length) both strings share, in order: grown from k-grams unique in each."""
    import numpy as np

    x = np.frombuffer(a.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    y = np.frombuffer(b.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    if len(x) < _GRAM or len(y) < _GRAM:
        return []
    keys_x, first_x = _once(_grams(x))
    keys_y, first_y = _once(_grams(y))
    if not len(keys_x) or not len(keys_y):
        return []
    place = np.minimum(np.searchsorted(keys_y, keys_x), len(keys_y) - 1)
    shared = keys_y[place] == keys_x
    at_x, at_y = first_x[shared], first_y[place[shared]]
    order = np.argsort(at_x)
    at_x, at_y = at_x[order], at_y[order]
    if not len(at_x):
        return []
    # Grams one after the other on both sides are one run.
    new_run = np.ones(len(at_x), dtype=bool)
    new_run[1:] = (np.diff(at_x) != 1) | (np.diff(at_y) != 1)
    firsts = np.flatnonzero(new_run)
    lengths = np.diff(np.append(firsts, len(at_x)))
    runs = [
        (int(at_x[f]), int(at_y[f]), int(n) + _GRAM - 1)
        for f, n in zip(firsts, lengths, strict=True)
    ]
    chain = heaviest_chain([(r[0], r[1], float(r[2])) for r in runs])
    anchors: list[tuple[int, int, int]] = []
    end_a = end_b = 0
    for k in chain:
        p, q, length = runs[k]
        late = max(end_a - p, end_b - q, 0)
        if late >= length:
            continue
        p, q, length = p + late, q + late, length - late
        if a[p : p + length] != b[q : q + length]:  # two grams may share a hash
            continue
        anchors.append((p, q, length))
        end_a, end_b = p + length, q + length
    return anchors


def _once(grams: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """The k-grams that occur once, in rising order, and where."""
    import numpy as np

    order = np.argsort(grams)
    found = grams[order]
    differs = np.ones(len(found) + 1, dtype=bool)
    differs[1:-1] = found[1:] != found[:-1]
    alone = differs[1:] & differs[:-1]
    return found[alone], order[alone]


def _grams(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    import numpy as np

    grams = np.zeros(len(codes) - _GRAM + 1, dtype=np.uint64)
    for k in range(_GRAM):
        grams = grams * np.uint64(0x9E3779B97F4A7C15) + codes[k : len(codes) - _GRAM + 1 + k]
    return grams ^ (grams >> np.uint64(29))
