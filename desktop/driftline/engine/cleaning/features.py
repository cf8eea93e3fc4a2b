"""What the line model sees: numbers about each line, its neighbours and its place on the page."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from driftline.engine.cleaning.lines import ticking
from driftline.engine.language import small_words
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from driftline.engine.cleaning.furniture import Hit
    from driftline.engine.cleaning.lines import Line

    Table = NDArray[np.float32]

_SENTENCE_BREAK = re.compile(r"[.!?…。！？][\"'”’»)]*\s+[^\sa-z]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEPARATOR = re.compile(r"[|›»>•·→/]")
#: Reasons in groups that stand in the same part of a page.
_GROUPS: tuple[tuple[Reason, ...], ...] = (
    (Reason.NAVIGATION, Reason.BREADCRUMB, Reason.ICON_NAMES),
    (Reason.SHARE_BUTTONS,),
    (Reason.UI_CONTROL, Reason.MEDIA_PLAYER, Reason.ERROR_BANNER),
    (Reason.RELATED_LINK, Reason.TAGS),
    (Reason.COMMENTS_FOOTER,),
    (Reason.LEGAL_DISCLAIMER, Reason.COPYRIGHT, Reason.COOKIE_NOTICE),
    (Reason.NEWSLETTER, Reason.PAYWALL, Reason.ADVERTISEMENT),
    (Reason.BYLINE, Reason.TIMESTAMP, Reason.SOURCE_TAG, Reason.AUTHOR_BIO),
    (Reason.PHOTO_CAPTION, Reason.PHOTO_CREDIT),
)
_GROUP_OF = {reason: number for number, group in enumerate(_GROUPS) for reason in group}

#: Columns of the table of single lines, in order.
OWN = (
    "words", "characters", "mean_word", "stops", "capitals", "shouting", "digits", "commas",
    "sentences", "terminated", "colon", "question", "ellipsis", "lower_start", "digit_start",
    "quote_start", "quotes", "item", "separators", "year", "address", "first_person",
    "second_person", "copies", "gap", "sure", "maybe", "topic", "good",
    *(f"group{number}" for number in range(len(_GROUPS))),
)  # fmt: skip
_AT = {name: number for number, name in enumerate(OWN)}
#: Columns of which the model also sees the lines around.
_NEAR = ("words", "stops", "capitals", "terminated", "sure", "maybe", "topic", "good", "copies")
_REACH = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (4, 10, 25)


@cache
def _persons() -> tuple[frozenset[str], frozenset[str]]:
    first = frozenset({"i", "me", "my", "i'm", "i've", "mine"})
    return first, frozenset({"you", "your", "you're", "you'll", "yours"})


def own_features(
    lines: Sequence[Line],
    hits: Sequence[Hit | None],
    language: str,
    tick: Callable[[], None] = lambda: None,
) -> Table:
    """One row a line, the columns of `OWN`: what a line says of itself and of its copies."""
    stops = small_words(language)
    first, second = _persons()
    copies = Counter(line.plain for line in lines)
    split = [line.plain.split() for line in lines]
    topic = _topic_words(lines, split)
    rows = []
    for line, words, hit in ticking(zip(lines, split, hits, strict=True), tick):
        text = line.text
        count = len(words) or 1
        tokens = text.split()
        stop_count = len([1 for word in words if word in stops])
        sentences = len(_SENTENCE_BREAK.findall(text)) if count > 8 else 0
        long_words = [word for word in words if len(word) > 4]
        terminated = line.terminated
        start = text[0]
        groups = [0.0] * len(_GROUPS)
        sure = maybe = 0.0
        if hit is not None:
            sure, maybe = float(hit.sure), float(not hit.sure)
            group = _GROUP_OF.get(hit.reason)
            if group is not None:
                groups[group] = 1.0 if hit.sure else 0.5
        good = count if terminated and count >= 8 and not sure and stop_count >= 0.2 * count else 0
        length = len(text)
        rows.append(
            (
                count,
                length,
                length / count,
                stop_count / count,
                len([1 for token in tokens if token[0].isupper()]) / (len(tokens) or 1),
                float(text.isupper()),
                sum(map(str.isdigit, text)) / length if length < 200 else 0.0,
                text.count(",") / count,
                sentences,
                float(terminated),
                float(text[-1] == ":"),
                float(text[-1] == "?"),
                float(text.endswith(("…", "..."))),
                float(start.islower()),
                float(start.isdigit()),
                float(start in "“„«\"‘'"),
                text.count("“") + text.count('"') / 2,
                float(start in "-*•·▪–"),
                len(_SEPARATOR.findall(text)) / count if length < 300 else 0.0,
                float(_YEAR.search(text) is not None),
                float("@" in text or "http" in line.plain or "www." in line.plain),
                len([1 for word in words if word in first]) / count,
                len([1 for word in words if word in second]) / count,
                copies[line.plain],
                float(line.gap),
                sure,
                maybe,
                len([1 for word in long_words if word in topic]) / (len(long_words) or 1),
                good,
                *groups,
            )
        )
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(OWN))


def _topic_words(lines: Sequence[Line], split: Sequence[list[str]]) -> frozenset[str]:
    """The longer words that the page's prose uses in at least three of its lines."""
    counts: Counter[str] = Counter()
    for line, words in zip(lines, split, strict=True):
        if len(words) >= 12 and line.terminated:
            counts.update({word.strip(".,;:!?\"'()") for word in words if len(word) > 4})
    return frozenset(word for word, count in counts.items() if count >= 3)


