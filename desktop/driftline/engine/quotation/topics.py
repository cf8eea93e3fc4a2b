"""What sentences are about that name no single person: whom "it" and "they" stand for."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from driftline.engine.quotation.name_runs import bare
from driftline.engine.quotation.openings import opening_subject
from driftline.engine.quotation.tokens import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.quotation.names import Names
    from driftline.engine.records import Span

# So many characters of a sentence are looked at for its subject.
_LOOKED_AT = 200
_REACH = 4


def topics(
    text: str, starts: Sequence[int], here: int, place: int, names: Names
) -> Iterator[Topic]:
    """The subjects that the passage of a place and those before it open with, the nearer first.

    `starts` are the offsets of the passages, `here` is the number of the place's own. No pronouns.
    """
    for number in range(here, max(-1, here - _REACH), -1):
        end = place if number == here else starts[number + 1]
        row = row_of(
            text, starts[number], min(end, starts[number] + _LOOKED_AT), names.lexis.language
        )
        tokens = row.tokens
        if not tokens or not tokens[0].word:
            continue
        a, b = opening_subject(tokens, len(tokens), names.lexis) or (0, 0)
        whole = a < b and tokens[b - 1].lower not in names.lexis.relatives
        if whole and tokens[a].lower not in names.lexis.personal:
            yield Topic(row, a, b, names)


class Topic:
    """The subject of a sentence: some tokens of its row."""

    def __init__(self, row: Row, first: int, past: int, names: Names) -> None:
        self.row, self.first, self.past = row, first, past
        self.tokens = tokens = row.tokens[first:past]
        self.names = names
        lexis = names.lexis
        plain = [token.lower for token in tokens]
        ends = (w in lexis.prepositions or w in lexis.relatives for w in plain)
        cut = next((i for i, end in enumerate(ends) if end and i), len(plain))
        #: Its noun with what stands before it, in lower case: what hangs on it stands behind.
        self.noun = plain[:cut]
        self.head = bare(plain[cut - 1])

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.row.span(self.first, self.past)

    def own_row(self) -> Row:
        """Its tokens as a row."""
        return Row(self.row.text, self.row.start(self.first), self.tokens)

    def several(self) -> Span | None:
        """Where several people stand in it: "residents", "police", "Jane Doe and Tom Orr"."""
        cast, lexis = self.names.words, self.names.lexis
        if self.tokens[0].capital and self.tokens[0].lower not in cast.no_names:
            named = list(takewhile(lambda t: t.capital or t.lower in lexis.adding, self.tokens))
            if any(t.lower in lexis.adding for t in named[:-1]):
                return self.row.span(self.first, self.first + len(named))
        people = self.head[:-1] in cast.roles or self.head[:-1] in cast.somebody
        plural = len(self.tokens) == 1 and lexis.among(self.head, "plural_subjects")
        return self.span if (people or plural) and all(t.word for t in self.tokens) else None

    def is_a_body(self) -> bool:
        """Whether it is a body: "the company", "the Ferry Trust", "Acme Boats"."""
        cast = self.names.words
        named = [t for t in self.tokens if t.capital and t.lower not in cast.no_names]
        known = self.head in cast.bodies or self.head in cast.generic
        led = self.tokens[0].lower in self.names.lexis.articles
        if not named:
            return known and led
        person = self.names.lookup([bare(t.text) for t in named])
        plural = self.head.endswith("s") and not (
            person is not None and (person.gender or person.roles)
        )
        plain = self.tokens[-1].capital and all(t.word for t in self.tokens)
        return plain and (known or plural or led or named[-1].text.isupper())
