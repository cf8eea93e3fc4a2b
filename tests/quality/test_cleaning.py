"""The quality of cleaning never falls below what it once was."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from statistics import fmean

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from typing import TYPE_CHECKING

from cleaning import rows, source_of_page, source_of_text, told

from driftline.engine.cleaning.clean import clean
from driftline.engine.options import CleaningOptions

if TYPE_CHECKING:
    from types import ModuleType

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))["cleaning"]


def scorer(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("cleaning_score", data / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_scores(kind: str, shared: Path) -> None:
    data = shared / "data" / "cleaning"
    score = scorer(data)
    truth = {row["id"]: row["truth"] for row in rows(data / "aeb" / "text.jsonl.gz")}
    name = "pages.jsonl.gz" if kind == "html" else "text.jsonl.gz"
    found = []
    for row in rows(data / "aeb" / name)[::2]:
        source = source_of_page(row["html"]) if kind == "html" else source_of_text(row["text"])
        version = clean(source, CleaningOptions())
        found.append(score.tpfpfn(truth[row["id"]], told(version, body=True)))
    _, _, f1 = score.agg(found)
    bad = fmean(score.doc_f1(one) < 0.5 for one in found)
    assert f1 >= FLOORS[kind]["f1"]
    assert bad <= FLOORS[kind]["bad"]
