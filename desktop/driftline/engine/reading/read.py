"""Anything an editor is sent becomes a `Source`: files of any format, bytes, pasted text."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.options import ReadingOptions
from driftline.engine.progress import Progress, silent
from driftline.engine.reading import formats
from driftline.engine.reading.decoding import without_lone_surrogates
from driftline.engine.reading.folders import expand, is_readable
from driftline.engine.reading.sniffing import Format, sniff
from driftline.engine.records import Source

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Reading

__all__ = ["expand", "is_readable", "outcome", "read", "read_bytes", "read_text"]


def read(
    path: str | Path, options: ReadingOptions | None = None, progress: Progress = silent
) -> Source:
    """The document in a file, whatever its format; `Source.path` is the path as given.

    Raises UnreadableError, with one sentence for the editor, and what `progress` raises.
    """
    options = options or ReadingOptions()
    return read_bytes(_load(path, options), str(path), options, progress)


def read_bytes(
    data: bytes, name: str, options: ReadingOptions | None = None, progress: Progress = silent
) -> Source:
    """The document in some bytes: a file's content, standard input, an attachment.

    `name` is shown to the editor; its ending decides between kinds of plain text only. Raises
    UnreadableError, and what `progress` raises.
    """
    options = options or ReadingOptions()
    _check_size(name, len(data), options)
    progress(f"Reading {name}", 0, 1)
    kind = sniff(name, data)
    reading = formats.parse(kind, name, data, options, progress)
    source = _source(name, data, kind, reading)
    progress(f"Reading {name}", 1, 1)
    return source


def read_text(text: str, name: str) -> Source:
    """A text that was pasted or typed; lone surrogates become replacement characters."""
    text = without_lone_surrogates(text)
    if not text.strip():
        raise UnreadableError(
            name, "there is no text in it", "copy the text of the story and paste it"
        )
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Source(name, digest, Format.TEXT.value, "utf-8", text)


def outcome(source: Source) -> Outcome:
    """How the reading of a source ended, as the window shows it."""
    return Outcome.READ_IN_PART if source.partial else Outcome.READ


def _source(name: str, data: bytes, kind: Format, reading: Reading) -> Source:
    if not reading.text.strip("\0 \t\r\n\f\v\xa0\u200b\ufeff"):
        raise UnreadableError(name, "there is no text in it", "check that it is the right file")
    return Source(
        name, hashlib.sha256(data).hexdigest(), kind.value, reading.encoding,
        without_lone_surrogates(reading.text), reading.blocks, reading.metadata, reading.notes,
        reading.partial,
    )  # fmt: skip


def _load(path: str | Path, options: ReadingOptions) -> bytes:
    name = str(path)
    file = Path(path)
    try:
        if file.is_dir():
            raise UnreadableError(name, "it is a folder", "name the files in it")
        if file.exists() and not file.is_file():
            raise UnreadableError(name, "it is a device, not a file", "name a file")
        _check_size(name, file.stat().st_size, options)
        return file.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(name, "there is no such file", "check its name and folder") from None
    except PermissionError:
        raise UnreadableError(
            name, "it may not be opened", "change its permissions or copy it to your own folder"
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is no file name"
        raise UnreadableError(
            name, f"it can't be opened ({why.lower()})", "check the disk or copy the file elsewhere"
        ) from None


def _check_size(name: str, size: int, options: ReadingOptions) -> None:
    if size > options.largest_file:
        raise UnreadableError(
            name,
            f"it has {size // 1_000_000} MB, more than the {options.largest_file // 1_000_000} MB "
            "that are read",
            "cut it into parts",
        )
