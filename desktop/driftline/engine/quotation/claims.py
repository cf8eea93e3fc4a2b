"""What quotations have claimed of a passage so far, and the findings made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import opening
from driftline.engine.quotation.cues import find_cues
from driftline.engine.quotation.findings import Finding
from driftline.engine.quotation.scare import shows
from driftline.engine.records import Span

if TYPE_CHECKING:
    from driftline.engine.quotation.cue import Cue
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.passages import Passage
    from driftline.engine.quotation.tokens import Token

MARKS = "".join(('"“”„', "'‘’", "«»`", " \u202f\xa0"))
COMMAS = frozenset({",", "–", "—", "-", "―"})


class Claims:
    """The state of reading one passage: which tokens a quotation has already claimed."""

    def __init__(self, passage: Passage, reporting: list[int], lexis: Lexis) -> None:
        """`reporting` are the places of words that may report."""
        self.passage = passage
        self.row = passage.row
        self.tokens = passage.row.tokens
        self.reporting = reporting
        self.lexis = lexis
        self.claimed = [False] * len(self.tokens)
        self.findings: list[Finding] = []
        self.cues = find_cues(self.tokens, reporting, lexis)

    def left_floor(self, edge: int) -> int:
        """Where the sentence that ends at a place starts, what is claimed already passed over."""
        start = edge
        floor = opening(self.tokens, self.lexis)
        depth = int(edge < len(self.tokens) and self.tokens[edge].text == ")")
        while start > floor and not self.claimed[start - 1]:
            text = self.tokens[start - 1].text
            depth += (text == ")") - (text == "(")
            if depth < 0:
                break
            start -= 1
        tokens = self.tokens
        if start > 0:
            # Past the cue of the quotation before.
            for cue in self.cues:
                if start <= cue.first < edge and "speech" in cue.verb.classes:
                    after = max(cue.after, cue.subject[1] if cue.subject and cue.inverted else 0)
                    start = max(start, min(after, edge))
        while (
            start < edge
            and tokens[start].quote is None
            and (not tokens[start].word and tokens[start].text not in "[($€£@#")
        ):
            start += 1
        return start

    def governs_left(self, cue: Cue, quote: int) -> bool:
        """Whether a cue stands right after a quotation and belongs to it."""
        if cue.subject is None or cue.participle or cue.coordinate:
            return False
        head = cue.first if cue.inverted else cue.subject[0]
        return head - 1 == quote or (head - 2 == quote and self.tokens[head - 1].text in COMMAS)

    def by_the_writer(self, subject: tuple[int, int]) -> bool:
        """Whether a subject outside all marks is the writer, or the reader."""
        return subject[1] - subject[0] == 1 and (self.tokens[subject[0]].lower in self.lexis.writer)

    def mark(self, start: int, end: int) -> None:
        """Say that the tokens from `start` up to `end` are taken."""
        for index in range(start, end):
            self.claimed[index] = True

    def find(
        self, parts: list[tuple[int, int]], cue: tuple[int, int], speaker: tuple[int, int]
    ) -> None:
        """Make a finding of ranges of tokens nobody has claimed: a cue's words, a speaker's."""
        row, tokens = self.row, self.tokens
        (first, last), (a, b) = cue, speaker
        for s, e in parts:
            self.mark(s, e)
        self.findings.append(
            Finding(
                [row.span(s, e) for s, e in parts],
                row.span(first, last + 1),
                row.span(a, b),
                indirect=not any(tokens[i].quote for s, e in parts for i in range(s, e)),
            )
        )

    def claim(
        self,
        parts: list[tuple[int, int]],
        cue: Cue,
        indirect: bool,
        cue_last: int | None = None,
    ) -> bool:
        """Make a finding of ranges of tokens; false when some of them are taken already."""
        row, tokens = self.row, self.tokens
        if any(s >= e for s, e in parts):
            return False
        if any(self.claimed[i] for s, e in parts for i in range(s, e)):
            return False
        for s, e in parts:
            self.mark(s, e)
        last = cue.last if cue_last is None else cue_last
        speaker = None
        if cue.subject is not None:
            a, b = cue.subject
            speaker = row.span(a, b)
            contracted = b - a == 1 and tokens[a].lower in self.lexis.clause_openers
            if contracted and "'" in tokens[a].lower:
                speaker = Span(speaker.start, speaker.start + tokens[a].lower.index("'"))
            pronoun = tokens[b - 1].text.rpartition("-")[2] if b - a == 1 else ""
            if pronoun != tokens[a].text and pronoun in self.lexis.personal:
                # "explique-t-il", "a-t-il dit"
                speaker = Span(speaker.end - len(pronoun), speaker.end)
        groups = [parts]
        if self.lexis.fragments_apart and not indirect:
            groups = [
                [(i, i + 1)]
                for s, e in parts
                for i in range(s, e)
                if tokens[i].quote is not None and (e - s == 1 or not shows(tokens, i, self.lexis))
            ]
        for group in groups:
            self.findings.append(
                Finding(
                    [row.span(s, e) for s, e in group],
                    row.span(cue.first, last + 1),
                    speaker,
                    indirect=indirect,
                )
            )
        return bool(groups)


def has_ended(token: Token, stops: str = ",.?!…—–-") -> bool:
    """Whether a quotation's own last character says that a cue may follow."""
    assert token.quote is not None
    text = token.text.rstrip(MARKS)
    return bool(text) and text[-1] in stops
