"""Words in any order are read without a slip: no text is so odd that a rule runs off its edge."""

from __future__ import annotations

import random
import tomllib
from typing import Any

import pytest

from driftline import assets
from driftline.engine import pipeline
from driftline.engine.options import CleaningOptions, Options

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


def vocabulary(language: str) -> list[list[str]]:
    """The words of the lists that the rules for quotations ask, list by list."""
    folder = assets.path("lexicons", language)
    found: list[list[str]] = []
    for name in ("clauses", "quotation", "reporting", "speakers", "attribution"):
        file = folder / f"{name}.toml"
        if file.is_file():
            table = tomllib.loads(file.read_text("utf-8"))
            found += [words for part in table.values() if (words := words_of(part))]
    return found


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_words_in_any_order_are_read(language: str) -> None:
    chance = random.Random(7)
    lists = vocabulary(language)
    names = ["Ann", "Vale", "Leeds", "Mr.", "Orr", "40", "$5", "the", "a", "said", "that"]
    for _ in range(1_200):
        text = " ".join(
            chance.choice(chance.choice([*lists, MARKS, MARKS, names, names]))
            for _ in range(chance.randrange(1, 40))
        )
        if chance.random() < 0.5:
            text = text.capitalize()
        version = pipeline.load_text(text, "salad", RAW)
        found = pipeline.quotations(version, RAW)
        for quotation in found.quotations:
            assert 0 <= quotation.span.start < quotation.span.end <= len(text)
