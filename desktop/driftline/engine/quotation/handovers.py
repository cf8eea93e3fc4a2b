"""Where the word passes from one cue to the next: "Vale said it was late, but Orr disagreed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.bidding import bidden
from driftline.engine.quotation.clauses import COMMAS, closes_clause, looks_like_clause
from driftline.engine.quotation.hearers import skip_hearer

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def has_the_word(
    tokens: list[Token], start: int, end: int, cue: Cue, other: Cue, lexis: Lexis
) -> bool:
    """Whether what a cue reports, from `start` up to `end` at most, ends where another begins."""
    edge, before = tokens[other.begin], tokens[other.begin - 1]
    if other.begin == start + 1 and tokens[start + 2].lower in lexis.subordinators:
        # "said that, because Vale testified that it was late, nobody came"
        return False
    if other.coordinate:
        return _goes_on_to_say(tokens, cue, other, lexis)
    if before.quote is not None and ("speech" in other.verb.classes or closes_clause(before)):
        inside = not other.participle and edge.text in COMMAS
        return not (inside and _inside_a_relative(tokens, other, end, lexis))
    if other.participle:
        links = edge.lower in lexis.adding or lexis.among(edge.lower, "contrasts")
        return edge.text in COMMAS or edge.text == "-" or ("ing" in cue.verb.tenses and links)
    if edge.text in COMMAS:
        if _inside_a_relative(tokens, other, end, lexis):
            return False
        if _behind_a_comma(tokens, cue, other, lexis):
            return True
    return (
        before.text in (";", ":")
        or edge.lower in lexis.contrasts
        or _says_too(tokens, cue, other, lexis)
    )


def _behind_a_comma(tokens: list[Token], cue: Cue, other: Cue, lexis: Lexis) -> bool:
    """Whether a comma before a cue is enough for it to have the word."""
    relates = tokens[other.begin + 1].lower in lexis.of_things
    return (
        "speech" in other.verb.classes
        or (relates and _calls(tokens, other))
        or _same_pronoun(tokens, cue, other, lexis)
        or (_then_did(tokens, cue, other, lexis) and _by_pronoun(tokens, other, lexis))
    )


def _goes_on_to_say(tokens: list[Token], cue: Cue, other: Cue, lexis: Lexis) -> bool:
    """Whether a second verb of a subject reports too: "said it was late and denied that"."""
    after = other.after
    speaks = "speech" in other.verb.classes
    if (
        speaks
        and after < len(tokens)
        and tokens[after].quote is not None
        and tokens[other.begin].lower not in lexis.contrasts
    ):
        return True
    if not _same(tokens, cue, other, lexis):
        return False
    told = after
    if "hearer" in other.verb.classes:
        told = skip_hearer(tokens, after, lexis)
    contrasts = speaks and any(
        lexis.among(t.lower, "contrasts") for t in tokens[other.begin : other.first]
    )
    return (
        _reports(tokens, told, lexis)
        or _reports(tokens, after, lexis)
        or lexis.among(other.verb.lemma, "plain")
        or _calls(tokens, other)
        or bidden(tokens, other, lexis) is not None
        or (contrasts and looks_like_clause(tokens, told, len(tokens), lexis))
        or _then_did(tokens, cue, other, lexis)
        or _tells_noun(tokens, other, lexis)
    )


def _inside_a_relative(tokens: list[Token], cue: Cue, end: int, lexis: Lexis) -> bool:
    """Whether a cue stands in a relative clause behind which what is said goes on.

    "Jane Doe said the mill, which some argued was old, would stay".
    """
    if tokens[cue.begin + 1].lower not in lexis.of_things:
        return False
    comma = next((i for i in range(cue.after, end - 1) if closes_clause(tokens[i])), end)
    if comma == end:
        return False
    following = tokens[comma + 1]
    return following.lower in lexis.auxiliaries or (
        lexis.finite(following.lower) and not following.capital
    )


def _says_too(tokens: list[Token], cue: Cue, other: Cue, lexis: Lexis) -> bool:
    """Whether somebody else has the word: "Vale wrote that she was ill and Orr replied that"."""
    if "speech" not in other.verb.classes or other.after >= len(tokens):
        return False
    if tokens[other.begin].lower not in lexis.adding or cue.subject == other.subject:
        return False
    if cue.verb.tenses == other.verb.tenses == {"ing"}:
        return True
    if "past" not in other.verb.tenses and other.verb.lemma in lexis.noun_like:
        return False
    after = tokens[other.after]
    return after.lower in lexis.complementizers or after.quote is not None


def _calls(tokens: list[Token], cue: Cue) -> bool:
    """Whether a cue gives something a name in marks: "and called the plan “absurd”"."""
    near = tokens[cue.after : cue.after + 14]
    return "naming" in cue.verb.classes and any(t.quote is not None for t in near)


def _then_did(tokens: list[Token], cue: Cue, other: Cue, lexis: Lexis) -> bool:
    """Whether behind a comma the speaker acts upon somebody: ", and accused the mayor of lying"."""
    past = "past" in other.verb.tenses and "past" in cue.verb.tenses
    acts = lexis.among(other.verb.lemma, "acting_upon")
    return acts and past and tokens[other.begin].text == ","


def _by_pronoun(tokens: list[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a pronoun behind a conjunction is a cue's subject: ", and she accused"."""
    joined = tokens[cue.begin + 1].lower in lexis.adding
    return joined and cue.subject is not None and tokens[cue.subject[0]].lower in lexis.personal


def _tells_noun(tokens: list[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a noun of saying with what it says follows: "and repeated her threat to leave"."""
    for index in range(cue.after, min(cue.after + 3, len(tokens) - 1)):
        if tokens[index].lower in lexis.nouns:
            after = tokens[index + 1].lower
            return after in lexis.infinitive or after in lexis.complementizers
    return False


def _same(tokens: list[Token], cue: Cue, other: Cue, lexis: Lexis) -> bool:
    """Whether two cues have one subject, or the same pronoun."""
    if cue.subject is None or other.subject is None:
        return cue.subject == other.subject
    word = tokens[cue.subject[0]].lower
    again = word in lexis.personal and word == tokens[other.subject[0]].lower
    return cue.subject == other.subject or again


def _same_pronoun(tokens: list[Token], cue: Cue, other: Cue, lexis: Lexis) -> bool:
    """Whether "he" goes on to do something else: "He said it was late, but he urged patience"."""
    if cue.subject is None or other.subject is None:
        return False
    word = tokens[cue.subject[0]].lower
    if tokens[other.begin + 1].lower not in lexis.conjunctions:
        return False
    return word in lexis.personal and word == tokens[other.subject[0]].lower


def _reports(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether something reported seems to start here, and no mere object."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    return (
        token.quote is not None
        or token.lower in lexis.complementizers
        or token.lower in lexis.clause_openers
        or token.lower in lexis.determiners
        or token.lower in lexis.questions
        or token.capital
        or token.text in (":", ",")
        or (
            token.lower in lexis.infinitive
            and place + 1 < len(tokens)
            and (tokens[place + 1].capital or tokens[place + 1].lower in lexis.determiners)
            and any(t.lower in lexis.complementizers for t in tokens[place + 1 : place + 5])
        )
    )
