from hypothesis import given
from hypothesis import strategies as st

from driftline.gui.compare.row_geometry import Place, RowGeometry

heights = st.lists(st.integers(1, 90), min_size=1, max_size=700)


@given(heights)
def test_tops_are_the_sums_of_the_heights_above(rows):
    geometry = RowGeometry(rows)
    assert [geometry.top(i) for i in range(len(rows) + 1)] == [
        sum(rows[:i]) for i in range(len(rows) + 1)
    ]
    assert geometry.total == sum(rows)


@given(heights, st.data())
def test_every_height_leads_back_to_its_place(rows, data):
    geometry = RowGeometry(rows)
    y = data.draw(st.integers(0, geometry.total - 1))
    place = geometry.place_at(y)
    assert geometry.y_of(place) == y
    assert 0 <= place.offset < rows[place.row]


@given(heights, st.data())
def test_settling_a_row_moves_only_what_is_below(rows, data):
    geometry = RowGeometry(rows)
    row = data.draw(st.integers(0, len(rows) - 1))
    before = geometry.top(row)
    change = geometry.settle(row, 123)
    assert change == 123 - rows[row]
    assert geometry.top(row) == before
    assert geometry.total == sum(rows) + change
    assert geometry.is_exact(row)


def test_estimates_are_found_in_order():
    geometry = RowGeometry([5, 5, 5])
    geometry.settle(0, 6)
    assert geometry.first_estimated() == 1
    geometry.settle(1, 6)
    geometry.settle(2, 6)
    assert geometry.first_estimated() is None


def test_no_rows_have_a_place_all_the_same():
    assert RowGeometry().place_at(40) == Place()
    assert RowGeometry().total == 0
