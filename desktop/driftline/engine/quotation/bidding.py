"""What somebody bids or vows to do: "urged the town to pay", "vowed to fight"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

# Whoever is bidden to do something is named in no more words.
_LONGEST_HEARER = 9


def bidden(tokens: list[Token], cue: Cue, lexis: Lexis) -> tuple[int, int] | None:
    """Where what a cue bids or vows starts, with whoever shall do it, and where its "to" stands.

    None when the cue bids nothing.
    """
    place = cue.after
    if cue.inverted or cue.subject is None or place >= len(tokens):
        return None
    lemma = cue.verb.lemma
    if lexis.among(lemma, "calling"):
        if not lexis.among(tokens[place].lower, "calling_on"):
            return None
        place += 1
    elif lexis.among(lemma, "vowing"):
        while place < len(tokens) - 2 and (
            tokens[place].lower in lexis.times
            or (
                tokens[place].lower not in lexis.infinitive
                and tokens[place].lower in lexis.prepositions
                and tokens[place + 1].lower in lexis.times
            )
        ):
            # "pledged on Saturday to"
            place += 1
        first = tokens[cue.subject[0]]
        person = first.lower in lexis.personal or first.capital
        # "The day promised to be long": nobody vows.
        seems = _seems(tokens, place, lexis) and (first.lower in lexis.articles or not person)
        vowed = infinitive_at(tokens, place, lexis) and not seems
        return (place, place) if vowed else None
    elif not lexis.among(lemma, "bidding"):
        return None
    if lexis.among(tokens[place].lower, "reflexives"):
        # "challenging itself to grow": nobody is bidden.
        return None
    for index in range(place, min(len(tokens) - 1, place + _LONGEST_HEARER)):
        token = tokens[index]
        word = token.lower
        if infinitive_at(tokens, index, lexis):
            if index == place or tokens[place].lower in lexis.denying:
                # "asked to see it", but not "was told to wait" or "asked not to be named".
                asks = lexis.among(lemma, "inquiring") and index == place
                return (index, index) if asks and not _seems(tokens, index, lexis) else None
            return (place, index)
        if token.quote is not None or not token.word or word in lexis.complementizers:
            return None
        if (lexis.finite(word) and not token.capital) or word in lexis.questions:
            return None
        if word in lexis.prepositions and not lexis.among(word, "inside_hearers"):
            # "encouraging the shift from wool to silk"
            return None
        if index == place and lexis.adverb(word) and word not in lexis.denying:
            return None
    return None


def bid_end(tokens: list[Token], start: int, end: int, lexis: Lexis) -> int:
    """Where what is bidden ends: before what the speaker did next, or somebody else."""
    for index in range(start + 2, end - 1):
        token = tokens[index]
        if token.lower in lexis.relatives:
            break
        joined = token.text == "," or token.lower in lexis.conjunctions
        after = tokens[index + 1]
        if token.text == "," and after.lower in lexis.conjunctions:
            if after.lower in lexis.contrasts:
                return index
            after = tokens[min(index + 2, end - 1)]
        if joined and lexis.finite(after.lower) and not after.capital:
            # "urged the town to wait, and turned away"
            return index
    return end


def _seems(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    return place + 1 < len(tokens) and lexis.among(tokens[place + 1].lower, "seeming")


def infinitive_at(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether "to" and a verb stand at a place, rather than "to" and a noun."""
    if place + 1 >= len(tokens) or tokens[place].lower not in lexis.infinitive:
        return False
    verb = tokens[place + 1]
    if verb.quote is not None:
        return True
    word = verb.lower
    return (
        verb.word
        and not verb.capital
        and not verb.text[:1].isdigit()
        and word not in lexis.determiners
        and word not in lexis.possessives
        and word not in lexis.object_pronouns
        and not (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    )
