"""What stands below a story: links under their heading, remarks between buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import ticking
from driftline.engine.cleaning.packs import packs
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft

#: Headings that take the titles below them along.
_HEADS = frozenset({Reason.RELATED_LINK, Reason.TAGS, Reason.COMMENTS_FOOTER})
_LONGEST_TITLE = 24
#: Words of a heading that begins with such words ("More from Hexley"), and what no heading has.
_LABEL = 6
_ENDS_LABEL = re.compile(r"[:|]\s*\S|[.!?]$")
#: Words of a paragraph of prose, and of prose above what may be a remark.
_PROSE = 8
_LEAST_STORY = 40
#: Words of a name above a remark.
_NAME = 3
#: Lines between two buttons of a remark.
_REMARK = 6


def cut_what_stands_below(draft: Draft) -> None:
    """Cuts lists of links behind the last paragraph and readers' remarks."""
    prose = [
        i for i in draft.open() if draft.lines[i].terminated and draft.lines[i].words >= _PROSE
    ]
    if not prose:
        return
    _remarks(draft)
    _signed_remarks(draft)
    _lists_of_links(draft, prose[-1])


def _is_heading(draft: Draft, i: int) -> bool:
    hit = draft.hits[i]
    return (
        hit is not None
        and hit.sure
        and hit.reason in _HEADS
        and draft.why[i] is hit.reason
        and (
            draft.lines[i].plain in draft.furniture.whole
            or (draft.lines[i].words <= _LABEL and not _ENDS_LABEL.search(draft.lines[i].text))
        )
    )


def _signed_remarks(draft: Draft) -> None:
    """Cuts remarks that begin with who made them and when ("Ann Lee says:", "May 5 at 7:02 am").

    A name alone above a day begins one below a heading of comments only.
    """
    verbs = tuple(
        f" {verb}"
        for pack in packs(draft.language)
        for verb in pack.words("publication", "remarks")
    )
    said = 0
    opened = False
    heads: list[int] = []
    for i, line in ticking(enumerate(draft.lines[:-1]), draft.tick):
        if said >= _LEAST_STORY and line.words <= _LABEL and not line.terminated:
            hit = draft.hits[i]
            told = line.plain.rstrip(": ").endswith(verbs)
            alone = opened and hit is None and line.words <= _NAME
            if (told or alone) and draft.why[i + 1] is Reason.TIMESTAMP:
                heads.append(i)
            opened |= hit is not None and hit.sure and hit.reason is Reason.COMMENTS_FOOTER
        if draft.why[i] is None and line.terminated:
            said += line.words
    if not heads:
        return
    for i in range(heads[0], min(heads[-1] + _REMARK, len(draft.lines))):
        hit = draft.hits[i]
        if i > heads[-1] + 1 and hit is not None and hit.reason is not Reason.COMMENTS_FOOTER:
            break
        if draft.why[i] is Reason.TIMESTAMP:
            draft.why[i] = Reason.COMMENTS_FOOTER
        draft.cut(i, Reason.COMMENTS_FOOTER)


def _lists_of_links(draft: Draft, last: int) -> None:
    """Titles under a heading ("Related stories", "Tags") go with it where no prose follows."""
    reason: Reason | None = None
    for i in ticking(range(last + 1, len(draft.lines)), draft.tick):
        line = draft.lines[i]
        if _is_heading(draft, i):
            reason = draft.why[i]
        elif draft.why[i] is not None:
            if draft.hits[i] is not None:
                reason = None
        elif reason is not None:
            titled = not line.terminated or line.text.endswith("?")
            if titled and line.words <= _LONGEST_TITLE and draft.hits[i] is None:
                draft.cut(i, reason)
            else:
                reason = None


def _remarks(draft: Draft) -> None:
    """What stands between a heading or button of comments and a button to answer is a remark."""
    buttons = draft.furniture.answers
    said = 0
    mark: int | None = None
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        if draft.why[i] is Reason.COMMENTS_FOOTER:
            answer = line.plain in buttons or all(word in buttons for word in line.plain.split())
            if answer and mark is not None and i - mark <= _REMARK and said >= _LEAST_STORY:
                for j in range(mark + 1, i):
                    draft.cut(j, Reason.COMMENTS_FOOTER)
            mark = i
        elif draft.why[i] is None and mark is None and line.words >= _PROSE:
            said += line.words
