"""The window in German."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

from driftline import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def german(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """Qt's German words and, last, the program's."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = []
    for name, folder in (("qtbase_de", qt), ("driftline_de", str(assets.path("translations")))):
        made.append(QTranslator())
        assert made[-1].load(name, folder)
        qapp.installTranslator(made[-1])
    yield made
    for translator in made:
        qapp.removeTranslator(translator)
