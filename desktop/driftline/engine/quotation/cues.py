"""Cues: reporting verbs, nouns and phrases, each with its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.cue import Cue
from driftline.engine.quotation.inversion import (
    called_by,
    inverted,
    name_after,
    relative_before,
    speaker_place,
)
from driftline.engine.quotation.nouns import noun_reading
from driftline.engine.quotation.openings import opening_subject
from driftline.engine.quotation.participles import infinitive, participle
from driftline.engine.quotation.subjects import subject_of
from driftline.engine.quotation.tokens import title_case

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis, Verb
    from driftline.engine.quotation.tokens import Token

_LONGEST_HEADLINE = 60


def find_cues(tokens: list[Token], reporting: list[int], lexis: Lexis) -> list[Cue]:
    """The reporting verbs at some places of a passage that somebody is the subject of, in order.

    Denied and supposed speech ("did not say", "could ask"), passives and nouns that look like verbs
    are left out.
    """
    found: list[Cue] = []
    for place in reporting:
        verb = lexis.verbs.get(tokens[place].lower)
        if verb is None or tokens[place].quote is not None:
            continue
        cue = _cue(tokens, place, verb, lexis, found)
        if cue is not None:
            found.append(cue)
    return found


def _particle(tokens: list[Token], place: int, verb: Verb, lexis: Lexis) -> int | None:
    """The last place of a cue of several words; None when the verb's particle is missing."""
    words = verb.lemma.split(" ")
    if lexis.among(verb.lemma, "around_it"):
        # "made it clear"
        place += place + 1 < len(tokens) and (
            lexis.among(tokens[place + 1].lower, "neuter_subjects")
        )
    last = place + len(words) - 1
    if last >= len(tokens):
        return None
    for offset, word in enumerate(words[1:], 1):
        if tokens[place + offset].lower != word:
            return None
    following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    # "Prices shot back up": nobody speaks.
    return None if lexis.among(following, "directions") else last


def _cue(
    tokens: list[Token], place: int, verb: Verb, lexis: Lexis, earlier: list[Cue]
) -> Cue | None:
    last = _particle(tokens, place, verb, lexis) if " " in verb.lemma else place
    if last is None:
        return None
    if "subject" in verb.classes:
        return Cue(place, last, verb, (place, place + 1), place, last + 1, inverted=True)
    if tokens[place].capital and place and _part_of_a_name(tokens, place, verb, lexis):
        return None
    if last + 1 < len(tokens) and _no_verb(tokens, place, last, verb, lexis):
        return None
    chain = _helping(tokens, place, lexis)
    if chain is None:
        return None
    left, being, having, supposing = chain
    if "past" in verb.tenses:
        left = _past_phrase(tokens, left, lexis)
    if supposing and not _only_says(tokens, left, place, last, verb, lexis):
        return None
    if having and not being and verb.bare:
        # "They have claims": a noun.
        return None
    before = tokens[left] if left >= 0 else None
    if before is not None and "'" in before.lower and before.lower in lexis.clause_openers:
        helps = verb.tenses & {"ing", "participle"}
        if not helps or lexis.among(before.lower, "impersonal"):
            return None
        # "He's saying that", "she'd said that": the pronoun has the auxiliary in it.
        return Cue(place, last, verb, (left, left + 1), left, last + 1)
    if "ing" in verb.tenses and not being:
        return participle(tokens, place, last, verb, lexis, earlier, before)
    if being and "ing" not in verb.tenses:
        return None
    if before is not None and before.lower in lexis.infinitive:
        return infinitive(tokens, last, verb, lexis, left, earlier)
    helped = left < place - 1 and (being or having or supposing)
    if not helped and not verb.finite:
        return None
    first = place
    if lexis.compound:
        helping = lexis.having | lexis.clitics
        while first - 1 > left and tokens[first - 1].lower in helping:
            first -= 1
    start = speaker_place(tokens, last, lexis) if lexis.before_speakers else last + 1
    if inverted(tokens, first, last, left, start, lexis):
        end = name_after(tokens, start, lexis)
        if verb.lemma in lexis.of_papers and not _paper(tokens, start, end, lexis):
            return None
        return Cue(first, last, verb, (start, end), first, end, inverted=True)
    if before is None or tokens[place].lower in lexis.inverted_only:
        return None
    if before.lower in lexis.conjunctions or (
        before.lower == "," and left and _joined(tokens, left, lexis)
    ):
        return _coordinate(tokens, place, last, verb, lexis, earlier, left)
    if noun_reading(tokens, place, left, verb, helped, lexis):
        return None
    if verb.bare and _helps_them(tokens, left, lexis):
        return None
    return _with_subject_before(tokens, place, last, verb, lexis, earlier, left, helped)


