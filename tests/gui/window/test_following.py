"""What all versions of a story read where two of them are compared."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from driftline.gui.models.entries import ENTRY_ROLE
from driftline.gui.panes.review_panel import VersionReading

FIRST = """The council of Eskerby will close twelve bridges on Monday, its leader Ada Brook said.

“We have no money for the old ones,” she told reporters at the town hall.

The bridges carry some nine thousand people to work on every day of the week.
"""
SECOND = FIRST.replace("Monday", "Friday").replace("no money", "little money")
THIRD = FIRST.replace("twelve", "nine").replace("“We have no money", "“We have no more money")


def said(pane) -> str:
    """What stands below a list about the versions."""
    labels = [label for label in pane.review.findChildren(QLabel) if "<b>" in label.text()]
    return labels[0].text() if labels and labels[0].isVisibleTo(pane.review) else ""


@pytest.fixture
def three(window, story, settled):
    window.bring([story("a.txt", FIRST), story("b.txt", SECOND), story("c.txt", THIRD)])
    settled(window)
    ids = {d.path.rsplit("/", 1)[-1]: d.id for d in window.workspace.documents}
    window.workspace.compare(ids["a.txt"], ids["c.txt"])
    settled(window)
    return window


def names(window):
    return [window.workspace.document(i).path.rsplit("/", 1)[-1] for i in window.workspace.pair]


def test_a_change_tells_what_every_version_reads(three):
    text = said(three.changes)
    assert "“twelve” · a.txt, <a" in text
    assert ">b.txt</a>" in text
    assert "“nine” · c.txt" in text


def test_where_there_is_little_room_what_they_read_can_be_scrolled_to(qtbot, three):
    pane = three.changes
    box = pane.review.findChild(QScrollArea)
    assert box.verticalScrollBar().maximum() == 0
    three.resize(three.minimumSizeHint().expandedTo(QSize(640, 420)))
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() > 0)
    parts = [
        *pane.review.findChildren(
            QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        ),
        pane.review.note,
    ]
    for part in filter(QWidget.isVisible, parts):
        assert not part.geometry().intersects(box.geometry())
    three.resize(1280, 820)
    qtbot.waitUntil(lambda: not box.verticalScrollBar().isVisible())
    assert box.widget().height() <= box.height()


def test_in_a_small_window_the_list_shows_more_than_the_line_that_is_read(qtbot, three):
    view = three.changes.view
    versions = [VersionReading(f"word {n}", ((n, f"{n}.txt", False),)) for n in range(12)]
    three.changes.show_readings(lambda _: versions)
    three.resize(900, 560)
    qtbot.waitUntil(lambda: three.height() == 560 and three.changes.height() < 500)
    assert view.viewport().height() >= 2 * view.sizeHintForRow(0)
    assert three.changes.review.note.isVisible()


def test_a_quotation_tells_in_which_version_it_changed(three, settled):
    three.lists.setCurrentWidget(three.quotes)
    three.quotes.choose(lambda line: "money" in line.text)
    lines = sorted(said(three.quotes).split("<br>")[1:])
    assert len(lines) == 3
    assert lines[0].startswith("“We have little money for the old ones,” · <a")
    assert lines[1] == "“We have no money for the old ones,” · a.txt"
    assert lines[2] == "“We have no more money for the old ones,” · c.txt"


def test_every_version_says_how_many_quotations_in_marks_it_altered(three):
    model = three.columns.documents.model
    badges = {}
    for row in range(model.rowCount(model.index(0, 0))):
        entry = model.index(row, 0, model.index(0, 0)).data(ENTRY_ROLE)
        badges[entry.head] = entry.spoken
    # Of what was only reported, the number of bridges is another as well.
    assert "1 quotation altered" in badges["c.txt"]
    # Of the two others the one written first can have altered nothing.
    assert sum("altered" in spoken for spoken in badges.values()) == 2


def test_a_version_named_there_is_compared_by_key(three, settled):
    label = next(
        label for label in three.changes.review.findChildren(QLabel) if "<b>" in label.text()
    )
    label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(label, Qt.Key.Key_Return)
    settled(three)
    assert set(names(three)) == {"a.txt", "b.txt"}


def test_a_version_named_there_can_be_read_in_other_colours(three, settled):
    for dark in (True, False):
        three.actions_table["dark"].setChecked(dark)
        settled(three)
        label = next(
            label for label in three.changes.review.findChildren(QLabel) if "<b>" in label.text()
        )
        image = label.grab().toImage()
        seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert QApplication.palette().link().color().rgb() in seen


def test_a_version_put_away_is_named_no_more(three, settled):
    other = next(d.id for d in three.workspace.documents if d.id not in three.workspace.pair)
    three.workspace.remove([other])
    settled(three)
    assert not said(three.changes)
    three.workspace.undo()
    settled(three)
    assert "b.txt" in said(three.changes)


def test_two_versions_need_no_such_line(window, story, settled):
    window.bring([story("a.txt", FIRST), story("c.txt", THIRD)])
    settled(window)
    assert window.changes.review.isVisibleTo(window)
    assert not said(window.changes)


def test_a_version_that_comes_later_is_followed_too(window, story, settled):
    window.bring([story("a.txt", FIRST), story("c.txt", THIRD)])
    settled(window)
    window.bring([story("b.txt", SECOND)])
    settled(window)
    window.workspace.compare(*[d.id for d in window.workspace.documents[:2]])
    settled(window)
    assert "b.txt" in said(window.changes)


def test_a_version_put_away_while_it_was_being_chosen_changes_nothing(three, settled):
    pair = three.workspace.pair
    other = next(d.id for d in three.workspace.documents if d.id not in pair)
    three.workspace.remove([other])
    settled(three)
    three.compare_page.versions_chosen.emit(pair[0], other)
    three.workspace.show((other,))
    settled(three)
    assert three.workspace.pair == pair
