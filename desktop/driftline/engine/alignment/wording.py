"""Word edits between two strings of codes: the shortest edit script, in near-linear time.

A bit-parallel algorithm finds the script (H. Hyyrö, 2004); unlike diff-match-patch, whose scripts
are as short, its time hardly grows with the edits. Long texts are first cut at landmarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Postfix, Prefix

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
    if a == b:
        return edits
    start = Prefix.similarity(a, b)
    a, b = a[start:], b[start:]
    end = Postfix.similarity(a, b)
    a, b = a[: len(a) - end], b[: len(b) - end]
    if not a or not b or (len(a) == 1 and len(b) == 1):
        edits.append((start, start + len(a), start, start + len(b)))
    elif max(len(a), len(b)) > _LONG:
        _diff_long(a, b, start, edits, progress)
    else:
        _diff_bits(a[::-1], b[::-1], start + len(a), start + len(b), edits)
    return edits


def _diff_bits(back: str, back_new: str, end: int, end_new: int, edits: list[WordEdit]) -> None:
    """The script of two strings that are read backwards, from where they end.

    Of two scripts that are as short an editor's is more often the one found from the end.
    """
    found: list[WordEdit] = []
    after, after_new = end, end_new
    for x, y, size in Indel.editops(back, back_new).as_matching_blocks():
        past, past_new = end - x, end_new - y
        if past != after or past_new != after_new:
            found.append((past, after, past_new, after_new))
        after, after_new = past - size, past_new - size
    found.reverse()
    edits += found


def _diff_long(a: str, b: str, start: int, edits: list[WordEdit], progress: Progress) -> None:
    back, back_new, size, size_new = a[::-1], b[::-1], len(a), len(b)
    between = gaps(a, b) or [(0, size, 0, size_new)]
    for number, (x, x_end, y, y_end) in enumerate(between):
        if number % 512 == 0:
            progress("words", x, size)
        if x == x_end or y == y_end or x_end - x == y_end - y == 1:
            edits.append((start + x, start + x_end, start + y, start + y_end))
        elif (x_end - x) * (y_end - y) <= _FEW:
            _diff_bits(
                back[size - x_end : size - x],
                back_new[size_new - y_end : size_new - y],
                start + x_end,
                start + y_end,
                edits,
            )
        else:
            _diff_large(a[x:x_end], b[y:y_end], start + x, start + y, edits, progress)


def _diff_large(a: str, b: str, i: int, j: int, edits: list[WordEdit], progress: Progress) -> None:
    shared = set(a) & set(b)
    if not shared:
        edits.append((i, i + len(a), j, j + len(b)))
    elif len(a) * len(b) <= _CELLS:
        at_a = [k for k, c in enumerate(a) if c in shared]
        at_b = [k for k, c in enumerate(b) if c in shared]
        if 8 * len(at_a) < 7 * len(a) or 8 * len(at_b) < 7 * len(b):
            _diff_shared(a, b, at_a, at_b, i, j, edits)
        else:
            _diff_bits(a[::-1], b[::-1], i + len(a), j + len(b), edits)
    else:
        # No landmarks over a huge stretch: windows of even share, so that time stays linear.
        pieces = max(len(a), len(b)) // _WINDOW + 1
        parts: list[WordEdit] = []
        for piece in range(pieces):
            progress("words", piece, pieces)
            x, x_end = len(a) * piece // pieces, len(a) * (piece + 1) // pieces
            y, y_end = len(b) * piece // pieces, len(b) * (piece + 1) // pieces
            if a[x:x_end] != b[y:y_end]:
                _diff_large(a[x:x_end], b[y:y_end], i + x, j + y, parts, progress)
        edits += _joined(parts)


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


def _joined(edits: list[WordEdit]) -> list[WordEdit]:
    joined: list[WordEdit] = []
    for edit in edits:
        if joined and joined[-1][1] == edit[0] and joined[-1][3] == edit[2]:
            joined[-1] = (joined[-1][0], edit[1], joined[-1][2], edit[3])
        else:
            joined.append(edit)
    return joined
