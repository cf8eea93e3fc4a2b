"""What the reader leaves out of a comparison: by the buttons above the texts, or by actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from driftline.engine.records import Kind

if TYPE_CHECKING:
    from driftline.gui.compare.compare_header import CompareHeader
    from driftline.gui.compare.filtering import ChangeFilter
    from driftline.gui.compare.shown_changes import ShownChanges
    from driftline.review.preferences import Shown


class ChosenKinds(QObject):
    """The filter of a page. `changed()`: other changes are to be shown."""

    changed = Signal()

    def __init__(self, header: CompareHeader, changes: ShownChanges, parent: QObject) -> None:
        super().__init__(parent)
        self._header = header
        self._changes = changes
        header.chips.kind_toggled.connect(lambda kind, on: self.show_kind(kind, shown=on))
        header.chips.all_requested.connect(self.show_all)

    @property
    def filter(self) -> ChangeFilter:
        """What is left out."""
        return self._changes.filter

    def offer(self) -> None:
        """Offer the kinds of the changes there are."""
        self._header.chips.show_kinds(self._changes.order.of_kind(), self._changes.filter.kinds)
        self._header.order_tabs()

    def say(self) -> None:
        """Say how many changes are left out."""
        self._header.chips.show_hidden(sum(self._changes.left_out))

    def show_kind(self, kind: Kind, *, shown: bool) -> None:
        """Show or hide all changes of a kind."""
        if shown != self.shows(kind):
            kinds = self._changes.filter.kinds
            (kinds.discard if shown else kinds.add)(kind)
            self._header.chips.set_kind(kind, shown=shown)
            self.changed.emit()

    def show_all(self) -> None:
        """Leave no change out."""
        self._changes.filter.clear()
        self.offer()
        self.changed.emit()

    def leave_out(self, shown: Shown) -> None:
        """Begin with what the editor prefers not to see."""
        self._changes.filter.kinds = set(shown.hidden_kinds)
        self._changes.filter.severities = frozenset(shown.hidden_severities)
        self.offer()
        self.changed.emit()

    def set_grave_only(self, on: bool) -> None:
        """Show only changes of high severity, or all again."""
        if on != self._changes.filter.grave_only:
            self._changes.filter.grave_only = on
            self.changed.emit()

    def shows(self, kind: Kind) -> bool:
        """Whether changes of a kind are shown."""
        return kind not in self._changes.filter.kinds

    @property
    def grave_only(self) -> bool:
        """Whether only changes of high severity are shown."""
        return self._changes.filter.grave_only

    def shown(self) -> tuple[Kind, ...]:
        """The kinds of change that are shown."""
        return tuple(kind for kind in Kind if self.shows(kind))

    def left_out(self) -> tuple[int, int, int]:
        """How many changes are left out: typography, other kinds, those of lower severity."""
        return self._changes.left_out
