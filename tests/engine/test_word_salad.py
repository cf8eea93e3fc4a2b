"""Words in any order are read and compared: no text is so odd that a rule runs off its edge."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from driftline import assets
from driftline.engine import pipeline
from driftline.engine.options import CleaningOptions, Options
from driftline.engine.records import Metadata, Version

NAMES = ["Ann", "Vale", "Leeds", "Mr.", "Orr", "40", "$5", "the", "a", "said", "that", "1.2"]
NAMES += ["million", "3-year-old", "U.S.", "May", "5", "2019", "p.m.", "Orr's", "$1.2m", "km²"]
RAW = Options(cleaning=CleaningOptions(raw=True))
MARKS = [
    '"',
    "“",
    "”",
    "'",
    ",",
    ",",
    ".",
    ".",
    ":",
    ";",
    "–",
    "(",
    ")",
    "?",
    "\n\n",
    "»",
    "«",
    "„",
]


def words_of(table: Any) -> list[str]:
    """All words of a table of a language pack, in its order."""
    if isinstance(table, str):
        return [word.strip(",|") for word in table.split()]
    values = table.values() if isinstance(table, dict) else table if isinstance(table, list) else ()
    return [word for value in values for word in words_of(value)]


@cache
def vocabulary(language: str) -> list[list[str]]:
    """The words of the lists of a language pack, list by list."""
    found: list[list[str]] = []
    for file in sorted(assets.path("lexicons", language).glob("*.toml")):
        table = tomllib.loads(file.read_text("utf-8"))
        found += [words for part in table.values() if (words := words_of(part))]
        found += [list(part) for part in table.values() if isinstance(part, dict)]
    return found


def word(chance: random.Random, language: str) -> str:
    """Any word, name, number or mark."""
    return chance.choice(chance.choice([*vocabulary(language), MARKS, MARKS, NAMES, NAMES]))


def salad(chance: random.Random, language: str) -> str:
    """Up to forty words in no order."""
    text = " ".join(word(chance, language) for _ in range(chance.randrange(1, 40)))
    return text.capitalize() if chance.random() < 0.5 else text


def version(text: str, language: str) -> Version:
    """A version from which nothing is cut, in a language that is known."""
    return replace(
        pipeline.load_text(f"{text} .", "salad", RAW), metadata=Metadata(language=language)
    )


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_words_in_any_order_are_read_for_quotations(language: str) -> None:
    chance = random.Random(7)
    for _ in range(800):
        text = salad(chance, language)
        for quotation in pipeline.quotations(version(text, language), RAW).quotations:
            assert 0 <= quotation.span.start < quotation.span.end <= len(text) + 2


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_words_in_any_order_are_compared_alike_both_ways(language: str) -> None:
    chance = random.Random(11)
    for _ in range(300):
        old = salad(chance, language)
        new = " ".join(
            each if chance.random() < 0.85 else word(chance, language)
            for each in old.split(" ")
            if chance.random() < 0.93
        )
        one, other = version(old, language), version(new, language)
        there, back = pipeline.compare(one, other, RAW), pipeline.compare(other, one, RAW)
        assert sorted((e.a.start, e.b.start) for e in there.edits) == sorted(
            (e.b.start, e.a.start) for e in back.edits
        )
