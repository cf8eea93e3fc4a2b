"""Runs every command and follows every link the documents name: `python packaging/check_docs.py`.

Commands are the indented or fenced lines of the documents that begin with a program's name. They
are run in a folder with the files they speak of; `make` targets are only looked up, a command that
opens the window must open it (on no screen) and is then ended. What can't be run here is listed.
Links to places outside are listed too: nothing is fetched.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "resources" / "help").rglob("*.md")),
]
#: Programs whose lines are commands.
RUN = ("driftline", "git", "make")
#: Programs whose lines are commands for another system, or change this one.
NOT_RUN = (
    "sudo", "python", "python3", ".venv\\Scripts\\python", ".venv/bin/python", "iscc", "signtool",
    "dist\\driftline\\driftline.exe", "pip", "apt-get",
)  # fmt: skip
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`[^`]*`")
#: Seconds after which a command that opens the window counts as having opened it.
_OPEN_AFTER = 4


@dataclass
class Findings:
    """What was found, in the order of the documents."""

    done: int = 0
    wrong: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def commands(text: str) -> list[str]:
    """The lines of code blocks, without the remark that stands some spaces behind them."""
    found = []
    fenced = False
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            found.append(re.sub(r"\s{2,}.*$", "", line.strip()))
    return [line for line in found if line]


def slug(heading: str) -> str:
    """The name under which a heading can be linked."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def check_links(document: Path, findings: Findings) -> None:
    """Each link's file and heading must be there."""
    text = document.read_text("utf-8")
    named = document.relative_to(ROOT)
    for target in _LINK.findall(_CODE.sub("", text)):
        if re.match(r"[a-z]+:", target):
            findings.left.append(f"{named}: link {target}")
            continue
        findings.done += 1
        file, _, heading = target.partition("#")
        there = (document.parent / file) if file else document
        if not there.exists():
            findings.wrong.append(f"{named}: {target} is not there")
        elif heading and there.suffix == ".md":
            lines = there.read_text("utf-8").splitlines()
            if heading not in {slug(line.lstrip("#")) for line in lines if line.startswith("#")}:
                findings.wrong.append(f"{named}: {target}: no such heading")


def prepare(folder: Path) -> dict[str, str]:
    """The files the commands speak of, and the environment they are run in."""
    samples = ROOT / "resources" / "samples"
    names = {1: ("old.txt", "monday.html", "page.txt", "page.html"), 2: ("new.txt", "tuesday.html")}
    for number, copies in names.items():
        text = (samples / f"harbour-{number}.txt").read_text("utf-8")
        for name in copies:
            paragraphs = "".join(f"<p>{p}</p>" for p in text.split("\n\n"))
            html = f"<!DOCTYPE html><html><body><article>{paragraphs}</article></body></html>"
            (folder / name).write_text(html if name.endswith("html") else text, "utf-8")
    for name in ("folder", "inbox"):
        shutil.copytree(samples, folder / name)
    (folder / "pairs.tsv").write_text("old.txt\tnew.txt\n", "utf-8")

    programs = folder / "bin"
    programs.mkdir()
    starter = programs / "driftline"
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m driftline "$@"\n')
    starter.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT / "desktop"),
        "QT_QPA_PLATFORM": "offscreen",
        "DRIFTLINE_DATA_DIR": str(folder / "data"),
        "DRIFTLINE_CONFIG_DIR": str(folder / "config"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip
    for step in (
        "git init -q .",
        "cp old.txt story.txt",
        "git add story.txt",
        "git commit -qm one",
        "cp new.txt story.txt",
        "git commit -qam two",
        "git config --global difftool.prompt false",
    ):
        subprocess.run(shlex.split(step), cwd=folder, env=environment, check=True)
    return environment


def run(line: str, folder: Path, environment: dict[str, str]) -> str:
    """Why a command does not do what the document says; "" when it does."""
    if line.startswith("make "):
        made = subprocess.run(
            ["make", "-n", "-C", str(ROOT), line.split()[1]],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return made.stderr.strip() if made.returncode else ""
    program = subprocess.Popen(
        ["sh", "-c", line], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    window = line.split()[0] == "driftline" and not re.match(
        r"driftline (clean|quotes|group|compare|collate|--(help|version|self-test))", line
    )
    window = window or (line.startswith("git difftool") and "-x" not in line)
    try:
        _, errors = program.communicate(timeout=_OPEN_AFTER if window else 100)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, 15)
        program.communicate()
        return "" if window else "it did not end"
    # 1 says that the wording changed, which it did.
    if program.returncode in (0, 1) and not window:
        return ""
    return f"it ended with {program.returncode}: {errors.strip()}"


def main() -> int:
    """Check all documents; gives the exit code."""
    findings = Findings()
    tried: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="driftline-docs-") as name:
        folder = Path(name)
        environment = prepare(folder)
        for document in DOCUMENTS:
            check_links(document, findings)
            for line in commands(document.read_text("utf-8")):
                program = line.split()[0]
                if line in tried or program not in (*RUN, *NOT_RUN):
                    continue
                tried.add(line)
                where = f"{document.relative_to(ROOT)}: {line}"
                if program in NOT_RUN:
                    findings.left.append(where)
                    continue
                findings.done += 1
                if why := run(line, folder, environment):
                    findings.wrong.append(f"{where}: {why}")
    for line in findings.left:
        print(f"not tried  {line}")
    for line in findings.wrong:
        print(f"WRONG      {line}")
    print(f"{findings.done} links and commands tried, {len(findings.wrong)} wrong")
    return 1 if findings.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
