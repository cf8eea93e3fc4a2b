"""Runs of words with capitals that may be names, and their titles."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.cast import Cast
    from driftline.engine.quotation.tokens import Token

_CAPITAL = attrgetter("capital")


def bare(word: str) -> str:
    """A word of a name without its possessive ending."""
    if word[-1:] in "s’'":
        for ending in ("’s", "'s", "’", "'"):
            if word.endswith(ending):
                return word[: -len(ending)]
    return word


def split_name(tokens: Sequence[Token], a: int, b: int, words: Cast) -> tuple[int, list[Token]]:
    """Where the name in a run of capitalised words starts, after titles and nationality."""
    start = a
    last = bare(tokens[b - 1].lower)
    given = next((i for i in range(a, b - 1) if words.given(tokens[i].text)), None)
    if given is None and last in words.bodies and last not in words.surnames:
        # "State Department": its words are no titles.
        return a, list(tokens[a:b])
    of = a > 0 and tokens[a - 1].lower in words.belonging
    if given is not None and (of or any(t.lower in words.bodies for t in tokens[a:given])):
        # "Government Affairs Jane Doe", behind "Director of".
        return given, list(tokens[given:b])
    for index in range(a, b - 1):
        word = bare(tokens[index].lower).rstrip(".")
        if (
            word in words.titles
            or (index + 2 < b and word in words.peoples)
            or ("-" in word and _trade(word.rpartition("-")[2], words))
        ):
            if index + 2 == b and bare(tokens[b - 1].lower).rstrip(".") in words.suffixes:
                # "Martin Luther King Jr".
                continue
            if word in words.fields and index + 2 == b:
                # "Police Scotland", "Environment Leeds": its name, and no title.
                continue
            start = index + 1
    while start < b - 1 and not tokens[start].word:
        start += 1
    return start, list(tokens[start:b])


def _trade(word: str, words: Cast) -> bool:
    """Whether a word says what somebody does: the second of "Singer-guitarists"."""
    return word in words.titles or word[:-1] in words.titles


def capital_runs(tokens: Sequence[Token], words: Cast) -> list[tuple[int, int]]:
    """Runs of capitalised words that may be people's names, as half-open ranges of places."""
    runs: list[tuple[int, int]] = []
    end = 0
    count = len(tokens)
    for index in compress(range(count), map(_CAPITAL, tokens)):
        token = tokens[index]
        if index < end or (
            token.lower in words.no_names
            and not (
                index + 1 < count
                and tokens[index + 1].capital
                and index > 0
                and token.lower not in words.never_names
                and tokens[index - 1].word
            )
        ):
            continue
        end = index + 1
        firm = False  # "Halden & Sons"
        while end < count and not tokens[end - 1].lower.endswith(("'s", "s'")):
            token = tokens[end]
            initial = len(token.text) == 1 and end + 1 < count and tokens[end + 1].text == "."
            if (
                (token.capital and (initial or token.lower not in words.never_names))
                or (
                    token.text == "."
                    and len(tokens[end - 1].text) == 1
                    and end + 1 < count
                    and tokens[end + 1].capital
                )
                or (token.lower in words.joining and _joins(tokens, end, words))
            ):
                end += 1
            elif token.text == "&" and end + 1 < count and tokens[end + 1].capital:
                firm = True
                end += 2
            else:
                break
        if not firm:
            runs.append((index, end))
    return runs


def _joins(tokens: Sequence[Token], place: int, words: Cast) -> bool:
    """Whether a small word goes on with a name: the "van" and the "der" of "Jan van der Berg"."""
    word = tokens[place].lower
    behind = word in words.inner_particles and tokens[place - 1].lower in words.particles
    if not behind and word not in words.particles:
        return False
    after = tokens[place + 1 : place + 3]
    if len(after) > 1 and after[0].lower in words.inner_particles and not behind:
        return after[1].capital
    return bool(after) and after[0].capital


def rejoined(parts: Sequence[str]) -> list[str]:
    """Initials with their stops: "J", "." become "J."."""
    joined: list[str] = []
    for part in parts:
        if part == "." and joined:
            joined[-1] += "."
        else:
            joined.append(part)
    return joined


def same_initial(first: str, word: str) -> bool:
    """Whether a first name is the same: an initial is one with or without its stop."""
    return first.rstrip(".") == word.rstrip(".")
