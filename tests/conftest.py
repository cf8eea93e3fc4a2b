"""Fixtures for all tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable

# A test must not fail because a machine is busy: no clock decides, and CI tries the same examples.
settings.register_profile(
    "driftline",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("driftline")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the development data is not beside the checkout (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def seeds() -> Callable[[str], Path]:
    """Gives the path of a founding story by its number, e.g. seeds("000")."""

    def path(number: str) -> Path:
        found = sorted((SHARED / "seeds").glob(f"{number}_*.txt"))
        if not found:
            pytest.skip("the founding stories are not beside the checkout (../shared/seeds)")
        return found[0]

    return path
