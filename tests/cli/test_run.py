"""The command line among other programs: outputs, signals, no display."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.calling import HARBOUR, one_line, program
from driftline.cli.exit_codes import INTERRUPTED, READER_GONE


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
    assert running.returncode == READER_GONE


@pytest.mark.skipif(os.name == "nt", reason="Windows closes no outputs")
@pytest.mark.parametrize(
    ("closed", "file", "code"),
    [(">&-", HARBOUR[0], 0), ("2>&-", "gone.txt", 2), (">&- 2>&-", "", 2)],
)
def test_a_closed_output_swallows_its_words(closed: str, file: str, code: int) -> None:
    call = [sys.executable, "-m", "driftline", "clean", file]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *call],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("command", ["clean", "group"])
def test_results_that_find_no_room_are_told(command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "driftline", command, HARBOUR[0]],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert one_line(done.stderr).startswith("driftline: standard output: it can't be written")


class _Interrupted:
    """Standard input at which somebody presses Ctrl+C."""

    @property
    def buffer(self) -> _Interrupted:
        return self

    def read(self) -> bytes:
        raise KeyboardInterrupt


def test_interrupting_leaves_no_traceback(said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Interrupted())
    assert said("clean", "-") == (INTERRUPTED, "", "")


def test_without_a_display_the_window_says_so_and_names_the_commands() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = program(HARBOUR[0], HARBOUR[1], env=hidden)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display")
    assert (done.returncode, done.stdout) == (2, "")
    assert "driftline --help" in one_line(done.stderr)
    assert "display" in done.stderr or "PySide6" in done.stderr


def test_behind_two_dashes_the_window_takes_names_that_begin_with_one() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = program("--", "-story.txt", env=hidden)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the window can't open" in one_line(done.stderr)


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


def test_each_result_is_printed_as_soon_as_it_is_done() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "driftline", "clean", "--json", HARBOUR[0], "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    ) as running:  # fmt: skip
        assert json.loads(running.stdout.readline())["path"] == HARBOUR[0]
        rest, _ = running.communicate("The wall held for an hour.", timeout=60)
    assert json.loads(rest)["path"] == "-"
    assert running.returncode == 0


def lost(folder: Path, library: str) -> dict[str, str]:
    """The surroundings of a program whose installation has lost a library."""
    (folder / f"{library}.py").write_text("raise ImportError('it is gone')\n")
    return {"PYTHONPATH": os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", "")))}


def test_a_mistake_in_the_program_is_one_line_and_its_traceback_can_be_had(tmp_path: Path) -> None:
    broken = lost(tmp_path, "rapidfuzz")
    done = program("compare", *HARBOUR[:2], env=broken)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a mistake in the program (ImportError: it is gone)" in one_line(done.stderr)
    done = program("compare", *HARBOUR[:2], env={**broken, "DRIFTLINE_TRACEBACK": "1"})
    assert done.stderr.startswith("Traceback")


def test_a_reader_that_is_missing_is_not_called_a_damaged_file(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>The wall held for an hour.</p>")
    done = program("clean", str(page), env=lost(tmp_path, "lxml"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "install the program again" in one_line(done.stderr)
