"""What comes into the window: drops from a browser, the first start, what was compared lately."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QPushButton

OLD = "The council has never refused a tram, its leader Ada Brook said on Monday.\n"
NEW = OLD.replace("a tram", "tram")


def drop(target, data):
    where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 30), *where, plain)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(40, 30), *where, plain))


def link(address="https://news.example.org/tram", title="Council backs the tram"):
    """What a browser sends when a link is dragged out of it."""
    data = QMimeData()
    data.setUrls([QUrl(address)])
    data.setText(address)
    data.setHtml(f'<a href="{address}">{title}</a>')
    return data


def picture():
    data = QMimeData()
    data.setUrls([QUrl("https://news.example.org/tram.jpg")])
    data.setText("https://news.example.org/tram.jpg")
    data.setHtml('<img src="https://news.example.org/tram.jpg">')
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


@pytest.mark.parametrize(
    ("made", "told"),
    [(link, "never goes to the network"), (picture, "reads no words from pictures")],
)
def test_what_holds_no_text_is_told_in_a_sentence(window, settled, made, told):
    drop(window, made())
    settled(window)
    assert told in window.notices.sentences()[0]
    assert window.workspace.documents == ()


def test_text_with_a_link_in_it_is_a_document(window, settled):
    data = QMimeData()
    data.setText(OLD + "\nhttps://news.example.org/tram")
    drop(window, data)
    settled(window)
    assert len(window.workspace.documents) == 1


def test_a_selection_with_a_picture_in_it_is_a_document(window, settled):
    data = picture()
    data.setText(OLD)
    data.setHtml(f'<p>{OLD}<img src="https://news.example.org/tram.jpg"></p>')
    drop(window, data)
    settled(window)
    assert "Ada Brook" in window.document_page.shown_text


def test_a_folder_is_read_to_its_ends(window, settled, tmp_path):
    deep = tmp_path / "inbox" / "monday"
    deep.mkdir(parents=True)
    (deep / "old.txt").write_text(OLD)
    (deep.parent / "new.txt").write_text(NEW)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(deep.parent))])
    drop(window, data)
    settled(window)
    assert len(window.workspace.documents) == 2


@pytest.mark.parametrize("place", ["texts", "changes", "documents", "filter", "review"])
def test_a_drop_is_taken_wherever_it_falls(window, story, settled, place):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(story("third.txt", OLD.replace("Monday", "Friday")))])
    target = {
        "texts": window.compare_page.view.viewport(),
        "changes": window.changes.view.viewport(),
        "documents": window.documents.view.viewport(),
        "filter": window.documents.filter,
        "review": window.changes.review.note.viewport(),
    }[place]
    drop(target, data)
    settled(window)
    assert len(window.workspace.documents) == 3


def test_who_starts_for_the_first_time_sees_the_sample_and_three_steps(qtbot, window, settled):
    window.take_up()
    settled(window)
    bar = window.columns.hint_bar
    assert window.workspace.comparison is not None
    assert bar.isVisible()
    shown = []
    for _ in range(3):
        shown.append(bar.text())
        button = next(b for b in bar.findChildren(QPushButton) if b.text() in ("Next", "Done"))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(set(shown)) == 3
    assert not bar.isVisible()
    assert window.compare_page.texts.hasFocus()


def test_the_second_start_is_empty(window, settled):
    window.take_up()
    settled(window)
    window.workspace.clear()
    settled(window)
    window.take_up()
    settled(window)
    assert window.workspace.documents == ()
    assert not window.columns.hint_bar.isVisible()


def test_who_starts_on_files_sees_no_sample(window, story, settled):
    window.take_up([story("old.txt", OLD)])
    settled(window)
    assert len(window.workspace.documents) == 1
    assert not window.columns.hint_bar.isVisible()


def links(window):
    return [b for b in window.empty_page.findChildren(QPushButton) if b.objectName() == "link"]


def test_what_was_compared_lately_is_offered_on_the_empty_page(qtbot, compared, settled):
    compared.workspace.clear()
    settled(compared)
    buttons = [b for b in links(compared) if b.isVisible()]
    assert [b.text() for b in buttons] == ["old.txt → new.txt"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settled(compared)
    assert compared.workspace.comparison.new.source.text == NEW


def test_the_file_menu_offers_it_too_the_latest_first(compared, story, settled):
    third = story("third & last.txt", NEW.replace("Monday", "Friday"))
    compared.bring([story("new.txt", NEW), third], compare=True)
    settled(compared)
    entries = [a.text() for a in compared.recent.menu.actions() if a.text()]
    assert entries == ["new.txt → third && last.txt", "old.txt → new.txt", "Forget these"]
    compared.recent.menu.actions()[-1].trigger()
    assert compared.recent.pairs() == ()
    assert not compared.recent.menu.isEnabled()


def test_who_puts_a_notice_away_reads_on(qtbot, compared):
    compared.notices.tell("Something to know.")
    close = compared.columns._notice_bar._close
    close.setFocus()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert compared.compare_page.texts.hasFocus()


def test_a_pasted_text_is_not_offered(window, settled):
    window.workspace.add_text(OLD)
    window.workspace.add_text(NEW)
    settled(window)
    window.workspace.compare(*(d.id for d in window.workspace.documents))
    settled(window)
    assert window.recent.pairs() == ()


def test_a_file_that_is_gone_is_told(compared, settled, tmp_path):
    compared.workspace.clear()
    settled(compared)
    (tmp_path / "new.txt").unlink()
    compared.recent.open(compared.recent.pairs()[0])
    settled(compared)
    assert "new.txt" in compared.notices.sentences()[0]


def test_her_own_texts_do_not_lie_among_the_samples(qtbot, window, settled, tmp_path):
    window.take_up()
    settled(window)
    assert window.columns.hint_bar.isVisible()
    window.columns.hint_bar.findChildren(QPushButton)[0].setFocus()
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    window.bring([str(tmp_path / "old.txt"), str(tmp_path / "new.txt")], compare=True)
    settled(window)
    assert window.compare_page.texts.hasFocus()
    assert {d.path for d in window.workspace.documents} == {
        str(tmp_path / "old.txt"),
        str(tmp_path / "new.txt"),
    }
    assert not window.columns.hint_bar.isVisible()
    assert not window.actions_table["undo"].isEnabled()


def test_the_two_that_a_second_start_brings_are_selected(window, settled, tmp_path):
    (tmp_path / "other.txt").write_text("A ferry ran aground off the point at noon today.", "utf-8")
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    window.bring([str(tmp_path / "other.txt")])
    settled(window)
    window.bring([str(tmp_path / "old.txt"), str(tmp_path / "new.txt")], compare=True)
    settled(window)
    assert set(window.columns.documents.selected()) == set(window.workspace.pair)


def test_who_begins_reads_the_keys_there_are(window):
    bar, page = window.columns.hint_bar, window.empty_page
    bar.begin()
    assert "Alt+Down goes to the next change" in bar.text()
    assert "Ctrl+O opens files" in page.said()
    window.appearance.keys_changed.emit({"next": ("Ctrl+Alt+N",), "open": ()})
    assert "Ctrl+Alt+N goes to the next change" in bar.text()
    assert "File ▸ Open opens files" in page.said()
    bar.hide()


def test_what_lies_there_already_is_said_and_shown(window, story, settled):
    paths = [story("old.txt", OLD), story("rain.txt", "Rain until Sunday, says the office.")]
    window.bring(paths)
    settled(window)
    assert "already" not in window.status.currentMessage()
    window.bring(paths[:1])
    settled(window)
    assert window.status.currentMessage() == "old.txt is in the list already."
    assert len(window.workspace.documents) == 2
    assert window.workspace.opened == window.workspace.documents[0].id
    window.bring(paths, compare=True)
    settled(window)
    assert window.status.currentMessage() == "2 documents were in the list already."
