"""The pages of the help: Markdown in `resources/help` with the keys there are, and all keys.

In the Markdown `{next}` stands for the way to an action of that name, `{Ctrl+V}` for a key that is
no action's, `{Ctrl+}` for one that is held.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline import assets
from driftline.gui.actions import ACTIONS, keys_of, menu_of, name_of, native, way_to
from driftline.gui.language.translation import translated as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The name of the page of all keys.
KEYS = "keys"

_NAMES = frozenset(spec.name for spec in ACTIONS)
_PLACE = re.compile(r"\{([^{}\s]+)\}")
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")
_HELD = re.compile(r"(Ctrl|Alt|Shift)\+?$")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page: its name (that of its file), its title, its Markdown."""

    name: str
    title: str
    text: str

    @property
    def words(self) -> str:
        """What is searched."""
        return self.text.casefold()


def help_pages(language: str, bound: Mapping[str, Sequence[str]]) -> tuple[HelpPage, ...]:
    """The pages in their order, in a language ("de"), else in English.

    `bound` are the keys the editor chose. The second page has all keys.
    """
    folder = assets.path("help", language)
    if not folder.is_dir():
        folder = assets.path("help", "en")
    pages = []
    for file in sorted(folder.glob("*.md")):
        text = with_keys(file.read_text(encoding="utf-8"), bound)
        pages.append(HelpPage(file.name, text.partition("\n")[0].removeprefix("# ").strip(), text))
    return (pages[0], _keys_page(bound), *pages[1:])


def with_keys(text: str, bound: Mapping[str, Sequence[str]]) -> str:
    """Markdown with every key as this system writes it."""

    def key(place: re.Match[str]) -> str:
        name = place[1]
        if name in _NAMES:
            told = way_to(name, bound)
        elif _HELD.match(name):
            told = native(name.rstrip("+") + "+A").removesuffix("A")
            told = told if name.endswith("+") else told.rstrip("+")
        else:
            told = native(name)
        return _plain(told)

    return _PLACE.sub(key, text)


def _keys_page(bound: Mapping[str, Sequence[str]]) -> HelpPage:
    title = _("All keys")
    change = _("Each can be changed in the preferences ({way}).")
    lines = [f"# {title}", "", _plain(change.format(way=way_to("preferences", bound))), ""]
    keys_head, action_head = _("Keys"), _("Action")
    lines += [f"| {keys_head} | {action_head} |", "| --- | --- |"]
    menu = ""
    for spec in ACTIONS:
        keys = keys_of(spec, bound)
        if not keys:
            continue
        if spec.menu != menu:
            menu = spec.menu
            lines.append(f"| **{menu_of(spec)}** | |")
        told = ", ".join(_plain(native(key)) for key in keys)
        lines.append(f"| {told} | {_plain(name_of(spec))} |")
    return HelpPage(KEYS, title, "\n".join(lines) + "\n")


def _plain(words: str) -> str:
    """Words of which no sign means anything in Markdown."""
    return _SIGNS.sub(r"\\\1", words)
