"""Quotation marks, paired paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon
from driftline.engine.progress import Tick, idle, often
from driftline.engine.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRAIGHT = '"＂'
_DOUBLE = '"“”„‟＂'
_SINGLE = "'‘’‚‛"
_GUILLEMETS = "«»"
_ANGLES = "‹›"
_CORNERS = {"「": "」", "『": "』", "〝": "〞〟", "《": "》"}
_CORNER_CLOSERS = "」』〞〟"

# One mark, or the same two or three times over; a lone backtick is none.
_TOKEN = re.compile(
    r"[\"“”„‟＂'‘’‚‛«»‹›「」『』〝〞〟`](?:(?<=')'{1,2}|(?<=‘)‘|(?<=’)’|(?<=`)`|(?<!`))"
)
# Feet and inches ("6'2\"") are measures: their marks belong to no pair.
_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d+)?(\"|''|”|″)")
_MARKS = _DOUBLE + _SINGLE + _GUILLEMETS + _ANGLES + "「」『』〝〞〟`"
# What a mark may stand after when it opens, and before when it closes.
_BEFORE_OPENING = frozenset("([{—–-―/=+…:>" + "“„‘‚«‹\"'`")
_AFTER_CLOSING = frozenset(")]}.,;:!?…—–-―/<" + "。，、！？；：" + "”’»›\"'“")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks.

    `span` includes the marks, `inner` is what stands between them; `depth` is 0 for an outermost
    pair. `closed` is false when its closing mark never came: then it ends before the next opening
    mark of its kind, at the latest with the paragraph. `continued` says that the quotation goes on
    in the next paragraph, which opens with a mark of the same kind again.
    """

    span: Span
    inner: Span
    depth: int
    closed: bool = True
    continued: bool = False


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    mark: str
    family: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Open:
    token: _Token
    end: int = -1
    closer: int = -1


def marked(
    text: str, paragraphs: Sequence[Span], language: str = "en", tick: Tick = idle
) -> tuple[Marked, ...]:
    """The stretches between quotation marks, in order of their start, outer before inner.

    Double, single and doubled single marks (straight, curly, low), guillemets either way round and
    corner brackets; the two marks of a pair may differ in shape. Apostrophes and feet-and-inches
    never close a pair, and a mark that is never closed ends with its paragraph. Linear in the
    length of the text. Offsets are code points of `text`.
    """
    elisions = lexicon(language).words("quotation", "elisions")
    # Most paragraphs have no mark at all, and a few characters are looked for sooner than a set.
    used = [mark for mark in _MARKS if mark in text]
    found: list[Marked] = []
    # The last unclosed stretch, if it ran to the end of its paragraph, and its family.
    pending: tuple[int, str] | None = None
    for number, paragraph in enumerate(often(paragraphs, tick)):
        piece = text[paragraph.start : paragraph.end]
        has_marks = any(mark in piece for mark in used)
        tokens = _tokens(text, paragraph, elisions, tick) if has_marks else []
        if not tokens:
            if piece.strip():
                pending = None
            continue
        leads = tokens[0]
        at_front = not text[paragraph.start : leads.start].strip()
        if (
            at_front
            and leads.family == "guillemet"
            and leads.mark == "»"
            and pending is not None
            and pending[1] == "guillemet"
        ):
            leads.opens, leads.closes = True, False
        if pending is not None and not (at_front and leads.opens):
            bridge = _bridge(text, tokens, paragraph, pending[1])
            if bridge is not None:
                tokens.insert(0, bridge)
                leads, at_front = bridge, True
        goes_on = at_front and leads.family == "single" and leads.opens
        if goes_on and number + 1 < len(paragraphs):
            following = paragraphs[number + 1]
            goes_on = text[following.start : following.end].lstrip().startswith(leads.mark)
        pairs = _pairs(text, tokens, goes_on)
        if pending is not None and at_front and pairs and pairs[0].token is leads:
            index, family = pending
            if family == leads.family:
                found[index] = replace(found[index], continued=True)
        pending = None
        first = len(found)
        holds_all = at_front and _holds_all(text, pairs, paragraphs[number + 1 : number + 2])
        found.extend(_stretches(text, pairs, paragraph, holds_all))
        for index in range(first, len(found)):
            stretch = found[index]
            if not stretch.closed and stretch.depth == 0:
                last = text[stretch.span.end : paragraph.end].strip()
                pending = None if last else (index, pairs[index - first].token.family)
    return tuple(found)


