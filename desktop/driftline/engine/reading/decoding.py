"""Bytes to text: marks, strict UTF-8, UTF-16 and 32 by their zeros, then a guess by chardet."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from driftline.engine.errors import UnreadableError

#: Byte-order marks. Longest mark first: the UTF-32 mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Control characters no writer types; tab, line and page ends, escape and backspace pass.
_CONTROLS = bytes(c for c in range(32) if c not in (8, 9, 10, 12, 13, 27)) + b"\x7f"
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: What is looked at when an encoding must be guessed: enough to be sure, little enough to be quick.
_SAMPLE = 60_000
#: ASCII and the quotation marks, dashes and signs of the Western code page: a text of these alone
#: is English, though so few bytes would let it pass for anything.
_WESTERN_MARKS = bytes(range(128)) + "€‚„…‘’“”•–—™\xa0£§©«®°·»½".encode("cp1252")
#: Encodings that are only names for a part of another: decode with the larger one.
_WIDER = {
    "ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
}
#: Bytes from which on a text in two bytes a character can be told.
_LEAST_WIDE = 32
_WESTERN = "cp1252"
_SAVE = "save it as UTF-8 in the program it was written with"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding it was in, and how many places could not be decoded.

    `others` counts the lines that were in the Western code page, in a text otherwise in UTF-8.
    """

    text: str
    encoding: str
    lost: int = 0
    others: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What the editor should know about the decoding."""
        if self.others:
            rest = f"in another encoding than the rest ({_WESTERN}) and read as such."
            return (
                f"1 line was {rest}" if self.others == 1 else f"{self.others} lines were {rest}",
            )
        if not self.lost:
            return ()
        places = "1 place" if self.lost == 1 else f"{self.lost} places"
        return (
            f"{places} could not be decoded as {self.encoding} and "
            f"{'is' if self.lost == 1 else 'are'} shown as \N{REPLACEMENT CHARACTER}.",
        )


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: more than one in fifty is a control byte."""
    if _marked(data) or _by_zeros(data):
        return False
    return _controls(data) > 1 / 50 and not _wide(data)


def _controls(data: bytes) -> float:
    """The share of control bytes."""
    sample = _sample(data)
    return (len(sample) - len(sample.translate(None, _CONTROLS))) / max(1, len(sample))


def decode(name: str, data: bytes, chosen: str | None = None) -> Decoded:
    """The text of some bytes; a byte-order mark is dropped, line ends are kept.

    `chosen` is an encoding set by hand. Raises UnreadableError when nothing fits.
    """
    if chosen:
        return _as_chosen(name, data, chosen)
    marked = _marked(data)
    if marked:
        mark, encoding = marked
        return _leniently(data[len(mark) :], encoding)
    wide = _by_zeros(data) or _wide(data)
    if wide:
        return _leniently(data, wide)
    for encoding in ("iso2022_jp", "utf-8") if b"\x1b$" in data else ("utf-8",):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    if _mostly_utf8(data):
        return _leniently(data, "utf-8")
    if not data.translate(None, _WESTERN_MARKS):
        return _leniently(data, _WESTERN)
    return _by_lines(data) or _guessed(name, data)


