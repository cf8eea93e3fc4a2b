"""From the table of all versions to the texts and back, and what makes the table anew."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from driftline.engine.errors import DriftlineError
from driftline.engine.records import Span
from driftline.gui.compare.row_content import Side
from driftline.gui.models.entries import RECORD_ROLE
from gui.window.bridge_story import (
    AGENCY,
    GLOBE,
    HERALD,
    NAMES,
    column,
    compared,
    letters,
    page_of,
    readings,
    row_of,
    words_at,
)


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
