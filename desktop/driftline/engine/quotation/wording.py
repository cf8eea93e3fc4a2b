"""The words of quotations, and how many of them two quotations share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.alignment.wording import word_edits
from driftline.engine.lexicon import languages, lexicon
from driftline.engine.progress import Tick, idle, often
from driftline.engine.records import Quotation, QuotationKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Runs of fewer equal words than this say nothing: common words come together by chance.
RUN = 4
#: The share of the shorter side's words in such runs that makes two quotations one.
LIKE = 0.6

# Signs of which each is a word; no blanks part them.
_SIGN = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_WORD = re.compile(rf"{_SIGN}|[^\W_]+(?:'[^\W_]+)*")
_BETWEEN_SIGNS = re.compile(rf"(?<={_SIGN}) (?={_SIGN})")
_APOSTROPHES = "’‘ʼ`´"
_WRITTEN = re.compile(rf"{_SIGN}|[^\W_]+(?:['{_APOSTROPHES}][^\W_]+)*")
# Old words times new ones up to which the longest equal runs are looked for first.
_MOST_PAIRS = 40_000
# Behind the surrogates and the private signs.
_FIRST_CODE = 0x10000
_MOST_POSTINGS = 24


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case, marks, dashes and spaces."""
    plain = _with_plain_apostrophes(text.casefold())
    words = _WORD.findall(plain)
    return tuple([w.removesuffix("'s'") for w in words] if "'s'" in plain else words)


def words_within(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The words of a text as `words_of` gives them, each with where it stands (code points)."""
    found = []
    for match in _WORD.finditer(_with_plain_apostrophes(text)):
        word = match[0].casefold()
        found.append((word.removesuffix("'s'") if word.endswith("'s'") else word, match.span()))
    return found


def _with_plain_apostrophes(text: str) -> str:
    for mark in _APOSTROPHES:
        text = text.replace(mark, "'")
    return text


def quoted_words(text: str, quotation: Quotation) -> tuple[str, ...]:
    """The words of all parts of a quotation; an indirect one's leading "that" is no part of it."""
    words = tuple(word for span in quotation.spans for word in words_of(span.of(text)))
    if quotation.kind is not QuotationKind.DIRECT and words and words[0] in _complementizers():
        return words[1:]
    return words


def as_written(text: str, spans: Sequence[Span], words: tuple[str, ...]) -> tuple[str, ...]:
    """The words some spans of a text end with, `words` one for one, but as they are written."""
    written = [word for span in spans for word in _WRITTEN.findall(span.of(text))]
    return tuple(written[len(written) - len(words) :]) if len(written) >= len(words) else words


@cache
def _complementizers() -> frozenset[str]:
    """What introduces a reported clause, in any language."""
    return frozenset(
        word for code in languages() for word in lexicon(code).words("reporting", "complementizers")
    )


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two rows of words go together: `shared` words in runs, of which `least` make the shorter.

    `blocks` are the equal runs as (place in a, place in b, length).
    """

    shared: int
    least: int
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def share(self) -> float:
        """The shared words as a share of the shorter side."""
        return self.shared / self.least if self.least else 0.0


def likeness(a: Sequence[str], b: Sequence[str]) -> Likeness:
    """The equal runs of two rows of words; only runs of at least `RUN` words count as shared."""
    least = min(len(a), len(b))
    if len(a) * len(b) > _MOST_PAIRS:
        blocks = _kept(a, b)
    else:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        blocks = [(m.a, m.b, m.size) for m in matcher.get_matching_blocks()]
    blocks = [block for block in blocks if block[2]]
    need = min(RUN, least)
    shared = sum(size for _, _, size in blocks if size >= need)
    return Likeness(shared, least, tuple(blocks))


def _kept(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """The equal runs of two long rows of words, in linear time."""
    codes: dict[str, str] = {}
    one, other = (
        "".join([codes.setdefault(word, chr(_FIRST_CODE + len(codes))) for word in words])
        for words in (a, b)
    )
    blocks: list[tuple[int, int, int]] = []
    x = y = 0
    for start, end, _, last in [*word_edits(one, other), (len(a), len(a), len(b), len(b))]:
        blocks.append((x, y, start - x))
        x, y = end, last
    return blocks


def candidates(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], tick: Tick = idle
) -> list[tuple[int, int]]:
    """Pairs that share a run of words, by an index of runs: no pair is compared in vain.

    Long ones must share so many that they can be alike.
    """
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(often(new, tick)):
        for run in set(_runs(words)):
            index[run].append(number)
    pairs: Counter[tuple[int, int]] = Counter()
    for number, words in enumerate(often(old, tick)):
        for run in _runs(words):
            holders = index.get(run, ())
            if len(holders) <= _MOST_POSTINGS:
                for other in holders:
                    pairs[number, other] += 1
    # A run of n equal words holds n - RUN + 1 shorter ones of RUN, a RUNth of n at the least.
    return sorted(
        (a, b)
        for (a, b), count in pairs.items()
        if len(old[a]) * len(new[b]) <= _MOST_PAIRS
        or RUN * count >= LIKE * min(len(old[a]), len(new[b]))
    )


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    size = min(RUN, len(words)) if len(words) < RUN else RUN
    if size < 2:
        return []
    # Short quotations are found by their first two words as well as by runs of four.
    sizes = {2, size} if len(words) <= 2 * RUN else {size}
    return [words[i : i + s] for s in sorted(sizes) for i in range(len(words) - s + 1)]


def difference(a: Sequence[str], b: Sequence[str], alike: Likeness, most: int = 3) -> str:
    """What was changed between two rows of words, in words; `alike` has their equal runs."""
    told: list[str] = []
    x = y = 0
    for start, first, size in [*alike.blocks, (len(a), len(b), 0)]:
        left, right = a[x:start], b[y:first]
        if left and right:
            told.append(f"{_named(left)} became {_named(right)}")
        elif left:
            told.append(f"{_named(left)} left out")
        elif right:
            told.append(f"{_named(right)} put in")
        x, y = start + size, first + size
    more = len(told) - most
    return "; ".join(told[:most]) + (f"; and {more} more" if more > 0 else "")


def _named(words: Sequence[str]) -> str:
    shown = words if len(words) <= 8 else [*words[:4], "…", *words[-3:]]
    return f"“{_BETWEEN_SIGNS.sub('', ' '.join(shown))}”"


def same_speaker(a: str, b: str) -> bool:
    """Whether two references can be one person: an empty one, or one name inside the other."""
    left, right = words_of(a), words_of(b)
    if not left or not right:
        return True
    if left[-1] == right[-1] or set(left) <= set(right) or set(right) <= set(left):
        return True
    return misspelt(left[-1], right[-1])


def misspelt(a: str, b: str) -> bool:
    """Whether two words are so alike that one is a spelling of the other."""
    return len(a) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.85
