"""Who said what in one passage: quotations and reported clauses joined to their cues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from driftline.engine.quotation.contents import (
    content_end,
    content_start,
    is_stop,
    lead_only,
    looks_like_clause,
    opening,
    tail_end,
)
from driftline.engine.quotation.cues import Cue, find_cues
from driftline.engine.quotation.phrases import find_phrases, possessed_nouns
from driftline.engine.quotation.scare import shows
from driftline.engine.quotation.subjects import thing
from driftline.engine.records import Span

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.passages import Passage, Token

_MARKS = "".join(('"“”„', "'‘’", "«»`", " \u202f\xa0"))
_COMMAS = frozenset({",", "–", "—", "-", "―"})


@dataclass(slots=True)
class Finding:
    """A quotation in the making: its parts, its cue and its speaker as spans of the text.

    `floating` says that it has no cue and takes its speaker from what stands around it; `indirect`
    that no marks gave it away, `spoken` that its words are direct speech all the same.
    """

    spans: list[Span]
    cue: Span | None = None
    speaker: Span | None = None
    floating: bool = False
    indirect: bool = False
    weak: bool = False
    spoken: bool = False


@dataclass(slots=True)
class Attribution:
    """What was found in a passage; `left_over` are places of quotation tokens nobody claimed."""

    passage: Passage
    findings: list[Finding] = field(default_factory=list)
    left_over: list[int] = field(default_factory=list)


def attribute(passage: Passage, lexis: Lexis, indirect: bool = True) -> Attribution:
    """The quotations of one passage that a cue reports, and the marked stretches left over."""
    return _Reader(passage, lexis, indirect).read()


class _Reader:
    """Reads one passage; keeps which tokens a quotation has already claimed."""

    def __init__(self, passage: Passage, lexis: Lexis, indirect: bool) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.lexis = lexis
        self.indirect = indirect
        self.claimed = [False] * len(self.tokens)
        self.findings: list[Finding] = []
        self.cues = find_cues(self.tokens, lexis)
        self.floor = opening(self.tokens, lexis)

    def read(self) -> Attribution:
        tokens = self.tokens
        used = [False] * len(self.cues)
        for place, cue in enumerate(self.cues):
            if not used[place] and not self.claimed[cue.first] and self._postposed(cue, place):
                used[place] = True
        phrases = find_phrases(tokens, self.lexis)
        for phrase in phrases:
            self._phrase(phrase)
        # First what is surely reported; a weaker cue then takes what is left.
        for strong in (True, False):
            for place, cue in enumerate(self.cues):
                if not used[place] and not self.claimed[cue.first]:
                    used[place] = self._preposed(cue, place, strong)
        for noun, speaker in possessed_nouns(tokens, self.lexis):
            if not self.claimed[noun]:
                self._noun(noun, speaker)
        self._hearsay()
        left = [i for i in self.passage.quotes if not self.claimed[i]]
        self.findings.sort(key=lambda f: f.spans[0])
        return Attribution(self.passage, self.findings, left)

    # ------------------------------------------------------------------ after its quotation

    def _postposed(self, cue: Cue, place: int) -> bool:
        tokens, lexis = self.tokens, self.lexis
        if cue.participle or cue.coordinate or cue.subject is None:
            return False
        head = cue.first if cue.inverted else cue.subject[0]
        edge = head - 1
        comma = False
        while edge >= 0 and tokens[edge].quote is None and tokens[edge].text in _COMMAS:
            comma = True
            edge -= 1
        if edge < 0:
            return False
        if not cue.inverted and cue.begin < edge:
            return False
        end, adverbial = tail_end(tokens, cue, lexis)
        quote = tokens[edge].quote
        if quote is not None:
            inner = quote.inner
            ended = comma or _ended(tokens[edge])
            if not ended or (not adverbial and end < len(tokens) and tokens[end].quote is None):
                if not ended:
                    return False
                if tokens[end].lower in lexis.complementizers:
                    return False
            if inner.end <= inner.start:
                return False
            start = self._left_edge(edge)
            self._claim([(start, edge + 1)], cue, indirect=False)
            self._resume(cue, place, end)
            return True
        if not comma or not adverbial:
            return False
        if not ({"speech", "belief"} & cue.verb.classes):
            return False
        if "speech" not in cue.verb.classes and (cue.subject[1] - cue.subject[0] > 3):
            return False
        start = self._left_floor(edge)
        left_end = edge + 1
        if any(self.claimed[start:left_end]) or left_end - start < 1:
            return False
        if thing(tokens, cue.subject, lexis) and "speech" not in cue.verb.classes:
            return False
        if lead_only(tokens, start, left_end, lexis) and end < len(tokens) - 1:
            # A lead before the subject; unless the clause goes on after the cue.
            if not (end < len(tokens) and tokens[end].text in _COMMAS and left_end - start <= 12):
                return False
            if self._rest(cue, place, end + 1) is None or not tokens[start].word:
                return False
        elif lead_only(tokens, start, left_end, lexis):
            return False
        if tokens[start].lower in lexis.subordinators and end < len(tokens) - 1:
            return False
        if not self.indirect and not any(t.quote for t in tokens[start:left_end]):
            return False
        parts = [(start, left_end)]
        if end < len(tokens) and tokens[end].text in _COMMAS and end + 1 < len(tokens):
            rest = self._rest(cue, place, end + 1)
            if rest is not None:
                parts.append(rest)
        self._claim(parts, cue, indirect=not any(t.quote for t in tokens[start:left_end]))
        # A line that opens with a dash is dialogue.
        if self.findings:
            self.findings[-1].spoken = tokens[0].text in ("–", "—", "―", "-") and start == 1
        return True

    def _rest(self, cue: Cue, place: int, start: int) -> tuple[int, int] | None:
        """The clause that goes on after a cue in commas: "The party, she said, would appeal"."""
        tokens, lexis = self.tokens, self.lexis
        first = tokens[start]
        if first.quote is None and not first.word:
            return None
        if first.lower.endswith("ing") and lexis.verb(first.lower):
            return None
        if first.lower in ("according", "citing", "who", "which", "while", "in", "at", "on"):
            return None
        for other in self.cues[place + 1 :]:
            if start - 1 <= other.begin <= start:
                return None
        end = content_end(tokens, start, cue, self.cues[place + 1 :], lexis)
        return (start, end) if end - start >= 2 or first.quote else None

    def _resume(self, cue: Cue, place: int, end: int) -> None:
        """A quotation that goes on after its cue: "Yes," he said, "we can."."""
        tokens = self.tokens
        start = end
        comma = False
        while start < len(tokens) and (
            tokens[start].quote is None
            and (tokens[start].text in _COMMAS or tokens[start].text in ".:")
        ):
            comma = True
            start += 1
        if (
            (
                start < len(tokens)
                and tokens[start].lower in ("and", "but")
                and start + 1 < len(tokens)
            )
            and tokens[start + 1].quote is not None
            and comma
        ):
            start += 1
        if start >= len(tokens) or tokens[start].quote is None or self.claimed[start]:
            return
        if not comma and not cue.inverted and start == cue.after:
            return
        for other in self.cues[place + 1 :]:
            if other.first > start and self._governs_left(other, start):
                return
        if not self.findings:
            return
        finding = self.findings[-1]
        stop = start + 1
        if stop < len(tokens) and not is_stop(tokens[stop]) and tokens[stop].text != ",":
            stop = max(stop, content_end(tokens, start, cue, self.cues[place + 1 :], self.lexis))
        finding.spans.append(Span(tokens[start].start, tokens[stop - 1].end))
        self._mark(start, stop)

    def _governs_left(self, cue: Cue, quote: int) -> bool:
        if cue.subject is None or cue.participle or cue.coordinate:
            return False
        head = cue.first if cue.inverted else cue.subject[0]
        return head - 1 == quote or (head - 2 == quote and self.tokens[head - 1].text in _COMMAS)

    def _left_floor(self, edge: int) -> int:
        """Where the sentence that ends at a place starts, what is claimed already passed over."""
        start = edge
        while start > self.floor and not self.claimed[start - 1]:
            start -= 1
        tokens = self.tokens
        if start > 0:
            # Past the cue of the quotation before.
            for cue in self.cues:
                if start <= cue.first < edge:
                    after = max(cue.after, cue.subject[1] if cue.subject and cue.inverted else 0)
                    start = max(start, min(after, edge))
        while (
            start < edge
            and tokens[start].quote is None
            and (not tokens[start].word and tokens[start].text not in "[($€£@#")
        ):
            start += 1
        return start

    def _left_edge(self, quote: int) -> int:
        """Where the reported clause that ends with a quotation starts: often with the quotation."""
        tokens, lexis = self.tokens, self.lexis
        start = self._left_floor(quote)
        if start >= quote:
            return quote
        first = tokens[quote].quote
        assert first is not None
        opening = tokens[quote].text.lstrip("\"“”„'‘«»`[( ")[:1]
        before = tokens[quote - 1]
        whole = opening.isupper() and tokens[quote].text[1:3] not in ("I ", "I’", "I'")
        words = sum(t.word for t in tokens[start:quote])
        lead = before.text in _COMMAS and lead_only(tokens, start, quote, lexis)
        if before.text == ":" or lead or (before.text in _COMMAS and whole):
            previous = [i for i in range(start, quote) if tokens[i].quote is not None]
            # `"A," she said, "B," ...` was cut before; `"A", "B" and "C," she said` stays one.
            return previous[0] if previous and previous[-1] == quote - 2 else quote
        if words < 2 and not any(t.quote for t in tokens[start:quote]):
            return quote
        governed = any(
            start <= cue.first < quote
            and not cue.participle
            and "speech" in cue.verb.classes
            and cue.after <= quote
            for cue in self.cues
        )
        if governed and whole:
            return quote
        if tokens[start].lower in lexis.conjunctions and words < 3:
            return quote
        return start

    # ------------------------------------------------------------------ before what it reports

    def _preposed(self, cue: Cue, place: int, strong: bool) -> bool:
        tokens, lexis = self.tokens, self.lexis
        start, how = content_start(tokens, cue, lexis)
        if strong and not (
            how in ("that", "quote", "colon", "clause") and "speech" in cue.verb.classes
        ):
            return False
        later = self.cues[place + 1 :]
        if how == "quote" or (how == "colon" and start < len(tokens) and tokens[start].quote):
            return self._introduced(cue, start, later)
        classes = cue.verb.classes
        end = content_end(tokens, start, cue, later, lexis) if start < len(tokens) else start
        if end <= start:
            return False
        if any(self.claimed[start:end]):
            stop = next(i for i in range(start, end) if self.claimed[i])
            end = stop
            while end > start and not tokens[end - 1].word and tokens[end - 1].quote is None:
                end -= 1
            if end <= start:
                return False
        quoted = [i for i in range(start, end) if tokens[i].quote is not None]
        if (
            cue.subject is not None
            and thing(tokens, cue.subject, lexis)
            and not (how == "that" and "speech" in classes)
        ) and ("read" in cue.verb.lemma or not quoted):
            return False
        if "naming" in classes and quoted and how != "that":
            return self._named(cue, start, quoted)
        colon = next((i for i in quoted if i > start and tokens[i - 1].text == ":"), None)
        if colon is not None:
            return self._introduced(cue, colon, later)
        if not quoted and cue.subject is not None and self._writer(cue.subject):
            return False
        if how == "that":
            if not ({"speech", "belief"} & classes):
                return False
            if not quoted and not self.indirect:
                return False
            return self._claim([(start, end)], cue, indirect=not quoted)
        if how == "clause" and self._clause(cue, start, end, quoted):
            return self._claim([(start, end)], cue, indirect=not quoted)
        if "object" in classes and how in ("clause", ""):
            return self._object(cue, cue.after, end, quoted, later)
        if quoted and ("marked" in classes or how == "marked" or "speech" in classes):
            return self._fragment(cue, quoted, end)
        return False

    def _writer(self, subject: tuple[int, int]) -> bool:
        """Whether a subject outside all marks is the writer, or the reader."""
        return subject[1] - subject[0] == 1 and (self.tokens[subject[0]].lower in self.lexis.writer)

    def _clause(self, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
        """Whether what follows without "that" is a reported clause."""
        tokens, lexis = self.tokens, self.lexis
        classes = cue.verb.classes
        first = tokens[start].lower
        if not self.indirect and not quoted:
            return False
        if first in lexis.complementizers:
            return True
        if cue.verb.lemma in lexis.that_only and first not in lexis.personal:
            return False
        if first in lexis.questions:
            following = tokens[start + 1].lower if start + 1 < end else ""
            return "speech" in classes and following != "to" and end - start >= 3
        if first == "to" or first in ("of", "for", "about", "by", "as"):
            return False
        if "speech" not in classes:
            if "belief" not in classes or cue.participle:
                return False
            opener = first in lexis.clause_openers and first not in lexis.determiners
            soon = looks_like_clause(tokens, start, min(end, start + 8), lexis)
            return soon and (opener or first not in lexis.object_pronouns) and end - start >= 3
        told = first in lexis.object_pronouns and first not in lexis.personal
        if told and (first != "her" or start + 1 >= end):
            return False
        if cue.verb.lemma == "say":
            return end - start >= 2
        if cue.verb.tenses & {"base", "third"} and "past" not in cue.verb.tenses:
            # The word may be a plural noun; then no noun phrase follows it.
            opens = (
                first in lexis.clause_openers
                or first in lexis.determiners
                or first in lexis.possessives
                or tokens[start].capital
                or first.isdigit()
                or first.endswith("s")
            )
            if not opens:
                return False
        return looks_like_clause(tokens, start, end, lexis)

    def _introduced(self, cue: Cue, start: int, later: list[Cue]) -> bool:
        """A quotation right after its cue, alone or with the clause that goes on after it."""
        tokens, lexis = self.tokens, self.lexis
        if self.claimed[start] or cue.subject is None:
            return False
        if thing(tokens, cue.subject, lexis) and (
            cue.verb.lemma == "read" or "speech" not in cue.verb.classes
        ):
            return False
        if cue.verb.classes == {"belief"}:
            return False
        for other in later:
            if self._governs_left(other, start) and not other.inverted:
                return False
        end = content_end(tokens, start, cue, later, lexis)
        stop = start + 1
        rest = tokens[stop:end]
        more = [i for i in range(stop, end) if tokens[i].quote is not None]
        if any(t.word for t in rest) or more:
            first = rest[0]
            ended = _ended(tokens[start], ".?!")
            adverbial = (
                first.lower in lexis.prepositions
                or first.lower in lexis.times
                or first.lower in lexis.subordinators
                or lexis.adverb(first.lower)
                or first.lower in ("who", "which")
                or (not first.word and first.quote is None)
            )
            if (more and not ended) or (not adverbial and not ended):
                stop = end
        return self._claim([(start, stop)], cue, indirect=False)

    def _named(self, cue: Cue, start: int, quoted: list[int]) -> bool:
        """What somebody is called: the marked words; from the object on where there are several."""
        tokens = self.tokens
        first, last = quoted[0], quoted[-1]
        if len(quoted) > 1 and all(
            tokens[i].quote is not None
            or tokens[i].lower in ("and", "or", ",", "but", "as", "a", "an", "the")
            for i in range(first, last)
        ):
            if first - start <= 6:
                first = start
            return self._claim([(first, last + 1)], cue, indirect=False)
        parted = any(t.lower in ("but", "while", ";") for t in tokens[first:last])
        if len(quoted) > 1 and last - start <= 30 and not parted:
            return self._claim([(start, last + 1)], cue, indirect=False)
        done = False
        for index in quoted:
            if index - start <= 14:
                done = self._claim([(index, index + 1)], cue, indirect=False) or done
        return done

    def _object(self, cue: Cue, start: int, end: int, quoted: list[int], later: list[Cue]) -> bool:
        """An object that tells what was said: "expressed his readiness to talk"."""
        tokens, lexis = self.tokens, self.lexis
        if cue.subject is None or (not self.indirect and not quoted):
            return False
        if start >= end or (thing(tokens, cue.subject, lexis)):
            return False
        head = tokens[start]
        last = cue.last
        if head.lower in ("a", "an", "the") and start + 1 < end:
            noun = start + 1
            while noun < min(end, start + 3) and tokens[noun].lower not in lexis.expressed:
                noun += 1
            if noun < end and tokens[noun].lower in lexis.expressed and cue.verb.lemma == "express":
                last, start = noun, noun + 1
                if start < end and tokens[start].lower in ("for", "in", "about", "at", "over"):
                    start += 1
        elif not (
            head.lower in lexis.possessives
            or head.lower.endswith(("'s", "s'"))
            or cue.verb.lemma in ("express", "voice", "recall", "convey")
            or head.capital
        ):
            return False
        if end - start < 2 or not head.word:
            return False
        if "express" not in cue.verb.lemma and "voice" not in cue.verb.lemma:
            nouns = [t.lower for t in tokens[start : start + 8]]
            if not any(
                n in lexis.expressed or n in lexis.nouns or n.endswith(("ness", "ity"))
                for n in nouns
            ):
                return False
        for index in range(start + 1, end):
            # A reason or a time is the writer's, not the speaker's.
            if tokens[index].lower in lexis.reasons and index + 1 < end:
                following = tokens[index + 1].lower
                if following in lexis.personal or following in lexis.determiners:
                    end = index
                    break
        quoted = [i for i in quoted if i < end]
        return self._claim([(start, end)], cue, indirect=not quoted, cue_last=last)

    def _fragment(self, cue: Cue, quoted: list[int], end: int) -> bool:
        """Marked words under a verb that reports only in marks."""
        tokens = self.tokens
        if cue.subject is None or thing(tokens, cue.subject, self.lexis):
            return False
        first = quoted[0]
        if first - cue.last > 16:
            return False
        last = first
        for index in quoted[1:]:
            between = tokens[last + 1 : index]
            if len(between) <= 2 and all(t.lower in ("and", "or", ",") for t in between):
                last = index
            else:
                break
        if tokens[first - 1].lower == "to" and first - 1 > cue.last:
            first -= 1
        return self._claim([(first, last + 1)], cue, indirect=False, weak=True)

    # ------------------------------------------------------------------ phrases and nouns

    def _phrase(self, phrase: tuple[int, int, int, int]) -> None:
        first, last, a, b = phrase
        tokens, lexis = self.tokens, self.lexis
        parts: list[tuple[int, int]] = []
        before = first - 1
        while before >= 0 and tokens[before].quote is None and tokens[before].text in _COMMAS:
            before -= 1
        after = b
        goes_on = b < len(tokens) - 2 and tokens[b].text in _COMMAS and first <= 12
        if before < 0 or (lead_only(tokens, 0, first, lexis) and (goes_on or first < 3)):
            while (
                after < len(tokens)
                and tokens[after].text in _COMMAS
                and tokens[after].quote is None
            ):
                after += 1
            end = len(tokens)
            while end > after and is_stop(tokens[end - 1]):
                end -= 1
            if end > after:
                parts.append((after, end))
        else:
            start = self._left_floor(before)
            governed = any(
                cue.first >= start
                and cue.first < first
                and cue.subject is not None
                and "speech" in cue.verb.classes
                and content_start(tokens, cue, lexis)[1] in ("that", "quote", "colon")
                for cue in self.cues
            )
            if governed or start > before:
                return
            parts.append((start, before + 1))
            if (
                b < len(tokens) - 1
                and tokens[b].text in _COMMAS
                and tokens[before + 1].text in _COMMAS
            ):
                following = tokens[b + 1]
                if following.word and (
                    following.lower in lexis.auxiliaries
                    or following.lower in lexis.conjunctions
                    or following.lower.endswith("ed")
                ):
                    end = len(tokens)
                    while end > b and is_stop(tokens[end - 1]):
                        end -= 1
                    parts.append((b + 1, end))
        if not parts or any(self.claimed[i] for s, e in parts for i in range(s, e)):
            return
        quoted = any(tokens[i].quote for s, e in parts for i in range(s, e))
        if not quoted and not self.indirect:
            return
        spans = [Span(tokens[s].start, tokens[e - 1].end) for s, e in parts]
        for s, e in parts:
            self._mark(s, e)
        self._mark(first, b)
        self.findings.append(
            Finding(
                spans,
                Span(tokens[first].start, tokens[last].end),
                Span(tokens[a].start, tokens[b - 1].end),
                indirect=not quoted,
            )
        )

    def _noun(self, noun: int, speaker: tuple[int, int]) -> None:
        """A clause that hangs on a noun: her "claim that the vote was rigged"."""
        tokens = self.tokens
        if not self.indirect:
            return
        start = end = noun + 1
        while end < len(tokens) and not is_stop(tokens[end]) and tokens[end].text != ",":
            end += 1
        if end - start < 3 or any(self.claimed[start:end]):
            return
        a, b = speaker
        self.findings.append(
            Finding(
                [Span(tokens[start].start, tokens[end - 1].end)],
                Span(tokens[noun].start, tokens[noun].end),
                Span(tokens[a].start, tokens[b - 1].end),
                indirect=True,
            )
        )
        self._mark(start, end)

    def _hearsay(self) -> None:
        """Marked words after "purportedly" are the subject's."""
        tokens, lexis = self.tokens, self.lexis
        for index in self.passage.quotes:
            if self.claimed[index] or not index or tokens[index - 1].lower not in lexis.hearsay:
                continue
            subject = next(
                (
                    i
                    for i in range(index - 2, max(-1, index - 12), -1)
                    if tokens[i].lower in lexis.personal or tokens[i].capital
                ),
                None,
            )
            cue = tokens[index - 1]
            self.findings.append(
                Finding(
                    [Span(tokens[index].start, tokens[index].end)],
                    Span(cue.start, cue.end),
                    None if subject is None else Span(tokens[subject].start, tokens[subject].end),
                )
            )
            self._mark(index, index + 1)

    # ------------------------------------------------------------------ bookkeeping

    def _mark(self, start: int, end: int) -> None:
        for index in range(start, end):
            self.claimed[index] = True

    def _claim(
        self,
        parts: list[tuple[int, int]],
        cue: Cue,
        indirect: bool,
        cue_last: int | None = None,
        weak: bool = False,
    ) -> bool:
        tokens = self.tokens
        if any(s >= e for s, e in parts):
            return False
        if any(self.claimed[i] for s, e in parts for i in range(s, e)):
            return False
        for s, e in parts:
            self._mark(s, e)
        last = cue.last if cue_last is None else cue_last
        speaker = None
        if cue.subject is not None:
            a, b = cue.subject
            speaker = Span(tokens[a].start, tokens[b - 1].end)
        groups = [parts]
        if self.lexis.fragments_apart and not indirect:
            groups = [
                [(i, i + 1)]
                for s, e in parts
                for i in range(s, e)
                if tokens[i].quote is not None and not shows(tokens, i, self.lexis)
            ]
        for group in groups:
            self.findings.append(
                Finding(
                    [Span(tokens[s].start, tokens[e - 1].end) for s, e in group],
                    Span(tokens[cue.first].start, tokens[last].end),
                    speaker,
                    indirect=indirect,
                    weak=weak,
                )
            )
        return bool(groups)


def _ended(token: Token, stops: str = ",.?!…—–-") -> bool:
    """Whether a quotation's own last character says that a cue may follow."""
    assert token.quote is not None
    text = token.text.rstrip(_MARKS)
    return bool(text) and text[-1] in stops
