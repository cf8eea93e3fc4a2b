import pytest
from PySide6.QtCore import QPoint, Qt

from driftline.engine.records import Row
from driftline.gui import theme as themes
from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.row_view import RowView
from driftline.review.preferences import Fonts

LONG = "Words of a rather long paragraph that will be broken into several lines. " * 4


@pytest.fixture
def moved(qtbot, make_version, make_comparison):
    """A view of forty paragraphs of which the second was moved to the end."""
    parts = [f"{n}. {LONG}" for n in range(40)]
    old = make_version("\n\n".join(parts))
    new = make_version("\n\n".join([parts[0], *parts[2:], parts[1]]))
    rows = [Row((0,), (0,)), Row((1,), (), moved=True, twin=40)]
    rows += [Row((n,), (n - 1,)) for n in range(2, 40)]
    rows.append(Row((), (39,), moved=True, twin=1))
    view = RowView(themes.named("light"), Fonts(size=11.5))
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    qtbot.waitExposed(view)
    view.show_rows(build_rows(make_comparison(old, new, rows=rows)), frozenset())
    return view


def told(view):
    return [(stub.text(), stub.accessibleName()) for stub in view.stubs.stubs()]


def test_a_stub_tells_where_the_other_end_is_and_leads_there(qtbot, moved):
    assert told(moved) == [("↓40", "¶ 2 moved to paragraph 40")]
    stub = moved.stubs.stubs()[0]
    assert stub.toolTip() == stub.accessibleName()
    assert stub.mapTo(moved, QPoint(0, stub.height())).y() <= moved.viewport().height()
    qtbot.mouseClick(stub, Qt.MouseButton.LeftButton)
    assert moved.is_row_visible(40)
    assert told(moved) == [("↑2", "¶ 40 moved from paragraph 2")]
    assert moved.stubs.stubs()[0].mapTo(moved, QPoint()).y() < 20


def test_without_a_moved_passage_in_view_there_is_no_stub(moved):
    moved.scroll_to_row(20)
    assert told(moved) == []


def test_the_tag_of_a_move_leads_to_its_other_end(qtbot, moved):
    top = moved.row_rectangle(1).top()
    x = round(moved.text_origin(1, Side.OLD).x()) + 20
    qtbot.mouseClick(moved.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, top + 10))
    assert moved.is_row_visible(40)


@pytest.mark.parametrize("width", [420, 900, 1600])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_stub_hides_no_word(qtbot, moved, direction, width):
    moved.setLayoutDirection(direction)
    moved.resize(width, 500)
    qtbot.waitUntil(lambda: bool(moved.stubs.stubs()))
    (stub,) = moved.stubs.stubs()
    left = stub.mapTo(moved, QPoint()).x() - moved.viewport().x()
    for side in Side:
        x = moved.text_origin(1, side).x()
        assert left + stub.width() <= x or left >= x + moved.text_width
    shown = stub.fontMetrics().horizontalAdvance(stub.text())
    assert shown <= stub.width()
