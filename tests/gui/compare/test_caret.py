import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest

from driftline.engine.records import Kind, Row
from driftline.gui.compare.redline import Redline
from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.selection import Position, Selection

LONG = "Words of a rather long paragraph that will be broken into several lines. " * 4
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def show(view, make_version, make_comparison):
    def texts(old, new=None, edits=(), rows=None):
        comparison = make_comparison(
            make_version(old), make_version(old if new is None else new), edits, rows
        )
        view.show_rows(build_rows(comparison), frozenset(e.id for e in comparison.edits))
        view.repaint()
        return comparison

    return texts


def put(view, side, row=0, block=0, unit=0):
    """Click where a place is."""
    place = Position(row, block, unit)
    view.select(Selection(side, place, place))
    point = view.caret_rectangle().center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selection == Selection(side, place, place)
    return point


def press(view, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(view, key, modifiers)
    return view.selection.caret


Key = Qt.Key


def test_a_click_sets_the_caret_and_arrows_move_it(view, show):
    show("One two.\n\nThree.")
    put(view, Side.OLD, unit=3)
    assert press(view, Key.Key_Right).unit == 4
    assert press(view, Key.Key_Left, Key.Key_Left).unit == 2
    assert press(view, Key.Key_Down).row == 1
    assert press(view, Key.Key_Up).row == 0


def test_left_of_the_first_sign_is_the_end_of_the_paragraph_before(view, show):
    show("One.\n\nTwo.")
    put(view, Side.NEW, row=1)
    assert press(view, Key.Key_Left) == Position(0, 0, 4)
    assert press(view, Key.Key_Right) == Position(1, 0, 0)


def test_a_row_without_text_on_this_side_is_passed_over(view, show):
    show("One.\n\nTwo.", "Two.", rows=[Row((0,), ()), Row((1,), (0,))])
    put(view, Side.NEW, row=1)
    assert press(view, Key.Key_Up) == Position(1, 0, 0)
    assert press(view, Key.Key_Down) == Position(1, 0, 4)


def test_the_caret_goes_by_words_and_never_into_a_sign(view, show):
    family = "👩\u200d👩\u200d👧"
    show(f"cafe\u0301 {family} isn’t 他说")
    put(view, Side.OLD)
    words = f"cafe\u0301 {family} isn’t 他说"
    starts = [
        len(words[: words.index(w)].encode("utf-16-le")) // 2 for w in (family, "isn’t", "他")
    ]
    for start in starts:
        assert press(view, Key.Key_Right, modifiers=CTRL).unit == start
    put(view, Side.OLD)
    assert [press(view, Key.Key_Right).unit for _ in range(6)] == [1, 2, 3, 5, 6, 6 + 8]


def test_shift_selects_and_an_arrow_leaves_at_the_edge(view, show):
    show("One two three.")
    put(view, Side.OLD, unit=4)
    press(view, Key.Key_Right, modifiers=CTRL | SHIFT)
    assert view.selected_text() == "two "
    press(view, Key.Key_Left)
    assert view.selection.is_empty()
    assert view.selection.caret.unit == 4
    press(view, Key.Key_End, modifiers=SHIFT)
    assert view.selected_text() == "two three."


def test_home_and_end_are_those_of_the_line_and_with_ctrl_of_the_text(view, show):
    show(LONG + "\n\nLast.")
    put(view, Side.OLD)
    end = press(view, Key.Key_End)
    assert 0 < end.unit < len(LONG)
    on_line = view.caret_rectangle()
    assert press(view, Key.Key_Home).unit == 0
    assert view.caret_rectangle().top() == on_line.top()
    assert press(view, Key.Key_End, modifiers=CTRL) == Position(1, 0, 5)
    assert press(view, Key.Key_Home, modifiers=CTRL) == Position(0, 0, 0)


def test_up_and_down_keep_their_column_over_short_lines(view, show):
    show(f"{LONG}\n\nTiny.\n\n{LONG}")
    put(view, Side.OLD, unit=30)
    x = view.caret_rectangle().left()
    passed = []
    while press(view, Key.Key_Down).row < 2:
        passed.append(view.selection.caret)
    assert any(place.row == 1 for place in passed)
    assert abs(view.caret_rectangle().left() - x) < 12


def test_a_page_moves_view_and_caret_together(view, show):
    show("\n\n".join(f"{n}. {LONG}" for n in range(60)))
    put(view, Side.NEW)
    place = view.place
    press(view, Key.Key_PageDown)
    assert view.place != place
    assert view.caret_rectangle() is not None
    press(view, Key.Key_PageUp)
    assert view.place == place
    assert view.selection.caret == Position(0, 0, 0)


def test_the_caret_out_of_view_comes_back_into_it(view, show):
    show("\n\n".join(f"{n}. {LONG}" for n in range(60)))
    put(view, Side.NEW)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.caret_rectangle() is None
    press(view, Key.Key_Right)
    box = view.caret_rectangle()
    assert 0 <= box.top() < box.bottom() <= view.viewport().height()


def test_without_a_click_the_caret_begins_at_the_current_change(view, show):
    show("Meet the backer here.", "Meet a backer here.", [(Kind.DETERMINER, "the", "a")])
    view.set_current(0, 0)
    assert press(view, Key.Key_Right) == Position(0, 0, 6)
    assert view.selection.side is Side.NEW


def test_tab_goes_to_the_other_text_and_then_out(qtbot, view, show):
    show("One.\n\nTwo.")
    put(view, Side.OLD, row=1)
    press(view, Key.Key_Tab)
    assert view.selection.side is Side.NEW
    assert view.selection.caret.row == 1
    press(view, Key.Key_Backtab, modifiers=SHIFT)
    assert view.selection.side is Side.OLD
    assert not view.other_column(Side.OLD)


def test_in_hebrew_left_goes_on_and_right_goes_back(view, show):
    text = "שלום עולם טוב"
    show(text)
    put(view, Side.OLD, unit=2)
    x = view.caret_rectangle().left()
    assert press(view, Key.Key_Left).unit == 3
    assert view.caret_rectangle().left() < x
    assert press(view, Key.Key_Left, modifiers=CTRL).unit == 5
    assert press(view, Key.Key_Right, modifiers=CTRL).unit == 0


def test_words_of_another_direction_are_walked_as_they_stand(view, show):
    show("abc שלום def")
    put(view, Side.OLD)
    seen = {0: view.caret_rectangle().left()}
    for _ in range(12):
        unit = press(view, Key.Key_Right).unit
        seen[unit] = view.caret_rectangle().left()
    assert list(seen) == [0, 1, 2, 3, 7, 6, 5, 4, 8, 9, 10, 11, 12]
    # Inside the Hebrew word right is back.
    assert seen[3] < seen[7] < seen[6] < seen[5] < seen[8]


def click(view, point, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, point)


def test_shift_click_extends_and_a_third_click_takes_the_paragraph(view, show):
    show("One two three.\n\nFour.")
    end = put(view, Side.OLD, unit=7)
    put(view, Side.OLD, unit=4)
    click(view, end, SHIFT)
    assert view.selected_text() == "two"
    middle = QPoint(end.x() - 10, end.y())
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert view.selected_text() == "two"
    click(view, middle)
    assert view.selected_text() == "One two three."


def mouse(view, kind, point):
    pressed = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind,
        QPointF(point),
        QPointF(view.viewport().mapToGlobal(point)),
        Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else pressed,
        Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else pressed,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(view.viewport(), event)


def test_after_a_double_click_the_mouse_selects_by_words(view, show):
    show("One two three four.")
    far = put(view, Side.OLD, unit=10)
    near = put(view, Side.OLD, unit=5)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=near)
    mouse(view, QEvent.Type.MouseMove, far)
    assert view.selected_text() == "two three"
    mouse(view, QEvent.Type.MouseButtonRelease, far)


