from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from driftline.engine.records import Span
from driftline.review.anchors import LONGEST_WORDS, anchors, clip
from driftline.review.matching import Known, match
from driftline.review.statuses import Ref, Subject
from review.making import STORY, compare, version


def followed(before: tuple[str, str], after: tuple[str, str]) -> tuple[dict[str, str], set[str]]:
    """What became of each edit, told by its words: kept or altered, and which are gone."""
    was = anchors(compare(*before)).anchors
    now = anchors(compare(*after)).anchors
    refs = list(was)
    result = match([Known(number, was[ref]) for number, ref in enumerate(refs)], now)
    told = {}
    for name, found in (("kept", result.kept), ("altered", result.altered)):
        for ref, item in found.items():
            told[was[refs[item]].new] = f"{name}: {now[ref].new}"
    everything = {anchor.new for anchor in was.values()}
    return told, everything - set(told)


def test_an_edit_is_known_when_the_text_elsewhere_changes() -> None:
    new = STORY.replace("a dozen", "twelve").replace("cracked", "leaking")
    later = "Updated at noon. " + new.replace("next week", "in March") + " More follows."
    told, gone = followed((STORY, new), (STORY, later))
    assert told == {"leaking": "kept: leaking"}
    assert not gone


def test_an_edit_is_known_in_a_comparison_with_another_old_text() -> None:
    new = STORY.replace("cracked", "leaking")
    told, _ = followed((STORY, new), ("Breaking news tonight. " + STORY, new))
    assert told["leaking"] == "kept: leaking"


def test_other_words_at_the_same_place_are_an_altered_edit() -> None:
    new, newer = STORY.replace("cracked", "leaking"), STORY.replace("cracked", "broken")
    told, gone = followed((STORY, new), (STORY, newer))
    assert told == {"leaking": "altered: broken"}
    assert not gone


def test_an_edit_next_to_a_vanished_one_is_a_new_one() -> None:
    new, newer = STORY.replace("crew", "sailors"), STORY.replace("repaired", "mended")
    told, gone = followed((STORY, new), (STORY, newer))
    assert told == {}
    assert gone == {"sailors"}


def test_an_edit_taken_back_is_gone() -> None:
    told, gone = followed((STORY, STORY.replace("cracked", "leaking")), (STORY, STORY))
    assert told == {}
    assert gone == {"leaking"}


def test_a_change_of_marks_is_not_mistaken_for_another_one() -> None:
    old = "He said 'no' and left the room at once."
    curly = old.replace("'", "’")
    double = old.replace("'", "”")
    told, _ = followed((old, curly), (old, double))
    assert set(told.values()) == {"altered: ”"}


def test_a_neighbour_that_changes_too_does_not_reopen() -> None:
    new = STORY.replace("a cracked valve", "a leaking valve")
    newer = new.replace("crew repaired", "crew mended")
    told, _ = followed((STORY, new), (STORY, newer))
    assert told["leaking"] == "kept: leaking"


def test_words_without_spaces_have_neighbours_too() -> None:
    old = "港务局长星期一表示渡轮将于九点开出没有人受伤"
    new = old.replace("九", "十")
    old_version, new_version = version(old), version(new)
    place = Span(old.index("九"), old.index("九") + 1)
    from dataclasses import replace

    from driftline.engine.records import Edit, Kind, Severity

    edit = Edit(0, Kind.NUMBER, Severity.HIGH, place, place)
    first = replace(compare(old_version, new_version), edits=(edit,))
    longer = version("最新消息" + new)
    moved = Span(place.start + 4, place.end + 4)
    second = replace(compare(old_version, longer), edits=(replace(edit, b=moved),))
    known = anchors(first).anchors[Ref(Subject.EDIT, 0)]
    again = anchors(second).anchors[Ref(Subject.EDIT, 0)]
    assert known.near == again.near
    assert any(known.near)


def test_long_wordings_are_kept_short_and_apart() -> None:
    one, two = "word " * 200 + "end", "word " * 200 + "stop"
    assert len(clip(one)) <= LONGEST_WORDS
    assert clip(one) != clip(two)
    assert clip("two\n  lines\ud800") == "two lines?"


words = st.sampled_from(
    ["the", "a", "ferry", "boat", "left", "at", "nine", "ten", "quay", ",", ".", "'", "said"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=40), st.lists(words, max_size=40))
def test_every_edit_of_a_comparison_is_known_again_in_the_same(
    old: list[str], new: list[str]
) -> None:
    present = anchors(compare(" ".join(old), " ".join(new))).anchors
    refs = list(present)
    result = match([Known(number, present[ref]) for number, ref in enumerate(refs)], present)
    assert result.kept == {ref: number for number, ref in enumerate(refs)}
    assert result.altered == {}


@settings(max_examples=150, deadline=None)
@given(*[st.lists(words, max_size=30)] * 3)
def test_each_item_and_each_edit_is_used_once(
    old: list[str], new: list[str], newer: list[str]
) -> None:
    was = anchors(compare(" ".join(old), " ".join(new))).anchors
    now = anchors(compare(" ".join(old), " ".join(newer))).anchors
    result = match([Known(number, anchor) for number, anchor in enumerate(was.values())], now)
    items = [*result.kept.values(), *result.altered.values()]
    assert len(items) == len(set(items))
    assert not set(result.kept) & set(result.altered)
    assert {*result.kept, *result.altered} <= set(now)


def test_ten_thousand_equal_changes_are_matched() -> None:
    old, new = "stop , " * 10_000, "stop . " * 10_000
    present = anchors(compare_runs(old, new)).anchors
    known = [Known(number, anchor) for number, anchor in enumerate(present.values())]
    assert len(match(known, present).kept) == len(known) == 10_000
    altered = anchors(compare_runs(old, "stop ; " * 10_000)).anchors
    result = match(known, altered)
    assert (len(result.kept), len(result.altered)) == (0, 10_000)


def compare_runs(old: str, new: str):  # type: ignore[no-untyped-def]  # tests are not checked
    """One typographic edit a mark, without the cost of aligning."""
    from dataclasses import replace

    from driftline.engine.records import Edit, Kind, Severity

    base = compare("", "")
    edits = tuple(
        Edit(
            n, Kind.TYPOGRAPHY, Severity.LOW, Span(7 * n + 5, 7 * n + 6), Span(7 * n + 5, 7 * n + 6)
        )
        for n in range(len(old) // 7)
    )
    return replace(base, old=version(old), new=version(new), edits=edits)
