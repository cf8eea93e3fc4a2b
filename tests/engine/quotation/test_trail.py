"""One quotation through all the versions of a story."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compared_texts import version
from driftline.engine import pipeline
from driftline.engine.quotation.trail import Trail, trails

FIRST = "“We keep the mill open until the spring comes,” said Ann Reed.\n\n"
ALTERED = "“We keep the mill shut until the spring comes,” said Ann Reed.\n\n"
SECOND = "“Nobody asked the people of the lower town,” said Tom Hale.\n\n"
PLAIN = "The mill stands at the mouth of the river."


def found(*texts: str) -> tuple[Trail, ...]:
    versions = [version(text) for text in texts]
    return trails(versions, [pipeline.quotations(v) for v in versions])


def stops(trail: Trail) -> list[tuple[int, str]]:
    return [(stop.version, stop.status.value) for stop in trail.stops]


def test_a_quotation_is_followed_from_version_to_version() -> None:
    one, other = found(FIRST + PLAIN, FIRST + SECOND + PLAIN, ALTERED + SECOND + PLAIN)
    assert stops(one) == [(0, "added"), (1, "verbatim"), (2, "altered")]
    assert stops(other) == [(1, "added"), (2, "verbatim")]


def test_one_that_comes_back_goes_on_with_its_trail() -> None:
    (trail,) = found(FIRST + PLAIN, PLAIN, ALTERED + PLAIN)
    assert stops(trail) == [(0, "added"), (2, "altered")]


def test_the_parts_of_one_that_was_split_stay_together() -> None:
    split = "“We keep the mill open,” said Ann Reed. “Until the spring comes,” she said.\n\n"
    found_trails = found(FIRST + PLAIN, split + PLAIN, split + PLAIN)
    assert [[stop.version for stop in trail.stops] for trail in found_trails] == [[0, 1, 1, 2, 2]]


def test_texts_without_quotations_have_no_trail() -> None:
    assert found(PLAIN, PLAIN) == ()


@given(st.lists(st.permutations([FIRST, ALTERED, SECOND, PLAIN]), max_size=4))
def test_every_quotation_is_on_a_trail(texts: list[list[str]]) -> None:
    versions = [version("".join(parts)) for parts in texts]
    quoted = [pipeline.quotations(v) for v in versions]
    places = {(s.version, s.quotation) for trail in trails(versions, quoted) for s in trail.stops}
    every = [(v, q) for v, its in enumerate(quoted) for q in range(len(its.quotations))]
    assert sorted(places) == every
