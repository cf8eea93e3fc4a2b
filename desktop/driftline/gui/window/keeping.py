"""What the window keeps an eye on: the session's file, the documents' files, a watched folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer

from driftline.engine.errors import DriftlineError
from driftline.gui.language.explaining import told
from driftline.gui.language.translation import spoken_language
from driftline.review.session import ENDING, Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.notices import Notices
    from driftline.gui.settings import Settings
    from driftline.review.acts import HistoryEntry

#: Programs write a file in several steps: what changed is looked at when it has been still so long.
_CALM_MS = 400

#: So often what could not be saved is tried again.
_AGAIN_MS = 15_000


class Keeping(QObject):
    """Opens and saves sessions; tells when a document's file changed, moved or was deleted."""

    def __init__(
        self,
        workspace: Workspace,
        notices: Notices,
        settings: Settings,
        say: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._notices = notices
        self._settings = settings
        self._say = say
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._on_file)
        self._files.directoryChanged.connect(self._on_folder)
        self._changed: dict[str, None] = {}
        self._known: set[str] = set()
        self._protected = ""
        self._unsaved = ""
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(workspace.keep_again)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._look)
        workspace.stories_changed.connect(self._watch)
        workspace.session_opened.connect(self._on_session)
        workspace.unsaved_known.connect(self._on_unsaved)
        workspace.recovered.connect(self._on_recovered)
        self.watch_folder(settings.watched_folder)

    # ------------------------------------------------------------------ sessions

    def open_session(self) -> None:
        """Ask for a session file and go on with it."""
        files = self._notices.choose_files(
            self.tr("Open session"), self.tr("Driftline sessions") + f" (*{ENDING})"
        )
        if files:
            self.open_session_file(files[0])

    def open_session_file(self, path: str) -> None:
        """Go on with the session in a file, unless something of this one would be lost."""
        if not self.may_let_go():
            return
        self._workspace.open_session(lambda progress: Session.open(path, progress=progress))

    def save_session(self) -> None:
        """Ask where the session shall go, say that it holds the texts, and move it there."""
        target = self._notices.choose_target(
            self.tr("Save session as"), f"review{ENDING}", f"Driftline (*{ENDING})"
        )
        if not target:
            return
        if not target.endswith(ENDING):
            target += ENDING
        with_texts = self._notices.confirm(
            self.tr(
                "A session holds the texts of its documents, so that it opens on any computer.\n"
                "Shall this file hold them? Without them it still holds the changed words, your "
                "notes and where the files are."
            )
        )
        self._workspace.save_session(
            target,
            with_texts=with_texts,
            saved=lambda: self._say(
                self.tr("The session is kept in {name} from now on.").format(name=Path(target).name)
            ),
        )

    def _on_recovered(self, sentence: str, copy: str) -> None:
        self._notices.offer(
            told(sentence),
            self.tr("Open the recovered copy"),
            lambda: self.open_session_file(copy),
        )

    def _on_session(self, path: str, why: str) -> None:
        # What was told of another session is past.
        self._unsaved = self._protected = ""
        self._again.stop()
        if why:
            self._protected = self.tr(
                "{name} is open for reading only. {why} Statuses, notes and new documents can be "
                "kept once it is saved under another name."
            ).format(name=Path(path).name, why=told(why))
        self._stand()

    def _on_unsaved(self, why: str) -> None:
        if why == self._unsaved:
            return
        if not why:
            self._say(self.tr("Your work is saved again."))
        self._unsaved = why
        if why:
            self._again.start()
        else:
            self._again.stop()
        self._stand()

    def _stand(self) -> None:
        """Say as long as it is true that nothing can be kept."""
        sentence = self._protected
        if self._unsaved:
            sentence = self.tr(
                "Your work is kept in memory only. {why} Saving is tried again until it succeeds; "
                "before you close the window, save it elsewhere."
            ).format(why=told(self._unsaved))
        self._notices.stand(sentence, self.tr("Save session as…"), self.save_session)

    def may_let_go(self) -> bool:
        """Whether the session may be closed: nothing would be lost, or she lets it go."""
        if not self._workspace.would_lose():
            return True
        question = self.tr("Your work could not be saved. {why}").format(why=told(self._unsaved))
        save = self.tr("Save session as…")
        answer = self._notices.choose(question, save, self.tr("Go on and lose it"))
        if answer == 0:
            self.save_session()
        return answer == 1

    def show_history(self) -> None:
        """Open the history of the session."""
        self._workspace.ask_history(self._open_history)

    def _open_history(self, entries: list[HistoryEntry]) -> None:
        from driftline.gui.dialogs.history import HistoryDialog

        dialog = HistoryDialog(entries, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_requested.connect(lambda: self._save_history(entries))
        dialog.open()

    def _save_history(self, entries: list[HistoryEntry]) -> None:
        from driftline.report.history import write_history

        target = self._notices.choose_target(
            self.tr("Save history"), "history.csv", self.tr("Table (CSV)") + " (*.csv)"
        )
        if not target:
            return
        try:
            language = self._settings.preferences.export.language or spoken_language()
            write_history(entries, Path(target), language)
        except DriftlineError as trouble:
            self._notices.tell(told(trouble))
        else:
            self._say(self.tr("Saved as {name}.").format(name=Path(target).name))

    # ------------------------------------------------------------------ files and folders

    def reload(self) -> None:
        """Read all files again, and say what came of it."""

        def tell(count: int) -> None:
            some = self.tr("Read again: %n document(s) changed.", "", count)
            self._say(some if count else self.tr("Read again: nothing has changed."))

        # What was said of files that could not be read may be past.
        self._notices.clear()
        self._say("")
        self._workspace.reload(tell)

    def choose_folder(self) -> None:
        """Ask for the folder whose new files are brought in; none to stop watching."""
        folder = self._notices.choose_folder(self.tr("Watch a folder"))
        self.watch_folder(folder)
        if not folder:
            self._say(self.tr("No folder is watched."))

    def watch_folder(self, folder: str) -> None:
        """Bring in every readable file that appears in a folder from now on; "" watches none."""
        if self._files.directories():
            self._files.removePaths(self._files.directories())
        self._settings.watched_folder = folder
        self._known = set()
        if folder and Path(folder).is_dir():
            self._files.addPath(folder)
            self._known = _readable_in(folder)
            self._say(
                self.tr("New files in {folder} are brought in from now on.").format(folder=folder)
            )

    def rest(self) -> None:
        """The window closes: nothing is watched any more."""
        self._calm.stop()
        self._again.stop()
        for paths in (self._files.files(), self._files.directories()):
            if paths:
                self._files.removePaths(paths)

    def _watch(self) -> None:
        wanted = {d.path for d in self._workspace.documents if not d.pasted}
        watched = set(self._files.files())
        gone = sorted(watched - wanted)
        fresh = sorted(path for path in wanted - watched if Path(path).is_file())
        if gone:
            self._files.removePaths(gone)
        if fresh:
            self._files.addPaths(fresh)

    def _on_file(self, path: str) -> None:
        self._changed[path] = None
        self._calm.start()

    def _on_folder(self, folder: str) -> None:
        present = _readable_in(folder)
        fresh = sorted(present - self._known)
        self._known = present
        if fresh:
            self._workspace.add_files(fresh)

    def _look(self) -> None:
        changed, self._changed = list(self._changed), {}
        present = [path for path in changed if Path(path).is_file()]
        for path in present:
            # A program that saves by renaming takes the watched file away.
            self._files.addPath(path)
        for path in changed:
            if path not in present:
                self._notices.tell(
                    self.tr(
                        "{name} was moved or deleted; the text that was read before is kept."
                    ).format(name=Path(path).name)
                )
        if not present:
            return
        names = ", ".join(Path(path).name for path in present)
        first = next((d.id for d in self._workspace.documents if d.path == present[0]), None)
        self._notices.offer(
            self.tr("Changed on disk: {names}.").format(names=names),
            self.tr("Reload"),
            self.reload,
            self.tr("Compare with before") if first is not None else "",
            (lambda: self._reload_and_compare(first)) if first is not None else None,
        )

    def _reload_and_compare(self, identity: int) -> None:
        self.reload()
        self._workspace.compare_with_earlier(identity)


def _readable_in(folder: str) -> set[str]:
    from driftline.engine.reading.folders import is_readable

    try:
        return {str(p) for p in Path(folder).iterdir() if p.is_file() and is_readable(p)}
    except OSError:
        return set()
