"""Codes: one character a token, whatever way a token was met."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.alignment.coded import Codes, coded
from driftline.engine.records import Span
from driftline.engine.segmentation.words import tokens

TEXT = st.text(st.sampled_from('abT .,’-–()"“”…\u00ad\u200b\u0301éﬁ東1\n'), max_size=60)


def codes_of(text: str, codes: Codes) -> str:
    return coded(text, [Span(0, len(text))], codes)[1][0]


@given(TEXT)
def test_each_token_has_the_code_it_has_alone(text: str) -> None:
    codes = Codes()
    assert codes_of(text, codes) == codes.string(tokens(text).words)


@given(TEXT, TEXT)
def test_coded_tokens_are_those_of_the_text_with_their_offsets(text: str, more: str) -> None:
    spans = [Span(0, len(text)), Span(len(text), len(text) + len(more))]
    found, strings = coded(text + more, spans, Codes())
    alone = tokens(text + more, spans)
    assert found.words == alone.words
    assert (found.starts, found.ends) == (alone.starts, alone.ends)
    assert [(text + more)[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == (
        found.words
    )
    assert sum(map(len, strings)) == len(found)


@pytest.mark.parametrize("stop", [". ", ".\n", ", ", " "])
def test_a_long_text_is_coded_as_its_parts_are(stop: str) -> None:
    parts = [f"{stop}Mr. T. Vole sailed to U.S. ports {k}" for k in range(3_000)]
    text = "".join(parts)
    cuts = list(accumulate(map(len, parts), initial=0))
    spans = [Span(s, e) for s, e in pairwise(cuts)]
    codes = Codes()
    assert codes_of(text, codes) == "".join(coded(text, spans, codes)[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It rained,” he said.", '"it RAINED," he said.'),
        ("the mayor’s boat – sunk", "the mayor's boat -- sunk"),
        ("wait… now", "wait... now"),
        ("a ﬁne co\u00adoperation", "a fine cooperation"),
    ],
)
def test_typography_and_case_make_no_other_code(one: str, other: str) -> None:
    codes = Codes()
    assert codes_of(one, codes) == codes_of(other, codes)


def test_different_words_have_different_codes() -> None:
    codes = Codes()
    found = codes_of("boat boats boat’s Boat, boat. 3,000 3.000", codes)
    assert len(set(found)) == 7
