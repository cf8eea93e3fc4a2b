"""Every test here must leave no window, thread or timer behind, and no Qt warning."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import Counter

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest.importorskip("PySide6", reason="the window's tests need PySide6")

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QTimer

from driftline.gui.app import make_application
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.preferences import Appearance, Theme
from driftline.review.session import Session
from gui.window import tram_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import FrameType

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The program's own application, so that style and fonts are what users get."""
    application = make_application()
    yield application
    # Without a screen what Python copied would be destroyed after Python: a crash.
    application.clipboard().clear()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    threads = set(threading.enumerate())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()
    windows = [w for w in qapp.topLevelWidgets() if shiboken6.isValid(w) and w.isVisible()]
    timers = [
        o for o in gc.get_objects() if type(o) is QTimer and shiboken6.isValid(o) and o.isActive()
    ]
    left = [t for t in threading.enumerate() if t not in threads and t.is_alive()]
    assert not windows, f"windows left open: {windows}"
    assert not timers, f"timers left running: {[(t, t.parent(), t.interval()) for t in timers]}"
    # Qt's worker threads show up in Python as dummies that never end by themselves.
    assert not [t for t in left if "Dummy" not in t.name], f"threads left running: {left}"


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window of its own, with its own settings."""
    settings = Settings(tmp_path, tmp_path)
    settings.change(appearance=Appearance(Theme.LIGHT))
    made = MainWindow(settings, lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(made)
    made.resize(1280, 820)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def settled(qtbot) -> Callable[[MainWindow], None]:
    """Waits until a window has nothing more to do."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(
            lambda: not window.workspace.busy() and not window.following.busy(), timeout=30_000
        )

    return wait


@pytest.fixture
def story(tmp_path: Path) -> Callable[[str, str], str]:
    """Writes a text to a file and gives its path."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def compared(
    request: pytest.FixtureRequest,
    window: MainWindow,
    story: Callable[[str, str], str],
    settled: Callable[[MainWindow], None],
) -> MainWindow:
    """A window that compares the OLD and the NEW of a module, else two versions of one story."""
    old, new = (getattr(request.module, name, getattr(tram_story, name)) for name in ("OLD", "NEW"))
    window.bring([story("old.txt", old), story("new.txt", new)], compare=True)
    settled(window)
    return window


class Watchdog:
    """Counts what Python does in the window's thread from one turn of its event loop to the next.

    It counts calls, not time, so that it tells the same on every machine. What Qt does by itself,
    and waiting for a thread at work, is not counted; the benchmark of stalls measures that.
    """

    def __init__(self) -> None:
        self.heaviest: Counter[str] = Counter()
        self._turn: Counter[str] = Counter()
        self._dispatcher = QAbstractEventDispatcher.instance()

    def __enter__(self) -> Watchdog:
        self._dispatcher.awake.connect(self._next_turn)
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        self._dispatcher.awake.disconnect(self._next_turn)
        self._next_turn()

    @property
    def calls(self) -> int:
        """How many calls the heaviest turn made."""
        return self.heaviest.total()

    def _count(self, frame: FrameType, event: str, _: object) -> None:
        if event in ("call", "c_call"):
            self._turn[frame.f_code.co_qualname] += 1

    def _next_turn(self) -> None:
        self.heaviest = max(self.heaviest, self._turn, key=Counter.total)
        self._turn = Counter()


@pytest.fixture
def watchdog() -> Watchdog:
    """Tells how much the window's thread did at a stretch."""
    return Watchdog()
