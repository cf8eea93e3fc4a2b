"""The proposed order of versions, and the base text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.grouping.group import group
from engine.grouping.newsroom import changed, version, words

if TYPE_CHECKING:
    from driftline.engine.records import Version

STORY = words(200, 1)


def order(versions: list[Version]) -> str:
    (story,) = group(versions).stories
    return "".join(versions[m].source.path for m in story.members)


def base(versions: list[Version]) -> str:
    (story,) = group(versions).stories
    return versions[story.base].source.path


def test_published_times_decide() -> None:
    versions = [
        version(changed(STORY, 0.03, 1), "b", "2024-03-02T08:00"),
        version(changed(STORY, 0.03, 2), "c", "2024-03-02T09:30:00+01:00"),
        version(changed(STORY, 0.03, 3), "a", "2024-03-01"),
        version(changed(STORY, 0.03, 4), "d", "2024-03-02T10:00+00:00"),
    ]
    assert order(versions) == "abcd"


def test_without_times_the_way_of_least_change_is_followed_from_the_shorter_end() -> None:
    first = STORY[:150]
    second = [*first, *STORY[150:170]]
    third = [*changed(second, 0.05, 1), *STORY[170:]]
    assert order([version(third, "c"), version(first, "a"), version(second, "b")]) == "abc"


def test_where_nothing_else_tells_the_names_do() -> None:
    names = ("draft 1", "draft 2", "draft 10", "drafts/draft 11")
    texts = [[*STORY[:90], f"x{n}word", *STORY[91:]] for n in range(4)]
    made = [version(text, name) for text, name in zip(texts, names, strict=True)]
    for shuffled in (made, made[::-1], [made[2], made[0], made[3], made[1]]):
        (story,) = group(shuffled).stories
        assert [shuffled[m].source.path for m in story.members] == list(names)


def test_drafts_with_numbers_stay_in_their_order_though_one_was_cut() -> None:
    made = [version(STORY, "draft 1.txt"), version(STORY[:150], "draft 2.docx")]
    for given in (made, made[::-1]):
        (story,) = group(given).stories
        assert [given[m].source.path for m in story.members] == ["draft 1.txt", "draft 2.docx"]
    assert order([version(STORY, "page 1"), version(STORY[:150], "site 2")]) == "site 2page 1"


def test_a_version_without_time_stands_where_it_changes_least() -> None:
    early = STORY
    late = changed(STORY, 0.15, 1)
    near_late = [*late[:100], "inserted", *late[100:]]
    versions = [
        version(near_late, "x"),
        version(late, "b", "2024-03-03"),
        version(early, "a", "2024-03-01"),
    ]
    assert order(versions) == "abx"


def test_a_date_that_is_none_counts_as_unknown() -> None:
    versions = [version([*STORY, "more"], "b", "last Tuesday"), version(STORY, "a")]
    assert order(versions) == "ab"


def test_the_base_is_what_the_others_are_most_like() -> None:
    versions = [
        version(changed(STORY, 0.1, 1), "a", "2024-03-01"),
        version(STORY, "b", "2024-03-02"),
        version(changed(STORY, 0.1, 2), "c", "2024-03-03"),
        version(STORY[:60], "d", "2024-03-04"),
    ]
    assert base(versions) == "b"


def test_of_two_versions_the_older_is_the_base() -> None:
    versions = [version(changed(STORY, 0.1, 1), "b", "2024-03-02"), version(STORY, "a", "2024")]
    assert base(versions) == "a"


def test_copies_with_different_times_keep_their_times() -> None:
    versions = [
        version(STORY, "c", "2024-03-03"),
        version(changed(STORY, 0.05, 1), "b", "2024-03-02"),
        version(STORY, "a", "2024-03-01"),
    ]
    assert order(versions) == "abc"


def test_a_day_without_a_time_is_not_before_all_times_of_that_day() -> None:
    first, second, third = STORY[:100], STORY[:150], STORY
    versions = [
        version(first, "a", "2024-03-02T07:10"),
        version(second, "b", "2024-03-02T08:45"),
        version(third, "d", "2024-03-02T13:20"),
        version([*third[:190], *words(20, 7)], "e", "2024-03-02"),
    ]
    assert order(versions) == "abde"


def test_a_day_without_a_time_goes_between_other_days() -> None:
    versions = [
        version(changed(STORY, 0.03, 1), "c", "2024-03-03T08:00"),
        version(changed(STORY, 0.03, 2), "b", "2024-03-02"),
        version(changed(STORY, 0.03, 3), "a", "2024-03-01T23:00"),
    ]
    assert order(versions) == "abc"
