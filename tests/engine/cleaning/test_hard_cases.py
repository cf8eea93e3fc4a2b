"""The kinds of page that are hard to clean, each with a text of our own."""

from __future__ import annotations

import pytest

from driftline.engine.records import Role
from engine.cleaning.pages import HEADLINE, STORY, cleaned, cuts, reason_of, story


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("icon searchicon menuicon closeicon arrow righticon fb", "icon-names"),
        ("keyboard_arrow_down", "icon-names"),
        ("Skip to main content", "navigation"),
        ("Advertisement", "advertisement"),
        ("We use cookies to improve your experience on this site.", "cookie-notice"),
        ("Subscribe to our newsletter", "newsletter"),
        ("Share on Facebook", "share-buttons"),
        ("Facebook Twitter WhatsApp Email", "share-buttons"),
        ("4 min read", "ui-control"),
        ("View original", "ui-control"),
        ("Home > News > Coast", "breadcrumb"),
        ("Already a subscriber? Sign in", "paywall"),
        ("Related articles", "related-link"),
        ("Read more: Why the harbour wall moves", "related-link"),
        ("Tags: harbour, fishing, county", "tags"),
        ("23 comments", "comments-footer"),
        ("Leave a comment", "comments-footer"),
        ("© 2024 The Quay Courier. All rights reserved.", "copyright"),
        ("Photo: Lena Voss", "photo-credit"),
        ("The views expressed in this article are those of the author alone.", "legal-disclaimer"),
        ("By Lena Voss, Staff Writer", "byline"),
        ("ByLena Voss and Tom Okafor", "byline"),
        ("Nov 18, 2019 at 9:24 pm", "timestamp"),
        ("Published: 18 November 2019", "timestamp"),
    ],
)
def test_a_line_of_furniture_is_cut_with_its_reason(line: str, reason: str) -> None:
    assert cuts(cleaned(story(line))) == [(reason, line)]
    assert cuts(cleaned(story(line, sep="\n\n"))) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "“We use cookies to improve your experience,” the notice on the harbour's page read.",
        "The page says: “This page may contain third-party content, without warranty of any kind.”",
        "The court found that the app uses cookies to improve its advertising, a judge said.",
        "Twitter and Facebook users shared pictures of the cracked wall within the hour.",
        "The home side won 2:1 after a goal at 10:30 on the harbour pitch.",
        "By the numbers",
        "By nightfall the boats had gone and the quay lay dark and empty.",
        "She lives at 501 Rosser Avenue, a street that runs down to the quay.",
        "The World Health Organisation (WHO) has no view on the matter.",
        "An earlier version of this article gave the wrong year for the quay wall.",
        "Photo: the crack is as wide as a hand. Workers found it in the spring, the board says.",
    ],
)
def test_a_line_of_the_story_that_looks_like_furniture_stays(line: str) -> None:
    text = "\n".join((*STORY[:3], line, *STORY[3:]))
    assert cuts(cleaned(text)) == []


def test_caption_and_credit_inside_the_standfirst() -> None:
    first = "Fishing crews have called the closing of the eastern quay a betrayal"
    fused = f"{first} FILE PHOTO. Boats at the eastern quay. © Courier / Lena Voss"
    version = cleaned(story(fused))
    assert cuts(version) == [
        ("photo-caption", "FILE PHOTO. Boats at the eastern quay."),
        ("photo-credit", "© Courier / Lena Voss"),
    ]
    opening = version.paragraphs[0]
    assert (opening.span.of(version.source.text), opening.role) == (first, Role.STANDFIRST)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Boats left the quay on Friday. (Photo by Lena Voss/Getty Images)",
         "(Photo by Lena Voss/Getty Images)"),
        ("Boats left the quay on Friday. (Lena Voss / Associated Press)",
         "(Lena Voss / Associated Press)"),
    ],
)  # fmt: skip
def test_a_credit_at_the_end_of_a_line(line: str, credit: str) -> None:
    assert cuts(cleaned(story(line))) == [("photo-credit", credit)]


def test_a_teaser_said_twice() -> None:
    teaser = "Harbour wall must not fall – mayor Harbour wall must not fall – mayor"
    text = "\n\n".join((*STORY[:3], teaser, *STORY[3:]))
    assert cuts(cleaned(text)) == [("related-link", teaser)]


def test_the_headline_again_below_the_standfirst() -> None:
    standfirst = "Fishing crews say they were never asked about the plan and will be ruined"
    version = cleaned(story(HEADLINE, "", standfirst, HEADLINE, ""))
    assert cuts(version) == [("duplicate-headline", HEADLINE)]
    assert version.cuts[0].span.start > len(HEADLINE)
    assert [p.role for p in version.paragraphs[:3]] == [
        Role.HEADLINE, Role.STANDFIRST, Role.BODY,
    ]  # fmt: skip


def test_a_body_printed_twice_keeps_the_copy_under_the_headline() -> None:
    body = "\n".join(STORY)
    under_second = cleaned(f"{body}\nView original\n{HEADLINE}\n{body}")
    assert cuts(under_second) == [("duplicate-body", body), ("ui-control", "View original")]
    assert under_second.holds_body_twice
    tail = "\n".join(STORY[1:])
    under_first = cleaned(f"{HEADLINE}\n{body}\n{tail}")
    assert cuts(under_first) == [("duplicate-body", tail)]
    assert under_first.cuts[0].span.start > len(body)


