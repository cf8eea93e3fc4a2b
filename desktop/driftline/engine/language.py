"""Which language a text is in, when its source does not say: by its script, words and letters."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from driftline import assets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS = re.compile(r"[^\W\d_]+")
#: Scripts that one language all but owns, each as a range of letters.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
#: Letters of all of them: most texts have none, and are not searched for each.
_OTHER_SCRIPTS = re.compile(r"[\u0370-\u0fff\u3040-\ud7ff]")
# Characters looked at: a few lines of the start and of the middle, all where those do not decide.
_LINES, _SAMPLE = 400, 20_000
# They decide with so many points for one language, twice those of any other.
_ENOUGH = 20
# What a letter and an ending are worth, where a small word of one language alone is one point.
_LETTER, _ENDING = 0.7, 0.5
# With fewer points, or fewer for every word, nothing is told.
_FEWEST, _THINNEST = 0.6, 0.04
_LONG_WORD = 5


@dataclass(frozen=True, slots=True)
class _Signs:
    """Words, letters and endings, each with the codes of the languages that have it."""

    words: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    lengths: tuple[int, ...]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(assets.path("lexicons", "languages.toml").read_text("utf-8"))


@cache
def _signs() -> _Signs:
    table = _table()
    known: dict[str, set[str]] = {code: set(row) for code, row in table["small_words"].items()}
    for code, row in table["more_words"].items():
        known[code].update(row.split())
    endings = _shared(table["endings"])
    lengths = tuple(sorted({len(ending) for ending in endings}, reverse=True))
    return _Signs(_shared(known), _shared(table["letters"]), endings, lengths)


def _shared(rows: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    shared: dict[str, tuple[str, ...]] = {}
    for code, row in rows.items():
        for sign in sorted(set(row)):
            shared[sign] = (*shared.get(sign, ()), code)
    return shared


@cache
def small_words(language: str) -> frozenset[str]:
    """The most frequent short words of a language, of English where none are known."""
    known = _table()["small_words"]
    return frozenset(known.get(language, known["en"]))


def language_of(text: str) -> str | None:
    """The code of the language most of a text is in; None when too little tells it.

    A guess from its first pages, near-linear in their length.
    """
    sample = text[:_SAMPLE]
    if not any(map(str.isalpha, sample)):
        return None
    if not sample.isascii() and _OTHER_SCRIPTS.search(sample):
        letters = sum(map(str.isalpha, sample))
        for code, script in _SCRIPTS:
            share = len(script.findall(sample)) / letters
            if share > (0.02 if code == "uk" else 0.1 if code == "ja" else 0.4):
                return code
    middle = len(sample) // 2
    if middle > _LINES:
        best, most, next_most, _ = _likeliest(f"{text[:_LINES]} {text[middle : middle + _LINES]}")
        if most >= max(_ENOUGH, 2 * next_most):
            return best
    best, most, _, words = _likeliest(sample)
    return best if most >= max(_FEWEST, _THINNEST * words) else None


def _likeliest(text: str) -> tuple[str | None, float, float, int]:
    """The language with most points, these and those of the next; how many words there are."""
    signs = _signs()
    words = Counter(_WORDS.findall(text.lower()))
    points: dict[str, float] = defaultdict(float)
    for word, times in words.items():
        codes = signs.words.get(word)
        worth = 1.0
        if codes is None and len(word) >= _LONG_WORD:
            tails = (signs.endings.get(word[-length:]) for length in signs.lengths)
            codes = next(filter(None, tails), None)
            worth = _ENDING
        for code in codes or ():
            points[code] += times * worth / len(codes or ())
        if not word.isascii():
            marks = [found for letter in sorted(set(word)) if (found := signs.letters.get(letter))]
            for code, share in chain.from_iterable(((c, len(m)) for c in m) for m in marks):
                points[code] += times * _LETTER / share
    ranked = sorted(points.items(), key=lambda entry: (-entry[1], entry[0]))
    (best, most), (_, next_most) = [*ranked, (None, 0.0), (None, 0.0)][:2]
    return best, most, next_most, words.total()
