"""The two sides of a change, and what their words look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A kind and the rule that decided it.
Verdict = tuple[Kind, str]


class Side:
    """One side of a change: its words as written, and the words before and after them.

    `earlier` is the word before the one before, `then` the one after the one after; `starts` says
    that the first word begins a sentence, where a capital tells nothing. `forms` are the words in
    lower case, as the lists hold them, `text` the same with single spaces, and `bare` those of them
    that are no marks.
    """

    __slots__ = ("after", "bare", "before", "earlier", "forms", "starts", "text", "then", "words")

    def __init__(
        self,
        words: Sequence[str],
        before: str = "",
        after: str = "",
        starts: bool = False,
        earlier: str = "",
        then: str = "",
    ) -> None:
        self.words, self.starts = words, starts
        self.before, self.after, self.earlier, self.then = before, after, earlier, then
        self.forms = list(map(plain, words))
        self.text = " ".join(self.forms)
        alone = self.text.isalnum()  # one word of letters or figures, as most sides are
        self.bare = self.forms if alone else [form for form in self.forms if not is_mark(form)]


def is_mark(token: str) -> bool:
    """Whether a token is punctuation or a sign, not a word."""
    return not (token.isalnum() or token[:1].isalnum() or any(map(str.isalnum, token)))


def is_capital(token: str) -> bool:
    """Whether a word is written as a name is: with a capital first."""
    return token[:1].isupper()


def all_in(words: list[str], known: frozenset[str]) -> bool:
    """Whether every word is in a list."""
    return known.issuperset(words)


def is_initial(short: str, long: str) -> bool:
    """Whether one word is the first letter of another, with or without its stop."""
    letters = short.rstrip(".")
    return len(letters) == 1 and len(long) > 2 and long[0] == letters[0]


def is_near(one: str, other: str) -> bool:
    """Whether two words are one letter or a swap apart, or nearly so for long words."""
    from rapidfuzz.distance import OSA

    longer = max(len(one), len(other))
    if longer < 3:
        return False
    distance = OSA.distance(one, other)
    return bool(distance <= (1 if longer < 6 else 2)) or (
        longer >= 8 and OSA.normalized_similarity(one, other) >= 0.7
    )
