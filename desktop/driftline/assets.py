"""Where the resource files are: the only module that knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder of resource files, inside the installed package or beside it in a checkout.

    Raises FileNotFoundError when the installation has lost its resources.
    """
    installed = Path(__file__).with_name("resources")
    checkout = Path(__file__).resolve().parents[2] / "resources"
    for candidate in (installed, checkout):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("Driftline's resource files are missing: install the program again.")


def path(*parts: str) -> Path:
    """The path of one resource file, given by its parts below the resource folder."""
    return folder().joinpath(*parts)
