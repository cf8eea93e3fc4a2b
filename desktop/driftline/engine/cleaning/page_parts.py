"""The parts of a web page that are never its story: menus, comments, its header and footer."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import ticking
from driftline.engine.records import Cut, Reason, Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line
    from driftline.engine.records import Block

#: Share of its letters that are links, from which on a line of a page's <nav> is a menu.
_A_MENU = 0.6
#: The same for a list item above the headline that teases another story.
_A_TEASER = 0.1
#: Words of a label in a menu, and its share of links in a page without other signs of one.
_A_LABEL = 6
_LABEL = 3
_ALL_LINK = 0.95
#: Words of a signature, and how many lines below the headline it stands.
_SIGNATURE = 8
_BELOW = 4
#: Words of a line that holds a declared byline, with its post and time.
_BYLINE = 14
#: Words of a paragraph of prose, and words of prose that make a story.
_PROSE = 12
_LEAST_STORY = 40
#: Parts of a page that hold its story, and parts that no manuscript has.
_STORY = frozenset({"in:article", "in:main"})
#: A heading of the first level inside an article.
_FIRST = frozenset({"tag:h1", "in:article"})
_FRAME = frozenset({"in:nav", "in:header", "in:footer", "in:aside", "in:form", "in:button"})


def is_framed(line: Line) -> bool:
    """Whether a line's markup has what pages have and manuscripts saved as HTML have not."""
    return line.block is not None and any(
        hint.startswith("class:") or hint in _FRAME for hint in line.block.hints
    )


def is_menu_item(line: Line) -> bool:
    """Whether a line is a label of a few words, all of them a link."""
    return (
        line.block is not None
        and line.block.links > _ALL_LINK
        and line.words <= _LABEL
        and "://" not in line.plain
    )


#: Why words inside a paragraph are cut that no reader sees there.
_INSIDE = {
    "inside:spoken": Reason.UI_CONTROL,
    "inside:hidden": Reason.UI_CONTROL,
    "inside:card": Reason.RELATED_LINK,
}


def cut_unseen_words(draft: Draft, blocks: Sequence[Block]) -> None:
    """Cuts words inside the lines that stay which a page shows to no reader, or in a card."""
    parts = [block for block in blocks if block.hints and block.hints[0] in _INSIDE]
    if not parts:
        return
    starts = [line.span.start for line in draft.lines]
    for block in parts:
        i = bisect_right(starts, block.span.start) - 1
        cuts = draft.inner.get(i, [])
        taken = any(cut.span.meets(block.span) for cut in cuts)
        if draft.why[i] is None and not draft.fixed[i] and not taken:
            cut = Cut(block.span, _INSIDE[block.hints[0]])
            draft.inner[i] = sorted([*cuts, cut], key=lambda one: one.span)


def cut_page_parts(draft: Draft, byline: Span | None = None) -> None:
    """Cuts what a web page's markup puts outside the story.

    Menus always; comments, header, footer, teasers above the headline and the stories that follow
    where a story stands beside them. `byline` is where the page names who wrote.
    """
    lines = draft.lines
    headline = next((i for i, line in enumerate(lines) if _is_headline(line)), -1)
    title = lines[headline].plain if headline >= 0 else None
    outside: dict[int, Reason] = {}
    for i, line in ticking(enumerate(lines), draft.tick):
        if line.block is None:
            continue
        hints, links = line.block.hints, line.block.links
        if "in:nav" in hints:
            if links >= _A_MENU:
                draft.cut(i, Reason.NAVIGATION)
            elif title is not None and line.plain.endswith(title):
                draft.cut(i, Reason.BREADCRUMB)
        if "near:comments" in hints:
            outside[i] = Reason.COMMENTS_FOOTER
        elif "in:footer" in hints and "in:blockquote" not in hints:
            outside[i] = Reason.PAGE_FURNITURE if _is_prose(line) else Reason.NAVIGATION
        elif i < headline and "in:header" in hints and _STORY.isdisjoint(hints):
            outside[i] = Reason.BYLINE if _is_signature(line) else Reason.NAVIGATION
        elif i < headline and "tag:li" in hints and links > _A_TEASER:
            outside[i] = Reason.RELATED_LINK if line.words > _A_LABEL else Reason.NAVIGATION
        elif (title is not None and headline < i <= headline + _BELOW and _is_signature(line)) or (
            byline is not None and line.span.holds(byline) and _is_label(line)
        ):
            outside[i] = Reason.BYLINE
    if headline >= 0:
        for i in _next_stories(lines, headline):
            outside.setdefault(i, Reason.RELATED_LINK)
    story = sum(
        line.words
        for i, line in enumerate(lines)
        if i not in outside and draft.why[i] is None and _is_prose(line)
    )
    if story >= _LEAST_STORY:
        for i, reason in outside.items():
            hit = draft.hits[i]
            draft.cut(i, reason if hit is None else hit.reason)


def _next_stories(lines: Sequence[Line], headline: int) -> list[int]:
    """The lines of the stories that a page goes on with, each an article with its own heading.

    None where the article of the page's own headline has no story in it.
    """
    block = lines[headline].block
    if block is None or "in:article" not in block.hints:
        return []
    firsts = [
        line.block.path
        for line in lines[headline + 1 :]
        if line.block is not None and set(line.block.hints) >= _FIRST
    ]
    own = set(block.path)
    roots = {_root(path, own) for path in firsts} - {0}
    mine = {_root(block.path, set(path)) for path in firsts} - {0}
    if not roots or len(mine) != 1:
        return []
    story = sum(line.words for line in lines if _stands_in(line, mine) and _is_prose(line))
    if story < _LEAST_STORY:
        return []
    return [i for i, line in enumerate(lines) if _stands_in(line, roots)]


def _root(path: Sequence[int], other: set[int]) -> int:
    """The outermost element of a path that is no element of another; 0 where there is none."""
    return next((number for number in reversed(path) if number not in other), 0)


def _stands_in(line: Line, elements: set[int]) -> bool:
    return line.block is not None and not elements.isdisjoint(line.block.path)


def _is_label(line: Line) -> bool:
    return (
        line.block is not None
        and line.block.role is Role.BODY
        and line.words <= _BYLINE
        and not line.terminated
    )


def _is_headline(line: Line) -> bool:
    """Whether a line is the heading that says what the page's title says."""
    return (
        line.block is not None and line.block.role is Role.HEADLINE and "titled" in line.block.hints
    )


def _is_signature(line: Line) -> bool:
    """Whether a line is short and its markup says that it names who wrote."""
    return (
        line.block is not None
        and line.block.role is Role.BODY
        and "near:byline" in line.block.hints
        and line.words <= _SIGNATURE
        and not line.terminated
    )


def _is_prose(line: Line) -> bool:
    return line.words >= _PROSE and line.terminated
