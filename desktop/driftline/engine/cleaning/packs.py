"""The language packs a page is read with."""

from __future__ import annotations

from driftline.engine.lexicon import Lexicon, languages, lexicon

#: The folder of what languages without one of their own have in common.
_OTHERS = "mul"


def packs(language: str) -> tuple[Lexicon, ...]:
    """The language packs whose furniture a page in a language may wear: English and its own.

    Languages without a folder share one.
    """
    if language == "en":
        return (lexicon("en"),)
    return lexicon("en"), lexicon(language if language in languages() else _OTHERS)
