import csv
import io

import pytest

from driftline.engine import pipeline
from driftline.report.csv import COLUMNS, harmless, render
from report import making


def table(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_line_for_every_change():
    rows = table(render(making.texts(["It rained, “hard”."], ["It snowed, “hard”."])))
    assert [row["Old wording"] for row in rows] == ["rained"]
    assert rows[0]["New wording"] == "snowed"
    assert list(rows[0]) == list(COLUMNS)


def test_what_goes_along_with_a_change_has_no_line_of_its_own():
    old, new = (
        pipeline.load_text(text, "note")
        for text in ("Yesterday the ship sank in the bay.", "The ship sank in the bay.")
    )
    comparison = pipeline.compare(old, new)
    assert [edit.rule for edit in comparison.edits] == ["date dropped", "capital"]
    assert [row["Old wording"] for row in table(render(comparison))] == ["Yesterday"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", " =", "\u00a0="])
def test_no_wording_becomes_a_formula(start):
    rows = table(render(making.texts(["It was fine."], [f"{start}cmd('x') was fine."])))
    for row in rows:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_ordinary_words_keep_their_form():
    assert harmless("“No,” he said") == "“No,” he said"
    assert harmless("") == ""
