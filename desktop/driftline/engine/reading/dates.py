"""Written dates, with the time and zone that stand beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from driftline.engine.lexicon import languages, lexicon
from driftline.engine.records import Span


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: its span, ISO 8601 as exact as written, and whether day and month could
    change places ("03/04/2024", which is then read day first unless a month above 12 forbids it).
    """

    span: Span
    iso: str
    ambiguous: bool = False

    @property
    def day(self) -> str:
        """The calendar day alone."""
        return self.iso[:10]


_CLOCK = (
    r"(?P<{p}h>[01]?\d|2[0-4])(?:[:.h](?P<{p}m>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?"
    r"(?:\s?(?P<{p}half>[aApP]\.?[mM]\b\.?))?"
    r"(?:\s?(?P<{p}zone>Z\b|[+-]\d\d:?\d\d|(?:UTC|GMT)(?:\s?[+-]\d{{1,2}}(?::?\d\d)?)?|[A-Z]{{2,4}}\b))?"
)


@cache
def _months() -> dict[str, int]:
    return {
        word: number
        for language in languages()
        for word, number in lexicon(language).table("publication").get("months", {}).items()
    }


@cache
def _zones() -> dict[str, str]:
    return dict(lexicon("en").table("publication").get("zones", {}))


@cache
def _dates() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    ordinal = r"(?:st|nd|rd|th|\.|er)?"
    # Pages set name, date and number of comments apart by style alone: "Ann LeeMay 5, 20243 min".
    return re.compile(
        rf"(?:(?<![\w/.-])|(?-i:(?<=[a-z\d])(?=[A-Z]))|(?<=[^\W\d_])(?=[12]\d{{3}}-\d\d-\d\d))(?:"
        rf"(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>0?[1-9]|1[0-2])[-/.](?P<d3>0?[1-9]|[12]\d|3[01])(?!\d)"
        rf"|(?P<y5>(?:19|20)\d\d)\s?[年년]\s?(?P<m5>\d\d?)\s?[月월]\s?(?P<d5>\d\d?)\s?[日일]"
        rf"|(?P<d1>0?[1-9]|[12]\d|3[01]){ordinal}[\s-]*(?:of\s|de\s)?(?P<m1>{month})\.?,?[\s-]*(?:del?\s)?(?P<y1>(?:19|20)\d\d)"
        rf"|(?P<m2>{month})\.?\s*(?P<d2>0?[1-9]|[12]\d|3[01]){ordinal},?\s*(?P<y2>(?:19|20)\d\d)"
        rf"|(?P<a4>\d\d?)(?P<sep>[./-])(?P<b4>\d\d?)(?P=sep)(?P<y4>(?:19|20)?\d\d)(?![\d/.-])"
        rf")",
        re.IGNORECASE,
    )


_AFTER = re.compile(
    r"T(?=\d)|\s*(?:,|\||-|–|—|·|•|@|/|\()?\s*(?:at|um|à|a las|um ca\.|,)?\s*(?=\d)", re.IGNORECASE
)
_CLOCK_AFTER = re.compile(_CLOCK.format(p=""))
_CLOCK_BEFORE = re.compile(
    _CLOCK.format(p="") + r"\s*(?:,|\||-|–|—|·|•|on|\)|Uhr,?)?\s*(?:[A-Za-zäéû]{2,10}\.?,?\s+)?$"
)


def dates_in(
    text: str, start: int = 0, end: int | None = None, *, day_first: bool = False
) -> list[WrittenDate]:
    """All written dates of a stretch of text, in order, each with the time that belongs to it.

    `day_first` tells how "03/04/2024" is read where both orders are possible.
    """
    found = []
    for match in _dates().finditer(text, start, len(text) if end is None else end):
        date = _read(text, match, day_first)
        if date is not None:
            found.append(date)
    return found


def _read(text: str, match: re.Match[str], day_first: bool) -> WrittenDate | None:
    ambiguous = False
    named = match.groupdict()
    if named["y3"]:
        year, month, day = int(named["y3"]), int(named["m3"]), int(named["d3"])
    elif named["y5"]:
        year, month, day = int(named["y5"]), int(named["m5"]), int(named["d5"])
    elif named["y1"]:
        year, month, day = int(named["y1"]), _months()[named["m1"].lower()], int(named["d1"])
    elif named["y2"]:
        year, month, day = int(named["y2"]), _months()[named["m2"].lower()], int(named["d2"])
    else:
        first, second, year = int(named["a4"]), int(named["b4"]), int(named["y4"])
        if len(named["y4"]) == 2:
            if named["sep"] == "-":
                return None
            year += 2000 if year < 70 else 1900
        day, month = first, second
        if named["sep"] == "/" and first <= 12:
            # With slashes the American order is the more frequent on the English web.
            ambiguous = second <= 12 and first != second
            if not (day_first and second <= 12):
                day, month = second, first
        elif month > 12:
            day, month = second, first
    if not (1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    iso = f"{year:04d}-{month:02d}-{day:02d}"
    start, stop = match.span()
    clock, clock_span = _clock(text, start, stop)
    if clock_span is not None:
        start, stop = min(start, clock_span.start), max(stop, clock_span.end)
    return WrittenDate(Span(start, stop), iso + clock, ambiguous)


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _clock(text: str, start: int, stop: int) -> tuple[str, Span | None]:
    """The time of day beside a date: after it, else before it, on the same line."""
    glue = _AFTER.match(text, stop)
    if glue is not None and "\n" not in glue.group():
        match = _CLOCK_AFTER.match(text, glue.end())
        written = match and _written_clock(match)
        if match and written:
            return written, Span(stop, match.end())
    line = text.rfind("\n", max(0, start - 40), start) + 1
    before = text[max(line, start - 40) : start]
    match = _CLOCK_BEFORE.search(before)
    written = match and _written_clock(match)
    if match and written:
        offset = start - len(before)
        return written, Span(offset + match.start(), start)
    return "", None


def _written_clock(match: re.Match[str]) -> str:
    hour, minute, half = int(match["h"]), match["m"], match["half"]
    if minute is None and half is None:
        return ""
    if half:
        if hour > 12 or hour == 0:
            half = None
        elif half[0].lower() == "p":
            hour = hour % 12 + 12
        else:
            hour %= 12
    if hour > 23:
        return ""
    return f"T{hour:02d}:{int(minute or 0):02d}" + _zone(match["zone"] or "")


def _zone(written: str) -> str:
    if not written:
        return ""
    known = _zones().get(written.lower())
    if known:
        return known
    offset = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", written)
    if offset:
        return f"{offset[1]}{int(offset[2]):02d}:{offset[3] or '00'}"
    return ""
