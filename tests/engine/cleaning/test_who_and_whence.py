"""Who wrote and where it came from: bylines, sign-offs, agencies, captions, writers' own lines."""

from __future__ import annotations

import pytest

from engine.cleaning.pages import HEADLINE, STORY, cleaned, cuts, reason_of, story


def byline_of(text: str) -> str | None:
    version = cleaned(text)
    span = version.metadata.byline
    return span.of(version.source.text) if span is not None else None


@pytest.mark.parametrize(
    "line",
    [
        "(Adds reaction. Reporting by Lena Voss and Tom Okafor; editing by Ines Marr)",
        "Reporting by Lena Voss in Wexholm; Additional reporting by Tom Okafor; Editing by I. Marr",
        "(Reporting by Lena Voss; Editing by Tom Okafor)",
        "Courier writer Lena Voss in Wexholm contributed to this report.",
        "(With inputs from agencies)",
    ],
)
def test_the_sign_off_of_an_agency_is_cut(line: str) -> None:
    assert cuts(cleaned(story(after=(line,)))) == [("byline", line)]


def test_a_sign_off_at_the_end_of_the_last_paragraph() -> None:
    sign = "(Reporting by Lena Voss; Editing by Tom Okafor)"
    text = f"{story()} {sign}"
    assert cuts(cleaned(text)) == [("byline", sign)]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the Courier showed that the board had known of the crack since the autumn.",
        "Editing by night was the only way to get the paper out, she said.",
        "The board added a note (edited by its lawyers over the weekend) to the plan.",
    ],
)
def test_a_sentence_about_reporting_stays(line: str) -> None:
    assert cuts(cleaned("\n".join((*STORY[:3], line, *STORY[3:])))) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena Voss, Northern Wire", "Lena Voss"),
        ("By Lena Voss and Tom Okafor, Northern Wire", "Lena Voss and Tom Okafor"),
        ("By Lena Voss, Health Editor", "Lena Voss"),
        ("By Web Desk", "Web Desk"),
        ("By Staff Reporter", "Staff Reporter"),
        ("By Lena Voss in Wexholm", "Lena Voss"),
        ("Por Lucía Ferrer", "Lucía Ferrer"),
        ("By the Courier editors", "the Courier editors"),
        ("By Courier Energy Team", "Courier Energy Team"),
        ("By Md Karim Hossain", "Md Karim Hossain"),
        (
            "By Lena Voss, MD, and Tom Okafor, PhD | Northern Wire",
            "Lena Voss, MD, and Tom Okafor, PhD",
        ),
        ("By Lena Voss Former Deputy Editor", "Lena Voss"),
        ("Posted on 18 November 2019 by Lena Voss", "Lena Voss"),
        ("18/11/2019 · 3 min read · By Lena Voss", "Lena Voss"),
        ("by harbourwatch | 18 November 2019", "harbourwatch"),
        ("By Lena 18 November 2019 No comments", "Lena"),
        ("Contributors: Lena Voss", "Lena Voss"),
    ],
)
def test_a_byline_names_whoever_wrote(line: str, names: str) -> None:
    text = story(HEADLINE, line)
    if line.startswith("Por"):
        text = f"Cierra el muelle del puerto\n{line}\n" + "\n".join(
            ["El consejo votó el jueves el cierre del muelle de la ciudad por dos años."] * 1
            + ["Los pescadores dijeron que no se les había preguntado en ningún momento."]
        )
    assert byline_of(text) == names


def test_a_name_alone_between_headline_and_time_is_a_byline() -> None:
    text = story(HEADLINE, "Lena Voss", "18 November 2019")
    assert byline_of(text) == "Lena Voss"
    assert ("byline", "Lena Voss") in cuts(cleaned(text))


def test_a_name_alone_elsewhere_stays() -> None:
    lines = (HEADLINE, "18 November 2019", *STORY[:3], "Ines Calder", *STORY[3:])
    assert reason_of(cleaned("\n".join(lines)), "Ines Calder\n") is None