def _part_of_a_name(tokens: list[Token], place: int, verb: Verb, lexis: Lexis) -> bool:
    """Whether a capital makes the word part of a name: "United States"."""
    if not (tokens[place - 1].word or (verb.bare and verb.lemma in lexis.noun_like)):
        return False
    # Every word of a headline has its capital.
    return len(tokens) > _LONGEST_HEADLINE or not title_case(tokens, lexis)


def _no_verb(tokens: list[Token], place: int, last: int, verb: Verb, lexis: Lexis) -> bool:
    """Whether what follows makes the word no cue: part of another word, an oath, a passive."""
    following = tokens[last + 1].lower
    if (place and following == "-") or following in lexis.comparing:
        return True
    if following in lexis.thought_in:
        # "the think tank told".
        return True
    if following in lexis.of_oaths and lexis.among(verb.lemma, "oaths"):
        # "has sworn in its first judge", "pleaded guilty".
        return True
    return "participle" in verb.tenses and _passive(tokens, place, last, verb, lexis)


def _helping(tokens: list[Token], place: int, lexis: Lexis) -> tuple[int, bool, bool, bool] | None:
    """What stands before a verb and its helping words; None where they deny it.

    The place before them all, and whether they hold a form of "be", one of "have", one that only
    supposes ("could").
    """
    left = place - 1
    being = having = supposing = False
    while left >= 0:
        token = tokens[left]
        word = token.lower
        if token.quote is not None:
            break
        if word in lexis.denying:
            return None
        if word in lexis.supposing:
            supposing = True
        elif word in lexis.being:
            being = True
        elif word in lexis.having:
            having = True
        elif word in lexis.degree and left + 1 < place:
            # "more recently said".
            pass
        elif (
            word not in lexis.auxiliaries
            and (token.capital or not lexis.adverb(word))
            and word not in lexis.clitics
        ):
            break
        elif left and tokens[left - 1].text == "," and lexis.among(word, "standing_alone"):
            # "In the end, all agreed".
            break
        left -= 1
    return left, being, having, supposing


def _only_says(
    tokens: list[Token], left: int, place: int, last: int, verb: Verb, lexis: Lexis
) -> bool:
    """Whether a supposed verb tells all somebody says: "would only say", "would say only"."""
    if last + 1 >= len(tokens) or not lexis.among(verb.lemma, "plain"):
        return False
    near = tokens[max(left, place - 1) : last + 2]
    return any(lexis.among(t.lower, "limiting") for t in near)


def _joined(tokens: list[Token], comma: int, lexis: Lexis) -> bool:
    """Whether a comma joins the verb to one before it: "noted ..., then argued"."""
    return tokens[comma - 1].lower in lexis.conjunctions or lexis.among(
        tokens[comma + 1].lower, "following_on"
    )


def _helps_them(tokens: list[Token], left: int, lexis: Lexis) -> bool:
    """Whether an object stands before the verb, no subject: "helping them understand"."""
    if not left or not lexis.among(tokens[left].lower, "only_objects"):
        return False
    before = tokens[left - 1].lower
    return before not in lexis.prepositions and not lexis.among(before, "letting")


