"""Tokens: the words and marks of a passage, as the rules for quotations see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.segmentation.marks import Marked

_PLAIN = str.maketrans("’‘‑", "''-", "\xad")


# Made by the hundred: filled in without a call for each they take a third less time.
@dataclass(slots=True, init=False)
class Token:
    """A word, a punctuation mark, or a whole stretch between quotation marks.

    `word` says that it is neither punctuation nor a quotation, `capital` that it is a word that
    starts with a capital letter.
    """

    start: int
    end: int
    text: str
    lower: str
    word: bool
    capital: bool
    quote: Marked | None


@cache
def _word(language: str) -> re.Pattern[str]:
    """A run of plain words, or a word, a title with its stop or a mark, and white space."""
    titles = sorted(lexicon(language).words("abbreviations", "before_a_name"))
    titled = "|".join(re.escape(title) for title in titles) or "(?!)"
    return re.compile(
        r"((?:[a-z]++ )++)\s*+"  # most words of most texts, at once
        r"|([A-Za-z]++(?=[ ,])|[^\w\s]"
        r"|\d{1,3}(?:,\d{3})+(?![^\W_])"
        rf"|(?:[^\W\d_]\.){{2,}}|\b(?:{titled})\.(?=\s)"
        r"|[^\W_]+(?:[’'.&/\xad-][^\W_]+)*(?:[sS][’'](?![^\W_]))?"
        r"|_)\s*+"
    )


def title_case(row: Sequence[Token], lexis: Lexis) -> bool:
    """Whether every longer word has a capital, as in headlines: then a capital says nothing.

    A short verb without one is no headline's: "Jane Vale met Tom Orr in Leeds on Monday".
    """
    longer = 0
    if lexis.verb_second:
        # Where every noun has a capital.
        return False
    for token in row:
        if token.word and (len(token.text) > 3 or token.lower in lexis.finite_forms):
            if not token.capital:
                return False
            longer += len(token.text) > 3
    return longer >= 4


def quoted(text: str, quote: Marked) -> Token:
    """A whole stretch between quotation marks, as one token."""
    token = Token()
    token.start, token.end = quote.span.start, quote.span.end
    token.text = quote.span.of(text)
    token.lower = token.text[:1]
    token.word = token.capital = False
    token.quote = quote
    return token


def words(text: str, start: int, end: int, language: str = "en") -> list[Token]:
    """The words and punctuation marks of a stretch of text."""
    found: list[Token] = []
    add = found.append
    for match in _word(language).finditer(text, start, end):
        run, piece = match.groups()
        a = match.start()
        if piece is None:
            for word in run.split():
                token = Token()
                token.start = a
                a += len(word)
                token.end = a
                token.text = token.lower = word
                token.word = True
                token.capital = False
                token.quote = None
                add(token)
                a += 1
        else:
            token = Token()
            token.start = a
            token.end = a + len(piece)
            token.text = piece
            token.lower = piece.lower() if piece.isascii() else piece.casefold().translate(_PLAIN)
            token.word = len(piece) > 1 or piece.isalnum()
            token.capital = piece[0].isupper()
            token.quote = None
            add(token)
    return found
