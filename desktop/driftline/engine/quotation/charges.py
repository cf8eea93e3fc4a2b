"""What somebody charges another with, or calls them: "accused Orr of lying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.bidding import bid_end
from driftline.engine.quotation.clauses import verb_soon

if TYPE_CHECKING:
    from driftline.engine.quotation.claims import Claims
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

# Whoever is charged is named in no more words, aside and all.
_LONGEST_OBJECT = 16


def charged(tokens: list[Token], cue: Cue, end: int, lexis: Lexis) -> int:
    """Where what a cue charges somebody with ends, the object before it; 0 if it charges nobody.

    Marks that are all of the charge tell it by themselves: 0 as well.
    """
    start = cue.after
    if cue.inverted or cue.subject is None or tokens[cue.last].lower in lexis.infinitive:
        return 0
    index = start
    while index < min(end - 1, start + _LONGEST_OBJECT):
        token = tokens[index]
        word = token.lower
        if lexis.among(f"{cue.verb.lemma} {word}", "charging"):
            return charge_end(tokens, start, index, end, lexis)
        if token.text == "," and tokens[index + 1].lower in lexis.relatives and index > start:
            # "accused the council, which she once led, of lying"
            index = next((i for i in range(index + 2, end) if tokens[i].text == ","), end)
        elif (
            token.quote is not None
            or not token.word
            or (lexis.finite(word) and not token.capital)
            or word in lexis.complementizers
            or word in lexis.conditions
        ):
            return 0
        index += 1
    return 0


def charge_end(tokens: list[Token], start: int, link: int, end: int, lexis: Lexis) -> int:
    """Where the charge behind "of", "for" or "as" ends; 0 where none stands there."""
    first = tokens[link + 1]
    word = first.lower
    negated = word in lexis.denying and link + 2 < end
    gerund = (tokens[link + 2].lower if negated else word).endswith("ing") and not first.capital
    quoted = [i for i in range(link + 1, end) if tokens[i].quote is not None]
    naming = lexis.among(tokens[link].lower, "remark_openers")
    one = word in lexis.articles_before_one
    if naming and not (quoted or gerund or one) and verb_soon(tokens, link + 1, lexis):
        # "criticised the plan as the vote came near", but "as a lost cause"
        return 0
    whole = naming or lexis.among(tokens[link].lower, "belonging")
    if not (gerund or quoted or whole) or (whole and link == start):
        return 0
    end = bid_end(tokens, link, end, lexis)
    end = next((i for i in range(link + 2, end - 1) if other_act(tokens, i, lexis)), end)
    quoted = [i for i in quoted if i < end]
    light = lexis.articles | lexis.being | lexis.possessives
    if len(quoted) == 1 and all(
        t.quote is not None or not t.word or t.lower in light or t.lower == "being"
        for t in tokens[link + 1 : quoted[0]]
    ):
        return 0
    return end


def other_act(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether another act is told from here: "after she came", "and blamed", ", and he left"."""
    word, after = tokens[place].lower, tokens[place + 1]
    if word in lexis.subordinators and word not in lexis.remark_openers:
        return after.lower in lexis.personal or after.lower.endswith("ing")
    if word == "," and after.lower in lexis.conjunctions:
        return verb_soon(tokens, place + 1, lexis)
    return word in lexis.adding and lexis.finite(after.lower) and not after.capital


def called(claims: Claims, cue: Cue, start: int, quoted: list[int]) -> bool:
    """What somebody is called: the marked words; from the object on where there are several."""
    tokens, lexis = claims.tokens, claims.lexis
    first, last = quoted[0], quoted[-1]
    if len(quoted) > 1 and all(
        tokens[i].quote is not None
        or tokens[i].text == ","
        or lexis.among(tokens[i].lower, "joining")
        for i in range(first, last)
    ):
        if first - start <= 6:
            first = start
        return claims.claim([(first, last + 1)], cue, indirect=False)
    parted = any(t.lower in lexis.contrasts or t.text == ";" for t in tokens[first:last])
    apart = next((i for i in range(start + 1, last) if other_act(tokens, i, lexis)), last)
    quoted = [i for i in quoted if i <= apart]
    if not quoted:
        return False
    last = quoted[-1]
    if len(quoted) > 1 and last - start <= 30 and not parted:
        return claims.claim([(start, last + 1)], cue, indirect=False)
    done = False
    for index in quoted:
        between = tokens[first + 1 : index]
        if any(t.lower in lexis.contrasts or t.lower in lexis.withholding for t in between):
            break
        if index - start <= 14:
            stop = _goes_on(claims, index + 1) if index == last else index + 1
            done = claims.claim([(index, stop)], cue, indirect=False) or done
    return done


def _goes_on(claims: Claims, start: int) -> int:
    """Where a description ends that goes on behind its marks: "“short of breath” and tired"."""
    tokens, lexis = claims.tokens, claims.lexis
    if start + 1 >= len(tokens) or tokens[start].lower not in lexis.adding:
        return start
    end = start + 1
    while end < len(tokens) and tokens[end].word and not claims.claimed[end]:
        word = tokens[end].lower
        verb = lexis.verb(word)
        reports = verb is not None and "speech" in verb.classes
        if reports or lexis.finite(word) or word in lexis.clause_openers or tokens[end].capital:
            return start
        end += 1
    return end
