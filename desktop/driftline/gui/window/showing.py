"""Shows in the window what the workspace says: pages, lists, the reader's place, the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from driftline.engine.records import Kind
from driftline.gui.compare.row_content import Side
from driftline.gui.language import document_labels as say
from driftline.gui.language import labels
from driftline.gui.panes.cuts import cuts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from driftline.engine.records import Version
    from driftline.gui.desk.questions import Looked
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.models.quote_list import QuoteLine
    from driftline.gui.window.columns import Columns
    from driftline.gui.window.status_line import StatusLine
    from driftline.review.acts import HistoryEntry
    from driftline.review.contents import DeskDocument

_PREVIEW_MS = 300


class Showing(QObject):
    """Puts documents and comparisons into the columns.

    `titled(str)`: what is looked at is called so. `allowed(set)`: what is there now, for the
    actions. `steps_named(undo, redo)`: what these would do. `filtered()`: other changes are
    shown. `review_progress` tells how much is open.
    """

    titled = Signal(str)
    allowed = Signal(set)
    steps_named = Signal(str, str)
    filtered = Signal()

    def __init__(
        self,
        workspace: Workspace,
        columns: Columns,
        status: StatusLine,
        review_progress: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._columns = columns
        self._status = status
        self._review_progress = review_progress
        #: A comparison that takes longer lets the texts be read meanwhile.
        self._waiting = QTimer(self, interval=_PREVIEW_MS, singleShot=True)
        self._waiting.timeout.connect(self._preview)
        workspace.stories_changed.connect(self._on_stories)
        workspace.comparison_requested.connect(self._on_comparison_requested)
        workspace.compared.connect(self._on_compared)
        workspace.document_opened.connect(self._on_document)
        workspace.quotations_found.connect(self._on_quotations)
        workspace.emptied.connect(self._on_emptied)
        workspace.reviewed.connect(lambda _: self.show_place())
        workspace.stepped.connect(self._on_stepped)
        workspace.steps_known.connect(self._on_steps)
        self._steps: tuple[str, ...] = ()
        columns.compare_page.current_changed.connect(self._on_current)
        columns.compare_page.filter_changed.connect(self._on_filter)
        columns.collation_made.connect(lambda page: page.moved.connect(self.show_place))
        columns.front.currentChanged.connect(self._on_front)

    def allow(self) -> None:
        """Say what is there for the actions."""
        have = set()
        if self._workspace.documents:
            have.add("documents")
        if self._columns.collating:
            have.add("changes")
        elif self._workspace.comparison is not None:
            have |= {"comparison", "changes"}
        have.update(self._steps)
        self.allowed.emit(have)

    def _on_front(self) -> None:
        self.allow()
        self.show_place()

    def _on_stepped(self, entry: HistoryEntry, back: bool) -> None:
        self._status.say(labels.step_label(labels.act_label(entry), back=back))

    def _on_steps(self, back: HistoryEntry | None, on: HistoryEntry | None) -> None:
        names = [labels.act_label(entry) if entry is not None else "" for entry in (back, on)]
        self._steps = tuple(
            step for step, name in zip(("undo", "redo"), names, strict=True) if name
        )
        self.steps_named.emit(*names)
        self.allow()

    def _turn_to(self, page: QWidget) -> None:
        """Show another page; who was on the one before can go on by key at once."""
        pages = self._columns.pages
        focus = QApplication.focusWidget()
        on_pages = focus is None or pages.isAncestorOf(focus)
        if pages.currentWidget() is not page:
            pages.setCurrentWidget(page)
            if on_pages:
                self._columns.reading().setFocus()

    def _on_stories(self) -> None:
        self._columns.show_sides(bool(self._workspace.documents))
        present = {d.id for d in self._workspace.documents}
        if self._workspace.comparison is not None and present >= set(self._workspace.pair or ()):
            self._columns.compare_page.show_versions(self._versions())
        if present.issuperset(self._workspace.shown):
            self._name()
        if self._workspace.opened in present:
            self.show_place()
        self.allow()

    def _name(self) -> None:
        """Say what is looked at: the newer of two versions."""
        for identity in self._workspace.shown[-1:]:
            self.titled.emit(say.title(self._workspace.document(identity)))

    def _versions(self) -> list[DeskDocument]:
        """The versions of the story that is compared; two stories' when two are."""
        pair = self._workspace.pair or ()
        versions = list(self._workspace.story_of(pair[0])) if pair else []
        versions += [self._workspace.document(i) for i in pair if all(d.id != i for d in versions)]
        return versions

    def _on_comparison_requested(self) -> None:
        if not self._columns.collating:
            self._status.show_place(self.tr("Comparing…"))
        if self._workspace.pair != self._columns.compare_page.pair:
            self._waiting.start()

    def rest(self) -> None:
        """The window closes: show nothing more."""
        self._waiting.stop()

    def _preview(self) -> None:
        pair, page = self._workspace.pair, self._columns.compare_page
        if pair is None or self._workspace.comparison is not None:
            return
        old, new = (self._workspace.document(i).version for i in pair)
        page.preview(old, new, pair, self._versions())
        self._turn_to(page)
        # What the lists said is about other texts.
        waiting = self.tr("These two are not compared yet.")
        self._columns.changes.forget(waiting)
        self._columns.quotes.forget(waiting)
        self._show_pair(pair, old, new)

    def _show_pair(self, pair: tuple[int, int], old: Version, new: Version) -> None:
        """Show what is known of two versions, compared or not."""
        columns = self._columns
        columns.cuts.both = True
        columns.cuts.show_records(cuts_of(Side.OLD, pair[0], old) + cuts_of(Side.NEW, pair[1], new))
        if not columns.lists.isTabVisible(0):
            columns.lists.setTabVisible(0, True)
            columns.lists.setCurrentWidget(columns.changes)
        columns.name_tabs()
        self._name()
        self.allow()

    def _on_compared(self, looked: Looked) -> None:
        self._waiting.stop()
        pair = self._workspace.pair
        if pair is None:
            return
        columns, comparison = self._columns, looked.comparison
        self._turn_to(columns.compare_page)
        columns.quotes.show_quotes(looked.quotes)
        columns.compare_page.show_comparison(looked, pair, self._versions())
        self._show_pair(pair, comparison.old, comparison.new)

    def _on_document(self, identity: int) -> None:
        self._waiting.stop()
        columns, document = self._columns, self._workspace.document(identity)
        self._turn_to(columns.document_page)
        columns.document_page.show_document(document)
        columns.changes.forget(self.tr("No comparison."))
        columns.quotes.forget(self.tr("Quotations are being found."))
        columns.cuts.both = False
        columns.cuts.show_records(cuts_of(Side.NEW, identity, document.version))
        if columns.lists.currentWidget() is columns.changes:
            columns.lists.setCurrentWidget(
                columns.cuts if document.version.cuts else columns.quotes
            )
        columns.lists.setTabVisible(0, False)
        columns.name_tabs()
        self.show_place()
        self._name()
        self.allow()

    def _on_quotations(self, found: list[QuoteLine]) -> None:
        self._columns.quotes.show_quotes(found)
        self._columns.name_tabs()

    def _on_emptied(self) -> None:
        self._waiting.stop()
        self._turn_to(self._columns.empty_page)
        self._columns.show_sides(False)
        self._status.show_place("")
        self.titled.emit("")
        self.allow()

    def _on_current(self, edit: int | None) -> None:
        self._columns.changes.show_current(edit)
        self.show_place()

    def _on_filter(self) -> None:
        page = self._columns.compare_page
        if page.looked is not None:
            self._columns.changes.show_changes(
                page.looked.texts,
                page.shown_edits(),
                page.looked.order.paragraphs,
                page.looked.likeness,
                changed=page.looked.comparison.wording_changed,
            )
        self.filtered.emit()
        self._columns.name_tabs()
        self.show_place()

    def show_place(self) -> None:
        """Say where the reader is: which change of how many, and what is hidden."""
        page = self._columns.compare_page
        if self._columns.collating:
            self._show_variation()
            return
        if page.looked is None or self._workspace.comparison is None:
            self._status.show_place(self._way_on())
            return
        number, count = page.number()
        if number is not None:
            parts = [self.tr("Change {number} of {count}").format(number=number, count=count)]
        elif count:
            parts = [self.tr("%n change(s)", "", count)]
        elif page.looked.comparison.wording_changed:
            parts = [self.tr("All changes hidden")]
        else:
            parts = [self.tr("No wording change")]
        quotes = page.looked.order.of_kind()[Kind.QUOTATION]
        if quotes and page.kinds.shows(Kind.QUOTATION):
            parts.append(self.tr("{count} inside quotation marks").format(count=quotes))
        parts += [*self._hidden(page.kinds.left_out()), self._review_progress()]
        self._status.show_place(" · ".join(filter(None, parts)))

    def _way_on(self) -> str:
        """What can be done with a document that has nothing to be compared with."""
        opened = self._workspace.opened
        if opened is None or len(self._workspace.story_of(opened)) > 1:
            return ""
        return self.tr("Drop or paste another version of this story to compare the two.")

    def _show_variation(self) -> None:
        """Say at which place the reader is where all versions are shown."""
        page = self._columns.collation_page
        number, count = page.number()
        if page.model.collated is None:
            self._status.show_place("")
            return
        if number is not None:
            parts = [self.tr("Place {number} of {count}").format(number=number, count=count)]
        else:
            parts = [self.tr("%n place(s)", "", count)]
        self._status.show_place(" · ".join([*parts, *self._hidden(page.model.sifted.left_out)]))

    def _hidden(self, left_out: tuple[int, int, int]) -> list[str]:
        """What is said of what is left out: typography, other kinds, those of lower severity."""
        typographic, others, calmed = left_out
        parts = []
        if typographic:
            parts.append(self.tr("%n typography hidden", "", typographic))
        if others and typographic:
            parts.append(self.tr("%n of other kinds hidden", "", others))
        elif others:
            parts.append(self.tr("%n hidden", "", others))
        if calmed:
            parts.append(self.tr("%n of lower severity hidden", "", calmed))
        return parts
