"""Grouping: which texts are versions of one story."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from driftline.engine.cleaning.clean import clean
from driftline.engine.grouping.group import StoryIndex, group
from driftline.engine.options import CleaningOptions, GroupingOptions, ReadingOptions
from driftline.engine.progress import Cancelled
from driftline.engine.reading.read import read
from driftline.engine.records import Source
from engine.grouping.newsroom import changed, version, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from driftline.engine.records import Version
    from driftline.engine.stories import Grouping


def together(grouping: Grouping, versions: list[Version]) -> set[frozenset[str]]:
    return {frozenset(versions[m].source.path for m in story.members) for story in grouping.stories}


def named(texts: dict[str, str | list[str]]) -> list[Version]:
    return [version(text, path) for path, text in texts.items()]


def test_a_short_text_and_its_rewording_are_one_story() -> None:
    story = words(40, 1)
    reworded = [*story[:11], "quite", *story[12:30], "other", *story[31:]]
    versions = named({"a": story, "b": reworded, "c": words(40, 2)})
    assert together(group(versions), versions) == {frozenset("ab"), frozenset("c")}


def test_abridged_doubled_and_furnished_copies_belong_to_the_story() -> None:
    story = words(300, 1)
    furniture = words(250, 99)
    versions = named(
        {
            "whole": story,
            "abridged": story[:90],
            "doubled": story + story,
            "furnished": furniture[:120] + changed(story, 0.02, 5) + furniture[120:],
            "other": words(300, 2),
        }
    )
    stories = together(group(versions), versions)
    assert stories == {
        frozenset({"whole", "abridged", "doubled", "furnished"}),
        frozenset({"other"}),
    }


def test_a_text_inside_another_is_told() -> None:
    story = words(200, 1)
    grouping = group(named({"long": story, "short": story[:70]}))
    (pair,) = grouping.pairs
    assert (pair.a, pair.b, pair.contains) == (0, 1, "a")
    assert pair.similarity == 1.0
    (pair,) = group(named({"short": story[:70], "long": story})).pairs
    assert pair.contains == "b"


def test_versions_alike_in_length_contain_neither_the_other() -> None:
    story = words(200, 1)
    (pair,) = group(named({"a": story, "b": changed(story, 0.02, 3)})).pairs
    assert pair.contains is None
    assert 0.7 < pair.similarity < 1


def test_what_many_pages_share_does_not_chain_their_stories() -> None:
    furniture = words(160, 50)
    texts: dict[str, str | list[str]] = {}
    for number in range(12):
        story = words(220, 100 + number)
        texts[f"{number}-first"] = furniture[:80] + story + furniture[80:]
        texts[f"{number}-second"] = furniture[:80] + changed(story, 0.06, number) + furniture[80:]
    versions = named(texts)
    assert together(group(versions), versions) == {
        frozenset({f"{n}-first", f"{n}-second"}) for n in range(12)
    }


def test_rewritten_versions_keep_their_common_words() -> None:
    # Each keeps two thirds of the source and none is nearly the same as another: what they share
    # must not be taken for furniture.
    story = words(400, 1)
    versions = [version(changed(story, 0.1, seed), f"v{seed}") for seed in range(8)]
    versions += [version(words(400, 70 + n), f"other{n}") for n in range(4)]
    stories = together(group(versions), versions)
    assert frozenset(f"v{seed}" for seed in range(8)) in stories
    assert len(stories) == 5


def test_a_story_printed_by_a_hundred_papers_is_one_story() -> None:
    story = words(200, 1)
    versions = [version(changed(story, 0.03, seed), f"paper{seed:03}") for seed in range(100)]
    versions += [version(words(200, 500 + n), f"other{n}") for n in range(3)]
    sizes = sorted(len(s.members) for s in group(versions).stories)
    assert sizes == [1, 1, 1, 100]


def test_a_shared_passage_is_told_apart() -> None:
    speech = words(30, 9)
    versions = named({"a": words(150, 1) + speech, "b": speech + words(200, 2)})
    grouping = group(versions)
    assert [s.members for s in grouping.stories] == [(0,), (1,)]
    assert grouping.pairs == ()
    (passage,) = grouping.passages
    assert (passage.a, passage.b) == (0, 1)
    assert 0.05 < passage.similarity < 0.2


def test_the_threshold_is_an_option() -> None:
    first, last = words(15, 8), words(15, 9)
    a = words(35, 1) + first + words(35, 2) + last
    versions = named({"a": a, "b": first + words(35, 3) + last + words(35, 4)})
    assert len(group(versions).stories) == 1
    assert len(group(versions, GroupingOptions(same_story=0.6)).stories) == 2


def test_texts_of_the_same_words_are_one_story_whatever_their_punctuation() -> None:
    versions = named({"a": "“No,” she said.", "b": '"No", she  SAID', "c": "Yes, he said."})
    grouping = group(versions)
    assert together(grouping, versions) == {frozenset("ab"), frozenset("c")}
    assert [(p.a, p.b, p.similarity) for p in grouping.pairs] == [(0, 1, 1.0)]


def test_texts_without_words_stay_alone() -> None:
    versions = [version("", "a"), version(" … ", "b"), version("", "c")]
    assert [s.members for s in group(versions).stories] == [(0,), (1,), (2,)]
    assert group([]).stories == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("港のクレーン道路は一年間閉鎖されると当局が発表した。",
         "港のクレーン道路は一年間閉鎖されると市が発表した。"),
        ("الميناء سيغلق الطريق الوحيد إلى الرافعات لمدة عام كامل قالت السلطة يوم الخميس",
         "الميناء سيغلق الطريق الوحيد إلى الرافعات لمدة عام كامل قالت الهيئة يوم الجمعة"),
        ("Orașul a închis drumul spre port timp de un an, a spus primarul.",
         "Oras\u0326ul a i\u0302nchis drumul spre port timp de un an, a anunt\u0326at primarul."),
    ],
)  # fmt: skip
def test_every_script_is_read(one: str, other: str) -> None:
    versions = named({"a": one, "b": other, "c": "The harbour road is closed for a whole year."})
    assert together(group(versions), versions) == {frozenset("ab"), frozenset("c")}


def test_cancel_passes_through() -> None:
    def stop(label: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        group(named({"a": words(50, 1), "b": words(50, 2)}), progress=stop)


def _mixed(seed: int) -> list[Version]:
    """Some stories in some versions, with furniture, copies and short texts."""
    rng = random.Random(seed)
    furniture = words(60, 1000 + seed)
    texts: dict[str, str | list[str]] = {}
    for number in range(rng.randint(2, 7)):
        story = words(rng.choice((6, 40, 120)), seed * 100 + number)
        for copy in range(rng.randint(1, 5)):
            text = changed(story, rng.choice((0, 0.05, 0.2)), copy)
            text = text[: rng.choice((len(text), len(text) // 2))]
            text = furniture + text if rng.random() < 0.3 else text
            texts[f"{number}-{copy}"] = text
    return named(texts)


def _by_path(grouping: Grouping, versions: list[Version]) -> object:
    def path(index: int) -> str:
        return versions[index].source.path

    def likeness(pairs: object) -> list[object]:
        return [
            (frozenset((path(p.a), path(p.b))), p.similarity,
             p.contains and path(p.a if p.contains == "a" else p.b))
            for p in pairs
        ]  # fmt: skip

    return (
        [([path(m) for m in s.members], path(s.base)) for s in grouping.stories],
        likeness(grouping.pairs),
        likeness(grouping.passages),
    )


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_the_inputs_makes_no_difference(seed: int, rng: random.Random) -> None:
    versions = _mixed(seed)
    shuffled = rng.sample(versions, len(versions))
    assert _by_path(group(versions), versions) == _by_path(group(shuffled), shuffled)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 6))
def test_an_index_that_grew_gives_what_a_fresh_one_gives(seed: int, step: int) -> None:
    versions = _mixed(seed)
    index = StoryIndex()
    for first in range(0, len(versions), step):
        index.add(versions[first : first + step])
        grown = index.grouping()
    assert grown == group(versions)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_version_is_in_exactly_one_story(texts: list[str]) -> None:
    versions = [version(text, str(number)) for number, text in enumerate(texts)]
    grouping = group(versions)
    assert sorted(m for s in grouping.stories for m in s.members) == list(range(len(texts)))
    assert all(story.base in story.members for story in grouping.stories)


def test_the_founding_stories(seeds: Callable[[str], Path]) -> None:
    versions = [
        clean(read(seeds(number), ReadingOptions()), CleaningOptions())
        for number in ("000", "001", "002", "003", "004")
    ]
    grouping = group(versions)
    assert [story.members for story in grouping.stories] == [(0, 1), (2,), (3,), (4,)]
    assert [v.holds_body_twice for v in versions] == [False, False, True, False, True]


def test_a_round_up_joins_no_two_stories() -> None:
    one, other, third = (words(160, seed) for seed in (11, 12, 13))
    versions = named(
        {
            "one": one,
            "one again": changed(one, 0.03, 1),
            "other": other,
            "other again": changed(other, 0.03, 2),
            "round-up": [*one[:110], *other[:110], *third[:60]],
        }
    )
    found = group(versions)
    assert together(found, versions) == {
        frozenset({"one", "one again"}),
        frozenset({"other", "other again"}),
        frozenset({"round-up"}),
    }
    assert len(found.passages) == 4


def test_a_round_up_of_single_texts_joins_none_of_them() -> None:
    one, other = words(160, 11), words(160, 12)
    versions = named({"one": one, "other": other, "round-up": [*one[:110], *other[:110]]})
    assert all(len(story.members) == 1 for story in group(versions).stories)


def live_page(*entries: list[str], start: int = 14) -> Version:
    """A page of entries, each below its time."""
    text = "\n".join(f"{start - n}:0{n}\n{' '.join(entry)}" for n, entry in enumerate(entries))
    return clean(Source(f"live {start}", "0", "text/plain", "utf-8", text), CleaningOptions())


def test_a_live_page_is_no_version_of_the_story_it_quotes() -> None:
    story, talk = words(120, 21), words(200, 22)
    entries = (talk[:40], story[:40], talk[40:90], story[40:80], talk[90:])
    live = live_page(*entries)
    later = live_page(words(30, 23), *entries, start=16)
    found = group([live, version(story, "story"), version(changed(story, 0.05, 1), "again"), later])
    assert sorted(sorted(s.members) for s in found.stories) == [[0, 3], [1, 2]]
    assert found.passages


def test_a_story_told_by_the_hour_and_its_next_version_are_one() -> None:
    entries = [words(60, seed) for seed in range(31, 36)]
    told = live_page(*entries)
    again = version([word for entry in entries for word in entry], "without its times")
    assert len(group([told, again]).stories) == 1


def test_parts_of_one_story_that_grew_stay_together() -> None:
    text = words(300, 11)
    versions = named({"first": text[:150], "second": text[:230], "third": text[60:]})
    assert len(group(versions).stories) == 1


def test_two_releases_with_one_note_on_their_house_are_two_stories() -> None:
    note = words(45, 9)
    versions = named({"a": words(70, 1) + note, "b": words(66, 2) + note})
    grouping = group(versions)
    assert [s.members for s in grouping.stories] == [(0,), (1,)]
    (passage,) = grouping.passages
    assert passage.similarity > 0.3


def test_a_correction_alone_shares_a_passage_with_its_story() -> None:
    correction = words(16, 9)
    versions = named({"a": words(100, 1) + correction, "note": words(24, 2) + correction})
    grouping = group(versions)
    assert [s.members for s in grouping.stories] == [(0,), (1,)]
    assert len(grouping.passages) == 1


def test_a_story_led_anew_stays_one_story() -> None:
    told = words(80, 9)
    versions = named({"a": words(70, 1) + told, "b": words(75, 2) + told})
    assert [s.members for s in group(versions).stories] == [(0, 1)]
