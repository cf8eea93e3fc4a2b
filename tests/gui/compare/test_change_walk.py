from driftline.gui.compare.change_walk import ChangeWalk


def test_it_stops_at_the_end_once_and_wraps_the_second_time():
    walk = ChangeWalk([7, 3])
    assert walk.step(1).edit == 7
    assert walk.step(1).edit == 3
    stopped = walk.step(1)
    assert stopped.edit is None
    assert walk.current == 3
    again = walk.step(1)
    assert (again.edit, again.wrapped) == (7, True)


def test_a_step_the_other_way_forgets_the_stop():
    walk = ChangeWalk([1, 2])
    walk.go(2)
    assert walk.step(1).edit is None
    assert walk.step(-1).edit == 1
    assert walk.step(-1).edit is None
    assert walk.step(1).edit == 2


def test_it_starts_from_what_is_in_view_when_the_reader_scrolled_away():
    walk = ChangeWalk([1, 2, 3, 4])
    walk.go(1)
    assert walk.step(1, in_view=[3, 4]).edit == 3
    walk.go(1)
    assert walk.step(-1, in_view=[3, 4]).edit == 4


def test_it_goes_on_from_the_current_change_while_that_is_in_view():
    walk = ChangeWalk([1, 2, 3])
    walk.go(2)
    assert walk.step(1, in_view=[1, 2, 3]).edit == 3


def test_without_changes_there_is_nowhere_to_go():
    assert ChangeWalk().step(1).edit is None
