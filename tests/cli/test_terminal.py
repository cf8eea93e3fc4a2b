"""The progress bar: on a terminal only, and off the line before anything else is written."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from cli.calling import HARBOUR
from driftline.cli.terminal import Bar

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(patch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of sixty columns as standard error, on which the bar does not wait."""
    made = Terminal()
    patch.setattr(sys, "stderr", made)
    patch.setattr(Bar, "_FIRST_AFTER", 0)
    patch.setattr(Bar, "_EVERY", 0)
    patch.setenv("COLUMNS", "60")
    return made


def test_the_bar_fills_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    with Bar() as bar:
        bar("words", 1, 2)
        half = shown.getvalue()
        bar("words", 2, 2)
        full = shown.getvalue()[len(half) :]
    assert half.count("█") == half.count("░") == 12
    assert "Words" in half
    assert "█" in full
    assert "░" not in full
    assert shown.getvalue().endswith("\r\x1b[K")


def test_the_bar_stays_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    with Bar() as bar:
        bar("Reading a name of some length/and/more/of/it/until/the/line/ends.html", 0, 1)
    _, line, _ = shown.getvalue().split("\r")
    assert len(line.removesuffix("\x1b[K")) == 59


def test_of_several_inputs_the_bar_counts_those_done(monkeypatch: pytest.MonkeyPatch, said) -> None:
    shown = terminal(monkeypatch)
    said("clean", *HARBOUR)
    filled = [line.count("█") for line in shown.getvalue().split("\r") if "░" in line]
    assert filled == sorted(filled)
    assert set(filled) == {0, 8, 16}


def test_there_is_no_bar_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bar, "_FIRST_AFTER", 0)
        with Bar() as bar:
            bar("words", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_text_gives_the_terminal_no_orders(
    monkeypatch: pytest.MonkeyPatch, said, tmp_path: Path
) -> None:
    file = tmp_path / "wall.txt"
    rest = "Nobody was hurt, and the road was open again by noon.\n"
    file.write_text(f"The wall\x1b]0;gone\x07 held.\t{rest}", "utf-8")
    assert said("clean", "--raw", file) == (0, file.read_text("utf-8"), "")
    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    said("clean", "--raw", file)
    assert shown.getvalue() == f"The wall\\u001b]0;gone\\u0007 held.\t{rest}"
