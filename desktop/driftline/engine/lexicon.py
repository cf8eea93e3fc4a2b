"""Language packs: the closed word classes and phrases a rule asks for, read from resource files.

A language is a folder of TOML files below `resources/lexicons`; each file is one table. Code asks
for `lexicon("en").words("determiners", "articles")` and never holds a word list of its own.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from driftline import assets

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's word lists: `tables` maps a file's name to its content."""

    language: str
    tables: dict[str, dict[str, Any]]

    def table(self, name: str) -> dict[str, Any]:
        """One file's content; empty when this language has no such file."""
        return self.tables.get(name, {})

    def words(self, name: str, key: str) -> frozenset[str]:
        """A list of one file as a set; empty when this language does not have it."""
        return frozenset(self.table(name).get(key, ()))


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a folder, in alphabetical order."""
    return tuple(sorted(p.name for p in assets.path("lexicons").iterdir() if p.is_dir()))


@cache
def lexicon(language: str = "en", added: AddedWords = ()) -> Lexicon:
    """The language pack for a code, with the words `added` to its lists.

    English where a language has no folder.
    """
    if language not in languages():
        language = "en"
    if added:
        return _enlarged(lexicon(language), added)
    files = sorted(assets.path("lexicons", language).glob("*.toml"))
    return Lexicon(language, {f.stem: tomllib.loads(f.read_text("utf-8")) for f in files})


def _enlarged(pack: Lexicon, added: AddedWords) -> Lexicon:
    """A pack with more words; what has not the form of its list is left out."""
    tables = dict(pack.tables)
    for place, words in added:
        language, _, rest = place.partition("/")
        name, _, key = rest.partition("/")
        table = tables.get(name, {})
        known = table.get(key, [])
        if language != pack.language or not key or not isinstance(known, list):
            continue
        more: list[Any] = [word for word in words if word.strip()]
        if known and isinstance(known[0], list):
            pairs = [[part.strip() for part in word.split("=")] for word in more]
            more = [pair for pair in pairs if len(pair) == len(known[0]) and all(pair)]
        tables[name] = table | {key: known + more}
    return Lexicon(pack.language, tables)
