"""Lines of PDF pages to the blocks of a story: paragraphs, headings, lists, running heads."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.records import Role

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Page
    from driftline.engine.reading.pdf_lines import Line

_FURNITURE = ("page-furniture",)
_NUMBER = re.compile(r"\d+")
#: A line that is nothing but a page number: "7", "- 7 -", "Page 7", "7 / 12", "Seite 7 von 12".
_PAGE_NUMBER = re.compile(r"^\W*(?:[^\W\d]+\W+)?(?:#|[ivxlc]+)(?:\s*(?:/|[^\W\d]+)\s*#)?\W*$", re.I)
#: What browsers print above and below a page: the day and hour with its title, its address.
_PRINTED = re.compile(r"^#[./-]#[./-]#,? #:#|^https?://\S+(?: +#/#)?$", re.I)
_ENDS = re.compile(r"[.!?…。！？؟:;][\"'”’»)\]]*$")
_NUMBERED = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, and whether a page or column ended before each."""

    lines: list[Line]
    role: Role = Role.BODY
    furniture: bool = False


def write_blocks(page: Page, pages: list[list[Line]]) -> None:
    """Writes the lines of all pages as blocks; running heads and page numbers keep their hint."""
    body = _body_size(pages)
    furniture = _furniture(pages, body)
    words = _vocabulary(pages)
    waiting: list[str] = []
    paragraphs: list[_Paragraph | str] = []
    for number, lines in enumerate(pages):
        kept = [line for i, line in enumerate(lines) if (number, i) not in furniture]
        cut = [line.text for i, line in enumerate(lines) if (number, i) in furniture]
        for index, paragraph in enumerate(_paragraphs(kept, body)):
            previous = next((p for p in reversed(paragraphs) if isinstance(p, _Paragraph)), None)
            if index == 0 and previous and _goes_on(previous, paragraph, body):
                previous.lines += paragraph.lines
            else:
                paragraphs += waiting
                waiting = []
                paragraphs.append(paragraph)
        waiting += cut
    paragraphs += waiting
    _name_roles([p for p in paragraphs if isinstance(p, _Paragraph)], body)
    for entry in paragraphs:
        if isinstance(entry, str):
            page.add(entry, Role.BODY, _FURNITURE)
        else:
            text = _joined(entry.lines, words)
            if entry.role is Role.LIST:
                text = _NUMBERED.sub("", text)
            page.add(text, entry.role)


