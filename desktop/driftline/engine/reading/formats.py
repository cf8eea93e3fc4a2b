"""Which module reads which format; each is loaded when a file needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.reading import decoding
from driftline.engine.reading.parts import Reading
from driftline.engine.reading.sniffing import Format

if TYPE_CHECKING:
    from driftline.engine.options import ReadingOptions
    from driftline.engine.progress import Progress


def parse(
    kind: Format, name: str, data: bytes, options: ReadingOptions, progress: Progress
) -> Reading:
    """The text of some bytes of a known format.

    Raises UnreadableError when they are damaged, protected or of another format.
    """
    match kind:
        case Format.MARKDOWN:
            from driftline.engine.reading.markdown_text import read_markdown

            return read_markdown(name, data, options.encoding)
        case _:
            return read_plain(name, data, options)


def read_plain(name: str, data: bytes, options: ReadingOptions) -> Reading:
    """Plain text: its decoded content, unchanged."""
    decoded = decoding.decode(name, data, options.encoding)
    notes = decoded.notes
    zeros = decoded.text.count("\0")
    if zeros:
        notes += (f"The text holds {zeros} NUL characters; the file may be damaged.",)
    return Reading(
        decoded.text, notes=notes, encoding=decoded.encoding, partial=bool(decoded.lost or zeros)
    )
