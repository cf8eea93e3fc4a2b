"""The command line: what it prints where, its exit codes, and bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from driftline import __version__, assets, cli
from driftline.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = [str(assets.path("samples", f"harbour-{number}.txt")) for number in (1, 2, 3)]
ORCHARD = str(assets.path("samples", "orchard.txt"))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Runs the program; gives its exit code, and what it wrote to both outputs."""

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return call


def program(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "", **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "driftline", *arguments],
        capture_output=True, encoding="utf-8", timeout=60, check=False, env=environment, **more,
    )  # fmt: skip


# ---------------------------------------------------------------------------- help and version


def test_version(said) -> None:
    assert said("--version") == (0, f"driftline {__version__}\n", "")


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_has_help_with_an_example(said, command: str) -> None:
    code, out, err = said(command, "--help")
    assert (code, err) == (0, "")
    assert f"Example:\n  driftline {command} " in out


def test_help_tells_how_to_open_the_window(said) -> None:
    code, out, _ = said("--help")
    assert code == 0
    assert "driftline OLD NEW" in out


def test_the_version_needs_nothing_heavy() -> None:
    code = (
        "import sys; from driftline.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'rapidfuzz', 'lxml', 'regex', 'typst', 'PySide6', 'multiprocessing'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_wrong_option_is_told_with_the_usage(said) -> None:
    code, out, err = said("clean", "--colour", ORCHARD)
    assert (code, out) == (2, "")
    assert "usage: driftline clean" in err


# ---------------------------------------------------------------------------- the commands


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
    assert "Copyright line" in out
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
    assert "  day] hour B (paraphrase)\n" in out


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_collation_can_be_written(said, tmp_path: Path, ending: str) -> None:
    report = tmp_path / f"collation.{ending}"
    code, _, err = said("collate", *HARBOUR, "-o", report)
    assert (code, err) == (0, "")
    assert "fourteen" in report.read_text("utf-8-sig")


def test_collate_refuses_what_it_can_not_write(said, tmp_path: Path) -> None:
    code, out, err = said("collate", *HARBOUR, "-o", tmp_path / "x.pdf")
    assert (code, out) == (2, "")
    assert "end it in .json or .csv" in one_line(err)


def test_collate_does_the_rest_when_one_can_not_be_read(said, tmp_path: Path) -> None:
    code, out, err = said("collate", *HARBOUR, tmp_path / "none.txt")
    assert code == 2
    assert "none.txt" in one_line(err)
    assert "fourteen" in out


# ---------------------------------------------------------------------------- bad input


def one_line(err: str) -> str:
    assert err.startswith("driftline: ")
    assert err.count("\n") == 1
    return err


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    made = {
        "empty": b"",
        "blank": b" \n\t\n",
        "binary": bytes(range(256)) * 40,
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
    }
    files = {}
    for name, data in made.items():
        files[name] = tmp_path / f"{name}.txt"
        files[name].write_bytes(data)
    files["missing"] = tmp_path / "missing.txt"
    files["folder"] = tmp_path / "no texts"
    files["folder"].mkdir()
    (files["folder"] / "program.exe").write_bytes(b"MZ")
    return files


KINDS_OF_BAD = ("empty", "blank", "binary", "picture", "missing", "folder")


@pytest.mark.parametrize("kind", KINDS_OF_BAD)
@pytest.mark.parametrize("command", ["clean", "quotes", "group"])
def test_bad_input_is_one_line_and_the_rest_goes_on(
    said, bad: dict[str, Path], command: str, kind: str
) -> None:
    code, out, err = said(command, "--json", bad[kind], ORCHARD)
    assert code == 2
    assert str(bad[kind]) in one_line(err)
    assert ";" in err, "it says what to do"
    assert ORCHARD in out
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize("kind", KINDS_OF_BAD)
@pytest.mark.parametrize("side", [0, 1])
def test_compare_with_bad_input_prints_nothing(
    said, bad: dict[str, Path], kind: str, side: int
) -> None:
    texts = [ORCHARD, ORCHARD]
    texts[side] = str(bad[kind])
    code, out, err = said("compare", *texts)
    assert (code, out) == (2, "")
    assert str(bad[kind]) in one_line(err)


def test_undecodable_bytes_are_read_with_a_note(said, tmp_path: Path) -> None:
    file = tmp_path / "torn.txt"
    text = assets.path("samples", "orchard.txt").read_bytes()
    file.write_bytes(text[:300] + b"\xff\xfe\x81" + text[300:])
    code, out, _ = said("clean", "--json", file)
    assert code == 0
    assert "Growers in the Vallen valley" in json.loads(out)["cleaned"]


def test_two_bad_inputs_are_two_lines(said, bad: dict[str, Path]) -> None:
    code, out, err = said("group", bad["missing"], ORCHARD, bad["empty"])
    assert code == 2
    assert ORCHARD in out
    assert [line.split(":")[1].strip() for line in err.splitlines()] == [
        str(bad["missing"]),
        str(bad["empty"]),
    ]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_compare_takes_two_texts(said, count: int) -> None:
    code, out, err = said("compare", *HARBOUR[:count])
    assert (code, out) == (2, "")
    assert f"was given {count}" in one_line(err)


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


def test_pairs_go_on_after_a_bad_line(said, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        f"{HARBOUR[0]}\t{tmp_path / 'gone.txt'}\nno tab here\n\n{HARBOUR[0]}\t{HARBOUR[1]}\n",
        "utf-8",
    )
    code, out, err = said("compare", "--pairs", pairs, "--json")
    assert code == 2
    assert len(out.splitlines()) == 1
    gone, torn = err.splitlines()
    assert "gone.txt" in gone
    assert "line 2" in torn


@pytest.mark.parametrize("data", [None, b"\xff\xfe\xfd\x80"])
def test_a_bad_file_of_pairs_is_told(said, tmp_path: Path, data: bytes | None) -> None:
    pairs = tmp_path / "pairs.tsv"
    if data:
        pairs.write_bytes(data)
    code, out, err = said("compare", "--pairs", pairs, "--json")
    assert (code, out) == (2, "")
    assert str(pairs) in one_line(err)


def test_pairs_and_two_texts_exclude_each_other(said, tmp_path: Path) -> None:
    code, _, err = said("compare", "--pairs", tmp_path / "p.tsv", *HARBOUR[:2])
    assert code == 2
    assert "--pairs" in one_line(err)


# ---------------------------------------------------------------------------- the outside world


def test_standard_input_is_a_text() -> None:
    text = assets.path("samples", "harbour-1.txt").read_text("utf-8")
    done = program("compare", "-", HARBOUR[0], "--json", input=text)
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told["old"] == {**told["new"], "path": "-"}


def test_empty_standard_input_is_told() -> None:
    done = program("clean", "-", stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (2, "")
    assert one_line(done.stderr).startswith("driftline: -: ")


def test_output_is_utf8_whatever_the_locale() -> None:
    done = program("clean", HARBOUR[0], env={"LC_ALL": "C", "PYTHONUTF8": "0", "LANG": "C"})
    assert done.returncode == 0
    assert "“We have put this off" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_goes_away_causes_no_words() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "driftline", "clean", "--json", *HARBOUR * 3],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    running.stdout.close()
    _, err = running.communicate(timeout=60)
    assert err == b""
    assert running.returncode == cli.READER_GONE


class _Interrupted:
    """Standard input at which somebody presses Ctrl+C."""

    @property
    def buffer(self) -> _Interrupted:
        return self

    def read(self) -> bytes:
        raise KeyboardInterrupt


def test_interrupting_leaves_no_traceback(said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Interrupted())
    assert said("clean", "-") == (cli.INTERRUPTED, "", "")


def test_without_a_display_the_window_says_so_and_names_the_commands() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = program(HARBOUR[0], HARBOUR[1], env=hidden)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display")
    assert (done.returncode, done.stdout) == (2, "")
    assert "compare" in one_line(done.stderr)
    assert "display" in done.stderr or "PySide6" in done.stderr


def test_without_pyside6_the_window_names_the_command_that_installs_it() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from driftline.__main__ import main; sys.exit(main([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "pip install 'driftline[gui]'" in one_line(done.stderr)


def test_a_report_is_set_as_the_editor_prefers(said, tmp_path, monkeypatch) -> None:
    from driftline.review.preferences import ExportDefaults, Paper, Preferences, save

    monkeypatch.setenv("DRIFTLINE_CONFIG_DIR", str(tmp_path))
    page = tmp_path / "report.html"
    assert said("compare", *HARBOUR[:2], "-o", page)[0] == 1
    assert "whole texts" in page.read_text("utf-8")
    save(Preferences(export=ExportDefaults(paper=Paper.LETTER, changes_only=True)), tmp_path)
    assert said("compare", *HARBOUR[:2], "-o", page)[0] == 1
    assert "changes only" in page.read_text("utf-8")
    (tmp_path / "preferences.json").write_text("{", "utf-8")
    code, _, err = said("compare", *HARBOUR[:2], "-o", page)
    assert code == 1
    assert "preferences.json is damaged" in err
