"""Where what a cue reports ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import (
    COMMAS,
    closes_clause,
    is_stop,
    next_lower,
    verb_soon,
)
from driftline.engine.quotation.handovers import has_the_word
from driftline.engine.quotation.withheld import withheld

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token

_DONE = frozenset({"past", "participle"})


def content_end(
    tokens: list[Token], start: int, cue: Cue, following: list[Cue], lexis: Lexis
) -> int:
    """Where what a cue reports ends: with the passage, or where somebody else has the word.

    `following` are the cues after this one. A clause that opens with "although" or "while" ends at
    the comma before its main clause.
    """
    end = _bracket(tokens, cue, start)
    while end > start and (is_stop(tokens[end - 1]) or tokens[end - 1].text in (",", ")")):
        if tokens[end - 1].text == ")" and not _stray_bracket(tokens, start, end):
            break
        end -= 1
    for other in following:
        if other.begin <= start or other.begin >= end:
            continue
        if has_the_word(tokens, start, end, cue, other, lexis):
            end = other.begin
            break
    if _subordinate(tokens, cue, lexis):
        end = min(end, _main_clause(tokens, start, end, lexis))
    if tokens[start].lower.endswith("ing") and not tokens[start].capital:
        end = min(end, _next_verb(tokens, start, end, lexis))
    if _in_a_relative_clause(tokens, cue, lexis):
        end = min(end, _main_verb(tokens, start, end, lexis))
    dash: int | None = None
    dashes = 0
    # "Vale - who said it was late - left": hyphens for dashes.
    hyphens = cue.begin > 0 and (_apart(tokens, cue.begin - 1) or _apart(tokens, cue.begin))
    for index in range(start, end):
        if tokens[index].quote is not None:
            closes = index + 1 < end and closes_clause(tokens[index])
            if index > start and _sentence_over(tokens, index, end):
                return index + 1
            if closes and (
                _afterthought(tokens, index + 1, lexis)
                or _hearsay_tail(tokens, index + 1, lexis)
                or (index > start and _by_the_way(tokens[index + 1]))
            ):
                return index + 1
            if index > start and index + 2 < end and _next_act(tokens, index + 1, lexis):
                return index + 1
            continue
        if tokens[index].word:
            turns = tokens[index].lower in lexis.turning and index > start + 1
            if turns and withheld(tokens, index, lexis):
                return _trimmed(tokens, start, index, lexis)
            if tokens[index].lower in lexis.adding and _phrase(tokens, index + 1, lexis):
                return _trimmed(tokens, start, index, lexis)
            continue
        if _dash(tokens, index, hyphens):
            dash = index if dash is None else dash
            dashes += 1
        pause = tokens[index].text in COMMAS and index + 1 < end
        if pause and index > start + 2 and _afterthought(tokens, index + 1, lexis):
            return _trimmed(tokens, start, index, lexis)
        if tokens[index].text == ";" or (pause and _hearsay_tail(tokens, index + 1, lexis)):
            return _trimmed(tokens, start, index, lexis)
    if dash is not None and dashes % 2 and dash - start >= 3:
        # A dash without a second one leads back to the writer.
        end = dash
    return _trimmed(tokens, start, end, lexis)


def _bracket(tokens: list[Token], cue: Cue, start: int) -> int:
    """Where the bracket closes that a cue stands in; the end where it stands in none."""
    depth = 0
    for token in tokens[: cue.first]:
        depth += (token.text == "(") - (token.text == ")")
    if depth <= 0:
        return len(tokens)
    for index in range(start, len(tokens)):
        depth += (tokens[index].text == "(") - (tokens[index].text == ")")
        if depth <= 0:
            return index
    return len(tokens)


def _dash(tokens: list[Token], place: int, hyphens: bool) -> bool:
    """Whether a dash stands here; `hyphens` says that hyphens with spaces are dashes."""
    text = tokens[place].text
    return (hyphens and _apart(tokens, place)) or (
        text in ("–", "—", "―") and not _compound(tokens, place)
    )


def _apart(tokens: list[Token], place: int) -> bool:
    """Whether a hyphen with a space on either side stands at a place."""
    dash = tokens[place]
    if dash.text != "-" or not 0 < place < len(tokens) - 1:
        return False
    return dash.spaced and tokens[place + 1].spaced


def _compound(tokens: list[Token], place: int) -> bool:
    """Whether an en dash stands inside a word: "human–computer", "2008–2010"."""
    dash = tokens[place]
    if dash.text != "–" or place + 1 >= len(tokens):
        return False
    return not (dash.spaced or tokens[place + 1].spaced)


def _sentence_over(tokens: list[Token], place: int, end: int) -> bool:
    """Whether a quotation ends its sentence and the writer's next one begins."""
    stop = tokens[place].text.rstrip("\"'”’»` ")[-1:]
    after = tokens[place + 1 : end]
    while after and after[0].text in ("–", "—", "―", "-"):
        del after[0]
    return stop in (".", "!", "?") and bool(after) and after[0].capital


