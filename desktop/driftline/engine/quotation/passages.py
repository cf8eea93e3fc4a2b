"""Passages: sentences seen from outside their quotation marks, as rows of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from driftline.engine.lexicon import lexicon
from driftline.engine.quotation.lexis import Lexis, lexis
from driftline.engine.quotation.namesakes import Namesakes
from driftline.engine.quotation.tags import is_tag
from driftline.engine.records import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.segmentation.marks import Marked
    from driftline.engine.segmentation.sentences import Segments

#: The most tokens one passage may have.
LONGEST = 400
_LONGEST_TAG = 80
_PLAIN = str.maketrans("’‘‑", "''-", "\xad")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole stretch between quotation marks.

    `word` says that it is neither punctuation nor a quotation, `capital` that it is a word that
    starts with a capital letter.
    """

    start: int
    end: int
    text: str
    lower: str
    word: bool = False
    capital: bool = False
    quote: Marked | None = None


@dataclass(slots=True)
class Passage:
    """A sentence or several joined by the marks around them, with what was found in it.

    `first` says that it opens its paragraph; `paragraph` is the paragraph's index, `quotes` the
    places of the quotation tokens.
    """

    span: Span
    paragraph: int
    first: bool
    tokens: list[Token]
    quotes: list[int]


def passages(segments: Segments, paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """The passages of all paragraphs, in order.

    A sentence end inside quotation marks ends no passage, so that a quotation is always whole and
    with its cue.
    """
    text = segments.text
    names = Namesakes(text, segments.language)
    spans = [paragraph.span for paragraph in paragraphs]
    stretches: dict[int, list[Marked]] = {}
    index = 0
    for stretch in segments.marks:
        if stretch.depth:
            continue
        while index < len(spans) and spans[index].end <= stretch.span.start:
            index += 1
        stretches.setdefault(index, []).append(stretch)
    by_paragraph: dict[int, list[Span]] = {}
    for sentence in segments.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence.span)
    for index in range(len(spans)):
        ends = by_paragraph.get(index, [])
        if not ends:
            continue
        quotes = stretches.get(index, [])
        merged = _with_tags(text, _merged(ends, quotes), quotes, segments.language)
        place = 0
        for number, span in enumerate(merged):
            inside: list[Marked] = []
            while place < len(quotes) and quotes[place].span.start < span.end:
                inside.append(quotes[place])
                place += 1
            tokens = names.told_apart(_tokens(text, span, inside, segments.language))
            # Several passages where no writer's sentence is that long: rules look at all of one.
            for cut in range(0, len(tokens), LONGEST):
                part = span
                piece = tokens[cut : cut + LONGEST]
                if len(tokens) > LONGEST:
                    part = Span(tokens[cut - 1].end if cut else span.start, piece[-1].end)
                marked = [i for i, token in enumerate(piece) if token.quote] if inside else []
                yield Passage(part, index, number == cut == 0, piece, marked)


def _merged(ends: list[Span], quotes: list[Marked]) -> list[Span]:
    """Sentences joined wherever their boundary lies inside a quotation."""
    merged: list[Span] = []
    place = 0
    start: int | None = None
    for number, span in enumerate(ends):
        if start is None:
            start = span.start
        while place < len(quotes) and quotes[place].span.end <= span.end:
            place += 1
        last = number == len(ends) - 1
        cut = place < len(quotes) and quotes[place].span.start < span.end
        if cut and not last:
            continue
        merged.append(span if start == span.start else Span(start, span.end))
        start = None
    return merged


def _with_tags(text: str, spans: list[Span], quotes: list[Marked], language: str) -> list[Span]:
    """Sentences joined with a tag that lost its comma: "“It is late.” Vale told reporters."."""
    closings = {quote.span.end for quote in quotes if quote.closed}
    if not closings:
        return spans
    joined: list[Span] = []
    for span in spans:
        if (
            joined
            and span.end - span.start <= _LONGEST_TAG
            and joined[-1].start + len(joined[-1].of(text).rstrip()) in closings
            and is_tag(list(words(text, span.start, span.end, language)), lexis(language))
        ):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _tokens(text: str, span: Span, quotes: list[Marked], language: str) -> list[Token]:
    tokens: list[Token] = []
    position = span.start
    for quote in quotes:
        tokens.extend(words(text, position, quote.span.start, language))
        piece = quote.span.of(text)
        tokens.append(Token(quote.span.start, quote.span.end, piece, piece[:1], quote=quote))
        position = max(position, quote.span.end)
    tokens.extend(words(text, position, span.end, language))
    return tokens


@cache
def _word(language: str) -> re.Pattern[str]:
    """A word, an abbreviated title with its stop, or a mark, in one language, and white space."""
    titles = sorted(lexicon(language).words("abbreviations", "before_a_name"))
    titled = "|".join(re.escape(title) for title in titles) or "(?!)"
    return re.compile(
        r"([A-Za-z]++(?=[ ,])"  # most words of most texts, at once
        r"|\d{1,3}(?:,\d{3})+(?![^\W_])"
        rf"|(?:[^\W\d_]\.){{2,}}|\b(?:{titled})\.(?=\s)"
        r"|[^\W_]+(?:[’'.&/\xad-][^\W_]+)*(?:[sS][’'](?![^\W_]))?"
        r"|\S)\s*+"
    )


def title_case(row: Sequence[Token], lexis: Lexis) -> bool:
    """Whether every longer word has a capital, as in headlines: then a capital says nothing.

    A short verb without one is no headline's: "Jane Vale met Tom Orr in Leeds on Monday".
    """
    longer = 0
    for token in row:
        if token.word and (len(token.text) > 3 or token.lower in lexis.finite_forms):
            if not token.capital:
                return False
            longer += len(token.text) > 3
    return longer >= 4


def words(text: str, start: int, end: int, language: str = "en") -> Iterator[Token]:
    """The words and punctuation marks of a stretch of text."""
    new = tuple.__new__
    for match in _word(language).finditer(text, start, end):
        piece = match[1]
        a = match.start()
        b = a + len(piece)
        lower = piece.lower() if piece.isascii() else piece.casefold().translate(_PLAIN)
        # A text has thousands of these, and the tuple's own constructor is half as fast.
        word = b - a > 1 or piece.isalnum()
        yield new(Token, (a, b, piece, lower, word, piece[0].isupper(), None))
