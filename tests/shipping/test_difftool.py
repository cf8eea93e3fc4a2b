"""The lines of the README make `git difftool` show what became of a text."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from driftline import assets

README = Path(__file__).parents[2] / "README.md"
pytestmark = [
    pytest.mark.skipif(not README.exists(), reason="the tests do not run in a checkout"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]


@pytest.fixture
def git(tmp_path: Path):
    """Runs git in a repository whose story has two versions; gives what it prints."""
    programs = tmp_path / "bin"
    programs.mkdir()
    # No window opens here: what would be its comparison is printed.
    starter = programs / "driftline"
    starter.write_text(
        f'#!/bin/sh\n[ "$1" != --wait ] || {{ shift; set -- compare "$@"; }}\n'
        f'exec "{sys.executable}" -m driftline "$@"\n'
    )
    starter.chmod(0o755)
    story = tmp_path / "story.txt"
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "GIT_CONFIG_NOSYSTEM": "1",
    } | {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER")
         for what in ("NAME", "EMAIL")}  # fmt: skip

    def call(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=tmp_path, env=environment, text=True, capture_output=True,
            encoding="utf-8", check=True,
        )  # fmt: skip
        return done.stdout

    call("init", "-q")
    for number in (1, 2):
        story.write_bytes(assets.path("samples", f"harbour-{number}.txt").read_bytes())
        call("add", "story.txt")
        call("commit", "-qm", str(number))
    return call


def lines(start: str) -> list[list[str]]:
    """The README's commands with this start, as git takes them."""
    found = [
        shlex.split(line, comments=True)
        for line in README.read_text("utf-8").splitlines()
        if line.startswith(f"    {start}")
    ]
    assert found, start
    return found


def test_two_lines_set_it_up(git) -> None:
    settings = lines("git config")
    assert len(settings) == 2
    for words in settings:
        git(*words[1:])
    said = git("difftool", "-y", "HEAD~1", "--", "story.txt")
    assert "[40] million euro plan" in said
    assert "[45] million euro plan" in said


def test_the_terminal_needs_no_set_up(git) -> None:
    (words,) = [words for words in lines("git difftool") if "-x" in words]
    said = git(*words[1:])
    assert said.index("[40] million") < said.index("[45] million")
