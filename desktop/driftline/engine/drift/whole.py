"""Changes told in two edits that an editor reads as one: a date, an amount, a number rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.amounts import CURRENCIES, amount, converted, rounded
from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import Side

if TYPE_CHECKING:
    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.rules import Rules

# "5 March", "March 5,", "the 5th of March": tokens a day of a month takes, without its year.
_LONGEST_DATE = 5


def whole(
    edits: list[WordEdit], old: CodedText, new: CodedText, classes: WordClasses, rules: Rules
) -> list[WordEdit]:
    """The edits, those taken together that are one change.

    A day put before or behind its month, the sign of a unit that became its name ("$5", "5
    dollars"), and a bound put before another number ("1,203", "about 1,200").
    """
    joined: list[WordEdit] = []
    for edit in edits:
        if joined and _one(joined[-1], edit, old, new, classes, rules):
            edit = (joined[-1][0], edit[1], joined[-1][2], edit[3])
            joined[-1] = edit
        else:
            joined.append(edit)
    return joined


def _one(
    first: WordEdit,
    second: WordEdit,
    old: CodedText,
    new: CodedText,
    classes: WordClasses,
    rules: Rules,
) -> bool:
    x, x_end, y, y_end = first[0], second[1], first[2], second[3]
    if max(x_end - x, y_end - y) > _LONGEST_DATE:
        return False
    words, words_new = old.words[x:x_end], new.words[y:y_end]
    if (first[0] == first[1]) == (first[2] == first[3]):
        # "3 Uhr nachmittags" and "15 Uhr".
        unit, unit_new = old.words[second[0] : second[1]], new.words[second[2] : second[3]]
        if unit and unit_new:
            # "40 million gallons", "151 million litres".
            measures = classes.numerals.measures
            if len(unit) != 1 or unit[0] not in measures or len(unit_new) != 1:
                return False
            verdict = converted(Side(words), Side(words_new), classes)
            return verdict is not None and verdict[1] == "converted"
        lone = unit or unit_new
        return lone[-1] in classes.numerals.times and rules.one_date(words, words_new)
    if (second[0] == second[1]) == (second[2] == second[3]):
        # "4 May 1957", "May 4, 1957".
        if "," in (*old.words[second[0] : second[1]], *new.words[second[2] : second[3]]):
            return rules.one_date(words, words_new)
        # A bound and a number right behind it.
        lone = old.words[first[0] : first[1]] or new.words[first[2] : first[3]]
        return (
            second[0] - first[1] == second[2] - first[3]
            and all(word in CURRENCIES for word in old.words[first[1] : second[0]])
            and " ".join(map(plain, lone)) in classes.bounds
            and rounded(Side(words), Side(words_new), classes) is not None
        )
    return rules.one_date(words, words_new) or (
        (first[0] == first[1]) != (second[0] == second[1])
        and amount(Side(words), Side(words_new), classes) is not None
    )
