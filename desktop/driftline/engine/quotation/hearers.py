"""Whom somebody tells: "reporters", "the Echo's editor", "her supporters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import next_lower
from driftline.engine.quotation.measures import counts, number
from driftline.engine.quotation.scare import is_title

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def skip_hearer(tokens: list[Token], place: int, lexis: Lexis) -> int:
    """The place after the person told: "reporters", "CNN's Jake Tapper", "a crowd"."""
    end = place
    if end < len(tokens) and (
        tokens[end].lower in lexis.object_pronouns
        and tokens[end].lower not in ("it",)
        and not (len(tokens[end].text) > 1 and tokens[end].text.isupper())
        and not _owns_the_hearer(tokens, end, lexis)
    ):
        return end + 1
    opened = False
    while end < len(tokens) and end - place < 12:
        token = tokens[end]
        word = token.lower
        if token.quote is not None and _names_a_programme(tokens, end, opened):
            opened = True
            end += 1
            continue
        if not token.word and token.text not in ("’", "'", "&"):
            break
        if word in lexis.complementizers:
            break
        if word in lexis.questions:
            break
        if end > place and (word in lexis.clause_openers or word in lexis.denying):
            break
        if word in lexis.prepositions or (word in lexis.times and end > place):
            break
        if word in lexis.auxiliaries:
            # The hearer has been read too far, into the subject of a clause.
            return place if not opened else _back(tokens, place, end, lexis)
        owned = tokens[end - 1].lower in lexis.articles or (
            tokens[end - 1].lower in lexis.possessives
        )
        if opened and not owned and (number(token, lexis) or counts(tokens, end, lexis)):
            # "told reporters three people had died", "told reporters more than 30 had died".
            break
        if end > place and (word in lexis.articles or word in lexis.possessives):
            before = tokens[end - 1]
            if before.lower not in lexis.conjunctions and not before.lower.endswith("'s"):
                break
        if end > place and token.capital and not tokens[end - 1].capital and opened:
            last = tokens[end - 1].lower
            if lexis.finite(next_lower(tokens, end)) and not tokens[end + 1].capital:
                # "told the jury Vale stood".
                break
            if (
                last not in lexis.articles
                and last not in lexis.possessives
                and (last.endswith("s") or last in lexis.times)
            ):
                break
        opened = True
        end += 1
    return end


def _owns_the_hearer(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a pronoun is the owner of who is told: "told her supporters that"."""
    if tokens[place].lower not in lexis.possessives or place + 2 >= len(tokens):
        return False
    noun, after = tokens[place + 1], tokens[place + 2]
    if not noun.word or noun.capital or noun.lower in lexis.clause_openers:
        return False
    if after.lower in lexis.prepositions:
        # "told her crew at a fair that", but "told her people in Leeds were late".
        after = next(
            (
                t
                for t in tokens[place + 3 : place + 10]
                if t.quote is not None
                or t.lower in lexis.complementizers
                or t.lower in lexis.infinitive
                or lexis.finite(t.lower)
            ),
            after,
        )
    return (
        after.lower in lexis.complementizers
        or after.lower in lexis.infinitive
        or after.text in (",", ":")
        or after.quote is not None
        or after.lower in lexis.times
    ) and noun.lower not in lexis.complementizers


def _names_a_programme(tokens: list[Token], place: int, opened: bool) -> bool:
    """Whether marked words are a title that belongs to the hearer: a channel's "Morning Show"."""
    if not opened:
        # "told “This Morning” host Jane Doe".
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        named = following is not None and following.word and not following.capital
        return named and is_title(tokens[place]) and any(t.quote for t in tokens[place + 1 :])
    before, token = tokens[place - 1], tokens[place]
    inner = [w for w in token.text.split() if w[:1].isalpha() or len(w) > 1]
    titled = all(w.strip("\"“”'‘’,.&")[:1].isupper() for w in inner if len(w) > 4)
    return len(inner) <= 4 and titled and (before.lower.endswith("'s") or before.capital)


def _back(tokens: list[Token], place: int, end: int, lexis: Lexis) -> int:
    """Where a clause's subject starts that was read on from the hearer."""
    if tokens[place].lower in lexis.articles and place + 2 < end:
        # "told the Leeds Echo women are paid less", "told the court women are paid less".
        known = tokens[place + 1].lower in lexis.pack.words("speakers", "generic_bodies")
        last = place + 2 if known else place + 1
        while last < end and tokens[last].capital:
            last += 1
        if place + 1 < last < end:
            return last
    for index in range(end - 1, place, -1):
        token, before = tokens[index], tokens[index - 1]
        if token.lower in lexis.determiners or (token.capital and not before.capital):
            return index
    return place if end == place + 1 or tokens[place].lower in lexis.articles else place + 1
