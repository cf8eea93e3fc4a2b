"""Colours and fonts: the palettes in `resources/themes`, and the typeface texts are read in.

The older side is orange, the newer blue (the pair survives every common colour blindness), a move
violet, or grey where no hue is left for it. Colour never speaks alone: severity is the weight of
the underline, words that are gone are struck through, and the gutter has a sign for every changed
row.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette

from driftline import assets
from driftline.review.preferences import Palette, Typeface
from driftline.review.preferences import Theme as Chosen

if TYPE_CHECKING:
    from driftline.review.preferences import Appearance, Fonts


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the window by its meaning, as #rrggbb."""

    name: str
    window: str
    page: str
    raised: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    old: str
    old_strong: str
    old_ink: str
    new: str
    new_strong: str
    new_ink: str
    moved: str
    moved_ink: str
    only_old: str
    only_new: str
    current: str
    cut_ink: str
    warning: str
    warning_ink: str
    reading_1: str
    reading_2: str
    reading_3: str
    reading_4: str

    @property
    def dark(self) -> bool:
        """Whether texts are light on dark."""
        return self.name.startswith("dark")

    def reading(self, letter: int) -> QColor:
        """The ground of a reading that is not the base text's; after the fourth they come again."""
        return self.color(f"reading_{(letter - 1) % 4 + 1}")

    def color(self, name: str) -> QColor:
        """One of the colours as Qt wants it."""
        return _color(getattr(self, name))


@cache
def _color(written: str) -> QColor:
    """A colour that is asked for a hundred times a frame."""
    return QColor(written)


@cache
def named(name: str) -> Theme:
    """One of the palettes in `resources/themes`."""
    data = tomllib.loads(assets.path("themes", f"{name}.toml").read_text("utf-8"))
    return Theme(name=name, **data["colours"])


def chosen(look: Appearance, *, dark: bool, contrast: bool) -> Theme:
    """The palette the preferences ask for.

    `dark` and `contrast` are what the system asks for, where they leave it to the system.
    """
    if look.theme is not Chosen.SYSTEM:
        contrast = look.theme is Chosen.HIGH_CONTRAST
        dark = dark if contrast else look.theme is Chosen.DARK
    kind = "-high-contrast" if contrast else ""
    if not contrast and look.palette is Palette.COLOUR_BLIND:
        kind = "-colour-blind"
    return named(("dark" if dark else "light") + kind)


