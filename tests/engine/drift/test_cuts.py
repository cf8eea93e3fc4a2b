"""Cuts inside a paragraph: no change of words reaches over what is no part of the story."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Cut, Edit, Kind, Reason, Span, Version

SENTENCE = "The council closed the old bridge by the mill on Monday and told drivers to go round."
NOTICE = "(Advertisement)"


def with_notice(sentence: str, after: int) -> Version:
    """A version in which a notice stands after so many words, and is cut."""
    words = sentence.split(" ")
    before = " ".join(words[:after])
    made = version(f"{before} {NOTICE} {' '.join(words[after:])}")
    start = len(before) + 1
    return replace(made, cuts=(Cut(Span(start, start + len(NOTICE)), Reason.ADVERTISEMENT),))


def compared(old: Version, new: Version) -> tuple[Edit, ...]:
    return classify(align(old, new))


def test_a_notice_that_was_cut_changes_nothing() -> None:
    assert compared(with_notice(SENTENCE, 5), version(SENTENCE)) == ()
    assert compared(with_notice(SENTENCE, 5), with_notice(SENTENCE, 9)) == ()


def test_dropped_words_on_both_sides_of_a_cut_are_two_changes() -> None:
    old = with_notice(SENTENCE, 6)
    found = compared(old, version(SENTENCE.replace("old bridge by the mill ", "")))
    assert {edit.kind for edit in found} == {Kind.DELETION}
    assert [edit.a.of(old.source.text).strip() for edit in found] == (
        ["old bridge", "by the mill"] if len(found) == 2 else []
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 15), st.integers(1, 15), st.integers(0, 15), st.integers(0, 6))
def test_no_change_of_words_reaches_over_a_cut(
    after: int, after_new: int, first: int, count: int
) -> None:
    words = SENTENCE.split(" ")
    changed = [*words[:first], "nobody", "said", *words[first + count :]]
    old, new = with_notice(SENTENCE, after), with_notice(" ".join(changed), after_new)
    for edit in compared(old, new):
        assert not any(edit.a.meets(cut.span) for cut in old.cuts)
        assert not any(edit.b.meets(cut.span) for cut in new.cuts)


def test_a_dropped_sentence_around_a_cut_is_two_changes_that_belong_together() -> None:
    stays = "Rain fell on the harbour all night."
    old = with_notice(SENTENCE, 5)
    old = replace(old, source=replace(old.source, text=f"{old.source.text} {stays}"))
    whole = Span(0, len(old.source.text))
    old = replace(old, paragraphs=(replace(old.paragraphs[0], span=whole),))
    dropped = compared(old, version(stays))
    assert [edit.a.of(old.source.text) for edit in dropped] == (
        [" ".join(SENTENCE.split(" ")[:5]), " ".join(SENTENCE.split(" ")[5:])]
    )
    assert {edit.kind for edit in dropped} == {Kind.DELETION}
    assert len({edit.group for edit in dropped}) == 1
    assert dropped[0].group is not None
    added = compared(version(stays), old)
    assert [edit.b for edit in added] == [edit.a for edit in dropped]


def test_speech_that_became_indirect_is_told_on_both_sides_of_a_cut() -> None:
    said = "“We will close the bridge on Monday,” the council said."
    old = with_notice(said, 5)
    for one, other in (
        (old, version("The council said it would close the bridge on Monday.")),
        (version("The council said it would close the bridge on Monday."), old),
    ):
        for edit in compared(one, other):
            assert not any(edit.a.meets(cut.span) for cut in one.cuts)
            assert not any(edit.b.meets(cut.span) for cut in other.cuts)
