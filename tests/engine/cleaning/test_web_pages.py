"""Web pages from markup to story."""

from __future__ import annotations

import pytest

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


def framed(before: str = "", after: str = "", story: tuple[str, ...] = STORY) -> str:
    """A page whose story stands in no element of its own, between other parts."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return (
        f'<html lang="en"><head><title>{HEADLINE} - Courier</title></head>'
        f'<body class="page">{before}<h1>{HEADLINE}</h1>{paragraphs}{after}</body></html>'
    )


def test_comments_longer_than_the_story_go() -> None:
    remarks = "".join(
        f"<li><p>Number {i} here: I moored at that wall for {i + 3} years, and the board never "
        "once sent a surveyor down to look at what the winter storms had done to it.</p></li>"
        for i in range(20)
    )
    page_text = framed(
        after=f'<div class="comments-area"><ol>{remarks}</ol></div>', story=STORY[:3]
    )
    version = cleaned_page(page_text)
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY[:3]))
    assert reason_of(version, "Number 7 here") == "comments-footer"


def test_comments_that_are_all_there_is_stay() -> None:
    remarks = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    version = cleaned_page(f'<html><body><div class="comments">{remarks}</div></body></html>')
    assert STORY[2] in version.cleaned()


def test_a_short_page_loses_its_footer() -> None:
    footer = (
        "<footer><p>The Quay Courier has been printed on the island since 1902 and belongs to "
        "those who read it.</p><p>Call the desk</p></footer>"
    )
    version = cleaned_page(framed(after=footer, story=STORY[:2]))
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY[:2]))
    assert reason_of(version, "The Quay Courier has") == "page-furniture"
    assert reason_of(version, "Call the desk") == "navigation"


def test_the_foot_of_a_block_quote_is_the_story_s() -> None:
    quoted = f"<blockquote><p>{STORY[1]}</p><footer>Ines Calder, skipper</footer></blockquote>"
    version = cleaned_page(framed(after=quoted + f"<p>{STORY[4]}</p>", story=STORY[:3]))
    assert reason_of(version, "Ines Calder, skipper") is None


def test_teasers_in_a_list_above_the_headline_go() -> None:
    teasers = "".join(
        f'<li><a href="/{i}">Ferry number {i} runs late again</a> Passengers on the morning '
        "crossing waited for an hour on Monday, and the company gave no reason for the delay.</li>"
        for i in range(8)
    )
    version = cleaned_page(framed(before=f"<ul>{teasers}</ul>"))
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
    assert reason_of(version, "Ferry number 4") == "related-link"


def test_a_menu_that_ends_with_the_headline_is_a_breadcrumb() -> None:
    trail = f'<nav><a href="/">Home</a><a href="/n">News</a>{HEADLINE}</nav>'
    version = cleaned_page(framed(before=trail))
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
    assert reason_of(version, "HomeNews") == "breadcrumb"


def test_words_inside_a_paragraph_that_nobody_sees_there_go() -> None:
    card = (
        '<span class="rollover-name"><a href="/a">Ines Calder</a><span class="rollover-card">'
        '<img src="x.jpg"><a href="/a">Ines Calder</a><a href="/b">Ferry fares to rise again</a>'
        '<a href="/c">Crab season opens early</a></span></span>'
    )
    told = (
        f"<p>{STORY[1].replace('Ines Calder', card)}</p>"
        f'<p>{STORY[2]} <a href="/x">Papers<span class="sr-only"> (opens in a new tab)</span></a> '
        'tell <span style="display: none">menu</span>more of <span class="tooltip">it</span>.</p>'
    )
    version = cleaned_page(framed(after=told, story=STORY[:1]))
    assert STORY[1] in version.cleaned()
    assert "Papers tell more of it." in version.cleaned()
    assert reason_of(version, "Ferry fares to rise") == "related-link"
    assert reason_of(version, "(opens in a new tab)") == "ui-control"


def test_a_hidden_part_of_a_story_stays() -> None:
    more = f'<p>{STORY[1]} <span style="display:none">{STORY[2]}</span></p>'
    version = cleaned_page(framed(after=more, story=STORY[:1]))
    assert STORY[2] in version.cleaned()


def test_a_document_with_a_title_block_loses_no_more_than_its_signature() -> None:
    block = (
        f'<header id="title-block"><h1 class="title">{HEADLINE}</h1><p class="author">Lena Voss</p>'
        '<p class="date">May 5, 2024</p></header>'
    )
    body = (
        f"<p>{STORY[0]}</p><h2>What the crews say</h2><p>{STORY[1]}</p>"
        f"<ul><li>Forty berths</li><li>Two cranes</li></ul><p>{STORY[2]}</p>"
    )
    head = f'<html lang="en"><head><title>{HEADLINE}</title></head>'
    version = cleaned_page(f"{head}<body>{block}{body}</body></html>")
    assert cuts(version) == [("byline", "Lena Voss"), ("timestamp", "May 5, 2024")]


def test_a_message_set_into_the_story_stays() -> None:
    message = (
        '<blockquote class="twitter-tweet"><p lang="en">The wall has moved again and nobody has '
        "told the crews a thing about it.</p>— Ines Calder (@calder) "
        '<a href="https://twitter.com/x/1">May 3, 2024</a></blockquote>'
    )
    version = cleaned_page(page("{headline}{story}" + message + f"<p>{STORY[0][:-1]} again.</p>"))
    assert reason_of(version, "The wall has moved again") is None


def test_a_declared_author_is_found_where_the_page_names_her() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author":'
        '{"@type": "Person", "name": "Lena Voss"}}</script>'
    )
    version = cleaned_page(page("{headline}<div>Harbour desk: Lena Voss</div>{story}", head))
    assert version.metadata.byline is not None
    assert version.metadata.byline.of(version.source.text) == "Lena Voss"
    assert reason_of(version, "Harbour desk") == "byline"


def test_a_name_in_an_inline_element_called_author_is_a_byline() -> None:
    version = cleaned_page(
        page('{headline}<div><span class="author">Lena Voss</span></div>{story}')
    )
    assert version.metadata.byline is not None
    assert version.metadata.byline.of(version.source.text) == "Lena Voss"


def test_the_stories_a_page_goes_on_with_go() -> None:
    other = (
        "Hail destroyed three quarters of the apple harvest on Thursday, the growers have said.",
        "The storm lasted for eleven minutes and was the worst in thirty years, they said.",
    )
    more = "".join(f"<p>{sentence}</p>" for sentence in other)
    markup = page("{headline}{story}").replace(
        "</article></main>",
        f"</article><article><h1>Hail destroys the harvest</h1>{more}</article></main>",
    )
    version = cleaned_page(markup)
    assert version.cleaned() == "\n\n".join((HEADLINE, *STORY))
    assert reason_of(version, other[0]) == "related-link"


def test_a_story_in_several_articles_of_a_page_stays() -> None:
    parts = "".join(
        f"<article><h1>Part {number}</h1><p>{sentence}</p></article>"
        for number, sentence in enumerate(STORY)
    )
    title = f"<title>{HEADLINE}</title>"
    version = cleaned_page(
        f"<html><head>{title}</head><body><h1>{HEADLINE}</h1>{parts}</body></html>"
    )
    for sentence in STORY:
        assert reason_of(version, sentence) is None


def test_an_old_page_without_classes_loses_its_notice() -> None:
    links = "".join(
        f'<a href="{n}">{word}</a><br>' for n, word in enumerate(("Front", "Shop", "Us"))
    )
    body = "<br><br>".join(STORY)
    version = cleaned_page(
        f"<html><body>{links}<b>{HEADLINE}</b><br><br>{body}<br><br>"
        "<small>Copyright 2003 The Quay Courier</small></body></html>"
    )
    assert reason_of(version, "Copyright 2003") == "copyright"
    for sentence in STORY:
        assert reason_of(version, sentence) is None


@pytest.mark.parametrize(
    "heading",
    [
        f'<div class="comments-count"><h1>{HEADLINE}</h1></div>',
        f'<div class="title">{HEADLINE}</div><h1>0 Comments</h1>',
        f"<p>{HEADLINE}</p>",
    ],
)
def test_the_line_that_says_what_the_title_says_is_the_headline(heading: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    menu = f'<nav><ul><li><a href="/">Home</a></li><li><a href="/q">{HEADLINE}</a></li></ul></nav>'
    markup = f"<html><head><title>{HEADLINE}</title></head><body>{menu}<main>{heading}{body}"
    version = cleaned_page(f"{markup}</main></body></html>")
    headline = version.metadata.headline
    assert headline is not None
    assert headline.of(version.source.text) == HEADLINE
    assert headline == version.paragraphs[0].span
    assert reason_of(version, HEADLINE) == "navigation"
