"""Times that stand between a speaker and the verb: "The company on Monday said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.measures import number

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def without_time(tokens: list[Token], a: int, b: int, lexis: Lexis) -> int:
    """The end of a name without the time behind it: "The company on Monday said"."""
    if b - a < 3:
        return b
    before, last = tokens[b - 2].lower, tokens[b - 1].lower
    end = b
    if last in lexis.times:
        if before in lexis.prepositions:
            end = b - 2
        elif before in lexis.before_times and before in lexis.times:
            # "Mrs Vale last week said".
            end = b - 2
    elif lexis.among(last, "moments") and lexis.among(tokens[b - 3].lower, "locating"):
        # "Mrs Vale at the time said".
        end = b - 3
    if end == b or end <= a:
        return b
    while (
        end - a > 1
        and not tokens[end - 1].capital
        and (tokens[end - 1].lower in lexis.times or tokens[end - 1].lower in lexis.prepositions)
    ):
        end -= 1
    # "A poll released last week": the time of the release.
    dated = end - a > 1 and tokens[end - 1].lower.endswith("ed") and not tokens[end - 1].capital
    return b if dated else end


def before_ago(tokens: list[Token], a: int, b: int, lexis: Lexis) -> int:
    """The end of a name without a time that is counted: "The company two weeks ago said".

    The start where there is no name at all.
    """
    end = b - lexis.among(tokens[b - 1].lower, "counted_from")
    if end - a < 2 or not lexis.among(tokens[end - 1].lower, "time_units"):
        return b
    end -= 1
    if not (number(tokens[end - 1], lexis) or lexis.among(tokens[end - 1].lower, "some_number")):
        return b
    end -= 1
    while end > a and (
        tokens[end - 1].lower in lexis.comparing
        or lexis.among(tokens[end - 1].lower, "at_least")
        or lexis.among(tokens[end - 1].lower, "approximating")
    ):
        end -= 1
    before = tokens[end - 1].lower if end > a else ""
    # "in two weeks", "adults aged 18 years".
    return b if before in lexis.prepositions or before.endswith("ed") else end


def is_time(tokens: list[Token], lexis: Lexis) -> bool:
    """Whether a stretch is nothing but a time: "on Monday", "last week"."""
    *lead, last = [token.lower for token in tokens]
    return last in lexis.times and all(
        word in lexis.prepositions or word in lexis.before_times or word in lexis.times
        for word in lead
    )


def behind_time(tokens: list[Token], a: int, b: int, lexis: Lexis) -> int | None:
    """Where a name starts right behind the time that leads in: "On Monday scientists"."""
    for index in range(a + 1, b):
        before, word = tokens[index - 1].lower, tokens[index].lower
        if before in lexis.before_times:
            # "last weekend": a time, though no word of it is known.
            return None
        if before in lexis.times and tokens[index].word:
            if word in lexis.times or word in lexis.before_times:
                continue
            named = word not in lexis.prepositions and not word.isdigit()
            return index if named else None
    return None
