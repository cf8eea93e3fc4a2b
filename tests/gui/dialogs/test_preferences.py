"""The preferences dialog: every page takes effect at once, and Cancel takes it back."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest

from driftline.engine.records import Kind, Severity
from driftline.gui.actions import ACTIONS, keys_of, owner
from driftline.gui.dialogs.help import HelpDialog
from driftline.gui.dialogs.preferences.cleaning import CleaningPage
from driftline.gui.dialogs.preferences.export import ExportPage
from driftline.gui.dialogs.preferences.keys import KeysPage
from driftline.gui.dialogs.preferences.kinds import KindsPage
from driftline.gui.dialogs.preferences.page import choose
from driftline.gui.dialogs.preferences.texts import TextsPage
from driftline.gui.dialogs.preferences.words import WordsPage
from driftline.review.preferences import FILE, Palette, Paper, Preferences, Theme, Typeface, load

OLD = """The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

The tram would cost 48 million crowns and cross three districts of the old town.
"""
NEW = OLD.replace("a tram", "the tram").replace("48", "84").replace(" said ", " grumped ")


@pytest.fixture
def dialog(compared):
    return compared.appearance.open_dialog()


def kinds(window):
    return {edit.kind for edit in window.compare_page.shown_edits()}


def stored(window, tmp_path):
    window._settings.finish()
    return load(tmp_path).preferences


def test_texts_are_set_as_chosen_at_once(compared, dialog, tmp_path):
    page = dialog.page(TextsPage)
    choose(page.typeface, Typeface.SANS)
    page.text_size.setValue(19)
    page.gap.setValue(1.5)
    choose(page.palette_box, Palette.COLOUR_BLIND)
    choose(page.theme, Theme.DARK)
    assert compared.appearance.theme.name == "dark-colour-blind"
    assert compared.compare_page.view.palette().base().color().lightness() < 128
    assert compared.actions_table["dark"].isChecked()
    dialog.accept()
    fonts = stored(compared, tmp_path).fonts
    assert (fonts.typeface, fonts.size, fonts.paragraph_gap) == (Typeface.SANS, 19, 1.5)


def test_cancel_takes_everything_back(compared, dialog, settled, tmp_path):
    before = compared.appearance.preferences
    dialog.page(TextsPage).text_size.setValue(25)
    dialog.page(KindsPage).show_kind(Kind.NUMBER, shown=False)
    dialog.page(CleaningPage).raw.setChecked(True)
    keys = dialog.page(KeysPage)
    keys.choose_action("swap")
    keys.take_keys()
    assert compared.appearance.preferences != before
    assert compared.actions_table["swap"].shortcuts() == []
    dialog.reject()
    settled(compared)
    assert compared.appearance.preferences == before
    assert compared.actions_table["swap"].shortcuts() == [QKeySequence("Alt+\\")]
    assert Kind.NUMBER in kinds(compared)
    assert stored(compared, tmp_path) == before


def test_a_page_goes_back_to_its_defaults(compared, dialog):
    page = dialog.page(TextsPage)
    page.text_size.setValue(25)
    dialog.page(KindsPage).show_kind(Kind.NUMBER, shown=False)
    dialog.page(TextsPage)
    dialog.restore_button.click()
    assert page.text_size.value() == Preferences().fonts.size
    assert Kind.NUMBER not in kinds(compared)
    dialog.reject()


def test_a_hidden_kind_is_left_out_of_view_and_list(compared, dialog):
    assert {Kind.NUMBER, Kind.DETERMINER} <= kinds(compared)
    count = compared.changes.count
    page = dialog.page(KindsPage)
    page.show_kind(Kind.NUMBER, shown=False)
    assert Kind.NUMBER not in kinds(compared)
    assert compared.changes.count == count - 1
    assert "1 hidden" in compared.status.place()
    page.severities[Severity.MEDIUM].setChecked(False)
    assert Severity.MEDIUM not in {e.severity for e in compared.compare_page.shown_edits()}
    assert "lower severity hidden" in compared.status.place()
    dialog.accept()


def test_a_kind_weighs_what_was_chosen(compared, dialog, settled):
    page = dialog.page(KindsPage)
    page.weigh(Kind.DETERMINER, Severity.HIGH)
    settled(compared)
    (edit,) = [e for e in compared.compare_page.shown_edits() if e.kind is Kind.DETERMINER]
    assert edit.severity is Severity.HIGH
    page.weigh(Kind.DETERMINER, None)
    settled(compared)
    (edit,) = [e for e in compared.compare_page.shown_edits() if e.kind is Kind.DETERMINER]
    assert edit.severity is Severity.MEDIUM
    dialog.accept()


def test_a_reporting_verb_is_known_from_then_on(compared, dialog, settled, tmp_path):
    assert Kind.REPORTING_VERB not in kinds(compared)
    page = dialog.page(WordsPage)
    page.entries.field.setText("Grump")
    page.entries.add()
    settled(compared)
    assert page.entries.entries() == ("grump, grumps, grumped, grumped, grumping",)
    assert Kind.REPORTING_VERB in kinds(compared)
    page.entries.list.setCurrentRow(0)
    page.entries.remove()
    settled(compared)
    assert Kind.REPORTING_VERB not in kinds(compared)
    assert compared.appearance.preferences.lexicon.words == {}
    dialog.accept()


def test_words_have_the_form_of_their_list(dialog):
    page = dialog.page(WordsPage)
    page.word_class.setCurrentIndex(1)
    page.entries.field.setText("kerb")
    page.entries.add()
    assert page.entries.entries() == ()
    assert "kerb = curb" in page.wrong
    page.entries.field.setText("Kerb =  curbe")
    page.entries.add()
    assert page.entries.entries() == ("kerb = curbe",)
    page.word_class.setCurrentIndex(0)
    page.entries.field.setText("say, says")
    page.entries.add()
    assert "five forms" in page.wrong
    assert page.entries.entries() == ()
    dialog.reject()


def test_kept_lines_can_be_written_and_taken_away(compared, dialog, tmp_path):
    page = dialog.page(CleaningPage)
    page.lines.field.setFocus()
    page.lines.field.setText("  Share   this story ")
    QTest.keyClick(page.lines.field, Qt.Key.Key_Return)
    assert compared.appearance.options.cleaning.keep_lines == ("Share this story",)
    assert dialog.isVisible()
    page.lines.list.setCurrentRow(0)
    page.lines.remove_button.click()
    assert compared.appearance.options.cleaning.keep_lines == ()
    page.raw.setChecked(True)
    dialog.accept()
    assert stored(compared, tmp_path).cleaning.raw


def test_the_export_dialog_begins_with_the_defaults(compared, dialog, settled, monkeypatch):
    monkeypatch.setattr(compared.notices, "choose_folder", lambda *_: "/reports")
    page = dialog.page(ExportPage)
    choose(page.paper, Paper.LETTER)
    page.changes_only.setChecked(True)
    page.notes.setChecked(False)
    dialog.accept()
    export = compared.exporting.open_dialog()
    choice = export.choice()
    assert choice.options.paper is Paper.LETTER
    assert choice.options.changes_only
    assert not choice.with_notes
    export.reject()
    settled(compared)


# ---------------------------------------------------------------------------- keys


def test_a_key_is_given_and_works(compared, dialog, qtbot, tmp_path):
    page = dialog.page(KeysPage)
    page.choose_action("next")
    page.field.setKeySequence(QKeySequence("Ctrl+Alt+Y"))
    page.set_button.click()
    dialog.accept()
    assert compared.actions_table["next"].shortcuts() == [QKeySequence("Ctrl+Alt+Y")]
    assert "Ctrl+Alt+Y" in compared.actions_table["next"].toolTip()
    assert stored(compared, tmp_path).keys.shortcuts == {"next": ("Ctrl+Alt+Y",)}
    compared.activateWindow()
    qtbot.waitUntil(compared.isActiveWindow)
    before = compared.compare_page.number()[0]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(compared, Qt.Key.Key_Y, both)
    assert compared.compare_page.number()[0] == before + 1


def test_a_key_another_action_has_is_refused_in_a_sentence(compared, dialog):
    page = dialog.page(KeysPage)
    page.choose_action("swap")
    page.field.setKeySequence(QKeySequence("Ctrl+O"))
    page.add_button.click()
    assert "“Open”" in page.said
    assert compared.actions_table["swap"].shortcuts() == [QKeySequence("Alt+\\")]
    page.choose_action("open")
    page.none_button.click()
    page.choose_action("swap")
    page.field.setKeySequence(QKeySequence("Ctrl+O"))
    page.add_button.click()
    assert page.said == ""
    assert compared.actions_table["swap"].shortcuts() == [
        QKeySequence("Alt+\\"),
        QKeySequence("Ctrl+O"),
    ]
    # The first has lost its key to the second and cannot get it back while that has it.
    page.choose_action("open")
    page.reset_button.click()
    assert "“Swap sides”" in page.said
    page.reset_all_button.click()
    assert compared.actions_table["open"].shortcuts() == [QKeySequence("Ctrl+O")]
    dialog.accept()


def test_actions_are_found_by_name_and_key(dialog):
    page = dialog.page(KeysPage)
    page.filter.setText("swap")
    shown = [name for name, item in page._items.items() if not item.isHidden()]
    assert shown == ["swap"]
    page.filter.setText("f11")
    shown = [name for name, item in page._items.items() if not item.isHidden()]
    assert shown == ["full_screen"]
    dialog.reject()


def test_the_key_map_shows_the_keys_there_are(compared, dialog):
    page = dialog.page(KeysPage)
    page.choose_action("swap")
    page.field.setKeySequence(QKeySequence("Ctrl+Alt+S"))
    page.set_button.click()
    dialog.accept()
    compared.actions_table["keys"].trigger()
    shown = compared.findChild(HelpDialog)
    assert "Ctrl+Alt+S\nSwap sides\n" in shown.text.toPlainText()
    shown.close()


def test_the_buttons_of_the_review_name_the_keys_there_are(compared, dialog):
    buttons = compared.changes.review._buttons
    assert buttons.button(1).toolTip() == "Ctrl+2"
    page = dialog.page(KeysPage)
    page.choose_action("fine")
    page.field.setKeySequence(QKeySequence("Ctrl+Alt+F"))
    page.set_button.click()
    assert buttons.button(1).toolTip() == "Ctrl+Alt+F"
    dialog.reject()
    assert buttons.button(1).toolTip() == "Ctrl+2"


def test_a_key_every_window_needs_is_refused(compared, dialog):
    page = dialog.page(KeysPage)
    page.choose_action("swap")
    page.field.setKeySequence(QKeySequence("Space"))
    page.set_button.click()
    assert "needed to move about" in page.said
    assert compared.actions_table["swap"].shortcuts() == [QKeySequence("Alt+\\")]
    dialog.reject()


def test_a_key_works_for_one_action_whatever_the_file_says() -> None:
    bound = {
        "swap": ("Ctrl+O", "no key at all", "ctrl+j"),
        "next_open": ("Ctrl+J",),
        "gone": ("F8",),
    }
    table = {spec.name: keys_of(spec, bound) for spec in ACTIONS}
    assert "Ctrl+O" in table["swap"]
    assert table["open"] == ()
    both = [name for name, keys in table.items() if {"ctrl+j", "Ctrl+J"} & set(keys)]
    assert len(both) == 1
    assert "no key at all" not in table["swap"]
    assert "F8" in table["next"]


def test_no_two_actions_have_one_key() -> None:
    for spec in ACTIONS:
        for key in keys_of(spec, {}):
            assert owner(key, {}, besides=spec) is None, key
            assert not QKeySequence(key).isEmpty()


# ---------------------------------------------------------------------------- the system, the file


def test_the_colours_follow_the_system_while_it_runs(compared):
    look = compared.appearance
    look.prefer(Preferences())
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme.name == "dark"
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert look.theme.name == "dark-high-contrast"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.theme.name == "light-high-contrast"
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert look.theme.name == "light"
    look.set_dark(True)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.theme.name == "dark"


def test_preferences_that_cannot_be_saved_hold_and_are_told(compared, qtbot, tmp_path):
    compared._settings.finish()
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    compared.appearance.zoom(3)
    qtbot.waitUntil(lambda: bool(compared.notices.sentences()), timeout=10_000)
    assert "could not be saved" in compared.notices.sentences()[0]
    assert compared.appearance.fonts.size > Preferences().fonts.size


def test_a_damaged_file_is_told_in_the_window(qtbot, tmp_path):
    from driftline.gui.settings import Settings
    from driftline.gui.window.main_window import MainWindow
    from driftline.review.session import Session

    (tmp_path / FILE).write_text("{", "utf-8")
    window = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(window)
    assert "preferences (damaged).json" in window.notices.sentences()[0]
    window.close()


def test_the_last_of_many_quick_choices_is_on_the_disk(window, tmp_path):
    for _ in range(30):
        window.appearance.zoom(1)
        window.appearance.zoom(-1)
    window.appearance.zoom(2)
    window._settings.finish()
    written = json.loads((tmp_path / FILE).read_text("utf-8"))
    assert written["fonts"]["size"] == window.appearance.fonts.size


def test_every_page_fits_into_the_dialog(dialog):
    dialog.resize(QSize(760, 600))
    for row in range(dialog.pages.count()):
        dialog.names.setCurrentRow(row)
        QTest.qWait(0)
        page = dialog.pages.currentWidget()
        assert page.minimumSizeHint().height() <= page.height()
        assert page.minimumSizeHint().width() <= page.width()
    dialog.reject()


def test_who_scrolls_through_the_kinds_changes_no_severity(dialog):
    page = dialog.page(KindsPage)
    before = {kind: box.currentIndex() for kind, box in page._weights.items()}
    for box in page._weights.values():
        assert not turn_wheel(box)
    assert {kind: box.currentIndex() for kind, box in page._weights.items()} == before


def turn_wheel(widget):
    """Turns the wheel over a widget; tells whether that takes it for itself."""
    middle = QPointF(widget.rect().center())
    turn = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    widget.event(turn)
    return turn.isAccepted()
