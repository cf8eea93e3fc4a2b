"""Stretches between commas and dashes: where a speaker's name and its appositions stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.scare import is_title

if TYPE_CHECKING:
    from driftline.engine.quotation.tokens import Token

_BARRIERS = frozenset({";", ":", "—", "–", "―", "(", "[", "?", "!"})
DASHES = frozenset({"—", "–", "―", "-"})
_MOST = 60
_LONGEST_TITLE = 60


def chunks_before(tokens: list[Token], last: int) -> list[tuple[int, int]]:
    """The comma-separated stretches that end at a place, nearest first; none crosses a barrier."""
    chunks: list[tuple[int, int]] = []
    end = last + 1
    index = last
    floor = max(0, last - _MOST)
    depth = 0
    while index >= floor:
        token = tokens[index]
        if token.text == ")":
            depth += 1
        elif token.text == "(" and depth:
            depth -= 1
            index -= 1
            continue
        if depth:
            index -= 1
            continue
        if token.quote is not None:
            if index and is_title(token) and len(token.quote.inner) <= _LONGEST_TITLE:
                if token.text.rstrip("\"'”’» ")[-1:] == ",":
                    if end > index + 1:
                        chunks.append((index + 1, end))
                    end = index + 1
                index -= 1
                continue
            if (
                index == 0
                or len(token.quote.inner) > 24
                or token.text.rstrip("\"'”’» ")[-1:] in (",", ".", "?", "!", "…", "—", "–")
            ):
                break
        if token.text in _BARRIERS or (token.text == "-" and _apart(tokens, index)):
            break
        if token.text == ",":
            if end > index + 1:
                chunks.append((index + 1, end))
            end = index
        index -= 1
    if end > index + 1:
        chunks.append((index + 1, end))
    return chunks


def _apart(tokens: list[Token], place: int) -> bool:
    """Whether a hyphen is a dash, with a space on either side: "LEEDS -- The mayor said"."""
    if place + 1 >= len(tokens) or (place and not tokens[place].spaced):
        return place > 0 and tokens[place - 1].text == "-"
    return tokens[place + 1].spaced or tokens[place + 1].text == "-"


def dash_before(tokens: list[Token], last: int) -> int:
    """The first of the dashes that open what the dashes at a place close; 0 when none do."""
    index = last
    while index > 0 and tokens[index].text in DASHES:
        index -= 1
    floor = max(0, index - _MOST)
    while index > floor and tokens[index].text not in DASHES:
        index -= 1
    while index > floor and tokens[index - 1].text in DASHES:
        index -= 1
    return index if tokens[index].text in DASHES else 0
