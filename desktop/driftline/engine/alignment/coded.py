"""A text as a string of codes: one character a token, equal tokens equal characters.

Strings of codes are what the fast string algorithms compare: their characters stand for whole
words, so no edit can ever end inside one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import silent
from driftline.engine.records import Role, Sentence, Span
from driftline.engine.segmentation.normal import fold
from driftline.engine.segmentation.sentences import sentences
from driftline.engine.segmentation.words import Tokens, is_word, tokens

if TYPE_CHECKING:
    from driftline.engine.progress import Progress
    from driftline.engine.records import Version

# Marks have the codes below this one, words those above, so that one pattern takes marks out.
_FIRST_WORD = 0x1000
_SURROGATES = range(0xD800, 0xE000)
_MARKS = re.compile(f"[\x00-{chr(_FIRST_WORD - 1)}]+")
# Sentences whose tokens are cut in one go, between two chances to stop.
_BATCH = 1_000
_WORD = re.compile(r"\w")
# The number of a list item is its mark, as a bullet is: it stands as a sign no text uses otherwise,
# for one format writes it out and another draws it.
_ITEM_NUMBER = re.compile(r"(\d{1,3})[.)]\s")
_NUMBERS = 0xE000
_QUOTATION_MARKS = frozenset("\"'")


class Codes(dict[str, str]):
    """Gives each token of the texts that share it a code, one character.

    Typography and case make no other code. Asking for a token's code gives it one; raises
    DriftlineError when there are no more.
    """

    __slots__ = ("_by_form", "_mark", "_word")

    def __init__(self) -> None:
        super().__init__()
        self._by_form: dict[str, str] = {}
        self._mark = 1
        self._word = _FIRST_WORD

    def __missing__(self, token: str) -> str:
        form = _form(token)
        code = self._by_form.get(form)
        if code is None:
            code = self._by_form[form] = self._new(is_word(token))
        self[token] = code
        return code

    def string(self, words: list[str]) -> str:
        """The codes of a list of tokens."""
        return "".join(map(self.__getitem__, words))

    def _new(self, word: bool) -> str:
        if not word and self._mark < _FIRST_WORD:
            self._mark += 1
            return chr(self._mark - 1)
        if self._word in _SURROGATES:
            self._word = _SURROGATES.stop
        if self._word > 0x10FFFF:
            raise DriftlineError(
                "The texts hold more than a million different words: compare them in parts."
            )
        self._word += 1
        return chr(self._word - 1)


def _form(token: str) -> str:
    form = fold(token).casefold()
    if form in _QUOTATION_MARKS:
        return '"'
    if form.strip("-") == "":
        return "-"
    if form == "[...]" or (form[0] == "." and len(form) > 2):
        return "..."
    return form


def content(codes: str) -> str:
    """A string of codes without its marks."""
    return _MARKS.sub("", codes)


@dataclass(frozen=True, slots=True)
class CodedText:
    """One side of a comparison.

    `text` is the kept text of a version; `words` and `codes` run parallel to `tokens`; the tokens
    of sentence i are those from `bounds[i]` to `bounds[i + 1]`.
    """

    version: Version
    language: str
    text: str
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    words: list[str]
    codes: str
    bounds: list[int]

    def sentence_codes(self) -> list[str]:
        """Each sentence as a string of codes."""
        bounds = self.bounds
        return [self.codes[s:e] for s, e in pairwise(bounds)]


def coded_text(
    version: Version, codes: Codes, language: str = "en", progress: Progress = silent
) -> CodedText:
    """A version's sentences and tokens, coded so that it can be compared with others."""
    text = version.kept_text()
    found = _with_words(text, sentences(text, version.paragraphs, language))
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    bounds = [0]
    for first in range(0, len(found), _BATCH):
        progress("sentences", 0, 4)
        cut = tokens(text, [s.span for s in found[first : first + _BATCH]], language)
        starts += cut.starts
        ends += cut.ends
        words += cut.words
    position = 0
    for sentence in found:
        last = sentence.span.end
        while position < len(starts) and starts[position] < last:
            position += 1
        bounds.append(position)
    _mark_item_numbers(version, found, bounds, words)
    return CodedText(
        version,
        language,
        text,
        found,
        Tokens(text, starts, ends, words),
        words,
        codes.string(words),
        bounds,
    )


def _mark_item_numbers(
    version: Version, found: tuple[Sentence, ...], bounds: list[int], words: list[str]
) -> None:
    """Numbers count on from one: a paragraph that begins "5. Mai" is no item."""
    paragraphs = version.paragraphs
    last = 0
    for sentence, first in zip(found, bounds, strict=False):
        paragraph = paragraphs[sentence.paragraph]
        if paragraph.role is Role.LIST and sentence.span.start == paragraph.span.start:
            item = _ITEM_NUMBER.match(version.source.text, sentence.span.start)
            if item is not None and int(item[1]) in (1, last + 1):
                last = int(item[1])
                words[first] = chr(_NUMBERS + last)


def _with_words(text: str, found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences, where marks alone belong to the sentence before them in their paragraph."""
    joined: list[Sentence] = []
    for sentence in found:
        if (
            joined
            and joined[-1].paragraph == sentence.paragraph
            and _WORD.search(text, sentence.span.start, sentence.span.end) is None
        ):
            whole = Span(joined[-1].span.start, sentence.span.end)
            joined[-1] = Sentence(whole, sentence.paragraph)
        else:
            joined.append(sentence)
    return tuple(joined)