def test_a_line_about_the_writer_is_cut_and_one_about_others_stays() -> None:
    bio = "Lena Voss is a reporter at the Courier"
    other = "Ines Calder is a skipper in the third generation."
    version = cleaned(story(HEADLINE, "By Lena Voss", after=(other, bio)))
    assert reason_of(version, bio) == "author-bio"
    assert reason_of(version, other) is None


@pytest.mark.parametrize(
    ("opening", "tag", "name"),
    [
        ("WEXHOLM, July 3. /TASS/. ", "/TASS/.", "TASS"),
        ("WEXHOLM, July 3, 2024 /PRNewswire/ -- ", "/PRNewswire/", "PRNewswire"),
        ("Wexholm, 3 jul (EFE).- ", "(EFE).", "EFE"),
    ],
)
def test_the_tag_of_an_agency_in_a_dateline(opening: str, tag: str, name: str) -> None:
    version = cleaned(f"{opening}{story()}")
    assert cuts(version) == [("source-tag", tag)]
    assert version.metadata.source == name


@pytest.mark.parametrize(
    ("line", "name"),
    [("Reuters", "Reuters"), ("The Courier with AFP", "AFP"), ("By Lena Voss", None)],
)
def test_an_agency_that_signs_a_story_is_its_source(line: str, name: str | None) -> None:
    for text in (story(HEADLINE, line), story(HEADLINE, after=(line,))):
        assert cleaned(text).metadata.source == name


def test_a_caption_with_its_credit_is_cut_whole() -> None:
    line = "Boats at the eastern quay on Friday (Image: Wexholm Courier)"
    assert cuts(cleaned(story(HEADLINE, line))) == [("photo-caption", line)]


def test_a_labelled_credit_behind_a_sentence_is_cut_and_the_sentence_stays() -> None:
    line = "Boats left the quay on Friday. Photo: Lena Voss"
    assert cuts(cleaned(story(line))) == [("photo-credit", "Photo: Lena Voss")]


def test_a_settings_button_is_a_control() -> None:
    assert cuts(cleaned(story("Settings"))) == [("ui-control", "Settings")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lena Voss | November 18, 2019", "Lena Voss"),
        ("Lena Voss, Northern Wire\n18 November 2019", "Lena Voss"),
        ("Lena Voss, harbour correspondent\n18 November 2019", "Lena Voss"),
        ("18 Nov 2019 · Lena Voss", "Lena Voss"),
        ("Posted on November 18, 2019 by Lena Voss", "Lena Voss"),
        ("Quay Wall | November 18, 2019", None),
    ],
)
def test_a_name_beside_a_day(line: str, names: str | None) -> None:
    assert byline_of(story(HEADLINE, line)) == names


def test_a_menu_is_no_list_of_names() -> None:
    menu = (
        "Wexholm Courier and its weekly supplement",
        "Harbour News",
        "Ferry Times",
        "Boat Sales",
    )
    text = story(*menu, "18 November 2019", HEADLINE, "By Lena Voss")
    assert byline_of(text) == "Lena Voss"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena VossStaff Writer", "Lena Voss"),
        ("By Lena Voss@lenavoss May 5, 2024", "Lena Voss"),
        ("Lena Voss | Senior Writer | May 5, 2024", "Lena Voss"),
        ("Lena Voss, Tom Okafor & Ines Marr May 5, 2024", "Lena Voss, Tom Okafor & Ines Marr"),
        ("Published May 5, 2024 by Lena Voss", "Lena Voss"),
        ("Guide by Lena Voss Deputy Editor", "Lena Voss"),
    ],
)
def test_a_name_that_posts_and_days_run_into(line: str, names: str) -> None:
    assert byline_of(story(HEADLINE, line)) == names


@pytest.mark.parametrize(
    "line",
    ["Reviewed by Lena Voss", "Edited by: Lena Voss", "Photos by Lena Voss", "Register Now!",
     "Why Choose Us?", "Key Takeaways", "By Company Size"],
)  # fmt: skip
def test_labels_and_other_hands_are_no_byline(line: str) -> None:
    assert byline_of(story(HEADLINE, line, "18 November 2019")) is None


