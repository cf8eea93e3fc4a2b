"""The sentence that tells what a change does, in the language of the window."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from driftline import assets
from driftline.engine.drift.explaining import Phrases
from driftline.gui.translation import spoken_language

if TYPE_CHECKING:
    from driftline.engine.records import Edit


def explained(edit: Edit) -> str:
    """What the engine says about an edit, with the words it cites; empty when it says nothing."""
    phrases = _phrases(spoken_language())
    words = edit.cited()
    if phrases is None or not edit.explanation:
        return edit.explained()
    if not words and edit.rule not in phrases.whole:
        return edit.explained()
    if len(words) > 1:
        return phrases.sentence(edit.rule, words[0], words[1])
    word = words[0] if words else ""
    return (
        phrases.sentence(edit.rule, "", word)
        if len(edit.b)
        else phrases.sentence(edit.rule, word, "")
    )


@cache
def _phrases(language: str) -> Phrases | None:
    """The sentences of a language; None for the engine's own."""
    file = assets.path("translations", f"explanations_{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Phrases(table["frame"], table["why"], table["whole"])
