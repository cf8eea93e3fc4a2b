"""Getting about by key: from pane to pane, to a place by its number, and copying what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog

from driftline.gui.panes.changes import was_and_is

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from driftline.engine.records import Edit
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.models.quote_list import QuoteLine
    from driftline.gui.panes.cuts import CutLine
    from driftline.gui.window.columns import Columns


class GettingAbout(QObject):
    """Moves the reader about the columns; `say` tells a passing remark."""

    def __init__(
        self,
        workspace: Workspace,
        columns: Columns,
        say: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._columns = columns
        self._say = say
        self._window = window

    def reveal_quote(self, line: QuoteLine) -> None:
        """Show a quotation in its text."""
        spans = line.quotation.spans
        if self._workspace.comparison is None:
            self._columns.document_page.reveal(line.quotation.span)
            return
        self._columns.compare_page.view.select_source(line.side, spans[0].start, spans[-1].end)

    def reveal_cut(self, line: CutLine) -> None:
        """Show the place of a cut."""
        if self._workspace.comparison is None:
            self._columns.document_page.reveal(line.cut.span)
        else:
            self._columns.compare_page.view.reveal_source(line.side, line.cut.span.start)

    def next_pane(self, direction: int) -> None:
        """Put the focus into the next (or, below 0, the previous) column."""
        columns = self._columns
        stops: dict[QWidget, QWidget] = {
            columns.documents: columns.documents.view,
            columns.front: columns.reading(),
            columns.lists: self._focus_list(),
        }
        panes = [pane for pane in stops if pane.isVisible()]
        focus = QApplication.focusWidget()
        held = (n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus))
        place = next(held, -1 if direction > 0 else 0)
        stops[panes[(place + direction) % len(panes)]].setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, direction: int) -> None:
        """Go one change (or, where all versions are shown, one place) on, or back."""
        columns = self._columns
        page = columns.collation_page if columns.collating else columns.compare_page
        self._say(page.step(direction))

    def step_version(self, direction: int) -> None:
        """Compare the next (or, below 0, the previous) version with the one just before it."""
        pair = self._workspace.pair
        versions = [d.id for d in self._workspace.story_of(pair[1])] if pair else []
        if pair is None or len(versions) < 2:
            self._say(self.tr("This story has no other version."))
            return
        place = versions.index(pair[1]) + direction
        if place < 1:
            self._say(self.tr("There is no earlier pair of versions."))
        elif place == len(versions):
            self._say(self.tr("There is no later version."))
        else:
            self._workspace.compare(versions[place - 1], versions[place])
            told = self.tr("Version {older} of {count}, and the one after it.")
            self._say(told.format(older=place, count=len(versions)))

    def next_list(self, direction: int) -> None:
        """Bring the next (or, below 0, the previous) list to the front; who was in one is in it."""
        lists, focus = self._columns.lists, QApplication.focusWidget()
        inside = focus is not None and lists.isAncestorOf(focus)
        shown = [n for n in range(lists.count()) if lists.isTabVisible(n)]
        place = shown.index(lists.currentIndex())
        lists.setCurrentIndex(shown[(place + direction) % len(shown)])
        if inside:
            self._focus_list().setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_list(self) -> QWidget:
        """What has the focus in the list in front: its rows, or its name when there are none."""
        rows = self._columns.current_list().view
        return rows if rows.isVisible() else self._columns.lists.tabBar()

    def ask_number(self) -> None:
        """Ask for a change or a paragraph to go to."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Go to"))
        dialog.setLabelText(self.tr("Number of a change, or ¶ and that of a paragraph: 12, ¶7, p7"))
        dialog.textValueSelected.connect(self.go_to_number)
        dialog.open()

    def go_to_number(self, wish: str) -> None:
        """Go to a change (12) or a paragraph (¶7, p7)."""
        number = wish.strip().lstrip("¶pP").strip()
        if not number.isdecimal():
            self._say(self.tr("A number, please: 12 for a change, ¶7 for a paragraph."))
            return
        jumps = self._columns.compare_page.jumps
        is_change = wish.strip().startswith(number)
        self._say((jumps.to_change if is_change else jumps.to_paragraph)(int(number)))

    def pair(self) -> None:
        """Pair the paragraph where the reader is with one of the other text."""
        if not self._columns.compare_page.view.pairing.pair_here():
            self._say(self.tr("Click into a paragraph first."))

    def cut_selection(self) -> None:
        """Cut the selected words from the story."""
        page = self._columns.document_page
        if not (page.isVisible() and page.cut_selection()):
            self._say(self.tr("Open a document and select the words that are not the story."))

    def copy(self) -> None:
        """Copy what is selected where the focus is."""
        widget = QApplication.focusWidget()
        copy = getattr(widget, "copy", None)
        view = self._columns.compare_page.view
        rows = self._columns.current_list()
        if callable(copy):
            copy()
        elif widget is rows.view and rows.said_current():
            QGuiApplication.clipboard().setText(rows.said_current())
            self._say(self.tr("Copied: {words}").format(words=rows.said_current()))
        elif self._workspace.comparison is not None and view.selected_text():
            view.copy()
        elif self._columns.document_page.isVisible():
            self._columns.document_page.text.copy()

    def select_all(self) -> None:
        """Select the whole text."""
        if self._columns.collating:
            self._columns.collation_page.view.selectAll()
        elif self._columns.compare_page.isVisible():
            self._columns.compare_page.select_all()
        elif self._columns.document_page.isVisible():
            self._columns.document_page.select_all()

    def copy_change(self, edit: Edit | None) -> None:
        """Copy a change as "was → is"."""
        page = self._columns.compare_page
        if edit is None or page.looked is None:
            return
        was, now = was_and_is(page.looked.texts, edit)
        QGuiApplication.clipboard().setText(f"{was} → {now}")
        self._say(self.tr("Copied: {was} → {now}").format(was=was, now=now))
