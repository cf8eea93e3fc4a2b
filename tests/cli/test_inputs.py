"""The command line: good and bad input, pairs, pipes and standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.calling import HARBOUR, ORCHARD, one_line, program
from driftline import assets


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


def test_pairs_go_on_after_a_bad_line(said, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        f"{HARBOUR[0]}\t{tmp_path / 'gone.txt'}\n\nno tab here\n{HARBOUR[0]}\t{HARBOUR[1]}\n",
        "utf-8",
    )
    code, out, err = said("compare", "--pairs", pairs, "--json")
    assert code == 2
    assert len(out.splitlines()) == 1
    gone, torn = err.splitlines()
    assert "gone.txt" in gone
    assert "line 3 is not two names" in torn


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


def test_standard_input_can_be_read_but_once() -> None:
    done = program("compare", "-", "-", input="The wall held for an hour.")
    assert (done.returncode, done.stdout) == (2, "")
    assert "all was read before" in one_line(done.stderr)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_read_like_a_file(said) -> None:
    ends = [os.pipe(), os.pipe()]
    for (_, entry), name in zip(ends, HARBOUR, strict=False):
        os.write(entry, Path(name).read_bytes())
        os.close(entry)
    piped = [f"/dev/fd/{outlet}" for outlet, _ in ends]
    code, out, err = said("compare", *piped, "--json")
    for outlet, _ in ends:
        os.close(outlet)
    assert (code, err) == (1, "")
    told = json.loads(out)
    plain = json.loads(said("compare", *HARBOUR[:2], "--json")[1])
    assert [told[side]["path"] for side in ("old", "new")] == piped
    assert told["edits"] == plain["edits"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_that_is_no_text_comes_back_as_it_was(said, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_bytes(Path(ORCHARD).read_bytes())
    done = program("clean", "--json", os.fsdecode(name))
    assert (done.returncode, done.stderr) == (0, "")
    assert os.fsencode(json.loads(done.stdout)["path"]) == name
    assert program("clean", os.fsdecode(name), ORCHARD).stdout.startswith(
        f"==> {tmp_path}/caf\\udce9.txt <==\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["clean", "", ORCHARD],
        ["compare", ORCHARD, ""],
        ["compare", "--pairs", ""],
        ["collate", ORCHARD, "--base", ""],
        ["compare", ORCHARD, ORCHARD, "-o", ""],
    ],
)
def test_an_empty_name_is_refused(said, words: list[str]) -> None:
    code, out, err = said(*words)
    assert (code, out) == (2, "")
    assert "a name is empty" in err


def test_a_name_gives_the_terminal_no_orders(said) -> None:
    code, _, err = said("clean", "a\x1b[2Jb\x9b.txt")
    assert code == 2
    assert one_line(err).startswith("driftline: a\\x1b[2Jb\\x9b.txt: there is no such file")


def test_an_encoding_can_be_named(said, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Zażółć gęślą jaźń.".encode("iso-8859-2"))
    code, out, err = said("clean", file, "--encoding", "iso-8859-2", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert (told["text"], told["encoding"]) == ("Zażółć gęślą jaźń.", "iso8859-2")
    code, out, err = said("clean", file, "--encoding", "klingon")
    assert (code, out) == (2, "")
    assert "no encoding named 'klingon'" in one_line(err)


def test_pairs_are_told_one_after_the_other(said, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(f"{HARBOUR[0]}\t{HARBOUR[0]}\n{ORCHARD}\t{ORCHARD}\n", "utf-8")
    same = "{0} and {0} are identical.\n"
    told = f"{same.format(HARBOUR[0])}\n{same.format(ORCHARD)}"
    assert said("compare", "--pairs", pairs) == (0, told, "")


@pytest.mark.parametrize("base", ["-", "gone.txt"])
def test_a_collation_needs_its_base_text(said, base: str) -> None:
    code, out, err = said("collate", *HARBOUR, "--base", base)
    assert (code, out) == (2, "")
    assert base in one_line(err)


def test_behind_two_dashes_a_name_may_begin_with_one(
    said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-o.txt").write_text("The wall held for an hour.")
    assert said("clean", "--", "-o.txt") == (0, "The wall held for an hour.\n", "")
    code, out, err = said("compare", "--json", ORCHARD, "--", "-o.txt")
    assert (code, err) == (1, "")
    assert json.loads(out)["new"]["path"] == "-o.txt"
    assert said("collate", "--raw", "--", "-o.txt", ORCHARD)[0] == 0


def test_a_name_too_long_for_any_file_is_told(said) -> None:
    for words in (["clean", "n" * 5000], ["compare", "n" * 5000, ORCHARD]):
        code, out, err = said(*words)
        assert (code, out) == (2, "")
        assert "file name too long" in one_line(err)


def test_an_input_named_twice_is_told_twice(said) -> None:
    code, out, _ = said("clean", ORCHARD, HARBOUR[0], ORCHARD, "--json")
    assert code == 0
    assert [json.loads(line)["path"] for line in out.splitlines()] == [ORCHARD, HARBOUR[0], ORCHARD]
    (grouped,) = said("group", ORCHARD, ORCHARD, "--json")[1].splitlines()
    assert [story["members"] for story in json.loads(grouped)["stories"]] == [[ORCHARD]]
    assert "B  " not in said("collate", ORCHARD, ORCHARD)[1]


@pytest.mark.parametrize("name", ["hex", "rot13"])
def test_what_is_no_encoding_of_texts_is_told_so(said, name: str) -> None:
    code, out, err = said("clean", ORCHARD, "--encoding", name)
    assert (code, out) == (2, "")
    assert f"no encoding named '{name}'" in one_line(err)
