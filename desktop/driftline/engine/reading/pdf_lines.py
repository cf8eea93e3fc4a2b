"""The lines of a PDF page: what is written where.

PDFium's order of characters is kept, for it follows columns well, except on pages with
right-to-left script: these it turns round whole, so their lines are put together by position.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

from driftline.engine.reading.decoding import without_lone_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterator

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
#: What PDFium writes for a hyphen at the end of a line.
_LINE_HYPHENS = (0xFFFE, 0x02)
_BULLET = re.compile(r"^[•‣▪▫◦●○■□◆◇–—*·⁃∙\uf0b7\uf0a7-]\s+(?=\S)")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_DROPPED = dict.fromkeys((0x00, 0x02, 0xFFFE, 0xFFFF), None)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `left`, `right` and `base` (height of its base line) in points from below left.

    Lines that are read from right to left have both sides negated, so that a text always begins at
    `left`. `size` is the height of its characters' boxes, `first_word` the width of its first
    word, `start` where the text begins after a bullet. `hyphen` when its last word goes on in the
    next line.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    start: float
    first_word: float
    hyphen: bool = False
    bullet: bool = False
    bold: bool = False
    leftward: bool = False


@dataclass(frozen=True, slots=True)
class _Char:
    code: int
    left: float
    right: float
    low: float
    high: float
    base: float


class _Boxes:
    """Asks PDFium where the characters of a text page stand."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._page = textpage
        self._rect = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._turn: int | None = 0

    def codes(self) -> list[int]:
        count = self._raw.FPDFText_CountChars(self._page)
        unicode = self._raw.FPDFText_GetUnicode
        return [unicode(self._page, i) for i in range(count)]

    def char(self, index: int, code: int) -> _Char:
        self._raw.FPDFText_GetLooseCharBox(self._page, index, self._rect)
        self._raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        left, low = self._turned(self._rect.left, self._rect.bottom)
        right, high = self._turned(self._rect.right, self._rect.top)
        base = self._turned(self._x.value, self._y.value)[1]
        left, right, low, high = min(left, right), max(left, right), min(low, high), max(low, high)
        return _Char(code, left, right, low, high, base)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """A place as it is when what counts as upright is upright."""
        match self._turn:
            case 1:
                return -y, x
            case 2:
                return -x, -y
            case 3:
                return y, -x
        return x, y

    def made_up(self, index: int) -> bool:
        """Whether PDFium put a character there which the file does not have."""
        return bool(self._raw.FPDFText_IsGenerated(self._page, index) == 1)

    def find_upright(self, codes: list[int]) -> None:
        """Takes the way most characters stand as upright: pages are turned, and so is text."""
        visible = [i for i, code in enumerate(codes) if code > 32]
        sample = visible[:: len(visible) // 100 + 1]
        turns = Counter(self._turn_of(index) for index in sample)
        self._turn = max((0, 1, 2, 3, None), key=lambda turn: turns[turn])

    def upright(self, index: int) -> bool:
        """Whether a character stands as most of the page does; all do where text is askew."""
        return self._turn is None or self._turn_of(index) == self._turn

    def _turn_of(self, index: int) -> int | None:
        """A character's angle in quarter turns clockwise; None when it is askew."""
        quarters = self._raw.FPDFText_GetCharAngle(self._page, index) / (math.pi / 2)
        turn = round(quarters)
        return turn % 4 if abs(quarters - turn) < 0.12 else None

    def bold(self, index: int) -> bool:
        name = ctypes.create_string_buffer(128)
        self._raw.FPDFText_GetFontInfo(self._page, index, name, 128, None)
        return b"bold" in name.value.lower() or b"black" in name.value.lower()


def lines_of(textpage: Any) -> list[Line]:
    """The upright lines of a page in reading order."""
    boxes = _Boxes(textpage)
    codes = boxes.codes()
    boxes.find_upright(codes)
    text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
    if _RIGHT_TO_LEFT.search(text):
        return [line for line in _by_position(boxes, codes) if line.text]
    lines = [line for line in _as_given(boxes, codes) if line.text]
    upward = sum(b.base > a.base for a, b in itertools.pairwise(lines))
    if upward * 3 > len(lines) * 2:  # as PDFium gives pages of text that was turned
        lines.reverse()
    return _whole(lines)


def _whole(lines: list[Line]) -> list[Line]:
    """Lines that PDFium broke at a raised or lowered character put together again."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is None or not _continues(last, line):
            found.append(line)
            continue
        gap = " " if line.left - last.right > 0.14 * last.size else ""
        found[-1] = replace(
            last,
            text=f"{last.text}{gap}{line.text}",
            right=line.right,
            size=max(last.size, line.size),
            base=last.base if last.size >= line.size else line.base,
            hyphen=line.hyphen,
        )
    return found


def _continues(last: Line, line: Line) -> bool:
    size = max(last.size, line.size)
    beside = -0.2 * size < line.left - last.right < 0.6 * size
    return (
        beside and abs(line.base - last.base) < 0.5 * size and not last.hyphen and not line.bullet
    )


def _as_given(boxes: _Boxes, codes: list[int]) -> Iterator[Line]:
    start = 0
    for end in range(len(codes) + 1):
        last = end == len(codes)
        if not last and codes[end] not in (10, 13, *_LINE_HYPHENS):
            continue
        visible = [i for i in range(start, end) if codes[i] > 32 and codes[i] != 0xA0]
        if visible and boxes.upright(visible[0]):
            yield _line(boxes, codes, visible, range(start, end), (not last and codes[end] > 13)
                        or (not last and codes[end] == 2))  # fmt: skip
        start = end + 1


def _line(boxes: _Boxes, codes: list[int], visible: list[int], span: range, hyphen: bool) -> Line:
    first = boxes.char(visible[0], codes[visible[0]])
    last = boxes.char(visible[-1], codes[visible[-1]])
    middle = boxes.char(visible[len(visible) // 2], codes[visible[len(visible) // 2]])
    text = _tidy(codes[i] for i in span)
    bullet = _BULLET.match(text)
    begin = visible[1] if bullet and len(visible) > 1 else visible[0]
    word_end = begin
    while word_end + 1 in span and codes[word_end + 1] > 32 and word_end - begin < 40:
        word_end += 1
    word_start = boxes.char(begin, codes[begin])
    word = boxes.char(word_end, codes[word_end])
    if _unspaced(codes[begin]):
        word = word_start
    return Line(
        text[bullet.end() :] if bullet else text,
        first.left,
        last.right,
        middle.base,
        abs(middle.high - middle.low),
        word_start.left,
        word.right - word_start.left,
        hyphen,
        bool(bullet),
        boxes.bold(visible[0]) and boxes.bold(visible[-1]),
    )


def _tidy(codes: Any) -> str:
    text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
    return without_lone_surrogates(text).translate(_DROPPED).translate(_LIGATURES).strip()


def _unspaced(code: int) -> bool:
    """Whether a character belongs to a script that sets no spaces between words."""
    return 0x2E80 <= code < 0xAC00 or 0xF900 <= code < 0xFB00 or 0x20000 <= code < 0x32000


# ----------------------------------------------------------- lines with right-to-left script


def _by_position(boxes: _Boxes, codes: list[int]) -> Iterator[Line]:
    chars = [
        (boxes.char(index, code), index)
        for index, code in enumerate(codes)
        if code not in (10, 13) and not boxes.made_up(index) and boxes.upright(index)
    ]
    chars.sort(key=lambda entry: -entry[0].base)
    rows: list[list[tuple[_Char, int]]] = []
    for char, index in chars:
        size = max(abs(char.high - char.low), 4.0)
        if not rows or rows[-1][0][0].base - char.base > size / 3:
            rows.append([])
        rows[-1].append((char, index))
    pieces = [piece for row in rows for piece in _between_gutters(row)]
    pieces.sort(key=lambda piece: min(index for _, index in piece))
    for piece in pieces:
        if any(char.code > 32 for char, _ in piece):
            yield _placed_line([char for char, _ in sorted(piece, key=lambda entry: entry[1])])


def _between_gutters(row: list[tuple[_Char, int]]) -> list[list[tuple[_Char, int]]]:
    """A row cut where a gap is too wide for one between words: columns stand beside each other."""
    row = sorted(row, key=lambda entry: entry[0].left)
    pieces = [row[:1]]
    right = row[0][0].right
    for char, index in row[1:]:
        if char.left - right > 1.5 * max(abs(char.high - char.low), 4.0):
            pieces.append([])
        pieces[-1].append((char, index))
        right = max(right, char.right)
    return pieces


def _placed_line(row: list[_Char]) -> Line:
    sizes = [abs(char.high - char.low) for char in row if char.code > 32]
    size = median(sizes)
    visible = [char for char in row if char.code > 32 and char.code != 0xA0]
    text, leftward = _logical(row, size)
    hyphen = bool(row) and any(char.code in _LINE_HYPHENS for char in row)
    bullet = _BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    left = min(char.left for char in visible)
    right = max(char.right for char in visible)
    word = len(text.split(" ", 1)[0]) if not _unspaced(ord(text[0]) if text else 0) else 1
    width = (right - left) * word / max(len(text), 1)
    if leftward:
        left, right = -right, -left
    return Line(
        text, left, right, median(char.base for char in visible), size, left, width, hyphen,
        bool(bullet), leftward=leftward,
    )  # fmt: skip


def _logical(row: list[_Char], size: float) -> tuple[str, bool]:
    """A line's text in the order it is read, and whether that is from right to left."""
    seen = _clusters(row, size)
    kinds = [_direction(cluster) for cluster in seen]
    leftward = kinds.count("R") > kinds.count("L")
    main, other = ("R", "L") if leftward else ("L", "R")
    if leftward:
        seen.reverse()
        kinds.reverse()
    pieces: list[str] = []
    index = 0
    while index < len(seen):
        if kinds[index] != other and not (main == "R" and kinds[index] == "N"):
            pieces.append(_spelled(seen[index], kinds[index]))
            index += 1
            continue
        end = index + 1  # a run against the main direction, with what stands between its parts
        for at in range(index + 1, len(seen)):
            if kinds[at] == other or (kinds[at] == "N" and main == "R"):
                end = at + 1
            elif kinds[at] == main:
                break
        pieces += _turned(seen[index:end], kinds[index:end])
        index = end
    text = without_lone_surrogates("".join(pieces)).translate(_DROPPED)
    return re.sub(" +", " ", text).strip(), leftward


def _turned(run: list[list[_Char]], kinds: list[str]) -> list[str]:
    """A run read the other way; numbers inside right-to-left script keep their way."""
    turned: list[str] = []
    digits: list[str] = []
    for cluster, kind in zip(reversed(run), reversed(kinds), strict=True):
        if kind == "N" and "R" in kinds:
            digits.insert(0, _spelled(cluster, kind))
            continue
        turned += digits
        digits = []
        turned.append(_spelled(cluster, kind))
    return turned + digits


def _clusters(row: list[_Char], size: float) -> list[list[_Char]]:
    """What stands at one place together, from left to right; gaps become spaces."""
    letters = [c for c in row if not unicodedata.combining(_as_char(c))]
    marks = [c for c in row if unicodedata.combining(_as_char(c))]
    clusters: list[list[_Char]] = []
    for char in sorted(letters, key=lambda c: c.left):
        if clusters and _same_place(clusters[-1][0], char):
            clusters[-1].append(char)
        else:
            if clusters and char.left - max(c.right for c in clusters[-1]) > 0.14 * size:
                edge = clusters[-1][-1]
                clusters.append([_Char(32, edge.right, char.left, edge.low, edge.high, edge.base)])
            clusters.append([char])
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        home = min(
            (cluster for cluster in clusters if cluster[0].code > 32),
            key=lambda cluster: abs((cluster[0].left + cluster[0].right) / 2 - middle),
            default=None,
        )
        if home is None:
            clusters.append([mark])
        else:
            home.insert(0, mark)  # what shares a place is turned round when it is spelled
    return clusters


def _same_place(one: _Char, other: _Char) -> bool:
    return abs(one.left - other.left) < 0.05 and abs(one.right - other.right) < 0.05


def _as_char(char: _Char) -> str:
    return chr(char.code) if char.code < 0x110000 else "\ufffd"


def _direction(cluster: list[_Char]) -> str:
    kinds = {unicodedata.bidirectional(_as_char(char)) for char in cluster}
    if kinds & {"R", "AL"}:
        return "R"
    if kinds & {"EN", "AN"}:
        return "N"
    return "L" if "L" in kinds else "-"


def _spelled(cluster: list[_Char], kind: str) -> str:
    """The characters of one place in reading order: right-to-left ones come reversed."""
    chars = [_as_char(char) for char in cluster]
    if len(chars) == 2 and "\udc00" <= chars[0] <= "\udfff":
        chars.reverse()  # the halves of one character
    return "".join(reversed(chars) if kind == "R" else chars)
