"""What the window works on: the desk, what is looked at, and the jobs in between. No widget.

Work on the desk runs off the GUI thread, one piece after the other; a comparison may run beside it.
Results arrive here in the GUI thread and are told by signals in the past tense.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from driftline.gui.desk import questions
from driftline.gui.desk.asking import Asking
from driftline.gui.desk.hand import Hand
from driftline.gui.desk.holdings import Sight
from driftline.review.acts import Verb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from driftline.engine.options import Options
    from driftline.engine.progress import Progress
    from driftline.gui.desk.questions import Looked, Marks
    from driftline.gui.jobs import Jobs
    from driftline.review.acts import Effect, HistoryEntry
    from driftline.review.contents import Contents
    from driftline.review.desk import Desk
    from driftline.review.documents import Documents
    from driftline.review.session import Session
    from driftline.review.statuses import Ref, ReviewState, Status

#: What may wait until a comparison is painted waits this long.
_AFTER_PAINT_MS = 150


class Workspace(Asking):
    """The documents of a window and what is looked at.

    `stories_changed()`: other documents or another grouping. `comparison_requested()`: two versions
    were chosen and are being compared. `compared(Looked)`: it is there.
    `reviewed(ReviewState)`: something was said about its changes. `bookmarked(tuple)`: it has
    these bookmarks now. `document_opened(int)`: one document is to be shown;
    `quotations_found(its quotations)` follows. `emptied()`: nothing is left.
    `stepped(HistoryEntry, back)`: an act was taken back, or done again. `leaving()`: another
    session is wanted. `session_opened(path, why)`: work goes on in this one, for reading only where
    `why` says so. `met_again(ids)`:
    these documents were brought, and lay there already.
    """

    stories_changed = Signal()
    comparison_requested = Signal()
    compared = Signal(object)
    reviewed = Signal(object)
    bookmarked = Signal(tuple)
    document_opened = Signal(int)
    quotations_found = Signal(object)
    emptied = Signal()
    stepped = Signal(object, bool)
    leaving = Signal()
    session_opened = Signal(str, str)
    met_again = Signal(tuple)

    def __init__(self, jobs: Jobs, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(jobs, desk, parent)
        #: What the editor does to documents and stories.
        self.hand = Hand(self._act)
        self._painted = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._painted.timeout.connect(self._group_pair)
        self._ungrouped = False
        #: Something was said while nothing was compared.
        self._missed = False

    # ------------------------------------------------------------------ bringing texts

    def start(self, *, bare: bool, show: tuple[int, ...] = ()) -> None:
        """Take up the session; `bare` puts away what lay on the desk before.

        `show` is what was looked at last.
        """
        if bare:
            self._act(
                lambda session: session.documents.clear(), then=lambda _: self._tell_session()
            )
        else:
            self._do(self._desk.glance, show, then=self._on_glanced)

    def add_files(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files and folders; with `compare`, the first two are put side by side at once."""
        if paths:
            self._do(
                questions.add_files,
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
        name = self.fresh_name(self.tr("Pasted text {number}"))
        self._do(self._desk.add_text, text, name, page, then=self._on_added)

    def reload(self, told: Callable[[int], object] = lambda _: None) -> None:
        """Read all files again; `told` hears how many have changed."""

        def taken(contents: Contents) -> None:
            self._take(contents)
            if contents.changed or not contents.troubles:
                told(len(contents.changed))

        self._do(self._desk.reload, then=taken)

    def remove(self, identities: Sequence[int]) -> None:
        """Put documents away; the files are not touched, and an undo brings them back."""
        if identities:
            self._act(lambda session: session.documents.remove(identities))

    def forget(self, identities: Sequence[int]) -> None:
        """Put documents away that the editor did not bring: no act of hers."""
        self._act(lambda session: session.documents.forget(identities))

    def clear(self) -> None:
        """Put everything away."""
        self._act(lambda session: session.documents.clear())

    # ------------------------------------------------------------------ the editor's hand

    def use_options(self, options: Options) -> None:
        """Work by other preferences from now on."""
        self._do(self._desk.use, options, then=lambda c: self._take(c, True))

    def pin(self, a: int, b: int, *, together: bool) -> None:
        """Pair (or part) the paragraphs at two source offsets of the present comparison."""
        if self.pair is not None:
            old, new = self.pair
            self._act(lambda session: session.documents.pin(old, new, a, b, together), again=True)

    def set_status(self, state: ReviewState, refs: Sequence[Ref], status: Status) -> None:
        """Say how changes stand; `state` is the review they were seen in."""
        self._ask(lambda desk: desk.set_status(state, refs, status), self._on_state, hers=True)

    def set_note(self, state: ReviewState, ref: Ref, note: str) -> None:
        """Write a note on one change; `state` is the review it was seen in."""
        self._ask(lambda desk: desk.set_note(state, ref, note), self._on_state, hers=True)

    def set_bookmark(self, document: int, offset: int) -> None:
        """Set a bookmark at a place of one of the two texts that are compared."""
        self._bookmark(lambda documents, pair: documents.bookmark(*pair, document, offset))

    def clear_bookmarks(self, places: Marks | None) -> None:
        """Clear the bookmarks at these places of the present comparison; None: all of them."""
        self._bookmark(lambda documents, pair: documents.clear_bookmarks(*pair, places))

    def _bookmark(self, act: Callable[[Documents, tuple[int, int]], object]) -> None:
        """Do something about the bookmarks of the present comparison, and tell which there are."""
        if (pair := self.pair) is None:
            return

        def marks(desk: Desk) -> questions.Marks:
            act(desk.session.documents, pair)
            return desk.session.documents.bookmarks(*pair)

        self._ask(marks, self.bookmarked.emit, hers=True)

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

    def open_session(self, opener: Callable[[Progress], Session]) -> None:
        """Go on with another session."""
        self.leaving.emit()

        def opened(contents: Contents) -> None:
            # It was about the documents of the session before.
            lost = self._queue.let_go()
            self._on_glanced(contents)
            if lost:
                self.troubled.emit(
                    self.tr("What you did while the session was being opened is not kept.")
                )

        self._do(self._desk.change_session, opener, then=opened)

    def save_session(self, path: str, *, with_texts: bool, saved: Callable[[], None]) -> None:
        """Move the session to a file and go on there; `saved()` is called after."""

        def done(contents: Contents) -> None:
            # What is looked at is not known to the new file yet.
            self._take(contents, again=True)
            self.session_opened.emit(path, self._desk.session.read_only)
            saved()

        self._do(self._desk.save_as, path, with_texts, then=done, hers=True)

    def check_kept(self, then: Callable[[], None]) -> None:
        """Call this when all that was done lies on the disk; else there is trouble."""
        self._ask(lambda desk: desk.session.check(), lambda _: then())

    def keep_again(self) -> None:
        """Try again to bring to the disk what is only kept in memory."""
        self._ask(lambda desk: desk.session.settle(), lambda _: None)

    def would_lose(self) -> bool:
        """Whether something she did is lost when the window closes now; waits for the disk."""
        return self._desk.would_lose()

    def history_said(self) -> Callable[[], list[HistoryEntry]]:
        """What gives a job the history of the present comparison."""
        state, desk = self.review, self._desk
        return lambda: desk.history(state.pair) if state else []

    def ask_history(self, show: Callable[[list[HistoryEntry]], None]) -> None:
        """Hand the session's history to `show` once what was asked for before is done."""
        self._ask(lambda desk: desk.history(), show)

    def undo(self) -> None:
        """Take the last act back."""
        self._step(self._desk.undo, back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._desk.redo, back=False)

    def _step(
        self, step: Callable[[Progress], tuple[Effect | None, Contents]], *, back: bool
    ) -> None:
        self._do(step, then=lambda stepped: self._on_stepped(*stepped, back=back), hers=True)

    # ------------------------------------------------------------------ looking at texts

    def show(self, identities: tuple[int, ...]) -> None:
        """Show one document, or two versions side by side (of more, the first and the last)."""
        if len(identities) == 1:
            self.open(identities[0])
        elif identities:
            self.compare(identities[0], identities[-1])

    def open(self, identity: int) -> None:
        """Show one document alone; nothing where it was put away while a list was open."""
        if not self.has(identity):
            return
        self._jobs.stop("compare")
        self._sight = Sight(document=identity)
        self.document_opened.emit(identity)
        self._jobs.start(
            "quotations",
            questions.quotations,
            self._desk,
            self.document(identity),
            deliver=self.quotations_found.emit,
            fail=self._on_trouble,
        )

    def compare(self, old: int, new: int) -> None:
        """Put two documents side by side; `old` is left.

        Nothing where one was put away while the list she chose it from was open.
        """
        if not self.has(old, new):
            return
        self._jobs.stop("quotations")
        self._sight = Sight(pair=(old, new))
        self.comparison_requested.emit()
        self._jobs.start(
            "compare",
            questions.compare,
            self._desk,
            self.document(old),
            self.document(new),
            deliver=self._on_compared,
            fail=self._on_trouble,
        )

    def swap(self) -> None:
        """Exchange left and right."""
        if self.pair is not None:
            self.compare(self.pair[1], self.pair[0])

    def busy(self) -> bool:
        """Whether something that was asked for is still to come."""
        return self._jobs.busy() or self._painted.isActive()

    def afterwards(self, then: Callable[[], object]) -> None:
        """Call this when all that was asked of the desk before is done."""
        self._queue.do(questions.ask, self._desk, lambda _: None, then=lambda _: then())

    def stop(self) -> None:
        """Forget what is still to be read or compared."""
        self._jobs.stop_all()
        self._queue.go_on()

    def close(self) -> None:
        """Stop, bring what she did into the session, and close it."""
        self._painted.stop()
        self._jobs.finish()
        self._queue.finish()
        self._desk.close()

    def _take(self, contents: Contents, again: bool = False) -> None:
        """Take in what lies on the desk now; what is looked at is shown anew if it changed."""
        before = self._contents
        self._hold(contents)
        same = (before.documents, before.stories) == (contents.documents, contents.stories)
        if not same:
            self.stories_changed.emit()
        present = {d.id for d in contents.documents}
        looked_at = set(self.shown)
        if not contents.documents:
            self._show_nothing()
        elif not looked_at or looked_at - present:
            self._show_first([contents.documents[0].id])
        elif self.pair is not None and _turned(before, contents, self.pair):
            self.swap()
        elif again or looked_at & set(contents.changed):
            if self.pair is not None:
                self.compare(*self.pair)
            elif self.opened is not None:
                self.open(self.opened)
        # Last, for an empty desk has nothing to say of what lay there before.
        for trouble in contents.troubles:
            self.troubled.emit(trouble)

    def _forget(self) -> None:
        """Look at nothing."""
        self._missed = False
        self._jobs.stop("compare")
        self._jobs.stop("quotations")
        self._sight = Sight()

    def _show_nothing(self) -> None:
        self._forget()
        self.emptied.emit()

    def _show_first(self, fresh: list[int]) -> None:
        """Show what a reader would look at first: a story that just got its second version."""
        for identity in fresh:
            versions = self.story_of(identity)
            if len(versions) > 1:
                self.show(tuple(d.id for d in versions))
                return
        self.open(fresh[0])

    def _on_glanced(self, contents: Contents) -> None:
        """What she comes back for is shown first, then the rest of the session is taken up."""
        self._forget()
        if contents.fresh:
            self._hold(contents)
            self.stories_changed.emit()
            self.show(contents.fresh)
        self._tell_session()
        self._do(self._desk.contents)

    def _tell_session(self) -> None:
        session = self._desk.session
        for note in session.notes:
            if note != session.read_only:
                self.troubled.emit(note)
        self.session_opened.emit(str(session.path), session.read_only)

    def _on_added(self, contents: Contents, *, compare: bool = False) -> None:
        here = {*self._by_id} - {*contents.changed}
        self._hold(contents)
        self.stories_changed.emit()
        for trouble in contents.troubles:
            self.troubled.emit(trouble)
        fresh = list(contents.fresh)
        if here.intersection(fresh):
            self.met_again.emit(tuple(here.intersection(fresh)))
        if compare and len(fresh) == 2:
            # What was asked for comes first; which stories these are can wait until it is painted.
            self.compare(fresh[0], fresh[1])
            self._ungrouped = True
        elif compare:
            self._do(self._desk.contents, then=partial(self._on_grouped, fresh))
        elif fresh:
            self._show_first(fresh)

    def _on_grouped(self, fresh: list[int], contents: Contents) -> None:
        self._hold(contents)
        self.stories_changed.emit()
        if fresh:
            self._show_first(fresh)

    def _on_stepped(self, effect: Effect | None, contents: Contents, *, back: bool) -> None:
        if effect is None:
            return
        self.stepped.emit(effect.entry, back)
        state, verb = self.review, effect.entry.verb
        if state is not None and verb in (Verb.STATUS, Verb.NOTE):
            # What was said changes no text: nothing has to be compared again.
            self._ask_state(state)
        elif self.pair is not None and verb is Verb.BOOKMARKS:
            self._bookmark(lambda *_: None)
        else:
            # Pins hold for both documents, whichever is the older.
            touched = verb is Verb.PINS or (state is not None and state.pair in effect.pairs)
            self._take(contents, again=touched)

    def _on_compared(self, looked: Looked) -> None:
        self._sight = replace(self._sight, looked=looked, review=looked.reviewed.state)
        self.altered[looked.reviewed.new] = looked.altered
        self.compared.emit(looked)
        self.reviewed.emit(self.review)
        if self._missed:
            self._missed = False
            self._ask_state(looked.reviewed.state)
        self._look_round()
        if self._ungrouped:
            self._ungrouped = False
            self._painted.start()

    def _group_pair(self) -> None:
        if self.pair is not None:
            self._do(self._desk.group_pair, *self.pair)
        else:
            self._do(self._desk.contents)

    def _ask_state(self, state: ReviewState) -> None:
        self._ask(lambda desk: desk.state(state), self._on_state)

    def _on_state(self, state: ReviewState | None) -> None:
        if state is None:
            return
        if self.review is None:
            # It may count in what is being compared, too.
            self._missed = True
        elif self.review.listing is state.listing:
            self._sight = replace(self._sight, review=state)
            self.reviewed.emit(state)
        else:
            self._ask_state(self.review)


def _turned(before: Contents, now: Contents, pair: tuple[int, int]) -> bool:
    """Whether two versions that stood in the order of their story do so no longer."""

    def stands(contents: Contents, old: int, new: int) -> bool:
        orders = (story.members for story in contents.stories if {old, new} <= {*story.members})
        return any(order.index(old) < order.index(new) for order in orders)

    return stands(before, *pair) and stands(now, *reversed(pair))
