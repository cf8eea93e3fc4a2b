"""Noun phrases that can speak: where one starts that ends at a place, and what cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.measures import counts
from driftline.engine.quotation.times import behind_time

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def phrase_start(tokens: list[Token], a: int, b: int, lexis: Lexis) -> int:
    """Where the noun phrase that ends at b starts, clauses and leads before it passed over."""
    start = a
    verbs = tokens[a].lower in lexis.personal and tokens[a + 1].lower not in lexis.conjunctions
    clause = False
    depth = 0
    for index in range(a, b - 1):
        token = tokens[index]
        word = token.lower
        clause = clause or verbs
        depth += (token.text == "(") - (token.text == ")")
        if token.quote is not None or depth > 0:
            continue
        if index > start and word in lexis.of_things and _relative_that(tokens, index, lexis):
            break
        if (
            word in lexis.auxiliaries
            or word in lexis.clause_starts
            or ("'" in word and word in lexis.clause_openers)
        ):
            start, verbs = index + 1, True
        elif word in lexis.comparing and not counts(tokens, index - 1, lexis):
            start, verbs = index + 1, False
        elif word in lexis.relatives and word not in lexis.determiners:
            # "The man who owns the house said": the relative belongs to the phrase.
            if index > a and word in lexis.of_persons:
                if _opens_noun_phrase(tokens[index + 1], lexis):
                    # "the man who the police said": the speaker stands behind it.
                    start, verbs = index + 1, False
                    continue
                break
            if index == a or lexis.among(word, "clause_links"):
                start = index + 1
        elif word in lexis.subordinators and (verbs or word not in lexis.prepositions):
            start, verbs = index + 1, False
        elif word in lexis.conjunctions:
            anew = clause and lexis.among(tokens[index + 1].lower, "indefinites")
            if index == start or verbs or anew or word in lexis.contrasts:
                start, verbs = index + 1, False
        elif index > start and not token.capital and lexis.finite(word):
            verbs = True
        elif index == start and (word in lexis.subordinators or word in lexis.adverbs):
            start = index + (word not in lexis.determiners)
        elif word in lexis.time_ends or _shows_that(tokens, index, start, lexis):
            start, verbs = index + 1, False
        elif (
            index > start
            and not token.capital
            and word in lexis.before_clauses
            and _opens_noun_phrase(tokens[index + 1], lexis)
        ):
            # "a sign the bank feels it is late".
            start, verbs = index + 1, False
    if a < start < b and verbs and tokens[start].lower in lexis.articles:
        start = _bare_relative(tokens, start, b)
    if start < b and (
        tokens[start].lower in lexis.prepositions or tokens[start].lower in lexis.times
    ):
        start = _after_lead(tokens, start, b, lexis)
    while start < b and (tokens[start].lower in lexis.conjunctions or not tokens[start].word):
        if tokens[start].quote is not None:
            break
        start += 1
    return start


def _bare_relative(tokens: list[Token], start: int, b: int) -> int:
    """Where the speaker stands behind the noun that is spoken of: "It's a move Vale says"."""
    name = b
    while name > start and tokens[name - 1].capital:
        name -= 1
    led = name - start > 1 and tokens[name - 1].lower.endswith(("er", "or", "an", "ist"))
    return name if start + 1 < name < b and not led else start


def _relative_that(tokens: list[Token], index: int, lexis: Lexis) -> bool:
    """Whether a "that" belongs to the phrase before it: "customers that spoke to us said"."""
    before, after = tokens[index - 1].lower, tokens[index + 1].lower
    if before in lexis.prepositions:
        # "much of which"
        return False
    return lexis.finite(after) and not lexis.finite(before) and before not in lexis.verbs


def _opens_noun_phrase(token: Token, lexis: Lexis) -> bool:
    return (
        token.capital
        or token.lower in lexis.determiners
        or token.lower in lexis.possessives
        or lexis.among(token.lower, "plural_subjects")
    )


def _shows_that(tokens: list[Token], index: int, start: int, lexis: Lexis) -> bool:
    """Whether a reporting verb has a clause behind it: "papers show Mrs Vale warned"."""
    verb = lexis.verb(tokens[index].lower)
    if verb is None or index <= start or tokens[index].capital or not verb.finite:
        return False
    following = tokens[index + 1]
    opens = following.capital or following.lower in lexis.articles
    if verb.tenses & {"past", "third"} and verb.lemma not in lexis.noun_like:
        return opens and tokens[index - 1].lower not in lexis.articles
    return opens and tokens[index - 1].lower.endswith("s") and not tokens[index - 1].capital


def _after_lead(tokens: list[Token], a: int, b: int, lexis: Lexis) -> int:
    """The start of the last noun phrase after a lead without a comma: "On Monday the mayor"."""
    if b - a == 2 and tokens[a].lower in lexis.before_times:
        # "Early reports": no lead at all.
        return a
    behind = behind_time(tokens, a, b, lexis)
    if behind is not None:
        return behind
    for index in range(b - 1, a, -1):
        word, before = tokens[index].lower, tokens[index - 1]
        opens = word in lexis.determiners or word in lexis.possessives or tokens[index].capital
        if opens and before.word and before.lower not in lexis.prepositions:
            if tokens[index].capital and before.capital and before.lower not in lexis.times:
                continue
            if tokens[index].capital and before.lower in lexis.pack.words("speakers", "particles"):
                continue
            if before.lower in lexis.determiners or before.lower in lexis.possessives:
                continue
            return index
    return b


def speaks(tokens: list[Token], a: int, b: int, lexis: Lexis) -> bool:
    """Whether a stretch can be a speaker: it holds a noun and is no measure or pronoun object."""
    if b - a > 40:
        return False
    head = tokens[b - 1]
    if not head.word and head.quote is None and head.text not in (")", "'", "’", "."):
        return False
    if head.lower in lexis.determiners and not lexis.among(head.lower, "standing_alone"):
        return False
    if b - a == 1 and head.lower in lexis.verbs and not head.capital:
        return "past" not in lexis.verbs[head.lower].tenses
    if lexis.among(head.lower, "no_speakers") or head.lower in lexis.comparing:
        return False
    if b - a > 1 and tokens[a].lower in lexis.personal - lexis.object_pronouns:
        # "She wrote single notes": a clause, no speaker.
        following = tokens[a + 1].lower
        if lexis.finite(following) or following in lexis.verbs:
            return False
    if b - a == 1 and head.lower in lexis.subordinators:
        return False
    return any(t.word and not t.lower.isdigit() for t in tokens[a:b])
