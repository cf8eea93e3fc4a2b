"""Whole pages of rendered text whose stories look unlike stories, or whose junk looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from driftline.engine.cleaning.lines import folded
from engine.cleaning.pages import HEADLINE, STORY, cleaned, cuts, reason_of

if TYPE_CHECKING:
    from driftline.engine.records import Version

ABOVE = (
    "Skip to content", "Home", "News", "Sport", "Culture", "Weather", "Log in", "Menu", HEADLINE,
    "By Lena Voss", "May 5, 2024 10:15 am", "Share", "Facebook", "Twitter",
)  # fmt: skip
BELOW = (
    "Related articles", "Ferry fares to rise again", "Storm damages pier at Westby",
    "Leave a comment", "About us", "Contact us", "Privacy policy", "© 2024 The Quay Courier",
)  # fmt: skip


def page(*body: str, below: tuple[str, ...] = BELOW) -> Version:
    return cleaned("\n".join((*ABOVE, *body, *below)))


def amid(*lines: str) -> tuple[str, ...]:
    """The made-up story with other lines in its middle."""
    return (*STORY[:3], *lines, *STORY[3:])


@pytest.mark.parametrize(
    "lines",
    [
        ("WHAT THE CREWS SAY", "Berths for forty boats"),  # subheadings without a full stop
        ("Q: How long will the quay be closed?", "A: Two years, if the winters are kind.",
         "Q: Who pays for it?", "A: The county, for the most part."),
        ("10:42", "The board has gone into a closed session, our reporter at the harbour writes.",
         "11:05", "Crews outside are singing."),
        ("The quay is grey, the quay is long,", "and no one minds the water's song;",
         "the wall has leaned a hundred years", "and held up nothing but our fears."),
        ("CALDER: Who told you that it would hold?", "CHAIR: The surveyor did, in March.",
         "CALDER: He told us otherwise."),
        ("1. Rinse two kilos of mussels.", "2. Soften one onion in butter.",
         "3. Add a glass of white wine and the mussels, and cover."),
        ("Quay       Berths    Depth", "East         40       6 m", "North        52       3 m"),
        ("With files from the county desk", "Correction: An earlier version gave the wrong year."),
    ],
)  # fmt: skip
def test_short_lines_of_a_story_stay(lines: tuple[str, ...]) -> None:
    version = page(*amid(*lines))
    for line in (*STORY, *lines):
        assert reason_of(version, line) is None, line


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("While each product is independently selected by our editors, we may earn a commission "
         "if you buy something through our links.", "advertisement"),
        ("We use cookies to personalise content and ads. By continuing you accept our use of "
         "cookies and our privacy policy.", "cookie-notice"),
        ("Sign up for our morning newsletter and get the day's stories from the coast in your "
         "inbox.", "newsletter"),
        ("As you comment, please be respectful of other readers and keep to the subject; comments "
         "that break our rules are removed.", "comments-footer"),
        ("This page may contain third-party content, which is provided without warranties of any "
         "kind.", "legal-disclaimer"),
    ],
)  # fmt: skip
def test_notices_in_full_sentences_go_with_their_reason(line: str, reason: str) -> None:
    version = page(*STORY, below=(*BELOW[:4], line, *BELOW[4:]))
    assert reason_of(version, line) == reason
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))


def test_readers_comments_below_a_story_go() -> None:
    remarks = (
        "3 comments", "Tom says:", "I have moored there since I was a boy and you could see it "
        "coming for years.", "Reply", "Ada says:", "My father built half of that wall, and I can "
        "tell you nobody paid him for it either.", "Reply", "Post a comment",
    )  # fmt: skip
    version = page(*STORY, below=(*remarks, *BELOW))
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
    assert reason_of(version, "I have moored there") == "comments-footer"
    assert reason_of(version, "My father built") == "comments-footer"


def test_a_row_of_byline_day_and_reading_time_goes() -> None:
    version = page("Nov 18, 2019 at 9:24 pm ET · 2 min read", *STORY)
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))


def test_odd_spaces_and_signs_hide_no_furniture() -> None:
    odd = ("\u00a0Adver\u00adtisement\u200b", "Share\u00a0on\u00a0Facebook", "Oﬃcial newsletter")
    assert folded(odd[2]) == "official newsletter"
    version = page(*amid(*odd[:2]))
    assert reason_of(version, "Adver\u00adtisement") == "advertisement"
    assert reason_of(version, "Share\u00a0on") == "share-buttons"
    assert "\u00ad" not in version.cleaned()


def test_teasers_and_promotions_around_a_story_are_called_so() -> None:
    above = ("Ferry company hires forty captains for the summer season",
             "Get your free trial today and see how our team can help your business.")  # fmt: skip
    text = "\n".join((*ABOVE[:4], *above, *ABOVE[4:], *STORY, *BELOW))
    version = cleaned(text)
    assert reason_of(version, above[0]) == "related-link"
    assert reason_of(version, above[1]) == "advertisement"
    assert {reason for reason, _ in cuts(version)}.isdisjoint({"other"})


FAR_BELOW = (
    "More stories", "Ferry fares to rise again", "Storm damages pier at Westby", "May 4, 2024",
    "Lena Voss", "Weather", "Culture", "Harbour webcam", "Tide table", "Fish market",
    "Ferry fares on the northern line will rise for the third time in two years, the county said "
    "on Monday, and season tickets will no longer be sold on board.",
    "The company that runs the boats says fuel has become dearer by a third since last winter and "
    "that it has cut two of its nine daily sailings already.",
)  # fmt: skip


def test_prose_far_below_the_story_is_another_story_s() -> None:
    version = page(*STORY, below=(*FAR_BELOW, *BELOW))
    for line in STORY:
        assert line in version.cleaned()
    for teaser in FAR_BELOW[-2:]:
        assert reason_of(version, teaser) == "related-link"


def test_a_list_that_a_line_announces_stays() -> None:
    announced = "The board handed out leaflets to the crews, among them these:"
    items = (
        "Berths in Winter 2024", "10 Small Boats", "Ferry Fares 2025", "Harbours North of Westby",
        "Rowing Boats 2025",
    )  # fmt: skip
    version = page(*STORY[:-1], announced, *items, STORY[-1])
    assert [reason_of(version, line) for line in (announced, *items)] == [None] * 6


def test_a_list_of_days_below_the_story_stays() -> None:
    days = tuple(
        f"{month} {day} – Public hearing, {place}"
        for month, day, place in (
            ("June", 9, "Wexholm Hall"), ("June", 16, "Westby School"),
            ("July", 2, "Calder Library"), ("July", 11, "Harbour Office"),
            ("August", 1, "Wexholm Hall"),
        )
    )  # fmt: skip
    version = page(*STORY, "Dates of the hearings", *days)
    assert [reason_of(version, line) for line in ("Dates of the hearings", *days)] == [None] * 6


def test_days_of_other_stories_below_a_heading_go() -> None:
    others = tuple(f"June {day} – Another story of the {day}th" for day in range(4, 10))
    version = page(*STORY, below=("Related articles", *others, *BELOW))
    assert {reason_of(version, line) for line in others} == {"related-link"}
