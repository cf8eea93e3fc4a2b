"""Makes what Qt loads (a .qm file's bytes) of a .ts file, so that no compiled file has to be kept.

The format is read by `QTranslator::load` (qtbase, src/corelib/kernel/qtranslator.cpp): sections of
big-endian numbers, the messages found by the hash of their source text and comment.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _PLURALS, _LANGUAGE = 0x42, 0x69, 0x88, 0xA7
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8
#: "One" where the number is 1, else "many": so do English, German and most languages of Europe.
_ONE_AND_MANY = b"\x01\x01"


def compiled(file: Path) -> bytes:
    """The finished messages of a .ts file as Qt loads them. Raises OSError and ParseError."""
    root = ElementTree.parse(file).getroot()
    messages = bytearray()
    places: list[tuple[int, int]] = []
    for context in root.iter("context"):
        name = (context.findtext("name") or "").encode()
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            if not any(forms):
                continue
            source = (message.findtext("source") or "").encode()
            comment = (message.findtext("comment") or "").encode()
            places.append((_hash(source + comment), len(messages)))
            for form in forms:
                messages += _field(_TRANSLATION, form.encode("utf-16-be"))
            for tag, words in ((_COMMENT, comment), (_SOURCE, source), (_CONTEXT, name)):
                messages += _field(tag, words)
            messages.append(_END)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + b"".join(
        (
            _field(_LANGUAGE, (root.get("language") or "").encode()),
            _field(_HASHES, hashes),
            _field(_MESSAGES, bytes(messages)),
            _field(_PLURALS, _ONE_AND_MANY),
        )
    )


def _field(tag: int, words: bytes) -> bytes:
    return struct.pack(">BI", tag, len(words)) + words


def _hash(words: bytes) -> int:
    """The hash of the System V ABI's object files (ELF)."""
    value = 0
    for byte in words:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high
    return value or 1
