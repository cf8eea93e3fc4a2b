"""Work on the desk, one piece after the other in the order it was asked for."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.gui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    then: Callable[[Any], object]


class DeskQueue:
    """Runs tasks off the GUI thread, never two at once; what fails is told to `fail`."""

    def __init__(self, jobs: Jobs, fail: Callable[[Exception], None]) -> None:
        self._jobs = jobs
        self._fail = fail
        self._tasks: deque[_Task] = deque()
        self._working = False

    def do(self, work: Callable[..., Any], *arguments: Any, then: Callable[[Any], object]) -> None:
        """Run `work(*arguments, progress=...)` in its turn; `then` takes its result in the GUI
        thread.
        """
        self._tasks.append(_Task(work, arguments, then))
        self._work_on()

    def is_empty(self) -> bool:
        """Whether nothing waits for its turn."""
        return not self._tasks

    def clear(self) -> None:
        """Forget what is still to be done."""
        self._tasks.clear()
        self._working = False

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
