"""How long a session of 200 documents and 50 reviewed comparisons takes to a usable window.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/opening.py [--documents 200] [--runs 5]

Goal: 1.0 s from asking for the session to its stories listed and the last comparison painted, where
it can be read and reviewed. It is not part of the test run.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import runpy
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from driftline.gui.app import make_application
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session

#: It makes the session; its name is that of the tests' folder, so it cannot be imported.
_MAKER = Path(__file__).with_name("review.py")


def opened(session: Path, folder: Path) -> dict[str, float]:
    """Seconds to each step of opening a session in a window that is there already."""
    app = make_application()
    window = MainWindow(Settings(folder, folder), lambda: Session.open_automatic(folder))
    window.show()
    window.take_up()
    while window.workspace.busy():
        app.processEvents()
    marks: dict[str, float] = {}
    workspace = window.workspace
    start = time.perf_counter()
    workspace.stories_changed.connect(
        lambda: marks.__setitem__("listed", time.perf_counter() - start)
    )
    workspace.compared.connect(lambda _: marks.setdefault("compared", time.perf_counter() - start))
    window.bring([str(session)])
    turns = QTimer(interval=5)
    turns.start()
    stalls, last = 0.0, time.perf_counter()
    while "compared" not in marks or "painted" not in marks or workspace.busy():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        now = time.perf_counter()
        stalls, last = max(stalls, now - last), now
        if "compared" in marks:
            marks.setdefault("painted", now - start)
    marks["all done"] = time.perf_counter() - start
    marks["longest stall"] = stalls
    turns.stop()
    window.close()
    return marks


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--comparisons", type=int, default=50)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        session = Path(place) / "newsroom.driftline"
        with contextlib.redirect_stdout(io.StringIO()):
            runpy.run_path(str(_MAKER))["newsroom"](session, chosen.documents, chosen.comparisons)
        runs = []
        for number in range(chosen.runs):
            folder = Path(place) / str(number)
            folder.mkdir()
            runs.append(opened(session, folder))
        for step in ("listed", "compared", "painted", "all done", "longest stall"):
            times = [run[step] for run in runs]
            print(f"{step:14} median {statistics.median(times):.2f} s, worst {max(times):.2f} s")


if __name__ == "__main__":
    main()
