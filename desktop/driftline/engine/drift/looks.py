"""Typography: words that stayed and yet look otherwise, and spaces that differ between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.sides import is_mark
from driftline.engine.records import Span
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driftline.engine.alignment.coded import CodedText

#: Two spans that say the same in another look, and the rule that tells what differs.
Look = tuple[Span, Span, str]


def looks(old: CodedText, new: CodedText, x: int, x_end: int, y: int) -> Iterator[Look]:
    """What looks otherwise in a stretch of equal tokens: old x to x_end, new from y on."""
    shift = y - x
    a_starts, a_ends = old.tokens.starts, old.tokens.ends
    b_starts, b_ends = new.tokens.starts, new.tokens.ends
    pending: Look | None = None
    for k in range(x, x_end):
        j = k + shift
        found: list[Look] = []
        if k > x:
            gap_a, gap_b = Span(a_ends[k - 1], a_starts[k]), Span(b_ends[j - 1], b_starts[j])
            if spaced_otherwise(old, new, gap_a, gap_b):
                found.append((*narrowed(old, new, gap_a, gap_b), "spaces"))
        if old.words[k] != new.words[j]:
            one, other = old.words[k], new.words[j]
            rule = _differs(fold(one), fold(other))
            found.append((Span(a_starts[k], a_ends[k]), Span(b_starts[j], b_ends[j]), rule))
        if not found or found[-1][2] == "spaces":
            found.extend(_beside_mark(old, new, k, j, x_end, bool(found)))
        for look in found:
            if pending is not None and (act := _one_act(old, new, pending, look)):
                pending = (
                    Span(pending[0].start, look[0].end),
                    Span(pending[1].start, look[1].end),
                    act,
                )
                continue
            if pending is not None:
                yield pending
            pending = look
    if pending is not None:
        yield pending


def same_look(old: CodedText, new: CodedText, x: int, x_end: int, y: int) -> bool:
    """Whether a stretch of equal tokens, or none at all, looks the same to the last space."""
    if x >= x_end:
        return True
    here, there = old.tokens, new.tokens
    end = y + x_end - x - 1
    return (
        old.text[here.starts[x] : here.ends[x_end - 1]]
        == new.text[there.starts[y] : there.ends[end]]
    )


def _differs(one: str, other: str) -> str:
    """What differs in two forms of a word: shape, capitals, or letters ("daß" and "dass")."""
    if one == other:
        return "apostrophe"
    return "marks" if is_mark(one) else "case" if one.lower() == other.lower() else "spelling"


def _beside_mark(
    old: CodedText, new: CodedText, k: int, j: int, x_end: int, spaced: bool
) -> list[Look]:
    """A mark that stayed, when the spaces on both sides of it differ: a dash spaced otherwise."""
    if not spaced or k + 1 >= x_end or not is_mark(old.words[k]):
        return []
    here, there = old.tokens, new.tokens
    gap_a = Span(here.ends[k], here.starts[k + 1])
    gap_b = Span(there.ends[j], there.starts[j + 1])
    if not spaced_otherwise(old, new, gap_a, gap_b):
        return []
    return [
        (Span(here.starts[k], here.ends[k]), Span(there.starts[j], there.ends[j]), "marks"),
    ]


def _one_act(old: CodedText, new: CodedText, one: Look, other: Look) -> str | None:
    """The rule for two looks that changed together, if they did.

    A mark and the spaces beside it do, as a dash does; and words in capitals throughout.
    """
    if one[2] == "case" == other[2]:
        a = old.text[one[0].start : other[0].end]
        b = new.text[one[1].start : other[1].end]
        return "case" if a.isupper() != b.isupper() else None
    if one[0].end != other[0].start:
        return None
    words = [look[0].of(old.text) for look in (one, other) if look[2] != "spaces"]
    return "marks" if len(words) == 1 and is_mark(words[0]) else None


def narrowed(old: CodedText, new: CodedText, a: Span, b: Span) -> tuple[Span, Span]:
    """Two gaps without the spaces they end and begin with in common."""
    one, other = a.of(old.text), b.of(new.text)
    end = 0
    while end < min(len(one), len(other)) and one[-1 - end] == other[-1 - end]:
        end += 1
    shorter = min(len(one), len(other)) - end
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    return Span(a.start + start, a.end - end), Span(b.start + start, b.end - end)


def spaced_otherwise(old: CodedText, new: CodedText, a: Span, b: Span) -> bool:
    """Whether two gaps between words differ in a way a reader sees.

    Where lines end is no such way, and a gap left by a cut is no gap of the text.
    """
    one, other = a.of(old.text), b.of(new.text)
    if one == other or (("\n" in one or "\n" in other) and one and other):
        return False
    cut = a.of(old.version.source.text).strip() or b.of(new.version.source.text).strip()
    return not cut
