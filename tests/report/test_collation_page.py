"""The web page of a collation: a table anybody can read, print, and hear."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html as lxml_html

from compared_texts import version
from driftline import __version__
from driftline.engine import pipeline
from driftline.report import apparatus
from driftline.report.collation_page import render
from driftline.report.options import ReportOptions

BASE = (
    "The council will close twelve bridges on Monday.\n\n“We have no money for them,” she said.\n\n"
    "The ferry will run as it did before in <b> and & the like."
)
OTHER = BASE.replace("twelve", "nine").replace("“", '"').replace("”", '"')
THIRD = BASE.replace("twelve", "nine").rpartition("\n\n")[0]


def page(*texts: str, language: str = "en") -> lxml_html.HtmlElement:
    collation = pipeline.collate([version(text) for text in texts], 0)
    return lxml_html.fromstring(render(collation, ReportOptions(language=language)).encode())


def rows(tree: lxml_html.HtmlElement) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in tree.xpath("//table[@class='places']/tbody/tr")
    ]


def test_each_place_is_a_row_with_a_head_and_a_cell_for_every_version() -> None:
    tree = page(BASE, OTHER, THIRD)
    found = rows(tree)
    assert found[0] == [
        "The council will close twelve bridges on Monday.",
        "atwelve",
        "bnineNumber · High",
        "bnineNumber · High",
    ]
    assert found[-1][3].startswith("—nothing")
    assert all(len(row) == 4 for row in found)
    assert tree.xpath("//table[@class='places']//tr/th[@scope='row']")
    assert len(tree.xpath("//table[@class='places']/thead//th[@scope='col']")) == 4


def test_the_same_words_stand_on_the_same_ground() -> None:
    tree = page(BASE, OTHER, THIRD)
    first = tree.xpath("//table[@class='places']/tbody/tr[1]/td/@class")
    assert first == ["base", "r1", "r1"]


def test_what_is_only_set_otherwise_is_counted_and_left_out() -> None:
    tree = page(BASE, OTHER, THIRD)
    assert not any("“" in cell for row in rows(tree) for cell in row[1:] if len(cell) < 4)
    assert "typography differs are left out: 2." in tree.text_content()


def test_nothing_is_loaded_and_no_text_becomes_markup() -> None:
    tree = page(BASE, OTHER, THIRD)
    assert not tree.xpath("//script | //img | //link")
    assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
    assert "<b> and & the like" in tree.text_content()


def test_it_speaks_german() -> None:
    tree = page(BASE, OTHER, THIRD, language="de")
    text = tree.text_content()
    assert tree.get("lang") == "de"
    assert "Kollation von 3 Fassungen" in text
    assert "nichts" in text
    assert "Zahl" in text
    assert "nothing" not in text
    assert "Place" not in text


def test_versions_that_are_alike_say_so() -> None:
    tree = page(BASE, BASE, BASE)
    assert not rows(tree)
    assert "All versions say the same in the same words." in tree.text_content()


@pytest.mark.parametrize(("suffix", "holds"), [(".html", "<table"), (".txt", "twelve] nine")])
def test_it_is_written_by_its_ending(tmp_path, suffix: str, holds: str) -> None:
    collation = pipeline.collate([version(text) for text in (BASE, OTHER, THIRD)], 0)
    target = tmp_path / f"all{suffix}"
    apparatus.write(collation, target)
    assert holds in target.read_text("utf-8")
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


def test_the_page_tells_how_many_places_there_are_and_by_what_it_was_made() -> None:
    collation = pipeline.collate([version(text) for text in (BASE, OTHER, THIRD)], 0)
    tree = lxml_html.fromstring(render(collation).encode())
    (count,) = tree.xpath("//header/p[@class='verdict']/text()")
    assert count == f"The versions differ in {len(rows(tree))} places."
    assert tree.xpath("//footer")[0].text_content().strip().endswith("Date: none recorded")
    dated = render(collation, ReportOptions(date=datetime(2025, 5, 3, 8, 30, tzinfo=UTC)))
    (made,) = lxml_html.fromstring(dated.encode()).xpath("//footer")
    assert (
        made.text_content().strip()
        == f"Made with: Driftline {__version__} · Date: 3 May 2025, 08:30 UTC"
    )
