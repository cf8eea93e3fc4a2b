"""When the program itself fails: save first, then say so, and remember it for the next start."""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_log = logging.getLogger(__name__)


class OpenDocuments:
    """The list of what is open, kept on disk while the window lives.

    It is removed when the window closes in good order; when it is still there at the next start,
    the program was ended by force and the list can be offered again.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "open-documents.json"

    def left_behind(self) -> list[dict[str, str]]:
        """What was open when the program was last ended by force: dicts with "path" or "text"."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return []
        return [d for d in found if isinstance(d, dict)] if isinstance(found, list) else []

    def keep(self, documents: list[dict[str, str]]) -> None:
        """Write the list; the old one stays whole until the new one is."""
        if not documents:
            self.forget()
            return
        handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=".open-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(documents, out)
                out.flush()
                os.fsync(out.fileno())
            Path(name).replace(self._file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def forget(self) -> None:
        """Everything was closed in good order."""
        self._file.unlink(missing_ok=True)


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
