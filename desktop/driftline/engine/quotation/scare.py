"""Marked words that no cue claims: speech without a cue, or scare marks, titles and signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.findings import Attribution
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.passages import Passage
    from driftline.engine.quotation.tokens import Token

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A cue without a subject has fewer words.
_FEW = 4
_EDGES = "\"“”„‟'‘’«»‹›「」『』` \xa0\u202f"


def inner_words(token: Token) -> list[str]:
    """The words between the marks."""
    return _WORD.findall(token.text)


def stands_alone(passage: Passage) -> bool:
    """Whether a passage is nothing but marked words."""
    return all(t.quote is not None or not t.word for t in passage.tokens)


def is_speech(attribution: Attribution, place: int, lexis: Lexis, spoken: bool, here: bool) -> bool:
    """Whether marked words without a cue are somebody's speech.

    `spoken` says that somebody speaks in this paragraph or just before it, `here` in this one. A
    sentence of its own is speech; a few marked words inside a clause are not, unless they read like
    a sentence.
    """
    tokens = attribution.passage.tokens
    token = tokens[place]
    words = inner_words(token)
    if not words:
        return False
    quote = token.quote
    assert quote is not None
    before = tokens[place - 1] if place else None
    led = before is not None and before.text == ":"
    alone = stands_alone(attribution.passage)
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    goes_on = after is not None and after.word and not after.capital
    titled = is_title(token) and not lexis.subjunctives and not (led and not goes_on)
    # A title has its verbs in capitals too, and is closed.
    told = alone and (here or any(word in lexis.auxiliaries for word in words))
    titled = titled and quote.closed and not told
    if titled or (len(words) < 3 and token.text.isupper()):
        return False
    if alone:
        return len(words) > 1 or spoken
    if lexis.compound and after is not None and after.text == ",":
        # "Tenemos que vender", añadió: the verb alone tells who speaks.
        rest = [t.lower for t in tokens[place + 1 :] if t.word]
        if 0 < len(rest) < _FEW and rest[-1] in lexis.verbs:
            return True
    inner = token.text.strip(_EDGES)
    ended = bool(inner) and inner[-1] in ".,!?…—–-"
    whole = inner[:1].isupper() and ended and len(words) >= 4
    if before is not None and shows(tokens, place, lexis):
        return False
    if led:
        return len(words) > 2 or (here and len(words) > 1 and ended)
    if place == 0 and ended and len(words) >= 3 and (after is None or after.text != ")"):
        return True
    if not quote.closed:
        return len(words) > 5
    if lexis.subjunctives:
        # The mood of reported speech, or its verb, makes the marked words somebody's.
        row = [t.lower for t in tokens]
        telling = lexis.pack.words("quotation", "evidence")
        if any(w in lexis.subjunctives or w in lexis.verbs or w in telling for w in row):
            return True
    capitals = sum(w[0].isupper() for w in words)
    if capitals >= max(2, 0.6 * len(words)) and len(words) <= 8 and not whole:
        return False
    if whole and len(words) >= 5:
        return True
    return len(words) >= (4 if spoken else 6)


def goes_on_unmarked(token: Token, following: Token) -> bool:
    """Whether a sentence that opens with marked words is not over with them: "We stay" for good."""
    if token.quote is None or not following.word or following.capital:
        return False
    inner = token.text.strip(_EDGES)
    return inner[:1].isupper() and inner[-1:].isalnum() and len(inner_words(token)) >= 4


def is_title(token: Token) -> bool:
    """Whether marked words look like the name of a work: every longer word has a capital."""
    words = inner_words(token)
    inner = token.text.strip(_EDGES).rstrip(",")
    if len(words) < 2 or len(words) > 8 or inner[-1:] in ("!", "?"):
        return False
    longer = [word for word in words if len(word) > 3]
    if inner[-1:] == "." and not any(len(word) > 3 for word in words[1:]):
        # "Thank you." has a capital like any sentence.
        return False
    return bool(longer) and all(word[0].isupper() for word in [words[0], *longer])


def shows(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether a sign, a song or a name is what the marked words are."""
    pack = lexis.pack
    colon = place > 0 and tokens[place - 1].text == ":"
    near = [t.lower for t in tokens[max(0, place - 5) : place]]
    marking = pack.words("quotation", "signs" if colon else "not_speech")
    if any(word in marking for word in near):
        return True
    return bool(lexis.subjunctives) and not colon and _name(tokens, place, lexis)


def _name(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether marked words look like a name where every noun has a capital."""
    words = inner_words(tokens[place])
    inner = tokens[place].text.strip(_EDGES)
    if not words or not words[0][0].isupper() or len(words) > 7 or inner[-1] in ".!?":
        return False
    before = tokens[place - 1].lower if place else ""
    return before not in lexis.pack.words("quotation", "before_a_description")
