"""The window's three columns: the stories, the texts, the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.actions import native
from driftline.gui.compare.compare_page import ComparePage
from driftline.gui.panes.changes import ChangesPane
from driftline.gui.panes.cuts import CutsPane
from driftline.gui.panes.document_page import DocumentPage
from driftline.gui.panes.documents import DocumentsPane
from driftline.gui.panes.empty_page import EmptyPage
from driftline.gui.panes.hint_bar import HintBar
from driftline.gui.panes.list_pane import ListPane
from driftline.gui.panes.quotes import QuotesPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from driftline.gui.compare.find_bar import FindBar
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.jobs import Jobs
    from driftline.gui.notices import NoticeBar
    from driftline.gui.panes.collation_page import CollationPage
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts


#: Two texts beside each other want this much room (pixels).
_READABLE = 500


class _Handle(QSplitterHandle):
    """A hairline between two columns."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().mid())


class Columns(QSplitter):
    """Left the stories, in the middle one of the `pages` below the notices, right the lists.

    The page of all versions lies over the others: what is under it stays as it is. It is made when
    it is first asked for; then `collation_made(CollationPage)` is emitted.
    """

    collation_made = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        notice_bar: NoticeBar,
        theme: Theme,
        fonts: Fonts,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.documents = DocumentsPane(workspace, theme)
        self.empty_page = EmptyPage()
        self.compare_page = ComparePage(jobs, theme, fonts)
        self.document_page = DocumentPage(theme, fonts)
        self.pages = QStackedWidget()
        for page in (self.empty_page, self.compare_page, self.document_page):
            self.pages.addWidget(page)
        self._collation_page: CollationPage | None = None
        self._theme, self._fonts = theme, fonts
        self._way_to: Callable[[str], str] | None = None
        self.front = QStackedWidget()
        self.front.addWidget(self.pages)
        self._notice_bar = notice_bar
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(notice_bar)
        column.addWidget(self.front, 1)
        self.hint_bar = HintBar()
        column.addWidget(self.hint_bar)
        for bar in (notice_bar, self.hint_bar):
            bar.installEventFilter(self)
        self.changes = ChangesPane(theme)
        self.quotes = QuotesPane(theme)
        self.cuts = CutsPane(theme)
        self.lists = QTabWidget()
        self.lists.setDocumentMode(True)
        self.lists.setAccessibleName(self.tr("Lists"))
        self.lists.tabBar().setAccessibleName(self.lists.accessibleName())
        for pane in (self.changes, self.quotes, self.cuts):
            self.lists.addTab(pane, "")
            pane.order_tabs()
        self.name_tabs()
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget, stretch in ((self.documents, 0), (centre, 1), (self.lists, 0)):
            self.addWidget(widget)
            self.setStretchFactor(self.count() - 1, stretch)
        self.documents.setMinimumWidth(150)
        centre.setMinimumWidth(360)
        #: The columns are as she set them, or as they were first seen.
        self._set = False
        # While nothing is open there is nothing to list.
        self.show_sides(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QWidget):
            focus = QApplication.focusWidget()
            if focus is not None and watched.isAncestorOf(focus):
                # Who pressed a button of a bar that goes reads on; Qt would give her any field.
                self.reading().setFocus()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() < event.oldSize().width():
            self._make_room(*self.sizes())

    def _make_room(self, left: int, centre: int, right: int) -> None:
        """In a narrow window the texts take their room from what stands beside them."""
        spare = [
            size - side.minimumWidth() if size else 0
            for side, size in ((self.documents, left), (self.lists, right))
        ]
        missing = min(_READABLE - centre, sum(spare))
        if missing > 0:
            given = missing * spare[0] // sum(spare)
            self.setSizes([left - given, centre + missing, right - (missing - given)])

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        self._set = True
        return super().restoreState(state)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def parts(self) -> tuple[QWidget, ...]:
        """What is dressed by itself, each part when it comes into view."""
        pages = (self.empty_page, self.compare_page, self.document_page)
        panes = (self.documents, self.changes, self.quotes, self.cuts, self.lists.tabBar())
        return (*pages, *panes, self._notice_bar, self.hint_bar)

    @property
    def collation_page(self) -> CollationPage:
        """The page of all versions."""
        page = self._collation_page
        if page is None:
            from driftline.gui.panes.collation_page import CollationPage

            page = self._collation_page = CollationPage(self._theme, self.compare_page.kinds)
            page.set_appearance(self._theme, self._fonts)
            self.front.addWidget(page)
            if self._way_to is not None:
                self.show_keys(self._way_to)
            self.collation_made.emit(page)
        return page

    def reading(self) -> QWidget:
        """What is read on the page in front, or what is done first where there is nothing."""
        page = self.pages.currentWidget()
        if self.collating:
            return self.collation_page.reading()
        if page is self.compare_page:
            return self.compare_page.texts
        alone = page is self.document_page
        return self.document_page.text if alone else self.empty_page.open_button

    @property
    def collating(self) -> bool:
        """Whether all versions are shown, and not the texts."""
        return self.front.currentWidget() is not self.pages

    def show_collation(self, on: bool) -> None:
        """Show all versions, or the texts again; the lists are about the texts alone."""
        self.front.setCurrentWidget(self.collation_page if on else self.pages)
        self.lists.setVisible(not on and self.documents.isVisibleTo(self))

    def find_bar(self) -> FindBar | CollationPage:
        """What looks for words on the page in front."""
        if self.collating:
            return self.collation_page
        alone = self.pages.currentWidget() is self.document_page
        return self.document_page.find_bar if alone else self.compare_page.find_bar

    def show_sides(self, shown: bool) -> None:
        """Show or hide the stories and the lists."""
        self.documents.setVisible(shown)
        self.lists.setVisible(shown and not self.collating)
        if shown and not self._set:
            self._set = True
            sizes = (260, self.width() - 550, 290)
            self.setSizes(sizes)
            self._make_room(*sizes)

    def name_tabs(self) -> None:
        """Name the lists with how much is in them."""
        for pane, name in (
            (self.changes, self.tr("Changes")),
            (self.quotes, self.tr("Quotes")),
            (self.cuts, self.tr("Cut")),
        ):
            index = self.lists.indexOf(pane)
            count = pane.count
            self.lists.setTabText(index, f"{name} {count}" if count else name)
        # None of them behind arrows, however long the words of a language are.
        self.lists.setMinimumWidth(max(200, self.lists.tabBar().sizeHint().width()))

    def show_keys(self, way_to: Callable[[str], str]) -> None:
        """Name keys where somebody begins; `way_to` tells how an action is reached."""
        self.empty_page.show_keys(way_to)
        self.hint_bar.show_keys(way_to)
        self._way_to = way_to
        way = way_to("all_versions")
        self.compare_page.header.all_versions.setToolTip(way)
        if self._collation_page is not None:
            self._collation_page.back_button.setToolTip(f"{native('Esc')}, {way}")

    def current_list(self) -> ListPane:
        """The list that is in front."""
        pane = self.lists.currentWidget()
        return pane if isinstance(pane, ListPane) else self.changes

    def set_appearance(self, theme: Theme, fonts: Fonts) -> None:
        """Other colours or another typeface."""
        for pane in (self.documents, self.changes, self.quotes, self.cuts):
            pane.set_theme(theme)
        self._theme, self._fonts = theme, fonts
        if self._collation_page is not None:
            self._collation_page.set_appearance(theme, fonts)
        self.compare_page.set_appearance(theme, fonts)
        self.document_page.set_appearance(theme, fonts)
