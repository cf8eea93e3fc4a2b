from hypothesis import given
from hypothesis import strategies as st

from driftline.gui.offsets import QtOffsets


@given(st.text(alphabet=st.sampled_from("aé字🙂𝔘\u0301")))
def test_every_offset_is_what_utf16_says(text):
    offsets = QtOffsets(text)
    for i in range(len(text) + 1):
        units = len(text[:i].encode("utf-16-le")) // 2
        assert offsets.to_qt(i) == units
        assert offsets.from_qt(units) == i


def test_inside_a_pair_the_start_of_the_sign_is_meant():
    assert QtOffsets("a🙂b").from_qt(2) == 1
