from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.records import Span
from driftline.engine.segmentation.marks import Marked, marked


def lines(text: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]


def pieces(text: str) -> list[str]:
    return [m.span.of(text) for m in marked(text, lines(text)) if m.closed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and left.', ['"go"']),
        ("He said “go” and left.", ["“go”"]),
        ('"We won,” she said. “We did."', ['"We won,”', '“We did."']),
        ("''Not now,'' he said, ''it's late.''", ["''Not now,''", "''it's late.''"]),
        ("„Nein“, sagte sie. »Doch«, sagte er.", ["„Nein“", "»Doch«"]),
        ("« Non », dit-il. ”Ja”, sade hon.", ["« Non »", "”Ja”"]),
        ("「行く」と言った。", ["「行く」"]),
        ("‘The boys’ coat isn’t here,’ she said.", ["‘The boys’ coat isn’t here,’"]),
        ('The 6\'2" guard said "yes".', ['"yes"']),
        ("Rock 'n' roll, the '90s and the players' union.", []),
        ('An audit ("late", it said) failed.', ['"late"']),
        ('The mayor said," [Orr] is late."', ['" [Orr] is late."']),
        ('"It is late," he said," so go."', ['"It is late,"', '" so go."']),
        ('"Wait…"—he went on—"…or go."', ['"Wait…"', '"…or go."']),
    ],
)
def test_pairs_every_shape_of_mark(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_nested_marks_have_a_depth_and_stand_inside_their_pair() -> None:
    text = "“She told us, ‘Wait for the mayor’s word,’ and we did,” he said."
    outer, inner = marked(text, lines(text))
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.span.of(text) == "‘Wait for the mayor’s word,’"
    assert outer.span.holds(inner.span)


def test_a_quotation_over_several_paragraphs_is_continued_until_it_closes() -> None:
    text = "“It rained.\n“It rained again.\n“Then it stopped,” she said."
    found = marked(text, lines(text))
    assert [m.continued for m in found] == [True, True, False]
    assert [m.closed for m in found] == [False, False, True]


@pytest.mark.parametrize(("between", "continued"), [("", True), ("It snowed.", False)])
def test_a_quotation_goes_on_behind_an_empty_paragraph_only(between: str, continued: bool) -> None:
    parts = ["“It rained.", between, "“It is late.”"]
    text = "".join(parts)
    ends = [len("".join(parts[:count])) for count in range(4)]
    first, _ = marked(text, [Span(*place) for place in pairwise(ends)])
    assert first.continued is continued


def test_a_mark_never_closed_stops_at_its_paragraph() -> None:
    text = "“It rained, she said.\nThe mayor called it “bad luck.”"
    first, second = marked(text, lines(text))
    assert not first.closed
    assert not first.continued
    assert first.span.of(text) == "“It rained, she said."
    assert second.span.of(text) == "“bad luck.”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” said Ann of the ‘Old Mill and left.", ["“Go,”"]),
        ("He came to the ‘Old Mill and left.", []),
        ("‘Go on, said Ann.", ["‘Go on, said Ann."]),
    ],
)
def test_a_single_mark_never_closed_counts_only_at_the_front(
    text: str, expected: list[str]
) -> None:
    assert [stretch.span.of(text) for stretch in marked(text, lines(text))] == expected


def test_a_paragraph_break_inside_a_quotation_is_bridged() -> None:
    text = "“It rained for a week.\nThen it stopped,” she said. “We left.”"
    first, second, third = marked(text, lines(text))
    assert first.continued
    assert second.span.of(text) == "Then it stopped,”"
    assert third.span.of(text) == "“We left.”"


def test_an_opener_without_partner_ends_before_the_next_quotation() -> None:
    text = "“It rained. “It poured,” she said."
    first, second = marked(text, lines(text))
    assert first.span.of(text) == "“It rained."
    assert second.span.of(text) == "“It poured,”"
    assert second.depth == 0


@pytest.mark.parametrize("mark", ['"', "“", "«", "'", "‘", "“a ", "” ", "「", "''"])
def test_a_hundred_thousand_marks_are_read(mark: str) -> None:
    text = mark * (20_000 // len(mark))
    for stretch in marked(text, lines(text)):
        assert 0 <= stretch.span.start < stretch.span.end <= len(text)


def test_deep_nesting_keeps_every_level() -> None:
    text = "“a " * 2000 + "b” " * 2000
    assert max(m.depth for m in marked(text, lines(text))) == 1999


@given(st.text(alphabet="ab ,.'\"“”‘’„«»‹›「」`\n-", max_size=60))
def test_stretches_lie_in_their_paragraph_and_nest(text: str) -> None:
    found = marked(text, lines(text))
    paragraphs = lines(text)
    assert list(found) == sorted(found, key=lambda m: m.span.start)
    open_stretches: list[Marked] = []
    for stretch in found:
        assert stretch.span.holds(stretch.inner)
        assert any(p.holds(stretch.span) for p in paragraphs)
        while open_stretches and open_stretches[-1].span.end <= stretch.span.start:
            open_stretches.pop()
        assert all(other.span.holds(stretch.span) for other in open_stretches)
        assert stretch.depth == len(open_stretches)
        open_stretches.append(stretch)
