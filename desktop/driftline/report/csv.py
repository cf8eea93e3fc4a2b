"""Writes the changes and the quote ledger as one comma-separated table for a spreadsheet.

UTF-8 with a byte-order mark and CRLF line ends (RFC 4180), so that a double click opens it right.
A text that a spreadsheet would take for a formula is given an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.report.building import build_report
from driftline.report.locale import locale
from driftline.report.options import Annotations, ReportOptions

if TYPE_CHECKING:
    from driftline.engine.records import Comparison
    from driftline.report.locale import Locale
    from driftline.report.model import Change, HistoryLine, QuoteLine, QuoteSide

COLUMNS = (
    "Table",
    "No.",
    "Kind",
    "Inner kind",
    "Severity",
    "In quotation",
    "Old wording",
    "New wording",
    "Old paragraph",
    "New paragraph",
    "Old speaker",
    "New speaker",
    "Explanation",
    "Status",
    "Note",
)

#: What a spreadsheet reads as the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> bytes:
    """The table: changes, quotations and history, told apart by the first column."""
    options = replace(options or ReportOptions(), texts=False)
    report = build_report(comparison, options, review, progress)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    say = locale(options.language)
    writer.writerow(map(say, COLUMNS))
    for change in report.changes:
        writer.writerow([harmless(cell) for cell in _change(change, say)])
    for number, quote in enumerate(report.quotes, 1):
        writer.writerow([harmless(cell) for cell in _quote(number, quote, say)])
    for number, past in enumerate(report.history, 1):
        writer.writerow([harmless(cell) for cell in _history(number, past, say)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "replace")


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would calculate."""
    return "'" + text if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _change(change: Change, say: Locale) -> list[str]:
    return [
        say("change"),
        change.label,
        say.kind(change.kind),
        say.kind(change.subkind) if change.subkind else "",
        say.severity(change.severity),
        say("yes" if change.in_quote else "no"),
        change.old,
        change.new,
        str(change.old_paragraph or ""),
        str(change.new_paragraph or ""),
        "",
        "",
        change.explanation,
        change.status,
        change.note,
    ]


def _quote(number: int, line: QuoteLine, say: Locale) -> list[str]:
    def words(side: QuoteSide | None) -> tuple[str, str, str]:
        return (side.text, str(side.paragraph or ""), side.speaker) if side else ("", "", "")

    old_text, old_place, old_speaker = words(line.old)
    new_text, new_place, new_speaker = words(line.new)
    form = line.new or line.old
    return [
        say("quotation"),
        f"Q{number}",
        say.status(line.status),
        form.kind if form else "",
        "",
        say("yes"),
        old_text,
        new_text,
        old_place,
        new_place,
        old_speaker,
        new_speaker,
        line.detail,
        line.said,
        line.note,
    ]


def _history(number: int, line: HistoryLine, say: Locale) -> list[str]:
    return [
        say("history"),
        f"H{number}",
        line.kind,
        *[""] * 3,
        line.old,
        line.new,
        *[""] * 4,
        f"{line.when}: {line.act}",
        line.now,
        line.note,
    ]
