"""Preferences at work: colours, text size, rules of cleaning; and the dialog that sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from driftline.engine.errors import DriftlineError
from driftline.gui import theme as themes
from driftline.gui.settings import NORMAL_TEXT, Settings
from driftline.review.preferences import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from driftline.engine.options import Options
    from driftline.gui.notices import Notices
    from driftline.review.preferences import Fonts

_ZOOM = 1.1


class Appearance(QObject):
    """Sets preferences and says what they change.

    `dressed(theme, Fonts)`: other colours, or texts are to be set in another way.
    `options_changed(Options)`: texts are to be cleaned by other rules.
    """

    dressed = Signal(object, object)
    options_changed = Signal(object)

    def __init__(self, settings: Settings, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._notices = notices
        self._window = window
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colours)

    @property
    def theme(self) -> themes.Theme:
        """The colours the preferences ask for."""
        if self._settings.theme is Theme.SYSTEM:
            return themes.system_theme()
        return themes.DARK if self._settings.theme is Theme.DARK else themes.LIGHT

    @property
    def fonts(self) -> Fonts:
        """How texts are to be set."""
        return self._settings.preferences.fonts

    @property
    def options(self) -> Options:
        """The options of the engine the preferences ask for."""
        return self._settings.preferences.options()

    def dress(self) -> None:
        """Say how everything is to look."""
        self.dressed.emit(self.theme, self.fonts)

    def set_dark(self, on: bool) -> None:
        """Choose dark or light colours."""
        if on != (self.theme is themes.DARK):
            self.set_theme(Theme.DARK if on else Theme.LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Choose dark or light colours, or the system's."""
        self._keep(self._settings.set_theme, theme)
        self.dress()

    def zoom(self, steps: int) -> None:
        """Make the text larger (or smaller, below 0); 0 sets the normal size."""
        size = self._settings.text_size * _ZOOM**steps if steps else NORMAL_TEXT
        self.set_text_size(size)

    def set_text_size(self, points: float) -> None:
        """Set the reading size."""
        self._keep(self._settings.set_text_size, points)
        self.dress()

    def keep_lines_like(self, words: str) -> None:
        """Add the lines of a cut to those that are never cut."""
        lines = (" ".join(line.split()) for line in words.splitlines())
        known = self._settings.preferences.cleaning.keep_lines
        self.set_keep_lines(tuple(dict.fromkeys([*known, *(line for line in lines if line)])))
        self._notices.offer(
            self.tr("Lines like this are kept from now on, in every document."),
            self.tr("Undo"),
            lambda: self.set_keep_lines(known),
        )

    def set_keep_lines(self, lines: tuple[str, ...]) -> None:
        """Set the lines that are never cut."""
        self._keep(self._settings.set_keep_lines, lines)
        self.options_changed.emit(self.options)

    def open_dialog(self) -> None:
        """Open the preferences."""
        from driftline.gui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.text_size_chosen.connect(self.set_text_size)
        dialog.theme_chosen.connect(self.set_theme)
        dialog.keep_lines_chosen.connect(self.set_keep_lines)
        dialog.corrections_chosen.connect(
            lambda sentences: self._keep(self._settings.set_corrections, sentences)
        )
        dialog.open()

    def _on_system_colours(self) -> None:
        if self._settings.theme is Theme.SYSTEM:
            self.dress()

    def _keep(self, set_preference: Callable[[Any], None], value: Any) -> None:
        """Set a preference; when it can't be saved it holds for this window, and she is told."""
        try:
            set_preference(value)
        except DriftlineError as trouble:
            self._notices.tell(str(trouble))
