"""Folders: the readable files in them."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from driftline.engine.errors import UnreadableError
from driftline.engine.reading.sniffing import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_readable(path: str | PurePath) -> bool:
    """Whether a file's ending is one a folder is searched for; a named file may have any."""
    return PurePath(path).suffix.lower() in SUFFIXES


def expand(
    paths: Iterable[str | Path],
) -> tuple[tuple[str, ...], tuple[UnreadableError, ...]]:
    """The files behind some paths, folders searched to their ends, and what went wrong.

    Files keep the order given; those of a folder are sorted by path. Hidden files and folders are
    passed over and links to folders are not followed. A file given twice is named once.
    """
    files: dict[str, None] = {}
    troubles: list[UnreadableError] = []
    for path in paths:
        if not Path(path).is_dir():
            files[str(path)] = None
            continue
        found = _search(path, troubles)
        files.update(dict.fromkeys(found))
        if not found:
            troubles.append(
                UnreadableError(
                    str(path), "the folder holds no readable files",
                    "choose a folder with texts, web pages, Word files or PDFs",
                )
            )  # fmt: skip
    return tuple(files), tuple(troubles)


def _search(folder: str | Path, troubles: list[UnreadableError]) -> list[str]:
    def closed(error: OSError) -> None:
        where = str(error.filename or folder)
        troubles.append(
            UnreadableError(where, "the folder may not be opened", "change its permissions")
        )

    found: list[str] = []
    for here, inner, names in os.walk(folder, onerror=closed):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += [
            str(Path(here) / name)
            for name in names
            if not name.startswith((".", "~$")) and is_readable(name)
        ]
    return sorted(found, key=lambda path: Path(path).parts)
