"""Where the editor's work and preferences live when she names no place herself."""

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
