import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from driftline.engine.pipeline import compare, load_text
from driftline.engine.records import Comparison, LedgerStatus, Metadata, MetadataChange, Role, Row
from driftline.report.docx import render
from driftline.report.options import Annotations, Remark, ReportOptions
from driftline.review.acts import HistoryEntry
from report import making

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def decided(data: bytes, gone: str) -> list[str]:
    """The paragraphs once all content of one kind is thrown away, as a word processor does it."""
    paragraphs = []
    text = ""
    for p in part(data, "word/document.xml").iter(f"{W}p"):
        for element in p.iter(f"{W}t", f"{W}delText", f"{W}br", f"{W}tab"):
            if any(a.tag == W + gone for a in element.iterancestors()):
                continue
            breaks = {f"{W}br": "\n", f"{W}tab": "\t"}
            text += breaks.get(element.tag) or element.text or ""
        if p.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            paragraphs.append(text)
            text = ""
    assert not text
    return paragraphs


def noted_at_the_beginning(data: bytes) -> list[str]:
    """The numbers of the comments in the first paragraph."""
    first = part(data, "word/document.xml").find(f".//{W}p")
    return [e.get(f"{W}id") for e in first.iter(f"{W}commentReference")]


def compared(old: str, new: str) -> Comparison:
    return compare(load_text(old, "old.txt"), load_text(new, "new.txt"))


def round_trip(comparison) -> None:
    data = render(comparison)
    assert "\n\n".join(decided(data, "del")) == comparison.new.cleaned()
    assert "\n\n".join(decided(data, "ins")) == comparison.old.cleaned()


paragraph = st.text("ab ,.“”\u00a0é中<&", min_size=1, max_size=25).map(str.strip).filter(bool)


@settings(max_examples=60)
@given(
    st.lists(paragraph, max_size=5),
    st.lists(paragraph, max_size=5),
    st.booleans(),
)
def test_accepting_gives_the_new_text_and_rejecting_the_old(old, new, split):
    rows = None
    if split and len(old) > 1 and len(new) > 1:
        rows = [Row((0,), ()), Row((1,), (0, 1))]
        rows += [Row((), (i,)) for i in range(2, len(new))]
        rows += [Row((i,), ()) for i in range(2, len(old))]
    round_trip(making.texts(old, new, rows))


def test_paragraphs_at_the_end_come_and_go_without_a_trace():
    round_trip(making.texts(["One.", "Two."], ["One.", "Two.", "Three.", "Four."]))
    round_trip(making.texts(["One.", "Two.", "Three."], ["One."]))
    ends = [Row((0,), (0,)), Row((1,), ()), Row((), (1,)), Row((2,), ()), Row((), (2,))]
    round_trip(making.texts(["One.", "A a.", "B b."], ["One.", "C c.", "D d."], ends))


def test_the_document_opens_and_its_roles_are_styles():
    roles = {0: Role.HEADLINE, 1: Role.SUBHEADING}
    old = making.version(["Pier shut", "Why", "It broke."], roles=roles)
    new = making.version(["Pier reopens", "Why", "It was mended."], roles=roles)
    opened = docx.Document(io.BytesIO(render(making.comparison(old, new))))
    assert [p.style.name for p in opened.paragraphs] == ["Title", "Heading 2", "Normal"]


def test_numbers_of_changes_are_unique_and_dated():
    review = Annotations(editor="R. Iyer", saved=datetime(2025, 5, 3, 8, 30, tzinfo=UTC))
    data = render(making.texts(["A b c d."], ["A x c y."]), review=review)
    marks = list(part(data, "word/document.xml").iter(f"{W}ins", f"{W}del"))
    assert len({e.get(f"{W}id") for e in marks}) == len(marks) == 4
    assert {e.get(f"{W}author") for e in marks} == {"R. Iyer"}
    assert {e.get(f"{W}date") for e in marks} == {"2025-05-03T08:30:00Z"}


def test_explanations_and_notes_are_comments():
    comparison = making.texts(["It rained on Monday."], ["It rained on Sunday."])
    review = Annotations({comparison.edits[0].id: Remark("query", "Ask <the> desk & wire.")})
    data = render(comparison, review=review)
    comments = "".join(part(data, "word/comments.xml").itertext())
    assert "Ask <the> desk & wire." in comments
    assert "Words differ." in comments
    references = list(part(data, "word/document.xml").iter(f"{W}commentReference"))
    assert len(references) == 2  # one of them tells about the report


def test_what_is_compared_is_a_comment_and_stands_on_every_page():
    metadata = Metadata(published="2025-05-02", language="en")
    old = making.version(["It rained."], "monday.txt")
    new = making.version(["It snowed."], "tuesday.txt", metadata=metadata, before="Home News Sport")
    saved = datetime(2025, 5, 3, 8, 30, tzinfo=UTC)
    review = Annotations(note="For the legal desk.", editor="Rosa Iyer", saved=saved)
    changed = (MetadataChange("published", None, "2025-05-02"),)
    data = render(replace(making.comparison(old, new), metadata=changed), review=review)
    about = part(data, "word/comments.xml")[-1]
    assert about.get(f"{W}initials") == "RI"
    told = "\n".join(p.xpath("string()") for p in about)
    for words in (
        "File: monday.txt",
        old.source.sha256,
        "File: tuesday.txt",
        new.source.sha256,
        "Cut from page: 3 words",
        "Published: none → 2 May 2025",
        "Made with: Driftline",
        "Date: 3 May 2025, 08:30",
        "For the legal desk.",
    ):
        assert words in told
    foot = part(data, "word/footer1.xml").xpath("string()")
    assert f"Old {old.source.sha256[:12]} · New {new.source.sha256[:12]} · Driftline" in foot
    assert foot.endswith("Page 1 of 1")
    fields = part(data, "word/footer1.xml").iter(f"{W}fldSimple")
    assert [field.get(f"{W}instr").strip() for field in fields] == ["PAGE", "NUMPAGES"]


