from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from driftline.gui.notices import NoticeBar


def test_of_many_sentences_a_few_are_shown_and_all_can_be_copied(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show()
    told = [f"story-{n}.pdf: it is damaged" for n in range(9)]
    for sentence in told[:3]:
        bar.say(sentence)
    assert not bar.copy_all.isVisible()
    for sentence in told[3:]:
        bar.say(sentence)
    assert "and 5 more" in bar._label.text()
    qtbot.mouseClick(bar.copy_all, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines() == told
    bar.clear()
    bar.say("Something else.")
    assert not bar.copy_all.isVisible()


def test_in_a_narrow_window_the_buttons_leave_the_sentence_its_room(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.say("The report was saved.", "Open", bar.clear, "Open its folder", bar.clear, "/tmp/x.pdf")
    label, button = bar._label, bar._button
    bar.resize(900, 60)
    qtbot.waitUntil(lambda: button.x() > label.geometry().right())
    bar.resize(380, 120)
    qtbot.waitUntil(lambda: button.y() > label.geometry().bottom())
    assert label.width() > 200
