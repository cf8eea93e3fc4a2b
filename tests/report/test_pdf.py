import dataclasses
import re
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest

from driftline.engine.pipeline import compare, load_text
from driftline.engine.records import Edit, Kind, Role, Row, Severity, Span
from driftline.report.building import build_report
from driftline.report.options import Annotations, Layout, Remark, ReportOptions
from driftline.report.pdf import render
from driftline.review.preferences import Paper
from report import making

OLD = [
    "The harbour master closed the east pier on Monday after a crane fell.",
    "“We will not open it before it is safe,” Ana Pires said.",
    "Ferries leave from the west pier until further notice.",
]
NEW = [
    "The harbour master closed an east pier on Tuesday after a crane fell.",
    "“We will open it before it is safe,” Ana Pires said.",
    "Ferries leave from the west pier until further notice.",
    "An inquiry begins next week.",
]


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return re.findall(r"\w+", text)


def holds_in_order(found: list[str], wanted: list[str]) -> bool:
    rest = iter(found)
    return all(any(word == other for other in rest) for word in wanted)


def made(comparison, **options):
    chosen = ReportOptions(**options)
    return render(build_report(comparison, chosen), chosen)


def test_every_word_of_both_texts_stands_in_the_pdf_in_order():
    found = words(made(making.texts(OLD, NEW)))
    assert holds_in_order(found, re.findall(r"\w+", " ".join(OLD)))
    assert holds_in_order(found, re.findall(r"\w+", " ".join(NEW)))


@pytest.mark.parametrize("layout", list(Layout))
def test_no_role_or_script_loses_a_word(layout):
    roles = dict(enumerate(Role))
    lines = [f"{role.value} said {role.name} twice over." for role in Role]
    lines += ["שלום עולם גדול.", "- שלום שוב."]
    roles[len(lines) - 1] = Role.LIST
    old = making.version(lines, roles=roles)
    new = making.version([line.replace("twice", "once") for line in lines], roles=roles)
    found = words(made(making.comparison(old, new), layout=layout))
    assert holds_in_order(found, re.findall(r"\w+", new.cleaned()))
    if layout is Layout.SIDE_BY_SIDE:
        assert holds_in_order(found, re.findall(r"\w+", old.cleaned()))


def test_words_that_moved_and_changed_are_set():
    comparison = making.texts(["It rained on Monday. We left."], ["We left. It rained on Sunday."])
    source = comparison.old.source.text, comparison.new.source.text
    move = Edit(1, Kind.MOVE, Severity.LOW, Span(0, 20), Span(9, 29))
    day = Edit(2, Kind.DATE, Severity.HIGH, Span(13, 19), Span(22, 28))
    assert [day.a.of(source[0]), day.b.of(source[1])] == ["Monday", "Sunday"]
    found = words(made(dataclasses.replace(comparison, edits=(move, day))))
    assert holds_in_order(found, ["Monday", "Sunday"])


def test_the_same_comparison_gives_the_same_bytes():
    comparison = making.texts(OLD, NEW)
    assert made(comparison) == made(comparison)


