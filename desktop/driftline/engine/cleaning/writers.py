"""Who wrote: the choice among the lines of a page that may say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.cleaning.bylines import (
    byline_in,
    collective_alone,
    is_common,
    is_label_of_others,
    names_alone,
    says_by,
    says_other,
)
from driftline.engine.cleaning.lines import ticking
from driftline.engine.cleaning.packs import packs
from driftline.engine.cleaning.signatures import signs_of
from driftline.engine.records import Reason, Role, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line

#: Words of a paragraph of the story, and of a post that stands in a line of its own.
_SENTENCE = 12
_POST = 6
#: Lines above the headline, and below the story, where a byline is still expected.
_ABOVE = 3
_BELOW = 8
#: What opens a part of the page whose bylines are those of others.
_OTHER_STORIES = (Reason.RELATED_LINK, Reason.COMMENTS_FOOTER)
_HEADING = (Role.HEADLINE, Role.STANDFIRST)
#: The score from which on a line says who wrote.
_LEAST_SCORE = 3.0
#: Words of a writer's own line.
_LONGEST_BIO = 120
#: How many lines are the end, among how many of them a writer goes by her first name, what stands
#: between names, and what may stand between a name and its verb.
_AT_END = 12
_LAST_LINES = 4
_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b)\s*")
_ASIDE = re.compile(r"^(?: \([^()]{1,30}\)|, [^,.]{2,60},)")
_PROSE = 8
#: Words of a label above a name.
_LABEL = 4
#: Words of the name of an account.
_ACCOUNT = 2
#: Cuts of which the words say what they are: nobody's byline.
_OTHERS = frozenset(
    {Reason.COMMENTS_FOOTER, Reason.COPYRIGHT, Reason.PHOTO_CREDIT, Reason.PHOTO_CAPTION,
     Reason.LEGAL_DISCLAIMER, Reason.COOKIE_NOTICE}
)  # fmt: skip


def sign(draft: Draft, roles: Mapping[int, Role]) -> Span | None:
    """The names of those who wrote the story, in the line that says so; that line is cut for it.

    `roles` are those of the lines that stay, by their index. Lines are scored by what they say, by
    what stands beside them and by their place: best is one below the headline, then one above it,
    then one below the story.
    """
    lines = draft.lines
    headline = next((i for i, role in roles.items() if role is Role.HEADLINE), None)
    story = [
        i
        for i, role in sorted(roles.items())
        if role not in _HEADING and lines[i].words >= _SENTENCE and lines[i].terminated
    ]
    first = story[0] if story else len(lines)
    last = story[-1] if story else len(lines)
    head = headline if headline is not None else max(0, first - 12)
    first = next((i for i in story if i > head), first)
    end = next(
        (
            i
            for i, hit in enumerate(draft.hits[last + 1 : last + 1 + _BELOW], last)
            if hit is not None and hit.reason in _OTHER_STORIES
        ),
        last + _BELOW,
    )
    best: tuple[float, int, Span] | None = None
    for i in ticking(range(len(lines)), draft.tick):
        if draft.fixed[i] or i == headline:
            continue
        counted = draft.why[i] is Reason.COMMENTS_FOOTER and head < i < first
        if draft.why[i] in _OTHERS and not counted:  # "Ann Lee | 5 May 2024 | No comments"
            continue
        if i in roles and not head < i < first:
            continue
        beside_story = head - _ABOVE <= i < first or last < i <= end
        if not beside_story and draft.why[i] is not Reason.BYLINE:
            continue
        found = _names(draft, i)
        if found is None:
            continue
        span, said = found
        score = said + _place(i, head, first, last, end)
        if score >= _LEAST_SCORE and (best is None or score > best[0]):
            best = (score, i, span)
    if best is None:
        return None
    _, i, span = best
    draft.why[i] = Reason.BYLINE
    if i and says_by(draft, i - 1):
        draft.cut(i - 1, Reason.BYLINE)
    _cut_own_lines(draft, lines[i], span)
    return span


def _names(draft: Draft, i: int) -> tuple[Span, float] | None:
    """The names a line gives, and how surely it gives them as those of who wrote."""
    line = draft.lines[i]
    if says_other(line, draft.language) or (
        i and is_label_of_others(draft.lines[i - 1], draft.language)
    ):
        return None
    span = byline_in(line, draft.language)
    said = 2.0
    if span is None:
        span = collective_alone(line, draft.language)
        said = -1.0
    if span is None:
        span = names_alone(line, draft.language)
        said = 0.0
    if span is None:
        return _account(draft, i)
    signed = i > 0 and says_by(draft, i - 1)
    labelled = signed or (i > 0 and _tells_of_writer(draft, i - 1))
    houses_own = (said > 0 or signed) and _is_post(line, draft.language)
    account = line.text[span.start - line.span.start].islower()  # "by harbourwatch | 5 May 2024"
    if is_common(draft, line, span) and not (houses_own or account):
        return None
    if not said and is_common(draft, line, span, any_word=True):
        said = -1.0 if _opens_with_name(draft, line, span) else -2.0
    hints = line.block.hints if line.block is not None else ()
    if labelled:
        said += 2.0
    if "near:byline" in hints or "prop:author" in hints:
        said += 1.0
    if draft.why[i] is Reason.BYLINE:
        said += 0.5
    if len(span) < len(line.span):
        said += 0.5
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(draft.lines)]
    if any(draft.why[j] is Reason.TIMESTAMP for j in beside):
        said += 1.0
    if i + 1 < len(draft.lines) and _is_post(draft.lines[i + 1], draft.language):
        said += 1.0
    return span, said


def _opens_with_name(draft: Draft, line: Line, span: Span) -> bool:
    """Whether the first of two words is no word of a text: "Ann Green", not "Green Fields".

    Of several names the first is asked alone.
    """
    text = line.text[span.start - line.span.start : span.end - line.span.start]
    words = text.partition(",")[0].split()
    given = Span(span.start, span.start + len(words[0]))
    return len(words) == 2 and not is_common(draft, line, given, any_word=True)


def _tells_of_writer(draft: Draft, i: int) -> bool:
    """Whether a line is the label of a note on who wrote: "Author", "About the author"."""
    hit = draft.hits[i]
    return hit is not None and hit.reason is Reason.AUTHOR_BIO and draft.lines[i].words <= _LABEL


def _account(draft: Draft, i: int) -> tuple[Span, float] | None:
    """What the markup alone calls a byline: a first name, the name of an account."""
    line = draft.lines[i]
    hints = line.block.hints if line.block is not None else ()
    told = "near:byline" in hints or "prop:author" in hints
    if not told or line.words > _ACCOUNT or not line.text[-1].isalnum():
        return None
    if draft.hits[i] is not None:
        return None
    after = i + 1 < len(draft.lines) and draft.why[i + 1] is Reason.TIMESTAMP
    return line.span, 1.0 * after - 0.5


def _is_post(line: Line, language: str) -> bool:
    """Whether a line is somebody's post: "Senior Writer", "Founder & CEO"."""
    if line.words > _POST or line.terminated:
        return False
    posts = signs_of(language).posts
    return any(word.strip(".,") in posts for word in line.plain.split())


