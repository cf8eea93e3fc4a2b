"""Words of texts and names of files on the screen, whatever signs they hold."""

from __future__ import annotations

import unicodedata
from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Words that a tooltip shows as they are: where they look like markup Qt would obey it."""
    if not Qt.mightBeRichText(words):
        return words
    return "<span>" + "<br>".join(map(escape, words.split("\n"))) + "</span>"


def isolated(words: str) -> str:
    """Words that keep their own direction among others: only those written to the left need it."""
    leftward = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in words)
    return f"\u2068{words}\u2069" if leftward else words


def plain_label(words: str) -> str:
    """Words on a button or in a menu: a lone ampersand would be taken for the mark of a key."""
    return words.replace("&", "&&")
