"""Which changes are marked and listed, and what is counted instead."""

from PySide6.QtCore import Qt

from driftline.engine.records import Kind
from driftline.gui.compare.row_content import Side
from gui.window.tram_story import OLD, kinds, texts_of


def test_two_files_are_compared_and_every_change_is_named(compared):
    assert kinds(compared) == [Kind.DETERMINER, Kind.QUOTATION, Kind.NUMBER, Kind.PREPOSITION]
    assert compared.changes.model.rowCount() == 4
    assert compared.status.place() == "Change 1 of 4 · 1 inside quotation marks"


def test_what_is_marked_are_whole_words(compared):
    marked = {
        block.text[m.start : m.end]
        for row in compared.compare_page.rows
        for side in Side
        for block in row.blocks(side)
        for m in block.marks
    }
    assert {"a", "for that", "48", "84", "upon", "on"} <= marked


def test_the_list_of_changes_and_the_texts_follow_each_other(qtbot, compared):
    page, pane = compared.compare_page, compared.changes
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.model.index(2))
    assert page.current.kind is Kind.NUMBER
    page.step(1)
    assert pane.view.currentIndex().row() == 3


def test_an_explanation_cites_the_words_in_quotation_marks(compared):
    spoken = texts_of(compared.changes.view)
    assert "“upon” became “on”" in spoken[3]
    assert not any("*" in text for text in spoken)


def test_two_identical_files_say_so(window, story, settled):
    window.bring([story("a.txt", OLD), story("b.txt", OLD)], compare=True)
    settled(window)
    assert "No wording change" in window.status.place()
    assert window.changes.model.rowCount() == 0


def test_a_kind_can_be_hidden_and_shown_again(compared):
    page = compared.compare_page
    page.kinds.show_kind(Kind.NUMBER, shown=False)
    assert Kind.NUMBER not in kinds(compared)
    assert compared.changes.model.rowCount() == 3
    page.kinds.show_kind(Kind.NUMBER, shown=True)
    assert Kind.NUMBER in kinds(compared)


def test_typography_is_hidden_but_counted(window, story, settled):
    quoted = OLD.replace("“", '"').replace("”", '"')
    window.bring([story("a.txt", OLD), story("b.txt", quoted)], compare=True)
    settled(window)
    assert kinds(window) == []
    assert "No wording change" in window.status.place()
    assert "typography hidden" in window.status.place()
    window.actions_table["typography"].setChecked(True)
    assert set(kinds(window)) == {Kind.TYPOGRAPHY}


def test_only_grave_changes_can_be_shown_and_the_rest_is_counted(compared):
    compared.actions_table["grave_only"].trigger()
    assert kinds(compared) == [Kind.QUOTATION, Kind.NUMBER]
    assert "2 of lower severity hidden" in compared.status.place()
    compared.actions_table["grave_only"].trigger()
    assert len(kinds(compared)) == 4


def test_one_click_shows_all_that_is_hidden(qtbot, compared):
    compared.actions_table["grave_only"].trigger()
    button = compared.compare_page.header.chips.hidden
    assert button.isVisible()
    assert button.text().startswith("2 hidden")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(kinds(compared)) == 4
    assert not button.isVisible()
    assert not compared.actions_table["grave_only"].isChecked()


def test_quotations_can_be_sifted(compared):
    pane = compared.quotes
    every = pane.model.rowCount()
    pane.changed_only.setChecked(True)
    assert 0 < pane.model.rowCount() < every + 1
    pane.search.setText("no such words")
    assert pane.model.rowCount() == 0
    pane.search.clear()
    pane.changed_only.setChecked(False)
    pane.by_speaker.setChecked(True)
    heads = [d for d in texts_of(pane.view) if d.startswith("Ada Brook, ")]
    assert heads
