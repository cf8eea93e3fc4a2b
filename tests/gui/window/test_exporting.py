"""The export dialog, what it writes, prints and drafts."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QPushButton

OLD = """The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

The tram would cost 48 million crowns and cross three districts of the old town.
"""
NEW = OLD.replace("a tram", "tram").replace("48", "84")


def export(window, target, monkeypatch, suffix=None):
    monkeypatch.setattr(window.notices, "choose_target", lambda *_: str(target))
    dialog = window.exporting.open_dialog()
    if suffix:
        dialog._format.setCurrentIndex(dialog._format.findData(suffix))
    dialog._save.click()


def test_the_first_page_is_shown_before_anything_is_saved(qtbot, compared):
    dialog = compared.exporting.open_dialog()
    qtbot.waitUntil(lambda: not dialog._page.pixmap().isNull(), timeout=20_000)
    assert dialog._pages.text() in ("1 page", "2 pages")
    first = dialog._page.pixmap().toImage()
    dialog._landscape.setChecked(True)
    qtbot.waitUntil(lambda: dialog._page.pixmap().toImage() != first, timeout=20_000)
    assert dialog._page.pixmap().width() > dialog._page.pixmap().height()
    dialog.reject()


def test_tab_leads_down_the_choices_and_then_to_the_buttons(compared):
    dialog = compared.exporting.open_dialog()
    stops, widget = [], dialog._format
    while widget not in stops:
        stops.append(widget)
        widget = widget.nextInFocusChain()
    down = [
        stop.mapTo(dialog, QPoint(0, 0)).y()
        for stop in stops
        if isinstance(stop, QComboBox | QCheckBox | QAbstractSpinBox | QPushButton)
        and stop.isVisible()
    ]
    assert len(down) == 18
    assert down == sorted(down)
    dialog.reject()


@pytest.mark.parametrize("how", ["reject", "close"])
def test_a_closed_dialog_asks_for_no_page(compared, how):
    dialog = compared.exporting.open_dialog()
    asked = []
    dialog.preview_requested.connect(asked.append)
    (pause,) = (t for t in dialog.findChildren(QTimer) if t.isActive())
    getattr(dialog, how)()
    assert not pause.isActive()
    assert not asked


def test_a_pdf_is_written_and_offered(compared, settled, tmp_path, monkeypatch):
    export(compared, tmp_path / "report.pdf", monkeypatch)
    settled(compared)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "report.pdf" in compared.notices.sentences()[0]


def test_what_was_written_can_be_taken_elsewhere(qtbot, compared, settled, tmp_path, monkeypatch):
    export(compared, tmp_path / "report.html", monkeypatch, ".html")
    settled(compared)
    bar = compared.notice_bar
    assert bar.file.isVisible()
    bar.file.setFocus()
    qtbot.keyClick(bar.file, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().mimeData().urls()
    assert [url.toLocalFile() for url in copied] == [str(tmp_path / "report.html")]
    assert bar.file.text() == "Copied"
    # Dragged, it is the same file, and nothing is copied by that.
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: dragged.append(drag.mimeData().urls()))
    QGuiApplication.clipboard().clear()
    qtbot.mousePress(bar.file, Qt.MouseButton.LeftButton)
    far = bar.file.rect().center() + QPoint(60, 0)
    bar.file.mouseMoveEvent(
        QMouseEvent(
            QEvent.Type.MouseMove,
            far,
            bar.file.mapToGlobal(far),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.mouseRelease(bar.file, Qt.MouseButton.LeftButton)
    assert dragged == [copied]
    assert not QGuiApplication.clipboard().text()
    # The next notice is about something else.
    compared.notices.tell("Something else.")
    assert not bar.file.isVisible()


@pytest.mark.parametrize("suffix", [".html", ".docx", ".csv", ".json"])
def test_every_other_form_is_written_too(compared, settled, tmp_path, monkeypatch, suffix):
    export(compared, tmp_path / "report", monkeypatch, suffix)
    settled(compared)
    assert (tmp_path / f"report{suffix}").stat().st_size > 100


def test_the_dialog_begins_where_it_was_left(compared, settled, tmp_path, monkeypatch):
    export(compared, tmp_path / "report", monkeypatch, ".html")
    settled(compared)
    dialog = compared.exporting.open_dialog()
    assert dialog.choice().suffix == ".html"
    dialog.reject()


def test_the_report_says_what_the_editor_said(compared, settled, tmp_path, monkeypatch):
    compared.actions_table["must_fix"].trigger()
    settled(compared)
    export(compared, tmp_path / "report", monkeypatch, ".html")
    settled(compared)
    assert "must fix" in (tmp_path / "report.html").read_text("utf-8").lower()


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    compared, settled, tmp_path, monkeypatch
):
    export(compared, tmp_path / "before.html", monkeypatch, ".html")
    settled(compared)
    target = tmp_path / "no such folder" / "report.pdf"
    export(compared, target, monkeypatch)
    settled(compared)
    assert "report.pdf" in compared.notices.sentences()[0]
    assert not target.exists()


def test_printing_goes_through_the_same_pages(compared, settled, tmp_path, monkeypatch):
    target = tmp_path / "printed.pdf"

    def choose(prepare):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(72)
        prepare(printer)
        return printer

    monkeypatch.setattr(compared.notices, "choose_printer", choose)
    dialog = compared.exporting.open_dialog()
    dialog._print.click()
    settled(compared)
    settled(compared)
    assert target.read_bytes().startswith(b"%PDF")
    assert "sent to the printer" in compared.notices.sentences()[0]


def test_a_correction_note_is_drafted_from_what_must_be_fixed(compared, settled):
    number = compared.compare_page.shown_edits()[1]
    compared.compare_page.go_to(number.id)
    compared.actions_table["must_fix"].trigger()
    settled(compared)
    compared.actions_table["correction"].trigger()
    note = QGuiApplication.clipboard().text()
    assert "48" in note
    assert "84" in note
    assert "tram to the harbour" not in note


def test_the_sentences_of_a_note_are_the_house_style(compared, settled):
    from driftline.gui.dialogs.preferences.corrections import CorrectionsPage

    dialog = compared.appearance.open_dialog()
    page = dialog.page(CorrectionsPage)
    page.fields["replaced"].setText("We wrote {old}. Right is {new}.")
    page.fields["replaced"].editingFinished.emit()
    page.fields["removed"].setText("{nonsense}")
    page.fields["removed"].editingFinished.emit()
    assert "nonsense" in page.wrong
    dialog.accept()
    compared.compare_page.last()
    compared.actions_table["correction"].trigger()
    note = QGuiApplication.clipboard().text()
    assert note.startswith("We wrote ")
    assert "84" in note


def test_only_the_kinds_shown_in_the_window_are_reported(compared, settled, tmp_path, monkeypatch):
    from driftline.engine.records import Kind

    compared.compare_page.kinds.show_kind(Kind.DETERMINER, shown=False)
    monkeypatch.setattr(compared.notices, "choose_target", lambda *_: str(tmp_path / "r.csv"))
    dialog = compared.exporting.open_dialog()
    dialog._format.setCurrentIndex(dialog._format.findData(".csv"))
    dialog._shown_only.setChecked(True)
    dialog._save.click()
    settled(compared)
    table = (tmp_path / "r.csv").read_text("utf-8-sig").lower()
    assert "number" in table
    assert "determiner" not in table


def test_the_history_goes_into_the_report_and_its_folder_is_the_preferred_one(
    compared, settled, tmp_path, monkeypatch
):
    from driftline.review.preferences import ExportDefaults, ReportFormat

    folder = tmp_path / "reports"
    folder.mkdir()
    compared._settings.change(
        export=ExportDefaults(ReportFormat.CSV, with_history=True, folder=str(folder))
    )
    compared.actions_table["must_fix"].trigger()
    settled(compared)
    monkeypatch.setattr(compared.notices, "choose_target", lambda _, suggestion, __: suggestion)
    dialog = compared.exporting.open_dialog()
    dialog._save.click()
    settled(compared)
    (file,) = folder.iterdir()
    table = file.read_text("utf-8-sig")
    assert "history,H1" in table
    assert "Set one change to must fix" in table
    assert compared._settings.preferences.export.with_history


def test_a_report_speaks_the_language_that_was_chosen_for_it(
    compared, settled, tmp_path, monkeypatch
):
    monkeypatch.setattr(compared.notices, "choose_target", lambda *_: str(tmp_path / "report.csv"))
    dialog = compared.exporting.open_dialog()
    assert dialog.choice().options.language == "en"  # the window's
    dialog._format.setCurrentIndex(dialog._format.findData(".json"))
    assert not dialog._language.isEnabled()  # data are the same in every language
    dialog._format.setCurrentIndex(dialog._format.findData(".csv"))
    dialog._language.setCurrentIndex(dialog._language.findData("de"))
    dialog._save.click()
    settled(compared)
    assert "Tabelle,Nr.,Art" in (tmp_path / "report.csv").read_text("utf-8-sig")
    assert compared._settings.preferences.export.language == "de"
    assert "In einer früheren Fassung" in compared.exporting.copy_correction((1,))
    again = compared.exporting.open_dialog()
    assert again.choice().options.language == "de"
    again._language.setCurrentIndex(again._language.findData("en"))
    assert again.defaults().language == ""
    again.reject()
    settled(compared)