def page_features(own: Table) -> Table:
    """The table of `own_features` with the lines around each line, windows and places added."""
    columns = [own]
    near = own[:, [_AT[name] for name in _NEAR]].copy()
    near[:, 0] = np.log1p(near[:, 0])
    near[:, 7] = np.log1p(near[:, 7])
    columns += [shifted(near, step) for step in _REACH]
    good = own[:, _AT["good"]]
    words = own[:, _AT["words"]]
    sure = own[:, _AT["sure"]] + 0.5 * own[:, _AT["maybe"]]
    short = ((words <= 6) & (own[:, _AT["terminated"]] == 0)).astype(np.float32)
    for series in (good, words, sure, short):
        for width in _WINDOWS:
            columns.append(np.stack(sums_around(series, width), axis=1).astype(np.float32))
    columns.append(_places(own, good, words))
    columns.append(_distances(own, good))
    return np.concatenate(columns, axis=1, dtype=np.float32)


def sums_around(series: NDArray[Any], width: int) -> list[NDArray[Any]]:
    """For each line the sum of a series over the lines before it, and over those after it."""
    count = len(series)
    at = np.arange(count)
    total = np.concatenate([[0.0], np.cumsum(series, dtype=np.float64)])
    before = total[at] - total[np.maximum(at - width, 0)]
    after = total[np.minimum(at + 1 + width, count)] - total[at + 1]
    return [before, after]


def shifted(table: NDArray[Any], step: int) -> NDArray[Any]:
    """The table moved so that each row holds the row `step` lines on; -1 outside the page."""
    moved = np.full_like(table, -1.0)
    if abs(step) < len(table):
        if step > 0:
            moved[:-step] = table[step:]
        else:
            moved[-step:] = table[:step]
    return moved


def _places(own: Table, good: Table, words: Table) -> Table:
    count = len(own)
    at = np.arange(count, dtype=np.float32)
    done = np.cumsum(good)
    mass = max(float(done[-1]), 1.0)
    all_words = np.cumsum(words)
    return np.stack(
        [
            at / count,
            at,
            count - at,
            (done - good) / mass,
            done,
            mass - done,
            (all_words - words) / max(float(all_words[-1]), 1.0),
            np.full(count, count),
            np.full(count, mass),
            np.full(count, mass / max(float(all_words[-1]), 1.0)),
            words / max(float(words.max()), 1.0),
        ],
        axis=1,
    ).astype(np.float32)


def _distances(own: Table, good: Table) -> Table:
    """How many lines ago, and how many lines on, is prose or a word that opens a part of a page."""
    columns = []
    marks = [good >= 8, good >= 25, own[:, _AT["copies"]] > 1]
    marks += [own[:, _AT[f"group{number}"]] == 1.0 for number in range(len(_GROUPS))]
    for mark in marks:
        columns += [lines_since(mark), lines_since(mark[::-1])[::-1]]
    table = np.minimum(np.stack(columns, axis=1), 60).astype(np.float32)
    passed = [np.cumsum(own[:, _AT[f"group{number}"]] == 1.0) for number in (1, 3, 4, 5, 6, 7)]
    return np.concatenate([table, np.stack(passed, axis=1)], axis=1, dtype=np.float32)


def lines_since(mark: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Lines since the last marked one, the line itself not counted; 60 when there was none."""
    at = np.arange(len(mark))
    last = np.maximum.accumulate(np.where(mark, at, -60))
    since: NDArray[np.int64] = at - np.concatenate([[-60], last[:-1]])
    return since
