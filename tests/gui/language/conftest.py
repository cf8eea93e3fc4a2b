"""The window in German."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from driftline.gui.language.translation import own_words, qt_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def german(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """Qt's German words and, last, the program's."""
    made = [qt_words("de", qapp), own_words("de", qapp)]
    for translator in made:
        qapp.installTranslator(translator)
    yield made
    for translator in made:
        qapp.removeTranslator(translator)
