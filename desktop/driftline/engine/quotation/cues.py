"""Cues: reporting verbs, nouns and phrases, each with its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.quotation.passages import title_case
from driftline.engine.quotation.subjects import introductory, subject_of

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis, Verb
    from driftline.engine.quotation.passages import Token

_COMMAS = frozenset({",", "–", "—", "-", "―"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Reporting words in a passage; all numbers are places in its row of tokens.

    The cue words are `first` to `last`, inclusive. `subject` is the half-open range of the speaker
    as written, None when it has none of its own. `begin` is where the cue's clause starts,
    `after` where what it reports may start. `inverted` says that the speaker follows the verb,
    `participle` that the cue hangs on another clause ("adding that").
    """

    first: int
    last: int
    verb: Verb
    subject: tuple[int, int] | None
    begin: int
    after: int
    inverted: bool = False
    participle: bool = False
    coordinate: bool = False


def find_cues(tokens: list[Token], lexis: Lexis) -> list[Cue]:
    """The reporting verbs of a passage that somebody is the subject of, in order.

    Denied and supposed speech ("did not say", "could ask"), passives and nouns that look like verbs
    are left out.
    """
    found: list[Cue] = []
    verbs = lexis.verbs
    for place, token in enumerate(tokens):
        verb = verbs.get(token.lower)
        if verb is None or token.quote is not None:
            continue
        cue = _cue(tokens, place, verb, lexis, found)
        if cue is not None:
            found.append(cue)
    return found


def _particle(tokens: list[Token], place: int, verb: Verb) -> int | None:
    """The last place of the cue words; None when the verb's particle is missing."""
    words = verb.lemma.split(" ")
    last = place + len(words) - 1
    if last >= len(tokens):
        return None
    for offset, word in enumerate(words[1:], 1):
        if tokens[place + offset].lower != word:
            return None
    return last


def _cue(
    tokens: list[Token], place: int, verb: Verb, lexis: Lexis, earlier: list[Cue]
) -> Cue | None:
    last = _particle(tokens, place, verb)
    if last is None:
        return None
    nounlike = verb.tenses <= {"base", "third"} and verb.lemma in lexis.noun_like
    inside = place > 0 and (nounlike or tokens[place - 1].word)
    if inside and tokens[place].capital and not title_case(tokens):
        # "United States": in a name, unless every word of a headline has its capital.
        return None
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if place and following is not None and following.lower == "-":
        return None
    if following is not None and lexis.among(following.lower, "comparing"):
        return None
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
        elif word not in lexis.auxiliaries and (token.capital or not lexis.adverb(word)):
            break
        left -= 1
    before = tokens[left] if left >= 0 else None
    if supposing:
        return None
    if having and not being and verb.tenses <= {"base", "third"}:
        # "They have claims": a noun.
        return None
    helped = left < place - 1 and (being or having)
    short = before is not None and "'" in before.lower and before.lower in lexis.clause_openers
    if short and before is not None and not lexis.among(before.lower, "impersonal"):
        # "He's saying that", "she'd said that": the pronoun has the auxiliary in it.
        if verb.tenses & {"ing", "participle"}:
            return Cue(place, last, verb, (left, left + 1), left, last + 1)
        return None
    if short:
        return None
    if "ing" in verb.tenses and not being:
        return _participle(tokens, place, last, verb, lexis, earlier, before)
    if being and "ing" not in verb.tenses:
        return None
    if before is not None and lexis.among(before.lower, "infinitive"):
        return _infinitive(tokens, place, last, verb, lexis, left)
    if not helped and not verb.finite:
        return None
    first = place
    if lexis.compound:
        while first - 1 > left and tokens[first - 1].lower in lexis.having:
            first -= 1
    if _inverted(tokens, first, last, left, lexis):
        end = name_after(tokens, last + 1, lexis)
        return Cue(first, last, verb, (last + 1, end), first, end, inverted=True)
    if _stands_alone(tokens, place, lexis):
        return None
    if before is None:
        return None
    if before.quote is not None and left > 0:
        # `The "expert" said`: the marked words belong to the subject.
        pass
    if before.lower in lexis.conjunctions or (
        before.lower == "," and left > 0 and tokens[left - 1].lower in lexis.conjunctions
    ):
        return _coordinate(tokens, place, last, verb, lexis, earlier, left)
    if _noun_reading(tokens, place, left, verb, helped, lexis):
        return None
    subject = subject_of(tokens, left, lexis)
    if subject is None:
        return None
    a, b, begin = subject
    return Cue(place, last, verb, (a, b), begin, last + 1)


