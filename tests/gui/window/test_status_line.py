"""The status bar in a narrow window."""

import pytest

from driftline.gui.window.status_line import StatusLine

PLACE = "Change 12 of 23 · 3 inside quotation marks · 4 of lower severity hidden · 20 of 23 open"
REMARK = "Newer version, ¶ 3: now choose its partner in the other text by a right click."


@pytest.fixture
def status(qtbot):
    made = StatusLine()
    qtbot.addWidget(made)
    made.show_place(PLACE)
    made.resize(2000, 30)
    made.show()
    return made


def test_a_long_remark_stays_longer_than_a_short_one(status, monkeypatch):
    stays = []
    monkeypatch.setattr(status, "showMessage", lambda _, time: stays.append(time))
    status.say("Stopped.")
    status.say("3 documents put away. Ctrl+Z brings them back.")
    assert stays[0] < stays[1]


def test_where_both_have_room_both_are_seen(status):
    status.say(REMARK)
    assert status._place.isVisible()


def test_in_a_narrow_window_a_remark_comes_first_and_then_the_place_again(status):
    status.resize(600, 30)
    assert status._place.isVisible()
    assert status.minimumSizeHint().width() < 400
    status.say(REMARK)
    assert not status._place.isVisible()
    status.say("")
    assert status._place.isVisible()
    assert status.place() == PLACE
