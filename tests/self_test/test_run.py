"""The self-test: quiet and 0 where all works, 1 and the culprit where something is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from driftline.engine.reading.sniffing import Format, sniff
from driftline.report.write import suffixes
from driftline.self_test.story_files import MAKERS

if TYPE_CHECKING:
    from pathlib import Path


def self_test(**environment: str) -> subprocess.CompletedProcess[str]:
    known = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "driftline", "--self-test"],
        capture_output=True, encoding="utf-8", timeout=100, check=False,
        env={**known, **environment},
    )  # fmt: skip


def test_a_sound_installation_passes() -> None:
    done = self_test()
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == "everything works"
    for suffix in suffixes():
        assert f"ok      write report{suffix}" in lines
    harmless = "This plugin does not support propagateSizeHints()"
    assert not [line for line in done.stderr.splitlines() if line != harmless]


def test_a_lost_library_is_found_and_the_rest_is_still_tried(tmp_path: Path) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError('typst is gone')\n")
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = self_test(PYTHONPATH=path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "FAILED  write report.pdf: ImportError: typst is gone" in done.stdout
    assert "ok      write report.docx" in done.stdout


def test_every_format_that_is_read_is_tried() -> None:
    assert {sniff(name, make()) for name, make in MAKERS.items()} == set(Format)
