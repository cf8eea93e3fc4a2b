"""Who said what in one passage: quotations and reported clauses joined to their cues."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from driftline.engine.quotation.claims import COMMAS, Claims, has_ended
from driftline.engine.quotation.clauses import (
    DASHES,
    closes_clause,
    is_stop,
    lead_only,
    looks_like_clause,
)
from driftline.engine.quotation.contents import content_start
from driftline.engine.quotation.findings import Attribution, Finding
from driftline.engine.quotation.passives import agent_says, passives
from driftline.engine.quotation.phrases import find_phrases, possessed_nouns
from driftline.engine.quotation.postposed import postposed
from driftline.engine.quotation.preposed import preposed

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.passages import Passage
    from driftline.engine.quotation.tokens import Token


_LOWER = attrgetter("lower")
# A lead of so few words needs nothing behind the source: "And according to the mayor".
_SHORT_LEAD = 3


def attribute(passage: Passage, lexis: Lexis) -> Attribution:
    """The quotations of one passage that a cue reports, and the marked stretches left over."""
    tokens = passage.row.tokens
    reports = map(lexis.reporters.__contains__, map(_LOWER, tokens))
    reporting = list(compress(range(len(tokens)), reports))
    if not passage.quotes and not reporting:
        return Attribution(passage)
    return _read(Claims(passage, reporting, lexis))


def _read(claims: Claims) -> Attribution:
    tokens = claims.tokens
    used = [False] * len(claims.cues)
    for place, cue in enumerate(claims.cues):
        if not used[place] and not claims.claimed[cue.first] and postposed(claims, cue, place):
            used[place] = True
    for phrase in find_phrases(tokens, claims.reporting, claims.lexis):
        _phrase(claims, phrase)
    agents = passives(claims)
    if agents:
        first = claims.cues[0].first if claims.cues else len(tokens)
        for participle in agents:
            if participle < first:
                agent_says(claims, participle)
    # First what is surely reported; a weaker cue then takes what is left.
    for strong in (True, False):
        for place, cue in enumerate(claims.cues):
            if not used[place] and not claims.claimed[cue.first]:
                used[place] = preposed(claims, cue, place, strong)
    for noun, start, speaker in possessed_nouns(tokens, claims.reporting, claims.lexis):
        if not claims.claimed[noun]:
            _noun(claims, noun, start, speaker)
    for participle in agents:
        agent_says(claims, participle)
    _hearsay(claims)
    left = [i for i in claims.passage.quotes if not claims.claimed[i]]
    claims.findings.sort(key=lambda f: f.spans[0])
    return Attribution(claims.passage, claims.findings, left)


def _phrase(claims: Claims, phrase: tuple[int, int, int, int]) -> None:
    first, last, a, b = phrase
    tokens, lexis = claims.tokens, claims.lexis
    parts: list[tuple[int, int]] = []
    before = first - 1
    while before >= 0 and tokens[before].quote is None and tokens[before].text in COMMAS:
        before -= 1
    if before >= 0 and claims.claimed[before] and tokens[before].quote is None:
        # A source given for somebody's saying it, not for what was said.
        return
    after = b
    goes_on = b < len(tokens) - 2 and tokens[b].text in COMMAS and first <= 12
    joined = b < len(tokens) - 2 and tokens[b].text == "," and _joined(tokens, before, lexis)
    leads = lead_only(tokens, 0, first, lexis) and (goes_on or first < _SHORT_LEAD)
    said = before >= 0 and tokens[before].quote is not None and has_ended(tokens[before])
    if joined or before < 0 or (leads and not said):
        while after < len(tokens) and tokens[after].text in COMMAS and tokens[after].quote is None:
            after += 1
        end = len(tokens)
        while end > after and is_stop(tokens[end - 1]):
            end -= 1
        for index in range(after, end - 1):
            if tokens[index].quote is not None and closes_clause(tokens[index]):
                follows = tokens[index + 1].lower
                if follows.endswith("ing") or claims.lexis.adverb(follows):
                    end = index + 1
                    break
        if end > after:
            parts.append((after, end))
    else:
        start = claims.left_floor(before)
        governed = any(
            cue.first >= start
            and cue.first < first
            and cue.subject is not None
            and "speech" in cue.verb.classes
            and content_start(tokens, cue, lexis)[1] in ("that", "quote", "colon")
            for cue in claims.cues
        )
        if governed or start > before:
            return
        start = _past_leads(claims, start, before + 1)
        if said and start < before - 1 and tokens[before - 1].text in DASHES:
            # "The plan — “a gift,” in the words of the mayor — was passed".
            start = before
        parts.append((start, before + 1))
        if b < len(tokens) - 1 and tokens[b].text in COMMAS and tokens[before + 1].text in COMMAS:
            following = tokens[b + 1]
            if following.word and (
                following.lower in lexis.auxiliaries
                or (following.lower in lexis.conjunctions and not _others_say(claims, b + 1))
                or following.lower.endswith("ed")
            ):
                end = len(tokens)
                while end > b and is_stop(tokens[end - 1]):
                    end -= 1
                parts.append((b + 1, end))
    if any(
        cue.last == e - 1 and cue.subject is not None and cue.subject[0] == s
        for cue in claims.cues
        for s, e in parts
    ):
        # "..., the mayor said, according to the Echo": the words were hers.
        return
    if not parts or any(claims.claimed[i] for s, e in parts for i in range(s, e)):
        return
    claims.mark(first, b)
    claims.find(parts, (first, last), (a, b))


def _others_say(claims: Claims, start: int) -> bool:
    """Whether a cue of its own opens the clause that starts at a place."""
    return any(
        "speech" in cue.verb.classes and start - 1 <= cue.begin <= start for cue in claims.cues
    )


def _joined(tokens: list[Token], before: int, lexis: Lexis) -> bool:
    """Whether a phrase opens a clause of its own: "..., and according to the mayor, ..."."""
    word = tokens[before].lower
    anew = before > 0 and (word in lexis.conjunctions or word in lexis.conditions)
    return anew and not lexis.comma_before_clause


def _past_leads(claims: Claims, start: int, end: int) -> int:
    """Past what only frames a report ("In a time of tension, ..."): the writer's own words."""
    tokens, lexis = claims.tokens, claims.lexis
    while tokens[start].lower in lexis.prepositions:
        comma = next((i for i in range(start, end) if tokens[i].text == ","), None)
        if comma is None or any(tokens[i].quote for i in range(start, comma)):
            break
        if not lexis.among(tokens[start].lower, "framing") and not any(
            lexis.among(t.lower, "framing_nouns") for t in tokens[start + 1 : start + 4]
        ):
            break
        if end - comma < 6 or not looks_like_clause(tokens, comma + 1, end, lexis):
            break
        start = comma + 1
    return start


