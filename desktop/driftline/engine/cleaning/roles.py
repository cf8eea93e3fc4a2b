"""What each line of the story is: headline, standfirst, subheading, list item or body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.cleaning.heading import may_be_headline, shared_words, subject_of
from driftline.engine.cleaning.lines import Line, ends_sentence, is_item, ticking
from driftline.engine.cleaning.mail_heads import heads_mail
from driftline.engine.language import small_words
from driftline.engine.lexicon import lexicon
from driftline.engine.records import Reason, Role

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft

_LONGEST_SUBHEADING = 14
#: How low a headline may stand, and the first paragraph below it; words of such a paragraph.
_HIGHEST = 6
_FARTHEST = 14
_PROSE = 8
_LONGEST_QUESTION = 14
_LONGEST_STANDFIRST = 60
#: Words of a headline that needs no other proof.
_LEAST_HEADLINE = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def name_roles(draft: Draft) -> dict[int, Role]:
    """The role of every line that stays, by its index; cuts repeated headlines on the way."""
    roles = {i: _own_role(draft.lines[i]) for i in ticking(draft.open(), draft.tick)}
    headline = draft.headline if draft.headline in roles else _headline(draft, roles)
    if headline is not None:
        for i, role in roles.items():
            if role is Role.HEADLINE:
                roles[i] = Role.SUBHEADING
        roles[headline] = Role.HEADLINE
        _drop_repeats(draft, roles, headline)
    _standfirst(draft, roles, headline)
    _subheadings(draft, roles)
    return roles


def _own_role(line: Line) -> Role:
    if line.block is not None and line.block.role is not Role.BODY:
        return line.block.role
    return Role.LIST if is_item(line.text) and line.words > 1 else Role.BODY


def _headline(draft: Draft, roles: dict[int, Role]) -> int | None:
    """The first heading the format declared, else the line above the first paragraph of prose."""
    order = sorted(roles)
    for i in order:
        if roles[i] is Role.HEADLINE:
            return i
    candidates: list[int] = []
    for place, i in enumerate(order[:_FARTHEST]):
        line = draft.lines[i]
        if roles[i] is not Role.BODY:
            continue
        asks = line.text.endswith("?") and line.words <= _LONGEST_QUESTION and not candidates
        if line.terminated and line.words >= _PROSE and not asks:
            break
        shaped = place < _HIGHEST and may_be_headline(line) and not heads_mail(line, draft.language)
        if shaped and (asks or _is_signed(draft, i) or not _reads_as_sentence(line, draft)):
            candidates.append(i)
    else:
        return None
    return _likeliest(draft, candidates, order)


def _likeliest(draft: Draft, candidates: list[int], order: list[int]) -> int | None:
    """The first line unless it is a kicker, or a title above a headline that says more.

    "Press release", the name of a newsletter above what is signed. What stands right below a line
    of a headline's length may be its standfirst, and says more as well; a line farther below that
    is signed while the first is not has a headline's place.
    """
    if not candidates:
        return None
    first = candidates[0]
    label = draft.lines[first].words < _LEAST_HEADLINE
    about = subject_of(
        draft.lines[i] for i in order if i not in candidates and draft.hits[i] is None
    )
    strange = not shared_words(draft.lines[first], about - small_words(draft.language))
    signed = _is_signed(draft, first)
    for i in candidates[1:]:
        below = i == first + 1
        better = strange or (not signed and _is_signed(draft, i))
        if (better or below if label else better and not below) and shared_words(
            draft.lines[i], about
        ):
            return i
    return first


def _is_signed(draft: Draft, i: int) -> bool:
    """Whether a byline or a time stands right below a line."""
    return any(why in (Reason.BYLINE, Reason.TIMESTAMP) for why in draft.why[i + 1 : i + 2])


def _reads_as_sentence(line: Line, draft: Draft) -> bool:
    """Whether a line without a full stop has the small words headlines leave out."""
    table = lexicon(draft.language).table("publication")
    words = set(_WORD.findall(line.plain))
    return bool(words & set(table.get("articles", ()))) and bool(
        words & set(table.get("auxiliaries", ()))
    )


def _drop_repeats(draft: Draft, roles: dict[int, Role], headline: int) -> None:
    wanted = draft.lines[headline].plain
    for i in sorted(roles):
        if i != headline and draft.lines[i].plain == wanted and not draft.fixed[i]:
            draft.why[i] = Reason.DUPLICATE_HEADLINE
            del roles[i]


def _standfirst(draft: Draft, roles: dict[int, Role], headline: int | None) -> None:
    order = sorted(roles)
    if any(roles[i] is Role.STANDFIRST for i in order):
        return
    if draft.standfirst in roles:
        roles[draft.standfirst] = Role.STANDFIRST
        return
    if headline is None:
        first = order[0] if order else None
    else:
        first = next((i for i in order if i > headline), None)
    if first is None or roles[first] is not Role.BODY:
        return
    line = draft.lines[first]
    credited = [cut.reason for cut in draft.inner.get(first, ())] == [Reason.PHOTO_CREDIT]
    if line.text.endswith(":") or credited:
        return
    stays = _kept_words(draft, first)
    if not 6 <= len(stays.split()) <= _LONGEST_STANDFIRST or len(order) < 3:
        return
    if not ends_sentence(stays) or (
        headline is not None and _set_apart(draft, first) and line.words <= 45
    ):
        roles[first] = Role.STANDFIRST


def _kept_words(draft: Draft, index: int) -> str:
    """A line's text up to the caption or credit that runs on in it."""
    line = draft.lines[index]
    inner = draft.inner.get(index, ())
    end = min((cut.span.start for cut in inner if cut.span.start > line.span.start), default=None)
    return line.text if end is None else line.text[: end - line.span.start].rstrip()


def _set_apart(draft: Draft, index: int) -> bool:
    """Whether a byline, a time or a picture's words stand between a line and the story."""
    between = set()
    for i in range(index + 1, min(index + 12, len(draft.lines))):
        reason = draft.why[i]
        if reason is None:
            break
        between.add(reason)
    return bool(between & {Reason.BYLINE, Reason.TIMESTAMP})


def _subheadings(draft: Draft, roles: dict[int, Role]) -> None:
    """Short lines without a full stop inside the story, with a paragraph below them."""
    order = sorted(roles)
    for place, i in ticking(enumerate(order[:-1]), draft.tick):
        line = draft.lines[i]
        following = order[place + 1]
        if (
            place > 0
            and roles[i] is Role.BODY
            and 1 <= line.words <= _LONGEST_SUBHEADING
            and not line.terminated
            and not line.text.endswith((",", ";"))
            and (line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in "“‘\"'¿¡")
            and roles[following] in (Role.BODY, Role.LIST, Role.BLOCK_QUOTE)
            and draft.lines[following].words > line.words
            and (draft.lines[following].words >= 8 or roles[following] is Role.LIST)
        ):
            roles[i] = Role.SUBHEADING
