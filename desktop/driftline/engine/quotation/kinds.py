"""Whether a quotation is direct, mixed or indirect speech: by the marks in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from driftline.engine.records import QuotationKind

if TYPE_CHECKING:
    from driftline.engine.quotation.findings import Finding
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.records import Span

_DOUBLE = re.compile("[\"“”„‟«»「」『』〝〞〟＂]|''|``|‘‘|’’")
_EDGES = " \t\r\n\xa0\u2009\u202f\u3000,.;:!?…–—-()[]、。，！？\"“”„‟'‘’‚‛«»‹›「」『』〝〞〟＂`"


def kind_of(finding: Finding, spans: list[Span], text: str, lexis: Lexis) -> QuotationKind:
    """Whether a finding is direct, mixed or indirect speech."""
    if finding.spoken or finding.continued:
        return QuotationKind.DIRECT
    if finding.indirect:
        return QuotationKind.INDIRECT
    if finding.speaker is not None and finding.cue is None and not finding.floating:
        return QuotationKind.DIRECT
    kinds = {_span_kind(span.of(text), lexis) for span in spans}
    return kinds.pop() if len(kinds) == 1 else QuotationKind.MIXED


def _span_kind(text: str, lexis: Lexis) -> QuotationKind:
    """Direct when nothing but edge punctuation stands outside the outermost marks."""
    marks = list(_DOUBLE.finditer(text))
    if not marks and text[:1] not in "'‘’‚‹":
        # Single marks inside it: British papers set no others.
        return QuotationKind.MIXED
    first = marks[0].start() if marks else 0
    if text[0] in "'‘’‚‹" and text.rstrip(".,;:!?…")[-1:] in "'’‘›":
        return QuotationKind.DIRECT
    head = text[:first].strip(_EDGES)
    tail = text[marks[-1].end() :].strip(_EDGES) if marks else ""
    if head or (tail and len(marks) > 1):
        return QuotationKind.MIXED
    for shut, opened in zip(marks[1::2], marks[2::2], strict=False):
        closes = not text[shut.start() - 1].isspace() and text[shut.end() :][:1].isspace()
        between = text[shut.end() : opened.start()].strip(_EDGES)
        if closes and between and between not in lexis.conjunctions:
            return QuotationKind.MIXED
    return QuotationKind.DIRECT
