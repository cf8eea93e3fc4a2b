"""The subject of a reporting verb: the noun phrase before it, appositions passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.chunks import DASHES, chunks_before, dash_before
from driftline.engine.quotation.noun_phrases import phrase_start, speaks
from driftline.engine.quotation.times import before_ago, behind_time, is_time, without_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

# A relative that shares its noun with another stands no farther from it.
_FAR = 24


def subject_of(tokens: list[Token], last: int, lexis: Lexis) -> tuple[int, int, int] | None:
    """The speaker that ends at or before a place: its half-open range and where its clause begins.

    None when what stands there can't speak.
    """
    if last < 0:
        return None
    token = tokens[last]
    if token.lower in lexis.personal:
        return last, last + 1, _clause_begin(tokens, last, lexis)
    if token.text in DASHES:
        opened = dash_before(tokens, last)
        if opened:
            return subject_of(tokens, opened - 1, lexis)
    if token.lower in lexis.of_persons or _relates(tokens, last, lexis):
        return _antecedent(tokens, last, lexis)
    chunks = chunks_before(tokens, last)
    if not chunks:
        return None
    titled = token.quote is not None and token.text.rstrip("\"'”’» ")[-1:] == ","
    if token.text in (",", "–", "—") or (titled and len(chunks) > 1):
        # "Jane Doe, who wrote “The Mill,” said" has its comma inside the marks.
        return _with_appositions(tokens, chunks, lexis)
    a, end = chunks[0]
    b = before_ago(tokens, a, end, lexis)
    if len(chunks) > 1 and (a == b or is_time(tokens[a:b], lexis)):
        # "Jane Doe, who leads the party, on Monday said".
        return _with_appositions(tokens, chunks[1:], lexis)
    b = b if a < b else end
    a = phrase_start(tokens, a, b, lexis)
    b = without_time(tokens, a, b, lexis)
    if a >= b or not speaks(tokens, a, b, lexis):
        return None
    opening = lexis.verb(tokens[a].lower)
    if opening is not None and not tokens[a].capital and opening.tenses >= {"past", "participle"}:
        # "told to read": a clause without its subject.
        return None
    if len(chunks) > 1 and _titled(tokens, chunks[1], a, lexis):
        # "Jane Doe, Director of Roads told reporters": with a comma left out.
        a = chunks[1][0]
    begin = _clause_begin(tokens, a, lexis)
    # An apposition may stand on its name's right: "the company's head, Jane Doe said".
    return a, b, begin


def _titled(tokens: list[Token], name: tuple[int, int], start: int, lexis: Lexis) -> bool:
    """Whether a name stands before a title in capitals that starts at a place."""
    a, b = name
    if start != b + 1 or not 2 <= b - a <= 4 or not tokens[start].capital:
        return False
    if not all(token.capital for token in tokens[a:b]):
        return False
    return tokens[start].lower in lexis.pack.words("speakers", "titles")


def _relates(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a "that" or "which" before a verb of speech belongs to a noun: "shops that said"."""
    if place < 1 or place + 1 >= len(tokens) or tokens[place].lower not in lexis.of_things:
        return False
    verb = lexis.verb(tokens[place + 1].lower)
    if verb is None or not ({"speech", "naming"} & verb.classes):
        return False
    noun = tokens[place - 1]
    if noun.text == ",":
        noun = tokens[place - 2]
    if verb.bare and not ("third" in verb.tenses and lexis.among(noun.lower, "papers")):
        # "a memo that says", but not "the man that claims".
        return False
    return noun.word and noun.lower not in lexis.verbs and noun.lower not in lexis.prepositions


def _antecedent(tokens: list[Token], who: int, lexis: Lexis) -> tuple[int, int, int] | None:
    """The noun phrase a relative "who" belongs to."""
    last = who - 1
    if last >= 0 and tokens[last].text in (",", "-", "–", "—"):
        last -= 1
    if last > 0 and tokens[last].lower in lexis.conjunctions:
        # "who left and who says": the relatives share their noun.
        for index in range(last - 1, max(0, last - _FAR), -1):
            if lexis.among(tokens[index].lower, "after_nouns"):
                return _antecedent(tokens, index, lexis)
    chunks = chunks_before(tokens, last)
    if not chunks:
        return None
    named = _named_before(tokens, chunks, who - last == 2, lexis)
    if named is not None:
        return *named, who
    a, b = chunks[0]
    a = phrase_start(tokens, a, b, lexis)
    if a < b and not speaks(tokens, a, b, lexis) and tokens[a].lower in lexis.personal:
        # "He sent a memo which said".
        a += 1
    if a >= b or not speaks(tokens, a, b, lexis):
        return None
    # The nearest noun phrase only: up to its determiner or its name.
    for index in range(b - 1, a - 1, -1):
        token = tokens[index]
        acts = lexis.finite(token.lower) and not token.capital and not token.lower.endswith("ed")
        if acts and index < b - 1:
            return index + 1, b, who
        if token.lower in lexis.determiners or token.lower in lexis.possessives:
            placed = index > a and lexis.among(tokens[index - 1].lower, "locating")
            if placed:
                # "some people in the town who fear".
                continue
            return index, b, who
        if token.capital and (index == a or not tokens[index - 1].capital):
            if index > a and tokens[index - 1].lower in lexis.prepositions:
                continue
            return index, b, who
    return a, b, who


