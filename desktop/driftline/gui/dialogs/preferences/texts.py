"""How texts are set, and the colours of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout

from driftline.gui.dialogs.preferences.page import Page, choose
from driftline.gui.language.translation import LANGUAGES
from driftline.review.preferences import Appearance, Fonts, Palette, Theme, Typeface

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences


class TextsPage(Page):
    """Typeface, size, spacing, length of lines, margins; light and dark, the palette."""

    sections = ("fonts", "appearance")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = self._box(
            (self.tr("As the system"), Theme.SYSTEM),
            (self.tr("Light"), Theme.LIGHT),
            (self.tr("Dark"), Theme.DARK),
            (self.tr("High contrast"), Theme.HIGH_CONTRAST),
        )
        self.palette_box = self._box(
            (self.tr("Orange, blue and violet"), Palette.DEFAULT),
            (self.tr("Orange, blue and grey (colour-blind safe)"), Palette.COLOUR_BLIND),
        )
        self.typeface = self._box(
            (self.tr("Serif"), Typeface.SERIF), (self.tr("Sans serif"), Typeface.SANS)
        )
        self.family = self._box((self.tr("The one that comes with Driftline"), ""))
        for family in QFontDatabase.families():
            if QFontDatabase.isSmoothlyScalable(family):
                self.family.addItem(family, family)
        self.text_size = self._number(8, 40, 0.5, self.tr(" pt"), 1)
        self.spacing = self._number(1, 3, 0.05, self.tr(" lines"), 2)
        self.length = self._number(0, 200, 2, self.tr(" characters"), 0)
        self.length.setSpecialValueText(self.tr("As long as there is room"))
        self.margin = self._number(0, 200, 2, self.tr(" px"), 0)
        self.gap = self._number(0, 4, 0.1, self.tr(" lines"), 1)
        self.language = self._box(
            (self.tr("As the system"), ""), *((name, code) for code, name in LANGUAGES.items())
        )
        form = QFormLayout(self)
        form.addRow(self.tr("&Colours"), self.theme)
        form.addRow(self.tr("&Palette"), self.palette_box)
        form.addRow(self.tr("&Typeface"), self.typeface)
        form.addRow(self.tr("&Family"), self.family)
        form.addRow(self.tr("&Size"), self.text_size)
        form.addRow(self.tr("&Line spacing"), self.spacing)
        form.addRow(self.tr("L&ongest line"), self.length)
        form.addRow(self.tr("&Margin"), self.margin)
        form.addRow(self.tr("&Gap between paragraphs"), self.gap)
        form.addRow(self.tr("L&anguage (from the next start)"), self.language)

    def fill(self, preferences: Preferences) -> None:
        look, fonts = preferences.appearance, preferences.fonts
        choose(self.theme, look.theme)
        choose(self.palette_box, look.palette)
        choose(self.language, look.language)
        choose(self.typeface, fonts.typeface)
        if fonts.family and self.family.findText(fonts.family) < 0:
            # Another machine's typeface stays chosen; the shipped one stands in for it here.
            self.family.addItem(fonts.family, fonts.family)
        choose(self.family, fonts.family)
        for box, value in (
            (self.text_size, fonts.size),
            (self.spacing, fonts.line_spacing),
            (self.length, fonts.line_length),
            (self.margin, fonts.margin),
            (self.gap, fonts.paragraph_gap),
        ):
            box.setValue(value)

    def apply(self, preferences: Preferences) -> Preferences:
        return replace(
            preferences,
            appearance=Appearance(
                Theme(self.theme.currentData()),
                Palette(self.palette_box.currentData()),
                self.language.currentData(),
            ),
            fonts=Fonts(
                typeface=Typeface(self.typeface.currentData()),
                family=self.family.currentData(),
                size=self.text_size.value(),
                line_spacing=self.spacing.value(),
                line_length=self.length.value(),
                margin=self.margin.value(),
                paragraph_gap=self.gap.value(),
            ),
        )

    def _box(self, *entries: tuple[str, object]) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        for text, value in entries:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _number(
        self, least: float, most: float, step: float, unit: str, decimals: int
    ) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(least, most)
        box.setSingleStep(step)
        box.setDecimals(decimals)
        box.setSuffix(unit)
        box.valueChanged.connect(self.changed)
        return box
