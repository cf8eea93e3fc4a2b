"""Tokens: the words and marks of a passage, as the rules for quotations see them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.segmentation.marks import Marked

_PLAIN = str.maketrans("’‘‑", "''-", "\xad")
# Marks that end a chunk and are tokens of their own.
_AFTER_A_WORD = frozenset('.,;:!?)"”')
# So many characters between white space, on average, are no words.
_LONG = 24


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, a punctuation mark, or a whole stretch between quotation marks.

    `word` says that it is neither punctuation nor a quotation, `capital` that it is a word that
    starts with a capital letter, `spaced` that white space stands before it. One token serves
    wherever the same is written: where it stands, its row tells.
    """

    text: str
    lower: str
    word: bool
    capital: bool
    spaced: bool
    quote: Marked | None = None


@dataclass(slots=True, eq=False)
class Row:
    """Tokens that follow one another in a text from a place on, and where each of them stands."""

    text: str
    begin: int
    tokens: list[Token]
    _starts: list[int] = field(default_factory=list)

    def start(self, place: int) -> int:
        """Where a token starts, in code points of the text."""
        starts = self._starts
        if place >= len(starts):
            at = starts[-1] + len(self.tokens[len(starts) - 1].text) if starts else self.begin
            for token in self.tokens[len(starts) : place + 1]:
                # Nothing but white space stands between two tokens.
                at = self.text.index(token.text, at)
                starts.append(at)
                at += len(token.text)
        return starts[place]

    def end(self, place: int) -> int:
        """Where a token ends, in code points of the text."""
        return self.start(place) + len(self.tokens[place].text)

    def at(self, offset: int, otherwise: int) -> int:
        """The first token that starts at an offset or behind it; `otherwise` where none does."""
        places = range(len(self.tokens))
        return next((place for place in places if self.start(place) >= offset), otherwise)

    def parts(self, longest: int) -> Iterator[Row]:
        """The row in rows of so many tokens at the most."""
        if len(self.tokens) <= longest:
            yield self
            return
        for cut in range(0, len(self.tokens), longest):
            yield Row(self.text, self.start(cut), self.tokens[cut : cut + longest])

    def span(self, first: int, past: int) -> Span:
        """Where the tokens from one up to another stand."""
        return Span(self.start(first), self.end(past - 1))


def words(text: str, start: int, end: int, language: str) -> list[Token]:
    """The words and punctuation marks of a stretch of text."""
    stretch = text[start:end]
    chunks = stretch.split()
    if len(stretch) > _LONG * len(chunks):
        # Of a script without spaces: no chunk comes again.
        chunks[:-1] = [f"{chunk} " for chunk in chunks[:-1]]
        return [token for chunk in chunks for token in _cut(chunk, language)]
    cut = _cutter(language)
    found = list(chain.from_iterable(map(cut, chunks)))
    if found and found[-1].text in _titles(language):
        # Nothing follows: the stop ends the stretch.
        last = chunks[-1]
        found[-len(cut(last)) :] = _cut(last, language)
    return found


def row_of(text: str, start: int, end: int, language: str) -> Row:
    """The words and punctuation marks of a stretch of text, with their places."""
    return Row(text, start, words(text, start, end, language))


@cache
def _cutter(language: str) -> Callable[[str], tuple[Token, ...]]:
    """What gives the tokens of a chunk between white space, cut when they are first asked for."""
    titles = _titles(language)

    @lru_cache(maxsize=16384)
    def cut(chunk: str) -> tuple[Token, ...]:
        if chunk.isalpha():
            return (_token(chunk, spaced=True),)
        word, mark = chunk[:-1], chunk[-1]
        if mark in _AFTER_A_WORD and word.isalpha() and chunk not in titles:
            return (*cut(word), _token(mark, spaced=False))
        return _cut(chunk + " ", language)

    return cut


def _cut(chunk: str, language: str) -> tuple[Token, ...]:
    """The tokens that stand in a chunk without white space between them."""
    pieces = _word(language).findall(chunk)
    return tuple([_token(piece, not place) for place, piece in enumerate(pieces)])


@cache
def _titles(language: str) -> frozenset[str]:
    """What has its stop where something follows: "Mr."."""
    titles = lexicon(language).words("abbreviations", "before_a_name")
    return frozenset(f"{title}." for title in titles)


def _token(piece: str, spaced: bool) -> Token:
    lower = piece.lower() if piece.isascii() else piece.casefold().translate(_PLAIN)
    word = len(piece) > 1 or piece.isalnum()
    # One object is compared with itself sooner than with an equal one.
    return Token(piece, piece if lower == piece else lower, word, piece[0].isupper(), spaced)


def as_name(token: Token) -> Token:
    """A word that is a name here, without a form in lower case that could be another word."""
    return replace(token, lower=token.text)


def glued(token: Token) -> Token:
    """A token with no white space before it."""
    return replace(token, spaced=False)


@cache
def _word(language: str) -> re.Pattern[str]:
    """A word, a title with its stop, or a mark."""
    titled = "|".join(map(re.escape, sorted(_titles(language)))) or "(?!)"
    return re.compile(
        r"[^\w\s]"
        r"|\d{1,3}(?:,\d{3})+(?![^\W_])"
        rf"|(?:[^\W\d_]\.){{2,}}|\b(?:{titled})(?=\s)"
        r"|[^\W_]+(?:[’'.&/\xad-][^\W_]+)*(?:[sS][’'](?![^\W_]))?"
        r"|_"
    )


def title_case(row: Sequence[Token], lexis: Lexis) -> bool:
    """Whether every longer word has a capital, as in headlines: then a capital says nothing.

    A short verb without one is no headline's: "Jane Vale met Tom Orr in Leeds on Monday".
    """
    longer = 0
    if lexis.verb_second:
        # Where every noun has a capital.
        return False
    for token in row:
        if token.word and (len(token.text) > 3 or token.lower in lexis.finite_forms):
            if not token.capital:
                return False
            longer += len(token.text) > 3
    return longer >= 4


def quoted(text: str, quote: Marked) -> Token:
    """A whole stretch between quotation marks, as one token."""
    marked = quote.span.of(text)
    spaced = text[quote.span.start - 1 : quote.span.start].isspace()
    return Token(marked, marked[:1], word=False, capital=False, spaced=spaced, quote=quote)
