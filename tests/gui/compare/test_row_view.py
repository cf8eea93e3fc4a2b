import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from driftline.engine.records import Kind, Row
from driftline.gui import theme as themes
from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.row_geometry import Place
from driftline.review.preferences import Fonts

LONG = "Words of a rather long paragraph that will be broken into several lines. " * 4


def show(view, comparison):
    rows = build_rows(comparison)
    view.show_rows(rows, frozenset(e.id for e in comparison.edits))
    view.repaint()
    return rows


def test_both_cells_of_a_row_start_level(view, make_version, make_comparison):
    old = make_version(LONG + "\n\nThe second the paragraph.")
    new = make_version("Short.\n\nThe second a paragraph.")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the par", "a par")])
    show(view, comparison)
    found = view.mark_rectangles(0)
    assert found[Side.OLD][0].top() == found[Side.NEW][0].top()
    assert found[Side.OLD][0].right() < found[Side.NEW][0].left()


@pytest.mark.parametrize("before", ["", "🙂🙂 ", "e\u0301 a\u0308 ", "سلام ", "他说 ", "👩‍👩‍👧 "])
def test_the_highlight_stands_on_the_right_word(view, make_version, make_comparison, before):
    old, new = make_version(f"{before}xx WORD yy"), make_version(f"{before}xx wort yy")
    comparison = make_comparison(old, new, [(Kind.PARAPHRASE, "WORD", "wort")])
    show(view, comparison)
    box = view.mark_rectangles(0)[Side.OLD][0]
    # What a double click in the middle of the highlight selects is the word itself.
    view_point = box.center().toPoint()
    double_click(view, view_point)
    assert view.selected_text() == "WORD"


def double_click(view, point):
    from PySide6.QtTest import QTest

    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_place_survives_a_new_width_and_a_new_size_of_text(view, make_version, make_comparison):
    text = "\n\n".join(f"{n}. {LONG}" for n in range(60))
    show(view, make_comparison(make_version(text), make_version(text)))
    view.scroll_to_row(30)
    row = view.row_at_top()
    view.resize(600, 500)
    assert view.row_at_top() == row
    view.set_appearance(themes.named("dark"), Fonts(size=16))
    assert view.row_at_top() == row


def test_scrolling_down_and_back_up_ends_where_it_began(view, make_version, make_comparison):
    text = "\n\n".join(f"{n}. {LONG}" for n in range(80))
    show(view, make_comparison(make_version(text), make_version(text)))
    bar = view.verticalScrollBar()
    for _ in range(30):
        bar.setValue(bar.value() + 100)
        view.repaint()
    for _ in range(30):
        bar.setValue(bar.value() - 100)
        view.repaint()
    assert view.place == Place(0, 0)


def test_the_end_can_be_reached_and_shows_the_last_row(view, make_version, make_comparison):
    text = "\n\n".join(f"{n}. {LONG}" for n in range(200))
    show(view, make_comparison(make_version(text), make_version(text)))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.repaint()
    assert view.is_row_visible(199)


def test_a_blitted_view_looks_like_a_fresh_one(view, make_version, make_comparison):
    text = "\n\n".join(f"{n}. {LONG}" for n in range(40))
    show(view, make_comparison(make_version(text), make_version(text)))
    bar = view.verticalScrollBar()
    for step in (37, 120, -60, 260):
        bar.setValue(bar.value() + step)
        QGuiApplication.processEvents()
    scrolled = view.viewport().grab().toImage()
    view.viewport().repaint()
    assert view.viewport().grab().toImage() == scrolled