def test_drawing_beyond_the_view_scrolls_on(qtbot, view, show):
    show("\n\n".join(f"{n}. {LONG}" for n in range(60)))
    start = put(view, Side.OLD)
    mouse(view, QEvent.Type.MouseButtonPress, start)
    below = QPoint(start.x(), view.viewport().height() + 60)
    mouse(view, QEvent.Type.MouseMove, below)
    qtbot.waitUntil(lambda: view.row_at_top() > 1)
    mouse(view, QEvent.Type.MouseButtonRelease, below)
    assert view.selection.caret.row > 3
    assert "\n\n3. Words" in view.selected_text()


def test_selected_words_can_be_dragged_out_and_a_mere_click_drops_them(view, show, monkeypatch):
    show("One two three.")
    dragged = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDrag.exec", lambda drag, *_: dragged.append(drag.mimeData().text())
    )
    point = put(view, Side.OLD, unit=5)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.qWait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 20)
    mouse(view, QEvent.Type.MouseButtonPress, point)
    mouse(view, QEvent.Type.MouseMove, point + QPoint(60, 0))
    assert dragged == ["two"]
    mouse(view, QEvent.Type.MouseButtonPress, point)
    mouse(view, QEvent.Type.MouseButtonRelease, point)
    assert view.selection.is_empty()


def test_copying_gives_words_and_marked_words(view, show):
    show(
        "Meet the <backer> here.\n\nSame.",
        "Meet a <backer> here.\n\nSame.",
        [(Kind.DETERMINER, "the", "a")],
    )
    put(view, Side.NEW)
    view.select_all()
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Meet a <backer> here.\n\nSame."
    assert "&lt;backer&gt;" in data.html()
    assert ">a</ins>" in data.html()
    assert data.html().count("<p>") == 2


def test_a_copied_redline_strikes_what_went(view, show):
    comparison = show(
        "Meet the backer here.", "Meet a backer here.", [(Kind.DETERMINER, "the", "a")]
    )
    view.set_redline(Redline(comparison))
    view.select_all()
    view.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert "line-through" in html
    assert html.index(">the</del>") < html.index(">a</ins>")


def test_ctrl_and_the_wheel_ask_for_another_size(qtbot, view, show):
    from PySide6.QtGui import QWheelEvent

    show("\n\n".join(f"{n}. {LONG}" for n in range(60)))
    place = view.place
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.zoom_requested) as asked:
        QGuiApplication.sendEvent(view.viewport(), event)
    assert asked.args == [1]
    assert view.place == place
