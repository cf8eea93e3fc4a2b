"""The rules that are sure of themselves: what they cut needs no look at the rest of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.cleaning.below import cut_what_stands_below
from driftline.engine.cleaning.bylines import byline_in, cut_names_alone
from driftline.engine.cleaning.furniture import Hit
from driftline.engine.cleaning.lines import Line, in_quotes, ticking
from driftline.engine.cleaning.mail_heads import cut_mail_heads
from driftline.engine.cleaning.page_parts import cut_page_parts, is_framed, is_menu_item
from driftline.engine.cleaning.repeats import doubled_bodies, says_it_twice
from driftline.engine.cleaning.sign_offs import signed_off
from driftline.engine.cleaning.signatures import agency_signing, is_timestamp
from driftline.engine.records import Reason, Role, Span

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft

_PLAYER_TIME = re.compile(r"(?:-?\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?")
_ICON = re.compile(r"icons?(?![a-z])|\bicon")
#: Names of a symbol font as they come out as text: chevron_left, keyboard_arrow_down.
_SYMBOL = re.compile(r"(?:(?:[a-z]+_)+[a-z]+\s*)+")
#: How many shared or commented, and the buttons beside it.
_COUNT = re.compile(r"[0-9][0-9.,]{0,6} ?k?")
_COUNTED = (Reason.SHARE_BUTTONS, Reason.COMMENTS_FOOTER)
_LONGEST_DISCLAIMER = 15
#: Words of a sentence that is worth keeping behind a credit.
_LEAST_SENTENCE = 4
#: Words of a paragraph of prose, and how many such paragraphs make a story with parts.
_PROSE = 12
_LEAST_PROSE = 3
#: Words of a line that is a day and nothing more.
_BARE_DATE = 4

_QUOTED = "quoted-mail"
#: Hints of readers that name no part of a story, and the reason for the cut.
_READERS_WORD = {
    "page-furniture": Reason.PAGE_FURNITURE,
    _QUOTED: Reason.OTHER,
    "mail-signature": Reason.OTHER,
}

#: Labels of a menu in one line.
_LONGEST_MENU = 30
#: Lines of furniture that make a page.
_LEAST_FURNITURE = 4
#: Lines of a menu that make one.
_LEAST_MENU = 3
#: Pages longer than this are left to the rules: no page of a story is.
_MOST_LINES = 8_000


def apply_rules(draft: Draft, byline: Span | None = None) -> None:
    """Cuts what phrases and shapes alone prove to be no part of a story.

    `byline` is where the format itself says that the names of those who wrote stand.
    """
    _told_by_reader(draft)
    cut_mail_heads(draft)
    cut_page_parts(draft, byline)
    _phrases(draft)
    _menus(draft)
    _icon_names(draft)
    _error_codes(draft)
    _players(draft)
    _disclaimers(draft)
    _signatures(draft)
    _repeats(draft)
    cut_what_stands_below(draft)


def looks_like_page(draft: Draft) -> bool:
    """Whether a text shows the furniture of a page; a manuscript has none to be told from it.

    Web pages show it by their markup as well.
    """
    if not 6 <= len(draft.lines) <= _MOST_LINES:
        return False
    if any(line.block is not None and not line.block.path for line in draft.lines):
        return False
    return (
        sum(hit is not None for hit in draft.hits) >= _LEAST_FURNITURE
        or any(map(is_framed, draft.lines))
        or sum(map(is_menu_item, draft.lines)) >= _LEAST_MENU
    )


def _told_by_reader(draft: Draft) -> None:
    """Cuts what the reader knows: running heads, quoted mail, signatures.

    Quoted mail is kept where it is most of the mail: then it is a story somebody passed on.
    """
    told = [line.block.hints if line.block is not None else () for line in draft.lines]
    sizes = [line.words for line in draft.lines]
    quoted = sum(size for size, hints in zip(sizes, told, strict=True) if _QUOTED in hints)
    for i, hints in ticking(enumerate(told), draft.tick):
        for hint in hints:
            reason = _READERS_WORD.get(hint)
            if reason is not None and not (hint == _QUOTED and 2 * quoted > sum(sizes)):
                draft.cut(i, reason)


def _phrases(draft: Draft) -> None:
    for i, hit in ticking(enumerate(draft.hits), draft.tick):
        line = draft.lines[i]
        if hit is None or not hit.sure or _quoted(line) or _declared_heading(line):
            continue
        if hit.reason is Reason.PHOTO_CREDIT and _goes_on(line):
            continue
        draft.cut(i, hit.reason)


def _declared_heading(line: Line) -> bool:
    """Whether a document's own format calls a line a heading: "Comments" may be a chapter's."""
    return (
        line.block is not None
        and not line.block.path
        and line.block.role in (Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING)
    )


def _goes_on(line: Line) -> bool:
    """Whether a sentence of the story runs on behind a credit."""
    _, stop, rest = line.text.partition(". ")
    return bool(stop) and line.terminated and len(rest.split()) >= _LEAST_SENTENCE


def _quoted(line: Line) -> bool:
    """Whether a line is somebody's words: a story may quote a notice."""
    return (line.words > 2 and line.text[0] in '“„«"') or in_quotes(line.text, len(line.text))


