"""Where an edit stands when it could stand in several places: it opens a phrase."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.wording import WordEdit

_OPENING_MARKS = frozenset(",([{—–-;:…")
_CLOSING_MARKS = frozenset(".!?")
# An edit is slid over so many words at most; a text of one word repeated could go on for ever.
_FARTHEST = 64
# Words that may have shifted by as many, for each to be taken as exchanged in its place.
_SHIFTED = 3


@cache
def _openers(language: str) -> tuple[frozenset[str], frozenset[str]]:
    pack = lexicon(language)
    return pack.words("prepositions", "simple"), pack.words("determiners", "alone")


def settled(
    old: str,
    new: str,
    edits: list[WordEdit],
    old_words: Sequence[str],
    new_words: Sequence[str],
    language: str,
) -> list[WordEdit]:
    """The same script, with each insertion and deletion slid to where a phrase begins.

    An edit that can begin with a comma, a bracket or a dash does; else with a preposition, else
    with a determiner. `old` and `new` are codes, the words run parallel to them.
    """
    edits = _exchanged(old, new, edits)
    done: list[WordEdit] = []
    for number, edit in enumerate(edits):
        x, x_end, y, y_end = edit
        if (x == x_end) == (y == y_end):
            done.append(edit)
            continue
        codes, words, first, end = (
            (old, old_words, x, x_end) if x < x_end else (new, new_words, y, y_end)
        )
        before = done[-1][1] if done else 0
        back = min(x - before - (1 if done else 0), _FARTHEST)
        after = edits[number + 1][0] if number + 1 < len(edits) else len(old)
        ahead = min(after - x_end - (1 if number + 1 < len(edits) else 0), _FARTHEST)
        shift = _best_shift(codes, words, first, end, back, ahead, language)
        done.append((x + shift, x_end + shift, y + shift, y_end + shift))
    return done


def _exchanged(old: str, new: str, edits: list[WordEdit]) -> list[WordEdit]:
    """The script with words exchanged in their places, where that is no longer.

    "2 or 3" that became "3 or 5" is two numbers changed, not one dropped before "3" and one added.
    """
    done: list[WordEdit] = []
    for edit in edits:
        if done and _is_shift(done[-1], edit):
            x, _, y, _ = done[-1]
            x_end = edit[1]
            places = [k for k in range(x_end - x) if old[x + k] != new[y + k]]
            stay = x_end - x - len(places)
            if stay >= edit[0] - done[-1][1]:
                done.pop()
                done += [(x + k, x + k + 1, y + k, y + k + 1) for k in places]
                continue
        done.append(edit)
    return _joined(done)


def _is_shift(one: WordEdit, other: WordEdit) -> bool:
    """Whether as many words are dropped as are added beyond a few that stayed, or the reverse."""
    dropped, added = one[1] - one[0], one[3] - one[2]
    dropped_then, added_then = other[1] - other[0], other[3] - other[2]
    return (
        bool(dropped) != bool(added)
        and (dropped, added) == (added_then, dropped_then)
        and dropped + added <= _SHIFTED
        and other[0] - one[1] <= _SHIFTED
    )


def _joined(edits: list[WordEdit]) -> list[WordEdit]:
    joined: list[WordEdit] = []
    for edit in edits:
        if joined and (joined[-1][1], joined[-1][3]) == (edit[0], edit[2]):
            joined[-1] = (joined[-1][0], edit[1], joined[-1][2], edit[3])
        else:
            joined.append(edit)
    return joined


def _best_shift(
    codes: str, words: Sequence[str], first: int, end: int, back: int, ahead: int, language: str
) -> int:
    best, best_score = 0, -1
    low = 0
    while low > -back and codes[first + low - 1] == codes[end + low - 1]:
        low -= 1
    high = 0
    while high < ahead and end + high < len(codes) and codes[first + high] == codes[end + high]:
        high += 1
    if low == high:
        return 0
    prepositions, determiners = _openers(language)
    for shift in range(low, high + 1):
        opening, closing = words[first + shift], words[end + shift - 1]
        if opening in _OPENING_MARKS and end - first > 1:
            score = 4
        elif closing in _CLOSING_MARKS and end - first > 1:
            score = 3
        elif opening.casefold() in prepositions:
            score = 2
        elif opening.casefold() in determiners:
            score = 1
        else:
            score = 0
        if score > best_score:
            best, best_score = shift, score
    return best
