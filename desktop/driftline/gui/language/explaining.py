"""What the engine says, in the language of the window: of a change, of a file it can't read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline import assets
from driftline.engine.drift.explaining import Phrases
from driftline.gui.language.translation import spoken_language

if TYPE_CHECKING:
    from driftline.engine.records import Edit

#: What stands for any words in a table of troubles.
_ANY = re.escape("{...}")


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


def told(trouble: str) -> str:
    """A trouble with a file ("NAME: WHAT; ADVICE") as the window says it; what it has no words for
    stays as it is.
    """
    words = _troubles(spoken_language())
    name, parted, rest = trouble.partition(": ")
    if words is None or not parted:
        return trouble
    # An advice may have a semicolon of its own.
    pieces = rest.split("; ")
    for cut in range(1, len(pieces) + 1):
        what, advice = "; ".join(pieces[:cut]), "; ".join(pieces[cut:])
        said = [words.said(part) for part in (what, advice) if part]
        if all(said):
            return f"{words.named(name)}: {'; '.join(map(str, said))}"
    return trouble


@dataclass(frozen=True, slots=True)
class _Troubles:
    parts: tuple[tuple[re.Pattern[str], str], ...]
    outcomes: dict[str, str]

    def said(self, part: str) -> str | None:
        """What is wrong, or an advice; None when there are no words for it."""
        return next((words for pattern, words in self.parts if pattern.fullmatch(part)), None)

    def named(self, name: str) -> str:
        """A file's name, with how its reading ended behind it."""
        for outcome, words in self.outcomes.items():
            name = name.replace(f" ({outcome})", f" ({words})")
        return name


@cache
def _troubles(language: str) -> _Troubles | None:
    """How troubles are said in a language; None for the engine's own."""
    file = assets.path("translations", f"troubles_{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    parts = ((re.escape(part).replace(_ANY, ".*"), words) for part, words in table["say"].items())
    return _Troubles(tuple((re.compile(p), words) for p, words in parts), table["outcome"])


@cache
def _phrases(language: str) -> Phrases | None:
    """The sentences of a language; None for the engine's own."""
    file = assets.path("translations", f"explanations_{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Phrases(table["frame"], table["why"], table["whole"])
