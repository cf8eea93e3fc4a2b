"""Passages: sentences seen from outside their quotation marks, as rows of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.quotation.lexis import lexis
from driftline.engine.quotation.namesakes import Namesakes
from driftline.engine.quotation.tags import is_tag
from driftline.engine.quotation.tokens import Row, Token, glued, quoted, words
from driftline.engine.records import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.segmentation.marks import Marked
    from driftline.engine.segmentation.sentences import Segments

#: The most tokens one passage may have.
LONGEST = 400
_LONGEST_TAG = 80


@dataclass(slots=True)
class Passage:
    """A sentence or several joined by the marks around them, with what was found in it.

    `first` says that it opens its paragraph; `paragraph` is the paragraph's index, `quotes` the
    places of the quotation tokens.
    """

    span: Span
    paragraph: int
    first: bool
    row: Row
    quotes: list[int]

    @property
    def tokens(self) -> list[Token]:
        """Its tokens, in order."""
        return self.row.tokens


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
            tokens = names.told_apart(_tokens(text, span, inside, segments.language), span)
            row = Row(text, span.start, tokens)
            if len(tokens) <= LONGEST:
                if tokens:
                    yield Passage(span, index, not number, row, _marked(tokens, inside))
                continue
            # Several passages where no writer's sentence is that long: rules look at all of one.
            start = span.start
            for cut in range(0, len(tokens), LONGEST):
                piece = tokens[cut : cut + LONGEST]
                part = Span(start, row.end(cut + len(piece) - 1))
                marked = _marked(piece, inside)
                yield Passage(part, index, number == cut == 0, Row(text, start, piece), marked)
                start = part.end


def _marked(tokens: list[Token], quotes: list[Marked]) -> list[int]:
    """The places of the quotations among some tokens."""
    return [i for i, token in enumerate(tokens) if token.quote] if quotes else []


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
            and is_tag(words(text, span.start, span.end, language), lexis(language))
        ):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _tokens(text: str, span: Span, quotes: list[Marked], language: str) -> list[Token]:
    if not quotes:
        return words(text, span.start, span.end, language)
    tokens: list[Token] = []
    position = span.start
    for quote in quotes:
        tokens += _between(text, position, quote.span.start, language)
        tokens.append(quoted(text, quote))
        position = max(position, quote.span.end)
    return tokens + _between(text, position, span.end, language)


def _between(text: str, start: int, end: int, language: str) -> list[Token]:
    """The tokens between two quotations; the first of them may be glued to the marks before it."""
    tokens = words(text, start, end, language)
    if tokens and not (text[start].isspace() or text[start - 1 : start].isspace()):
        tokens[0] = glued(tokens[0])
    return tokens
