from driftline.engine.records import Edit, Kind, Severity, Span
from driftline.gui.compare.filtering import ChangeFilter
from driftline.gui.compare.folding import Folding
from driftline.gui.compare.row_content import build_rows


def paragraphs(make_version, make_comparison, count=12):
    parts = [f"Paragraph {n} stays." for n in range(count)]
    old = make_version("\n\n".join([*parts, "the end"]))
    new = make_version("\n\n".join([*parts, "an end"]))
    return build_rows(make_comparison(old, new, [(Kind.DETERMINER, "the", "an")]))


def test_indices_lead_from_the_folded_rows_to_all_and_back(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folding = Folding()
    assert folding.rows(rows, {0}) is rows
    assert folding.folded(7) == 7
    folding.on = True
    folded = folding.rows(rows, {0})
    assert [r.folded for r in folded] == [11, 0, 0]
    assert [folding.original(n) for n in range(3)] == [0, 11, 12]
    assert [folding.folded(n) for n in (0, 5, 11, 12)] == [0, 0, 1, 2]


def test_one_fold_is_opened_alone_until_other_texts_are_shown(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folding = Folding()
    folding.on = True
    folding.rows(rows, {0})
    folding.open(0, 11)
    assert folding.rows(rows, {0}) == rows
    folding.forget()
    assert len(folding.rows(rows, {0})) == 3


def test_more_rows_may_stay_beside_a_change(make_version, make_comparison):
    rows = paragraphs(make_version, make_comparison)
    folding = Folding()
    folding.on, folding.context = True, 3
    assert len(folding.rows(rows, {0})) == 5


def edit(number, kind, severity):
    return Edit(number, kind, severity, Span(0, 1), Span(0, 1))


def test_what_is_left_out_is_counted_by_its_reason():
    edits = [
        edit(0, Kind.TYPOGRAPHY, Severity.LOW),
        edit(1, Kind.NUMBER, Severity.HIGH),
        edit(2, Kind.NAME, Severity.MEDIUM),
        edit(3, Kind.TENSE, Severity.LOW),
    ]
    chosen = ChangeFilter({Kind.TYPOGRAPHY, Kind.TENSE}, grave_only=True)
    assert [chosen.shows(e) for e in edits] == [False, True, False, False]
    assert chosen.hidden(edits) == (1, 1, 1)
    chosen.clear()
    assert all(chosen.shows(e) for e in edits)
    assert chosen.hidden(edits) == (0, 0, 0)
