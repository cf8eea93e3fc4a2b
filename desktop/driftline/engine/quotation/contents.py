"""Where what a cue reports starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import COMMAS, is_stop, next_lower, third_person, verb_soon
from driftline.engine.quotation.hearers import skip_hearer
from driftline.engine.quotation.inversion import past_asides
from driftline.engine.quotation.measures import counts, number
from driftline.engine.quotation.scare import is_title

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def content_start(tokens: list[Token], cue: Cue, lexis: Lexis) -> tuple[int, str]:
    """Where what a cue reports starts, and what introduces it.

    The second value is "that", "quote", "colon", "clause" or "" when nothing follows that is
    reported.
    """
    place = cue.after
    if "hearer" in cue.verb.classes and not cue.inverted:
        place = skip_hearer(tokens, place, lexis)
    if lexis.before_that:
        past = past_asides(tokens, place, lexis)
        if next_lower(tokens, past - 1) in lexis.complementizers | lexis.before_that:
            place = past
    if place >= len(tokens):
        return place, ""
    led = _after_as(tokens, place) if _as_clause(tokens, cue, lexis) else None
    if led is not None:
        return led
    token = tokens[place]
    if token.quote is not None:
        return place, "quote"
    word = token.lower
    if word in lexis.complementizers:
        if place > cue.after and _relative(tokens, place, lexis):
            # "showed a hull that was sound".
            return place, ""
        return place, "that"
    if word in lexis.before_that and next_lower(tokens, place) in lexis.complementizers:
        return place + 1, "that"  # "informó de que"
    if token.text == ":":
        return (place + 1, "colon") if place + 1 < len(tokens) else (place, "")
    if token.text in COMMAS:
        return _after_comma(tokens, place, lexis)
    if word in lexis.conjunctions:
        return place, ""
    if word in lexis.infinitive:
        following = tokens[place + 1] if place + 1 < len(tokens) else token
        if not (
            following.capital
            or following.lower in lexis.determiners
            or following.lower in lexis.possessives
            or following.lower in lexis.object_pronouns
            or (following.lower.endswith("s") and not following.lower.endswith("ss"))
        ):
            return place, "to"
    if (
        word in lexis.reasons
        and word in lexis.conditions
        and lexis.among(cue.verb.lemma, "plain")
        and next_lower(tokens, place) not in lexis.prepositions
        and not next_lower(tokens, place).endswith("ing")
    ):
        # "said because it was late, “we left.”"
        return place, "clause"
    if is_stop(token) or not token.word:
        return place, "clause" if token.text in "$€£[#@" and not is_stop(token) else ""
    if counts(tokens, place, lexis):
        return place, "clause"
    adverbial = (
        (word in lexis.prepositions)
        or (word in lexis.times and word not in lexis.before_times)
        or (word in lexis.before_times and next_lower(tokens, place) in lexis.times)
        or _time_of_day(tokens, place, lexis)
        or (lexis.adverb(word) and not token.capital and not _inside(tokens, place, lexis))
    )
    if adverbial:
        return _after_adverbial(tokens, place, cue, lexis)
    return place, "clause"


def _time_of_day(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a time with its preposition follows an adverb of time: "late on Tuesday"."""
    early = tokens[place].lower in lexis.before_times - lexis.determiners
    on = early and next_lower(tokens, place) in lexis.prepositions
    return on and next_lower(tokens, place + 1) in lexis.times


