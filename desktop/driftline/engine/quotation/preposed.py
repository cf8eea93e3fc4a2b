"""Cues that stand before what they report: clauses, quotations, objects, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.bidding import bid_end, bidden
from driftline.engine.quotation.charges import called, charged
from driftline.engine.quotation.claims import Claims, has_ended
from driftline.engine.quotation.clauses import (
    closes_clause,
    looks_like_clause,
    third_person,
    verb_soon,
)
from driftline.engine.quotation.contents import content_start
from driftline.engine.quotation.endings import content_end
from driftline.engine.quotation.measures import counts, number
from driftline.engine.quotation.scare import is_title
from driftline.engine.quotation.subjects import thing

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def preposed(claims: Claims, cue: Cue, place: int, strong: bool) -> bool:
    """Claim what a cue reports after it; only sure reports where `strong`; whether it did."""
    tokens, lexis = claims.tokens, claims.lexis
    start, how = content_start(tokens, cue, lexis)
    if strong and not (
        how in ("that", "quote", "colon", "clause") and "speech" in cue.verb.classes
    ):
        return False
    later = claims.cues[place + 1 :]
    if any(o.first < start and "speech" in o.verb.classes for o in later):
        # Another cue stands before what is reported: it is that one's.
        return False
    bare = start < len(tokens) and tokens[start].quote is None
    bare = bare and not (how == "that" and start == cue.after)
    led = start > cue.after and tokens[start - 1].text == ","
    if bare and not led and lexis.among(cue.verb.lemma, "quoting"):
        return False
    if "speech" not in cue.verb.classes and how == "quote" and start > cue.after:
        found = tokens[cue.after].lower in lexis.prepositions
        if found and "belief" in cue.verb.classes:
            # "TV shows from Leeds": no verb at all.
            return False
    named = cue.subject is not None and tokens[cue.subject[0]].lower in lexis.articles_before_one
    if how == "quote" and start == cue.after and lexis.among(cue.verb.lemma, "calling") and named:
        # "A group called “Save the ferry” has met".
        return False
    if how == "quote" or (how == "colon" and start < len(tokens) and tokens[start].quote):
        return _introduced(claims, cue, start, later)
    classes = cue.verb.classes
    end = content_end(tokens, start, cue, later, lexis) if start < len(tokens) else start
    if end <= start:
        return False
    if any(claims.claimed[start:end]):
        end = next(i for i in range(start, end) if claims.claimed[i])
        end = _back(tokens, start, end)
        other = next((o for o in later if o.last == end - 1), None)
        if other is not None:
            # "showed that most voters said they would stay": what they said is theirs.
            end = _back(tokens, start, other.begin) if other.coordinate else start
        if end <= start:
            return False
    quoted = [i for i in range(start, end) if tokens[i].quote is not None]
    if (
        cue.subject is not None
        and thing(tokens, cue.subject, lexis)
        and not (how == "that" and ("speech" in classes or _found(cue, lexis)))
        and not (how == "clause" and lexis.among(cue.verb.lemma, "papers_do"))
    ) and not quoted:
        return False
    if (
        lexis.among(cue.verb.lemma, "calling")
        and lexis.among(tokens[cue.after].lower, "particles_of_naming")
        and quoted
    ):
        # "called in to report “emergencies”".
        return False
    charge = charged(tokens, cue, end, lexis) if cue.verb.lemma in lexis.charging else 0
    if charge and not claims.by_the_writer(cue.subject or (0, 0)):
        marked = any(i < charge for i in quoted)
        return claims.claim([(cue.after, charge)], cue, indirect=not marked)
    may_bid = how != "that" and cue.verb.lemma in lexis.bids
    bid = bidden(tokens, cue, lexis) if may_bid else None
    bids = bid is not None and not (quoted and quoted[0] <= bid[1] + 1)
    if "naming" in classes and quoted and how != "that" and not bids:
        return called(claims, cue, start, quoted)
    colon = next((i for i in quoted if i > start and tokens[i - 1].text == ":"), None)
    said = how in ("that", "clause") and "speech" in classes
    if colon is not None and not (said and _one_clause(claims, start, colon - 1)):
        pause = next((i for i in range(start, colon) if closes_clause(tokens[i])), None)
        if said and pause is not None and looks_like_clause(tokens, start, pause, lexis):
            # "Vale said it was late, but she had one wish: ...": the clause ends with the pause.
            first = (start, pause + (tokens[pause].quote is not None))
            marked = any(tokens[i].quote is not None for i in range(*first))
            claims.claim([first], cue, indirect=not marked)
        return _introduced(claims, cue, colon, later)
    if not quoted and cue.subject is not None and claims.by_the_writer(cue.subject):
        return False
    if bid is not None and bids:
        end = bid_end(tokens, bid[1], end, lexis)
        marked = any(i < end for i in quoted)
        return claims.claim([(bid[0], end)], cue, indirect=not marked)
    if how == "that":
        if not ({"speech", "belief"} & classes) or end - start < 2:
            return False
        points = _points(tokens, start, end, lexis, lexis.among(cue.verb.lemma, "plain"))
        if not quoted and points:
            return False
        return claims.claim([(start, end)], cue, indirect=not quoted)
    if how == "colon" and not quoted and _announced(claims, cue, start, end):
        return claims.claim([(start, end)], cue, indirect=True)
    if how == "clause" and _clause(claims, cue, start, end, quoted):
        return claims.claim([(start, end)], cue, indirect=not quoted)
    if "object" in classes and how in ("clause", ""):
        return _object(claims, cue, cue.after, end, quoted)
    if (
        how == "to"
        and ({"speech", "marked"} & classes)
        and quoted
        and (tokens[start + 1].word or tokens[start + 1].quote is not None)
        and quoted[0] - start <= 12
        and not _new_clause(claims, start, quoted[0])
    ):
        return claims.claim([(start, end)], cue, indirect=False)
    if quoted and ("marked" in classes or how == "marked" or "speech" in classes):
        return _fragment(claims, cue, quoted, end)
    return False


def _back(tokens: list[Token], start: int, end: int) -> int:
    """The end without the punctuation before it."""
    while end > start and not tokens[end - 1].word and tokens[end - 1].quote is None:
        end -= 1
    return end


def _found(cue: Cue, lexis: Lexis) -> bool:
    """Whether a cue is a verb by which a study or a poll tells: "found that"."""
    return lexis.among(cue.verb.lemma, "finding")


def _points(tokens: list[Token], start: int, end: int, lexis: Lexis, plain: bool) -> bool:
    """Whether "that" only points: "had held that view at the talks".

    Before what somebody "said" it hardly does.
    """
    if end - start < 3 or not tokens[start + 1].word or tokens[start + 1].capital:
        return False
    noun, after = tokens[start + 1].lower, tokens[start + 2].lower
    many = lexis.among(after, "plural_subjects") or (
        third_person(after) and not lexis.among(after, "framing_nouns")
    )
    if noun in lexis.degree and not many and not looks_like_clause(tokens, start + 1, end, lexis):
        # "has said that more than once".
        return True
    return not plain and (
        lexis.among(after, "placing")
        and not noun.endswith(("s", "ing"))
        and noun not in lexis.prepositions
        and noun not in lexis.clause_openers
        and not looks_like_clause(tokens, start + 1, end, lexis)
    )


def _announced(claims: Claims, cue: Cue, start: int, end: int) -> bool:
    """Whether a clause without marks stands behind a colon: "The mayor said: The bridge is old"."""
    tokens, lexis = claims.tokens, claims.lexis
    plain = lexis.among(cue.verb.lemma, "plain") or cue.verb.lemma in lexis.inverts
    told = plain and cue.subject is not None
    return told and tokens[start].capital and looks_like_clause(tokens, start, end, lexis)


def _clause(claims: Claims, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """Whether what follows without "that" is a reported clause."""
    tokens, lexis = claims.tokens, claims.lexis
    classes = cue.verb.classes
    first = tokens[start].lower
    if first in lexis.complementizers:
        return True
    before = cue.subject[0] - 1 if cue.subject is not None and not cue.inverted else -1
    if before >= 0 and lexis.among(tokens[before].lower, "free_relatives"):
        # "That was what Vale said when she left."
        return False
    inquires = first in lexis.questions and lexis.among(cue.verb.lemma, "inquiring")
    if cue.verb.lemma in lexis.that_only and first not in lexis.personal and not inquires:
        # "tweeted the plan “will not work”": a clause after all.
        sent = bool(quoted) and lexis.among(cue.verb.lemma, "messaging")
        thing_sent = first in lexis.articles_before_one
        if not sent or thing_sent or not verb_soon(tokens, start, lexis):
            return False
    if (
        first in lexis.articles
        and lexis.among(tokens[start + 1].lower, "writings")
        and lexis.among(cue.verb.lemma, "writing")
    ):
        # "wrote a letter to the mayor".
        return False
    if first in lexis.questions:
        following = tokens[start + 1].lower if start + 1 < end else ""
        return (
            ("speech" in classes or inquires)
            and following not in lexis.infinitive
            and end - start >= 3
        )
    if lexis.among(first, "object_openers") and not counts(tokens, start, lexis):
        return False
    if "speech" not in classes:
        if "belief" not in classes or cue.participle or first in lexis.auxiliaries:
            return False
        opener = first in lexis.clause_openers and first not in lexis.determiners
        soon = looks_like_clause(tokens, start, min(end, start + 8), lexis)
        return soon and (opener or first not in lexis.object_pronouns) and end - start >= 3
    told = first in lexis.object_pronouns and first not in lexis.personal
    if told and (first != "her" or start + 1 >= end):
        return False
    if lexis.among(cue.verb.lemma, "plain"):
        said = start + (first in lexis.determiners)
        if not quoted and said < end and lexis.among(tokens[said].lower, "said_things"):
            # "said goodbye", "said the same about the mill".
            return looks_like_clause(tokens, start, end, lexis)
        return end - start >= 2
    if cue.participle:
        # "After announcing her plan, Vale left": the verb is the writer's.
        end = next((i for i in range(start, end) if tokens[i].text == ","), end)
    if first.endswith("ing") and lexis.among(cue.verb.lemma, "with_gerund"):
        return True
    if cue.verb.tenses & {"base", "third"} and "past" not in cue.verb.tenses:
        # The word may be a plural noun; then no noun phrase follows it.
        opens = (
            first in lexis.clause_openers
            or first in lexis.determiners
            or first in lexis.possessives
            or tokens[start].capital
            or number(tokens[start], lexis)
            or first in lexis.adverbs_inside
            or first.endswith("s")
        )
        if not opens:
            return False
    return looks_like_clause(tokens, start, end, lexis)


def _one_clause(claims: Claims, start: int, end: int) -> bool:
    """Whether a single clause stands here that a colon goes on with: "there are two ways: ..."."""
    tokens, lexis = claims.tokens, claims.lexis
    if tokens[start].lower in lexis.conditions:
        return False
    between = tokens[start + 1 : end]
    if any(t.text == "," or t.lower in lexis.conjunctions for t in between):
        return False
    return any(lexis.finite(t.lower) and not t.capital for t in between)


def _introduced(claims: Claims, cue: Cue, start: int, later: list[Cue]) -> bool:
    """A quotation right after its cue, alone or with the clause that goes on after it."""
    tokens, lexis = claims.tokens, claims.lexis
    if claims.claimed[start] or cue.subject is None:
        return False
    if thing(tokens, cue.subject, lexis) and "speech" not in cue.verb.classes:
        return False
    if cue.verb.classes == {"belief"}:
        return False
    if (
        "speech" not in cue.verb.classes
        and "naming" in cue.verb.classes
        and is_title(tokens[start])
    ):
        # "A play called “The Good Year”": it has that name.
        return False
    for other in later:
        if claims.governs_left(other, start) and not other.inverted:
            return False
    end = content_end(tokens, start, cue, later, lexis)
    stop = start + 1
    before = cue.subject[0] - 1
    if before >= 0 and lexis.among(tokens[before].lower, "free_relatives"):
        # "What Vale calls “the long wait” is over."
        end = stop
    rest = tokens[stop:end]
    more = [i for i in range(stop, end) if tokens[i].quote is not None]
    if any(t.word for t in rest) or more:
        first = rest[0]
        ended = has_ended(tokens[start], ".?!")
        adverbial = (
            first.lower in lexis.prepositions
            or first.lower in lexis.times
            or first.lower in lexis.subordinators
            or lexis.adverb(first.lower)
            or first.lower in lexis.relatives
            or (not first.word and first.quote is None)
        )
        linked = lexis.among(first.lower, "linking") and not has_ended(tokens[start])
        answered = tokens[start - 1].text == ":" and first.lower in lexis.contrasts
        elsewhere = (
            len(rest) > 1
            and first.lower in lexis.conjunctions
            and not rest[1].capital
            and rest[1].lower in lexis.verbs
        )
        if elsewhere and lexis.compound:
            # "a dénoncé « une erreur » et promis de « vérifier »"
            return claims.claim([(start, stop)], cue, indirect=False)
        if not answered and ((not ended and (more or not adverbial)) or linked):
            stop = end
    return claims.claim([(start, stop)], cue, indirect=False)


def _object(claims: Claims, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """An object that tells what was said: "expressed his readiness to talk"."""
    tokens, lexis = claims.tokens, claims.lexis
    expressing = lexis.among(cue.verb.lemma, "expressing")
    endings = tuple(lexis.pack.table("reporting").get("abstract_endings", ()))
    if cue.subject is None or start >= end or thing(tokens, cue.subject, lexis):
        return False
    head = tokens[start]
    last = cue.last
    for noun in range(start, min(end - 2, start + 4)):
        following = tokens[noun + 1].lower
        said = tokens[noun].lower in lexis.nouns or tokens[noun].lower in lexis.expressed
        owned = head.lower in lexis.possessives and not expressing
        if said and following in lexis.complementizers and not owned:
            # "expressed confidence that", "voiced deep concerns that".
            return claims.claim([(noun + 1, end)], cue, indirect=not quoted, cue_last=noun)
    if head.lower in lexis.articles and start + 1 < end:
        noun = start + 1
        while noun < min(end, start + 3) and tokens[noun].lower not in lexis.expressed:
            noun += 1
        if noun < end and tokens[noun].lower in lexis.expressed and expressing:
            last, start = noun, noun + 1
            if start < end and lexis.among(tokens[start].lower, "toward"):
                start += 1
    elif not (
        head.lower in lexis.possessives
        or head.lower.endswith(("'s", "s'"))
        or expressing
        or lexis.among(cue.verb.lemma, "recalling")
        or head.capital
    ):
        return False
    if end - start < 2 or not head.word or head.lower in lexis.prepositions:
        return False
    if not expressing:
        nouns = [t.lower for t in tokens[start : start + 8]]
        if not any(n in lexis.expressed or n in lexis.nouns or n.endswith(endings) for n in nouns):
            return False
        if end - start <= 3 and tokens[end - 1].lower in lexis.nouns:
            # "denies the allegations": what they are stands elsewhere.
            return False
    for index in range(start + 1, end - 1):
        if tokens[index].lower in lexis.relatives:
            break
        if tokens[index].lower in lexis.adding and lexis.finite(tokens[index + 1].lower):
            # "outlined her plans and vowed": the next thing she did.
            end = index
            break
    for index in range(start + 1, end):
        # A reason or a time is the writer's, not the speaker's.
        if tokens[index].lower in lexis.reasons and index + 1 < end:
            following = tokens[index + 1].lower
            if following in lexis.personal or following in lexis.determiners:
                end = index
                break
    quoted = [i for i in quoted if i < end]
    return claims.claim([(start, end)], cue, indirect=not quoted, cue_last=last)


def _new_clause(claims: Claims, start: int, end: int) -> bool:
    """Whether after a comma another clause begins, with a verb of its own."""
    comma = next((i for i in range(start, end) if claims.tokens[i].text == ","), end)
    return any(t.lower in claims.lexis.auxiliaries for t in claims.tokens[comma:end])


def _fragment(claims: Claims, cue: Cue, quoted: list[int], end: int) -> bool:
    """Marked words under a verb that reports only in marks."""
    tokens = claims.tokens
    quoted = [i for i in quoted if not is_title(tokens[i])]
    if not quoted:
        return False
    if cue.subject is None or thing(tokens, cue.subject, claims.lexis):
        return False
    first = quoted[0]
    if first - cue.last > 16 or _new_clause(claims, cue.last + 1, first):
        return False
    lexis = claims.lexis
    if any(
        tokens[i].lower in lexis.nouns and tokens[i + 1].lower in lexis.complementizers
        for i in range(cue.after, first)
    ):
        # "defended her claim that boats are “too old”": the noun has its own clause.
        return False
    last = first
    for index in quoted[1:]:
        between = tokens[last + 1 : index]
        if len(between) <= 3 and all(
            t.lower in lexis.conjunctions or t.text == "," or lexis.among(t.lower, "following_on")
            for t in between
        ):
            last = index
        else:
            break
    if tokens[first - 1].lower in claims.lexis.infinitive and first - 1 > cue.last:
        first -= 1
        following = tokens[last + 1] if last + 1 < end else tokens[last]
        if following.word and (
            following.lower in lexis.determiners
            or following.lower in lexis.possessives
            or following.lower in lexis.object_pronouns
        ):
            # "urged them to “check out” the mill"
            last = bid_end(tokens, last, end, lexis) - 1
    return claims.claim([(first, last + 1)], cue, indirect=False)
