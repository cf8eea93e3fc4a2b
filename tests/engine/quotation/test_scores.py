"""The scores that quotations and speakers reach on texts whose answers are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quality.quotes import f1, found, wholly_right

if TYPE_CHECKING:
    from collections.abc import Callable


EDGE = Path(__file__).resolve().parents[2] / "data" / "quotes" / "edge.jsonl"


FLOORS = json.loads((Path(__file__).resolve().parents[2] / "quality" / "floors.json").read_text())


def test_hard_cases_are_wholly_right() -> None:
    cases = [json.loads(line) for line in EDGE.read_text("utf-8").splitlines()]
    right = sum(wholly_right(c["text"], c["quotes"], found(c["text"])) for c in cases)
    assert right >= FLOORS["quotation"]["edge cases wholly right"]


def test_the_founding_stories_keep_their_score(shared: Path) -> None:
    wanted = given = both = 0
    for line in (shared / "gold" / "quotes.jsonl").read_text("utf-8").splitlines():
        story = json.loads(line)
        counts = f1(story["text"], story["quotes"], found(story["text"]))
        wanted, given, both = wanted + counts[0], given + counts[1], both + counts[2]
    assert 2 * both / (wanted + given) >= FLOORS["quotation"]["founding stories F1"]


@pytest.mark.seeds
def test_the_lead_and_the_body_of_a_founding_story_name_one_speaker(
    seeds: Callable[[str], Path],
) -> None:
    text = seeds("001").read_text("utf-8")
    by_he = [q for q in found(text).quotations if q.speaker in ("he", "the spokesman")]
    assert len(by_he) >= 2
    assert all(len(q.reference.split()) == 2 for q in by_he)
