"""Which characters the fonts at hand can show, and what stands in for those none can.

A PDF that claims PDF/A may not hold a character without a glyph, so this is settled before the
pages are set. The bundled fonts come first; fonts of the system are asked only for what these lack.
"""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from driftline import assets

if TYPE_CHECKING:
    from collections.abc import Iterable

SERIF = (
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif Devanagari",
    "Noto Sans Symbols2",
    "Libertinus Serif",
)
SANS = ("Noto Sans", *SERIF)

_BUNDLED = (
    "NotoSerif-Regular.ttf",
    "NotoSans-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifDevanagari-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
)

#: What the typesetter's own built-in serif adds to the bundled fonts: arrows, operators, numerals.
_BUILT_IN = (
    (0x2160, 0x2183),
    (0x2190, 0x219B),
    (0x2200, 0x220D),
    (0x220F, 0x2211),
    (0x2213, 0x2217),
    (0x221A, 0x222E),
    (0x2245, 0x2245),
    (0x2260, 0x2262),
    (0x2264, 0x2265),
    (0x2282, 0x2285),
    (0x2295, 0x2298),
)

#: The regional cut of a Chinese, Japanese or Korean font family that a language is read in.
_REGIONS = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "HK", "zh": "SC"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters of one font as sorted ranges, both ends inclusive."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, code: int) -> bool:
        place = bisect_right(self.starts, code) - 1
        return place >= 0 and code <= self.ends[place]


@dataclass(frozen=True, slots=True)
class FontPlan:
    """How a text will be shown.

    `families` are system font families needed beside the bundled ones, `missing` the characters
    no font has, in order of code point.
    """

    families: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def sentence(self) -> str:
        """What a reader of the report should know about characters no font shows, or ""."""
        if not self.missing:
            return ""
        scripts = sorted({_script(char) for char in self.missing})
        names = ", ".join(scripts[:4]) + (" and others" if len(scripts) > 4 else "")
        return (
            f"No font on this computer shows {len(self.missing)} of the characters ({names}); "
            "each is printed as its code, for example "
            f"[U+{ord(self.missing[0]):04X}]. Install a Noto font for the script and export again."
        )

    def readable(self, text: str) -> str:
        """The text with every missing character written as its code."""
        if not self.missing:
            return text
        return text.translate({ord(char): f"[U+{ord(char):04X}]" for char in self.missing})


def plan_fonts(characters: Iterable[str], language: str = "") -> FontPlan:
    """Chooses fonts for a set of characters; `language` prefers a regional cut of Han letters."""
    wanted = sorted(char for char in characters if not _ignorable(char))
    # What a private character looks like is up to one font: its code says more.
    private = tuple(char for char in wanted if unicodedata.category(char) == "Co")
    wanted = [char for char in wanted if char not in private]
    for name in _BUNDLED:
        if not wanted:
            return FontPlan((), private)
        font = coverage(str(assets.path("fonts", name)), 0)
        wanted = [char for char in wanted if ord(char) not in font]
    wanted = [c for c in wanted if not any(low <= ord(c) <= high for low, high in _BUILT_IN)]
    if not wanted:
        return FontPlan((), private)
    families: list[str] = []
    for family, path, index in _system_fonts(_REGIONS.get(language.lower(), "SC")):
        font = coverage(path, index)
        left = [char for char in wanted if ord(char) not in font]
        if len(left) < len(wanted):
            families.append(family)
            wanted = left
        if not wanted:
            break
    return FontPlan(tuple(families), tuple(sorted((*wanted, *private))))


@cache
def _system_fonts(region: str) -> tuple[tuple[str, str, int], ...]:
    """Upright text fonts of the system, the likeliest first: family, path, index."""
    import typst

    found = {
        (info.family, info.path or "", info.index)
        for info in typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
        if info.path and str(info.style) == "normal" and info.weight == 400
    }

    def order(
        font: tuple[str, str, int],
    ) -> tuple[bool, bool, bool, bool, bool, bool, str, str, int]:
        family, path, index = font
        east = "CJK" in family
        return (
            "Noto" not in family,
            "Color" in family,
            east and not family.endswith(region),
            "Mono" in family,
            "Serif" not in family,
            "Sans" not in family,
            family,
            path,
            index,
        )

    return tuple(sorted(found, key=order))


@cache
def coverage(path: str, index: int) -> Coverage:
    """The characters a font file has glyphs for, from its cmap table (OpenType, formats 4 and 12).

    A file that cannot be understood covers nothing.
    """
    try:
        data = Path(path).read_bytes()
        ranges = sorted(_ranges(data, index))
    except (OSError, struct.error, IndexError):
        return Coverage((), ())
    merged: list[list[int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return Coverage(tuple(r[0] for r in merged), tuple(r[1] for r in merged))


def _ranges(data: bytes, index: int) -> list[tuple[int, int]]:
    base = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    tables = struct.unpack_from(">H", data, base + 4)[0]
    cmap = 0
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, base + 12 + 16 * number)
        if tag == b"cmap":
            cmap = offset
    if not cmap:
        return []
    best: tuple[int, int] | None = None
    for number in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        form = struct.unpack_from(">H", data, cmap + offset)[0]
        if platform in (0, 3) and encoding != 14 and form in (4, 12):
            best = max(best or (0, 0), (form, cmap + offset))
    if best is None:
        return []
    form, table = best
    if form == 12:
        count = struct.unpack_from(">I", data, table + 12)[0]
        groups = struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * count])
        return [(start, end) for start, end, _ in groups]
    return _segments(data, table)


def _segments(data: bytes, table: int) -> list[tuple[int, int]]:
    """Format 4: segments whose glyphs may be listed one by one, zero meaning none."""
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    shape = f">{count}H"
    ends = struct.unpack_from(shape, data, table + 14)
    starts = struct.unpack_from(shape, data, table + 16 + 2 * count)
    offsets_at = table + 16 + 6 * count
    offsets = struct.unpack_from(shape, data, offsets_at)
    ranges: list[tuple[int, int]] = []
    for place, (start, end, offset) in enumerate(zip(starts, ends, offsets, strict=True)):
        if start > end or start == 0xFFFF:
            continue
        if not offset:
            ranges.append((start, end))
            continue
        at = offsets_at + 2 * place + offset
        glyphs = struct.unpack_from(f">{end - start + 1}H", data, at)
        ranges += [(start + n, start + n) for n, glyph in enumerate(glyphs) if glyph]
    return ranges


def _ignorable(char: str) -> bool:
    """Characters that have no picture of their own: joiners, selectors, white space."""
    code = ord(char)
    return (
        code < 0x7F
        or unicodedata.category(char) in ("Cf", "Zs", "Zl", "Zp")
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
    )


def _script(char: str) -> str:
    """A name for the script of a character, from the first word of its Unicode name."""
    name = unicodedata.name(char, "")
    if not name:
        return "private or unassigned"
    if unicodedata.category(char).startswith("S"):
        return "symbols"
    return name.split()[0].capitalize()
