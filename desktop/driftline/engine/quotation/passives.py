"""Passives with their agent: "was accused by Orr of lying", "it was confirmed by police that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.bidding import bid_end, infinitive_at
from driftline.engine.quotation.charges import charge_end
from driftline.engine.quotation.claims import COMMAS
from driftline.engine.quotation.clauses import closes_clause, is_stop, looks_like_clause
from driftline.engine.quotation.cue import Cue
from driftline.engine.quotation.endings import content_end
from driftline.engine.quotation.inversion import called_by, name_after
from driftline.engine.quotation.scare import is_title
from driftline.engine.quotation.subjects import subject_of

if TYPE_CHECKING:
    from driftline.engine.quotation.claims import Claims
    from driftline.engine.quotation.lexis import Lexis, Verb
    from driftline.engine.quotation.tokens import Token

# So many words after "by" the agent, with an apposition, has ended.
_LONGEST_AGENT = 16
# Marked words stand so near behind "as".
_NEAR = 7


def passives(claims: Claims) -> list[int]:
    """The places of words that may be participles with an agent behind them, or behind marks."""
    if claims.passage.quotes:
        return claims.reporting
    tokens, agents = claims.tokens, claims.lexis.agents
    last = len(tokens) - 2
    return [p for p in claims.reporting if p < last and tokens[p + 1].lower in agents]


def agent_says(claims: Claims, place: int) -> None:
    """Claim what the agent of a passive says, if that stands in the passage."""
    tokens, lexis = claims.tokens, claims.lexis
    verb = lexis.verbs.get(tokens[place].lower)
    last = place + 2 >= len(tokens)
    if verb is None or "participle" not in verb.tenses or last or claims.claimed[place]:
        return
    if "naming" in verb.classes and _named(claims, place):
        return
    if not lexis.among(tokens[place + 1].lower, "agents") or " " in verb.lemma:
        return
    helped = place - 1
    while helped >= 0 and lexis.adverb(tokens[helped].lower):
        helped -= 1
    left = helped
    while left >= 0 and tokens[left].lower in lexis.being | lexis.having:
        left -= 1
    if left >= 0 and tokens[left].lower in lexis.remark_openers:
        _as_announced(claims, place, left, verb)
        return
    if left == helped:
        return
    subject = subject_of(tokens, left, lexis) if left >= 0 else None
    begin = subject[2] if subject is not None else max(left, 0)
    link = _link(tokens, place, verb, lexis)
    if link:
        agent = (place + 2, _agent_end(tokens, place + 2, link, lexis))
        later = [cue for cue in claims.cues if cue.first > link]
        cue = Cue(place, place, verb, agent, begin, link, inverted=True)
        word = tokens[link].lower
        if lexis.among(f"{verb.lemma} {word}", "charging"):
            end = content_end(tokens, link, cue, later, lexis)
            whole = charge_end(tokens, place, link, end, lexis)
            if not whole:
                # Marks that are all of the charge.
                link = next((i for i in range(link, end) if tokens[i].quote is not None), end)
            end = whole or min(link + 1, end)
        elif word in lexis.infinitive or word in lexis.denying:
            end = bid_end(tokens, link, content_end(tokens, link, cue, later, lexis), lexis)
        else:
            end = content_end(tokens, link, cue, later, lexis)
        marked = any(tokens[i].quote is not None for i in range(link, end))
        if end - link > 1 or marked:
            claims.claim([(link, end)], cue, indirect=not marked)
    elif (
        left > 0
        and lexis.among(tokens[left].lower, "neuter_subjects")
        and closes_clause(tokens[left - 1])
        and "speech" in verb.classes
    ):
        _before(claims, place, left, verb)


def _named(claims: Claims, place: int) -> bool:
    """What somebody was called, in marks: "was described by Orr as “a liar”"."""
    tokens, lexis = claims.tokens, claims.lexis
    quote = called_by(tokens, place, lexis)
    agent = (quote + 2, name_after(tokens, quote + 2, lexis)) if quote else (0, 0)
    if not quote and place + 4 < len(tokens) and lexis.among(tokens[place + 1].lower, "agents"):
        end = place + 2
        while (
            end < min(len(tokens), place + 14)
            and tokens[end].word
            and tokens[end].lower not in lexis.remark_openers
        ):
            end += 1
        if end < len(tokens) and end > place + 2 and tokens[end].lower in lexis.remark_openers:
            near = range(end, min(len(tokens), end + _NEAR))
            quote = next((i for i in near if tokens[i].quote is not None), 0)
            agent = (place + 2, end)
    if not quote or claims.claimed[quote] or is_title(tokens[quote]):
        return bool(quote)
    claims.find([(quote, quote + 1)], (place, place), agent)
    return True


def _link(tokens: list[Token], place: int, verb: Verb, lexis: Lexis) -> int:
    """Where what the agent says opens: with "that", "whether", "to" or "of"; 0 for nowhere."""
    says = "speech" in verb.classes or "hearer" in verb.classes
    inquires = lexis.among(verb.lemma, "inquiring")
    bids = lexis.among(verb.lemma, "bidding")
    comma = False
    for index in range(place + 3, min(place + _LONGEST_AGENT, len(tokens) - 1)):
        token, after = tokens[index], tokens[index + 1]
        word = token.lower
        if token.quote is not None or (is_stop(token) and tokens[index - 1].text != "Mr"):
            return 0
        if word in lexis.complementizers:
            relative = lexis.finite(after.lower) and after.lower not in lexis.clause_openers
            return 0 if relative or not says else index
        if inquires and (word in lexis.asking or word in lexis.doubting):
            return index
        if bids and infinitive_at(tokens, index, lexis):
            return index - (tokens[index - 1].lower in lexis.denying)
        if lexis.among(f"{verb.lemma} {word}", "charging") and (
            after.quote is not None
            or (not after.capital and (after.lower.endswith("ing") or tokens[index - 1].capital))
        ):
            return index
        if token.text == ",":
            comma = not comma
        elif lexis.finite(word) and not token.capital and not comma:
            return 0
    return 0


def _agent_end(tokens: list[Token], start: int, link: int, lexis: Lexis) -> int:
    """Where the agent ends: before a time, a place or a comma, and before the link."""
    end = start + 1
    while end < link and tokens[end].word and tokens[end].lower not in lexis.times:
        held = lexis.among(tokens[end].lower, "belonging") or tokens[end].capital
        if tokens[end].lower in lexis.prepositions and not held:
            break
        end += 1
    return end


def _as_announced(claims: Claims, place: int, opener: int, verb: Verb) -> None:
    """What stands beside "as (was) announced by the ministry"."""
    tokens, lexis = claims.tokens, claims.lexis
    if "speech" not in verb.classes:
        return
    if opener and tokens[opener - 1].text == ",":
        _before(claims, place, opener, verb)
        return
    if opener > 1 or (opener and tokens[0].lower not in lexis.conjunctions):
        return
    close = next((i for i in range(place + 3, len(tokens) - 2) if tokens[i].text == ","), 0)
    if not close or not looks_like_clause(tokens, close + 1, len(tokens), lexis):
        return
    agent = (place + 2, _agent_end(tokens, place + 2, close, lexis))
    cue = Cue(place, place, verb, agent, 0, close + 1, inverted=True)
    later = [other for other in claims.cues if other.first > close]
    end = content_end(tokens, close + 1, cue, later, lexis)
    marked = any(t.quote is not None for t in tokens[close + 1 : end])
    claims.claim([(close + 1, end)], cue, indirect=not marked)


def _before(claims: Claims, place: int, opener: int, verb: Verb) -> None:
    """What stands before a last remark on who said it: ", it was announced by the ministry"."""
    tokens, lexis = claims.tokens, claims.lexis
    behind = range(place + 2, len(tokens))
    close = next((i for i in behind if tokens[i].text in COMMAS or is_stop(tokens[i])), len(tokens))
    edge = opener - (tokens[opener - 1].quote is None)
    start = claims.left_floor(edge)
    if close < len(tokens) - 1 or not looks_like_clause(tokens, start, edge, lexis):
        return
    agent = (place + 2, _agent_end(tokens, place + 2, close, lexis))
    cue = Cue(place, place, verb, agent, opener, close, inverted=True)
    marked = any(t.quote is not None for t in tokens[start:edge])
    claims.claim([(start, edge)], cue, indirect=not marked)
