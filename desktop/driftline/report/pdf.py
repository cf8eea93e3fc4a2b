"""Writes the report of a comparison as PDF, from the template report.typ."""

from __future__ import annotations

import re
from typing import Any

from driftline.engine.progress import Progress, silent
from driftline.engine.records import Kind, LedgerStatus
from driftline.report.contrast import shortened as shortened_runs
from driftline.report.excerpt import gap_of
from driftline.report.facts import caption, identity, kept_of, legend_of
from driftline.report.labels import KINDS
from driftline.report.legible import direction
from driftline.report.locale import Locale, locale
from driftline.report.model import (
    Change,
    Gap,
    Mark,
    QuoteSide,
    Report,
    TextParagraph,
    TextRow,
    VersionFacts,
)
from driftline.report.options import Layout, ReportOptions
from driftline.report.typesetting import (
    breakable,
    breakable_digest,
    breakable_path,
    dated,
    page,
    shortened,
    typeset,
)

#: Above this many changes the register is set without context, to keep time and memory in bounds.
COMPACT_ABOVE = 2_000

#: What the typesetter takes for a language (ISO 639).
_LANGUAGE = re.compile("[a-z]{2,3}")


def render(
    report: Report, options: ReportOptions | None = None, progress: Progress = silent
) -> bytes:
    """The PDF's bytes. Raises DriftlineError where the typesetter fails."""
    options = options or ReportOptions()
    text_language = report.new.language or report.old.language
    value = _values(report, options)
    return typeset("report.typ", value, options.language, text_language, progress)


def _values(report: Report, options: ReportOptions) -> dict[str, Any]:
    """The report as the values the template reads."""
    anchors, say = _Anchors(), locale(options.language)
    rows = [_row(row, anchors, options, say) for row in report.rows]
    merged = [_merged(item, anchors, say) for item in report.merged]
    brief = len(report.changes) > COMPACT_ABOVE
    same = sum(quote.status is LedgerStatus.VERBATIM for quote in report.quotes)
    return {
        "page": {
            **page(options),
            "spell": options.spell_out,
            "inline": options.layout is Layout.INLINE,
        },
        "title": report.title,
        "running": say(
            "Old {old} · New {new}", old=report.old.sha256[:12], new=report.new.sha256[:12]
        ),
        "verdict": report.verdict,
        "kept": kept_of(report, say),
        "old": _facts(report.old, say),
        "new": _facts(report.new, say),
        "counts": [
            [say.kind(line.kind), line.high, line.medium, line.low, line.shown]
            for line in report.counts
        ],
        "differences": [[d.field, d.old, d.new] for d in report.differences],
        "compact": brief,
        "legend": list(legend_of(report).items()),
        "rows": rows,
        "merged": merged,
        "changes": [_change(change, anchors, brief, say) for change in report.changes],
        "ledger": say.ledger(same, len(report.quotes) - same),
        "quotes": [
            [
                say.status(q.status),
                _quote(q.old, say),
                _quote(q.new, say),
                breakable(q.detail),
                q.said,
                breakable(q.note),
                q.status is LedgerStatus.VERBATIM,
            ]
            for q in report.quotes
        ],
        "history": [
            [
                line.when,
                line.act,
                line.kind,
                shortened(line.old, 120, say),
                shortened(line.new, 120, say),
                line.status,
                line.note,
            ]
            for line in report.history
        ],
        "settings": [[s.name, s.value] for s in report.settings],
        **dated(report.date, say),
        "editor": report.editor,
        "note": report.note,
    }


# ---------------------------------------------------------------------------- parts


class _Anchors:
    """Remembers the first place of each change, which the register links to."""

    def __init__(self) -> None:
        self.placed: set[str] = set()
        self.rows: set[int] = set()

    def first(self, label: str) -> bool:
        if not label or label in self.placed:
            return False
        self.placed.add(label)
        return True


def _row(
    row: TextRow | Gap, anchors: _Anchors, options: ReportOptions, say: Locale
) -> dict[str, Any]:
    if isinstance(row, Gap):
        return {"gap": gap_of(row, say)}
    size = max(
        (sum(len(r.text) for p in side for r in p.runs) for side in (row.old, row.new)), default=0
    )
    paragraphs = max(len(row.old), len(row.new))
    value: dict[str, Any] = {
        "a": [_paragraph(p, anchors) for p in row.old],
        "b": [_paragraph(p, anchors) for p in row.new],
        "whole": size + 60 * paragraphs <= _column_capacity(options) // 3,
        "changed": row.changed,
    }
    if row.tag:
        value |= {"tag": row.tag, "label": row.label, "first": anchors.first(row.label)}
        value |= {"id": row.index, "target": row.target}
    return value


