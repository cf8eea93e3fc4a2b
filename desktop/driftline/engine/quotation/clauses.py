"""What makes a stretch of words a clause, a lead before one, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.scare import goes_on_unmarked
from driftline.engine.quotation.subjects import introductory

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

_ENDS = frozenset({".", "!", "?", ";", ":", "…"})
COMMAS = frozenset({",", "–", "—"})
DASHES = frozenset({"–", "—", "―", "-"})


def is_stop(token: Token) -> bool:
    """Whether a token is punctuation that ends a clause."""
    return token.quote is None and token.text in _ENDS


def opening(tokens: list[Token], lexis: Lexis) -> int:
    """Where a passage's own words start, after a dateline or an agency in brackets."""
    if tokens and tokens[0].text in ("(", "["):
        for index, token in enumerate(tokens[:8]):
            if token.text in (")", "]"):
                return index + 1
        return 0
    for index, token in enumerate(tokens[:12]):
        if token.quote is not None or token.lower in lexis.auxiliaries:
            return 0
        placed = token.text == ":" and index
        if placed and all(t.text.isupper() and len(t.text) > 2 for t in tokens[:index]):
            # "LEEDS CITY: At least ten boats sank".
            return index + 1
        if token.text in ("—", "–", "-", "--", "―") and index:
            place = tokens[0].text
            # "New York (AFP) – The mayor said"
            signed = tokens[index - 1].text == ")" and not tokens[index - 2].text.islower()
            placed = (place.isupper() and len(place) > 2) or (signed and tokens[0].capital)
            return index + 1 if placed else 0
    return 0


def closes_clause(token: Token) -> bool:
    """Whether a token is a comma, or a quotation that ends with one inside its marks."""
    if token.quote is None:
        return token.text in COMMAS
    return token.text.rstrip("\"'”’“‘» ")[-1:] == ","


def next_lower(tokens: list[Token], place: int) -> str:
    """The word after a place, in lower case; empty at the end."""
    return tokens[place + 1].lower if place + 1 < len(tokens) else ""


def third_person(word: str) -> bool:
    """Whether a word may be a verb in the present: it ends in one s."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s"))


def verb_soon(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a verb comes within the next words, before any comma."""
    for index in range(place + 1, min(len(tokens), place + 9)):
        token = tokens[index]
        if token.text == "," and index + 2 < len(tokens):
            # "the driver, a man of 40, was arrested".
            aside = tokens[index + 1]
            opens = aside.lower in lexis.articles_before_one or aside.lower in lexis.of_persons
            if opens or aside.text.isdigit():
                for close in range(index + 2, min(len(tokens) - 1, index + 12)):
                    if tokens[close].text == ",":
                        after = tokens[close + 1]
                        return lexis.finite(after.lower) and not after.capital
            return False
        if token.quote is not None:
            # "the ministry “takes complaints seriously”".
            inner = token.text.strip("\"“”'‘’«»„").split(" ")[0]
            verbal = lexis.finite(inner) or inner in lexis.auxiliaries or third_person(inner)
            return verbal and tokens[index - 1].lower not in lexis.determiners
        if not token.word:
            return False
        if token.lower in lexis.asking:
            return False
        if tokens[index - 1].lower in lexis.infinitive:
            continue
        if token.lower in lexis.verbs or (lexis.finite(token.lower) and not token.capital):
            return True
    return False


def looks_like_clause(tokens: list[Token], start: int, end: int, lexis: Lexis) -> bool:
    """Whether a stretch has a verb of its own, so that it can be what somebody said."""
    if start >= end:
        return False
    first = tokens[start].lower
    if first in lexis.clause_openers and first not in lexis.determiners:
        return end - start >= 2
    if lexis.among(first, "neuter_subjects") and third_person(next_lower(tokens, start)):
        # "this provides".
        return end - start >= 2
    relative = aside = False
    commas = 0
    for index in range(start + 1, min(end, start + 24)):
        token, before = tokens[index], tokens[index - 1]
        word = token.lower
        if token.quote is not None:
            return True
        commas += token.text == ","
        if not token.word:
            continue
        if word in lexis.conditions or (word in lexis.infinitive and first in lexis.possessives):
            return False
        if word in lexis.remark_openers and before.word and not before.capital:
            # "claimed victory as the council closed": no verb; but "boys as young as six".
            near = [t.lower for t in tokens[max(start, index - 2) : index + 3]]
            if near.count(word) < 2:
                return False
            continue
        joined = before.lower in lexis.conjunctions or (
            lexis.adverb(before.lower) and tokens[index - 2].lower in lexis.conjunctions
        )
        if joined and _is_verb(tokens, index, start, end, lexis):
            # "a high profile, but is a mystery": its subject stands before all this.
            return False
        if before.word and _opens_relative(word, before, lexis):
            relative = True
        elif _is_verb(tokens, index, start, end, lexis):
            if not relative and (commas != 1 or before.text != ","):
                return not aside or commas != 1
            # "bread to the poor, is asking": the verb of the clause outside.
            aside = aside or not relative
            relative = index + 1 < end and _is_verb(tokens, index + 1, start, end, lexis)
    return False


