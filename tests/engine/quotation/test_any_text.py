"""Any text is read to its end, whatever stands in it, until somebody asks to stop."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.options import QuotationOptions
from driftline.engine.progress import Cancelled
from driftline.engine.quotation.extract import extract
from driftline.engine.records import (
    Span,
)
from quality.quotes import as_read, found


def test_a_stop_asked_for_by_the_user_is_let_through() -> None:
    def stop(label: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        extract(as_read("“It is late,” she said."), QuotationOptions(), stop)


def test_a_stop_is_heard_in_the_middle_of_one_giant_paragraph() -> None:
    calls: list[int] = []
    text = "Ann Vale saw the bridge in Leeds and went home. " * 3000
    extract(as_read(text), QuotationOptions(), lambda _label, done, _total: calls.append(done))
    assert len(calls) >= 100


def test_the_result_can_be_sent_to_another_process() -> None:
    quotations = found("“It is late,” Ann Vale said.")
    assert pickle.loads(pickle.dumps(quotations)) == quotations


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "“" + "word " * 20_000,
        "“" * 10_000 + "a" + "”" * 10_000,
        "Vale, said, " * 4_000,
        "according to " * 4_000,
        '“a ‘b »c "' * 2_000,
        "「a」" * 2_000,
        " " * 50_000 + "“It is late,” she said.",
        "",
    ],
)
def test_odd_input_gives_an_answer(text: str) -> None:
    for quotation in found(text).quotations:
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)


_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        ",",
        ".",
        "?",
        ":",
        "\n",
        " ",
        "—",
        "(",
        ")",
        "Ann Vale",
        "said",
        "he",
        "that",
        "the mayor",
        "according to",
        "called",
        "adding",
        "It rained",
    ]
)


@given(st.lists(_PIECES, max_size=30))
def test_offsets_hold_for_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    quotations = found(text).quotations
    assert list(quotations) == sorted(quotations, key=lambda q: q.span)
    for quotation in quotations:
        assert quotation.span == Span(quotation.spans[0].start, quotation.spans[-1].end)
        last = -1
        for span in quotation.spans:
            assert last <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
            last = span.end
        for place, words in (
            (quotation.speaker_start, quotation.speaker),
            (quotation.cue_start, quotation.cue),
        ):
            assert (place is None) == (words == "")
            if place is not None:
                assert text[place : place + len(words)] == words


def test_a_sentence_that_breaks_off_behind_any_word_is_read() -> None:
    words = ["Mayor", "Vole", "said", "that", "the", "old", "harbour", "would", "close,", "and"]
    assert [found(" ".join(words[:count])).quotations for count in range(len(words) + 1)][-1]


def test_a_stray_mark_inside_a_word_is_read() -> None:
    assert found(".\n\ne\u00ad“g\u0085r y o]e n").quotations
