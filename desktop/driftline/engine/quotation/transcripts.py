"""Speech without marks that a layout gives away: transcripts, headlines, dash dialogue."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from driftline.engine.quotation.clauses import third_person
from driftline.engine.quotation.findings import Finding
from driftline.engine.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Row

_MARKS = "\"'”’“‘»)]- –—"
_LABEL = re.compile(
    r"[^\S\n]*(?P<name>(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+)(?:[ ,]+[A-ZÀ-ÖØ-Þ(][A-ZÀ-ÖØ-Þ'’.)-]*){0,4})"
    r"\s?:[^\S\n]+(?=\S)"
)
# "Anna Vale: ": labels only where some come again and again.
_NAMED_LABEL = re.compile(
    r"[^\S\n]*(?P<name>[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: [A-ZÀ-ÖØ-Þ][\w.’'-]*){0,3})"
    r"\s?:[^\S\n]+(?=\W*[^\W\d])"
)
_LONGEST_LABEL = 120
_SHORTEST_HEADLINE = 5
_HEADLINE = re.compile(
    r"\s*(?P<said>[^\n]{8,160}?\S)\s+[–—―-]\s+"
    r"(?P<name>(?:[Tt]he )?[A-ZÀ-ÖØ-Þ][\w.’'-]*(?: [\w.’'&-]+){0,4})\s*$"
)
_HEADLINE_MARKED = re.compile(r"\s*(?P<name>[A-ZÀ-ÖØ-Þ][\w.’'-]*(?: [A-ZÀ-ÖØ-Þ][\w.’'-]*){0,3})\b")


def labelled(text: str, lines: Sequence[Span], lexis: Lexis) -> list[tuple[int, Finding]]:
    """Speech after a speaker's name in capitals and a colon, with the number of its line.

    Two different labels in capitals make a transcript; one alone is a heading or a dateline. Labels
    in small letters do where two of them come again.
    """
    shouted = _labelled(text, lines, _LABEL, lexis)
    speakers = {finding.speaker.of(text) for _, finding in shouted if finding.speaker is not None}
    if len(speakers) > 1:
        return shouted
    named = _labelled(text, lines, _NAMED_LABEL, lexis)
    times = Counter(finding.speaker.of(text) for _, finding in named if finding.speaker is not None)
    again = {name for name, count in times.items() if count > 1}
    if len(again) < 2:
        return []
    given = lexis.pack.words("speakers", "male_names") | lexis.pack.words(
        "speakers", "female_names"
    )
    # "Myth: ", "Fact: " name nobody.
    people = {name for name in times if not given.isdisjoint(name.split())} or {
        name
        for name in again
        if not given.isdisjoint(re.findall(rf"(\w+) {re.escape(name)}\b", text))
    }
    if not people:
        return []
    return [
        (number, finding)
        for number, finding in named
        if finding.speaker is not None and finding.speaker.of(text) in again | people
    ]


def _labelled(
    text: str, lines: Sequence[Span], label: re.Pattern[str], lexis: Lexis
) -> list[tuple[int, Finding]]:
    """The lines that open with a label of one kind; none where few of them are sentences."""
    found: list[tuple[int, Finding]] = []
    no_labels = lexis.pack.words("quotation", "no_labels")
    for number, line in enumerate(lines):
        if text.find(":", line.start, min(line.end, line.start + _LONGEST_LABEL)) < 0:
            continue
        match = label.match(text, line.start, line.end)
        if match is None or match.group("name").split()[0].strip(",").upper() in no_labels:
            continue
        name = Span(match.start("name"), match.end("name"))
        end = line.end
        while end > match.end() and text[end - 1].isspace():
            end -= 1
        if end > match.end():
            found.append((number, Finding([Span(match.end(), end)], None, name)))
    spoken = sum(finding.spans[0].of(text).rstrip(_MARKS)[-1:] in ".?!…" for _, finding in found)
    # The lines of a list of teasers end without a stop.
    return found if 2 * spoken >= len(found) else []


def headline(text: str, span: Span) -> Finding | None:
    """The attribution of a headline: "Talks will go on – Kremlin"."""
    dashed = any(text.find(dash, span.start, span.end) > 0 for dash in "–—―-")
    match = _HEADLINE.match(text, span.start, span.end) if dashed else None
    if match is None:
        return None
    said = match.group("said")
    if len(said.split()) < 3 or any(mark in said for mark in '"“”«»„') or said[-1] in ".?!:":
        return None
    if said.count(" – ") or said.count(" — "):
        return None
    name = Span(match.start("name"), match.end("name"))
    last = name.of(text).split()[-1]
    if last[:1].islower() and len(name.of(text).split()) > 2:
        return None
    return Finding([Span(match.start("said"), match.end("said"))], None, name, indirect=True)


def after_dash(text: str, start: int, end: int) -> Span | None:
    """The name that follows a quotation and a dash: the signature of a letter or a post."""
    match = re.compile(
        r"\s*(?:[–—―]|--?)\s*(?P<name>(?:@\w+|[A-ZÀ-ÖØ-Þ][\w.’'-]*(?: [\w.’'-]+){0,4}))\s*"
        r"(?:[,(.\n]|$)"
    ).match(text, start, end)
    return None if match is None else Span(match.start("name"), match.end("name"))


def before_its_verb(row: Row, lexis: Lexis) -> Span | None:
    """Who acts behind the marked words a headline opens with: "‘We were robbed’: coach rages"."""
    tokens = row.tokens
    if len(tokens) < _SHORTEST_HEADLINE or tokens[1].text != ":" or not tokens[-1].word:
        return None
    if tokens[2].lower in lexis.questions or tokens[2].lower in lexis.prepositions:
        return None
    near = range(3, min(len(tokens), 8))
    known = (i for i in near if tokens[i].lower in lexis.verbs or lexis.finite(tokens[i].lower))
    verb = next(known, 0) or next((i for i in near if third_person(tokens[i].lower)), 0)
    if not verb or not all(token.word for token in tokens[2:verb]):
        return None
    return row.span(2, verb)


def after_colon(text: str, start: int, end: int) -> Span | None:
    """The name that follows a quotation and a colon in a headline."""
    colon = re.compile(r"\s*:\s+").match(text, start, end)
    if colon is None:
        return None
    match = _HEADLINE_MARKED.match(text, colon.end(), end)
    return None if match is None else Span(match.start("name"), match.end("name"))
