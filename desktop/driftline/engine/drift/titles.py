"""Titles and offices: which words are one, and one that became another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Side, Verdict


class TitleRules:
    """The rules for titles of one language."""

    __slots__ = ("_classes", "_known")

    def __init__(self, classes: WordClasses) -> None:
        self._classes = classes
        #: What was asked, for the same words are asked of again and again.
        self._known: dict[str, bool] = {}

    def changed(self, old: Side, new: Side, one: str, other: str) -> Verdict | None:
        """The verdict on a title, or on what qualifies one, that became another."""
        if self.is_title(one) and self.is_title(other):
            short, long = sorted((one, other), key=len)
            written = short.endswith(".") and _shortens(short[:-1], long)
            return Kind.TITLE, "title form" if written else "title"
        determiners = self._classes.determiners
        if one in determiners or other in determiners:
            return None
        # "Foreign Minister" became "Defense Minister": the word before an office tells which.
        office, office_new = plain(old.after), plain(new.after)
        if office == office_new and self.is_title(office):
            for listed in (self._classes.titles, self._classes.title_modifiers):
                if not listed.isdisjoint((one, other, f"{one} {office}", f"{other} {office}")):
                    return Kind.TITLE, "title"
        return None

    def is_title(self, text: str) -> bool:
        """Whether lower-case words are a title, with or without what qualifies it."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._has_title(text)
        return known

    def _has_title(self, text: str) -> bool:
        classes = self._classes
        if text in classes.titles:
            return True
        first, hyphen, behind = text.partition("-") if "-" in text else ("", "", "")
        if hyphen and first in classes.title_modifiers and behind in classes.titles:
            return True
        rest = text
        while " " in rest and rest.partition(" ")[0] in classes.title_modifiers:
            rest = rest.partition(" ")[2]
            if rest in classes.titles:
                return True
        forms: list[str] = []
        if text.endswith(classes.title_endings):
            endings = [ending for ending in classes.title_endings if text.endswith(ending)]
            forms = [text.removesuffix(ending) for ending in endings]
            if not classes.titles.isdisjoint(forms):
                return True
        heads = classes.title_heads
        return bool(heads) and " " not in text and any(f.endswith(heads) for f in (text, *forms))


def _shortens(short: str, long: str) -> bool:
    """Whether a short form begins as a word does, and has its letters in their order."""
    letters = iter(long)
    return long[:1] == short[:1] and all(letter in letters for letter in short)
