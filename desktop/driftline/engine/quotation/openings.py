"""The subject a sentence opens with, leads passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import closes_clause, opening
from driftline.engine.quotation.subjects import introductory

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

_COMMAS = frozenset({",", "–", "—", "-", "―"})


def opening_subject(tokens: list[Token], place: int, lexis: Lexis) -> tuple[int, int] | None:
    """The subject of the passage's first clause: what stands before its verb, leads passed over."""
    start = opening(tokens, lexis)
    for index in range(start, place):
        if tokens[index].quote is not None and closes_clause(tokens[index]):
            start = index + 1
    led = False
    while start < place:
        first = tokens[start]
        if first.lower in lexis.personal:
            return start, start + 1
        if not first.word or first.lower in lexis.conjunctions:
            start += 1
            continue
        comma = next((i for i in range(start, place) if tokens[i].text in _COMMAS), place)
        if _leads_in(tokens, start, comma, lexis) or (
            led and (_place_name(tokens, start, comma, place, lexis) or _year(tokens, start, comma))
        ):
            if comma + 1 >= place:
                return _behind_a_lead(tokens, start, place, lexis)
            start, led = comma + 1, True
            continue
        end = next(
            (
                i
                for i in range(start + 1, comma)
                if lexis.finite(tokens[i].lower) and not tokens[i].capital
            ),
            comma,
        )
        while end - 1 > start and lexis.adverb(tokens[end - 1].lower):
            end -= 1
        if end - start > 2 and tokens[end - 1].lower in lexis.times:
            end -= 2 * (tokens[end - 2].lower in lexis.prepositions)
        return (start, end) if end - start <= 12 else None
    return None


def _leads_in(tokens: list[Token], start: int, end: int, lexis: Lexis) -> bool:
    """Whether a stretch before a comma is a time, a place or a clause before the main one."""
    last = tokens[end - 1].lower
    timed = last in lexis.times or (end - start > 1 and last in lexis.prepositions)
    if timed and not any(lexis.finite(t.lower) for t in tokens[start:end]):
        return True
    first = tokens[start].lower
    if first in lexis.determiners and any(lexis.finite(t.lower) for t in tokens[start:end]):
        # "Both parents left": an adverb elsewhere.
        return False
    return first not in lexis.personal and introductory(tokens, start, end, lexis)


def _year(tokens: list[Token], start: int, comma: int) -> bool:
    """Whether a number alone stands between commas: "On July 6, 2015, she"."""
    return comma == start + 1 and tokens[start].text.isdigit()


def _place_name(tokens: list[Token], start: int, comma: int, place: int, lexis: Lexis) -> bool:
    """Whether a name between commas belongs to the place before it: "in Ames, Iowa, she"."""
    if comma - start > 2 or comma + 1 >= place or not tokens[start].capital:
        return False
    following = tokens[comma + 1].lower
    return following not in lexis.relatives and following not in lexis.determiners


def _behind_a_lead(
    tokens: list[Token], start: int, place: int, lexis: Lexis
) -> tuple[int, int] | None:
    """The subject behind a lead that no comma closes: "On Monday the mayor left, saying"."""
    for index in range(start + 1, place - 1):
        token, before = tokens[index], tokens[index - 1]
        if token.lower in lexis.personal and lexis.finite(tokens[index + 1].lower):
            return index, index + 1
        opens = token.capital or token.lower in lexis.articles
        timed = token.lower in lexis.times or before.lower in lexis.prepositions
        if not opens or timed or (before.capital and before.lower not in lexis.times):
            continue
        end = index + 1
        while end < place and tokens[end].word and not lexis.finite(tokens[end].lower):
            end += 1
        if end < place and tokens[end].word and end - index <= 8:
            return index, end
    return None
