"""The commands: what each prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.calling import HARBOUR, ORCHARD, one_line
from driftline import assets


def test_clean_prints_the_story(said) -> None:
    code, out, err = said("clean", HARBOUR[0])
    assert (code, err) == (0, "")
    assert out.startswith("Kessport to close harbour crane road for a year\n\nThe port of")
    assert "(KWS)" not in out


def test_clean_of_several_texts_heads_each_with_its_name(said) -> None:
    _, out, _ = said("clean", HARBOUR[0], ORCHARD)
    assert out.startswith(f"==> {HARBOUR[0]} <==\n")
    assert f"\n\n==> {ORCHARD} <==\nLate frost" in out


def test_clean_can_print_the_cuts(said) -> None:
    _, out, _ = said("clean", "--cuts", HARBOUR[1])
    assert "Copyright notice" in out
    assert "All rights reserved." in out


def test_a_text_that_is_all_cut_is_told(said, tmp_path: Path) -> None:
    file = tmp_path / "stub.txt"
    file.write_text("Share on Facebook\n\nCopy link\n\n© 2024 Coast Herald. All rights reserved.\n")
    code, out, err = said("clean", file)
    assert (code, out.strip()) == (0, "")
    assert "--raw" in one_line(err)


def test_raw_cuts_nothing(said) -> None:
    _, out, _ = said("clean", "--raw", HARBOUR[0])
    assert "(KWS)" in out


def test_quotes_prints_a_table(said) -> None:
    code, out, _ = said("quotes", HARBOUR[0])
    assert code == 0
    assert out.splitlines()[0].split() == ["No.", "Kind", "Who", "Words"]
    assert "Marta Lindqvist (said)" in out


def test_group_prints_the_stories(said) -> None:
    code, out, _ = said("group", assets.path("samples"))
    assert code == 0
    assert "Story 1: 3 versions" in out
    assert "No other version:\n" in out
    assert out.index(HARBOUR[0]) < out.index(HARBOUR[1]) < out.index(HARBOUR[2])


def test_compare_prints_each_change(said) -> None:
    code, out, err = said("compare", HARBOUR[0], HARBOUR[1])
    assert (code, err) == (1, "")
    assert "[40] million euro plan" in out
    assert "[45] million euro plan" in out
    assert "Reporting verb" in out
    assert "9 February 2024, 17:42" in out


@pytest.mark.parametrize("same", ["the very file", "a copy"])
def test_identical_files_are_told_in_one_sentence(said, tmp_path: Path, same: str) -> None:
    other = tmp_path / "copy.txt"
    other.write_bytes(assets.path("samples", "harbour-1.txt").read_bytes())
    new = HARBOUR[0] if same == "the very file" else str(other)
    assert said("compare", HARBOUR[0], new) == (0, f"{HARBOUR[0]} and {new} are identical.\n", "")


def test_other_quotes_and_line_breaks_are_no_change_of_wording(said, tmp_path: Path) -> None:
    other = tmp_path / "straight.txt"
    text = assets.path("samples", "harbour-1.txt").read_text("utf-8")
    for curly, straight in ('“"', '”"', "’'"):
        text = text.replace(curly, straight)
    other.write_text(text, "utf-8")
    code, out, _ = said("compare", HARBOUR[0], other)
    assert code == 0
    assert "same wording" in out


def test_options_may_stand_between_the_paths(said) -> None:
    code, out, _ = said("compare", HARBOUR[0], "--json", HARBOUR[1])
    assert code == 1
    assert json.loads(out)["new"]["path"] == HARBOUR[1]


def test_collate_sets_versions_beside_each_other(said) -> None:
    code, out, err = said("collate", *HARBOUR, "--base", HARBOUR[0])
    assert (code, err) == (0, "")
    assert f"A  {HARBOUR[0]} (base text)" in out
    assert "  twelve] fourteen C (number)\n" in out


def test_collate_as_json_has_every_witness_in_every_column(said) -> None:
    code, out, _ = said("collate", *HARBOUR, "--json")
    value = json.loads(out)
    assert (code, value["schema"]) == (0, "driftline/collate/1")
    assert [witness["id"] for witness in value["witnesses"]] == ["A", "B", "C"]
    assert value["base"] in "ABC"
    for column in value["columns"]:
        there = [w for reading in column["readings"] for w in reading["witnesses"]]
        assert sorted([*there, *column["absent"]]) == ["A", "B", "C"]


def test_the_base_text_may_lie_elsewhere(said, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text("The wall held for an hour.")
    base = tmp_path / "base" / "one.txt"
    base.parent.mkdir()
    base.write_text("The wall held for a day.")
    code, out, _ = said("collate", tmp_path / "two.txt", "--base", base, "--raw")
    assert code == 0
    assert "  day] hour B (reworded)\n" in out


def test_collate_does_the_rest_when_one_can_not_be_read(said, tmp_path: Path) -> None:
    code, out, err = said("collate", *HARBOUR, tmp_path / "none.txt")
    assert code == 2
    assert "none.txt" in one_line(err)
    assert "fourteen" in out


def test_every_command_can_skip_cleaning(said, tmp_path: Path) -> None:
    page, story = tmp_path / "page.txt", tmp_path / "story.txt"
    page.write_text(Path(HARBOUR[0]).read_text("utf-8"), "utf-8")
    story.write_text(said("clean", HARBOUR[0])[1], "utf-8")
    assert said("compare", page, story)[0] == 0
    assert said("compare", page, story, "--raw")[0] == 1
    assert "KWS" not in said("collate", page, story)[1]
    assert "KWS" in said("collate", page, story, "--raw")[1]
    assert said("group", page, story, "--raw")[0] == said("quotes", page, "--raw")[0] == 0
