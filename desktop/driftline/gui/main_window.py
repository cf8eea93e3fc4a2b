"""The window: puts the parts together and hands what one says to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from driftline import __version__, assets
from driftline.engine.records import Kind, Span
from driftline.gui import document_labels as say
from driftline.gui import theme as themes
from driftline.gui.actions import Actions
from driftline.gui.appearance import Appearance
from driftline.gui.compare.compare_page import ComparePage
from driftline.gui.compare.row_content import Side
from driftline.gui.exporting import Exporting
from driftline.gui.jobs import Jobs
from driftline.gui.keeping import Keeping
from driftline.gui.notices import NoticeBar, Notices
from driftline.gui.panes.changes import ChangesPane, was_and_is
from driftline.gui.panes.cuts import CutLine, CutsPane, cuts_of
from driftline.gui.panes.document_page import DocumentPage
from driftline.gui.panes.documents import DocumentsPane
from driftline.gui.panes.empty_page import EmptyPage
from driftline.gui.panes.list_pane import ListPane
from driftline.gui.panes.quotes import (
    QuoteLine,
    QuotesPane,
    SpeakerHead,
    quotes_of_comparison,
    quotes_of_version,
)
from driftline.gui.reviewing import Reviewing
from driftline.gui.status_line import StatusLine
from driftline.gui.workspace import Looked, Quoted, Workspace
from driftline.review.desk import Desk
from driftline.review.session import ENDING
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont, QKeyEvent

    from driftline.engine.records import Edit
    from driftline.gui.settings import Settings
    from driftline.review.session import Session


class MainWindow(QMainWindow):
    """Driftline's window. It holds no data: documents and comparisons are the workspace's."""

    def __init__(self, settings: Settings, open_session: Callable[[], Session]) -> None:
        super().__init__()
        self.setWindowTitle("Driftline")
        self.setAcceptDrops(True)
        self.resize(1280, 820)
        self._settings = settings
        self.jobs = Jobs(self)
        self.notice_bar = NoticeBar()
        self.notices = Notices(self.notice_bar, self)
        self.appearance = Appearance(settings, self.notices, self)
        desk = Desk(open_session, self.appearance.options)
        self.workspace = Workspace(self.jobs, desk, self)
        self._build()
        self.keeping = Keeping(self.workspace, self.notices, settings, self.status.say, self)
        self.exporting = Exporting(
            self.workspace, self.jobs, self.notices, settings, self.compare_page.shown_kinds, self
        )
        self.reviewing = Reviewing(
            self.workspace,
            self.compare_page,
            (self.changes, self.quotes, self.cuts),
            self._current_list,
            self.status.say,
            self,
        )
        self.actions_table = Actions(self, self._handlers())
        self.actions_table.fill_menus(self.menuBar())
        toolbar = self.addToolBar(self.tr("Main tools"))
        toolbar.setMovable(False)
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions_table.fill_toolbar(toolbar)
        self.actions_table["overview"].setChecked(True)
        self._connect()
        self.appearance.dress()
        self._allow()
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        if not settings.panes.isEmpty():
            self._panes.restoreState(settings.panes)
        for note in settings.notes:
            self.notices.tell(note)

    # ------------------------------------------------------------------ putting together

    def _build(self) -> None:
        theme, font = self.appearance.theme, self.appearance.font
        self.documents = DocumentsPane(self.workspace, theme)
        self.empty_page = EmptyPage()
        self.compare_page = ComparePage(theme, font)
        self.document_page = DocumentPage(theme, font)
        self.pages = QStackedWidget()
        for page in (self.empty_page, self.compare_page, self.document_page):
            self.pages.addWidget(page)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice_bar)
        column.addWidget(self.pages, 1)
        self.changes = ChangesPane(theme)
        self.quotes = QuotesPane(theme)
        self.cuts = CutsPane(theme)
        self.lists = QTabWidget()
        self.lists.setDocumentMode(True)
        for pane in (self.changes, self.quotes, self.cuts):
            self.lists.addTab(pane, "")
        self._name_tabs()
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        for widget, stretch in ((self.documents, 0), (centre, 1), (self.lists, 0)):
            self._panes.addWidget(widget)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
        self.documents.setMinimumWidth(170)
        centre.setMinimumWidth(420)
        self.lists.setMinimumWidth(220)
        self._panes.setSizes([260, 730, 290])
        self.setCentralWidget(self._panes)
        self.status = StatusLine()
        self.setStatusBar(self.status)
        # While nothing is open there is nothing to list.
        self._show_sides(False)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        page = self.compare_page
        return {
            "new": lambda: self.workspace.clear(),
            "open": self._open,
            "paste": self.paste,
            "reload": lambda: self.workspace.reload(),
            "watch_folder": lambda: self.keeping.choose_folder(),
            "open_session": lambda: self.keeping.open_session(),
            "save_session": lambda: self.keeping.save_session(),
            "export": lambda: self.exporting.open_dialog(),
            "correction": self._copy_correction,
            "quit": self.close,
            "undo": lambda: self.workspace.undo(),
            "redo": lambda: self.workspace.redo(),
            "copy": self._copy,
            "copy_change": lambda: self._copy_change(page.current),
            "select_all": self._select_all,
            "find": page.find_bar.open_bar,
            "find_next": lambda: page.find_bar.step(1),
            "find_previous": lambda: page.find_bar.step(-1),
            "cut": self._cut_selection,
            "preferences": lambda: self.appearance.open_dialog(),
            "remove": lambda: self.workspace.remove(self.documents.selected()),
            "typography": lambda on: page.show_kind(Kind.TYPOGRAPHY, shown=on),
            "fold": page.set_folded,
            "grave_only": page.set_grave_only,
            "go_to": self._ask_number,
            "zoom_in": lambda: self.appearance.zoom(1),
            "zoom_out": lambda: self.appearance.zoom(-1),
            "zoom_reset": lambda: self.appearance.zoom(0),
            "dark": self.appearance.set_dark,
            "overview": page.overview.setVisible,
            "full_screen": self._set_full_screen,
            "previous": lambda: self.status.say(page.step(-1)),
            "next": lambda: self.status.say(page.step(1)),
            "first": page.first,
            "last": page.last,
            "current": lambda: page.go_to(page.current.id if page.current else None),
            "previous_quote": lambda: self.status.say(page.step_quote(-1)),
            "next_quote": lambda: self.status.say(page.step_quote(1)),
            "counterpart": lambda: self.status.say(page.counterpart()),
            "pair": self._pair,
            "swap": lambda: self.workspace.swap(),
            "next_pane": lambda: self._next_pane(1),
            "previous_pane": lambda: self._next_pane(-1),
            "open_again": lambda: self.reviewing.set_status(Status.OPEN),
            "fine": lambda: self.reviewing.set_status(Status.FINE),
            "query": lambda: self.reviewing.set_status(Status.QUERY),
            "must_fix": lambda: self.reviewing.set_status(Status.MUST_FIX),
            "note": lambda: self.reviewing.write_note(),
            "history": lambda: self.keeping.show_history(),
            "next_open": lambda: self.reviewing.next_open(),
            "keys": self._show_keys,
            "about": self._show_about,
        }

    def _connect(self) -> None:
        workspace, page = self.workspace, self.compare_page
        self.jobs.progressed.connect(self.status.progress)
        self.jobs.idle.connect(self.status.rest)
        self.status.stop_requested.connect(self._stop)
        workspace.stories_changed.connect(self._on_stories)
        workspace.comparison_requested.connect(self._on_comparison_requested)
        workspace.compared.connect(self._on_compared)
        workspace.document_opened.connect(self._on_document)
        workspace.quotations_found.connect(self._on_quotations)
        workspace.emptied.connect(self._on_emptied)
        workspace.troubled.connect(self._on_trouble)
        workspace.reviewed.connect(lambda _: self._show_place())
        self.documents.chosen.connect(workspace.show)
        self.documents.remove_requested.connect(workspace.remove)
        page.current_changed.connect(self._on_current)
        page.filter_changed.connect(self._on_filter)
        page.versions_chosen.connect(workspace.compare)
        page.unfold_requested.connect(lambda: self.actions_table["fold"].setChecked(False))
        page.view.pin_requested.connect(
            lambda a, b, together: workspace.pin(a, b, together=together)
        )
        page.view.pair_begun.connect(
            lambda: self.status.say(
                self.tr("Now choose its partner in the other text: right click, or Alt+S.")
            )
        )
        self.changes.chosen.connect(lambda edit: page.go_to(edit.id))
        self.changes.copy_requested.connect(self._copy_change)
        self.quotes.chosen.connect(self._reveal_quote)
        self.quotes.speaker_requested.connect(workspace.set_speaker)
        self.cuts.chosen.connect(self._reveal_cut)
        self.cuts.restore_requested.connect(workspace.restore_cut)
        self.cuts.keep_lines_requested.connect(self.appearance.keep_lines_like)
        self.document_page.restore_requested.connect(self._restore_here)
        self.document_page.cut_requested.connect(self._cut_here)
        self.document_page.keep_lines_requested.connect(self.appearance.keep_lines_like)
        self.empty_page.open_requested.connect(self._open)
        self.empty_page.paste_requested.connect(self.paste)
        self.empty_page.sample_requested.connect(self.open_sample)
        self.appearance.dressed.connect(self._on_dressed)
        self.appearance.options_changed.connect(workspace.use_options)

    # ------------------------------------------------------------------ what the workspace says

    def _on_stories(self) -> None:
        self._show_sides(bool(self.workspace.documents))
        self._allow()

    def _on_comparison_requested(self) -> None:
        self.status.show_place(self.tr("Comparing…"))

    def _on_trouble(self, sentence: str) -> None:
        self.notices.tell(sentence)
        if not self.workspace.busy():
            self._show_place()

    def _on_compared(self, looked: Looked) -> None:
        pair = self.workspace.pair
        if pair is None:
            return
        comparison = looked.comparison
        versions = list(self.workspace.story_of(pair[0]))
        versions += [self.workspace.document(i) for i in pair if all(d.id != i for d in versions)]
        self.pages.setCurrentWidget(self.compare_page)
        self.quotes.show_quotes(quotes_of_comparison(looked, pair))
        self.cuts.both = True
        self.cuts.show_records(
            cuts_of(Side.OLD, pair[0], comparison.old) + cuts_of(Side.NEW, pair[1], comparison.new)
        )
        self.compare_page.show_comparison(looked, pair, versions)
        self.lists.setTabVisible(0, True)
        self.lists.setCurrentWidget(self.changes)
        self._name_tabs()
        self._title_window(say.title(self.workspace.document(pair[1])))
        self._allow()

    def _on_document(self, identity: int) -> None:
        document = self.workspace.document(identity)
        self.pages.setCurrentWidget(self.document_page)
        self.document_page.show_document(document)
        self.changes.show_records([])
        self.quotes.show_quotes([])
        self.cuts.both = False
        self.cuts.show_records(cuts_of(Side.NEW, identity, document.version))
        self.lists.setTabVisible(0, False)
        self.lists.setCurrentWidget(self.cuts if document.version.cuts else self.quotes)
        self._name_tabs()
        self.status.show_place("")
        self._title_window(say.title(document))
        self._allow()

    def _on_quotations(self, identity: int, found: Quoted) -> None:
        version = self.workspace.document(identity).version
        self.quotes.show_quotes(quotes_of_version(identity, version, found))
        self._name_tabs()

    def _on_emptied(self) -> None:
        self.pages.setCurrentWidget(self.empty_page)
        self._show_sides(False)
        self.notices.clear()
        self.status.show_place("")
        self._title_window("")
        self._allow()

    def _on_current(self, edit: int | None) -> None:
        self.changes.set_current(None if edit is None else lambda e: e.id == edit)
        self._show_place()

    def _on_filter(self) -> None:
        page = self.compare_page
        if page.comparison is not None:
            self.changes.show_changes(
                page.texts,
                page.shown_edits(),
                page.paragraph_of(),
                changed=page.comparison.wording_changed,
            )
        action = self.actions_table["typography"]
        action.setChecked(page.shows_kind(Kind.TYPOGRAPHY))
        self._name_tabs()
        self._show_place()

    def _show_place(self) -> None:
        page = self.compare_page
        if page.comparison is None or self.workspace.comparison is None:
            self.status.show_place("")
            return
        number, count = page.number()
        if number is not None:
            parts = [self.tr("Change {number} of {count}").format(number=number, count=count)]
        elif count:
            parts = [self.tr("%n change(s)", "", count)]
        elif page.comparison.wording_changed:
            parts = [self.tr("All changes hidden")]
        else:
            parts = [self.tr("No wording change")]
        quotes = sum(edit.kind is Kind.QUOTATION for edit in page.comparison.edits)
        if quotes:
            parts.append(self.tr("%n quotation(s)", "", quotes))
        hidden = page.hidden_count()
        if hidden:
            parts.append(self.tr("%n typography hidden", "", hidden))
        calmed = page.calmed_count()
        if calmed:
            parts.append(self.tr("%n of lower severity hidden", "", calmed))
        progress = self.reviewing.progress()
        if progress:
            parts.append(progress)
        self.status.show_place(" · ".join(parts))

    def _name_tabs(self) -> None:
        for pane, name in (
            (self.changes, self.tr("Changes")),
            (self.quotes, self.tr("Quotes")),
            (self.cuts, self.tr("Cut")),
        ):
            index = self.lists.indexOf(pane)
            count = pane.count
            self.lists.setTabText(index, f"{name} {count}" if count else name)

    def _show_sides(self, shown: bool) -> None:
        self.documents.setVisible(shown)
        self.lists.setVisible(shown)

    def _title_window(self, title: str) -> None:
        self.setWindowTitle(f"{title} — Driftline" if title else "Driftline")

    def _allow(self) -> None:
        have = set()
        if self.workspace.documents:
            have.add("documents")
        if self.workspace.comparison is not None:
            have.add("comparison")
        self.actions_table.allow(have)

    # ------------------------------------------------------------------ bringing texts

    def _open(self) -> None:
        files = self.notices.choose_files(
            self.tr("Open stories"),
            self.tr("Stories and pages") + " (*.txt *.md *.html *.htm *.mhtml *.docx *.odt *.rtf"
            " *.pdf *.eml *.epub);;" + self.tr("All files") + " (*)",
        )
        self.bring(files)

    def bring(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files or folders; with `compare`, put the first two side by side."""
        self.notices.clear()
        sessions = [path for path in paths if path.endswith(ENDING)]
        if sessions:
            self.keeping.open_session_file(sessions[0])
        self.workspace.add_files([p for p in paths if p not in sessions], compare=compare)

    def take_up(self, paths: Sequence[str] = (), *, compare: bool = False) -> None:
        """Begin: with these files alone, or with what lay on the desk when the window closed."""
        bare = any(not path.endswith(ENDING) for path in paths)
        self.workspace.start(bare=bare, show=self._settings.last_shown)
        if paths:
            self.bring(paths, compare=compare)

    def open_sample(self) -> None:
        """Open the sample stories that come with the program."""
        self.bring([str(assets.path("samples"))])

    def paste(self) -> None:
        """Make a document of what is on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> None:
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.bring(files)
        else:
            self.notices.clear()
            self.workspace.add_text(data.text(), data.html() if data.hasHtml() else "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+V reaches the window only when no text field wants it.
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _stop(self) -> None:
        self.workspace.stop()
        self._show_place()
        self.status.say(self.tr("Stopped."))

    # ------------------------------------------------------------------ looking and copying

    def _reveal_quote(self, line: QuoteLine | SpeakerHead) -> None:
        if isinstance(line, SpeakerHead):
            return
        spans = line.quotation.spans
        if self.workspace.comparison is None:
            self.document_page.reveal(line.quotation.span)
            return
        self.compare_page.view.select_source(line.side, spans[0].start, spans[-1].end)

    def _reveal_cut(self, line: CutLine) -> None:
        if self.workspace.comparison is None:
            self.document_page.reveal(line.cut.span)
        else:
            self.compare_page.view.reveal_source(line.side, line.cut.span.start)

    def _restore_here(self, span: Span) -> None:
        if self.workspace.opened is not None:
            self.workspace.restore_cut(self.workspace.opened, span)

    def _cut_here(self, span: Span) -> None:
        if self.workspace.opened is not None:
            self.workspace.cut(self.workspace.opened, span)

    def _cut_selection(self) -> None:
        if not (self.document_page.isVisible() and self.document_page.cut_selection()):
            self.status.say(self.tr("Open a document and select the words that are not the story."))

    def _copy(self) -> None:
        widget = QApplication.focusWidget()
        copy = getattr(widget, "copy", None)
        if callable(copy):
            copy()
        elif self.workspace.comparison is not None and self.compare_page.view.selected_text():
            self.compare_page.view.copy()
        elif self.document_page.isVisible():
            self.document_page.text.copy()

    def _select_all(self) -> None:
        if self.compare_page.isVisible():
            self.compare_page.view.select_all()
        elif self.document_page.isVisible():
            self.document_page.text.selectAll()

    def _copy_change(self, edit: Edit | None) -> None:
        comparison = self.compare_page.comparison
        if edit is None or comparison is None:
            return
        was, now = was_and_is(self.compare_page.texts, edit)
        QGuiApplication.clipboard().setText(f"{was} → {now}")
        self.status.say(self.tr("Copied: {was} → {now}").format(was=was, now=now))

    def _next_pane(self, direction: int) -> None:
        stops = [w for w in (self.documents.view, self._page_focus(), self._list_focus()) if w]
        focus = QApplication.focusWidget()
        place = next((i for i, w in enumerate(stops) if focus is not None and _holds(w, focus)), -1)
        stops[(place + direction) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _page_focus(self) -> QWidget | None:
        page = self.pages.currentWidget()
        return page and (page.focusProxy() or page)

    def _list_focus(self) -> QWidget:
        return self._current_list().view

    def _current_list(self) -> ListPane:
        pane = self.lists.currentWidget()
        return pane if isinstance(pane, ListPane) else self.changes

    def _pair(self) -> None:
        if not self.compare_page.view.pair_at_selection():
            self.status.say(self.tr("Click into a paragraph first."))

    def _ask_number(self) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Go to"))
        dialog.setLabelText(self.tr("Number of a change, or ¶ and that of a paragraph: 12, ¶7, p7"))
        dialog.textValueSelected.connect(self._go_to_number)
        dialog.open()

    def _go_to_number(self, wish: str) -> None:
        number = wish.strip().lstrip("¶pP").strip()
        if not number.isdecimal():
            self.status.say(self.tr("A number, please: 12 for a change, ¶7 for a paragraph."))
            return
        paragraph = not wish.strip().startswith(number)
        self.status.say(self.compare_page.go_to_number(int(number), paragraph=paragraph))

    def _copy_correction(self) -> None:
        current = self.compare_page.current
        note = self.exporting.copy_correction((current.id,) if current else ())
        if note:
            self.status.say(self.tr("Copied: {note}").format(note=note))
        else:
            self.status.say(self.tr("There is nothing to correct: mark changes “must fix” first."))

    # ------------------------------------------------------------------ help and closing

    def _on_dressed(self, theme: themes.Theme, font: QFont) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            themes.apply(app, theme)
        self.actions_table.dress(theme)
        self.actions_table["dark"].setChecked(theme is themes.DARK)
        for pane in (self.documents, self.changes, self.quotes, self.cuts):
            pane.set_theme(theme)
        self.compare_page.set_appearance(theme, font)
        self.document_page.set_appearance(theme, font)

    def _set_full_screen(self, on: bool) -> None:
        self.showFullScreen() if on else self.showNormal()

    def _show_keys(self) -> None:
        from driftline.gui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_about(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About Driftline"))
        box.setText(f"<b>Driftline {__version__}</b>")
        box.setInformativeText(
            self.tr(
                "Shows how the wording of a story drifts from version to version. Everything is "
                "done on this computer; nothing is sent anywhere."
            )
        )
        box.open()

    def save_state(self) -> None:
        """Keep what must survive."""
        self._settings.keep_window(
            self.saveGeometry(), self._panes.saveState(), self.workspace.shown
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "actions_table"):
            action = self.actions_table["full_screen"]
            if action.isChecked() != self.isFullScreen():
                action.setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save_state()
        self.keeping.rest()
        self.workspace.close()
        super().closeEvent(event)


def _holds(parent: QWidget, widget: QWidget) -> bool:
    return parent is widget or parent.isAncestorOf(widget)
