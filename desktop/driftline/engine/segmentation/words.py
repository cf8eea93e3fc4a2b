"""Words: the tokens a comparison is made of.

Boundaries follow UAX #29 with a newspaper's additions: a number keeps its separators ("3,000",
"18:18", "2.5"), an abbreviation its stop ("U.S.", "Mr."), a word its inner hyphens and apostrophes;
every other mark stands alone. A word that leans on the next one ("l'", "qu'") is a token of its own
with its apostrophe. Ideographs and the scripts that set no spaces are cut character by
character. No token ever ends inside a grapheme cluster.

White space parts a text into chunks, most of which stand there often: each different chunk is cut
once, and what a text holds is looked up.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import chain
from operator import length_hint
from typing import TYPE_CHECKING

import regex

from driftline.engine.lexicon import lexicon
from driftline.engine.records import Span
from driftline.engine.segmentation.normal import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

_ALONE = r"\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TAIL = rf"[\p{{M}}\u200c\u200d{UNSEEN}]*+"
# A letter or digit of a script with spaces, with all that clings to it.
_LETTER = rf"[\w--[{_ALONE}]]{_TAIL}"
# A number with separators is a word of its own, whatever leans on it: Hebrew "כ-2,300".
_INNER = r"(?:['’‘ʼ´`\-‐‑·](?!\d+[.,:/]\d))"
_PATTERN = rf"""
    (?:(?<!\w)\p{{L}}\.){{2,}}(?!\w) | (?<!\w)\p{{L}}(?:\.\p{{L}})+\.(?!\w)  # U.S.  e.g.
  | (?<![\w'’])ABBREVIATIONS\.(?=\s)                      # Mr.
  | (?<![\w'’.])\p{{Lu}}\.(?=\s\p{{Lu}}?\p{{Ll}})               # T. Molomby
  LEANING
  | \d+(?:[.,:/\u066b\u066c]\d+)+(?:{_INNER}?(?:{_LETTER})++)* # 3,000  18:18  2.5m
  | (?:{_LETTER})++(?:{_INNER}(?:{_LETTER})++|(?<=\w)[.](?={_LETTER}[^\s.])(?:{_LETTER})++)*
  | [{_ALONE}]{_TAIL}
  | \.{{2,}} | -{{2,}} | \[(?:\.\.\.|…)\]
  | [^\s\p{{M}}{UNSEEN}]\p{{M}}*+(?:[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d\p{{So}}[\ufe0f]?)*+
"""
# The same for text in Latin letters of the first block: no marks that combine, no other scripts.
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_SMALL = "[a-z\u00df-\u00f6\u00f8-\u00ff]"
_PLAIN_PATTERN = rf"""
    (?:(?<!\w)[^\W\d_]\.){{2,}}(?!\w) | (?<!\w)[^\W\d_](?:\.[^\W\d_])+\.(?!\w)
  | (?<![\w'’])ABBREVIATIONS\.(?=\s)
  | (?<![\w'’.]){_CAPITAL}\.(?=\s{_CAPITAL}?{_SMALL})
  LEANING
  | \d+(?:[.,:/]\d+)+(?:{_INNER}?\w++)*
  | \w++(?:{_INNER}\w++|(?<=\w)[.](?=\w[^\s.])\w++)*
  | \.{{2,}} | -{{2,}} | \[(?:\.\.\.|…)\]
  | \S
"""
_OTHER_THAN_PLAIN = re.compile(
    "[^\x00-\xac\xae-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u2010-\u2015\u2018-\u201f\u2026\u20ac]"
)
_WORD = regex.compile(r"[\w]", regex.V1)


# Characters in a piece of text that is cut in one go.
_PIECE = 2**14
# White space ends at the ideographic space.
_LAST_SPACE = 0x3000
# What a chunk that ends in a letter or an abbreviation and a stop is followed by: that decides
# whether the stop is part of the word. A chunk is told apart by it as "T. Aa", "T. 1" or "T.\n".
_NAME_FOLLOWS, _OTHER_FOLLOWS, _NOTHING_FOLLOWS = " Aa", " 1", "\n"
_NAME = regex.compile(r"\p{Lu}?\p{Ll}", regex.V1)
#: Marks that end a chunk and are tokens of their own.
AFTER_A_WORD = frozenset('.,;:!?)"”')
# Marks most texts hold, cut from the start.
_MARKS_ALONE = {mark: (mark,) for mark in ".,\"“”‘’'-–—:;?!()$%"}


class Tokens:
    """The tokens of a text.

    `words` are the tokens as written, `starts` and `ends` their offsets in code points: three
    parallel lists in rising order, each made when it is first asked for.
    """

    def __init__(
        self, text: str, spans: Sequence[Span], lexer: Lexer, chunks: list[list[str]] | None = None
    ) -> None:
        self.text = text
        self._spans, self._lexer = spans, lexer
        # What white space parts the spans into, when somebody has looked already.
        self._parted = chunks

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as written."""
        lexer = self._lexer
        words: list[str] = []
        parted, self._parted = self._parted or self._chunks(), None
        for chunks in parted:
            first = 0
            for place, chunk in enumerate(lexer.reading(chunks)):
                if chunk.isalpha() and chunk.isascii():
                    continue  # a token as it stands
                words += chunks[first:place]
                words += lexer[chunk]
                first = place + 1
            words += chunks[first:]
        return words

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return self._places[0]

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return self._places[1]

    def _chunks(self) -> Iterator[list[str]]:
        return chain.from_iterable(in_pieces(self.text, span) for span in self._spans)

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Tokens follow one another in what is left of a text without its white space."""
        import numpy as np

        lengths = np.fromiter(map(len, self.words), np.intp, len(self.words))
        past = np.cumsum(lengths)
        first = past - lengths
        if self._lexer.gaps:
            late = np.array(self._lexer.skipped(self._chunks()), np.intp)
            first += late
            past += late
        seen = _seen(self.text)
        if len(past) and len(seen) != past[-1]:
            # More than the spans hold, or a character at their end that is in no token.
            seen = seen[_inside(len(self.text), self._spans)[seen]]
        return seen[first].tolist(), (seen[past - 1] + 1).tolist()


def _seen(text: str) -> NDArray[np.intp]:
    """The offsets of all that is not white space in a text."""
    import numpy as np

    if text.isascii():
        codes = np.frombuffer(text.encode("ascii"), np.uint8)
    else:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        codes = np.minimum(points, _LAST_SPACE + 1)
    return np.flatnonzero(~_spaces()[codes])


def _inside(length: int, spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Which places of a text of some length are in one of its spans."""
    import numpy as np

    inside = np.zeros(length + 1, np.int8)
    np.add.at(inside, [span.start for span in spans], 1)
    np.subtract.at(inside, [span.end for span in spans], 1)
    return np.cumsum(inside[:-1], dtype=np.int8) > 0


@cache
def _spaces() -> NDArray[np.bool_]:
    import numpy as np

    return np.array([chr(code).isspace() for code in range(_LAST_SPACE + 2)])


def in_pieces(text: str, span: Span) -> Iterable[list[str]]:
    """The chunks of a span of a text, some thousand at a time: few fit into a processor's cache.

    A piece does not end in a stop, for what follows a stop may decide about it.
    """
    start, end = span.start, span.end
    return _pieces(text, start, end) if end - start > _PIECE else (text[start:end].split(),)


def _pieces(text: str, start: int, end: int) -> Iterator[list[str]]:
    while end - start > _PIECE:
        cut = text.rfind(" ", start, start + _PIECE)
        while cut > start and text[cut - 1] == ".":
            cut = text.rfind(" ", start, cut)
        if cut <= start:
            break
        yield text[start:cut].split()
        start = cut
    yield text[start:end].split()


class Lexer(dict[str, tuple[str, ...]]):
    """The tokens of each chunk, cut when they are first asked for.

    A chunk whose last stop depends on what follows is told apart by that (`settled`), while the
    chunks it stands among are being read.
    """

    __slots__ = (
        "_ahead",
        "_chunks",
        "_open",
        "_plain",
        "_rest",
        "_stop",
        "abbreviations",
        "gaps",
        "leans",
    )

    def __init__(self, language: str = "en") -> None:
        super().__init__(_MARKS_ALONE)
        self._plain, self._rest, self._stop = _splitters(language)
        #: What keeps its stop wherever a name follows.
        self.abbreviations = lexicon(language).words("abbreviations", "before_a_name")
        #: Whether words of the language lean on the next one with an apostrophe.
        self.leans = bool(lexicon(language).words("abbreviations", "leaning"))
        self._open: set[str] = set()
        self._chunks: list[str] = []
        self._ahead = iter(self._chunks)
        #: Chunks with characters that are in no token: how many stand before each of their tokens.
        self.gaps: dict[str, tuple[int, ...]] = {}

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if self.is_open(chunk):
            return self[self.settled(chunk)]
        found: tuple[str, ...]
        if chunk[-1] in AFTER_A_WORD and (word := chunk[:-1]).isascii() and word.isalpha():
            found = (word, chunk[-1])
        elif chunk.isascii() and chunk.isalpha():
            found = (chunk,)
        else:
            found = self._cut(chunk)
        self[chunk] = found
        return found

    def reading(self, chunks: list[str]) -> Iterator[str]:
        """The chunks of a span one by one: the last one given is followed by the next."""
        self._chunks = chunks
        self._ahead = iter(chunks)
        return self._ahead

    def is_open(self, chunk: str) -> bool:
        """Whether the tokens of a chunk depend on what follows it."""
        if chunk[-1] != ".":
            return False
        head = chunk[:-1]
        if head.isalpha():
            return head in self.abbreviations or len(head) == 1
        if chunk not in self._open and self._stop(chunk) is not None:
            self._open.add(chunk)
        return chunk in self._open

    def settled(self, chunk: str) -> str:
        """What to ask for instead of an open chunk that is being read."""
        left = length_hint(self._ahead)
        if not left:
            return chunk + _NOTHING_FOLLOWS
        named = _NAME.match(self._chunks[-left])
        return chunk + (_NAME_FOLLOWS if named else _OTHER_FOLLOWS)

    def _cut(self, chunk: str) -> tuple[str, ...]:
        plain = is_plain(chunk)
        if plain and chunk[-1] != _NOTHING_FOLLOWS and _NAME_FOLLOWS[0] not in chunk:
            return tuple(self._plain(chunk)[1::2])
        length = len(chunk.split()[0])
        found: list[str] = []
        gaps: list[int] = []
        at = skipped = 0
        pieces = (self._plain if plain else self._rest)(chunk.removesuffix(_NOTHING_FOLLOWS))
        for number, piece in enumerate(pieces):
            if at >= length:
                break
            at += len(piece)
            if number % 2:
                found.append(piece)
                gaps.append(skipped)
            else:
                skipped += len(piece)
        if skipped:
            self.gaps[chunk] = (*gaps, skipped)
        return tuple(found)

    def skipped(self, pieces: Iterable[list[str]]) -> list[int]:
        """How many characters before each token are in none, white space left aside."""
        found: list[int] = []
        so_far = 0
        for chunks in pieces:
            for written in self.reading(chunks):
                chunk = self.settled(written) if self.is_open(written) else written
                gaps = self.gaps.get(chunk)
                if gaps is None:
                    found += [so_far] * len(self[chunk])
                else:
                    found += [so_far + gap for gap in gaps[:-1]]
                    so_far += gaps[-1]
        return found


def is_plain(text: str) -> bool:
    """Whether a text has letters of the first Latin block only, with a newspaper's usual marks."""
    return text.isascii() or _OTHER_THAN_PLAIN.search(text) is None


@cache
def _splitters(
    language: str,
) -> tuple[
    Callable[[str], list[str]], Callable[[str], list[str]], Callable[[str], re.Match[str] | None]
]:
    """What splits plain and other chunks into gaps and tokens in turn, and what finds open ones."""
    pack = lexicon(language)
    titles = f"(?:{_one_of(pack.words('abbreviations', 'before_a_name')) or '(?!)'})"
    leaning = _one_of(pack.words("abbreviations", "leaning"))
    leans = rf"| (?<![\w'’])(?:{leaning})['’](?=\w)" if leaning else ""

    def filled(pattern: str) -> str:
        return f"({pattern.replace('ABBREVIATIONS', titles).replace('LEANING', leans)})"

    plain = re.compile(filled(_PLAIN_PATTERN), re.VERBOSE)
    rest = regex.compile(filled(_PATTERN), regex.V1 | regex.VERBOSE)
    stop = re.compile(rf"(?<![\w'’])(?:[^\W\d_]|{titles})\.\Z")
    split: Callable[[str], list[str]] = rest.split
    return plain.split, split, stop.search


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit; marks and signs are no words."""
    return token[0].isalnum() or _WORD.search(token) is not None


def tokens(text: str, spans: Sequence[Span] | None = None, language: str = "en") -> Tokens:
    """The tokens of a text, or of some spans of it that are in order and do not overlap."""
    return Tokens(text, [Span(0, len(text))] if spans is None else spans, Lexer(language))
