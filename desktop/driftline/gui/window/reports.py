"""What is exported from the window, as jobs make it: nothing here touches a widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from driftline.report.options import of_today

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison
    from driftline.report.options import Annotations, ReportOptions
    from driftline.review.acts import HistoryEntry
    from driftline.review.statuses import ReviewState


class Exported(Protocol):
    """What can be set on pages and written to a file."""

    def pdf(self, options: ReportOptions, progress: Progress) -> bytes:
        """The bytes of its PDF."""

    def write(self, path: Path, options: ReportOptions, progress: Progress) -> None:
        """Write it in the form the ending names."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the editor said, and what gives its history: the session is asked in the job."""

    state: ReviewState | None
    history: Callable[[], list[HistoryEntry]]
    with_history: bool

    def annotations(self) -> Annotations | None:
        """The same as the report wants it."""
        from driftline.report.remarks import annotations_of

        return annotations_of(self.state, self.history(), with_history=self.with_history)


@dataclass(frozen=True, slots=True)
class OfComparison:
    """A comparison, with what was said about it."""

    comparison: Comparison
    said: Said | None

    def pdf(self, options: ReportOptions, progress: Progress) -> bytes:
        from driftline.report.worker import render_comparison

        return render_comparison(self.comparison, options, self._annotations(), progress)

    def write(self, path: Path, options: ReportOptions, progress: Progress) -> None:
        from driftline.report.write import write

        write(self.comparison, path, options, self._annotations(), progress)

    def _annotations(self) -> Annotations | None:
        return self.said.annotations() if self.said is not None else None


@dataclass(frozen=True, slots=True)
class OfCollation:
    """All versions of a story."""

    collation: Collation

    def pdf(self, options: ReportOptions, progress: Progress) -> bytes:
        from driftline.report.worker import render_collation

        return render_collation(self.collation, options, progress)

    def write(self, path: Path, options: ReportOptions, progress: Progress) -> None:
        from driftline.report.apparatus import write

        write(self.collation, path, options, progress)


def write(exported: Exported, path: str, options: ReportOptions, *, progress: Progress) -> None:
    """Write a report of today."""
    progress("Writing", 0, 1)
    exported.write(Path(path), of_today(options), progress)


def pdf(exported: Exported, options: ReportOptions, *, progress: Progress) -> bytes:
    """The pages of a report of today."""
    return exported.pdf(of_today(options), progress)


def first_page(
    exported: Exported, options: ReportOptions, width: int, *, progress: Progress
) -> tuple[QImage, int]:
    """The first page as a picture of some width in pixels, and how many pages there are."""
    from driftline.gui.window.pages import page_image

    return page_image(pdf(exported, options, progress=progress), 0, width)


def printed(pages: bytes, printer: QPrinter, *, progress: Progress) -> int:
    """Print the pages of a PDF; gives how many."""
    from driftline.gui.window.pages import print_pages

    return print_pages(pages, printer, progress=progress)