def _participle(
    tokens: list[Token],
    place: int,
    last: int,
    verb: Verb,
    lexis: Lexis,
    earlier: list[Cue],
    before: Token | None,
) -> Cue | None:
    if place == 0 or before is None:
        return None
    direct = tokens[place - 1]
    anchor = place - 1
    if not (
        direct.lower in _COMMAS
        or direct.quote is not None
        or direct.lower in lexis.subordinators
        or direct.lower in lexis.prepositions
        or direct.lower in lexis.nouns
        or (direct.lower in lexis.conjunctions)
        or lexis.adverb(direct.lower)
    ):
        return None
    led = [t.lower for t in tokens[max(0, place - 4) : place]]
    if "," in led:
        del led[: len(led) - led[::-1].index(",")]
    if any(word in lexis.withholding or word in lexis.denying for word in led):
        return None
    subject = earlier[-1].subject if earlier else None
    if subject is None:
        subject = _opening_subject(tokens, place, lexis)
    begin = anchor if not direct.quote else place
    return Cue(place, last, verb, subject, begin, last + 1, participle=True)


def _opening_subject(tokens: list[Token], place: int, lexis: Lexis) -> tuple[int, int] | None:
    """The subject of the passage's first clause: what stands before its verb, leads passed over."""
    start = 0
    for index in range(place):
        if tokens[index].quote is not None:
            start = index + 1
    led = False
    while start < place:
        first = tokens[start]
        if first.lower in lexis.personal:
            return start, start + 1
        if not first.word or first.lower in lexis.conjunctions:
            start += 1
            continue
        comma = next((i for i in range(start, place) if tokens[i].text in _COMMAS), place)
        if _leads_in(tokens, start, comma, lexis) or (
            led and _place_name(tokens, start, comma, place, lexis)
        ):
            if comma + 1 >= place:
                return _behind_a_lead(tokens, start, place, lexis)
            start, led = comma + 1, True
            continue
        end = next(
            (
                i
                for i in range(start + 1, comma)
                if lexis.finite(tokens[i].lower) and not tokens[i].capital
            ),
            comma,
        )
        while end - 1 > start and lexis.adverb(tokens[end - 1].lower):
            end -= 1
        return (start, end) if end - start <= 12 else None
    return None


def _leads_in(tokens: list[Token], start: int, end: int, lexis: Lexis) -> bool:
    """Whether a stretch before a comma is a time, a place or a clause before the main one."""
    last = tokens[end - 1].lower
    timed = last in lexis.times or (end - start > 1 and last in lexis.prepositions)
    if timed and not any(lexis.finite(t.lower) for t in tokens[start:end]):
        return True
    first = tokens[start].lower
    if first in lexis.determiners and any(lexis.finite(t.lower) for t in tokens[start:end]):
        # "Both parents left": an adverb elsewhere.
        return False
    return first not in lexis.personal and introductory(tokens, start, end, lexis)


def _place_name(tokens: list[Token], start: int, comma: int, place: int, lexis: Lexis) -> bool:
    """Whether a name between commas belongs to the place before it: "in Ames, Iowa, she"."""
    if comma - start > 2 or comma + 1 >= place or not tokens[start].capital:
        return False
    following = tokens[comma + 1].lower
    return following not in lexis.relatives and following not in lexis.determiners


def _behind_a_lead(
    tokens: list[Token], start: int, place: int, lexis: Lexis
) -> tuple[int, int] | None:
    """The subject behind a lead that no comma closes: "On Monday the mayor left, saying"."""
    for index in range(start + 1, place - 1):
        token, before = tokens[index], tokens[index - 1]
        if token.lower in lexis.personal and lexis.finite(tokens[index + 1].lower):
            return index, index + 1
        opens = token.capital or lexis.among(token.lower, "articles")
        timed = token.lower in lexis.times or before.lower in lexis.prepositions
        if not opens or timed or (before.capital and before.lower not in lexis.times):
            continue
        end = index + 1
        while end < place and tokens[end].word and not lexis.finite(tokens[end].lower):
            end += 1
        if end < place and tokens[end].word and end - index <= 8:
            return index, end
    return None


def _infinitive(
    tokens: list[Token], place: int, last: int, verb: Verb, lexis: Lexis, left: int
) -> Cue | None:
    """An infinitive after a verb of going on: "went on to say"."""
    if left < 2 or not lexis.among(tokens[left - 1].lower, "going_on"):
        return None
    start = left - 1 if tokens[left - 1].lower not in lexis.particles else left - 2
    subject = subject_of(tokens, start - 1, lexis) if start > 0 else None
    if subject is None:
        return None
    a, b, begin = subject
    return Cue(start, last, verb, (a, b), begin, last + 1)


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
    subject = earlier[-1].subject if earlier else _opening_subject(tokens, left, lexis)
    if subject is None:
        return None
    begin = left
    if begin > 0 and tokens[begin - 1].lower == ",":
        begin -= 1
    return Cue(place, last, verb, subject, begin, last + 1, coordinate=True)


