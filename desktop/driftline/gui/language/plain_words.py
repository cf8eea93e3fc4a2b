"""Words of texts and names of files on the screen, whatever signs they hold."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Words that a tooltip shows as they are: where they look like markup Qt would obey it."""
    if not Qt.mightBeRichText(words):
        return words
    return "<span>" + "<br>".join(map(escape, words.split("\n"))) + "</span>"


def plain_label(words: str) -> str:
    """Words on a button or in a menu: a lone ampersand would be taken for the mark of a key."""
    return words.replace("&", "&&")