def test_dragging_selects_across_rows_of_one_side_only(qtbot, view, make_version, make_comparison):
    old = make_version("First left.\n\nSecond left.")
    new = make_version("First right.\n\nSecond right.")
    show(view, make_comparison(old, new))
    width = view.viewport().width()
    start, end = QPoint(2, 12), QPoint(width // 2 - 30, 60)
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    # Offscreen, a synthetic move carries no button: drag with an event that does.
    drag(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert view.selected_text() == "First left.\n\nSecond left."
    view.copy()
    assert QGuiApplication.clipboard().text() == "First left.\n\nSecond left."


def drag(widget, point):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(widget, event)


def test_the_pointer_tells_what_can_be_done(qtbot, view, make_version, make_comparison):
    text = "\n\n".join(f"Paragraph {n}." for n in range(3))
    show(view, make_comparison(make_version(text), make_version(text)))
    port = view.viewport()
    qtbot.mouseMove(port, QPoint(view.gutter().center().x(), 12))
    assert port.cursor().shape() is Qt.CursorShape.ArrowCursor
    qtbot.mouseMove(port, QPoint(40, 12))
    assert port.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_a_click_on_a_changed_word_names_the_change(qtbot, view, make_version, make_comparison):
    old, new = make_version("the leading backer"), make_version("a leading backer")
    show(view, make_comparison(old, new, [(Kind.DETERMINER, "the", "a")]))
    point = view.mark_rectangles(0)[Side.OLD][0].center().toPoint()
    with qtbot.waitSignal(view.change_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert clicked.args == [0]


def test_a_hidden_change_is_neither_marked_nor_clickable(
    qtbot, view, make_version, make_comparison
):
    old, new = make_version("the leading backer"), make_version("a leading backer")
    show(view, make_comparison(old, new, [(Kind.DETERMINER, "the", "a")]))
    before = view.viewport().grab().toImage()
    point = view.mark_rectangles(0)[Side.OLD][0].center().toPoint()
    view.show_edits(frozenset())
    assert view.viewport().grab().toImage() != before
    assert view.marks_in_view() == []
    with qtbot.assertNotEmitted(view.change_clicked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_all_parts_of_the_current_act_are_outlined(view, make_version, make_comparison):
    old, new = make_version("the leading backer said"), make_version("a leading backer says")
    edits = [(Kind.DETERMINER, "the", "a"), (Kind.TENSE, "said", "says")]
    show(view, make_comparison(old, new, edits))

    def outlined(edit: int) -> int:
        """How many of the signs around a change have the ink of an outline."""
        (box,) = view.mark_rectangles(edit)[Side.OLD]
        picture = view.viewport().grab().toImage()
        ink = themes.named("light").color("current").name()
        edge = range(round(box.left()), round(box.right()))
        rows = range(round(box.top()) - 3, round(box.top()) + 3)
        return sum(picture.pixelColor(x, y).name() == ink for x in edge for y in rows)

    view.set_current(0, 0)
    whole = outlined(0)
    assert whole
    assert not outlined(1)
    view.set_current(0, 0, {1})
    assert outlined(0) == whole
    assert outlined(1) > 0


def test_a_change_far_down_is_brought_into_view(view, make_version, make_comparison):
    filler = "\n\n".join(LONG for _ in range(80))
    old = make_version(f"{filler}\n\nthe last word")
    new = make_version(f"{filler}\n\na last word")
    show(view, make_comparison(old, new, [(Kind.DETERMINER, "the last", "a last")]))
    assert view.marks_in_view() == []
    view.set_current(0, 80)
    assert view.marks_in_view() == [0]


@pytest.mark.parametrize("size", [(520, 300), (900, 260)])
def test_the_current_change_stays_in_view_when_there_is_less_room(
    view, make_version, make_comparison, size
):
    filler = "\n\n".join(f"{n} {LONG}" for n in range(9))
    old, new = make_version(f"{filler}\n\nthe last word"), make_version(f"{filler}\n\na last word")
    show(view, make_comparison(old, new, [(Kind.DETERMINER, "the last", "a last")]))
    view.set_current(0, 9)
    assert view.marks_in_view() == [0]
    view.resize(*size)
    assert view.marks_in_view() == [0]
    # What she has scrolled away from stays where it is.
    view.verticalScrollBar().setValue(0)
    view.resize(size[0] - 10, size[1])
    assert view.place == Place(0, 0)


def test_thousands_of_rows_are_not_all_laid_out_to_show_the_first(
    view, make_version, make_comparison
):
    text = "\n\n".join(f"Paragraph {n}." for n in range(5000))
    show(view, make_comparison(make_version(text), make_version(text)))
    geometry = view.geometry_of_rows
    assert sum(geometry.is_exact(r) for r in range(len(geometry))) < 200


def test_no_rows_at_all_are_no_trouble(view, make_version, make_comparison):
    show(view, make_comparison(make_version("x"), make_version("x"), rows=[]))
    view.verticalScrollBar().setValue(10)
    view.select_all()
    assert view.selected_text() == ""
    assert show(view, make_comparison(make_version("x"), make_version("y"), rows=[Row((0,), ())]))
