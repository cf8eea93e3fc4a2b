"""What stands below a story or in other languages, in pages too short to be told by a model."""

from __future__ import annotations

from engine.cleaning.pages import HEADLINE, STORY, cleaned, cuts, reason_of, story


def test_titles_below_a_heading_go_with_it_at_the_end() -> None:
    links = ("The wall that moves by night", "Who pays for the northern basin?")
    version = cleaned(story(after=("More from Wexholm", *links, "Tags", "Harbour", "Fishing")))
    assert cuts(version) == [
        ("related-link", "\n".join(("More from Wexholm", *links))),
        ("tags", "Tags\nHarbour\nFishing"),
    ]


def test_a_list_that_ends_a_story_stays() -> None:
    listed = ("What the crews ask for", "A third berth", "Lower fees", "A say in the plan")
    assert cuts(cleaned(story(after=listed))) == []


def test_remarks_between_buttons_are_comments() -> None:
    remarks = (
        "Comments", "quayside", "Anyone who has seen that wall knows it is falling.",
        "Reply Share Report", "harbourmaster", "Nine centimetres is nothing.", "Reply",
    )  # fmt: skip
    version = cleaned(story(HEADLINE, after=remarks))
    assert cuts(version) == [("comments-footer", "\n".join(remarks))]


def test_comments_counted_above_a_story_do_not_take_it_along() -> None:
    assert cuts(cleaned(story(HEADLINE, "14 comments", after=("Leave a comment",)))) == [
        ("comments-footer", "14 comments"),
        ("comments-footer", "Leave a comment"),
    ]


def test_counts_beside_buttons_go_with_them() -> None:
    version = cleaned(story(HEADLINE, "Share", "412", "Comments", "1.2k"))
    assert [reason for reason, _ in cuts(version)] == ["share-buttons", "comments-footer"]
    assert reason_of(version, "412") == "share-buttons"


def test_a_kicker_is_not_the_headline() -> None:
    version = cleaned(story("Press release", HEADLINE))
    assert version.metadata.headline is not None
    assert version.metadata.headline.of(version.source.text) == HEADLINE


def test_a_question_may_be_a_headline() -> None:
    asks = "Quiz: how well do you know your county's eastern quay?"
    version = cleaned(story(asks))
    assert version.metadata.headline is not None
    assert version.metadata.headline.of(version.source.text) == asks


def test_short_sentences_beside_prose_stay_on_a_short_page() -> None:
    around = (
        "Skip to content",
        "Subscribe to our newsletter",
        "Share on Facebook",
        "Advertisement",
    )
    short = "The wall did not fall."
    lines = (
        *around,
        HEADLINE,
        *STORY[:4],
        short,
        "23 comments",
        "Related articles",
        "© 2024 Courier",
    )
    assert reason_of(cleaned("\n".join(lines)), short) is None


PORTUGUESE = (
    "O conselho do porto votou na quinta-feira o fechamento do cais oriental durante dois anos.",
    "“Disseram em março que não havia nada decidido”, contou a patroa Inês Calder.",
    "As obras custarão uns 14 milhões, segundo os papéis que foram publicados antes da reunião.",
)


def test_furniture_of_a_language_without_a_folder() -> None:
    above = ("O cais fecha por dois anos", "Por Lúcia Ferreira", "5 de novembro de 2025")
    below = (
        "Leia também", "O muro que se move de noite",
        "Assine nossa newsletter", "Política de privacidade",
    )  # fmt: skip
    lines = (*above, "Compartilhar", *PORTUGUESE, *below)
    version = cleaned("\n".join(lines))
    assert cuts(version) == [
        ("byline", "Por Lúcia Ferreira"),
        ("timestamp", "5 de novembro de 2025"),
        ("share-buttons", "Compartilhar"),
        ("related-link", "Leia também\nO muro que se move de noite"),
        ("newsletter", "Assine nossa newsletter"),
        ("legal-disclaimer", "Política de privacidade"),
    ]
    assert version.metadata.published == "2025-11-05"


FRENCH = (
    "Le conseil du port a voté jeudi la fermeture du quai oriental pendant deux ans.",
    "« On nous avait dit en mars que rien n'était décidé », a expliqué la patronne Inès Calder.",
)


def test_a_french_day_is_read_day_first_and_a_line_of_two_times_is_cut() -> None:
    times = "Publié le 06/05/2025 à 18h45, mis à jour le 07/05/2025 à 09h10"
    version = cleaned("\n".join(("Le quai oriental ferme pour deux ans", times, *FRENCH)))
    assert cuts(version) == [("timestamp", times)]
    assert version.metadata.published == "2025-05-06T18:45"


