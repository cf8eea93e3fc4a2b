"""Pictures of the window, made by the program itself: `python -m driftline.gui.screenshots`.

Every picture has a window of its own. `--set tour` makes those of the README, `--set help` those of
the help (smaller), and without it all are made, for looking through them after a change.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from driftline.gui.app import make_application
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.preferences import Appearance, Theme
from driftline.review.session import Session
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 60_000
#: What waits until the reader pauses (a preview) has begun by then.
_CALM_MS = 300
_SIZE = (1360, 860)
#: The help shows its pictures in a column of text.
_HELP_WIDTH = 680
_HEBREW = (
    "המועצה תומכת בחשמלית אל הנמל, אמרה ביום שני ראש המועצה.\n\n"
    "הקו יעלה {cost} מיליון כתרים ויעבור ב{count} רבעים של העיר העתיקה.\n"
)


class Stage:
    """A window with its own folder, to be set up for one picture."""

    def __init__(self, app: QApplication, samples: Path, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self.samples = samples
        settings = Settings(folder, folder)
        settings.change(appearance=Appearance(Theme.LIGHT))
        self.window = MainWindow(settings, lambda: Session.open_automatic(folder))
        self.window.resize(*_SIZE)
        self.window.show()

    def settle(self) -> None:
        """Wait until the window has had nothing to do for a while."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        calm = QDeadlineTimer(_CALM_MS)
        while not calm.hasExpired() and not deadline.hasExpired():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            window = self.window
            if any(part.busy() for part in (window.jobs, window.workspace, window.following)):
                calm.setRemainingTime(_CALM_MS)

    def write(self, name: str, text: str) -> str:
        """A file in the stage's folder."""
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def compare(self) -> MainWindow:
        """The sample, its oldest and newest version side by side."""
        self.window.bring([str(self.samples)])
        self.settle()
        story = max(self.window.workspace.stories, key=len)
        self.window.workspace.show(tuple(d.id for d in story))
        self.settle()
        return self.window

    def close(self) -> None:
        """Put the window away."""
        self.window.close()


def _empty(stage: Stage) -> QWidget:
    return stage.window


def _one(stage: Stage) -> QWidget:
    window = stage.compare()
    cut_most = max(window.workspace.documents, key=lambda d: len(d.version.cuts))
    window.workspace.open(cut_most.id)
    return window


def _comparison(stage: Stage) -> QWidget:
    return stage.compare()


