"""Cues that stand after their quotation, or inside it: "Yes," he said, "we can."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.claims import COMMAS, Claims, has_ended
from driftline.engine.quotation.clauses import (
    is_stop,
    lead_only,
    looks_like_clause,
    main_clause,
    third_person,
)
from driftline.engine.quotation.contents import content_start, tail_end
from driftline.engine.quotation.endings import content_end, owned
from driftline.engine.quotation.scare import inner_words, is_title
from driftline.engine.quotation.subjects import introductory, thing

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.tokens import Token


_DASHES = frozenset({"–", "—", "―", "-", "--"})
# What opens a question or an exclamation.
_TURNED = frozenset({"¿", "¡"})
# A cue in commas has no more words behind it than this.
_LONGEST_ASIDE = 10
# "All of which", no longer: the subject of what was said.
_SHORT_SUBJECT = 4
# So many words before a cue at the end of a sentence are what was said, whatever opens them.
_LONG_ENOUGH = 9
# A lead that is part of what was said is no longer, a clause with "if" or "when" is no longer.
_LONGEST_LEAD = 12
_LONGEST_CONDITION = 36


def postposed(claims: Claims, cue: Cue, place: int) -> bool:
    """Claim what stands before a cue, where the cue follows what it reports; whether it did."""
    tokens, lexis = claims.tokens, claims.lexis
    if cue.participle or cue.coordinate or cue.subject is None:
        return False
    relative = tokens[cue.begin].lower
    if cue.subject[1] <= cue.begin and (
        relative in lexis.of_persons or relative in lexis.of_things
    ):
        # "a clerk who advises the council, says": the relative clause says nothing.
        return False
    head = cue.first if cue.inverted else cue.subject[0]
    edge = head - 1
    comma = False
    while edge >= 0 and tokens[edge].quote is None and tokens[edge].text in COMMAS:
        comma = True
        edge -= 1
    remark = tokens[edge].lower in lexis.remark_openers and edge > 0
    if remark and tokens[edge - 1].quote is not None:
        # "...," as the mayor put it.
        edge -= 1
    elif remark and tokens[edge - 1].text == "," and _as_said(claims, cue):
        edge, comma = edge - 2, True
    if edge < 0:
        return False
    if not cue.inverted and cue.begin < edge:
        return False
    if tokens[edge].quote is not None:
        return _behind_marks(claims, cue, place, edge, comma, remark)
    return comma and _may_follow(claims, cue) and _behind_a_clause(claims, cue, place, edge)


def _behind_marks(
    claims: Claims, cue: Cue, place: int, edge: int, comma: bool, remark: bool
) -> bool:
    """Claim marked words before a cue, with the clause they end: "“Yes,” he said"."""
    tokens, lexis = claims.tokens, claims.lexis
    quote = tokens[edge].quote
    if quote is None or quote.inner.end <= quote.inner.start:
        return False
    head = cue.first if cue.inverted or cue.subject is None else cue.subject[0]
    end, adverbial = tail_end(tokens, cue, lexis)
    if not (comma or has_ended(tokens[edge]) or _signed(claims, cue, head, end)):
        return False
    if not adverbial and (
        "speech" not in cue.verb.classes
        or (end < len(tokens) and tokens[end].lower in lexis.complementizers)
    ):
        return False
    start = edge if remark else _left_edge(claims, edge, head)
    if start < edge and is_title(tokens[edge]) and introductory(tokens, start, edge, lexis):
        # "In her novel “The Long Shore,” Vale writes about it".
        return False
    if not adverbial and _reports_a_clause(claims, end, start, edge):
        return False
    if not claims.claim([(start, edge + 1)], cue, indirect=False):
        return False
    claims.mark(min(head, cue.first), end)
    _resume(claims, cue, place, end)
    if start < edge and not remark:
        _go_on_unmarked(claims, cue, place, end)
    return True


def _may_follow(claims: Claims, cue: Cue) -> bool:
    """Whether a cue may stand behind a clause without marks that it reports."""
    tokens, lexis = claims.tokens, claims.lexis
    if cue.subject is None or lexis.among(cue.verb.lemma, "going_on_to"):
        return False
    if lexis.among(cue.verb.lemma, "quoting") and not _named_between_commas(claims, cue):
        return False
    after = tokens[cue.after].lower if cue.after < len(tokens) else ""
    if lexis.among(after, "object_openers") and not cue.inverted:
        return False
    if not ({"speech", "belief"} & cue.verb.classes):
        return False
    if "naming" in cue.verb.classes and cue.verb.lemma not in lexis.inverts:
        # "voters who, she said, describe themselves": no verb for an aside.
        return False
    if "speech" not in cue.verb.classes and (cue.subject[1] - cue.subject[0] > 3):
        return False
    return not (claims.by_the_writer(cue.subject) or owned(tokens, cue.subject, lexis))


def _behind_a_clause(claims: Claims, cue: Cue, place: int, edge: int) -> bool:
    """Claim a clause without marks before a cue: "It was late, she said on Monday"."""
    tokens, lexis = claims.tokens, claims.lexis
    end, adverbial = tail_end(tokens, cue, lexis)
    if not adverbial or cue.subject is None:
        return False
    start = claims.left_floor(edge)
    if start and tokens[start - 1].text in _TURNED:
        start -= 1
    left_end = edge + 1
    clause = any(t.quote is not None for t in tokens[start:left_end]) or looks_like_clause(
        tokens, start, left_end, lexis
    )
    if not clause and "speech" not in cue.verb.classes:
        return False
    if any(claims.claimed[start:left_end]) or left_end - start < 1:
        return False
    finds = clause and end >= len(tokens) - 1 and lexis.among(cue.verb.lemma, "finding")
    finds = finds and not any(start <= other.first <= edge for other in claims.cues)
    if thing(tokens, cue.subject, lexis) and "speech" not in cue.verb.classes and not finds:
        return False
    if lead_only(tokens, start, left_end, lexis) and not (
        _lead_said(claims, cue, place, start, left_end, end)
        if end < len(tokens) - 1
        else _whole_sentence(claims, cue, start, left_end)
    ):
        return False
    long = sum(t.word for t in tokens[start:left_end]) >= _LONG_ENOUGH
    if not clause and end >= len(tokens) - 1 and not (long and cue.verb.lemma in lexis.inverts):
        return False
    leads = tokens[start].lower in lexis.subordinators and end < len(tokens) - 1
    leads = leads and not _in_mid_sentence(claims, end + 1, start)
    if (
        leads
        and not main_clause(tokens, start, left_end, lexis)
        and not _between_commas(claims, cue, place, end)
    ):
        return False
    parts = [(start, left_end)]
    if end < len(tokens) and tokens[end].text in COMMAS and end + 1 < len(tokens):
        rest = _rest(claims, cue, place, end + 1)
        if rest is not None:
            parts.append(rest)
    linked = left_end - start == 1 and lexis.adverb(tokens[start].lower)
    hanging = tokens[left_end - 1].lower
    parted = hanging in lexis.relatives and left_end - start > _SHORT_SUBJECT
    if len(parts) > 1 and (linked or parted or hanging in lexis.conjunctions):
        # "Meanwhile, Vale says, they ...", "a wall that, Vale says, would": the writer's words.
        del parts[0]
    quoted = any(t.quote for s, e in parts for t in tokens[s:e])
    if not claims.claim(parts, cue, indirect=not quoted):
        return False
    # A line that opens with a dash is dialogue.
    claims.findings[-1].spoken = tokens[0].text in ("–", "—", "―", "-") and start == 1
    return True


def _lead_said(claims: Claims, cue: Cue, place: int, start: int, past: int, end: int) -> bool:
    """Whether a lead before a cue in commas is said, as its clause goes on behind the cue.

    "In the end, she said, it rained", but "In the end, she said it rained".
    """
    tokens, lexis = claims.tokens, claims.lexis
    opener = tokens[start].lower
    if end - cue.after > _LONGEST_ASIDE:
        return False
    if (
        opener.endswith("ing")
        and opener not in lexis.prepositions
        and not (end + 1 < len(tokens) and lexis.finite(tokens[end + 1].lower))
    ):
        return False
    longest = _LONGEST_CONDITION if opener in lexis.subordinators else _LONGEST_LEAD
    if not (tokens[end].text in COMMAS and past - start <= longest):
        return False
    if _rest(claims, cue, place, end + 1) is None or not tokens[start].word:
        return False
    goes_on = _verb_opens(claims, end + 1, start) or _in_mid_sentence(claims, end + 1, start)
    return goes_on or tokens[end + 1].quote is None


def _as_said(claims: Claims, cue: Cue) -> bool:
    """Whether "as" and a cue close a sentence, or stand in commas inside it.

    "The bridge is old, as the mayor said on Monday", "The bridge, as Jane Doe noted, is old".
    """
    tokens, lexis = claims.tokens, claims.lexis
    end, adverbial = tail_end(tokens, cue, lexis)
    if not adverbial or not (
        cue.verb.lemma in lexis.inverts or lexis.among(cue.verb.lemma, "remarking")
    ):
        return False
    goes_on = end < len(tokens) - 2 and tokens[end].text == "," and end == cue.after
    return goes_on or end >= len(tokens) - 1


def _whole_sentence(claims: Claims, cue: Cue, start: int, end: int) -> bool:
    """Whether a lead has its main clause behind it: "Around ten the owner came, officials said"."""
    tokens, lexis = claims.tokens, claims.lexis
    word = tokens[start].lower
    if cue.verb.lemma not in lexis.inverts:
        return False
    if word in lexis.subordinators and word not in lexis.prepositions:
        return False
    if looks_like_clause(tokens, cue.after, len(tokens), lexis) and not cue.inverted:
        return False
    verb = any(
        lexis.finite(t.lower) and not t.capital and not t.lower.endswith("ed")
        for t in tokens[start + 1 : end]
    )
    return verb or sum(t.word for t in tokens[start:end]) > _LONG_ENOUGH


def _signed(claims: Claims, cue: Cue, head: int, end: int) -> bool:
    """Whether a name and a verb of speech follow a quotation that lost its comma."""
    tokens = claims.tokens
    if "speech" not in cue.verb.classes or not cue.verb.tenses & {"past", "third"}:
        return False
    if cue.inverted:
        return tokens[cue.after - 1].capital and tokens[cue.last + 1].capital
    pronoun = tokens[head].lower in claims.lexis.personal
    told = pronoun and claims.lexis.among(cue.verb.lemma, "plain")
    return (tokens[head].capital or told) and cue.first - head <= 3 and end >= len(tokens) - 1


def _reports_a_clause(claims: Claims, end: int, start: int, edge: int) -> bool:
    """Whether a cue after marked words reports the clause behind it instead: the marked words are
    the end of a lead, or the title of a work.
    """
    tokens, lexis = claims.tokens, claims.lexis
    lead = start < edge and introductory(tokens, start, edge, lexis)
    if not looks_like_clause(tokens, end, len(tokens), lexis):
        return False
    return lead or is_title(tokens[edge])


def _named_between_commas(claims: Claims, cue: Cue) -> bool:
    """Whether a cue is nothing but a name and a verb: ", she continued,"."""
    tokens = claims.tokens
    a, b = cue.subject or (0, 0)
    named = tokens[a].lower in claims.lexis.personal or tokens[a].capital
    return named and b - a <= 3 and cue.after < len(tokens) and tokens[cue.after].text == ","


def _between_commas(claims: Claims, cue: Cue, place: int, end: int) -> bool:
    """Whether a cue stands inside what it reports: "If it rains, Jane Doe warned, nobody comes"."""
    tokens, lexis = claims.tokens, claims.lexis
    if "speech" not in cue.verb.classes or tokens[end].text not in COMMAS:
        return False
    rest = _rest(claims, cue, place, end + 1)
    if rest is None or tokens[rest[0]].quote is not None:
        return False
    start = claims.left_floor((cue.subject or (cue.first, 0))[0] - 2)
    supposed = lexis.among(tokens[start].lower, "supposing_that") and rest[1] - rest[0] > 4
    return supposed or looks_like_clause(tokens, rest[0], rest[1], lexis)


def _rest(claims: Claims, cue: Cue, place: int, start: int) -> tuple[int, int] | None:
    """The clause that goes on after a cue in commas: "The party, she said, would appeal"."""
    tokens, lexis = claims.tokens, claims.lexis
    first = tokens[start]
    head = cue.first if cue.inverted or cue.subject is None else cue.subject[0]
    if tokens[start - 1].text in _DASHES and tokens[head - 1].text not in _DASHES:
        # The dash opens the writer's own remark.
        return None
    if first.quote is None and (not first.word or cue.inverted):
        return None
    if first.lower.endswith("ing") and lexis.verb(first.lower):
        return None
    cleft = first.lower in lexis.relatives and _cleft(claims, head)
    if lexis.among(first.lower, "remarks") and not cleft:
        return None
    for other in claims.cues[place + 1 :]:
        if start - 1 <= other.begin <= start and "speech" in other.verb.classes:
            return None
    end = content_end(tokens, start, cue, claims.cues[place + 1 :], lexis)
    doing = first.lower.endswith("ing") and not first.capital and len(first.text) > 4
    told = looks_like_clause(tokens, claims.left_floor(head - 2), head - 1, lexis)
    if (
        (doing and told and lexis.among(cue.verb.lemma, "plain"))
        and not lexis.among(first.lower, "gerunds_that_join")
        and not looks_like_clause(tokens, start, end, lexis)
    ):
        # "It was late, she said, wiping her face."
        return None
    return (start, end) if end - start >= 2 or first.quote else None


def _in_mid_sentence(claims: Claims, quote: int, start: int) -> bool:
    """Whether marked words behind an aside go on with the sentence before it: "In the end, she
    said, “it is late.”".
    """
    tokens, lexis = claims.tokens, claims.lexis
    if quote >= len(tokens) or tokens[quote].quote is None:
        return False
    asked = any(lexis.among(t.lower, "asked_leads") for t in tokens[start : start + 2])
    words = inner_words(tokens[quote])
    return not asked and len(words) > 1 and words[0].islower()


def _verb_opens(claims: Claims, quote: int, start: int) -> bool:
    """Whether marked words go on with the verb of what stands before the cue: "Pupils, she wrote,
    “will simply buy two.”".
    """
    tokens, lexis = claims.tokens, claims.lexis
    words = inner_words(tokens[quote])
    first = tokens[start]
    named = first.capital or first.lower in lexis.determiners or first.lower in lexis.possessives
    if not words or not named or introductory(tokens, start, start + 2, lexis):
        return False
    if first.lower in lexis.conjunctions or lexis.adverb(first.lower):
        return False
    verb = words[0].replace("’", "'")
    return lexis.finite(verb) or verb in lexis.verbs or third_person(verb)


def _cleft(claims: Claims, head: int) -> bool:
    """Whether a cue parts a cleft sentence: "It was her mother, she says, who left"."""
    tokens, lexis = claims.tokens, claims.lexis
    start = claims.left_floor(head - 2)
    word = tokens[start].lower
    return lexis.among(word, "impersonal") or (
        lexis.among(word, "neuter_subjects") and tokens[start + 1].lower in lexis.being
    )


def _resume(claims: Claims, cue: Cue, place: int, end: int) -> None:
    """A quotation that goes on after its cue: "Yes," he said, "we can."."""
    tokens, lexis = claims.tokens, claims.lexis
    start = end
    comma = False
    while start < len(tokens) and (
        tokens[start].quote is None and (tokens[start].text in COMMAS or tokens[start].text in ".:")
    ):
        comma = True
        start += 1
    if (
        (
            start < len(tokens)
            and tokens[start].lower in lexis.conjunctions
            and start + 1 < len(tokens)
        )
        and tokens[start + 1].quote is not None
        and comma
    ):
        start += 1
    if start >= len(tokens) or tokens[start].quote is None or claims.claimed[start]:
        return
    if not comma and not (cue.inverted and start == cue.after):
        return
    for other in claims.cues[place + 1 :]:
        if other.first > start and claims.governs_left(other, start):
            return
    if not claims.findings:
        return
    finding = claims.findings[-1]
    stop = start + 1
    if stop < len(tokens) and not is_stop(tokens[stop]) and tokens[stop].text != ",":
        stop = max(stop, content_end(tokens, start, cue, claims.cues[place + 1 :], claims.lexis))
    finding.spans.append(claims.row.span(start, stop))
    claims.mark(start, stop)


def _go_on_unmarked(claims: Claims, cue: Cue, place: int, end: int) -> None:
    """A clause that goes on without marks: "Some take the ferry “for that,” he said, most swim"."""
    tokens, lexis = claims.tokens, claims.lexis
    start = end + 1
    if start + 1 >= len(tokens) or tokens[end].text != "," or len(claims.findings[-1].spans) > 1:
        return
    first, second = tokens[start].lower, tokens[start + 1].lower
    goes_on = (
        first in lexis.conjunctions
        or first in lexis.auxiliaries
        or first in lexis.clause_openers
        or (second in lexis.auxiliaries and first not in lexis.relatives)
    )
    rest = _rest(claims, cue, place, start) if goes_on else None
    if rest is not None and not any(claims.claimed[rest[0] : rest[1]]):
        claims.findings[-1].spans.append(claims.row.span(*rest))
        claims.mark(*rest)


def _left_edge(claims: Claims, quote: int, head: int) -> int:
    """Where the reported clause that ends with a quotation starts: often with the quotation.

    `head` is where the cue or its speaker starts.
    """
    tokens, lexis = claims.tokens, claims.lexis
    start = claims.left_floor(quote)
    if start >= quote:
        return quote
    first = tokens[quote].quote
    assert first is not None
    opening = tokens[quote].text.lstrip("\"“”„'‘«»`[( ")[:1]
    before = tokens[quote - 1]
    whole = opening.isupper() and _first_word(tokens[quote]) not in lexis.writer
    words = sum(t.word for t in tokens[start:quote])
    lead = before.text in COMMAS and words <= 4 and lead_only(tokens, start, quote, lexis)
    supposed = lexis.among(tokens[start].lower, "supposing_that")
    lead = lead and not (supposed and not whole)
    if before.text == ":" or lead or (before.text in COMMAS and whole):
        previous = [i for i in range(start, quote) if tokens[i].quote is not None]
        # `"A," she said, "B," ...` was cut before; `"A", "B" and "C," she said` stays one.
        return previous[0] if previous and previous[-1] == quote - 2 else quote
    if words < 1 + whole and not any(t.quote for t in tokens[start:quote]):
        return quote
    governed = any(
        start <= cue.first < quote
        and not cue.participle
        and "speech" in cue.verb.classes
        and cue.after <= quote
        for cue in claims.cues
    )
    if governed and whole:
        return quote
    for cue in claims.cues:
        if cue.begin <= start and cue.first < quote and lexis.among(cue.verb.lemma, "plain"):
            # "Vale said she was ill because “it rained,” she said": told twice who speaks.
            again = tokens[head].lower in lexis.personal and not cue.inverted
            return content_start(tokens, cue, lexis)[0] if again else start
    if tokens[start].lower in lexis.conjunctions and words < 3 and whole:
        return quote
    return start


def _first_word(token: Token) -> str:
    """The first word between the marks, in lower case."""
    words = inner_words(token)
    return words[0].casefold() if words else ""
