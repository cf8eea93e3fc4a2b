from __future__ import annotations

import pytest

from driftline.engine.reading.read import read_bytes
from driftline.engine.records import Role, Source

STORY = """---
title: Ferry
date: 2031-05-06 07:08
lang: en-GB
---
# Ferry *returns* to harbour

The **pilot** said it was [easy](http://example.org/ "no") – once
the fog had lifted.[^1]

## What he saw

* the buoy
* the `pier`

1. first
2. second

> Nobody waved,
> he said.

| a | b |
|---|---|
| 1 | 2 |

<script>alert(1)</script>
<p>Raw &amp; ready</p>

[^1]: A note nobody reads.
"""


def blocks(source: Source) -> list[tuple[str, Role]]:
    return [(b.span.of(source.text), b.role) for b in source.blocks]


def test_structure_without_marks() -> None:
    source = read_bytes(STORY.encode(), "ferry.md")
    assert source.format == "text/markdown"
    assert blocks(source) == [
        ("Ferry returns to harbour", Role.HEADLINE),
        ("The pilot said it was easy – once the fog had lifted.", Role.BODY),
        ("What he saw", Role.SUBHEADING),
        ("the buoy", Role.LIST),
        ("the pier", Role.LIST),
        ("first", Role.LIST),
        ("second", Role.LIST),
        ("Nobody waved, he said.", Role.BLOCK_QUOTE),
        ("Raw & ready", Role.BODY),
    ]
    assert source.metadata.published == "2031-05-06T07:08"
    assert source.metadata.language == "en"
    assert source.metadata.headline is not None
    assert source.notes == (
        "Left out of the text: 1 block of front matter, 1 footnote and 1 table.",
    )


@pytest.mark.parametrize("wild", ["[" * 20_000, "![" * 9_000, "> " * 2_000, "[a](" * 9_000])
def test_wild_nesting_is_read_as_plain_text(wild: str) -> None:
    source = read_bytes(f"Words.\n\n{wild}x".encode(), "wild.md")
    assert source.text.startswith("Words.")
    assert "plain text" in source.notes[0]


def test_plain_text_named_txt_keeps_its_marks() -> None:
    assert read_bytes(b"# Not *a* heading", "a.txt").text == "# Not *a* heading"
