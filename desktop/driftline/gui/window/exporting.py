"""Export and print from the window: the dialog, its preview, the file, what is said afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from driftline.engine.errors import DriftlineError
from driftline.gui.language import document_labels as say
from driftline.gui.language.explaining import told
from driftline.gui.language.translation import spoken_language
from driftline.gui.window import reports
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.records import Kind
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.dialogs.export import CollationExportDialog, ExportDialog
    from driftline.gui.dialogs.report_dialog import ExportChoice, ReportDialog
    from driftline.gui.jobs import Jobs
    from driftline.gui.notices import Notices
    from driftline.gui.settings import Settings

    _Dialog = TypeVar("_Dialog", bound=ReportDialog)


class Exporting(QObject):
    """Carries out what the export dialogs are asked for."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        notices: Notices,
        settings: Settings,
        shown_kinds: Callable[[], tuple[Kind, ...]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._jobs = jobs
        self._notices = notices
        self._settings = settings
        self._shown_kinds = shown_kinds
        self._window = window

    def open_dialog(self) -> ExportDialog | None:
        """Open the dialog for the present comparison."""
        from driftline.gui.dialogs.export import ExportDialog
        from driftline.report.options import OFFER_CHANGES_ONLY_ABOVE
        from driftline.report.write import suffixes

        pair, comparison = self._workspace.pair, self._workspace.comparison
        if pair is None or comparison is None:
            return None
        words = max(comparison.summary.old_words, comparison.summary.new_words)
        dialog = ExportDialog(
            self._settings.preferences.export,
            suffixes(),
            long=words > OFFER_CHANGES_ONLY_ABOVE,
            kinds=self._shown_kinds(),
            parent=self._window,
        )
        old, new = (Path(say.name(self._workspace.document(i))).stem for i in pair)
        return self._open(
            dialog,
            lambda choice: reports.OfComparison(comparison, self._review(choice)),
            f"{old} - {new}",
        )

    def open_collation_dialog(self, collation: Collation, name: str) -> CollationExportDialog:
        """Open the dialog for all versions of a story; `name` is for the file."""
        from driftline.gui.dialogs.export import CollationExportDialog
        from driftline.report.apparatus import SUFFIXES

        defaults = self._settings.preferences.export
        dialog = CollationExportDialog(defaults, SUFFIXES, self._window)
        return self._open(dialog, lambda _: reports.OfCollation(collation), name)

    def _open(
        self, dialog: _Dialog, exported: Callable[[ExportChoice], reports.Exported], name: str
    ) -> _Dialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.preview_requested.connect(
            lambda choice: self._show_preview(dialog, exported(choice), choice)
        )
        dialog.save_requested.connect(
            lambda choice: self._save(dialog, exported(choice), choice, name)
        )
        dialog.print_requested.connect(lambda choice: self._set_pages(exported(choice), choice))
        dialog.finished.connect(lambda _: self._jobs.stop("preview"))
        dialog.open()
        return dialog

    def copy_correction(self, chosen: tuple[int, ...]) -> str:
        """Draft a correction note on the clipboard and give it.

        It tells the chosen edits; without any, those that must be fixed.
        """
        from driftline.report.correction import correction, worded

        comparison, state = self._workspace.comparison, self._workspace.review
        if comparison is None:
            return ""
        if state is not None:
            marked = [r.index for r in state.refs(statuses={Status.MUST_FIX})]
            chosen = tuple(marked) or chosen
        preferences = self._settings.preferences
        language = preferences.export.language or spoken_language()
        template = worded(language, preferences.corrections.sentences)
        note = correction(comparison, chosen, template)
        if note:
            QGuiApplication.clipboard().setText(note)
        return note

    def _review(self, choice: ExportChoice) -> reports.Said | None:
        if not (choice.with_notes or choice.with_history):
            return None
        workspace = self._workspace
        said = workspace.review if choice.with_notes else None
        return reports.Said(said, workspace.history_said(), choice.with_history)

    def _show_preview(
        self, dialog: ReportDialog, exported: reports.Exported, choice: ExportChoice
    ) -> None:
        width = round(dialog.preview_width * dialog.devicePixelRatioF())
        self._jobs.start(
            "preview",
            reports.first_page,
            exported,
            choice.options,
            width,
            deliver=lambda found: dialog.show_preview(*found),
            fail=lambda trouble: dialog.say(told(trouble)),
        )

    def _save(
        self, dialog: ReportDialog, exported: reports.Exported, choice: ExportChoice, name: str
    ) -> None:
        self._settings.change(export=dialog.defaults())
        target = self._target(name, choice.suffix)
        if target:
            self._jobs.start(
                "export",
                reports.write,
                exported,
                target,
                choice.options,
                deliver=lambda _: self._saved(target),
                fail=self._failed,
            )

    def _target(self, name: str, suffix: str) -> str:
        """Where to save a report with such an ending; empty when she changes her mind."""
        target = self._notices.choose_target(
            self.tr("Save report"),
            str(Path(self._settings.preferences.export.folder) / f"{name}{suffix}"),
            f"{suffix.lstrip('.').upper()} (*{suffix})",
        )
        if target and Path(target).suffix.lower() != suffix:
            target += suffix
        if target:
            # What was said of the last report is past.
            self._notices.clear()
        return target

    def _saved(self, path: str) -> None:
        self._notices.offer(
            self.tr("The report was saved as {name}.").format(name=Path(path).name),
            self.tr("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
            self.tr("Open its folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent))),
            path,
        )

    def _set_pages(self, exported: reports.Exported, choice: ExportChoice) -> None:
        self._jobs.start(
            "export",
            reports.pdf,
            exported,
            choice.options,
            deliver=self._print,
            fail=self._failed,
        )

    def _print(self, pdf: bytes) -> None:
        from driftline.gui.window.pages import fit_printer

        printer = self._notices.choose_printer(lambda printer: fit_printer(printer, pdf))
        if printer is None:
            return
        self._jobs.start(
            "export",
            reports.printed,
            pdf,
            printer,
            deliver=lambda count: self._notices.tell(
                self.tr("%n page(s) sent to the printer.", "", count)
            ),
            fail=self._failed,
        )

    def _failed(self, trouble: Exception) -> None:
        if isinstance(trouble, DriftlineError):
            self._notices.tell(told(trouble))
        else:
            self._notices.tell(
                self.tr("The report could not be made ({what}).").format(
                    what=f"{type(trouble).__name__}: {trouble}"
                )
            )