def test_single_lines_may_come_again() -> None:
    text = "\n".join((STORY[0], STORY[2], STORY[1], STORY[3], STORY[2], STORY[4]))
    assert cuts(cleaned(text)) == []


def test_the_remains_of_a_player() -> None:
    version = cleaned(story(after=("Podcast", "0:00", "12:41", "0:00", "9:07")))
    assert cuts(version) == [("media-player", "Podcast\n0:00\n12:41\n0:00\n9:07")]


def test_an_error_banner_above_a_good_page() -> None:
    banner = ("404", "Sorry, the page you were looking for doesn't exist.")
    version = cleaned(story(*banner, HEADLINE))
    assert cuts(version) == [("error-banner", "\n".join(banner))]
    assert cuts(cleaned(story("404", HEADLINE))) == []


def test_a_wrapped_disclaimer_goes_with_its_heading() -> None:
    wrapped = (
        "Legal notice:", "The courier gives the", "information “as it stands” and takes no",
        "blame for what anybody does", "after reading it.",
    )  # fmt: skip
    version = cleaned(story(after=(*wrapped, "", "Comments", "No comment")))
    assert cuts(version) == [
        ("legal-disclaimer", "\n".join(wrapped)),
        ("comments-footer", "Comments\nNo comment"),
    ]


@pytest.mark.parametrize(
    ("text", "tag", "name"),
    [
        (story(f"(REUTERS) {STORY[0]}"), "(REUTERS)", "REUTERS"),
        (story(f"OSLO (AP) — {STORY[0]}"), "(AP)", "AP"),
        (story(f"{STORY[5]} (TASS)").replace(STORY[0], STORY[5] + " More.", 1), None, None),
        ("\n".join((*STORY[:5], f"{STORY[5]} (RT)")), "(RT)", "RT"),
        ("\n".join((*STORY[:5], f"{STORY[5]} It joined the Harbour Union (HU)")), None, None),
    ],
)
def test_an_agency_tag_is_cut_and_told(text: str, tag: str | None, name: str | None) -> None:
    version = cleaned(text)
    assert [words for reason, words in cuts(version) if reason == "source-tag"] == (
        [tag] if tag else []
    )
    assert version.metadata.source == name


def test_days_that_head_parts_of_a_story_stay() -> None:
    text = "\n".join(
        (STORY[0], STORY[1], "12 May 2024", STORY[2], "3 June 2024", STORY[3], STORY[4], STORY[5])
    )
    version = cleaned(text)
    assert cuts(version) == []
    assert [p.role for p in version.paragraphs].count(Role.SUBHEADING) == 2


def test_a_page_of_text_loses_its_surroundings() -> None:
    menu = ("Skip to content", "Home", "News", "Sport", "Culture", "Weather", "Log in", "Menu")
    signed = ("By Lena Voss", "May 5, 2024 10:15 am", "Share", "Facebook", "Twitter")
    below = (
        "Related articles", "Ferry fares to rise again", "Storm damages pier at Westby",
        "Comments", "Leave a comment", "About us", "Contact us", "Privacy policy",
        "© 2024 The Quay Courier",
    )  # fmt: skip
    version = cleaned(story(*menu, HEADLINE, *signed, after=below))
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
    meta = version.metadata
    text = version.source.text
    assert meta.headline is not None
    assert meta.headline.of(text) == HEADLINE
    assert meta.byline is not None
    assert meta.byline.of(text) == "Lena Voss"
    assert meta.published == "2024-05-05T10:15"
    assert meta.language == "en"
    assert reason_of(version, "Ferry fares") == "related-link"
    assert reason_of(version, "Sport") == "navigation"


def test_german_furniture_has_reasons_too() -> None:
    german = (
        "Die Hafenbehörde hat am Donnerstag beschlossen, den Kai für zwei Jahre zu sperren.",
        "„Davon haben wir aus der Zeitung erfahren“, sagte Ines Kaller, die dort vier Boote hat.",
        "Die Mauer stammt aus dem Jahr 1911 und hat sich nach Angaben der Behörde bewegt.",
    )
    text = "\n".join(
        ("Zum Inhalt springen", "25. Juni 2024, 18:18 Uhr", *german, "Mehr zum Thema", "Impressum")
    )
    version = cleaned(text)
    assert [reason for reason, _ in cuts(version)] == [
        "navigation", "timestamp", "related-link", "legal-disclaimer",
    ]  # fmt: skip
    assert version.cleaned() == "\n\n".join(german)
    assert (version.metadata.language, version.metadata.published) == ("de", "2024-06-25T18:18")


def test_a_short_paste_keeps_its_prose() -> None:
    text = "\n".join(
        ("Home", "News", "Menu", HEADLINE, "By Lena Voss", "5 May 2024, 10:15", "Share", STORY[0],
         "Read more: What the quay costs", f"{STORY[1]} (AP)", "Related articles", "Privacy policy")
    )  # fmt: skip
    version = cleaned(text)
    assert version.cleaned() == "\n\n".join((HEADLINE, STORY[0], STORY[1]))
    assert version.metadata.source == "AP"


def test_name_day_and_comments_set_apart_by_style_alone() -> None:
    glued = "By Lena VossMay 5, 2024Updated:May 8, 20242 Comments"
    meta = cleaned(story(HEADLINE, glued)).metadata
    assert meta.published == "2024-05-05"
    assert meta.byline is not None
    assert story(HEADLINE, glued)[meta.byline.start : meta.byline.end] == "Lena Voss"
