"""Man page and completions: whole, and understood by those who read them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from driftline.cli.arguments import parsers

MAKER = Path(__file__).parents[2] / "packaging" / "command_line.py"
pytestmark = pytest.mark.skipif(not MAKER.exists(), reason="the tests do not run in a checkout")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    subprocess.run([sys.executable, str(MAKER), str(folder)], check=True)
    return folder


def options() -> dict[str, set[str]]:
    """Each command's options, asked of the program as a user would."""
    found = {}
    for name, command in parsers()[1].items():
        words = command.format_help().replace(",", " ").replace("[", " ").replace("]", " ").split()
        found[name] = {word for word in words if word.startswith("--")}
    return found


def test_the_man_page_tells_every_command_and_option(made: Path) -> None:
    page = (made / "driftline.1").read_text("utf-8").replace("\\-", "-")
    for command, names in options().items():
        part = page.partition(f".SS {command}\n")[2].partition(".SS ")[0]
        assert part, command
        for name in names:
            assert name in part, f"{command} {name}"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_man_page_is_set_without_a_warning(made: Path) -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-z", str(made / "driftline.1")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_options_and_files(made: Path, tmp_path: Path) -> None:
    (tmp_path / "old story.txt").touch()

    def completed(*words: str) -> set[str]:
        line = " ".join(f"'{word}'" for word in words)
        script = (
            f"source '{made}/driftline.bash'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; "
            '_driftline; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        said = subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        return set(said.stdout.split("\n")) - {""}

    assert {"compare", "collate"} <= completed("driftline", "co")
    assert "old story.txt" in completed("driftline", "o")
    for command, names in options().items():
        assert names <= completed("driftline", command, "--"), command
    assert completed("driftline", "compare", "-o", "ol") == {"old story.txt"}
    assert completed("driftline", "compare", "--js") == {"--json"}
    assert completed("driftline", "compare", "--encoding", "o") == set()


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_completes_commands_and_options(made: Path, tmp_path: Path) -> None:
    def completed(line: str) -> set[str]:
        script = f"source {made}/driftline.fish; complete -C '{line}'"
        said = subprocess.run(
            ["fish", "--no-config", "-c", script], capture_output=True, text=True, check=True,
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        )  # fmt: skip
        return {row.split("\t")[0] for row in said.stdout.splitlines()}

    assert {"compare", "collate"} <= completed("driftline co")
    for command, names in options().items():
        assert names <= completed(f"driftline {command} --"), command


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_understands_its_completion(made: Path) -> None:
    script = f"autoload -U compinit; compinit -u -D; source {made}/_driftline; whence -w _driftline"
    done = subprocess.run(
        ["zsh", "-f", "-c", script], capture_output=True, text=True, check=True
    )  # fmt: skip
    assert "function" in done.stdout
    assert done.stderr == ""