def without_lone_surrogates(text: str) -> str:
    """A text fit to be saved: surrogate pairs joined, each lone surrogate replaced."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in MARKS if data.startswith(mark)), None)


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes stand."""
    sample = data[:4096]
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    share = [sample[i::4].count(0) * 4 / len(sample) for i in range(4)]
    for encoding, zeros, others in (
        ("utf-32-le", (2, 3), (0,)),
        ("utf-32-be", (0, 1), (3,)),
        ("utf-16-le", (1, 3), (0, 2)),
        ("utf-16-be", (0, 2), (1, 3)),
    ):
        least = 0.95 if "32" in encoding else 0.3
        if min(share[i] for i in zeros) < least or max(share[i] for i in others) > 0.02:
            continue
        try:
            sample.decode(encoding)
        except UnicodeDecodeError as error:
            if error.end < len(sample) - 4:
                continue
        return encoding
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, in a script of which few characters have a zero byte.

    Of the two orders of bytes the right one draws on fewer blocks of characters. What is UTF-8 as
    well is taken for it unless it would be control characters for the most part.
    """
    controls = _controls(data)
    if controls <= 1 / 50 or (controls < 1 / 4 and _is_utf8(data)) or len(data) < _LEAST_WIDE:
        return None
    sample = data[: min(4096, len(data) // 2 * 2)]
    found: list[tuple[int, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if sum(_is_written(c) for c in text) >= 0.98 * len(text):
            found.append((len({ord(c) >> 8 for c in text}), encoding))
    return min(found)[1] if found else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_written(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind[0] in "LMNPZ" or character in "\t\r\n"


def _mostly_utf8(data: bytes) -> bool:
    """Whether broken bytes are rare among well-formed UTF-8 sequences: a damaged UTF-8 text."""
    data = _telling(data)
    good = len(_MULTIBYTE.findall(data))
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    rest = _MULTIBYTE.sub(b"", data)
    bad = len(rest) - len(rest.translate(None, bytes(range(128, 256))))
    return good > 0 and bad * 4 <= good and high > bad


def _by_lines(data: bytes) -> Decoded | None:
    """A text put together of lines in UTF-8 and fewer lines in the Western code page."""
    pieces: list[str] = []
    good = others = 0
    for line in data.splitlines(keepends=True):
        try:
            pieces.append(line.decode("utf-8"))
            good += not line.isascii()
        except UnicodeDecodeError:
            pieces.append(line.decode(_WESTERN, "replace"))
            others += 1
    text = "".join(pieces)
    if good <= others or "\N{REPLACEMENT CHARACTER}" in text or not _readable(text):
        return None
    return Decoded(text, "utf-8", others=others)


def _leniently(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = 0
    if "\N{REPLACEMENT CHARACTER}" in text:
        kept = data.decode(encoding, "ignore")
        mark = "\N{REPLACEMENT CHARACTER}"
        lost = text.count(mark) - kept.count(mark)
    return Decoded(text, encoding, lost)


def _as_chosen(name: str, data: bytes, chosen: str) -> Decoded:
    try:
        encoding = codecs.lookup(chosen).name
        b"-".decode(encoding, "replace")  # "hex" and its like are none of a text
    except (LookupError, ValueError):
        known = "utf-8, cp1252 and koi8-r are such names"
        raise UnreadableError(name, f"there is no encoding named {chosen!r}", known) from None
    for mark, marked in MARKS:
        if data.startswith(mark) and encoding.replace("_", "-").startswith(marked[:6].rstrip("-")):
            data = data[len(mark) :]
            encoding = marked
            break
    try:
        return _leniently(data, encoding)
    except (LookupError, ValueError):
        # Codecs such as "idna" exist and are none of a text file.
        raise UnreadableError(name, f"its bytes are not {chosen}", _SAVE) from None


def _guessed(name: str, data: bytes) -> Decoded:
    import chardet  # only for the rare text that is not UTF-8

    sample = _telling(data)
    found = chardet.detect(sample)
    guess = str(found.get("encoding") or "").lower()
    tried = [_WIDER.get(guess, guess)] if guess else []
    for candidate in [*tried, "cp1252"]:
        try:
            text = data.decode(candidate)
        except (LookupError, UnicodeDecodeError):
            continue
        if _readable(text):
            return Decoded(text, codecs.lookup(candidate).name)
    for candidate in tried:
        try:
            decoded = _leniently(data, candidate)
        except LookupError:
            continue
        if decoded.lost * 100 <= len(decoded.text) and _readable(decoded.text):
            return Decoded(decoded.text, codecs.lookup(candidate).name, decoded.lost)
    raise UnreadableError(name, "its characters are in no encoding we can recognise", _SAVE)


def _readable(text: str) -> bool:
    """Whether a decoding gave a text: next to no C1 controls."""
    sample = text[:_SAMPLE]
    return sum("\x80" <= c < "\xa0" for c in sample) * 200 <= len(sample)


def _sample(data: bytes) -> bytes:
    if len(data) <= _SAMPLE:
        return data
    third = _SAMPLE // 3
    middle = len(data) // 2
    return data[:third] + data[middle : middle + third] + data[-third:]


def _telling(data: bytes) -> bytes:
    """The lines of a text that hold more than ASCII: those an encoding can be told by."""
    if len(data) <= _SAMPLE:
        return data
    pieces: list[bytes] = []
    room = _SAMPLE
    position = 0
    while room > 0 and (high := _HIGH.search(data, position)):
        start = data.rfind(b"\n", position, high.start()) + 1 or position
        end = data.find(b"\n", high.end())
        position = len(data) if end < 0 else end + 1
        pieces.append(data[start : min(position, start + room)])
        room -= len(pieces[-1])
    return b"".join(pieces)
