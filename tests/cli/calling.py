"""The program as the tests call it, and the sample stories they give it."""

from __future__ import annotations

import os
import subprocess
import sys

from driftline import assets

HARBOUR = [str(assets.path("samples", f"harbour-{number}.txt")) for number in (1, 2, 3)]
ORCHARD = str(assets.path("samples", "orchard.txt"))


def program(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "", **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "driftline", *arguments],
        capture_output=True, encoding="utf-8", timeout=60, check=False, env=environment, **more,
    )  # fmt: skip


def one_line(err: str) -> str:
    """What was told, which is one line of the program's."""
    assert err.startswith("driftline: ")
    assert err.count("\n") == 1
    return err
