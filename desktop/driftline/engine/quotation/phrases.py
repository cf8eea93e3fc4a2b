"""Cues that are no verbs: "according to", and nouns like "her claim that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.inversion import past_asides, speaker_place
from driftline.engine.quotation.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def find_phrases(
    tokens: list[Token], reporting: list[int], lexis: Lexis
) -> list[tuple[int, int, int, int]]:
    """Each cue phrase at some places: its first and last place, and the range of its speaker."""
    found: list[tuple[int, int, int, int]] = []
    for place in reporting:
        for phrase in lexis.phrases.get(tokens[place].lower, ()):
            last = place + len(phrase) - 1
            if last + 1 >= len(tokens):
                continue
            if tuple([t.lower for t in tokens[place : last + 1]]) == phrase:
                start = _source_start(tokens, last + 1, lexis)
                end = _source_end(tokens, start, lexis, place == 0)
                aside = start + 1 if lexis.before_speakers and place else end
                while aside < end and past_asides(tokens, aside, lexis) < end:
                    aside += 1
                end = min(end, aside)
                if end > start:
                    found.append((place, last, start, end))
                break
    return found


def _source_start(tokens: list[Token], start: int, lexis: Lexis) -> int:
    """Where a source begins, a verb before it passed over: "según ha informado el alcalde"."""
    if not lexis.before_speakers:
        return start
    verb = start
    while verb + 1 < len(tokens) and tokens[verb].lower in lexis.having | lexis.clitics:
        verb += 1
    return speaker_place(tokens, verb, lexis) if lexis.verb(tokens[verb].lower) else start


def _source_end(tokens: list[Token], start: int, lexis: Lexis, opens: bool) -> int:
    """Where the source named by "according to" ends: at the comma, appositions passed over."""
    index = start
    while index < len(tokens) and index - start < 40:
        token = tokens[index]
        if token.quote is not None or token.text in (";", ":", "?", "!"):
            break
        if lexis.verb_second and opens and index > start and lexis.finite(token.lower):
            # "Laut Müller ist das Gesetz ...": behind the source comes the verb.
            break
        if token.text == "." and index + 1 >= len(tokens):
            break
        if token.text in (",", "–", "—"):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            closing = next(
                (
                    i
                    for i in range(index + 1, min(len(tokens), index + 14))
                    if tokens[i].text == ","
                ),
                None,
            )
            if (
                opens
                and following is not None
                and closing is not None
                and closing + 1 < len(tokens)
                and (
                    following.lower in lexis.determiners
                    or following.lower in lexis.relatives
                    or (following.lower.endswith("ed") and not following.capital)
                    or following.lower in lexis.pack.words("speakers", "titles")
                    or (following.text.isdigit() and closing == index + 2)
                    or _name_of(tokens[index - 1], tokens[index + 1 : closing], lexis)
                )
                and not any(
                    t.lower in lexis.auxiliaries
                    for t in tokens[index + 1 : closing]
                    if following.lower not in lexis.relatives and following.lower[-2:] != "ed"
                )
                and index + 1 < closing
            ):
                return closing
            break
        index += 1
    return index


def _name_of(role: Token, name: list[Token], lexis: Lexis) -> bool:
    """Whether a name between commas is that of the role before it: "the president, Jane Doe,"."""
    titles, fields = (lexis.pack.words("speakers", key) for key in ("titles", "fields"))
    titled = role.lower in titles and role.lower not in fields and not role.capital
    return titled and len(name) > 1 and all(token.capital for token in name)


def possessed_nouns(
    tokens: list[Token], reporting: list[int], lexis: Lexis
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Nouns of saying with a that-clause and its owner: places of noun and clause, owner's range.

    They are looked for at some places.
    """
    for place in reporting:
        if not 0 < place < len(tokens) - 2 or tokens[place].capital:
            continue
        if tokens[place].lower not in lexis.nouns:
            continue
        if lexis.among(tokens[place + 1].lower, "origins"):
            source = _source(tokens, place, lexis)
            if source is not None:
                yield place, source[1], source
            continue
        if tokens[place + 1].lower not in lexis.complementizers:
            continue
        owner = place - 1
        while (
            owner > place - 4
            and owner >= 0
            and not (
                tokens[owner].lower in lexis.possessives
                or tokens[owner].lower.endswith(("'s", "s'"))
            )
        ):
            owner -= 1
        if owner < 0 or owner <= place - 4:
            maker = _maker(tokens, place, lexis)
            if maker is not None:
                yield place, place + 1, maker
            continue
        if tokens[owner].lower in lexis.possessives:
            yield place, place + 1, (owner, owner + 1)
            continue
        start = owner
        while start > 0 and tokens[start - 1].capital:
            start -= 1
        yield place, place + 1, (start, owner + 1)


def _source(tokens: list[Token], noun: int, lexis: Lexis) -> tuple[int, int] | None:
    """Who stands between a noun and its clause: "claims by some voters that the vote leaked"."""
    for index in range(noun + 2, min(noun + 12, len(tokens) - 2)):
        token = tokens[index]
        if token.lower in lexis.complementizers:
            opens = tokens[index + 1].lower
            clause = opens in lexis.clause_openers or not lexis.finite(opens)
            return (noun + 2, index) if clause and index > noun + 2 else None
        if token.quote is not None or not token.word:
            return None
        word = token.lower
        if (lexis.finite(word) and not token.capital) or word in lexis.nouns:
            return None
        if word in lexis.conjunctions or word.endswith("ing"):
            return None
    return None


def _maker(tokens: list[Token], noun: int, lexis: Lexis) -> tuple[int, int] | None:
    """Who makes a claim: the subject of the verb before its noun ("Vale made the point that")."""
    for index in range(noun - 1, max(0, noun - 5), -1):
        word = tokens[index].lower
        if not tokens[index].word or tokens[index].capital or word in lexis.prepositions:
            return None
        if lexis.among(word, "making"):
            subject = subject_of(tokens, index - 1, lexis)
            return None if subject is None else subject[:2]
    return None
