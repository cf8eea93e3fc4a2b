"""What the window remembers: its own size and panes, and what the editor prefers."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QThreadPool, Signal

from driftline.engine.errors import DriftlineError
from driftline.review import preferences as stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.review.preferences import Loaded, Preferences


@dataclass(frozen=True, slots=True)
class RecentPair:
    """Two files that were compared, older first, and what the newer one is called."""

    old: str
    new: str
    title: str

    @property
    def label(self) -> str:
        """How a list names it."""
        return f"{Path(self.old).name} → {Path(self.new).name}"


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are looked at: actions of the View menu that are on, the number of the list in
    front, the place (see `PlaceRead.to_plain`; none when it is empty).
    """

    on: Sequence[str] = ("overview",)
    front: int = 0
    place: Sequence[int] = ()


class Settings(QObject):
    """The window's state in the data folder and the preferences in the config folder.

    A preference holds as soon as it is set and is written to the disk beside the GUI thread, since
    a slow disk may take long. `found` are preferences that were read before. `not_saved(sentence)`:
    they could not be written. `notes` are sentences about what could not be read.
    """

    not_saved = Signal(str)

    def __init__(self, data: Path, config: Path, found: Loaded | None = None) -> None:
        super().__init__()
        self._store = QSettings(str(data / "window.ini"), QSettings.Format.IniFormat)
        self._config = config
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._lock = threading.Lock()
        self._waiting: Preferences | None = None
        loaded = found or stored.load(config)
        self.preferences = loaded.preferences
        self.notes = loaded.notes

    # ------------------------------------------------------------------ preferences

    def change(self, **sections: Any) -> None:
        """Set sections of the preferences: `change(fonts=Fonts(size=14))`."""
        self.keep(replace(self.preferences, **sections))

    def keep(self, preferences: Preferences) -> None:
        """Set all preferences."""
        if preferences == self.preferences:
            return
        self.preferences = preferences
        with self._lock:
            writing, self._waiting = self._waiting is not None, preferences
        if not writing:
            self._pool.start(self._write)

    def finish(self) -> None:
        """Wait until everything set is on the disk."""
        self._pool.waitForDone()

    def _write(self) -> None:
        """Write the latest preferences, and again as long as there are later ones."""
        while True:
            with self._lock:
                latest = self._waiting
            if latest is None:
                return
            try:
                stored.save(latest, self._config)
            except DriftlineError as trouble:
                self.not_saved.emit(str(trouble))
            with self._lock:
                if self._waiting is latest:
                    self._waiting = None
                    return

    # ------------------------------------------------------------------ the window's state

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place."""
        return self._bytes("window/geometry")

    @property
    def panes(self) -> QByteArray:
        """The widths of the three panes."""
        return self._bytes("window/panes")

    def keep_window(
        self,
        geometry: QByteArray,
        panes: QByteArray,
        last_shown: tuple[int, ...],
        reading: Reading,
    ) -> None:
        """Remember the window's size, place and panes, what was looked at and how."""
        self._store.setValue("window/reading", json.dumps(asdict(reading)))
        self._store.setValue("window/last", " ".join(map(str, last_shown)))
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/panes", panes)
        self._store.sync()

    @property
    def reading(self) -> Reading:
        """How texts were looked at last."""
        try:
            found = json.loads(str(self._store.value("window/reading", "{}")))
            on, place = (tuple(found[name]) for name in ("on", "place"))
            return Reading(tuple(map(str, on)), int(found["front"]), tuple(map(int, place)))
        except (ValueError, TypeError, KeyError):
            return Reading()

    @property
    def last_shown(self) -> tuple[int, ...]:
        """The document, or the older and the newer one, that was looked at last."""
        words = str(self._store.value("window/last", "")).split()
        return tuple(int(word) for word in words if word.isdigit())

    @property
    def recent(self) -> tuple[RecentPair, ...]:
        """What was compared lately, the latest first."""
        try:
            rows = json.loads(str(self._store.value("window/recent", "[]")))
            return tuple(RecentPair(*map(str, row)) for row in rows)
        except (ValueError, TypeError):
            return ()

    @recent.setter
    def recent(self, pairs: tuple[RecentPair, ...]) -> None:
        self._store.setValue("window/recent", json.dumps([astuple(pair) for pair in pairs]))

    def begin(self) -> bool:
        """Whether the program starts for the first time; from now on it does not."""
        first = self._store.value("window/started") is None
        self._store.setValue("window/started", "yes")
        return first

    @property
    def watched_folder(self) -> str:
        """The folder whose new files are brought in; empty when none is."""
        return str(self._store.value("window/folder", "") or "")

    @watched_folder.setter
    def watched_folder(self, folder: str) -> None:
        self._store.setValue("window/folder", folder)
