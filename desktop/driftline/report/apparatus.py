"""A collation as text: the apparatus a scholar knows, and a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from driftline.engine.collation.apparatus import Column
from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.report import contract, labels
from driftline.report.csv import harmless
from driftline.report.files import put
from driftline.report.options import ReportOptions
from driftline.report.plain import entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from driftline.engine.collation.apparatus import Collation, Reading

SUFFIXES = (".pdf", ".html", ".csv", ".json", ".txt")
#: Signs on a line of the text that is written to a file.
_WIDTH = 100
_COLUMNS = ("Column", "Reading", "Kind", "Moved", "Witnesses", "Text")
# Words of the base text that are shown before words put in, so that their place is found.
_CONTEXT = 3
# Of a long passage so many words are shown at either end.
_ENDS = 4


def plain(collation: Collation, width: int) -> str:
    """The witnesses with their letters, then each place where they differ.

    The base text's reading stands before the bracket, the others with their witnesses behind it.
    """
    heads = "\n".join(_witness(collation, number) for number in range(len(collation.witnesses)))
    lines: list[str] = []
    before: list[str] = []
    run: list[str] = []
    run_of: set[int] = set()
    for column in [*collation.columns, Column((), ())]:
        own = next((r for r in column.readings if r.kind is None and not r.moved), None)
        moved = {w for r in column.readings if r.moved and own for w, _ in r.witnesses}
        if moved != run_of and not (run_of and run_of <= set(column.absent)):
            if run:
                lines.append(f"{_brief(run)}] moved {_letters(run_of)}")
            run, run_of = [], moved
        if run_of and own is not None:
            run += own.text.split()
        told = _told(collation, column, own)
        if told and own is not None:
            lines.append(f"{_brief(own.text.split())}] {told}")
        elif told:
            lines.append(f"{' '.join(['…', *before])}] adds: {told}")
        if own is not None:
            before = [*before, *own.text.split()][-_CONTEXT:]
    if not lines:
        return f"{heads}\n\nAll witnesses read alike."
    return "\n\n".join((heads, "\n".join(entry("  ", line, width) for line in lines)))


def _witness(collation: Collation, number: int) -> str:
    name = collation.witnesses[number].source.path
    base = " (base text)" if number == collation.base else ""
    return f"{contract.siglum(number)}  {name}{base}"


def _told(collation: Collation, column: Column, own: Reading | None) -> str:
    """The other readings of a column and who omits it; nothing where all read as the base text."""
    told = []
    for reading in column.readings:
        if own is None:
            told.append(f"{reading.text} {_letters(w for w, _ in reading.witnesses)}")
        elif reading.text != own.text:
            kind = f" ({labels.KINDS[reading.kind].lower()})" if reading.kind else ""
            told.append(f"{reading.text} {_letters(w for w, _ in reading.witnesses)}{kind}")
    without = [number for number in column.absent if number != collation.base]
    if own is not None and without:
        told.append(f"omitted {_letters(without)}")
    return "; ".join(told)


def _brief(words: list[str]) -> str:
    """Some words, the middle of many left out."""
    if len(words) <= 2 * _ENDS + 1:
        return " ".join(words)
    return " ".join([*words[:_ENDS], "…", *words[-_ENDS:]])


def _letters(witnesses: Iterable[int]) -> str:
    return " ".join(map(contract.siglum, sorted(witnesses)))


def table(collation: Collation) -> bytes:
    """One line a reading, columns numbered from 1; what is absent is told as a line of its own."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for number, column in enumerate(collation.columns, 1):
        for at, reading in enumerate(column.readings, 1):
            kind = labels.KINDS[reading.kind] if reading.kind else ""
            moved = "yes" if reading.moved else "no"
            row = [
                str(number),
                str(at),
                kind,
                moved,
                _letters(w for w, _ in reading.witnesses),
                reading.text,
            ]
            writer.writerow([harmless(cell) for cell in row])
        if column.absent:
            writer.writerow([str(number), "", "absent", "", _letters(column.absent), ""])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "replace")


def write(
    collation: Collation,
    path: Path,
    options: ReportOptions | None = None,
    progress: Progress = silent,
) -> None:
    """Writes the collation in the form the path's ending names; a PDF or web page in a language.

    Raises DriftlineError for an unknown ending and where the file can't be written; on trouble or
    cancel nothing is left behind and a file already there stays as it was.
    """
    options = options or ReportOptions()
    if path.suffix.lower() == ".csv":
        put(path, table(collation))
    elif path.suffix.lower() == ".html":
        from driftline.report.collation_page import render

        put(path, render(collation, options).encode("utf-8", "replace"))
    elif path.suffix.lower() == ".pdf":
        from driftline.report.worker import render_collation

        put(path, render_collation(collation, options, progress))
    elif path.suffix.lower() == ".txt":
        put(path, (plain(collation, _WIDTH) + "\n").encode("utf-8", "replace"))
    elif path.suffix.lower() == ".json":
        put(path, (contract.line(contract.collate(collation)) + "\n").encode())
    else:
        raise DriftlineError(
            f"{path}: a collation has no such form; end the name in {' or '.join(SUFFIXES)}"
        )
