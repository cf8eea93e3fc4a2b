"""All versions of a story side by side: who has which wording."""

import json

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from driftline.engine.records import Kind
from driftline.gui.dialogs.export import CollationExportDialog
from driftline.gui.window.pages import page_size
from gui.window.bridge_story import (
    AGENCY,
    HERALD,
    NAMES,
    column,
    letters,
    page_of,
    readings,
    row_of,
)


def test_every_place_has_a_row_and_every_version_a_column(four):
    model = page_of(four).model
    assert model.collated.name(0) == "agency.txt"
    assert {model.collated.name(n) for n in range(4)} == set(NAMES)
    assert readings(four) == [["nine"], ["claimed"], [""], ["It rained."], ["each"], [""]]
    assert four.status.place() == "Place 1 of 6 · 2 typography hidden"


def test_versions_with_the_same_words_have_the_same_letter(four):
    assert letters(four, row_of(four, "nine")) == "abba"
    assert letters(four, row_of(four, "the")) == "aa-a"
    assert letters(four, row_of(four, "It rained.")) == "---b"


def test_letters_have_a_ground_too(four, qtbot):
    view, model = page_of(four).view, page_of(four).model
    row = row_of(four, "nine")
    image = view.viewport().grab().toImage()
    scale = image.devicePixelRatio()

    def ground(name):
        place = view.visualRect(model.index(row, column(four, name))).bottomRight()
        return image.pixelColor(round((place.x() - 5) * scale), round((place.y() - 5) * scale))

    theme = four.appearance.theme
    assert ground("herald.txt") == ground("globe.txt") == theme.reading(1)
    assert ground("agency.txt") == ground("courier.txt") == theme.color("page")


def test_the_heads_tell_who_reads_as_whom(four):
    model = page_of(four).model
    told = [model.headerData(column(four, name), Qt.Orientation.Horizontal) for name in NAMES]
    assert told == [
        "agency.txt, base text",
        "herald.txt, 2 places differ from the base text, 2 of them as in globe.txt",
        "globe.txt, 4 places differ from the base text, 2 of them as in herald.txt",
        "courier.txt, 2 places differ from the base text",
    ]
    assert "twelve" in model.headerData(0, Qt.Orientation.Vertical)


def test_a_screen_reader_hears_who_has_which_words(four):
    view, model = page_of(four).view, page_of(four).model
    row = row_of(four, "nine")

    def heard(name, at):
        return model.index(at, column(four, name)).data(Qt.ItemDataRole.AccessibleTextRole)

    assert (
        heard("herald.txt", row) == "herald.txt: “nine”, same as globe.txt, number, severity: high"
    )
    assert heard("courier.txt", row) == "courier.txt: “twelve”, the base text’s words"
    dropped = row_of(four, "the")
    assert heard("globe.txt", dropped).startswith("globe.txt: nothing, quotation altered")
    table = QAccessible.queryAccessibleInterface(view)
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert any(name.startswith("herald.txt: “nine”") for name in names)
    assert any("close twelve bridges" in name for name in names)


def test_the_entry_below_tells_the_place_in_full(four):
    page = page_of(four)
    page.view.go_to_row(row_of(four, "nine"))
    told = page.entry.toPlainText().splitlines()
    assert "close twelve bridges on Monday" in told[0]
    assert " ".join(told[1].split()) == "a “twelve” · agency.txt (base text), courier.txt"
    assert told[2].startswith("b")
    assert "“nine” · herald.txt, globe.txt — number, high: " in told[2]


def test_only_changes_of_high_severity(four, qtbot):
    qtbot.keyClick(four, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert ["nine"] in readings(four)
    assert ["each"] not in readings(four)
    assert four.status.place().endswith("2 typography hidden · 1 of lower severity hidden")
    assert four.compare_page.kinds.grave_only


def test_kinds_are_hidden_here_and_beside_each_other_alike(four):
    page = page_of(four)
    page.chips._chip_of[Kind.NUMBER].click()
    assert ["nine"] not in readings(four)
    assert "1 of other kinds hidden" in four.status.place()
    assert not four.compare_page.kinds.shows(Kind.NUMBER)
    page.chips.hidden.click()
    assert ["nine"] in readings(four)
    assert "hidden" not in four.status.place()
    assert page.model.rowCount() == 8


def test_words_are_looked_for(four, qtbot):
    page = page_of(four)
    qtbot.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "rained")
    assert readings(four) == [["It rained."]]
    assert four.status.place().startswith("Place 1 of 1")
    qtbot.keyClicks(page.filter, "x")
    assert "lacks the words" in page.remark
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 6
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert page.view.hasFocus()


def test_only_where_one_version_differs(four, settled):
    page = page_of(four)
    page.which.setCurrentIndex(page.which.findText("Where courier.txt differs"))
    page.which.activated.emit(page.which.currentIndex())
    assert readings(four) == [["It rained."], [""]]
    assert four.status.place().startswith("Place 1 of 2")
    four.workspace.hand.set_base(
        four.workspace.session_stories[0].id, page.model.document(column(four, "herald.txt"))
    )
    settled(four)
    assert page.which.currentText() == "Where courier.txt differs"
    assert ["twelve"] in readings(four)
    page.which.setCurrentIndex(0)
    page.which.activated.emit(0)
    assert page.model.rowCount() > 4


