"""Turns of a conversation without marks: interviews in questions and answers, transcripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.quotation.findings import Finding
from driftline.engine.quotation.transcripts import labelled
from driftline.engine.records import Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.records import Paragraph

_LETTERED = re.compile(r"\s*(?P<name>(?P<word>[^\W\d_]{1,10})\d{0,2})\s?[:.–—]\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLE = re.compile("[\"“”„«»「『＂]|''")
_ASIDE = "([*"
_FEWEST, _LONGEST_QUESTION = 3, 400


def turns(text: str, paragraphs: Sequence[Paragraph], lexis: Lexis) -> dict[int, Finding]:
    """What is said in the paragraphs of a conversation, by their numbers.

    A label ("VALE:", "Q:") or a question in a paragraph of its own tells whose turn it is; a turn
    goes on in paragraphs without a label. Questions without a label are nobody's.
    """
    lines = [paragraph.span for paragraph in paragraphs]
    named = dict(labelled(text, lines, lexis))
    if named:
        return _gone_on(text, paragraphs, named, lexis, every=False)
    if "?" not in text:
        return {}
    lettered = _lettered(text, lines, lexis)
    if lettered:
        return _gone_on(text, paragraphs, lettered, lexis, every=True)
    return _unlabelled(text, paragraphs, lexis)


def _lettered(text: str, lines: Sequence[Span], lexis: Lexis) -> dict[int, Finding]:
    """The paragraphs that open with a word for a question or an answer: "Q: ", "A. "."""
    asking = lexis.pack.words("quotation", "question_labels")
    answering = lexis.pack.words("quotation", "answer_labels")
    found: dict[int, Finding] = {}
    asked = answered = 0
    for number, line in enumerate(lines):
        match = _LETTERED.match(text, line.start, line.end)
        word = match.group("word").casefold() if match is not None else ""
        if match is None or word not in asking | answering:
            continue
        question = line if word in asking else lines[max(0, number - 1)]
        asked += text.find("?", question.start, question.end) > 0
        answered += word in answering
        found[number] = Finding(
            [_trimmed(text, match.end(), line.end)], None, Span(*match.span("name")), turn=True
        )
    return found if asked > 1 and answered else {}


def _unlabelled(text: str, paragraphs: Sequence[Paragraph], lexis: Lexis) -> dict[int, Finding]:
    """The answers between questions that are paragraphs of their own, where the answers say "I"."""
    asked = [
        number
        for number, paragraph in enumerate(paragraphs)
        if text.endswith("?", paragraph.span.start, paragraph.span.end)
        and len(paragraph.span) <= _LONGEST_QUESTION
        and not _DOUBLE.search(text, paragraph.span.start, paragraph.span.end)
    ]
    if len(asked) < _FEWEST:
        return _run_on(text, paragraphs, lexis)
    answers: dict[int, Finding] = {}
    addressed = own = marked = groups = 0
    to_somebody = lexis.pack.words("quotation", "addresses")
    of_self = lexis.pack.words("quotation", "speaks_of_self")
    for place, question in enumerate(asked):
        last = place + 1 == len(asked)
        end = len(paragraphs) if last else asked[place + 1]
        addressed += _says(text, paragraphs[question].span, to_somebody)
        personal = False
        for number in range(question + 1, end):
            span = paragraphs[number].span
            said = _says(text, span, of_self)
            if last and number > question + 1 and not said:
                # Where the talk ends, the writer has the word again.
                break
            if paragraphs[number].role not in (Role.BODY, Role.LIST):
                break
            if text[span.start] not in _ASIDE:
                personal = personal or said
                marked += bool(_DOUBLE.search(text, span.start, span.end))
                answers[number] = _answer(text, span)
        groups += end > question + 1
        own += personal
    talk = 3 * addressed >= len(asked) and 3 * own >= 2 * groups and 4 * marked <= len(answers)
    return answers if talk and groups >= _FEWEST and len(answers) <= 5 * len(asked) else {}


def _run_on(text: str, paragraphs: Sequence[Paragraph], lexis: Lexis) -> dict[int, Finding]:
    """The answers behind questions in the same paragraph, where most paragraphs are such."""
    answers: dict[int, Finding] = {}
    addressed = own = 0
    to_somebody = lexis.pack.words("quotation", "addresses")
    of_self = lexis.pack.words("quotation", "speaks_of_self")
    for number, paragraph in enumerate(paragraphs):
        span = paragraph.span
        cut = text.find("? ", span.start, min(span.end, span.start + _LONGEST_QUESTION)) + 2
        if cut < 2 or _DOUBLE.search(text, span.start, span.end):
            continue
        addressed += _says(text, Span(span.start, cut), to_somebody)
        own += _says(text, Span(cut, span.end), of_self)
        answers[number] = _answer(text, Span(cut, span.end))
    if len(answers) < _FEWEST or 2 * addressed < len(answers) or 3 * own < 2 * len(answers):
        return {}
    return answers if 4 * len(answers) >= 3 * (max(answers) - min(answers) + 1) else {}


def _gone_on(
    text: str,
    paragraphs: Sequence[Paragraph],
    named: dict[int, Finding],
    lexis: Lexis,
    every: bool,
) -> dict[int, Finding]:
    """Turns with what they say in paragraphs without a label.

    `every` when whatever stands between two labels is somebody's turn; else, and after the last
    label, only what has no marks and speaks of "I" or to "you".
    """
    personal = lexis.pack.words("quotation", "speaks_of_self") | lexis.pack.words(
        "quotation", "addresses"
    )
    asking = lexis.pack.words("quotation", "question_labels")
    # Where answers alone have a label, the paragraph before each is its question.
    asked = not every or any(
        turn.speaker is not None and turn.speaker.of(text).casefold().strip("0123456789") in asking
        for turn in named.values()
    )
    found: dict[int, Finding] = {}
    numbers = sorted(named)
    for place, number in enumerate(numbers):
        turn = named[number]
        turn.turn = True
        found[number] = turn
        last = place + 1 == len(numbers)
        for later in range(
            number + 1, len(paragraphs) if last else numbers[place + 1] - (not asked)
        ):
            span = paragraphs[later].span
            if paragraphs[later].role not in (Role.BODY, Role.LIST) or text[span.start] in _ASIDE:
                break
            own = _says(text, span, personal) and not _DOUBLE.search(text, span.start, span.end)
            if not own and (last or not every):
                break
            found[later] = Finding(
                [_trimmed(text, span.start, span.end)], None, turn.speaker, turn=True
            )
    return found


def _answer(text: str, span: Span) -> Finding:
    return Finding([_trimmed(text, span.start, span.end)], spoken=True, turn=True)


def _says(text: str, span: Span, words: frozenset[str]) -> bool:
    """Whether one of some words stands in a paragraph."""
    return not words.isdisjoint(_WORD.findall(span.of(text).casefold()))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
