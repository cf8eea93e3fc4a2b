"""Texts as a reader can see them: controls pictured, white space folded or named, directions."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.report.locale import Locale

#: Stands for a cut character in texts of the source's own length; it is dropped before showing.
CUT = "\x00"

_WHITE = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
EDGE = " \t\n\r\f\v\x85\u2028\u2029\u00a0\u202f\u200b\ufeff" + CUT

#: Control characters have pictures of the same length, so offsets stay.
PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r\f\v"}
PICTURES |= {0x7F: 0x2421} | {code: 0xFFFD for code in range(0x80, 0xA0) if code != 0x85}
PICTURES |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)

#: Overrides of the writing direction can make a text look like another: they are written out.
OVERRIDES = {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
OVERRIDES |= {0xFEFF: "", ord(CUT): ""}

_SPACES = {
    " ": "space",
    "\t": "tab",
    "\n": "line break",
    "\r": "line break",
    "\u00a0": "no-break space",
    "\u202f": "narrow no-break space",
    "\u2009": "thin space",
    "\u200a": "hair space",
    "\u2002": "en space",
    "\u2003": "em space",
    "\u3000": "wide space",
    "\u200b": "zero-width space",
    "\u00ad": "soft hyphen",
    "\ufeff": "byte-order mark",
}


def shown(text: str) -> str:
    """A text for reading: white space folded, what cannot be seen written out."""
    if not text.isprintable():
        text = text.translate(PICTURES).translate(OVERRIDES)
    return spaced(text).strip(" ")


def spaced(text: str) -> str:
    """The text with white space folded; most texts hold none but single spaces."""
    return text if text.isprintable() and "  " not in text else _WHITE.sub(" ", text)


def named(text: str, say: Locale) -> str:
    """Like `shown`, but a text of white space alone is named: [no-break space]."""
    if not text or text.strip(EDGE + "".join(_SPACES)):
        return shown(text)
    names = [say(_SPACES.get(char, f"U+{ord(char):04X}")) for char in text.replace("\r\n", "\n")]
    if len(names) > 3 and len(set(names)) == 1:
        return f"[{len(names)} × {names[0]}]"
    return " ".join(f"[{name}]" for name in names[:3]) + (" …" if len(names) > 3 else "")


def direction(text: str) -> str:
    """The writing direction of a paragraph, by its first strong character."""
    if text.isascii():
        return "ltr"
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return "ltr"
        if kind in ("R", "AL"):
            return "rtl"
    return "ltr"
