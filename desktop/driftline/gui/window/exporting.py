"""Export and print from the window: the dialog, its preview, the file, what is said afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from driftline.engine.errors import DriftlineError
from driftline.gui.language import document_labels as say
from driftline.gui.language.explaining import told
from driftline.gui.language.translation import spoken_language
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison, Kind
    from driftline.gui.desk.workspace import Workspace
    from driftline.gui.dialogs.export import ExportChoice, ExportDialog
    from driftline.gui.jobs import Jobs
    from driftline.gui.notices import Notices
    from driftline.gui.settings import Settings
    from driftline.report.options import Annotations, ReportOptions
    from driftline.review.acts import HistoryEntry
    from driftline.review.statuses import ReviewState


class _Said(NamedTuple):
    """What the editor said, and what gives its history: the session is asked in the job."""

    state: ReviewState | None
    history: Callable[[], list[HistoryEntry]]
    with_history: bool


def _annotations(said: _Said | None) -> Annotations | None:
    """What the editor said and when, as the report wants it."""
    from driftline.report.remarks import annotations_of

    if said is None:
        return None
    return annotations_of(said.state, said.history(), with_history=said.with_history)


def _pdf(
    comparison: Comparison,
    options: ReportOptions,
    said: _Said | None,
    *,
    progress: Progress,
) -> bytes:
    from driftline.report.worker import render_comparison

    return render_comparison(
        comparison, replace(options, date=_now()), _annotations(said), progress
    )


def _preview(
    comparison: Comparison,
    options: ReportOptions,
    said: _Said | None,
    width: int,
    *,
    progress: Progress,
) -> tuple[QImage, int]:
    from driftline.gui.window.pages import page_image

    return page_image(_pdf(comparison, options, said, progress=progress), 0, width)


def _write(
    comparison: Comparison,
    path: str,
    options: ReportOptions,
    said: _Said | None,
    *,
    progress: Progress,
) -> None:
    from driftline.report.write import write

    write(comparison, Path(path), replace(options, date=_now()), _annotations(said), progress)


def _write_collation(collation: Collation, path: str, language: str, *, progress: Progress) -> None:
    from driftline.report.apparatus import write

    progress("Writing", 0, 1)
    write(collation, Path(path), language, _now(), progress)


def _now() -> datetime:
    """The date that is printed on a report: evidence tells when it was made."""
    return datetime.now().astimezone().replace(microsecond=0)


def _print(pdf: bytes, printer: QPrinter, *, progress: Progress) -> int:
    from driftline.gui.window.pages import print_pages

    return print_pages(pdf, printer, progress=progress)


class Exporting(QObject):
    """Carries out what the export dialog is asked for."""

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

        comparison = self._workspace.comparison
        if comparison is None:
            return None
        words = max(comparison.summary.old_words, comparison.summary.new_words)
        dialog = ExportDialog(
            self._settings.preferences.export,
            suffixes(),
            long=words > OFFER_CHANGES_ONLY_ABOVE,
            kinds=self._shown_kinds(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.preview_requested.connect(lambda choice: self._show_preview(dialog, choice))
        dialog.save_requested.connect(lambda choice: self._save(dialog, choice))
        dialog.print_requested.connect(self._ask_printer)
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

    def _review(self, choice: ExportChoice) -> _Said | None:
        if not (choice.with_notes or choice.with_history):
            return None
        workspace = self._workspace
        said = workspace.review if choice.with_notes else None
        return _Said(said, workspace.history_said(), choice.with_history)

    def _show_preview(self, dialog: ExportDialog, choice: ExportChoice) -> None:
        if self._workspace.comparison is None:
            return
        width = round(dialog.preview_width * dialog.devicePixelRatioF())
        self._jobs.start(
            "preview",
            _preview,
            self._workspace.comparison,
            choice.options,
            self._review(choice),
            width,
            deliver=lambda found: dialog.show_preview(*found),
            fail=lambda trouble: dialog.say(told(trouble)),
        )

    def _save(self, dialog: ExportDialog, choice: ExportChoice) -> None:
        pair = self._workspace.pair
        comparison = self._workspace.comparison
        if pair is None or comparison is None:
            return
        self._settings.change(export=dialog.defaults())
        old, new = (Path(say.name(self._workspace.document(i))).stem for i in pair)
        target = self._target(f"{old} - {new}", choice.suffix)
        if not target:
            return
        self._jobs.start(
            "export",
            _write,
            comparison,
            target,
            choice.options,
            self._review(choice),
            deliver=lambda _: self._saved(target),
            fail=self._failed,
        )

    def save_collation(self, collation: Collation, name: str, suffix: str) -> None:
        """Ask where to save a collation in the form its ending names, and do it."""
        target = self._target(name, suffix)
        if target:
            self._jobs.start(
                "export",
                _write_collation,
                collation,
                target,
                self._settings.preferences.export.language or spoken_language(),
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

    def _ask_printer(self, choice: ExportChoice) -> None:
        if self._workspace.comparison is not None:
            self._jobs.start(
                "export",
                _pdf,
                self._workspace.comparison,
                choice.options,
                self._review(choice),
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
            _print,
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
