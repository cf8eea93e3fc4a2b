"""Takes out of ICU's data what Driftline never shows: it is half of the largest library of Qt.

Qt sorts, converts and finds time zones with ICU; its names of currencies, units, languages,
countries and time zones, its spelled-out numbers and transliterations are reached by nothing here.
The library is one table of named items, laid out as ICU's tools write it: a header, the number of
items, pairs of offsets (name, data) from that number on, names, data.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_UNUSED = re.compile(r"[^/]+/(curr|lang|rbnf|region|translit|unit|zone)/")
_ALIGNED = 16


def slim(table: bytes) -> bytes:
    """The table without what is never reached."""
    (head,) = struct.unpack_from("<H", table)
    (count,) = struct.unpack_from("<I", table, head)
    pairs = [struct.unpack_from("<II", table, head + 4 + 8 * n) for n in range(count)]
    ends = [start for _, start in pairs[1:]] + [len(table) - head]
    kept: list[tuple[bytes, bytes]] = []
    for (name_at, start), end in zip(pairs, ends, strict=True):
        name = table[head + name_at : table.index(b"\0", head + name_at)]
        if not _UNUSED.match(name.decode("ascii")):
            kept.append((name, table[head + start : head + end]))

    names_at = 4 + 8 * len(kept)
    names = b"".join(name + b"\0" for name, _ in kept)
    start = _round(names_at + len(names))
    entries, data, name_at = b"", b"", names_at
    for name, item in kept:
        entries += struct.pack("<II", name_at, start + len(data))
        name_at += len(name) + 1
        data += item + b"\0" * (_round(len(item)) - len(item))
    body = struct.pack("<I", len(kept)) + entries + names
    return table[:head] + body + b"\0" * (start - len(body)) + data


def _round(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def slim_library(library: Path) -> None:
    """Replaces the library of ICU's data by one with a slimmer table; needs GNU's binutils."""
    symbols = subprocess.run(
        ["readelf", "-W", "--dyn-syms", str(library)], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(
        r"^\s*\d+:\s+([0-9a-f]+)\s+(0x[0-9a-f]+|\d+).*\s(icudt\d+_dat)$", symbols, re.M
    )
    if found is None:
        raise ValueError(f"{library}: no table of ICU's in it")
    address, size, name = int(found[1], 16), int(found[2], 0), found[3]
    file = library.read_bytes()
    # The table lies in the file where it lies in memory: the only segment before it is the head.
    table = file[address : address + size]
    if table[2:4] != b"\xda\x27":
        raise ValueError(f"{library}: its table is not where it is looked for")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "table").write_bytes(slim(table))
        for command in (
            ["ld", "-r", "-b", "binary", "-o", "raw.o", "table"],
            ["objcopy", "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents",
             "--set-section-alignment", ".data=64", "--redefine-sym", f"_binary_table_start={name}",
             "--strip-symbol=_binary_table_end", "--strip-symbol=_binary_table_size",
             "raw.o", "table.o"],
            ["ld", "-shared", "-soname", library.name, "-z", "noexecstack", "-o", "library",
             "table.o"],
        ):  # fmt: skip
            subprocess.run(command, cwd=folder, check=True)
        library.write_bytes(Path(folder, "library").read_bytes())
