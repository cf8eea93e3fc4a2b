"""Which words of two texts are names: those never written small."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import is_mark

if TYPE_CHECKING:
    from driftline.engine.alignment.coded import CodedText


def starts_sentence(text: CodedText, at: int) -> bool:
    """Whether a token is the first word of a sentence, marks before it left aside."""
    k = bisect_right(text.bounds, at) - 1
    first = text.bounds[k]
    while at > first and is_mark(text.words[at - 1]):
        if text.words[at - 1] in ".!?:":
            return True
        at -= 1
    return at == first


class Names:
    """The words, in lower case, that both texts write with a capital wherever they stand.

    Worked out when it is first asked for, since most comparisons never ask.
    """

    __slots__ = ("_known", "_new", "_old")

    def __init__(self, old: CodedText, new: CodedText) -> None:
        self._old, self._new = old, new
        self._known: frozenset[str] | None = None

    def __contains__(self, word: object) -> bool:
        if self._known is None:
            self._known = self._found()
        return word in self._known

    def _found(self) -> frozenset[str]:
        capital: set[str] = set()
        small: set[str] = set()
        for text in (self._old, self._new):
            firsts, words = set(text.bounds), text.words
            large = [at for at, word in enumerate(words) if word[:1].isupper()]
            capital.update(
                plain(words[at])
                for at in large
                if at not in firsts
                and not is_mark(words[at - 1])
                # Among words in capitals throughout a capital tells nothing.
                and not (words[at].isupper() and words[at - 1].isupper())
            )
            # A word that is written small is in lower case as it stands.
            small.update(words)
            small.difference_update([words[at] for at in large])
        return frozenset(word for word in capital if word not in small)
