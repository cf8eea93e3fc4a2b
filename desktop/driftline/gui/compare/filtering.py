"""Which changes the reader wants to see. It knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from driftline.engine.records import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from driftline.engine.records import Edit


@dataclass(slots=True)
class ChangeFilter:
    """Kinds and severities that are left out; with `grave_only` every severity but the highest."""

    kinds: set[Kind] = field(default_factory=set)
    severities: frozenset[Severity] = frozenset()
    grave_only: bool = False

    def shows(self, edit: Edit) -> bool:
        """Whether a change is to be seen."""
        return edit.kind not in self.kinds and not self._calms(edit)

    def _calms(self, edit: Edit) -> bool:
        lower = self.grave_only and edit.severity is not Severity.HIGH
        return lower or edit.severity in self.severities

    def hidden(self, edits: Iterable[Edit]) -> tuple[int, int, int]:
        """How many are left out: typography, other kinds, and those of shown kinds by severity."""
        typographic = others = calmed = 0
        for edit in edits:
            if edit.kind in self.kinds:
                if edit.kind is Kind.TYPOGRAPHY:
                    typographic += 1
                else:
                    others += 1
            elif self._calms(edit):
                calmed += 1
        return typographic, others, calmed

    def clear(self) -> None:
        """Leave nothing out."""
        self.kinds.clear()
        self.severities = frozenset()
        self.grave_only = False
