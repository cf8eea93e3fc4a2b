"""The window: puts the parts together and hands what one says to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QToolButton

from driftline.engine.records import Kind
from driftline.gui.actions import Actions, icon, native
from driftline.gui.compare.place_read import PlaceRead
from driftline.gui.desk.collating import Collating
from driftline.gui.desk.following import Following
from driftline.gui.desk.workspace import Workspace
from driftline.gui.jobs import Jobs
from driftline.gui.language import document_labels
from driftline.gui.language.explaining import told
from driftline.gui.language.plain_words import isolated
from driftline.gui.notices import NoticeBar, Notices
from driftline.gui.settings import Reading
from driftline.gui.sizing import begin_with
from driftline.gui.window.acting import Acting
from driftline.gui.window.all_versions import AllVersions
from driftline.gui.window.appearance import Appearance
from driftline.gui.window.bringing import Bringing, can_take
from driftline.gui.window.columns import Columns
from driftline.gui.window.dressing import Dressing
from driftline.gui.window.exporting import Exporting
from driftline.gui.window.getting_about import GettingAbout
from driftline.gui.window.helping import Helping
from driftline.gui.window.house_rules import HouseRules
from driftline.gui.window.keeping import Keeping
from driftline.gui.window.recent import Recent
from driftline.gui.window.reviewing import Reviewing
from driftline.gui.window.showing import Showing
from driftline.gui.window.status_line import StatusLine
from driftline.review.desk import Desk
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent

    from driftline.gui.settings import Settings
    from driftline.gui.theme import Theme
    from driftline.review.preferences import Fonts
    from driftline.review.session import Session

#: What is as it was when the window opens again.
_KEPT = ("overview", "fold", "inline", "one_text")


class MainWindow(QMainWindow):
    """Driftline's window. It holds no data: documents and comparisons are the workspace's."""

    def __init__(self, settings: Settings, open_session: Callable[[], Session]) -> None:
        super().__init__()
        self.setWindowTitle("Driftline")
        self.setAcceptDrops(True)
        begin_with(self, 1280, 820)
        self._settings = settings
        self.jobs = Jobs(self)
        self.notice_bar = NoticeBar()
        self.notices = Notices(self.notice_bar, self)
        self.appearance = Appearance(settings, self.notices, self)
        desk = Desk(open_session, self.appearance.options)
        self.workspace = Workspace(self.jobs, desk, self)
        self.notices.beside = self.workspace.folder
        self._build()
        self.keeping = Keeping(self.workspace, self.notices, settings, self.status.say, self)
        self.bringing = Bringing(self.workspace, self.keeping, self.notices, settings, self)
        self.recent = Recent(
            self.workspace, settings, lambda paths: self.bring(paths, compare=True), self
        )
        self.exporting = Exporting(
            self.workspace, self.jobs, self.notices, settings, self.compare_page.kinds.shown, self
        )
        self.house_rules = HouseRules(self.workspace, self.appearance, self)
        self.following = Following(self.workspace, desk, self.jobs, self)
        self.all_versions = AllVersions(
            self.workspace,
            Collating(self.workspace, desk, self.jobs, self),
            self.columns,
            self.exporting,
            self.status.say,
            self,
        )
        self.reviewing = Reviewing(
            self.workspace,
            self.following,
            self.compare_page,
            (self.changes, self.quotes, self.cuts),
            self.columns.current_list,
            self.columns.lists.setCurrentWidget,
            self.status.say,
            self,
        )
        self.about = GettingAbout(self.workspace, self.columns, self.status.say, self)
        self.showing = Showing(
            self.workspace, self.columns, self.status, self.reviewing.progress, self
        )
        self.acting = Acting(
            self.workspace, lambda name: self.actions_table.way_to(name), self.status.say, self
        )
        self.actions_table = Actions(self, self._handlers())
        self._bind(settings.preferences.keys.shortcuts)
        self.actions_table.fill_menus(self.menuBar())
        first_menu = self.menuBar().actions()[0].menu()
        if isinstance(first_menu, QMenu):
            first_menu.insertMenu(self.actions_table["paste"], self.recent.menu)
        toolbar = self.addToolBar(self.tr("Main tools"))
        toolbar.setMovable(False)
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions_table.fill_toolbar(toolbar)
        self.dressing = Dressing(self, (toolbar, self.status, *self.columns.parts()))
        self.columns.collation_made.connect(self.dressing.add)
        self.helping = Helping(self.appearance, self.dressing, self.notices, self)
        self._connect()
        self.compare_page.kinds.leave_out(settings.preferences.shown)
        self.appearance.dress()
        self.showing.allow()
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        if not settings.panes.isEmpty():
            self.columns.restoreState(settings.panes)
        self._read_on(settings.reading)
        for note in settings.notes:
            self.notices.tell(told(note))

    # ------------------------------------------------------------------ putting together

    def _build(self) -> None:
        self.columns = columns = Columns(
            self.workspace,
            self.jobs,
            self.notice_bar,
            self.appearance.theme,
            self.appearance.fonts,
        )
        self.setCentralWidget(columns)
        self.documents = columns.documents
        self.pages = columns.pages
        self.empty_page = columns.empty_page
        self.compare_page = columns.compare_page
        self.document_page = columns.document_page
        self.lists = columns.lists
        self.changes = columns.changes
        self.quotes = columns.quotes
        self.cuts = columns.cuts
        self.status = StatusLine()
        self.setStatusBar(self.status)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        page, about = self.compare_page, self.about
        return {
            "new": self.acting.put_all_away,
            "open": self.bringing.open_dialog,
            "paste": self.bringing.paste,
            "reload": lambda: self.keeping.reload(),
            "watch_folder": lambda: self.keeping.choose_folder(),
            "save": self._say_kept,
            "open_session": lambda: self.keeping.open_session(),
            "save_session": lambda: self.keeping.save_session(),
            "export": self.all_versions.export,
            "correction": self._copy_correction,
            "quit": self.close,
            "undo": lambda: self.workspace.undo(),
            "redo": lambda: self.workspace.redo(),
            "copy": about.copy,
            "copy_change": lambda: about.copy_change(page.current),
            "select_all": about.select_all,
            "find": lambda: self.columns.find_bar().open_bar(),
            "find_next": lambda: self.columns.find_bar().step(1),
            "find_previous": lambda: self.columns.find_bar().step(-1),
            "cut": about.cut_selection,
            "preferences": lambda: self.appearance.open_dialog(),
            "remove": lambda: self.acting.put_away(self.documents.selected()),
            "typography": lambda on: page.kinds.show_kind(Kind.TYPOGRAPHY, shown=on),
            "fold": page.set_folded,
            "fold_context": page.choose_context,
            "grave_only": page.kinds.set_grave_only,
            "inline": page.set_inline,
            "one_text": page.set_one_text,
            "all_versions": self.all_versions.set_shown,
            "go_to": about.ask_number,
            "zoom_in": lambda: self.appearance.zoom(1),
            "zoom_out": lambda: self.appearance.zoom(-1),
            "zoom_reset": lambda: self.appearance.zoom(0),
            "dark": self.appearance.set_dark,
            "overview": page.overview.setVisible,
            "full_screen": self._set_full_screen,
            "previous": lambda: about.step(-1),
            "next": lambda: about.step(1),
            "first": page.first,
            "last": page.last,
            "current": lambda: page.go_to(page.current.id if page.current else None),
            "previous_quote": lambda: self.status.say(page.step_quote(-1)),
            "next_quote": lambda: self.status.say(page.step_quote(1)),
            "counterpart": lambda: self.status.say(page.jumps.to_counterpart()),
            "pair": about.pair,
            "bookmark": page.bookmarks.toggle,
            "next_bookmark": lambda: page.bookmarks.step(1),
            "previous_bookmark": lambda: page.bookmarks.step(-1),
            "clear_bookmarks": page.bookmarks.clear,
            "swap": lambda: self.workspace.swap(),
            "previous_version": lambda: about.step_version(-1),
            "next_version": lambda: about.step_version(1),
            "next_pane": lambda: about.next_pane(1),
            "previous_pane": lambda: about.next_pane(-1),
            "next_list": lambda: about.next_list(1),
            "previous_list": lambda: about.next_list(-1),
            "open_again": lambda: self.reviewing.set_status(Status.OPEN),
            "fine": lambda: self.reviewing.set_status(Status.FINE),
            "query": lambda: self.reviewing.set_status(Status.QUERY),
            "must_fix": lambda: self.reviewing.set_status(Status.MUST_FIX),
            "note": lambda: self.reviewing.write_note(),
            "history": lambda: self.keeping.show_history(),
            "next_open": lambda: self.reviewing.next_open(),
            "help": lambda: self.helping.show_help(),
            "keys": lambda: self.helping.show_help("keys"),
            "about": lambda: self.helping.show_about(),
        }

    def _connect(self) -> None:
        workspace, page, about = self.workspace, self.compare_page, self.about
        self.jobs.progressed.connect(self.status.progress)
        self.jobs.idle.connect(self.status.rest)
        self.status.stop_requested.connect(self._stop)
        workspace.emptied.connect(self.notices.clear)
        workspace.troubled.connect(self._on_trouble)
        workspace.met_again.connect(self._on_met_again)
        self.showing.titled.connect(self._title)
        self.showing.allowed.connect(self.actions_table.allow)
        self.showing.steps_named.connect(self.actions_table.say_steps)
        self.showing.filtered.connect(self._on_filtered)
        self.all_versions.wanted.connect(self.actions_table["all_versions"].setChecked)
        self.documents.chosen.connect(workspace.show)
        self.documents.remove_requested.connect(self.acting.put_away)
        self.documents.said.connect(self.status.say)
        page.versions_chosen.connect(workspace.compare)
        page.view.pairing.pin_requested.connect(
            lambda a, b, together: workspace.pin(a, b, together=together)
        )
        page.copy_requested.connect(about.copy_change)
        page.bookmarks.set_requested.connect(workspace.set_bookmark)
        page.bookmarks.clear_requested.connect(workspace.clear_bookmarks)
        page.bookmarks.said.connect(self.status.say)
        page.bookmarks.placed.connect(self.changes.show_bookmarked)
        workspace.bookmarked.connect(page.bookmarks.show)
        page.view.zoom_requested.connect(self.appearance.zoom)
        page.view.pairing.begun.connect(
            lambda which: self.status.say(
                self.tr(
                    "{which}: now choose its partner in the other text by a right click or {key}; "
                    "{escape} lets it go."
                ).format(which=which, key=self.actions_table.way_to("pair"), escape=native("Esc"))
            )
        )
        self.changes.chosen.connect(lambda edit: page.go_to(edit.id))
        self.changes.copy_requested.connect(about.copy_change)
        for menus in (page.view.change_menu_opened, self.changes.change_menu_opened):
            menus.connect(self.house_rules.add_to)
        self.quotes.chosen.connect(about.reveal_quote)
        self.following.followed.connect(lambda _: self.columns.documents.model.refresh())
        self.quotes.speaker_requested.connect(workspace.hand.set_speaker)
        self.cuts.chosen.connect(about.reveal_cut)
        self.cuts.restore_requested.connect(self.acting.restore)
        self.cuts.keep_lines_requested.connect(self.appearance.keep_lines_like)
        self.document_page.restore_requested.connect(self.acting.restore_here)
        self.document_page.cut_requested.connect(self.acting.cut_here)
        self.document_page.keep_lines_requested.connect(self.appearance.keep_lines_like)
        self.empty_page.open_requested.connect(self.bringing.open_dialog)
        self.empty_page.paste_requested.connect(self.bringing.paste)
        self.empty_page.sample_requested.connect(self.bringing.open_sample)
        self.empty_page.recent_requested.connect(self.recent.open)
        self.recent.changed.connect(lambda: self.empty_page.show_recent(self.recent.pairs()))
        self.empty_page.show_recent(self.recent.pairs())
        self.bringing.welcomed.connect(self.columns.hint_bar.begin)
        workspace.emptied.connect(self.columns.hint_bar.hide)
        self.appearance.dressed.connect(self._on_dressed)
        self.appearance.options_changed.connect(workspace.use_options)
        self.appearance.shown_changed.connect(page.kinds.leave_out)
        self.appearance.keys_changed.connect(self._bind)

    def _bind(self, keys: dict[str, tuple[str, ...]]) -> None:
        self.actions_table.bind(keys)
        self.reviewing.show_keys(self.actions_table.key)
        self.columns.show_keys(self.actions_table.way_to)

    # ------------------------------------------------------------------ what is said

    def _on_trouble(self, sentence: str) -> None:
        self.compare_page.bookmarks.say_nothing()
        self.notices.tell(told(sentence))
        if not self.workspace.busy():
            self.showing.show_place()

    def _on_met_again(self, ids: tuple[int, ...]) -> None:
        names = [document_labels.name(self.workspace.document(identity)) for identity in ids]
        many = self.tr("%n document(s) were in the list already.", "", len(names))
        one = self.tr("{name} is in the list already.").format(name=names[0])
        self.status.say(one if len(names) == 1 else many)

    def _on_filtered(self) -> None:
        page = self.compare_page
        self.actions_table["typography"].setChecked(page.kinds.shows(Kind.TYPOGRAPHY))
        self.actions_table["grave_only"].setChecked(page.kinds.grave_only)

    def _title(self, title: str) -> None:
        self.setWindowTitle(f"{isolated(title)} — Driftline" if title else "Driftline")

    def _say_kept(self) -> None:
        """Who wants to save learns that it is done, or does it where nothing can be kept."""
        for pane in (self.changes, self.quotes, self.cuts):
            pane.review.keep_note()
        if self.notice_bar.standing:
            self.keeping.save_session()
            return
        told = self.tr("Everything is kept as you do it. {key} puts it into a file of its own.")
        key = self.actions_table.way_to("save_session")
        self.workspace.check_kept(lambda: self.status.say(told.format(key=key)))

    def _stop(self) -> None:
        self.workspace.stop()
        self.all_versions.stop()
        self.showing.show_place()
        self.status.say(self.tr("Stopped."))

    def _copy_correction(self) -> None:
        current = self.compare_page.current
        note = self.exporting.copy_correction((current.id,) if current else ())
        if note:
            self.status.say(self.tr("Copied: {note}").format(note=note))
        else:
            self.status.say(self.tr("There is nothing to correct: mark changes “must fix” first."))

    # ------------------------------------------------------------------ bringing texts

    def bring(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files or folders; with `compare`, put the first two side by side."""
        self.bringing.bring(paths, compare=compare)

    def take_up(self, paths: Sequence[str] = (), *, compare: bool = False) -> None:
        """Begin: with these files alone, or with what lay on the desk when the window closed."""
        self.bringing.take_up(paths, compare=compare)

    def take_order(self, paths: Sequence[str], compare: bool, answer: Callable[[], object]) -> None:
        """Take what a second start brings, and come to the front; `answer` when it is read."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if paths:
            self.bring(paths, compare=compare)
        self.workspace.afterwards(answer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is dragged out of the texts or the notices and back is no new version.
        if event.source() is None and can_take(event.mimeData()):
            event.acceptProposedAction()
            self.status.say(self.tr("Let go to bring it in."))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.status.say("")

    def dropEvent(self, event: QDropEvent) -> None:
        self.status.say("")
        self.bringing.take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+V reaches the window only when no text field wants it.
        if event.matches(QKeySequence.StandardKey.Paste):
            self.bringing.paste()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ help and closing

    def _on_dressed(self, theme: Theme, fonts: Fonts) -> None:
        self.dressing.dress(theme)
        self.actions_table.dress(theme)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            # Qt's own is black on whatever stands behind it.
            more.setIcon(icon("more", theme))
        self.actions_table["dark"].setChecked(theme.dark)
        self.columns.set_appearance(theme, fonts)

    def _set_full_screen(self, on: bool) -> None:
        # A window that filled the screen before does so again.
        state = self.windowState() & ~Qt.WindowState.WindowFullScreen
        self.setWindowState(state | Qt.WindowState.WindowFullScreen if on else state)

    def _read_on(self, reading: Reading) -> None:
        """Look at texts as before."""
        for name in _KEPT:
            self.actions_table[name].setChecked(name in reading.on)
        self.lists.setCurrentIndex(reading.front)
        self.compare_page.come_back(PlaceRead.from_plain(list(reading.place)))

    def save_state(self) -> None:
        """Keep what must survive."""
        place = self.compare_page.place_read() if self.workspace.comparison else None
        reading = Reading(
            [name for name in _KEPT if self.actions_table[name].isChecked()],
            self.lists.currentIndex(),
            place.to_plain() if place is not None else (),
        )
        self._settings.keep_window(
            self.saveGeometry(), self.columns.saveState(), self.workspace.shown, reading
        )

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowBlocked and (
            asking := QApplication.activeModalWidget()
        ):
            self.helping.equip(asking, [self.actions_table[name] for name in ("help", "keys")])
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "actions_table"):
            action = self.actions_table["full_screen"]
            if action.isChecked() != self.isFullScreen():
                action.setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reviewing.keep_notes()
        if not self.keeping.may_let_go():
            event.ignore()
            return
        self.save_state()
        self.keeping.rest()
        self.showing.rest()
        self.following.rest()
        self.workspace.close()
        self._settings.finish()
        super().closeEvent(event)
