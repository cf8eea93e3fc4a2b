"""What the window remembers: its own size and panes, and what the editor prefers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from driftline.review import preferences as stored
from driftline.review.preferences import Corrections, Preferences, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from driftline.review.preferences import ExportDefaults

SMALLEST_TEXT, LARGEST_TEXT = 8.0, 26.0
NORMAL_TEXT = Preferences().fonts.size


class Settings:
    """The window's state in the data folder and the preferences in the config folder.

    A preference is on the disk as soon as it is set; setting one raises NotSavedError when that
    fails, and it holds for this window all the same. `notes` are sentences about what could not be
    read.
    """

    def __init__(self, data: Path, config: Path) -> None:
        self._store = QSettings(str(data / "window.ini"), QSettings.Format.IniFormat)
        self._config = config
        loaded = stored.load(config)
        self.preferences = loaded.preferences
        self.notes = loaded.notes

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
        self, geometry: QByteArray, panes: QByteArray, last_shown: tuple[int, ...]
    ) -> None:
        """Remember the window's size, place and panes, and what was looked at."""
        self._store.setValue("window/last", " ".join(map(str, last_shown)))
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/panes", panes)
        self._store.sync()

    @property
    def last_shown(self) -> tuple[int, ...]:
        """The document, or the older and the newer one, that was looked at last."""
        words = str(self._store.value("window/last", "")).split()
        return tuple(int(word) for word in words if word.isdigit())

    @property
    def watched_folder(self) -> str:
        """The folder whose new files are brought in; empty when none is."""
        return str(self._store.value("window/folder", "") or "")

    @watched_folder.setter
    def watched_folder(self, folder: str) -> None:
        self._store.setValue("window/folder", folder)

    @property
    def text_size(self) -> float:
        """The reading size in points."""
        return min(LARGEST_TEXT, max(SMALLEST_TEXT, self.preferences.fonts.size))

    def set_text_size(self, points: float) -> None:
        """Set the reading size in points."""
        points = round(min(LARGEST_TEXT, max(SMALLEST_TEXT, points)), 1)
        self._set(replace(self.preferences, fonts=replace(self.preferences.fonts, size=points)))

    @property
    def theme(self) -> Theme:
        """Light or dark colours, or whatever the system has."""
        return self.preferences.appearance.theme

    def set_theme(self, theme: Theme) -> None:
        """Choose light or dark colours, or the system's."""
        look = replace(self.preferences.appearance, theme=theme)
        self._set(replace(self.preferences, appearance=look))

    def set_keep_lines(self, lines: tuple[str, ...]) -> None:
        """Set the lines that cleaning never cuts."""
        rules = replace(self.preferences.cleaning, keep_lines=lines)
        self._set(replace(self.preferences, cleaning=rules))

    def set_export(self, defaults: ExportDefaults) -> None:
        """Remember what the export dialog begins with."""
        self._set(replace(self.preferences, export=defaults))

    def set_corrections(self, sentences: dict[str, str]) -> None:
        """Set the sentences of correction notes; what is left out is the built-in one."""
        self._set(replace(self.preferences, corrections=Corrections(sentences)))

    def _set(self, preferences: Preferences) -> None:
        self.preferences = preferences
        stored.save(preferences, self._config)
