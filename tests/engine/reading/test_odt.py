from __future__ import annotations

import io

from driftline.engine.reading.odt import read_odt
from driftline.engine.reading.read import read_bytes
from driftline.engine.records import Role
from engine.reading.made_files import ODF, odt

BODY = """
<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>
</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Ferry <text:span>returns</text:span></text:h>
<text:p text:style-name="P1">Nobody waved.</text:p>
<text:p>The  fog<text:s text:c="3"/>lifted<text:note text:note-class="footnote"><text:note-body>
<text:p>A note.</text:p></text:note-body></text:note>,<text:line-break/>he said<office:annotation>
<text:p>A comment.</text:p></office:annotation>.<draw:frame><draw:text-box><text:p>Boxed.</text:p>
</draw:text-box></draw:frame></text:p>
<text:h text:outline-level="2">What he saw</text:h>
<text:list><text:list-item><text:p>a buoy</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Cell.</text:p></table:table-cell>
</table:table-row></table:table>
<text:table-of-content><text:index-body><text:p>What he saw 2</text:p></text:index-body>
</text:table-of-content><text:section><text:p>The end.</text:p></text:section>
"""
STYLE = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
)
EXPECTED = [
    ("Ferry returns", Role.HEADLINE),
    ("Nobody waved.", Role.BLOCK_QUOTE),
    ("The fog lifted,\nhe said.", Role.BODY),
    ("What he saw", Role.SUBHEADING),
    ("a buoy", Role.LIST),
    ("The end.", Role.BODY),
]


def test_structure_and_what_is_left_out() -> None:
    reading = read_odt("a.odt", odt(BODY, STYLE))
    assert [(b.span.of(reading.text), b.role) for b in reading.blocks] == EXPECTED
    assert reading.notes == (
        "The text is read with its 2 tracked changes accepted (1 insertion, 1 deletion).",
        "Left out of the text: 1 comment, 1 footnote, 1 table, 1 text box and 1 table of contents.",
    )


def test_a_flat_file() -> None:
    flat = (
        f'<?xml version="1.0"?>\n<office:document {ODF} '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{STYLE}</office:automatic-styles>"
        f"<office:body><office:text>{BODY}</office:text></office:body></office:document>"
    )
    source = read_bytes(flat.encode(), "a.fodt")
    assert [(b.span.of(source.text), b.role) for b in source.blocks] == EXPECTED


def test_a_file_written_by_another_program() -> None:
    from odfdo import Document, Header, List, Paragraph

    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "Ferry returns"))
    document.body.append(Paragraph("The fog  lifted."))
    document.body.append(List(["a buoy", "a pier"]))
    file = io.BytesIO()
    document.save(file)
    reading = read_odt("a.odt", file.getvalue())
    assert reading.text == "Ferry returns\n\nThe fog lifted.\n\na buoy\n\na pier"
