"""The table of actions: menus, toolbar, shortcuts and the key map are all made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from driftline import assets
from driftline.gui.language.plain_words import plain_label
from driftline.gui.language.translation import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar

    from driftline.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do. `keys` are the shortcut and its aliases; `icon` a file's stem;
    `needs` names what must be there: "documents", "comparison", "changes" (a comparison, or
    all versions), "undo", "redo" or nothing.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: str = ""
    checkable: bool = False
    break_before: bool = False


def _(text: str) -> str:
    """Marks a text of the table; `say` translates it."""
    return text


FILE, EDIT, VIEW, GO = _("&File"), _("&Edit"), _("&View"), _("&Go")
REVIEW, HELP = _("&Review"), _("&Help")

ACTIONS = (
    ActionSpec("new", FILE, _("&New comparison"), ("Ctrl+N",), tip=_("Put all documents away")),
    ActionSpec("open", FILE, _("&Open…"), ("Ctrl+O",), "open", _("Open stories from files")),
    ActionSpec(
        "paste",
        FILE,
        _("&Paste as new version"),
        ("Ctrl+Shift+V",),
        "paste",
        _("Make a document of the text on the clipboard"),
    ),
    ActionSpec("watch_folder", FILE, _("&Watch a folder…"), tip=_("Bring in its new files")),
    ActionSpec("open_session", FILE, _("Open se&ssion…"), ("Ctrl+Shift+O",), break_before=True),
    ActionSpec(
        "save",
        FILE,
        _("Sa&ve"),
        ("Ctrl+S",),
        tip=_("Everything is kept as you do it"),
    ),
    ActionSpec("save_session", FILE, _("Save session &as…"), ("Ctrl+Shift+S",)),
    ActionSpec("reload", FILE, _("&Reload"), ("F5", "Ctrl+R"), tip=_("Read the files again")),
    ActionSpec(
        "export",
        FILE,
        _("&Export report…"),
        ("Ctrl+E", "Ctrl+P"),
        "export",
        _("Write the comparison as a PDF"),
        "changes",
        break_before=True,
    ),
    ActionSpec("quit", FILE, _("&Quit"), ("Ctrl+Q", "Ctrl+W"), break_before=True),
    ActionSpec("undo", EDIT, _("&Undo"), ("Ctrl+Z",), needs="undo"),
    ActionSpec("redo", EDIT, _("Re&do"), ("Ctrl+Shift+Z", "Ctrl+Y"), needs="redo"),
    ActionSpec("copy", EDIT, _("&Copy"), ("Ctrl+C",), needs="documents", break_before=True),
    ActionSpec(
        "copy_change",
        EDIT,
        _("Copy change as “was → is”"),
        ("Ctrl+Shift+C",),
        needs="comparison",
    ),
    ActionSpec("select_all", EDIT, _("Select &all"), ("Ctrl+A",), needs="documents"),
    ActionSpec(
        "cut",
        EDIT,
        _("Cut selection from the s&tory"),
        ("Ctrl+Shift+X",),
        tip=_("The selected words are not the story"),
        needs="documents",
    ),
    ActionSpec("find", EDIT, _("&Find…"), ("Ctrl+F", "/"), needs="documents", break_before=True),
    ActionSpec("find_next", EDIT, _("Find &next"), ("F3",), needs="documents"),
    ActionSpec("find_previous", EDIT, _("Find &previous"), ("Shift+F3",), needs="documents"),
    ActionSpec(
        "remove", EDIT, _("&Remove from list"), ("Shift+Del",), needs="documents", break_before=True
    ),
    ActionSpec("preferences", EDIT, _("Pr&eferences…"), ("Ctrl+,",), break_before=True),
    ActionSpec(
        "typography",
        VIEW,
        _("Show &typography"),
        ("Ctrl+T",),
        tip=_("Mark changed marks, dashes and spaces too"),
        needs="changes",
        checkable=True,
    ),
    ActionSpec(
        "grave_only",
        VIEW,
        _("High &severity only"),
        ("Ctrl+H",),
        needs="changes",
        checkable=True,
    ),
    ActionSpec(
        "fold",
        VIEW,
        _("&Hide unchanged paragraphs"),
        ("Ctrl+D",),
        needs="comparison",
        checkable=True,
    ),
    ActionSpec(
        "fold_context",
        VIEW,
        _("Para&graphs beside a change…"),
        ("Ctrl+Shift+D",),
        tip=_("How many unchanged paragraphs stay when the others are hidden"),
        needs="comparison",
    ),
    ActionSpec(
        "inline",
        VIEW,
        _("Changes in &one text"),
        ("Ctrl+I",),
        tip=_("One column: old wording struck through, new wording underlined"),
        needs="comparison",
        checkable=True,
    ),
    ActionSpec(
        "one_text",
        VIEW,
        _("Read as plain te&xt"),
        ("Ctrl+Shift+I",),
        tip=_("A plain text in which every change is spelled out"),
        needs="comparison",
        checkable=True,
    ),
    ActionSpec(
        "all_versions",
        VIEW,
        _("&All versions side by side"),
        ("Ctrl+K",),
        tip=_("A table of all places where the versions of the story differ"),
        needs="documents",
        checkable=True,
    ),
    ActionSpec("zoom_in", VIEW, _("Larger text"), ("Ctrl++", "Ctrl+="), break_before=True),
    ActionSpec("zoom_out", VIEW, _("Smaller text"), ("Ctrl+-",)),
    ActionSpec("zoom_reset", VIEW, _("Normal text size"), ("Ctrl+0",)),
    ActionSpec("dark", VIEW, _("&Dark colours"), checkable=True, break_before=True),
    ActionSpec("overview", VIEW, _("O&verview ruler"), ("F9",), checkable=True),
    ActionSpec("full_screen", VIEW, _("&Full screen"), ("F11",), checkable=True),
    ActionSpec(
        "previous",
        GO,
        _("&Previous change"),
        ("Alt+Up", "Shift+F8", "Ctrl+Up"),
        "previous",
        needs="changes",
    ),
    ActionSpec(
        "next", GO, _("&Next change"), ("Alt+Down", "F8", "Ctrl+Down"), "next", needs="changes"
    ),
    ActionSpec("first", GO, _("&First change"), ("Alt+Home",), needs="comparison"),
    ActionSpec("last", GO, _("&Last change"), ("Alt+End",), needs="comparison"),
    ActionSpec(
        "current",
        GO,
        _("&Back to the current change"),
        ("Alt+Return", "Alt+Enter"),
        needs="comparison",
    ),
    ActionSpec("go_to", GO, _("&Go to…"), ("Ctrl+G",), needs="comparison"),
    ActionSpec(
        "previous_quote",
        GO,
        _("Previous q&uotation change"),
        ("Alt+Shift+Up",),
        needs="comparison",
        break_before=True,
    ),
    ActionSpec(
        "next_quote", GO, _("Next &quotation change"), ("Alt+Shift+Down",), needs="comparison"
    ),
    ActionSpec("counterpart", GO, _("Other end of a &move"), ("Ctrl+Shift+G",), needs="comparison"),
    ActionSpec(
        "pair",
        GO,
        _("P&air paragraphs by hand"),
        ("Alt+S",),
        tip=_("Once in each text: these two belong together"),
        needs="comparison",
    ),
    ActionSpec(
        "bookmark",
        GO,
        _("Set or clear a boo&kmark"),
        ("Ctrl+F2",),
        tip=_("At the current change, else at the caret"),
        needs="comparison",
        break_before=True,
    ),
    ActionSpec("next_bookmark", GO, _("Ne&xt bookmark"), ("F2",), needs="comparison"),
    ActionSpec("previous_bookmark", GO, _("P&revious bookmark"), ("Shift+F2",), needs="comparison"),
    ActionSpec("clear_bookmarks", GO, _("&Clear all bookmarks"), needs="comparison"),
    ActionSpec(
        "swap", GO, _("&Swap sides"), ("Alt+\\",), "swap", needs="comparison", break_before=True
    ),
    ActionSpec(
        "previous_version",
        GO,
        _("Step to the version before"),
        ("Alt+Left",),
        tip=_("Compare the version before the newer one with the one before that"),
        needs="comparison",
    ),
    ActionSpec(
        "next_version",
        GO,
        _("Step to the version after"),
        ("Alt+Right",),
        tip=_("Compare the version after the newer one with the one before it"),
        needs="comparison",
    ),
    ActionSpec("next_pane", GO, _("Next pane"), ("F6",), break_before=True),
    ActionSpec("previous_pane", GO, _("Previous pane"), ("Shift+F6",)),
    ActionSpec("next_list", GO, _("Next list"), ("Ctrl+Tab",), needs="documents"),
    ActionSpec("previous_list", GO, _("Previous list"), ("Ctrl+Shift+Tab",), needs="documents"),
    ActionSpec(
        "fine",
        REVIEW,
        _("&Fine, and on"),
        ("Ctrl+2", "Ctrl+Return", "Ctrl+Enter"),
        needs="comparison",
    ),
    ActionSpec("query", REVIEW, _("&Query, and on"), ("Ctrl+3",), needs="comparison"),
    ActionSpec("must_fix", REVIEW, _("&Must fix, and on"), ("Ctrl+4",), needs="comparison"),
    ActionSpec("open_again", REVIEW, _("&Open again"), ("Ctrl+1",), needs="comparison"),
    ActionSpec(
        "note", REVIEW, _("Write a &note"), ("Ctrl+M",), needs="comparison", break_before=True
    ),
    ActionSpec("next_open", REVIEW, _("Next op&en change"), ("Ctrl+J",), needs="comparison"),
    ActionSpec("history", REVIEW, _("&History…"), needs="documents"),
    ActionSpec(
        "correction",
        REVIEW,
        _("Copy a &correction note"),
        ("Ctrl+Shift+N",),
        tip=_("Draft a note on the changes that must be fixed, else on the current one"),
        needs="comparison",
        break_before=True,
    ),
    ActionSpec("help", HELP, _("Driftline &help"), ("F1",)),
    ActionSpec("keys", HELP, _("&Keys"), ("Shift+F1",)),
    ActionSpec("about", HELP, _("&About Driftline")),
)

TOOLBAR = ("open", "paste", "", "previous", "next", "swap", "", "export")


def say(text: str) -> str:
    """A text of the table in the user's language."""
    return translated(text)


