"""Shows a file in the system's file manager."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: str) -> bool:
    """Open the file's folder, with the file chosen where the system can; False when it is gone."""
    file = Path(path)
    if file.exists():
        if sys.platform == "win32":
            return QProcess.startDetached("explorer", ["/select,", str(file)])[0]
        if sys.platform == "darwin":
            return QProcess.startDetached("open", ["-R", str(file)])[0]
    if not file.parent.is_dir():
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
