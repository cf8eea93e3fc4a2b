"""Work on the desk, one piece after the other in the order it was asked for."""

from __future__ import annotations

import contextlib
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.gui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    then: Callable[[Any], object]
    hers: bool


class DeskQueue:
    """Runs tasks off the GUI thread, never two at once; what fails is told to `fail`.

    A task that is `hers` is something the editor did to the session: it is never forgotten.
    """

    def __init__(self, jobs: Jobs, fail: Callable[[Exception], None]) -> None:
        self._jobs = jobs
        self._fail = fail
        self._tasks: deque[_Task] = deque()
        self._working = False

    def do(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], object],
        hers: bool = False,
    ) -> None:
        """Run `work(*arguments, progress=...)` in its turn; `then` takes its result in the GUI
        thread.
        """
        self._tasks.append(_Task(work, arguments, then, hers))
        self._work_on()

    def is_empty(self) -> bool:
        """Whether nothing waits for its turn."""
        return not self._tasks

    def go_on(self) -> None:
        """Go on with what the editor did, after the running task was stopped; forget the rest."""
        self._tasks = deque(task for task in self._tasks if task.hers)
        self._working = False
        self._work_on()

    def let_go(self) -> bool:
        """Forget what the editor did and is still waiting; tells whether there was anything."""
        before = len(self._tasks)
        self._tasks = deque(task for task in self._tasks if not task.hers)
        return len(self._tasks) < before

    def finish(self) -> None:
        """Do here and now what the editor did, and forget the rest; no task may be running."""
        tasks, self._tasks = self._tasks, deque()
        for task in tasks:
            if task.hers:
                # What comes of it is not shown any more.
                with contextlib.suppress(DriftlineError, Cancelled):
                    task.work(*task.arguments, progress=_no_more)

    def _work_on(self) -> None:
        if self._working or not self._tasks:
            return
        task = self._tasks.popleft()
        self._working = True

        def done(result: Any) -> None:
            self._working = False
            task.then(result)
            self._work_on()

        def failed(trouble: Exception) -> None:
            self._working = False
            self._fail(trouble)
            self._work_on()

        self._jobs.start("desk", task.work, *task.arguments, deliver=done, fail=failed)


def _no_more(label: str, done: int, total: int) -> None:
    raise Cancelled
