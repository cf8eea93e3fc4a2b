"""What the command line writes to a terminal: results, troubles, a progress bar."""

from __future__ import annotations

import shutil
import sys


def width() -> int:
    """Characters a line."""
    return shutil.get_terminal_size((100, 24)).columns


def speak_utf8() -> None:
    """JSON is UTF-8 on every system; a name that is no text stays readable."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def show(text: str) -> None:
    """A result, on standard output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"driftline: {' '.join(sentence.split())}\n")


class Bar:
    """A progress bar on standard error when that is a terminal; elsewhere nothing."""

    _CELLS = 24
    _EVERY = 0.1

    def __init__(self) -> None:
        self._shown = False
        self._active = sys.stderr is not None and sys.stderr.isatty()
        self._next = 0.0

    def __enter__(self) -> Bar:
        import time

        self._clock = time.monotonic
        self._next = self._clock() + 0.4
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def __call__(self, label: str, done: int, total: int) -> None:
        """Show how far the work is: the engine's progress callable."""
        if not self._active or self._clock() < self._next:
            return
        self._next = self._clock() + self._EVERY
        full = self._CELLS * min(done, total) // max(1, total)
        text = f"{'█' * full}{'░' * (self._CELLS - full)} {label}"
        sys.stderr.write(f"\r{text[: max(10, width() - 1)]}\x1b[K")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the bar off the line, so that a result or a trouble can stand there."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