def _opens_relative(word: str, before: Token, lexis: Lexis) -> bool:
    """Whether a relative clause opens, with or without its pronoun: "the boats she mended"."""
    if word in lexis.relatives:
        return word not in lexis.determiners or before.lower.endswith("s")
    pronoun = word in lexis.subject_pronouns and word not in lexis.object_pronouns
    if before.lower in lexis.determiners or before.lower in lexis.denying:
        # "No one was hurt".
        return False
    return pronoun and before.lower not in lexis.conjunctions and not lexis.adverb(before.lower)


def _is_verb(tokens: list[Token], index: int, start: int, end: int, lexis: Lexis) -> bool:
    """Whether a word of a stretch is a verb in a finite form."""
    token, before = tokens[index], tokens[index - 1]
    word = token.lower
    if token.capital:
        return word.endswith(("n't", "'re", "'ve", "'ll"))
    if word in lexis.auxiliaries or word.endswith(("n't", "'re", "'ve", "'ll")):
        return True
    following = tokens[index + 1].lower if index + 1 < end else ""
    if following in lexis.after_participles and (
        word not in lexis.finite_forms or lexis.among(following, "origins")
    ):
        return False
    if tokens[start].lower in lexis.articles_before_one and (
        not following or following in lexis.prepositions
    ):
        # "a deal signed in May": the object of the verb before, and a participle.
        return False
    verb = lexis.verb(word)
    if verb is not None and verb.finite and " " not in verb.lemma:
        return "past" in verb.tenses or verb.lemma not in lexis.noun_like
    if word in lexis.finite_forms or (lexis.finite_endings and word.endswith(lexis.finite_endings)):
        return True
    if word in lexis.unchanged_forms and (before.capital or before.lower in lexis.personal):
        # "Vale put it off".
        return True
    adjective = (
        before.lower in lexis.prepositions
        or before.lower in lexis.determiners
        or before.lower in lexis.comparing
    )
    named = index > start + 1 or before.capital
    past = word.endswith("ed") and len(word) > 3 and not word.endswith("eed")
    return past and named and not adjective


def main_clause(tokens: list[Token], start: int, end: int, lexis: Lexis) -> bool:
    """Whether a stretch that opens with a lead goes on to its main clause: "In May, it rained"."""
    first = next((i for i in range(start, end) if closes_clause(tokens[i])), end)
    lead = any(lexis.finite(t.lower) and not t.capital for t in tokens[start + 1 : first])
    if not lead and tokens[start].lower.endswith("ing"):
        return False
    if lead and tokens[start].lower.endswith("ing") and tokens[first - 1].quote is None:
        return any(t.lower in lexis.auxiliaries for t in tokens[start + 1 : first])
    lead = lead and tokens[start].lower in lexis.subordinators
    opener = tokens[first + 1] if first + 1 < end else None
    if (
        opener is None
        or not opener.word
        or opener.lower in lexis.relatives - lexis.determiners
        or opener.lower in lexis.subordinators
        or opener.lower in lexis.prepositions
        or opener.lower in lexis.conjunctions
        or opener.lower.endswith("ing")
    ):
        return False
    for index in range(first + 2, min(end, first + 16)):
        token = tokens[index]
        word = token.lower
        if token.text in COMMAS or token.quote is not None:
            return False
        if word in lexis.relatives or word in lexis.complementizers or word in lexis.personal:
            return False
        if token.capital or not lexis.finite(word):
            continue
        return lead or not word.endswith("ed")
    return False


def lead_only(tokens: list[Token], start: int, end: int, lexis: Lexis) -> bool:
    """Whether a stretch before a comma only leads in and says nothing itself."""
    if start >= end:
        return True
    if start + 1 < end and goes_on_unmarked(tokens[start], tokens[start + 1]):
        return False
    words = sum(t.word for t in tokens[start:end])
    if words < 3:
        # "They're ready" has all a clause wants.
        short = "'" in tokens[start].lower and tokens[start].lower in lexis.clause_openers
        return not short or words < 2
    if lexis.among(tokens[end - 1].lower, "counted_from") and not any(
        lexis.finite(t.lower) or t.quote is not None for t in tokens[start:end]
    ):
        # "Less than an hour later".
        return True
    if not introductory(tokens, start, end, lexis):
        return False
    if any(lexis.among(t.lower, "asked_leads") for t in tokens[start : start + 2]):
        # "Asked by her lawyer, Tom Orr, how it had felt": nobody says that.
        return True
    if main_clause(tokens, start, end, lexis):
        return False
    if lexis.adverb(tokens[start].lower) and any(
        t.lower in lexis.auxiliaries and not t.capital for t in tokens[start:end]
    ):
        return False
    return not any(t.text == "," for t in tokens[start:end]) or not any(
        t.lower in lexis.auxiliaries and not t.capital for t in tokens[start:end]
    )
