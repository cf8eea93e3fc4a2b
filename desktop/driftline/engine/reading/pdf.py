"""PDF: the text of its pages in reading order, read by PDFium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading import troubles
from driftline.engine.reading.parts import Page, Parsed, count
from driftline.engine.reading.pdf_blocks import write_blocks
from driftline.engine.reading.pdf_lines import Line, lines_of
from driftline.engine.records import Metadata

if TYPE_CHECKING:
    from driftline.engine.progress import Progress

_KIND = "PDF"
#: Characters a page has at least, on average, when its text is text and not a picture of it.
_LEAST = 20
_MOST_PAGES = 2000


def read_pdf(name: str, data: bytes, progress: Progress) -> Parsed:
    """The text of a PDF; words divided at line ends are joined.

    Raises UnreadableError when it is damaged, protected, or only pictures of pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise troubles.protected(name, _KIND) from None
        raise troubles.damaged(name, _KIND) from None
    try:
        pages, broken = _pages(name, document, progress)
        letters = sum(len(line.text) for lines in pages for line in lines)
        scanned = letters == 0 or (letters < _LEAST * len(pages) and _has_pictures(document))
    finally:
        document.close()
    if pages and len(pages) == broken:
        raise troubles.damaged(name, _KIND)
    if scanned:
        raise UnreadableError(
            name, "this PDF has no text, only pictures of pages (a scan)",
            "run text recognition (OCR) on it, or ask for the text", Outcome.WRONG_FORMAT,
        )  # fmt: skip
    page = Page()
    write_blocks(page, pages)
    notes: tuple[str, ...] = ()
    empty = sum(1 for lines in pages if not lines) - broken
    if broken:
        notes += (f"{count(broken, 'page', 'pages')} could not be read.",)
    if empty > 0:
        notes += (f"{count(empty, 'page has', 'pages have')} no text; they may be pictures.",)
    return Parsed(
        page.text, page.blocks, Metadata(headline=page.headline), notes, partial=bool(broken)
    )


def _has_pictures(document: object) -> bool:
    import pypdfium2
    import pypdfium2.raw as raw

    assert isinstance(document, pypdfium2.PdfDocument)
    try:
        return any(
            item.type == raw.FPDF_PAGEOBJ_IMAGE
            for number in range(min(len(document), 5))
            for item in document[number].get_objects()
        )
    except pypdfium2.PdfiumError:
        return False


def _pages(name: str, document: object, progress: Progress) -> tuple[list[list[Line]], int]:
    """The lines of each page, and how many pages could not be read."""
    import pypdfium2

    assert isinstance(document, pypdfium2.PdfDocument)
    pages: list[list[Line]] = []
    broken = 0
    total = min(len(document), _MOST_PAGES)
    for number in range(total):
        progress(f"Reading {name}", number, total)
        try:
            page = document[number]
            textpage = page.get_textpage()
            pages.append(lines_of(textpage))
            textpage.close()
            page.close()
        except pypdfium2.PdfiumError:
            pages.append([])
            broken += 1
    return pages, broken
