"""The texts a command is given: files, folders, pipes, standard input, pairs of names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.cli.arguments import STANDARD_INPUT
from driftline.engine import pipeline
from driftline.engine.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.options import Options
    from driftline.engine.progress import Progress
    from driftline.engine.records import Version


def read(file: str, options: Options, progress: Progress) -> Version:
    """The version in one input; raises UnreadableError."""
    if not _is_stream(file):
        return pipeline.load(file, options, progress)
    data = _bytes(file)
    if not data:
        raise UnreadableError(
            file, "nothing came from it, or all was read before", "name a file instead"
        )
    return pipeline.load_bytes(data, file, options, progress)


def read_all(
    files: Sequence[str], options: Options, progress: Progress
) -> Iterator[Version | UnreadableError]:
    """Each input's version or trouble, in the order of the inputs."""
    done = 0

    def overall(label: str, part: int, parts: int) -> None:
        if len(files) > 1:
            part, parts = done, len(files)
        progress(label, part, parts)

    named = pipeline.load_all((file for file in files if not _is_stream(file)), options, overall)
    for file in files:
        if not _is_stream(file):
            yield next(named)
        else:
            try:
                yield read(file, options, overall)
            except UnreadableError as trouble:
                yield trouble
        done += 1


def pairs(file: str) -> Iterator[tuple[int, str, str]]:
    """The pairs of names in a file, each with the number of its line, blank ones passed over.

    A line that is no pair gives an empty name. Raises UnreadableError.
    """
    try:
        lines = _bytes(file).decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UnreadableError(file, "it is not text in UTF-8", "save it as UTF-8") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            old, _, new = line.partition("\t")
            yield number, old.strip(), "" if "\t" in new.strip() else new.strip()


def same_file(one: str, other: str) -> bool:
    """Whether two names are of one file; false where one of them is of none."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _is_stream(file: str) -> bool:
    """Whether an input can be read but once, from its beginning: a pipe has no size."""
    try:
        return file == STANDARD_INPUT or Path(file).is_fifo()
    except OSError:  # no file can have such a name
        return False


def _bytes(file: str) -> bytes:
    try:
        if file != STANDARD_INPUT:
            return Path(file).read_bytes()
        return b"" if sys.stdin is None else sys.stdin.buffer.read()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnreadableError(
            file, f"it can't be opened ({why})", "check its name and folder"
        ) from None
