"""Starts the window."""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from driftline import __version__, assets
from driftline.gui import theme as themes
from driftline.gui.compare import accessible
from driftline.gui.crash import CrashHandler
from driftline.gui.instance import Instance
from driftline.gui.language.translation import speak
from driftline.gui.language.translation import translated as _
from driftline.gui.opening import Opening
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.folders import config_folder, data_folder
from driftline.review.preferences import load
from driftline.review.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence


def make_application(language: str = "") -> QApplication:
    """The QApplication, dressed and named; the present one when there is one.

    It speaks `language`, "" for the system's.
    """
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
    # By default a thread at work keeps the interpreter for 5 ms at a time: painting a list, with
    # its hundred calls into Qt, would wait that long again and again (for 1 ms it held the window
    # up to 120 ms while files were read, for 0.1 ms no longer than 50).
    sys.setswitchinterval(0.0001)
    # A full search for garbage in a long comparison takes 60 ms, and it can come at any keystroke:
    # texts and comparisons hold no cycles, so it may come a hundred times more seldom.
    gc.set_threshold(5_000, 20, 100)
    QCoreApplication.setApplicationName("Driftline")
    QCoreApplication.setApplicationVersion(__version__)
    app.setDesktopFileName("driftline")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(assets.path("icons", "driftline.svg"))))
    themes.load_fonts()
    accessible.install()
    if present is None:
        speak(app, language)
    return app


def _writable(folder: Path) -> Path:
    """The folder, made when it is missing; a temporary one where nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="driftline-"))


def run(paths: Sequence[str] = (), *, compare: bool = False) -> int:
    """Open the window on some files and stay until it is closed.

    With `compare` (exactly two files) they are put side by side, the first left. Gives the exit
    code.
    """
    config = config_folder()
    preferences = load(config)
    app = make_application(preferences.preferences.appearance.language)
    folder = _writable(data_folder())
    instance = Instance(folder)
    instance.listen()
    window = MainWindow(Settings(folder, config, preferences), Session.open_automatic)
    crash = CrashHandler(
        folder,
        window.save_state,
        lambda what: window.notices.tell(
            _(
                "Something went wrong in the program ({what}). Your texts are unharmed and still "
                "open."
            ).format(what=what)
        ),
    )
    crash.install()
    window.show()
    instance.asked.connect(window.take_order)
    if sys.platform == "darwin":  # elsewhere a filter would only slow every event down
        Opening(app).asked.connect(lambda path: window.bring([path]))
    window.take_up(paths, compare=compare)
    try:
        return app.exec()
    finally:
        instance.close()
        crash.remove()
