"""Web pages: what is text, what the markup tells, and what happens to bad ones."""

from __future__ import annotations

import pytest

from driftline.engine.reading.html import read_html
from driftline.engine.records import Role

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Quay to close | The Courier</title>
<meta property="og:title" content="Quay to close">
<meta property="og:site_name" content="The Courier">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay to close",
 "datePublished": "2024-06-25T18:18:03+02:00"}</script>
<style>p {color: red}</style></head>
<body><nav class="main-menu"><ul><li><a href="/">Home</a></li>
<li><a href="/n">News</a></li></ul></nav>
<article><h1>Quay to close</h1>
<p>The   board
voted on <b>Thurs</b>day.</p><!-- not this -->
<h2>Reactions</h2>
<ul><li>Crews are angry.</li><li>Others are not.</li></ul>
<blockquote><p>It was a long time coming.</p></blockquote>
<p>First line<br>second line</p>
<figure><img src="http://example.org/x.jpg" alt="a quay"><figcaption>The quay</figcaption></figure>
</article>
<script>document.write("no")</script><footer>About us</footer></body></html>"""


def told(markup: str | bytes) -> list[str]:
    read = read_html("page.html", markup)
    return [block.span.of(read.text) for block in read.blocks]


def test_the_visible_text_block_by_block() -> None:
    assert told(PAGE) == [
        "Home", "News", "Quay to close", "The board voted on Thursday.", "Reactions",
        "Crews are angry.", "Others are not.", "It was a long time coming.", "First line",
        "second line", "The quay", "About us",
    ]  # fmt: skip


def test_blocks_cover_the_text_and_are_apart() -> None:
    read = read_html("page.html", PAGE)
    position = 0
    for block in read.blocks:
        assert not read.text[position : block.span.start].strip()
        assert block.span.start >= position
        position = block.span.end
    assert position == len(read.text)


def test_roles_links_and_hints() -> None:
    read = read_html("page.html", PAGE)
    by_words = {block.span.of(read.text): block for block in read.blocks}
    assert by_words["Quay to close"].role is Role.HEADLINE
    assert by_words["Reactions"].role is Role.SUBHEADING
    assert by_words["Crews are angry."].role is Role.LIST
    assert by_words["It was a long time coming."].role is Role.BLOCK_QUOTE
    assert by_words["Home"].links == 1.0
    assert "in:nav" in by_words["Home"].hints
    assert "near:menu" in by_words["Home"].hints
    assert "in:figcaption" in by_words["The quay"].hints
    assert by_words["About us"].path[-1] == by_words["Home"].path[-1]


def test_what_the_page_declares() -> None:
    meta = read_html("page.html", PAGE).metadata
    assert meta.published == "2024-06-25T18:18+02:00"
    assert meta.source == "The Courier"
    assert meta.language == "en"
    assert meta.headline is not None


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-06-25T16:18Z">',
         "2024-06-25T16:18+00:00"),
        ('<meta name="date" content="25 June 2024">', "2024-06-25"),
        ('<meta name="date" content="03/04/2024">', None),
        ('<link rel="canonical" href="https://example.org/2024/06/25/quay">', "2024-06-25"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": '
         '["NewsArticle"], "datePublished": "2024-06-25"}]}</script>', "2024-06-25"),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<script>self.push("{\\"datePublished\\":\\"2024-06-25T10:00:00Z\\"}")</script>',
         "2024-06-25T10:00+00:00"),
    ],
)  # fmt: skip
def test_times_of_publication(head: str, published: str | None) -> None:
    page = f"<html><head>{head}</head><body><p>Some words of a story.</p></body></html>"
    assert read_html("page.html", page).metadata.published == published


@pytest.mark.parametrize(
    ("data", "charset", "words"),
    [
        ("<p>Käse – „gut“</p>".encode(), None, "Käse – „gut“"),
        ("<p>Käse – gut</p>".encode("cp1252"), "iso-8859-1", "Käse – gut"),
        (b'<meta charset="windows-1251"><p>' + "Привет, мир".encode("cp1251"), None, "Привет, мир"),
        ("<p>日本語の文</p>".encode("shift_jis"), "shift_jis", "日本語の文"),
        ("<p>Käse</p>".encode("utf-16"), None, "Käse"),
    ],
)
def test_encodings(data: bytes, charset: str | None, words: str) -> None:
    assert read_html("page.html", data, charset).text == words


def test_an_xml_declaration_and_zero_bytes_do_no_harm() -> None:
    assert told(
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>Wo\0rds</p></body></html>'
    ) == ["Words"]


def test_no_break_spaces_stay_and_preformatted_lines_stay_lines() -> None:
    assert told("<p>5\u00a0000  boats</p>") == ["5\u00a0000 boats"]
    assert told("<pre>one\n  two\nthree</pre>") == ["one", "two", "three"]


def test_a_fragment_and_a_page_without_text() -> None:
    assert told("just <b>some</b> words") == ["just some words"]
    assert told("") == []
    assert told("<html><body><script>x()</script></body></html>") == []


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li"])
def test_deep_nesting_is_read(tag: str) -> None:
    depth = 10_000
    page = "<html><body>" + f"<{tag}>" * depth + "<p>At the bottom.</p>" + "</div>" * depth
    read = read_html("page.html", page)
    assert "At the bottom." in read.text


def test_markup_that_never_closes_loses_no_words() -> None:
    part = "<article><h1>Title<p>One <b>two <i>three<div><p>The quay wall moved again."
    read = read_html("page.html", "<html><body>" + part * 300)
    assert read.text.count("The quay wall moved again.") == 300
    assert read.partial
    assert len(read.notes) == 1


def test_entities_are_text_and_never_files() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a &x; &amp; b &lt;c&gt;</p>'
    )
    text = read_html("page.html", page).text
    assert "& b <c>" in text
    assert "&x;" in text


def test_the_publisher_of_an_article_is_its_source() -> None:
    data = '{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Courier"}}'
    script = f'<script type="application/ld+json">{data}</script>'
    reading = read_html("a.html", f"<html><head>{script}</head><body><p>Text.</p></body></html>")
    assert reading.metadata.source == "Courier"


def test_a_large_picture_in_the_markup_stops_nothing() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}">'
    read = read_html("a.html", f"<p>Words before it.</p>{picture}<p>Words after it.</p>")
    assert (read.text, read.partial) == ("Words before it.\n\nWords after it.", False)