def _named_before(
    tokens: list[Token], chunks: list[tuple[int, int]], comma: bool, lexis: Lexis
) -> tuple[int, int] | None:
    """Whose apposition a "who" hangs on: "said Jane Doe of Leeds, a friend of Tom Orr, who"."""
    if len(chunks) < 2:
        return None
    (a, _), (first, b) = chunks[:2]
    opens = lexis.articles if comma else lexis.articles_before_one
    if tokens[a].lower not in opens or tokens[b].text != ",":
        return None
    if b > first and tokens[b - 1].text == ")":
        # "Jane Doe (D-Tex.), a friend of Tom Orr, who"
        b = next((i for i in range(b - 1, first, -1) if tokens[i].text == "("), first)
    start = b
    while start > first and (
        tokens[start - 1].capital
        or (tokens[start - 1].text == "." and tokens[start - 2].capital)
        or (start < b and lexis.among(tokens[start - 1].lower, "belonging"))
    ):
        start -= 1
    while start < b and not tokens[start].capital:
        start += 1
    titles = lexis.pack.words("speakers", "titles")
    named = sum(t.capital and t.lower not in titles for t in tokens[start:b])
    placed = start > 0 and lexis.among(tokens[start - 1].lower, "locating")
    return (start, b) if named > 1 and not placed else None


def _clause_begin(tokens: list[Token], start: int, lexis: Lexis) -> int:
    """Where the clause of a subject begins, its conjunctions and relatives included."""
    begin = start
    while begin > 0:
        word = tokens[begin - 1].lower
        if (
            word in lexis.conjunctions
            or word in lexis.subordinators
            or lexis.among(word, "clause_links")
            or word in lexis.of_persons
        ):
            begin -= 1
        else:
            break
    if begin > 0 and tokens[begin - 1].text in (",", "–", "—"):
        begin -= 1
    return begin


def introductory(tokens: Sequence[Token], a: int, b: int, lexis: Lexis) -> bool:
    """Whether a stretch only leads in: "In March", "Although ...", "Speaking earlier"."""
    word = tokens[a].lower
    if word in lexis.conjunctions and a + 1 < b:
        word = tokens[a + 1].lower
    return (
        word in lexis.prepositions
        or word in lexis.subordinators
        or _adverb(tokens, a, b, lexis)
        or word in lexis.times
        or (
            word.endswith(("ing", "ed"))
            and word not in lexis.nouns
            and a + 1 < b
            and not _called_so(tokens, a, lexis)
        )
        or lexis.among(word, "lead_openers")
    )


def _called_so(tokens: Sequence[Token], place: int, lexis: Lexis) -> bool:
    """Whether a word that ends like a participle is a name: "Fred", "Ming"."""
    token = tokens[place]
    if not token.capital:
        return False
    if place and tokens[place - 1].text.rstrip("\"'”’“‘» ")[-1:] == ",":
        return True
    names = ("male_names", "female_names")
    return any(token.text in lexis.pack.words("speakers", key) for key in names)


def _adverb(tokens: Sequence[Token], a: int, b: int, lexis: Lexis) -> bool:
    """Whether a stretch opens with an adverb, and not with a name that ends like one."""
    token = tokens[a]
    if not lexis.adverb(token.lower):
        return False
    if not token.capital or token.lower in lexis.adverbs:
        return True
    if token.text in lexis.pack.words("speakers", "female_names"):
        return False
    return a == 0 and (b - a == 1 or not tokens[a + 1].capital)


