"""What the window works on: the desk, what is looked at, and the jobs in between. No widget.

Work on the desk runs off the GUI thread, one piece after the other in the order it was asked for; a
comparison may run beside it. Results arrive here in the GUI thread and are told by signals in the
past tense.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from driftline.engine.errors import DriftlineError
from driftline.gui.compare.row_content import RowContent, build_rows
from driftline.review.desk import Contents, Desk, DeskDocument, Reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from driftline.engine.options import Options
    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison, Quotations, Span
    from driftline.gui.jobs import Jobs
    from driftline.review.acts import Effect, HistoryEntry
    from driftline.review.session import Session
    from driftline.review.statuses import Ref, ReviewState, Status
    from driftline.review.stories import SessionStory


#: What may wait until a comparison is painted waits this long.
_AFTER_PAINT_MS = 150


@dataclass(frozen=True, slots=True)
class _Task:
    """Something to be done on the desk; `then` takes its result in the GUI thread."""

    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    then: Callable[[Any], None]


def _add_files(desk: Desk, paths: Sequence[str], grouped: bool, *, progress: Progress) -> Contents:
    return desk.add_files(paths, progress, grouped=grouped)


@dataclass(frozen=True, slots=True)
class Looked:
    """A comparison with all that the window needs to paint it, made off the GUI thread.

    `rows` are the rows of the view, `texts` the older and the newer text with the cuts blanked,
    `doubts` the quotations of either that do not agree with themselves.
    """

    reviewed: Reviewed
    rows: tuple[RowContent, ...]
    texts: tuple[str, str]
    doubts: tuple[dict[int, str], dict[int, str]]

    @property
    def comparison(self) -> Comparison:
        """The comparison itself."""
        return self.reviewed.comparison


def _compare(desk: Desk, old: DeskDocument, new: DeskDocument, *, progress: Progress) -> Looked:
    reviewed = desk.compare(old, new, progress)
    comparison = reviewed.comparison
    texts = (comparison.old.kept_text(), comparison.new.kept_text())
    doubts = (
        desk.doubts(comparison.old, comparison.old_quotations),
        desk.doubts(comparison.new, comparison.new_quotations),
    )
    return Looked(reviewed, build_rows(comparison), texts, doubts)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a document; `doubts` names those it gives twice in different words."""

    quotations: Quotations
    doubts: dict[int, str]


def _quotations(desk: Desk, document: DeskDocument, *, progress: Progress) -> Quoted:
    found = desk.quotations(document.id, document.version, progress)
    return Quoted(found, desk.doubts(document.version, found))


def _history(desk: Desk, *, progress: Progress) -> list[HistoryEntry]:
    return desk.history()


def _set_status(
    desk: Desk, pair: int, refs: Sequence[Ref], status: Status, *, progress: Progress
) -> ReviewState:
    return desk.set_status(pair, refs, status)


def _set_note(desk: Desk, pair: int, ref: Ref, note: str, *, progress: Progress) -> ReviewState:
    return desk.set_note(pair, ref, note)


