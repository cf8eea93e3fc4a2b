"""The command line: the reports that -o writes."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest

from cli.calling import HARBOUR, one_line
from driftline import assets

if TYPE_CHECKING:
    from pathlib import Path


def test_reports_are_written_as_often_as_asked(said, tmp_path: Path) -> None:
    pdf, told = tmp_path / "a.pdf", tmp_path / "b.json"
    code, out, _ = said("compare", *HARBOUR[:2], "-o", pdf, "-o", told, "--json")
    assert code == 1
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert json.loads(told.read_text("utf-8")) == json.loads(out)


@pytest.mark.parametrize("ending", ["pdf", "html", "docx", "json", "csv"])
def test_every_form_of_report_can_be_written(said, tmp_path: Path, ending: str) -> None:
    report = tmp_path / f"report.{ending}"
    code, _, err = said("compare", *HARBOUR[:2], "-o", report)
    assert (code, err) == (1, "")
    assert report.stat().st_size > 500


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_collation_can_be_written(said, tmp_path: Path, ending: str) -> None:
    report = tmp_path / f"collation.{ending}"
    code, _, err = said("collate", *HARBOUR, "-o", report)
    assert (code, err) == (0, "")
    assert "fourteen" in report.read_text("utf-8-sig")


def test_unchanged_paragraphs_can_be_left_out(said, tmp_path: Path) -> None:
    same = "".join(f"Paragraph {n} of the story stays as it is.\n\n" for n in range(9))
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(f"{same}The bridge closes on Monday.\n")
    new.write_text(f"{same}The bridge closes on Sunday.\n")
    whole, brief = tmp_path / "whole.html", tmp_path / "brief.html"
    said("compare", old, new, "-o", whole)
    said("compare", old, new, "-o", brief, "--changes-only")
    assert "Paragraph 2 of the story" in whole.read_text("utf-8")
    page = brief.read_text("utf-8")
    assert "Paragraph 2 of the story" not in page
    assert "8 unchanged paragraphs" in page


def test_collate_refuses_what_it_can_not_write(said, tmp_path: Path) -> None:
    code, out, err = said("collate", *HARBOUR, "-o", tmp_path / "x.docx")
    assert (code, out) == (2, "")
    assert "end it in .pdf or .html or .csv or .json or .txt" in one_line(err)


def test_a_report_in_no_known_form_is_refused_before_anything_is_read(said, tmp_path: Path) -> None:
    for name in ("report.xyz", "report"):
        code, out, err = said("compare", tmp_path / "gone", tmp_path / "gone", "-o", name)
        assert (code, out) == (2, "")
        assert one_line(err).startswith(f"driftline: {name}: ")
        assert ".pdf" in err


def test_a_report_never_overwrites_one_of_the_texts(said, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_bytes(assets.path("samples", "harbour-1.txt").read_bytes())
    before = old.read_bytes()
    code, _, err = said("compare", old, HARBOUR[1], "-o", tmp_path / "." / "old.json")
    assert code == 2
    assert "one of the texts" in one_line(err)
    assert old.read_bytes() == before


@pytest.mark.parametrize("ending", ["pdf", "json"])
def test_a_report_that_can_not_be_written_is_told(said, tmp_path: Path, ending: str) -> None:
    where = tmp_path / "no folder" / f"report.{ending}"
    code, _, err = said("compare", *HARBOUR[:2], "-o", where)
    assert code == 2
    assert str(where) in one_line(err)


def test_a_report_is_set_as_the_editor_prefers(said, tmp_path, monkeypatch) -> None:
    from driftline.review.preferences import ExportDefaults, Paper, Preferences, save

    monkeypatch.setenv("DRIFTLINE_CONFIG_DIR", str(tmp_path))
    page = tmp_path / "report.html"
    assert said("compare", *HARBOUR[:2], "-o", page)[0] == 1
    assert "whole texts" in page.read_text("utf-8")
    save(Preferences(export=ExportDefaults(paper=Paper.LETTER, changes_only=True)), tmp_path)
    assert said("compare", *HARBOUR[:2], "-o", page)[0] == 1
    assert "changes only" in page.read_text("utf-8")
    document = tmp_path / "report.docx"
    assert said("compare", *HARBOUR[:2], "-o", document)[0] == 1
    with zipfile.ZipFile(document) as archive:
        assert b'w:w="12240" w:h="15840"' in archive.read("word/document.xml")
    (tmp_path / "preferences.json").write_text("{", "utf-8")
    code, _, err = said("compare", *HARBOUR[:2], "-o", page)
    assert code == 1
    assert "preferences.json is damaged" in err


def test_reports_are_dated_where_it_is_asked(said, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    said("compare", *HARBOUR[:2], "-o", report)
    assert "none recorded" in report.read_text("utf-8")
    said("compare", *HARBOUR[:2], "-o", report, "--dated")
    assert "none recorded" not in report.read_text("utf-8")
    plain, dated = tmp_path / "plain.pdf", tmp_path / "dated.pdf"
    said("collate", *HARBOUR, "-o", plain)
    said("collate", *HARBOUR, "-o", dated, "--dated")
    with pikepdf.open(plain) as one, pikepdf.open(dated) as other:
        assert "1970" in str(one.docinfo["/CreationDate"])
        assert "1970" not in str(other.docinfo["/CreationDate"])
