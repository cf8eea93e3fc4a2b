"""How a change is known again: by its words and its neighbours, never by its offsets.

An `Anchor` is made of one thing of a comparison. It stays the same when the text elsewhere grows,
shrinks or is cleaned otherwise, and it is small enough to be stored beside every review item.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from driftline.review.statuses import Listing, Ref, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driftline.engine.records import Comparison, Quotation, Quotations, Span, Version

#: How many neighbouring words on each side of a place belong to it.
REACH = 3

#: Longer wordings are kept by their beginning and a digest of the whole.
LONGEST_WORDS = 160

# A Chinese or Japanese character counts as a word: those texts have no spaces to tell words by.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_]+(?:['’][^\W_]+)*"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What one change, quotation or cut is, wherever it stands.

    `kind` is the edit's kind, the ledger line's status or the cut's reason; `old` and `new` are the
    words (white space folded, long ones clipped); `near` holds the neighbouring words as numbers:
    three before and three after in the old text, then the same in the new one, two bytes each.
    `nth` counts the things of one comparison that are alike in all this.
    """

    subject: Subject
    kind: str
    old: str
    new: str
    near: bytes
    nth: int = 0

    @property
    def old_near(self) -> bytes:
        """The neighbours in the old text, three before and three after."""
        return self.near[: 4 * REACH]

    @property
    def new_near(self) -> bytes:
        """The neighbours in the new text, three before and three after."""
        return self.near[4 * REACH :]


NOWHERE = bytes(4 * REACH)


def fold(words: str) -> str:
    """Words as two typesetters would agree on them: no case, no compatibility forms."""
    return unicodedata.normalize("NFKC", words).casefold()


def word_set(words: str) -> frozenset[str]:
    """The folded words of a wording, without punctuation."""
    return frozenset(_WORD.findall(fold(words)))


def clip(words: str) -> str:
    """A wording as anchors keep it: one line, at most `LONGEST_WORDS` characters."""
    line = _SPACE.sub(" ", words).strip().encode("utf-8", "replace").decode("utf-8")
    if len(line) <= LONGEST_WORDS:
        return line
    digest = hashlib.sha256(line.encode()).hexdigest()[:8]
    return f"{line[: LONGEST_WORDS - 10]}… {digest}"


class Neighbours:
    """Looks up the words around any place of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> tuple[list[int], list[int]]:
        starts: list[int] = []
        ends: list[int] = []
        for found in _WORD.finditer(self._text):
            starts.append(found.start())
            ends.append(found.end())
        return starts, ends

    def around(self, span: Span) -> bytes:
        """Three words before and three after a span as two-byte numbers, zero where none is."""
        starts, ends = self._words
        last = bisect_right(ends, span.start)
        first = bisect_left(starts, span.end)
        before = [self._code(i) for i in range(max(0, last - REACH), last)]
        after = [self._code(i) for i in range(first, min(len(starts), first + REACH))]
        codes = [0] * (REACH - len(before)) + before + after + [0] * (REACH - len(after))
        return b"".join(code.to_bytes(2, "big") for code in codes)

    def _code(self, number: int) -> int:
        starts, ends = self._words
        word = fold(self._text[starts[number] : ends[number]])
        return zlib.crc32(word.encode("utf-8", "replace")) % 0xFFFF + 1


def anchors(comparison: Comparison, home: int = 0) -> Listing:
    """Everything in a comparison that can be reviewed: edits, ledger lines, cuts, in that order.

    `home` is the session in which it is reviewed.
    """
    found: dict[Ref, Anchor] = {}
    alike: Counter[Anchor] = Counter()
    for ref, anchor in chain(
        _edits(comparison),
        _ledger(comparison),
        _cuts(comparison.old, Subject.OLD_CUT),
        _cuts(comparison.new, Subject.NEW_CUT),
    ):
        found[ref] = replace(anchor, nth=alike[anchor])
        alike[anchor] += 1
    return Listing(found, home)


def _edits(comparison: Comparison) -> Iterator[tuple[Ref, Anchor]]:
    old, new = comparison.old.kept_text(), comparison.new.kept_text()
    old_words, new_words = Neighbours(old), Neighbours(new)
    for edit in comparison.edits:
        near = old_words.around(edit.a) + new_words.around(edit.b)
        yield (
            Ref(Subject.EDIT, edit.id),
            Anchor(Subject.EDIT, edit.kind.value, clip(edit.a.of(old)), clip(edit.b.of(new)), near),
        )


def _ledger(comparison: Comparison) -> Iterator[tuple[Ref, Anchor]]:
    old, new = comparison.old.kept_text(), comparison.new.kept_text()
    old_words, new_words = Neighbours(old), Neighbours(new)

    def side(
        quotations: Quotations, index: int | None, text: str, words: Neighbours
    ) -> tuple[str, bytes]:
        if index is None:
            return "", NOWHERE
        quotation = quotations.quotations[index]
        return clip(_spoken(quotation, text)), words.around(quotation.span)

    for number, entry in enumerate(comparison.ledger):
        was, was_near = side(comparison.old_quotations, entry.a, old, old_words)
        now, now_near = side(comparison.new_quotations, entry.b, new, new_words)
        yield (
            Ref(Subject.QUOTATION, number),
            Anchor(Subject.QUOTATION, entry.status.value, was, now, was_near + now_near),
        )


def _spoken(quotation: Quotation, text: str) -> str:
    # The speaker belongs to what is reviewed: the same words in another mouth are another quote.
    who = quotation.reference or quotation.speaker
    words = quotation.span.of(text)
    return f"{who}: {words}" if who else words


def _cuts(version: Version, subject: Subject) -> Iterator[tuple[Ref, Anchor]]:
    text = version.source.text
    words = Neighbours(text)
    for number, cut in enumerate(version.cuts):
        around = words.around(cut.span)
        was = subject is Subject.OLD_CUT
        shown = clip(cut.span.of(text))
        yield (
            Ref(subject, number),
            Anchor(
                subject,
                cut.reason.value,
                shown if was else "",
                "" if was else shown,
                around + NOWHERE if was else NOWHERE + around,
            ),
        )
