"""The pane of documents: sifting, badges, dragging about, renaming, putting away, by key too."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog

from driftline.gui.models.entries import ENTRY_ROLE, RECORD_ROLE

TRAM = """Council backs the tram

The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready for that,” she told reporters.

The tram would cost 48 million crowns and touch upon three districts of the old town.
"""
TRAM_LATER = TRAM.replace("ready for that", "ready").replace("48", "84")
FROST = "A frost has taken half of the apple blossom in the valley, growers said on Friday. " * 3
OWLS = "The owls are back in the tower of the town hall after a year, the keeper has counted. " * 3


@pytest.fixture
def pane(window, story, settled):
    paths = [story("tram.txt", TRAM), story("later.txt", TRAM_LATER)]
    window.bring([*paths, story("frost.txt", FROST), story("owls.txt", OWLS)])
    settled(window)
    return window.documents


def names(window):
    """The stories by the file names of their versions."""
    return [[Path(d.path).stem for d in story] for story in window.workspace.stories]


def identity(window, name):
    return next(d.id for d in window.workspace.documents if Path(d.path).stem == name)


def index_of(pane, window, name):
    index = pane.model.index_of((identity(window, name),))
    assert index.isValid()
    return index


def pick(pane, window, name):
    pane.view.setFocus()
    pane.view.setCurrentIndex(index_of(pane, window, name))


def drag(pane, indexes, point):
    """What the system sends when items are dragged to a point of the list and let go."""
    data = pane.model.mimeData(indexes)
    target = pane.view.viewport()
    rest = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(point, *rest, plain))
    move = QDragMoveEvent(point, *rest, plain)
    QApplication.sendEvent(target, move)
    assert move.isAccepted()
    QApplication.sendEvent(target, QDropEvent(point.toPointF(), *rest, plain))


def shown(pane):
    """The entries that are not hidden, as they are spoken."""
    found = []
    for row in range(pane.model.rowCount()):
        story = pane.model.index(row, 0)
        if pane.view.isRowHidden(row, pane.view.rootIndex()):
            continue
        children = [
            pane.model.index(child, 0, story)
            for child in range(pane.model.rowCount(story))
            if not pane.view.isRowHidden(child, story)
        ]
        found += [index.data() for index in children or [story]]
    return found


def test_the_filter_leaves_what_is_looked_for(qtbot, pane):
    pane.filter.setFocus()
    qtbot.keyClicks(pane.filter, "frost")
    assert len(shown(pane)) == 1
    assert pane._title.text() == "Stories · 1 of 4 documents"
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert len(shown(pane)) == 4
    qtbot.keyClicks(pane.filter, "LATER txt")
    assert len(shown(pane)) == 1
    qtbot.keyClick(pane.filter, Qt.Key.Key_Down)
    assert pane.view.hasFocus()


def test_the_filter_stays_when_a_document_comes(window, pane, story, settled):
    pane.filter.setText("owls")
    window.bring([story("barn.txt", "The barn at the end of the lane has burnt down. " * 5)])
    settled(window)
    assert len(shown(pane)) == 1


def test_badges_tell_kept_words_and_altered_quotations(window, pane, settled):
    entry = index_of(pane, window, "later").data(ENTRY_ROLE)
    assert "words" in entry.lines[1].text
    versions = window.workspace.stories[0]
    window.workspace.compare(versions[0].id, versions[1].id)
    settled(window)
    newer = Path(versions[1].path).stem
    assert "1 quotation altered" in index_of(pane, window, newer).data(ENTRY_ROLE).lines[1].text


def test_a_badge_tells_notes_on_reading_until_the_document_was_opened(window, pane, settled):
    owls = window.workspace.document(identity(window, "owls"))
    source = replace(owls.version.source, notes=("Page 2 holds no text.",))
    noted = replace(owls, version=replace(owls.version, source=source))
    window.workspace._hold(replace(window.workspace._contents, documents=(noted,), stories=()))
    assert "1 note on reading it" in pane._badges(noted)
    window.workspace.open(owls.id)
    settled(window)
    assert pane._badges(noted) == []
    assert "Page 2 holds no text." in window.document_page._notes.text()


def test_a_document_is_dragged_to_another_story_and_an_undo_takes_it_back(window, pane, settled):
    before = names(window)
    tram = pane.model.index(0, 0)
    drag(pane, [index_of(pane, window, "owls")], pane.view.visualRect(tram).center())
    settled(window)
    assert [set(s) for s in names(window)] == [{"tram", "later", "owls"}, {"frost"}]
    assert "Moved to" in window.status.currentMessage()
    window.actions_table["undo"].trigger()
    settled(window)
    assert names(window) == before


def test_a_version_dragged_out_is_a_story_of_its_own(window, pane, settled):
    below = QPoint(40, pane.view.viewport().height() - 4)
    assert not pane.view.indexAt(below).isValid()
    drag(pane, [index_of(pane, window, "later")], below)
    settled(window)
    assert ["later"] in names(window)
    assert ["tram"] in names(window)


def test_versions_are_put_in_order_by_dragging(window, pane, settled):
    first = index_of(pane, window, "tram")
    edge = pane.view.visualRect(first).topLeft() + QPoint(30, 0)
    drag(pane, [index_of(pane, window, "later")], edge)
    settled(window)
    assert names(window)[0] == ["later", "tram"]


def test_a_document_is_renamed_by_key(qtbot, window, pane, settled):
    pick(pane, window, "owls")
    settled(window)
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    dialog = pane.findChild(QInputDialog)
    dialog.setTextValue("Owls, first take")
    dialog.accept()
    settled(window)
    assert "Owls, first take" in index_of(pane, window, "owls").data()
    # It is still the one that is chosen.
    assert pane.selected() == (identity(window, "owls"),)


def test_a_document_is_put_away_by_key(qtbot, window, pane, settled):
    pick(pane, window, "owls")
    settled(window)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    settled(window)
    assert ["owls"] not in names(window)
    window.actions_table["undo"].trigger()
    settled(window)
    assert ["owls"] in names(window)


def test_the_menu_moves_a_document_without_the_mouse(window, pane, settled):
    owls = identity(window, "owls")
    menu = pane.menu_for((owls,))
    move = next(a.menu() for a in menu.actions() if a.menu())
    tram = next(a for a in move.actions() if "tram" in a.text())
    tram.trigger()
    settled(window)
    assert len(names(window)[0]) == 3
    menu.deleteLater()


class Opener(QObject):
    """Stands for the system's file manager."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot("QUrl")
    def open(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def test_a_file_is_shown_in_its_folder(monkeypatch, window, pane, opener, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    menu = pane.menu_for((identity(window, "owls"),))
    next(a for a in menu.actions() if "folder" in a.text()).trigger()
    menu.deleteLater()
    assert opener.opened == [str(tmp_path)]


def test_a_folder_that_is_gone_is_told(window, pane, opener):
    pane._reveal("/nowhere/at/all/owls.txt")
    assert opener.opened == []
    assert "not there any more" in window.status.currentMessage()


def test_a_closed_story_stays_closed_when_a_document_comes(window, pane, story, settled):
    pane.view.collapse(pane.model.index(0, 0))
    window.bring([story("barn.txt", "The barn at the end of the lane has burnt down. " * 5)])
    settled(window)
    assert len(pane.model.index(0, 0).data(RECORD_ROLE)) == 2
    assert not pane.view.isExpanded(pane.model.index(0, 0))


def test_a_menu_closes_when_what_it_speaks_of_may_be_gone(window, pane, settled):
    menu = pane.menu_for((identity(window, "owls"),))
    menu.popup(pane.mapToGlobal(QPoint(20, 20)))
    assert menu.isVisible()
    window.workspace.remove([identity(window, "owls")])
    settled(window)
    assert not menu.isVisible()
    menu.deleteLater()


def test_a_right_click_shows_what_can_be_done_and_nothing_else(qtbot, window, pane, settled):
    first, second = (d.id for d in window.workspace.stories[0])
    window.workspace.compare(first, second)
    settled(window)
    stood = pane.selected()
    where = pane.view.visualRect(index_of(pane, window, "owls")).center()
    asked = []

    def look():
        menu = QApplication.activePopupWidget()
        asked.append((pane.selected(), [action.text() for action in menu.actions()]))
        menu.close()

    QTimer.singleShot(0, look)
    qtbot.mousePress(pane.view.viewport(), Qt.MouseButton.RightButton, pos=where)
    pane.view.customContextMenuRequested.emit(where)
    assert asked[0][0] == (identity(window, "owls"),)
    assert "Rename…" in asked[0][1]
    assert window.workspace.pair == (first, second)
    assert pane.selected() == stood


def test_a_right_click_on_what_is_picked_keeps_it(qtbot, window, pane, settled):
    picked = [index_of(pane, window, name) for name in ("owls", "frost")]
    model = pane.view.selectionModel()
    model.select(picked[0], model.SelectionFlag.ClearAndSelect)
    model.select(picked[1], model.SelectionFlag.Select)
    settled(window)
    before = pane.selected()
    where = pane.view.visualRect(picked[0]).center()
    QTimer.singleShot(0, lambda: QApplication.activePopupWidget().close())
    qtbot.mousePress(pane.view.viewport(), Qt.MouseButton.RightButton, pos=where)
    pane.view.customContextMenuRequested.emit(where)
    assert len(before) == 2
    assert pane.selected() == before
