"""Getting about by key: where the focus begins and goes, and what a key means where she is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from driftline.gui.compare.row_content import Side
from driftline.review.statuses import Status

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
PARTS = [f"On street number {n} the council has planted {n} lime trees lately." for n in range(40)]
OLD = "The council plants its trees\n\n" + "\n\n".join(PARTS)
NEW = OLD
for number in (3, 12, 30):
    NEW = NEW.replace(f"planted {number} lime", f"planted {number + 50} lime")


@pytest.fixture
def compared(window, story, settled):
    window.activateWindow()
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    return window


@pytest.fixture
def press(qtbot, settled):
    """Presses a key where the focus is, and waits for what comes of it."""

    def type_key(window, key, modifiers=NONE):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
        settled(window)

    return type_key


def put_caret(window, words, side=Side.NEW):
    text = window.compare_page.looked.texts[1 if side is Side.NEW else 0]
    window.compare_page.view.select_source(side, text.index(words), text.index(words))


def test_who_brings_texts_can_read_on_by_key_at_once(compared, press):
    view = compared.compare_page.view
    assert QApplication.focusWidget() is view
    press(compared, Qt.Key.Key_Space)
    assert view.row_at_top() > 0


def test_who_chooses_versions_by_key_stays_in_the_box(compared, settled):
    box = compared.compare_page.header.old_head.box
    box.setFocus()
    compared.workspace.swap()
    settled(compared)
    assert QApplication.focusWidget() is box


def test_one_key_goes_from_column_to_column_and_round(compared, press):
    compared.compare_page.header.old_head.box.setFocus()
    went = []
    for _ in range(3):
        press(compared, Qt.Key.Key_F6)
        went.append(QApplication.focusWidget())
    columns = compared.columns
    assert went == [compared.changes.view, columns.documents.view, compared.compare_page.view]
    press(compared, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is columns.documents.view


def test_a_column_with_an_empty_list_is_reached_too(compared, press):
    compared.lists.setCurrentWidget(compared.cuts)
    press(compared, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is compared.lists.tabBar()
    press(compared, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is compared.documents.view


def test_who_comes_by_key_sees_a_caret(compared, press):
    view = compared.compare_page.view
    assert view.selection is None
    press(compared, Qt.Key.Key_F6)
    press(compared, Qt.Key.Key_F6, SHIFT)
    assert view.caret_rectangle() is not None
    # She is still on the way from change to change.
    assert compared.compare_page.number()[0] == 1
    press(compared, Qt.Key.Key_F8)
    assert compared.compare_page.number()[0] == 2


def test_one_key_brings_the_next_list_to_the_front(compared, press):
    lists, view = compared.lists, compared.compare_page.view
    press(compared, Qt.Key.Key_Tab, CTRL)
    assert lists.currentWidget() is compared.quotes
    assert QApplication.focusWidget() is view
    press(compared, Qt.Key.Key_Backtab, CTRL | SHIFT)
    press(compared, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert lists.currentWidget() is compared.cuts
    press(compared, Qt.Key.Key_Tab, CTRL)
    compared.changes.view.setFocus()
    press(compared, Qt.Key.Key_Tab, CTRL)
    assert lists.isAncestorOf(QApplication.focusWidget())


def test_tab_leads_through_everything_from_left_to_right_and_top_to_bottom(compared, press):
    documents, changes = compared.documents, compared.changes
    header, view = compared.compare_page.header, compared.compare_page.view
    expected = [documents.filter, documents.view, header.old_head.box, header.new_head.box]
    expected += [*header.chips._chip_of.values(), view, compared.lists.tabBar()]
    expected += [changes.filter, changes.order, changes.together, changes.view]
    expected += [changes.review.tab_stops()[1], changes.review.note]
    documents.filter.setFocus()
    went = []
    while QApplication.focusWidget() not in went:
        went.append(QApplication.focusWidget())
        press(compared, Qt.Key.Key_Tab)
    assert went == [stop for stop in expected if stop.isVisible()]
    assert QApplication.focusWidget() is documents.filter


def test_the_next_change_is_counted_from_the_caret(compared, press):
    page = compared.compare_page
    for key, modifiers, number in (
        (Qt.Key.Key_F8, NONE, 3),
        (Qt.Key.Key_F8, SHIFT, 2),
    ):
        put_caret(compared, "On street number 20")
        press(compared, key, modifiers)
        assert page.number()[0] == number
    put_caret(compared, "On street number 35", Side.OLD)
    press(compared, Qt.Key.Key_F8)
    assert "last change" in compared.status.currentMessage()
    press(compared, Qt.Key.Key_F8)
    assert page.number()[0] == 1


def test_inside_the_current_change_the_next_one_is_meant(compared, press):
    page = compared.compare_page
    put_caret(compared, "53 lime")
    press(compared, Qt.Key.Key_F8)
    assert page.number()[0] == 2


def test_a_paragraph_gone_to_is_where_the_caret_is(compared, press):
    compared.about.go_to_number("¶22")
    press(compared, Qt.Key.Key_F8)
    assert compared.compare_page.number()[0] == 3


def test_swapping_leaves_the_reader_where_she_is(compared, press):
    page = compared.compare_page
    press(compared, Qt.Key.Key_End, ALT)
    number, top = page.number()[0], page.view.anchor()
    assert number == 3
    press(compared, Qt.Key.Key_Backslash, ALT)
    assert page.number()[0] == 3
    assert page.view.anchor()[0] is Side.NEW
    assert abs(page.view.row_at_top() - 27) < 6
    assert top is not None


def test_two_paragraphs_are_paired_without_a_mouse(compared, press):
    view = compared.compare_page.view
    press(compared, Qt.Key.Key_S, ALT)
    assert "partner" in compared.status.currentMessage()
    put_caret(compared, "On street number 4", Side.OLD)
    press(compared, Qt.Key.Key_S, ALT)
    pins = [
        (row.old[0].text[17], row.new[0].text[17])
        for row in view.rows
        if row.old and row.new and row.old[0].text[17:19] == "4 "
    ]
    assert pins == [("4", "3")]


def test_a_paragraph_that_waits_for_its_partner_is_seen_and_can_be_let_go(compared, press):
    view = compared.compare_page.view
    plain = view.viewport().grab().toImage()
    gutter = view.viewport().grab(view.gutter()).toImage()
    press(compared, Qt.Key.Key_S, ALT)
    assert view.viewport().grab().toImage() != plain
    # Not by its colour alone.
    assert view.viewport().grab(view.gutter()).toImage() != gutter
    press(compared, Qt.Key.Key_Escape)
    assert view.viewport().grab().toImage() == plain
    put_caret(compared, "On street number 4", Side.OLD)
    press(compared, Qt.Key.Key_S, ALT)
    # Nothing waited in the other text, so this one does now.
    assert "partner" in compared.status.currentMessage()
    # It goes on waiting when unchanged paragraphs are hidden, for its partner may be far.
    compared.actions_table["fold"].trigger()
    assert view.pairing.waits
    press(compared, Qt.Key.Key_Backslash, ALT)
    assert not view.pairing.waits


def test_what_is_put_away_can_be_brought_back_and_says_so(compared, press):
    press(compared, Qt.Key.Key_N, CTRL)
    assert compared.status.currentMessage() == ("2 documents put away. Ctrl+Z brings them back.")
    assert QApplication.focusWidget() is compared.empty_page.open_button
    press(compared, Qt.Key.Key_Z, CTRL)
    assert QApplication.focusWidget() is compared.compare_page.view
    assert len(compared.workspace.documents) == 2


def test_reading_again_is_answered(compared, press, story):
    press(compared, Qt.Key.Key_F5)
    assert compared.status.currentMessage() == "Read again: nothing has changed."
    story("new.txt", NEW.replace("lately", "this week"))
    press(compared, Qt.Key.Key_F5)
    assert compared.status.currentMessage() == "Read again: 1 document changed."


def test_what_is_chosen_in_a_list_can_be_copied(compared, press):
    compared.changes.view.setFocus()
    press(compared, Qt.Key.Key_C, CTRL)
    assert "“3” became “53”" in QGuiApplication.clipboard().text()


def test_the_menu_of_a_key_speaks_of_where_she_is(compared, press, settled):
    press(compared, Qt.Key.Key_F8)
    view = compared.compare_page.view
    menu = view.menu_at(view.point_here())
    next(entry for entry in menu.actions() if "must fix" in entry.text()).trigger()
    menu.deleteLater()
    settled(compared)
    edit = compared.compare_page.current
    assert compared.compare_page.number()[0] == 2
    assert compared.workspace.review.edit(edit.id).status is Status.MUST_FIX
    put_caret(compared, "On street number 20")
    menu = view.menu_at(view.point_here())
    next(entry for entry in menu.actions() if entry.text() == "Set a bookmark").trigger()
    menu.deleteLater()
    settled(compared)
    assert [view.rows[row].new[0].text[17:19] for row in view.bookmarks] == ["20"]


def test_the_head_of_a_text_gives_its_name_and_path(compared):
    for number, wanted in ((0, "new.txt"), (1, compared.workspace.documents[1].path)):
        menu = compared.compare_page.header.new_head.menu()
        menu.actions()[number].trigger()
        menu.deleteLater()
        assert QGuiApplication.clipboard().text() == wanted


def test_in_the_plain_text_the_next_change_is_counted_from_the_cursor(compared, press, settled):
    compared.actions_table["one_text"].trigger()
    settled(compared)
    text, page = compared.compare_page.one_text, compared.compare_page
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index("On street number 20"))
    text.setTextCursor(cursor)
    press(compared, Qt.Key.Key_F8)
    assert page.number()[0] == 3
    press(compared, Qt.Key.Key_F8, SHIFT)
    assert page.number()[0] == 2
    assert "62" in text.selected_text()


def test_in_the_plain_text_a_paragraph_of_one_version_is_gone_to(window, story, settled):
    added = OLD + "\n\nNobody had asked the people who live there, said a letter to the paper."
    window.bring([story("old.txt", OLD), story("new.txt", added)], compare=True)
    settled(window)
    window.actions_table["one_text"].trigger()
    settled(window)
    window.actions_table["first"].trigger()
    text = window.compare_page.one_text
    assert text.toPlainText()[text.textCursor().position() :].startswith("[only in the newer")


def test_in_the_plain_text_a_move_is_followed(window, story, settled):
    moved = "\n\n".join([*PARTS[1:12], PARTS[0]])
    window.bring([story("a.txt", "\n\n".join(PARTS[:12])), story("b.txt", moved)], compare=True)
    settled(window)
    window.actions_table["one_text"].trigger()
    settled(window)
    window.actions_table["first"].trigger()
    text = window.compare_page.one_text
    went = [text.row()]
    for _ in range(2):
        window.actions_table["counterpart"].trigger()
        went.append(text.row())
    assert went[0] == went[2] != went[1]


def test_from_a_caret_in_a_moved_paragraph_its_own_changes_come_next(window, story, settled, press):
    window.activateWindow()
    speech = "The mayor said on Monday that the new trees cost nine euros and would live long."
    old = [speech, *PARTS[:14]]
    altered = speech.replace("Monday", "Friday").replace("nine", "ten")
    new = [*PARTS[:14], altered]
    new[3] = new[3].replace("planted 3", "planted 53")
    texts = (story("a.txt", "\n\n".join(old)), story("b.txt", "\n\n".join(new)))
    window.bring(texts, compare=True)
    settled(window)
    page = window.compare_page
    put_caret(window, "The mayor said on Friday")
    there = page.view.selection.caret.row
    assert page.rows[there].twin is not None
    press(window, Qt.Key.Key_Right)

    def now():
        old_text, new_text = page.looked.texts
        change = page.current
        return change.a.of(old_text).strip(), change.b.of(new_text).strip(), page.view.current_row

    press(window, Qt.Key.Key_F8)
    assert now() == ("Monday", "Friday", there)
    press(window, Qt.Key.Key_F8)
    assert now() == ("nine", "ten", there)
    # Back she goes the way she came, and then to what stands before the paragraph.
    press(window, Qt.Key.Key_F8, SHIFT)
    assert now() == ("Monday", "Friday", there)
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_F8)
    assert "last change" in window.status.currentMessage()


def test_keys_go_through_the_versions_of_a_story(window, story, settled, press):
    window.activateWindow()
    third = NEW.replace("planted 20 lime", "planted 99 lime")
    texts = (("v1.txt", OLD), ("v2.txt", NEW), ("v3.txt", third))
    window.bring([story(name, text) for name, text in texts])
    settled(window)
    story_of = window.workspace.stories[0]
    ids = [d.id for d in story_of]
    assert window.workspace.pair == (ids[0], ids[2])
    press(window, Qt.Key.Key_Right, ALT)
    assert window.status.currentMessage() == "There is no later version."
    press(window, Qt.Key.Key_Left, ALT)
    assert window.workspace.pair == (ids[0], ids[1])
    assert window.status.currentMessage() == "Version 1 of 3, and the one after it."
    press(window, Qt.Key.Key_Left, ALT)
    assert "no earlier" in window.status.currentMessage()
    press(window, Qt.Key.Key_Right, ALT)
    assert window.workspace.pair == (ids[1], ids[2])
