"""Who comes back finds the window as she left it: what she read, where, and in what way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from driftline.engine.records import Span
from driftline.gui.compare.place_read import PlaceRead
from driftline.gui.compare.row_content import Side
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session

PARTS = [f"On street number {n} the council has planted {n} lime trees lately." for n in range(60)]
OLD = "The council plants its trees\n\n" + "\n\n".join(PARTS)
NEW = OLD
for number in (3, 22, 50):
    NEW = NEW.replace(f"planted {number} lime", f"planted {number + 70} lime")


@pytest.fixture
def compared(window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)])
    settled(window)
    return window


@pytest.fixture
def come_back(qtbot, settled, tmp_path: Path):
    """Closes a window and opens another on what it has left."""

    def again(window):
        window.close()
        made = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
        qtbot.addWidget(made)
        made.resize(1280, 820)
        made.show()
        made.take_up()
        settled(made)
        return made

    return again


def test_she_goes_on_where_she_stopped_reading(compared, come_back):
    compared.actions_table["next"].trigger()
    assert compared.compare_page.number()[0] == 2
    row = compared.compare_page.view.row_at_top()
    again = come_back(compared)
    assert again.compare_page.number()[0] == 2
    assert abs(again.compare_page.view.row_at_top() - row) < 2
    assert row > 5
    again.close()


def test_the_change_she_was_at_is_so_after_a_look_at_texts_not_compared_yet(
    compared, qtbot, settled, tmp_path: Path
):
    compared.actions_table["last"].trigger()
    compared.close()
    made = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(made)
    # The texts are shown before they are compared.
    made.workspace.comparison_requested.connect(made.showing._preview)
    made.show()
    made.take_up()
    settled(made)
    assert made.compare_page.number()[0] == 3
    made.close()


def test_what_she_had_chosen_to_see_is_as_it_was(compared, come_back):
    for name in ("overview", "fold", "one_text"):
        compared.actions_table[name].trigger()
    compared.lists.setCurrentWidget(compared.quotes)
    again = come_back(compared)
    assert not again.compare_page.overview.isVisible()
    assert again.compare_page.one_text.isVisible()
    assert any(content.folded for content in again.compare_page.rows)
    assert again.lists.currentWidget() is again.quotes
    again.close()


def test_another_pair_begins_at_its_first_change(compared, come_back, story, settled):
    compared.actions_table["last"].trigger()
    compared.close()
    again = come_back(compared)
    again.bring([story("a.txt", OLD), story("b.txt", NEW)], compare=True)
    settled(again)
    assert again.compare_page.number()[0] == 1
    again.close()


def test_what_was_kept_badly_does_no_harm(qtbot, tmp_path: Path):
    for kept in ("{", "[]", '{"on": 3}', '{"on": [], "front": "x", "place": []}', '{"on": ["zz"]}'):
        settings = Settings(tmp_path, tmp_path)
        settings._store.setValue("window/reading", kept)
        window = MainWindow(settings, lambda: Session.open_automatic(tmp_path))
        qtbot.addWidget(window)
        assert window.actions_table["overview"].isChecked()
        window.close()


def test_a_place_is_told_in_numbers_and_found_on_the_other_side():
    place = PlaceRead((1, 2), Side.NEW, 40, 7, (Span(3, 4), Span(5, 9)))
    assert PlaceRead.from_plain(place.to_plain()) == place
    assert PlaceRead.from_plain([1, 2, 3]) is None
    turned = PlaceRead((2, 1), Side.OLD, 40, 7, (Span(5, 9), Span(3, 4)))
    assert place.of((2, 1)) == turned
    assert place.of((1, 2)) is place
    assert place.of((1, 3)) is None


def test_the_list_in_front_stays_there_while_the_texts_are_compared_again(compared, settled):
    compared.lists.setCurrentWidget(compared.quotes)
    compared.workspace.swap()
    settled(compared)
    assert compared.lists.currentWidget() is compared.quotes
    compared.workspace.open(compared.workspace.documents[0].id)
    settled(compared)
    assert compared.lists.currentWidget() is compared.quotes


def test_a_window_that_filled_the_screen_does_so_again(compared):
    compared.setWindowState(Qt.WindowState.WindowMaximized)
    action = compared.actions_table["full_screen"]
    action.trigger()
    assert compared.isFullScreen()
    action.trigger()
    assert not compared.isFullScreen()
    assert compared.isMaximized()


def test_one_key_goes_to_the_other_end_of_a_move_and_back(window, story, settled):
    parts = PARTS[:12]
    moved = [*parts[1:], parts[0]]
    window.bring(
        [story("a.txt", "\n\n".join(parts)), story("b.txt", "\n\n".join(moved))], compare=True
    )
    settled(window)
    page = window.compare_page
    assert page.rows[page.view.here()[0]].twin is not None
    went = [page.view.here()[0]]
    for _ in range(2):
        window.actions_table["counterpart"].trigger()
        went.append(page.view.here()[0])
    assert went[0] == went[2] != went[1]
