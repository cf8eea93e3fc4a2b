"""The language of the window.

Texts are marked by `tr`, by `QT_TRANSLATE_NOOP`, or, outside classes, by a function called `_`;
`make translations` collects all of them in resources/translations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from driftline import assets
from driftline.gui.language.catalogue import compiled

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

#: The languages there are, each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch"}

_LOADED: list[bytes] = []


def translated(text: str, remark: str = "", number: int = -1) -> str:
    """A text that stands outside a class, in the user's language; `number` takes the place of %n.

    `remark` is for the translator.
    """
    return QCoreApplication.translate("", text, remark, number)


_ = translated


def spoken_language() -> str:
    """The code of the language the window speaks now."""
    # Every language translates this code by its own.
    return _("en")


def system_language() -> str:
    """The first of the system's languages that the window speaks, else English."""
    for tag in QLocale.system().uiLanguages():
        language = tag.partition("-")[0]
        if language in LANGUAGES:
            return language
    return "en"


def speak(app: QApplication, language: str = "") -> None:
    """Make the program speak a language, "" for the system's; to be called once."""
    language = language if language in LANGUAGES else system_language()
    if language != QLocale.system().name().partition("_")[0]:
        # Numbers and dates are the system's, unless its language is another.
        QLocale.setDefault(QLocale(language))
    # English has a file too: it holds the plurals, and what another language lacks.
    for translator in (own_words("en", app), qt_words(language, app), own_words(language, app)):
        app.installTranslator(translator)


def own_words(language: str, parent: QObject) -> QTranslator:
    """The program's words in a language there is."""
    words = compiled(assets.path("translations", f"driftline_{language}.ts"))
    translator = QTranslator(parent)
    translator.load(words)
    # Qt reads them where they are.
    _LOADED.append(words)
    return translator


def qt_words(language: str, parent: QObject) -> QTranslator:
    """The words of Qt's own dialogs, buttons and keys; none where Qt has no such language."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language}", folder)
    return translator