def _holds_all(text: str, pairs: list[_Open], following: Sequence[Span]) -> bool:
    """Whether a paragraph's first mark, never closed, stands around pairs of another shape.

    Then the next paragraph goes on with the first: `"It is the “Barn” of old.`
    """
    if not pairs or pairs[0].end >= 0 or not following or len(pairs) == 1:
        return False
    mark = pairs[0].token.mark
    (goes_on,) = following
    return text[goes_on.start : goes_on.end].lstrip().startswith(mark) and all(
        pair.end >= 0 and pair.token.mark != mark for pair in pairs[1:]
    )


def _bridge(text: str, tokens: list[_Token], paragraph: Span, family: str) -> _Token | None:
    """An opener without width where a paragraph goes on with a quotation and only closes it."""
    first = next((token for token in tokens if token.family == family), None)
    if first is None or first.opens or not first.closes or family == "single":
        return None
    start = paragraph.start
    while start < first.start and text[start].isspace():
        start += 1
    return _Token(start, start, "“" if family == "double" else "«", family, True, False)


def _family(mark: str) -> str:
    if mark in _GUILLEMETS:
        return "guillemet"
    if mark in _ANGLES:
        return "angle"
    if mark in _CORNERS:
        return mark
    if mark in _CORNER_CLOSERS:
        return next(opener for opener, closers in _CORNERS.items() if mark in closers)
    if mark in _SINGLE:
        return "single"
    return "double"


def _tokens(text: str, paragraph: Span, elisions: frozenset[str], tick: Tick) -> list[_Token]:
    """The marks of a paragraph that may open or close something; apostrophes are left out."""
    tokens: list[_Token] = []
    measures = {m.start(1) for m in _MEASURE.finditer(text, paragraph.start, paragraph.end)}
    for match in often(_TOKEN.finditer(text, paragraph.start, paragraph.end), tick):
        mark, start, end = match.group(), match.start(), match.end()
        if start in measures:
            continue
        if mark == "'''":
            # A single mark inside doubled apostrophes: which comes first depends on the side.
            left = text[start - 1] if start > paragraph.start else " "
            middle = start + (2 if left.isspace() else 1)
            pieces = [(text[start:middle], start, middle), (text[middle:end], middle, end)]
        else:
            pieces = [(mark, start, end)]
        for piece, a, b in pieces:
            token = _token(text, piece, a, b, paragraph, elisions)
            if token is not None:
                tokens.append(token)
    return _without_inches(text, tokens)


def _without_inches(text: str, tokens: list[_Token]) -> list[_Token]:
    """The marks but for one behind a number, if without it those of its shape are even."""
    straight = [token for token in tokens if token.mark == '"']
    if not len(straight) % 2:
        return tokens
    inches = [
        token
        for token in straight
        if text[token.start - 1 : token.start].isdigit()
        and text[token.end : token.end + 1] == " "
        and text[token.end + 1 : token.end + 2].islower()
    ]
    if len(inches) != 1 or len(straight) < 3:
        return tokens
    return [token for token in tokens if token is not inches[0]]


