"""Sentences: split at full stops that end one, and never between a quotation and its cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.progress import Tick, idle, often
from driftline.engine.records import Paragraph, Sentence, Span
from driftline.engine.segmentation.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.records import Version
    from driftline.engine.segmentation.marks import Marked

# Stands for the closing mark of a quotation.
_MASK = "\ue000"
_STOPS = ".!?…。！？｡؟۔।॥‽"
_WIDE_STOPS = "。！？｡"
_CLOSERS = "\"'”’»›)]}」』〟＂"
# A run of stops with what closes after it, footnote marks included; or a line that must end one.
# One set of first characters is found far sooner than two kinds of beginnings.
_END = re.compile(
    rf"[{_STOPS}\n](?:(?<!\n)[{_STOPS}]*"
    rf"(?P<closers>(?:[{re.escape(_CLOSERS)}]|[ \xa0\u202f]?{_MASK}|\[\d{{1,3}}\])*)"
    r"|(?<=\n)(?:(?:[^\S\n]*\n)+|(?=[^\S\n]*(?:[-*•–‣▪]|\d{1,2}[.)])\s)))"
)
_BLANK = re.compile(r"\s*")
_WORD_BEFORE = re.compile(r"[^\s(\[{\"“”‘'«»„/—–]+$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# The clause after a quotation; a stop after a short capitalised word is an abbreviated title or,
# with a comma behind it, a place, and a line may break in it.
_CLAUSE = re.compile(
    r"(?:\b[A-Z][a-z]{0,3}\.(?=\s\w)|\b[A-Z][a-z]{0,5}\.(?=,)|\n(?![^\S\n]*\n)"
    r"|[^.!?…;:\n\"“„«]){1,160}"
)
_OPENERS = "\"'“‘«‹„‚([{「『〝¿¡»”—–-•*#@$€£[`"


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a language pack says about full stops and about cues after a quotation."""

    before_a_name: frozenset[str]
    before_a_number: frozenset[str]
    anywhere: frozenset[str]
    after_a_number: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    after_an_ordinal: frozenset[str]
    before_an_ordinal: frozenset[str]
    letter_words: frozenset[str]
    also_words: frozenset[str]
    verbs: frozenset[str]
    auxiliaries: frozenset[str]
    infinitive: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    pack = lexicon(language)

    def words(key: str) -> frozenset[str]:
        return pack.words("abbreviations", key)

    finite = frozenset(
        form.split(" ")[0]
        for entry in pack.words("reporting", "speech")
        for form in entry.split(", ")[:3]
    )
    names, numbers, anywhere = map(words, ("before_a_name", "before_a_number", "anywhere"))
    units = words("after_a_number")
    return _Rules(
        names,
        numbers,
        anywhere,
        units,
        names | numbers | anywhere | units,
        words("starters"),
        words("after_an_ordinal"),
        words("before_an_ordinal"),
        words("letter_words"),
        words("also_words"),
        finite,
        pack.words("clauses", "auxiliaries"),
        pack.words("clauses", "infinitive"),
    )


def sentences(
    text: str,
    paragraphs: Sequence[Paragraph],
    language: str = "en",
    stretches: Sequence[Marked] | None = None,
    tick: Tick = idle,
) -> tuple[Sentence, ...]:
    """The sentences of each paragraph, in order; together they hold all that is not white space.

    `text` is the kept text of a version, so that cuts are blank. A quotation is never cut from its
    cue, though sentences inside its marks are told apart; a line break ends a sentence only where a
    blank line or a list item follows. `stretches` are what `marked` gave, if it was asked before.
    Linear in the length of the text. Offsets are code points of `text`.
    """
    rules = _rules(language)
    spans = [paragraph.span for paragraph in paragraphs]
    masked = _masked(text, marked(text, spans, language, tick) if stretches is None else stretches)
    found: list[Sentence] = []
    for index, span in enumerate(often(spans, tick)):
        start = span.start
        for end in _ends(text, masked, span, rules, tick):
            trimmed = _trim(text, start, end)
            if trimmed is not None:
                found.append(Sentence(trimmed, index))
            start = end
        trimmed = _trim(text, start, span.end)
        if trimmed is not None:
            found.append(Sentence(trimmed, index))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Segments:
    """A version's kept text, what stands between its marks, and its sentences, by one language."""

    language: str
    text: str
    marks: tuple[Marked, ...]
    sentences: tuple[Sentence, ...]


def segmented(version: Version, language: str, tick: Tick = idle) -> Segments:
    """What several stages ask of a version's text, looked for once."""
    text, paragraphs = version.kept_text(), version.paragraphs
    marks = marked(text, [paragraph.span for paragraph in paragraphs], language, tick)
    return Segments(language, text, marks, sentences(text, paragraphs, language, marks, tick))


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return None
    return Span(start + left, start + len(piece.rstrip()))


