"""The view read by a program of its own over AT-SPI, as screen readers on Linux do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")

pytestmark = pytest.mark.skipif(
    not (
        shutil.which("Xvfb")
        and shutil.which("dbus-run-session")
        and shutil.which("gdbus")
        and any(Path(launcher).exists() for launcher in _LAUNCHERS)
    ),
    reason="needs Xvfb, dbus, gdbus and at-spi2-core",
)


@pytest.fixture
def display() -> Iterator[str]:
    """An X display of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(20)


def test_a_screen_reader_hears_texts_and_changes(display, story, tmp_path):
    old = story("old.txt", "The backer paid 40 crowns to the harbour fund.\n\nNobody spoke of it.")
    new = story("new.txt", "A backer paid 45 crowns to the harbour fund.\n\nNobody spoke of it.")
    environment = {
        **os.environ,
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(tmp_path),
        "DRIFTLINE_DATA_DIR": str(tmp_path / "data"),
        "DRIFTLINE_CONFIG_DIR": str(tmp_path / "config"),
    }
    probe = Path(__file__).with_name("atspi_probe.py")
    heard = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(probe), old, new],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert heard.returncode == 0, heard.stderr
    found = json.loads(heard.stdout.splitlines()[-1])
    assert found["role"] == "list"
    first, second = found["rows"]
    assert "40 crowns" in first["name"]
    assert "high severity" in first["name"]
    older, newer = first["paragraphs"]
    assert older["text"] == "The backer paid 40 crowns to the harbour fund."
    assert newer["text"] == "A backer paid 45 crowns to the harbour fund."
    assert older["word"].strip() == "backer"
    assert (older["caret"], newer["caret"]) == (4, 4)
    assert older["name"].startswith("older version")
    assert any("number" in words and "high severity" in words for _, words in older["notes"])
    assert second["name"].startswith("unchanged")
    assert second["paragraphs"][0]["notes"] == []
