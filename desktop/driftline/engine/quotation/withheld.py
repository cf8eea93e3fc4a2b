"""What a speaker would not say: "..., but gave no details", "and declined to comment"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def withheld(tokens: list[Token], place: int, lexis: Lexis) -> bool:
    """Whether the writer goes on at a place with what the speaker kept back.

    A conjunction, perhaps the speaker again, and a verb of holding back; or "without giving
    details".
    """
    word = tokens[place].lower
    if word in lexis.lacking:
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        sure = lexis.among(following, "elaborating")
        return _tells(following, lexis) and _about(tokens, place + 2, sure, lexis)
    if word not in lexis.conjunctions and word not in lexis.contrasts:
        return False
    index = place + 1
    while index < len(tokens) - 2 and (
        tokens[index].lower in lexis.personal
        or (lexis.adverb(tokens[index].lower) and tokens[index].lower not in lexis.denying)
    ):
        index += 1
    if index >= len(tokens) - 1:
        return False
    word, following = tokens[index].lower, tokens[index + 1].lower
    if lexis.among(word, "declining"):
        after = tokens[index + 2].lower if index + 2 < len(tokens) else ""
        tells = after in lexis.verbs or _tells(after, lexis)
        return following in lexis.infinitive and tells
    if lexis.among(word, "stopping"):
        return lexis.among(following, "short")
    if lexis.among(word, "giving"):
        return following in lexis.determiners and _about(tokens, index + 1, False, lexis)
    kept = word if "n't" in word else following
    if word not in lexis.auxiliaries or kept not in lexis.denying:
        return False
    index += 1 + (kept == following)
    while index < len(tokens) - 1 and lexis.adverb(tokens[index].lower):
        index += 1
    if index >= len(tokens) or not _tells(tokens[index].lower, lexis):
        return False
    return _about(tokens, index + 1, lexis.among(tokens[index].lower, "elaborating"), lexis)


def _tells(word: str, lexis: Lexis) -> bool:
    """Whether a word is a verb of telling more: "elaborate", "giving"."""
    return lexis.among(word, "elaborating") or lexis.among(word, "telling_more")


def _about(tokens: list[Token], place: int, sure: bool, lexis: Lexis) -> bool:
    """Whether what is held back is a telling: details, a reason, how or whether."""
    if sure or place >= len(tokens) or not tokens[place].word:
        return True
    if tokens[place].lower in lexis.questions:
        return True
    return any(lexis.among(t.lower, "details") for t in tokens[place : place + 4])
