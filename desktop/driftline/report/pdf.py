"""Writes a report as PDF, set by typst from the template in resources/report.

Every text reaches the template as a JSON value, never as markup, so nothing a story says can change
the document. The file declares PDF/A-2a and PDF/UA-1; neither claim is certified.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any, Literal

from driftline import assets
from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.engine.records import Kind, LedgerStatus
from driftline.report.contrast import shortened
from driftline.report.excerpt import gap_of
from driftline.report.glyphs import SANS, SERIF, FontPlan, plan_fonts
from driftline.report.labels import KINDS
from driftline.report.marking import direction
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
from driftline.report.packing import pack
from driftline.report.wording import Wording, wording

#: Above this many changes the register is set without context, to keep time and memory in bounds.
COMPACT_ABOVE = 2_000

Standards = tuple[Literal["a-2a", "ua-1"], ...]
STANDARDS: Standards = ("a-2a", "ua-1")

#: Words longer than this may be broken anywhere, or they would run out of their column.
_LONG_WORD = re.compile(r"[^\s\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff]{36,}")
#: Where such a word may be broken: no character of any text, and nothing that is copied with it.
_BREAK = "\ufdd0"
#: What the typesetter takes for a language (ISO 639).
_LANGUAGE = re.compile("[a-z]{2,3}")
_MISSING = re.compile(r'the text `?"((?:[^"\\]|\\.)*)"`? could not be displayed')


def payload(
    report: Report, options: ReportOptions, plan: FontPlan, standards: Standards = STANDARDS
) -> str:
    """The report as the JSON text the template reads; `plan` says which fonts and stand-ins."""
    anchors, say = _Anchors(), wording(options.language)
    rows = [_row(row, anchors, options, say) for row in report.rows]
    merged = [_merged(item, anchors, say) for item in report.merged]
    brief = len(report.changes) > COMPACT_ABOVE
    notice = say.sentence(plan.sentence())
    same = sum(quote.status is LedgerStatus.VERBATIM for quote in report.quotes)
    value: dict[str, Any] = {
        "page": {
            "paper": str(options.paper),
            "landscape": options.landscape,
            "size": min(max(options.font_size, 6.0), 24.0),
            "colour": not options.black_and_white,
            "spell": options.spell_out,
            "inline": options.layout is Layout.INLINE,
        },
        "fonts": {"serif": [*SERIF, *plan.families], "sans": [*SANS, *plan.families]},
        "language": say.language,
        "words": say.words,
        "title": report.title,
        "verdict": report.verdict,
        "kept": say(
            "{share} % of the words kept ({kept} of {all}).",
            share=say.number(report.kept * 100, 1),
            kept=say.number(report.kept_words),
            all=say.number(max(report.old.words, report.new.words)),
        ),
        "old": _facts(report.old, say),
        "new": _facts(report.new, say),
        "counts": [
            [say.kind(line.kind), line.high, line.medium, line.low, line.shown]
            for line in report.counts
        ],
        "differences": [[d.field, d.old, d.new] for d in report.differences],
        "compact": brief,
        "marks": _marks_used(report),
        "rows": rows,
        "merged": merged,
        "changes": [_change(change, anchors, brief, say) for change in report.changes],
        "ledger": say.ledger(same, len(report.quotes) - same),
        "quotes": [
            [
                say.status(q.status),
                _quote(q.old, say),
                _quote(q.new, say),
                q.detail,
                q.said,
                q.note,
                q.status is LedgerStatus.VERBATIM,
            ]
            for q in report.quotes
        ],
        "history": [
            [
                line.when,
                line.act,
                line.kind,
                _shortened(line.old, 120, say),
                _shortened(line.new, 120, say),
                line.status,
                line.note,
            ]
            for line in report.history
        ],
        "settings": [[s.name, s.value] for s in report.settings],
        "notice": notice,
        "claim": _claim(standards, say),
        "program": report.program,
        "date": report.date,
        "day": say.day(datetime.fromisoformat(report.date)) if report.date else "",
        "editor": report.editor,
        "note": report.note,
    }
    return plan.readable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def characters(report: Report) -> set[str]:
    """Every character a report shows."""
    return set(json.dumps(report.as_json(), ensure_ascii=False, default=str))


def render(
    report: Report, options: ReportOptions | None = None, progress: Progress = silent
) -> bytes:
    """The PDF's bytes. Raises DriftlineError where the typesetter fails."""
    import typst

    options = options or ReportOptions()
    progress("Choosing fonts", 0, 3)
    language = report.new.language or report.old.language
    plan = plan_fonts(characters(report), language)
    fonts = typst.Fonts(
        include_system_fonts=bool(plan.families),
        include_embedded_fonts=True,
        font_paths=[str(assets.path("fonts"))],
    )
    template = assets.path("report", "report.typ")
    standards = STANDARDS
    trouble: Exception | None = None
    for _ in range(6):
        progress("Setting the pages", 1, 3)
        try:
            data = typst.compile(
                str(template),
                root=str(template.parent),
                font_paths=fonts,
                sys_inputs={"data": payload(report, options, plan, standards)},
                pdf_standards=list(standards),
            )
        except typst.TypstError as error:
            trouble = error
            missing = _undisplayable(str(error))
            if missing:
                plan = FontPlan(plan.families, tuple(sorted({*plan.missing, *missing})))
            elif standards:
                # Better a report that claims less than none.
                standards = standards[:-1]
            else:
                break
            continue
        progress("Setting the pages", 3, 3)
        return pack(bytes(data))
    raise DriftlineError(f"The PDF could not be set: {trouble}") from trouble


