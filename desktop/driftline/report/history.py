"""Writes the history of a review as a comma-separated table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from driftline.report.csv import harmless
from driftline.report.files import put
from driftline.report.locale import ENGLISH, Locale, locale
from driftline.report.remarks import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from driftline.review.acts import HistoryEntry

COLUMNS = ("When", "Act", "Holds", "Kind", "Old wording", "New wording", "Was", "Became", "Note")


def render(entries: Sequence[HistoryEntry], say: Locale = ENGLISH) -> bytes:
    """The table's bytes, oldest act first: one line for each thing an act was about.

    UTF-8 with a byte-order mark; `When` is ISO 8601 in UTC.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(map(say, COLUMNS))
    for entry in entries:
        holds = say("yes" if entry.holds else "undone")
        head = (entry.when.isoformat(), say.sentence(entry.sentence), holds)
        if not entry.lines:
            table.writerow((*map(harmless, head), "", "", "", "", "", ""))
        for line in entry.lines:
            was, now = say(line.was.value), say(line.now.value)
            said = (kind_of(line, say), line.old, line.new, was, now, line.note)
            table.writerow(map(harmless, (*head, *said)))
    return out.getvalue().encode("utf-8-sig")


def write_history(entries: Sequence[HistoryEntry], path: Path, language: str = "en") -> None:
    """Writes the table. Raises DriftlineError where it can't be put in its place."""
    put(path, render(entries, locale(language)))
