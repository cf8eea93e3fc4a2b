"""Quotations in scripts that set no spaces: the cue beside the marks gives the speaker."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.quotation.findings import Attribution, Finding
from driftline.engine.records import Span

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.passages import Passage

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NAME = r"[^\s，。！？、：:；,「」“”]"
_REACH = 40


def unspaced(passage: Passage, text: str) -> bool:
    """Whether a passage is written in ideographs or kana."""
    sample = text[passage.span.start : min(passage.span.end, passage.span.start + 200)]
    return 2 * len(_IDEOGRAPHS.findall(sample)) > len(sample.strip())


@cache
def _patterns(verbs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verb = "|".join(map(re.escape, verbs))
    before = re.compile(rf"(?P<name>{_NAME}{{1,16}}?)(?P<verb>{verb})(?:道)?[：:，,]?\s*$")
    after = re.compile(rf"\s*(?P<name>{_NAME}{{1,12}}?)(?P<verb>{verb})")
    quoting = re.compile(
        rf"(?:など)?と[、，]?(?P<name>{_NAME}{{1,16}}?)(?:は|が)[^。「]{{0,20}}?(?P<verb>{verb})"
    )
    return before, after, quoting


def attribute_unspaced(passage: Passage, text: str, lexis: Lexis) -> Attribution:
    """The quotations of one passage: speaker, verb and marks in either order."""
    before, after, quoting = _patterns(lexis.unspaced)
    found = Attribution(passage)
    last = passage.span.start
    for place in passage.quotes:
        span = passage.row.span(place, place + 1)
        left = text[max(last, span.start - _REACH) : span.start]
        offset = span.start - len(left)
        match = before.search(left)
        if match is None:
            right = text[span.end : min(passage.span.end, span.end + _REACH)]
            offset = span.end
            match = quoting.match(right) or after.match(right)
        last = span.end
        if match is None:
            found.left_over.append(place)
            continue
        found.findings.append(
            Finding(
                [span],
                Span(offset + match.start("verb"), offset + match.end("verb")),
                Span(offset + match.start("name"), offset + match.end("name")),
            )
        )
    return found
