"""Who signs a story and its pictures: bylines, agency tags, captions and credits in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from driftline.engine.cleaning.lines import Line, ends_sentence, in_quotes
from driftline.engine.lexicon import lexicon
from driftline.engine.reading.dates import dates_in
from driftline.engine.records import Cut, Reason, Span

_LONGEST_BYLINE = 18
#: Lists of words that may stand in a line that is nothing but a time.
_IN_A_DATE_LINE = ("date_words", "weekdays", "updated", "published")
_NAME = re.compile(r"[^\W\d_](?:[\w.'’-]*[\w.])?")
_TOKEN = re.compile(r"[\w@][\w.@'’+-]*|\d[\d:.]*|[^\w\s]")
_YEAR = re.compile(r"©\s*(?:Copyright\s*)?(?:19|20)\d\d")
_CREDIT_TAIL = re.compile(r"(?:©|ⓒ|\(c\)|\(C\))\s*[^\n]{2,120}$")
_BRACKETS_TAIL = re.compile(r"[(\[]([^()\[\]\n]{3,160})[)\]]\.?$")
_TAG_HEAD = re.compile(r"[(\[]([A-Z][\w./& -]{1,28})[)\]]")
_TAG_TAIL = re.compile(r"[(\[—–-]\s?([A-Z][\w./& ]{1,28})[)\]]?$")


@dataclass(frozen=True, slots=True)
class _Signs:
    """The words of a language pack this module asks for."""

    by: re.Pattern[str]
    particles: frozenset[str]
    posts: frozenset[str]
    fillers: frozenset[str]
    agencies: frozenset[str]
    marks: re.Pattern[str]
    credit: re.Pattern[str]
    houses: frozenset[str]
    articles: frozenset[str]


@cache
def _signs(language: str) -> _Signs:
    tables = [lexicon("en").table("publication")]
    if language != "en":
        tables.append(lexicon(language).table("publication"))

    def words(key: str) -> list[str]:
        return [word for table in tables for word in table.get(key, ())]

    def branch(items: list[str]) -> str:
        return "|".join(sorted(map(re.escape, items), key=len, reverse=True)) or "(?!)"

    return _Signs(
        # "ByAnn Lee": pages set name and word apart by style alone.
        by=re.compile(
            rf"(?:{branch(words('by'))})(?:(?!\w)|(?=(?-i:[A-Z][a-z])))[:\s]*", re.IGNORECASE
        ),
        particles=frozenset(words("particles")),
        posts=frozenset(words("posts")),
        fillers=frozenset(
            word for key in _IN_A_DATE_LINE for word in words(key)
        ),
        agencies=frozenset(words("agencies")),
        marks=re.compile(rf"(?<![\w“\"«])(?:{branch(words('caption_marks'))})"),
        credit=re.compile(rf"(?:{branch(words('credit_words'))})(?!\w)", re.IGNORECASE),
        houses=frozenset(words("credit_houses")),
        articles=frozenset(words("articles")),
    )  # fmt: skip


def byline_in(line: Line, language: str = "en") -> Span | None:
    """The names of a line that is nothing but a byline ("By Ann Lee, Staff Writer | 5 May 2024").

    None when the line is anything else. The span covers the names alone.
    """
    if not 1 < line.words <= _LONGEST_BYLINE:
        return None
    signs = _signs(language)
    opening = signs.by.match(line.text)
    if opening is None or opening.end() == len(line.text):
        return None
    rest = line.text[opening.end() :]
    for date in dates_in(rest):
        rest = rest[: date.span.start] + " " * len(date.span) + rest[date.span.end :]
    tokens = list(_TOKEN.finditer(rest))
    if not tokens or not tokens[0].group()[0].isupper():
        return None
    end = 0
    open_name = True
    for token in tokens:
        word = token.group()
        lower = word.lower().rstrip(".")
        if not word[0].isalnum():
            if word in '?!;“”"':
                return None
            open_name = open_name and word in "&,"
            continue
        known = lower in signs.posts or lower in signs.fillers or "@" in word or word[0].isdigit()
        name = word[0].isupper() or lower in signs.particles
        if not known and not name and lower not in ("and", "for", "of", "the", "in", "und", "et"):
            return None
        if open_name and name and lower not in signs.posts and lower not in signs.fillers:
            end = token.end()
        elif lower not in ("and", "und", "et"):
            open_name = False
    if not end or line.text[-1:] in "!?":
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


def is_timestamp(line: Line, language: str = "en") -> bool:
    """Whether a line is nothing but a time of publication."""
    if line.words > 24 or not any(map(str.isdigit, line.text)):
        return False
    dates = dates_in(line.text)
    if not dates:
        return False
    signs = _signs(language)
    position = 0
    rest = []
    for date in dates:
        rest.append(line.text[position : date.span.start])
        position = date.span.end
    rest.append(line.text[position:])
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", " ".join(rest).lower())
    return all(word in signs.fillers for word in words)


def agency_tag(line: Line, *, last: bool, language: str = "en") -> tuple[Span, str] | None:
    """The agency's tag at the head of a paragraph, in its dateline or, in the last, at its end.

    Gives the span of the tag with its brackets and the agency's name.
    """
    signs = _signs(language)
    base = line.span.start
    head = _TAG_HEAD.search(line.text, 0, 60)
    if head is not None and _is_agency(head[1], signs):
        before = line.text[: head.start()].strip()
        after = line.text[head.end() : head.end() + 3].lstrip()
        if (not before and line.words > 8) or (
            before and _is_dateline(before) and after[:1] in ("-", "–", "—", ":")
        ):
            return Span(base + head.start(), base + head.end()), head[1].split("/")[0].strip()
    if last:
        tail = _TAG_TAIL.search(line.text, max(0, len(line.text) - 34))
        if tail is not None:
            before = line.text[: tail.start()]
            bracketed = line.text[tail.start()] in "(["
            if ends_sentence(before) and (
                tail[1] in signs.agencies or (bracketed and tail[1].isupper() and len(tail[1]) <= 8)
            ):
                return Span(base + tail.start(), base + tail.end()), tail[1].strip()
    return None


def _is_agency(words: str, signs: _Signs) -> bool:
    first = words.split("/")[0].strip()
    return first in signs.agencies or (first.isupper() and first.isalpha() and 2 <= len(first) <= 8)


def _is_dateline(text: str) -> bool:
    """Whether a text is a place and perhaps a day, as before an agency's tag."""
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) <= 6 and words[0][0].isupper() and not re.search(r"[.!?]\s", text)


