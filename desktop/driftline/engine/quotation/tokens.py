"""Tokens: the words and marks of a passage, as the rules for quotations see them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.segmentation.marks import Marked

_PLAIN = str.maketrans("’‘‑", "''-", "\xad")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole stretch between quotation marks.

    `word` says that it is neither punctuation nor a quotation, `capital` that it is a word that
    starts with a capital letter.
    """

    start: int
    end: int
    text: str
    lower: str
    word: bool = False
    capital: bool = False
    quote: Marked | None = None


@cache
def _word(language: str) -> re.Pattern[str]:
    """A word, an abbreviated title with its stop, or a mark, in one language, and white space."""
    titles = sorted(lexicon(language).words("abbreviations", "before_a_name"))
    titled = "|".join(re.escape(title) for title in titles) or "(?!)"
    return re.compile(
        r"([A-Za-z]++(?=[ ,])"  # most words of most texts, at once
        r"|\d{1,3}(?:,\d{3})+(?![^\W_])"
        rf"|(?:[^\W\d_]\.){{2,}}|\b(?:{titled})\.(?=\s)"
        r"|[^\W_]+(?:[’'.&/\xad-][^\W_]+)*(?:[sS][’'](?![^\W_]))?"
        r"|\S)\s*+"
    )


def title_case(row: Sequence[Token], lexis: Lexis) -> bool:
    """Whether every longer word has a capital, as in headlines: then a capital says nothing.

    A short verb without one is no headline's: "Jane Vale met Tom Orr in Leeds on Monday".
    """
    longer = 0
    for token in row:
        if token.word and (len(token.text) > 3 or token.lower in lexis.finite_forms):
            if not token.capital:
                return False
            longer += len(token.text) > 3
    return longer >= 4


def words(text: str, start: int, end: int, language: str = "en") -> Iterator[Token]:
    """The words and punctuation marks of a stretch of text."""
    new = tuple.__new__
    for match in _word(language).finditer(text, start, end):
        piece = match[1]
        a = match.start()
        b = a + len(piece)
        lower = piece.lower() if piece.isascii() else piece.casefold().translate(_PLAIN)
        # A text has thousands of these, and the tuple's own constructor is half as fast.
        word = b - a > 1 or piece.isalnum()
        yield new(Token, (a, b, piece, lower, word, piece[0].isupper(), None))