def palette(theme: Theme) -> QPalette:
    """The palette from which Qt's own widgets are drawn."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, name in {
        roles.Window: "window",
        roles.WindowText: "text",
        roles.Base: "page",
        roles.AlternateBase: "raised",
        roles.Text: "text",
        roles.Button: "raised",
        roles.ButtonText: "text",
        roles.BrightText: "on_accent",
        roles.ToolTipBase: "raised",
        roles.ToolTipText: "text",
        roles.PlaceholderText: "quiet",
        roles.Highlight: "accent",
        roles.HighlightedText: "on_accent",
        roles.Link: "accent",
        roles.LinkVisited: "accent",
        roles.Light: "raised",
        roles.Midlight: "line",
        roles.Mid: "line",
        roles.Dark: "line",
        roles.Shadow: "line",
        roles.Accent: "accent",
    }.items():
        result.setColor(role, theme.color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.color("quiet"))
    return result


def style_sheet(theme: Theme) -> str:
    """What Fusion does not draw as wanted: hairlines, flat lists, chips, boxes to tick."""
    boxes = "QCheckBox::indicator, QTableView::indicator"
    # Those of the window show the focus in their current line.
    kinds = ("QAbstractItemView", "QTextBrowser", "QPlainTextEdit", "QScrollArea")
    lists = ", ".join(f"QDialog {kind}" for kind in kinds)
    tick = assets.path("icons", f"check-{'dark' if theme.dark else 'light'}.svg").as_posix()
    return f"""
    QSplitter::handle {{ background: {theme.line}; }}
    QToolBar {{ background: {theme.window}; border: 0; border-bottom: 1px solid {theme.line};
        padding: 4px 8px; spacing: 4px; }}
    QToolBar QToolButton {{ padding: 4px 8px; border-radius: 4px; }}
    QToolBar QToolButton#qt_toolbar_ext_button {{ padding: 0; min-width: 14px; }}
    QToolBar QToolButton:hover {{ background: {theme.line}; }}
    QStatusBar {{ border-top: 1px solid {theme.line}; }}
    QStatusBar::item {{ border: 0; }}
    QTreeView, QListView, QTextBrowser {{ border: 0; background: {theme.page}; }}
    QTableView#collation {{ border: 0; background: {theme.page}; }}
    QTableView#collation QTableCornerButton::section {{ border: 0; background: {theme.window};
        border-right: 1px solid {theme.line}; border-bottom: 1px solid {theme.line}; }}
    QDialog QListWidget::item {{ padding: 5px 3px; }}
    QDialog QTreeView::item {{ padding: 3px 0; }}
    {lists} {{ border: 1px solid {theme.line}; border-radius: 4px; }}
    {lists.replace(",", ":focus,")}:focus {{ border-color: {theme.accent}; }}
    QTabBar::tab {{ background: transparent; padding: 7px 12px; color: {theme.quiet};
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    QToolTip {{ background: {theme.raised}; color: {theme.text};
        border: 1px solid {theme.line}; padding: 4px; }}
    QLineEdit {{ background: {theme.page}; border: 1px solid {theme.line}; border-radius: 4px;
        padding: 4px 6px; }}
    QLineEdit:focus {{ border-color: {theme.accent}; }}
    QPlainTextEdit#note {{ background: {theme.page}; border: 1px solid {theme.line};
        border-radius: 4px; }}
    QPlainTextEdit#note:focus {{ border-color: {theme.accent}; }}
    QLabel#quiet, QLabel#paneTitle {{ color: {theme.quiet}; }}
    QLabel#paneTitle {{ font-weight: 600; padding: 8px 10px 4px 10px; }}
    QFrame#header {{ background: {theme.window}; border-bottom: 1px solid {theme.line}; }}
    QFrame#notice {{ background: {theme.warning}; border-bottom: 1px solid {theme.line}; }}
    QFrame#hint {{ background: {theme.new}; border-top: 1px solid {theme.line}; }}
    QPushButton#link {{ border: 0; padding: 3px 8px; color: {theme.accent}; }}
    QPushButton#stub {{ background: {theme.moved}; color: {theme.moved_ink};
        border: 1px solid {theme.moved_ink}; border-radius: 6px; padding: 2px 0; font-size: 8pt; }}
    QPushButton#stub:hover {{ background: {theme.moved_ink}; color: {theme.page}; }}
    QPushButton#link:hover, QPushButton#link:focus {{ text-decoration: underline; }}
    QFrame#notice QLabel {{ color: {theme.warning_ink}; }}
    {boxes} {{ width: 14px; height: 14px; border: 1px solid {theme.quiet};
        border-radius: 3px; background: {theme.page}; }}
    {boxes.replace("indicator", "indicator:checked")} {{ background: {theme.accent};
        border-color: {theme.accent}; image: url("{tick}"); }}
    {boxes.replace("indicator", "indicator:disabled")} {{ border-color: {theme.line}; }}
    QCheckBox:focus {{ color: {theme.accent}; }}
    QPushButton#chip {{ border: 1px solid {theme.line}; border-radius: 11px; padding: 2px 10px;
        background: {theme.raised}; color: {theme.text}; }}
    QPushButton#chip:!checked {{ background: transparent; color: {theme.quiet};
        border-style: dashed; }}
    QPushButton#chip:focus {{ border-color: {theme.accent}; border-width: 2px;
        padding: 1px 9px; }}
    """


_SERIFS = ["Noto Serif", "Charter", "Georgia", "Times New Roman", "serif"]
_SANS = ["Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif"]


def reading_font(fonts: Fonts) -> QFont:
    """The typeface the stories are read in: the reader's own, else the shipped one."""
    serif = fonts.typeface is Typeface.SERIF
    font = QFont()
    font.setFamilies([*([fonts.family] if fonts.family else []), *(_SERIFS if serif else _SANS)])
    font.setStyleHint(QFont.StyleHint.Serif if serif else QFont.StyleHint.SansSerif)
    font.setPointSizeF(fonts.size)
    return font


def load_fonts() -> None:
    """Make the shipped typefaces known where the system lacks them."""
    folder = assets.path("fonts")
    for family in ("Noto Serif", "Noto Sans"):
        if QFontInfo(QFont(family)).family() != family:
            for file in sorted(folder.glob(f"{family.replace(' ', '')}-*.ttf")):
                QFontDatabase.addApplicationFont(str(file))
