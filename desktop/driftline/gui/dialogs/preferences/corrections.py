"""The sentences of correction notes in the style of the house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLineEdit

from driftline.engine.errors import DriftlineError
from driftline.gui.dialogs.preferences.page import Page, quiet
from driftline.gui.language.explaining import told
from driftline.gui.language.translation import spoken_language
from driftline.report.correction import CorrectionTemplate, worded
from driftline.review.preferences import Corrections

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences


class CorrectionsPage(Page):
    """One field a sentence; an empty one means the built-in sentence, which it shows."""

    sections = ("corrections",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.addRow(
            quiet(
                self.tr(
                    "{old} and {new} stand for the wording, {speaker} for who is quoted, "
                    "{headline} for the headline. An empty field uses the sentence shown in it."
                )
            )
        )
        self.fields: dict[str, QLineEdit] = {}
        for name, label in (
            ("replaced", self.tr("Wording replaced")),
            ("removed", self.tr("Wording removed")),
            ("added", self.tr("Wording added")),
            ("moved", self.tr("Passage moved")),
            ("quoted", self.tr("Quotation changed")),
            ("quoted_unnamed", self.tr("Quotation, speaker unknown")),
            ("opening", self.tr("Opening, for several")),
        ):
            field = QLineEdit()
            field.editingFinished.connect(self._check)
            self.fields[name] = field
            form.addRow(label, field)
        self._wrong = quiet()
        form.addRow(self._wrong)
        self._kept: dict[str, str] = {}

    @property
    def wrong(self) -> str:
        """What is wrong with the sentences; "" when nothing is."""
        return self._wrong.text()

    def fill(self, preferences: Preferences) -> None:
        self._kept = dict(preferences.corrections.sentences)
        built_in = worded(preferences.export.language or spoken_language())
        for name, field in self.fields.items():
            field.setPlaceholderText(getattr(built_in, name))
            field.setText(self._kept.get(name, ""))
        self._wrong.clear()

    def apply(self, preferences: Preferences) -> Preferences:
        return replace(preferences, corrections=Corrections(dict(self._kept)))

    def _check(self) -> None:
        said = {name: field.text().strip() for name, field in self.fields.items()}
        sentences = {name: text for name, text in said.items() if text}
        try:
            CorrectionTemplate(**sentences).checked()
        except DriftlineError as trouble:
            self._wrong.setText(told(trouble))
            return
        self._wrong.clear()
        # What another version of the program has sentences for is none of this page's business.
        others = {name: text for name, text in self._kept.items() if name not in self.fields}
        self._kept = others | sentences
        self.changed.emit()
