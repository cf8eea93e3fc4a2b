from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.records import Edit, Kind, Row, Severity, Span
from driftline.gui.compare.filtering import ChangeFilter
from driftline.gui.compare.folding import Folding, fold
from driftline.gui.compare.reading_order import reading_order
from driftline.gui.compare.row_content import RowContent, RowKind, build_rows


def paragraphs(make_version, make_comparison, count=12):
    parts = [f"Paragraph {n} stays." for n in range(count)]
    old = make_version("\n\n".join([*parts, "the end"]))
    new = make_version("\n\n".join([*parts, "an end"]))
    return build_rows(make_comparison(old, new, [(Kind.DETERMINER, "the", "an")]))


def test_indices_lead_from_the_folded_rows_to_all_and_back(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folding = Folding()
    assert folding.rows(rows, {12}) is rows
    assert folding.folded(7) == 7
    folding.on = True
    folded = folding.rows(rows, {12})
    assert [r.folded for r in folded] == [11, 0, 0]
    assert [folding.original(n) for n in range(3)] == [0, 11, 12]
    assert [folding.folded(n) for n in (0, 5, 11, 12)] == [0, 0, 1, 2]


def test_one_fold_is_opened_alone_until_other_texts_are_shown(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folding = Folding()
    folding.on = True
    folding.rows(rows, {12})
    folding.open(0, 11)
    assert folding.rows(rows, {12}) == rows
    folding.forget()
    assert len(folding.rows(rows, {12})) == 3


def test_more_rows_may_stay_beside_a_change(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folding = Folding()
    folding.on, folding.context = True, 3
    assert len(folding.rows(rows, {12})) == 5


def edit(number, kind, severity):
    return Edit(number, kind, severity, Span(0, 1), Span(0, 1))


def test_what_is_left_out_is_counted_by_its_reason():
    edits = [
        edit(0, Kind.TYPOGRAPHY, Severity.LOW),
        edit(1, Kind.NUMBER, Severity.HIGH),
        edit(2, Kind.NAME, Severity.MEDIUM),
        edit(3, Kind.TENSE, Severity.LOW),
    ]
    counts = Counter((e.kind, e.severity) for e in edits)
    chosen = ChangeFilter({Kind.TYPOGRAPHY, Kind.TENSE}, grave_only=True)
    assert chosen.passing(edits) == edits[1:2]
    assert chosen.hidden(counts) == (1, 1, 1)
    chosen.clear()
    assert chosen.passing(edits) == edits
    assert chosen.hidden(counts) == (0, 0, 0)


def test_unchanged_stretches_fold_and_changes_keep_their_context(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folded, firsts, places = fold(rows, {12}, 1)
    assert [r.kind for r in folded] == [RowKind.FOLDED, RowKind.SAME, RowKind.CHANGED]
    assert (folded[0].folded, firsts) == (11, [0, 11, 12])
    assert places == [0] * 11 + [1, 2]
    assert fold(rows, {12}, 50)[0] == rows
    # A single row is not worth folding.
    assert fold(rows, {0, 2, 12}, 0)[0] == (*rows[:3], fold(rows, {0, 2, 12}, 0)[0][3], rows[12])


@given(st.sets(st.integers(0, 29)), st.integers(0, 4), st.sets(st.integers(0, 29)))
def test_every_row_is_shown_or_folded_once(touched, context, opened):
    rows = [RowContent((), (), RowKind.SAME, number) for number in range(30)]
    folded, firsts, places = fold(rows, touched, context, opened)
    assert sum(row.folded or 1 for row in folded) == 30
    assert all(row.folded != 1 for row in folded)
    for number, place in enumerate(places):
        assert firsts[place] <= number < firsts[place] + (folded[place].folded or 1)
        near = any(abs(number - t) <= context for t in touched) or number in opened
        assert not (near and folded[place].folded)


def test_the_two_ends_of_a_move_still_know_each_other_when_folded(make_version, make_comparison):
    text = "\n\n".join(f"P{n}." for n in range(9))
    rows = [Row((i,), (i,)) for i in range(4)]
    rows += [Row((4,), (), moved=True, twin=9), *[Row((i,), (i,)) for i in range(5, 9)]]
    rows.append(Row((), (4,), moved=True, twin=4))
    comparison = make_comparison(make_version(text), make_version(text), rows=rows)
    contents = build_rows(comparison)
    folded, _, _ = fold(contents, reading_order(contents, ()).one_sided, 0)
    away = next(r for r in folded if r.kind is RowKind.MOVED_AWAY)
    assert folded[away.twin].kind is RowKind.MOVED_HERE
