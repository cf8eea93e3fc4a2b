"""One text out of two: kept, deleted and inserted words in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.records import Comparison, Edit
    from driftline.report.model import Gap, TextParagraph
    from driftline.report.options import ReportOptions


def merged_paragraphs(
    comparison: Comparison, listed: list[Edit], numbers: dict[int, str], options: ReportOptions
) -> tuple[TextParagraph | Gap, ...]:
    """The inline text."""
    return ()
