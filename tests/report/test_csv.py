import csv
import io

import pytest

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


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", " =", "\u00a0="])
def test_no_wording_becomes_a_formula(start):
    rows = table(render(making.texts(["It was fine."], [f"{start}cmd('x') was fine."])))
    for row in rows:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_ordinary_words_keep_their_form():
    assert harmless("“No,” he said") == "“No,” he said"
    assert harmless("") == ""
