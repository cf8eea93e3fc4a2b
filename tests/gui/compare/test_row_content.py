from hypothesis import given
from hypothesis import strategies as st

from driftline.engine import pipeline
from driftline.engine.records import Kind, Row
from driftline.gui.compare import spoken
from driftline.gui.compare.folding import fold
from driftline.gui.compare.reading_order import reading_order
from driftline.gui.compare.row_content import (
    LONGEST_BLOCK,
    RowKind,
    Side,
    build_rows,
)


def marked(rows, side):
    return [
        block.text[m.start : m.end]
        for row in rows
        for block in row.blocks(side)
        for m in block.marks
    ]


def test_the_marked_words_are_the_edited_ones_even_after_an_emoji(make_version, make_comparison):
    old = make_version("🙂 the leading backer\n\nSame.")
    new = make_version("🙂 a leading backer\n\nSame.")
    rows = build_rows(make_comparison(old, new, [(Kind.DETERMINER, "the", "a")]))
    assert marked(rows, Side.OLD) == ["the"]
    assert marked(rows, Side.NEW) == ["a"]
    assert [r.kind for r in rows] == [RowKind.CHANGED, RowKind.SAME]


def test_blanks_around_the_words_are_not_marked(make_version, make_comparison):
    old, new = make_version("has refused a dialogue"), make_version("has refused dialogue")
    rows = build_rows(make_comparison(old, new, [(Kind.DETERMINER, "a ", "")]))
    assert marked(rows, Side.OLD) == ["a"]


def test_what_was_cut_is_not_shown_and_offsets_still_lead_to_the_source(
    make_version, make_comparison
):
    old = make_version("One (AGENCY) two", cuts=["(AGENCY)"])
    rows = build_rows(make_comparison(old, make_version("One two")))
    block = rows[0].old[0]
    assert block.text == "One two"
    at = block.text.index("two")
    assert old.source.text[block.source_at(at) :].startswith("two")
    assert block.block_offset(Side.OLD, old.source.text.index("two")) == at


def test_only_old_only_new_and_moved_rows_are_told_apart(make_version, make_comparison):
    old, new = make_version("A one.\n\nB two.\n\nC three."), make_version("B two.\n\nD four.")
    rows = build_rows(
        make_comparison(
            old,
            new,
            rows=[
                Row((0,), ()),
                Row((1,), (), moved=True, twin=2),
                Row((), (0,), moved=True, twin=1),
                Row((2,), ()),
                Row((), (1,)),
            ],
        )
    )
    assert [r.kind for r in rows] == [
        RowKind.ONLY_OLD,
        RowKind.MOVED_AWAY,
        RowKind.MOVED_HERE,
        RowKind.ONLY_OLD,
        RowKind.ONLY_NEW,
    ]
    assert rows[rows[1].twin].new[0].text == "B two."


def test_a_very_long_paragraph_becomes_several_rows_that_hold_all_of_it(
    make_version, make_comparison
):
    text = "This sentence stands here again and again. " * 1200
    rows = build_rows(make_comparison(make_version(text), make_version(text)))
    assert len(rows) > 1
    assert all(len(b.text) <= LONGEST_BLOCK for r in rows for b in r.old)
    assert "".join(b.text for r in rows for b in r.old) == text


@given(st.lists(st.text("ab é🙂\t\n", min_size=1, max_size=30), min_size=1, max_size=6))
def test_every_offset_of_a_block_leads_to_the_source_and_back(parts):
    from driftline.engine.records import Comparison, Paragraph, Source, Span, Summary, Version

    text = "\n\n".join(parts)
    spans, at = [], 0
    for part in parts:
        spans.append(Paragraph(Span(at, at + len(part))))
        at += len(part) + 2
    version = Version(Source("x", "", "text/plain", "utf-8", text), (), tuple(spans))
    rows = tuple(Row((i,), (i,)) for i in range(len(parts)))
    comparison = Comparison(version, version, (), rows, (), (), Summary(0, 0, 0, 1.0, {}))
    for row in build_rows(comparison):
        for block in row.old:
            for i, sign in enumerate(block.text):
                source = block.source_at(i)
                assert text[source] == sign or (text[source].isspace() and sign == " ")
                assert block.block_offset(Side.OLD, source) == i


def test_a_headline_that_differs_is_told_and_stays_when_unchanged_rows_are_folded():
    body = "\n\n".join(
        f"The council of Eskerby met on day {n} and talked about the old bridge." for n in range(9)
    )
    one, other = (
        pipeline.load_text(f"{head}\n\n{body}\n", "a.txt")
        for head in ("Council shuts the bridge", "Bridge to close")
    )
    rows = build_rows(pipeline.compare(one, other))
    assert [row.kind for row in rows] == [RowKind.HEADING, *[RowKind.SAME] * 9]
    heard = spoken.row(rows[0], ())
    assert "Older: Council shuts the bridge" in heard
    assert "Newer: Bridge to close" in heard
    order = reading_order(rows, ())
    assert not order.one_sided
    folded, _, _ = fold(rows, order.headings, 0)
    assert [row.kind for row in folded] == [RowKind.HEADING, RowKind.FOLDED]
    assert all(row.kind is RowKind.SAME for row in build_rows(pipeline.compare(one, one)))