def test_a_signed_line_is_a_headline_though_it_reads_as_a_sentence() -> None:
    asks = "Explainer: Why is there a hole in the eastern quay?"
    for headline in (asks, "The quay that a winter storm has closed"):
        version = cleaned(story(headline, "By Lena Voss"))
        assert version.metadata.headline is not None
        assert version.metadata.headline.of(version.source.text) == headline


def test_a_headline_at_the_top_of_a_short_page_stays_above_its_standfirst() -> None:
    around = ("Share on Facebook", "Subscribe to our newsletter", "23 comments", "© 2024 Courier")
    headline, standfirst = "The wall that nobody asked for", "On a quay, its crews and nine lost cm"
    version = cleaned(story(headline, standfirst, "By Lena Voss", after=around))
    assert version.metadata.headline is not None
    assert version.metadata.headline.of(version.source.text) == headline
    assert version.metadata.standfirst is not None
    assert version.metadata.standfirst.of(version.source.text) == standfirst


def test_a_signed_first_line_is_the_headline_whatever_its_words() -> None:
    around = ("Share on Facebook", "Subscribe to our newsletter", "23 comments", "© 2024 Courier")
    headline = "Firm fined after passenger stranded overnight"
    version = cleaned(story(headline, "Published 17 January 2025", after=around))
    assert version.metadata.headline is not None
    assert version.metadata.headline.of(version.source.text) == headline


def test_remarks_that_say_who_made_them_and_when_are_comments() -> None:
    remarks = (
        "quayside says:", "November 19, 2019 at 7:02 am",
        "Anyone who has seen that wall knows it is falling down by itself.",
        "Bob, just Bob says:", "November 19, 2019 at 7:40 am", "Nine centimetres is nothing.",
    )  # fmt: skip
    version = cleaned(story(HEADLINE, after=remarks))
    assert cuts(version) == [("comments-footer", "\n".join(remarks))]


def test_times_of_a_live_blog_stay_between_its_entries() -> None:
    entries = [line for hour, line in enumerate(STORY, 9) for line in (f"{hour}:40", line)]
    assert cuts(cleaned("\n".join((HEADLINE, "18 November 2019", *entries)))) == [
        ("timestamp", "18 November 2019")
    ]


def test_times_of_a_live_blog_stay_on_a_page_with_menus() -> None:
    menu = ("Home", "News", "Sport", "Weather", "Subscribe", "Sign in", "Privacy Policy")
    entries = [line for hour, line in enumerate(STORY[:4], 12) for line in (f"{hour}.40pm", line)]
    version = cleaned("\n".join((*menu, HEADLINE, "18 November 2019", *entries, *menu)))
    assert [reason_of(version, f"{hour}.40pm") for hour in range(12, 16)] == [None] * 4


def test_sentences_under_titles_of_their_own_below_a_story_are_teasers() -> None:
    menu = ("Home", "News", "Sport", "Weather", "Subscribe", "Sign in", "Privacy Policy",
            "Contact us", *(f"Section {number}" for number in range(20)))  # fmt: skip
    teasers = (
        "Choir wins prize in Oslo", "Forty singers came home with a cup on Sunday night at last.",
        "Bees return to rooftop hives", "The school keeps nine hives above its gymnasium again.",
        "Why the library moves east", "Shelves are carried by hand across town this whole week.",
        "Bakery opens at midnight now", "A queue of forty people stood outside on Friday evening.",
    )  # fmt: skip
    page = story(*menu, HEADLINE, "18 November 2019", after=(*menu[:8], *teasers, *menu[8:]))
    version = cleaned(page)
    assert reason_of(version, teasers[3]) is not None
    assert all(reason_of(version, line) is None for line in STORY)


def test_an_account_with_an_underscore_is_no_symbol() -> None:
    version = cleaned(story(HEADLINE, "arrow_back", after=("gull_watcher",)))
    assert cuts(version) == [("icon-names", "arrow_back")]


def test_the_foot_of_a_newsletter_goes() -> None:
    foot = ("Was this email forwarded to you? Sign up here.", "Unsubscribe")
    assert cuts(cleaned(story(HEADLINE, after=foot))) == [("newsletter", "\n".join(foot))]


def test_another_title_at_the_top_is_not_the_headline() -> None:
    version = cleaned(story("One simple trick for cheaper power", "Learn more", HEADLINE))
    assert version.metadata.headline is not None
    assert version.metadata.headline.of(version.source.text) == HEADLINE
