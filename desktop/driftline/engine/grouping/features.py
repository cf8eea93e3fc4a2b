"""A text as a set of numbers: hashes of every run of five words.

The words are read from many texts at once with numpy: each character is looked up in a table that
folds case and gives separators zero, and a word's number is a polynomial over its characters
modulo 2^64. The result depends on the text alone, never on the run or the machine.
"""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Numbers = NDArray[np.uint64]

#: Words in a feature. Five keep chance agreement out and still survive one changed word in six.
WORDS_IN_FEATURE = 5
#: Characters of a text that count, enough for any book.
LONGEST_TEXT = 4_000_000
#: Characters read at once: few enough to stay in the processor's cache.
_BATCH = 200_000
_TABLE = 0x10000
#: Scripts written without spaces: each character counts as a word.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x312F),
    (0x31A0, 0x9FFF),
    (0xF900, 0xFAFF),
)
_ODD = np.uint64(0x9E3779B97F4A7C15)


def _inverse(odd: int) -> int:
    """The number that multiplies with an odd number to 1 modulo 2^64."""
    return pow(odd, -1, 1 << 64)


def scrambled(numbers: Numbers) -> Numbers:
    """The numbers with every bit depending on every other (the finaliser of SplitMix64)."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


@cache
def _characters() -> tuple[Numbers, NDArray[np.bool_]]:
    """A number for every character of the basic plane, 0 for separators; and the unspaced ones."""
    folded = np.zeros(_TABLE, dtype=np.uint64)
    for code in range(_TABLE):
        character = chr(code)
        if character.isalnum() or unicodedata.category(character) in ("Mn", "Mc"):
            lower = character.lower()
            folded[code] = ord(lower) if len(lower) == 1 else code
    known = folded > 0
    folded[known] = scrambled(folded[known] * _ODD) | np.uint64(1)
    alone = np.zeros(_TABLE, dtype=np.bool_)
    for first, last in _UNSPACED:
        alone[first : last + 1] = known[first : last + 1]
    return folded, alone


@cache
def _powers(length: int) -> tuple[Numbers, Numbers]:
    """The powers of an odd number modulo 2^64, and their inverses."""
    base = 0x5851F42D4C957F2D
    both = []
    for factor in (base, _inverse(base)):
        row = np.full(length, factor, dtype=np.uint64)
        row[0] = 1
        both.append(np.multiply.accumulate(row))
    return both[0], both[1]


def _words(text: str) -> tuple[Numbers, NDArray[np.int64]]:
    """A number for each word of a text, and the place of its first character."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table, alone = _characters()
    if text.isascii():
        values = table[codes]
        single = None
    else:
        basic = np.where(codes < _TABLE, codes, 0x4E00)
        values = table[basic]
        beyond = codes >= _TABLE
        if beyond.any():
            values[beyond] = scrambled(codes[beyond].astype(np.uint64) * _ODD) | np.uint64(1)
        single = alone[basic]
    inside = values != 0
    starts_here = inside.copy()
    starts_here[1:] &= ~inside[:-1]
    if single is not None and single.any():
        starts_here |= single
        starts_here[1:] |= inside[1:] & single[:-1]
    starts = np.flatnonzero(starts_here)
    if not len(starts):
        return np.empty(0, dtype=np.uint64), starts
    powers, inverses = _powers(1 << max(8, (len(codes) - 1).bit_length()))
    values *= powers[: len(codes)]
    words = np.add.reduceat(values, starts)
    words *= inverses[starts]
    return scrambled(words), starts


def _runs(words: Numbers) -> Numbers:
    """A number for each run of five words; for a shorter text, one number for all of it."""
    length = min(WORDS_IN_FEATURE, len(words))
    count = len(words) - length + 1
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total *= _ODD
        total += words[place : place + count]
    return scrambled(total)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = [], 0
        part = text[:LONGEST_TEXT]
        batch.append(part if part.isascii() else unicodedata.normalize("NFC", part))
        size += len(part) + 1
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class Batch:
    """The features of some texts that follow each other.

    `keys` has a number for each text's words in their order (0 for a text without words): equal
    texts have equal keys. `runs` are the features of all the texts, in order; `owners` tells of
    each which of these texts it is of.
    """

    keys: list[int]
    runs: Numbers
    owners: NDArray[np.int64]


def features(texts: Iterable[str]) -> Iterator[Batch]:
    """The texts' features: a number for every run of five words (all of a shorter text is one).

    Case, punctuation, spaces and composed or decomposed accents make no difference. A text counts
    by its first `LONGEST_TEXT` characters.
    """
    for batch in _batches(texts):
        words, places = _words("\n".join(batch))
        characters = np.cumsum(np.fromiter((len(text) + 1 for text in batch), np.int64, len(batch)))
        ends = np.searchsorted(places, characters)
        starts = np.concatenate(([0], ends[:-1]))
        owners = np.repeat(np.arange(len(batch)), ends - starts)
        keys = _keys(words, starts, ends)
        if len(words) >= WORDS_IN_FEATURE:
            runs = _runs(words)
            whole = owners[: len(runs)] == owners[WORDS_IN_FEATURE - 1 :]
            runs, owners = runs[whole], owners[: len(whole)][whole]
        else:
            runs, owners = words[:0], owners[:0]
        short = [
            place
            for place in np.flatnonzero(ends - starts < WORDS_IN_FEATURE).tolist()
            if ends[place] > starts[place]
        ]
        if short:
            extra = [_runs(words[starts[place] : ends[place]]) for place in short]
            runs = np.concatenate([runs, *extra])
            owners = np.concatenate([owners, np.array(short, np.int64)])
        yield Batch(keys, runs, owners)


def feature_sequence(text: str) -> Numbers:
    """The features of one text in the order of its words."""
    batches = list(features([text]))
    return batches[0].runs


def _keys(words: Numbers, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> list[int]:
    if not len(words):
        return [0] * len(starts)
    powers, inverses = _powers(1 << max(8, (len(words) - 1).bit_length()))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(words * powers[: len(words)])))
    keys = scrambled((sums[ends] - sums[starts]) * inverses[np.minimum(starts, len(words) - 1)])
    keys[ends == starts] = 0
    return [int(key) for key in keys]


if sys.byteorder != "little":  # pragma: no cover
    raise ImportError("Driftline's grouping reads texts as little-endian numbers.")
