import pytest
from PySide6.QtGui import QAccessible

from driftline.engine.records import Kind
from driftline.gui import theme as themes
from driftline.gui.compare.row_content import build_rows
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
