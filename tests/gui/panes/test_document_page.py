"""A document alone: a long one is written piece by piece, and nothing of it is lost."""

import pytest

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
