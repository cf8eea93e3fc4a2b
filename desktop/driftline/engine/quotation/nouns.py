"""Words that look like reporting verbs and are nouns: "recent claims", "the alleged"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis, Verb
    from driftline.engine.quotation.tokens import Token

# How adjectives end that are no nouns.
_ADJECTIVES = ("ful", "ous", "able", "ible", "ical")
_COMMAS = frozenset({",", "–", "—", "-", "―"})


def _past(word: str, lexis: Lexis) -> bool:
    """Whether a word before another can only be a verb in the past."""
    verb = lexis.verb(word)
    return (
        word in lexis.finite_forms
        or (verb is not None and verb.tenses == {"past"})
        or lexis.among(word, "raising")
    )


def _plural(tokens: list[Token], left: int, lexis: Lexis) -> bool:
    """Whether a subject is several people, though it does not end like a plural."""
    if lexis.among(tokens[left].lower, "plural_subjects"):
        return True
    return any(
        tokens[i].lower.endswith("s") and lexis.among(tokens[i + 1].lower, "attaching")
        for i in range(max(0, left - 4), left)
    )


def _that_follows(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a word that may be a noun has its clause behind it: "both hope that"."""
    if place + 1 >= len(tokens) or tokens[place + 1].lower not in lexis.complementizers:
        return False
    nearest = tokens[max(0, place - 2) : place]
    return not any(
        t.lower in lexis.possessives or t.lower in lexis.articles_before_one for t in nearest
    )


def noun_reading(
    tokens: list[Token], place: int, left: int, verb: Verb, helped: bool, lexis: Lexis
) -> bool:
    """Whether the word is a noun or an adjective here: "recent claims", "the alleged"."""
    before = tokens[left]
    word = before.lower
    if helped:
        return False
    nounlike = verb.bare
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    ends = following in lexis.conjunctions or lexis.among(following, "belonging")
    if nounlike and ends and verb.lemma in lexis.noun_like and word not in lexis.personal:
        # "the goal posts and", "the rules of": a noun that something is joined to.
        return True
    agreeing = "base" in verb.tenses and _plural(tokens, left, lexis)
    if agreeing and (verb.lemma not in lexis.noun_like or _that_follows(tokens, place, lexis)):
        return False
    alone = agreeing and (
        tokens[left - 1].quote is not None
        if left
        else place + 1 < len(tokens)
        and (tokens[place + 1].lower in lexis.articles or tokens[place + 1].text == ":")
    )
    if nounlike and not alone and (word in lexis.adjectives or word in lexis.possessives):
        return True
    if nounlike and before.text.replace(",", "").isdigit() and verb.lemma in lexis.noun_like:
        return True
    if nounlike and before.word and not before.capital and _past(word, lexis):
        # "it raised fears", "read out notes".
        return True
    if lexis.among(tokens[place].lower, "mostly_nouns") and not lexis.among(word, "papers"):
        return True
    if nounlike and left and not before.capital:
        # "the powerful rules committee", "one of the biggest challenges"
        superlative = word.endswith("est") and len(word) > 4
        led = tokens[left - 1].lower in lexis.articles
        if word.endswith(_ADJECTIVES) or (superlative and led):
            return True
    gerund = word.endswith("ing") and verb.lemma in lexis.noun_like
    if nounlike and (before.quote is not None or gerund):
        return True
    if before.quote is not None or word in _COMMAS or word in (")", '"', "."):
        return False
    if not before.word:
        return True
    if word in lexis.prepositions or word in lexis.possessives - lexis.object_pronouns:
        return True
    if word in lexis.determiners and not lexis.among(word, "standing_alone"):
        return True
    article = left > 0 and tokens[left - 1].lower in lexis.articles
    if nounlike and article and word in lexis.determiners:
        return True
    if verb.tenses == {"third"} and any(
        lexis.among(t.lower, "plural_determiners") for t in tokens[max(0, left - 2) : left]
    ):
        # "so many rude remarks": a verb in the singular has no subject in the plural.
        return True
    if word in lexis.verbs and not before.capital and "past" in lexis.verbs[word].tenses:
        return True
    if word.endswith(("'s", "s'")):
        # "Moody's said", but "Vale's claims", "Vale's stated aim".
        plain = lexis.among(verb.lemma, "plain")
        return not (
            before.capital
            and (plain or (verb.finite and not nounlike and following in lexis.complementizers))
        )
    if verb.tenses <= {"base", "participle"} and verb.lemma in lexis.noun_like:
        # A present plural wants a plural subject.
        plural = lexis.among(word, "plural_subjects")
        several = before.capital and (
            before.text.isupper()
            or any(t.lower in lexis.conjunctions for t in tokens[max(0, left - 5) : left])
        )
        ends = word.endswith("s") and not word.endswith(("ss", "ous", "us", "is"))
        return not (plural or ends or several)
    return False
