"""The command line: versions, help, and what is not understood."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.calling import ORCHARD
from driftline import __version__
from driftline.cli.arguments import COMMANDS


def test_version(said) -> None:
    assert said("--version") == (0, f"driftline {__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
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


def test_an_option_of_no_command_is_named(said) -> None:
    code, out, err = said("--colour", "red")
    assert (code, out) == (2, "")
    assert "red" in err or "--colour" in err
    assert said("--colour")[2].endswith("unrecognized arguments: --colour\n")
    assert "name a command: clean, quotes" in said("--self-test", "--wait")[2]