def test_who_wrote_goes_before_who_checked() -> None:
    page = story(HEADLINE, "Reviewed by Tom Okafor", "Written by Lena Voss", "18 November 2019")
    assert byline_of(page) == "Lena Voss"


def test_the_byline_of_a_teaser_far_below_is_not_the_storys() -> None:
    teasers = [
        line
        for number in range(8)
        for line in (f"Another {number} of our stories on ferries", "Share", "by Tom Okafor")
    ]
    assert byline_of(story(HEADLINE, after=("Related stories", *teasers))) is None


def test_an_agency_that_signs_in_small_letters_or_without_brackets() -> None:
    german = (
        "Der Hafenrat beschloss am Donnerstag, den östlichen Kai für zwei Jahre zu sperren.",
        "„Das hat uns niemand gesagt“, sagte die Fischerin Ines Kalder dem Blatt am Abend.",
        "Die Mauer von 1911 hat sich nach Angaben des Rates um neun Zentimeter bewegt.",
    )
    version = cleaned("\n".join((f"Wexholm (dpa) - {german[0]}", *german[1:])))
    assert cuts(version) == [("source-tag", "(dpa)")]
    assert version.metadata.source == "dpa"
    spanish = (
        "El consejo del puerto votó el jueves el cierre del muelle oriental durante dos años.",
        "Los pescadores dijeron que no se les había preguntado en ningún momento. EFE",
    )
    assert cuts(cleaned("\n".join(spanish))) == [("source-tag", "EFE")]


def test_a_caption_that_says_for_whom_it_was_taken() -> None:
    caption = "Boats left the quay on Friday. (Lena Voss for the Courier)"
    assert cuts(cleaned(story(HEADLINE, caption))) == [("photo-caption", caption)]


def test_a_particle_with_a_capital_belongs_to_the_name() -> None:
    french = (
        "La ville ferme son quai pour deux ans",
        "Par Erwan Le Bris",
        "Le conseil du port a voté jeudi la fermeture du quai est pour deux ans, a-t-il annoncé.",
        "Les pêcheurs disent que personne ne les a consultés avant la décision de jeudi soir.",
    )
    assert byline_of("\n".join(french)) == "Erwan Le Bris"


def test_the_name_of_a_newsletter_above_a_headline_is_not_the_headline() -> None:
    version = cleaned(story("The Slow Quay", HEADLINE, "By Lena Voss"))
    assert version.metadata.headline is not None
    assert version.metadata.headline.of(version.source.text) == HEADLINE


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Courier Energy Team", "18 November 2019"), "Courier Energy Team"),
        (("Author", "Lena Voss", "Updated on 18 November 2019"), "Lena Voss"),
        (("Article by", "Lena Voss"), "Lena Voss"),
        (("Lena Voss @ Harbourwatch", "18 November 2019"), "Lena Voss"),
    ],
)
def test_a_name_beside_a_label_or_a_day_signs_the_story(lines: tuple[str, ...], names: str) -> None:
    assert byline_of(story(HEADLINE, *lines)) == names


@pytest.mark.parametrize(
    "lines", [("Our Team",), ("Meet the Team", "18 November 2019"), ("Harbour News", "Subscribe")]
)
def test_a_label_between_headline_and_story_is_no_byline(lines: tuple[str, ...]) -> None:
    assert byline_of(story(HEADLINE, *lines)) is None


@pytest.mark.parametrize(
    "bio",
    [
        "Lena has covered the harbours of the coast for twelve years.",
        "Lena Voss, a fisher's daughter, writes on ports and ferries for the Courier.",
        "*Lena Voss (she/her) joined the Courier in 2011.",
    ],
)
def test_what_ends_a_story_on_its_writer_is_cut(bio: str) -> None:
    version = cleaned(story(HEADLINE, "By Lena Voss", after=(bio,)))
    assert reason_of(version, bio) == "author-bio"


def test_others_of_the_writers_first_name_stay() -> None:
    line = "Lena Holm has fished here for twelve years and will not go, she said."
    version = cleaned(story(HEADLINE, "By Lena Voss", after=(line,)))
    assert reason_of(version, line) is None
