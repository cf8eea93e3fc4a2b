"""The whole window with real events on real files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from driftline import assets
from driftline.engine.records import Kind
from driftline.gui.compare.row_content import Side
from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE

OLD = """Council backs the tram

The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready for that,” she told reporters.

The tram would cost 48 million crowns and touch upon three districts of the old town.
"""
NEW = """Council backs the tram

The council has never refused tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready,” she told reporters.

The tram would cost 84 million crowns and touch on three districts of the old town.
"""


def drop(window, data):
    """What the system sends when something is dragged on to the window and let go."""
    where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), *where, plain)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), *where, plain))


def drop_files(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    drop(window, data)


def texts_of(view):
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def compared(window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    return window


def kinds(window):
    return [edit.kind for edit in window.compare_page.shown_edits()]


def test_two_files_of_one_name_are_told_apart_by_their_folders(window, settled, tmp_path):
    paths = []
    for folder, text in (("morning", OLD), ("evening", NEW)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tram.txt").write_text(text, "utf-8")
        paths.append(str(tmp_path / folder / "tram.txt"))
    window.bring(paths, compare=True)
    settled(window)
    header = window.compare_page.header
    names = [header.old_head.box.currentText(), header.new_head.box.currentText()]
    assert names == [str(Path("morning", "tram.txt")), str(Path("evening", "tram.txt"))]
    # Alone, it needs no folder.
    window.workspace.remove([window.workspace.pair[0]])
    settled(window)
    assert window.workspace.documents[0].name == "tram.txt"


def test_while_other_texts_are_compared_nothing_speaks_of_those_before(compared, story, settled):
    actions = compared.actions_table
    assert actions["export"].isEnabled()
    others = [
        story("x.txt", "Rain\n\nIt will rain on Monday, “surely”."),
        story("y.txt", "Rain\n\nSun."),
    ]
    compared.bring(others)
    settled(compared)
    workspace = compared.workspace
    workspace.compare(*[d.id for d in workspace.documents[-2:]])
    compared.showing._preview()
    assert compared.compare_page.header.remark.text() == "Not compared yet"
    assert compared.changes.count == compared.quotes.count == 0
    assert compared.windowTitle().startswith("Rain")
    assert not actions["export"].isEnabled()
    assert not actions["next"].isEnabled()
    settled(compared)
    assert compared.changes.count
    assert actions["export"].isEnabled()


def test_two_different_stories_are_compared_with_a_remark(compared, story, settled):
    header = compared.compare_page.header
    assert not header.remark.isVisible()
    other = "Rain all week\n\nIt will rain until Sunday in the hills, and in the plain till Friday."
    compared.bring([story("old.txt", OLD), story("rain.txt", other)], compare=True)
    settled(compared)
    assert "different stories" in header.remark.text()
    assert header.remark.isVisible()


def test_two_files_are_compared_and_every_change_is_named(compared):
    assert kinds(compared) == [Kind.DETERMINER, Kind.QUOTATION, Kind.NUMBER, Kind.PREPOSITION]
    assert compared.changes.model.rowCount() == 4
    assert compared.status.place() == "Change 1 of 4 · 1 inside quotation marks"


def test_in_a_narrow_window_the_texts_take_room_from_the_lists(compared, qtbot):
    columns = compared.columns
    compared.resize(1500, 800)
    columns.setSizes([400, 600, 500])
    compared.resize(900, 600)
    left, centre, right = columns.sizes()
    assert centre >= 490
    assert left >= columns.documents.minimumWidth()
    assert right >= columns.lists.minimumWidth()
    compared.resize(720, 600)
    assert columns.sizes()[0] >= columns.documents.minimumWidth()
    compared.resize(1400, 800)
    assert columns.sizes()[1] > 900


def test_what_is_marked_are_whole_words(compared):
    marked = {
        block.text[m.start : m.end]
        for row in compared.compare_page.rows
        for side in Side
        for block in row.blocks(side)
        for m in block.marks
    }
    assert {"a", "for that", "48", "84", "upon", "on"} <= marked


def test_next_and_previous_change_by_keyboard(qtbot, compared):
    page = compared.compare_page
    page.view.setFocus()
    numbers = [page.number()[0]]
    for _ in range(3):
        qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        numbers.append(page.number()[0])
    assert numbers == [1, 2, 3, 4]
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    assert page.number()[0] == 4
    assert "last change" in compared.status.currentMessage()
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    assert page.number()[0] == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.number()[0] == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.number()[0] == 2
    assert page.current.kind is Kind.QUOTATION


def test_the_list_of_changes_and_the_texts_follow_each_other(qtbot, compared):
    page, pane = compared.compare_page, compared.changes
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.model.index(2))
    assert page.current.kind is Kind.NUMBER
    page.step(1)
    assert pane.view.currentIndex().row() == 3


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


def test_swapping_exchanges_the_sides(compared, settled):
    old, new = compared.workspace.pair
    compared.actions_table["swap"].trigger()
    settled(compared)
    assert compared.workspace.pair == (new, old)
    number = next(e for e in compared.workspace.comparison.edits if e.kind is Kind.NUMBER)
    assert number.a.of(compared.workspace.comparison.old.source.text).strip() == "84"


def test_who_puts_the_versions_in_another_order_has_the_older_left(compared, settled):
    old, new = compared.workspace.pair
    (story,) = compared.workspace.session_stories
    compared.workspace.hand.set_order(story.id, [new, old])
    settled(compared)
    assert compared.workspace.pair == (new, old)
    # What was put the other way on purpose stays so.
    compared.workspace.swap()
    compared.workspace.hand.set_base(story.id, old)
    settled(compared)
    assert compared.workspace.pair == (old, new)


def test_dropped_files_are_grouped_into_stories(window, story, settled):
    other = "A frost has taken half of the apple blossom in the valley, growers say today. " * 3
    paths = [story("old.txt", OLD), story("frost.txt", other), story("new.txt", NEW)]
    drop_files(window, paths)
    settled(window)
    assert [len(s) for s in window.workspace.stories] == [2, 1]
    # The story with two versions is what is shown first.
    assert window.workspace.comparison is not None


def test_dropped_text_becomes_a_document(window, settled):
    data = QMimeData()
    data.setText(OLD)
    drop(window, data)
    settled(window)
    assert window.workspace.documents[0].version.metadata.headline is not None
    assert "Ada Brook" in window.document_page.shown_text


def test_pasting_makes_a_new_version(qtbot, window, settled):
    for text in (OLD, NEW):
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settled(window)
    assert [len(s) for s in window.workspace.stories] == [2]
    assert len(kinds(window)) == 4


def test_what_a_browser_copies_keeps_its_structure(window, settled):
    data = QMimeData()
    paragraphs = "".join(f"<p>{p}</p>" for p in OLD.strip().split("\n\n")[1:])
    data.setHtml(
        "<html><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>"
        f"<article><h1>Council backs the tram</h1>{paragraphs}</article></body></html>"
    )
    data.setText("Home Sport\n" + OLD)
    drop(window, data)
    settled(window)
    version = window.workspace.documents[0].version
    assert version.metadata.headline.of(version.source.text) == "Council backs the tram"
    assert version.source.format == "text/html"
    assert "Ada Brook" in version.cleaned()


def test_an_empty_clipboard_is_told(window, settled):
    QGuiApplication.clipboard().setText("  ")
    window.bringing.paste()
    settled(window)
    assert "no text on the clipboard" in window.notices.sentences()[0]


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


def test_in_a_comparison_a_click_selects_the_quotation_in_its_text(compared):
    row = compared.quotes.model.row_of(lambda line: "partners" in line.text)
    compared.quotes.view.clicked.emit(compared.quotes.model.index(row))
    assert "our partners are ready" in compared.compare_page.view.selected_text()


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


def test_a_corrected_speaker_is_kept(window, story, settled):
    window.bring([story("old.txt", OLD)])
    settled(window)
    row = window.quotes.model.row_of(lambda line: "partners" in line.text)
    line = window.quotes.model.record(row)
    window.quotes.speaker_requested.emit(line.document, line.quotation.span, "Bea Lund")
    settled(window)
    row = window.quotes.model.row_of(lambda line: "partners" in line.text)
    assert window.quotes.model.record(row).person == "Bea Lund"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "picture.txt"),
        ("folder", None, "folder"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    window, story, settled, tmp_path, name, content, told
):
    bad = tmp_path / name
    if content is None:
        bad.mkdir()
    else:
        bad.write_bytes(content)
    window.bring([str(bad), story("old.txt", OLD)])
    settled(window)
    sentences = window.notices.sentences()
    assert len(sentences) == 1
    assert told in sentences[0]
    assert [Path(d.path).name for d in window.workspace.documents] == ["old.txt"]


def test_a_missing_file_is_told(window, settled, tmp_path):
    window.bring([str(tmp_path / "gone.txt")])
    settled(window)
    assert "gone.txt" in window.notices.sentences()[0]
    assert window.pages.currentWidget() is window.empty_page


def test_two_identical_files_say_so(window, story, settled):
    window.bring([story("a.txt", OLD), story("b.txt", OLD)], compare=True)
    settled(window)
    assert "No wording change" in window.status.place()
    assert window.changes.model.rowCount() == 0


def test_a_change_is_copied_as_was_and_is(compared):
    compared.compare_page.last()
    compared.actions_table["copy_change"].trigger()
    assert "touch upon" in QGuiApplication.clipboard().text()
    assert " → " in QGuiApplication.clipboard().text()


def test_words_are_found_in_both_texts(qtbot, compared):
    compared.actions_table["find"].trigger()
    bar = compared.compare_page.find_bar
    qtbot.keyClicks(bar.field, "million")
    assert bar.found.text() == "1 of 2"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.found.text() == "2 of 2"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_putting_away_all_leads_back_to_the_start(compared, settled):
    compared.actions_table["new"].trigger()
    settled(compared)
    assert compared.pages.currentWidget() is compared.empty_page
    assert not compared.documents.isVisible()
    compared.actions_table["undo"].trigger()
    settled(compared)
    assert len(compared.workspace.documents) == 2


def test_what_was_open_is_there_again_at_the_next_start(qtbot, window, story, settled, tmp_path):
    from driftline.gui.settings import Settings
    from driftline.gui.window.main_window import MainWindow
    from driftline.review.session import Session

    window.bring([story("old.txt", OLD), story("new.txt", NEW)])
    settled(window)
    window.close()
    again = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(again)
    again.take_up()
    settled(again)
    assert [len(s) for s in again.workspace.stories] == [2]
    again.close()


def test_the_sample_opens_from_the_empty_window(window, settled):
    window.empty_page.sample_requested.emit()
    settled(window)
    names = {Path(d.path).name for d in window.workspace.documents}
    assert names == {p.name for p in assets.path("samples").glob("*.txt")}


@pytest.mark.seeds
def test_the_founding_stories_from_drop_to_named_changes(window, settled, seeds):
    drop_files(window, [seeds(n) for n in ("000", "001", "002", "003", "004")])
    settled(window)
    stories = [[Path(d.path).name[:3] for d in s] for s in window.workspace.stories]
    assert sorted(map(sorted, stories)) == [["000", "001"], ["002"], ["003"], ["004"]]
    twice = {
        Path(d.path).name[:3] for d in window.workspace.documents if d.version.holds_body_twice
    }
    assert twice == {"002", "004"}
    pair = next(s for s in window.workspace.stories if len(s) == 2)
    window.workspace.compare(*sorted((d.id for d in pair), key=lambda i: i))
    settled(window)
    comparison = window.workspace.comparison
    assert [e.kind for e in window.compare_page.shown_edits()] == [
        Kind.DETERMINER,
        Kind.QUOTATION,
        Kind.PREPOSITION,
        Kind.DETERMINER,
    ]
    assert {m.field for m in comparison.metadata} == {"source", "headline", "published"}
    shown = "\n".join(b.text for r in window.compare_page.rows for s in Side for b in r.blocks(s))
    for junk in ("icon", "Podcasts", "FILE PHOTO", "capitulate"):
        assert junk not in shown


def test_records_of_the_tree_name_their_documents(compared):
    index = compared.documents.model.index(0, 0)
    assert len(index.data(RECORD_ROLE)) == 2
    assert compared.documents.model.rowCount(index) == 2
    assert not compared.documents.view.visualRect(index).isEmpty()
    assert compared.documents.view.indexAt(QPoint(40, 10)).isValid()


def test_paragraphs_are_paired_and_parted_by_hand(window, story, settled):
    old = "The tram is late.\n\nNobody knows when the new bridge will be opened to traffic.\n"
    new = "Rain is coming.\n\nNobody knows when the new bridge will be opened to traffic.\n"
    window.bring([story("old.txt", old), story("new.txt", new)], compare=True)
    settled(window)
    view = window.compare_page.view

    def paired():
        return any(r.old and r.new and "tram" in r.old[0].text for r in window.compare_page.rows)

    before = paired()
    view.pairing.begin(Side.OLD, 0)
    assert view.pairing.end(Side.NEW, 0)
    settled(window)
    assert paired()
    row = next(n for n, r in enumerate(view.rows) if r.old and "tram" in r.old[0].text)
    assert view.pairing.part(row)
    settled(window)
    assert not paired()
    window.actions_table["undo"].trigger()
    settled(window)
    window.actions_table["undo"].trigger()
    settled(window)
    assert paired() == before


def test_unchanged_paragraphs_can_be_hidden_and_shown_by_a_click(qtbot, window, story, settled):
    filler = "\n\n".join(f"Street {n} of the old town has not changed at all." for n in range(9))
    window.bring(
        [story("a.txt", f"{filler}\n\n{OLD}"), story("b.txt", f"{filler}\n\n{NEW}")],
        compare=True,
    )
    settled(window)
    page = window.compare_page
    every = len(page.rows)
    window.actions_table["fold"].trigger()
    assert len(page.rows) < every
    assert page.number()[0] == 1
    assert len(page.shown_edits()) == 4
    fold_row = next(n for n, r in enumerate(page.rows) if r.folded)
    page.view.scroll_to_row(fold_row)
    qtbot.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.row_rectangle(fold_row).center(),
    )
    assert len(page.rows) == every


def test_the_context_of_changes_can_be_chosen(window, settled, story):
    filler = "\n\n".join(f"Street {n} of the old town has not changed at all." for n in range(12))
    window.bring(
        [story("a.txt", f"{filler}\n\n{OLD}"), story("b.txt", f"{filler}\n\n{NEW}")],
        compare=True,
    )
    settled(window)
    page = window.compare_page
    window.actions_table["fold"].trigger()
    near = len(page.rows)
    menu = page.fold_menu()
    menu.actions()[2].trigger()
    menu.deleteLater()
    assert len(page.rows) == near + 4
    top = page.view.row_at_top()
    window.actions_table["typography"].trigger()
    assert page.view.row_at_top() == top


def test_two_texts_can_be_read_before_they_are_compared(compared):
    page, workspace = compared.compare_page, compared.workspace
    old, new = workspace.pair
    versions = workspace.document(old).version, workspace.document(new).version
    page.preview(*versions, (new, old), list(workspace.documents))
    assert page.header.remark.isVisible()
    assert page.shown_edits() == []
    assert page.view.marks_in_view() == []
    assert "our partners" in "".join(b.text for r in page.rows for b in r.new)
    page.step(1)
    assert page.current is None


def test_a_comparison_made_anew_leaves_the_reader_where_she_is(window, settled, story):
    filler = "\n\n".join(f"Street {n} of the old town has not changed at all." for n in range(60))
    old, new = (story(f"{n}.txt", f"{t}\n\n{filler}\n\nEnd.") for n, t in (("a", OLD), ("b", NEW)))
    window.bring([old, new], compare=True)
    settled(window)
    page = window.compare_page
    page.step(1)
    current = page.current
    page.view.scroll_to_row(40)
    place = page.view.anchor()
    row = page.rows[50]
    window.workspace.pin(row.old[0].source_at(0), row.new[0].source_at(0), together=True)
    settled(window)
    assert page.view.anchor() == place
    assert (page.current.a, page.current.b) == (current.a, current.b)


def test_the_comparison_can_be_read_as_plain_text(qtbot, compared, settled):
    page = compared.compare_page
    qtbot.keyClick(
        compared,
        Qt.Key.Key_I,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert page.one_text.isVisible()
    settled(compared)
    assert not page.view.isVisible()
    compared.actions_table["first"].trigger()
    chosen = page.one_text.selected_text()
    assert chosen.startswith("[")
    compared.actions_table["next"].trigger()
    assert page.one_text.selected_text() != chosen
    every = page.one_text.toPlainText()
    compared.actions_table["grave_only"].trigger()
    settled(compared)
    assert page.one_text.toPlainText().count("[") < every.count("[")
    assert page.one_text.find_words("partners") >= 1
    page.one_text.go_to_hit(0)
    assert page.one_text.selected_text() == "partners"
    compared.actions_table["one_text"].trigger()
    assert page.view.isVisible()


def test_the_plain_text_follows_to_other_texts(compared, settled):
    page = compared.compare_page
    compared.actions_table["one_text"].trigger()
    settled(compared)
    before = page.one_text.toPlainText()
    compared.workspace.swap()
    settled(compared)
    assert page.one_text.toPlainText() not in ("", before)
    # What was being written about these texts is dropped.
    compared.actions_table["grave_only"].trigger()
    old, new = (compared.workspace.document(i).version for i in page.pair)
    page.preview(old, new, page.pair[::-1], [])
    settled(compared)
    assert page.one_text.toPlainText() == ""


def test_words_are_found_in_both_texts_or_in_one(qtbot, compared):
    bar = compared.compare_page.find_bar
    compared.actions_table["find"].trigger()
    qtbot.keyClicks(bar.field, "partners")
    both = bar.found.text()
    assert both.startswith("1 of ")
    bar.where.setCurrentIndex(2)
    assert int(bar.found.text().split()[-1]) * 2 <= int(both.split()[-1]) + 1
    compared.actions_table["inline"].trigger()
    assert bar.found.text()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert compared.compare_page.view.selected_text() == "partners"


def test_a_right_click_on_a_change_copies_what_it_was_and_is(compared):
    page = compared.compare_page
    edit = next(e for e in page.shown_edits() if e.kind is Kind.NUMBER)
    page.go_to(edit.id)
    boxes = [box for found in page.view.mark_rectangles(edit.id).values() for box in found]
    menu = page.view.menu_at(boxes[0].center().toPoint())
    next(a for a in menu.actions() if "was" in a.text()).trigger()
    menu.deleteLater()
    assert " → " in QGuiApplication.clipboard().text()
    menu = page.view.menu_at(QPoint(1, page.view.viewport().height() - 1))
    assert not any("was" in a.text() for a in menu.actions())
    menu.deleteLater()


def test_one_click_shows_all_that_is_hidden(qtbot, compared):
    compared.actions_table["grave_only"].trigger()
    button = compared.compare_page.header.chips.hidden
    assert button.isVisible()
    assert button.text().startswith("2 hidden")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(kinds(compared)) == 4
    assert not button.isVisible()
    assert not compared.actions_table["grave_only"].isChecked()


def test_only_grave_changes_can_be_shown_and_the_rest_is_counted(compared):
    compared.actions_table["grave_only"].trigger()
    assert kinds(compared) == [Kind.QUOTATION, Kind.NUMBER]
    assert "2 of lower severity hidden" in compared.status.place()
    compared.actions_table["grave_only"].trigger()
    assert len(kinds(compared)) == 4


def test_a_change_or_paragraph_is_reached_by_its_number(compared):
    compared.about.go_to_number("3")
    assert compared.compare_page.number()[0] == 3
    compared.about.go_to_number("99")
    assert "no change" in compared.status.currentMessage()
    compared.about.go_to_number("¶ 2")
    assert compared.compare_page.view.is_row_visible(1)
    compared.about.go_to_number("two")
    assert "number" in compared.status.currentMessage()


def test_an_explanation_cites_the_words_in_quotation_marks(compared):
    spoken = texts_of(compared.changes.view)
    assert "“upon” became “on”" in spoken[3]
    assert not any("*" in text for text in spoken)


def test_a_comparison_that_is_stopped_does_not_seem_to_go_on(compared, settled):
    compared.workspace.swap()
    assert compared.status.place() == "Comparing…"
    compared.status.stop_requested.emit()
    assert compared.status.place() == ""


def test_the_window_comes_back_as_it_was(qtbot, window, story, settled, tmp_path):
    from driftline.gui.settings import Settings
    from driftline.gui.window.main_window import MainWindow
    from driftline.review.session import Session

    window.bring([story("old.txt", OLD), story("new.txt", NEW)])
    settled(window)
    window.resize(1100, 700)
    window.columns.setSizes([300, 500, 300])
    sizes = window.columns.sizes()
    pair = window.workspace.pair
    window.close()
    again = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(again)
    assert again.height() == 700
    # A window is never wider than its screen, and the one of the tests is small.
    again.resize(1100, 700)
    again.show()
    again.take_up()
    settled(again)
    assert again.columns.sizes() == sizes
    assert again.workspace.pair == pair
    again.close()
