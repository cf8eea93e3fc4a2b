"""The help: every page there, every link and picture good, searched by key."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence

from driftline import assets
from driftline.gui.actions import ACTIONS
from driftline.gui.dialogs.help import HelpDialog, help_pages
from driftline.gui.dialogs.keys import KeysDialog

LANGUAGES = sorted(
    folder.name for folder in assets.path("help").iterdir() if folder.name != "images"
)


@pytest.fixture
def dialog(window):
    window.actions_table["help"].trigger()
    return window.findChild(HelpDialog)


def listed(dialog):
    contents = dialog.contents
    items = [contents.item(row) for row in range(contents.count())]
    return [item.text() for item in items if not item.isHidden()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_every_picture_is_there(language):
    for page in help_pages(language):
        text = page.file.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert target == "keys:" or (page.file.parent / target).is_file(), (page.file, target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_named_that_does_nothing(language):
    known = {QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys}
    known |= {"F2", "Del", "Menu", "Shift+F10", "Ctrl+V", "Ctrl+click", "Ctrl+S", "Ctrl+Enter"}
    for page in help_pages(language):
        text = page.file.read_text(encoding="utf-8").replace("\\\\", "\\")
        cells = re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
        named = [key for cell in cells for key in cell.strip().split(", ")]
        named += re.findall(r"\*((?:Ctrl|Alt|Shift)\+[^*]+|F\d+)\*", text)
        for key in named:
            if key not in ("key", "---", "Taste"):
                assert key in known or QKeySequence(key).toString() in known, (page.file, key)


def test_the_first_page_has_its_picture(dialog):
    assert "From drop to report" in dialog.text.toPlainText()
    image = dialog.text.loadResource(2, QUrl("../images/comparison.png"))
    assert image is not None


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


def test_the_keys_are_one_click_away(window, dialog):
    dialog.text.anchorClicked.emit(QUrl("keys:"))
    keys = window.findChild(KeysDialog)
    assert keys.isVisible()
    keys.close()


def test_it_opens_once(window, dialog):
    window.actions_table["help"].trigger()
    assert window.findChildren(HelpDialog) == [dialog]


def test_every_language_has_every_page():
    english = [page.file.name for page in help_pages("en")]
    for language in LANGUAGES:
        assert [page.file.name for page in help_pages(language)] == english
