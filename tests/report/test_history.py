"""The history of a review as a table."""

import csv
import io
from datetime import UTC, datetime

from driftline.report.history import render, write_history
from driftline.report.locale import locale
from driftline.review.acts import HistoryEntry, HistoryLine
from driftline.review.statuses import Status, Subject

MONDAY = datetime(2031, 5, 5, 9, 30, tzinfo=UTC)
LINE = HistoryLine(
    1, Subject.EDIT, "number", "nine", "=ten", Status.OPEN, Status.QUERY, "Ask the desk."
)
ENTRIES = [
    HistoryEntry(1, MONDAY, "Changed a title", True),
    HistoryEntry(2, MONDAY, "Set one change to query", False, lines=(LINE,)),
]


def rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_every_act_has_a_line_for_each_thing_it_was_about():
    head, title, status = rows(render(ENTRIES))
    assert head == [
        "When", "Act", "Holds", "Kind", "Old wording", "New wording", "Was", "Became", "Note",
    ]  # fmt: skip
    assert title == ["2031-05-05T09:30:00+00:00", "Changed a title", "yes", *[""] * 6]
    assert status[1:3] == ["Set one change to query", "undone"]
    assert status[4:] == ["nine", "'=ten", "open", "query", "Ask the desk."]


def test_it_is_written_in_the_language_asked_for(tmp_path):
    write_history(ENTRIES, tmp_path / "history.csv", "de")
    written = (tmp_path / "history.csv").read_bytes()
    assert written == render(ENTRIES, locale("de"))
    assert rows(written)[0] != rows(render(ENTRIES))[0]
