"""What the window remembers between two starts: its size, the text size, the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from pathlib import Path

SMALLEST_TEXT, NORMAL_TEXT, LARGEST_TEXT = 8.0, 11.5, 26.0


class Settings:
    """A few typed values in one INI file."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def panes(self) -> QByteArray:
        """The widths of the three panes."""
        return self._bytes("window/panes")

    @panes.setter
    def panes(self, value: QByteArray) -> None:
        self._store.setValue("window/panes", value)

    @property
    def text_size(self) -> float:
        """The reading size in points."""
        try:
            points = float(str(self._store.value("reading/points", NORMAL_TEXT)))
        except ValueError:
            return NORMAL_TEXT
        return min(LARGEST_TEXT, max(SMALLEST_TEXT, points))

    @text_size.setter
    def text_size(self, points: float) -> None:
        self._store.setValue("reading/points", points)

    @property
    def dark(self) -> bool | None:
        """Dark colours, light ones, or (None) whatever the system has."""
        value = self._store.value("reading/dark")
        return None if value is None else str(value).lower() == "true"

    @dark.setter
    def dark(self, value: bool) -> None:
        self._store.setValue("reading/dark", value)

    def save(self) -> None:
        """Write everything to disk."""
        self._store.sync()
