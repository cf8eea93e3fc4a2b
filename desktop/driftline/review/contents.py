"""What a desk shows: its documents and stories, two of them compared, all versions of one story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.collation.apparatus import Variants
    from driftline.engine.quotation.trail import Trail
    from driftline.engine.records import Comparison, Quotations, Version
    from driftline.review.statuses import ReviewState
    from driftline.review.stories import SessionStory

_WORD = re.compile(r"\w\S*")


@dataclass(frozen=True, slots=True)
class DeskDocument:
    """A document on the desk: its number in the session and its text as cleaned.

    `pasted` when it never was a file; `by_hand` when the editor cut, restored or corrected in it;
    `title` is the one she gave it, empty when she gave none; `words` are (kept, in all), see
    `words_in`; `name` is its file's, with its folder where another has the same.
    """

    id: int
    path: str
    version: Version
    pasted: bool
    by_hand: bool
    title: str = ""
    words: tuple[int, int] = (0, 0)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that lies on the desk.

    `fresh` are the documents that have just come, `changed` those whose text was cleaned anew;
    `troubles` are sentences about what could not be read.
    """

    documents: tuple[DeskDocument, ...] = ()
    stories: tuple[SessionStory, ...] = ()
    fresh: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Two documents compared, and what the editor has said about it."""

    old: int
    new: int
    comparison: Comparison
    state: ReviewState


@dataclass(frozen=True, slots=True)
class Witnesses:
    """All versions of a story: their readings, their quotations, and these from one to the next.

    `collated` are the ids of the documents in the order of `variants`, the base text's first.
    """

    collated: tuple[int, ...]
    variants: Variants
    quotations: tuple[Quotations, ...]
    trails: tuple[Trail, ...]


def base_first(versions: Iterable[DeskDocument], base: int) -> tuple[DeskDocument, ...]:
    """The versions of a story, the base text (told by its id) before the others."""
    return tuple(sorted(versions, key=lambda document: document.id != base))


def words_in(text: str) -> int:
    """How many words blanks part; a dash between them is none."""
    return sum(1 for _ in _WORD.finditer(text))
