"""Zipped documents: only parts that are asked for are unpacked, and never more than a text needs.

A damaged archive is salvaged: its parts are found by their local headers and unpacked as far as
they go.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from driftline.engine.reading import troubles

#: Bytes one part, and all parts together, may unpack to.
_LARGEST_PART = 64 * 1024 * 1024
_LARGEST_SUM = 256 * 1024 * 1024
#: How much smaller packing may have made a part, where it is large enough to matter.
_HIGHEST_RATIO = 200
_RATIO_FROM = 4 * 1024 * 1024
_MOST_MEMBERS = 5000
_LOCAL = struct.Struct("<4s5H3I2H")
_LOCAL_MAGIC = b"PK\x03\x04"


class Archive:
    """The parts of a zipped document by name; `partial` once a damaged part had to be taken."""

    def __init__(self, name: str, data: bytes, kind: str) -> None:
        self._name = name
        self._kind = kind
        self._data = data
        self._sum = 0
        self._zip: zipfile.ZipFile | None = None
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._salvaged: dict[str, tuple[int, int, int, int]] = {}
        self.partial = False
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
            self._salvaged = _local_headers(data)
            self.partial = True
            if not self._salvaged:
                raise troubles.damaged(name, kind) from None
        else:
            if len(infos) > _MOST_MEMBERS:
                raise troubles.oversized(name, kind)
            self._members = {_plain(info.filename): info for info in infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in order."""
        return tuple(self._members or self._salvaged)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the editor should know of the archive's state."""
        if not self.partial:
            return ()
        return (
            f"This {self._kind} is damaged or incomplete; "
            "its text was recovered as far as it goes.",
        )

    def __contains__(self, part: str) -> bool:
        return part in self._members or part in self._salvaged

    def read(self, part: str) -> bytes:
        """The content of a part; of a damaged one what can be had.

        Raises UnreadableError when the part is protected, missing or unpacks to too much.
        """
        if part not in self:
            raise troubles.damaged(self._name, self._kind)
        info = self._members.get(part)
        content = self._regular(info) if info else self._salvage(self._salvaged[part])
        self._sum += len(content)
        if self._sum > _LARGEST_SUM:
            raise troubles.oversized(self._name, self._kind)
        return content

    def _regular(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise troubles.protected(self._name, self._kind)
        self._check(info.file_size, info.compress_size)
        assert self._zip is not None
        try:
            with self._zip.open(info) as file:
                content = file.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            self.partial = True
            found = _header_at(self._data, info.header_offset)
            if not found:
                raise troubles.damaged(self._name, self._kind) from None
            return self._salvage(found[1])
        self._check(len(content), info.compress_size)
        return content

    def _salvage(self, place: tuple[int, int, int, int]) -> bytes:
        start, size, method, flags = place
        if flags & 0x1:
            raise troubles.protected(self._name, self._kind)
        if method == zipfile.ZIP_STORED:
            return self._data[start : start + size]
        if method != zipfile.ZIP_DEFLATED:
            raise troubles.damaged(self._name, self._kind)
        content = _inflate(self._data, start)
        self._check(len(content), len(self._data))
        if not content:
            raise troubles.damaged(self._name, self._kind)
        return content

    def _check(self, size: int, packed: int) -> None:
        if size > _LARGEST_PART or (size > _RATIO_FROM and size > packed * _HIGHEST_RATIO):
            raise troubles.oversized(self._name, self._kind)


def _plain(filename: str) -> str:
    """A member's name as the formats write it, whatever slash its writer used."""
    return filename.replace("\\", "/").lstrip("/")


def _local_headers(data: bytes) -> dict[str, tuple[int, int, int, int]]:
    """The parts an archive without directory still shows: name to (start, size, method, flags)."""
    found: dict[str, tuple[int, int, int, int]] = {}
    position = data.find(_LOCAL_MAGIC)
    while position >= 0 and len(found) < _MOST_MEMBERS:
        header = _header_at(data, position)
        if header:
            name, place = header
            found.setdefault(name, place)
            # The size may be missing or wrong: look for the next header from where this ends.
            position += _LOCAL.size
        position = data.find(_LOCAL_MAGIC, position + 1)
    return found


def _header_at(data: bytes, position: int) -> tuple[str, tuple[int, int, int, int]] | None:
    if position + _LOCAL.size > len(data):
        return None
    magic, _, flags, method, _, _, _, packed, _, name_size, extra = _LOCAL.unpack_from(
        data, position
    )
    start = position + _LOCAL.size + name_size + extra
    name = data[position + _LOCAL.size : position + _LOCAL.size + name_size]
    if magic != _LOCAL_MAGIC or not name or start > len(data):
        return None
    return _plain(name.decode("utf-8", "replace")), (start, packed, method, flags)


def _inflate(data: bytes, start: int) -> bytes:
    """A deflated part as far as it goes, at most one byte more than a part may have."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    size = 0
    position = start
    while not stream.eof and position < len(data) and size <= _LARGEST_PART:
        chunk = stream.unconsumed_tail or data[position : position + 4096]
        if not stream.unconsumed_tail:
            position += 4096
        try:
            piece = stream.decompress(chunk, _LARGEST_PART + 1 - size)
        except zlib.error:
            break
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)
