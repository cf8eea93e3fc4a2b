"""Results as plain text for a terminal, wrapped to its width."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from driftline.engine.records import LedgerStatus
from driftline.report import labels
from driftline.report.locale import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.records import Comparison, Quotations, Version
    from driftline.engine.stories import Grouping
    from driftline.report.model import Change, QuoteLine, QuoteSide, Report

#: The narrowest and the widest a result is set, in characters.
NARROWEST, WIDEST = 40, 100


def cuts(version: Version, width: int = WIDEST) -> str:
    """What was cut from a text, one line a cut, with the reason."""
    reasons = [labels.REASONS[cut.reason] for cut in version.cuts]
    broad = max(map(len, reasons), default=0) + 2
    lines = [
        entry(reason.ljust(broad), cut.span.of(version.source.text), width)
        for reason, cut in zip(reasons, version.cuts, strict=True)
    ]
    return "\n".join(lines) or "Nothing was cut."


def quotations(version: Version, found: Quotations, width: int = WIDEST) -> str:
    """The quotations of a text as a table: number, kind, who with which words, and the words."""
    text = version.source.text
    rows = []
    for number, quotation in enumerate(found.quotations, 1):
        who = quotation.reference or quotation.speaker or "not named"
        if quotation.speaker and quotation.speaker != who:
            who = f"{who}, “{quotation.speaker}”"
        if quotation.cue:
            who = f"{who} ({' '.join(quotation.cue.split())})"
        rows.append((str(number), labels.QUOTATIONS[quotation.kind], who, quotation.span.of(text)))
    if not rows:
        return "There are no quotations."
    return _table(("No.", "Kind", "Who", "Words"), rows, width)


def stories(versions: Sequence[Version], grouping: Grouping, width: int = WIDEST) -> str:
    """The stories with their versions in the proposed order, then the texts that stand alone."""
    parts = []
    together = [story for story in grouping.stories if len(story.members) > 1]
    alone = [story.members[0] for story in grouping.stories if len(story.members) == 1]
    for number, story in enumerate(together, 1):
        lines = [f"Story {number}: {ENGLISH.several(len(story.members), 'version')}"]
        for member in story.members:
            notes = [ENGLISH.moment(date)] if (date := _published(versions[member])) else []
            notes += ["base text"] if member == story.base else []
            notes += ["contains its body twice"] if versions[member].holds_body_twice else []
            lines.append(entry("  ", _noted(versions[member].source.path, notes), width))
        inside = set(story.members)
        for pair in grouping.pairs:
            if pair.contains and pair.a in inside and pair.b in inside:
                long, short = (pair.a, pair.b) if pair.contains == "a" else (pair.b, pair.a)
                held = f"{versions[long].source.path} holds {versions[short].source.path}"
                lines.append(entry("  ", held, width))
        parts.append("\n".join(lines))
    if alone:
        lines = ["No other version:"]
        for member in alone:
            twice = ["contains its body twice"] if versions[member].holds_body_twice else []
            lines.append(entry("  ", _noted(versions[member].source.path, twice), width))
        parts.append("\n".join(lines))
    if grouping.passages:
        lines = ["Different stories that share a passage:"]
        lines += [
            f"  {versions[p.a].source.path} and {versions[p.b].source.path} ({p.similarity:.0%})"
            for p in grouping.passages
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def comparison(value: Comparison, width: int = WIDEST) -> str:
    """A comparison as a list: what differs beside the wording, each change, what became of quotes.

    Changes have the numbers they have in a report.
    """
    if value.old.source.sha256 == value.new.source.sha256:
        return f"{value.old.source.path} and {value.new.source.path} are identical."
    from driftline.report.building import build_report
    from driftline.report.options import ReportOptions

    report = build_report(value, ReportOptions(texts=False))
    parts = ["\n".join(_head(value, report))]
    if report.differences:
        rows = [(d.field, d.old or "–", d.new or "–") for d in report.differences]
        parts.append(_table(("Beside the wording", "Old", "New"), rows, width))
    if report.changes:
        parts.append("\n".join(_change(change, width) for change in report.changes))
    quotes = [q for q in report.quotes if q.status is not LedgerStatus.VERBATIM]
    if quotes:
        parts.append("Quotations\n" + "\n".join(_quote(quote, width) for quote in quotes))
    return "\n\n".join(parts)


def _head(value: Comparison, report: Report) -> list[str]:
    lines = [f"Old: {value.old.source.path}", f"New: {value.new.source.path}"]
    words = ENGLISH.several(report.new.words, "word")
    kept = f"{report.old.words:,} → {words}, {report.kept:.1%} kept."
    return [*lines, report.verdict, kept]


def _change(change: Change, width: int) -> str:
    name = labels.KINDS[change.kind]
    if change.subkind:
        name = f"{name} ({labels.KINDS[change.subkind].lower()})"
    places = [f"¶ {place}" for place in (change.old_paragraph, change.new_paragraph) if place]
    head = f"{change.label:>3}  {name} · {labels.SEVERITIES[change.severity].lower()}"
    if places:
        head += " · " + (places[0] if len(set(places)) == 1 else " → ".join(places))
    lines = [head]
    was = _marked(change.old_before, change.old, change.old_after)
    now = _marked(change.new_before, change.new, change.new_after)
    if was:
        lines.append(entry("     was ", was, width))
    if now:
        lines.append(entry("     is  ", now, width))
    return "\n".join(lines)


def _marked(before: str, text: str, after: str) -> str:
    """A change in its context, inside brackets; where words are missing, the brackets are empty."""
    if not (before or text or after):
        return ""
    gap = " " if not text and after[:1].isalnum() else ""
    return f"{before}[{text}]{gap}{after}"


def _quote(quote: QuoteLine, width: int) -> str:
    lines = [
        f"     {labels.STATUSES[quote.status]}" + (f": {quote.detail}" if quote.detail else "")
    ]
    if quote.old:
        lines.append(entry("     was ", _said(quote.old), width))
    if quote.new:
        lines.append(entry("     is  ", _said(quote.new), width))
    return "\n".join(lines)


def _said(side: QuoteSide) -> str:
    return f"{side.text} ({side.speaker})" if side.speaker else side.text


def _published(version: Version) -> str | None:
    return version.metadata.published


def _noted(text: str, notes: Sequence[str]) -> str:
    return f"{text} ({', '.join(notes)})" if notes else text


def entry(indent: str, text: str, width: int) -> str:
    """A text after an indent, its further lines below its first, in `width` characters."""
    return textwrap.fill(
        " ".join(text.split()),
        max(NARROWEST, min(width, WIDEST)),
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], width: int) -> str:
    """Columns as wide as they need, the last ones sharing what is left; a rule under the heads."""
    width = max(NARROWEST, min(width, WIDEST))
    folded = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    widths = [max(len(row[n]) for row in [heads, *folded]) for n in range(len(heads))]
    gaps = 2 * (len(heads) - 1)
    fixed = sum(widths[:-2])
    room = max(24, width - fixed - gaps)
    widths[-2] = min(widths[-2], max(10, room * 2 // 5))
    widths[-1] = min(widths[-1], max(14, room - widths[-2]))
    lines = []
    for row in [heads, tuple("─" * w for w in widths), *folded]:
        cells = [
            textwrap.wrap(cell, w, break_on_hyphens=False) or [""]
            for cell, w in zip(row, widths, strict=True)
        ]
        for n in range(max(len(cell) for cell in cells)):
            line = "  ".join(
                (cell[n] if n < len(cell) else "").ljust(w)
                for cell, w in zip(cells, widths, strict=True)
            )
            lines.append(line.rstrip())
    return "\n".join(lines)
