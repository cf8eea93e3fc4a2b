"""A selection for the clipboard: the words alone, and as HTML with the changes marked."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from driftline.engine.records import Kind, Role, Severity
from driftline.gui import theme as themes
from driftline.gui.compare.row_content import Side
from driftline.gui.language import labels
from driftline.report.legible import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from driftline.gui.compare.row_content import Mark, RowContent, TextBlock
    from driftline.gui.compare.selection import Selection

_TAGS = {Role.HEADLINE: "h2", Role.SUBHEADING: "h3", Role.BLOCK_QUOTE: "blockquote"}


def plain(selection: Selection, content: Callable[[int], RowContent]) -> str:
    """The selected words; paragraphs are parted by a blank line."""
    return "\n\n".join(block.text[start:end] for block, start, end in selection.stretches(content))


def mime(
    selection: Selection,
    content: Callable[[int], RowContent],
    shown: Collection[int],
    *,
    redline: bool,
) -> QMimeData:
    """The selected words as plain text and as HTML in which the `shown` changes are marked."""
    data = QMimeData()
    data.setText(plain(selection, content))
    data.setHtml(
        "\n".join(
            _paragraph(block, start, end, shown, redline)
            for block, start, end in selection.stretches(content)
        )
    )
    return data


def _paragraph(
    block: TextBlock, start: int, end: int, shown: Collection[int], redline: bool
) -> str:
    marks = [m for m in block.marks if m.edit.id in shown and m.start < end and m.end > start]
    # Where marks lie in one another the shorter one is told.
    marks.sort(key=lambda mark: mark.start - mark.end)
    edges = sorted({start, end, *(e for m in marks for e in (m.start, m.end) if start < e < end)})
    words = "".join(
        _stretch(block.text[first:last], _over(marks, first, last), redline)
        for first, last in pairwise(edges)
    )
    tag = _TAGS.get(block.role, "p")
    way = ' dir="rtl"' if direction(block.text) == "rtl" else ""
    return f"<{tag}{way}>{words}</{tag}>"


def _over(marks: Iterable[Mark], start: int, end: int) -> Mark | None:
    found = None
    for mark in marks:
        if mark.start <= start and end <= mark.end:
            found = mark
    return found


def _stretch(words: str, mark: Mark | None, redline: bool) -> str:
    text = escape(words, quote=False)
    if mark is None:
        return text
    edit = mark.edit
    old = mark.side is Side.OLD
    gone = old and (redline or not len(edit.b))
    # It is pasted on white paper, whatever the window's colours are.
    light = themes.named("light")
    if edit.kind is Kind.MOVE:
        color = light.moved
    else:
        name = "old" if old else "new"
        color = getattr(light, f"{name}_strong" if edit.severity is Severity.HIGH else name)
    tag = "del" if gone else "span" if old else "ins"
    line = "line-through" if gone else "underline"
    style = f"background-color:{color};text-decoration:{line}"
    title = escape(f"{labels.kind_label(edit.kind)}, {labels.severity_label(edit.severity)}")
    return f'<{tag} style="{style}" title="{title}">{text}</{tag}>'