def _afterthought(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether the writer says of what was said what it is: "..., a charge the mayor denied"."""
    word = tokens[place].lower
    if word in lexis.nouns and next_lower(tokens, place) in lexis.complementizers:
        # "..., claims that the mayor denied"
        return True
    if word not in lexis.articles:
        return False
    return any(lexis.among(t.lower, "afterthoughts") for t in tokens[place + 1 : place + 4])


def owned(tokens: list[Token], subject: tuple[int, int], lexis: Lexis) -> bool:
    """Whether a noun is read as a speaker that belongs to one: "a view Vale denied"."""
    a, b = subject
    return _afterthought(tokens, a, lexis) and (
        tokens[b - 1].capital or any(t.lower in lexis.possessives for t in tokens[a + 2 : b])
    )


def _by_the_way(token: Token) -> bool:
    """Whether a writer's remark on what was said opens with this word: "alluding to"."""
    return token.quote is None and token.lower.endswith("ing") and len(token.text) > 5


def _next_act(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether what the speaker did next stands here: "before boarding the ferry"."""
    return tokens[place].lower in lexis.subordinators and _by_the_way(tokens[place + 1])


def _hearsay_tail(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a remark on the source stands here: "according to ...", "as stated by ..."."""
    if _phrase(tokens, place, lexis):
        return True
    verb = lexis.verb(next_lower(tokens, place))
    remark = tokens[place].lower in lexis.remark_openers
    return remark and verb is not None and bool(verb.tenses & _DONE)


def _stray_bracket(tokens: list[Token], start: int, end: int) -> bool:
    depth = 0
    for token in tokens[start:end]:
        depth += (token.text == "(") - (token.text == ")")
    return depth < 0


def _phrase(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a cue phrase ("according to") stands at a place."""
    return any(
        all(
            place + offset < len(tokens) and tokens[place + offset].lower == word
            for offset, word in enumerate(phrase)
        )
        for phrase in (lexis.phrases.get(tokens[place].lower, ()) if place < len(tokens) else ())
    )


def _subordinate(tokens: list[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a cue's clause opens with "although" or "when", so that a main clause follows."""
    comma = tokens[cue.begin].text in COMMAS
    if cue.participle and not comma and cue.begin and tokens[cue.begin - 1].text in COMMAS:
        # "Vale, despite admitting that it was late, ...".
        return tokens[cue.begin].lower in lexis.prepositions
    places = [cue.begin + comma] if comma or cue.begin == 0 else []
    opener = int(tokens[0].lower in lexis.conjunctions)
    if cue.coordinate and cue.subject is not None and cue.subject[0] == opener + 1:
        # "As Vale rose and pledged to stay, many left".
        places.append(opener)
    if (
        cue.subject is not None
        and tokens[0].lower in lexis.subordinators
        and not any(
            lexis.finite(t.lower) or t.quote is not None for t in tokens[1 : cue.subject[0]]
        )
    ):
        places.append(0)
    if cue.begin == 0 and tokens[0].lower in lexis.conjunctions:
        places.append(1)
    return any(
        tokens[place].lower in lexis.subordinators
        and tokens[place].lower not in lexis.conjunctions
        and (place == cue.begin or tokens[place].lower not in lexis.prepositions)
        for place in places
        if place < len(tokens)
    )


def _in_a_relative_clause(tokens: list[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a cue stands in a clause between commas: "Jane Doe, who said that ..., left"."""
    place = cue.begin
    while place < cue.first and tokens[place].text in COMMAS:
        place += 1
    if tokens[place].lower not in lexis.relatives or place == 0:
        return False
    return tokens[place - 1].text in COMMAS or tokens[place].lower in lexis.of_persons


def _next_verb(tokens: list[Token], start: int, end: int, lexis: Lexis) -> int:
    """Where a finite verb is joined behind a gerund: "denied having sold it and left"."""
    for index in range(start + 2, end - 1):
        if lexis.finite(tokens[index].lower) and not tokens[index].capital:
            break
        if tokens[index].lower in lexis.adding:
            word = tokens[index + 1].lower
            if lexis.finite(word) and not tokens[index + 1].capital:
                return index
    return end


def _main_verb(tokens: list[Token], start: int, end: int, lexis: Lexis) -> int:
    """Where a comma is followed by the verb of the main clause."""
    seen = tokens[start].lower not in lexis.complementizers
    for index in range(start + 1, end - 1):
        seen = seen or (lexis.finite(tokens[index].lower) and not tokens[index].capital)
        if not closes_clause(tokens[index]) or not (seen or tokens[index].quote):
            continue
        place = index + 1
        while place < end - 1 and lexis.adverb(tokens[place].lower):
            place += 1
        if lexis.finite(tokens[place].lower) and not tokens[place].capital:
            return index + (tokens[index].quote is not None)
    return end


def _main_clause(tokens: list[Token], start: int, end: int, lexis: Lexis) -> int:
    for index in range(start + 1, end - 1):
        if not closes_clause(tokens[index]):
            continue
        following = tokens[index + 1]
        if (
            following.lower in lexis.personal
            or following.lower in lexis.determiners
            or following.lower in lexis.possessives
            or following.lower in lexis.clause_openers
            or following.capital
        ) and verb_soon(tokens, index + 1, lexis):
            return index + (tokens[index].quote is not None)
        if following.word and index + 2 < end and tokens[index + 2].lower in lexis.auxiliaries:
            return index + (tokens[index].quote is not None)
    return end


def _trimmed(tokens: list[Token], start: int, end: int, lexis: Lexis) -> int:
    while end > start and (
        tokens[end - 1].quote is None
        and (
            tokens[end - 1].text in (",", "–", "—", ";", ":", ".")
            or lexis.among(tokens[end - 1].lower, "loose_ends")
        )
    ):
        end -= 1
    return end
