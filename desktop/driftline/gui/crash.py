"""When the program itself fails: save first, then say so.

The editor's work needs no saving here: the session keeps every act as it is done.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import traceback
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)


class CrashHandler:
    """Takes the place of Python's own hook while the window lives."""

    def __init__(self, folder: Path, save: Callable[[], None], tell: Callable[[str], None]) -> None:
        self._save = save
        self._tell = tell
        self._log = folder / "crash.log"
        self._native: Any = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Catch what nobody else caught, in Python and below it."""
        self._native = self._log.open("a", encoding="utf-8")
        faulthandler.enable(self._native)
        sys.excepthook = self._caught

    def remove(self) -> None:
        """Give Python its hook back."""
        sys.excepthook = self._before
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def _caught(
        self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, trouble, trace)
            return
        try:
            self._save()
        finally:
            story = "".join(traceback.format_exception(kind, trouble, trace))
            _log.error("uncaught: %s", story)
            if self._native is not None:
                self._native.write(story)
                self._native.flush()
            self._tell(f"{kind.__name__}: {trouble}")
