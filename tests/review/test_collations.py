"""The last collation of a story is made once, whoever asks for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from driftline.engine.options import AlignmentOptions, Options
from driftline.engine.progress import Cancelled
from driftline.review.collations import LastCollation
from review.making import NEW_STORY, STORY, version

VERSIONS = [version(STORY, path="old.txt"), version(NEW_STORY, path="new.txt")]
PLAIN = [AlignmentOptions(), AlignmentOptions()]


def test_it_is_made_anew_only_where_something_is_other_than_before() -> None:
    last = LastCollation()
    made = last.of(VERSIONS, PLAIN, Options())
    assert last.of(list(VERSIONS), list(PLAIN), Options()) is made
    pinned = [AlignmentOptions(), AlignmentOptions(together=((0, 0),))]
    other = last.of(VERSIONS, pinned, Options())
    assert other is not made
    assert last.of(VERSIONS[::-1], PLAIN, Options()) is not other


def test_who_asks_while_it_is_made_waits_for_it_and_may_give_up() -> None:
    last, begun, awaited = LastCollation(), Event(), Event()

    def making(label: str, done: int, total: int) -> None:
        begun.set()
        assert awaited.wait(30)

    def waiting(label: str, done: int, total: int) -> None:
        awaited.set()

    def impatient(label: str, done: int, total: int) -> None:
        raise Cancelled

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(last.of, VERSIONS, PLAIN, Options(), making)
        assert begun.wait(30)
        with pytest.raises(Cancelled):
            last.of(VERSIONS, PLAIN, Options(), impatient)
        second = pool.submit(last.of, VERSIONS, PLAIN, Options(), waiting)
        assert first.result() is second.result()
