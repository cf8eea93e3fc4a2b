"""Some releases of PySide6 drop a reference to None on every void call and die within seconds."""

import sys

from PySide6.QtCore import QObject


def test_void_calls_leave_none_alone(qapp):
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert lost < 500
