"""Invented stories for the tests of grouping."""

from __future__ import annotations

import random
from functools import cache

from driftline.engine.records import Metadata, Paragraph, Source, Span, Version

_SYLLABLES = [c + v for c in "bdfgklmnprstv" for v in ("a", "e", "i", "o", "u")]


@cache
def _vocabulary() -> tuple[str, ...]:
    rng = random.Random(1)
    return tuple("".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(4000))


def words(count: int, seed: int) -> list[str]:
    """Made-up words, the same for the same seed."""
    return random.Random(seed).choices(_vocabulary(), k=count)


def changed(text: list[str], share: float, seed: int) -> list[str]:
    """The words with a share of them replaced."""
    rng = random.Random(seed)
    return [rng.choice(_vocabulary()) if rng.random() < share else word for word in text]


def version(text: str | list[str], path: str = "", published: str | None = None) -> Version:
    """A version of one paragraph; its path is made of its text when none is given."""
    whole = text if isinstance(text, str) else " ".join(text)
    source = Source(path or whole[:40], f"{hash_of(whole):064x}", "text/plain", "utf-8", whole)
    paragraphs = (Paragraph(Span(0, len(whole))),) if whole.strip() else ()
    return Version(source, (), paragraphs, Metadata(published=published))


def hash_of(text: str) -> int:
    return int.from_bytes(text.encode("utf-8")[:32].ljust(32, b"\0"), "big")
