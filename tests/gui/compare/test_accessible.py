import pytest
from PySide6.QtGui import QAccessible

from driftline.engine.records import Kind
from driftline.gui import theme as themes
from driftline.gui.compare.redline import Redline
from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.row_view import RowView
from driftline.review.preferences import Fonts


@pytest.fixture
def view(qtbot):
    made = RowView(themes.named("light"), Fonts(size=11.5))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_screen_reader_finds_every_row_with_both_texts(view, make_version, make_comparison):
    old = make_version("the leading backer\n\nSame here.")
    new = make_version("a leading backer\n\nSame here.")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the", "a")])
    view.show_rows(build_rows(comparison), frozenset([0]))
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.List
    assert found.childCount() == 2
    first = found.child(0).text(QAccessible.Text.Name)
    assert "determiner" in first
    assert "the leading backer" in first
    assert "a leading backer" in first
    assert found.child(1).text(QAccessible.Text.Name) == "unchanged. Same here."


def test_a_row_is_where_it_is_painted(view, make_version, make_comparison):
    text = "One.\n\nTwo.\n\nThree."
    view.show_rows(build_rows(make_comparison(make_version(text), make_version(text))), frozenset())
    found = QAccessible.queryAccessibleInterface(view)
    boxes = [found.child(n).rect() for n in range(3)]
    assert boxes[0].bottom() < boxes[1].top() + 1
    assert boxes[1].bottom() < boxes[2].top() + 1


def test_each_version_of_a_row_can_be_read_sign_by_sign(view, make_version, make_comparison):
    old, new = make_version("🙂 the leading backer"), make_version("🙂 a leading backer")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the", "a")])
    view.show_rows(build_rows(comparison), frozenset([0]))
    row = QAccessible.queryAccessibleInterface(view).child(0)
    older, newer = row.child(0), row.child(1)
    assert row.childCount() == 2
    reading = newer.textInterface()
    assert reading.text(0, reading.characterCount()) == "🙂 a leading backer"
    # Qt counts the emoji twice.
    assert reading.text(3, 4) == "a"
    assert reading.cursorPosition() == -1
    reading.setCursorPosition(3)
    assert reading.cursorPosition() == 3
    assert older.textInterface().cursorPosition() == -1
    middle = reading.characterRect(3).center()
    assert reading.offsetAtPoint(middle) == 3
    reading.setSelection(0, 3, 12)
    assert view.selected_text() == "a leading"


def test_a_note_tells_of_the_texts_that_are_shown_now(view, make_version, make_comparison):
    notes = []
    for was, now in (("the", "a"), ("this", "that")):
        old, new = make_version(f"{was} leading backer"), make_version(f"{now} leading backer")
        kind = Kind.DETERMINER if was == "the" else Kind.PARAPHRASE
        comparison = make_comparison(old, new, [(kind, was, now)])
        view.show_rows(build_rows(comparison), frozenset([0]))
        row = QAccessible.queryAccessibleInterface(view).child(0)
        notes.append(row.child(1).child(0).text(QAccessible.Text.Name))
    assert "determiner" in notes[0]
    assert "reworded" in notes[1]


def test_a_change_is_a_note_where_it_stands(view, make_version, make_comparison):
    old, new = make_version("the leading backer"), make_version("a leading backer")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the", "a")])
    view.show_rows(build_rows(comparison), frozenset([0]))
    row = QAccessible.queryAccessibleInterface(view).child(0)
    note = row.child(0).child(0)
    assert note.role() == QAccessible.Role.Note
    assert note.text(QAccessible.Text.Name).startswith("determiner, medium severity")
    box = view.mark_rectangles(0)[Side.OLD][0].toAlignedRect()
    assert note.rect().topLeft() == view.viewport().mapToGlobal(box.topLeft())
    assert not note.state().selected
    view.set_current(0, 0)
    assert note.state().selected
    view.show_edits(frozenset())
    assert row.child(0).childCount() == 0


def test_a_redline_has_one_paragraph_a_row(view, make_version, make_comparison):
    old, new = make_version("the leading backer"), make_version("a leading backer")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the", "a")])
    view.show_rows(build_rows(comparison), frozenset([0]))
    view.set_redline(Redline(comparison))
    row = QAccessible.queryAccessibleInterface(view).child(0)
    assert row.childCount() == 1
    assert row.child(0).text(QAccessible.Text.Name) == "both versions, ¶ 1"
    reading = row.child(0).textInterface()
    assert reading.text(0, -1) == "the\u2009a leading backer"
