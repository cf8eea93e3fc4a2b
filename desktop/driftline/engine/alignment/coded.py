"""A text as a string of codes: one character a token, equal tokens equal characters.

Strings of codes are what the fast string algorithms compare: their characters stand for whole
words, so no edit can ever end inside one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import silent
from driftline.engine.records import Role, Sentence, Span
from driftline.engine.segmentation.normal import fold
from driftline.engine.segmentation.sentences import segmented
from driftline.engine.segmentation.words import AFTER_A_WORD, Lexer, Tokens, in_pieces, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from driftline.engine.progress import Progress
    from driftline.engine.records import Version
    from driftline.engine.segmentation.marks import Marked
    from driftline.engine.segmentation.sentences import Segments

# Marks have the codes below this one, words those above, so that one pattern takes marks out.
_FIRST_WORD = 0x1000
_SURROGATES = range(0xD800, 0xE000)
# Stands between sentences: no code.
_APART = chr(_SURROGATES.start)
# The first codes of words: characters of a string are had sooner than made one by one.
_SOONEST = "".join(map(chr, range(_FIRST_WORD, 2 * _FIRST_WORD)))
_MARKS = re.compile(f"[\x00-{chr(_FIRST_WORD - 1)}]+")
_BEFORE_A_WORD = frozenset('("“')
# A word with apostrophes or hyphens inside.
_JOINED = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)+")
# Sentences whose tokens are cut in one go, between two chances to stop.
_BATCH = 1_000
_WORD = re.compile(r"\w")
# The number of a list item is its mark, as a bullet is: it stands as a sign no text uses otherwise,
# for one format writes it out and another draws it.
_ITEM_NUMBER = re.compile(r"(\d{1,3})[.)]\s")
_NUMBERS = 0xE000
_QUOTATION_MARKS = frozenset("\"'")


class Codes:
    """Gives each token of the texts that share it a code, one character.

    Typography and case make no other code. Raises DriftlineError when there are no more.
    """

    __slots__ = ("_by_form", "_chunks", "_marks", "_plain", "words")

    def __init__(self) -> None:
        # The code of each form (lower case, no typography) that is no plain word.
        self._by_form = dict(_USUAL)
        #: The codes that words have not used yet.
        self.words: Iterator[str] = chain(
            _SOONEST,
            map(chr, range(_FIRST_WORD + len(_SOONEST), _SURROGATES.start)),
            map(chr, range(_SURROGATES.stop, 0x110000)),
            _no_more(),
        )
        self._marks = iter(range(len(_USUAL) + 1, _FIRST_WORD))
        self._chunks: dict[str, _CodedChunks] = {}
        # Those of the language first asked for: they know the plain words of all.
        self._plain: _CodedChunks | None = None

    def string(self, tokens: Iterable[str]) -> str:
        """The codes of some tokens."""
        return "".join(map(self._of, tokens))

    def chunks(self, language: str) -> _CodedChunks:
        """What codes the chunks of a language."""
        known = self._chunks.get(language)
        if known is None:
            known = self._chunks[language] = _CodedChunks(self, Lexer(language), self._plain)
            if self._plain is None:
                self._plain = known
        return known

    def word(self, form: str) -> str:
        """The code of a word in lower case and without typography."""
        code = self._by_form.get(form)
        if code is None:
            code = self._by_form[form] = next(self.words)
        return code

    def _of(self, token: str) -> str:
        form = _form(token)
        if form.isalnum() and form.isascii():
            return (self.chunks("en") if self._plain is None else self._plain)[form]
        code = self._by_form.get(form)
        if code is None:
            mark = 0 if is_word(token) else next(self._marks, 0)
            code = self._by_form[form] = chr(mark) if mark else next(self.words)
        return code


def _no_more() -> Iterator[str]:
    yield from ()
    raise DriftlineError(
        "The texts hold more than a million different words: compare them in parts."
    )


class _CodedChunks(dict[str, str]):
    """The codes of each chunk of one language."""

    __slots__ = ("_codes", "_plain", "_stopped", "_words", "lexer")

    def __init__(self, codes: Codes, lexer: Lexer, plain: _CodedChunks | None) -> None:
        super().__init__(_USUAL_AS_WRITTEN)
        self._codes, self._words, self._plain = codes, codes.words, plain
        self.lexer, self._stopped = lexer, lexer.abbreviations

    def __missing__(self, chunk: str) -> str:
        # Most are one word; the rest are mostly a word and a mark, which stands alone.
        if chunk.isalnum() and chunk.isascii():
            if not chunk.islower() and chunk != (form := chunk.lower()):
                code = self[form]
            elif self._plain is None:
                code = next(self._words)
            else:
                code = self._plain[chunk]
        elif (mark := chunk[-1]) in AFTER_A_WORD:
            head = chunk[:-1]
            # What the lexer asks first, asked here: a call less for every word before a stop.
            whole = head.isalpha() and head not in self._stopped and len(head) > 1
            if mark == "." and not whole and head[-1:].isalpha() and self.lexer.is_open(chunk):
                return self[self.lexer.settled(chunk)]
            if whole or (head and "." not in head):
                code = self[head] + self[mark]
            else:
                code = self._codes.string(self.lexer[chunk])
        elif chunk[0] in _BEFORE_A_WORD and chunk[1:2].isalnum():
            code = self[chunk[0]] + self[chunk[1:]]
        elif not self.lexer.leans and _JOINED.fullmatch(chunk):
            code = self._codes.word(chunk.lower().replace("’", "'"))
        else:
            code = self._codes.string(self.lexer[chunk])
        self[chunk] = code
        return code


def coded(
    text: str,
    spans: Sequence[Span],
    codes: Codes,
    language: str = "en",
    progress: Progress = silent,
) -> tuple[Tokens, list[str]]:
    """The tokens of some spans of a text, and the codes of each span."""
    known = codes.chunks(language)
    code_of, lexer = known.__getitem__, known.lexer
    found: list[str] = []
    # Chunks of sentences are kept for their tokens; those of a whole text would fill the caches.
    parted: list[list[str]] | None = [] if len(spans) > 1 else None
    for number, span in enumerate(spans):
        if number % _BATCH == 0:
            progress("sentences", 0, 4)
        string = ""
        for chunks in in_pieces(text, span):
            string += "".join(list(map(code_of, lexer.reading(chunks))))
            if parted is not None:
                parted.append(chunks)
        found.append(string)
    return Tokens(text, spans, lexer, parted), found


def _form(token: str) -> str:
    form = token.lower() if token.isascii() else fold(token).casefold()
    if form[0].isalnum():
        return form
    if form in _QUOTATION_MARKS:
        return '"'
    if form.strip("-") == "":
        return "-"
    if form == "[...]" or (form[0] == "." and len(form) > 2):
        return "..."
    return form


# Marks most texts hold have their codes from the start: by their forms, and as they are written.
_USUAL = {mark: chr(code) for code, mark in enumerate('.,"-:;?!()$%', 1)}
_USUAL_AS_WRITTEN = {mark: _USUAL[_form(mark)] for mark in (*_USUAL, *"“”‘’'–—")}


def content(codes: str) -> str:
    """A string of codes without its marks."""
    return _MARKS.sub("", codes)


@dataclass(frozen=True, slots=True)
class CodedText:
    """One side of a comparison.

    `text` is the kept text of a version; `words` and `codes` run parallel to `tokens`; the tokens
    of sentence i are those from `bounds[i]` to `bounds[i + 1]`. `contents` are the codes of each
    sentence without its marks (with them where it has nothing else), `count` is the number of words
    in all. `marks` are what stands between quotation marks in each paragraph.
    """

    version: Version
    language: str
    text: str
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    words: list[str]
    codes: str
    bounds: list[int]
    contents: list[str]
    count: int
    marks: tuple[Marked, ...]


def coded_text(
    version: Version,
    codes: Codes,
    language: str = "en",
    progress: Progress = silent,
    segments: Segments | None = None,
) -> CodedText:
    """A version's sentences and tokens, coded so that it can be compared with others.

    `segments` are the version's when another stage has looked for them.
    """
    tick = partial(progress, "sentences", 0, 4)
    if segments is None or segments.language != language:
        segments = segmented(version, language, tick)
    text = segments.text
    found = _with_words(text, segments.sentences)
    spans = [sentence.span for sentence in found]
    cut, strings = coded(text, spans, codes, language, progress)
    bounds = list(accumulate(map(len, strings), initial=0))
    tick()
    words, string = cut.words, "".join(strings)
    tick()
    signs = _item_numbers(version, found, bounds)
    if signs:
        words = [signs.get(k, word) for k, word in enumerate(words)]
        string = codes.string(words)
        strings = [string[start:end] for start, end in pairwise(bounds)]
    bare = content(_APART.join(strings))
    contents = [own or marks for own, marks in zip(bare.split(_APART), strings, strict=False)]
    count = len(bare) - max(0, len(strings) - 1)
    return CodedText(
        version, language, text, found, cut, words, string, bounds, contents, count, segments.marks
    )


def _item_numbers(
    version: Version, found: tuple[Sentence, ...], bounds: list[int]
) -> dict[int, str]:
    """The tokens that number the items of a list, and their signs.

    Numbers count on from one: a paragraph that begins "5. Mai" is no item.
    """
    signs: dict[int, str] = {}
    paragraphs = version.paragraphs
    last = 0
    for sentence, first in zip(found, bounds, strict=False):
        paragraph = paragraphs[sentence.paragraph]
        if paragraph.role is Role.LIST and sentence.span.start == paragraph.span.start:
            item = _ITEM_NUMBER.match(version.source.text, sentence.span.start)
            if item is not None and int(item[1]) in (1, last + 1):
                last = int(item[1])
                signs[first] = chr(_NUMBERS + last)
    return signs


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
