"""The quote ledger: what becomes of every quotation from one version of a story to the next."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, often, silent
from driftline.engine.quotation.lexis import assumed_language, lexis
from driftline.engine.quotation.unattributed import Unattributed
from driftline.engine.quotation.wording import (
    LIKE,
    Likeness,
    as_written,
    candidates,
    difference,
    likeness,
    misspelt,
    quoted_words,
    same_speaker,
    words_of,
)
from driftline.engine.records import LedgerEntry, LedgerStatus, QuotationKind, Span
from driftline.engine.segmentation.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from driftline.engine.options import AddedWords, QuotationOptions
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.records import Quotation, Quotations, Version


#: A reworded quotation shares this much of the longer wording in the same order, among it at least
#: two words of so many letters; of one speaker so many at most are looked through.
_REWORDED, _LEAST_TELLING, _TELLING, _MOST_LEFT = 0.5, 2, 4, 200


def ledger(
    old: Version,
    new: Version,
    old_quotations: Quotations,
    new_quotations: Quotations,
    options: QuotationOptions | None = None,
    progress: Progress = silent,
) -> tuple[LedgerEntry, ...]:
    """Every quotation of both versions with its partner and what happened to it.

    In the order of the old text, what was added standing where it does in the new. Marks, dashes,
    case and spaces alter nothing. A quotation that was split or fused has an entry for each piece;
    one that lost its marks but kept its words is dropped "kept as plain text"; one whose marked
    words stand on the other side without an attribution is reattributed, and has no partner.
    Near-linear in the number of quotations: only pairs that share a run of words are compared.
    """
    added = options.words if options else ()
    return _Ledger(old, new, old_quotations, new_quotations, added, progress).entries()


@dataclass(slots=True)
class _Pair:
    a: int
    b: int
    alike: Likeness | None
    """None: word for word the same."""


class _Ledger:
    def __init__(
        self,
        old: Version,
        new: Version,
        before: Quotations,
        after: Quotations,
        added: AddedWords,
        progress: Progress,
    ) -> None:
        self.tick = partial(progress, "quotations", 0, 1)
        self.old_text, self.new_text = old.kept_text(), new.kept_text()
        self.before, self.after = before.quotations, after.quotations
        self.scare_before, self.scare_after = before.scare_quotes, after.scare_quotes
        self.a_words = [quoted_words(self.old_text, q) for q in often(self.before, self.tick)]
        self.b_words = [quoted_words(self.new_text, q) for q in often(self.after, self.tick)]
        self.language, self.added = old.metadata.language, added
        self.partner_a: dict[int, int] = {}
        self.partner_b: dict[int, int] = {}
        self.pairs: list[_Pair] = []
        self.pieces: list[LedgerEntry] = []

    @cached_property
    def lexis(self) -> Lexis:
        """The words of the old version's language, looked for when speakers or cues differ."""
        return lexis(self.language or assumed_language(self.old_text), self.added)

    def entries(self) -> tuple[LedgerEntry, ...]:
        """What became of each quotation, in order."""
        self._verbatim()
        likely: list[tuple[Likeness, int, int]] = []
        for a, b in often(candidates(self.a_words, self.b_words, self.tick), self.tick):
            if a not in self.partner_a or b not in self.partner_b:
                likely.append((likeness(self.a_words[a], self.b_words[b]), a, b))
        self._altered(likely)
        self._pieces(likely)
        self._reworded()
        found = [self._entry(pair) for pair in often(self.pairs, self.tick)] + self.pieces
        return self._ordered([*found, *self._dropped(found), *self._added(found)])

    def _dropped(self, found: Iterable[LedgerEntry]) -> Iterator[LedgerEntry]:
        have = {entry.a for entry in found}
        left = [a for a in range(len(self.before)) if a not in have]
        new = Unattributed(self.new_text, self.scare_after)
        held = new.held([self.a_words[a] for a in left], self.tick)
        for a in often(left, self.tick):
            quotation = self.before[a]
            marked_still = new.holds_marked(self.old_text, quotation)
            status = LedgerStatus.REATTRIBUTED if marked_still else LedgerStatus.DROPPED
            plain = self.a_words[a] in held
            detail = (
                "The marked words stand in the new version without their attribution."
                if marked_still
                else "The quotation marks were dropped; the words are kept as plain text."
                if plain and quotation.kind is not QuotationKind.INDIRECT
                else "The words are kept as plain text."
                if plain
                else "The quotation is not in the new version."
            )
            yield LedgerEntry(status, a, None, detail)

    def _added(self, found: Iterable[LedgerEntry]) -> Iterator[LedgerEntry]:
        have = {entry.b for entry in found}
        left = [b for b in range(len(self.after)) if b not in have]
        old = Unattributed(self.old_text, self.scare_before)
        held = old.held([self.b_words[b] for b in left], self.tick)
        for b in often(left, self.tick):
            marked_before = old.holds_marked(self.new_text, self.after[b])
            status = LedgerStatus.REATTRIBUTED if marked_before else LedgerStatus.ADDED
            detail = (
                "The marked words stood in the old version without an attribution."
                if marked_before
                else "The words stood in the old version as plain text."
                if self.b_words[b] in held
                else "The quotation is not in the old version."
            )
            yield LedgerEntry(status, None, b, detail)

    def _verbatim(self) -> None:
        waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
        for b, words in enumerate(self.b_words):
            if words:
                waiting[words].append(b)
        for a, words in enumerate(self.a_words):
            holders = waiting.get(words)
            if not holders:
                continue
            same = (
                b
                for b in holders
                if same_speaker(self.before[a].reference, self.after[b].reference)
            )
            b = next(same, holders[0])
            holders.remove(b)
            self._join(a, b, None)

    def _join(self, a: int, b: int, alike: Likeness | None) -> None:
        self.partner_a[a] = b
        self.partner_b[b] = a
        self.pairs.append(_Pair(a, b, alike))

    def _altered(self, likely: Sequence[tuple[Likeness, int, int]]) -> None:
        ranked: list[tuple[float, int, int, int, Likeness]] = []
        for alike, a, b in likely:
            if alike.share < LIKE:
                continue
            if alike.least < 4 and not (
                alike.shared == alike.least
                and same_speaker(self.before[a].reference, self.after[b].reference)
                and self.before[a].kind is not QuotationKind.INDIRECT
            ):
                continue
            longer = max(len(self.a_words[a]), len(self.b_words[b]))
            ranked.append((-alike.shared * (1 + alike.shared / longer), abs(a - b), a, b, alike))
        for _, _, a, b, alike in sorted(ranked, key=lambda r: r[:4]):
            if a not in self.partner_a and b not in self.partner_b:
                self._join(a, b, alike)

    def _pieces(self, likely: Sequence[tuple[Likeness, int, int]]) -> None:
        """Quotations left over whose words are part of one that has a partner: split and fused."""
        for alike, a, b in likely:
            if alike.share < 0.8 or alike.least < 3:
                continue
            free_a, free_b = a not in self.partner_a, b not in self.partner_b
            if free_a == free_b:
                continue
            whole = alike.shared == alike.least and len(alike.blocks) == 1
            status = LedgerStatus.VERBATIM if whole else LedgerStatus.ALTERED
            if free_b and len(self.b_words[b]) <= len(self.a_words[a]):
                self.partner_b[b] = a
                detail = "Split: this is one part of a longer quotation of the old version"
            elif free_a and len(self.a_words[a]) <= len(self.b_words[b]):
                self.partner_a[a] = b
                detail = "Fused: it is part of a longer quotation in the new version"
            else:
                continue
            if not whole:
                detail += f"; {self._changes(a, b, alike)}"
            self.pieces.append(LedgerEntry(status, a, b, detail + "."))

    def _reworded(self) -> None:
        """What is left of one speaker and says mostly the same words, scattered: a short quotation
        reworded has no run of equal words long enough to be told from chance, so the speaker has to
        vouch for it.
        """
        from rapidfuzz.distance import LCSseq

        left: dict[str, list[int]] = defaultdict(list)
        for a in range(len(self.before)):
            if a not in self.partner_a and self.before[a].reference:
                left[self.before[a].reference].append(a)
        # A quotation may be as long as the text, so its words are looked through once.
        a_telling = {a: _telling(self.a_words[a]) for some in left.values() for a in some}
        ranked: list[tuple[float, int, int, int]] = []
        for b in often(range(len(self.after)), self.tick):
            reference = self.after[b].reference
            if b in self.partner_b or not reference:
                continue
            b_telling = _telling(self.b_words[b])
            for a in left.get(reference, ())[:_MOST_LEFT]:
                marked_alike = (self.before[a].kind is QuotationKind.INDIRECT) == (
                    self.after[b].kind is QuotationKind.INDIRECT
                )
                if not marked_alike or len(a_telling[a] & b_telling) < _LEAST_TELLING:
                    continue
                one, other = self.a_words[a], self.b_words[b]
                share = LCSseq.similarity(one, other) / max(len(one), len(other))
                if share >= _REWORDED:
                    ranked.append((-share, abs(a - b), a, b))
        for _, _, a, b in sorted(ranked):
            if a not in self.partner_a and b not in self.partner_b:
                self._join(a, b, likeness(self.a_words[a], self.b_words[b]))

    def _changes(self, a: int, b: int, alike: Likeness) -> str:
        """What was changed between the first words two quotations share and the last."""
        first, last = alike.blocks[0], alike.blocks[-1]
        left = slice(first[0], last[0] + last[2])
        right = slice(first[1], last[1] + last[2])
        within = likeness(self.a_words[a][left], self.b_words[b][right])
        one, other = self._written(a, b)
        return difference(one[left], other[right], within)

    def _written(self, a: int, b: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of a quotation of each text as they are written."""
        return (
            as_written(self.old_text, self.before[a].spans, self.a_words[a]),
            as_written(self.new_text, self.after[b].spans, self.b_words[b]),
        )

    def _entry(self, pair: _Pair) -> LedgerEntry:
        before, after = self.before[pair.a], self.after[pair.b]
        if pair.alike is None:
            return self._kept(pair.a, pair.b, before, after)
        a_words, b_words = self.a_words[pair.a], self.b_words[pair.b]
        blocks = pair.alike.blocks
        became = difference(*self._written(pair.a, pair.b), pair.alike)
        moved = self._speakers(before, after)
        if len(blocks) == 1 and blocks[0][2] == len(b_words):
            split = self._split(pair)
            if split is not None:
                return split
            detail = f"Cut short: {became}{moved}."
            return LedgerEntry(LedgerStatus.TRUNCATED, pair.a, pair.b, detail)
        if len(blocks) == 1 and blocks[0][2] == len(a_words):
            fused = any(e.b == pair.b for e in self.pieces)
            detail = "Fused with another quotation" if fused else f"Longer: {became}"
            status = LedgerStatus.VERBATIM if fused else LedgerStatus.EXTENDED
            return LedgerEntry(status, pair.a, pair.b, f"{detail}{moved}.")
        return LedgerEntry(LedgerStatus.ALTERED, pair.a, pair.b, f"{became}{moved}.")

    def _split(self, pair: _Pair) -> LedgerEntry | None:
        """The main piece of a quotation of which every word lives on in several."""
        pieces = [e for e in self.pieces if e.a == pair.a and e.status is LedgerStatus.VERBATIM]
        if not pieces:
            return None
        kept = len(self.b_words[pair.b]) + sum(
            len(self.b_words[e.b]) for e in pieces if e.b is not None
        )
        lost = len(self.a_words[pair.a]) - kept
        if lost > 0:
            return None
        return LedgerEntry(
            LedgerStatus.VERBATIM, pair.a, pair.b, f"Split into {len(pieces) + 1} quotations."
        )

    def _kept(self, a: int, b: int, before: Quotation, after: Quotation) -> LedgerEntry:
        if self._other_speaker(before, after):
            return LedgerEntry(
                LedgerStatus.REATTRIBUTED,
                a,
                b,
                f"Same words, said by {after.reference or after.speaker} instead of "
                f"{before.reference or before.speaker}.",
            )
        if before.cue and after.cue and not self._same_cue(before.cue, after.cue):
            return LedgerEntry(
                LedgerStatus.REATTRIBUTED,
                a,
                b,
                f"Same words and speaker, reported with “{after.cue}” instead of “{before.cue}”.",
            )
        detail = "Word for word the same."
        if before.kind is not after.kind:
            detail = f"The same words, {before.kind} speech before and {after.kind} now."
        return LedgerEntry(LedgerStatus.VERBATIM, a, b, detail)

    def _other_speaker(self, before: Quotation, after: Quotation) -> bool:
        """Whether the text itself names another speaker: a pronoun or a guess is no proof."""
        if not before.speaker or not after.speaker:
            return False
        if words_of(before.speaker) == words_of(after.speaker):
            return False
        named = (
            words_of(before.speaker)[-1:] == words_of(before.reference)[-1:]
            and words_of(after.speaker)[-1:] == words_of(after.reference)[-1:]
        )
        kinds = {self._names(before), self._names(after)}
        return named and len(kinds) == 1 and not same_speaker(before.reference, after.reference)

    def _names(self, quotation: Quotation) -> str:
        """Whether a reference is a name, a role or a pronoun; only like can be told apart."""
        first = quotation.reference.casefold().split(" ")[0]
        if first in self.lexis.personal or first in self.lexis.possessives:
            return "pronoun" + quotation.speaker
        return "role" if first in self.lexis.determiners else "name"

    def _same_cue(self, before: str, after: str) -> bool:
        """Whether two cues are one: another tense or spelling of a verb is no other cue."""
        a, b = words_of(before), words_of(after)
        if a == b or not a or not b:
            return True
        one, two = self.lexis.verb(a[0]), self.lexis.verb(b[0])
        if one is not None and two is not None and one.lemma == two.lemma:
            return True
        return len(a) == len(b) and all(x == y or misspelt(x, y) for x, y in zip(a, b, strict=True))

    def _speakers(self, before: Quotation, after: Quotation) -> str:
        if not self._other_speaker(before, after):
            return ""
        return f"; and now said by {after.reference} instead of {before.reference}"

    def _ordered(self, found: list[LedgerEntry]) -> tuple[LedgerEntry, ...]:
        """By place in the old text; what was added after the nearest partner before it."""
        partners = sorted((e.b, e.a) for e in found if e.a is not None and e.b is not None)
        keys: dict[int, int] = {}
        place, last = 0, -1
        for b in range(len(self.after)):
            while place < len(partners) and partners[place][0] <= b:
                last = partners[place][1]
                place += 1
            keys[b] = last

        def key(entry: LedgerEntry) -> tuple[int, int, int]:
            if entry.a is not None:
                return entry.a, 0, -1 if entry.b is None else entry.b
            assert entry.b is not None
            return keys[entry.b], 1, entry.b

        return tuple(sorted(found, key=key))


# ------------------------------------------------------------------ inside one document


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A quotation that one document gives twice in different words.

    `first` and `second` are indices of quotations; `a` and `b` the spans of the words between the
    marks; `detail` names the words that differ.
    """

    first: int
    second: int
    a: Span
    b: Span
    detail: str


def disagreements(version: Version, quotations: Quotations) -> tuple[Disagreement, ...]:
    """Quotations that a document gives twice and that do not agree, in order of the text.

    Compared are the words between marks; one that is wholly part of the other agrees.
    """
    text = version.kept_text()
    owners: list[int] = []
    spans: list[Span] = []
    words: list[tuple[str, ...]] = []
    stretches = [m for m in marked(text, [p.span for p in version.paragraphs]) if m.depth == 0]
    place = 0
    for number, quotation in enumerate(quotations.quotations):
        if quotation.kind is QuotationKind.INDIRECT:
            continue
        while place < len(stretches) and stretches[place].span.end <= quotation.span.start:
            place += 1
        index = place
        while index < len(stretches) and stretches[index].span.start < quotation.span.end:
            said = words_of(stretches[index].inner.of(text))
            if len(said) > 4:
                owners.append(number)
                spans.append(stretches[index].inner)
                words.append(said)
            index += 1
    found: list[Disagreement] = []
    for a, b in candidates(words, words):
        if a >= b or words[a] == words[b]:
            continue
        one, two = quotations.quotations[owners[a]], quotations.quotations[owners[b]]
        if not same_speaker(one.reference, two.reference):
            continue
        alike = likeness(words[a], words[b])
        if alike.share < LIKE or alike.shared == alike.least:
            continue
        left, right = _window(words[a], words[b], alike)
        one_said, two_said = (as_written(text, (spans[n],), words[n]) for n in (a, b))
        within = likeness(words[a][left], words[b][right])
        told = difference(one_said[left], two_said[right], within)
        found.append(Disagreement(owners[a], owners[b], spans[a], spans[b], told))
    return tuple(found)


def _window(a: tuple[str, ...], b: tuple[str, ...], alike: Likeness) -> tuple[slice, slice]:
    """The longer side cut to what answers the shorter, so that only real differences are told."""
    first, last = alike.blocks[0], alike.blocks[-1]
    if len(a) <= len(b):
        start = max(0, first[1] - first[0])
        return slice(None), slice(start, last[1] + last[2] + len(a) - last[0] - last[2])
    start = max(0, first[0] - first[1])
    return slice(start, last[0] + last[2] + len(b) - last[1] - last[2]), slice(None)


def _telling(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _TELLING)
