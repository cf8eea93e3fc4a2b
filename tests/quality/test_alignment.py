"""The quality of alignment and naming never falls below what it once was."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from alignment import measure

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))["alignment"]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_scores(name: str) -> None:
    scores = measure(name)
    fallen = {k: scores[k] for k, floor in FLOORS[name].items() if scores[k] < floor}
    assert not fallen
