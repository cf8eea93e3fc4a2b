"""The beginnings of two texts side by side, to be read while they are still being compared."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from driftline.engine.records import Comparison, Row, Summary
from driftline.gui.compare.row_content import RowKind, build_rows

if TYPE_CHECKING:
    from driftline.engine.records import Version
    from driftline.gui.compare.row_content import RowContent

#: Paragraphs: nobody reads more of them before the comparison is there.
_MOST = 200


def preview_rows(old: Version, new: Version) -> tuple[RowContent, ...]:
    """Rows without marks: equal paragraphs level, the others in the order in which they stand."""
    one, two = ([p.span.of(v.source.text) for p in v.paragraphs[:_MOST]] for v in (old, new))
    rows: list[Row] = []
    for _, i, i_end, j, j_end in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        rows += [
            Row(() if a is None else (a,), () if b is None else (b,))
            for a, b in zip_longest(range(i, i_end), range(j, j_end))
        ]
    summary = Summary(0, 0, 0, 1.0, {})
    contents = build_rows(Comparison(old, new, (), tuple(rows), (), (), summary))
    # What is only here or only there is not known yet.
    return tuple(replace(content, kind=RowKind.SAME) for content in contents)
