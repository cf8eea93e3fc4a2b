"""When a text was published, told from the page itself."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import ticking
from driftline.engine.cleaning.packs import packs
from driftline.engine.reading.dates import WrittenDate, dates_in
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line

_MAY_HOLD_DATE = re.compile(r"(?:19|20)\d\d|\d[./]\d\d?[./]\d\d")
_LONGEST_LINE = 60
_PROSE = 30
_SENTENCE = 12
#: What stands before the date of a dateline, in how many characters; other days in a paragraph are
#: told of.
_PLACE = re.compile(r"(?:[(\[]?[^\W\d_a-zß-öø-ÿ][\w.'’]*[)\]]?[,\s/–—:-]+)+")
_DATELINE = 60
#: Dates below a story that make a list of other stories or of comments, and what each then loses.
_CROWD = 3
_CROWDED = 2.0
#: Characters behind a date in which it may be called that of publication.
_BEHIND = 40
_SEPARATORS = " |-–—·•("
#: Lines whose own phrases make them notices, which tell other days.
_NOTICES = (Reason.COPYRIGHT, Reason.LEGAL_DISCLAIMER, Reason.COOKIE_NOTICE)
#: A date that scores less is somebody else's: of another story, of what the story tells.
_LEAST_SCORE = -1.5
#: The score of a date that stands beside the headline.
_BESIDE_HEADLINE = 3.0
#: What it is worth to be called the day of publication.
_CALLED = 2.0


def published(draft: Draft, declared: str | None = None) -> str | None:
    """The time of publication, ISO 8601 as exact as given; None when nothing tells it.

    `declared` is what the markup says. It stands unless the page itself shows another day beside
    the headline and either calls it the day of publication or it is earlier: markup often carries
    the day the page was last put together.
    """
    shown, score, called = _shown(draft)
    if declared is None or shown is None:
        return declared or shown
    if score < _BESIDE_HEADLINE or shown[:10] == declared[:10]:
        return declared
    try:
        apart = (date.fromisoformat(declared[:10]) - date.fromisoformat(shown[:10])).days
    except ValueError:  # a format may declare no more than a month
        return declared
    return shown if apart > 1 or called else declared


def _shown(draft: Draft) -> tuple[str | None, float, bool]:
    """The best date the page shows, its score, and whether it is called that of publication.

    Dates are scored by their label, their line and their place between headline and story.
    """
    lines = draft.lines
    story = [
        i for i in draft.open() if lines[i].words >= _SENTENCE and lines[i].terminated
    ] or draft.open()
    if not lines or not story:
        return None, 0.0, False
    first, last = story[0], story[-1]
    head = draft.headline if draft.headline is not None else max(0, first - 12)
    below = sum(reason is Reason.TIMESTAMP for reason in draft.why[last + 1 :])
    crowded = below >= _CROWD
    best: tuple[float, str | None, bool] = (_LEAST_SCORE, None, False)
    swapped: str | None = None
    sure: set[str] = set()
    for i, line in ticking(enumerate(lines), draft.tick):
        hints = line.block.hints if line.block is not None else ()
        when = next((hint[5:] for hint in hints if hint.startswith("when:")), None)
        if when is None and (line.words > _LONGEST_LINE or not _MAY_HOLD_DATE.search(line.text)):
            continue
        dates = dates_in(line.text, day_first=draft.language != "en")
        if not dates and when is None:
            continue
        score = _place(i, head, first, last) + _look(line, draft, i, hints)
        for written in dates:
            label = _label(draft, i, written)
            told_of = line.words > _SENTENCE and line.terminated and label < _CALLED
            told_of &= not _is_dateline(line.text[: written.span.start])
            if crowded and i > last and label < _CALLED:
                label -= _CROWDED
            if not told_of and score + label > best[0]:
                best = (score + label, written.iso, label >= _CALLED)
                swapped = _swapped(written)
            if not written.ambiguous:
                sure.add(written.day)
        if not dates and score > best[0]:
            best, swapped = (score, when, False), None
    iso = best[1]
    if iso is not None and swapped is not None and swapped in sure and iso[:10] not in sure:
        iso = swapped + iso[10:]
    return iso, best[0], best[2]


def _is_dateline(before: str) -> bool:
    """Whether what stands before a date is a place set apart, or nothing: "BOSTON, MA -"."""
    if len(before) > _DATELINE:
        return False
    return not before.strip() or (
        before.rstrip()[-1] in ",/–—:-" and _PLACE.fullmatch(before) is not None
    )


def _swapped(written: WrittenDate) -> str | None:
    """The other day an ambiguous date may mean."""
    year, month, day = written.day.split("-")
    return f"{year}-{day}-{month}" if written.ambiguous else None


def _place(i: int, head: int, first: int, last: int) -> float:
    """How well a line stands for a date: between headline and story best, after it badly."""
    if min(head, first) - 3 <= i <= max(first, head) + 1:
        # Above the headline stand the days of teasers as well.
        return 3.0 - 0.02 * abs(i - head) - (i < head)
    if i < first:
        return 1.5 - 0.02 * (first - i)
    if i <= first + 3:
        return 1.0
    if i <= last:
        return -1.0 - 0.01 * (i - first)
    return -0.5 - 0.1 * min(i - last, 20)


def _look(line: Line, draft: Draft, i: int, hints: tuple[str, ...]) -> float:
    score = 0.0
    if draft.why[i] is Reason.TIMESTAMP:
        score += 1.5
    if line.words <= _SENTENCE:
        score += 1.0
    elif line.words > _PROSE:
        score -= 3.0
    hit = draft.hits[i]
    if hit is not None and hit.reason in _NOTICES:
        score -= 6.0
    if "in:time" in hints or "near:time" in hints:
        score += 1.0
    elif any(hint.startswith("when:") for hint in hints):
        score += 0.5
    if "in:footer" in hints or "in:aside" in hints or "near:related" in hints:
        score -= 1.0
    return score


def _label(draft: Draft, i: int, written: WrittenDate) -> float:
    """What the words beside a date say: published, or brought up to date."""
    line = draft.lines[i]
    before = line.text[: max(0, written.span.start)].lower()[-40:]
    if not before.strip() and i and draft.lines[i - 1].words <= 3:
        before = draft.lines[i - 1].plain
    told, updated = _labels(draft.language)
    last_updated = max((m.end() for m in updated.finditer(before)), default=-1)
    last_told = max((m.end() for m in told.finditer(before)), default=-1)
    if last_updated >= 0 and last_updated >= last_told:
        return -1.5
    if last_told >= 0:
        return _CALLED
    after = line.text[written.span.end :].lower()[:_BEHIND].lstrip(_SEPARATORS)
    return _CALLED if told.match(after) or told.match(after.removeprefix("originally ")) else 0.0


@cache
def _labels(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = [pack.table("publication") for pack in packs(language)]

    def any_of(key: str) -> re.Pattern[str]:
        words = sorted({word for table in tables for word in table.get(key, ())})
        branches = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        # A digit may stand beside a label: "May 5, 2024Updated: May 6, 2024".
        return re.compile(rf"(?<![^\W\d_])(?:{branches})\b" if branches else r"(?!)")

    return any_of("published"), any_of("updated")
