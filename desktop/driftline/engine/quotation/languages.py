"""Which language a text is in, when its source does not say."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from driftline.engine.lexicon import languages, lexicon
from driftline.engine.quotation.lexis import MANY_LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000


@cache
def _common() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each language with its small words."""
    codes = [code for code in languages() if code != MANY_LANGUAGES]
    return tuple((code, lexicon(code).words("quotation", "common")) for code in codes)


def language_of(text: str) -> str:
    """The language whose small words a text uses most; a guess from its first few pages.

    Gives a code of a language pack, that of many languages together where none fits.
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].casefold()))
    if not words:
        return "en"
    best, most = MANY_LANGUAGES, 0
    for code, common in _common():
        score = sum(words[word] for word in common if word in words)
        if score > most:
            best, most = code, score
    if most == 0 and all(letter.isascii() for word in words for letter in word):
        return "en"
    return best
