"""Painting ends when its event does, whoever still looks at what was going on then.

A painter that outlives its event paints on what is gone: somebody who holds its frame (a traceback,
a profiler) would bring the program down.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from types import FrameType

    from driftline.gui.window.main_window import MainWindow


def test_every_painter_ends_with_its_event(compared: MainWindow):
    compared.actions_table["bookmark"].trigger()
    held: list[FrameType] = []

    def hold(frame: FrameType, event: str, _: object) -> None:
        if frame.f_code.co_name == "paintEvent":
            held.append(frame)

    sys.setprofile(hold)
    try:
        compared.grab()
    finally:
        sys.setprofile(None)
    painters = [p for f in held for p in f.f_locals.values() if isinstance(p, QPainter)]
    held.clear()
    assert painters
    assert not [painter for painter in painters if painter.isActive()]
