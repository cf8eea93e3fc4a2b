"""Speakers behind their verb: "..., said Jane Doe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

_COMMAS = frozenset({",", "–", "—", "-", "―"})


def speaker_place(tokens: list[Token], last: int, lexis: Lexis) -> int:
    """Where a speaker behind a verb begins: "dijo ayer en un comunicado la alcaldesa"."""
    start = last + 1
    place = past_asides(tokens, start, lexis) if lexis.before_speakers else start
    token = tokens[place] if place < len(tokens) else None
    named = token is not None and (
        token.capital
        or token.lower in lexis.determiners
        or token.lower in lexis.possessives
        or token.lower in lexis.personal
    )
    return place if named else start


def past_asides(tokens: list[Token], place: int, lexis: Lexis) -> int:
    """The place behind when and where it was said, if that stands there: "el lunes", "a EFE"."""
    while place + 1 < len(tokens):
        word, then = tokens[place].lower, tokens[place + 1].lower
        phrase = next((p for p in lexis.before_speakers if _stands(tokens, place, p)), ())
        if phrase:
            place += len(phrase)
        elif (word in lexis.times or lexis.adverb(word)) and not tokens[place].capital:
            place += 1
        elif word in lexis.determiners and then in lexis.times:
            place += 2
        else:
            break
    return place


def _stands(tokens: list[Token], place: int, phrase: tuple[str, ...]) -> bool:
    return phrase == tuple([token.lower for token in tokens[place : place + len(phrase)]])


def inverted(
    tokens: list[Token], place: int, last: int, left: int, start: int, lexis: Lexis
) -> bool:
    """Whether the speaker follows the verb: after a quotation, or after a clause and a comma.

    `last` is the last word of the cue, and the speaker would begin at `start`.
    """
    if start >= len(tokens) or left != place - 1:
        return False
    following = tokens[start]
    if place == 0:
        return _before_a_colon(tokens, start, lexis)
    handle = following.text == "@" and tokens[place - 1].quote is not None
    if not (following.word or handle) or following.lower in lexis.complementizers:
        return False
    if following.lower in lexis.questions and not following.capital:
        # "argued when asked about it".
        return False
    if "'" in following.lower and following.lower in lexis.clause_openers:
        return False
    pronoun = following.lower in lexis.object_pronouns and following.text != "US"
    named = following.capital and start + 1 < len(tokens) and tokens[start + 1].capital
    if named or following.lower in lexis.determiners:
        # "a dit Me Paul Durand", "ont dit les maires"
        pronoun = False
    if pronoun and following.lower not in lexis.personal:
        owner = following.lower in lexis.possessives and start + 1 < len(tokens)
        verb = lexis.verb(tokens[last].lower)
        says = verb is not None and (
            not lexis.inverts
            or verb.lemma in lexis.inverts
            or (tokens[place - 1].quote is not None and "speech" in verb.classes)
        )
        if not owner or not says or not _noun(tokens[start + 1], lexis):
            return False
        # "said her lawyer".
    verb = lexis.verb(tokens[last].lower)
    if verb is not None and verb.lemma in lexis.never_inverted:
        return False
    before = tokens[place - 1]
    if lexis.verb_second and before.word:
        # "Am Montag sagte Anna Müller, dass": the subject stands behind the verb.
        named = (
            following.lower in lexis.determiners
            or following.lower in lexis.personal
            or following.capital
        )
        end = name_after(tokens, start, lexis)
        ends = end < len(tokens) and (not tokens[end].word or tokens[end].quote is not None)
        return named and ends and before.lower not in lexis.personal and not before.capital
    quoted = before.quote is not None or (
        before.lower in _COMMAS and place > 1 and tokens[place - 2].quote is not None
    )
    if quoted:
        end = name_after(tokens, start, lexis)
        if following.lower in lexis.auxiliaries:
            return False
        if verb is not None and "speech" not in verb.classes:
            return False
        told = verb is not None and verb.lemma in lexis.inverts
        if not told and relative_before(tokens, place - 1, lexis):
            # "Vale, who played in “The Mill,” posted a clip".
            return False
        if end < len(tokens) and tokens[end].lower in lexis.auxiliaries:
            # The name is the subject of what is said, not the speaker.
            return False
        return not (
            following.lower in lexis.prepositions
            or (following.lower in lexis.times and not following.capital)
            or (lexis.adverb(following.lower) and not following.capital)
        )
    if before.lower not in _COMMAS or (verb is not None and "speech" not in verb.classes):
        return False
    if following.lower in lexis.prepositions:
        return False
    if lexis.adverb(following.lower) and not following.capital:
        return False
    if following.lower in lexis.times:
        return False
    if following.lower.endswith("ing") and not following.capital:
        return False
    if lexis.inverts and (verb is None or verb.lemma not in lexis.inverts):
        return False
    end = name_after(tokens, start, lexis)
    for index in range(start + 1, min(end, len(tokens) - 1)):
        after = tokens[index + 1]
        if (
            lexis.finite(tokens[index].lower)
            and not tokens[index].capital
            and not after.capital
            and after.lower not in lexis.prepositions
            and after.lower not in lexis.after_participles
            and (tokens[index - 1].capital or tokens[index - 1].lower not in lexis.determiners)
        ):
            # "said the Vale family deserved better": a clause.
            return False
    # A German article is a relative pronoun as well.
    rest = tokens[start + (following.lower in lexis.determiners) :]
    for token in rest:
        if token.lower in (",", ";", ".") or token.quote is not None:
            break
        if token.lower in lexis.auxiliaries or token.lower in lexis.relatives:
            return False
    if (
        end < len(tokens)
        and tokens[end].word
        and tokens[end].lower not in lexis.prepositions
        and not tokens[end].lower.endswith("ing")
    ):
        return False
    if lexis.inverts and _apposition(tokens, place - 1, lexis):
        return False
    # The comma must close a clause, not an apposition: somewhere before it a verb stands.
    last = place - 1
    while last > 0 and tokens[last].text in _COMMAS:
        last -= 1
    while last > 0 and tokens[last].text not in _COMMAS and tokens[last].quote is None:
        last -= 1
    relative = lexis.among(tokens[last + 1].lower, "after_nouns")
    return not lexis.inverts or any(
        t.quote is not None or (lexis.finite(t.lower) and not t.capital)
        for t in tokens[: last if relative else place - 1]
    )


def relative_before(tokens: list[Token], last: int, lexis: Lexis) -> int:
    """The comma that opens a relative clause which ends with the marks at a place; 0 for none."""
    quote = last if tokens[last].quote is not None else last - 1
    if quote < 3 or tokens[quote].quote is None:
        return 0
    if quote == last and not closing(tokens[quote]):
        return 0
    for index in range(quote - 1, max(0, quote - 40), -1):
        if tokens[index].text in (";", ":") or closing(tokens[index]):
            return 0
        if tokens[index].text == "," and lexis.among(tokens[index + 1].lower, "after_nouns"):
            start = index
            while start and tokens[start - 1].text != "," and tokens[start - 1].quote is None:
                start -= 1
            opens = tokens[start].capital or tokens[start].lower in lexis.determiners
            acts = any(lexis.finite(t.lower) and not t.capital for t in tokens[start:index])
            return index if opens and not acts else 0
    return 0


def closing(token: Token) -> bool:
    """Whether marked words end with a comma of their own."""
    return token.quote is not None and token.text.rstrip("\"'”’» ")[-1:] == ","


def _noun(token: Token, lexis: Lexis) -> bool:
    """Whether a word behind "her" may be whom she has: her "lawyer", no "that" and no "Monday"."""
    word = token.lower
    return (
        token.word
        and word not in lexis.complementizers
        and word not in lexis.clause_openers
        and word not in lexis.prepositions
        and word not in lexis.times
        and word not in lexis.subordinators
        and word not in lexis.questions
        and not lexis.adverb(word)
    )


def _before_a_colon(tokens: list[Token], start: int, lexis: Lexis) -> bool:
    """Whether a speaker stands between the first word and a quotation: "Asked a baker: ..."."""
    end = name_after(tokens, start, lexis)
    if end < len(tokens) and tokens[end].text == ",":
        # "Says Jane Doe, the mayor: ...".
        last = min(len(tokens), end + 12)
        end = next((i for i in range(end, last) if not tokens[i].word and i > end), end)
    if not lexis.inverts or end + 1 >= len(tokens) or tokens[end].text != ":":
        return False
    named = tokens[start].capital or tokens[start].lower in lexis.determiners
    return named and tokens[end + 1].quote is not None


def _apposition(tokens: list[Token], comma: int, lexis: Lexis) -> bool:
    """Whether a comma closes an apposition: "The Mills, one of our oldest yards, announced"."""
    opened = comma - 1
    while opened > 0 and tokens[opened].text != ",":
        if tokens[opened].lower in lexis.auxiliaries or tokens[opened].quote is not None:
            return False
        opened -= 1
    if opened < 1 or (
        tokens[opened + 1].lower not in lexis.determiners
        and not lexis.among(tokens[opened + 1].lower, "indefinites")
    ):
        return False
    return not any(lexis.finite(t.lower) and not t.capital for t in tokens[:opened])


def name_after(tokens: list[Token], start: int, lexis: Lexis) -> int:
    """Where the speaker that starts at a place ends: before a comma, a time or a place."""
    end = start
    while end < len(tokens):
        token = tokens[end]
        if not token.word:
            if token.text == "(":
                break
            initial = end > start and len(tokens[end - 1].text) == 1
            joins = (
                token.text == "&"
                or (token.text == "@" and end == start)
                or (token.text == "." and initial)
            )
            if joins and end + 1 < len(tokens) and tokens[end + 1].word:
                end += 1
                continue
            break
        word = token.lower
        if end > start:
            if word in lexis.personal:
                break
            if word in lexis.relatives or word in lexis.subordinators:
                break
            if word in lexis.times and tokens[end - 1].lower not in lexis.articles:
                break
            named = token.capital or lexis.among(word, "inside_names")
            if word in lexis.prepositions and not named and not _inside(tokens, end, lexis):
                break
            if word in lexis.auxiliaries or (lexis.adverb(word) and not token.capital):
                break
            if word.endswith("ing") and not token.capital:
                verb = lexis.verb(word)
                reports = verb is not None and verb.tenses == {"ing"} and end - start > 1
                named = [t.capital for t in tokens[end + 1 : end + 3]] == [True, True]
                if (tokens[end - 1].capital and not named) or reports:
                    # But "ranking Democrat Tom Orr".
                    break
        elif word in lexis.personal:
            return end + 1
        end += 1
    return max(end, min(start + 1, len(tokens)))


def _inside(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a preposition is part of a name: the "de" of "Karin de Wit"."""
    if lexis.verb_second or place + 1 >= len(tokens):
        return False
    between = tokens[place - 1].capital and tokens[place + 1].capital
    return between and tokens[place].lower in lexis.pack.words("speakers", "particles")


def called_by(tokens: list[Token], place: int, lexis: Lexis) -> int:
    """The marks that say what somebody is called: "branded “absurd” by residents"; 0 for none."""
    if tokens[place].lower in lexis.pack.words("quotation", "not_speech"):
        return 0
    for index in range(place + 1, min(place + 4, len(tokens) - 2)):
        if tokens[index].quote is not None:
            return index if lexis.among(tokens[index + 1].lower, "agents") else 0
    return 0
