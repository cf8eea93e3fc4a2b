"""Every edit of an alignment, named."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from driftline.engine.drift.brackets import brackets
from driftline.engine.drift.capitals import written_small
from driftline.engine.drift.classes import word_classes
from driftline.engine.drift.entries import plain
from driftline.engine.drift.exchanged import exchanged
from driftline.engine.drift.explaining import Phrases, phrases, severities
from driftline.engine.drift.following import FOLLOWED, follow, one_act
from driftline.engine.drift.indirect import indirect
from driftline.engine.drift.joints import joints
from driftline.engine.drift.light_verbs import light_verbs
from driftline.engine.drift.looks import looks, same_look
from driftline.engine.drift.moved import Moved
from driftline.engine.drift.names import starts_sentence
from driftline.engine.drift.places import Limits, apart_at, seams, spans_of
from driftline.engine.drift.quoted import CONTINUED, PAIRED, Quoted
from driftline.engine.drift.quotes_gone import whole_quotations
from driftline.engine.drift.results import acts, results
from driftline.engine.drift.retold import retold, still_told
from driftline.engine.drift.rules import Rules
from driftline.engine.drift.sides import Side, is_mark
from driftline.engine.drift.splitting import Splitter
from driftline.engine.drift.structure import Change, breaks, is_metadata, lone_sentences, moves
from driftline.engine.drift.voice import voices
from driftline.engine.drift.whole import whole
from driftline.engine.options import DriftOptions
from driftline.engine.progress import silent
from driftline.engine.records import Edit, Kind, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Alignment, Match
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.sides import Verdict
    from driftline.engine.progress import Progress

# Inside a quotation these stay what they are: they change none of the words spoken.
_UNSPOKEN = frozenset(
    {
        Kind.TYPOGRAPHY,
        Kind.SPELLING_VARIANT,
        Kind.MOVE,
        Kind.PARAGRAPH_SPLIT,
        Kind.PARAGRAPH_MERGE,
        Kind.SENTENCE_SPLIT,
        Kind.SENTENCE_MERGE,
    }
)
_QUOTATION_MARKS = frozenset("\"'")
_QUOTES = frozenset('"“”„‘’«»')
_SAID = re.compile(r"[^\W_]+")


def classify(
    alignment: Alignment,
    options: DriftOptions | None = None,
    progress: Progress = silent,
    *,
    headings: bool = False,
) -> tuple[Edit, ...]:
    """The edits of two aligned versions in the order of the old text, each with its kind.

    Differences in headlines and standfirsts are none of them, for they are metadata; with
    `headings` they are named like all others.
    """
    return _Classifier(alignment, options or DriftOptions(), progress).edits(progress, headings)


class _Classifier:
    """One run over an alignment."""

    def __init__(self, alignment: Alignment, options: DriftOptions, progress: Progress) -> None:
        tick = partial(progress, "kinds", 0, len(alignment.matches))
        tick()
        self.written = alignment.old, alignment.new
        self.matches = alignment.matches
        # Where one text is too short to tell, the other tells.
        known = (alignment.new.version.metadata.language, alignment.old.version.metadata.language)
        self.language = next(filter(None, known), alignment.new.language)
        self.classes = word_classes(self.language, options.words)
        self.old, self.new = written_small(*self.written, self.matches, self.classes, self.language)
        self.seams_old, self.seams_new = seams(self.old), seams(self.new)
        self.quoted_old, self.quoted_new = (
            Quoted(self.old, sorted(row.a for row in alignment.rows), tick),
            Quoted(self.new, sorted(row.b for row in alignment.rows), tick),
        )
        self.acts = acts(self.old, self.classes), acts(self.new, self.classes)
        self.has_acts = self.acts != ([], [])
        #: The code of a quotation mark, if there are any.
        self.mark = self.quoted_old.mark(self.old) or self.quoted_new.mark(self.new)
        self.chosen = {kind: Severity(severity) for kind, severity in options.severities}
        self.rules = Rules(self.classes, self.old, self.new)
        self.splitter = Splitter(self.classes, self.rules)
        self.moved = Moved(self.old, self.new, self.classes, self.rules.is_title)

    def edits(self, progress: Progress, headings: bool) -> tuple[Edit, ...]:
        """All edits, numbered; those in headlines and standfirsts only with `headings`."""
        changes: list[Change] = []
        moved = self.moved
        sentences: list[tuple[int, int]] = []
        total = len(self.matches)
        for number, match in enumerate(self.matches):
            if number % 128 == 0:
                progress("kinds", number, total)
            if match.a < match.a_end and match.b < match.b_end:
                apart = is_metadata(self.old, match.a) and is_metadata(self.new, match.b)
                if headings or not apart:
                    first = len(changes)
                    changes.extend(self._inside(match, progress))
                    if self.mark and len(changes) > first + 2:
                        whole_quotations(changes, first, self.old.text, self.new.text)
                    if len(match.edits) > 1 and moved.may_be(match):
                        sentences.append((first, len(changes)))
        exchanged(changes, self.old.text, self.new.text, self.classes)
        still_told(changes, self.old.text, self.new.text, self.classes)
        for first, end in sentences:
            moved.tell(changes, first, end)
        follow(changes, self.old.text, self.new.text)
        progress("kinds", total, total)
        for structural in (partial(lone_sentences, headings=headings), moves, breaks):
            changes.extend(structural(self.old, self.new, self.matches))
            progress("kinds", total, total)
        changes.sort(key=lambda c: (c.a.start, c.b.start, c.a.end, c.b.end, c.kind))
        return tuple(self._numbered(changes, progress))

    # ------------------------------------------------------------------ inside a group

    def _inside(self, match: Match, progress: Progress) -> Iterator[Change]:
        if not match.edits:
            return self._changes(match, (), {}, {}, progress)
        turned = self._turned(match) if self.mark and self._loses_marks(match) else None
        if turned is not None:
            return self._changes(match, list(turned), turned, {}, progress)
        edits: list[WordEdit] = []
        light = light_verbs(match.edits, self.old, self.new, self.classes)
        for number, edit in enumerate(match.edits):
            if number % 64 == 63:
                progress("kinds", match.a, len(self.old.sentences))
            for piece in apart_at(edit, self.seams_old, self.seams_new):
                edits.extend([piece] if piece in light else self._parts(piece))
        if len(edits) > 1:
            edits = whole(edits, self.old, self.new, self.classes, self.rules)
        found = dict(joints(self.old, self.new, match, edits))
        if found:
            edits = [e for e in edits if not any(_in_joint(e, joint) for joint in found)]
            edits = sorted([*edits, *found])
        verdicts = brackets(edits, self.old, self.new, self.classes)
        if len(edits) > 1:
            verdicts |= retold(edits, self.old, self.new, self.classes)
        verdicts |= voices(edits, match, self.old, self.new, self.classes)
        if self.has_acts and not verdicts:
            verdicts = results(edits, match, self.old, self.new, self.classes, self.acts)
        if light:
            verdicts = light | verdicts
        if len(verdicts) > 1:
            verdicts = one_act(verdicts, match)
        return self._changes(match, edits, verdicts, found, progress)

    def _loses_marks(self, match: Match) -> bool:
        """Whether one side of a group has more quotation marks than the other."""
        old, new = self.old, self.new
        here = old.codes.count(self.mark, old.bounds[match.a], old.bounds[match.a_end])
        return here != new.codes.count(self.mark, new.bounds[match.b], new.bounds[match.b_end])

    def _turned(self, match: Match) -> dict[WordEdit, Verdict] | None:
        """The edits of a quotation that became indirect speech, or the reverse.

        None where a cut or the end of a paragraph lies between, which no change reaches over.
        """
        if len(apart_at(self._limits(match), self.seams_old, self.seams_new)) > 1 or any(
            text.sentences[first].paragraph != text.sentences[last - 1].paragraph
            for text, first, last in (
                (self.old, match.a, match.a_end),
                (self.new, match.b, match.b_end),
            )
        ):
            return None

        def named(edit: WordEdit) -> Iterator[tuple[WordEdit, Verdict]]:
            if edit[0] < edit[1] or edit[2] < edit[3]:
                for part in self._parts(edit):
                    change = self._named(part, match)
                    yield part, (change.kind, change.rule)

        quoted = (self.quoted_old, self.quoted_new)
        return indirect(match, self.old, self.new, quoted, self.classes, named)

    def _changes(
        self,
        match: Match,
        edits: Sequence[WordEdit],
        verdicts: dict[WordEdit, Verdict],
        found: dict[WordEdit, bool],
        progress: Progress,
    ) -> Iterator[Change]:
        """The edits of a group named, and between them what only looks otherwise."""
        x, y = self.old.bounds[match.a], self.new.bounds[match.b]
        end_a = end_b = 0
        for number, edit in enumerate(edits):
            if number % 256 == 255:
                progress("kinds", match.a, len(self.old.sentences))
            if not same_look(self.old, self.new, x, edit[0], y):
                yield from self._looks(x, edit[0], y)
            x, y = edit[1], edit[3]
            if edit in found:
                kind = Kind.SENTENCE_SPLIT if found[edit] else Kind.SENTENCE_MERGE
                change = Change(
                    kind, kind.value, *spans_of(self.old, self.new, edit, self._limits(match))
                )
            else:
                change = self._named(edit, match, verdicts.get(edit))
            change = _behind(change, end_a, end_b)
            end_a, end_b = change.a.end, change.b.end
            yield change
        end = self.old.bounds[match.a_end]
        if not same_look(self.old, self.new, x, end, y):
            yield from self._looks(x, end, y)

    def _looks(self, x: int, x_end: int, y: int) -> Iterator[Change]:
        for a, b, rule in looks(*self.written, x, x_end, y):
            kind = Kind.SPELLING_VARIANT if rule == "spelling" else Kind.TYPOGRAPHY
            yield Change(kind, rule, a, b)

    def _parts(self, edit: WordEdit) -> list[WordEdit]:
        x, x_end, y, y_end = edit
        if x_end - x <= 1 and y_end - y <= 1:
            marks = x < x_end and y < y_end and self.old.words[x] in _QUOTES
            if marks == (x < x_end and y < y_end and self.new.words[y] in _QUOTES):
                return [edit]
        words, words_new = self.old.words[x:x_end], self.new.words[y:y_end]
        # That of one side both ways, so that the way back is the mirror of the way there.
        turned = (len(words), words) > (len(words_new), words_new)
        around = _side(self.new, y, y_end) if turned else _side(self.old, x, x_end)
        return [
            (x + p, x + p_end, y + q, y + q_end)
            for p, p_end, q, q_end in self.splitter.parts(words, words_new, around)
        ]

    def _named(self, edit: WordEdit, match: Match, verdict: Verdict | None = None) -> Change:
        x, x_end, y, y_end = edit
        a, b = spans_of(self.old, self.new, edit, self._limits(match))
        if verdict is not None:
            return Change(*verdict, a, b)
        if x < x_end and y < y_end:
            kind, rule = self.rules.changed(_side(self.old, x, x_end), _side(self.new, y, y_end))
            return Change(kind, rule, a, b)
        added = y < y_end
        text, first, end = (self.new, y, y_end) if added else (self.old, x, x_end)
        if all(plain(word) in _QUOTATION_MARKS for word in text.words[first:end]):
            quoted = self.quoted_new if added else self.quoted_old
            pair = quoted.pair_at.get(text.tokens.starts[first])
            if pair is not None and self._still_quoted(match, pair, added):
                return Change(Kind.TYPOGRAPHY, "marks", a, b)
            if pair is not None:
                rule = "marks_added" if added else "marks_dropped"
                return Change(Kind.QUOTATION, f"{rule}:{pair}", a, b)
        kind, rule = self.rules.alone(_side(text, first, end), added)
        return Change(kind, rule, a, b)

    def _still_quoted(self, match: Match, pair: int, added: bool) -> bool:
        """Whether all words between two marks that both versions have are quoted in both.

        Then a mark that came or went only followed what is around it: an attribution put elsewhere,
        a comma now inside the marks.
        """
        text, other = (self.new, self.old) if added else (self.old, self.new)
        quoted, elsewhere = self.quoted_old, self.quoted_new
        if added:
            quoted, elsewhere = elsewhere, quoted
        inner = quoted.inner_of.get(pair)
        if inner is None:
            return False
        starts, starts_other = text.tokens.starts, other.tokens.starts
        low, high = bisect_left(starts, inner.start), bisect_left(starts, inner.end)
        kept = 0
        last = self.new.bounds[match.b_end] if added else self.old.bounds[match.a_end]
        high = min(high, last)
        for first, end, first_other in _kept(match, self.old, self.new, added, low, high):
            for at in range(first, end):
                if not is_mark(text.words[at]):
                    offset = starts_other[at - first + first_other]
                    if not elsewhere.holds(Span(offset, offset)):
                        return False
                    kept += 1
        return kept > 0

    def _limits(self, match: Match) -> Limits:
        old, new = self.old.bounds, self.new.bounds
        return old[match.a], old[match.a_end], new[match.b], new[match.b_end]

    # ------------------------------------------------------------------ numbering

    def _numbered(self, changes: list[Change], progress: Progress) -> Iterator[Edit]:
        kinds, by_rule = severities(self.language)
        told = phrases(self.language)
        pairs: dict[str, int] = {}
        for number, change in enumerate(changes):
            if number % 512 == 0:
                progress("kinds", len(self.matches), len(self.matches))
            kind, whole_rule, a, b = change
            rule, _, pair = whole_rule.partition(":")
            group, follows = None, False
            if pair:
                follows = pair.startswith(FOLLOWED)
                group = pairs.setdefault(pair if follows else whole_rule, len(pairs) + 1)
            subkind: Kind | None = None
            here, there = self.quoted_old.holds(a), self.quoted_new.holds(b)
            in_quote = bool(here and there) and max(here, there) >= CONTINUED
            spoken = in_quote and kind not in _UNSPOKEN and (group is None or follows)
            # A mark that is never closed may be a slip: then the words keep their own kind.
            if spoken and max(here, there) == PAIRED:
                kind, subkind = Kind.QUOTATION, kind
            severity = by_rule.get(rule) if not spoken else kinds.get(Kind.QUOTATION)
            severity = self.chosen.get(kind) or severity or kinds.get(kind, Severity.MEDIUM)
            if in_quote and kind is Kind.TYPOGRAPHY and self._said_otherwise(a, b):
                # "Fourteen" and "14": words in quotation marks are evidence.
                kind, subkind = Kind.QUOTATION, kind
            yield Edit(
                id=number,
                kind=kind,
                severity=severity,
                a=a,
                b=b,
                subkind=subkind,
                in_quote=in_quote,
                group=group,
                rule=rule,
                explanation=self._told(change, rule, subkind, told, in_quote=in_quote),
            )

    def _said_otherwise(self, a: Span, b: Span) -> bool:
        """Whether letters and figures differ, and not only marks, spaces and capitals."""
        one, other = (
            _SAID.findall(s.of(t.text).casefold()) for s, t in ((a, self.old), (b, self.new))
        )
        return one != other

    def _told(
        self,
        change: Change,
        rule: str,
        subkind: Kind | None,
        told: Phrases,
        *,
        in_quote: bool,
    ) -> str:
        old, new = change.a.of(self.old.text).strip(), change.b.of(self.new.text).strip()
        if self.moved.words and rule != "capital":
            old, new = self.moved.words.get(change.rule.rpartition(":")[2], (old, new))
        if change.kind is Kind.DETERMINER:
            old = _with_noun(self.old, change.a, old)
            new = _with_noun(self.new, change.b, new)
            if not change.a or not change.b:
                return told.sentence(rule, old, new)
        if in_quote and change.kind is Kind.SPELLING_VARIANT:
            rule = "written otherwise"
        if subkind is not None:
            rule = (
                ("written otherwise" if change.kind is Kind.TYPOGRAPHY else "quotation")
                if change.a and change.b
                else ("quotation added" if change.b else "quotation dropped")
            )
        return told.sentence(rule, old, new)


def _kept(
    match: Match, old: CodedText, new: CodedText, added: bool, low: int, high: int
) -> Iterator[tuple[int, int, int]]:
    """The tokens a group keeps among some of one text: first and end there, first in the other."""
    own, far = (2, 0) if added else (0, 2)
    edits = match.edits
    at = bisect_left(edits, low, key=lambda edit: edit[own + 1])
    if at:
        first, first_far = edits[at - 1][own + 1], edits[at - 1][far + 1]
    else:
        first, first_far = old.bounds[match.a], new.bounds[match.b]
        if added:
            first, first_far = first_far, first
    while first < high:
        end = edits[at][own] if at < len(edits) else high
        yield max(first, low), min(end, high), first_far + max(low - first, 0)
        if at == len(edits):
            return
        first, first_far = edits[at][own + 1], edits[at][far + 1]
        at += 1


def _side(text: CodedText, first: int, end: int) -> Side:
    words = text.words
    left = len(words) - end
    return Side(
        words[first:end],
        words[first - 1] if first else "",
        words[end] if left else "",
        starts_sentence(text, first),
        words[first - 2] if first > 1 else "",
        words[end + 1] if left > 1 else "",
    )


def _behind(change: Change, end_a: int, end_b: int) -> Change:
    """A change without what the one before it already covers: a space both would take along."""
    if change.a.start >= end_a and change.b.start >= end_b:
        return change
    a = Span(max(change.a.start, end_a), max(change.a.end, end_a))
    b = Span(max(change.b.start, end_b), max(change.b.end, end_b))
    return Change(change.kind, change.rule, a, b)


def _in_joint(edit: WordEdit, joint: WordEdit) -> bool:
    return (
        joint[0] <= edit[0] and edit[1] <= joint[1] and joint[2] <= edit[2] and edit[3] <= joint[3]
    )


def _with_noun(text: CodedText, span: Span, words: str) -> str:
    """A determiner, or the place of one, with up to two of the words it belongs to."""
    at = bisect_left(text.tokens.starts, span.end)
    following: list[str] = []
    for word in text.words[at : at + 2]:
        if is_mark(word):
            break
        following.append(word)
    return " ".join([words, *following]).strip()
