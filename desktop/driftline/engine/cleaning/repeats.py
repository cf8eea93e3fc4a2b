"""What a page prints twice: its body, its headline, the text of a teaser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import TICK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.cleaning.lines import Line

#: A repeated run needs two lines and this many words, one of them a sentence: pull quotes,
#: refrains and table cells come again in earnest.
_LEAST_WORDS = 30
_SENTENCE = 12
#: Words of a teaser that is said twice.
_PHRASE = (3, 40)
_HEADLINE = range(3, 30)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stand twice: `length` lines from index `first` and again from `second`."""

    first: int
    second: int
    length: int


def repeated_runs(
    lines: Sequence[Line], open_lines: Sequence[int], tick: Callable[[], None] = lambda: None
) -> list[Run]:
    """The runs of lines that come twice, among those of the given indices.

    `first`, `second` and `length` count positions in `open_lines`. A copy of a copy is measured
    against the first. Linear in the number of lines.
    """
    keys = [lines[i].plain for i in open_lines]
    seen: dict[str, int] = {}
    runs: list[Run] = []
    i = 0
    steps = 0
    while i < len(keys):
        if steps % TICK == 0:
            tick()
        steps += 1
        earlier = seen.get(keys[i])
        length = 0
        if earlier is not None:
            while (
                i + length < len(keys)
                and earlier + length < i
                and keys[earlier + length] == keys[i + length]
            ):
                length += 1
        if earlier is not None and _weighs([lines[j] for j in open_lines[i : i + length]]):
            runs.append(Run(earlier, i, length))
            i += length
            continue
        for step in range(max(length, 1)):
            seen.setdefault(keys[i + step], i + step)
        i += max(length, 1)
    return runs


def _weighs(run: list[Line]) -> bool:
    return (
        len(run) >= 2
        and sum(line.words for line in run) >= _LEAST_WORDS
        and any(line.words >= _SENTENCE for line in run)
    )


def doubled_bodies(
    lines: Sequence[Line], open_lines: Sequence[int], tick: Callable[[], None] = lambda: None
) -> list[int]:
    """Indices of the lines that are the copy not to keep.

    The copy that stands under a headline is kept, else the first.
    """
    spare: list[int] = []
    for run in repeated_runs(lines, open_lines, tick):
        first = open_lines[run.first : run.first + run.length]
        second = open_lines[run.second : run.second + run.length]
        between = open_lines[run.first + run.length : run.second]
        before = open_lines[max(0, run.first - 4) : run.first]
        under_second = any(_headline_like(lines[i]) for i in between[-3:])
        under_first = any(_headline_like(lines[i]) for i in before)
        spare.extend(first if under_second and not under_first else second)
    return sorted(set(spare))


def _headline_like(line: Line) -> bool:
    return line.words in _HEADLINE and not line.terminated


def says_it_twice(line: Line) -> bool:
    """Whether a line is one phrase two times over, as a linked picture with its own text is."""
    words = line.plain.split()
    half = len(words) // 2
    return _PHRASE[0] <= half <= _PHRASE[1] and len(words) % 2 == 0 and words[:half] == words[half:]
