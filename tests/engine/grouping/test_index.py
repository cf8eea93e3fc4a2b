"""Sums and sorted numbers are the same whether they are worked out at once or range by range."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driftline.engine.grouping import index
from driftline.engine.grouping.index import added, counted, distinct, sort_runs

NUMBERS = st.lists(st.lists(st.integers(0, 2**64 - 1), max_size=60), max_size=5)
PAIRS = st.lists(st.lists(st.integers(0, 40), max_size=80), max_size=5)


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "AT_ONCE", 20)


@pytest.mark.usefixtures("few_at_once")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS)
def test_distinct_numbers_are_sorted_and_each_there_once(lists: list[list[int]]) -> None:
    found = distinct([np.array(numbers, np.uint64) for numbers in lists])
    assert found.tolist() == sorted({number for numbers in lists for number in numbers})


@pytest.mark.usefixtures("few_at_once")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAIRS)
def test_counts_are_summed_pair_by_pair(lists: list[list[int]]) -> None:
    found = added([counted(np.array(pairs, np.uint64)) for pairs in lists])
    expected = Counter(pair for pairs in lists for pair in pairs)
    assert dict(zip(found.pairs.tolist(), found.counts.tolist(), strict=True)) == expected
    assert found.pairs.tolist() == sorted(expected)


@pytest.mark.usefixtures("few_at_once")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(0, 99), min_size=1, max_size=50), max_size=9))
def test_runs_are_sorted_in_their_order(runs: list[list[int]]) -> None:
    numbers = [100 * place + number for place, run in enumerate(runs) for number in run]
    found = np.array(numbers, np.int64)
    sort_runs(found, np.array([len(run) for run in runs], np.int64))
    assert found.tolist() == sorted(numbers)
