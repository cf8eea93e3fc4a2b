"""How long the window's thread is away from its events while twenty files are brought and read.

    python tests/benchmarks/stalls.py [FILE ...] [--words 1500]

Without files it makes ten stories of two versions each. A timer beats every 5 ms in the window's
event loop; a watching thread notes where the program is whenever a beat is late. Printed are the
longest stretches without a beat (milliseconds), with the line of Driftline that ran. On Linux the
time in which other programs held the processors is left out; it is printed beside.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

from driftline.gui.app import make_application
from driftline.gui.models.change_list import Order
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session

if TYPE_CHECKING:
    from types import FrameType

    from PySide6.QtWidgets import QApplication

_BEAT_MS = 5
_LATE_S = 0.03


class Watchdog:
    """Notes every stretch in which the window's thread did not come back to its events."""

    def __init__(self) -> None:
        #: (milliseconds, milliseconds in line for a processor besides, where).
        self.stalls: list[tuple[float, float, str]] = []
        self._last, self._queued = time.perf_counter(), _queued_ms()
        self._where = ""
        self._window_thread = threading.get_ident()
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watchdog:
        self._last, self._queued = time.perf_counter(), _queued_ms()
        self._timer.start()
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()
        self._timer.stop()

    def _beat(self) -> None:
        now, queued = time.perf_counter(), _queued_ms()
        in_line = queued - self._queued
        away = (now - self._last) * 1000 - in_line
        if away > _LATE_S * 1000:
            self.stalls.append((away, in_line, self._where))
        self._last, self._queued, self._where = now, queued, ""

    def _watch(self) -> None:
        while not self._over.wait(0.005):
            if time.perf_counter() - self._last > _LATE_S and not self._where:
                self._where = self._doing()

    def _doing(self) -> str:
        """What the window's thread does; when it only waits for the interpreter, what others do."""
        frames = sys._current_frames()
        ours = _steps(frames.pop(self._window_thread, None))
        others = [_steps(f) for key, f in frames.items() if key != threading.get_ident()]
        waited = " and ".join(steps for steps in others if steps)
        return ours or (f"waits for {waited}" if waited else "Qt")


def _queued_ms() -> float:
    """Milliseconds this thread has stood in line for a processor since it began."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e6
    except OSError:
        return 0.0


def _steps(frame: FrameType | None) -> str:
    steps = [
        f"{Path(step.f_code.co_filename).name}:{line} {step.f_code.co_name}"
        for step, line in traceback.walk_stack(frame)
        if "driftline" in step.f_code.co_filename
    ]
    return " < ".join(steps[:3])


def _stories(folder: Path, words: int) -> list[str]:
    chance = random.Random(3)
    names = []
    for story in range(10):
        vocabulary = [
            "".join(chance.choices("aeinorst", k=chance.randrange(2, 9))) for _ in range(400)
        ]
        sentences = [
            " ".join(chance.choices(vocabulary, k=18)).capitalize() + "."
            for _ in range(words // 18)
        ]
        for version in range(2):
            if version:
                sentences = [s.replace(vocabulary[0], vocabulary[1]) for s in sentences]
            paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
            file = folder / f"story-{story}-{version}.txt"
            file.write_text("\n\n".join(paragraphs), "utf-8")
            names.append(str(file))
    return names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--words", type=int, default=1500)
    arguments = parser.parse_args()
    app = make_application()

    # With a time limit the loop would not wait for events but ask again and again.
    turns = QTimer(interval=_BEAT_MS)
    turns.start()

    def settle(window: MainWindow) -> None:
        deadline = QDeadlineTimer(120_000)
        idle = 0
        while idle < 20 and not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            idle = 0 if window.workspace.busy() else idle + 1

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = arguments.files or _stories(folder, arguments.words)
        data = folder / "data"
        data.mkdir()
        window = MainWindow(Settings(data, data), lambda: Session.open_automatic(data))
        window.resize(1360, 860)
        window.show()
        settle(window)
        for label, act in (
            ("bringing the files", lambda: window.bring(files)),
            ("comparing two of them", lambda: window.workspace.show(_story(window))),
            ("the next change, 30 times", lambda: _press(app, window, "next", 30)),
            ("dark colours and back", lambda: _press(app, window, "dark", 2)),
            ("folding and unfolding", lambda: _press(app, window, "fold", 2)),
            ("the list of changes by kind and back", lambda: _sort(app, window)),
            ("opening one alone", lambda: window.workspace.open(window.workspace.documents[0].id)),
        ):
            with Watchdog() as watchdog:
                act()
                settle(window)
            print(f"{label}: {len(watchdog.stalls)} stretches over {_LATE_S * 1000:.0f} ms")
            for milliseconds, in_line, where in sorted(watchdog.stalls, reverse=True)[:8]:
                print(f"  {milliseconds:6.0f} (+{in_line:.0f})  {where}")
        window.close()


def _story(window: MainWindow) -> tuple[str, ...]:
    return tuple(d.id for d in max(window.workspace.stories, key=len))


def _press(app: QApplication, window: MainWindow, action: str, times: int) -> None:
    for _ in range(times):
        window.actions_table[action].trigger()
        app.processEvents()


def _sort(app: QApplication, window: MainWindow) -> None:
    for order in (Order.KIND, Order.TEXT):
        box = window.changes.order
        box.setCurrentIndex(box.findData(order))
        box.activated.emit(box.currentIndex())
        app.processEvents()


if __name__ == "__main__":
    main()
