"""A quotation in two parts: « Nous ferons appel, a déclaré le maire. C'est notre droit. »"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.quotation.findings import Finding
from driftline.engine.quotation.inversion import name_after
from driftline.engine.quotation.tokens import row_of
from driftline.engine.records import Span

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Token


def incise(token: Token, text: str, lexis: Lexis) -> Finding | None:
    """The quotation in two parts around a cue that stands inside its guillemets, if one does."""
    quote = token.quote
    if quote is None or token.text[:1] not in "«»“" or not (lexis.compound or lexis.verb_second):
        return None
    inside = row_of(text, quote.inner.start, quote.inner.end, lexis.language)
    row = inside.tokens
    for index in range(1, len(row) - 1):
        if row[index].text not in lexis.incise_marks:
            continue
        first = last = index + 1
        helper, _, pronoun = row[first].lower.partition("-")
        if helper in lexis.having and last + 1 < len(row):
            last += 1
        verb = lexis.verb(row[last].lower)
        if verb is None or "speech" not in verb.classes or last + 1 >= len(row):
            continue
        following = row[last + 1]
        if "subject" in verb.classes or pronoun:
            # "explique-t-il", "a-t-il dit"
            hyphen = row[first].text.rindex("-")
            speaker = Span(inside.start(first) + hyphen + 1, inside.end(first))
            end = last + 1
        elif (
            following.capital
            or following.lower in lexis.determiners
            or following.lower in lexis.personal
        ):
            end = name_after(row, last + 1, lexis)
            speaker = inside.span(last + 1, end)
        else:
            continue
        rest = end
        while rest < len(row) and not row[rest].word and row[rest].quote is None:
            rest += 1
        spans = [Span(quote.span.start, inside.end(index - 1))]
        if rest < len(row):
            spans.append(Span(inside.start(rest), quote.span.end))
        return Finding(
            spans,
            inside.span(first, last + 1),
            speaker,
            spoken=True,
        )
    return None


def resumed(tokens: list[Token], place: int, findings: list[Finding], text: str) -> Finding | None:
    """The quotation that marked words go on with at the end of its sentence, if they do.

    "We stay," said Ann Vale, a clerk, "until noon": a comma ends the first part and what is told
    of the speaker, and the second begins as the middle of a sentence does.
    """
    quote = tokens[place].quote
    if (
        quote is None
        or not place
        or tokens[place - 1].text != ","
        or not text[quote.inner.start : quote.inner.end].lstrip()[:1].islower()
        or any(token.word or token.quote for token in tokens[place + 1 :])
    ):
        return None
    for finding in reversed(findings):
        end = finding.spans[-1].end
        if end <= quote.span.start:
            begun = finding.cue is not None and not (finding.indirect or finding.floating)
            return finding if begun and "," in text[end - 2 : end + 1] else None
    return None