def test_the_history_is_a_comment_at_the_beginning_and_no_part_of_the_texts():
    comparison = making.texts(["It rained.", "So."], ["It rained on Sunday."])
    when = datetime(2025, 6, 15, tzinfo=UTC)
    act = HistoryEntry(1, when, "Chose the base text", True)
    data = render(comparison, review=Annotations(history=(act,)))
    assert "\n\n".join(decided(data, "del")) == comparison.new.cleaned()
    assert "\n\n".join(decided(data, "ins")) == comparison.old.cleaned()
    *_, comment = part(data, "word/comments.xml")
    assert "2025-06-15" in "".join(comment.itertext())
    assert comment.get(f"{W}id") in noted_at_the_beginning(data)


def test_right_to_left_paragraphs_are_marked_so():
    old = making.version(["مرحبا بالعالم"], metadata=Metadata(language="ar"))
    new = making.version(["مرحبا بالجميع"], metadata=Metadata(language="ar"))
    document = part(render(making.comparison(old, new)), "word/document.xml")
    assert document.find(f".//{W}pPr/{W}bidi") is not None
    for words in document.iter(f"{W}t", f"{W}delText"):
        assert words.getparent().find(f"{W}rPr/{W}rtl") is not None


def test_the_same_comparison_gives_the_same_bytes():
    comparison = making.texts(["A b c."], ["A x c."])
    assert render(comparison) == render(comparison)


def test_control_characters_do_not_break_the_file():
    comparison = making.texts(["bell\x07 and\x00 nul\x0b x"], ["bell\x07 and\x00 nul\x0b y"])
    assert "␇" in "".join(part(render(comparison), "word/document.xml").itertext())


def test_changes_that_meet_at_a_kept_paragraph_end_are_minutes_apart():
    # LibreOffice joins tracked changes of one author made within a minute, over that end as well.
    comparison = making.texts(["It was cold.", "We left."], ["It was cold. Very", "So We left."])
    dates = [
        datetime.fromisoformat(e.get(f"{W}date"))
        for e in part(render(comparison), "word/document.xml").iter(f"{W}ins")
    ]
    assert len(dates) == 2
    assert abs(dates[0] - dates[1]) > timedelta(minutes=1)


def test_the_quote_ledger_is_a_comment_at_the_beginning_and_no_part_of_the_texts():
    old = 'It fell, police said. "We saw the crane fall on Sunday," Ana Pires said. "Why?" he said.'
    new = old.replace("Sunday", "Monday")
    comparison = compared(old, new)
    changed = next(n for n, e in enumerate(comparison.ledger) if e.status is LedgerStatus.ALTERED)
    review = Annotations(quotes={changed: Remark("query", "Ask for the tape.")})
    data = render(comparison, review=review)
    assert "\n\n".join(decided(data, "del")) == comparison.new.cleaned()
    assert "\n\n".join(decided(data, "ins")) == comparison.old.cleaned()
    *_, comment = part(data, "word/comments.xml")
    lines = ["".join(p.itertext()) for p in comment]
    assert lines[:2] == [
        "Quote ledger",
        "2 quotations are the same in both versions; the others:",
    ]
    assert lines[2] == "1. Altered: “Sunday” became “Monday”."
    assert lines[3:] == [
        'Old version: "We saw the crane fall on Sunday," · Ana Pires (said) · ¶ 1',
        'New version: "We saw the crane fall on Monday," · Ana Pires (said) · ¶ 1',
        "query",
        "Ask for the tape.",
    ]
    assert comment.get(f"{W}id") in noted_at_the_beginning(data)
    bare = render(comparison, ReportOptions(quotes=False))
    assert "Quote ledger" not in "".join(part(bare, "word/comments.xml").itertext())


def test_ledger_and_history_are_comments_of_their_own():
    comparison = compared('"We saw it," Ana Pires said.', '"We saw it," Ana Pires said on Sunday.')
    act = HistoryEntry(1, datetime(2025, 6, 15, tzinfo=UTC), "Chose the base text", True)
    data = render(comparison, review=Annotations(history=(act,)))
    *_, ledger, history = part(data, "word/comments.xml")
    assert [p.xpath("string()") for p in ledger] == [
        "Quote ledger",
        "Every quotation is the same in both versions.",
    ]
    assert history[0].xpath("string()") == "History of the review"
    numbers = [ledger.get(f"{W}id"), history.get(f"{W}id")]
    assert noted_at_the_beginning(data)[1:3] == numbers
