"""Where an edit stands in the characters of both texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from driftline.engine.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit

_APOSTROPHES = "'’"

#: The tokens of a group of sentences: old ones from first to end, new ones from first to end.
Limits = tuple[int, int, int, int]


def seams(text: CodedText) -> list[int]:
    """The tokens that are the first behind a cut, in order."""
    starts = text.tokens.starts
    return sorted({bisect_left(starts, cut.span.end) for cut in text.version.cuts})


def apart_at(edit: WordEdit, seams_old: Sequence[int], seams_new: Sequence[int]) -> list[WordEdit]:
    """An edit in parts none of which reaches over a cut, for the cut is no part of any text."""
    if not seams_old and not seams_new:
        return [edit]
    x, x_end, y, y_end = edit
    places_old = [x, *_within(seams_old, x, x_end), x_end]
    places_new = [y, *_within(seams_new, y, y_end), y_end]
    longer = max(len(places_old), len(places_new))
    places_old += [x_end] * (longer - len(places_old))
    places_new += [y_end] * (longer - len(places_new))
    return [
        (*old, *new) for old, new in zip(pairwise(places_old), pairwise(places_new), strict=True)
    ]


def _within(seams: Sequence[int], first: int, end: int) -> Sequence[int]:
    return seams[bisect_right(seams, first) : bisect_left(seams, end)] if end - first > 1 else ()


def spans_of(old: CodedText, new: CodedText, edit: WordEdit, limits: Limits) -> tuple[Span, Span]:
    """The characters of an edit of tokens; added and dropped words take one space with them.

    The empty side is the place where the words would stand. `limits` are those of the sentences the
    edit is in: nothing outside of them is touched.
    """
    x, x_end, y, y_end = edit
    a, a_end, b, b_end = limits
    if x < x_end and y < y_end:
        return _span(old, x, x_end), _span(new, y, y_end)
    if x < x_end:
        span, follows = _with_space(old, x, x_end, x == a, x_end == a_end)
        return span, _point(new, y, follows, b, b_end)
    span, follows = _with_space(new, y, y_end, y == b, y_end == b_end)
    return _point(old, x, follows, a, a_end), span


def _span(text: CodedText, first: int, end: int) -> Span:
    return Span(text.tokens.starts[first], text.tokens.ends[end - 1])


def _with_space(
    text: CodedText, first: int, end: int, begins: bool, ends: bool
) -> tuple[Span, bool]:
    """The words with the space that goes with them, and whether they stand before what follows.

    It is the space after them, or else the one before.
    """
    span = _span(text, first, end)
    whole = text.version.source.text  # not the kept text: a cut is no space
    before = "" if begins else whole[span.start - 1 : span.start]
    after = "" if ends else whole[span.end : span.end + 1]
    if text.words[end - 1][-1] in _APOSTROPHES and after.isalnum():
        return span, True  # "l'" of "l'accord": no space goes with it
    if after.isspace() and after != "\n" and (before.isspace() or not before):
        return Span(span.start, span.end + 1), True
    if before.isspace() and before != "\n":
        return Span(span.start - 1, span.end), False
    return span, after.isalnum()


def _point(text: CodedText, at: int, before_next: bool, first: int, end: int) -> Span:
    """The place between two tokens: right before the next, or right after the one before."""
    starts, ends = text.tokens.starts, text.tokens.ends
    place = starts[at] if at == first or (before_next and at < end) else ends[at - 1]
    return Span(place, place)
