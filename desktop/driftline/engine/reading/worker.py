"""A reading process with limits of time and memory, for formats a hostile file can misuse.

The process is started by `spawn`, serves one file after another and ends with its `Worker`, with
the process that started it, or when a file exceeds its limits. Nothing of it outlives its owner.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

from driftline.engine.errors import UnreadableError
from driftline.engine.reading import troubles
from driftline.engine.reading.parts import Parsed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from driftline.engine.options import ReadingOptions
    from driftline.engine.progress import Progress
    from driftline.engine.reading.sniffing import Format

#: Seconds between two looks at whether the user has cancelled.
_PULSE = 0.05
#: Time a new process may take to start, beside the time for the file itself.
_START = 20.0
#: Bytes for which a file is allowed another second.
_PER_SECOND = 5_000_000


def allowed() -> bool:
    """Whether this process may start another one; one that is itself a daemon may not."""
    return not multiprocessing.current_process().daemon


class Worker:
    """A process that reads files; a context manager.

    It is started with the first file and started again after a file that had to be stopped.
    """

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process at once."""
        if self._line:
            self._line.close()
        if self._process:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._line = self._process = None

    def parse(self, kind: Format, name: str, data: bytes, progress: Progress) -> Parsed:
        """The text of some bytes, read in the process.

        Raises UnreadableError, also when the file takes too long or too much memory, and what
        `progress` raises; the process is ended in all these cases but the first.
        """
        limit = self._options.time_limit + len(data) / _PER_SECOND
        try:
            line = self._connect()
            answer = self._ask(line, (kind, name, limit), data, progress)
        except (EOFError, OSError):
            self.close()
            raise troubles.died(name) from None
        except BaseException:
            self.close()
            raise
        if isinstance(answer, Parsed):
            return answer
        if isinstance(answer, UnreadableError):
            raise answer
        self.close()
        raise troubles.too_large(name)

    def _connect(self) -> Connection:
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            line, far = context.Pipe()
            process = context.Process(
                target=serve, args=(far, self._options), name="driftline-reading", daemon=True
            )
            process.start()
            self._line, self._process = line, process
            far.close()
        return self._line

    def _ask(
        self,
        line: Connection,
        request: tuple[Format, str, float],
        data: bytes,
        progress: Progress,
    ) -> object:
        """Sends a request and waits for the answer, looking at `progress` all the while."""
        _, name, limit = request
        label = f"Reading {name}"
        deadline = time.monotonic() + _START
        while not line.poll(_PULSE):
            progress(label, 0, 1)
            if time.monotonic() > deadline:
                raise EOFError
        line.recv()  # says that it is ready
        line.send(request)
        line.send_bytes(data)
        deadline = time.monotonic() + limit
        while not line.poll(_PULSE):
            progress(label, 0, 1)
            if time.monotonic() > deadline:
                raise troubles.too_slow(name, limit)
        return line.recv()


def serve(line: Connection, options: ReadingOptions) -> None:
    """What the process does: answers requests until its owner is gone."""
    _be_quiet()
    _limit_memory(options.memory_limit)
    _follow_owner()
    from driftline.engine.reading import formats

    while True:
        try:
            line.send("ready")
            kind, name, limit = line.recv()
            data = line.recv_bytes()
        except (EOFError, OSError):
            return
        _limit_time(limit)
        answer: object
        try:
            answer = formats.parse(kind, name, data, options, _unwatched)
        except UnreadableError as trouble:
            answer = trouble
        except MemoryError:
            answer = None
        _limit_time(0)
        try:
            line.send(answer)
        except (OSError, MemoryError):
            return


def _unwatched(label: str, done: int, total: int) -> None:
    """Progress inside the process: its owner watches from outside and may kill it."""


def _be_quiet() -> None:
    """Leaves Ctrl+C to the owner, and what libraries print to nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _limit_memory(most: int) -> None:
    """Lets an allocation beyond the limit fail; Windows has no such limit for a process."""
    if sys.platform == "win32":
        return
    import resource

    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    except (OSError, ValueError):
        return  # macOS knows the limit and may refuse to set it


def _limit_time(limit: float) -> None:
    """Has the system itself end this process if its owner no longer can."""
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limit + 1 if limit else 0)


def _follow_owner() -> None:
    """Ends this process when the one that started it is gone."""
    owner = multiprocessing.parent_process()
    if owner is None:
        return

    def wait() -> None:
        owner.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
