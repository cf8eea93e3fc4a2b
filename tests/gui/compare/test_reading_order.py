from dataclasses import replace

from driftline.engine.records import Edit, Kind, Row, Severity, Span
from driftline.gui.compare.reading_order import reading_order
from driftline.gui.compare.row_content import build_rows


def test_a_change_stands_where_its_words_are(make_version, make_comparison):
    old = make_version("One.\n\nTwo the.")
    new = make_version("One.\n\nCame.\n\nTwo a.")
    rows = [Row((0,), (0,)), Row((), (1,)), Row((1,), (2,))]
    edits = (
        Edit(0, Kind.DETERMINER, Severity.LOW, Span(10, 13), Span(17, 18)),
        # Added; in the older text its place is at the end of the first paragraph.
        Edit(1, Kind.INSERTION, Severity.LOW, Span(4, 4), Span(6, 11)),
    )
    comparison = replace(make_comparison(old, new, rows=rows), edits=edits)
    order = reading_order(build_rows(comparison), comparison.edits)
    assert [edit.id for edit in order.edits] == [1, 0]
    assert order.rows == {1: 1, 0: 2}
    # Numbers are those of the newer text.
    assert order.paragraphs == {1: 2, 0: 3}
    # Once for each row in which a change shows; a row of one version is one change as a whole.
    assert order.one_sided == [1]
    assert [(tick.row, tick.edit, tick.grave) for tick in order.shown_ticks({0, 1})] == [
        (0, 1, False),
        (2, 0, False),
    ]
    assert order.shown_ticks({1}) == order.ticks[:1]


def test_dropped_words_stand_where_they_were(make_version, make_comparison):
    old, new = make_version("One.\n\nTwo now."), make_version("One.\n\nTwo.")
    edit = Edit(0, Kind.DELETION, Severity.LOW, Span(9, 13), Span(9, 9))
    comparison = replace(make_comparison(old, new), edits=(edit,))
    order = reading_order(build_rows(comparison), comparison.edits)
    assert (order.rows, order.paragraphs) == ({0: 1}, {0: 2})