def picture_words(line: Line, language: str = "en") -> list[Cut]:
    """The caption and the credit of a picture that run on inside a line of text."""
    signs = _signs(language)
    text, base = line.text, line.span.start
    cuts: list[Cut] = []
    end = len(text)
    credit = _CREDIT_TAIL.search(text)
    if credit is not None and not in_quotes(text, credit.start()) and _is_credit(text, credit):
        reason = Reason.COPYRIGHT if _YEAR.match(credit.group()) else Reason.PHOTO_CREDIT
        cuts.append(Cut(Span(base + credit.start(), base + len(text)), reason))
        end = credit.start()
    else:
        brackets = _BRACKETS_TAIL.search(text)
        if (
            brackets is not None
            and not in_quotes(text, brackets.start())
            and (
                signs.credit.match(brackets[1])
                or (
                    any(brackets[1].endswith(house) for house in signs.houses)
                    and (
                        "/" in brackets[1]
                        or (brackets[1] in signs.houses and brackets[1] not in signs.agencies)
                    )
                )
            )
        ):
            cuts.append(Cut(Span(base + brackets.start(), base + len(text)), Reason.PHOTO_CREDIT))
            end = brackets.start()
    mark = signs.marks.search(text, 0, end)
    if mark is not None and not in_quotes(text, mark.start()):
        stop = len(text[:end].rstrip())
        if stop > mark.start():
            cuts.insert(0, Cut(Span(base + mark.start(), base + stop), Reason.PHOTO_CAPTION))
    return cuts


def _is_credit(text: str, credit: re.Match[str]) -> bool:
    """Whether a sign at the end of a line credits somebody, and is no "(c)" of a list."""
    words = credit.group().split()
    if credit.group()[0] in "©ⓒ":
        return len(words) <= 14
    return len(words) <= 8 and words[1:2] != [] and words[1][0].isupper() and credit.start() > 0
