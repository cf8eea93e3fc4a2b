"""The comparisons that were looked at lately, for the File menu and the empty page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from driftline.gui.language import document_labels as say
from driftline.gui.language.plain_words import plain_label, plain_tip
from driftline.gui.settings import RecentPair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from driftline.gui.desk.questions import Looked
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.settings import Settings

_MOST = 10


class Recent(QObject):
    """Remembers pairs of files that were compared; `menu` offers them, `bring` opens one.

    `changed()`: other pairs are remembered.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        bring: Callable[[Sequence[str]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._settings = settings
        self._bring = bring
        self.menu = QMenu(self.tr("Compared &lately"), window)
        self.menu.setToolTipsVisible(True)
        self._fill()
        workspace.compared.connect(self._on_compared)

    def pairs(self) -> tuple[RecentPair, ...]:
        """The pairs, the latest first."""
        return self._settings.recent

    def open(self, pair: RecentPair) -> None:
        """Compare a pair again; a file that is gone is told as any other is."""
        self._bring((pair.old, pair.new))

    def forget(self) -> None:
        """Remember none of them."""
        self._keep(())

    def _on_compared(self, looked: Looked) -> None:
        old = self._workspace.document(looked.reviewed.old)
        new = self._workspace.document(looked.reviewed.new)
        if old.pasted or new.pasted:
            return
        pair = RecentPair(old.path, new.path, say.title(new))
        others = [p for p in self.pairs() if (p.old, p.new) != (pair.old, pair.new)]
        self._keep((pair, *others[: _MOST - 1]))

    def _keep(self, pairs: tuple[RecentPair, ...]) -> None:
        if pairs != self.pairs():
            self._settings.recent = pairs
            self._fill()
            self.changed.emit()

    def _fill(self) -> None:
        self.menu.clear()
        for pair in self.pairs():
            # An ampersand would be taken for a key.
            action = self.menu.addAction(plain_label(pair.label), partial(self.open, pair))
            action.setToolTip(plain_tip(f"{pair.title}\n{pair.old}\n{pair.new}"))
        self.menu.setEnabled(bool(self.pairs()))
        if self.pairs():
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Forget these"), self.forget)
