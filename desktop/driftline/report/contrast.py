"""Two wordings of one quotation, as runs that mark the words in which they differ.

Words are compared as the quote ledger does: without case, marks and spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from driftline.engine.alignment.wording import word_edits
from driftline.engine.quotation.wording import words_within
from driftline.report.model import Mark, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The first private sign: a word is told by one sign.
_FIRST_CODE = 0x10000
#: A run that is longer than this is told by its two ends, each half as long (characters).
_LONG_RUN = 240
#: Behind so many characters the rest is left out.
_MOST = 1_200


def contrast(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of two texts; words of one only are marked, and the place where they are missing.

    Nothing is marked where both have the same words.
    """
    words, others = words_within(old), words_within(new)
    codes: dict[str, str] = {}
    one, other = (
        "".join(codes.setdefault(word, chr(_FIRST_CODE + len(codes))) for word, _ in side)
        for side in (words, others)
    )
    edits = word_edits(one, other)
    spans, places = [span for _, span in words], [span for _, span in others]
    return (
        _runs(old, spans, [(a, b) for a, b, _, _ in edits], Mark.DELETED),
        _runs(new, places, [(a, b) for _, _, a, b in edits], Mark.INSERTED),
    )


def _runs(
    text: str, spans: Sequence[tuple[int, int]], edits: Sequence[tuple[int, int]], mark: Mark
) -> tuple[Run, ...]:
    runs: list[Run] = []
    done = 0
    for first, last in edits:
        if first < last:
            start, end = spans[first][0], spans[last - 1][1]
        elif first < len(spans):
            start = end = spans[first][0]
        else:
            # Before the mark that closes the quotation.
            start = end = spans[-1][1] if spans else len(text)
        while end < len(text) and category(text[end]).startswith("M"):
            end += 1
        start = start if first < last else end
        runs += [Run(text[done:start]), Run(text[start:end], mark if start < end else Mark.POINT)]
        done = end
    runs.append(Run(text[done:]))
    return tuple(run for run in runs if run.text or run.mark is Mark.POINT)


def shortened(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs, long ones told by their ends and the rest of very many left out."""
    made: list[Run] = []
    size = 0
    for run in runs:
        text = run.text
        if len(text) > _LONG_RUN:
            half = _LONG_RUN // 2
            start, end = text[:half], text[-half:]
            text = f"{start.rpartition(' ')[0] or start} … {end.partition(' ')[2] or end}"
        made.append(Run(text, run.mark))
        size += len(text)
        if size > _MOST:
            made.append(Run(" …"))
            break
    return tuple(made)
