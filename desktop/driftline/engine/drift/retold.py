"""Attributions put another way: "officials said" that became "according to officials".

Who says so is told before and after, so neither edit adds or drops an attribution: both are the
change of a reporting verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.classes import WordClasses, plain
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.sides import Verdict

# Edits between the phrase and the verb it stands for.
_FARTHEST = 3


def retold(
    edits: Sequence[WordEdit], old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits that put a phrase of attribution for a reporting verb, or the reverse."""
    found: dict[WordEdit, Verdict] = {}
    sides = [_one_sided(edit, old, new) for edit in edits]
    for at, (phrase, added) in enumerate(sides):
        if phrase not in classes.attribution:
            continue
        for near in range(max(0, at - _FARTHEST), min(len(edits), at + _FARTHEST + 1)):
            verb, verb_added = sides[near]
            if verb in classes.telling and verb_added != added:
                found |= dict.fromkeys(
                    (edits[at], edits[near]), (Kind.REPORTING_VERB, "attribution retold")
                )
                break
    return found


def _one_sided(edit: WordEdit, old: CodedText, new: CodedText) -> tuple[str, bool]:
    """What an edit adds or drops, in lower case, and which of the two; nothing if it does both."""
    x, x_end, y, y_end = edit
    if x < x_end and y < y_end:
        return "", False
    return " ".join(map(plain, old.words[x:x_end] or new.words[y:y_end])), y < y_end