def _with_subject_before(
    tokens: list[Token],
    place: int,
    last: int,
    verb: Verb,
    lexis: Lexis,
    earlier: list[Cue],
    left: int,
    helped: bool,
) -> Cue | None:
    """The cue whose subject ends at a place; None where that or the word can't be what it seems."""
    opened = relative_before(tokens, left, lexis)
    subject = subject_of(tokens, opened - 1 if opened else left, lexis)
    if subject is None:
        return None
    a, b, begin = subject
    if verb.lemma in lexis.of_papers and not _paper(tokens, a, b, lexis):
        return None
    if tokens[a].lower in lexis.phrases:
        # "according to people who know both".
        return None
    if "participle" in verb.tenses and _has_its_verb(tokens, a, b, verb, lexis, earlier):
        return None
    if verb.bare and verb.lemma in lexis.noun_like:
        if _noun_after(tokens, a, b, last, verb, lexis):
            return None
    elif not helped and "naming" in verb.classes and "participle" in verb.tenses:
        inner = tokens[a + 1 : b - 1]
        verbal = any(lexis.finite(t.lower) and not t.capital for t in inner)
        if verbal and not _relative_inside(inner, lexis):
            # "Vale invented a game called".
            return None
    if tokens[-1].text == "?" and _asked(tokens, a, lexis):
        return None
    return Cue(place, last, verb, (a, b), begin, last + 1)


def _has_its_verb(
    tokens: list[Token], a: int, b: int, verb: Verb, lexis: Lexis, earlier: list[Cue]
) -> bool:
    """Whether a cue stands in the subject: "A clerk said in a letter mailed on Friday that"."""
    if lexis.among(verb.lemma, "plain"):
        return False
    return any(
        a < cue.first < b
        and "past" in cue.verb.tenses
        and (
            lexis.among(cue.verb.lemma, "plain")
            or not any(t.lower in lexis.relatives for t in tokens[a : cue.first])
        )
        for cue in earlier
    )


def _noun_after(tokens: list[Token], a: int, b: int, last: int, verb: Verb, lexis: Lexis) -> bool:
    """Whether a word that may be a noun is one behind what seemed its subject."""
    if b - a == 1 and "third" in verb.tenses and _only_describes(tokens[a], lexis):
        # "smaller, measurable projects": an adjective before a noun.
        return True
    inner = tokens[a + 1 : b]
    if (
        b - a > 2
        and any(
            lexis.finite(t.lower)
            and not t.capital
            and (not t.lower.endswith("ed") or tokens[a + i].capital)
            for i, t in enumerate(inner)
        )
        and not _relative_inside(inner, lexis)
    ):
        # "Vale made regular promises".
        return True
    if last + 2 >= len(tokens) or tokens[last + 1].lower not in lexis.complementizers:
        return False
    relative = lexis.finite(tokens[last + 2].lower) and not tokens[last + 2].capital
    named = all(t.capital for t in tokens[a:b]) or tokens[a].lower in lexis.personal
    # "a set of old rules that could close the mill": a noun with its clause.
    return relative and not named


def _relative_inside(inner: list[Token], lexis: Lexis) -> bool:
    """Whether a subject holds a relative clause or marked words."""
    return any(t.lower in lexis.relatives or t.quote is not None for t in inner)


def _past_phrase(tokens: list[Token], left: int, lexis: Lexis) -> int:
    """Past a phrase between a conjunction and its verb: "..., but in a later talk said"."""
    for index in range(left, max(1, left - 6), -1):
        if tokens[index].lower not in lexis.prepositions:
            continue
        rest = tokens[index + 1 : left + 1]
        joined = tokens[index - 1].lower in lexis.conjunctions and bool(rest)
        if not joined or any(not t.word or lexis.finite(t.lower) for t in rest):
            break
        led = (
            rest[0].lower in lexis.articles
            or rest[0].lower in lexis.possessives
            or all(t.lower in lexis.times for t in rest)
        )
        return index - 1 if led else left
    return left