def name_of(spec: ActionSpec) -> str:
    """What an action is called, in the user's language."""
    return say(spec.text).replace("&", "").rstrip("…")


def menu_of(spec: ActionSpec) -> str:
    """The menu an action stands in, in the user's language."""
    return say(spec.menu).replace("&", "")


def way_to(name: str, bound: Mapping[str, Sequence[str]]) -> str:
    """How an action is reached: by its first key, else by its menu."""
    spec = next(spec for spec in ACTIONS if spec.name == name)
    keys = keys_of(spec, bound)
    return native(keys[0]) if keys else f"{menu_of(spec)} ▸ {name_of(spec)}"


def native(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(spec: ActionSpec, bound: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys of an action: those the editor has `bound` to it, else its own.

    A key is one action's only: the editor's choice comes before a built-in key (a newer version may
    bring one she has given away), of two choices that of the action that stands first.
    """
    taken: set[str] = set()
    for other in ACTIONS:
        if other is spec and spec.name in bound:
            break
        taken.update(map(_plain, bound.get(other.name, ())))
    keys = bound.get(spec.name, spec.keys)
    return tuple(key for key in keys if _plain(key) and _plain(key) not in taken)


def _plain(key: str) -> str:
    """A key in one way of writing; "" for what is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def owner(
    key: str, bound: Mapping[str, Sequence[str]], besides: ActionSpec | None = None
) -> ActionSpec | None:
    """The action that has a key, another than `besides`; None when the key is free."""
    wanted = _plain(key)
    for spec in ACTIONS:
        if spec is not besides and wanted in map(_plain, keys_of(spec, bound)):
            return spec
    return None


#: Keys that move about in every window, press its buttons or close its dialogs.
_OF_THE_WINDOW = frozenset(
    {"Tab", "Shift+Tab", "Return", "Enter", "Space", "Esc", "Backspace", "Del", "Ctrl+V", "Ctrl+X"}
    | {"Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"}
)


def is_free_to_give(key: str) -> bool:
    """Whether a key may be given to an action: not those every window needs."""
    return _plain(key) not in _OF_THE_WINDOW


def icon(name: str, theme: Theme) -> QIcon:
    """An icon in the theme's ink; icons are drawn in `currentColor`."""
    drawing = assets.path("icons", f"{name}.svg").read_text("utf-8")
    result = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.line)):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))
        for size in (20, 40):
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                renderer.render(painter, QRectF(0, 0, size, size))
            result.addPixmap(pixmap, mode)
    return result


