"""Writes a comparison as a report; the ending of the file's name chooses the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.report.files import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from driftline.engine.records import Comparison
    from driftline.report.options import Annotations, ReportOptions

    Renderer = Callable[[Comparison, ReportOptions | None, Annotations | None, Progress], bytes]

_SUFFIXES = (".pdf", ".html", ".docx", ".json", ".csv")


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
    render = _renderer(path.suffix.lower())
    if render is None:
        known = ", ".join(_SUFFIXES[:-1]) + " or " + _SUFFIXES[-1]
        raise DriftlineError(f"{path}: its ending names no form of report; end the name in {known}")
    put(path, render(comparison, options, review, progress))


def _renderer(suffix: str) -> Renderer | None:
    """What makes a form; each is imported when it is first needed."""
    if suffix == ".pdf":
        from driftline.report.worker import render_comparison as pdf

        return pdf
    if suffix == ".html":
        from driftline.report.html import render_comparison as html

        return html
    if suffix == ".docx":
        from driftline.report.docx import render as docx

        return docx
    if suffix == ".json":
        from driftline.report.json import render as json

        return json
    if suffix == ".csv":
        from driftline.report.csv import render as csv

        return csv
    return None
