"""Entries of a language pack's lists, brought into the form the rules ask for them in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from driftline.engine.lexicon import Lexicon


@lru_cache(maxsize=65536)
def plain(token: str) -> str:
    """A token in the form the lists are written in: lower case, plain marks."""
    return fold(token).casefold()


def reporting_of(pack: Lexicon) -> frozenset[str]:
    """All forms of the verbs of speech; an entry gives them with commas between."""
    entries = pack.words("reporting", "speech") | pack.words("attribution", "verbs")
    found = {plain(form) for entry in entries for form in entry.split(", ")}
    return frozenset(found) - pack.words("attribution", "not_verbs")


def results_of(pack: Lexicon) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of lists: forms of verbs of what is done, and words for what comes of it."""
    return tuple(
        (_listed(done), _listed(result))
        for done, result in (line.split("|") for line in pack.table("verbs").get("results", ()))
    )


def _listed(line: str) -> frozenset[str]:
    return frozenset(plain(word.strip()) for word in line.split(","))


def month_names_of(pack: Lexicon) -> dict[int, str]:
    """The months by number, where a date in figures has its day first; else none."""
    found: dict[int, str] = {}
    if pack.table("calendar").get("day_first"):
        for name, number in pack.table("publication").get("months", {}).items():
            found.setdefault(number, plain(name))
    return found


def parted_of(entries: frozenset[str]) -> dict[str, frozenset[str]]:
    """The words that may end the clause of a verb, by its form: "mit" for "teilte"."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        verb, _, end = entry.partition(" ")
        found.setdefault(verb, set()).add(end)
    return {verb: frozenset(ends) for verb, ends in found.items()}


def names_of(pack: Lexicon) -> frozenset[str]:
    """Words that are names however they are written, each part of a name by itself."""
    table = pack.table("names")
    forms = [
        stem + ending for stem in table.get("stems", ()) for ending in table.get("endings", ())
    ]
    known = [word for name in pack.words("names", "known") for word in name.split()]
    return frozenset(map(plain, known + forms))


def phrases_of(entries: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Groups of words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(entries):
        parts = tuple(entry.split(" "))
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {
        first: tuple(sorted(groups, key=lambda g: (-len(g), g))) for first, groups in found.items()
    }
