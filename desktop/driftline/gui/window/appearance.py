"""Preferences at work: what they change in the window, and the dialog that sets them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from driftline.gui import theme as themes
from driftline.gui.language.explaining import told
from driftline.review.preferences import Fonts, LexiconAdditions, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.engine.options import Options
    from driftline.gui.dialogs.preferences.dialog import PreferencesDialog
    from driftline.gui.notices import Notices
    from driftline.gui.settings import Settings
    from driftline.review.preferences import Preferences

_ZOOM = 1.1
#: Zooming goes no further (points).
SMALLEST_TEXT, LARGEST_TEXT = 8.0, 40.0


class Appearance(QObject):
    """Sets preferences and says what they change.

    `dressed(theme, Fonts)`: other colours, or texts are to be set in another way.
    `options_changed(Options)`: texts are to be cleaned or compared by other rules.
    `shown_changed(Shown)`: other changes are to be left out. `keys_changed(shortcuts)`: actions
    have other keys.
    """

    dressed = Signal(object, object)
    options_changed = Signal(object)
    shown_changed = Signal(object)
    keys_changed = Signal(dict)

    def __init__(self, settings: Settings, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._notices = notices
        self._window = window
        settings.not_saved.connect(lambda trouble: notices.tell(told(trouble)))
        system = QGuiApplication.styleHints()
        self._dark = system.colorScheme() is Qt.ColorScheme.Dark
        self._contrast = _is_high(system.accessibility().contrastPreference())
        system.colorSchemeChanged.connect(self._on_system_colours)
        system.accessibility().contrastPreferenceChanged.connect(self._on_system_contrast)

    @property
    def theme(self) -> themes.Theme:
        """The colours the preferences ask for, at this moment of the system's day."""
        look = self.preferences.appearance
        return themes.chosen(look, dark=self._dark, contrast=self._contrast)

    @property
    def preferences(self) -> Preferences:
        """Everything the editor prefers."""
        return self._settings.preferences

    @property
    def fonts(self) -> Fonts:
        """How texts are to be set."""
        return self.preferences.fonts

    @property
    def options(self) -> Options:
        """The options of the engine the preferences ask for."""
        return self.preferences.options()

    def prefer(self, preferences: Preferences) -> None:
        """Set all preferences; what they change is said at once."""
        before = self.preferences
        self._settings.keep(preferences)
        if (before.fonts, before.appearance) != (preferences.fonts, preferences.appearance):
            self.dress()
        if before.shown != preferences.shown:
            self.shown_changed.emit(preferences.shown)
        if before.keys != preferences.keys:
            self.keys_changed.emit(preferences.keys.shortcuts)
        if before.options() != preferences.options():
            self.options_changed.emit(preferences.options())

    def dress(self) -> None:
        """Say how everything is to look."""
        self.dressed.emit(self.theme, self.fonts)

    def set_dark(self, on: bool) -> None:
        """Choose dark or light colours."""
        if on != self.theme.dark:
            look = replace(self.preferences.appearance, theme=Theme.DARK if on else Theme.LIGHT)
            self.prefer(replace(self.preferences, appearance=look))

    def zoom(self, steps: int) -> None:
        """Make the text larger (or smaller, below 0); 0 sets the normal size."""
        size = self.fonts.size * _ZOOM**steps if steps else Fonts().size
        size = round(min(LARGEST_TEXT, max(SMALLEST_TEXT, size)), 1)
        self.prefer(replace(self.preferences, fonts=replace(self.fonts, size=size)))

    def keep_lines_like(self, words: str) -> None:
        """Add the lines of a cut to those that are never cut."""
        lines = (" ".join(line.split()) for line in words.splitlines())
        known = self.preferences.cleaning.keep_lines
        self._keep_lines(tuple(dict.fromkeys([*known, *(line for line in lines if line)])))
        self._notices.offer(
            self.tr("Lines like this are kept from now on, in every document."),
            self.tr("Undo"),
            lambda: self._keep_lines(known),
        )

    def take_for_one(self, old: str, new: str, language: str) -> None:
        """Take two words for spellings of one, in texts of a language."""
        place, known = f"{language}/spelling/pairs", self.preferences.lexicon.words
        pair = f"{old} = {new}".casefold()
        spellings = tuple(dict.fromkeys([*known.get(place, ()), pair]))
        self._know({**known, place: spellings})
        self._notices.offer(
            self.tr(
                "“{old}” and “{new}” are one word from now on, in every text. The list stands in "
                "the preferences, under Words."
            ).format(old=old, new=new),
            self.tr("Undo"),
            lambda: self._know(known),
        )

    def open_dialog(self) -> PreferencesDialog:
        """Open the preferences."""
        from driftline.gui.dialogs.preferences.dialog import PreferencesDialog

        dialog = PreferencesDialog(self.preferences, self._notices.choose_folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.preferred.connect(self.prefer)
        dialog.open()
        return dialog

    def _keep_lines(self, lines: tuple[str, ...]) -> None:
        rules = replace(self.preferences.cleaning, keep_lines=lines)
        self.prefer(replace(self.preferences, cleaning=rules))

    def _know(self, words: dict[str, tuple[str, ...]]) -> None:
        self.prefer(replace(self.preferences, lexicon=LexiconAdditions(words)))

    def _on_system_colours(self, scheme: Qt.ColorScheme) -> None:
        self._dark = scheme is Qt.ColorScheme.Dark
        self.dress()

    def _on_system_contrast(self, contrast: Qt.ContrastPreference) -> None:
        self._contrast = _is_high(contrast)
        self.dress()


def _is_high(contrast: Qt.ContrastPreference) -> bool:
    return contrast is Qt.ContrastPreference.HighContrast
