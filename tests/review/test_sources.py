"""A text in a session is the text that was read, with all that cleaning it depends on."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from driftline.engine import pipeline
from driftline.engine.reading.read import read_bytes
from driftline.engine.records import Block, Metadata, Role, Source, Span
from driftline.review.sources import pack, unpack

PAGE = """<html><head><title>Pier shut | Courier</title></head><body>
<nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Pier closed until summer</h1>
<p>The harbour authority will shut the east pier on Monday, its director said last night.</p>
<p>Buses will run around the fjord, a trip of seventy minutes instead of twenty-five.</p></article>
<aside><h3>Read more</h3><ul><li><a href="/1">Ferry fares to rise in May</a></li></ul></aside>
<footer>All rights reserved. <a href="/p">Privacy policy</a></footer></body></html>"""

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 50), st.integers(0, 50))
blocks = st.builds(
    Block,
    spans,
    st.sampled_from(Role),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    st.floats(0, 1),
    st.lists(st.integers(0, 9), max_size=4).map(tuple),
)
sources = st.builds(
    Source,
    *[st.text(max_size=20)] * 5,
    blocks=st.lists(blocks, max_size=4).map(tuple),
    metadata=st.builds(Metadata, headline=st.none() | spans, source=st.none() | st.text()),
    notes=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    partial=st.booleans(),
)


@given(sources)
def test_nothing_of_a_text_is_lost(source: Source) -> None:
    assert unpack(pack(source)) == source


def test_a_page_is_cleaned_tomorrow_as_it_was_today() -> None:
    page = read_bytes(PAGE.encode(), "pier.html")
    assert any(block.hints for block in page.blocks)
    assert pipeline.cleaned(unpack(pack(page))) == pipeline.cleaned(page)


def test_a_session_of_the_first_days_can_be_read() -> None:
    page = read_bytes(PAGE.encode(), "pier.html")
    value = json.loads(zlib.decompress(pack(page)))
    del value["markup"], value["partial"]
    kept = unpack(zlib.compress(json.dumps(value).encode()))
    plain = tuple(Block(block.span, block.role) for block in page.blocks)
    assert kept == replace(page, blocks=plain)
