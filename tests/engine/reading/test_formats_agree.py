"""The same story in every format compares without a change of wording, in every pair."""

from __future__ import annotations

from itertools import combinations

import pytest

from driftline.engine import pipeline
from driftline.engine.reading.read import read_all
from driftline.engine.records import LAYOUT_KINDS, Source, Version
from engine.reading.one_story import FORMATS, STORY

KINDS = {"h2": "subheading", "bullet": "list", "number": "list", "quote": "block-quote"}


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Version]:
    folder = tmp_path_factory.mktemp("formats")
    for name, make in FORMATS.items():
        (folder / name).write_bytes(make())
    found: dict[str, Version] = {}
    sources = read_all([folder / name for name in FORMATS])
    for name, source in zip(FORMATS, sources, strict=True):
        assert isinstance(source, Source)
        found[name] = pipeline.cleaned(source)
    if "العبارة" not in found["story.pdf"].source.text:
        del found["story.pdf"]  # this system has no font for its Arabic and Chinese
    return found


@pytest.mark.parametrize(("old", "new"), [*combinations(FORMATS, 2)])
def test_no_wording_changes(old: str, new: str, versions: dict[str, Version]) -> None:
    if not {old, new} <= versions.keys():
        pytest.skip("this system has no font for the PDF's Arabic and Chinese")
    comparison = pipeline.compare(versions[old], versions[new])
    assert [edit for edit in comparison.edits if edit.kind not in LAYOUT_KINDS] == []
    assert comparison.summary.kept == 1.0


@pytest.mark.parametrize("name", [n for n in FORMATS if not n.endswith((".txt", "y.eml", ".pdf"))])
def test_structure_survives(name: str, versions: dict[str, Version]) -> None:
    source = versions[name].source
    roles = [block.role.value for block in source.blocks]
    expected = [KINDS.get(piece.kind, "body") for piece in STORY]
    expected[0] = "headline"
    assert roles == expected


def test_only_numbers_that_count_are_marks_of_a_list() -> None:
    end = "was a holiday on the island, the harbour master said, and no ship left the port at all."
    items = ("The quay closes.", "Crews move north.", "The county pays.")
    listed = "\n".join((end, *(f"{number}. {item}" for number, item in enumerate(items, 1))))
    bare = "\n".join((end, *items))
    one, other = (pipeline.load_text(text, "a.txt") for text in (listed, bare))
    assert {edit.kind.value for edit in pipeline.compare(one, other).edits} == {"typography"}
    one, other = (pipeline.load_text(f"{day}. Mai {end}\n{bare}", "a.txt") for day in (5, 6))
    assert [edit.kind.value for edit in pipeline.compare(one, other).edits] == ["number"]