def _with_appositions(
    tokens: list[Token], chunks: list[tuple[int, int]], lexis: Lexis
) -> tuple[int, int, int] | None:
    """The subject of "Jane Doe, who leads the party, said": the leftmost stretch that can be it."""
    a, b = chunks[-1]
    if a and tokens[a - 1].quote is not None and len(chunks) > 2 and tokens[a].capital:
        # Right behind a quotation the speaker comes first, however long the list of titles.
        return a, b, _clause_begin(tokens, a, lexis)
    # Nearest first; walk outwards while the stretches still are appositions.
    chosen: tuple[int, int] | None = None
    last = chunks[0][1]
    for place, (a, b) in enumerate(chunks[:6]):
        start = a
        while start < b and tokens[start].lower in lexis.conjunctions:
            start += 1
        if start + 1 < b and tokens[start].lower in lexis.remark_openers:
            start += tokens[start + 1].capital
        if start + 1 < b and tokens[start].lower in lexis.subordinators:
            opened = place == 1 and a == 0 and len(chunks) == 2
            evenly = lexis.adverb(tokens[start].lower) or lexis.among(tokens[start].lower, "even")
            verbless = not any(lexis.finite(t.lower) and not t.capital for t in tokens[start:b])
            # "When the Mills, one of our yards, said": the speaker stands in the lead.
            start += (opened and verbless and tokens[start].lower not in lexis.prepositions) or (
                evenly and tokens[start + 1].lower in lexis.determiners
            )
        if start >= b:
            break
        if tokens[start].lower in lexis.prepositions or tokens[start].lower in lexis.times:
            # "On Monday Jane Doe, who leads the party, said".
            start = behind_time(tokens, start, b, lexis) or start
        if start + 1 < b and lexis.among(tokens[start + 1].lower, "free_relatives"):
            # "in what Jane Doe, who leads the party, called"
            start += 2
        if start >= b:
            break
        word = tokens[start].lower
        relative = word.split("'")[0] in lexis.relatives and word not in lexis.determiners
        if relative or word.isdigit() or lexis.among(word, "after_names"):
            continue
        if introductory(tokens, start, b, lexis):
            aside = b - start == 1 and lexis.adverb(word) and place + 1 < len(chunks)
            if place == 0 or aside:
                # "Vale, meanwhile, who leads the party, said"
                continue
            break
        clause = any(
            t.lower in lexis.auxiliaries or t.lower in lexis.complementizers
            for t in tokens[start:b]
        ) or ("'" in word and word in lexis.clause_openers)
        if clause or (place and _acts(tokens, start, b, lexis)):
            if place == 0:
                continue
            start = phrase_start(tokens, start, b, lexis)
            if chosen is None and start < b and speaks(tokens, start, b, lexis):
                chosen = (start, b)
            break
        start = phrase_start(tokens, start, b, lexis)
        if start < b and speaks(tokens, start, b, lexis):
            chosen = (start, b)
        if a != start and tokens[a].lower in lexis.conjunctions:
            break
        if place and start > a:
            break
    if chosen is None:
        return None
    a, b = chosen
    if b < last:
        # Take a short apposition in, since it may hold the name.
        tail = tokens[b + 1 : last]
        if (
            len(tail) <= 8
            and tail
            and (len(tail) > 1 or tail[0].capital or not lexis.adverb(tail[0].lower))
            and tail[0].lower not in lexis.prepositions
            and not (tail[0].lower.endswith("ing") and not tail[0].capital)
            and (tail[0].lower not in lexis.relatives or tail[0].lower in lexis.determiners)
            and all(
                t.word and not t.lower.isdigit() and t.lower not in lexis.auxiliaries for t in tail
            )
        ):
            b = last
    return a, b, _clause_begin(tokens, a, lexis)


def _acts(tokens: list[Token], a: int, b: int, lexis: Lexis) -> bool:
    """Whether a stretch ends with what somebody did: "Three boats sank", "He shut the mill"."""
    for index in range(a + 1, b):
        token, before = tokens[index], tokens[index - 1]
        if token.lower in lexis.relatives or token.quote is not None:
            return False
        if token.capital or before.lower in lexis.determiners or not lexis.finite(token.lower):
            continue
        if index == b - 1 or tokens[index + 1].lower in lexis.articles:
            return True
    return False


def thing(tokens: list[Token], subject: tuple[int, int], lexis: Lexis) -> bool:
    """Whether a subject is a poll, a banner or another thing that only shows something."""
    words = [t.lower for t in tokens[subject[0] : subject[1]]]
    for index, word in enumerate(words):
        if word in lexis.prepositions and index:
            words = words[:index]
            break
    return bool(words) and words[-1] in lexis.things
