from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from driftline.review.session import Session
from review.making import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a session file may be made."""
    return tmp_path / "ferry.driftline"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """A new session."""
    with Session.open(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a session with thirty texts and a review."""
    path = tmp_path_factory.mktemp("filled") / "ferry.driftline"
    fill(path)
    return path.read_bytes()
