"""Folders: the readable files in them."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from driftline.engine.errors import UnreadableError
from driftline.engine.reading.sniffing import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_readable(path: str | PurePath) -> bool:
    """Whether a file's ending is one a folder is searched for; a named file may have any."""
    return PurePath(path).suffix.lower() in SUFFIXES


def is_folder(path: str | Path) -> bool:
    """Whether a folder has this name; false where none can have it (it is too long)."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def expand(
    paths: Iterable[str | Path],
) -> tuple[tuple[str, ...], tuple[UnreadableError, ...]]:
    """The files behind some paths, folders searched to their ends, and what went wrong.

    Files keep the order given, one given twice is there twice; those of a folder are sorted by
    path. Hidden files and folders are passed over, so are pipes and devices; links to folders are
    not followed.
    """
    files: list[str] = []
    troubles: list[UnreadableError] = []
    for path in paths:
        if not is_folder(path):
            files.append(str(path))
            continue
        found = _search(path, troubles)
        files += found
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
        likely = (n for n in names if not n.startswith((".", "~$")) and is_readable(n))
        found += [str(file) for file in (Path(here) / name for name in likely) if _is_kept(file)]
    return sorted(found, key=lambda path: Path(path).parts)


def _is_kept(file: Path) -> bool:
    """Whether something can be said of a file: reading a pipe would wait for ever.

    A link that leads nowhere is kept, for its trouble to be told.
    """
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return True
