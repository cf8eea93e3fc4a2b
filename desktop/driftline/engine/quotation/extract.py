"""Quotations of one version: what is said, by whom, and with which cue."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from driftline.engine.progress import Progress, silent
from driftline.engine.quotation.attribution import attribute
from driftline.engine.quotation.coreference import Coreference
from driftline.engine.quotation.findings import Attribution, Finding
from driftline.engine.quotation.incises import incise, resumed
from driftline.engine.quotation.interviews import turns
from driftline.engine.quotation.kinds import kind_of
from driftline.engine.quotation.lexis import assumed_language, lexis
from driftline.engine.quotation.names import Names
from driftline.engine.quotation.passages import LONGEST, Passage, passages
from driftline.engine.quotation.scare import goes_on_unmarked, is_speech
from driftline.engine.quotation.tokens import row_of, words
from driftline.engine.quotation.transcripts import (
    after_colon,
    after_dash,
    before_its_verb,
    headline,
)
from driftline.engine.quotation.unnamed import Unnamed
from driftline.engine.quotation.unspaced import attribute_unspaced, unspaced
from driftline.engine.records import (
    Quotation,
    QuotationKind,
    Quotations,
    Role,
    Span,
)
from driftline.engine.segmentation.sentences import Segments, segmented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from driftline.engine.options import QuotationOptions
    from driftline.engine.quotation.tokens import Row, Token
    from driftline.engine.records import Version

_Item = TypeVar("_Item")
# How many passages are read between two words of progress.
_OFTEN = 50
# Marked words with a name among them are longer.
_SHORTEST_NAMING = 12
# A headline goes on no longer behind its speaker.
_LONGEST_REST = 60
_CLOSERS = "\"'”’“»«›‹」』〞〟＂‘"


def extract(
    version: Version,
    options: QuotationOptions,
    progress: Progress = silent,
    segments: Segments | None = None,
) -> Quotations:
    """The quotations of a version in the order of its text, and its marked words that are none.

    Direct spans include their marks. A floating quotation has no speaker as written, only a
    reference. Rules on the kept text, without a model; near-linear in its length. Offsets are code
    points of the source. `progress` is called for every few sentences and may raise Cancelled.
    `segments` are the version's when another stage has looked for them.
    """
    return _Extraction(version, options, progress).run(segments)


class _Extraction:
    def __init__(self, version: Version, options: QuotationOptions, progress: Progress) -> None:
        self.version = version
        self.options = options
        self.progress = progress
        self.text = version.kept_text()
        self.language = version.metadata.language or assumed_language(self.text)
        self.lexis = lexis(self.language, options.words)
        self.corrections = dict(options.speakers)
        self.quotations: list[Quotation] = []
        self.scare: list[Span] = []
        # Quotations whose last paragraph, with its speaker, is still to come.
        self.open: list[int] = []
        # The last passage of the paragraph before.
        self.previous: Passage | None = None

    def run(self, segments: Segments | None) -> Quotations:
        paragraphs = self.version.paragraphs
        tick = partial(self.progress, "quotations", 0, 2 * len(paragraphs))
        if segments is None or segments.language != self.language:
            segments = segmented(self.version, self.language, tick)
        found = self._watched(passages(segments, paragraphs), 0)
        rows = [list(row) for _, row in groupby(found, key=attrgetter("paragraph"))]
        names = Names(self.lexis.language, self.options.words)
        names.gather(self._watched(self._naming_rows(rows), len(paragraphs)))
        starts = [passage.span.start for row in rows for passage in row]
        people = Coreference(self.text, names, starts)
        said = turns(self.text, paragraphs, self.lexis)
        if said:
            people.asked_from(paragraphs[min(said)].span.start)
        before: list[tuple[Finding, str]] = []
        last: Passage | None = None
        for row in rows:
            self.previous, last = last, row[-1]
            turn = said.get(row[0].paragraph)
            if turn is not None and (turn.speaker is not None or people.interviewee):
                before = self._add([turn], row, people, before)
                continue
            title = self._title(row)
            if title is not None:
                before = self._add([title], row, people, [])
                continue
            before = self._paragraph(row, people, before)
        self.quotations.sort(key=lambda q: q.span)
        self._join_neighbours()
        return Quotations(tuple(self.quotations), tuple(sorted(self.scare)))

    def _watched(self, items: Iterable[_Item], done: int) -> Iterator[_Item]:
        """The items one by one; progress is told often enough to cancel within one paragraph."""
        for number, item in enumerate(items):
            if number % _OFTEN == 0:
                self.progress("quotations", done, 2 * len(self.version.paragraphs))
            yield item

    def _join_neighbours(self) -> None:
        """Make one of marked sentences that follow each other: "A." "B," she said."""
        joined: list[Quotation] = []
        for quotation in self.quotations:
            last = joined[-1] if joined else None
            if (
                last is not None
                and last.kind is quotation.kind is QuotationKind.DIRECT
                and (not last.cue or not quotation.cue)
                and len(last.spans) == 1
                and self.text[last.span.end - 1] in _CLOSERS
                and last.span.end < quotation.span.start <= last.span.end + 3
                and (last.reference == quotation.reference or not last.speaker)
                and self.text[last.span.end : quotation.span.start].isspace()
                and "\n" not in self.text[last.span.end : quotation.span.start]
            ):
                first, *rest = quotation.spans
                spans = (Span(last.span.start, first.end), *rest)
                cued = quotation if quotation.cue else last
                joined[-1] = Quotation(
                    Span(last.span.start, quotation.span.end),
                    spans,
                    QuotationKind.DIRECT,
                    cued.speaker,
                    cued.speaker_start,
                    cued.reference,
                    cued.cue,
                    cued.cue_start,
                )
            else:
                joined.append(quotation)
        self.quotations = joined

    def _naming_rows(self, rows: list[list[Passage]]) -> Iterator[tuple[Row, bool]]:
        """Every passage's words, and those inside its marks in rows of their own, told apart."""
        for passage in chain.from_iterable(rows):
            yield passage.row, False
            for place in passage.quotes:
                quote = passage.tokens[place].quote
                if quote is not None and len(quote.span) > _SHORTEST_NAMING:
                    said = row_of(self.text, quote.inner.start, quote.inner.end, self.language)
                    for part in said.parts(LONGEST):
                        yield part, True

    def _title(self, row: list[Passage]) -> Finding | None:
        """The attribution of a headline, a subheading or a line that looks like one."""
        paragraph = self.version.paragraphs[row[0].paragraph]
        titled = paragraph.role in (Role.HEADLINE, Role.SUBHEADING, Role.STANDFIRST)
        span = paragraph.span
        if len(span) > 200:
            return None
        if not titled and self.text[span.start : span.end].rstrip()[-1:] in '.!?”"':
            return None
        return headline(self.text, span)

    # ------------------------------------------------------------------ a paragraph

    def _paragraph(
        self, row: list[Passage], people: Coreference, before: list[tuple[Finding, str]]
    ) -> list[tuple[Finding, str]]:
        findings: list[Finding] = []
        done = len(self.version.paragraphs) + row[0].paragraph
        for passage in self._watched(row, done):
            found = (
                attribute_unspaced(passage, self.text, self.lexis)
                if self.lexis.unspaced and unspaced(passage, self.text)
                else attribute(passage, self.lexis)
            )
            self._goes_on(found, findings, before)
            here = bool(findings) or bool(found.findings)
            spoken = here or bool(before and passage.first)
            for place in found.left_over:
                self._left_over(found, place, spoken, here)
            if found.findings:
                findings += sorted(found.findings, key=lambda f: f.spans[0])
        return self._add(findings, row, people, before)

    def _goes_on(
        self, found: Attribution, earlier: list[Finding], before: list[tuple[Finding, str]]
    ) -> None:
        """Reported speech that goes on without a cue: only the mood of its verbs tells."""
        if earlier and earlier[-1].spoken and self._resumes(found, earlier[-1]):
            return
        tokens = found.passage.tokens
        moods = self.lexis.subjunctives
        if not moods or found.findings or found.passage.quotes:
            return
        if not (earlier and earlier[-1].indirect) and not (before and before[-1][0].indirect):
            return
        if any(t.lower in moods for t in tokens[1:]):
            end = len(tokens)
            while end > 1 and not tokens[end - 1].word:
                end -= 1
            found.findings.append(
                Finding([found.passage.row.span(0, end)], floating=True, indirect=True)
            )

    def _resumes(self, found: Attribution, said: Finding) -> bool:
        """Whether dialogue goes on behind the dash that ends its cue: "—Sí —dijo Ana—. Voy."."""
        dashes = tuple(self.lexis.pack.words("quotation", "resuming"))
        end, passage = said.spans[-1].end, found.passage
        between = self.text[end : passage.span.start].rstrip()
        resumed = len(said.spans) > 1 and not between
        if found.findings or passage.quotes or not (resumed or between.endswith(dashes)):
            return False
        said.spans.append(passage.row.span(0, len(passage.tokens)))
        return True

    def _left_over(self, found: Attribution, place: int, spoken: bool, here: bool) -> None:
        token = found.passage.tokens[place]
        quote = token.quote
        assert quote is not None
        span = quote.span
        parts = incise(token, self.text, self.lexis)
        if parts is not None:
            found.findings.append(parts)
            return
        first = resumed(found.passage.tokens, place, found.findings, self.text)
        if first is not None:
            first.spans.append(span)
            return
        signed = after_dash(self.text, span.end, found.passage.span.end)
        letter = place == 0 and signed is not None and " " in signed.of(self.text)
        if signed is not None and quote.closed and (letter or self._ends_sentence(token)):
            found.findings.append(Finding([span], None, signed))
            return
        name = self._of_headline(found) if place == 0 and quote.closed else None
        if name is not None:
            found.findings.append(Finding([span], None, name))
        elif is_speech(found, place, self.lexis, spoken, here) and not self._swallowed(
            found, place
        ):
            if place == 0 and spoken and self._goes_on_unmarked(found):
                span = Span(span.start, found.passage.span.end)
            found.findings.append(Finding([span], floating=True, continued=quote.continued))
        elif quote.closed:
            self.scare.append(span)

    def _of_headline(self, found: Attribution) -> Span | None:
        """Who stands behind the marked words of a headline and a colon: "“It is late”: Vale"."""
        passage = found.passage
        name = after_colon(self.text, passage.row.end(0), passage.span.end)
        if name is None:
            return before_its_verb(passage.row, self.lexis)
        first = name.of(self.text).split()[0].casefold()
        opens = first in self.lexis.questions or first in self.lexis.prepositions
        return None if opens or passage.span.end - name.end >= _LONGEST_REST else name

    def _goes_on_unmarked(self, found: Attribution) -> bool:
        """Whether the rest of a sentence belongs to the words it opens with: "We stay" for good."""
        first, *rest = found.passage.tokens
        return (
            not found.findings
            and len(found.left_over) == 1
            and bool(rest)
            and goes_on_unmarked(first, rest[0])
            and not any(token.lower in self.lexis.verbs for token in rest)
        )

    def _ends_sentence(self, token: Token) -> bool:
        return token.text.rstrip("\"'”’“‘» ")[-1:] in (".", "!", "?", "…", ",")

    def _swallowed(self, found: Attribution, place: int) -> bool:
        """Whether a mark that was never closed runs on over its own cue."""
        token = found.passage.tokens[place]
        quote = token.quote
        if quote is None or quote.closed or quote.continued:
            return False
        inside = words(self.text, quote.inner.start, quote.inner.end, self.language)
        return any(
            (verb := self.lexis.verb(t.lower)) is not None
            and "speech" in verb.classes
            and verb.finite
            and index > 0
            and (
                (
                    (inside[index - 1].capital or inside[index - 1].lower in self.lexis.personal)
                    and any(x.text == "," for x in inside[max(0, index - 5) : index])
                )
                or (
                    inside[index - 1].text == ","
                    and verb.lemma in self.lexis.inverts
                    and any(x.capital for x in inside[index + 1 : index + 2])
                )
            )
            for index, t in enumerate(inside)
        )

    # ------------------------------------------------------------------ speakers

    def _add(
        self,
        findings: list[Finding],
        row: list[Passage],
        people: Coreference,
        before: list[tuple[Finding, str]],
    ) -> list[tuple[Finding, str]]:
        """Resolve the speakers of a paragraph's findings and keep them as quotations."""
        done: list[tuple[Finding, str]] = []
        waiting: list[int] = []
        references = [""] * len(findings)
        unnamed: Unnamed | None = None
        for number, finding in enumerate(findings):
            if finding.turn:
                references[number] = people.turn(finding.speaker)
                continue
            if not finding.floating:
                if finding.speaker is not None:
                    spoke = people.last, people.last_place
                    references[number] = people.resolve(finding.speaker, finding.spans)
                    if finding.indirect and self._asks(finding):
                        # Whoever asks has the answer follow: it is not theirs.
                        people.last, people.last_place = spoke
                continue
            unnamed = unnamed or Unnamed(row, self.previous, before, people, self.lexis)
            references[number] = unnamed.speaker(findings, references, number)
            if not references[number]:
                waiting.append(number)
        for number in waiting:
            later = next((r for r in references[number + 1 :] if r), "")
            references[number] = later or people.last_reference
        self._close(findings, references, row)
        for finding, reference in zip(findings, references, strict=True):
            self._keep(finding, reference)
            if finding.floating and finding.continued and self.quotations:
                self.open.append(len(self.quotations) - 1)
            done.append((finding, reference))
        return done

    def _asks(self, finding: Finding) -> bool:
        """Whether a cue only asks: "when Tom Orr asked if it was late"."""
        cue = "" if finding.cue is None else finding.cue.of(self.text).casefold()
        verb = self.lexis.verb(cue)
        return verb is not None and self.lexis.among(verb.lemma, "inquiring")

    def _close(self, findings: list[Finding], references: list[str], row: list[Passage]) -> None:
        """Give a quotation of several paragraphs the speaker its last paragraph names."""
        if not self.open:
            return
        leads = bool(findings) and findings[0].spans[0].start <= row[0].span.start + 1
        if leads and findings[0].floating and findings[0].continued:
            return
        if leads and not findings[0].floating and references[0]:
            for index in self.open:
                self.quotations[index] = replace(self.quotations[index], reference=references[0])
        self.open.clear()

    def _keep(self, finding: Finding, reference: str) -> None:
        text = self.text
        whole = [trimmed for span in finding.spans if len(trimmed := self._trimmed(span))]
        spans = [kept for span in whole for kept in self._kept(span)]
        if not spans:
            return
        spans.sort()
        span = Span(spans[0].start, spans[-1].end)
        speaker, speaker_start = "", None
        if finding.speaker is not None and (mention := self._kept(finding.speaker)):
            speaker, speaker_start = mention[0].of(text), mention[0].start
        cue, cue_start = "", None
        if finding.cue is not None:
            cue, cue_start = finding.cue.of(text), finding.cue.start
        reference = self.corrections.get(span.start, reference)
        self.quotations.append(
            Quotation(
                span,
                tuple(spans),
                kind_of(finding, whole, self.text, self.lexis),
                speaker,
                speaker_start,
                reference,
                cue,
                cue_start,
            )
        )

    def _kept(self, span: Span) -> list[Span]:
        """What stands of a stretch in the story: its parts around what was cut from it."""
        parts = map(self._trimmed, self.version.kept_spans(span))
        return [part for part in parts if len(part)]

    def _trimmed(self, span: Span) -> Span:
        start, end = span.start, span.end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)
