"""Language packs: the closed word classes and phrases a rule asks for, read from resource files.

A language is a folder of TOML files below `resources/lexicons`; each file is one table. Code asks
for `lexicon("en").words("determiners", "articles")` and never holds a word list of its own.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from driftline import assets

if TYPE_CHECKING:
    from driftline.engine.options import AddedWords

#: The pack of what languages without a folder of their own have in common.
MANY_LANGUAGES = "mul"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's word lists. A file is read when it is first asked for.

    `changed` holds the tables that are not as the file has them.
    """

    language: str
    changed: dict[str, dict[str, Any]] = field(default_factory=dict)

    def table(self, name: str) -> dict[str, Any]:
        """One file's content; empty when this language has no such file."""
        known = self.changed.get(name)
        return _read(self.language, name) if known is None else known

    def words(self, name: str, key: str) -> frozenset[str]:
        """A list of one file as a set; empty when this language does not have it."""
        known = self.changed.get(name)
        return _words(self.language, name, key) if known is None else frozenset(known.get(key, ()))


@cache
def _words(language: str, name: str, key: str) -> frozenset[str]:
    return frozenset(_read(language, name).get(key, ()))


@cache
def _read(language: str, name: str) -> dict[str, Any]:
    file = assets.path("lexicons", language) / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


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
    return Lexicon(language, _enlarged(Lexicon(language), added))


def _enlarged(pack: Lexicon, added: AddedWords) -> dict[str, dict[str, Any]]:
    """The tables that have more words; what has not the form of its list is left out."""
    tables: dict[str, dict[str, Any]] = {}
    for place, words in added:
        language, _, rest = place.partition("/")
        name, _, key = rest.partition("/")
        table = tables.get(name) or pack.table(name)
        known = table.get(key, [])
        if language != pack.language or not key or not isinstance(known, list):
            continue
        more: list[Any] = [word for word in words if word.strip()]
        if known and isinstance(known[0], list):
            pairs = [[part.strip() for part in word.split("=")] for word in more]
            more = [pair for pair in pairs if len(pair) == len(known[0]) and all(pair)]
        tables[name] = table | {key: known + more}
    return tables