def _twenty(stage: Stage) -> QWidget:
    texts = [path.read_text(encoding="utf-8") for path in sorted(stage.samples.glob("*.txt"))]
    paths = []
    for number in range(20):
        paragraphs = texts[number % len(texts)].split("\n\n")
        del paragraphs[2 + number // len(texts) :: 5]
        paths.append(stage.write(f"version {number + 1}.txt", "\n\n".join(paragraphs)))
    stage.window.bring(paths)
    return stage.window


def _all_versions(stage: Stage) -> QWidget:
    window = stage.compare()
    window.actions_table["all_versions"].setChecked(True)
    return window


def _trouble(stage: Stage) -> QWidget:
    (Path(stage.write("broken.pdf", "")).parent / "scan.docx").write_bytes(
        b"PK\x03\x04no such file"
    )
    broken = [stage.write("broken.pdf", "%PDF-1.7 and no more"), stage.write("empty.txt", "")]
    stage.window.bring([*broken, str(Path(broken[0]).parent / "scan.docx"), str(stage.samples)])
    return stage.window


def _dark(stage: Stage) -> QWidget:
    window = stage.compare()
    window.actions_table["dark"].setChecked(True)
    return window


def _narrow(stage: Stage) -> QWidget:
    window = stage.compare()
    window.resize(820, 640)
    return window


def _one_text(stage: Stage) -> QWidget:
    window = stage.compare()
    window.actions_table["inline"].setChecked(True)
    return window


def _long(stage: Stage) -> QWidget:
    body = (stage.samples / "harbour-1.txt").read_text(encoding="utf-8").split("\n\n")[3:-1]
    parts = [f"Part {number}. {part}" for number in range(1, 121) for part in body]
    changed = [
        part.replace(" the ", " a ", 1) if n % 7 == 3 else part for n, part in enumerate(parts)
    ]
    old, new = "\n\n".join(parts), "\n\n".join(changed)
    stage.window.bring([stage.write("a.txt", old), stage.write("b.txt", new)], compare=True)
    return stage.window


def _right_to_left(stage: Stage) -> QWidget:
    stage.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    old = stage.write("old.txt", _HEBREW.format(cost=48, count="שלושה"))
    new = stage.write("new.txt", _HEBREW.format(cost=84, count="ארבעה"))
    stage.window.bring([old, new], compare=True)
    return stage.window


def _reviewed(stage: Stage) -> MainWindow:
    window = stage.compare()
    for status in (Status.FINE, Status.MUST_FIX, Status.QUERY):
        window.reviewing.set_status(status)
        stage.settle()
    return window


def _review(stage: Stage) -> QWidget:
    window = _reviewed(stage)
    current = window.compare_page.current
    state = window.workspace.review
    if current is not None and state is not None:
        ref = window.changes.refs_of(current)[0]
        window.workspace.set_note(state, ref, "Ask the city desk.")
    return window


def _pane(name: str) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        window = stage.compare()
        pane: QWidget = getattr(window, name)
        if name != "documents":
            window.lists.setCurrentWidget(pane)
        return pane

    return make


def _dialog(action: str) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        window = _reviewed(stage)
        window.actions_table[action].trigger()
        stage.settle()
        opened = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
        return opened[-1] if opened else window

    return make


_SHOTS: dict[str, Callable[[Stage], QWidget]] = {
    "empty": _empty,
    "document": _one,
    "comparison": _comparison,
    "twenty": _twenty,
    "all-versions": _all_versions,
    "trouble": _trouble,
    "dark": _dark,
    "narrow": _narrow,
    "one-text": _one_text,
    "long": _long,
    "right-to-left": _right_to_left,
    "review": _review,
    "documents": _pane("documents"),
    "changes": _pane("changes"),
    "quotes": _pane("quotes"),
    "cuts": _pane("cuts"),
    "export": _dialog("export"),
    "preferences": _dialog("preferences"),
    "history": _dialog("history"),
    "keys": _dialog("keys"),
    "help": _dialog("help"),
    "about": _dialog("about"),
    "go-to": _dialog("go_to"),
}
#: Made again by a program that is told to scale everything.
_SCALED = "comparison-150"
_TOUR = ("empty", "comparison", "all-versions", "review", "document", "export", "dark")
_HELP = (
    "empty",
    "comparison",
    "all-versions",
    "documents",
    "changes",
    "quotes",
    "document",
    "review",
    "export",
    "preferences",
)
_SETS = {"all": tuple(_SHOTS), "tour": _TOUR, "help": _HELP}


def _shoot(app: QApplication, name: str, samples: Path, target: Path, width: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(app, samples, Path(folder))
        try:
            widget = _SHOTS[name](stage)
            stage.settle()
            picture = widget.grab().toImage()
        finally:
            stage.close()
    if width and picture.width() > width:
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return _sparing(picture).save(str(target), quality=0)


def _sparing(picture: QImage) -> QImage:
    """The picture in its 256 most frequent colours: a window has few more, and a third of the
    bytes.
    """
    import numpy

    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    values, counts = numpy.unique(
        numpy.frombuffer(plain.constBits(), numpy.uint32), return_counts=True
    )
    table = [int(value) for value in values[numpy.argsort(-counts)][:256]]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table)


def main(argv: list[str] | None = None) -> int:
    """Write the pictures; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path, help="the folder of stories to show")
    parser.add_argument("out", type=Path, help="where the pictures go")
    parser.add_argument("--only", choices=sorted(_SHOTS), help="make only this one")
    parser.add_argument("--set", choices=sorted(_SETS), default="all", help="make these")
    arguments = parser.parse_args(argv)
    arguments.out.mkdir(parents=True, exist_ok=True)
    app = make_application()
    names = [arguments.only] if arguments.only else _SETS[arguments.set]
    width = _HELP_WIDTH if arguments.set == "help" else 0
    for name in names:
        if not _shoot(app, name, arguments.samples, arguments.out / f"{name}.png", width):
            sys.stderr.write(f"{arguments.out}: the picture could not be written there\n")
            return 2
    if arguments.only or arguments.set != "all":
        return 0
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "driftline.gui.screenshots",
            str(arguments.samples),
            folder,
        ]
        surroundings = {**os.environ, "QT_SCALE_FACTOR": "1.5"}
        code = subprocess.run([*command, "--only", "comparison"], env=surroundings, check=False)
        made = Path(folder) / "comparison.png"
        if made.is_file():
            (arguments.out / f"{_SCALED}.png").write_bytes(made.read_bytes())
        return code.returncode


if __name__ == "__main__":
    raise SystemExit(main())
