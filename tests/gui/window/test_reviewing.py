"""Ticking changes off, by key, list and menu; and what is still there tomorrow."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from driftline.gui.dialogs.history import HistoryDialog
from driftline.gui.models.entries import ENTRY_ROLE
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session
from driftline.review.statuses import Status

OLD = """The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready for that,” she told reporters.

The tram would cost 48 million crowns and touch upon three districts of the old town.
"""
NEW = (
    OLD.replace("a tram", "tram")
    .replace(" for that", "")
    .replace("48", "84")
    .replace("touch upon", "touch on")
)


def key(qtbot, window, key, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(window.compare_page.view, key, modifier)


def test_one_key_settles_a_change_and_goes_to_the_next_open_one(qtbot, compared, settled):
    compared.compare_page.view.setFocus()
    assert compared.compare_page.number() == (1, 4)
    key(qtbot, compared, Qt.Key.Key_2)
    settled(compared)
    assert compared.compare_page.number() == (2, 4)
    key(qtbot, compared, Qt.Key.Key_4)
    settled(compared)
    state = compared.workspace.review
    edits = compared.compare_page.shown_edits()
    assert [state.edit(e.id).status for e in edits] == [
        Status.FINE,
        Status.MUST_FIX,
        Status.OPEN,
        Status.OPEN,
    ]
    assert "2 of 4 open" in compared.status.place()
    # What is hidden is not waited for.
    key(qtbot, compared, Qt.Key.Key_H)
    assert "1 of 2 open" in compared.status.place()


def test_the_two_marks_of_a_quotation_are_settled_together(window, story, settled):
    said = "The council praised the “new and better” tram to the harbour on Monday, and left."
    plain = said.replace("“", "").replace("”", "")
    window.bring([story("old.txt", said), story("new.txt", plain)], compare=True)
    settled(window)
    marks = [e for e in window.workspace.comparison.edits if e.group is not None]
    assert len(marks) == 2
    window.reviewing.set_status(Status.QUERY)
    settled(window)
    assert {window.workspace.review.edit(e.id).status for e in marks} == {Status.QUERY}


def test_a_note_is_begun_in_the_menu_of_a_change(qtbot, compared, settled):
    compared.activateWindow()
    compared.lists.setCurrentWidget(compared.quotes)
    menu = QMenu()
    edit = compared.compare_page.shown_edits()[2].id
    compared.compare_page.view.change_menu_opened.emit(menu, edit)
    next(a for a in menu.actions() if a.text() == "Write a note").trigger()
    assert compared.compare_page.current.id == edit
    assert compared.lists.currentWidget() is compared.changes
    qtbot.waitUntil(compared.changes.review.note.hasFocus)


def test_the_list_shows_what_was_said(qtbot, compared, settled):
    key(qtbot, compared, Qt.Key.Key_3)
    settled(compared)
    head = compared.changes.model.index(0).data(ENTRY_ROLE).head
    assert "query" in head


def test_an_undo_takes_a_status_back(qtbot, compared, settled):
    key(qtbot, compared, Qt.Key.Key_2)
    settled(compared)
    compared.actions_table["undo"].trigger()
    settled(compared)
    assert compared.workspace.review.progress().open == 4
    compared.actions_table["redo"].trigger()
    settled(compared)
    assert compared.workspace.review.progress().open == 3


def test_from_a_note_esc_leads_back_to_where_it_was_begun(qtbot, compared, settled):
    compared.activateWindow()
    view, note = compared.compare_page.view, compared.changes.review.note
    view.setFocus()
    compared.actions_table["note"].trigger()
    assert note.hasFocus()
    qtbot.keyClicks(note, "Who says so?")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    settled(compared)
    assert view.hasFocus()
    # It is kept, and told in words.
    assert compared.workspace.review.edit(compared.compare_page.current.id).note == "Who says so?"
    assert compared.changes.said_current().endswith("(open · with a note)")
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert compared.changes.view.hasFocus()


def test_a_note_is_kept_with_its_change(compared, settled):
    compared.changes.view.setCurrentIndex(compared.changes.model.index(2))
    compared.changes.review.note.setPlainText("Ask the city desk")
    compared.changes.view.setCurrentIndex(compared.changes.model.index(0))
    settled(compared)
    edit = compared.compare_page.shown_edits()[2]
    assert compared.workspace.review.edit(edit.id).note == "Ask the city desk"
    assert compared.changes.review.note.toPlainText() == ""
    compared.changes.view.setCurrentIndex(compared.changes.model.index(2))
    assert compared.changes.review.note.toPlainText() == "Ask the city desk"


def test_the_list_can_be_limited_to_one_status(qtbot, compared, settled):
    key(qtbot, compared, Qt.Key.Key_2)
    settled(compared)
    pane = compared.changes
    pane.filter.setCurrentIndex(pane.filter.findData(Status.OPEN))
    pane.filter.activated.emit(pane.filter.currentIndex())
    assert pane.model.rowCount() == 3
    key(qtbot, compared, Qt.Key.Key_2)
    settled(compared)
    assert pane.model.rowCount() == 2


def test_all_of_a_kind_can_be_settled_at_once_and_undone_at_once(compared, settled):
    refs = tuple(compared.changes.refs_of(e)[0] for e in compared.compare_page.shown_edits())
    compared.changes.status_requested.emit(compared.workspace.review, refs, Status.FINE)
    settled(compared)
    assert compared.workspace.review.progress().open == 0
    compared.actions_table["undo"].trigger()
    settled(compared)
    assert compared.workspace.review.progress().open == 4


def test_a_quotation_can_be_queried(compared, settled):
    compared.lists.setCurrentWidget(compared.quotes)
    row = compared.quotes.model.row_of(lambda line: "partners" in line.text)
    compared.quotes.view.setCurrentIndex(compared.quotes.model.index(row))
    compared.actions_table["query"].trigger()
    settled(compared)
    line = compared.quotes.model.record(row)
    assert compared.workspace.review.of(compared.quotes.refs_of(line)[0]).status is Status.QUERY


def test_the_next_open_change_is_found_and_its_end_is_told(compared, settled):
    for _ in range(4):
        compared.actions_table["fine"].trigger()
        settled(compared)
    compared.actions_table["next_open"].trigger()
    assert "No change is open" in compared.status.currentMessage()


def test_tomorrow_everything_is_still_there(qtbot, compared, settled, tmp_path):
    compared.actions_table["fine"].trigger()
    settled(compared)
    compared.close()
    again = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(again)
    again.take_up()
    settled(again)
    assert again.workspace.review.progress().open == 3
    again.close()


def test_a_new_text_reopens_only_what_reads_otherwise(compared, settled, tmp_path):
    for _ in range(4):
        compared.actions_table["fine"].trigger()
        settled(compared)
    (tmp_path / "new.txt").write_text(NEW.replace("84", "94"), encoding="utf-8")
    compared.actions_table["reload"].trigger()
    settled(compared)
    state = compared.workspace.review
    reopened = [e for e in compared.compare_page.shown_edits() if state.edit(e.id).reopened]
    assert state.progress().open == 1
    assert [e.b.of(compared.workspace.comparison.new.source.text) for e in reopened] == ["94"]
    assert state.edit(reopened[0].id).why


def test_a_history_without_an_act_says_so(qtbot):
    dialog = HistoryDialog([])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.tree.isVisible()
    assert "Nothing has been done yet" in dialog.findChild(QLabel).text()


def test_the_history_tells_what_was_said_when_and_can_be_saved(
    qtbot, compared, settled, tmp_path, monkeypatch
):
    compared.actions_table["must_fix"].trigger()
    settled(compared)
    compared.actions_table["undo"].trigger()
    settled(compared)
    compared.actions_table["history"].trigger()
    qtbot.waitUntil(lambda: compared.findChild(HistoryDialog) is not None)
    dialog = compared.findChild(HistoryDialog)
    rows = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    assert [row.text(1) for row in rows] == [
        "Undone: Set one change to “must fix”",
        "Set one change to “must fix” (undone)",
    ]
    assert rows[1].text(2) == "a → –"
    assert rows[1].toolTip(1) == "open → must fix"
    assert rows[0].childCount() == 0
    target = tmp_path / "history.csv"
    monkeypatch.setattr(compared.notices, "choose_target", lambda *_: str(target))
    dialog.save_requested.emit()
    table = target.read_text("utf-8-sig")
    assert "must fix" in table
    assert "undone" in table
    dialog.reject()


def test_a_bulk_act_opens_to_its_words_in_the_history(compared, settled):
    state = compared.workspace.review
    compared.workspace.set_status(state, state.refs(), Status.FINE)
    settled(compared)
    compared.actions_table["history"].trigger()
    settled(compared)
    dialog = compared.findChild(HistoryDialog)
    act = dialog.tree.topLevelItem(0)
    assert act.text(1) == "Set 4 changes to “fine”"
    act.setExpanded(True)
    assert [act.child(n).text(1) for n in range(4)] == ["open → fine"] * 4
    assert "48 → 84" in [act.child(n).text(2) for n in range(4)]
    act.setExpanded(False)
    act.setExpanded(True)
    assert act.childCount() == 4
    dialog.reject()


def test_undo_and_redo_name_what_they_would_do(qtbot, compared, settled):
    undo, redo = compared.actions_table["undo"], compared.actions_table["redo"]
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    compared.reviewing.set_status(Status.FINE)
    settled(compared)
    assert (undo.text(), undo.isEnabled()) == ("&Undo: Set one change to “fine”", True)
    assert (redo.text(), redo.isEnabled()) == ("Re&do", False)
    undo.trigger()
    settled(compared)
    assert compared.status.currentMessage() == "Undone: Set one change to “fine”"
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    assert redo.text() == "Re&do: Set one change to “fine”"
    redo.trigger()
    settled(compared)
    assert compared.status.currentMessage() == "Done again: Set one change to “fine”"
    assert not redo.isEnabled()
    first = compared.workspace.documents[0].id
    compared.workspace.hand.rename(first, "The first")
    settled(compared)
    assert undo.text() == "&Undo: Changed a title"


@pytest.mark.parametrize("height", [600, 1000])
def test_an_empty_note_has_no_scroll_bar(qtbot, compared, height):
    note = compared.changes.review.note
    compared.resize(1280, height)
    compared.compare_page.first()
    qtbot.waitUntil(note.isVisible)
    assert note.verticalScrollBar().maximum() == 0


def status_of(window, words):
    """How the change stands that puts these words in."""
    comparison = window.workspace.comparison
    text = comparison.new.kept_text()
    edit = next(e for e in comparison.edits if e.b.of(text).strip() == words)
    return window.workspace.review.edit(edit.id)


def rewritten(window, settled):
    """The newer text has one change more by now, before all others."""
    path = window.workspace.document(window.workspace.pair[1]).path
    Path(path).write_text(NEW.replace("The council", "The city council", 1), encoding="utf-8")
    window.workspace.reload()


def test_a_key_after_a_reload_settles_the_change_that_was_seen(qtbot, compared, settled):
    rewritten(compared, settled)
    compared.compare_page.go_to(compared.compare_page.shown_edits()[2].id)
    key(qtbot, compared, Qt.Key.Key_4)
    settled(compared)
    assert len(compared.workspace.comparison.edits) == 5
    assert status_of(compared, "84").status is Status.MUST_FIX
    assert compared.workspace.review.progress().open == 4
    assert "4 of 5 open" in compared.status.place()


def test_a_key_while_the_new_comparison_is_made_is_not_about_another_change(
    qtbot, compared, settled
):
    rewritten(compared, settled)
    with qtbot.waitSignal(compared.workspace.comparison_requested):
        pass
    key(qtbot, compared, Qt.Key.Key_4)
    assert compared.status.currentMessage() == "The texts are still being compared."
    settled(compared)
    assert compared.workspace.review.progress().open == 5


def test_a_note_being_written_outlives_a_reload(qtbot, compared, settled):
    compared.activateWindow()
    compared.compare_page.go_to(compared.compare_page.shown_edits()[2].id)
    note = compared.changes.review.note
    note.setFocus()
    qtbot.keyClicks(note, "Ask")
    rewritten(compared, settled)
    qtbot.keyClicks(note, " them")
    settled(compared)
    assert status_of(compared, "84").note == "Ask them"


def test_who_wrote_a_note_is_in_its_list_when_other_texts_come(qtbot, compared, settled):
    compared.activateWindow()
    compared.changes.review.note.setFocus()
    compared.workspace.swap()
    assert compared.changes.view.hasFocus()
    settled(compared)
    assert compared.changes.view.hasFocus()


def test_a_note_being_written_outlives_a_status(qtbot, compared, settled):
    compared.activateWindow()
    panel = compared.changes.review
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "Ask")
    qtbot.mouseClick(panel._buttons.button(2), Qt.MouseButton.LeftButton)
    settled(compared)
    qtbot.keyClicks(panel.note, " them")
    assert panel.note.toPlainText() == "Ask them"


def test_a_status_counts_where_the_sides_are_exchanged_at_once(qtbot, compared, settled):
    state = compared.workspace.review
    compared.workspace.set_status(state, state.refs(), Status.FINE)
    compared.workspace.swap()
    compared.workspace.swap()
    settled(compared)
    assert compared.workspace.review.progress().open == 0


def test_what_was_done_just_before_the_window_closed_is_there_tomorrow(
    qtbot, compared, settled, tmp_path
):
    compared.activateWindow()
    for _ in range(3):
        key(qtbot, compared, Qt.Key.Key_2)
    note = compared.changes.review.note
    note.setFocus()
    qtbot.keyClicks(note, "Ask")
    compared.close()
    again = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(again)
    again.take_up()
    settled(again)
    assert again.workspace.review.progress().open == 1
    assert [item.note for item in again.workspace.review.items.values()].count("Ask") == 1
    again.close()


def test_who_stops_the_work_loses_nothing_she_said(compared, settled):
    for _ in range(3):
        compared.actions_table["fine"].trigger()
    compared.workspace.stop()
    settled(compared)
    assert compared.workspace.review.progress().open == 1


def test_what_is_said_while_another_session_is_opened_does_not_get_into_that(
    compared, settled, tmp_path
):
    compared.actions_table["fine"].trigger()
    settled(compared)
    copy = tmp_path / "copy.driftline"
    compared.workspace._desk.session.save_copy(copy)
    compared.keeping.open_session_file(str(copy))
    compared.actions_table["must_fix"].trigger()
    compared.actions_table["new"].trigger()
    settled(compared)
    assert "not kept" in compared.notices.sentences()[0]
    assert compared.workspace.review.progress().open == 3
    assert len(compared.workspace.documents) == 2


def test_a_note_being_written_stays_in_the_session_that_is_left(qtbot, compared, settled, tmp_path):
    other = tmp_path / "other.driftline"
    with Session.open(other) as session:
        session.documents.add_all([d.version.source for d in compared.workspace.documents])
    compared.activateWindow()
    note = compared.changes.review.note
    note.setFocus()
    qtbot.keyClicks(note, "Ask")
    compared.keeping.open_session_file(str(other))
    settled(compared)
    compared.workspace.compare(*[d.id for d in compared.workspace.documents])
    settled(compared)
    assert not compared.workspace.review.items
    assert compared.notices.sentences() == []
    with Session.open_automatic(tmp_path) as session:
        assert [line.note for entry in session.history() for line in entry.lines] == ["Ask"]


def test_nothing_is_said_in_a_session_of_a_comparison_of_another(compared, settled, tmp_path):
    state = compared.workspace.review
    with Session.open(tmp_path / "other.driftline") as session:
        session.documents.add_all([d.version.source for d in compared.workspace.documents])
    compared.keeping.open_session_file(str(tmp_path / "other.driftline"))
    settled(compared)
    compared.workspace.set_status(state, state.refs(), Status.FINE)
    settled(compared)
    assert "it is not kept" in compared.notices.sentences()[0]
    compared.workspace.compare(*[d.id for d in compared.workspace.documents])
    settled(compared)
    assert not compared.workspace.review.items
