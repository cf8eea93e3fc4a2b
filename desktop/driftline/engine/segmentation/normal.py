"""The normal form of a text: what stays of it when typography is taken away, with offsets.

Two texts with the same normal form differ in looks only: in the shape of quotation marks, dashes
and spaces, in ligatures and composed letters, in characters nobody sees.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from driftline.engine.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHAPES = {
    '"': "“”„‟«»〝〞〟＂″",
    "'": "‘’‚‛‹›′＇ʼ`´",
    "-": "‐‑‒–—―−﹘﹣－",
    " ": "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000",
}
_ONE_TO_ONE = {ord(c): plain for plain, shapes in _SHAPES.items() for c in shapes}

#: Characters that show nothing: soft hyphen, zero-width space, joiner and mark, bidi controls.
UNSEEN = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"

# What has another length in the normal form. Composing reaches over a letter and its marks, over
# the parts of a Hangul syllable, and over the few letters that are written twice in Unicode.
_LONGER_OR_SHORTER = regex.compile(
    rf"[{UNSEEN}]+|[ﬀ-ﬆĳĲ…]|[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]+"
    r"|\p{M}+|[\u0340\u0341\u0374\u037e\u0387\u1f71-\u1fff\u2126\u212a\u212b\uf900-\ufaff]"
)
_UNSEEN_RUN = regex.compile(f"[{UNSEEN}]+")


@dataclass(frozen=True, slots=True)
class NormalForm:
    """A text without its typography; `starts` and `ends` map each character to the source."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def source(self, start: int, end: int) -> Span:
        """The span of the source (code points) that a span of the normal text stands for."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


def _changed(piece: str) -> str:
    if piece == "…":
        return "..."
    if piece in "ĳĲ":
        return "ij" if piece == "ĳ" else "IJ"
    if "ﬀ" <= piece <= "ﬆ":
        return unicodedata.normalize("NFKC", piece)
    return unicodedata.normalize("NFC", _UNSEEN_RUN.sub("", piece)).translate(_ONE_TO_ONE)


def fold(text: str) -> str:
    """The normal form alone, without offsets; letters keep their case."""
    if text.isascii():
        return text
    if _LONGER_OR_SHORTER.search(text) is None:
        return text.translate(_ONE_TO_ONE)
    return normal_form(text).text


def normal_form(text: str) -> NormalForm:
    """The normal form of a text with a map to its offsets, in linear time."""
    pieces: list[str] = []
    starts = array("I")
    ends = array("I")
    position = 0
    for match in _LONGER_OR_SHORTER.finditer(text):
        start, end = match.span()
        if start > position and unicodedata.category(text[start])[0] == "M":
            start -= 1  # a mark composes with the letter before it
        plain = text[position:start].translate(_ONE_TO_ONE)
        changed = _changed(text[start:end])
        starts.extend(range(position, start))
        ends.extend(range(position + 1, start + 1))
        starts.extend([start] * len(changed))
        ends.extend([end] * len(changed))
        pieces += (plain, changed)
        position = end
    rest = text[position:].translate(_ONE_TO_ONE)
    if not pieces:
        return NormalForm(rest, range(len(text)), range(1, len(text) + 1))
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return NormalForm("".join([*pieces, rest]), starts, ends)
