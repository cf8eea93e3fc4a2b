"""Words: the tokens a comparison is made of.

Boundaries follow UAX #29 with a newspaper's additions: a number keeps its separators ("3,000",
"18:18", "2.5"), an abbreviation its stop ("U.S.", "Mr."), a word its inner hyphens and apostrophes;
every other mark stands alone. Ideographs and the scripts that set no spaces are cut character by
character. No token ever ends inside a grapheme cluster.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from driftline.engine.lexicon import lexicon
from driftline.engine.segmentation.normal import UNSEEN, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_WORD = regex.compile(r"[\w]", regex.V1)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, as two parallel lists of code-point offsets in rising order."""

    text: str
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def words(self) -> list[str]:
        """The tokens as written."""
        text = self.text
        return [text[s:e] for s, e in zip(self.starts, self.ends, strict=True)]


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    known = lexicon(language).words("abbreviations", "before_a_name")
    listed = "|".join(regex.escape(word) for word in sorted(known, key=lambda w: (-len(w), w)))
    filled = _PATTERN.replace("ABBREVIATIONS", f"(?:{listed})" if listed else "(?!)")
    return regex.compile(filled, regex.V1 | regex.VERBOSE)


def tokens(text: str, spans: Iterable[Span] | None = None, language: str = "en") -> Tokens:
    """The tokens of a text, or of some spans of it that are in order and do not overlap."""
    pattern = _pattern(language)
    starts: list[int] = []
    ends: list[int] = []
    bounds = [(0, len(text))] if spans is None else [(span.start, span.end) for span in spans]
    for start, end in bounds:
        found = [match.span() for match in pattern.finditer(text, start, end)]
        starts += [first for first, _ in found]
        ends += [last for _, last in found]
    return Tokens(text, starts, ends)


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit; marks and signs are no words."""
    return token[0].isalnum() or _WORD.search(token) is not None


def count_words(text: str, spans: Iterable[Span] | None = None, language: str = "en") -> int:
    """How many words a text or some spans of it hold; punctuation is not counted."""
    found = tokens(text, spans, language)
    return sum(map(is_word, found.words()))


def same_word(one: str, other: str) -> bool:
    """Whether two tokens are one word apart from typography and capitals."""
    return one == other or fold(one).casefold() == fold(other).casefold()
