"""How well grouping does on a newsroom made to measure: never worse than the pinned scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.story_corpus import corpus, pair_scores
from driftline.engine.grouping.families import families
from driftline.engine.grouping.index import Index
from driftline.engine.options import GroupingOptions

FLOORS = json.loads((Path(__file__).parents[2] / "quality" / "floors.json").read_text("utf-8"))


@pytest.mark.parametrize("size", ["1500", "5000"])
def test_scores_stay_above_their_floors(size: str) -> None:
    documents = corpus(int(size), 5, [])
    texts = [document.text for document in documents]
    options = GroupingOptions()
    index = Index(texts.__getitem__)
    numbers = index.add(texts, len(texts))
    found = families(index, options.same_story, options.shared_passage)
    scores = pair_scores(documents, [found.of[number] for number in numbers])
    low = {
        name: (scores[name], floor)
        for name, floor in FLOORS["grouping"][size].items()
        if scores[name] < floor
    }
    assert low == {}
