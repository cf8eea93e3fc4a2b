"""The headline of a page, which stands apart from the story among the page's own words."""

from __future__ import annotations

import re
from collections import Counter
from math import log1p
from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import CLOSERS
from driftline.engine.cleaning.reasons import reason_named
from driftline.engine.cleaning.signatures import picture_words
from driftline.engine.reading.dates import dates_in
from driftline.engine.records import Reason, Role

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.furniture import Hit
    from driftline.engine.cleaning.lines import Line

_WORD = re.compile(r"[^\W\d_]+")
_SIGNED = (Reason.BYLINE, Reason.TIMESTAMP)
_LONGEST_HEADLINE = 26
#: How many lines of times, names, buttons and captions may stand between headline and story, and
#: how far inside what the model takes for the story a headline is looked for.
_FARTHEST = 60
_INSIDE = 6
_PROSE = 12
#: The lowest line that is the top of a text, for a kicker may stand above the headline, and the
#: least words of a headline there.
_TOP = 1
_LEAST_TITLE = 4
#: How far below a headline it is signed, and with how many lines between.
_NEAR = 10
_BETWEEN = 2
#: Words of a line that may hold the day of publication.
_DATED = 18
_LONGEST_STANDFIRST = 60
#: What speaks for a line and against it: a conditional logit (McFadden 1973), fitted to 490 pages
#: whose headline is known and whose lines were judged by forests that had not seen their sites.
WEIGHTS = {
    "shared": 3.9, "words": 3.4, "far": -3.5, "signed": 2.6, "signed soon": 2.5,
    "signed later": 2.0, "comes again": -2.1, "below another": -0.9, "number": 0.5,
    "says the line above": 1.9, "label": -2.5, "sentence": -0.8, "chance": -3.1, "capitals": 1.6,
    "names a notice": -0.8, "shares nothing": -2.1, "long line below": 2.1, "calls": -1.4,
}  # fmt: skip
#: The score from which on the best line is taken for the headline.
_LEAST_SCORE = 3.0
#: The same for a standfirst right below its headline, and for one with lines between.
_LEAST_SHARED_BELOW = 0.3
_LEAST_SHARED_FARTHER = 0.6


def may_be_headline(line: Line) -> bool:
    """Whether a line has a headline's shape: some words, and no mark that ends something else."""
    return (
        2 <= line.words <= _LONGEST_HEADLINE
        and not line.text.rstrip(CLOSERS).endswith((".", ":", ";", ","))
        and len(line.plain) >= 10
    )


def headline_above(draft: Draft, story: Sequence[int], chance: Sequence[float]) -> int | None:
    """The index of the line above the story that says what the story is about.

    `story` are the indices of the lines that stay, `chance` what the model gives each line. What
    the markup declares goes first.
    """
    for i, line in enumerate(draft.lines):
        if line.block is not None and line.block.role is Role.HEADLINE:
            return i if draft.why[i] is None else None
    traits = traits_of_headlines(draft, story, chance)
    if 0 in traits and traits[0]["signed"] and draft.lines[0].words >= _LEAST_TITLE:
        return 0  # What is signed at the very top of a text needs no other proof.
    scores = [
        (sum(weight * here[name] for name, weight in WEIGHTS.items()), -i)
        for i, here in traits.items()
    ]
    best, below = max(scores, default=(0.0, 0))
    found = -below
    if best < _LEAST_SCORE:
        return None
    # Below a headline at the top of a text stands its standfirst, which often says more.
    above = found - 1
    titled = above in traits and above <= _TOP and draft.lines[above].words >= _LEAST_TITLE
    return above if titled and traits[found]["signed"] else found


def traits_of_headlines(
    draft: Draft, story: Sequence[int], chance: Sequence[float]
) -> dict[int, dict[str, float]]:
    """The lines above a story that may be its headline, by their index, with what they are like."""
    lines = draft.lines
    first = next((i for i in story if lines[i].terminated and lines[i].words >= _PROSE), None)
    if first is None:
        return {}
    said = Counter(word for i in story for word in subject_of([lines[i]]))
    again = frozenset(word for word, times in said.items() if times > 1)
    # What comes again in the story is a subheading, listed in a table of contents.
    inside = {lines[i].plain for i in story if i > first}
    kept = frozenset(story)
    found: dict[int, dict[str, float]] = {}
    for i in range(max(0, first - _FARTHEST), min(len(lines), first + _INSIDE)):
        line, hit = lines[i], draft.hits[i]
        if draft.why[i] is not None or not may_be_headline(line) or (hit and hit.sure):
            continue
        if picture_words(line, draft.language):
            continue
        shared = shared_words(line, again if i in kept else said)
        signed = _signed(draft, i)
        below = lines[i + 1].words if i + 1 < len(lines) else 0
        heading = line.block is not None and line.block.role is Role.SUBHEADING
        found[i] = {
            "shared": shared,
            "words": min(line.words, 10) / 10 + 0.2 * heading,
            "far": abs(first - i) / _FARTHEST,
            "signed": float(signed == 0),
            "signed soon": float(signed == 1),
            "signed later": float(signed == 2),
            "comes again": float(line.plain in inside),
            "below another": float(i - 1 in found),
            "number": float(line.text[0].isdigit()),
            "says the line above": float(i > 0 and lines[i - 1].plain == line.plain),
            "label": float(line.words < 4),
            "sentence": float(line.words > 14),
            "chance": float(chance[i]),
            "capitals": _capitals(line),
            "names a notice": float(reason_named(line, draft.language) is not None),
            "shares nothing": float(shared == 0),
            "long line below": log1p(below) / 4,
            "calls": float(line.text.endswith("!")),
        }
    return found


def _signed(draft: Draft, i: int) -> int | None:
    """How many lines below a line its signature stands, other cuts not counted; None if far off."""
    between = 0
    for j in range(i + 1, min(i + 1 + _NEAR, len(draft.lines))):
        if _signs(draft, j):
            return between
        between += draft.why[j] is None
        if between > _BETWEEN:
            return None
    return None


def _signs(draft: Draft, i: int) -> bool:
    """Whether a line says who wrote or when."""
    line = draft.lines[i]
    return (
        draft.why[i] in _SIGNED
        or _says_by(draft.hits[i])
        or (line.words <= _DATED and bool(dates_in(line.text)))
    )


def _says_by(hit: Hit | None) -> bool:
    return hit is not None and hit.reason is Reason.BYLINE


def _capitals(line: Line) -> float:
    """The share of a line's longer words that begin with a capital."""
    words = [word for word in _WORD.findall(line.text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


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


def shared_words(line: Line, about: Container[str]) -> float:
    """The share of a line's longer words that the story uses as well."""
    words = [_bare(word) for word in line.plain.split() if len(word) > 3]
    return sum(word in about for word in words) / len(words) if words else 0.0