def _column_capacity(options: ReportOptions) -> int:
    """How many characters of running text one column of a page holds, cautiously."""
    width, height = (700, 400) if options.landscape else (480, 650)
    size = min(max(options.font_size, 6.0), 24.0)
    column = width / 2 - 30
    # Wide scripts fill a line with fewer letters; a letter is taken as two thirds of its height.
    return int(column / (size * 0.66)) * int(height / (size * 1.6))


def _paragraph(paragraph: TextParagraph, anchors: _Anchors) -> dict[str, Any]:
    value: dict[str, Any] = {"n": paragraph.number, "r": str(paragraph.role)}
    if paragraph.direction != "ltr":
        value["d"] = paragraph.direction
    if paragraph.mark is not Mark.SAME:
        value["m"] = str(paragraph.mark)
    runs = paragraph.runs
    if len(runs) == 1 and runs[0].mark is Mark.SAME and not runs[0].moved and not runs[0].label:
        value["t"] = runs[0].text
    else:
        following = [run.text[:1].isalnum() for run in runs[1:]] + [False]
        value["t"] = [
            # The last tells that a number needs some room, or it runs into the next word.
            [r.text, str(r.mark), r.moved, r.label, anchors.first(r.label), near]
            for r, near in zip(runs, following, strict=True)
        ]
    return value


def _merged(item: TextParagraph | Gap, anchors: _Anchors, say: Locale) -> dict[str, Any]:
    return {"gap": gap_of(item, say)} if isinstance(item, Gap) else _paragraph(item, anchors)


def _facts(facts: VersionFacts, say: Locale) -> dict[str, Any]:
    fields = identity(facts, say)
    fields[say("File")] = breakable_path(facts.path)
    fields[say("SHA-256")] = breakable_digest(facts.sha256)
    return {
        "name": facts.name,
        "caption": caption(facts),
        "fields": list(fields.items()),
        "language": facts.language if _LANGUAGE.fullmatch(facts.language) else say.language,
        "notes": list(facts.notes),
        "cuts": [[cut.reason, cut.text, cut.by_hand, cut.said, cut.note] for cut in facts.cuts],
    }


def _change(change: Change, anchors: _Anchors, brief: bool, say: Locale) -> dict[str, Any]:
    detail = f" ({say.inside(KINDS[change.subkind])})" if change.subkind else ""
    limit = 120 if brief or change.kind is Kind.MOVE else 360
    old, new = (shortened(text, limit, say) for text in (change.old, change.new))
    where = [say.severity(change.severity), _places(change, say)]
    if change.in_quote:
        where.append(say("in quotation marks"))
    return {
        "label": change.label,
        "linked": change.label in anchors.placed,
        "kind": say.kind(change.kind),
        "detail": detail,
        "severity": str(change.severity),
        "where": " · ".join(part for part in where if part),
        "moved": change.kind is Kind.MOVE,
        "rtl": direction(change.old + change.new + change.old_before + change.new_before) == "rtl",
        "old": ["", old, ""] if brief else [change.old_before, old, change.old_after],
        "new": ["", new, ""] if brief else [change.new_before, new, change.new_after],
        "why": "" if brief else breakable(change.explanation),
        "status": change.status,
        "note": breakable(change.note),
    }


def _places(change: Change, say: Locale) -> str:
    a, b = change.old_paragraph, change.new_paragraph
    if a and b:
        return f"¶\u00a0{a}" if a == b else say("¶\u00a0{old}, now\u00a0{new}", old=a, new=b)
    return say("¶\u00a0{n} (old)", n=a) if a else say("¶\u00a0{n} (new)", n=b) if b else ""


def _quote(side: QuoteSide | None, say: Locale) -> list[Any] | None:
    if side is None:
        return None
    rtl = direction(side.text) == "rtl"
    text = shortened(side.text, 600, say)
    runs = [[run.text, str(run.mark)] for run in shortened_runs(side.runs)]
    return [text, breakable(side.speaker), side.cue, side.kind, side.paragraph or 0, rtl, runs]
