"""The rules of cleaning: lines that are never cut, or no cuts at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from driftline.gui.dialogs.preferences.entry_list import EntryList
from driftline.gui.dialogs.preferences.page import Page, quiet
from driftline.review.preferences import CleaningRules

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences


class CleaningPage(Page):
    """What cleaning does to every document."""

    sections = ("cleaning",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.raw = QCheckBox(self.tr("Cut &nothing from any page"))
        self.raw.toggled.connect(self.changed)
        self.lines = EntryList(self.tr("Lines that are never cut"))
        self.lines.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.addWidget(self.raw)
        column.addSpacing(8)
        column.addWidget(
            quiet(
                self.tr(
                    "Lines that are never cut. A right click on what was cut adds one too: “Never "
                    "cut lines like this”."
                )
            )
        )
        column.addWidget(self.lines, 1)

    def fill(self, preferences: Preferences) -> None:
        self.raw.setChecked(preferences.cleaning.raw)
        self.lines.show_entries(preferences.cleaning.keep_lines)

    def apply(self, preferences: Preferences) -> Preferences:
        rules = CleaningRules(self.raw.isChecked(), self.lines.entries())
        return replace(preferences, cleaning=rules)
