"""Why a line that the model holds to be outside the story is outside."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.cleaning.packs import packs
from driftline.engine.cleaning.signatures import picture_words
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line

#: Headings of parts of a page: what follows them, up to the story, is of the same kind.
OPENS_SECTION = frozenset(
    {Reason.RELATED_LINK, Reason.COMMENTS_FOOTER, Reason.AUTHOR_BIO, Reason.NEWSLETTER,
     Reason.COOKIE_NOTICE, Reason.TAGS, Reason.PAYWALL}
)  # fmt: skip
#: What the markup around a line is named, in the order in which it tells a reason.
_MARKUP = (
    ("near:comments", Reason.COMMENTS_FOOTER), ("near:notice", Reason.COOKIE_NOTICE),
    ("near:share", Reason.SHARE_BUTTONS), ("in:figcaption", Reason.PHOTO_CAPTION),
    ("near:player", Reason.MEDIA_PLAYER), ("near:signup", Reason.NEWSLETTER),
    ("near:advert", Reason.ADVERTISEMENT), ("near:tags", Reason.TAGS),
    ("near:bio", Reason.AUTHOR_BIO), ("near:menu", Reason.NAVIGATION),
    ("in:nav", Reason.NAVIGATION), ("in:footer", Reason.NAVIGATION),
    ("near:picture", Reason.PHOTO_CAPTION), ("near:related", Reason.RELATED_LINK),
    ("class:comments", Reason.COMMENTS_FOOTER), ("in:header", Reason.NAVIGATION),
    ("in:aside", Reason.RELATED_LINK),
)  # fmt: skip
#: What goes on in the sentence beside it: a teaser is a headline, a day and a sentence.
_GOES_ON = {
    Reason.RELATED_LINK: Reason.RELATED_LINK,
    Reason.TIMESTAMP: Reason.RELATED_LINK,
    Reason.ADVERTISEMENT: Reason.ADVERTISEMENT,
    Reason.NEWSLETTER: Reason.NEWSLETTER,
    Reason.PHOTO_CREDIT: Reason.PHOTO_CAPTION,
}
_A_LINK = 0.6
#: Words of a line's shape: a control, a signature, a label, another story's headline, a remark.
_CONTROL = 3
_SIGNATURE = 8
_LABEL = 6
_LONGEST_LINK = 24
_REMARK = 12
#: How often a remark says "I" or "you", a word in so many.
_PERSONAL = 25


def reason_outside(draft: Draft, i: int, first: int, last: int, section: Reason | None) -> Reason:
    """The reason for a line, told by its words, its markup, else its place and shape.

    `first` and `last` are the ends of the story, `section` what the last heading opened.
    """
    hit = draft.hits[i]
    if hit is not None:
        return hit.reason
    line = draft.lines[i]
    if line.block is not None and line.block.hints:
        hints = frozenset(line.block.hints)
        if "near:byline" in hints and line.words <= _SIGNATURE and not line.terminated:
            return Reason.BYLINE
        for hint, reason in _MARKUP:
            if hint in hints:
                return reason
        if line.block.links > _A_LINK:
            return Reason.RELATED_LINK if i > first else Reason.NAVIGATION
    if picture_words(line, draft.language):
        return Reason.PHOTO_CAPTION
    if section is not None and i > first:
        return section
    if line.words <= _CONTROL:
        return Reason.UI_CONTROL if first < i < last else Reason.NAVIGATION
    named = reason_named(line, draft.language)
    if named is not None:
        return named
    titled = not line.terminated or line.text.endswith("?")
    if titled and line.words <= _LONGEST_LINK:
        return Reason.NAVIGATION if i < first and line.words <= _LABEL else Reason.RELATED_LINK
    if i > last:
        remark = line.words >= _REMARK and _is_personal(line, draft.language)
        return Reason.COMMENTS_FOOTER if remark else Reason.RELATED_LINK
    if i < first:
        personal = _is_personal(line, draft.language)
        return Reason.ADVERTISEMENT if personal else Reason.RELATED_LINK
    return _as_beside(draft, i)


def _as_beside(draft: Draft, i: int) -> Reason:
    """The reason of a sentence among the story's: that of the teaser or offer it stands beside."""
    for other in (i - 1, i + 1):
        reason = draft.why[other] if 0 <= other < len(draft.why) else None
        if reason in _GOES_ON:
            return _GOES_ON[reason]
    return Reason.OTHER


def is_addressed(line: Line, language: str) -> bool:
    """Whether a line speaks to its reader of what pages speak of around their stories."""
    return _is_personal(line, language) and reason_named(line, language) is not None


def reason_named(line: Line, language: str) -> Reason | None:
    """The first of the reasons that the words of a line name, in the order of the resource file."""
    found = {one.lastgroup for one in _names(language).finditer(line.plain)}
    return next((reason for key, reason in _keys(language) if key in found), None)


@cache
def _keys(language: str) -> tuple[tuple[str, Reason], ...]:
    table = packs(language)[-1].table("surroundings")
    return tuple((f"r{number}", Reason(name)) for number, name in enumerate(table))


@cache
def _names(language: str) -> re.Pattern[str]:
    table = packs(language)[-1].table("surroundings")
    branches = (
        f"(?P<{key}>{'|'.join(sorted(map(re.escape, table[reason]), key=len, reverse=True))})"
        for key, reason in _keys(language)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)")


def _is_personal(line: Line, language: str) -> bool:
    """Whether a line speaks of its writer or to its reader, as stories do not."""
    words = packs(language)[-1].words("publication", "personal")
    said = sum(word.strip(".,;:!?\"'()") in words for word in line.plain.split())
    return said * _PERSONAL >= line.words
