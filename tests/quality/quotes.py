"""Turns a gold file of quotations into predictions, and counts what is wholly right.

    python tests/quality/quotes.py GOLD.jsonl PRED.jsonl

GOLD has one JSON object a line with `id`, `text` and perhaps `lang`; every line of the text is
a paragraph, nothing is cut. PRED gets the same ids with `quotes` in the form of
`driftline quotes --json`, and `ms`, the milliseconds taken.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from driftline.engine.options import QuotationOptions
from driftline.engine.quotation.extract import extract
from driftline.engine.quotation.ledger import ledger
from driftline.engine.records import (
    LedgerStatus,
    Metadata,
    Paragraph,
    QuotationKind,
    Quotations,
    Source,
    Span,
    Version,
)

PLANTED = Path(__file__).resolve().parents[1] / "data" / "alignment" / "planted.jsonl.xz"
_NO_WORDS = {"typography", "move", "paragraph_split", "paragraph_merge", "sentence_split"}
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_EDGE = " \t\r\n\xa0\u2009\u202f\u3000,.;:!?…–—-()[]、。，！？\"“”„‟'‘’‚‛«»‹›「」『』〝〞〟＂`"


def as_read(text: str, language: str | None = None) -> Version:
    """A version with nothing cut and a paragraph for every line."""
    return Version(
        Source("text", "0" * 64, "text/plain", "utf-8", text),
        paragraphs=tuple(Paragraph(Span(*m.span())) for m in _LINE.finditer(text)),
        metadata=Metadata(language=language),
    )


def found(text: str, language: str | None = None) -> Quotations:
    """The quotations of a text."""
    return extract(as_read(text, language), QuotationOptions())


def rows(text: str, quotations: Quotations) -> list[dict[str, Any]]:
    """Quotations in the form of `driftline quotes --json`."""
    return [
        {
            "start": q.span.start,
            "end": q.span.end,
            "text": q.span.of(text),
            "spans": [[s.start, s.end] for s in q.spans],
            "kind": str(q.kind),
            "speaker": q.speaker,
            "speaker_start": q.speaker_start,
            "reference": q.reference,
            "cue": q.cue,
            "cue_start": q.cue_start,
        }
        for q in quotations.quotations
    ]


def trimmed(words: str) -> str:
    """Words without marks and punctuation at their edges."""
    return words.strip(_EDGE)


def _units(text: str, quotes: list[dict[str, Any]]) -> list[tuple[str, str, str, bool]]:
    """Each part of each quotation without edge punctuation, with its reference and cue."""
    units = []
    for quote in quotes:
        for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]:
            said = trimmed(text[start:end])
            said = re.sub(r"^(?:that|dass)\s+", "", said, flags=re.IGNORECASE)
            place = text.index(said, start)
            reference = re.sub(r"^(?:the|a|ms\.?|mr\.?)\s+", "", quote["reference"].casefold())
            units.append((place, said, reference, quote["cue"].casefold()))
    return [unit[1:] for unit in sorted(units)]


def wholly_right(text: str, gold: list[dict[str, Any]], quotations: Quotations) -> bool:
    """Whether exactly the gold's quotations were found, each with its speaker and cue."""
    return _units(text, gold) == _units(text, rows(text, quotations))


def f1(text: str, gold: list[dict[str, Any]], quotations: Quotations) -> tuple[int, int, int]:
    """How many quotations are in gold, were found, and are in both with the same words."""
    wanted = Counter(unit[0] for unit in _units(text, gold))
    given = Counter(unit[0] for unit in _units(text, rows(text, quotations)))
    return wanted.total(), given.total(), (wanted & given).total()


def planted() -> Counter[str]:
    """What the ledger says of marked quotations in articles with planted edits.

    Counts "altered" quotations (an edit lies within their words) and "told" ones of them, "kept"
    ones (no edit touches them) and those "falsely told" as changed.
    """
    counts: Counter[str] = Counter()
    for line in lzma.decompress(PLANTED.read_bytes()).decode("utf-8").splitlines():
        pair = json.loads(line)
        old, new = as_read(pair["a"]), as_read(pair["b"])
        before, after = found(pair["a"]), found(pair["b"])
        told = {
            entry.a
            for entry in ledger(old, new, before, after)
            if entry.status not in (LedgerStatus.VERBATIM, LedgerStatus.REATTRIBUTED)
        }
        edits = [
            (edit["a_start"], edit["a_end"])
            for edit in pair["edits"]
            if edit["kind"] not in _NO_WORDS
        ]
        for number, quotation in enumerate(before.quotations):
            if quotation.kind is QuotationKind.INDIRECT:
                continue
            whole = quotation.span
            if any(s.start < a and b < s.end for a, b in edits for s in quotation.spans):
                counts["altered"] += 1
                counts["told"] += number in told
            elif not any(a <= whole.end and b >= whole.start for a, b in edits):
                counts["kept"] += 1
                counts["falsely told"] += number in told
    return counts


def main(gold: Path, predictions: Path) -> None:
    """Write predictions for a gold file."""
    with predictions.open("w", encoding="utf-8") as out:
        for line in gold.read_text("utf-8").splitlines():
            document = json.loads(line)
            started = time.perf_counter()
            quotations = found(document["text"], document.get("lang"))
            spent = 1000 * (time.perf_counter() - started)
            row = {"id": document["id"], "ms": spent, "quotes": rows(document["text"], quotations)}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
