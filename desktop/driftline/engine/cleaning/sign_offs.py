"""Who reported, wrote and edited: the note by which an agency signs off below a story."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.cleaning.bylines import SMALL, TOKEN
from driftline.engine.cleaning.packs import packs
from driftline.engine.cleaning.signatures import signs_of
from driftline.engine.records import Cut, Reason, Span

if TYPE_CHECKING:
    from driftline.engine.cleaning.lines import Line

_LONGEST_SIGN_OFF = 60
_BRACKETS_TAIL = re.compile(r"\s*[(\[]([^()\[\]\n]{8,400})[)\]]\.?$")
_SENTENCES = re.compile(r"(?<!\b[A-Z])[;.](?:\s+|$)")


def signed_off(line: Line, language: str = "en") -> Cut | None:
    """The sign-off of an agency in a line or at its end, as a cut.

    "(Adds reaction. Reporting by Ann Lee in Oran; Editing by Tom Okafor)".
    """
    text, base = line.text, line.span.start
    if not (
        text[-1] in ")]"
        or text.endswith((").", "]."))
        or line.plain.lstrip("([").startswith(_list(language, "sign_offs"))
        or line.plain.rstrip(".)]").endswith(_list(language, "sign_off_ends"))
    ):
        return None
    if line.words <= _LONGEST_SIGN_OFF and _is_sign_off(text.strip("()[] "), language):
        return Cut(line.span, Reason.BYLINE)
    tail = _BRACKETS_TAIL.search(text)
    if tail is not None and _is_sign_off(tail[1], language):
        start = base + tail.start() + len(tail.group()) - len(tail.group().lstrip())
        return Cut(Span(start, line.span.end), Reason.BYLINE)
    return None


@cache
def _list(language: str, key: str) -> tuple[str, ...]:
    words = {word for pack in packs(language) for word in pack.words("publication", key)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _is_sign_off(text: str, language: str) -> bool:
    """Whether a text is nothing but who reported, wrote and edited, and what was added."""
    found = False
    for sentence in _SENTENCES.split(text):
        plain = sentence.strip(" .()[]").lower()
        if not plain:
            continue
        if any(plain.endswith(word) for word in _list(language, "sign_off_ends")):
            found = True
            continue
        opening = next(
            (word for word in _list(language, "sign_offs") if plain.startswith(word)), ""
        )
        if opening:
            rest = sentence.strip(" .()[]")[len(opening) :]
            if not _names_only(rest, language):
                return False
            found = True
        elif not any(plain.startswith(word) for word in _list(language, "sign_off_notes")):
            return False
    return found


def _names_only(text: str, language: str) -> bool:
    signs = signs_of(language)
    for token in TOKEN.finditer(text):
        word = token.group()
        lower = word.lower().rstrip(".")
        if word[0].isalpha() and not (
            word[0].isupper()
            or lower in signs.particles
            or lower in signs.posts
            or lower in signs.fillers
            or lower in SMALL
        ):
            return False
    return True
