"""What goes along with a change is marked with it, and is no stop of its own."""

from driftline.engine.records import Edit, Kind, Severity, Span
from driftline.gui.compare.reading_order import ReadingOrder, reading_order
from driftline.gui.compare.row_content import build_rows
from driftline.gui.compare.shown_changes import ShownChanges


def order_of(make_version, make_comparison) -> ReadingOrder:
    """“Yesterday the ship sank.” and “The ship sank.”"""
    old, new = make_version("Yesterday the ship sank."), make_version("The ship sank.")
    edits = (
        Edit(0, Kind.DATE, Severity.HIGH, Span(0, 10), Span(0, 0), group=1, rule="date dropped"),
        Edit(1, Kind.TYPOGRAPHY, Severity.LOW, Span(10, 13), Span(0, 3), group=1, rule="capital"),
        Edit(2, Kind.TENSE, Severity.MEDIUM, Span(19, 23), Span(9, 13), rule="tense"),
    )
    return reading_order(build_rows(make_comparison(old, new)), edits)


def test_a_capital_is_listed_and_counted_with_what_it_follows(make_version, make_comparison):
    changes = ShownChanges()
    changes.take(order_of(make_version, make_comparison))
    assert [edit.id for edit in changes.edits] == [0, 2]
    assert list(changes.walk.stops) == [0, 2]
    assert changes.ids == {0, 1, 2}
    assert changes.leader(1) == 0
    assert changes.leader(2) == 2
    assert changes.order.of_kind() == {Kind.DATE: 1, Kind.TENSE: 1}


def test_it_is_marked_as_long_as_that_change_is(make_version, make_comparison):
    changes = ShownChanges()
    changes.filter.kinds = {Kind.TYPOGRAPHY}
    changes.take(order_of(make_version, make_comparison))
    assert changes.ids == {0, 1, 2}
    assert changes.left_out == (0, 0, 0)
    changes.filter.kinds = {Kind.DATE}
    changes.sift()
    assert changes.ids == {2}


def test_all_parts_of_an_act_are_known(make_version, make_comparison):
    changes = ShownChanges()
    changes.take(order_of(make_version, make_comparison))
    assert changes.parts() == frozenset()
    changes.walk.go(0)
    assert changes.parts() == {1}
    changes.walk.go(2)
    assert changes.parts() == frozenset()


def test_the_two_marks_of_a_pair_are_one_act(make_version, make_comparison):
    old, new = make_version("The “new” ship sank."), make_version("The new ship sank.")
    marks = tuple(
        Edit(n, Kind.QUOTATION, Severity.HIGH, Span(at, at + 1), Span(to, to), group=4)
        for n, (at, to) in enumerate(((4, 4), (8, 7)))
    )
    changes = ShownChanges()
    changes.take(reading_order(build_rows(make_comparison(old, new)), marks))
    changes.walk.go(1)
    assert changes.parts() == {0}
