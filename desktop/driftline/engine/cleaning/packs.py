"""The language packs a page is read with."""

from __future__ import annotations

from driftline.engine.lexicon import MANY_LANGUAGES, Lexicon, languages, lexicon


def packs(language: str) -> tuple[Lexicon, ...]:
    """The language packs whose furniture a page in a language may wear: English and its own.

    Languages without a folder share one.
    """
    if language == "en":
        return (lexicon("en"),)
    return lexicon("en"), lexicon(language if language in languages() else MANY_LANGUAGES)