def test_the_file_is_tagged_titled_and_declares_its_standards(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(made(making.texts(OLD, NEW)))
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot is not None
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "old.txt and new.txt"
        with pdf.open_outline() as outline:
            assert "Register of changes" in [entry.title for entry in outline.root]


def test_a_story_cannot_give_orders_to_the_typesetter():
    odd = [
        '#panic("x") $x^2$ *bold* _it_ `raw` \\ // <label> @ref [x] {y} = no heading "q" \\u{41}'
    ]
    found = " ".join(words(made(making.texts(odd, [*odd, "More."]))))
    for word in ("panic", "raw", "label", "ref", "no heading", "u 41"):
        assert word in found


def test_numbers_in_the_text_and_the_register_link_to_each_other(tmp_path):
    path = tmp_path / "report.pdf"
    comparison = making.texts(OLD, NEW)
    path.write_bytes(made(comparison))
    with pikepdf.open(path) as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
    assert len(links) >= 2 * len(comparison.edits)


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
@pytest.mark.parametrize("landscape", [False, True])
def test_paper_and_orientation(paper, width, landscape):
    document = pypdfium2.PdfDocument(made(making.texts(OLD, NEW), paper=paper, landscape=landscape))
    assert round(document[0].get_size()[1 if landscape else 0]) == width


def test_a_date_is_printed_only_where_one_is_known(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    comparison = making.texts(OLD, NEW)
    assert "none recorded" in " ".join(words(made(comparison)))
    assert "3 May 2025" in " ".join(words(made(comparison, date=datetime(2025, 5, 3, tzinfo=UTC))))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert "9 September 2001" in " ".join(words(made(comparison)))


def test_a_row_longer_than_a_page_loses_no_word():
    long = " ".join(f"word{n}" for n in range(2500))
    found = words(made(making.texts([long], [long + " end"])))
    assert holds_in_order(found, long.split())


def test_a_word_of_five_thousand_letters_stays_on_the_page():
    comparison = making.texts(["a" * 5000 + "b tail"], ["a" * 5000 + "c tail"])
    document = pypdfium2.PdfDocument(made(comparison))
    letters = 0
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1) == "a":
                letters += 1
                left, _, right, _ = text.get_charbox(index)
                assert left >= 0
                assert right <= page.get_size()[0]
    assert letters >= 10000


def test_a_long_word_stays_in_its_column_wherever_it_is_told():
    word, other = ("Donau" * 9 + end for end in ("ufer", "tal"))
    old, new = (
        load_text(f"The house of {name} said it would close in May, and nobody knew why.", "a.txt")
        for name in (word, other)
    )
    chosen = ReportOptions()
    note = Annotations({0: Remark("query", word)}, quotes={0: Remark("query", other)}, note=word)
    comparison = compare(old, new)
    assert word[:30] in comparison.edits[0].explanation
    document = pypdfium2.PdfDocument(render(build_report(comparison, chosen, note), chosen))
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            assert text.get_charbox(index)[2] <= page.get_size()[0] - 47  # the margin, in points


def test_the_running_head_keeps_the_tails_of_its_letters():
    old, new = (
        making.version([f"Line {n} of a long {end}" for n in range(60)], "eggs.txt")
        for end in ("story.", "page.")
    )
    page = pypdfium2.PdfDocument(made(making.comparison(old, new)))[1]
    text = page.get_textpage()
    (first, _), (tailed, _) = (text.search(letters).get_next() for letters in ("e", "g"))
    baseline = text.get_charbox(first)[1]
    left, bottom, right, _ = text.get_charbox(tailed)
    assert bottom < baseline - 1
    height = page.get_size()[1]
    image = page.render(scale=4).to_pil().convert("L")
    box = (4 * left, 4 * (height - baseline + 0.5), 4 * right, 4 * (height - bottom))
    assert image.crop(tuple(map(round, box))).getextrema()[0] < 160


def test_a_hash_and_the_name_of_a_file_can_be_copied_without_signs_of_their_own():
    old = making.version(OLD, "/archive/" + "long_name_of_a_story_" * 4 + "1.html")
    pdf = pypdfium2.PdfDocument(made(making.comparison(old, making.version(NEW))))
    text = re.sub(r"[\r\n]", "", pdf[0].get_textpage().get_text_range())
    assert old.source.sha256 in text
    assert old.source.path in text


def test_the_ledger_spells_out_how_a_quotation_differs():
    old, new = (load_text("\n\n".join(side), "story.txt") for side in (OLD, NEW))
    chosen = ReportOptions(spell_out=True, texts=False, register=False)
    found = " ".join(words(render(build_report(compare(old, new), chosen), chosen)))
    assert "We will deleted not open it" in found


def test_control_characters_and_unknown_scripts_are_shown_as_codes():
    text = "bell\x07 override\u202e private\ue123 unassigned\u0378 end"
    found = " ".join(words(made(making.texts([text], [text + " more"]))))
    assert "U 202E" in found
    assert "U E123" in found
    assert "U 0378" in found
    assert "No font on this computer shows" in found


def test_many_scripts_extract_as_they_were_written():
    line = "Привет мир. Καλημέρα κόσμε. שלום עולם. Zażółć gęślą jaźń."
    found = words(made(making.texts([line], [line + " Да."])))
    assert {"Привет", "Καλημέρα", "Zażółć", "שלום", "עולם"} <= set(found)


def test_arabic_keeps_its_letters():
    line = "مرحبا بالعالم"
    document = pypdfium2.PdfDocument(made(making.texts([line], [line + " اليوم"])))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "مرحبا" in text


def test_changes_only_tells_how_much_is_left_out():
    same = [f"Paragraph number {n} is the same in both." for n in range(20)]
    comparison = making.texts([*same, "It rained."], [*same, "It snowed."])
    report = " ".join(words(made(comparison, changes_only=True, context=2)))
    assert "18 unchanged paragraphs 144 words not shown" in report
    assert "Paragraph number 3 is" not in report
    assert "Paragraph number 19 is" in report


def test_a_moved_paragraph_says_where_it_went():
    rows = [
        Row((0,), (0,)),
        Row((1,), (), moved=True, twin=3),
        Row((2,), (1,)),
        Row((), (2,), moved=True, twin=1),
    ]
    old = ["First one.", "The mover goes.", "Last one."]
    new = ["First one.", "Last one.", "The mover goes."]
    found = " ".join(words(made(making.texts(old, new, rows))))
    assert "Moved to 3 of the new version" in found
    assert "Moved from 2 of the old version" in found


def test_remarks_and_the_editors_note_are_printed():
    comparison = making.texts(OLD, NEW)
    review = Annotations(
        {comparison.edits[0].id: Remark("Must fix", "Ask the desk.")}, "Read on paper.", "R. Iyer"
    )
    options = ReportOptions()
    found = " ".join(words(render(build_report(comparison, options, review), options)))
    for words_ in ("Must fix", "Ask the desk", "Read on paper", "R Iyer"):
        assert words_ in found


def test_two_equal_texts_make_a_report_too():
    found = " ".join(words(made(making.texts(OLD, OLD))))
    assert "The two versions have the same wording" in found


def test_spelled_out_changes_can_be_heard():
    found = " ".join(words(made(making.texts(OLD, NEW), spell_out=True)))
    assert "deleted the" in found
    assert "inserted an" in found


@pytest.mark.parametrize("layout", list(Layout))
def test_black_and_white_uses_no_colour(layout):
    document = pypdfium2.PdfDocument(
        made(making.texts(OLD, NEW), black_and_white=True, layout=layout)
    )
    for page in document:
        image = page.render(scale=1).to_pil().convert("RGB")
        assert all(max(c) - min(c) < 8 for _, c in image.getcolors(1 << 24))
