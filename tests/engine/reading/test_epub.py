from __future__ import annotations

import pytest

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.progress import silent
from driftline.engine.reading.epub import read_epub
from driftline.engine.records import Role
from engine.reading.made_files import epub

CHAPTERS = {
    "one.xhtml": "<h1>Ferry returns</h1><p>The fog&nbsp;lifted&mdash;at last.</p>",
    "two.xhtml": "<h1>What he saw</h1><ul><li>a buoy</li></ul><p>An unclosed <b>tag.",
}


def encryption(algorithm: str, part: str) -> str:
    return (
        f'<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/>'
        f'<CipherData><CipherReference URI="{part}"/></CipherData></EncryptedData></encryption>'
    )


def test_chapters_in_reading_order() -> None:
    reading = read_epub("a.epub", epub(CHAPTERS), silent)
    assert [(b.span.of(reading.text), b.role) for b in reading.blocks] == [
        ("Ferry returns", Role.HEADLINE),
        ("The fog\xa0lifted—at last.", Role.BODY),
        ("What he saw", Role.SUBHEADING),
        ("a buoy", Role.LIST),
        ("An unclosed tag.", Role.BODY),
    ]
    assert reading.metadata.published == "2031-05-06"
    assert reading.metadata.source == "Quay Press"
    assert reading.metadata.language == "en"


def test_copy_protection_is_told_from_hidden_fonts() -> None:
    fonts = encryption("http://ns.adobe.com/pdf/enc#RC", "OEBPS/font.otf")
    book = epub(CHAPTERS, **{"META-INF__encryption.xml": fonts})
    assert read_epub("a.epub", book, silent).text
    locked = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/two.xhtml")
    with pytest.raises(UnreadableError, match="copy-protected") as caught:
        read_epub("a.epub", epub(CHAPTERS, **{"META-INF__encryption.xml": locked}), silent)
    assert caught.value.outcome is Outcome.PASSWORD


def test_a_book_cut_short_is_read_as_far_as_it_goes() -> None:
    book = epub({f"c{i}.xhtml": f"<p>Chapter {i}: {i * 7919}.</p>" for i in range(50)})
    reading = read_epub("a.epub", book[: len(book) // 3], silent)
    assert reading.partial
    assert reading.text.startswith("Chapter 0: 0.")
    assert any("missing" in note for note in reading.notes)