class Workspace(QObject):
    """The documents of a window and what is looked at.

    `stories_changed()`: other documents or another grouping. `comparison_requested()`: two versions
    were chosen and are being compared. `compared(Looked)`: it is there.
    `reviewed(ReviewState)`: something was said about its changes. `document_opened(int)`: one
    document is to be shown; `quotations_found(int, Quoted)` follows. `emptied()`: nothing is
    left. `troubled(str)`: a sentence.
    """

    stories_changed = Signal()
    comparison_requested = Signal()
    compared = Signal(object)
    reviewed = Signal(object)
    document_opened = Signal(int)
    quotations_found = Signal(int, object)
    emptied = Signal()
    troubled = Signal(str)

    def __init__(self, jobs: Jobs, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = desk
        self._contents = Contents()
        self._tasks: deque[_Task] = deque()
        self._working = False
        self._pair: tuple[int, int] | None = None
        self._looked: Looked | None = None
        self._state: ReviewState | None = None
        self._open: int | None = None
        self._pasted = 0
        self._afterwards = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._afterwards.timeout.connect(self._group_pair)
        self._ungrouped = False

    # ------------------------------------------------------------------ what is there

    @property
    def documents(self) -> tuple[DeskDocument, ...]:
        """All documents, in the order they came."""
        return self._contents.documents

    @property
    def stories(self) -> tuple[tuple[DeskDocument, ...], ...]:
        """The stories, each with its versions in their order."""
        by_id = {d.id: d for d in self.documents}
        stories = (
            tuple(by_id[m] for m in story.members if m in by_id) for story in self._contents.stories
        )
        return tuple(story for story in stories if story)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison being looked at; None while it is made, or when one text is open."""
        return self._looked.comparison if self._looked else None

    @property
    def review(self) -> ReviewState | None:
        """What the editor said about the comparison's changes."""
        return self._state

    @property
    def pair(self) -> tuple[int, int] | None:
        """The ids of the older and the newer document being compared."""
        return self._pair

    @property
    def opened(self) -> int | None:
        """The id of the document that is open alone."""
        return self._open

    @property
    def shown(self) -> tuple[int, ...]:
        """The ids of what is looked at: one document, or the older and the newer."""
        return self._pair or (() if self._open is None else (self._open,))

    def document(self, identity: int) -> DeskDocument:
        """The document with an id; raises KeyError when it was put away."""
        for document in self.documents:
            if document.id == identity:
                return document
        raise KeyError(identity)

    @property
    def session_stories(self) -> tuple[SessionStory, ...]:
        """The stories as the session knows them: number, title, members, base text."""
        return self._contents.stories

    def when_said(self) -> Callable[[], datetime | None]:
        """What tells a job when something was last said about the present comparison."""
        state, desk = self._state, self._desk
        return lambda: desk.last_said(state.pair) if state else None

    def story_of(self, identity: int) -> tuple[DeskDocument, ...]:
        """All versions of the story a document belongs to, in their order."""
        for members in self.stories:
            if any(d.id == identity for d in members):
                return members
        return ()

    # ------------------------------------------------------------------ bringing texts

    def start(self, *, bare: bool, show: tuple[int, ...] = ()) -> None:
        """Take up the session; `bare` puts away what lay on the desk before.

        `show` is what was looked at last.
        """
        if bare:
            self._do(self._desk.clear, then=lambda _: None)
        else:
            self._do(self._desk.contents, then=lambda c: self._on_taken_up(c, show))

    def add_files(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files and folders; with `compare`, the first two are put side by side at once."""
        if paths:
            self._do(
                _add_files,
                self._desk,
                tuple(paths),
                not compare,
                then=lambda contents: self._on_added(contents, compare=compare),
            )

    def add_text(self, text: str, page: str = "") -> None:
        """Make a document of pasted or dropped text; `page` is the same as HTML, from a browser."""
        if not text.strip():
            self.troubled.emit(self.tr("There is no text on the clipboard: copy a story first."))
            return
        used = {d.path for d in self.documents}
        name = ""
        while not name or name in used:
            self._pasted += 1
            name = self.tr("Pasted text {number}").format(number=self._pasted)
        self._do(self._desk.add_text, text, name, page, then=self._on_added)

    def reload(self) -> None:
        """Read all files again."""
        self._do(self._desk.reload)

    def remove(self, identities: Sequence[int]) -> None:
        """Put documents away; the files are not touched, and an undo brings them back."""
        if identities:
            self._do(self._desk.remove, tuple(identities))

    def clear(self) -> None:
        """Put everything away."""
        self._do(self._desk.clear)

    # ------------------------------------------------------------------ the editor's hand

    def use_options(self, options: Options) -> None:
        """Work by other preferences from now on."""
        self._do(self._desk.use, options)

    def restore_cut(self, identity: int, span: Span) -> None:
        """Take a cut back: its words belong to the story after all."""
        self._do(self._desk.restore, identity, span)

    def cut(self, identity: int, span: Span) -> None:
        """Cut a stretch by hand."""
        self._do(self._desk.cut, identity, span)

    def set_speaker(self, identity: int, quotation: Span, name: str) -> None:
        """Say who is quoted; an empty name takes the correction back."""
        self._do(
            self._desk.set_speaker, identity, quotation, name, then=lambda c: self._take(c, True)
        )

    def pin(self, a: int, b: int, *, together: bool) -> None:
        """Pair (or part) the paragraphs at two source offsets of the present comparison."""
        if self._pair is not None:
            self._do(
                self._desk.pin, *self._pair, a, b, together, then=lambda c: self._take(c, True)
            )

    def set_status(self, refs: Sequence[Ref], status: Status) -> None:
        """Say how changes stand."""
        if self._state is not None and refs:
            self._do(
                _set_status, self._desk, self._state.pair, tuple(refs), status, then=self._on_state
            )

    def set_note(self, ref: Ref, note: str) -> None:
        """Write a note on one change."""
        if self._state is not None:
            self._do(_set_note, self._desk, self._state.pair, ref, note, then=self._on_state)

    def rename(self, identity: int, title: str) -> None:
        """Give a document a title; an empty one takes it back."""
        self._do(self._desk.rename, identity, title)

    def move(self, identities: Sequence[int], story: int | None) -> None:
        """Move documents to a story (its number), None: to one of their own."""
        self._do(self._desk.move, tuple(identities), story)

    def set_base(self, story: int, identity: int) -> None:
        """Choose a story's base text."""
        self._do(self._desk.set_base, story, identity)

    def set_order(self, story: int, members: Sequence[int]) -> None:
        """Set the order of a story's versions."""
        self._do(self._desk.set_order, story, tuple(members))

    def compare_with_earlier(self, identity: int) -> None:
        """Put the text a document had before its last reload beside the one it has now."""
        label = self.tr("{name} before").format(name=Path(self.document(identity).path).stem)

        def show(contents: Contents) -> None:
            self._take(contents)
            if contents.fresh:
                self.compare(contents.fresh[0], identity)
            else:
                self.troubled.emit(self.tr("There is no earlier text of this document."))

        self._do(self._desk.bring_earlier, identity, label, then=show)

    def open_session(self, opener: Callable[[], Session]) -> None:
        """Go on with another session."""
        self._do(self._desk.change_session, opener, then=lambda c: self._on_taken_up(c, ()))

    def save_session(self, path: str, *, with_texts: bool, saved: Callable[[], None]) -> None:
        """Move the session to a file and go on there; `saved()` is called after."""

        def done(contents: Contents) -> None:
            self._take(contents)
            saved()

        self._do(self._desk.save_as, path, with_texts, then=done)

    def ask_history(self, show: Callable[[list[HistoryEntry]], None]) -> None:
        """Hand the session's history to `show` once what was asked for before is done."""
        self._do(_history, self._desk, then=show)

    def undo(self) -> None:
        """Take the last act back."""
        self._do(self._desk.undo, then=self._on_stepped)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._do(self._desk.redo, then=self._on_stepped)

    # ------------------------------------------------------------------ looking at texts

    def show(self, identities: tuple[int, ...]) -> None:
        """Show one document, or two versions side by side (of more, the first and the last)."""
        if len(identities) == 1:
            self.open(identities[0])
        elif identities:
            self.compare(identities[0], identities[-1])

    def open(self, identity: int) -> None:
        """Show one document alone."""
        self._jobs.stop("compare")
        self._pair = None
        self._looked = None
        self._state = None
        self._open = identity
        self.document_opened.emit(identity)
        self._jobs.start(
            "quotations",
            _quotations,
            self._desk,
            self.document(identity),
            deliver=lambda found: self.quotations_found.emit(identity, found),
            fail=self._on_trouble,
        )

    def compare(self, old: int, new: int) -> None:
        """Put two documents side by side; `old` is left."""
        self._jobs.stop("quotations")
        self._open = None
        self._pair = (old, new)
        self._looked = None
        self._state = None
        self.comparison_requested.emit()
        self._jobs.start(
            "compare",
            _compare,
            self._desk,
            self.document(old),
            self.document(new),
            deliver=self._on_compared,
            fail=self._on_trouble,
        )

    def swap(self) -> None:
        """Exchange left and right."""
        if self._pair is not None:
            self.compare(self._pair[1], self._pair[0])

    # ------------------------------------------------------------------ the desk's tasks

    def busy(self) -> bool:
        """Whether something that was asked for is still to come."""
        return self._jobs.busy() or self._afterwards.isActive()

    def stop(self) -> None:
        """Forget what is still to be read or compared."""
        self._tasks.clear()
        self._working = False
        self._jobs.stop_all()

    def close(self) -> None:
        """Stop, and close the session."""
        self._tasks.clear()
        self._afterwards.stop()
        self._jobs.finish()
        self._desk.close()

    def _do(
        self, work: Callable[..., Any], *arguments: Any, then: Callable[[Any], None] | None = None
    ) -> None:
        self._tasks.append(_Task(work, arguments, then or self._take))
        self._work_on()

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
            self._on_trouble(trouble)
            self._work_on()

        self._jobs.start("desk", task.work, *task.arguments, deliver=done, fail=failed)

    def _take(self, contents: Contents, again: bool = False) -> None:
        """Take in what lies on the desk now; what is looked at is shown anew if it changed."""
        before = self._contents
        self._contents = contents
        same = (before.documents, before.stories) == (contents.documents, contents.stories)
        if not same:
            self.stories_changed.emit()
        for trouble in contents.troubles:
            self.troubled.emit(trouble)
        present = {d.id for d in contents.documents}
        looked_at = set(self._pair or ()) | ({self._open} if self._open is not None else set())
        if not contents.documents:
            self._show_nothing()
        elif not looked_at or looked_at - present:
            self._show_first([contents.documents[0].id])
        elif again or looked_at & set(contents.changed):
            if self._pair is not None:
                self.compare(*self._pair)
            elif self._open is not None:
                self.open(self._open)

    def _show_nothing(self) -> None:
        self._jobs.stop("compare")
        self._jobs.stop("quotations")
        self._pair = None
        self._open = None
        self._looked = None
        self._state = None
        self.emptied.emit()

    def _show_first(self, fresh: list[int]) -> None:
        """Show what a reader would look at first: a story that just got its second version."""
        for identity in fresh:
            versions = self.story_of(identity)
            if len(versions) > 1:
                self.show(tuple(d.id for d in versions))
                return
        self.open(fresh[0])

    def _on_taken_up(self, contents: Contents, show: tuple[int, ...]) -> None:
        notes = self._desk.session.notes
        present = {d.id for d in contents.documents}
        if not show:
            # What was compared last, older left, is what she comes back for.
            pairs = [pair[1:] for pair in self._desk.session.pairs()]
            show = next((pair for pair in reversed(pairs) if set(pair) <= present), ())
        if show and set(show) <= present:
            self._contents = contents
            self.stories_changed.emit()
            self.show(show)
        else:
            self._take(contents)
        for note in notes:
            self.troubled.emit(note)

    def _on_added(self, contents: Contents, *, compare: bool = False) -> None:
        self._contents = contents
        self.stories_changed.emit()
        for trouble in contents.troubles:
            self.troubled.emit(trouble)
        fresh = list(contents.fresh)
        if compare and len(fresh) == 2:
            # What was asked for comes first; which stories these are can wait until it is painted.
            self.compare(fresh[0], fresh[1])
            self._ungrouped = True
        elif compare:
            self._do(
                self._desk.contents, then=lambda c: self._on_added(replace(c, fresh=tuple(fresh)))
            )
        elif fresh:
            self._show_first(fresh)

    def _on_stepped(self, stepped: tuple[Effect | None, Contents]) -> None:
        effect, contents = stepped
        if effect is None:
            self.troubled.emit(self.tr("There is nothing to take back or to do again."))
            return
        pair = self._state.pair if self._state else None
        self._take(contents, again=pair is not None and pair in effect.pairs)

    def _on_compared(self, looked: Looked) -> None:
        self._looked = looked
        self._state = looked.reviewed.state
        self.compared.emit(looked)
        self.reviewed.emit(self._state)
        if self._ungrouped:
            self._ungrouped = False
            self._afterwards.start()

    def _group_pair(self) -> None:
        if self._pair is not None:
            self._do(self._desk.group_pair, *self._pair)
        else:
            self._do(self._desk.contents)

    def _on_state(self, state: ReviewState) -> None:
        if self._state is not None and self._state.pair == state.pair:
            self._state = state
            self.reviewed.emit(state)

    def _on_trouble(self, trouble: Exception) -> None:
        if isinstance(trouble, DriftlineError):
            self.troubled.emit(str(trouble))
            return
        self.troubled.emit(
            self.tr(
                "Something went wrong in the program ({what}). Your texts are unharmed."
            ).format(what=f"{type(trouble).__name__}: {trouble}")
        )