def _token(
    text: str, mark: str, start: int, end: int, paragraph: Span, elisions: frozenset[str]
) -> _Token | None:
    family = _family(mark)
    left = text[start - 1] if start > paragraph.start else " "
    right = text[end] if end < paragraph.end else " "
    if family in _CORNERS:
        return _Token(start, end, mark, family, mark in _CORNERS, mark not in _CORNERS)
    clear_left = left.isspace() or left in _BEFORE_OPENING or left in _MARKS
    clear_right = right.isspace() or right in _AFTER_CLOSING
    opens = (
        clear_left
        and not right.isspace()
        and not (
            right in ".,;:!?)" and (text[end + 1 : end + 2].isspace() or end + 1 >= paragraph.end)
        )
    )
    closes = clear_right and not left.isspace()
    if family == "single":
        return _single(text, mark, start, end, (left, right), (opens, closes), elisions)
    if family in ("guillemet", "angle"):
        return _Token(start, end, mark, family, opens, closes)
    if mark in ("„", "‟", "``", "‘‘"):
        return _Token(start, end, mark, family, True, False)
    if mark == "“":
        # It closes German pairs; elsewhere it opens unless it can do nothing but close.
        return _Token(start, end, mark, family, opens or not closes, closes)
    if mark in ("”", "’’"):
        return _Token(start, end, mark, family, opens and not closes, True)
    if opens and closes:
        # Both sides are punctuation: a dash or bracket outside, a mark or stop inside.
        closes = left == "…"
        opens = not closes
    return _Token(start, end, mark, family, opens, closes)


def _single(
    text: str,
    mark: str,
    start: int,
    end: int,
    sides: tuple[str, str],
    looks: tuple[bool, bool],
    elisions: frozenset[str],
) -> _Token | None:
    left, right = sides
    opens, closes = looks
    if left.isalnum() and right.isalnum():
        return None
    if mark in "‘‚‛":
        if left.isalnum() and mark != "‚":
            opens = False
        return _Token(start, end, mark, "single", opens, mark == "‘" and closes and not opens)
    if opens and not left.isalnum():
        word = re.compile(r"[^\W_]+").match(text, end)
        if word is not None and (
            word.group().casefold() in elisions or re.fullmatch(r"\d\ds?", word.group())
        ):
            return None
        if mark == "’" and not closes:
            # Swedish and Finnish open with it; so does a careless apostrophe, which never closes.
            return _Token(start, end, mark, "single", True, False)
    if not opens and not closes:
        # `“Don’t!” ’`: set apart from the mark before it.
        closes = left.isspace() and text[start - 2 : start - 1] in ("”", '"') and mark == "’"
        if not closes:
            return None
    return _Token(start, end, mark, "single", opens and mark == "'", closes)


def _closable(tokens: list[_Token]) -> list[bool]:
    """For each token whether a single closing mark comes later, before another single opens."""
    later = [False] * (len(tokens) + 1)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        later[index] = token.closes if token.family == "single" else later[index + 1]
    return later


def _weak(text: str, token: _Token) -> bool:
    """Whether a closing single mark may as well be the apostrophe of a plural or a dropped g."""
    before = text[token.start - 1]
    return (before in "sSzx" or text[token.start - 2 : token.start] == "in") and text[
        token.end : token.end + 1
    ].isspace()


def _pairs(text: str, tokens: list[_Token], goes_on: bool) -> list[_Open]:
    """Match closers to openers with a stack; an opener left over stays without an end.

    `goes_on` says that the next paragraph opens with the same single mark: then the first may.
    """
    later = _closable(tokens)
    stack: list[_Open] = []
    # How many of each family are open, so that a closer without an opener costs nothing.
    held: dict[str, int] = {}
    done: list[_Open] = []
    doubles_left = sum(t.family == "double" for t in tokens)
    for index, token in enumerate(tokens):
        family = token.family
        doubles_left -= family == "double"
        is_open = held.get(family, 0) > 0
        if is_open and _closes(text, token, stack, later[index + 1]):
            while stack:
                top = stack.pop()
                held[top.token.family] -= 1
                if top.token.family == family:
                    top.end, top.closer = token.end, token.start
                    break
            continue
        if family == "single" and (stack and stack[-1].token.family == "single"):
            continue
        glued = token.mark in _STRAIGHT and text[token.start - 1 : token.start] in (",", ":")
        if glued and not is_open and doubles_left % 2:
            # `He said," We leave.": set behind the comma, yet nothing is open that it could close.
            token.opens = True
        closed = later[index + 1] or (goes_on and not index)
        if not _opens(token, is_open, closed, doubles_left):
            continue
        entry = _Open(token)
        stack.append(entry)
        done.append(entry)
        held[family] = held.get(family, 0) + 1
    return done


