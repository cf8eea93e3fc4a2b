"""Names that look like words of a closed class: "Will Smith", "Theresa May", "First Minister"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.quotation.cast import cast
from driftline.engine.quotation.lexis import lexis
from driftline.engine.quotation.tokens import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driftline.engine.quotation.tokens import Token
    from driftline.engine.records import Span


class Namesakes:
    """Which of such words of a text are names: by what stands beside them, here and elsewhere."""

    def __init__(self, text: str, language: str) -> None:
        self.cast, self.lexis = cast(language), lexis(language)
        pack = self.lexis.pack
        self.given = pack.words("speakers", "given_namesakes")
        self.acronyms = pack.words("speakers", "acronyms")
        self.words = pack.words("speakers", "namesakes") | self.acronyms
        #: Where the text may hold such a name.
        self.places = sorted([place for form in _forms(language) for place in _places(form, text)])
        #: Those that are somebody's family name in it.
        self.families: set[str] = set()
        if self.places:
            for before, word in _led(language).findall(text):
                if self.cast.given(before) or before.lower() in self.cast.titles:
                    self.families.add(word.lower())

    def told_apart(self, tokens: list[Token], span: Span) -> list[Token]:
        """The tokens of a span, those that are names ("May", "WHO") told apart as such."""
        first = bisect_left(self.places, span.start)
        if first == len(self.places) or self.places[first] >= span.end:
            return tokens
        for place in [i for i, token in enumerate(tokens) if token.lower in self.words]:
            token = tokens[place]
            if token.lower in self.acronyms:
                # In a line of capitals any word may look like one.
                named = token.text.isupper() and any(t.text.islower() for t in tokens)
            else:
                named = token.capital and self._is_name(tokens, place)
            if named:
                tokens[place] = as_name(token)
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
def _forms(language: str) -> tuple[str, ...]:
    """Such words as names are written."""
    pack = lexis(language).pack
    acronyms = pack.words("speakers", "acronyms")
    names = pack.words("speakers", "namesakes") - acronyms
    return *sorted(w.upper() for w in acronyms), *sorted(w.capitalize() for w in names)


def _places(form: str, text: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


@cache
def _led(language: str) -> re.Pattern[str]:
    """Such a word with the one before it."""
    words = sorted(lexis(language).pack.words("speakers", "namesakes"))
    either = "|".join(word.capitalize() for word in words) or "(?!)"
    return re.compile(rf"\b([A-Z]\w+)\.? ({either})\b(?! \d)")
