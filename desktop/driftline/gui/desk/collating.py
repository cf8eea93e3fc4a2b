"""All versions of the story that is looked at, set beside each other while the editor wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from driftline.gui.desk import questions
from driftline.review.contents import base_first

if TYPE_CHECKING:
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.jobs import Jobs
    from driftline.gui.models.collated import Collated
    from driftline.review.desk import Desk

#: A story of fewer versions is compared.
FEWEST = 3
_TOPIC = "collation"


class Collating(QObject):
    """Collates the story again whenever something in it changes.

    `begun(versions, base)`: these documents, one of which (told by its id) is the base text.
    `collated(Collated)` or `failed(Exception)` follows, nothing where they are fewer than `FEWEST`.
    """

    begun = Signal(list, int)
    collated = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._desk, self._jobs = workspace, desk, jobs
        self._wanted = False
        self._last: Collated | None = None
        workspace.stories_changed.connect(self._look)
        # Cuts, pins and preferences have these made anew, and another story may be looked at.
        workspace.comparison_requested.connect(self._look)
        workspace.document_opened.connect(lambda _: self._look())

    def begin(self) -> None:
        """Collate the story that is looked at, and go on with it."""
        self._wanted = True
        self._look()

    def end(self) -> None:
        """Nobody looks at it any more."""
        self._wanted = False
        self._jobs.stop(_TOPIC)

    def _look(self) -> None:
        shown = self._workspace.shown
        if not self._wanted or not shown:
            return
        versions = self._workspace.story_of(shown[0])
        if not versions:
            return
        base = self._workspace.base_of(versions)
        self._jobs.stop(_TOPIC)
        self.begun.emit(list(versions), base)
        if self._wanted and len(versions) >= FEWEST:
            self._jobs.start(
                _TOPIC,
                questions.collate,
                self._desk,
                base_first(versions, base),
                self._last,
                deliver=self._on_collated,
                fail=self.failed.emit,
            )

    def _on_collated(self, collated: Collated) -> None:
        self._last = collated
        self.collated.emit(collated)
