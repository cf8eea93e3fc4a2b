"""Who wrote: bylines above a story, names that stand alone there, sign-offs below it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.cleaning.language import packs
from driftline.engine.cleaning.signatures import signs_of
from driftline.engine.reading.dates import dates_in
from driftline.engine.records import Cut, Reason, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line
    from driftline.engine.cleaning.signatures import Signs

_LONGEST_BYLINE = 18
_TOKEN = re.compile(r"[\w@][\w.@'’+-]*|\d[\d:.]*|[^\w\s]")
_NAME = re.compile(r"[^\W\d_](?:[\w.'’-]*[\w.])?")
#: Words of a name that stands alone in its line, and the shortest such line.
_ALONE = range(2, 5)
_LONGEST_SIGN_OFF = 60
_JOINS = frozenset({"and", "und", "et", "y"})
_SMALL = _JOINS | {"for", "of", "the", "in", "with", "from", "at", "to", "en", "à"}
_BRACKETS_TAIL = re.compile(r"\s*[(\[]([^()\[\]\n]{8,400})[)\]]\.?$")
_SENTENCES = re.compile(r"(?<!\b[A-Z])[;.](?:\s+|$)")


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
    rest = line.text[opening.end() :]
    for date in dates_in(rest):
        rest = rest[: date.span.start] + " " * len(date.span) + rest[date.span.end :]
    tokens = list(_TOKEN.finditer(rest))
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
        elif lower in _SMALL:
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
    """The names of the first byline of the page."""
    for i, line in enumerate(draft.lines):
        if draft.why[i] is Reason.BYLINE:
            span = byline_in(line, draft.language)
            if span is None and name_alone(line, draft.language):
                span = line.span
            if span is not None:
                return span
    return None


def name_alone(line: Line, language: str = "en") -> bool:
    """Whether a line looks like the name of a person and nothing else."""
    if line.words not in _ALONE or line.text.isupper():
        return False
    signs = signs_of(language)
    words = line.text.split()
    named = [word for word in words if word.lower() not in signs.particles]
    return (
        len(named) >= 2
        and words[-1] in named
        and all(_NAME.fullmatch(word) and word[0].isupper() for word in named)
        and not any(word.lower() in signs.fillers or word.lower() in signs.posts for word in named)
    )


def signed_off(line: Line, language: str = "en") -> Cut | None:
    """The sign-off of an agency in a line or at its end, as a cut.

    "(Adds reaction. Reporting by Ann Lee in Oran; Editing by Tom Okafor)".
    """
    text, base = line.text, line.span.start
    if not (
        text[-1] in ")]"
        or text.endswith((").", "]."))
        or line.plain.lstrip("([").startswith(_list(language, "sign_offs"))
        or line.plain.rstrip(".)]").endswith(_list(language, "sign_off_ends"))
    ):
        return None
    if line.words <= _LONGEST_SIGN_OFF and _is_sign_off(text.strip("()[] "), language):
        return Cut(line.span, Reason.BYLINE)
    tail = _BRACKETS_TAIL.search(text)
    if tail is not None and _is_sign_off(tail[1], language):
        start = base + tail.start() + len(tail.group()) - len(tail.group().lstrip())
        return Cut(Span(start, line.span.end), Reason.BYLINE)
    return None


@cache
def _list(language: str, key: str) -> tuple[str, ...]:
    words = {word for pack in packs(language) for word in pack.words("publication", key)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _is_sign_off(text: str, language: str) -> bool:
    """Whether a text is nothing but who reported, wrote and edited, and what was added."""
    found = False
    for sentence in _SENTENCES.split(text):
        plain = sentence.strip(" .()[]").lower()
        if not plain:
            continue
        if any(plain.endswith(word) for word in _list(language, "sign_off_ends")):
            found = True
            continue
        opening = next(
            (word for word in _list(language, "sign_offs") if plain.startswith(word)), ""
        )
        if opening:
            rest = sentence.strip(" .()[]")[len(opening) :]
            if not _names_only(rest, language):
                return False
            found = True
        elif not any(plain.startswith(word) for word in _list(language, "sign_off_notes")):
            return False
    return found


def _names_only(text: str, language: str) -> bool:
    signs = signs_of(language)
    for token in _TOKEN.finditer(text):
        word = token.group()
        lower = word.lower().rstrip(".")
        if word[0].isalpha() and not (
            word[0].isupper()
            or lower in signs.particles
            or lower in signs.posts
            or lower in signs.fillers
            or lower in _SMALL
        ):
            return False
    return True
