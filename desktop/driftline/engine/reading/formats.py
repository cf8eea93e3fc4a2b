"""Which module reads which format; each is loaded when a file needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.errors import UnreadableError
from driftline.engine.progress import Cancelled
from driftline.engine.reading import decoding, troubles
from driftline.engine.reading.parts import Parsed
from driftline.engine.reading.sniffing import Format

if TYPE_CHECKING:
    from driftline.engine.options import ReadingOptions
    from driftline.engine.progress import Progress


#: What a hostile file of this format can't misuse, up to so many bytes.
_HARMLESS = {Format.TEXT: 1 << 40, Format.MARKDOWN: 100_000, Format.HTML: 300_000}


def is_risky(kind: Format, size: int) -> bool:
    """Whether a file belongs into the reading process, where time and memory are limited."""
    return size > _HARMLESS.get(kind, 0)


def parse(
    kind: Format, name: str, data: bytes, options: ReadingOptions, progress: Progress
) -> Parsed:
    """The text of some bytes of a known format.

    Raises UnreadableError when they are damaged, protected or of another format, and what
    `progress` raises.
    """
    try:
        return _parse(kind, name, data, options, progress)
    except (UnreadableError, Cancelled, MemoryError):
        raise
    except ImportError:
        raise troubles.unequipped(name) from None
    except Exception as error:
        raise troubles.failed(name) from error


def _parse(
    kind: Format, name: str, data: bytes, options: ReadingOptions, progress: Progress
) -> Parsed:
    match kind:
        case Format.MARKDOWN:
            from driftline.engine.reading.markdown_text import read_markdown

            return read_markdown(name, data, options.encoding)
        case Format.HTML:
            from driftline.engine.reading.html import read_html

            return read_html(name, data, chosen=options.encoding)
        case Format.MHTML:
            from driftline.engine.reading.mhtml import read_mhtml

            return read_mhtml(name, data)
        case Format.WEBARCHIVE:
            from driftline.engine.reading.webarchive import read_webarchive

            return read_webarchive(name, data)
        case Format.DOCX:
            from driftline.engine.reading.docx import read_docx

            return read_docx(name, data)
        case Format.ODT:
            from driftline.engine.reading.odt import read_odt

            return read_odt(name, data)
        case Format.RTF:
            from driftline.engine.reading.rtf import read_rtf

            return read_rtf(data)
        case Format.PDF:
            from driftline.engine.reading.pdf import read_pdf

            return read_pdf(name, data, progress)
        case Format.EPUB:
            from driftline.engine.reading.epub import read_epub

            return read_epub(name, data, progress)
        case Format.EML:
            from driftline.engine.reading.mail import read_mail

            return read_mail(name, data)
        case _:
            return read_plain(name, data, options)


def read_plain(name: str, data: bytes, options: ReadingOptions) -> Parsed:
    """Plain text: its decoded content, unchanged."""
    decoded = decoding.decode(name, data, options.encoding)
    notes = decoded.notes
    zeros = decoded.text.count("\0")
    if zeros:
        notes += (f"The text holds {zeros} NUL characters; the file may be damaged.",)
    return Parsed(
        decoded.text, notes=notes, encoding=decoded.encoding, partial=bool(decoded.lost or zeros)
    )
