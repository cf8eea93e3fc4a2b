"""What is taken out of ICU's table leaves the rest where its readers look for it."""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

MAKER = Path(__file__).parents[2] / "packaging" / "slim_icu.py"
pytestmark = pytest.mark.skipif(not MAKER.exists(), reason="the tests do not run in a checkout")
HEAD = struct.pack("<H", 32) + b"\xda\x27" + b"head".ljust(28, b".")


def slim(table: bytes) -> bytes:
    spec = importlib.util.spec_from_file_location("slim_icu", MAKER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.slim(table)


def written(items: dict[str, bytes]) -> bytes:
    names = b"".join(name.encode() + b"\0" for name in sorted(items))
    at, start = 4 + 8 * len(items), 4 + 8 * len(items) + len(names)
    start += -start % 16
    pairs, data = b"", b""
    for name in sorted(items):
        pairs += struct.pack("<II", at, start + len(data))
        at += len(name) + 1
        data += items[name] + b"\0" * (-len(items[name]) % 16)
    body = struct.pack("<I", len(items)) + pairs + names
    return HEAD + body.ljust(start, b"\0") + data


def read(table: bytes) -> dict[str, bytes]:
    (head,) = struct.unpack_from("<H", table)
    body = table[head:]
    (count,) = struct.unpack_from("<I", body)
    pairs = [struct.unpack_from("<II", body, 4 + 8 * n) for n in range(count)]
    assert not [start for _, start in pairs if start % 16]
    ends = [start for _, start in pairs[1:]] + [len(body)]
    return {
        body[at : body.index(b"\0", at)].decode(): body[start:end]
        for (at, start), end in zip(pairs, ends, strict=False)
    }


FOLDERS = st.sampled_from(["", "coll/", "brkitr/", "curr/", "zone/", "lang/", "unit/"])
NAMES = st.builds(
    lambda f, n: f"icudt73l/{f}{n}.res", FOLDERS, st.from_regex(r"[a-z]{2}", fullmatch=True)
)


@given(st.dictionaries(NAMES, st.binary(min_size=16, max_size=50), min_size=1))
def test_what_is_kept_is_the_same_and_starts_at_sixteen(items: dict[str, bytes]) -> None:
    table = slim(written(items))
    assert table.startswith(HEAD)
    found = read(table)
    kept = {
        n: b for n, b in items.items() if n.count("/") == 1 or n.split("/")[1] in ("coll", "brkitr")
    }
    assert list(found) == sorted(kept)
    for name, data in kept.items():
        assert found[name].rstrip(b"\0") == data.rstrip(b"\0")
