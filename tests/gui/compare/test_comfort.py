"""Typeface, spacing, margins and line length, applied to a view that is open."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontInfo

from driftline.gui import theme as themes
from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.row_view import RowView
from driftline.review.preferences import Fonts, Typeface

LONG = "Words of a rather long paragraph that will be broken into several lines. " * 4
PLAIN = Fonts(size=11.5)


@pytest.fixture
def view(qtbot, make_version, make_comparison):
    made = RowView(themes.named("light"), PLAIN)
    qtbot.addWidget(made)
    made.resize(1400, 500)
    made.show()
    qtbot.waitExposed(made)
    text = "\n\n".join(f"{n}. {LONG}" for n in range(30))
    made.show_rows(build_rows(make_comparison(make_version(text), make_version(text))), frozenset())
    made.scroll_to_row(12)
    return made


def row(view, **fonts):
    """The row at the top as it is set with these preferences; the reader stays at it."""
    top = view.row_at_top()
    view.set_appearance(themes.named("light"), replace(PLAIN, **fonts))
    assert view.row_at_top() == top
    return view.lay_out(top)


def lines(laid):
    return laid.new[0].layout.lineCount()


def test_shorter_lines_are_more_and_stand_in_the_middle(view):
    wide, narrow = row(view, line_length=0), row(view, line_length=45)
    assert lines(narrow) > lines(wide)
    left = view.text_origin(12, Side.OLD).x()
    right = view.viewport().width() / 2 - left - view.text_width
    assert left == pytest.approx(right, abs=40)


def test_more_space_between_lines_and_paragraphs_makes_rows_higher(view):
    plain = row(view)
    spaced, parted = row(view, line_spacing=1.8), row(view, paragraph_gap=2.5)
    assert lines(plain) == lines(spaced) == lines(parted)
    assert plain.height < spaced.height
    assert plain.height < parted.height
    first, second = (spaced.new[0].layout.lineAt(n) for n in (0, 1))
    assert second.y() == pytest.approx(first.height() * 1.8, abs=1)


def test_a_wider_margin_leaves_the_text_less_room(view):
    row(view, line_length=0)
    before = view.text_width
    row(view, line_length=0, margin=80)
    assert view.text_width == pytest.approx(before - 68)


def test_serif_sans_and_a_typeface_of_ones_own(view):
    for fonts, family in (
        ({"typeface": Typeface.SERIF}, "Noto Serif"),
        ({"typeface": Typeface.SANS}, "Noto Sans"),
        ({"family": "Noto Sans"}, "Noto Sans"),
    ):
        laid = row(view, **fonts)
        assert QFontInfo(laid.new[0].layout.font()).family() == family


def test_numbers_of_many_digits_have_room(view, make_version, make_comparison):
    few = view.text_origin(0, Side.OLD).x()
    text = "\n\n".join("One." for _ in range(12_000))
    rows = build_rows(make_comparison(make_version(text), make_version(text)))
    view.show_rows(rows, frozenset())
    assert view.text_origin(0, Side.OLD).x() > few
