"""A few words of a text with what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.gui.models.entries import shortened
from driftline.gui.models.excerpt import PLACE, excerpts, line_of

LONG = (
    "The harbour authority will shut the old pier for fourteen weeks after divers found {} cracks"
)


def apart(one, other):
    return [(found.text[found.start : found.end]) for found in excerpts(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (LONG.format("nine"), LONG.format("eleven"), ["nine ", "eleven "]),
        ("It will open again when it is safe.", "It will open when it is safe.", ["again ", ""]),
        ("We go now and now", "We go now", ["and now", ""]),
        ("The same.", "The same.", ["", ""]),
        ("市议会将关闭十二座桥梁。", "市议会将关闭九座桥梁。", ["十二", "九"]),
    ],
)
def test_what_differs_is_found_wherever_it_stands(one, other, words):
    assert [found.strip() for found in apart(one, other)] == [word.strip() for word in words]


def test_a_long_reading_is_told_by_both_its_ends():
    told = shortened("word " * 40 + "at the very end.")
    assert len(told) < 100
    assert told.startswith("word word")
    assert told.endswith("at the very end.")
    assert shortened("字" * 300) == "字" * 60 + " … " + "字" * 30


def test_the_words_around_are_few():
    was, now = excerpts(LONG.format("nine"), LONG.format("eleven"))
    assert was.text.startswith("…")
    assert "divers found nine cracks" in was.text
    assert len(now.text) < 60


def test_where_nothing_stands_a_wedge_does():
    _, now = excerpts("It will open again soon.", "It will open soon.")
    line = line_of(now, "new_ink", "+", struck=True)
    assert line.text[slice(*line.marked)] == PLACE
    assert not line.struck


@given(st.text("ab 界。", max_size=14), st.text("ab 界。", max_size=14))
def test_the_rest_of_both_texts_is_the_same(one, other):
    was, now = excerpts(" ".join(one.split()), " ".join(other.split()))
    rests = [
        ["".join(part.split()) for part in (it.text[: it.start], it.text[it.end :])]
        for it in (was, now)
    ]
    assert rests[0] == rests[1]
