"""Who wrote: bylines above a story and names that stand alone there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.cleaning.heading import may_be_headline
from driftline.engine.cleaning.language import stop_words
from driftline.engine.cleaning.lines import ticking
from driftline.engine.cleaning.signatures import signs_of
from driftline.engine.reading.dates import dates_in
from driftline.engine.records import Reason, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line
    from driftline.engine.cleaning.signatures import Signs

_LONGEST_BYLINE = 18
TOKEN = re.compile(r"[\w@][\w.@'’+-]*|\d[\d:.]*|[^\w\s]")
_NAME = re.compile(r"[^\W\d_](?:[\w.'’-]*[\w.])?")
#: Words of a name that stands alone in its line.
_ALONE = range(2, 6)
#: How many of them are written out, particles aside.
_FULL = 3
_PIECE = re.compile(r"[^\W\d_][\w.'’-]*|\S")
#: Words of a headline above such a name.
_LEAST_TITLE = 4
_JOINS = frozenset({"and", "und", "et", "y"})
SMALL = _JOINS | {"for", "of", "the", "in", "with", "from", "at", "to", "en", "à"}


def byline_in(line: Line, language: str = "en") -> Span | None:
    """The names of a line that is nothing but a byline ("By Ann Lee, Staff Writer | 5 May 2024").

    None when the line is anything else. The span covers the names alone, without posts and houses;
    where nobody is named ("By Staff Reporter") what stands for them.
    """
    if not 1 < line.words <= _LONGEST_BYLINE:
        return None
    signs = signs_of(language)
    opening = signs.by.match(line.text)
    if opening is None or opening.end() == len(line.text) or line.text[-1] in "!?":
        return None
    rest = _without_dates(line.text[opening.end() :])
    tokens = list(TOKEN.finditer(rest))
    if not tokens or not tokens[0].group()[0].isupper():
        return None
    end = _end_of_names(tokens, signs)
    if not end:
        return None
    names = [t.group() for t in tokens if t.start() < end and t.group()[0].isalnum()]
    if names[0].lower() in signs.articles and not signs.agencies.intersection(
        [" ".join(names), " ".join(names[1:])]
    ):
        return None
    if len(names) == 1 and len(tokens) == 1 and names[0] not in signs.agencies:
        return None
    start = line.span.start + opening.end()
    return Span(start, start + len(rest[:end].rstrip(" ,&")))


def _end_of_names(tokens: Sequence[re.Match[str]], signs: Signs) -> int:
    """Where the names of a byline end; 0 when its words are no byline's.

    "Ann Lee, Northern Wire": a part that has a post or a house in it is nobody's name, unless
    nothing stands before it.
    """
    end = 0
    part: list[re.Match[str]] = []
    is_open = True
    for token in tokens:
        word = token.group()
        lower = word.lower().rstrip(".")
        if not word[0].isalnum():
            if word in '?!;“”"':
                return 0
            if is_open:
                end, is_open = _joined(part, end, signs)
            is_open = is_open and word in "&,"
            part = []
        elif lower in _JOINS:
            if is_open:
                end, is_open = _joined(part, end, signs)
            part = []
        elif (
            lower in signs.posts
            or lower in signs.fillers
            or lower in signs.particles
            or not word[0].islower()
            or "@" in word
        ):
            part.append(token)
        elif lower in SMALL:
            if is_open:
                end, _ = _joined(part, end, signs)
            is_open = False
        else:
            return 0
    return _joined(part, end, signs)[0] if is_open else end


def _joined(part: Sequence[re.Match[str]], end: int, signs: Signs) -> tuple[int, bool]:
    """The end of the names with those of one more part, and whether more may follow."""
    names: list[re.Match[str]] = []
    for token in part:
        word = token.group().lower().rstrip(".")
        if word in signs.posts:
            if end:
                return end, False
            if len(names) <= 1:  # "Web Desk", "Staff Reporter"
                return _end_of_posts(part, len(names), signs), False
            return names[-1].end(), False
        if word in signs.fillers or not token.group()[0].isalpha() or "@" in word:
            return (names[-1].end() if names else end), False
        names.append(token)
    return (names[-1].end() if names else end), True


def _end_of_posts(part: Sequence[re.Match[str]], first: int, signs: Signs) -> int:
    end = 0
    for token in part[first:]:
        if token.group().lower().rstrip(".") not in signs.posts or not token.group()[0].isupper():
            break
        end = token.end()
    return end or (part[first - 1].end() if first else 0)


def byline(draft: Draft) -> Span | None:
    """The names of the first byline below the headline, else of the first of the page.

    What says "by" goes before a name alone.
    """
    head = draft.headline or 0
    found: list[tuple[bool, bool, Span]] = []
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        if draft.why[i] is Reason.BYLINE:
            said = byline_in(line, draft.language)
            span = said or name_alone(line, draft.language)
            if span is not None and not _is_common(draft, line, span):
                found.append((i < head, said is None, span))
    return min(found)[2] if found else None


def _is_common(draft: Draft, line: Line, span: Span) -> bool:
    """Whether the page uses all words of a name in lower case as well: "Company Size"."""
    name = line.text[span.start - line.span.start : span.end - line.span.start].lower().split()
    return draft.common().issuperset(name)


def cut_names_alone(draft: Draft, first: int) -> None:
    """Cuts a name that stands below the headline beside a time, or beside who wrote's post.

    `first` is the index of the first paragraph. A label of which the page uses all words in lower
    case as well ("Design Style") is nobody's name.
    """
    lines = draft.lines
    titled = False
    # Before the first is cut: the items of a menu would go one by the other.
    signed = [_signed(draft, i) for i in range(first)]
    for i, line in ticking(enumerate(lines[:first]), draft.tick):
        if draft.why[i] is not None:
            continue
        span = name_alone(line, draft.language) if draft.hits[i] is None else None
        if span is not None and titled and (len(span) < len(line.span) or signed[i]):
            if _is_common(draft, line, span):
                continue
            draft.cut(i, Reason.BYLINE)
            if _says_by(draft, i - 1):
                draft.cut(i - 1, Reason.BYLINE)
        elif span is None and draft.hits[i] is None:
            titled |= line.words >= _LEAST_TITLE and may_be_headline(line)


def _signed(draft: Draft, i: int) -> bool:
    """Whether the line above or below a line is a time or a byline, or says "by"."""
    beside = (j for j in (i - 1, i + 1) if 0 <= j < len(draft.lines))
    return _says_by(draft, i - 1) or any(
        draft.why[j] in (Reason.TIMESTAMP, Reason.BYLINE) for j in beside
    )


def _says_by(draft: Draft, i: int) -> bool:
    hit = draft.hits[i] if i >= 0 else None
    return hit is not None and hit.reason is Reason.BYLINE


def name_alone(line: Line, language: str = "en") -> Span | None:
    """The name in a line that is a name and nothing else, or a name with a day beside it."""
    if line.words > _LONGEST_BYLINE or line.text.isupper():
        return None
    signs = signs_of(language)
    text = _without_dates(line.text)
    dated = text != line.text
    name, comma, post = text.partition(", ")
    if comma and post.rstrip(" .").lower().rpartition(" ")[2] in signs.posts:
        text = name  # "Ann Lee, Northern Wire"
    tokens = [
        token
        for token in _PIECE.finditer(text)
        if not (dated and token.group().lower().strip(".,:") in signs.fillers)
    ]
    # What is left must be words in a row: "Ann Lee | 5 May 2024".
    words = [token.group() for token in tokens if token.group()[0].isalnum()]
    if not words or any(not t.group()[0].isalnum() for t in tokens[1:-1]):
        return None
    start = next(t.start() for t in tokens if t.group()[0].isalnum())
    opening = signs.by.match(text, start)
    if opening is not None and opening.end() > start + 1 and len(words) > 1:
        start = opening.end()
        words = [token.group() for token in _PIECE.finditer(text, start)]
        words = [word for word in words if word.lower() not in signs.fillers and word[0].isalnum()]
    named = [word for word in words if word.lower() not in signs.particles]
    full = sum(len(word.strip(".")) > 1 for word in named)
    if len(words) not in _ALONE or not len(named) > 1 or full > _FULL or words[-1] not in named:
        return None
    small = stop_words(language) | signs.articles
    if small.intersection(word.lower() for word in named):
        return None
    for word in named:
        shaped = _NAME.fullmatch(word) and word[0].isupper() and not word[1:2].isupper()
        if not shaped or word.lower().strip(".") in signs.fillers | signs.posts:
            return None
    base = line.span.start
    return Span(base + start, base + text.index(words[-1], start) + len(words[-1]))


def _without_dates(text: str) -> str:
    """A text with its dates blanked at the same length."""
    for date in dates_in(text):
        text = text[: date.span.start] + " " * len(date.span) + text[date.span.end :]
    return text
