"""The two-text view alone, on texts of any length, against two QTextEdits side by side.

    python tests/benchmarks/view.py [--words N] [--only view|text-edit|program]

Each is measured in a process of its own, in a window of 1400 x 900, on the same rows of 80 words
(1,000,000 words a side), one in four of them with a change: the first paint, the 99th percentile of
300 wheel frames and of 60 jumps to far places, the slowest of 6 new widths (milliseconds of the
window's thread until the frame is painted), and what the process holds over the texts. Runs
offscreen unless QT_QPA_PLATFORM says otherwise.

`--only program` measures the whole window on two files (100,000 words a side): when the texts can
be read, when all changes are known, and the slowest of several next changes, filters, folds,
redlines, themes and changes to the plain text and back, which is written meanwhile.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_WORDS_IN_ROW = 80
_VOCABULARY = ("the", "of", "a", "council", "mayor", "said", "bridge", "storm", "spokeswoman", "in")


def _texts(words: int) -> list[str]:
    chance = random.Random(7)
    pool = [" ".join(chance.choices(_VOCABULARY, k=_WORDS_IN_ROW)) + "." for _ in range(997)]
    # Each row is a string of its own, as rows of a real story are.
    return [f"{row} {pool[row % len(pool)]}" for row in range(words // _WORDS_IN_ROW)]


def _resident_mb() -> float:
    status = Path("/proc/self/status").read_text("utf-8")
    return int(next(x for x in status.splitlines() if x.startswith("VmRSS")).split()[1]) / 1024


def _view(old: list[str], new: list[str]) -> Callable[[], QAbstractScrollArea]:
    from driftline.engine.records import Edit, Kind, Role, Severity, Span
    from driftline.gui.compare.row_content import (
        Mark,
        Piece,
        RowContent,
        RowKind,
        Side,
        TextBlock,
    )
    from driftline.gui.compare.row_view import RowView
    from driftline.gui.theme import named
    from driftline.review.preferences import Fonts

    def block(text: str, row: int, edit: Edit | None, side: Side) -> TextBlock:
        marks = () if edit is None else (Mark(0, text.index(" "), edit, side),)
        return TextBlock(text, (Piece(0, row * 1000, len(text), side),), marks, Role.BODY, row + 1)

    rows = []
    for row, (before, after) in enumerate(zip(old, new, strict=True)):
        edit = None
        if row % 4 == 0:
            span = Span(row * 1000, row * 1000 + 1)
            edit = Edit(id=row, kind=Kind.NUMBER, severity=Severity.HIGH, a=span, b=span)
        kind = RowKind.SAME if edit is None else RowKind.CHANGED
        left, right = block(before, row, edit, Side.OLD), block(after, row, edit, Side.NEW)
        rows.append(RowContent((left,), (right,), kind, row))

    def show() -> QAbstractScrollArea:
        view = RowView(named("light"), Fonts())
        view.show_rows(rows, range(len(rows)))
        return view

    return show


def _text_edits(old: list[str], new: list[str]) -> Callable[[], QAbstractScrollArea]:
    from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

    holder = QWidget()

    def show() -> QAbstractScrollArea:
        row = QHBoxLayout(holder)
        left, right = QTextEdit(), QTextEdit()
        for edit, texts in ((left, old), (right, new)):
            edit.setReadOnly(True)
            edit.setPlainText("\n".join(texts))
            row.addWidget(edit)
        # Such tools let the right side follow the left one.
        left.verticalScrollBar().valueChanged.connect(right.verticalScrollBar().setValue)
        return left

    return show


def _milliseconds(app: QApplication, act: Callable[[], object]) -> float:
    began = time.thread_time()
    act()
    app.sendPostedEvents()
    app.processEvents()
    return (time.thread_time() - began) * 1000


def _percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def _measure(name: str, words: int) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    from driftline.gui.app import make_application

    app = make_application()
    old, new = _texts(words), _texts(words)
    gc.collect()
    before = _resident_mb()

    make = (_view if name == "view" else _text_edits)(old, new)
    made: list[QAbstractScrollArea] = []

    def show() -> None:
        made.append(make())
        made[0].window().resize(1400, 900)
        made[0].window().show()

    first = _milliseconds(app, show)
    area = made[0]
    bar = area.verticalScrollBar()
    port = area.viewport()

    def wheel() -> None:
        event = QWheelEvent(
            QPointF(300, 300), QPointF(port.mapToGlobal(QPoint(300, 300))), QPoint(),
            QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        app.sendEvent(port, event)

    frames = [_milliseconds(app, wheel) for _ in range(300)]
    chance = random.Random(1)
    jumps = [
        _milliseconds(app, lambda: bar.setValue(chance.randrange(bar.maximum()))) for _ in range(60)
    ]
    window = area.window()
    sizes = [
        _milliseconds(app, partial(window.resize, width, 900))
        for width in (1300, 1200, 1100, 1250, 1350, 1400)
    ]
    memory = _resident_mb() - before
    print(
        f"| {name} | {first:.0f} | {_percentile(frames, 0.99):.1f} | {_percentile(jumps, 0.99):.1f}"
        f" | {max(sizes):.0f} | {memory:.0f} |"
    )
    window.close()


def _story(words: int, chance: random.Random) -> list[list[list[str]]]:
    """Paragraphs of sentences of words."""
    pool = (*_VOCABULARY, "Monday", "seven", "40", "valve", "crew", "early", "would", "company")

    def sentence() -> list[str]:
        drawn = chance.choices(pool, k=chance.randint(9, 22))
        return [drawn[0].capitalize(), *drawn[1:]]

    return [[sentence() for _ in range(chance.randint(3, 6))] for _ in range(words // 70)]


def _written(story: list[list[list[str]]]) -> str:
    return "\n\n".join(" ".join(" ".join(s) + "." for s in paragraph) for paragraph in story)


def _two_files(words: int, folder: Path) -> list[str]:
    """A story, and a version of it with a word changed in each fifth sentence and ten moves."""
    chance = random.Random(4)
    story = _story(words, chance)
    files = [folder / "older.txt", folder / "newer.txt"]
    files[0].write_text(_written(story), "utf-8")
    for paragraph in story:
        for sentence in paragraph:
            if chance.random() < 0.2:
                sentence[chance.randrange(1, len(sentence))] = "quay"
    for _ in range(10):
        story.insert(chance.randrange(len(story)), story.pop(chance.randrange(len(story))))
    files[1].write_text(_written(story), "utf-8")
    return [str(file) for file in files]


def _measure_program(words: int) -> None:
    import tempfile

    from driftline.gui.app import make_application
    from driftline.gui.settings import Settings
    from driftline.gui.window.main_window import MainWindow
    from driftline.review.session import Session

    app = make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = MainWindow(Settings(folder, folder), lambda: Session.open_automatic(folder))
        window.resize(1400, 900)
        window.show()
        files = _two_files(words, folder)
        began = time.perf_counter()
        window.bring(files, compare=True)
        page = window.compare_page
        seen: dict[str, float] = {}
        while window.workspace.busy():
            app.processEvents()
            if page.rows and "read" not in seen:
                page.view.repaint()
                seen["read"] = time.perf_counter() - began
            if page.comparison is not None and "known" not in seen:
                page.view.repaint()
                seen["known"] = time.perf_counter() - began
            time.sleep(0.002)
        print(
            f"texts can be read after {seen['read']:.2f} s, all changes after {seen['known']:.2f} s"
        )
        for name in ("next", "grave_only", "typography", "fold", "inline", "dark", "one_text"):
            action = window.actions_table[name]
            slowest = 0.0
            for _ in range(4):
                slowest = max(slowest, _milliseconds(app, action.trigger))
                while window.workspace.busy():
                    app.processEvents()
            print(f"{name}: {slowest:.0f} ms")
        print(f"{_resident_mb():.0f} MB in all")
        window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int)
    parser.add_argument("--only", choices=("view", "text-edit", "program"))
    arguments = parser.parse_args()
    if arguments.only == "program":
        _measure_program(arguments.words or 100_000)
        return
    words = arguments.words or 1_000_000
    if arguments.only:
        _measure(arguments.only, words)
        return
    print(f"{words:,} words a side")
    print("| | first paint ms | wheel p99 ms | far jump p99 ms | resize ms | MB over the texts |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    for name in ("view", "text-edit"):
        subprocess.run(
            [sys.executable, __file__, "--only", name, "--words", str(words)], check=True
        )


if __name__ == "__main__":
    main()
