"""The rows of the two-text view and their changes in words, for those who hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.gui.compare.row_content import RowContent, RowKind, Side
from driftline.gui.language import labels
from driftline.gui.language.explaining import explained
from driftline.gui.language.translation import translated as _

if TYPE_CHECKING:
    from collections.abc import Collection

    from driftline.engine.records import Edit


def change(edit: Edit) -> str:
    """A change in words: its kind, how grave it is, what happened."""
    said = explained(edit)
    heads = [labels.kind_label(edit.kind)]
    if edit.in_quote:
        heads.append(_("in a quotation"))
    heads.append(_("{severity} severity").format(severity=labels.severity_label(edit.severity)))
    return ", ".join(heads) + (f": {said}" if said else "")


def changes(content: RowContent, side: Side, shown: Collection[int]) -> list[Edit]:
    """The changes told on one side of a row, as they stand in the text."""
    found: dict[int, Edit] = {}
    for block in content.blocks(side):
        for mark in sorted(block.marks, key=lambda m: (m.start, m.end)):
            if mark.edit.id in shown:
                found.setdefault(mark.edit.id, mark.edit)
    return list(found.values())


def text(content: RowContent, side: Side) -> str:
    """One side of a row; its paragraphs are lines."""
    return "\n".join(block.text for block in content.blocks(side))


def row(content: RowContent, shown: Collection[int]) -> str:
    """A row in words: what kind of row, each change, both texts (once when they agree)."""
    kinds = {
        RowKind.SAME: _("unchanged"),
        RowKind.CHANGED: _("changed"),
        RowKind.HEADING: _("headline or standfirst differs"),
        RowKind.ONLY_OLD: _("only in the older version"),
        RowKind.ONLY_NEW: _("only in the newer version"),
        RowKind.MOVED_AWAY: _("moved away from here"),
        RowKind.MOVED_HERE: _("moved here"),
        RowKind.FOLDED: _("%n unchanged paragraph(s)", "", content.folded),
    }
    if content.kind is RowKind.FOLDED:
        return kinds[content.kind]
    parts = [kinds[content.kind]]
    edits = {edit.id: edit for side in Side for edit in changes(content, side, shown)}
    parts += [change(edit) for edit in edits.values()]
    old, new = (text(content, side) for side in Side)
    if content.kind in (RowKind.CHANGED, RowKind.HEADING):
        parts += [_("Older: {text}").format(text=old), _("Newer: {text}").format(text=new)]
    else:
        parts.append(old or new)
    # Explanations are sentences already.
    return ". ".join(part.removesuffix(".") for part in parts[:-1]) + ". " + parts[-1]


def bookmarked(words: str) -> str:
    """What stands in a row with a bookmark, in words."""
    return _("Bookmark. {words}").format(words=words)


def side_name(side: Side, *, redline: bool) -> str:
    """What a column is."""
    if redline:
        return _("both versions")
    return _("older version") if side is Side.OLD else _("newer version")
