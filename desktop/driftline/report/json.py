"""Writes a comparison as the JSON object that scripts depend on (driftline/compare/1)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.report import contract
from driftline.report.remarks import history_of

if TYPE_CHECKING:
    from driftline.engine.records import Comparison
    from driftline.report.options import Annotations, ReportOptions


def render(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> bytes:
    """The object's bytes, whole whatever the options say.

    Remarks are added to their edits and, as `review` and `note`, to their quotations; the history
    of the review stands in `history` where there is one.
    """
    progress("Writing", 0, 1)
    value = contract.compare(comparison)
    if review:
        for edit in value["edits"]:
            remark = review.remarks.get(edit["id"])
            if remark:
                edit |= {"status": remark.status, "note": remark.note}
        for number, line in enumerate(value["quotes"]):
            remark = review.quotes.get(number)
            if remark:
                line |= {"review": remark.status, "note": remark.note}
        if review.history:
            value["history"] = [asdict(line) for line in history_of(review.history)]
    return (contract.line(value) + "\n").encode("utf-8", "backslashreplace")
