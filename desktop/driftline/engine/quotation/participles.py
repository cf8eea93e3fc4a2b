"""Cues that are no verb of a clause by themselves: participles ("adding that"), infinitives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.cue import Cue
from driftline.engine.quotation.openings import opening_subject
from driftline.engine.quotation.subjects import subject_of

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis, Verb
    from driftline.engine.quotation.tokens import Token

_COMMAS = frozenset({",", "–", "—", "-", "―"})


def participle(
    tokens: list[Token],
    place: int,
    last: int,
    verb: Verb,
    lexis: Lexis,
    earlier: list[Cue],
    before: Token | None,
) -> Cue | None:
    """The cue that a participle is, with the subject of the clause it hangs on; None for none."""
    if place == 0 or before is None:
        return None
    direct = tokens[place - 1]
    overheard = lexis.among(direct.lower, "quoting_others") and place > 1
    if overheard and tokens[place - 2].lower in lexis.being:
        # "Vale could be heard saying".
        before_it = place - 2
        while before_it > 0 and tokens[before_it].lower in lexis.auxiliaries:
            before_it -= 1
        heard = subject_of(tokens, before_it, lexis)
        if heard is not None:
            return Cue(place, last, verb, heard[:2], heard[2], last + 1)
    anchor = place - 1
    attached = _with_subject(tokens, place, lexis)
    if attached is None and earlier and earlier[-1].verb.tenses == {"ing"}:
        attached = _joined_subject(tokens, place, earlier[-1], lexis)
    if attached is not None:
        return Cue(place, last, verb, attached, attached[0] - 1, last + 1)
    following = tokens[last + 1] if last + 1 < len(tokens) else direct
    reports = following.lower in lexis.complementizers or following.quote is not None
    if not (
        direct.lower in _COMMAS
        or direct.quote is not None
        or (reports and (direct.lower in lexis.times or direct.lower in lexis.statements))
        or direct.lower in lexis.subordinators
        or direct.lower in lexis.prepositions
        or direct.lower in lexis.nouns
        or lexis.among(direct.lower, "writings")
        or (direct.lower in lexis.conjunctions)
        or lexis.adverb(direct.lower)
    ):
        return None
    led = [t.lower for t in tokens[max(0, place - 4) : place]]
    if "," in led:
        del led[: len(led) - led[::-1].index(",")]
    if any(word in lexis.withholding or word in lexis.denying for word in led):
        return None
    if direct.lower in lexis.remark_openers:
        quoted = _quoted_as(tokens, place, lexis)
        if quoted is not None:
            if earlier and earlier[-1].first >= quoted[1]:
                earlier.pop()
            return Cue(place, last, verb, quoted[0], quoted[1], last + 1)
    subject = earlier[-1].subject if earlier else None
    if subject is None:
        subject = opening_subject(tokens, place, lexis)
    begin = anchor if not direct.quote else place
    return Cue(place, last, verb, subject, begin, last + 1, participle=True)


def _with_subject(tokens: list[Token], place: int, lexis: Lexis) -> tuple[int, int] | None:
    """The subject of a participle behind "with": ", with the council saying that"."""
    for index in range(place - 2, max(-1, place - 9), -1):
        token = tokens[index + 1]
        if token.quote is not None or not token.word or token.lower in lexis.auxiliaries:
            return None
        if lexis.among(tokens[index].lower, "joining_a_clause"):
            led = index == 0 or tokens[index - 1].lower in _COMMAS
            return (index + 1, place) if led else None
    return None


def _joined_subject(
    tokens: list[Token], place: int, before: Cue, lexis: Lexis
) -> tuple[int, int] | None:
    """The subject of a second participle: "with Vale saying it was late and Orr insisting"."""
    if before.participle or before.subject is None or before.subject[1] != before.first:
        return None
    for index in range(place - 2, max(before.last, place - 6), -1):
        token = tokens[index + 1]
        if token.quote is not None or not token.word or lexis.finite(token.lower):
            return None
        if tokens[index].lower in lexis.adding:
            return index + 1, place
    return None


def _quoted_as(tokens: list[Token], place: int, lexis: Lexis) -> tuple[tuple[int, int], int] | None:
    """Who is "quoted as saying", and where the clause that quotes them begins."""
    for index in range(place - 2, max(-1, place - 20), -1):
        if not lexis.among(tokens[index].lower, "quoting_others"):
            continue
        end = place - 1
        while end > index + 1 and not tokens[end - 1].word and tokens[end - 1].text != ")":
            end -= 1
        if end > index + 1 and tokens[index + 1].lower not in lexis.prepositions:
            return (index + 1, end), index
        before = index - 1
        while before > 0 and (
            tokens[before].lower in lexis.auxiliaries or lexis.adverb(tokens[before].lower)
        ):
            before -= 1
        subject = subject_of(tokens, before, lexis)
        return None if subject is None else (subject[:2], subject[2])
    return None


def infinitive(
    tokens: list[Token],
    last: int,
    verb: Verb,
    lexis: Lexis,
    left: int,
    earlier: list[Cue],
) -> Cue | None:
    """An infinitive after a verb of going on: "went on to say"."""
    if left < 2 or not lexis.among(tokens[left - 1].lower, "going_on"):
        return None
    if earlier and earlier[-1].first == left - 1:
        # "texted to say": one cue, not two.
        earlier.pop()
    start = left - 1 if tokens[left - 1].lower not in lexis.particles else left - 2
    if earlier and start and tokens[start - 1].lower in lexis.conjunctions:
        # "joked that it was late, but went on to say".
        begin = start - 1 - (tokens[start - 2].lower == ",")
        return Cue(start, last, verb, earlier[-1].subject, begin, last + 1, coordinate=True)
    subject = subject_of(tokens, start - 1, lexis) if start > 0 else None
    if subject is None:
        return None
    a, b, begin = subject
    return Cue(start, last, verb, (a, b), begin, last + 1)
