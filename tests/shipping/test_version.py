"""The version stands in one place; whoever repeats it repeats it rightly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from driftline import __version__

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT / "CITATION.cff").exists(), reason="the tests do not run in a checkout"
)


@pytest.mark.parametrize(
    ("file", "pattern"),
    [
        ("CITATION.cff", r"^version: (.+)$"),
        ("CHANGELOG.md", r"^## ([\d.]+)"),
        ("README.md", r"driftline[_-]([\d.]+\d)[_-]"),
        ("packaging/linux/org.driftline.Driftline.metainfo.xml", r'<release version="([^"]+)"'),
    ],
)
def test_the_version_is_the_same_everywhere(file: str, pattern: str) -> None:
    found = re.findall(pattern, (ROOT / file).read_text("utf-8"), re.MULTILINE)
    assert found
    assert found[0] == __version__