def _masked(text: str, stretches: Sequence[Marked]) -> str:
    """The text with every closing mark of a pair masked, so that it can't be taken for another."""
    places = sorted(
        (stretch.inner.end, stretch.span.end) for stretch in stretches if stretch.closed
    )
    pieces: list[str] = []
    position = 0
    for start, end in places:
        if start < position:
            continue
        pieces.append(text[position:start])
        pieces.append(_MASK * (end - start))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _ends(text: str, masked: str, span: Span, rules: _Rules, tick: Tick) -> Iterator[int]:
    for match in often(_END.finditer(masked, span.start, span.end), tick):
        end = match.end()
        closers = match.group("closers")
        if closers is None:
            yield end
            continue
        if end >= span.end:
            continue
        stop = masked[match.start() : end - len(closers)]
        after = text[end]
        wide = stop[-1] in _WIDE_STOPS
        # A stop glued to the next sentence ends it only where a closing mark stands between.
        glued = _MASK in closers and after.isupper()
        if not (after.isspace() or wide or glued):
            continue
        blank = _BLANK.match(text, end, span.end)
        following = blank.end() if blank else end
        if following >= span.end:
            continue
        quoted = _MASK in closers
        if wide:
            if quoted and _wide_cue_follows(text, following, span.end, rules):
                continue
            yield end
            continue
        if not _starts(text, following):
            continue
        if quoted:
            if text[following] in "–—―" or _cue_follows(text, following, span.end, stop, rules):
                continue
        elif stop == "." and not closers:
            if _abbreviated(text, match.start(), following, span, rules):
                continue
        elif stop in ("…", "...") and not (
            text[following].isupper() or text[following] in _OPENERS
        ):
            continue
        yield end


def _wide_cue_follows(text: str, at: int, end: int, rules: _Rules) -> bool:
    """Whether the cue of a quotation follows, in a script without spaces."""
    clause = re.compile(r"[^。！？，、\n「“]{1,24}").match(text, at, end)
    if clause is None:
        return False
    return clause.group()[0] in "とて" or any(verb in clause.group() for verb in rules.verbs)


def _starts(text: str, at: int) -> bool:
    """Whether a sentence can start here: not with a lower-case letter, not with punctuation."""
    first = text[at]
    hops = 0
    while first in _OPENERS and hops < 3 and at + 1 < len(text):
        at += 1
        hops += 1
        if text[at].isspace():
            return first in "-–—•*«#"
        first = text[at]
    if first in _OPENERS or first.isdigit():
        return True
    if first.isalpha():
        return not first.islower()
    return first not in ",;:.!?)]}%"


def _word(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match.group() if match else ""


def _abbreviated(text: str, stop: int, following: int, span: Span, rules: _Rules) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or an ordinal."""
    low = max(span.start, stop - 24)
    word = text[low:stop].rpartition(" ")[2]
    if word.isalpha():
        if len(word) > 1 and word not in rules.abbreviations:
            return False  # as of most sentences
    else:
        match = _WORD_BEFORE.search(text, low, stop)
        if match is None:
            return False
        word = match.group()
    after = text[following]
    at = following
    while at < span.end and text[at] in _OPENERS:
        at += 1
    next_word = _word(text, at)
    starts = next_word in rules.starters
    if word in rules.before_a_name:
        return after.isalpha() or after.isdigit()
    unit = word in rules.after_a_number
    if unit and not text[low : stop - len(word)].rstrip()[-1:].isdigit():
        # "who I am.", "they moved in."
        return False
    if unit or word in rules.anywhere or ("." in word and word.count(".") * 2 >= len(word) - 1):
        return not starts and after not in '"“‘«„-–—•'
    if len(word) == 1 and len(next_word) == 1 and text[at + 1 : at + 2] == ".":
        return True
    if len(word) == 1 and word.isupper():
        return not starts or next_word in rules.letter_words
    if word in rules.before_a_number:
        return after.isdigit() or (not starts and word not in rules.also_words)
    if word.isdigit() and len(word) <= 2:
        if next_word in rules.after_an_ordinal:
            return True
        before = text[max(span.start, stop - 16) : stop - len(word)].split()
        if before and before[-1] in rules.before_an_ordinal and not starts:
            return True
        return not before and stop - len(word) - span.start <= 1
    return False


def _cue_follows(text: str, at: int, end: int, stop: str, rules: _Rules) -> bool:
    """Whether the words after a quotation are its cue: "Jane Doe asked", "he said with a laugh".

    After a full stop only a cue that is itself the whole clause counts, for a quotation that goes
    on in its sentence ends with a comma.
    """
    if not rules.verbs or not text[at].isalpha():
        return False
    clause = _CLAUSE.match(text, at, end)
    if clause is None:
        return False
    words = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*|,", clause.group())
    for index, word in enumerate(words[:14]):
        if word in rules.verbs and index > 0 and words[index - 1] not in rules.infinitive:
            if "." in stop or "…" in stop:
                # "... was closed, the mayor said." reports a clause of its own.
                own = "," in words[:index] and not rules.auxiliaries.isdisjoint(words[:index])
                ends = len(words) == index + 1 and text[clause.end() : clause.end() + 1] in ".!?"
                return ends and not own
            return "," in words[:index] or all(
                w[0].isupper() or w.casefold() in rules.starters or len(w) <= 3 or index <= 3
                for w in words[:index]
            )
        if word == "," and index > 11:
            return False
    return False
