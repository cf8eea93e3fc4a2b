"""What documents are called: by the names of files, and by folders where these are the same."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def names_apart(paths: Sequence[str]) -> list[str]:
    """A name for each path; documents of one path are called the same."""
    same: dict[str, set[PurePath]] = defaultdict(set)
    for path in map(PurePath, paths):
        same[path.name].add(path)
    names: dict[PurePath, str] = {}
    for alike in same.values():
        parts = 1
        while len({path.parts[-parts:] for path in alike}) < len(alike):
            parts += 1
        names |= {path: str(PurePath(*path.parts[-parts:])) for path in alike}
    return [names[PurePath(path)] for path in paths]
