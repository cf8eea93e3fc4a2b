"""Makes a tagged PDF smaller by putting its small objects into compressed object streams.

The typesetter writes every object of the tag tree out in full, which makes up three quarters of a
long report. Object and cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8) are part of PDF 1.5
and allowed in PDF/A-2.
"""

from __future__ import annotations

import re
import struct
import zlib

_PER_STREAM = 200
_LEVEL = 6


def pack(pdf: bytes) -> bytes:
    """The same document with compressed objects; a file of unknown build is given back unchanged.

    Expects one classic cross-reference table, as the typesetter writes it.
    """
    try:
        offsets, end, trailer = _table(pdf)
    except (ValueError, IndexError):
        return pdf
    order = sorted(offsets.values())
    ends = dict(zip(order, [*order[1:], end], strict=True))
    out = [_header(pdf)]
    size = len(out[0])
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    small: list[tuple[int, bytes]] = []
    for number in sorted(offsets):
        start = offsets[number]
        body = _body(pdf[start : ends[start]], number)
        if body is None:
            return pdf
        if body.endswith(b"endstream"):
            written = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places[number] = (1, size, 0)
            out.append(written)
            size += len(written)
        else:
            small.append((number, body))
    next_number = max(offsets) + 1
    for first in range(0, len(small), _PER_STREAM):
        group = small[first : first + _PER_STREAM]
        for index, (number, _) in enumerate(group):
            places[number] = (2, next_number, index)
        written = b"%d 0 obj\n%b\nendobj\n" % (next_number, _object_stream(group))
        places[next_number] = (1, size, 0)
        out.append(written)
        size += len(written)
        next_number += 1
    places[next_number] = (1, size, 0)
    out.append(b"%d 0 obj\n%b\nendobj\n" % (next_number, _references(places, trailer)))
    out.append(b"startxref\n%d\n%%%%EOF\n" % size)
    packed = b"".join(out)
    return packed if len(packed) < len(pdf) else pdf


def _table(pdf: bytes) -> tuple[dict[int, int], int, bytes]:
    """Offsets by object number, where the objects end, and the trailer's entries that stay."""
    start = int(re.findall(rb"startxref\s+(\d+)\s+%%EOF", pdf[-64:])[-1])
    lines = re.compile(rb"xref\s+0 (\d+)\s*\n").match(pdf, start)
    trailer = pdf.index(b"trailer", start)
    if not lines or b"/Prev" in pdf[trailer:] or b"/Encrypt" in pdf[trailer:]:
        raise ValueError("not the typesetter's table")
    offsets: dict[int, int] = {}
    for number in range(int(lines[1])):
        at = lines.end() + 20 * number
        if pdf[at + 17 : at + 18] == b"n":
            offsets[number] = int(pdf[at : at + 10])
    kept = re.search(rb"<<(.*)>>", pdf[trailer:], re.DOTALL)
    if not kept or not offsets:
        raise ValueError("no trailer")
    return offsets, start, re.sub(rb"/Size\s+\d+", b"", kept[1]).strip()


def _header(pdf: bytes) -> bytes:
    """The version line and the comment that marks the file as binary."""
    return b"".join(pdf.split(b"\n", 2)[n] + b"\n" for n in (0, 1))


def _body(whole: bytes, number: int) -> bytes | None:
    prefix = b"%d 0 obj" % number
    whole = whole.strip()
    if not whole.startswith(prefix) or not whole.endswith(b"endobj"):
        return None
    return whole[len(prefix) : -len(b"endobj")].strip()


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    index: list[bytes] = []
    position = 0
    for number, body in group:
        index.append(b"%d %d" % (number, position))
        position += len(body) + 1
    head = b" ".join(index) + b"\n"
    data = zlib.compress(head + b"\n".join(body for _, body in group), _LEVEL)
    return (
        b"<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\n"
        b"stream\n%b\nendstream" % (len(group), len(head), len(data), data)
    )


def _references(places: dict[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    count = max(places) + 1
    rows = b"".join(struct.pack(">BIH", *places.get(n, (0, 0, 0))) for n in range(count))
    data = zlib.compress(rows, _LEVEL)
    return (
        b"<< /Type /XRef /Size %d /W [1 4 2] /Filter /FlateDecode /Length %d %b >>\n"
        b"stream\n%b\nendstream" % (count, len(data), trailer, data)
    )