def _place(i: int, head: int, first: int, last: int, end: int) -> float:
    """How well a line stands for a byline."""
    if head < i < first:
        return 3.3 - 0.02 * (i - head)
    if head - _ABOVE <= i < head:
        return 2.0
    if i < head:
        return 0.5 - 0.01 * (head - i)
    if i <= last:
        return 0.0
    return 1.0 if i <= end else -1.0


def _cut_own_lines(draft: Draft, owner: Line, span: Span) -> None:
    """Cuts the lines at a story's end that tell of their writer in the third person.

    By the full name, or by the first name among the very last.
    """
    signed = owner.text[span.start - owner.span.start : span.end - owner.span.start]
    names = tuple(name for name in _BETWEEN_NAMES.split(signed) if " " in name)
    given = tuple(name.partition(" ")[0] for name in names)
    verbs = tuple(
        f" {verb} " for pack in packs(draft.language) for verb in pack.words("publication", "bio")
    )
    still_open = draft.open()
    story = False
    for place, i in ticking(enumerate(still_open), draft.tick):
        line = draft.lines[i]
        if story and place >= len(still_open) - _AT_END and line.words <= _LONGEST_BIO:
            text = line.text.lstrip("*")
            known = names + given * (place >= len(still_open) - _LAST_LINES)
            name = next((name for name in known if text.startswith(name)), "")
            rest = _ASIDE.sub("", text[len(name) :], count=1).lower()
            if name and rest.startswith(verbs):
                draft.cut(i, Reason.AUTHOR_BIO)
        story |= line.terminated and line.words >= _PROSE