def _inside(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether an adverb opens what is said: "said first responders had come"."""
    following = next_lower(tokens, place)
    return tokens[place].lower in lexis.adverbs_inside and not (
        (following in lexis.prepositions and not lexis.among(following, "belonging"))
        or following in lexis.complementizers
        or following in lexis.questions
        or following in lexis.times
    )


def _as_clause(tokens: list[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a cue's clause only leads in: "As Jane Doe noted on Monday, the rent has doubled"."""
    if cue.subject is None or cue.inverted or cue.participle or "speech" not in cue.verb.classes:
        return False
    before = cue.subject[0] - 1
    after = tokens[cue.after] if cue.after < len(tokens) else None
    if after is not None and after.lower in lexis.questions:
        # "As she asked how it was built, ..."
        return False
    if "hearer" not in cue.verb.classes and after is not None and _object_follows(after, lexis):
        # "As she closed the debate, ..."
        return False
    if before < 0 or tokens[before].lower not in lexis.remark_openers:
        return False
    joined = before > 0 and tokens[before - 1].lower in lexis.conjunctions
    return before == 0 or (joined and (before == 1 or tokens[before - 2].text == ","))


def _object_follows(token: Token, lexis: Lexis) -> bool:
    timed = token.lower in lexis.times
    return not timed and (
        token.lower in lexis.articles or token.lower in lexis.possessives or token.capital
    )


def _after_as(tokens: list[Token], place: int) -> tuple[int, str] | None:
    """What follows the comma of an "as" clause, if it has one."""
    for index in range(place, min(len(tokens) - 1, place + 16)):
        if tokens[index].quote is not None:
            break
        if tokens[index].text == ",":
            quoted = tokens[index + 1].quote is not None
            return index + 1, "quote" if quoted else "clause"
    return None


def _after_comma(tokens: list[Token], place: int, lexis: Lexis) -> tuple[int, str]:
    following = place + 1
    if following >= len(tokens):
        return place, ""
    if tokens[following].quote is not None:
        return following, "quote"
    if lexis.comma_before_clause:
        return following, "that" if tokens[following].lower in lexis.complementizers else "clause"
    if tokens[following].lower in lexis.complementizers:
        return following, "that"
    if tokens[following].lower in lexis.conditions:
        return following, "clause"
    # "said, in a statement on Monday, that": an adverbial between commas.
    dashed = tokens[place].text != ","
    for index in range(following, min(len(tokens), following + 14)):
        token = tokens[index]
        if token.text in COMMAS and not (dashed and token.text == ","):
            after = index + 1
            if after < len(tokens):
                if tokens[after].quote is not None:
                    return after, "quote"
                if tokens[after].lower in lexis.complementizers:
                    return after, "that"
            return place, ""
        if token.quote is not None or is_stop(token):
            break
    return place, ""


def _after_adverbial(tokens: list[Token], place: int, cue: Cue, lexis: Lexis) -> tuple[int, str]:
    """Past "on Monday", "in his New Year's speech", "at a briefing in Beijing" to what is said."""
    limit = min(len(tokens), place + 24)
    subject: int | None = None
    commas = 0
    for index in range(place, limit):
        token = tokens[index]
        word = token.lower
        before = tokens[index - 1]
        if token.quote is not None:
            if before.text in (",", ":"):
                return index, "quote"
            if before.lower in lexis.times or lexis.adverb(before.lower):
                return index, "quote"
            if subject is not None:
                break
            if is_title(token) and index + 1 < limit and tokens[index + 1].word:
                continue
            return place, "marked"
        if token.text == ":" and index + 1 < len(tokens):
            return index + 1, "colon"
        if is_stop(token):
            if before.capital and next_lower(tokens, index).isdigit():
                # "on Oct. 31": an abbreviation.
                continue
            break
        if token.text in COMMAS:
            commas += 1
            if commas > 2 or subject is not None:
                break
            continue
        if (
            word in lexis.complementizers
            and index > place
            and before.lower not in lexis.prepositions
            and before.lower not in lexis.determiners
            and not _relative(tokens, index, lexis)
        ) and (
            subject is None
            or index - subject > 6
            or not _verb_between(tokens, subject, index, lexis)
        ):
            return index, "that"
        inquired = word in lexis.doubting and lexis.among(cue.verb.lemma, "inquiring")
        asks = inquired or word in lexis.asking
        if asks and index > place and before.lower not in lexis.verbs:
            return index, "clause"
        free = index > place and subject is None and commas % 2 == 0
        supposed = (
            word in lexis.supposing_that
            and lexis.among(cue.verb.lemma, "plain")
            and before.lower not in lexis.subordinators
        )
        if free and (
            supposed
            or _opens_clause(tokens, index, lexis)
            or _behind_time(tokens, place, index, lexis)
        ):
            subject = index
    if subject is not None:
        return subject, "clause"
    return place, ""


def _behind_time(tokens: list[Token], place: int, index: int, lexis: Lexis) -> bool:
    """Whether a clause opens behind a time or a statement: "said on Monday prices have gone up"."""
    token, before = tokens[index], tokens[index - 1]
    timed = before.lower in lexis.times and not lexis.comma_before_clause
    stated = before.lower in lexis.statements
    if not (timed or stated or before.capital):
        return False
    many = number(token, lexis) or counts(tokens, index, lexis)
    if token.lower not in lexis.times and not stated:
        following = next_lower(tokens, index)
        if many and not token.text.isdigit() and following not in lexis.times:
            # "said in Leeds three people had died".
            return verb_soon(tokens, index + 1, lexis)
        if third_person(token.lower) and not token.capital and following in lexis.auxiliaries:
            # "said in Leeds prices have gone up".
            return True
    if stated:
        if index - place > 4:
            return False
    elif (
        not timed
        or before.lower in lexis.before_times
        or any(
            t.lower not in lexis.times and t.lower not in lexis.prepositions
            for t in tokens[place:index]
        )
    ):
        return False
    word = token.lower
    if token.text in "$€£" or many:
        return verb_soon(tokens, index + 1, lexis)
    if not token.word or word in lexis.times or word in lexis.prepositions or word.isdigit():
        return False
    if word in lexis.conjunctions or word in lexis.relatives or word.endswith("ing"):
        return False
    if word in lexis.subordinators or word in lexis.complementizers:
        return False
    verb = lexis.verb(word)
    if verb is not None or lexis.finite(word) or lexis.adverb(word):
        return False
    return verb_soon(tokens, index, lexis)


def _opens_clause(tokens: list[Token], index: int, lexis: Lexis) -> bool:
    """Whether a reported clause may open here, inside the words after a cue."""
    token, before = tokens[index], tokens[index - 1]
    word = token.lower
    if (
        before.lower in lexis.prepositions
        or before.lower in lexis.relatives
        or before.lower in lexis.conditions
        or before.lower in lexis.asking
    ):
        return False
    if word in lexis.before_times and next_lower(tokens, index) in lexis.times:
        # "said earlier this week".
        return False
    if word in lexis.clause_openers:
        return True
    if word in lexis.adverbs_inside and index + 1 < len(tokens):
        # "said on Monday not everyone was ready".
        after = tokens[index + 1]
        opens = after.lower in lexis.clause_openers or number(after, lexis)
        return opens and verb_soon(tokens, index, lexis)
    if not (word in lexis.articles or word in lexis.possessives or token.capital):
        return False
    if not before.word or word in lexis.times:
        return False
    if (
        before.lower in lexis.determiners
        or before.lower in lexis.possessives
        or before.lower in lexis.conjunctions
    ):
        return False
    if token.capital and before.capital and before.lower not in lexis.times:
        return False
    return verb_soon(tokens, index, lexis)


def _relative(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a "that" belongs to the noun before it: "in a film that showed the house"."""
    before = tokens[place - 1]
    if not before.word or before.lower in lexis.times or lexis.adverb(before.lower):
        return False
    after = place + 1
    while (
        after < len(tokens) - 1
        and lexis.adverb(tokens[after].lower)
        and tokens[after].lower not in lexis.clause_openers
    ):
        after += 1
    following = next_lower(tokens, after - 1)
    if following.endswith("ing"):
        # "told reporters that being mayor is hard".
        return False
    return lexis.finite(following) and following not in lexis.clause_openers


def _verb_between(tokens: list[Token], a: int, b: int, lexis: Lexis) -> bool:
    last = tokens[b - 1]
    return any(t.lower in lexis.auxiliaries for t in tokens[a:b]) or (
        b - a > 1 and not last.capital and third_person(last.lower)
    )


def tail_end(tokens: list[Token], cue: Cue, lexis: Lexis) -> tuple[int, bool]:
    """Where the words after a cue that follows its quotation end, and whether they are adverbial.

    "said on Monday", "told reporters in Beijing": true; a clause of its own after the cue: false.
    """
    place = cue.after
    if "hearer" in cue.verb.classes and not cue.inverted:
        place = skip_hearer(tokens, place, lexis)
    if place >= len(tokens):
        return place, True
    token = tokens[place]
    if token.quote is not None:
        return place, False
    if token.text in COMMAS or is_stop(token) or token.text in (")", "(", "-"):
        return place, True
    word = token.lower
    adverbial = (
        cue.inverted
        or word in lexis.prepositions
        or word in lexis.times
        or lexis.adverb(word)
        or word in lexis.subordinators
        or word in lexis.conjunctions
        or (word.endswith("ing") and lexis.among(cue.verb.lemma, "plain"))
    )
    if not adverbial:
        return place, False
    if word in lexis.complementizers:
        return place, False
    index = place
    while index < len(tokens):
        token = tokens[index]
        if token.quote is not None:
            return index, True
        if is_stop(token) or (token.text in COMMAS):
            break
        if (
            token.lower in lexis.complementizers
            and index > place
            and not cue.inverted
            and (word in lexis.prepositions or word in lexis.times)
            and not _relative(tokens, index, lexis)
        ):
            return index, False
        index += 1
    return index, True
