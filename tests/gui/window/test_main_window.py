"""The whole window with real events on real files."""

from PySide6.QtCore import QPoint

from driftline.engine.records import Kind
from driftline.gui.compare.row_content import Side
from driftline.gui.models.entries import RECORD_ROLE
from gui.window.tram_story import NEW, OLD


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


def test_a_window_that_begins_narrow_gives_the_texts_their_room(window, story, settled):
    window.resize(900, 600)
    window.bring([story("old.txt", OLD), story("new.txt", NEW)])
    settled(window)
    assert window.columns.sizes()[1] >= 490


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
