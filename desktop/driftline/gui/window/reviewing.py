"""The review in the window: statuses and notes by key, list and menu; where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from driftline.gui.language import document_labels, labels
from driftline.gui.panes.review_panel import VersionReading
from driftline.review.statuses import Ref, Status, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from driftline.gui.compare.compare_page import ComparePage
    from driftline.gui.desk.following import Following
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.models.story_trail import StoryTrail
    from driftline.gui.panes.list_pane import ListPane
    from driftline.review.statuses import ReviewState


#: The actions that set a status.
_ACTIONS = {
    Status.OPEN: "open_again",
    Status.FINE: "fine",
    Status.QUERY: "query",
    Status.MUST_FIX: "must_fix",
}


class Reviewing(QObject):
    """Carries what the editor says from the lists and keys to the workspace, and back.

    The changes are the first of the `lists`. `current_list` gives the one in front, `to_front`
    brings another there; `say` tells a passing remark.
    """

    def __init__(
        self,
        workspace: Workspace,
        following: Following,
        page: ComparePage,
        lists: Sequence[ListPane],
        current_list: Callable[[], ListPane],
        to_front: Callable[[QWidget], None],
        say: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page = page
        self._lists = lists
        self._current_list = current_list
        self._to_front = to_front
        self._say = say
        page.view.change_menu_opened.connect(self._add_statuses)
        self._trail: StoryTrail | None = None
        self._came_from: QWidget | None = None
        for pane in lists:
            pane.status_requested.connect(self._settle)
            pane.note_requested.connect(workspace.set_note)
            pane.version_wanted.connect(self._compare_with)
            pane.review.note.done.connect(self._leave_note)
        workspace.reviewed.connect(self._show)
        workspace.leaving.connect(self.keep_notes)
        workspace.session_opened.connect(lambda *_: self._show(None))
        workspace.comparison_requested.connect(lambda: self._show(None))
        workspace.document_opened.connect(lambda _: self._show(None))
        following.followed.connect(self._on_followed)

    def show_keys(self, keys: Callable[[str], str]) -> None:
        """Name the keys beside the statuses; `keys` tells the key of an action."""
        named = {status: keys(action) for status, action in _ACTIONS.items()}
        for pane in self._lists:
            pane.review.show_keys(named)

    def _add_statuses(self, menu: QMenu, edit: int) -> None:
        """Offer what can be said of a change in its menu over the texts."""
        state = self._workspace.review
        if state is None:
            return
        menu.addSeparator()
        for status in Status:
            text = f"{labels.STATUS_SIGNS[status]}  {labels.review_label(status)}"
            menu.addAction(text, partial(self._set_one, state, edit, status))
        menu.addAction(self.tr("Write a note"), partial(self._note_one, edit))

    def _set_one(self, state: ReviewState, edit: int, status: Status) -> None:
        self._page.go_to(edit)
        self._settle(state, (Ref(Subject.EDIT, edit),), status)

    def _settle(self, state: ReviewState, refs: tuple[Ref, ...], status: Status) -> None:
        self._workspace.set_status(state, self._whole(state, refs), status)

    def _note_one(self, edit: int) -> None:
        self._to_front(self._lists[0])
        self._page.go_to(edit)
        self.write_note()

    def _whole(self, state: ReviewState, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """These and what belongs to one act with them, as the two marks around a quotation."""
        comparison, now = self._workspace.comparison, self._workspace.review
        if comparison is None or now is None or now.listing is not state.listing:
            # Seen in another comparison than the one that is there by now.
            return refs
        if refs[0].subject is not Subject.EDIT:
            return refs
        edits = comparison.edits
        groups = {edits[ref.index].group for ref in refs} - {None}
        if not groups:
            return refs
        also = (Ref(Subject.EDIT, edit.id) for edit in edits if edit.group in groups)
        return tuple(dict.fromkeys((*refs, *also)))

    def set_status(self, status: Status) -> None:
        """Say how the current change (or quotation, or cut) stands, and go to the next open one.

        A line that stands for several identical changes settles all of them.
        """
        state = self._workspace.review
        refs = self._refs()
        if state is None or not refs:
            self._say_why_not()
            return
        refs = self._whole(state, refs)
        among = state.refs(refs[0].subject)
        if refs[0].subject is Subject.EDIT:
            among = tuple(Ref(Subject.EDIT, edit.id) for edit in self._page.shown_edits())
        # Ten thousand changes may be settled at once.
        settled = frozenset(refs)
        among = tuple(ref for ref in among if ref not in settled)
        following = state.next_open(refs[0], among) if status is not Status.OPEN else None
        self._workspace.set_status(state, refs, status)
        if following is not None:
            self._go_to(following)
        elif status is not Status.OPEN:
            self._say(self.tr("No open change further on."))

    def next_open(self) -> None:
        """Go to the next change that is open; after the last, to the first."""
        state = self._workspace.review
        if state is None:
            self._say_why_not()
            return
        among = [Ref(Subject.EDIT, edit.id) for edit in self._page.shown_edits()]
        current = self._page.current
        here = Ref(Subject.EDIT, current.id) if current else None
        found = state.next_open(here, among) or state.next_open(None, among)
        if found is None:
            self._say(self.tr("No change is open any more."))
        else:
            self._page.go_to(found.index)

    def write_note(self) -> None:
        """Put the cursor into the note on the current change."""
        note = self._current_list().review.note
        if not note.isVisible():
            self._say_why_not()
        elif not note.hasFocus():
            self._came_from = QApplication.focusWidget()
            note.setFocus()

    def _say_why_not(self) -> None:
        waits = self._workspace.pair is not None and self._workspace.comparison is None
        said = self.tr("The texts are still being compared.")
        self._say(said if waits else self.tr("Choose a change first."))

    def keep_notes(self) -> None:
        """Keep what is still being typed."""
        for pane in self._lists:
            pane.review.keep_note()

    def _leave_note(self) -> None:
        """Put the cursor back to where the note was begun from, else into its list."""
        came_from, self._came_from = self._came_from, None
        if came_from is None or not isValid(came_from) or not came_from.isVisible():
            came_from = self._current_list().view
        came_from.setFocus()

    def progress(self) -> str:
        """How much of what is shown is open, once something was said: "9 of 31 open"."""
        state, shown = self._workspace.review, self._page.shown_edits()
        if state is None:
            return ""
        said = (r.index for r, i in state.items.items() if r.subject is Subject.EDIT and i.settled)
        settled = set(said)
        count = sum(edit.id in settled for edit in shown) if settled else 0
        if not count:
            return ""
        still, total = len(shown) - count, len(shown)
        return self.tr("{open} of {total} open").format(open=still, total=total)

    def _refs(self) -> tuple[Ref, ...]:
        refs = self._current_list().current_refs()
        if refs:
            return refs
        current = self._page.current
        return (Ref(Subject.EDIT, current.id),) if current else ()

    def _go_to(self, ref: Ref) -> None:
        if ref.subject is Subject.EDIT:
            self._page.go_to(ref.index)
            return
        pane = self._current_list()
        pane.choose(lambda record: pane.refs_of(record) == (ref,))

    def _show(self, state: ReviewState | None) -> None:
        for pane in self._lists:
            pane.show_review(state)

    def _on_followed(self, trail: StoryTrail | None) -> None:
        self._trail = trail
        for pane in self._lists:
            pane.show_readings(self._readings)

    def _readings(self, ref: Ref) -> Sequence[VersionReading]:
        """What all versions of the story read where something is to be reviewed."""
        looked, pair = self._page.looked, self._workspace.pair
        if self._trail is None or looked is None or pair is None:
            return ()
        name = document_labels.name
        return tuple(
            VersionReading(
                line.text,
                tuple(
                    (identity, name(self._workspace.document(identity)), identity in pair)
                    for identity in line.documents
                ),
            )
            for line in self._trail.lines(ref, looked.comparison, pair)
        )

    def _compare_with(self, document: int) -> None:
        """Put another version beside the older text; one before it goes to the left."""
        pair = self._workspace.pair
        if pair is None:
            return
        order = [version.id for version in self._workspace.story_of(pair[0])]
        old, new = sorted((pair[0], document), key=order.index)
        self._workspace.compare(old, new)
