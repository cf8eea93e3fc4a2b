"""Who wrote: bylines above a story and names that stand alone there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.cleaning.heading import may_be_headline
from driftline.engine.cleaning.lines import ticking
from driftline.engine.cleaning.signatures import signs_of
from driftline.engine.language import small_words
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
#: Names in a line that signs, and words of each other part of it.
_MOST_NAMES = 6
_LONGEST_PART = 6
#: How many of them are written out, particles aside.
_FULL = 3
_PIECE = re.compile(r"[^\W\d_][\w.'’-]*|\S")
#: How a button or a heading ends and no name does: "Register now!", "Shop ✨".
_CALLS = re.compile(r"[!?:;\u2600-\u27bf\U0001f000-\U0001faff\ue000-\uf8ff]$")
_DIGIT = re.compile(r"\d(?!$)|(?<![^\W\d_]{2})\d")
_NUMBER = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Words of what stands in lower case everywhere, and is a label, not a name.
_LEAST_COMMON = 2
#: What stands between the parts of a line that signs, and between the names in one of them.
_SEPARATOR = re.compile(r"\s*(?:[|·•/(]|\s[–—-]\s|@\s)\s*")
_JOIN = re.compile(r"\s*(?:,|&|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
#: The name of an account, run on to a name.
_HANDLE = re.compile(r"(?<![\w.])@\w+|(?<=[^\W\d_])@\w+(?![\w.])")
#: Words of a headline above such a name.
_LEAST_TITLE = 4
_JOINS = frozenset({"and", "und", "et", "y"})
SMALL = _JOINS | {"for", "of", "the", "in", "with", "from", "at", "to", "en", "à"}


def byline_in(line: Line, language: str = "en") -> Span | None:
    """The names of a line that is nothing but a byline ("By Ann Lee, Staff Writer | 5 May 2024").

    None when the line is anything else. The span covers names and degrees, no posts and houses;
    where nobody is named ("By Staff Reporter") what stands for them.
    """
    if not 1 < line.words <= _LONGEST_BYLINE:
        return None
    signs = signs_of(language)
    opening = signs.by.match(line.text) or _by_behind_day(line, signs)
    if opening is None or opening.end() == len(line.text) or line.text[-1] in "!?":
        return None
    start = line.span.start + opening.end()
    whole = line.text[opening.end() :]
    rest = _without_dates(whole)
    account = _account_in(rest, signs) if rest != whole or opening.start() else None
    if account is not None:
        return Span(start + account.start(), start + account.end())
    rest = _HANDLE.sub(lambda match: " " * len(match.group()), rest)
    tokens = list(TOKEN.finditer(rest))
    article = len(tokens) > 1 and tokens[0].group().lower() in signs.articles
    if not tokens or not tokens[article].group()[0].isupper():
        return None
    end = _end_of_names(tokens[article:], signs)
    if not end:
        return None
    names = [t.group() for t in tokens if t.start() < end and t.group()[0].isalnum()]
    if (
        article
        and names[-1].lower() not in signs.collectives
        and not signs.agencies.intersection([" ".join(names), " ".join(names[1:])])
    ):
        return None
    if len(names) == 1 and len(tokens) == 1 and names[0] not in signs.agencies:
        return None
    end = _end_of_degrees(rest, _end_of_glued(rest, end, signs), signs)
    return Span(start, start + len(rest[:end].rstrip(" ,&")))


def _by_behind_day(line: Line, signs: Signs) -> re.Match[str] | None:
    """The "by" of a line that names the day first: "Posted on 5 May 2024 by Ann Lee"."""
    if not _NUMBER.search(line.text) or not signs.by.search(line.text):
        return None
    text = _without_dates(line.text)
    if text == line.text:
        return None
    for match in signs.by.finditer(text):
        before = text[: match.start()]
        if before and not before[-1].isalnum():
            if all(word.lower() in signs.fillers for word in _LETTERS.findall(before)):
                return match
            return None
    return None


def _account_in(rest: str, signs: Signs) -> re.Match[str] | None:
    """The one word beside a day that names who wrote: a first name, the name of an account."""
    found = [token for token in TOKEN.finditer(rest) if token.group().lower() not in signs.fillers]
    words = [token for token in found if token.group()[0].isalpha()]
    if len(words) != 1 or found[0] is not words[0] or rest[: words[0].start()].strip():
        return None
    return None if words[0].group().lower() in signs.posts else words[0]


def _end_of_glued(text: str, end: int, signs: Signs) -> int:
    """Where a full name ends that a post or a place runs into: "Ann LeeStaff Writer"."""
    for glued in signs.glued.finditer(text, 0, end):
        if len(text[: glued.start()].split()) > 1:
            return glued.start()
    return end


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
            or _is_degree(token.group(), signs)
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
        if _is_degree(token.group(), signs):
            return (names[-1].end() if names else end), bool(names or end)
        if word in signs.posts:
            if end:
                return end, False
            if names and word in signs.collectives and token is part[-1]:
                return token.end(), False
            if len(names) <= 1:  # "Web Desk", "Staff Reporter"
                return _end_of_posts(part, len(names), signs), False
            return names[-1].end(), False
        small = word in signs.fillers and not (
            token.group()[0].isupper() and word in signs.particles
        )
        if small or not token.group()[0].isalpha() or "@" in word:
            if word[0].isdigit() and names and names[-1].group().lower() in signs.months:
                names.pop()  # "Ann Lee December 8": a day without its year
            return (names[-1].end() if names else end), False
        names.append(token)
    while names and names[-1].group() in signs.particles:
        names.pop()
    return (names[-1].end() if names else end), True


def _is_degree(word: str, signs: Signs) -> bool:
    """Whether a word is a degree behind a name, "MD", and no name, "Ma"."""
    return word.lower().rstrip(".") in signs.degrees and sum(map(str.isupper, word)) > 1


def _is_post(word: str, signs: Signs) -> bool:
    return word.lower().strip(".,") in signs.posts or _is_degree(word.strip(".,"), signs)


def _end_of_degrees(text: str, end: int, signs: Signs) -> int:
    """Where the degrees end that stand behind a name: "Ann Lee, MD, MPH"."""
    for token in TOKEN.finditer(text, end):
        if _is_degree(token.group(), signs):
            end = token.end()
        elif token.group() != ",":
            break
    return end


def _end_of_posts(part: Sequence[re.Match[str]], first: int, signs: Signs) -> int:
    end = 0
    for token in part[first:]:
        if token.group().lower().rstrip(".") not in signs.posts or not token.group()[0].isupper():
            break
        end = token.end()
    return end or (part[first - 1].end() if first else 0)


def is_common(draft: Draft, line: Line, span: Span, *, any_word: bool = False) -> bool:
    """Whether all words of a name are words that texts write in lower case: "Company Size".

    Or any word of it: few names have such a word.
    """
    name = line.text[span.start - line.span.start : span.end - line.span.start].lower()
    words = {word for word in _LETTERS.findall(name) if len(word) > 1} - _JOINS
    common = draft.common()
    if common.issuperset(words):
        return True
    if draft.language != "en":
        return False
    # Loaded where it is needed alone: few texts have such a line.
    from driftline.engine.cleaning.word_scores import known_weights

    weights = known_weights()
    known = sum(word in weights or word in common for word in words)
    return known > 0 if any_word else len(words) >= _LEAST_COMMON and known == len(words)


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
            if is_common(draft, line, span, any_word=True):
                continue
            draft.cut(i, Reason.BYLINE)
            if says_by(draft, i - 1):
                draft.cut(i - 1, Reason.BYLINE)
        elif span is None and draft.hits[i] is None:
            titled |= line.words >= _LEAST_TITLE and may_be_headline(line)


def _signed(draft: Draft, i: int) -> bool:
    """Whether the line above or below a line is a time or a byline, or says "by"."""
    beside = (j for j in (i - 1, i + 1) if 0 <= j < len(draft.lines))
    return says_by(draft, i - 1) or any(
        draft.why[j] in (Reason.TIMESTAMP, Reason.BYLINE) for j in beside
    )


def says_other(line: Line, language: str) -> bool:
    """Whether a line names those who edited, checked or pictured a story, not those who wrote."""
    return signs_of(language).others.match(line.text) is not None


def is_label_of_others(line: Line, language: str) -> bool:
    """Whether a line says no more than that the next one names such people: "Reviewed by"."""
    label = signs_of(language).others.match(line.text)
    return label is not None and not line.text[label.end() :].strip(" :,")


def says_by(draft: Draft, i: int) -> bool:
    """Whether a line is a label of who wrote: "By", "Author"."""
    hit = draft.hits[i] if i >= 0 else None
    if hit is not None:
        return hit.reason is Reason.BYLINE
    return i >= 0 and signs_of(draft.language).by.fullmatch(draft.lines[i].text) is not None


def name_alone(line: Line, language: str = "en") -> Span | None:
    """The name in a line that is a name and nothing else, or a name with a day beside it."""
    if line.words > _LONGEST_BYLINE or line.text.isupper() or _CALLS.search(line.text):
        return None
    signs = signs_of(language)
    text = _without_dates(line.text)
    dated = text != line.text
    name, comma, post = text.partition(", ")
    last = post.rstrip(" .").rpartition(" ")[2]
    if comma and (last.lower() in signs.posts or _is_degree(last, signs)):
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
    if not _is_name(words, signs, language):
        return None
    base = line.span.start
    return Span(base + start, base + text.index(words[-1], start) + len(words[-1]))


def collective_alone(line: Line, language: str = "en") -> Span | None:
    """Those who sign together, in a line of their own or before a day: "Northern Desk"."""
    signs = signs_of(language)
    if line.words > _LONGEST_BYLINE or signs.collectives.isdisjoint(line.plain.split()):
        return None
    text = _without_dates(line.text)
    text = _SEPARATOR.split(text, maxsplit=1)[0].rstrip()
    words = text.split()
    if len(words) not in _ALONE or words[-1].lower() not in signs.collectives:
        return None
    if signs.by.match(text) or not all(word[0].isupper() and word.isalnum() for word in words):
        return None
    return Span(line.span.start, line.span.start + len(text))


def names_alone(line: Line, language: str = "en") -> Span | None:
    """The names in a line that has beside them only a day, a post, a house or the like.

    "Ann Lee and Tom Okafor | Senior Writer | 5 May 2024".
    """
    signs = signs_of(language)
    alone = name_alone(line, language)
    base = line.span.start
    if alone is not None:
        return Span(alone.start, base + _end_of_degrees(line.text, alone.end - base, signs))
    if line.words > _LONGEST_BYLINE or _CALLS.search(line.text):
        return None
    text = _HANDLE.sub(lambda match: " " * len(match.group()), _without_dates(line.text))
    text = text[: _end_of_glued(text, len(text), signs)].ljust(len(text))
    start = 0
    for stop in (*(m.span() for m in _SEPARATOR.finditer(text)), (len(text), len(text))):
        part = text[start : stop[0]]
        words = [word.lower().strip(".,:") for word in part.split()]
        if all(word in signs.fillers or not word.isalpha() for word in words):
            start = stop[1]
            continue
        end = _end_of_list(part, signs, language)
        rest = text[stop[1] :]
        if not end or any(len(p.split()) > _LONGEST_PART for p in _SEPARATOR.split(rest)):
            return None
        first = start + len(part) - len(part.lstrip())
        return Span(base + first, base + _end_of_degrees(text, start + end, signs))
    return None


def _end_of_list(text: str, signs: Signs, language: str) -> int:
    """Where the names end in a text that is a list of names, a post perhaps behind; else 0."""
    end = 0
    start = 0
    for number, stop in enumerate((*_JOIN.finditer(text), None)):
        part = text[start : stop.start() if stop is not None else len(text)]
        words = part.split()
        post = next((n for n, word in enumerate(words) if _is_post(word, signs)), None)
        if post is not None and end and len(words) <= _LONGEST_PART:
            return end
        words = words[:post]
        if not _is_name(words, signs, language) or number >= _MOST_NAMES:
            return 0
        end = start + part.index(words[-1], part.index(words[0])) + len(words[-1])
        if post is not None:
            return end
        start = stop.end() if stop is not None else start
    return end


def _is_name(words: Sequence[str], signs: Signs, language: str) -> bool:
    """Whether some words have the shape of one person's name."""
    named = [word for word in words if word.lower() not in signs.particles]
    full = sum(len(word.strip(".")) > 1 for word in named)
    if len(words) not in _ALONE or len(named) < 2 or full > _FULL or words[-1] not in named:
        return False
    small = small_words(language) | signs.articles | signs.fillers | signs.posts
    return all(
        _NAME.fullmatch(word)
        and not _DIGIT.search(word)
        and word[0].isupper()
        and not word[1:2].isupper()
        and word.lower().strip(".") not in small
        for word in named
    )


def _without_dates(text: str) -> str:
    """A text with its dates blanked at the same length."""
    for date in dates_in(text):
        text = text[: date.span.start] + " " * len(date.span) + text[date.span.end :]
    return text
