"""Highlights and carets as numbers: Arabic, Hebrew, mixed lines, marks, emoji, Chinese."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from driftline.engine.records import Kind
from driftline.gui import theme as themes
from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.row_view import RowView
from driftline.review.preferences import Fonts


@pytest.fixture
def view(qtbot):
    made = RowView(themes.named("light"), Fonts(size=14))
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def show(view, make_version, make_comparison):
    def texts(old, new, was, now):
        comparison = make_comparison(
            make_version(old), make_version(new), [(Kind.PARAPHRASE, was, now)]
        )
        view.show_rows(build_rows(comparison), frozenset([0]))
        view.repaint()

    return texts


def painted(view, side, color):
    """The left and right edge of what has a colour in one column, in pixels."""
    picture = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    left, across = view._typesetter.columns.band(side)
    wanted = themes.named("light").color(color).rgb()
    # The very top of a line's box: no glyph or underline reaches it.
    box = view.mark_rectangles(0)[side][0]
    y = round(box.top()) + 1
    found = [
        x for x in range(round(left), round(left + across) - 1) if picture.pixel(x, y) == wanted
    ]
    return found[0], found[-1] + 1


TEXTS = [
    ("ראש העיר הודיע אתמול", "ראש העיר הודיע היום", "אתמול", "היום"),
    ("الجسر سيُغلق لمدة 35 يوما", "الجسر سيُغلق لمدة 45 يوما", "35", "45"),
    ("The bridge גשר הנמל is shut", "The bridge גשר העיר is shut", "הנמל", "העיר"),
    ("He said 🙂 e\u0301te\u0301 here", "He said 🙂 hiver here", "e\u0301te\u0301", "hiver"),
    ("市长周一宣布大桥关闭", "市长周二宣布大桥关闭", "一", "二"),
    ("नगर के महापौर ने कहा", "नगर के मंत्री ने कहा", "महापौर", "मंत्री"),
]


@pytest.mark.parametrize(("old", "new", "was", "now"), TEXTS)
def test_the_frame_of_a_change_is_where_its_colour_is(view, show, old, new, was, now):
    show(old, new, was, now)
    for side, color in ((Side.OLD, "old"), (Side.NEW, "new")):
        (box,) = view.mark_rectangles(0)[side]
        left, right = painted(view, side, color)
        assert abs(left - box.left()) <= 2
        assert abs(right - box.right()) <= 2


def test_hebrew_begins_at_the_right_edge_of_its_column(view, show):
    show(*TEXTS[0])
    columns = view._typesetter.columns
    for side in Side:
        block = view.lay_out(0).blocks(side)[0]
        line = block.layout.lineAt(0)
        assert line.naturalTextRect().right() == pytest.approx(columns.text_width, abs=1)
        box = view.mark_rectangles(0)[side][0]
        # The last word of the sentence is its leftmost.
        assert box.left() == pytest.approx(columns.x(side) + line.naturalTextRect().left(), abs=2)


def test_a_change_across_two_directions_has_a_frame_for_each(view, show):
    show("abc שלום def", "abc שלווה def", "c שלום", "c שלווה")
    boxes = view.mark_rectangles(0)[Side.OLD]
    whole = view.lay_out(0).old[0].rectangles(0, 12, QPointF(0, 0))
    assert len(whole) == 1
    assert sum(b.width() for b in boxes) < whole[0].width()


def test_a_click_finds_the_sign_it_is_on_in_every_script(qtbot, view, show):
    for old, new, was, now in TEXTS[:5]:
        show(old, new, was, now)
        box = view.mark_rectangles(0)[Side.OLD][0]
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert view.selected_text() == was


def test_a_window_from_right_to_left_has_the_older_text_right(view, show):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(*TEXTS[0])
    boxes = view.mark_rectangles(0)
    assert boxes[Side.OLD][0].left() > boxes[Side.NEW][0].right()
    # A click there is a click on the older text.
    left, across = view._typesetter.columns.band(Side.OLD)
    assert view._typesetter.columns.side_at(left + across / 2) is Side.OLD


def test_a_caret_is_painted_where_it_is_said_to_be(view, show):
    show(*TEXTS[2])
    view.setFocus()
    walk = view.walk(Side.OLD)
    first = walk.first()
    line = walk.block(first).layout.lineAt(0)
    picture = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    for unit in (0, 4, 11, 14, len(TEXTS[2][0])):
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        walk.block(first).layout.drawCursor(painter, QPointF(20, 10), unit, 2)
        painter.end()
        y = round(10 + line.height() / 2)
        dark = [x for x in range(picture.width()) if picture.pixelColor(x, y).value() < 128]
        from driftline.gui.compare.selection import Position

        box = walk.box(Position(first.row, first.block, unit))
        assert dark
        assert abs(dark[0] - (20 + box.left())) <= 1.5
