"""Numbers and what makes them vague: "about 40", "at least three"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def counts(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a number with its measure opens what is said: "about 40", "at least three"."""
    if not 0 <= place < len(tokens):
        return False
    word, first, second, *_ = [*(t.lower for t in tokens[place : place + 3]), "", ""]
    if lexis.among(word, "approximating"):
        start = place + 1
    elif lexis.among(word, "at_least") and lexis.among(first, "least"):
        start = place + 2 + lexis.among(second, "at_least")
    else:
        return False
    if any(t.lower in lexis.complementizers for t in tokens[start : start + 4]):
        return False
    return start < len(tokens) and number(tokens[start], lexis)


def number(token: Token, lexis: Lexis) -> bool:
    """Whether a number stands here, in figures or as a word, or the sign of a currency."""
    return (
        token.text[:1].isdigit() or token.text in "$€£" or lexis.among(token.lower, "number_words")
    )
