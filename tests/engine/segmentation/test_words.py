"""Tokens: whole words with what belongs to them."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.records import Span
from driftline.engine.segmentation.words import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It cost 3,000 at 18:18.", ["It", "cost", "3,000", "at", "18:18", "."]),
        ("about כ-2,300 or US-2,300", ["about", "כ", "-", "2,300", "or", "US", "-", "2,300"]),
        ("open 10:00-11:30, COVID-19", ["open", "10:00", "-", "11:30", ",", "COVID-19"]),
        ("a 2.5m rise, 40%", ["a", "2.5m", "rise", ",", "40", "%"]),
        ("Mr. T. Vole of the U.S. said", ["Mr.", "T.", "Vole", "of", "the", "U.S.", "said"]),
        ("the peace-oriented mayor’s", ["the", "peace-oriented", "mayor’s"]),
        ("“Yes,” he said…", ["“", "Yes", ",", "”", "he", "said", "…"]),
        ("wait... what [...] now", ["wait", "...", "what", "[...]", "now"]),
        ("their parents' house", ["their", "parents", "'", "house"]),
        ("東京タワー", ["東", "京", "タワー"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("यह हिन्दी है", ["यह", "हिन्दी", "है"]),
        ("👩‍🚒 came", ["👩‍🚒", "came"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert tokens(text).words == words


def test_a_word_that_leans_on_the_next_stands_alone_where_the_language_has_such() -> None:
    text = "L’accord d'hier, aujourd’hui qu’il n’a"
    assert tokens(text, language="fr").words == (
        ["L’", "accord", "d'", "hier", ",", "aujourd’hui", "qu’", "il", "n’", "a"]
    )
    assert tokens("L’accord d'hier").words == ["L’accord", "d'hier"]


def test_only_the_spans_asked_for_are_cut() -> None:
    text = "one two three four"
    assert tokens(text, [Span(4, 7), Span(14, 18)]).words == ["two", "four"]


@given(st.text(max_size=80))
def test_tokens_hold_all_that_shows_and_never_cut_a_letter_from_its_marks(text: str) -> None:
    found = tokens(text)
    spans = list(zip(found.starts, found.ends, strict=True))
    assert all(s < e for s, e in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = {k for s, e in spans for k in range(s, e)}
    for k, character in enumerate(text):
        if character.isalnum():
            assert k in covered
    marks = {m.start() for m in regex.finditer(r"\p{M}", text)}
    assert not any(e in marks for _, e in spans)


def test_an_initial_keeps_its_stop_over_a_line_break_and_two_spaces() -> None:
    for space in (" ", "\n", "  "):
        assert tokens(f"Mr.{space}T.{space}Vole came").words == ["Mr.", "T.", "Vole", "came"]
    assert tokens("He chose plan B. 20 came").words[-4:] == ["B", ".", "20", "came"]


def test_offsets_are_right_where_characters_are_in_no_token() -> None:
    text = "\u200bThe\u200b mayor \u200b said\u200b: “no\u200b.”\u200b Rain"
    found = tokens(text)
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == found.words
    assert [word.strip("\u200b") for word in found.words] == (
        ["The", "mayor", "said", ":", "“", "no", ".", "”", "Rain"]
    )
