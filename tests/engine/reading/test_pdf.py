from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.progress import silent
from driftline.engine.reading.parts import Page, Parsed
from driftline.engine.reading.pdf import read_pdf
from driftline.engine.reading.pdf_blocks import write_blocks
from driftline.engine.reading.pdf_lines import Line
from driftline.engine.records import Role

PROSE = (
    "The pilot said the administration’s considerable international representatives were "
    "overwhelmingly satisfied with the unconditional rehabilitation of the neighbouring harbours. "
)
STORY = f"""
#set page(width: 12cm, height: 9cm, numbering: "1 / 1", header: [The Harbour Gazette])
#set par(justify: true)
#set text(lang: "en")
= Ferry returns to the harbour after an absence of many years

{PROSE * 3}

== What he saw
- the buoy that had been floating in the waters of the harbour for years
- the pier

+ first
+ second

{PROSE * 4}

{PROSE * 2} The end.
"""


def pdf(markup: str) -> bytes:
    import typst

    return bytes(typst.compile(markup.encode()))


def read(data: bytes) -> Parsed:
    return read_pdf("a.pdf", data, silent)


def body(reading: Parsed) -> list[str]:
    return [b.span.of(reading.text) for b in reading.blocks if not b.hints]


@pytest.fixture(scope="module")
def story() -> bytes:
    return pdf(STORY)


def test_paragraphs_go_on_over_lines_and_pages(story: bytes) -> None:
    reading = read(story)
    assert body(reading) == [
        "Ferry returns to the harbour after an absence of many years",
        (PROSE * 3).strip(),
        "What he saw",
        "the buoy that had been floating in the waters of the harbour for years",
        "the pier",
        "first",
        "second",
        (PROSE * 4).strip(),
        (PROSE * 2) + "The end.",
    ]
    roles = [b.role for b in reading.blocks if not b.hints]
    assert roles[0] is Role.HEADLINE
    assert roles[2] is Role.SUBHEADING
    assert roles[3:7] == [Role.LIST] * 4


def test_running_heads_and_page_numbers_have_their_hint(story: bytes) -> None:
    reading = read(story)
    furniture = [b.span.of(reading.text) for b in reading.blocks if b.hints == ("page-furniture",)]
    pages = len(furniture) // 2
    assert pages >= 2
    assert sorted(furniture) == sorted(
        ["The Harbour Gazette"] * pages + [f"{i + 1} / {pages}" for i in range(pages)]
    )


def test_raised_characters_do_not_break_a_line() -> None:
    markup = "The island has 12 km#super[2] of land, 3 km#sub[x] of shore and no trees at all."
    assert body(read(pdf(markup))) == [
        "The island has 12 km2 of land, 3 kmx of shore and no trees at all."
    ]


def test_columns_are_read_one_after_the_other() -> None:
    markup = (
        f"#set page(width: 16cm, height: 9cm, columns: 2)\n#set par(justify: true)\n{PROSE * 4}"
    )
    assert " ".join(body(read(pdf(markup)))) == (PROSE * 4).strip()


def test_arabic_and_chinese_beside_latin() -> None:
    arabic = (
        "قال رئيس البلدية إن الجسر الجديد سيفتح في الأسبوع المقبل أمام المارة، "
        "وأضاف أن 25 سفينة تنتظر."
    )
    chinese = "市长说，新桥将于下周早上开放。" * 4
    markup = (
        "#set page(width: 11cm, height: 14cm)\n"
        "A line of English before it, long enough to be broken in two.\n\n"
        f'#text(dir: rtl, lang: "ar")[{arabic}]\n\n{chinese}\n'
    )
    paragraphs = body(read(pdf(markup)))
    if "\ufffd" in "".join(paragraphs) or len(paragraphs) < 3:
        pytest.skip("this system has no fonts for Arabic and Chinese")
    assert paragraphs == [
        "A line of English before it, long enough to be broken in two.",
        arabic,
        chinese,
    ]


def line(text: str, base: float, right: float = 300, **more: object) -> Line:
    return Line(text, 50, right, base, 10, 50, 30, **more)  # type: ignore[arg-type]


def written(*pages: list[Line]) -> list[str]:
    page = Page()
    write_blocks(page, list(pages))
    return page.text.split("\n\n")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the admin", "istration said", "the administration said"),
        ("a well", "known pilot", "a well-known pilot"),
        ("the Anglo", "Saxon pilot", "the Anglo-Saxon pilot"),
        ("the ferry", "man said", "the ferry-man said"),
        ("flights 2030", "31 were", "flights 2030-31 were"),
    ],
)
def test_divided_words_are_joined(first: str, second: str, expected: str) -> None:
    known = line("A ferry-man is a man.", 740)
    text = written([known, line(first, 728, hyphen=True), line(second, 716)])
    assert expected in text[-1]


def test_what_browsers_print_around_a_page_is_furniture() -> None:
    page = Page()
    lines = [
        line("6/5/2031, 7:08 AM Ferry returns", 800),
        line("The fog lifted and nobody on the quay had seen", 740),
        line("it coming.", 728),
        line("https://example.org/ferry 1/1", 20),
    ]
    write_blocks(page, [lines])
    furniture = [b.span.of(page.text) for b in page.blocks if b.hints]
    assert furniture == [lines[0].text, lines[3].text]


def test_an_open_sentence_runs_on_and_a_closed_one_ends() -> None:
    top = [line("The fog lifted and nobody", 740), line("on the quay had seen", 728)]
    assert written(top, [line("it coming.", 740), line("Next.", 728)])[0].endswith(
        "seen it coming. Next."
    )
    short = [line("The fog lifted.", 740, right=120), line("Nobody had seen it on the quay", 728)]
    assert written(short) == ["The fog lifted.", "Nobody had seen it on the quay"]


def test_a_scan_is_told_from_a_text() -> None:
    import pikepdf

    scan = pikepdf.new()
    for _ in range(3):
        scan.add_blank_page()
    file = io.BytesIO()
    scan.save(file)
    with pytest.raises(UnreadableError, match="only pictures of pages") as caught:
        read(file.getvalue())
    assert "OCR" in caught.value.advice


def test_a_password(story: bytes) -> None:
    import pikepdf

    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(story)) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(UnreadableError, match="password") as caught:
        read(file.getvalue())
    assert caught.value.outcome is Outcome.PASSWORD


def test_a_broken_cross_reference_table_is_repaired(story: bytes) -> None:
    broken = re.sub(rb"startxref\s+\d+", b"startxref\n99999999", story)
    assert broken != story
    assert "The end." in read(broken).text


def test_a_file_cut_short_is_read_or_told(story: bytes) -> None:
    outcomes: set[object] = set()
    for share in (0.1, 0.5, 0.9):
        try:
            outcomes.add(bool(read(story[: int(len(story) * share)]).text))
        except UnreadableError as trouble:
            outcomes.add(trouble.outcome)
    assert outcomes <= {True, Outcome.DAMAGED, Outcome.WRONG_FORMAT}


@given(st.binary(max_size=300))
@settings(max_examples=30)
def test_any_bytes_after_the_start_are_survived(noise: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(b"%PDF-1.7\n" + noise)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_text_set_on_its_side_is_read(degrees: int) -> None:
    markup = (
        f"#set page(width: 16cm, height: 16cm)\n#rotate({degrees}deg, reflow: true)[{PROSE * 2}]"
    )
    assert body(read(pdf(markup))) == [(PROSE * 2).strip()]


def test_a_few_words_are_no_scan() -> None:
    assert read(pdf("Closed.")).text == "Closed."
