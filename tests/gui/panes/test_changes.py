"""The list of changes: sorted, grouped, several at once, and all of it by key."""

import pytest
from PySide6.QtCore import Qt

from driftline.gui.models.change_list import Alike, Order, Section
from driftline.gui.models.entries import ENTRY_ROLE
from driftline.review.statuses import Status

PARAGRAPHS = (
    "The ferry left the harbour late on Monday because of the storm, the harbour office said.",
    "Nobody had told the passengers, who waited on the quay for three hours in the rain.",
    "The next ferry goes at noon and carries 40 lorries to the island across the strait.",
    "The mayor of the island town has asked the company for an answer before the weekend.",
)
OLD = "\n\n".join(PARAGRAPHS) + "\n"
NEW = OLD.replace("the harbour office", "a harbour office").replace("the rain", "rain")
NEW = NEW.replace("the island town", "an island town").replace("the company", "a company")
NEW = NEW.replace("40 lorries", "14 lorries").replace("the strait", "a strait")


@pytest.fixture
def pane(window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    return window.changes


def records(pane):
    return [pane.model.record(row) for row in range(pane.model.rowCount())]


def group(pane):
    return next(r for r in records(pane) if isinstance(r, Alike))


def stand_on(pane, wanted):
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.model.index(pane.model.row_of(lambda r: r is wanted)))


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_identical_changes_are_one_line_with_their_number(pane):
    same = group(pane)
    assert len(same.edits) == 3
    entry = pane.model.index(records(pane).index(same)).data(ENTRY_ROLE)
    assert entry.badge == "determiner ×3"
    assert [line.text for line in entry.lines] == ["the", "a"]
    assert entry.spoken.startswith("3 times determiner: “the” became “a”")


def test_where_words_were_dropped_the_list_shows_the_wedge_of_the_text(pane):
    entry = next(
        e
        for row in range(pane.model.rowCount())
        if "the rain" in (e := pane.model.index(row).data(ENTRY_ROLE)).lines[0].text
    )
    old, new = entry.lines
    assert old.text[slice(*old.marked)].strip() == "the"
    assert new.text[slice(*new.marked)] == "▴"
    assert "in ▴rain" in new.text
    assert "▴" not in entry.spoken


def test_the_line_opens_and_closes_by_key(qtbot, pane):
    closed = pane.model.rowCount()
    stand_on(pane, group(pane))
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert pane.model.rowCount() == closed + 3
    row = pane.view.currentIndex().row()
    assert isinstance(pane.model.record(row), Alike)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.model.record(pane.view.currentIndex().row()) is group(pane).edits[0]
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert pane.view.currentIndex().row() == row
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert pane.model.rowCount() == closed


def test_a_double_click_opens_it(qtbot, pane):
    closed = pane.model.rowCount()
    row = pane.model.row_of(lambda r: isinstance(r, Alike))
    pane.view.scrollTo(pane.model.index(row))
    middle = pane.view.visualRect(pane.model.index(row)).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert pane.model.rowCount() == closed + 3


def test_one_key_settles_all_of_them_and_one_undo_opens_them_again(qtbot, window, pane, settled):
    same = group(pane)
    stand_on(pane, same)
    qtbot.keyClick(pane.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settled(window)
    state = window.workspace.review
    assert {state.edit(e.id).status for e in same.edits} == {Status.FINE}
    assert state.progress().open == state.progress().total - 3
    window.actions_table["undo"].trigger()
    settled(window)
    assert window.workspace.review.progress().open == state.progress().total


def test_in_the_texts_the_same_key_settles_only_the_change_she_sees(qtbot, window, pane, settled):
    page = window.compare_page
    page.view.setFocus()
    page.go_to(group(pane).edits[1].id)
    qtbot.keyClick(page.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settled(window)
    progress = window.workspace.review.progress()
    assert progress.open == progress.total - 1
    head = pane.model.index(pane.model.row_of(lambda r: isinstance(r, Alike))).data(ENTRY_ROLE).head
    assert "○ 2" in head
    assert "✓ 1" in head


def test_the_list_is_sorted_by_kind_and_by_severity(pane):
    choose(pane.order, Order.KIND)
    heads = [r.by for r in records(pane) if isinstance(r, Section)]
    kinds = {e.kind for e in pane._edits}
    assert set(heads) == kinds
    assert sum(r.count for r in records(pane) if isinstance(r, Section)) == pane.count
    choose(pane.order, Order.SEVERITY)
    severities = [r.by.value for r in records(pane) if isinstance(r, Section)]
    assert severities == [s for s in ("high", "medium", "low") if s in severities]
    assert len(severities) > 1
    choose(pane.order, Order.TEXT)
    assert not [r for r in records(pane) if isinstance(r, Section)]


def test_each_change_can_be_listed_on_its_own(pane):
    assert pane.together.isVisibleTo(pane)
    pane.together.setChecked(False)
    assert records(pane) == list(pane._edits)


def test_the_list_keeps_to_the_change_when_it_is_sorted_anew(window, pane):
    edit = group(pane).edits[2]
    window.compare_page.go_to(edit.id)
    choose(pane.order, Order.KIND)
    assert edit in pane.model.record(pane.view.currentIndex().row()).edits
    pane.together.setChecked(False)
    assert pane.model.record(pane.view.currentIndex().row()) in group_of(pane, edit)


def group_of(pane, edit):
    likeness = pane._likeness[edit.id]
    return [e for e in pane._edits if pane._likeness[e.id] == likeness]


def test_walking_through_the_texts_moves_through_the_list(window, pane):
    page = window.compare_page
    page.first()
    for _ in range(len(page.shown_edits())):
        current = page.current
        record = pane.model.record(pane.view.currentIndex().row())
        assert record is current or current in record.edits
        page.step(1)


def in_sight(pane):
    return pane.view.viewport().rect().contains(pane.view.visualRect(pane.view.currentIndex()))


def test_the_line_that_is_read_stays_in_sight_when_the_panel_below_needs_room(qtbot, pane):
    view = pane.view
    tall = view.sizeHintForRow(0)
    view.setFixedHeight(3 * tall + 4)
    qtbot.waitUntil(lambda: view.height() == 3 * tall + 4)
    view.setCurrentIndex(pane.model.index(2))
    assert in_sight(pane)
    view.setFixedHeight(2 * tall)
    qtbot.waitUntil(lambda: view.height() == 2 * tall)
    assert in_sight(pane)
    # A line she has scrolled away from is not brought back.
    view.verticalScrollBar().setValue(0)
    assert not in_sight(pane)
    view.setFixedHeight(tall)
    qtbot.waitUntil(lambda: view.height() == tall)
    view.setFixedHeight(tall + tall // 2)
    qtbot.waitUntil(lambda: view.height() == tall + tall // 2)
    assert view.verticalScrollBar().value() == 0
