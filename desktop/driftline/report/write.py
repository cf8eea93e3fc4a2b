"""Writes a comparison as a report; the ending of the file's name chooses the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent

if TYPE_CHECKING:
    from pathlib import Path

    from driftline.engine.records import Comparison
    from driftline.report.options import Annotations, ReportOptions

_SUFFIXES = (".pdf", ".docx")


def suffixes() -> tuple[str, ...]:
    """The endings a report can have."""
    return _SUFFIXES


def write(
    comparison: Comparison,
    path: Path,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> None:
    """Writes the report in the form the path's ending names.

    Raises DriftlineError for an unknown ending and where the file can't be written; on trouble or
    cancel nothing is left behind and a file already there stays as it was.
    """
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        from driftline.report.pdf import write_pdf

        write_pdf(comparison, path, options, review, progress)
    elif suffix == ".docx":
        from driftline.report.docx import write_docx

        write_docx(comparison, path, options, review, progress)
    else:
        known = ", ".join(suffixes()[:-1]) + " or " + suffixes()[-1]
        raise DriftlineError(
            f"{path}: a report can't be written as “{suffix or 'a file without an ending'}”; "
            f"end the name in {known}."
        )