class Actions:
    """The QActions of a window, made from the table."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[..., object]]) -> None:
        self._actions: dict[str, QAction] = {}
        self._bound: Mapping[str, Sequence[str]] = {}
        #: Those of every theme seen: who goes from light to dark and back waits for none of them.
        self._icons: dict[Theme, dict[str, QIcon]] = {}
        for spec in ACTIONS:
            action = QAction(say(spec.text), window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            action.setStatusTip(say(spec.tip or spec.text).replace("&", "").rstrip("…"))
            handler = handlers[spec.name]
            (action.toggled if spec.checkable else action.triggered).connect(handler)
            window.addAction(action)
            self._actions[spec.name] = action
        self.bind({})

    def bind(self, bound: Mapping[str, Sequence[str]]) -> None:
        """Give every action the keys the editor chose for it, else its own."""
        self._bound = bound
        for spec in ACTIONS:
            action, keys = self._actions[spec.name], keys_of(spec, bound)
            action.setShortcuts([QKeySequence(key) for key in keys])
            tip = action.statusTip()
            action.setToolTip(f"{tip} ({native(keys[0])})" if keys else tip)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def key(self, name: str) -> str:
        """The first key of an action as this system writes it; "" when it has none."""
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def way_to(self, name: str) -> str:
        """How an action is reached now: by its first key, else by its menu."""
        return way_to(name, self._bound)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus."""
        menus: dict[str, QMenu] = {}
        for spec in ACTIONS:
            menu = menus.get(spec.menu)
            if menu is None:
                menu = menus[spec.menu] = bar.addMenu(say(spec.menu))
            elif spec.break_before:
                menu.addSeparator()
            menu.addAction(self._actions[spec.name])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Make the toolbar."""
        for name in TOOLBAR:
            if name:
                bar.addAction(self._actions[name])
            else:
                bar.addSeparator()

    def dress(self, theme: Theme) -> None:
        """Give the icons the theme's ink."""
        drawn = self._icons.get(theme)
        if drawn is None:
            named = {spec.name: spec.icon for spec in ACTIONS if spec.icon}
            drawn = self._icons[theme] = {n: icon(file, theme) for n, file in named.items()}
        for name, made in drawn.items():
            self._actions[name].setIcon(made)

    def say_steps(self, undo: str, redo: str) -> None:
        """Name what an undo would take back and a redo would do again; "" names nothing."""
        undo_text, redo_text = _("&Undo: {act}"), _("Re&do: {act}")
        for name, act, text in (("undo", undo, undo_text), ("redo", redo, redo_text)):
            plain = next(spec.text for spec in ACTIONS if spec.name == name)
            told = say(text).format(act=plain_label(act)) if act else say(plain)
            self._actions[name].setText(told)

    def allow(self, have: set[str]) -> None:
        """Enable what can be done with what is there."""
        for spec in ACTIONS:
            self._actions[spec.name].setEnabled(not spec.needs or spec.needs in have)
