"""Writes a comparison as the JSON object that scripts depend on (driftline/compare/1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.report import contract
from driftline.report.files import put

if TYPE_CHECKING:
    from pathlib import Path

    from driftline.engine.records import Comparison
    from driftline.report.options import Annotations, ReportOptions


def write_json(
    comparison: Comparison,
    path: Path,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> None:
    """Writes the object, whole whatever the options say; remarks are added to their edits."""
    progress("Writing", 0, 1)
    value = contract.compare(comparison)
    if review:
        for edit in value["edits"]:
            remark = review.remarks.get(edit["id"])
            if remark:
                edit |= {"status": remark.status, "note": remark.note}
    put(path, (contract.line(value) + "\n").encode("utf-8", "backslashreplace"))
