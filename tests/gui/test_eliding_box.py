from PySide6.QtCore import Qt

from driftline.gui.eliding_box import ElidingBox

NAME = "a-very-long-name-of-a-version-of-a-story.txt · 9 February 2024, 17:42"


def test_a_choice_without_room_is_written_with_both_its_ends(qtbot):
    box = ElidingBox(elide=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(box)
    box.addItem(NAME)
    box.resize(900, box.sizeHint().height())
    assert box.shown_text() == NAME
    box.resize(220, box.height())
    shown = box.shown_text()
    first, last = shown.split("…")
    assert NAME.startswith(first)
    assert NAME.endswith(last)
    assert first
    assert last
    # The list that opens and screen readers have the whole name.
    assert box.currentText() == NAME
