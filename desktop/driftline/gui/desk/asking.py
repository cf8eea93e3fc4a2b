"""How the window asks the desk: one thing after the other, and what is told when it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from driftline.engine.errors import DriftlineError
from driftline.gui.desk import questions
from driftline.gui.desk.holdings import Holdings
from driftline.gui.desk.queue import DeskQueue
from driftline.review.errors import DamagedSessionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from driftline.gui.jobs import Jobs
    from driftline.review.acts import HistoryEntry
    from driftline.review.contents import Contents
    from driftline.review.desk import Desk
    from driftline.review.session import Session


class Asking(Holdings):
    """Asks the desk off the GUI thread and takes in what comes of it.

    `steps_known(back, on)`: these acts (or None) an undo would take back, a redo do again.
    `unsaved_known(str)`: why what was done is only kept in memory; "" when it is on the disk.
    `recovered(sentence, path)`: a session is damaged, what could be read of it is in a copy.
    `troubled(str)`: a sentence.
    """

    steps_known = Signal(object, object)
    unsaved_known = Signal(str)
    recovered = Signal(str, str)
    troubled = Signal(str)

    def __init__(self, jobs: Jobs, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = desk
        self._queue = DeskQueue(jobs, self._on_trouble)

    def _do(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], object] | None = None,
        again: bool = False,
        hers: bool = False,
    ) -> None:
        """Have work done in its turn; `then` takes what comes of it, by default as the contents of
        the desk, `again` when what is compared must be compared anew. It is `hers` when the editor
        does something to the session by it.
        """

        def done(result: Any) -> None:
            (then or (lambda contents: self._take(contents, again)))(result)
            if self._queue.is_empty():
                self._look_round()

        self._queue.do(work, *arguments, then=done, hers=hers)

    def _look_round(self) -> None:
        """Ask what an undo would take back, a redo do again, and whether all of it is kept."""

        def tell(known: tuple[HistoryEntry | None, HistoryEntry | None, str]) -> None:
            *steps, unsaved = known
            self.steps_known.emit(*steps)
            self.unsaved_known.emit(unsaved)

        self._queue.do(questions.ask, self._desk, _state, then=tell)

    def _ask(
        self, what: Callable[[Desk], Any], then: Callable[[Any], object], *, hers: bool = False
    ) -> None:
        """Ask something short."""
        self._do(questions.ask, self._desk, what, then=then, hers=hers)

    def _act(
        self,
        act: Callable[[Session], object],
        *,
        then: Callable[[Any], object] | None = None,
        again: bool = False,
    ) -> None:
        """Do something to the session."""
        self._do(self._desk.act, act, then=then, again=again, hers=True)

    def _take(self, contents: Contents, again: bool = False) -> None:
        """Take in what lies on the desk now."""
        raise NotImplementedError

    def _on_trouble(self, trouble: Exception) -> None:
        if isinstance(trouble, DamagedSessionError) and trouble.recovered:
            self.recovered.emit(str(trouble), str(trouble.recovered))
            return
        if isinstance(trouble, DriftlineError):
            self.troubled.emit(str(trouble))
            return
        self.troubled.emit(
            self.tr(
                "Something went wrong in the program ({what}). Your texts are unharmed."
            ).format(what=f"{type(trouble).__name__}: {trouble}")
        )


def _state(desk: Desk) -> tuple[HistoryEntry | None, HistoryEntry | None, str]:
    """What an undo would take back and a redo do again, and why that is not on the disk."""
    return desk.session.next_undo, desk.session.next_redo, desk.session.unsaved
