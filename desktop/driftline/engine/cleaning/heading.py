"""The headline of a page, which stands apart from the story among the page's own words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from driftline.engine.cleaning.signatures import picture_words
from driftline.engine.records import Reason, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line

_SIGNED = (Reason.BYLINE, Reason.TIMESTAMP)
_LONGEST_HEADLINE = 26
#: How many lines of times, names, buttons and captions may stand between headline and story.
_FARTHEST = 60
_LEAST_SHARED = 0.5
_LEAST_SHARED_NEAR = 0.25
#: How close above the story, or above the byline or time below it, a headline is expected.
_NEAR = 4
_LONGEST_STANDFIRST = 60
#: The lowest line that is the top of a text: a kicker may stand above the headline.
_TOP = 1
#: The same for a standfirst right below its headline, and for one with lines between.
_LEAST_SHARED_BELOW = 0.3
_LEAST_SHARED_FARTHER = 0.6


def may_be_headline(line: Line) -> bool:
    """Whether a line has a headline's shape: some words, and no mark that ends something else."""
    return (
        2 <= line.words <= _LONGEST_HEADLINE
        and not line.text.endswith((".", ":", ";", ","))
        and len(line.plain) >= 10
    )


def headline_above(draft: Draft, story: Sequence[int]) -> int | None:
    """The index of the line above the story that says what the story is about.

    `story` are the indices of the lines that stay. What the markup declares goes first.
    """
    lines = draft.lines
    first = next((i for i in story if lines[i].terminated and lines[i].words >= 12), None)
    if first is None:
        return None
    for i, line in enumerate(lines):
        if line.block is not None and line.block.role is Role.HEADLINE:
            return i if draft.why[i] is None else None
    about = subject_of(lines[i] for i in story)
    copies = Counter(line.plain for line in lines)
    # What comes again in the story is a subheading, listed in a table of contents.
    inside = {lines[i].plain for i in story if i > first}
    signed = _signed(draft, first)
    best, found, top = 0.0, None, False
    for i in range(max(0, first - _FARTHEST), first):
        line = lines[i]
        if draft.why[i] is not None or not may_be_headline(line) or draft.hits[i] is not None:
            continue
        shared = shared_words(line, about)
        if line.plain in inside or line.words < 3:
            continue
        near = first - i <= _NEAR if signed is None else 0 < signed - i <= 3
        least = _LEAST_SHARED_NEAR if near else _LEAST_SHARED
        if signed is not None and signed - i == 1 and line.words >= _NEAR:
            least = 0.0  # What is signed needs no other proof.
        if i == 0 and line.words >= _NEAR and draft.why[1] in _SIGNED:
            near, least = True, 0.0  # So does what is signed at the very top of a text.
        if shared < least:
            continue
        score = shared + 0.15 * (copies[line.plain] > 1) + 1.2 * min(line.words, 10) / 10
        score += 0.5 * near - 0.4 * (first - i) / _FARTHEST
        if line.block is not None and line.block.role is Role.SUBHEADING:
            score += 0.5
        # Below a headline at the top of a text stands its standfirst, which often says more.
        if score > best and not (near and top and found == i - 1):
            best, found, top = score, i, near and i <= _TOP
    return found


def _signed(draft: Draft, first: int) -> int | None:
    """The last byline or time of publication above the story."""
    found = (i for i in range(first - 1, max(-1, first - 25), -1) if draft.why[i] in _SIGNED)
    last = next(found, None)
    if last is None:
        return None
    # Name, time and reading time stand in neighbouring lines: the headline is above the first.
    while last and draft.why[last - 1] is not None:
        last -= 1
    return last


def standfirst_below(draft: Draft, headline: int, story: Sequence[int]) -> int | None:
    """The index of the line between headline and story that sums the story up."""
    lines = draft.lines
    first = next((i for i in story if i > headline), None)
    if first is None:
        return None
    about = subject_of(lines[i] for i in story)
    for i in range(headline + 1, min(first, headline + 12)):
        line = lines[i]
        if draft.why[i] is not None or not 8 <= line.words <= _LONGEST_STANDFIRST:
            continue
        hints = line.block.hints if line.block is not None else ()
        declared = "described" in hints or "near:standfirst" in hints
        if "in:figcaption" in hints or "near:picture" in hints:
            continue
        if picture_words(line, draft.language):
            continue
        least = _LEAST_SHARED_BELOW if i == headline + 1 else _LEAST_SHARED_FARTHER
        if i == headline + 1 and draft.why[i + 1] in _SIGNED:
            least = 0.0  # What stands between headline and byline needs no other proof.
        if declared or (not hints and shared_words(line, about) >= least and draft.hits[i] is None):
            return i
    return None


def subject_of(lines: Iterable[Line]) -> frozenset[str]:
    """The longer words of some lines."""
    words = {word for line in lines for word in line.plain.split()}
    return frozenset(_bare(word) for word in words if len(word) > 3)


def _bare(word: str) -> str:
    word = word.strip(".,;:!?\"'()[]")
    return word[:-2] if word.endswith("'s") else word


def shared_words(line: Line, about: frozenset[str]) -> float:
    """The share of a line's longer words that the story uses as well."""
    words = [_bare(word) for word in line.plain.split() if len(word) > 3]
    return sum(word in about for word in words) / len(words) if words else 0.0
