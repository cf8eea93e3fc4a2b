"""What the other versions of a story read, found while two of them are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from driftline.gui.desk import questions

if TYPE_CHECKING:
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.jobs import Jobs
    from driftline.gui.models.story_trail import StoryTrail
    from driftline.review.contents import DeskDocument
    from driftline.review.desk import Desk

#: Stories with more code points in all versions are not followed: it would take too long.
_LONGEST_STORY = 3_000_000
_TOPIC = "trail"
#: What is looked at is painted first.
_AFTER_PAINT_MS = 400


class Following(QObject):
    """Follows the present comparison through all versions of its story.

    `followed(StoryTrail)` when there are more than two and they are known; `followed(None)` when
    something else is looked at.
    """

    followed = Signal(object)

    def __init__(self, workspace: Workspace, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._desk, self._jobs = workspace, desk, jobs
        self._followed: tuple[DeskDocument, ...] = ()
        self._painted = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._painted.timeout.connect(self._start)
        workspace.compared.connect(lambda _: self._look())
        workspace.stories_changed.connect(self._look)
        workspace.comparison_requested.connect(self._stop)
        workspace.document_opened.connect(lambda _: self._stop())
        workspace.emptied.connect(self._stop)

    def busy(self) -> bool:
        """Whether it is about to look at the other versions."""
        return self._painted.isActive()

    def rest(self) -> None:
        """The window closes: follow nothing more."""
        self._painted.stop()

    def _versions(self) -> tuple[DeskDocument, ...]:
        """The versions to be followed: none where the comparison shows all there are."""
        pair = self._workspace.pair
        if pair is None or self._workspace.comparison is None:
            return ()
        versions = self._workspace.story_of(pair[0])
        size = sum(len(document.version.source.text) for document in versions)
        both = {document.id for document in versions} >= set(pair)
        return versions if both and len(versions) > 2 and size <= _LONGEST_STORY else ()

    def _look(self) -> None:
        """Something is compared, or a version came or went, or the story has another order now."""
        versions = self._versions()
        if versions != self._followed:
            self._stop()
            if versions:
                self._painted.start()

    def _start(self) -> None:
        versions = self._versions()
        if not versions:
            return
        self._followed = versions
        self._jobs.start(
            _TOPIC,
            questions.trail,
            self._desk,
            versions,
            self._workspace.base_of(versions),
            deliver=self._on_trail,
            # What the comparison itself shows does not hang on it.
            fail=lambda _: self._stop(),
        )

    def _on_trail(self, trail: StoryTrail) -> None:
        # What a comparison told of its newer text is about another older one: it stays.
        self._workspace.altered |= {
            identity: count
            for identity, count in trail.altered().items()
            if identity not in self._workspace.altered
        }
        self.followed.emit(trail)

    def _stop(self) -> None:
        self._followed = ()
        self._painted.stop()
        self._jobs.stop(_TOPIC)
        self.followed.emit(None)
