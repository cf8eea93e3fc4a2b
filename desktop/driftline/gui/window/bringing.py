"""Texts come into the window: opened, dropped, pasted, taken up from the last time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from driftline import assets
from driftline.review.session import ENDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.notices import Notices
    from driftline.gui.settings import Settings
    from driftline.gui.window.keeping import Keeping

_LINK = re.compile(r"(?:https?|ftp)://\S+$", re.IGNORECASE)
_LONGEST_LINK = 80


class Bringing(QObject):
    """Hands files and texts to the workspace; sessions go to `keeping`.

    `welcomed()`: the sample is shown to who has never seen the window.
    """

    welcomed = Signal()

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
            self.tr("Stories and pages") + " (*.txt *.md *.html *.htm *.mhtml *.webarchive *.docx"
            " *.odt *.rtf *.pdf *.eml *.epub);;" + self.tr("All files") + " (*)",
        )
        self.bring(files)

    def bring(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files or folders; with `compare`, put the first two side by side."""
        self._notices.clear()
        self._put_sample_away()
        sessions = [path for path in paths if path.endswith(ENDING)]
        if sessions:
            self._keeping.open_session_file(sessions[0])
        self._workspace.add_files([p for p in paths if p not in sessions], compare=compare)

    def take_up(self, paths: Sequence[str] = (), *, compare: bool = False) -> None:
        """Begin: with these files alone, or with what lay on the desk when the window closed.

        Who starts the program for the first time, and on nothing, is shown the sample.
        """
        first = self._settings.begin()
        bare = any(not path.endswith(ENDING) for path in paths)
        self._workspace.start(bare=bare, show=self._settings.last_shown)
        if paths:
            self.bring(paths, compare=compare)
        elif first:
            # The session is taken up in two goes; the second is asked for when the first is done.
            self._workspace.afterwards(lambda: self._workspace.afterwards(self._welcome))

    def _welcome(self) -> None:
        if not self._workspace.documents:
            self.open_sample()
            self.welcomed.emit()

    def open_sample(self) -> None:
        """Open the sample stories that come with the program."""
        self.bring([str(assets.path("samples"))])

    def paste(self) -> None:
        """Make a document of what is on the clipboard."""
        # A clipboard that nobody filled has no data at all on some systems.
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def take(self, data: QMimeData) -> None:
        """Take what was dropped or copied: files, text, a part of a page; nothing is fetched."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.bring(files)
            return
        self._notices.clear()
        words = data.text().split()
        links = [url.toString() for url in data.urls() if not url.isLocalFile()]
        links += [word for word in words if _LINK.match(word)]
        if data.hasImage() and (not words or len(links) >= len(words)):
            self._notices.tell(
                self.tr(
                    "This is a picture, and Driftline reads no words from pictures: copy the "
                    "story's text, or save the page and drop the file."
                )
            )
        elif links and all(_LINK.match(word) for word in words):
            self._notices.tell(
                self.tr(
                    "{link} is only a link, and Driftline never goes to the network: open it in "
                    "your browser, save the page and drop the file here, or copy its text."
                ).format(link=_shortened(links[0]))
            )
        else:
            if words:
                self._put_sample_away()
            self._workspace.add_text(data.text(), data.html() if data.hasHtml() else "")

    def _put_sample_away(self) -> None:
        """Her own texts do not lie among the sample's."""
        folder = assets.path("samples")
        documents = self._workspace.documents
        if documents and all(Path(d.path).parent == folder for d in documents):
            self._workspace.forget([d.id for d in documents])


def can_take(data: QMimeData) -> bool:
    """Whether something that is dragged over the window is worth a drop."""
    return data.hasUrls() or data.hasText() or data.hasHtml() or data.hasImage()


def _shortened(link: str) -> str:
    return link if len(link) <= _LONGEST_LINK else link[:_LONGEST_LINK] + "…"
