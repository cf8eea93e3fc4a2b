"""Does anything with the window, in any order, and tells what went wrong.

    python tests/soak.py [--seed N] [--seconds 60] [--language de]

Somebody at the keyboard who never waits: actions, keys, clicks, menus and drags wherever they can
be had, words typed into every field, whatever a dialog lets her choose, reports and sessions saved
and opened, texts pasted and dropped, files that come, change and go, windows of any size. It ends
with the number of acts and what they broke, each with the acts before it; what is left must open
again. The exit code is 1 when something broke, and a crash shows where. A seed gives the same acts,
though not at the same moments.
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
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

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDrag, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from driftline import assets
from driftline.engine.errors import DriftlineError
from driftline.gui.actions import ACTIONS
from driftline.gui.app import make_application
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
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
_WEIGHTS = {
    "bring": 5,
    "act": 34,
    "key": 22,
    "click": 26,
    "drag": 6,
    "drop": 2,
    "paste": 2,
    "write": 7,
    "choose": 16,
    "ask": 4,
    "resize": 4,
    "alter": 2,
    "wait": 7,
}
#: Milliseconds after which somebody may close a dialog or menu that waits for an answer, and how
#: often she does.
_PATIENCE = 150
_IMPATIENT = 0.25
_WORDS = ("the", "council", "“We", "said,", "98", "harbour", "🙂", "היום", "e\u0301", "?", "(x")
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

    def __init__(self, seed: int, folder: Path, language: str = "") -> None:
        self.chance = random.Random(seed)
        # Of its own, for it is asked by the clock.
        self._impatience = random.Random(seed)
        self.app = make_application(language)
        data = folder / "data"
        data.mkdir()
        self.window = MainWindow(Settings(data, data), lambda: Session.open_automatic(data))
        self.window.show()
        # What the system's own dialog would ask.
        self.window.notices.choose_printer = lambda *_: None
        self.files = _files(folder)
        self.folder = folder
        self.data = data
        self.actions = [spec.name for spec in ACTIONS if spec.name not in _NOT_FOR_US]
        self.done: deque[str] = deque(maxlen=8)
        self.troubles: list[str] = []
        self._closing = QTimer(interval=_PATIENCE)
        self._closing.timeout.connect(self._close_what_waits)
        self._closing.start()

    def go_on(self, seconds: float) -> int:
        """Do this and that for some seconds; gives the number of acts."""
        sys.excepthook = self._note
        logging.getLogger("driftline.gui.jobs").addHandler(_Listening(self._note))
        logging.getLogger("driftline.gui.jobs").setLevel(logging.INFO)
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
        for top in self.app.topLevelWidgets():
            if top is not self.window:
                top.close()
        self.window.notices.choose = lambda *_: 1  # what can't be kept may go
        self.window.close()
        # Without a screen what Python copied would be destroyed after Python: a crash.
        self.app.clipboard().clear()
        self._look_at_what_is_left()
        return acts

    def _look_at_what_is_left(self) -> None:
        try:
            with Session.open_automatic(self.data) as session:
                for document in session.documents.all():
                    session.documents.source(document.id)
                session.history()
                if session.notes:
                    self.troubles.append(f"the session that is left says {session.notes}")
        except DriftlineError as error:
            self._note(type(error), error, error.__traceback__)

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
        spot = self._spot(widget)
        (how,) = self.chance.choices(("click", "double click", "menu"), (7, 2, 2))
        self.done.append(f"{how} in {type(widget).__name__}")
        if how == "menu":
            where = widget.mapToGlobal(spot)
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, where)
            QApplication.sendEvent(widget, event)
        else:
            press = QTest.mouseClick if how == "click" else QTest.mouseDClick
            press(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def drag(self) -> None:
        """Press somewhere, and let go elsewhere in the same widget."""
        widget = self.chance.choice(_parts(self._front()))
        self.done.append(f"drag in {type(widget).__name__}")
        begin, end = self._spot(widget), self._spot(widget)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=begin)
        for step in (0.3, 0.7, 1.0):
            QTest.mouseMove(widget, begin + (end - begin) * step)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)

    def drop(self) -> None:
        """Drop files or words anywhere."""
        self.done.append("drop")
        widget = self.chance.choice([self.window, self.window.documents])
        event = QDropEvent(
            QPointF(self._spot(widget)),
            Qt.DropAction.CopyAction,
            self._something(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(widget, event)

    def paste(self) -> None:
        self.done.append("paste")
        QGuiApplication.clipboard().setMimeData(self._something())
        self.window.actions_table["paste"].trigger()

    def _something(self) -> QMimeData:
        data = QMimeData()
        if self.chance.random() < 0.5:
            files = self.chance.sample(self.files, 2)
            data.setUrls([QUrl.fromLocalFile(file) for file in files])
        else:
            data.setText(" ".join(self.chance.choices(_WORDS, k=30)))
        return data

    def write(self) -> None:
        """Type words into a field."""
        fields = [
            part
            for part in _parts(self._front())
            if isinstance(part, QLineEdit | QPlainTextEdit) and part.isEnabled()
        ]
        if fields:
            field = self.chance.choice(fields)
            self.done.append(f"write in {type(field).__name__}")
            field.setFocus()
            for word in self.chance.choices(_WORDS, k=self.chance.randint(1, 3)):
                # As an input method hands them on: a key has no sign beyond Latin-1.
                commit = QInputMethodEvent()
                commit.setCommitString(word + " ")
                QApplication.sendEvent(field, commit)
            if self.chance.random() < 0.4:
                QTest.keyClick(field, Qt.Key.Key_Return)

    def choose(self) -> None:
        """Choose something where there is something to choose, in a dialog if one is open."""
        kinds = QComboBox | QAbstractSpinBox | QAbstractButton | QAbstractItemView
        parts = [p for p in _parts(self._front()) if isinstance(p, kinds) and p.isEnabled()]
        if not parts:
            return
        part = self.chance.choice(parts)
        self.done.append(f"choose in {type(part).__name__} of {type(part.window()).__name__}")
        if isinstance(part, QComboBox) and part.count():
            part.setCurrentIndex(self.chance.randrange(part.count()))
            part.activated.emit(part.currentIndex())
        elif isinstance(part, QAbstractSpinBox):
            part.stepBy(self.chance.randint(-5, 5))
        elif isinstance(part, QAbstractButton):
            part.click()
        elif isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
            row = self.chance.randrange(max(1, model.rowCount()))
            part.setCurrentIndex(model.index(row, 0))

    def ask(self) -> None:
        """Open a dialog, choose this and that in it, and press its main button."""
        name = self.chance.choice(("export", "preferences", "export", "go_to", "all_versions"))
        action = self.window.actions_table[name]
        if not action.isEnabled():
            return
        self.done.append(name)
        action.trigger()
        QTest.qWait(self.chance.randrange(60))
        for _ in range(self.chance.randrange(9)):
            self.choose()
        for button in self._front().findChildren(QPushButton):
            if button.isDefault() and button.isEnabled():
                self.done.append(f"press {button.text()}")
                button.click()
                return

    def _front(self) -> QWidget:
        """The dialog that is open, else the window."""
        dialogs = [
            top
            for top in self.app.topLevelWidgets()
            if isinstance(top, QDialog) and top.isVisible()
        ]
        return self.chance.choice(dialogs) if dialogs else self.window

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.chance.randrange(max(1, widget.width())),
            self.chance.randrange(max(1, widget.height())),
        )

    def file_to_open(self) -> list[str]:
        """What she picks where a dialog of the system asks for files: sessions too."""
        present = [str(path) for path in self.folder.iterdir() if path.is_file()]
        return self.chance.sample(present, self.chance.randint(0, 2))

    def file_to_save(self, suggestion: str) -> str:
        """Where she saves what she is asked for; nowhere at times."""
        name = f"saved {self.chance.randrange(4)}{Path(suggestion).suffix}"
        return str(self.folder / name) if self.chance.random() < 0.8 else ""

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
        if QGuiApplication.platformName() != "offscreen":
            # Nobody else would let go of what is dragged.
            QDrag.cancel()
        for widget in (self.app.activePopupWidget(), self.app.activeModalWidget()):
            if widget is not None and self._impatience.random() < _IMPATIENT:
                widget.close()

    def _note(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        told = "".join(traceback.format_exception(kind, error, where))
        self.troubles.append(f"{told}after {', '.join(self.done)}")


class _Listening(logging.Handler):
    """Notes what failed in a job, unless it is a sentence for the editor."""

    def __init__(self, note: Callable[..., None]) -> None:
        super().__init__()
        self._note = note

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and not isinstance(record.exc_info[1], DriftlineError):
            self._note(*record.exc_info)


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
    parser.add_argument("--language", default="")
    arguments = parser.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as name:
        somebody = Somebody(arguments.seed, Path(name), arguments.language)
        QFileDialog.getOpenFileNames = staticmethod(lambda *_: (somebody.file_to_open(), ""))
        QFileDialog.getSaveFileName = staticmethod(
            lambda _, __, suggestion, *___: (somebody.file_to_save(suggestion), "")
        )
        QFileDialog.getExistingDirectory = staticmethod(lambda *_: name)
        acts = somebody.go_on(arguments.seconds)
        saved = sorted(path.name for path in Path(name).glob("saved *"))
    for trouble in somebody.troubles:
        print(trouble, end="\n\n")
    print(f"saved: {', '.join(saved) or 'nothing'}")
    print(f"seed {arguments.seed}: {acts} acts, {len(somebody.troubles)} troubles")
    return bool(somebody.troubles)


if __name__ == "__main__":
    sys.exit(main())
