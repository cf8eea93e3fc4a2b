"""Which changes the reader wants to see. It knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from driftline.engine.records import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from driftline.engine.records import Edit


@dataclass(slots=True)
class ChangeFilter:
    """Kinds and severities that are left out; with `grave_only` every severity but the highest."""

    kinds: set[Kind] = field(default_factory=set)
    severities: frozenset[Severity] = frozenset()
    grave_only: bool = False

    def passing(self, edits: Sequence[Edit]) -> list[Edit]:
        """The changes that are to be seen, in the same order."""
        seen = {(kind, s) for kind in Kind for s in Severity if self.passes(kind, s)}
        return [edit for edit in edits if (edit.kind, edit.severity) in seen]

    def passes(self, kind: Kind, severity: Severity) -> bool:
        """Whether such a change is to be seen."""
        return kind not in self.kinds and not self._calms(severity)

    def _calms(self, severity: Severity) -> bool:
        lower = self.grave_only and severity is not Severity.HIGH
        return lower or severity in self.severities

    def hidden(self, counts: Mapping[tuple[Kind, Severity], int]) -> tuple[int, int, int]:
        """How many are left out: typography, other kinds, and those of shown kinds by severity.

        `counts` tells how many changes of a kind and severity there are.
        """
        typographic = others = calmed = 0
        for (kind, severity), count in counts.items():
            if kind in self.kinds:
                if kind is Kind.TYPOGRAPHY:
                    typographic += count
                else:
                    others += count
            elif self._calms(severity):
                calmed += count
        return typographic, others, calmed

    def clear(self) -> None:
        """Leave nothing out."""
        self.kinds.clear()
        self.severities = frozenset()
        self.grave_only = False
