"""What signs a story and its pictures: times, agency tags, captions and credits in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from driftline.engine.cleaning.lines import Line, ends_sentence, in_quotes
from driftline.engine.cleaning.packs import packs
from driftline.engine.reading.dates import dates_in
from driftline.engine.records import Cut, Reason, Span

#: Lists of words that may stand in a line that is nothing but a time.
_IN_A_DATE_LINE = ("date_words", "weekdays", "updated", "published")
#: Words of a line that names an agency; characters of a credit at the end of a line.
_SHORT = 6
_LONGEST_CREDIT = 80
#: Characters of a line that is a caption and who took the picture for whom.
_LONGEST_CAPTION = 300
#: "(Ann Lee for the Courier)".
_PERSON_FOR_HOUSE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3},? for (?:[Tt]he )?[A-Z][\w.'’&-]*"
    r"(?: [A-Z][\w.'’&-]*){0,3}"
)
_YEAR = re.compile(r"©\s*(?:Copyright\s*)?(?:19|20)\d\d")
_CREDIT_TAIL = re.compile(r"(?:©|ⓒ|\(c\)|\(C\))\s*[^\n]{2,120}$")
_BRACKETS_TAIL = re.compile(r"[(\[]([^()\[\]\n]{3,160})[)\]]\.?$")
_TAG_HEAD = re.compile(r"(?:[(\[]([^\W\d_][\w./& -]{1,28})[)\]]|/([A-Z][\w ]{1,28})/)\.?")
_TAG_TAIL = re.compile(r"[(\[—–-]\s?([A-Z][\w./& ]{1,28})[)\]]?$|(?<=[.!?”»])\s([A-Z]{2,6})$")


@dataclass(frozen=True, slots=True)
class Signs:
    """The words of a language pack by which signatures are told."""

    by: re.Pattern[str]
    others: re.Pattern[str]
    glued: re.Pattern[str]
    particles: frozenset[str]
    posts: frozenset[str]
    collectives: frozenset[str]
    degrees: frozenset[str]
    months: frozenset[str]
    fillers: frozenset[str]
    agencies: frozenset[str]
    marks: re.Pattern[str]
    credit: re.Pattern[str]
    label: re.Pattern[str]
    houses: frozenset[str]
    articles: frozenset[str]


@cache
def signs_of(language: str) -> Signs:
    """The words by which signatures on a page in a language are told."""
    tables = [pack.table("publication") for pack in packs(language)]

    def words(key: str) -> list[str]:
        return [word for table in tables for word in table.get(key, ())]

    def branch(items: list[str]) -> str:
        return "|".join(sorted(map(re.escape, items), key=len, reverse=True)) or "(?!)"

    return Signs(
        # "ByAnn Lee": pages set name and word apart by style alone.
        by=re.compile(
            rf"(?:{branch(words('by'))})(?:(?!\w)|(?=(?-i:[A-Z][a-z])))[:\s]*", re.IGNORECASE
        ),
        others=re.compile(rf"(?:{branch(words('not_writers'))})(?!\w)", re.IGNORECASE),
        # "Ann LeeStaff Writer": so do name and post, or name and place.
        glued=re.compile(
            rf"(?<=[^\W\d_A-Z])(?:{branch([word.title() for word in words('posts')])})(?!\w)"
            r"|(?<=[a-zß-öø-ÿ]{4})(?<!\bFitz)(?=[A-Z][a-zß-öø-ÿ]{2})"
        ),
        particles=frozenset(words("particles")),
        posts=frozenset(words("posts") + words("collectives")),
        collectives=frozenset(words("collectives")),
        degrees=frozenset(words("degrees")),
        months=frozenset(words("months")),
        fillers=frozenset(
            word for key in _IN_A_DATE_LINE for phrase in words(key) for word in phrase.split()
        ),
        agencies=frozenset(words("agencies")),
        marks=re.compile(rf"(?<![\w“\"«])(?:{branch(words('caption_marks'))})"),
        credit=re.compile(rf"(?:{branch(words('credit_words'))})(?!\w)", re.IGNORECASE),
        # "Boats at the quay. Photo: Ann Lee": a label, then a name.
        label=re.compile(
            rf"[.!?…][\"”’)]?\s+((?i:{branch(words('credit_words'))})\s?:\s?[A-Z](?:[^.!?:]|(?<=[A-Z])\.){{2,60}})\.?$"
        ),
        houses=frozenset(words("credit_houses")),
        articles=frozenset(words("articles")),
    )  # fmt: skip


def is_timestamp(line: Line, language: str = "en") -> bool:
    """Whether a line is nothing but a time of publication."""
    if line.words > 24 or not any(map(str.isdigit, line.text)):
        return False
    dates = dates_in(line.text)
    if not dates:
        return False
    signs = signs_of(language)
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
    signs = signs_of(language)
    base = line.span.start
    head = _TAG_HEAD.search(line.text, 0, 60)
    name = (head[1] or head[2]).split("/")[0].strip() if head is not None else ""
    if head is not None and (name in signs.agencies or (head[1] and _is_agency(name))):
        before = line.text[: head.start()].strip()
        after = line.text[head.end() : head.end() + 3].lstrip()
        if (not before and line.words > 8) or (
            before
            and _is_dateline(before)
            and (after[:1] in ("-", "–", "—", ":") or head.group().startswith("/"))
        ):
            return Span(base + head.start(), base + head.end()), name
    if last:
        tail = _TAG_TAIL.search(line.text, max(0, len(line.text) - 34))
        if tail is not None:
            name = (tail[1] or tail[2]).strip()
            before = line.text[: tail.start()]
            bracketed = line.text[tail.start()] in "(["
            if ends_sentence(before) and (
                name in signs.agencies or (bracketed and name.isupper() and len(name) <= 8)
            ):
                start = tail.start(2) if tail[2] else tail.start()
                return Span(base + start, base + tail.end()), name
    return None


def agency_signing(line: Line, language: str = "en") -> str | None:
    """The agency a short line names as its source: "Reuters", "The Courier with AFP"."""
    if line.words > _SHORT:
        return None
    signs = signs_of(language)
    text = line.text.strip("()[]/. ")
    if text in signs.agencies:
        return text
    rest, _, last = text.rpartition(" ")
    if last in signs.agencies and rest[:1].isupper():
        join = rest.rpartition(" ")[2].lower()
        if any(join in pack.words("publication", "drawing_on") for pack in packs(language)):
            return last
    return None


def _is_agency(word: str) -> bool:
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 8


def _is_dateline(text: str) -> bool:
    """Whether a text is a place and perhaps a day, as before an agency's tag."""
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) <= 6 and words[0][0].isupper() and not re.search(r"[.!?]\s", text)


