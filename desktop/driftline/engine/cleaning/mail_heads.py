"""The head of a mail that was forwarded or pasted: who sent it to whom, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import folded, ticking
from driftline.engine.cleaning.packs import packs
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.lines import Line

#: Lines of a head at the least: "Date:" or "To:" alone may be anything.
_LEAST = 3
_LONGEST_MARK = 6


def cut_mail_heads(draft: Draft) -> None:
    """Cuts the heads of mails inside a text, each with the line that announces it."""
    known = packs(draft.language)
    starts = tuple({word for pack in known for word in pack.words("publication", "mail_head")})
    marks = tuple({word for pack in known for word in pack.words("publication", "forwarded")})
    heads = (*starts, *marks, "-")
    run: list[int] = []
    entries = 0
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        found = _entries(line, starts, marks) if line.plain.startswith(heads) else 0
        if found:
            run.append(i)
            entries += found
            continue
        if entries >= _LEAST:
            _cut(draft, run, marks)
        run, entries = [], 0
    if entries >= _LEAST:
        _cut(draft, run, marks)


def heads_mail(line: Line, language: str) -> bool:
    """Whether a line looks like one of a mail's head: "Subject: For immediate release"."""
    return any(
        line.plain.startswith(word)
        for pack in packs(language)
        for word in pack.words("publication", "mail_head")
    )


def _cut(draft: Draft, run: list[int], marks: tuple[str, ...]) -> None:
    if run[0] and _announces(draft.lines[run[0] - 1].plain, marks):
        run = [run[0] - 1, *run]
    for i in run:
        draft.cut(i, Reason.OTHER)


def _entries(line: Line, starts: tuple[str, ...], marks: tuple[str, ...]) -> int:
    """How many entries of a mail's head a line or block is; 0 when it holds anything else."""
    rows = [folded(row) for row in line.text.split("\n")]
    if not all(row.startswith(starts) or _announces(row, marks) for row in rows):
        return 0
    return sum(row.startswith(starts) for row in rows)


def _announces(row: str, marks: tuple[str, ...]) -> bool:
    bare = row.strip("- :")
    return bare.startswith(marks) and len(bare.split()) <= _LONGEST_MARK
