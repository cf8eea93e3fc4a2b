"""One session: the documents, stories and reviews of an editor's work, in one file.

Every act is on the disk when its method returns, or in memory while the disk takes nothing
(`unsaved`); there is nothing to save. All methods block for some milliseconds, may be called from
any thread and run one after the other: a window calls them from one worker thread, in the order of
the acts, and shows what they give.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.review.documents import Documents
from driftline.review.errors import (
    BusySessionError,
    DamagedSessionError,
    ForeignFileError,
    NotSavedError,
    SessionError,
)
from driftline.review.folders import beside, data_folder, logs
from driftline.review.journal import Journal
from driftline.review.pairs import Pairs
from driftline.review.reviews import Reviews
from driftline.review.store import Store
from driftline.review.stories import Stories

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from driftline.review.acts import Effect, HistoryEntry

ENDING = ".driftline"

#: Freed bytes for which the file is written anew when it is closed; less is used again later.
_WORTH_COMPACTING = 256 * 1024

#: More windows than this without a session of their own are not expected.
_MOST_WINDOWS = 50


class Session:
    """An open session file.

    `documents`, `stories` and `reviews` are its parts. `read_only` says in one sentence why nothing
    can be changed ("" when it can), `unsaved` why what was done is only kept in memory ("" when it
    is on the disk); `notes` are sentences for the editor about its opening.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        self.automatic = False
        self._closed = False
        self.notes: tuple[str, ...] = (store.read_only,) if store.read_only else ()
        self._journal = Journal(store, clock)
        self._pairs = Pairs(self._journal)
        self.documents = Documents(self._journal, self._pairs)
        self.stories = Stories(self._journal, self.documents)
        self.reviews = Reviews(self._journal, self._pairs, self.stories.of)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        clock: Callable[[], float] = time.time,
        progress: Progress = silent,
        though_protected: bool = False,
    ) -> Session:
        """Opens a session file, or makes a new one where there is none.

        `clock` gives seconds of Unix time, `progress` may stop the opening; `though_protected` lets
        a file that cannot be written be changed in memory (see `unsaved`). Raises children of
        SessionError: ForeignFileError, DamagedSessionError (a recovered copy lies beside the file),
        BusySessionError.
        """
        store = Store.open(Path(path), progress, though_protected=though_protected)
        try:
            return cls(store, clock)
        except BaseException:
            store.close()
            raise
        finally:
            store.progress = silent

    @classmethod
    def open_automatic(
        cls, folder: Path | None = None, clock: Callable[[], float] = time.time
    ) -> Session:
        """The session that keeps everything when the editor has named none.

        It lies in `folder`, by default the user's data folder. A second window gets another one; a
        damaged one is set aside and its recovered copy takes its place (see `notes`). Where the
        folder takes nothing it is kept in memory (see `unsaved`).
        """
        folder = data_folder() if folder is None else folder
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        left: tuple[str, ...] = ()
        for number in range(1, _MOST_WINDOWS + 1):
            name = "automatic" if number == 1 else f"automatic {number}"
            path = folder / f"{name}{ENDING}"
            notes: tuple[str, ...] = ()
            try:
                session = cls.open(path, clock=clock, though_protected=True)
            except (DamagedSessionError, ForeignFileError) as error:
                notes = _set_aside(path, error)
                session = cls.open(path, clock=clock)
            except BusySessionError:
                continue
            except NotSavedError:
                raise
            except SessionError as error:  # a newer version's, which may still open it
                left += (str(error),)
                continue
            if not session.read_only:
                session.automatic = True
                session.notes += left + notes
                return session
            session.close()
        raise NotSavedError(folder, "Too many windows are open", "close some of them.")

    # ------------------------------------------------------------------------ about the session

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._journal.store.path

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, in one sentence; "" when it can."""
        return self._journal.store.read_only

    @property
    def unsaved(self) -> str:
        """Why what was done is only kept in memory, in one sentence; "" when it is on the disk."""
        return self._journal.store.unsaved

    @property
    def would_lose(self) -> bool:
        """Whether something the editor did is lost when the session is closed now."""
        return self._journal.store.waits("act") and not self.settle()

    @property
    def holds_texts(self) -> bool:
        """Whether the file holds the documents' texts (else it only knows where they were)."""
        return self.documents.holds_texts

    def pairs(self) -> tuple[tuple[int, int, int], ...]:
        """Number, old and new document of every comparison that was ever looked at."""
        return self._pairs.all()

    # ------------------------------------------------------------------------ undo and history

    def undo(self) -> Effect | None:
        """Takes the last act back, even one of yesterday; None when there is none."""
        return self._journal.undo()

    def redo(self) -> Effect | None:
        """Does again what was undone last; None when there is nothing."""
        return self._journal.redo()

    @property
    def next_undo(self) -> HistoryEntry | None:
        """What `undo` would take back, for the menu."""
        return self._journal.next_undo()

    @property
    def next_redo(self) -> HistoryEntry | None:
        """What `redo` would do again, for the menu."""
        return self._journal.next_redo()

    def history(self, pair: int | None = None, last: int | None = None) -> list[HistoryEntry]:
        """What was set to what, and when, the oldest first: of one comparison or of all."""
        return self._journal.history(pair, last)

    # ------------------------------------------------------------------------ files

    def save_copy(self, path: Path | str, with_texts: bool = True) -> None:
        """Writes the whole session to another file; work goes on in this one.

        Without the texts the copy still holds the reviewed wordings, the notes and the paths.
        Raises NotSavedError; a file that was there is then as it was.
        """
        path = Path(path)
        with self._journal.lock:
            if with_texts or not self.holds_texts:
                self._journal.store.copy_to(path)
                return
            part = beside(path.resolve(), "without texts")
            try:
                self._journal.store.copy_to(part)
                with Session.open(part) as copy:
                    copy.leave_texts_out()
                    copy.save_copy(path)
            finally:
                part.unlink(missing_ok=True)

    def save_as(self, path: Path | str, with_texts: bool = True) -> None:
        """Moves the session to another file and goes on there.

        The file it came from stays, but for an automatic session, which ends. Raises NotSavedError;
        work then goes on in the old file.
        """
        with self._journal.lock:
            if Path(path).resolve() == self.path and self.path.exists():
                if not with_texts:
                    self.leave_texts_out()
                return
            self.save_copy(path, with_texts)
            old = self._journal.store
            self._take(Store.open(Path(path)))
            old.close()
            if self.automatic:
                old.path.unlink(missing_ok=True)
                self.automatic = False

    def check(self) -> None:
        """Writes the time into the file. Raises SessionError where nothing can be kept now."""
        self.settle()
        self._journal.note_facts({"session/0/checked": self._journal.now()})
        if self.unsaved:
            raise NotSavedError(self.path, self.unsaved.rstrip("."), "save under another name.")

    def settle(self) -> bool:
        """Whether all that was done is on the disk now; what waits in memory is tried again."""
        with self._journal.lock:
            return self._journal.store.settle()

    def leave_texts_out(self) -> None:
        """Takes all texts out of this file for good; later ones are not stored either.

        It still holds the reviewed wordings, the notes and the paths. No act: it cannot be undone.
        """
        with self._journal.lock:
            store = self._journal.store
            rows = [(*row[:-1], None) for row in store.rows("revision")]
            self._journal.note_facts(
                {"session/0/texts": False}, also=lambda: store.write("revision", rows)
            )
            store.compact()

    def close(self) -> None:
        """Closes the file, which is one plain file afterwards; a second call does nothing.

        Texts that nobody has wanted for long are let go.
        """
        with self._journal.lock:
            if not self._closed:
                self._closed = True
                with contextlib.suppress(DriftlineError):
                    self._tidy()
            self._journal.store.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ------------------------------------------------------------------------ inner

    def _tidy(self) -> None:
        if not self.read_only and self.settle() and self.documents.prune() >= _WORTH_COMPACTING:
            self._journal.store.compact()

    def _take(self, store: Store) -> None:
        self._journal.attach(store)
        self._pairs.load()
        self.documents.load()
        self.reviews.load()


def _set_aside(path: Path, error: SessionError) -> tuple[str, ...]:
    """Makes room for a new automatic session where a damaged one lies."""
    aside = beside(path, "damaged")
    try:
        path.rename(aside)
        for log, log_aside in zip(logs(path), logs(aside), strict=True):
            if log.exists():
                log.rename(log_aside)
        recovered = error.recovered if isinstance(error, DamagedSessionError) else None
        if recovered:
            recovered.rename(path)
            return (
                f"The last session was damaged. What could be read is here; the damaged file is "
                f"kept as “{aside.name}”.",
            )
    except OSError as trouble:
        raise error from trouble
    return (f"The last session could not be read; it is kept as “{aside.name}”.",)
