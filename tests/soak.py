"""Does anything with the window, in any order, and tells what went wrong.

    python tests/soak.py [--seed N] [--seconds 60]

Somebody at the keyboard who never waits: actions, keys, clicks and menus wherever they can be had,
files that come, change and go, windows of any size. It ends with the number of acts and what they
broke, each with the acts before it; the exit code is 1 when something broke, and a crash shows
where. A seed gives the same acts, though not at the same moments.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "desktop")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QContextMenuEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget  # noqa: E402

from driftline import assets  # noqa: E402
from driftline.gui.actions import ACTIONS  # noqa: E402
from driftline.gui.app import make_application  # noqa: E402
from driftline.gui.settings import Settings  # noqa: E402
from driftline.gui.window.main_window import MainWindow  # noqa: E402
from driftline.review.session import Session  # noqa: E402

if TYPE_CHECKING:
    from types import TracebackType

# What ends the program, or opens a dialog of the system that nobody here would answer.
_NOT_FOR_US = {"quit", "full_screen"}
_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in [
        "Tab",
        "Down",
        "Up",
        "Left",
        "Right",
        "Return",
        "Escape",
        "Space",
        "PageDown",
        "PageUp",
        "Home",
        "End",
        "Delete",
        "Backspace",
        "F6",
        "Slash",
        "A",
        "X",
        "1",
        "2",
    ]
)
_SHIFTS = (*[Qt.KeyboardModifier.NoModifier] * 6, Qt.KeyboardModifier.ShiftModifier)
_WEIGHTS = {"bring": 5, "act": 34, "key": 22, "click": 26, "resize": 4, "alter": 2, "wait": 7}
#: Milliseconds after which somebody closes a dialog or menu that waits for an answer.
_PATIENCE = 150
_EXTRA = {
    "right-to-left.txt": "אמר ראש העיר דנה כהן ביום שני.\n\n“אנחנו לא נעצור”, אמרה.\n" * 3,
    "no-spaces.txt": "市長は月曜日に「止まらない」と述べた。\n\n橋は閉鎖された。\n",
    "signs.txt": "The mayor 🙂 said on Monday: “We won’t stop 👩‍👩‍👧.”\n\nNo e\u0301nd.\n",
    "empty.txt": "",
    "long.txt": "\n\n".join(f"On day {n} the council said it would not wait." for n in range(900)),
    "broken.pdf": "%PDF-1.4 broken",
    "page.html": "<nav><a href=x>Home</a></nav><h1>Bridge shut</h1><p>The bridge was shut on "
    "Friday, Mayor Ann Lee said. “We had no choice,” she said.</p>",
}


class Somebody:
    """Who does anything; `troubles` are what it broke."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.app = make_application()
        data = folder / "data"
        data.mkdir()
        self.window = MainWindow(Settings(data, data), lambda: Session.open_automatic(data))
        self.window.show()
        # What the system's own dialog would ask.
        self.window.notices.choose_printer = lambda *_: None
        self.files = _files(folder)
        self.actions = [spec.name for spec in ACTIONS if spec.name not in _NOT_FOR_US]
        self.done: deque[str] = deque(maxlen=8)
        self.troubles: list[str] = []
        self._closing = QTimer(interval=_PATIENCE)
        self._closing.timeout.connect(self._close_what_waits)
        self._closing.start()

    def go_on(self, seconds: float) -> int:
        """Do this and that for some seconds; gives the number of acts."""
        sys.excepthook = self._note
        end, acts = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            (what,) = self.chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
            try:
                getattr(self, what)()
                self.app.processEvents()
            except RuntimeError as error:  # a widget that went while it was being chosen
                if "already deleted" not in str(error):
                    self._note(type(error), error, error.__traceback__)
            self.window.show()
            acts += 1
        self._closing.stop()
        self.window.close()
        return acts

    def bring(self) -> None:
        files = self.chance.sample(self.files, self.chance.randint(1, 5))
        self.done.append(f"bring {len(files)} files")
        self.window.bring(files, compare=len(files) == 2)

    def act(self) -> None:
        name = self.chance.choice(self.actions)
        action = self.window.actions_table[name]
        if action.isEnabled() and (name != "new" or self.chance.random() < 0.2):
            self.done.append(name)
            action.trigger()

    def key(self) -> None:
        widget = self.app.focusWidget() or self.window
        key = self.chance.choice(_KEYS)
        self.done.append(f"{key.name} in {type(widget).__name__}")
        QTest.keyClick(widget, key, self.chance.choice(_SHIFTS))

    def click(self) -> None:
        seen = [w for top in self.app.topLevelWidgets() if top.isVisible() for w in _parts(top)]
        widget = self.chance.choice(seen)
        spot = QPoint(
            self.chance.randrange(max(1, widget.width())),
            self.chance.randrange(max(1, widget.height())),
        )
        (how,) = self.chance.choices(("click", "double click", "menu"), (7, 2, 2))
        self.done.append(f"{how} in {type(widget).__name__}")
        if how == "menu":
            where = widget.mapToGlobal(spot)
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, where)
            QApplication.sendEvent(widget, event)
        else:
            press = QTest.mouseClick if how == "click" else QTest.mouseDClick
            press(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def resize(self) -> None:
        self.done.append("resize")
        self.window.resize(self.chance.randint(500, 1700), self.chance.randint(400, 1000))

    def alter(self) -> None:
        """Change a file, or put it away, or back."""
        file = Path(self.chance.choice(self.files))
        self.done.append(f"alter {file.name}")
        if not file.exists():
            file.write_text("The bridge was shut on Friday, Mayor Ann Lee said.\n", "utf-8")
        elif self.chance.random() < 0.25:
            file.unlink()
        else:
            lines = file.read_text("utf-8", "replace").split("\n")
            lines.insert(len(lines) // 2, "A line was added by the desk, officials said.")
            file.write_text("\n".join(lines), "utf-8")

    def wait(self) -> None:
        self.done.append("wait")
        QTest.qWait(self.chance.randrange(400))

    def _close_what_waits(self) -> None:
        for widget in (self.app.activePopupWidget(), self.app.activeModalWidget()):
            if widget is not None:
                widget.close()

    def _note(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        told = "".join(traceback.format_exception(kind, error, where))
        self.troubles.append(f"{told}after {', '.join(self.done)}")


def _parts(top: QWidget) -> list[QWidget]:
    return [top, *(part for part in top.findChildren(QWidget) if part.isVisible())]


def _files(folder: Path) -> list[str]:
    """The sample's stories twice, and some that are not so usual."""
    for number in range(2):
        for sample in sorted(assets.path("samples").glob("*.txt")):
            shutil.copy(sample, folder / f"{number}-{sample.name}")
    for name, text in _EXTRA.items():
        (folder / name).write_text(text, "utf-8")
    return sorted(str(file) for file in folder.iterdir() if file.is_file())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    arguments = parser.parse_args()
    faulthandler.enable()
    for name, nothing in (
        ("getOpenFileNames", ([], "")),
        ("getOpenFileName", ("", "")),
        ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
    ):
        setattr(QFileDialog, name, staticmethod(lambda *_, given=nothing, **__: given))
    with tempfile.TemporaryDirectory() as name:
        somebody = Somebody(arguments.seed, Path(name))
        acts = somebody.go_on(arguments.seconds)
    for trouble in somebody.troubles:
        print(trouble, end="\n\n")
    print(f"seed {arguments.seed}: {acts} acts, {len(somebody.troubles)} troubles")
    return bool(somebody.troubles)


if __name__ == "__main__":
    sys.exit(main())
