"""Which language a text is in, when its source does not say."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain

from driftline.engine.lexicon import languages, lexicon
from driftline.engine.quotation.lexis import MANY_LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
# Characters looked at: a few lines of the start and of the middle, all where those do not decide.
_LINES, _PAGES = 400, 4000
# They decide with so many small words of one language, twice those of any other.
_ENOUGH = 20


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """The small words of all languages, each with the codes of those that have it."""
    common: dict[str, tuple[str, ...]] = {}
    for code in languages():
        if code != MANY_LANGUAGES:
            for word in sorted(lexicon(code).words("quotation", "common")):
                common[word] = (*common.get(word, ()), code)
    return common


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
    common = _common()
    scores = Counter(
        chain.from_iterable(map(common.__getitem__, filter(common.__contains__, words)))
    )
    ranked = sorted(scores.items(), key=lambda score: (-score[1], score[0]))
    (best, most), (_, next_most) = [*ranked, (MANY_LANGUAGES, 0), (MANY_LANGUAGES, 0)][:2]
    return best, most, next_most, words
