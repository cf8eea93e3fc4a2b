"""Anything an editor is sent becomes a `Source`: files of any format, bytes, pasted text."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.options import ReadingOptions
from driftline.engine.progress import Progress, silent
from driftline.engine.reading import formats, troubles
from driftline.engine.reading.decoding import without_lone_surrogates
from driftline.engine.reading.folders import expand, is_readable
from driftline.engine.reading.sniffing import Format, sniff
from driftline.engine.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from driftline.engine.progress import Tick
    from driftline.engine.reading.parts import Parsed
    from driftline.engine.reading.worker import Worker

__all__ = ["expand", "is_readable", "outcome", "read", "read_all", "read_bytes", "read_text"]


def read(
    path: str | Path, options: ReadingOptions | None = None, progress: Progress = silent
) -> Source:
    """The document in a file, whatever its format; `Source.path` is the path as given.

    Formats a hostile file can misuse are read in a process of their own; a script that calls this
    needs the `if __name__ == "__main__":` that every script starting processes needs. Raises
    UnreadableError, with one sentence for the editor, and what `progress` raises.
    """
    options = options or ReadingOptions()
    with _Room(options) as room:
        return _read_bytes(_load(path, options), str(path), options, progress, room)


def read_all(
    paths: Iterable[str | Path],
    options: ReadingOptions | None = None,
    progress: Progress = silent,
) -> Iterator[Source | UnreadableError]:
    """Each file's document, or why it could not be read, in the order given.

    It is quicker than `read` for each of many files: one reading process serves them all, until
    the iterator is exhausted or closed.
    """
    options = options or ReadingOptions()
    with _Room(options) as room:
        for path in paths:
            try:
                data = _load(path, options)
                source = _read_bytes(data, str(path), options, progress, room)
            except UnreadableError as trouble:
                yield trouble
            else:
                yield source


def read_bytes(
    data: bytes, name: str, options: ReadingOptions | None = None, progress: Progress = silent
) -> Source:
    """The document in some bytes: a file's content, standard input, an attachment.

    `name` is shown to the editor; its ending decides between kinds of plain text only. Raises
    UnreadableError, and what `progress` raises.
    """
    options = options or ReadingOptions()
    with _Room(options) as room:
        return _read_bytes(data, name, options, progress, room)


class _Room:
    """Where files are read: here, or in a reading process that is started when it is needed."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._worker: Worker | None = None

    def __enter__(self) -> _Room:
        return self

    def __exit__(self, *_: object) -> None:
        if self._worker:
            self._worker.close()

    def parse(self, kind: Format, name: str, data: bytes, progress: Progress) -> Parsed:
        if formats.is_risky(kind, len(data)):
            from driftline.engine.reading import worker  # plain text starts no processes

            if worker.allowed():
                self._worker = self._worker or worker.Worker(self._options)
                return self._worker.parse(kind, name, data, progress)
        try:
            return formats.parse(kind, name, data, self._options, progress)
        except MemoryError:
            raise troubles.too_large(name) from None


def _read_bytes(
    data: bytes, name: str, options: ReadingOptions, progress: Progress, room: _Room
) -> Source:
    _check_size(name, len(data), options)
    progress(f"Reading {name}", 0, 1)
    kind = sniff(name, data)
    reading = room.parse(kind, name, data, progress)
    source = _source(name, data, kind, reading, partial(progress, f"Reading {name}", 0, 1))
    progress(f"Reading {name}", 1, 1)
    return source


def read_text(text: str, name: str) -> Source:
    """A text that was pasted or typed; lone surrogates become replacement characters.

    Raises UnreadableError when there is nothing in it.
    """
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


def _source(name: str, data: bytes, kind: Format, reading: Parsed, tick: Tick) -> Source:
    tick()
    if not reading.text.strip("\0 \t\r\n\f\v\xa0\u200b\ufeff"):
        raise UnreadableError(name, "there is no text in it", "check that it is the right file")
    digest = hashlib.sha256(data).hexdigest()
    tick()
    text = without_lone_surrogates(reading.text)
    return Source(
        name, digest, kind.value, reading.encoding,
        text, reading.blocks, reading.metadata, reading.notes, reading.partial,
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
