"""Where the editor's work and preferences live when she names no place herself, and what lies
beside them.
"""

from __future__ import annotations

import os
from pathlib import Path

#: Environment variables that put the folders elsewhere (portable installations, tests).
DATA_VARIABLE = "DRIFTLINE_DATA_DIR"
CONFIG_VARIABLE = "DRIFTLINE_CONFIG_DIR"


def data_folder() -> Path:
    """The folder of the automatic sessions: the user's data folder of this system."""
    if chosen := os.environ.get(DATA_VARIABLE):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("driftline", appauthor=False)


def config_folder() -> Path:
    """The folder of the preferences: the user's config folder of this system."""
    if chosen := os.environ.get(CONFIG_VARIABLE):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("driftline", appauthor=False)


def beside(path: Path, word: str) -> Path:
    """A free name beside a file: "story (recovered).driftline", "story (recovered 2).driftline"."""
    number = 1
    while True:
        ending = word if number == 1 else f"{word} {number}"
        candidate = path.with_name(f"{path.stem} ({ending}){path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1


def logs(session: Path) -> tuple[Path, ...]:
    """The files SQLite may keep beside a session: they are part of it until it is closed."""
    return tuple(
        session.with_name(session.name + ending) for ending in ("-wal", "-journal", "-shm")
    )
