"""Work off the GUI thread: progress, cancel, and late results dropped.

A job is a plain function that takes values and gives one value; it is handed `progress`, which
raises `Cancelled` once the job has been stopped. Jobs have a `topic`: starting one stops the
earlier job of the same topic, whose result is then never delivered.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from driftline.engine.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

#: Progress shows only when a job takes longer than this.
PATIENCE_MS = 500

#: A worker speaks at most this often, so that its words never crowd out the reader's own events.
_BREATH_S = 0.04


@dataclass(slots=True)
class _Job:
    topic: str
    number: int
    stopped: threading.Event
    deliver: Callable[[Any], None]
    fail: Callable[[Exception], None]


class _Relay(QObject):
    """Carries what a worker thread has to say into the GUI thread."""

    progressed = Signal(int, str, int, int)
    returned = Signal(int, object)
    failed = Signal(int, object)


class _Runner(QRunnable):
    def __init__(self, job: _Job, relay: _Relay, work: Callable[..., Any], args: tuple) -> None:
        super().__init__()
        self._number = job.number
        self._stopped = job.stopped
        self._relay = relay
        self._work = work
        self._args = args
        self._spoke = 0.0

    def run(self) -> None:
        try:
            result = self._work(*self._args, progress=self._progress)
        except Exception as trouble:  # noqa: BLE001  (every trouble is told in the GUI thread)
            self._relay.failed.emit(self._number, trouble)
        else:
            self._relay.returned.emit(self._number, result)

    def _progress(self, label: str, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._spoke >= _BREATH_S:
            self._spoke = now
            self._relay.progressed.emit(self._number, label, done, total)


class Jobs(QObject):
    """All background work of the window.

    `progressed(label, done, total)` and `idle()` drive the status bar.
    """

    progressed = Signal(str, int, int)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._relay = _Relay(self)
        self._relay.progressed.connect(self._on_progress)
        self._relay.returned.connect(self._on_result)
        self._relay.failed.connect(self._on_failure)
        self._running: dict[int, _Job] = {}
        self._count = 0
        self._finished = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._last = ("", 0, 0)
        self._patience.timeout.connect(lambda: self.progressed.emit(*self._last))

    def start(
        self,
        topic: str,
        work: Callable[..., Any],
        *args: Any,
        deliver: Callable[[Any], None],
        fail: Callable[[Exception], None],
    ) -> None:
        """Run `work(*args, progress=...)`; `deliver` or `fail` is called in the GUI thread.

        Nothing is begun after `finish`.
        """
        if self._finished:
            return
        self.stop(topic)
        self._count += 1
        job = _Job(topic, self._count, threading.Event(), deliver, fail)
        self._running[job.number] = job
        if not self._patience.isActive():
            self._last = ("", 0, 0)
            self._patience.start()
        self._pool.start(_Runner(job, self._relay, work, args))

    def stop(self, topic: str) -> None:
        """Stop the jobs of a topic; nothing of them is delivered any more."""
        for number in [n for n, job in self._running.items() if job.topic == topic]:
            self._running.pop(number).stopped.set()
        self._settle()

    def stop_all(self) -> None:
        """Stop everything; what was asked for does not come."""
        for job in self._running.values():
            job.stopped.set()
        self._running.clear()
        self._settle()

    def busy(self) -> bool:
        """Whether anything is still to be delivered."""
        return bool(self._running)

    def finish(self) -> None:
        """Stop everything for good, and wait until no thread is left."""
        self._finished = True
        self.stop_all()
        self._pool.waitForDone()

    def _settle(self) -> None:
        if not self._running:
            self._patience.stop()
            self.idle.emit()

    def _on_progress(self, number: int, label: str, done: int, total: int) -> None:
        if number not in self._running:
            return
        self._last = (label, done, total)
        if not self._patience.isActive():
            self.progressed.emit(label, done, total)

    def _on_result(self, number: int, result: object) -> None:
        job = self._running.pop(number, None)
        if job is not None:
            job.deliver(result)
            self._settle()

    def _on_failure(self, number: int, trouble: Exception) -> None:
        job = self._running.pop(number, None)
        if job is None or isinstance(trouble, Cancelled):
            self._settle()
            return
        _log.info("job %s failed", job.topic, exc_info=trouble)
        job.fail(trouble)
        self._settle()
