from __future__ import annotations

import io
from typing import TYPE_CHECKING

from driftline.engine.reading.docx import read_docx
from driftline.engine.records import Role
from engine.reading.made_files import docx, wp

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Parsed


def blocks(reading: Parsed) -> list[tuple[str, Role]]:
    return [(b.span.of(reading.text), b.role) for b in reading.blocks]


def paragraphs(body: str) -> list[str]:
    return read_docx("a.docx", docx(body)).text.split("\n\n")


def test_roles_come_from_styles_in_any_language_of_word() -> None:
    body = (
        wp("Ferry returns", "berschrift1")
        + wp("The fog lifted.")
        + wp("What he saw", "Zwischen")
        + wp("a buoy", "Liste")
        + '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
        + "<w:r><w:t>a pier</w:t></w:r></w:p>"
        + wp("Nobody waved.", "Zitat")
        + wp("Another part", "berschrift1")
    )
    assert blocks(read_docx("a.docx", docx(body))) == [
        ("Ferry returns", Role.HEADLINE),
        ("The fog lifted.", Role.BODY),
        ("What he saw", Role.SUBHEADING),
        ("a buoy", Role.LIST),
        ("a pier", Role.LIST),
        ("Nobody waved.", Role.BLOCK_QUOTE),
        ("Another part", Role.SUBHEADING),
    ]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    body = (
        "<w:p><w:r><w:t>The pilot </w:t></w:r>"
        "<w:del><w:r><w:delText>denied</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>confirmed</w:t></w:r></w:ins>"
        "<w:r><w:t> it.</w:t></w:r></w:p>"
        "<w:moveFrom><w:p><w:r><w:t>Moved away.</w:t></w:r></w:p></w:moveFrom>"
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>'
        + wp("paragraph now.")
        + "<w:p><w:moveTo><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>"
    )
    reading = read_docx("a.docx", docx(body))
    assert reading.text == "The pilot confirmed it.\n\nOne paragraph now.\n\nMoved here."
    assert reading.notes == (
        "The text is read with its 4 tracked changes accepted (2 insertions, 2 deletions).",
    )


def test_what_is_beside_the_text_is_left_out_and_counted() -> None:
    box = f"<w:txbxContent>{wp('In a box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>The body</w:t></w:r><w:r><w:footnoteReference/></w:r>"
        "<w:r><w:commentReference/></w:r><w:r><w:t>.</w:t></w:r>"
        "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback><w:pict>" + box
        + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Hidden.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" + wp("Cell.") + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    more = {"word__footnotes.xml": "<x/>", "word__header1.xml": "<x>Running head</x>"}
    reading = read_docx("a.docx", docx(body, **more))
    assert reading.text == "The body."
    assert reading.notes == (
        "Left out of the text: 1 comment, 1 footnote, 1 table, 1 text box and 1 hidden passage.",
    )


def test_a_story_in_a_layout_table_is_read() -> None:
    cell = wp("The whole story is here, in the only cell of a table.")
    body = wp("A heading") + "<w:tbl><w:tr><w:tc>" + cell + "</w:tc></w:tr></w:tbl><w:p/>"
    reading = read_docx("a.docx", docx(body))
    assert reading.text == "A heading\n\nThe whole story is here, in the only cell of a table."
    assert "were read too" in reading.notes[0]


def test_runs_fields_links_and_special_characters() -> None:
    body = (
        "<w:p><w:r><w:t>Co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>s</w:t></w:r>"
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t> and </w:t></w:r>"
        "</w:sdtContent></w:sdt>"
        "<w:hyperlink><w:r><w:t>links</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText>"
        "</w:r><w:r><w:br/><w:t>next</w:t><w:tab/><w:t>line </w:t></w:r>"
        '<w:r><mc:AlternateContent><mc:Choice><w16se:symEx w16se:char="1F6A2"/></mc:Choice>'
        "<mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>"
        '<w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>'
    )
    assert paragraphs(body) == ["Co\xadop\u2011s and links\nnext line 🚢"]


def test_two_line_breaks_part_paragraphs() -> None:
    body = "<w:p><w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r></w:p>"
    assert paragraphs(body) == ["One.", "Two."]


def test_a_file_written_by_another_program() -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Ferry returns", 0)
    document.add_paragraph("The fog lifted.")
    document.add_paragraph("a buoy", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "cell"
    file = io.BytesIO()
    document.save(file)
    reading = read_docx("a.docx", file.getvalue())
    assert blocks(reading) == [
        ("Ferry returns", Role.HEADLINE),
        ("The fog lifted.", Role.BODY),
        ("a buoy", Role.LIST),
    ]
    assert reading.notes == ("Left out of the text: 1 table.",)


def test_a_file_cut_short_is_read_as_far_as_it_goes() -> None:
    whole = docx(
        "".join(wp(f"Sentence number {i} of the story about {i * 7919}.") for i in range(900))
    )
    reading = read_docx("a.docx", whole[: len(whole) // 2])
    assert reading.partial
    assert "damaged or incomplete" in reading.notes[0]
    assert reading.text.startswith("Sentence number 0 of the story about 0.")


def test_html_that_stands_for_paragraphs_is_read() -> None:
    relations = '<Relationships><Relationship Id="r1" Target="page.html"/></Relationships>'
    more = {
        "word___rels__document.xml.rels": relations,
        "word__page.html": "<html><h1>Ferry\r\nreturns</h1><p>The fog lifted.</p></html>",
    }
    reading = read_docx("a.docx", docx('<w:altChunk w:id="r1"/>' + wp("The end."), **more))
    assert reading.text == "Ferry returns\n\nThe fog lifted.\n\nThe end."
