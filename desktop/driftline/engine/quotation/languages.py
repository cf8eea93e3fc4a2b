"""Which language a text is in, when its source does not say."""

from __future__ import annotations

import re
from functools import cache

from driftline.engine.lexicon import languages, lexicon
from driftline.engine.quotation.lexis import MANY_LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
# Characters looked at: a few lines of the start and of the middle, all where those do not decide.
_LINES, _PAGES = 400, 4000
# They decide with so many small words of one language, twice those of any other.
_ENOUGH = 20


@cache
def _common() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each language with its small words."""
    codes = [code for code in languages() if code != MANY_LANGUAGES]
    return tuple((code, lexicon(code).words("quotation", "common")) for code in codes)


def language_of(text: str) -> str:
    """The language whose small words a text uses most; a guess from its first few pages.

    Gives a code of a language pack, that of many languages together where none fits.
    """
    middle = _PAGES // 2
    lines = f"{text[:_LINES]} {text[middle : middle + _LINES]}"
    best, most, next_most, words = _most_used(lines)
    if most < max(_ENOUGH, 2 * next_most):
        best, most, _, words = _most_used(text[:_PAGES])
    if most == 0 and all(word.isascii() for word in words):
        return "en"
    return best


def _most_used(text: str) -> tuple[str, int, int, list[str]]:
    """The language whose small words stand there most often, how often, and those of the next.

    With all words, in lower case.
    """
    words = _WORD.findall(text.casefold())
    best, most, next_most = MANY_LANGUAGES, 0, 0
    for code, common in _common():
        score = sum(map(common.__contains__, words))
        if score > most:
            best, most, next_most = code, score, most
        else:
            next_most = max(next_most, score)
    return best, most, next_most, words