def picture_words(line: Line, language: str = "en") -> list[Cut]:
    """The caption and the credit of a picture that run on inside a line of text."""
    signs = signs_of(language)
    text, base = line.text, line.span.start
    cuts: list[Cut] = []
    end = len(text)
    credit = _CREDIT_TAIL.search(text)
    if credit is not None and not in_quotes(text, credit.start()) and _is_credit(credit):
        reason = Reason.COPYRIGHT if _YEAR.match(credit.group()) else Reason.PHOTO_CREDIT
        cuts.append(Cut(Span(base + credit.start(), base + len(text)), reason))
        end = credit.start()
    else:
        brackets = _BRACKETS_TAIL.search(text)
        if (
            brackets is not None
            and len(text) <= _LONGEST_CAPTION
            and _PERSON_FOR_HOUSE.fullmatch(brackets[1])
            and ends_sentence(text[: brackets.start()])
        ):
            return [Cut(line.span, Reason.PHOTO_CAPTION)]
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
            labelled = signs.credit.match(brackets[1]) and ":" in brackets[1]
            rest = text[:end].rstrip()
            if labelled and rest and not ends_sentence(rest):
                # A line that ends in a labelled credit and in no full stop tells of a picture.
                cuts.insert(0, Cut(Span(base, base + len(rest)), Reason.PHOTO_CAPTION))
                return cuts
        else:
            label = signs.label.search(text, max(0, len(text) - _LONGEST_CREDIT))
            if label is not None and not in_quotes(text, label.start()):
                cuts.append(Cut(Span(base + label.start(1), base + len(text)), Reason.PHOTO_CREDIT))
                end = label.start(1)
    mark = signs.marks.search(text, 0, end)
    if mark is not None and not in_quotes(text, mark.start()):
        stop = len(text[:end].rstrip())
        if stop > mark.start():
            cuts.insert(0, Cut(Span(base + mark.start(), base + stop), Reason.PHOTO_CAPTION))
    return cuts


def _is_credit(credit: re.Match[str]) -> bool:
    """Whether a sign at the end of a line credits somebody, and is no "(c)" of a list."""
    words = credit.group().split()
    if credit.group()[0] in "©ⓒ":
        return len(words) <= 14
    return len(words) <= 8 and words[1:2] != [] and words[1][0].isupper() and credit.start() > 0
