"""What every version promises, and what the editor's own word does."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.cleaning.clean import clean
from driftline.engine.options import CleaningOptions
from driftline.engine.progress import Cancelled
from driftline.engine.records import Reason, Role, Version
from engine.cleaning.pages import HEADLINE, STORY, cleaned, cuts, reason_of, source, story

LINES = st.sampled_from(
    [
        *STORY, HEADLINE, "", " ", "Share", "Home", "Advertisement", "Read more", "0:00", "3:15",
        "Podcast", "403", "Page not found", "By Ann Lee", "5 May 2024, 10:15", "(AP) " + STORY[0],
        "icon menu icon close icon share icon search", "Comments", "No comments", "Legal notice:",
        "© 2024 The Quay", STORY[1] + " (RT)", "Go Go Go now Go Go Go now", "“We use cookies.”",
        "\u00a0\u200b", "☂ 𝄞", "a\u2028b",
    ]
)  # fmt: skip
PAGES = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=24).map("\n".join)
SPANS = st.lists(st.tuples(st.integers(-5, 400), st.integers(-5, 400)), max_size=3).map(tuple)


def assert_whole(version: Version) -> None:
    """Sorted, apart from each other, and nothing but white space outside paragraphs and cuts."""
    text = version.source.text
    position = 0
    for cut in version.cuts:
        assert position <= cut.span.start < cut.span.end <= len(text)
        position = cut.span.end
    position = 0
    for paragraph in version.paragraphs:
        assert position <= paragraph.span.start < paragraph.span.end <= len(text)
        assert text[paragraph.span.start : paragraph.span.end].strip()
        position = paragraph.span.end
    seen = bytearray(len(text))
    for span in [c.span for c in version.cuts] + [p.span for p in version.paragraphs]:
        seen[span.start : span.end] = b"\1" * len(span)
    assert not "".join(c for c, known in zip(text, seen, strict=True) if not known).strip()


@given(PAGES, SPANS, SPANS)
def test_every_character_is_kept_or_cut_or_white_space(
    text: str, restored: tuple[tuple[int, int], ...], added: tuple[tuple[int, int], ...]
) -> None:
    assert_whole(cleaned(text))
    assert_whole(cleaned(text, restored=restored, added=added))
    assert_whole(cleaned(text, raw=True))


@given(PAGES, SPANS)
def test_restored_text_is_kept_and_added_text_is_cut_by_hand(
    text: str, spans: tuple[tuple[int, int], ...]
) -> None:
    restored = cleaned(text, restored=spans)
    for cut in restored.cuts:
        assert not any(max(a, cut.span.start) < min(b, cut.span.end) for a, b in spans)
    by_hand = {
        place
        for cut in cleaned(text, added=spans).cuts
        if cut.by_hand
        for place in range(cut.span.start, cut.span.end)
    }
    wanted = {p for a, b in spans for p in range(max(a, 0), min(b, len(text)))}
    assert by_hand <= wanted
    assert not "".join(text[place] for place in wanted - by_hand).strip()


@given(PAGES)
def test_the_same_text_gives_the_same_version(text: str) -> None:
    assert cleaned(text) == cleaned(text)
    assert pickle.loads(pickle.dumps(cleaned(text))) == cleaned(text)


def test_nothing_to_clean_is_left_alone() -> None:
    version = cleaned(story())
    assert version.cuts == ()
    assert version.cleaned() == "\n\n".join(STORY)


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\u00a0"])
def test_a_text_without_words_gives_no_paragraphs(text: str) -> None:
    version = cleaned(text)
    assert version.cuts == ()
    assert version.paragraphs == ()


def test_part_of_a_cut_can_be_restored() -> None:
    text = story(after=("Advertisement", "Subscribe to our newsletter"))
    start = text.index("Advertisement")
    version = cleaned(text, restored=((start, start + 13),))
    assert "Advertisement" in version.cleaned()
    assert reason_of(version, "Subscribe to our") == "newsletter"


def test_a_cut_by_hand_may_lie_inside_a_line() -> None:
    text = story()
    start = text.index(", a decision")
    end = text.index("spring") + 6
    version = cleaned(text, added=((start, end),))
    assert [(c.reason, c.by_hand) for c in version.cuts] == [(Reason.OTHER, True)]
    assert "close the eastern quay for two years.\n\n" in version.cleaned()


def test_lines_the_editor_protects_are_never_cut() -> None:
    text = story("Advertisement", after=("ADVERTISEMENT", "Comments"))
    version = cleaned(text, keep_lines=("Advertisement",))
    assert reason_of(version, "Advertisement") is None
    assert reason_of(version, "ADVERTISEMENT") is None
    assert reason_of(version, "Comments") == "comments-footer"


def test_raw_takes_blocks_between_blank_lines_or_else_lines() -> None:
    blocks = cleaned("One\ntwo\n\nthree\r\n \r\nfour", raw=True)
    assert [p.span.of(blocks.source.text) for p in blocks.paragraphs] == [
        "One\ntwo", "three", "four",
    ]  # fmt: skip
    lines = cleaned("Share\nOne\ntwo", raw=True)
    assert len(lines.paragraphs) == 3
    assert lines.cuts == ()
    assert {p.role for p in lines.paragraphs} == {Role.BODY}


def test_hard_wrapped_text_becomes_paragraphs() -> None:
    wrapped = (
        "The harbour board voted on Thursday to close the eastern\n"
        "quay for two years, a decision that fishing crews had\n"
        "fought since the spring of last year.\n\n"
        "Repairs will cost an estimated 14 million crowns, most of\n"
        "it paid by the county, according to papers published by\n"
        "the board before the meeting.\n"
    )
    version = cleaned(wrapped)
    assert len(version.paragraphs) == 2
    assert version.cuts == ()


def test_cleaning_can_be_stopped() -> None:
    def stop(label: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        clean(source(story()), CleaningOptions(), stop)


@pytest.mark.parametrize("raw", [False, True])
def test_a_long_text_tells_of_itself_all_along(raw: bool) -> None:
    told: list[int] = []
    lines = [f"Boat number {number} left the quay at dawn." for number in range(5000)]
    clean(
        source("\n".join(lines)),
        CleaningOptions(raw=raw),
        lambda label, done, total: told.append(done),
    )
    assert told == sorted(told)  # a bar never runs back
    assert len(told) >= (10 if raw else 100)


def test_cuts_of_one_reason_in_a_row_are_one_cut() -> None:
    version = cleaned(story(after=("Comments", "", "No comments yet")))
    assert cuts(version) == [("comments-footer", "Comments\n\nNo comments yet")]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "WEXHOLM, Norrland, March 7, 2024 - The harbour board voted to close the quay.",
            "2024-03-07",
        ),
        ("The last day to object to the plan is March 7, 2024, the harbour board has said.", None),
    ],
)
def test_a_day_in_a_paragraph_is_that_of_publication_in_a_dateline_alone(
    line: str, day: str | None
) -> None:
    assert cleaned("\n".join((HEADLINE, line, *STORY))).metadata.published == day


def test_the_days_of_comments_are_not_that_of_publication() -> None:
    remarks = [
        line
        for day in (3, 4, 5)
        for line in ("quayside", f"November {day}, 2022 at 7:03 am", "Nothing was settled.")
    ]
    text = story(HEADLINE, "By Lena Voss. Last updated on 11 December 2023", after=tuple(remarks))
    assert cleaned(text).metadata.published == "2023-12-11"


def test_a_menu_set_twice_is_no_headline() -> None:
    menu = ("Harbour fish recipes About", "HarbourfishrecipesAbout")
    version = cleaned(story(*menu, HEADLINE))
    assert [reason_of(version, line) for line in menu] == ["navigation"] * 2
    assert version.metadata.headline == version.paragraphs[0].span
    assert version.cleaned().startswith(HEADLINE)


def test_the_signed_line_is_the_headline_not_the_name_of_the_site() -> None:
    top = ("Ines Calder \N{EN DASH} On the Harbour", "calder.example", HEADLINE, "5 May 2024")
    version = cleaned(story(*top))
    headline = version.metadata.headline
    assert headline is not None
    assert headline.of(version.source.text) == HEADLINE