def test_readings_are_copied(four, qtbot):
    page, clipboard = page_of(four), QGuiApplication.clipboard()
    row = row_of(four, "nine")
    page.view.setCurrentIndex(page.model.index(row, column(four, "herald.txt")))
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "nine"
    assert four.status.currentMessage() == "Copied: nine"
    page.view.selectRow(row)
    page.view.copy()
    head, line = clipboard.text().split("\n")
    assert head.split("\t")[0] == ""
    said = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    assert "close twelve bridges" in said[""]
    assert [said[name] for name in NAMES] == ["twelve", "nine", "nine", "twelve"]
    menu = page.menu_for(row, column(four, "herald.txt"))
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Compare the base text with herald.txt here",
        "Make herald.txt the base text",
        "Copy these words",
        "Copy the selection",
        "Copy this place in all versions",
    ]
    menu.actions()[-1].trigger()
    assert "“nine” · herald.txt, globe.txt" in clipboard.text()
    menu.deleteLater()


def test_the_table_grows_with_the_texts(four, qtbot):
    view = page_of(four).view
    before = view.rowHeight(0), view.verticalHeader().width()
    for _ in range(4):
        four.actions_table["zoom_in"].trigger()
    assert view.rowHeight(0) > before[0]
    assert view.verticalHeader().width() > before[1]
    four.actions_table["zoom_reset"].trigger()
    assert (view.rowHeight(0), view.verticalHeader().width()) == before


def test_a_column_set_by_hand_keeps_its_width(four, qtbot):
    page = page_of(four)
    page.view.setColumnWidth(1, 77)
    page.filter.setText("nine")
    four.resize(1100, 700)
    assert page.view.columnWidth(1) == 77
    qtbot.waitUntil(lambda: not page.view._dragged.isActive())


def test_two_versions_are_too_few(bring, settled):
    window = bring(agency=AGENCY, herald=HERALD)
    assert not window.compare_page.header.all_versions.isVisible()
    window.actions_table["all_versions"].trigger()
    settled(window)
    assert "This story has 2: drop another one" in page_of(window).remark
    assert page_of(window).back_button.hasFocus()
    assert not page_of(window).export_button.isEnabled()


def test_a_document_that_stands_alone_says_what_to_do(window, story, settled):
    window.bring([story("agency.txt", AGENCY)])
    settled(window)
    window.actions_table["all_versions"].trigger()
    assert "This story has 1: drop two more" in page_of(window).remark


def test_versions_that_say_the_same(bring, settled):
    window = bring(agency=AGENCY, herald=AGENCY + "\n", globe=AGENCY + "\n\n")
    window.compare_page.header.all_versions.click()
    settled(window)
    assert page_of(window).remark == "All 3 versions say the same in the same words."


def forms(dialog):
    return [dialog._format.itemText(row) for row in range(dialog._format.count())]


def test_all_versions_are_set_on_the_paper_that_is_chosen(
    four, qtbot, tmp_path, settled, monkeypatch
):
    monkeypatch.setattr(four.notices, "choose_target", lambda *_: str(tmp_path / "all.pdf"))
    four.actions_table["export"].trigger()
    dialog = four.findChild(CollationExportDialog)
    qtbot.waitUntil(lambda: not dialog._page.pixmap().isNull(), timeout=20_000)
    dialog._paper.setCurrentText("Letter")
    dialog._landscape.setChecked(True)
    qtbot.waitUntil(lambda: dialog._page.pixmap().width() > dialog._page.pixmap().height())
    dialog._save.click()
    settled(four)
    assert page_size((tmp_path / "all.pdf").read_bytes()) == QSizeF(792, 612)
    # The paper is that of the next report too; the form is asked for anew.
    page_of(four).export_button.click()
    (again,) = (d for d in four.findChildren(CollationExportDialog) if d.isVisible())
    assert again._paper.currentText() == "Letter"
    again._format.setCurrentText("Text")
    assert not again._paper.isEnabled()
    again._save.click()
    settled(four)
    assert four._settings.preferences.export.format == "pdf"


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        ("Web page", '<b class="letter">b</b>nine'),
        ("CSV", ",Number,no,"),
        ("Text", "twelve] nine"),
        ("JSON", '"schema": "driftline/collate/1"'),
    ],
)
def test_the_collation_is_saved(four, tmp_path, settled, monkeypatch, form, holds):
    asked = []

    def choose(title, suggestion, filters):
        asked.append(suggestion)
        return str(tmp_path / "all")

    monkeypatch.setattr(four.notices, "choose_target", choose)
    page_of(four).export_button.click()
    dialog = four.findChild(CollationExportDialog)
    dialog._format.setCurrentText(next(n for n in forms(dialog) if form in n))
    dialog._save.click()
    settled(four)
    (made,) = tmp_path.glob("all.*")
    assert asked[0].endswith(f"agency - all versions{made.suffix}")
    assert holds in made.read_text("utf-8-sig")
    assert "was saved as all." in four.notices.sentences()[0]
    if form == "JSON":
        assert json.loads(made.read_text())["base"] == "A"
