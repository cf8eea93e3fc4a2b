"""The normal form: what typography may change, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.segmentation.normal import fold, normal_form


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“No,” she said", '"No," she said'),
        ("the mayor’s", "the mayor's"),
        ("1939–45 — and later", "1939-45 - and later"),
        ("ten\u00a0miles\u202foff", "ten miles off"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("ﬁnal oﬃce", "final office"),
        ("wait…", "wait..."),
        ("cafe\u0301", "café"),
    ],
)
def test_typography_is_taken_away(written: str, plain: str) -> None:
    assert fold(written) == plain
    assert normal_form(written).text == plain


def test_a_span_of_the_normal_form_finds_its_place_in_the_source() -> None:
    text = "The ﬁnal co\u00adoperation of the café\u0301s"
    form = normal_form(text)
    for word, source in (("final", "ﬁnal"), ("cooperation", "co\u00adoperation"), ("The", "The")):
        at = form.text.index(word)
        assert form.source(at, at + len(word)).of(text) == source


@given(st.text(alphabet=st.sampled_from("ab “”’—…ﬁ\u00ad\u0301e\u00a0é한글각"), max_size=60))
def test_every_normal_character_has_a_place_and_order_is_kept(text: str) -> None:
    form = normal_form(text)
    assert len(form.starts) == len(form.ends) == len(form.text)
    assert all(0 <= s < e <= len(text) for s, e in zip(form.starts, form.ends, strict=True))
    assert list(form.starts) == sorted(form.starts)


@given(st.text(alphabet="abc “”.\n", max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