def _claim(standards: Standards, say: Wording) -> str:
    names = {"a-2a": "PDF/A-2a", "ua-1": "PDF/UA-1"}
    declared = f" {say('and')} ".join(names[standard] for standard in standards)
    said = say("declares no standard.")
    if declared:
        said = say("declares {standards}; not certified.", standards=declared)
    return said + " " + say("The same input and settings give the same bytes.")


def _undisplayable(message: str) -> set[str]:
    found = _MISSING.search(message)
    if not found:
        return set()
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), found[1])
    return {char for char in text if char not in '\\"' and ord(char) > 0x7F}


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


def _breakable(text: str) -> str:
    """Long words with places to break them, so that they stay inside their column."""
    return _LONG_WORD.sub(lambda m: _BREAK.join(re.findall(".{1,12}", m[0])), text)


def _row(
    row: TextRow | Gap, anchors: _Anchors, options: ReportOptions, say: Wording
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
        value["t"] = _breakable(runs[0].text)
    else:
        following = [run.text[:1].isalnum() for run in runs[1:]] + [False]
        value["t"] = [
            # The last tells that a number needs some room, or it runs into the next word.
            [_breakable(r.text), str(r.mark), r.moved, r.label, anchors.first(r.label), near]
            for r, near in zip(runs, following, strict=True)
        ]
    return value


def _merged(item: TextParagraph | Gap, anchors: _Anchors, say: Wording) -> dict[str, Any]:
    return {"gap": gap_of(item, say)} if isinstance(item, Gap) else _paragraph(item, anchors)


def _facts(facts: VersionFacts, say: Wording) -> dict[str, Any]:
    fields = {
        "Headline": facts.title or say("none found"),
        "Byline": facts.byline,
        "Source": facts.source,
        "Published": facts.published,
        "File": _breakable(facts.path.replace("\\", "\\" + _BREAK)),
        "SHA-256": _BREAK.join(re.findall(".{1,8}", facts.sha256)),
        "Read as": ", ".join(part for part in (facts.format, facts.encoding) if part),
        "Story": say(
            "{words} in {paragraphs}",
            words=say.several(facts.words, "word"),
            paragraphs=say.several(facts.paragraphs, "paragraph"),
        ),
        "Cut from page": say.several(facts.cut_words, "word")
        if facts.cut_words
        else say("nothing"),
    }
    return {
        "name": facts.name,
        "caption": ", ".join(part for part in (facts.source, facts.published) if part),
        "fields": [(say(name), value) for name, value in fields.items()],
        "hash": facts.sha256[:12],
        "language": facts.language if _LANGUAGE.fullmatch(facts.language) else say.language,
        "notes": list(facts.notes),
        "cuts": [
            [cut.reason, _breakable(cut.text), cut.by_hand, cut.said, cut.note]
            for cut in facts.cuts
        ],
    }


def _marks_used(report: Report) -> list[str]:
    """What the legend has to explain: deleted, inserted, moved, point, paragraph."""
    kinds = {change.kind for change in report.changes}
    used = ["deleted", "inserted", "point"]
    if Kind.MOVE in kinds or any(isinstance(r, TextRow) and r.tag for r in report.rows):
        used.append("moved")
    if kinds & {Kind.PARAGRAPH_MERGE, Kind.PARAGRAPH_SPLIT}:
        used.append("pilcrow")
    return used


def _change(change: Change, anchors: _Anchors, brief: bool, say: Wording) -> dict[str, Any]:
    detail = f" ({say.inside(KINDS[change.subkind])})" if change.subkind else ""
    limit = 120 if brief or change.kind is Kind.MOVE else 360
    old, new = (_shortened(text, limit, say) for text in (change.old, change.new))
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
        "why": "" if brief else change.explanation,
        "status": change.status,
        "note": change.note,
    }


def _places(change: Change, say: Wording) -> str:
    a, b = change.old_paragraph, change.new_paragraph
    if a and b:
        return f"¶\u00a0{a}" if a == b else say("¶\u00a0{old}, now\u00a0{new}", old=a, new=b)
    return say("¶\u00a0{n} (old)", n=a) if a else say("¶\u00a0{n} (new)", n=b) if b else ""


def _shortened(text: str, limit: int, say: Wording) -> str:
    """A long passage by its beginning: the whole of it stands in the texts."""
    if len(text) > limit:
        whole = say("{words} in all", words=say.several(len(text.split()), "word"))
        start = text[:limit].rpartition(" ")[0] or text[:limit]
        text = f"{start} … [{whole}]"
    return _breakable(text)


def _quote(side: QuoteSide | None, say: Wording) -> list[Any] | None:
    if side is None:
        return None
    rtl = direction(side.text) == "rtl"
    text = _shortened(side.text, 600, say)
    runs = [[_breakable(run.text), str(run.mark)] for run in shortened(side.runs)]
    return [text, side.speaker, side.cue, side.kind, side.paragraph or 0, rtl, runs]
