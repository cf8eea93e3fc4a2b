"""Bookmarks by key: set, gone to, cleared, undone, kept; seen, heard, and never folded away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QInputDialog

from driftline.engine.records import Kind, Span
from driftline.gui.compare import accessible
from driftline.gui.compare.bookmarks import BookmarkWalk
from driftline.gui.compare.caret import Move
from driftline.gui.compare.row_content import RowKind, Side
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
PARTS = [f"On street number {n} the council has planted {n} lime trees lately." for n in range(9)]
OLD = "The council plants its trees\n\n" + "\n\n".join(PARTS)
NEW = OLD.replace("planted 2 lime", "planted 12 lime").replace("planted 7 lime", "planted 17 lime")


@pytest.fixture
def compared(window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    window.compare_page.view.setFocus()
    return window


@pytest.fixture
def press(qtbot, settled):
    """Presses a key over the texts, and waits for what comes of it."""

    def type_key(window, key, modifiers=NONE):
        qtbot.keyClick(window.compare_page.view, key, modifiers)
        settled(window)

    return type_key


def marked(window):
    """The paragraphs of the newer text with a bookmark in the view."""
    view = window.compare_page.view
    return [view.rows[row].new[0].text[17] for row in view.bookmarks]


def put_caret(window, words):
    view = window.compare_page.view
    text = window.compare_page.looked.texts[1]
    view.select_source(Side.NEW, text.index(words), text.index(words))


def caret_words(window):
    view = window.compare_page.view
    _, side, offset = view.caret_source()
    assert side is Side.NEW
    return window.compare_page.looked.texts[1][offset:].split("\n")[0]


def test_a_bookmark_is_set_at_the_current_change_and_cleared_there(compared, press):
    press(compared, Qt.Key.Key_F2, CTRL)
    assert marked(compared) == ["2"]
    assert compared.status.currentMessage() == "Bookmark set: newer version, ¶ 4."
    press(compared, Qt.Key.Key_F2, CTRL)
    assert marked(compared) == []
    assert compared.status.currentMessage() == "Bookmark cleared: newer version, ¶ 4."


def test_a_bookmark_is_set_at_the_caret_when_that_moved_last(compared, press):
    put_caret(compared, "street number 5")
    press(compared, Qt.Key.Key_F2, CTRL)
    assert marked(compared) == ["5"]
    press(compared, Qt.Key.Key_F8)
    press(compared, Qt.Key.Key_F2, CTRL)
    assert marked(compared) == ["5", "7"]


LONG = " ".join(
    f"In year {n} the council planted {n} lime trees in its streets." for n in range(60)
)


def test_a_long_paragraph_has_a_bookmark_in_every_line_that_wants_one(
    window, story, settled, press
):
    changed = LONG.replace("planted 9 lime", "planted 90 lime")
    changed = changed.replace("planted 50 lime", "planted 55 lime")
    window.bring([story("a.txt", LONG), story("b.txt", changed)], compare=True)
    settled(window)
    view, page = window.compare_page.view, window.compare_page
    press(window, Qt.Key.Key_F2, CTRL)
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_F2, CTRL)
    put_caret(window, "In year 30")
    press(window, Qt.Key.Key_F2, CTRL)
    assert [len(spots) for spots in view.bookmarks.values()] == [3]
    press(window, Qt.Key.Key_F2)
    assert page.number()[0] == 2
    assert window.status.currentMessage().startswith("Bookmark 3 of 3")
    press(window, Qt.Key.Key_F2, SHIFT)
    assert caret_words(window).startswith("In year 30")
    press(window, Qt.Key.Key_F2, SHIFT)
    assert page.number()[0] == 1
    press(window, Qt.Key.Key_F2, SHIFT)
    assert "first bookmark" in window.status.currentMessage()
    # A few words further it is the same line, and its bookmark goes.
    put_caret(window, "year 30")
    press(window, Qt.Key.Key_F2, CTRL)
    assert [len(spots) for spots in view.bookmarks.values()] == [2]


def test_a_bookmark_at_the_end_of_a_paragraph_is_cleared_there(compared, press):
    put_caret(compared, "lately.\n\nOn street number 6")
    press(compared, Qt.Key.Key_F2, CTRL)
    press(compared, Qt.Key.Key_F2, CTRL)
    assert marked(compared) == []


def test_next_and_previous_stop_at_the_ends_and_then_wrap(compared, press):
    for words in ("street number 0", "street number 4", "street number 8"):
        put_caret(compared, words)
        press(compared, Qt.Key.Key_F2, CTRL)
    put_caret(compared, "street number 3")
    press(compared, Qt.Key.Key_F2)
    assert caret_words(compared).startswith("street number 4")
    assert compared.status.currentMessage() == "Bookmark 2 of 3: newer version, ¶ 6."
    press(compared, Qt.Key.Key_F2)
    press(compared, Qt.Key.Key_F2)
    assert caret_words(compared).startswith("street number 8")
    assert "last bookmark" in compared.status.currentMessage()
    press(compared, Qt.Key.Key_F2)
    assert caret_words(compared).startswith("street number 0")
    assert "other end" in compared.status.currentMessage()
    press(compared, Qt.Key.Key_F2, SHIFT)
    assert "first bookmark" in compared.status.currentMessage()
    press(compared, Qt.Key.Key_F2, SHIFT)
    assert caret_words(compared).startswith("street number 8")


def test_the_change_for_which_it_was_set_is_current_again(compared, press):
    page = compared.compare_page
    press(compared, Qt.Key.Key_F2, CTRL)
    here = page.current
    press(compared, Qt.Key.Key_F8)
    assert page.current is not here
    press(compared, Qt.Key.Key_F2, SHIFT)
    assert page.current is here


def test_the_walk_starts_from_what_is_in_view(window, story, settled, press):
    many = "\n\n".join(
        f"Part {n} of a long story that was told in a hundred parts." for n in range(200)
    )
    window.bring(
        [story("a.txt", many), story("b.txt", many.replace("90 of", "91 of"))], compare=True
    )
    settled(window)
    view = window.compare_page.view
    for n in (10, 150):
        put_caret(window, f"Part {n} of")
        press(window, Qt.Key.Key_F2, CTRL)
    view.scroll_to_row(60)
    assert not view.is_row_visible(view.selection.caret.row)
    press(window, Qt.Key.Key_F2)
    assert caret_words(window).startswith("Part 150 of")


def test_clearing_all_can_be_undone_and_done_again(compared, press):
    compared.actions_table["clear_bookmarks"].trigger()
    assert "no bookmark" in compared.status.currentMessage()
    for words in ("street number 1", "street number 6"):
        put_caret(compared, words)
        press(compared, Qt.Key.Key_F2, CTRL)
    before = compared.workspace.comparison
    compared.actions_table["clear_bookmarks"].trigger()
    press(compared, Qt.Key.Key_Z, CTRL)
    assert marked(compared) == ["1", "6"]
    press(compared, Qt.Key.Key_Z, CTRL)
    assert marked(compared) == ["1"]
    press(compared, Qt.Key.Key_Y, CTRL)
    assert marked(compared) == ["1", "6"]
    # Nothing had to be compared again for that.
    assert compared.workspace.comparison is before


def test_f2_in_the_list_of_documents_renames_as_before(qtbot, compared, press, settled):
    press(compared, Qt.Key.Key_F2, CTRL)
    put_caret(compared, "street number 8")
    documents = compared.documents
    documents.view.setFocus()
    documents.view.setCurrentIndex(documents.view.indexAt(QPoint(40, 40)))
    qtbot.keyClick(documents.view, Qt.Key.Key_F2)
    dialog = compared.findChild(QInputDialog)
    assert dialog.windowTitle() == "Rename"
    dialog.reject()
    assert caret_words(compared).startswith("street number 8")
    compared.changes.view.setFocus()
    qtbot.keyClick(compared.changes.view, Qt.Key.Key_F2, SHIFT)
    assert not caret_words(compared).startswith("street number 8")


def test_bookmarks_survive_a_restart_and_a_swap(qtbot, compared, press, settled, tmp_path: Path):
    put_caret(compared, "street number 6")
    press(compared, Qt.Key.Key_F2, CTRL)
    compared.close()
    again = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(again)
    again.show()
    again.take_up()
    settled(again)
    assert marked(again) == ["6"]
    again.actions_table["swap"].trigger()
    settled(again)
    ((side, _),) = next(iter(again.compare_page.view.bookmarks.values()))
    assert side is Side.OLD
    assert marked(again) == ["6"]
    again.close()


def test_a_bookmark_goes_with_its_words_when_they_are_cut_and_comes_back(compared, press, settled):
    put_caret(compared, "street number 6")
    press(compared, Qt.Key.Key_F2, CTRL)
    new = compared.workspace.document(compared.workspace.pair[1])
    text = new.version.source.text
    start = text.index("On street number 6")
    compared.workspace.hand.cut(new.id, Span(start, text.index("\n", start)))
    settled(compared)
    assert marked(compared) == []
    press(compared, Qt.Key.Key_F2)
    assert "no bookmark" in compared.status.currentMessage()
    press(compared, Qt.Key.Key_Z, CTRL)
    assert marked(compared) == ["6"]


def test_a_row_with_a_bookmark_is_not_folded_away(compared, press, settled):
    view = compared.compare_page.view
    put_caret(compared, "street number 5")
    press(compared, Qt.Key.Key_F2, CTRL)
    press(compared, Qt.Key.Key_D, CTRL)
    assert any(content.kind is RowKind.FOLDED for content in view.rows)
    assert marked(compared) == ["5"]
    compared.actions_table["clear_bookmarks"].trigger()
    settled(compared)
    compared.actions_table["fold"].trigger()
    compared.actions_table["fold"].trigger()
    assert not any(c.new and c.new[0].text.startswith("On street number 5") for c in view.rows)
    # One that comes back opens its fold.
    press(compared, Qt.Key.Key_Z, CTRL)
    assert marked(compared) == ["5"]


def test_a_right_click_sets_and_clears_a_bookmark(compared, settled):
    view = compared.compare_page.view
    for wanted, after in (("Set a bookmark", ["0"]), ("Clear the bookmark", [])):
        place = QPoint(view.viewport().width() - 200, view.row_rectangle(1).center().y())
        menu = view.menu_at(place)
        next(a for a in menu.actions() if a.text() == wanted).trigger()
        menu.deleteLater()
        settled(compared)
        assert marked(compared) == after


def test_a_bookmark_is_seen_in_the_gutter_and_in_the_overview(compared, press):
    view, overview = compared.compare_page.view, compared.compare_page.overview
    before = view.viewport().grab().toImage(), overview.grab().toImage()
    row = compared.compare_page.view.current_row
    press(compared, Qt.Key.Key_F2, CTRL)
    after = view.viewport().grab().toImage(), overview.grab().toImage()
    box = view.row_rectangle(row)
    changed = {
        (x, y)
        for x in range(before[0].width())
        for y in range(box.top(), box.bottom())
        if before[0].pixel(x, y) != after[0].pixel(x, y)
    }
    gutter = view.width() // 2
    assert changed
    assert all(abs(x - gutter) < 40 for x, _ in changed)
    assert before[1] != after[1]


def test_bookmarks_are_told_to_screen_readers(compared, press):
    accessible.install()
    view = compared.compare_page.view
    row = view.current_row
    press(compared, Qt.Key.Key_F2, CTRL)
    part = QAccessible.queryAccessibleInterface(view).child(row)
    assert part.text(QAccessible.Text.Name).startswith("Bookmark. changed")
    older, newer = (part.child(n).text(QAccessible.Text.Name) for n in range(2))
    assert (older, newer) == ("older version, ¶ 4", "Bookmark. newer version, ¶ 4")


def test_the_list_of_changes_says_at_which_there_is_a_bookmark(compared, press):
    def said():
        model = compared.changes.model
        return [model.index(row).data() for row in range(model.rowCount())]

    press(compared, Qt.Key.Key_F8)
    press(compared, Qt.Key.Key_F2, CTRL)
    assert ["bookmark" in words for words in said()] == [False, True]
    press(compared, Qt.Key.Key_Z, CTRL)
    assert not any("bookmark" in words for words in said())


def test_bookmarks_stand_in_the_plain_text_too(qtbot, compared, settled):
    page = compared.compare_page
    put_caret(compared, "street number 6")
    compared.actions_table["bookmark"].trigger()
    settled(compared)
    compared.actions_table["one_text"].trigger()
    settled(compared)
    assert "[bookmark] On street number 6" in page.one_text.toPlainText()
    compared.actions_table["first"].trigger()
    qtbot.keyClick(page.one_text, Qt.Key.Key_F2)
    cursor = page.one_text.textCursor()
    assert page.one_text.toPlainText()[cursor.position() :].startswith("[bookmark] On street")
    qtbot.keyClick(page.one_text, Qt.Key.Key_F2, CTRL)
    settled(compared)
    assert "[bookmark]" not in page.one_text.toPlainText()
    assert page.one_text.toPlainText()[page.one_text.textCursor().position() :].startswith(
        "On street number 6"
    )


def test_in_the_plain_text_the_change_for_which_it_was_set_is_current_again(
    qtbot, compared, settled
):
    page = compared.compare_page
    compared.actions_table["one_text"].trigger()
    settled(compared)
    qtbot.keyClick(page.one_text, Qt.Key.Key_F2, CTRL)
    settled(compared)
    assert "[bookmark] On street number 2" in page.one_text.toPlainText()
    qtbot.keyClick(page.one_text, Qt.Key.Key_F8)
    assert page.number()[0] == 2
    qtbot.keyClick(page.one_text, Qt.Key.Key_F2, SHIFT)
    assert page.number()[0] == 1
    assert "12" in page.one_text.selected_text()


def test_bookmarks_are_there_in_one_column(compared, press):
    compared.actions_table["inline"].trigger()
    view = compared.compare_page.view
    press(compared, Qt.Key.Key_F2, CTRL)
    assert list(view.bookmarks) == [view.current_row]
    view.move_caret(Move.END)
    press(compared, Qt.Key.Key_F2, SHIFT)
    assert compared.compare_page.current.kind is Kind.NUMBER
    assert view.selection.caret.row == view.current_row


def test_a_walk_without_a_goal_stops():
    assert BookmarkWalk().step((), (3, 0.0), 1) == (None, False)
