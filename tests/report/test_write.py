import json
import os
from pathlib import Path

import pytest

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Cancelled
from driftline.report.options import Annotations, Remark
from driftline.report.write import suffixes, write
from report import making

COMPARISON = making.texts(["It rained on Monday."], ["It snowed on Monday."])


@pytest.mark.parametrize("suffix", suffixes())
def test_every_form_is_written_whole_and_nothing_else(tmp_path, suffix):
    path = tmp_path / f"report{suffix}"
    write(COMPARISON, path)
    assert path.stat().st_size > 0
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", suffixes())
def test_two_runs_give_the_same_bytes(tmp_path, suffix):
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    write(COMPARISON, one)
    write(COMPARISON, two)
    assert one.read_bytes() == two.read_bytes()


def test_an_unknown_ending_is_named(tmp_path):
    for name in ("report.xyz", "report"):
        with pytest.raises(DriftlineError, match=r"\.pdf"):
            write(COMPARISON, tmp_path / name)


@pytest.mark.parametrize("suffix", suffixes())
def test_places_that_can_not_be_written_are_told(tmp_path, suffix):
    (tmp_path / f"folder{suffix}").mkdir()
    for path in (
        tmp_path / "missing" / f"report{suffix}",
        tmp_path / f"folder{suffix}",
        tmp_path / ("long" * 100 + suffix),
        tmp_path / f"nul\x00{suffix}",
    ):
        with pytest.raises(DriftlineError):
            write(COMPARISON, path)
    assert [p.name for p in tmp_path.iterdir()] == [f"folder{suffix}"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "report.html"
    path.write_text("yesterday")
    real = os.fsync

    def full(handle: int) -> None:
        real(handle)
        with open("/dev/full", "wb", buffering=0) as stream:  # noqa: PTH123  (a device)
            stream.write(b"x")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DriftlineError, match="disk is full"):
        write(COMPARISON, path)
    assert path.read_text() == "yesterday"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "kept").mkdir()
    link, report = tmp_path / "latest.html", tmp_path / "kept" / "monday.html"
    link.symlink_to(report)
    for _ in range(2):
        write(COMPARISON, link)
        assert link.is_symlink()
        assert report.stat().st_size > 0
    assert [p.name for p in report.parent.iterdir()] == ["monday.html"]


def test_odd_names_are_fine(tmp_path):
    for name in ("a b.pdf", "é“x”.html", "-o.csv", "#1%20.json", "مرحبا.docx"):
        write(COMPARISON, tmp_path / name)
    assert len(list(tmp_path.iterdir())) == 5


def test_cancel_leaves_nothing(tmp_path):
    def stop(label: str, done: int, total: int) -> None:
        raise Cancelled

    for suffix in suffixes():
        with pytest.raises(Cancelled):
            write(COMPARISON, tmp_path / f"report{suffix}", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_the_json_carries_remarks(tmp_path):
    path = tmp_path / "report.json"
    write(COMPARISON, path, review=Annotations({COMPARISON.edits[0].id: Remark("query", "Why?")}))
    value = json.loads(path.read_text("utf-8"))
    assert value["schema"] == "driftline/compare/1"
    assert value["edits"][0]["note"] == "Why?"