def _menus(draft: Draft) -> None:
    """A menu a page sets twice, once for small screens, its labels run together in one of them."""
    lines = draft.lines
    glued = {line.text: i for i, line in enumerate(lines) if line.words == 1 and len(line.text) > 8}
    for i, line in ticking(enumerate(lines), draft.tick):
        if 1 < line.words <= _LONGEST_MENU:
            twin = glued.get("".join(line.text.split()))
            if twin is not None:
                draft.cut(i, Reason.NAVIGATION)
                draft.cut(twin, Reason.NAVIGATION)


def _icon_names(draft: Draft) -> None:
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        if "icon" in line.plain:
            found = len(_ICON.findall(line.plain))
            if found >= 4 and found >= 0.25 * line.words:
                draft.cut(i, Reason.ICON_NAMES)
        if (
            "_" in line.plain
            and line.words <= 8
            and _SYMBOL.fullmatch(line.text)
            and not draft.furniture.symbols.isdisjoint(re.split(r"[_\s]", line.plain))
        ):
            draft.cut(i, Reason.ICON_NAMES)


def _error_codes(draft: Draft) -> None:
    """A bare status code goes with the banner below it; "403" alone may be anything."""
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        if line.plain in draft.furniture.codes and any(
            hit is not None and hit.reason is Reason.ERROR_BANNER
            for hit in draft.hits[i + 1 : i + 4]
        ):
            draft.cut(i, Reason.ERROR_BANNER)


def _players(draft: Draft) -> None:
    """Two times of a player in a row, or one beside a player's label, and the label with them."""
    lines = draft.lines
    times = [bool(_PLAYER_TIME.fullmatch(line.plain)) for line in ticking(lines, draft.tick)]
    for i, is_time in enumerate(times):
        if not is_time:
            continue
        neighbours = [j for j in (i - 1, i + 1) if 0 <= j < len(lines)]
        labels = [j for j in neighbours if lines[j].plain in draft.furniture.players]
        if labels or any(times[j] for j in neighbours):
            draft.cut(i, Reason.MEDIA_PLAYER)
            for j in labels:
                draft.cut(j, Reason.MEDIA_PLAYER)


def _disclaimers(draft: Draft) -> None:
    """A disclaimer's heading takes the paragraph below it along, wrapped or not."""
    lines = draft.lines
    for i, line in enumerate(lines[:-1]):
        if line.plain not in draft.furniture.headings or draft.why[i] is None:
            continue
        following = lines[i + 1]
        if following.gap and draft.why[i + 1] is not Reason.LEGAL_DISCLAIMER:
            continue
        for j in range(i + 1, min(i + 1 + _LONGEST_DISCLAIMER, len(lines))):
            wrapped = j == i + 1 or (
                (not lines[j].gap and not lines[j - 1].terminated)
                or (lines[j].text[:1].islower() and not lines[j].gap)
            )
            if not wrapped:
                break
            draft.cut(j, Reason.LEGAL_DISCLAIMER)


def _signatures(draft: Draft) -> None:
    """Bylines and times; a bare day between paragraphs of prose heads a part of the story."""
    prose = [
        i
        for i, line in ticking(enumerate(draft.lines), draft.tick)
        if line.terminated and line.words >= _PROSE and draft.why[i] is None
    ]
    inside = (prose[1], prose[-1]) if len(prose) > _LEAST_PROSE else (len(draft.lines), 0)
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        if draft.why[i] is not None:
            continue
        if is_timestamp(line, draft.language):
            if inside[0] < i < inside[1] and line.words <= _BARE_DATE:
                draft.hits[i] = draft.hits[i] or Hit(Reason.TIMESTAMP, sure=False)
            else:
                draft.cut(i, Reason.TIMESTAMP)
        elif byline_in(line, draft.language) is not None:
            draft.cut(i, Reason.BYLINE)
        else:
            sign = signed_off(line, draft.language)
            if (sign is not None and sign.span == line.span) or agency_signing(
                line, draft.language
            ):
                draft.cut(i, Reason.BYLINE)
    paragraphs = (i for i in prose if draft.why[i] is None)
    cut_names_alone(draft, next(paragraphs, len(draft.lines)))
    _counts(draft)


def _counts(draft: Draft) -> None:
    """A bare number beside a button to share or to comment counts those who did."""
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        if draft.why[i] is None and _COUNT.fullmatch(line.plain):
            beside = (j for j in (i - 1, i + 1) if 0 <= j < len(draft.lines))
            reason = next((r for j in beside if (r := draft.why[j]) in _COUNTED), None)
            if reason is not None:
                draft.cut(i, reason)


def _repeats(draft: Draft) -> None:
    for i in doubled_bodies(draft.lines, draft.open(), draft.tick):
        draft.cut(i, Reason.DUPLICATE_BODY)
    for i in ticking(draft.open(), draft.tick):
        if says_it_twice(draft.lines[i]) and not draft.lines[i].terminated:
            draft.cut(i, Reason.RELATED_LINK)
