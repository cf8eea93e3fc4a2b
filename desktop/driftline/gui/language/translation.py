"""The language of the window.

Texts are marked by `tr`, by `QT_TRANSLATE_NOOP`, or, outside classes, by a function called `_`;
`make translations` collects all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from driftline import assets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

#: The languages there are, each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch"}


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
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # English has a file too: it holds the plurals, and what another language lacks.
    for name, folder in (
        ("driftline_en", str(assets.path("translations"))),
        (f"qtbase_{language}", qt),
        (f"driftline_{language}", str(assets.path("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
