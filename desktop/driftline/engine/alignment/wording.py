"""Word edits between two strings of codes: the shortest edit script, in near-linear time.

A bit-parallel algorithm finds the script (H. Hyyrö, 2004); unlike diff-match-patch, whose scripts
are as short, its time hardly grows with the edits. Long texts are first cut at landmarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import Indel

from driftline.engine.alignment.landmarks import gaps
from driftline.engine.progress import silent

if TYPE_CHECKING:
    from driftline.engine.progress import Progress

#: An edit: codes a[0]:a[1] of the old string become b[0]:b[1] of the new, (a0, a1, b0, b1).
WordEdit = tuple[int, int, int, int]

_LONG = 2_000
# Cells of the bit matrix (one bit each) a single gap may need: 32 MB.
_CELLS = 2**28
_WINDOW = 8_000
# Cells up to which nothing is gained by leaving codes out.
_FEW = 2**22


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
    else:
        _diff_gap(a, b, i, j, edits, progress)


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


def _diff_bits(a: str, b: str, i: int, j: int, edits: list[WordEdit]) -> None:
    """The script by bits; codes the other side lacks are left out of a large matrix."""
    if len(a) * len(b) > _FEW:
        shared = set(a) & set(b)
        at_a = [k for k, c in enumerate(a) if c in shared]
        at_b = [k for k, c in enumerate(b) if c in shared]
        if 8 * len(at_a) < 7 * len(a) or 8 * len(at_b) < 7 * len(b):
            _diff_shared(a, b, at_a, at_b, i, j, edits)
            return
    # Worked out backwards: of two scripts that are as short an editor's is more often the one found
    # from the end.
    blocks: list[WordEdit] = []
    x = x_end = y = y_end = 0
    operations: Any = Indel.editops(a[::-1], b[::-1]).as_list()
    for operation, before, before_new in operations:
        if before != x_end or before_new != y_end:
            if x < x_end or y < y_end:
                blocks.append((x, x_end, y, y_end))
            x = x_end = before
            y = y_end = before_new
        if operation == "delete":
            x_end += 1
        else:
            y_end += 1
    if x < x_end or y < y_end:
        blocks.append((x, x_end, y, y_end))
    i += len(a)
    j += len(b)
    edits.extend([(i - q, i - p, j - s, j - r) for p, q, r, s in reversed(blocks)])


def _diff_shared(
    a: str, b: str, at_a: list[int], at_b: list[int], i: int, j: int, edits: list[WordEdit]
) -> None:
    """The script by the codes both sides have, at the places given."""
    p = q = 0
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
    between = gaps(a, b) or [(0, len(a), 0, len(b))]
    for number, (x, x_end, y, y_end) in enumerate(between):
        if number % 512 == 0:
            progress("words", x, len(a))
        if x_end - x <= 1 >= y_end - y or x == x_end or y == y_end:
            edits.append((i + x, i + x_end, j + y, j + y_end))
        else:
            _diff_gap(a[x:x_end], b[y:y_end], i + x, j + y, edits, progress)


def _diff_gap(a: str, b: str, i: int, j: int, edits: list[WordEdit], progress: Progress) -> None:
    if set(a).isdisjoint(b):
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
