"""What all pages of the preferences have in common."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from driftline.review.preferences import Preferences


class Page(QWidget):
    """Shows some `sections` of the preferences and lets them be changed.

    `changed()`: the editor chose something; `apply` tells what.
    """

    changed = Signal()
    sections: tuple[str, ...] = ()

    def show_values(self, preferences: Preferences) -> None:
        """Show these preferences, without a word about it."""
        blocker = QSignalBlocker(self)
        self.fill(preferences)
        blocker.unblock()

    def fill(self, preferences: Preferences) -> None:
        """Put the values into the fields."""
        raise NotImplementedError

    def apply(self, preferences: Preferences) -> Preferences:
        """The preferences with what the page says."""
        raise NotImplementedError

    def defaults(self, preferences: Preferences) -> Preferences:
        """The preferences with the built-in values of this page."""
        built_in = Preferences()
        return replace(preferences, **{name: getattr(built_in, name) for name in self.sections})


def quiet(text: str = "") -> QLabel:
    """A line that explains."""
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setWordWrap(True)
    return label


def choose(box: QComboBox, value: object) -> None:
    """Show the entry with a value; the first where there is none."""
    # Qt compares Python values by identity of their type, which a plain loop does not.
    found = [row for row in range(box.count()) if box.itemData(row) == value]
    box.setCurrentIndex(found[0] if found else 0)
