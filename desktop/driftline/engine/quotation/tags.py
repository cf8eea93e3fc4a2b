"""Sentences that only say who said what stands before them: "Vale told reporters."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def is_tag(tokens: list[Token], lexis: Lexis) -> bool:
    """Whether a sentence has a speaker, a verb of speech, and nothing that was said."""
    place = 0
    while place < len(tokens) and (tokens[place].capital or tokens[place].lower in lexis.personal):
        place += 1
    if not 1 <= place <= 4 or place >= len(tokens):
        return False
    verb = lexis.verb(tokens[place].lower)
    if verb is None or not lexis.among(verb.lemma, "of_tags") or "past" not in verb.tenses:
        return False
    rest = tokens[place + 1 :]
    if not rest or rest[-1].text != ".":
        return False
    tail = rest[:-1]
    if any(
        not t.word
        or t.lower in lexis.complementizers
        or t.lower in lexis.questions
        or lexis.finite(t.lower)
        for t in tail
    ):
        return False
    if not tail or tail[0].lower in lexis.times or lexis.among(tail[0].lower, "attaching"):
        return True
    return "hearer" in verb.classes and len(tail) <= 8
