"""Rules made of a change, by its menu: what the editor takes for one word from now on."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from driftline.engine.lexicon import languages
from driftline.engine.records import Kind
from driftline.gui.language.plain_words import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from driftline.engine.records import Comparison, Edit
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.window.appearance import Appearance

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: What is no change of wording as it is.
_ALIKE = frozenset({Kind.SPELLING_VARIANT, Kind.TYPOGRAPHY})


class HouseRules(QObject):
    """Offers in the menu of a change to take its two words for one, in every text."""

    def __init__(self, workspace: Workspace, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._appearance = appearance

    def add_to(self, menu: QMenu, edit: int) -> None:
        """Offer what can be ruled about a change, told by its id."""
        comparison = self._workspace.comparison
        words = None if comparison is None else two_words(comparison, comparison.edits[edit])
        if comparison is None or words is None:
            return
        code = comparison.new.metadata.language or ""
        language = code if code in languages() else "en"
        told = self.tr("Take “{old}” and “{new}” for one word, in every text")
        menu.addAction(
            plain_label(told.format(old=words[0], new=words[1])),
            partial(self._appearance.take_for_one, *words, language),
        )


def two_words(comparison: Comparison, edit: Edit) -> tuple[str, str] | None:
    """The old and the new word where a change put one word for another, else None."""
    old = edit.a.of(comparison.old.source.text)
    new = edit.b.of(comparison.new.source.text)
    one_each = _WORD.fullmatch(old) and _WORD.fullmatch(new)
    if not one_each or edit.kind in _ALIKE or old.casefold() == new.casefold():
        return None
    return old, new
