"""What the command line writes to: results, troubles, a progress bar."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.cli.exit_codes import TROUBLE

if TYPE_CHECKING:
    from io import TextIOWrapper

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_ORDERS = {code: f"\\u{code:04x}" for code in _CONTROLS if chr(code) not in "\t\n"}


def width() -> int:
    """How many characters a line has: those of the terminal, 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns


def prepare_outputs() -> None:
    """Have both outputs there and in UTF-8, as JSON is; a name that is no text stays readable.

    One that was closed (`>&-`), or that a program without console never had, swallows its words.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def discard_output() -> None:
    """Let standard output swallow what it holds: Python would fail to flush it at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere() -> TextIOWrapper:
    return Path(os.devnull).open("w", encoding="utf-8")


def show(text: str) -> None:
    """A result, on standard output; raises DriftlineError when there is no room for it.

    To a terminal the signs that would give it orders are written out; a file gets all as it is.
    """
    if sys.stdout.isatty():
        text = text.translate(_ORDERS)
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from driftline.engine.errors import DriftlineError

        discard_output()
        why = (error.strerror or str(error)).lower()
        raise DriftlineError(
            f"standard output: it can't be written ({why}); send the results elsewhere"
        ) from None


def tell(sentence: str) -> None:
    """One line on standard error, in which a file's name can't give the terminal orders."""
    line = "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in " ".join(sentence.split())
    )
    with contextlib.suppress(OSError):  # there is nowhere else to tell it
        sys.stderr.write(f"driftline: {line}\n")


def trouble(sentence: str) -> int:
    """Tell a trouble; gives its exit code."""
    tell(sentence)
    return TROUBLE


class Bar:
    """A progress bar on standard error when that is a terminal; elsewhere nothing."""

    _CELLS = 24
    _FIRST_AFTER, _EVERY = 0.4, 0.1  # seconds

    def __init__(self) -> None:
        self._shown = False
        self._active = sys.stderr.isatty()
        self._next = time.monotonic() + self._FIRST_AFTER

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def __call__(self, label: str, done: int, total: int) -> None:
        """Show how far the work is: the engine's progress callable."""
        if not self._active or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + self._EVERY
        full = self._CELLS * min(done, total) // max(1, total)
        text = f"{'█' * full}{'░' * (self._CELLS - full)} {label[:1].upper()}{label[1:]}"
        sys.stderr.write(f"\r{text[: max(10, width() - 1)]}\x1b[K")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the bar off the line, so that a result or a trouble can stand there."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
