"""All versions of a story side by side: who has which wording, and the way there and back."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from driftline.engine.errors import DriftlineError
from driftline.engine.records import Kind, Span
from driftline.gui.compare.row_content import Side
from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE

AGENCY = """The council of Eskerby will close twelve bridges on Monday, its leader Ada Brook said.

“We have no money for the old ones,” she told reporters at the town hall.

The bridges carry some nine thousand people to work on every day of the week.

The ferry will run as it did before, and nobody has to pay more for it than last year.
"""
HERALD = AGENCY.replace("twelve", "nine").replace("Brook said", "Brook claimed")
GLOBE = HERALD.replace("“We", '"We').replace("ones,”", 'ones,"').replace("the old", "old")
GLOBE = GLOBE.replace("every day of", "each day of")
COURIER = AGENCY.replace("\n\nThe bridges carry", "\n\nIt rained.\n\nThe bridges carry").replace(
    "The ferry will run as it did before, and nobody has to pay more for it than last year.\n", ""
)
NAMES = ["agency.txt", "herald.txt", "globe.txt", "courier.txt"]
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bring(window, story, settled):
    """Brings versions in this order; the first is the base text."""

    def made(**texts):
        window.bring([story(f"{name}.txt", text) for name, text in texts.items()])
        settled(window)
        ids = {d.path.rsplit("/", 1)[-1]: d.id for d in window.workspace.documents}
        (found,) = [s for s in window.workspace.session_stories if len(s.members) > 1]
        window.workspace.hand.set_base(found.id, ids[f"{next(iter(texts))}.txt"])
        settled(window)
        return window

    return made


@pytest.fixture
def four(bring, settled):
    window = bring(agency=AGENCY, herald=HERALD, globe=GLOBE, courier=COURIER)
    window.actions_table["all_versions"].trigger()
    settled(window)
    return window


def page_of(window):
    return window.columns.collation_page


def column(window, name):
    """The number of the column of a version."""
    model = page_of(window).model
    return [model.collated.name(n) for n in range(model.columnCount())].index(name)


def row_of(window, words):
    """The row in which some version has these words."""
    model = page_of(window).model
    for row in range(model.rowCount()):
        if any(w.text == words for w in model.place(row).wordings):
            return row
    raise AssertionError(words)


def letters(window, row):
    """The letters of a row, in the order of `NAMES`."""
    model = page_of(window).model
    heads = [model.index(row, column(window, name)).data(ENTRY_ROLE).head for name in NAMES]
    return "".join(head[:1] or "-" for head in heads)


def compared(window):
    """The names of the two versions that are compared, the left one first."""
    return [window.workspace.document(i).path.rsplit("/", 1)[-1] for i in window.workspace.pair]


def words_at(window):
    """What either version has where the current change is."""
    current = window.compare_page.current
    texts = [window.workspace.document(i).version.source.text for i in window.workspace.pair]
    words = [span.of(text) for span, text in zip((current.a, current.b), texts, strict=True)]
    return dict(zip(compared(window), words, strict=True))


def readings(window):
    """The words of every shown row that some version has and the base text has not."""
    model = page_of(window).model
    return [
        sorted({w.text for w in model.place(row).wordings if w.kind})
        for row in range(model.rowCount())
    ]


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


def test_enter_compares_at_the_place_and_the_key_comes_back_to_it(four, qtbot, settled):
    page = page_of(four)
    row, at = row_of(four, "claimed"), column(four, "globe.txt")
    page.view.setCurrentIndex(page.model.index(row, at))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    settled(four)
    assert not four.columns.collating
    assert four.lists.isVisible()
    assert sorted(compared(four)) == ["agency.txt", "globe.txt"]
    assert words_at(four)["agency.txt"] == "said"
    assert four.compare_page.view.hasFocus()
    qtbot.keyClick(four.compare_page.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settled(four)
    assert page.view.currentIndex().row() == row
    # The same two are compared already: it goes there at once.
    page.view.setCurrentIndex(page.model.index(row_of(four, "nine"), at))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert words_at(four)["agency.txt"] == "twelve"


def test_a_place_without_words_is_found_in_the_other_text(four, qtbot, settled):
    page = page_of(four)
    row = row_of(four, "It rained.")
    page.view.opened.emit(row, column(four, "courier.txt"))
    settled(four)
    view = four.compare_page.view
    assert words_at(four)["courier.txt"] == "It rained."
    assert view.anchor()[0] in Side


def test_the_older_of_the_two_stands_left_whichever_is_the_base_text(four, settled):
    page = page_of(four)
    story = four.workspace.session_stories[0].id
    ids = {d.path.rsplit("/", 1)[-1]: d.id for d in four.workspace.documents}
    four.workspace.hand.set_order(story, [ids[name] for name in NAMES])
    for base, other in (("herald.txt", "agency.txt"), ("agency.txt", "herald.txt")):
        four.actions_table["all_versions"].setChecked(True)
        four.workspace.hand.set_base(story, ids[base])
        settled(four)
        page.view.opened.emit(row_of(four, "nine"), column(four, other))
        settled(four)
        assert compared(four) == ["agency.txt", "herald.txt"]
        assert words_at(four) == {"agency.txt": "twelve", "herald.txt": "nine"}


def test_nothing_is_made_anew_where_nothing_changed(four, settled):
    page = page_of(four)
    before = page.model.collated
    page.view.go_to_row(2)
    resets = []
    page.model.modelReset.connect(lambda: resets.append(1))
    for _ in range(2):
        four.actions_table["all_versions"].trigger()
        settled(four)
    assert page.model.collated is before
    assert not resets
    assert page.view.currentIndex().row() == 2


def test_escape_goes_back_to_the_texts(four, qtbot):
    assert not four.lists.isVisible()
    assert page_of(four).view.hasFocus()
    qtbot.keyClick(page_of(four).view, Qt.Key.Key_Escape)
    assert not four.columns.collating
    assert four.compare_page.isVisible()
    assert four.lists.isVisible()
    assert not four.actions_table["all_versions"].isChecked()
    assert four.status.place().startswith("Change 1 of")


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


def test_another_base_text_is_chosen_and_an_undo_takes_it_back(four, settled):
    page = page_of(four)
    page.base.setCurrentIndex(page.base.findText("herald.txt"))
    page.base.activated.emit(page.base.currentIndex())
    settled(four)
    assert four.columns.collating
    assert page.model.collated.name(0) == "herald.txt"
    assert letters(four, row_of(four, "nine")) == "baab"
    four.workspace.undo()
    settled(four)
    assert page.model.collated.name(0) == "agency.txt"
    assert page.base.currentText() == "agency.txt"


def test_what_is_cut_or_comes_is_seen_at_once(four, story, settled):
    page = page_of(four)
    herald = page.model.collated.versions[column(four, "herald.txt")].id
    start = HERALD.index("The ferry")
    four.workspace.hand.cut(herald, Span(start, HERALD.index("\n", start)))
    settled(four)
    assert four.columns.collating
    row = row_of(four, AGENCY[AGENCY.index("The ferry") :].strip())
    assert page.model.index(row, column(four, "herald.txt")).data(RECORD_ROLE).text == ""
    four.bring([story("echo.txt", AGENCY.replace("Monday", "Friday"))])
    settled(four)
    assert four.columns.collating
    assert page.model.columnCount() == 5
    assert ["Friday"] in readings(four)


def test_another_story_that_is_brought_is_shown(four, story, settled):
    four.bring([story("owls.txt", "The owls are back in the tower, the keeper has counted. " * 4)])
    settled(four)
    assert not four.columns.collating
    assert four.document_page.isVisible()
    assert not four.actions_table["all_versions"].isChecked()


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


def test_a_trouble_is_told_on_the_page(four, settled):
    four.all_versions._collating.failed.emit(DriftlineError("The texts are too long."))
    assert page_of(four).remark == "The texts are too long."
    four.all_versions._collating.failed.emit(ValueError("odd"))
    assert "could not be set side by side (ValueError: odd)" in page_of(four).remark
    four.actions_table["all_versions"].trigger()
    four.actions_table["all_versions"].trigger()
    settled(four)
    assert page_of(four).model.rowCount() == 6


def test_the_work_can_be_stopped(four, settled):
    four.actions_table["all_versions"].trigger()
    four.actions_table["all_versions"].trigger()
    four._stop()
    assert page_of(four).remark.startswith("Stopped.")
    assert not four.workspace.busy()


def test_the_story_in_the_list_leads_there_too(bring, settled):
    window = bring(agency=AGENCY, herald=HERALD, globe=GLOBE)
    (versions,) = window.workspace.stories
    menu = window.documents.menu_for(tuple(d.id for d in versions))
    (action,) = [a for a in menu.actions() if a.text() == "All versions side by side"]
    action.trigger()
    settled(window)
    assert window.columns.collating
    assert window.actions_table["all_versions"].isChecked()
    window.documents.chosen.emit((versions[0].id,))
    settled(window)
    assert window.document_page.isVisible()
    menu.deleteLater()


def test_what_acts_on_two_texts_rests_meanwhile(four):
    enabled = {name: four.actions_table[name].isEnabled() for name in ("swap", "fine", "fold")}
    assert not any(enabled.values())
    assert all(four.actions_table[n].isEnabled() for n in ("next", "grave_only", "export", "find"))
    four.actions_table["next"].trigger()
    assert four.status.place().startswith("Place 2 of 6")
    four.actions_table["previous"].trigger()
    four.actions_table["previous"].trigger()
    assert four.status.currentMessage() == "There is no further place this way."


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        ("HTML", '<b class="letter">b</b>nine'),
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
    menu = four.all_versions.form_menu()
    (action,) = [a for a in menu.actions() if form in a.text()]
    action.trigger()
    settled(four)
    menu.deleteLater()
    (made,) = tmp_path.glob("all.*")
    assert asked[0].endswith(f"agency - all versions{made.suffix}")
    assert holds in made.read_text("utf-8-sig")
    assert "was saved as all." in four.notices.sentences()[0]
    if form == "JSON":
        assert json.loads(made.read_text())["base"] == "A"


def test_all_can_be_done_by_key(four, qtbot):
    page = page_of(four)
    row = page.view.currentIndex().row()
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert (page.view.currentIndex().row(), page.view.currentIndex().column()) == (row + 1, 1)
    page.base.setFocus()
    went = []
    while QGuiApplication.focusObject() not in went:
        went.append(QGuiApplication.focusObject())
        qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Tab)
    row = [page.base, page.which, page.filter, page.export_button, page.back_button]
    assert went[: len(row)] == row
    assert [w for w in went if w in (page.view, page.entry)] == [page.view, page.entry]