def _only_describes(token: Token, lexis: Lexis) -> bool:
    """Whether a word alone is no subject of a verb in the third person: neither name nor "he"."""
    word = token.lower
    return not (
        token.capital
        or token.quote is not None
        or word in lexis.subject_pronouns
        or lexis.among(word, "standing_alone")
        or lexis.among(word, "papers")
        or word in lexis.relatives
    )


def _passive(tokens: list[Token], place: int, last: int, verb: Verb, lexis: Lexis) -> bool:
    """Whether the words are said to the subject: "Vale, asked if it was late, said", "told by"."""
    if last + 2 >= len(tokens):
        return False
    agent = tokens[last + 2]
    if "naming" in verb.classes and called_by(tokens, place, lexis):
        return True
    if lexis.among(tokens[last + 1].lower, "agents"):
        return (agent.capital and agent.lower not in lexis.times) or (
            agent.lower in lexis.determiners
            or agent.lower in lexis.possessives
            or lexis.among(agent.lower, "plural_subjects")
        )
    if place < 2 or tokens[place - 1].text != "," or not lexis.among(verb.lemma, "put_to"):
        return False
    return any(
        tokens[index].text == ","
        and (says := lexis.verb(tokens[index + 1].lower)) is not None
        and "speech" in says.classes
        and says.finite
        for index in range(last + 2, len(tokens) - 1)
    )


def _paper(tokens: list[Token], a: int, b: int, lexis: Lexis) -> bool:
    """Whether a subject is a paper, as the letter that "reads": not somebody who reads it."""
    cut = next((i for i in range(a + 1, b) if tokens[i].lower in lexis.prepositions), b)
    head = tokens[cut - 1].lower
    paper = lexis.among(head, "papers") or lexis.among(head, "writings")
    return paper and head not in lexis.personal


def _asked(tokens: list[Token], subject: int, lexis: Lexis) -> bool:
    """Whether a question's verb stands before its subject: "Why would he say it was safe?"."""
    before = tokens[subject - 1].lower if subject else ""
    return before in lexis.supposing or before in lexis.doing


def _coordinate(
    tokens: list[Token],
    place: int,
    last: int,
    verb: Verb,
    lexis: Lexis,
    earlier: list[Cue],
    left: int,
) -> Cue | None:
    """A second verb of the same subject: "noted that ... and argued that ..."."""
    if not verb.finite:
        return None
    last_verb = earlier[-1].verb.tenses if earlier else verb.tenses
    if ("past" in last_verb and "past" not in verb.tenses and "third" not in verb.tenses) or (
        verb.tenses == {"base"} and "base" not in last_verb and "ing" not in last_verb
    ):
        # "explained that it was to keep the peace and maintain order": no verb of the same kind.
        return None
    about = opening_subject(tokens, left, lexis)
    # "When asked whom she backed, Jane Doe smiled and said": the cue before stands in a lead.
    led = not earlier or (about is not None and about[0] > earlier[-1].first)
    subject = about if led else earlier[-1].subject
    if not led and "past" in verb.tenses and "past" not in last_verb:
        # "Vale said they want a ferry, but pledged to wait".
        told = (c.subject for c in reversed(earlier) if "past" in c.verb.tenses)
        subject = next(told, subject)
    if subject is None:
        return None
    following = tokens[last + 1] if last + 1 < len(tokens) else tokens[last]
    reports = following.lower in lexis.complementizers or following.quote is not None
    if led and not reports and "past" not in verb.tenses and verb.lemma in lexis.noun_like:
        # "access to trade, and pledges to protect it, are not enough": a noun.
        return None
    begin = left
    if begin > 0 and tokens[begin - 1].lower == ",":
        begin -= 1
    return Cue(place, last, verb, subject, begin, last + 1, coordinate=True)
