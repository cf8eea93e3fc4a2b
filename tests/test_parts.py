"""Every part that is shipped is told with its licence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from driftline import __version__
from driftline.parts import parts


def test_the_program_comes_first_in_its_version() -> None:
    assert (parts()[0].name, parts()[0].version) == ("Driftline", __version__)


def test_every_library_that_is_needed_is_told() -> None:
    file = Path(__file__).parents[1] / "pyproject.toml"
    if not file.exists():
        pytest.skip("the tests do not run in a checkout")
    needed = tomllib.loads(file.read_text("utf-8"))["project"]["dependencies"]
    told = {part.name.lower().replace("_", "-") for part in parts()}
    assert {line.partition(">=")[0].lower() for line in needed} <= told


def test_every_part_has_a_name_of_its_licence_and_its_text() -> None:
    for part in parts()[1:]:
        assert part.licence, part.name
        assert len(part.text) > 100, part.name
    assert {"Python", "Noto fonts"} <= {part.name for part in parts()}
