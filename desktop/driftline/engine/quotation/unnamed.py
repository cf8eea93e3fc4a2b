"""Who speaks quotations without a cue: by the sentence they stand in, or by who spoke last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import third_person
from driftline.engine.quotation.cues import find_cues
from driftline.engine.quotation.openings import opening_subject
from driftline.engine.quotation.scare import stands_alone

if TYPE_CHECKING:
    from driftline.engine.quotation.coreference import Coreference
    from driftline.engine.quotation.findings import Finding
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.names import Person
    from driftline.engine.quotation.passages import Passage

# So many words behind its cue a paragraph's colon still belongs to it.
_NEAR = 12
# A colon stands no farther before the marks.
_GAP = 4


class Unnamed:
    """A paragraph in which quotations without a cue stand, and who spoke before it."""

    def __init__(
        self,
        row: list[Passage],
        previous: Passage | None,
        before: list[tuple[Finding, str]],
        people: Coreference,
        lexis: Lexis,
    ) -> None:
        """`previous` is the last passage before the paragraph, `before` what was found last."""
        self.row = row
        self.previous = previous
        self.before = before
        self.people = people
        self.lexis = lexis

    def speaker(self, findings: list[Finding], references: list[str], number: int) -> str:
        """Who speaks one of the paragraph's findings; "" where only what follows can tell.

        `references` are those of the findings before it.
        """
        return (
            self._before_a_colon(findings, number)
            or self._goes_on(findings, references, number)
            or self._standing(findings[number])
        )

    def _said(self, person: Person, place: int) -> str:
        self.people.remember(person.full, place, person)
        return person.full

    def _before_a_colon(self, findings: list[Finding], number: int) -> str:
        """Whom the words before a colon name as the speaker: "Jane Doe was firm: “No.”"."""
        finding = findings[number]
        start = finding.spans[0].start
        if ":" not in self.people.text[max(0, start - _GAP) : start]:
            return ""
        passage = next((p for p in self.row if p.span.start <= start < p.span.end), self.row[0])
        tokens = passage.tokens
        colon = passage.row.at(start, 0) - 1
        if colon < 1 or tokens[colon].text != ":":
            return ""
        if any(f.cue and passage.span.start <= f.cue.start < start for f in findings):
            return ""
        first = colon
        while first > 0 and tokens[first - 1].capital:
            first -= 1
        if first < colon and (not first or tokens[first - 1].lower not in self.lexis.prepositions):
            mention = passage.row.span(first, colon)
            if self.people.somebody(mention) is not None:
                finding.speaker = mention
                return self.people.resolve(mention)
        person = self._about(passage, start, finding)
        return "" if person is None else self._said(person, start)

    def _goes_on(self, findings: list[Finding], references: list[str], number: int) -> str:
        """Who spoke last in the paragraph: not who is only reported beside a quotation.

        Another person whom a whole sentence in between is about has the word instead.
        """
        if not number:
            return ""
        place = number - 1
        last = findings[place].spans[-1].end
        passage = next((p for p in self.row if p.span.start < last <= p.span.end), self.row[0])
        while place and findings[place].indirect:
            earlier = findings[place - 1]
            if earlier.spans[0].start < passage.span.start or earlier.floating:
                break
            place -= 1
        if findings[place].indirect:
            place = number - 1
        start = findings[number].spans[0].start
        for between in reversed(self.row):
            if passage.span.end <= between.span.start and between.span.end <= start:
                person = self._about(between, between.span.end, findings[number])
                if person is not None and person.full != references[place]:
                    return self._said(person, between.span.start)
        return references[place]

    def _standing(self, finding: Finding) -> str:
        """Whoever the sentence before it, or the one it stands in, is about."""
        start, row, people = finding.spans[0].start, self.row, self.people
        place = next((i for i, p in enumerate(row) if p.span.start <= start < p.span.end), 0)
        passage, led = row[place], self.previous
        announced = led is not None and [t.text for t in led.tokens[-1:]] == [":"]
        if led is not None and announced and start == row[0].span.start:
            # "Vale wrote on Friday:", and what she wrote in the next paragraph.
            reference = self._announced(led, finding)
            if reference:
                return reference
            person = self._about(led, led.span.end, finding) or people.last_named(led.span)
            if person is not None:
                return self._said(person, start)
        if not stands_alone(passage) and passage.tokens and passage.tokens[0].quote is None:
            person = self._about(passage, start, finding) or people.antecedent(start)
            if person is not None:
                return self._said(person, start)
        if place:
            before = row[place - 1].row
            first = next((i for i, t in enumerate(before.tokens) if t.word), None)
            if first is not None and before.tokens[first].lower in (
                people.names.words.masculine | people.names.words.feminine
            ):
                return people.resolve(before.span(first, first + 1))
            person = people.antecedent(start)
            if person is not None:
                return self._said(person, start)
        return self.before[-1][1] if self.before else ""

    def _announced(self, led: Passage, finding: Finding) -> str:
        """Whom the cue before a colon at a paragraph's end names: "The school said on Monday:"."""
        lexis = self.lexis
        places = [i for i, token in enumerate(led.tokens) if token.lower in lexis.verbs]
        cues = [cue for cue in find_cues(led.tokens, places, lexis) if "speech" in cue.verb.classes]
        if not cues or cues[-1].subject is None or cues[-1].after + _NEAR < len(led.tokens):
            return ""
        a, b = cues[-1].subject
        finding.speaker = led.row.span(a, b)
        return self.people.resolve(finding.speaker)

    def _about(self, passage: Passage, start: int, finding: Finding) -> Person | None:
        """The person who is the subject of a passage with marked words, if one is.

        Before a colon they are the speaker as written.
        """
        tokens = passage.tokens
        quote = passage.row.at(start, len(tokens))
        subject = opening_subject(tokens, quote, self.lexis)
        if subject is None:
            return None
        a, b = subject
        while b - a > 1 and tokens[b - 1].text == ":":
            b -= 1
        for index in range(a + 1, b - 1):
            after = tokens[index + 1]
            opens = after.capital or after.lower in self.lexis.determiners
            if opens and tokens[index - 1].capital and third_person(tokens[index].lower):
                # "Jane Doe supports Tom Orr"
                b = index
                break
        mention = passage.row.span(a, b)
        person = self.people.somebody(mention)
        if person is None and b + 1 < quote and tokens[b].text == "," and tokens[b + 1].capital:
            # "An early backer, Jane Doe, tried it"
            end = next((i for i in range(b + 1, quote) if not tokens[i].capital), quote)
            mention = passage.row.span(b + 1, end)
            person = self.people.somebody(mention)
        if person is not None and quote and tokens[quote - 1].text == ":":
            finding.speaker = mention
        return person
