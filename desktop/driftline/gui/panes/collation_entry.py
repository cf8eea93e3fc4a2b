"""One place of a collation in full: each reading, who has it, what was done to the base text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser, QWidget

from driftline.gui.language import labels
from driftline.gui.language.explaining import explained
from driftline.gui.models.collated import letter_sign
from driftline.gui.models.collation_table import MOVED

if TYPE_CHECKING:
    from driftline.engine.collation.variation import Variation, Wording
    from driftline.gui.models.collated import Collated
    from driftline.gui.theme import Theme


#: Characters of the base text before a place.
_REACH = 60


class CollationEntry(QTextBrowser):
    """Stands below the table and tells of its current row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("This place in all versions"))
        self.document().setDocumentMargin(10)
        self._theme = theme
        self._shown: tuple[Collated, Variation] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._write()

    def show_place(self, collated: Collated | None, place: Variation | None) -> None:
        """Tell of a place; None: of nothing."""
        self._shown = None if collated is None or place is None else (collated, place)
        self._write()

    def _write(self) -> None:
        if self._shown is None:
            self.clear()
            return
        collated, place = self._shown
        found = collated.excerpt(place, _REACH)
        before, words, after = (
            escape(part)
            for part in (
                found.text[: found.start],
                found.text[found.start : found.end],
                found.text[found.end :],
            )
        )
        number = self.tr("¶ {number}").format(number=collated.paragraph(place))
        lines = [f"{self._quiet(number)} {before}<b>{words}</b>{after}"]
        readings: dict[tuple[bool, int, bool, str], list[int]] = {}
        for witness, w in enumerate(place.wordings):
            readings.setdefault((w.missing, w.letter, w.moved, w.text), []).append(witness)
        lines += [self._reading(collated, place, readings[key]) for key in sorted(readings)]
        self.setHtml(
            "".join(f'<p dir="auto" style="margin:0 0 4px 0">{line}</p>' for line in lines)
        )

    def _reading(self, collated: Collated, place: Variation, witnesses: list[int]) -> str:
        wording = place.wordings[witnesses[0]]
        sign = (
            f"<b>{letter_sign(wording.letter)}{f' {MOVED}' if wording.moved else ''}</b>&nbsp; "
            if wording.text
            else ""
        )
        words = labels.quoted(wording.text + (" …" if place.goes_on else ""))
        nothing = self.tr("nothing")
        said = escape(words) if wording.text else f"<i>{escape(nothing)}</i>"
        base = self.tr("{version} (base text)").format(version=collated.name(0))
        who = escape(", ".join(collated.name(n) if n else base for n in witnesses))
        why = dict.fromkeys(self._why(place.wordings[n]) for n in witnesses)
        told = " ".join(self._quiet(f"— {part}") for part in why if part)
        return f"{sign}{said} · {who} {told}"

    def _why(self, wording: Wording) -> str:
        """What was done to the base text."""
        if wording.kind is None or wording.severity is None:
            return ""
        parts = [labels.kind_label(wording.kind), labels.severity_label(wording.severity)]
        why = explained(wording.edit) if wording.edit is not None else ""
        return ", ".join(parts) + (f": {why}" if why else "")

    def _quiet(self, text: str) -> str:
        return f'<span style="color:{self._theme.quiet}">{escape(text)}</span>'
