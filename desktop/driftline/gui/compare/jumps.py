"""Going to a place in two texts: by its number, or from one end of a move to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from driftline.gui.compare.row_content import Side

if TYPE_CHECKING:
    from driftline.gui.compare.compare_page import ComparePage


class Jumps(QObject):
    """Each gives a sentence when there is nowhere to go, else an empty text."""

    def __init__(self, page: ComparePage) -> None:
        super().__init__(page)
        self._page = page

    def to_change(self, number: int) -> str:
        """Go to a change by its number."""
        edits = self._page.shown_edits()
        if not 1 <= number <= len(edits):
            return self.tr("There is no change with this number.")
        self._page.go_to(edits[number - 1].id)
        return ""

    def to_paragraph(self, number: int) -> str:
        """Go to a paragraph of the newer text by its number."""
        for row, content in enumerate(self._page.rows):
            if any(block.number == number for block in content.blocks(Side.NEW)):
                self._page.go_to_row(row)
                return ""
        return self.tr("This paragraph is not there, or it is hidden.")

    def to_counterpart(self) -> str:
        """Go to the other end of the moved paragraph where the reader is, else of one in view."""
        view = self._page.view
        here = self._page.here()
        near = [*([here[0]] if here is not None else []), *view.visible_rows()]
        twin = next((t for row in near if (t := self._page.rows[row].twin) is not None), None)
        if twin is None:
            return self.tr("No moved paragraph is in view.")
        self._page.go_to_row(twin)
        return ""
