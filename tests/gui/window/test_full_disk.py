"""The disk takes nothing: work goes on in memory, and nothing is lost unasked."""

import contextlib
import sqlite3

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from driftline.review.session import Session


@pytest.fixture
def full(compared):
    """A window whose session's disk is full; what it gives fills it (True) or makes room."""
    session = compared.workspace._desk.session._journal.store._connection

    def fill(full: bool) -> None:
        session.execute(f"PRAGMA max_page_count={1 if full else 1_000_000}")

    fill(True)
    yield fill
    with contextlib.suppress(sqlite3.ProgrammingError):  # it was closed
        fill(False)


@pytest.fixture
def judged(full, compared, settled):
    """A text was brought and a change judged, which the disk did not take."""
    compared.workspace.add_text("".join(map(chr, range(0x4E00, 0x8E00))))
    settled(compared)
    compared.workspace.compare(*[d.id for d in compared.workspace.documents[:2]])
    settled(compared)
    compared.actions_table["must_fix"].trigger()
    settled(compared)
    return compared


def test_on_a_full_disk_work_goes_on_and_is_saved_when_there_is_room(judged, full, settled):
    assert len(judged.workspace.documents) == 3
    assert [item.status.name for item in judged.workspace.review.items.values()] == ["MUST_FIX"]
    assert judged.notice_bar.standing.startswith(
        "Your work is kept in memory only. The disk is full."
    )
    assert judged.notices.sentences() == []
    assert judged.keeping._again.isActive()
    judged.keeping._again.timeout.emit()
    settled(judged)
    assert judged.notice_bar.standing
    full(False)
    judged.keeping._again.timeout.emit()
    settled(judged)
    assert judged.notice_bar.standing == ""
    assert judged.status.currentMessage() == "Your work is saved again."
    assert not judged.keeping._again.isActive()


def answer(window, which):
    """Press the button with this text in the question that is asked; gives what is asked."""
    asked = []

    def press():
        box = window.findChild(QMessageBox)
        asked.append(box.text())
        next(each for each in box.buttons() if each.text().replace("&", "") == which).click()

    QTimer.singleShot(0, press)
    return asked


def test_what_the_disk_does_not_take_is_not_lost_unasked(judged):
    asked = answer(judged, "Cancel")
    assert not judged.close()
    assert judged.isVisible()
    assert asked == ["Your work could not be saved. The disk is full."]
    answer(judged, "Go on and lose it")
    assert judged.close()


def test_another_session_does_not_take_its_place_unasked(judged, full, settled, tmp_path):
    with Session.open(tmp_path / "other.driftline"):
        pass
    asked = answer(judged, "Cancel")
    judged.bring([str(tmp_path / "other.driftline")])
    settled(judged)
    assert asked
    assert len(judged.workspace.documents) == 3
    full(False)
    judged.bring([str(tmp_path / "other.driftline")])
    settled(judged)
    assert not judged.workspace.documents


def test_return_alone_does_not_lose_what_the_disk_does_not_take(qtbot, judged, full):
    QTimer.singleShot(0, lambda: qtbot.keyClick(judged.findChild(QMessageBox), Qt.Key.Key_Return))
    assert not judged.close()
    full(False)  # else it is asked again when the test is over


def test_what_could_be_saved_meanwhile_is_not_asked_about(judged, full):
    full(False)
    assert judged.close()


@pytest.mark.parametrize("closing", [False, True])
def test_what_the_disk_does_not_take_is_saved_elsewhere(
    judged, settled, tmp_path, monkeypatch, closing
):
    target = str(tmp_path / "mine.driftline")
    monkeypatch.setattr(judged.notices, "choose_target", lambda *_: target)
    monkeypatch.setattr(judged.notices, "confirm", lambda *_: True)
    if closing:
        answer(judged, "Save session as…")
        assert not judged.close()
    else:
        judged.notice_bar._remedy.click()
    settled(judged)
    assert judged.notice_bar.standing == ""
    assert judged.status.currentMessage() == "The session is kept in mine.driftline from now on."
    assert [item.status.name for item in judged.workspace.review.items.values()] == ["MUST_FIX"]


def test_nothing_is_asked_where_only_texts_were_read(compared, full, settled):
    compared.workspace.add_text("".join(map(chr, range(0x4E00, 0x8E00))))
    settled(compared)
    assert compared.notice_bar.standing
    assert compared.close()
