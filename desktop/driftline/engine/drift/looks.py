"""Typography: words that stayed and yet look otherwise, and spaces that differ between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.rules import is_mark
from driftline.engine.records import Span
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driftline.engine.alignment.coded import CodedText

#: Two spans that say the same in another look, and the rule that tells what differs.
Look = tuple[Span, Span, str]


def looks(old: CodedText, new: CodedText, x: int, x_end: int, y: int) -> Iterator[Look]:
    """What looks otherwise in a stretch of equal tokens: old x to x_end, new from y on."""
    if x >= x_end:
        return
    shift = y - x
    a_starts, a_ends = old.tokens.starts, old.tokens.ends
    b_starts, b_ends = new.tokens.starts, new.tokens.ends
    if (
        old.text[a_starts[x] : a_ends[x_end - 1]]
        == new.text[b_starts[y] : b_ends[x_end - 1 + shift]]
    ):
        return
    pending: Look | None = None
    for k in range(x, x_end):
        j = k + shift
        found: list[Look] = []
        if k > x:
            gap_a, gap_b = Span(a_ends[k - 1], a_starts[k]), Span(b_ends[j - 1], b_starts[j])
            if spaced_otherwise(gap_a.of(old.text), gap_b.of(new.text)):
                found.append((gap_a, gap_b, "spaces"))
        if old.words[k] != new.words[j]:
            one, other = old.words[k], new.words[j]
            rule = "apostrophe" if fold(one) == fold(other) else "case"
            found.append((Span(a_starts[k], a_ends[k]), Span(b_starts[j], b_ends[j]), rule))
        for look in found:
            if pending is not None and _one_act(old, pending, look):
                pending = (
                    Span(pending[0].start, look[0].end),
                    Span(pending[1].start, look[1].end),
                    "marks",
                )
                continue
            if pending is not None:
                yield pending
            pending = look
    if pending is not None:
        yield pending


def _one_act(old: CodedText, one: Look, other: Look) -> bool:
    """Whether a mark and the spaces beside it changed together, as a dash does."""
    if one[0].end != other[0].start:
        return False
    marks = [look for look in (one, other) if look[2] != "spaces"]
    return any(is_mark(look[0].of(old.text).strip() or " ") for look in marks)


def spaced_otherwise(one: str, other: str) -> bool:
    """Whether two gaps between words differ in a way a reader sees; where lines end is no way."""
    if one == other:
        return False
    return not ("\n" in one or "\n" in other) or not (one and other)
