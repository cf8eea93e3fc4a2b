"""Some releases of PySide6 drop a reference to None on every void call and die within seconds."""

import linecache
import sys

from PySide6.QtCore import QObject


def test_void_calls_leave_none_alone(qapp):
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert lost < 500


def test_sources_of_imported_modules_are_not_read(qapp, tmp_path, monkeypatch):
    source = tmp_path / "imported_after_pyside.py"
    source.write_text("VALUE = 1\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    __import__(source.stem)
    monkeypatch.delitem(sys.modules, source.stem)
    assert str(source) not in linecache.cache