def _body_size(pages: list[list[Line]]) -> float:
    """The size most characters have."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sorted(sizes), key=lambda size: sizes[size], default=1.0) or 1.0


# ------------------------------------------------------------------- running heads, page numbers


def _furniture(pages: list[list[Line]], body: float) -> set[tuple[int, int]]:
    """The running heads, running feet and page numbers: (page, line) each."""
    places: dict[str, list[tuple[int, int]]] = {}
    for number, lines in enumerate(pages):
        for index in _margins(lines):
            pattern = _NUMBER.sub("#", lines[index].text.casefold())
            places.setdefault(pattern, []).append((number, index))
    found: set[tuple[int, int]] = set()
    for pattern, where in places.items():
        on = len({number for number, _ in where})
        if on >= 2 and (on * 3 >= len(pages) or on >= 4):
            heights = [pages[number][index].base for number, index in where]
            middle = median(heights)
            found.update(
                place
                for place, height in zip(where, heights, strict=True)
                if abs(height - middle) < 2 * body
            )
        elif _PAGE_NUMBER.match(pattern) or _PRINTED.match(pattern):
            found.update(p for p in where if _stands_apart(pages[p[0]], p[1], body))
    return found | _pieces_of(found, pages, places)


def _pieces_of(
    found: set[tuple[int, int]],
    pages: list[list[Line]],
    places: dict[str, list[tuple[int, int]]],
) -> set[tuple[int, int]]:
    """Parts of running heads that stand as lines of their own on some pages."""
    known = [pages[number][index] for number, index in sorted(found)][:200]
    return {
        (number, index)
        for where in places.values()
        for number, index in where
        if any(
            abs(head.base - pages[number][index].base) < 2
            and pages[number][index].text in head.text
            for head in known
        )
    }


def _margins(lines: list[Line]) -> list[int]:
    """The two highest and the two lowest lines of a page."""
    order = sorted(range(len(lines)), key=lambda i: -lines[i].base)
    heights: list[float] = []
    for index in order:
        if not heights or heights[-1] - lines[index].base > 1:
            heights.append(lines[index].base)
    if len(heights) < 3:
        return []
    upper, lower = heights[min(1, len(heights) - 2)], heights[-2]
    return [i for i in order if lines[i].base >= upper - 1 or lines[i].base <= lower + 1]


def _stands_apart(lines: list[Line], index: int, body: float) -> bool:
    base = lines[index].base
    return all(abs(other.base - base) > 1.6 * body or other is lines[index] for other in lines)


# ------------------------------------------------------------------- paragraphs


def _paragraphs(lines: list[Line], body: float) -> list[_Paragraph]:
    """The paragraphs of one page."""
    found: list[_Paragraph] = []
    for run in _runs(lines):
        leading = _leading(run, body)
        edges = _edges(run, leading)
        for index, line in enumerate(run):
            if index:
                new = _breaks(found[-1], run[index - 1], line, edges[index - 1], leading, body)
            else:
                new = not found or not _goes_on(found[-1], _Paragraph([line]), body)
            if new:
                found.append(_Paragraph([line]))
            else:
                found[-1].lines.append(line)
    return found


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Stretches of lines that go down the page in one column."""
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last and line.base < last.base - 1 and line.left < last.right and line.right > last.left:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _leading(run: list[Line], body: float) -> float:
    steps = [
        a.base - b.base
        for a, b in itertools.pairwise(run)
        if abs(a.size - b.size) < 0.1 * body and 0 < a.base - b.base < 2.5 * body
    ]
    if not steps:
        return 1.1 * body
    steps.sort()
    return steps[len(steps) // 3]  # the smaller steps are those inside paragraphs


def _edges(run: list[Line], leading: float) -> list[float]:
    """For each line how far to the right its neighbours above and below reach."""
    edges: list[float] = []
    start = 0
    for index in range(1, len(run) + 1):
        if index == len(run) or run[index - 1].base - run[index].base > 1.25 * leading:
            edges += [max(line.right for line in run[start:index])] * (index - start)
            start = index
    return edges


def _breaks(
    paragraph: _Paragraph, before: Line, line: Line, edge: float, leading: float, body: float
) -> bool:
    """Whether a new paragraph begins with a line."""
    if before.hyphen:
        return False
    if line.bullet or abs(line.size - before.size) > 0.12 * body:
        return True
    numbered = _NUMBERED.match(line.text)
    if numbered and (_NUMBERED.match(paragraph.lines[0].text) or numbered.group(1) == "1"):
        return True
    large = max(line.size / body, 1.0)
    if before.base - line.base > 1.25 * leading * large:
        return True
    if large > 1.12:
        return False
    if line.bold != before.bold and before.right + line.first_word + 0.6 * body < edge:
        return True
    ragged_start = line.leftward and abs(line.right - before.right) < 0.5 * body
    indented = line.start - before.start > 0.7 * body and not ragged_start
    if indented and not _NUMBERED.match(before.text):
        return True
    return _short(before, line, edge, body)


def _short(before: Line, line: Line, edge: float, body: float) -> bool:
    """Whether a line was ended on purpose: the next word had room and a sentence was complete.

    Text set ragged leaves room too, so an open sentence counts only in a line half empty.
    """
    if before.right + line.first_word + 0.6 * body >= edge:
        return False
    return bool(_ENDS.search(before.text)) or before.right - before.left < (edge - before.left) / 2


def _goes_on(before: _Paragraph, after: _Paragraph, body: float) -> bool:
    """Whether a paragraph runs on over the end of a page or column."""
    last, first = before.lines[-1], after.lines[0]
    if last.hyphen:
        return True
    if abs(first.size - last.size) > 0.12 * body or last.size > 1.12 * body:
        return False
    if first.bullet or first.bold != last.bold or first.leftward != last.leftward:
        return False
    return (
        not _ENDS.search(last.text) and not _NUMBERED.match(first.text) and last.size < 1.12 * body
    )


def _name_roles(paragraphs: list[_Paragraph], body: float) -> None:
    """Headline, subheadings and lists by size, weight and marks."""
    large = [p for p in paragraphs if _size(p) > 1.12 * body and len(_plain(p)) < 400]
    headline = max(large[:5], key=_size, default=None)
    expected = 1
    for paragraph in paragraphs:
        first = paragraph.lines[0]
        numbered = _NUMBERED.match(first.text)
        if paragraph is headline:
            paragraph.role = Role.HEADLINE
        elif any(paragraph is p for p in large) or _bold_heading(paragraph):
            paragraph.role = Role.SUBHEADING
        elif first.bullet:
            paragraph.role = Role.LIST
        elif numbered and int(numbered.group(1)) == expected:
            expected += 1
            if expected > 2 or _second_follows(paragraphs, paragraph):
                paragraph.role = Role.LIST
            continue
        expected = 1


def _second_follows(paragraphs: list[_Paragraph], paragraph: _Paragraph) -> bool:
    at = next(i for i, p in enumerate(paragraphs) if p is paragraph) + 1
    return at < len(paragraphs) and bool(re.match(r"2[.)]\s", paragraphs[at].lines[0].text))


def _size(paragraph: _Paragraph) -> float:
    return median(line.size for line in paragraph.lines)


def _plain(paragraph: _Paragraph) -> str:
    return " ".join(line.text for line in paragraph.lines)


def _bold_heading(paragraph: _Paragraph) -> bool:
    text = _plain(paragraph)
    return all(line.bold for line in paragraph.lines) and len(text) < 120 and text[-1] not in ".,;"


# ------------------------------------------------------------------- words over line ends


def _vocabulary(pages: list[list[Line]]) -> frozenset[str]:
    """The words that stand inside lines, by which a divided word is judged."""
    return frozenset(
        word.casefold()
        for lines in pages
        for line in lines
        for word in re.findall(r"[\w-]+", line.text)
    )


def _joined(lines: list[Line], words: frozenset[str]) -> str:
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        if before.hyphen:
            text += _link(text, line.text, words) + line.text
        elif text.endswith("-") and len(text) > 1 and text[-2].isalnum():
            text = text[:-1] + _link(text[:-1], line.text, words) + line.text
        elif _wide(text[-1]) and _wide(line.text[0]):
            text += line.text
        else:
            text += " " + line.text
    return text


def _link(before: str, after: str, words: frozenset[str]) -> str:
    """The hyphen between two halves of a word, or nothing where the line's end put it there."""
    first = re.search(r"[\w-]*$", before)
    second = re.match(r"[\w-]*", after)
    left = first.group().casefold() if first else ""
    right = second.group().casefold() if second else ""
    if left + right in words:
        return ""
    if f"{left}-{right}" in words or not right or not right[0].islower() or "-" in left:
        return "-"
    if after[:1].isupper() or left in lexicon("en").words("hyphenation", "prefixes"):
        return "-"
    return ""


def _wide(character: str) -> bool:
    """Whether a character belongs to a script that sets no spaces between words."""
    code = ord(character)
    return 0x2E80 <= code < 0xAC00 or 0xF900 <= code < 0xFB00 or 0xFF00 <= code < 0xFFF0
