"""What engine, review and report say in English, in another language.

Their sentences are the keys of `resources/translations/sentences_LANGUAGE.toml`, as messages are in
gettext: so a sentence can be stored in a session, sent from one process to another, and told in any
language later. What stands in braces is any words; where the table has a section of that name, they
are said by it too (a number behind a name only tells two apart). `{n}` is digits alone.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from driftline import assets
from driftline.engine.drift.explaining import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.records import Edit

#: Of each section the sentences: what is fixed in them, what is not, and how they are said.
_Table: TypeAlias = "dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]]"

_HOLE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def said(sentence: str, language: str) -> str:
    """A sentence of the engine, of review or report as a language says it.

    What the language has no words for stays as it is.
    """
    return _said(language, "sentence", sentence) or sentence if _table(language) else sentence


def explained(edit: Edit, language: str) -> str:
    """What the engine says about an edit, with the words it cites; empty when it says nothing."""
    phrases = _phrases(language)
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


def rule_name(rule: str, language: str) -> str:
    """What the rule that named a change is called, such as "definite → indefinite"."""
    name = rule.replace("_", " ").replace(">", " → ")
    return _said(language, "rule", name) or name if _table(language) else name


# Kept, for the same beginnings are tried again and again where a list turns out to be none.
@lru_cache(maxsize=4096)
def _said(language: str, section: str, words: str) -> str | None:
    """Words as a section of the table says them; None when it has none for them."""
    table = _table(language)
    for literals, holes, frame in table[section]:
        for held in _ways(literals, words):
            filled: dict[str, str] = {}
            # The last first: of a list the last is one thing, and the first all the others.
            for hole, part in reversed(list(zip(holes, held, strict=True))):
                inner = hole.rstrip("0123456789")
                told = _said(language, inner, part) if inner in table else part
                if told is None or (inner == "n" and not part.isdecimal()):
                    break
                filled[hole] = told
            else:
                told = frame.format(**filled)
                opens = section in ("sentence", "part") and words[:1].isupper()
                return told[:1].upper() + told[1:] if opens else told
    return None


def _ways(literals: Sequence[str], words: str) -> Iterator[tuple[str, ...]]:
    """All ways in which words are these literals with something between; the first is longest."""
    first, last = literals[0], literals[-1]
    if len(literals) == 1:
        yield from [()] if words == first else []
        return
    fixed = len(first) + len(last)
    if len(words) < fixed or not (words.startswith(first) and words.endswith(last)):
        return
    inside = words[len(first) : len(words) - len(last)]
    if len(literals) == 2:
        yield (inside,)
        return
    at = inside.rfind(literals[1])
    while at >= 0:
        rest = ("", *literals[2:-1], "")
        for held in _ways(rest, inside[at + len(literals[1]) :]):
            yield inside[:at], *held
        at = inside.rfind(literals[1], 0, at + len(literals[1]) - 1)


@cache
def _table(language: str) -> _Table:
    """The sentences of a language; none for the engine's own."""
    file = assets.path("translations", f"sentences_{language}.toml")
    if not file.is_file():
        return {}
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    made: _Table = {}
    for section, entries in table.items():
        made[section] = []
        for key, frame in entries.items():
            pieces = _HOLE.split(key)
            literals = (piece.replace("{{", "{").replace("}}", "}") for piece in pieces[::2])
            made[section].append((tuple(literals), tuple(pieces[1::2]), frame))
    return made


@cache
def _phrases(language: str) -> Phrases | None:
    """The explanations of a language; None for the engine's own."""
    file = assets.path("translations", f"explanations_{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Phrases(table["frame"], table["why"], table["whole"])