def _stands_alone(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether the word reports only with its speaker behind it."""
    return tokens[place].lower in lexis.inverted_only


def _inverted(tokens: list[Token], place: int, last: int, left: int, lexis: Lexis) -> bool:
    """Whether the speaker follows the verb: after a quotation, or after a clause and a comma."""
    if place == 0 or last + 1 >= len(tokens) or left != place - 1:
        return False
    following = tokens[last + 1]
    if not following.word or following.lower in lexis.complementizers:
        return False
    if "'" in following.lower and following.lower in lexis.clause_openers:
        return False
    if following.lower in lexis.object_pronouns and following.lower not in lexis.personal:
        return False
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
        end = name_after(tokens, last + 1, lexis)
        ends = end < len(tokens) and (not tokens[end].word or tokens[end].quote is not None)
        return named and ends and before.lower not in lexis.personal and not before.capital
    quoted = before.quote is not None or (
        before.lower in _COMMAS and place > 1 and tokens[place - 2].quote is not None
    )
    if quoted:
        end = name_after(tokens, last + 1, lexis)
        if following.lower in lexis.auxiliaries:
            return False
        if end < len(tokens) and tokens[end].lower in lexis.auxiliaries:
            # The name is the subject of what is said, not the speaker.
            return False
        return not (
            following.lower in lexis.prepositions
            or (following.lower in lexis.times and not following.capital)
            or lexis.adverb(following.lower)
        )
    if before.lower not in _COMMAS:
        return False
    if following.lower in lexis.prepositions or lexis.adverb(following.lower):
        return False
    if following.lower in lexis.times or following.lower.endswith("ing"):
        return False
    if lexis.inverts and (verb is None or verb.lemma not in lexis.inverts):
        return False
    end = name_after(tokens, last + 1, lexis)
    rest = tokens[last + 1 :]
    for token in rest:
        if token.lower in (",", ";", ".") or token.quote is not None:
            break
        if token.lower in lexis.auxiliaries or token.lower in lexis.relatives:
            return False
    if end < len(tokens) and tokens[end].word and tokens[end].lower not in lexis.prepositions:
        return False
    # The comma must close a clause, not an apposition: somewhere before it a verb stands.
    return not lexis.inverts or any(
        t.quote is not None
        or t.lower in lexis.auxiliaries
        or (t.lower.endswith("ed") and not t.capital)
        for t in tokens[: place - 1]
    )


def name_after(tokens: list[Token], start: int, lexis: Lexis) -> int:
    """Where the speaker that starts at a place ends: before a comma, a time or a place."""
    end = start
    while end < len(tokens):
        token = tokens[end]
        if not token.word:
            if token.text == "(":
                break
            initial = end > start and len(tokens[end - 1].text) == 1
            if token.text == "." and initial and end + 1 < len(tokens) and tokens[end + 1].word:
                end += 1
                continue
            break
        word = token.lower
        if end > start:
            if word in lexis.personal:
                break
            if word in lexis.relatives or word in lexis.subordinators or word in lexis.times:
                break
            if word in lexis.prepositions and not lexis.among(word, "inside_names"):
                break
            if word in lexis.auxiliaries or (lexis.adverb(word) and not token.capital):
                break
            if word.endswith("ing") and not token.capital and tokens[end - 1].capital:
                break
        elif word in lexis.personal:
            return end + 1
        end += 1
    return max(end, min(start + 1, len(tokens)))


def _noun_reading(
    tokens: list[Token], place: int, left: int, verb: Verb, helped: bool, lexis: Lexis
) -> bool:
    """Whether the word is a noun or an adjective here: "recent claims", "the alleged"."""
    before = tokens[left]
    word = before.lower
    if helped:
        return False
    nounlike = verb.tenses <= {"base", "third"}
    if nounlike and word in lexis.adjectives:
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
    article = left > 0 and lexis.among(tokens[left - 1].lower, "articles")
    if nounlike and article and word in lexis.determiners:
        return True
    if word in lexis.verbs and not before.capital and "past" in lexis.verbs[word].tenses:
        return True
    if word.endswith(("'s", "s'")):
        return True
    if verb.tenses <= {"base", "participle"} and verb.lemma in lexis.noun_like:
        # A present plural wants a plural subject.
        plural = lexis.among(word, "plural_subjects")
        return not (plural or (word.endswith("s") and not word.endswith("ss")) or before.capital)
    return False
