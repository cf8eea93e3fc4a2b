"""Web pages from markup to story."""

from __future__ import annotations

from driftline.engine.records import Role
from engine.cleaning.pages import HEADLINE, STORY, cleaned_page, cuts, reason_of

MENU = "".join(
    f'<li><a href="/{word}">{word}</a></li>' for word in ("Home", "News", "Sport", "Sea")
)
TEASERS = "".join(
    f'<li><a href="/{number}"><h3>Teaser number {number} about some other story</h3></a></li>'
    for number in range(6)
)


def page(body: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return (
        f'<html lang="en"><head><title>{HEADLINE} - Courier</title>{head}</head><body>'
        f'<header><nav class="menu"><ul>{MENU}</ul></nav></header><main><article>'
        f"{body.format(headline=f'<h1>{HEADLINE}</h1>', story=paragraphs)}</article></main>"
        f'<aside class="related"><h2>Related articles</h2><ul>{TEASERS}</ul></aside>'
        '<div id="comments"><h3>Comments</h3><p>I have seen that wall, it is in a dreadful state '
        "and nobody ever did a thing about it.</p></div>"
        "<footer><p>© 2024 The Quay Courier</p></footer></body></html>"
    )


def test_the_story_stays_and_its_surroundings_go() -> None:
    version = cleaned_page(page("{headline}{story}"))
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
    assert version.paragraphs[0].role is Role.HEADLINE
    assert reason_of(version, "Sport") == "navigation"
    assert reason_of(version, "Teaser number 3") == "related-link"
    assert reason_of(version, "I have seen that wall") == "comments-footer"
    assert reason_of(version, "© 2024") == "copyright"


def test_markup_tells_time_site_and_byline() -> None:
    head = (
        '<meta property="og:site_name" content="Quay Courier">'
        '<meta property="article:published_time" content="2024-06-25T18:18:00+02:00">'
    )
    version = cleaned_page(page("{headline}<p class='byline'>By Lena Voss</p>{story}", head))
    meta = version.metadata
    assert (meta.published, meta.source) == ("2024-06-25T18:18+02:00", "Quay Courier")
    assert meta.byline is not None
    assert meta.byline.of(version.source.text) == "Lena Voss"
    assert ("byline", "By Lena Voss") in cuts(version)


def test_a_shown_day_of_publication_goes_before_a_later_one_in_the_markup() -> None:
    head = '<meta property="article:published_time" content="2025-02-01T00:00:00Z">'
    shown = cleaned_page(page("{headline}<p>Published: 5 May 2024</p>{story}", head))
    assert shown.metadata.published == "2024-05-05"
    updated = cleaned_page(page("{headline}<p>Updated: 3 March 2025</p>{story}", head))
    assert updated.metadata.published == "2025-02-01T00:00+00:00"


def test_a_plain_document_saved_as_html_loses_nothing() -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    version = cleaned_page(f"<html><body><h1>{HEADLINE}</h1>{paragraphs}</body></html>")
    assert version.cuts == ()
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
