"""A document alone: a long one is written piece by piece, and nothing of it is lost."""

import pytest
from PySide6.QtCore import QPoint, Qt

from driftline.engine.records import Span

LONG = "\n\n".join(
    f"Paragraph {n}: the harbour office has counted {n + 1000} boats this year, it said."
    for n in range(900)
)


@pytest.fixture
def page(window, story, settled):
    window.bring([story("long.txt", LONG)])
    settled(window)
    return window.document_page


def test_a_long_text_is_there_to_its_end(qtbot, page):
    assert "Paragraph 0:" in page.text.toPlainText()
    qtbot.waitUntil(lambda: "1899 boats" in page.text.toPlainText())
    assert page.text.toPlainText().count("Paragraph") == 900
    assert page.text.document().blockCount() == 900


def test_a_place_far_down_is_shown_at_once(page):
    start = LONG.index("Paragraph 890")
    page.reveal(Span(start, start + len("Paragraph 890")))
    assert page.text.textCursor().selectedText() == "Paragraph 890"


def test_everything_is_selected_at_once(page):
    page.select_all()
    assert len(page.text.textCursor().selectedText()) == len(page.shown_text)


def test_other_colours_are_put_on_when_it_is_seen_again(window, page, story, settled):
    settled(window)
    window.bring(
        [story("a.txt", "The tram is late."), story("b.txt", "The tram was late.")], compare=True
    )
    settled(window)
    window.actions_table["dark"].trigger()
    assert not page.isVisible()
    window.workspace.open(window.workspace.documents[0].id)
    settled(window)
    ink = page.text.document().findBlockByNumber(0).begin().fragment().charFormat().foreground()
    assert ink.color() == window.appearance.theme.color("text")


@pytest.fixture
def far_down(page):
    start = LONG.index("Paragraph 200")
    page.reveal(Span(start, start + 8))
    return page


def top_words(page):
    cursor = page.text.cursorForPosition(QPoint(page.text.viewport().width() // 2, 1))
    return page.text.toPlainText()[cursor.block().position() :].split("\n")[0]


def test_words_are_chosen_and_cut_by_key_and_the_reader_stays_there(
    qtbot, window, far_down, settled
):
    top = top_words(far_down)
    far_down.text.setFocus()
    qtbot.keyClick(far_down.text, Qt.Key.Key_Home)
    qtbot.keyClick(far_down.text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    window.actions_table["cut"].trigger()
    settled(window)
    cut = window.workspace.documents[0].version.cuts[0]
    text = window.workspace.documents[0].version.source.text
    assert cut.span.of(text).startswith("Paragraph 200: the")
    assert window.status.currentMessage() == "Cut from the story. Ctrl+Z takes it back."
    assert top_words(far_down) == top


def test_larger_letters_leave_the_reader_where_she_is(window, far_down):
    top = top_words(far_down)
    window.actions_table["zoom_in"].trigger()
    assert top_words(far_down) == top


def test_a_cut_is_reached_and_restored_by_key(qtbot, window, far_down, settled):
    text = window.workspace.documents[0].version.source.text
    start = text.index("Paragraph 210")
    window.workspace.hand.cut(window.workspace.documents[0].id, Span(start, start + 40))
    settled(window)
    far_down.text.setFocus()
    qtbot.keyClick(far_down.text, Qt.Key.Key_Tab)
    qtbot.keyClick(far_down.text, Qt.Key.Key_Return)
    settled(window)
    assert window.workspace.documents[0].version.cuts == ()
    assert window.status.currentMessage() == "Restored to the story. Ctrl+Z takes it back."


def test_words_chosen_into_the_reason_of_a_cut_end_before_it(qtbot, window, page, settled):
    second = LONG.index("Paragraph 1:")
    window.workspace.hand.cut(window.workspace.documents[0].id, Span(second, second + 30))
    settled(window)
    page.text.setFocus()
    cursor = page.text.textCursor()
    cursor.setPosition(10)
    cursor.setPosition(page.text.toPlainText().index("↺"), cursor.MoveMode.KeepAnchor)
    page.text.setTextCursor(cursor)
    assert page.selected_span() == Span(10, LONG.index("\n"))


def test_words_are_found_in_one_document(qtbot, window, page):
    window.actions_table["find"].trigger()
    bar = page.find_bar
    assert bar.isVisible()
    assert not bar.where.isVisible()
    qtbot.keyClicks(bar.field, "has counted 17")
    assert bar.found.text() == "1 of 100"
    assert page.text.textCursor().selectedText() == "has counted 17"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    window.actions_table["find_next"].trigger()
    assert bar.found.text() == "3 of 100"
    block = page.text.textCursor().block().text()
    assert block.startswith("Paragraph 702:")
    assert page.text.viewport().rect().contains(page.text.cursorRect().center())
    window.actions_table["find_previous"].trigger()
    assert bar.found.text() == "2 of 100"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.text.textCursor().block().text().startswith("Paragraph 701:")
