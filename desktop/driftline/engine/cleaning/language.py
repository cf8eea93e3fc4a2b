"""Which language a text is in, told by its script and its most frequent short words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache

from driftline import assets
from driftline.engine.lexicon import Lexicon, languages, lexicon

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
_SAMPLE = 20_000


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(assets.path("lexicons", "languages.toml").read_text("utf-8"))
    return {code: frozenset(words) for code, words in raw.items()}


#: The folder of what languages without one of their own have in common.
_OTHERS = "mul"


def packs(language: str) -> tuple[Lexicon, ...]:
    """The language packs whose furniture a page in a language may wear: English and its own.

    Languages without a folder share one.
    """
    if language == "en":
        return (lexicon("en"),)
    return lexicon("en"), lexicon(language if language in languages() else _OTHERS)


def stop_words(language: str) -> frozenset[str]:
    """The most frequent short words of a language, of English where none are known."""
    known = _stop_words()
    return known.get(language, known["en"])


def language_of(text: str) -> str | None:
    """The code of the language most of a text is in; None when too little tells it."""
    sample = text[:_SAMPLE]
    if not any(map(str.isalpha, sample)):
        return None
    if not sample.isascii() and _OTHER_SCRIPTS.search(sample):
        letters = sum(map(str.isalpha, sample))
        for code, script in _SCRIPTS:
            share = len(script.findall(sample)) / letters
            if share > (0.02 if code == "uk" else 0.1 if code == "ja" else 0.4):
                return code
    words = Counter(_WORDS.findall(sample.lower()))
    counts = [
        (sum(words[word] for word in stops & words.keys()), code)
        for code, stops in _stop_words().items()
    ]
    best, code = max(counts, key=lambda entry: entry[0])
    if best < 2 or best < 0.08 * words.total():
        return None
    return code
