"""What somebody did, told by what came of it: “Soldiers killed four men”, “Four men died”.

Who did it is then no longer told, unless it is in another place: “The blast killed nine”, “Nine
died in the blast”.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import is_mark
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

# Tokens of a group that is looked into.
_LONGEST = 120
# Words before a verb among which who acts is looked for.
_AGENT = 6
# Words between a passive's auxiliary and its participle.
_ADVERBS = 2


def acts(text: CodedText, classes: WordClasses) -> list[int]:
    """The tokens that are verbs of what is done, in order."""
    if classes.done.isdisjoint(text.words):
        return []
    return [at for at, word in enumerate(text.words) if word in classes.done]


def results(
    edits: Sequence[WordEdit],
    match: Match,
    old: CodedText,
    new: CodedText,
    classes: WordClasses,
    verbs: tuple[list[int], list[int]],
) -> dict[WordEdit, Verdict]:
    """The edits by which an act is told by its result alone, or the reverse, with their kind.

    `verbs` are the `acts` of both texts.
    """
    for forth, places in zip((True, False), verbs, strict=True):
        active, other = (old, new) if forth else (new, old)
        first, end = (match.a, match.a_end) if forth else (match.b, match.b_end)
        start, stop = active.bounds[first], active.bounds[end]
        if stop - start > _LONGEST:
            return {}
        own = 0 if forth else 2
        for at in places[bisect_left(places, start) : bisect_left(places, stop)]:
            if any(edit[own] <= at < edit[own + 1] for edit in edits):
                found = _told(edits, active, other, start, at, forth, classes)
                if found:
                    return found
    return {}


def _told(
    edits: Sequence[WordEdit],
    active: CodedText,
    other: CodedText,
    start: int,
    at: int,
    forth: bool,
    classes: WordClasses,
) -> dict[WordEdit, Verdict]:
    """The same for the verb at one place of the text that has it in the active voice."""
    own, far = (0, 2) if forth else (2, 0)
    verb = plain(active.words[at])
    lists = [(done, came) for done, came in classes.results if verb in done]
    said = [plain(word) for edit in edits for word in other.words[edit[far] : edit[far + 1]]]
    # Where the act is told in both it is no matter of its result.
    came_of = frozenset().union(*(came for done, came in lists if (done - came).isdisjoint(said)))
    head = _agent(active, start, at, classes)
    if head is None or came_of.isdisjoint(said):
        return {}
    # Who acts is another than before, or there is none: the subject of the result is who suffers.
    changed = [edit for edit in edits if edit[own] <= head < edit[own + 1]]
    if not changed:
        return {}
    told = plain(active.words[head]) in said
    found: dict[WordEdit, Verdict] = {}
    for edit in edits:
        both = edit[0] < edit[1] and edit[2] < edit[3]
        kind = Kind.PARAPHRASE if both else Kind.INSERTION if edit[2] < edit[3] else Kind.DELETION
        words = {plain(word) for word in other.words[edit[far] : edit[far + 1]]}
        if edit in changed and not told:
            found[edit] = kind, f"agent {'dropped' if forth else 'added'}"
        elif edit in changed or edit[own] <= at < edit[own + 1] or not came_of.isdisjoint(words):
            found[edit] = kind, "result"
    return found


def _agent(text: CodedText, start: int, at: int, classes: WordClasses) -> int | None:
    """Where the head of who acts stands before an active verb; None where there is none."""
    before = [plain(word) for word in text.words[max(start, at - _ADVERBS) : at]]
    if not before or not classes.passive.isdisjoint(before):
        return None
    head = at - 1
    while head > start and (
        plain(text.words[head]) in classes.auxiliaries
        or plain(text.words[head]) in classes.modal_verbs
        or plain(text.words[head]).endswith(classes.adverb_endings)
    ):
        head -= 1
    word = plain(text.words[head])
    closed = (
        is_mark(word)
        or word in classes.determiners
        or word in classes.prepositions
        or word in classes.connectives
        or word in classes.auxiliaries
        or word in classes.modal_verbs
        or word in classes.negations
        or classes.numerals.is_number(word)
    )
    return None if closed or at - head > _AGENT else head
