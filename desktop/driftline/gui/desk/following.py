"""What the other versions of a story read, found while two of them are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from driftline.gui.desk import questions

if TYPE_CHECKING:
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.jobs import Jobs
    from driftline.review.desk import Desk

#: Stories with more code points in all versions are not followed: it would take too long.
_LONGEST_STORY = 3_000_000
_TOPIC = "trail"


class Following(QObject):
    """Follows the present comparison through all versions of its story.

    `followed(StoryTrail)` when there are more than two and they are known; `followed(None)` when
    something else is looked at.
    """

    followed = Signal(object)

    def __init__(self, workspace: Workspace, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._desk, self._jobs = workspace, desk, jobs
        self._versions: tuple[int, ...] = ()
        workspace.compared.connect(lambda _: self._start())
        workspace.stories_changed.connect(self._on_stories)
        workspace.comparison_requested.connect(self._stop)
        workspace.document_opened.connect(lambda _: self._stop())
        workspace.emptied.connect(self._stop)

    def _start(self) -> None:
        pair = self._workspace.pair
        if pair is None:
            return
        versions = self._workspace.story_of(pair[0])
        ids = tuple(document.id for document in versions)
        size = sum(len(document.version.source.text) for document in versions)
        if len(versions) < 3 or pair[1] not in ids or size > _LONGEST_STORY:
            self._stop()
            return
        self._versions = ids
        self._jobs.start(
            _TOPIC,
            questions.trail,
            self._desk,
            versions,
            ids.index(pair[0]),
            deliver=self.followed.emit,
            # What the comparison itself shows does not hang on it.
            fail=lambda _: self._stop(),
        )

    def _on_stories(self) -> None:
        """A version came or went, or the story has another order now."""
        pair = self._workspace.pair
        if pair is None or self._workspace.comparison is None:
            return
        ids = tuple(document.id for document in self._workspace.story_of(pair[0]))
        if ids != self._versions:
            self._start()

    def _stop(self) -> None:
        self._versions = ()
        self._jobs.stop(_TOPIC)
        self.followed.emit(None)
