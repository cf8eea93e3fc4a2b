"""What the editor does to the documents and their texts, and how she is told to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.records import Span
    from driftline.gui.desk.workspace import Workspace


class Acting(QObject):
    """Puts documents away, cuts words from the one that is open and restores them.

    `way_to` names the key or menu of an action, `say` tells a passing remark.
    """

    def __init__(
        self,
        workspace: Workspace,
        way_to: Callable[[str], str],
        say: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._way_to, self._say = workspace, way_to, say

    def put_away(self, documents: Sequence[int]) -> None:
        """Put some documents away."""
        self._workspace.remove(documents)
        self._say_put_away(len(documents))

    def put_all_away(self) -> None:
        """Put every document away."""
        self._say_put_away(len(self._workspace.documents))
        self._workspace.clear()

    def cut_here(self, span: Span) -> None:
        """Cut words from the document that is open."""
        if self._workspace.opened is not None:
            self._workspace.hand.cut(self._workspace.opened, span)
            self._tell(self.tr("Cut from the story. {undo} takes it back."))

    def restore_here(self, span: Span) -> None:
        """Restore words of the document that is open."""
        if self._workspace.opened is not None:
            self.restore(self._workspace.opened, span)

    def restore(self, document: int, span: Span) -> None:
        """Restore words that were cut from a document."""
        self._workspace.hand.restore_cut(document, span)
        self._tell(self.tr("Restored to the story. {undo} takes it back."))

    def _say_put_away(self, count: int) -> None:
        if count:
            self._tell(self.tr("%n document(s) put away. {undo} brings them back.", "", count))

    def _tell(self, done: str) -> None:
        self._say(done.format(undo=self._way_to("undo")))
