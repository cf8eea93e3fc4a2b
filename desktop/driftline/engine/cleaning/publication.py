"""When, by whom and through whom a text was published, told from the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.cleaning.signatures import byline_in
from driftline.engine.reading.dates import dates_in
from driftline.engine.records import Reason, Span

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft


def published(draft: Draft) -> str | None:
    """The time of publication, ISO 8601 as exact as written; None when no line tells it."""
    for i, line in enumerate(draft.lines):
        if draft.why[i] is Reason.TIMESTAMP:
            for date in dates_in(line.text):
                return date.iso
    return None


def byline(draft: Draft) -> Span | None:
    """The names of the first byline of the page."""
    for i, line in enumerate(draft.lines):
        if draft.why[i] is Reason.BYLINE:
            span = byline_in(line, draft.language)
            if span is not None:
                return span
    return None
