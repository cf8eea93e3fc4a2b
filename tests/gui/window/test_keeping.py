"""Sessions in files, files that change on disk, a watched folder, and the hand on stories."""

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from driftline.gui.language import document_labels
from driftline.phrasebook import said
from driftline.review.session import Session

OLD = """The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

The tram would cost 48 million crowns and cross three districts of the old town.
"""
NEW = OLD.replace("a tram", "tram").replace("48", "84")
OTHER = "A late frost has taken half of the apple blossom in the valley, growers say. " * 4


def pick(window, ids, text):
    """Choose an entry of the documents' menu, also of its submenus."""
    menu = window.documents.menu_for(ids)
    actions = list(menu.actions())
    for action in actions:
        if action.menu():
            actions += action.menu().actions()
    next(a for a in actions if a.text() == text).trigger()
    menu.deleteLater()


def test_who_wants_to_save_learns_that_everything_is_kept(qtbot, compared, settled):
    compared.changes.view.setFocus()
    note = compared.changes.review.note
    note.setPlainText("Ask the city desk.")
    qtbot.keyClick(note, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled(compared)
    assert "Everything is kept" in compared.status.currentMessage()
    (item,) = compared.workspace.review.items.values()
    assert item.note == "Ask the city desk."


def test_nothing_is_said_to_be_kept_while_another_program_holds_the_session(compared, settled):
    other = sqlite3.connect(compared.workspace._desk.session.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    compared.actions_table["save"].trigger()
    settled(compared)
    assert compared.status.currentMessage() == ""
    assert "another program holds the file" in compared.notices.sentences()[0]
    other.execute("ROLLBACK")
    other.close()
    compared.actions_table["save"].trigger()
    settled(compared)
    assert "Everything is kept" in compared.status.currentMessage()


def test_a_file_is_offered_to_be_saved_beside_those_it_is_about(compared, tmp_path, monkeypatch):
    offered = []

    def choose(_parent, _title, place, _filters):
        offered.append(place)
        return str(tmp_path / "out" / "mine.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    compared.notices.choose_target("Save", "report.csv", "")
    compared.notices.choose_target("Save", "report.csv", "")
    compared.notices.choose_target("Save", str(tmp_path / "chosen" / "report.csv"), "")
    assert offered == [str(tmp_path / folder / "report.csv") for folder in (".", "out", "chosen")]


def test_a_session_is_saved_and_opened_elsewhere(compared, settled, tmp_path, monkeypatch, qtbot):
    compared.actions_table["fine"].trigger()
    settled(compared)
    target = tmp_path / "tram.driftline"
    monkeypatch.setattr(compared.notices, "choose_target", lambda *_: str(target))
    monkeypatch.setattr(compared.notices, "confirm", lambda *_: True)
    compared.actions_table["save_session"].trigger()
    settled(compared)
    assert target.is_file()
    compared.actions_table["new"].trigger()
    settled(compared)
    compared.actions_table["undo"].trigger()
    settled(compared)
    (tmp_path / "old.txt").unlink()
    compared.close()

    from driftline.gui.settings import Settings
    from driftline.gui.window.main_window import MainWindow

    other = tmp_path / "another machine"
    again = MainWindow(Settings(other, other), lambda: Session.open_automatic(other))
    qtbot.addWidget(again)
    again.take_up([str(target)])
    settled(again)
    assert len(again.workspace.documents) == 2
    assert again.workspace.review.progress().open == 1
    again.close()


def test_a_session_without_texts_tells_what_is_gone_and_takes_it_up_again(
    compared, settled, tmp_path
):
    compared.actions_table["fine"].trigger()
    settled(compared)
    bare = tmp_path / "bare.driftline"
    compared.workspace.save_session(str(bare), with_texts=False, saved=lambda: None)
    settled(compared)
    texts = {path: path.read_text("utf-8") for path in tmp_path.glob("*.txt")}
    compared.actions_table["new"].trigger()
    compared.workspace.undo()
    compared.bring([str(bare)])
    settled(compared)
    assert compared.notices.sentences() == []
    for path in texts:
        path.unlink()
    compared.keeping.open_session_file(str(bare))
    settled(compared)
    assert compared.workspace.documents == ()
    told = compared.notices.sentences()
    assert len(told) == 2
    assert all("holds no text of it; put it back and reload" in sentence for sentence in told)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    compared.actions_table["reload"].trigger()
    settled(compared)
    assert compared.notices.sentences() == []
    assert compared.workspace.review.progress().open == 1


def test_a_document_can_be_moved_where_the_text_of_another_is_missing(
    window, story, settled, tmp_path
):
    window.bring([story("rain.txt", "It will rain in the hills until Sunday, they said.")])
    settled(window)
    window.bring([story("tram.txt", "The council has never refused a tram to the harbour.")])
    settled(window)
    bare = tmp_path / "bare.driftline"
    window.workspace.save_session(str(bare), with_texts=False, saved=lambda: None)
    settled(window)
    (tmp_path / "rain.txt").unlink()
    window.keeping.open_session_file(str(bare))
    settled(window)
    (tram,) = window.workspace.documents
    menu = window.documents.menu_for((tram.id,))
    assert "Move to story" in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_a_file_that_is_no_session_is_told_and_the_work_goes_on(compared, settled, tmp_path):
    wrong = tmp_path / "wrong.driftline"
    wrong.write_text("this is no session at all", encoding="utf-8")
    compared.bring([str(wrong)])
    settled(compared)
    assert "wrong.driftline" in compared.notices.sentences()[0]
    assert len(compared.workspace.documents) == 2


def test_a_changed_file_is_noticed_and_compared_with_what_it_was(
    qtbot, compared, settled, tmp_path
):
    (tmp_path / "new.txt").write_text(NEW.replace("three", "four"), encoding="utf-8")
    qtbot.waitUntil(lambda: bool(compared.notices.sentences()), timeout=10_000)
    assert "new.txt" in compared.notices.sentences()[0]
    compared.notice_bar._other.click()
    settled(compared)
    edits = compared.compare_page.shown_edits()
    comparison = compared.workspace.comparison
    assert [
        (e.a.of(comparison.old.source.text), e.b.of(comparison.new.source.text)) for e in edits
    ] == [("three", "four")]


def test_a_deleted_file_keeps_its_text(qtbot, compared, settled, tmp_path):
    (tmp_path / "new.txt").unlink()
    qtbot.waitUntil(lambda: bool(compared.notices.sentences()), timeout=10_000)
    assert "moved or deleted" in compared.notices.sentences()[0]
    assert len(compared.workspace.documents) == 2


def test_new_files_of_a_watched_folder_are_brought_in(
    qtbot, window, settled, tmp_path, monkeypatch
):
    folder = tmp_path / "wire"
    folder.mkdir()
    monkeypatch.setattr(window.notices, "choose_folder", lambda *_: str(folder))
    window.actions_table["watch_folder"].trigger()
    (folder / "first.txt").write_text(OLD, encoding="utf-8")
    qtbot.waitUntil(lambda: bool(window.workspace.documents), timeout=10_000)
    settled(window)
    assert Path(window.workspace.documents[0].path).name == "first.txt"


def test_a_document_is_moved_to_a_story_of_its_own_and_back(compared, settled):
    old, new = (d.id for d in compared.workspace.documents)
    pick(compared, (new,), "One of its own")
    settled(compared)
    assert [len(s) for s in compared.workspace.stories] == [1, 1]
    title = document_labels.title(compared.workspace.document(old))[:60]
    pick(compared, (new,), title)
    settled(compared)
    assert [len(s) for s in compared.workspace.stories] == [2]


def test_the_order_and_the_base_text_are_the_editors(compared, settled):
    first, second = (d.id for d in compared.workspace.stories[0])
    pick(compared, (second,), "Older: move up")
    settled(compared)
    assert [d.id for d in compared.workspace.stories[0]] == [second, first]
    pick(compared, (first,), "Base text")
    settled(compared)
    assert compared.workspace.session_stories[0].base == first


def test_the_window_is_named_as_the_document_it_shows(compared, settled):
    new = compared.workspace.pair[1]
    compared.workspace.hand.rename(new, "Late edition")
    settled(compared)
    assert compared.windowTitle().startswith("Late edition")
    compared.workspace.undo()
    settled(compared)
    assert not compared.windowTitle().startswith("Late edition")


def test_a_document_is_renamed(compared, settled):
    old = compared.workspace.documents[0].id
    compared.workspace.hand.rename(old, "First take")
    settled(compared)
    assert document_labels.title(compared.workspace.document(old)) == "First take"
    texts = [
        compared.documents.model.index(r, 0, compared.documents.model.index(0, 0)).data()
        for r in range(2)
    ]
    assert any("First take" in text for text in texts)


def test_two_documents_picked_together_are_compared(window, story, settled):
    window.bring([story("old.txt", OLD), story("frost.txt", OTHER)])
    settled(window)
    ids = tuple(d.id for d in window.workspace.documents)
    pick(window, ids, "Compare these two")
    settled(window)
    assert window.workspace.pair == ids
    assert window.workspace.comparison is not None


def test_what_was_compared_last_is_there_first_and_then_all_the_rest(
    qtbot, window, story, settled, tmp_path
):
    from driftline.gui.settings import Settings
    from driftline.gui.window.main_window import MainWindow

    third = NEW.replace("three", "four")
    names = {"old.txt": OLD, "new.txt": NEW, "third.txt": third, "frost.txt": OTHER}
    window.bring([story(name, text) for name, text in names.items()])
    settled(window)
    first, second, *_ = (d.id for d in window.workspace.documents)
    window.workspace.compare(first, second)
    settled(window)
    window.close()

    again = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(again)
    listed = []
    again.workspace.stories_changed.connect(lambda: listed.append(len(again.workspace.documents)))
    again.take_up()
    settled(again)
    assert listed[0] == 2
    assert listed[-1] == 4
    assert again.workspace.pair == (first, second)
    assert again.compare_page.header.old_head.box.count() == 3
    again.close()


def test_a_story_is_given_a_title(compared, settled):
    ids = tuple(d.id for d in compared.workspace.stories[0])
    pick(compared, ids, "Rename story…")
    dialog = compared.documents.findChild(QInputDialog)
    dialog.setTextValue("The tram")
    dialog.accept()
    settled(compared)
    row = compared.documents.model.index(0, 0)
    assert row.data().startswith("The tram")
    compared.actions_table["undo"].trigger()
    settled(compared)
    assert not compared.documents.model.index(0, 0).data().startswith("The tram")


def test_a_session_for_reading_only_says_so_until_it_is_saved_elsewhere(
    compared, settled, tmp_path, monkeypatch
):

    shared = tmp_path / "shared.driftline"
    with Session.open(shared) as session:
        session.documents.add_all([d.version.source for d in compared.workspace.documents])
    elsewhere = Session.open(shared)
    compared.bring([str(shared)])
    settled(compared)
    assert "shared.driftline is open for reading only" in compared.notice_bar.standing
    assert "another window" in compared.notice_bar.standing
    ids = tuple(d.id for d in compared.workspace.documents)
    compared.workspace.compare(*ids)
    settled(compared)
    compared.actions_table["fine"].trigger()
    settled(compared)
    assert any("save a copy" in sentence for sentence in compared.notices.sentences())
    compared.notices.clear()
    compared.actions_table["bookmark"].trigger()
    settled(compared)
    assert any("save a copy" in sentence for sentence in compared.notices.sentences())
    assert "Bookmark set" not in compared.status.currentMessage()
    assert not compared.compare_page.view.bookmarks
    compared.notices.clear()
    assert compared.notice_bar.isVisible()
    assert compared.notice_bar.standing
    monkeypatch.setattr(
        compared.notices, "choose_target", lambda *_: str(tmp_path / "mine.driftline")
    )
    monkeypatch.setattr(compared.notices, "confirm", lambda *_: True)
    compared.notice_bar._remedy.click()
    settled(compared)
    assert compared.notice_bar.standing == ""
    compared.actions_table["fine"].trigger()
    settled(compared)
    assert compared.workspace.review.progress().open == 1
    elsewhere.close()


def test_a_session_for_reading_only_tells_of_all_files_that_changed(
    compared, settled, tmp_path, story
):
    shared = tmp_path / "shared.driftline"
    with Session.open(shared) as session:
        session.documents.add_all([d.version.source for d in compared.workspace.documents])
    with Session.open(shared):
        compared.bring([str(shared)])
        settled(compared)
        compared.actions_table["reload"].trigger()
        settled(compared)
        assert compared.status.currentMessage() == "Read again: nothing has changed."
        story("old.txt", "Another story altogether, and much shorter.")
        story("new.txt", "A new story altogether, and much shorter.")
        compared.actions_table["reload"].trigger()
        settled(compared)
        (told,) = compared.notices.sentences()
        assert told.startswith(
            "Changed on disk: old.txt, new.txt. This session is open for reading"
        )
        assert said(told, "de").startswith(
            "Auf der Platte geändert: old.txt, new.txt. Diese Sitzung"
        )
        assert compared.status.currentMessage() != "Read again: nothing has changed."
        assert "Another" not in compared.workspace.documents[0].version.source.text
        compared.close()


def test_a_session_of_a_newer_version_says_so(compared, settled, tmp_path):
    import sqlite3

    newer = tmp_path / "newer.driftline"
    with Session.open(newer) as session:
        session.documents.add_all([d.version.source for d in compared.workspace.documents])
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    compared.bring([str(newer)])
    settled(compared)
    assert "A newer version of Driftline made it." in compared.notice_bar.standing
    assert len(compared.workspace.documents) == 2


def test_the_recovered_copy_of_a_damaged_session_is_offered(compared, settled, tmp_path):

    damaged = tmp_path / "damaged.driftline"
    with Session.open(damaged) as session:
        session.documents.add_all([d.version.source for d in compared.workspace.documents])
    content = damaged.read_bytes()
    damaged.write_bytes(content[: len(content) - 5_000])
    compared.bring([str(damaged)])
    settled(compared)
    assert "damaged (recovered).driftline" in compared.notices.sentences()[0]
    assert len(compared.workspace.documents) == 2
    compared.notice_bar._button.click()
    settled(compared)
    assert compared.notices.sentences() == []
    assert "recovered" in compared.workspace._desk.session.path.name
