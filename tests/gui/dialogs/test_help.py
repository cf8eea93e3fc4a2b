"""The help: every page there, every link and picture good, searched by key."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QInputDialog

from driftline import assets
from driftline.gui.actions import ACTIONS, name_of
from driftline.gui.dialogs.help import HelpDialog
from driftline.gui.dialogs.help_pages import help_pages, with_keys

LANGUAGES = sorted(
    folder.name for folder in assets.path("help").iterdir() if folder.name != "images"
)


@pytest.fixture
def dialog(window):
    window.actions_table["help"].trigger()
    return window.findChild(HelpDialog)


def test_it_begins_no_larger_than_the_screen(dialog):
    screen = dialog.screen().availableSize()
    assert dialog.width() < screen.width()
    assert dialog.height() < screen.height()


def listed(dialog):
    contents = dialog.contents
    items = [contents.item(row) for row in range(contents.count())]
    return [item.text() for item in items if not item.isHidden()]


def files(language):
    return sorted(assets.path("help", language).glob("*.md"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_every_picture_is_there(language):
    for file in files(language):
        for target in re.findall(r"\]\(([^)]+)\)", file.read_text(encoding="utf-8")):
            assert target == "keys:" or (file.parent / target).is_file(), (file, target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_out_and_every_place_of_one_is_known(language):
    names = {spec.name for spec in ACTIONS}
    own = {
        "F2",
        "Del",
        "Menu",
        "Shift+F10",
        "Tab",
        "Alt",
        "Left",
        "Right",
        "Home",
        "End",
        "Shift",
        "Esc",
        "Return",
    }
    for file in files(language):
        text = file.read_text(encoding="utf-8")
        if file.name.startswith("12"):
            continue
        held = set(re.findall(r"\{([^}]*)\}", text))
        assert held <= names | own | {"Ctrl", "Ctrl+", "Ctrl+V", "Ctrl+S"}, file
        assert not re.search(r"\b(Ctrl|Alt|Shift|Strg)\b|\bF\d", re.sub(r"\{[^}]*\}", "", text)), (
            file
        )


def test_over_a_dialog_the_help_opens_at_its_page_and_can_be_used(qtbot, window):
    preferences = window.appearance.open_dialog()
    qtbot.waitUntil(preferences.isActiveWindow)
    qtbot.keyClick(preferences.names, Qt.Key.Key_F1)
    shown = preferences.findChild(HelpDialog)
    assert shown.isVisible()
    assert shown.contents.currentItem().text() == "Preferences"
    qtbot.keyClicks(shown.search, "tombstone")
    assert shown.search.text() == "tombstone"
    # Nothing opens twice, and the dialog below is where it was.
    qtbot.keyClick(preferences.names, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert preferences.findChildren(HelpDialog) == [shown]
    assert shown.contents.currentItem().text() == "All keys"
    shown.reject()
    assert preferences.isVisible()
    preferences.reject()


def test_a_question_of_one_field_has_help_too(qtbot, window, story, settled):
    window.bring([story("a.txt", "One."), story("b.txt", "Two.")], compare=True)
    settled(window)
    window.about.ask_number()
    asking = window.findChild(QInputDialog)
    qtbot.waitUntil(asking.isActiveWindow)
    qtbot.keyClick(asking, Qt.Key.Key_F1)
    assert asking.findChild(HelpDialog).isVisible()
    asking.reject()


def test_keys_are_named_as_they_are_bound():
    bound = {"next": ("Ctrl+Alt+N",), "pair": ()}
    assert with_keys("*{next}*, *{swap}*", bound) == r"*Ctrl+Alt+N*, *Alt+\\*"
    assert with_keys("{pair}", bound) == "Go ▸ Pair paragraphs by hand"
    assert with_keys("{Ctrl+}click, {Shift}, {Del}", bound) == "Ctrl+click, Shift, Del"


def test_all_keys_are_a_page_that_is_searched(qtbot, window, dialog):
    assert listed(dialog)[1] == "All keys"
    qtbot.keyClicks(dialog.search, "full screen")
    dialog.open_page("keys")
    assert "All keys" in listed(dialog)
    assert "F11\nFull screen" in dialog.text.toPlainText()
    assert dialog.marks() > 0


def test_one_key_opens_the_help_and_another_its_keys(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog.contents.currentRow() == 0
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.findChildren(HelpDialog) == [dialog]
    assert dialog.contents.currentItem().text() == "All keys"
    for spec in ACTIONS:
        assert not spec.keys or name_of(spec) in dialog.text.toPlainText(), spec.name


def test_a_key_given_meanwhile_is_named_at_once(window, dialog):
    dialog.open_page("keys")
    window.appearance.keys_changed.emit({"swap": ("Ctrl+Alt+S",)})
    assert "Ctrl+Alt+S\nSwap sides" in dialog.text.toPlainText()
    dialog.open_page("03-stories.md")
    assert "Ctrl+Alt+S swaps the sides" in dialog.text.toPlainText()


def test_a_page_can_be_printed(window, dialog, tmp_path, monkeypatch):
    dialog.open_page("keys")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    monkeypatch.setattr(window.notices, "choose_printer", lambda _: printer)
    dialog.print_button.click()
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")


def test_the_first_page_has_its_picture(dialog):
    assert "From drop to report" in dialog.text.toPlainText()
    image = dialog.text.document().resource(2, QUrl("../images/comparison.png"))
    assert image.width() > 100


def test_words_are_searched_in_all_pages_and_marked(qtbot, dialog):
    dialog.search.setFocus()
    qtbot.keyClicks(dialog.search, "reattributed")
    assert listed(dialog) == ["Quotations"]
    assert "reattributed" in dialog.text.toPlainText()
    assert dialog.marks() == 1
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert len(listed(dialog)) == dialog.contents.count()
    qtbot.keyClicks(dialog.search, "zebra crossing")
    assert listed(dialog) == []
    assert dialog._none.isVisible()


def test_a_link_leads_to_its_page(dialog):
    dialog.text.anchorClicked.emit(QUrl("08-review.md"))
    assert dialog.contents.currentItem().text() == "Review"
    assert "correction" in dialog.text.toPlainText()


def test_the_keys_are_one_click_away(dialog):
    dialog.text.anchorClicked.emit(QUrl("keys:"))
    assert dialog.contents.currentItem().text() == "All keys"


def test_it_opens_once(window, dialog):
    window.actions_table["help"].trigger()
    assert window.findChildren(HelpDialog) == [dialog]


def test_every_language_has_every_page():
    english = [page.name for page in help_pages("en", {})]
    for language in LANGUAGES:
        assert [page.name for page in help_pages(language, {})] == english