def _closes(text: str, token: _Token, stack: list[_Open], later: bool) -> bool:
    """Whether a mark closes, given that one of its family is open."""
    top = stack[-1]
    if token.family == "single":
        if not token.closes or top.token.family != "single":
            return False
        return not (later and _weak(text, token))
    if token.family in ("guillemet", "angle"):
        opener = next(o.token.mark for o in reversed(stack) if o.token.family == token.family)
        if token.mark == opener:
            return token.mark in "»›" and token.closes and not token.opens
        return True
    if token.opens and token.closes:
        return True
    if token.mark in _STRAIGHT + "''" and not token.opens and not token.closes:
        return True
    if token.mark == "“" and top.token.mark in "„‟":
        return not token.opens or token.closes
    return token.closes and not token.opens


def _opens(token: _Token, is_open: bool, later: bool, doubles_left: int) -> bool:
    """Whether a mark that does not close opens a pair."""
    if token.family == "single":
        if token.mark in "'’":
            return token.opens and later
        return token.opens
    if token.family in ("guillemet", "angle"):
        return True
    if token.opens:
        return True
    if token.closes:
        return False
    # Spaces (or letters) on both sides: only if something is left that can close it.
    return not is_open and doubles_left > 0


def _stretches(text: str, pairs: list[_Open], paragraph: Span, holds_all: bool) -> list[Marked]:
    """Turn pairs into stretches: drop stray singles, end what was never closed, count depths.

    `holds_all` when the first, never closed, holds all others.
    """
    ends: list[int] = [0] * len(pairs)
    following: dict[str, int] = {}
    for index in range(len(pairs) - 1, -1, -1):
        pair = pairs[index]
        family = pair.token.family
        if pair.end >= 0:
            ends[index] = pair.end
        else:
            stop = paragraph.end if holds_all else following.get(family, paragraph.end)
            while stop > pair.token.end and text[stop - 1].isspace():
                stop -= 1
            ends[index] = stop
        if family != "single":
            following[family] = pair.token.start
    found: list[Marked] = []
    # Places in `found` of the stretches that are open where the next one starts.
    around: list[int] = []
    kept: list[_Open] = []
    leads = bool(pairs) and not text[paragraph.start : pairs[0].token.start].strip()
    for index, pair in enumerate(pairs):
        start, closed = pair.token.start, pair.end >= 0
        if not closed and pair.token.family == "single" and not (leads and index == 0):
            continue
        while around and found[around[-1]].span.end <= start:
            around.pop()
        end = ends[index]
        while closed and around and end > found[around[-1]].span.end:
            # What was never closed ends before a pair that reaches over its end.
            found[around[-1]] = _cut_short(text, found[around[-1]], start)
            around.pop()
        if around:
            end = min(end, found[around[-1]].span.end)
        inner = Span(min(pair.token.end, end), max(pair.token.end, pair.closer if closed else end))
        inner = Span(inner.start, min(inner.end, end))
        found.append(Marked(Span(start, end), inner, len(around), closed))
        around.append(len(found) - 1)
        kept.append(pair)
    pairs[:] = kept
    return found


def _cut_short(text: str, stretch: Marked, end: int) -> Marked:
    while end > stretch.inner.start and text[end - 1].isspace():
        end -= 1
    return replace(
        stretch, span=Span(stretch.span.start, end), inner=Span(stretch.inner.start, end)
    )
