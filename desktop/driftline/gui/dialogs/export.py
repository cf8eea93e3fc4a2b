"""Exporting the report of a comparison, or of all versions of a story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox

from driftline.gui.dialogs.report_dialog import ExportChoice, ReportDialog, box_of
from driftline.report.options import Layout, ReportOptions
from driftline.review.preferences import ReportFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from driftline.engine.records import Kind
    from driftline.review.preferences import ExportDefaults


class ExportDialog(ReportDialog):
    """For a comparison. `kinds` are those shown in the window, `long` says that the texts are long
    ones.
    """

    def __init__(
        self,
        defaults: ExportDefaults,
        suffixes: Sequence[str],
        *,
        long: bool,
        kinds: tuple[Kind, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(defaults, suffixes, parent)
        self.setWindowTitle(self.tr("Export report"))
        self._long = long
        self._kinds = kinds
        self._add_extent()
        self._add_contents()
        if long:
            hint = QLabel(
                self.tr(
                    "These are long texts: only paragraphs with changes are chosen, so that the "
                    "report stays readable."
                )
            )
            hint.setObjectName("quiet")
            hint.setWordWrap(True)
            self.form.addRow(hint)
        self.begin()

    def _add_extent(self) -> None:
        self._layout = box_of(
            (
                (self.tr("Side by side"), Layout.SIDE_BY_SIDE),
                (self.tr("One text with its changes"), Layout.INLINE),
            )
        )
        self._changes_only = QCheckBox(self.tr("Only paragraphs with &changes"))
        self._changes_only.setChecked(self._preferred.changes_only or self._long)
        self._context = QSpinBox()
        self._context.setRange(0, 20)
        self._context.setValue(ReportOptions().context)
        self._context.setAccessibleName(self.tr("Unchanged paragraphs around a change"))
        self.form.addRow(self.tr("&Layout"), self._layout)
        self.form.addRow("", self._changes_only)
        self.form.addRow(self.tr("Context paragraphs"), self._context)

    def _add_contents(self) -> None:
        self._shown_only = QCheckBox(self.tr("Only the &kinds shown in the window"))
        self._typography = QCheckBox(self.tr("&Typography too"))
        self._spelled = QCheckBox(self.tr("Spell changes &out, for listening"))
        self._cuts = QCheckBox(self.tr("What was c&ut from the pages"))
        self._notes = QCheckBox(self.tr("My statuses and &notes"))
        self._notes.setChecked(self._defaults.with_notes)
        self._history = QCheckBox(self.tr("The &history of the review"))
        self._history.setChecked(self._defaults.with_history)
        for box in (
            self._shown_only,
            self._typography,
            self._spelled,
            self._cuts,
            self._notes,
            self._history,
        ):
            self.form.addRow("", box)

    def choice(self) -> ExportChoice:
        common = super().choice()
        return ExportChoice(
            common.suffix,
            replace(
                common.options,
                layout=Layout(self._layout.currentData()),
                changes_only=self._changes_only.isChecked(),
                context=self._context.value(),
                kinds=self._kinds if self._shown_only.isChecked() else (),
                typography=self._typography.isChecked(),
                spell_out=self._spelled.isChecked(),
                cuts=self._cuts.isChecked(),
            ),
            self._notes.isChecked(),
            self._history.isChecked(),
        )

    def defaults(self) -> ExportDefaults:
        choice, before = self.choice(), self._defaults
        return replace(
            super().defaults(),
            format=ReportFormat(choice.suffix.lstrip(".")),
            # Of long texts the dialog itself chose to show the changes only.
            changes_only=before.changes_only if self._long else choice.options.changes_only,
            with_notes=choice.with_notes,
            with_history=choice.with_history,
        )

    def _changed(self) -> None:
        super()._changed()
        self._layout.setEnabled(self.on_paper)
        self._spelled.setEnabled(self.on_paper)
        self._typography.setEnabled(not self._shown_only.isChecked())
        self._context.setEnabled(self._changes_only.isChecked())


class CollationExportDialog(ReportDialog):
    """For all versions of a story."""

    def __init__(
        self, defaults: ExportDefaults, suffixes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(defaults, suffixes, parent)
        self.setWindowTitle(self.tr("Export all versions"))
        self.begin()
