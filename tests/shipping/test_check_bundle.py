"""The check of a built program lets nothing pass that nobody has looked at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECK = Path(__file__).parents[2] / "packaging" / "check_bundle.sh"
pytestmark = [
    pytest.mark.skipif(not CHECK.exists(), reason="the tests do not run in a checkout"),
    pytest.mark.skipif(sys.platform == "win32", reason="it is a shell script"),
]
HARMLESS = "This plugin does not support propagateSizeHints()"


@pytest.mark.parametrize(
    ("errors", "code", "passes"),
    [
        ([], 0, True),
        ([HARMLESS, HARMLESS], 0, True),
        ([HARMLESS], 1, False),
        (["QFont: cannot find font"], 0, False),
        ([HARMLESS, HARMLESS + " !"], 0, False),
    ],
)
def test_only_known_lines_and_success_pass(
    tmp_path: Path, errors: list[str], code: int, passes: bool
) -> None:
    program = tmp_path / "program"
    said = "".join(f"echo '{line}' >&2\n" for line in errors)
    program.write_text(f'#!/bin/sh\n[ "$1" = --self-test ] || exit 0\n{said}exit {code}\n')
    program.chmod(0o755)
    done = subprocess.run(["sh", str(CHECK), str(program)], capture_output=True, check=False)
    assert (done.returncode == 0) is passes
