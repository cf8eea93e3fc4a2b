"""Word edits: the shortest script, whatever the length."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from driftline.engine.alignment.wording import word_edits


def applied(a: str, b: str) -> str:
    made: list[str] = []
    position = 0
    for start, end, first, last in word_edits(a, b):
        made += (a[position:start], b[first:last])
        position = end
    return "".join([*made, a[position:]])


@given(st.text(alphabet="abcde", max_size=40), st.text(alphabet="abcde", max_size=40))
def test_the_script_makes_the_new_of_the_old_and_is_as_short_as_can_be(a: str, b: str) -> None:
    assert applied(a, b) == b
    edits = word_edits(a, b)
    assert sum(e[1] - e[0] + e[3] - e[2] for e in edits) == Indel.distance(a, b)
    assert all(one[1] < other[0] or one[3] < other[2] for one, other in pairwise(edits))


def words(count: int, of: int, seed: int) -> str:
    chance = random.Random(seed)
    return "".join(chr(0x1000 + chance.randrange(of)) for _ in range(count))


def changed(text: str, rate: float, seed: int) -> str:
    chance = random.Random(seed)
    return "".join(chr(0x9000) if chance.random() < rate else c for c in text)


@pytest.mark.parametrize(("count", "rate"), [(300, 0.1), (6_000, 0.05), (6_000, 0.3)])
def test_long_texts_are_cut_at_landmarks_and_lose_next_to_nothing_by_it(
    count: int, rate: float
) -> None:
    a = words(count, 400, 1)
    b = changed(a, rate, 2)
    assert applied(a, b) == b
    script = sum(e[1] - e[0] + e[3] - e[2] for e in word_edits(a, b))
    assert script <= Indel.distance(a, b) * 1.005


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", words(50_000, 300, 1)),
        ("a" * 50_000, "a" * 45_000),
        ("ab" * 25_000, "ba" * 25_001),
        (
            words(50_000, 300, 1),
            words(50_000, 300, 1).translate({0x1000 + k: 0x9000 + k for k in range(300)}),
        ),
        (words(20_000, 12, 3), words(20_000, 12, 4)),
    ],
    ids=["nothing", "one word", "two words", "nothing in common", "few words"],
)
def test_odd_texts_still_end(a: str, b: str) -> None:
    assert applied(a, b) == b