def _noun(claims: Claims, noun: int, start: int, speaker: tuple[int, int]) -> None:
    """A clause that hangs on a noun: her "claim that the vote was rigged"."""
    tokens = claims.tokens
    end = start
    while end < len(tokens) and not is_stop(tokens[end]) and tokens[end].text not in COMMAS:
        end += 1
        if closes_clause(tokens[end - 1]):
            break
    end = _second_verb(tokens, start, end, claims.lexis)
    if end - start < 3 or any(claims.claimed[start:end]):
        return
    claims.find([(start, end)], (noun, noun), speaker)


def _second_verb(tokens: list[Token], start: int, end: int, lexis: Lexis) -> int:
    """Where the verb around a noun's clause stands: "her claim that it leaks is old"."""
    seen = False
    for index in range(start + 1, end):
        token, before = tokens[index], tokens[index - 1]
        word = token.lower
        if word in lexis.relatives or word in lexis.conjunctions or word in lexis.subordinators:
            seen = False
        elif (word in lexis.auxiliaries or word in lexis.finite_forms) and not token.capital:
            verbal = lexis.finite(before.lower) or lexis.adverb(before.lower)
            if seen and not verbal and before.lower not in lexis.personal and index - start > 3:
                return index
            seen = True
    return end


def _hearsay(
    claims: Claims,
) -> None:
    """Marked words after "purportedly" are the subject's."""
    tokens, lexis = claims.tokens, claims.lexis
    for index in claims.passage.quotes:
        if claims.claimed[index] or not index or tokens[index - 1].lower not in lexis.hearsay:
            continue
        subject = next(
            (
                i
                for i in range(index - 2, max(-1, index - 12), -1)
                if tokens[i].lower in lexis.personal or tokens[i].capital
            ),
            None,
        )
        row = claims.row
        claims.findings.append(
            Finding(
                [row.span(index, index + 1)],
                row.span(index - 1, index),
                None if subject is None else row.span(subject, subject + 1),
            )
        )
        claims.mark(index, index + 1)
