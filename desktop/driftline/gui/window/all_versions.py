"""The page of all versions in the window: opened and left, its readings compared, its export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from driftline.engine.errors import DriftlineError
from driftline.gui.compare.place_read import PlaceRead
from driftline.gui.compare.row_content import Side
from driftline.gui.desk.collating import FEWEST
from driftline.gui.language import document_labels
from driftline.gui.language.explaining import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.collation.variation import Variation
    from driftline.gui.desk.collating import Collating
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.models.collated import Collated
    from driftline.gui.panes.collation_page import CollationPage
    from driftline.gui.window.columns import Columns
    from driftline.gui.window.exporting import Exporting
    from driftline.review.contents import DeskDocument


class AllVersions(QObject):
    """Puts the page over the texts and takes it away.

    `wanted(bool)`: it is to be opened, or left. `say` tells a passing remark.
    """

    wanted = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        collating: Collating,
        columns: Columns,
        exporting: Exporting,
        say: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._collating, self._columns = workspace, collating, columns
        self._exporting = exporting
        self._waits = False
        self._story: set[int] = set()
        collating.begun.connect(self._on_begun)
        collating.collated.connect(self._on_collated)
        collating.failed.connect(self._on_failed)
        self._say = say
        columns.collation_made.connect(self._on_made)
        columns.compare_page.header.all_requested.connect(lambda: self.wanted.emit(True))
        columns.documents.collation_requested.connect(self.open_story)
        columns.documents.chosen.connect(lambda _: self.wanted.emit(False))
        workspace.emptied.connect(lambda: self.wanted.emit(False))

    @property
    def _page(self) -> CollationPage:
        return self._columns.collation_page

    def _on_made(self, page: CollationPage) -> None:
        page.left.connect(lambda: self.wanted.emit(False))
        page.reading_chosen.connect(self._compare)
        page.base_chosen.connect(self._set_base)
        page.export_requested.connect(self.export)
        page.said.connect(self._say)

    def set_shown(self, on: bool) -> None:
        """Show all versions of the story that is looked at, or the texts again."""
        if on == self._columns.collating:
            return
        focus = QApplication.focusWidget()
        held = focus is None or not self._columns.documents.isAncestorOf(focus)
        self._columns.show_collation(on)
        self._story = set()
        if on:
            self._collating.begin()
        else:
            self._collating.end()
        if held:
            self._columns.reading().setFocus()

    def open_story(self, documents: tuple[int, ...]) -> None:
        """Show all versions of a story."""
        if not set(self._workspace.shown) & set(documents):
            self._workspace.show(documents)
        self.wanted.emit(True)

    def stop(self) -> None:
        """The editor does not want to wait."""
        if self._waits:
            self._waits = False
            self._page.say(self.tr("Stopped. Open this page again to begin again."))

    # ------------------------------------------------------------------ what is shown

    def _on_begun(self, versions: list[DeskDocument], base: int) -> None:
        ids = {document.id for document in versions}
        if self._story and not self._story & ids:
            # What was just brought, or is left, is no version of the story she looked at.
            self.wanted.emit(False)
            return
        self._story = ids
        self._page.show_versions(versions, base)
        few = len(versions) < FEWEST
        self._waits = not few
        before = self._page.model.collated
        if few:
            self._page.say(
                self.tr(
                    "This page sets three or more versions of a story side by side. This story "
                    "has %n: drop another one anywhere in this window, or drag one onto the story "
                    "on the left.",
                    "",
                    len(versions),
                )
            )
        elif before is None or not {d.id for d in before.versions} & ids:
            self._page.say(self.tr("Setting the versions side by side…"))

    def _on_collated(self, collated: Collated) -> None:
        self._waits = False
        focus = not self._page.model.rowCount()
        self._page.show_collated(collated)
        if focus and not self._page.filter.hasFocus():
            self._columns.reading().setFocus()

    def _on_failed(self, trouble: Exception) -> None:
        self._waits = False
        if isinstance(trouble, DriftlineError):
            self._page.say(told(trouble))
        else:
            what = f"{type(trouble).__name__}: {trouble}"
            self._page.say(
                self.tr("The versions could not be set side by side ({what}).").format(what=what)
            )

    # ------------------------------------------------------------------ what the editor does

    def _compare(self, place: Variation, witness: int) -> None:
        """Show the base text and a version beside each other, the older left, at a place."""
        collated = self._page.model.collated
        if collated is None:
            return
        wording = place.wordings[witness]
        base, version = collated.versions[0].id, collated.versions[witness].id
        here = (Side.NEW, wording.spans[0].start) if wording.spans else (Side.OLD, place.span.start)
        change = (wording.edit.a, wording.edit.b) if wording.edit is not None else None
        order = [document.id for document in self._workspace.story_of(base)]
        pair = (base, version) if order.index(base) < order.index(version) else (version, base)
        read = PlaceRead((base, version), *here, change=change).of(pair)
        self.wanted.emit(False)
        page = self._columns.compare_page
        if self._workspace.pair == pair and self._workspace.comparison is not None and read:
            page.go_to_place(read)
        else:
            page.come_back(read)
            self._workspace.compare(*pair)

    def _set_base(self, document: int) -> None:
        stories = self._workspace.session_stories
        story = next((s for s in stories if document in s.members), None)
        if story is not None and story.base != document:
            self._workspace.hand.set_base(story.id, document)

    def export(self) -> None:
        """Save what is looked at: the collation, else the comparison."""
        if not self._columns.collating:
            self._exporting.open_dialog()
        elif self._page.model.collated is not None:
            self._export(self._page.model.collated)

    def _export(self, collated: Collated) -> None:
        base = Path(document_labels.name(collated.versions[0])).stem
        name = self.tr("{base} - all versions").format(base=base)
        self._exporting.open_collation_dialog(collated.collation, name)
