"""What the Finder hands over is brought in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from driftline.gui.opening import Opening


def test_a_file_the_system_hands_over_is_told(qapp, story) -> None:
    path = story("old.txt", "The council met on Monday.")
    opening = Opening(qapp)
    asked: list[str] = []
    opening.asked.connect(asked.append)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(path)))
    qapp.removeEventFilter(opening)
    opening.deleteLater()
    assert asked == [path]
