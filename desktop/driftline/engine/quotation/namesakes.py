"""Names that look like words of a closed class: "Will Smith", "Theresa May", "First Minister"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.quotation.cast import cast
from driftline.engine.quotation.lexis import lexis

if TYPE_CHECKING:
    from driftline.engine.quotation.passages import Token


class Namesakes:
    """Which of such words of a text are names: by what stands beside them, here and elsewhere."""

    def __init__(self, text: str, language: str) -> None:
        self.cast, self.lexis = cast(language), lexis(language)
        words = self.lexis.pack.words("speakers", "namesakes")
        self.given = self.lexis.pack.words("speakers", "given_namesakes")
        #: Those the text holds with a capital, in lower case.
        self.words = {word for word in words if word.capitalize() in text}
        acronyms = self.lexis.pack.words("speakers", "acronyms")
        self.acronyms = {word for word in acronyms if word.upper() in text}
        #: Those that are somebody's family name in it.
        self.families: set[str] = set()
        if self.words:
            for before, word in _led(language).findall(text):
                if self.cast.given(before) or before.lower() in self.cast.titles:
                    self.families.add(word.lower())

    def told_apart(self, tokens: list[Token]) -> list[Token]:
        """The tokens, those that are names ("May", "WHO") without a form in lower case."""
        if self.acronyms and any(token.text.islower() and token.word for token in tokens):
            for place, token in enumerate(tokens):
                if token.lower in self.acronyms and token.text.isupper():
                    tokens[place] = token._replace(lower=token.text)
        if self.words:
            alike = [i for i, token in enumerate(tokens) if token.lower in self.words]
            for place in alike:
                if tokens[place].capital and self._is_name(tokens, place):
                    tokens[place] = tokens[place]._replace(lower=tokens[place].text)
        return tokens

    def _is_name(self, tokens: list[Token], place: int) -> bool:
        token = tokens[place]
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if before is not None and before.capital:
            title = before.lower.rstrip(".") in self.cast.titles
            if title or self.cast.given(before.text):
                return True
        if before is not None and before.lower in self.lexis.prepositions:
            # "in May".
            return False
        if after is None or not after.word or after.text[0].isdigit():
            return place > 0 and token.lower in self.families
        if after.capital and after.lower not in self.lexis.times:
            asked = place == 0 and tokens[-1].text == "?"
            office = after.lower in self.cast.titles and token.lower in self.lexis.adverbs
            return (token.lower in self.given and not asked) or office
        return token.lower in self.families and (place > 0 or self.lexis.finite(after.lower))


@cache
def _led(language: str) -> re.Pattern[str]:
    """Such a word with the one before it."""
    words = sorted(lexis(language).pack.words("speakers", "namesakes"))
    either = "|".join(word.capitalize() for word in words) or "(?!)"
    return re.compile(rf"\b([A-Z]\w+)\.? ({either})\b(?! \d)")
