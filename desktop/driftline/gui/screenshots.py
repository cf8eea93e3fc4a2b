"""Pictures of the window, made by the program itself: `python -m driftline.gui.screenshots`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop

from driftline.gui.app import make_application
from driftline.gui.main_window import MainWindow
from driftline.gui.settings import Settings
from driftline.review.preferences import Appearance, Theme
from driftline.review.session import Session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_PATIENCE_MS = 60_000
_NAMES = ("empty", "comparison", "document", "dark")


def _settle(app: QApplication, window: MainWindow) -> None:
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while window.workspace.busy() and not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    for _ in range(20):
        app.processEvents()


def _take(app: QApplication, window: MainWindow, name: str, samples: str) -> None:
    if name == "empty":
        return
    if not window.workspace.documents:
        window.bring([samples])
        _settle(app, window)
    if name == "document":
        cut_most = max(window.workspace.documents, key=lambda d: len(d.version.cuts))
        window.workspace.open(cut_most.id)
    else:
        story = max(window.workspace.stories, key=len)
        window.workspace.show(tuple(d.id for d in story))
    if name == "dark":
        window.actions_table["dark"].setChecked(True)
    _settle(app, window)


def main(argv: list[str] | None = None) -> int:
    """Write the pictures; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", help="the folder of stories to show")
    parser.add_argument("out", help="where the pictures go")
    parser.add_argument("--only", choices=_NAMES, help="make only this one")
    arguments = parser.parse_args(argv)
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), Path(folder))
        settings.change(appearance=Appearance(Theme.LIGHT))
        window = MainWindow(settings, lambda: Session.open_automatic(Path(folder)))
        window.resize(1360, 860)
        window.show()
        for name in [arguments.only] if arguments.only else _NAMES:
            _take(app, window, name, arguments.samples)
            _settle(app, window)
            if not window.grab().save(str(out / f"{name}.png")):
                sys.stderr.write(f"{out}: the picture could not be written there\n")
                return 2
        window.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
