"""One document alone: what was cut of it, and who is quoted in it."""

from PySide6.QtCore import QUrl

from driftline.gui.models.entries import ENTRY_ROLE
from gui.window.tram_story import OLD, texts_of

PAGE = """Home | News | Sport | Weather

Council backs the tram

The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready for that,” she told reporters.

© 2024 The Harbour Paper. All rights reserved.
"""


def test_one_document_shows_what_was_cut_with_the_reason(window, story, settled):
    window.bring([story("page.txt", PAGE)])
    settled(window)
    text = window.document_page.shown_text
    assert "All rights reserved" in text
    assert "copyright notice" in text
    reasons = [
        window.cuts.model.index(r).data(ENTRY_ROLE).head
        for r in range(window.cuts.model.rowCount())
    ]
    assert "copyright notice" in reasons


def test_a_document_alone_says_how_to_go_on(window, story, settled):
    window.bring([story("page.txt", PAGE)])
    settled(window)
    assert "another version" in window.status.place()
    window.bring([story("later.txt", PAGE.replace("build", "begin"))])
    settled(window)
    assert window.status.place().startswith("Change 1 of 1")
    window.workspace.open(window.workspace.documents[0].id)
    settled(window)
    assert window.status.place() == ""


def test_one_click_restores_a_cut_and_an_undo_takes_it_back(window, story, settled):
    window.bring([story("page.txt", PAGE)])
    settled(window)
    document = window.workspace.documents[0]
    cut = next(c for c in document.version.cuts if "reserved" in c.span.of(PAGE))
    window.document_page.text.anchorClicked.emit(QUrl(f"restore:{cut.span.start}-{cut.span.end}"))
    settled(window)
    assert "All rights reserved" in window.workspace.documents[0].version.cleaned()
    window.actions_table["undo"].trigger()
    settled(window)
    assert "All rights reserved" not in window.workspace.documents[0].version.cleaned()


def test_selected_words_can_be_cut(window, story, settled):
    window.bring([story("old.txt", OLD)])
    settled(window)
    document = window.workspace.documents[0]
    start = OLD.index("The tram would")
    span = next(p.span for p in document.version.paragraphs if p.span.start == start)
    window.document_page.reveal(span)
    window.actions_table["cut"].trigger()
    settled(window)
    assert "48 million" not in window.workspace.documents[0].version.cleaned()


def test_lines_like_a_cut_can_be_kept_for_good(window, story, settled):
    path = story("page.txt", PAGE)
    window.bring([path])
    settled(window)
    row = window.cuts.model.row_of(lambda line: "reserved" in line.text)
    window.cuts.keep_lines_requested.emit(window.cuts.model.record(row).source_text)
    settled(window)
    assert "All rights reserved" in window.workspace.documents[0].version.cleaned()


def test_a_click_on_a_quotation_leads_to_it(window, story, settled):
    window.bring([story("old.txt", OLD)])
    settled(window)
    row = window.quotes.model.row_of(lambda line: "partners" in line.text)
    assert row is not None
    entry = window.quotes.model.index(row).data(ENTRY_ROLE)
    assert "Ada Brook" in entry.head
    window.quotes.view.clicked.emit(window.quotes.model.index(row))
    assert "We are ready to build" in window.document_page.text.textCursor().selectedText()


def test_a_quotation_given_twice_in_different_words_is_marked(window, story, settled):
    twice = (
        "The council will wait “until every one of our partners is ready for that,” Ada Brook "
        "said.\n\n"
        "“We shall wait until every one of our partners is ready for it,” she told us.\n"
    )
    window.bring([story("twice.txt", twice)])
    settled(window)
    marked = [d for d in texts_of(window.quotes.view) if "Given twice" in d]
    assert len(marked) == 2


def test_a_corrected_speaker_is_kept(window, story, settled):
    window.bring([story("old.txt", OLD)])
    settled(window)
    row = window.quotes.model.row_of(lambda line: "partners" in line.text)
    line = window.quotes.model.record(row)
    window.quotes.speaker_requested.emit(line.document, line.quotation.span, "Bea Lund")
    settled(window)
    row = window.quotes.model.row_of(lambda line: "partners" in line.text)
    assert window.quotes.model.record(row).person == "Bea Lund"
