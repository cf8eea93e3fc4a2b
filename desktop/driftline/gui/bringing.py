"""Texts come into the window: opened, dropped, pasted, taken up from the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from driftline import assets
from driftline.review.session import ENDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from driftline.gui.keeping import Keeping
    from driftline.gui.notices import Notices
    from driftline.gui.settings import Settings
    from driftline.gui.workspace import Workspace


class Bringing(QObject):
    """Hands files and texts to the workspace; sessions go to `keeping`."""

    def __init__(
        self,
        workspace: Workspace,
        keeping: Keeping,
        notices: Notices,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._keeping = keeping
        self._notices = notices
        self._settings = settings

    def open_dialog(self) -> None:
        """Ask which files to read."""
        files = self._notices.choose_files(
            self.tr("Open stories"),
            self.tr("Stories and pages") + " (*.txt *.md *.html *.htm *.mhtml *.docx *.odt *.rtf"
            " *.pdf *.eml *.epub);;" + self.tr("All files") + " (*)",
        )
        self.bring(files)

    def bring(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files or folders; with `compare`, put the first two side by side."""
        self._notices.clear()
        sessions = [path for path in paths if path.endswith(ENDING)]
        if sessions:
            self._keeping.open_session_file(sessions[0])
        self._workspace.add_files([p for p in paths if p not in sessions], compare=compare)

    def take_up(self, paths: Sequence[str] = (), *, compare: bool = False) -> None:
        """Begin: with these files alone, or with what lay on the desk when the window closed."""
        bare = any(not path.endswith(ENDING) for path in paths)
        self._workspace.start(bare=bare, show=self._settings.last_shown)
        if paths:
            self.bring(paths, compare=compare)

    def open_sample(self) -> None:
        """Open the sample stories that come with the program."""
        self.bring([str(assets.path("samples"))])

    def paste(self) -> None:
        """Make a document of what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """Take what was dropped or copied."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.bring(files)
        else:
            self._notices.clear()
            self._workspace.add_text(data.text(), data.html() if data.hasHtml() else "")
