"""Opens the window on two versions and tells whether it shows their changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QColor, QImage

from driftline.gui import theme as themes
from driftline.gui.app import make_application
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.preferences import Appearance, Theme
from driftline.review.session import Session

if TYPE_CHECKING:
    from pathlib import Path


def shows_changes(old: Path, new: Path, folder: Path, patience_ms: int) -> bool:
    """Whether the changes between two files are painted in a window of its own.

    `folder` takes the window's session and settings; those of the user are left alone.
    """
    app = make_application()
    settings = Settings(folder, folder)
    settings.change(appearance=Appearance(Theme.LIGHT))
    window = MainWindow(settings, lambda: Session.open_automatic(folder))
    window.show()
    window.take_up([str(old), str(new)], compare=True)
    deadline = QDeadlineTimer(patience_ms)
    try:
        while not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if not window.workspace.busy() and _painted(window.grab().toImage()):
                return True
        return False
    finally:
        window.close()
        del window  # before the application it belongs to


def _painted(picture: QImage) -> bool:
    """Whether the picture has the colour of a changed word, which nothing else has."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)  # owns the bytes: keep it
    changed = QColor(themes.named("light").old)
    return bytes((changed.red(), changed.green(), changed.blue())) * 2 in bytes(plain.constBits())
