"""Words: the tokens a comparison is made of.

Boundaries follow UAX #29 with a newspaper's additions: a number keeps its separators ("3,000",
"18:18", "2.5"), an abbreviation its stop ("U.S.", "Mr."), a word its inner hyphens and apostrophes;
every other mark stands alone. Ideographs and the scripts that set no spaces are cut character by
character. No token ever ends inside a grapheme cluster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from driftline.engine.records import Span

_ALONE = r"\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TAIL = rf"[\p{{M}}\u200c\u200d{UNSEEN}]*+"
# A letter or digit of a script with spaces, with all that clings to it.
_LETTER = rf"[\w--[{_ALONE}]]{_TAIL}"
_INNER = "['’‘ʼ´`\\-‐‑·]"
_PATTERN = rf"""
    [A-Za-z]{{2,}}+(?=[ ,])                                     # most words of most texts, at once
  |    (?:(?<!\w)\p{{L}}\.){{2,}}(?!\w) | (?<!\w)\p{{L}}(?:\.\p{{L}})+\.(?!\w)  # U.S.  e.g.
  | (?<![\w'’])ABBREVIATIONS\.(?=\s)                      # Mr.
  | (?<![\w'’.])\p{{Lu}}\.(?=[ \u00a0](?:\p{{Lu}}?\p{{Ll}}))  # T. Molomby
  | \d+(?:[.,:/\u066b\u066c]\d+)+(?:{_INNER}?(?:{_LETTER})++)* # 3,000  18:18  2.5m
  | (?:{_LETTER})++(?:{_INNER}(?:{_LETTER})++|(?<=\w)[.](?={_LETTER}[^\s.])(?:{_LETTER})++)*
  | [{_ALONE}]{_TAIL}
  | \.{{2,}} | -{{2,}} | \[(?:\.\.\.|…)\]
  | [^\s\p{{M}}{UNSEEN}]\p{{M}}*+(?:[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d\p{{So}}[\ufe0f]?)*+
"""
# The same for text in Latin letters of the first block: no marks that combine, no other scripts.
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_SMALL = "[a-z\u00df-\u00f6\u00f8-\u00ff]"
_PLAIN_PATTERN = rf"""
    [A-Za-z]{{2,}}+(?=[ ,])
  | (?:(?<!\w)[^\W\d_]\.){{2,}}(?!\w) | (?<!\w)[^\W\d_](?:\.[^\W\d_])+\.(?!\w)
  | (?<![\w'’])ABBREVIATIONS\.(?=\s)
  | (?<![\w'’.]){_CAPITAL}\.(?=[ \u00a0]{_CAPITAL}?{_SMALL})
  | \d+(?:[.,:/]\d+)+(?:{_INNER}?\w++)*
  | \w++(?:{_INNER}\w++|(?<=\w)[.](?=\w[^\s.])\w++)*
  | \.{{2,}} | -{{2,}} | \[(?:\.\.\.|…)\]
  | \S
"""
_OTHER_THAN_PLAIN = re.compile(
    "[^\x00-\xac\xae-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u2010-\u2015\u2018-\u201f\u2026\u20ac]"
)
_WORD = regex.compile(r"[\w]", regex.V1)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: three parallel lists, offsets in code points and in rising order."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]

    def __len__(self) -> int:
        return len(self.starts)


@cache
def _splitter(language: str, plain: bool) -> Callable[[str], list[str]]:
    """What splits a text into white space and tokens in turn; `plain` text is split faster."""
    known = lexicon(language).words("abbreviations", "before_a_name")
    listed = "|".join(re.escape(word) for word in sorted(known, key=lambda w: (-len(w), w)))
    pattern = _PLAIN_PATTERN if plain else _PATTERN
    filled = pattern.replace("ABBREVIATIONS", f"(?:{listed})" if listed else "(?!)")
    if plain:
        return re.compile(f"({filled})", re.VERBOSE).split
    split: Callable[[str], list[str]] = regex.compile(f"({filled})", regex.V1 | regex.VERBOSE).split
    return split


def tokens(text: str, spans: Iterable[Span] | None = None, language: str = "en") -> Tokens:
    """The tokens of a text, or of some spans of it that are in order and do not overlap."""
    split = _splitter(language, text.isascii() or _OTHER_THAN_PLAIN.search(text) is None)
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    bounds = [(0, len(text))] if spans is None else [(span.start, span.end) for span in spans]
    for start, end in bounds:
        # Their lengths add up to the offsets.
        pieces = split(text[start:end])
        reached = list(accumulate(map(len, pieces), initial=start))
        starts += reached[1:-1:2]
        ends += reached[2::2]
        words += pieces[1::2]
    return Tokens(text, starts, ends, words)


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit; marks and signs are no words."""
    return token[0].isalnum() or _WORD.search(token) is not None
