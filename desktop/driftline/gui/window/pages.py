"""Pages of a PDF as pictures, for the preview and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from driftline.engine.progress import Progress

_POINTS_AN_INCH = 72


def page_image(pdf: bytes, page: int, width: int) -> tuple[QImage, int]:
    """A page as a picture of some width in pixels, and how many pages there are.

    Safe off the GUI thread, one call at a time.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        sheet = document[min(page, count - 1)]
        drawn = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True)
        image = QImage(
            bytes(drawn.buffer),
            drawn.width,
            drawn.height,
            drawn.stride,
            QImage.Format.Format_RGB888,
        ).copy()
        return image, count
    finally:
        document.close()


def page_size(pdf: bytes) -> QSizeF:
    """The size of the first page in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return QSizeF(*document[0].get_size())
    finally:
        document.close()


def fit_printer(printer: QPrinter, pdf: bytes) -> None:
    """Tell a printer the paper of a PDF."""
    size = page_size(pdf)
    lying = size.width() > size.height()
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )


def print_pages(pdf: bytes, printer: QPrinter, *, progress: Progress) -> int:
    """Print the pages the printer was asked for; gives their number. Runs off the GUI thread."""
    resolution = min(printer.resolution(), 600)
    width = round(page_size(pdf).width() / _POINTS_AN_INCH * resolution)
    _, count = page_image(pdf, 0, 10)
    first = printer.fromPage() or 1
    last = printer.toPage() or count
    painter = QPainter(printer)
    try:
        for number in range(first, min(last, count) + 1):
            progress("Printing", number - first, last - first + 1)
            if number > first:
                printer.newPage()
            image, _ = page_image(pdf, number - 1, width)
            paper = printer.paperRect(printer.Unit.DevicePixel)
            inside = printer.pageRect(printer.Unit.DevicePixel)
            # The report has its own margins: it covers the whole sheet.
            target = QRectF(
                paper.left() - inside.left(),
                paper.top() - inside.top(),
                paper.width(),
                paper.height(),
            )
            painter.drawImage(target, image)
    finally:
        painter.end()
    return min(last, count) - first + 1
