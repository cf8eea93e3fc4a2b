from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.records import Edit, Kind, Row, Severity, Span
from driftline.report.model import Mark
from driftline.report.redline import inline, merge
from report import making


def taken(comparison, leave: Mark) -> str:
    """The merged text with one kind of mark left out, paragraph ends included."""
    text = ""
    for paragraph in merge(comparison):
        text += "".join(p.text for p in paragraph.pieces if p.mark is not leave)
        if paragraph.end is not leave:
            text += "\n\n"
    return text


def both_ways(comparison) -> None:
    old, new = comparison.old.cleaned(), comparison.new.cleaned()
    assert taken(comparison, Mark.INSERTED).removesuffix("\n\n") == old
    assert taken(comparison, Mark.DELETED).removesuffix("\n\n") == new


paragraph = st.text("ab ,.“”\u00a0é中", min_size=1, max_size=30).map(str.strip).filter(bool)


@given(st.lists(paragraph, min_size=1, max_size=5), st.lists(paragraph, min_size=1, max_size=5))
def test_leaving_out_one_mark_gives_the_other_text(old, new):
    both_ways(making.texts(old, new))


@given(st.lists(paragraph, min_size=2, max_size=4), st.lists(paragraph, min_size=3, max_size=5))
def test_texts_come_back_without_a_single_named_edit(old, new):
    rows = [Row((0, 1), (0, 1, 2))]
    rows += [Row((i,), ()) for i in range(2, len(old))]
    rows += [Row((), (i,)) for i in range(3, len(new))]
    both_ways(making.comparison(making.version(old), making.version(new), rows, edits=()))


def test_cuts_inside_a_paragraph_stay_out():
    old = making.version(["It rained on Monday."], before="Home News\n")
    new = making.version(["It rained on Sunday."], before="Menu\n")
    comparison = making.comparison(old, new)
    both_ways(comparison)
    assert "Home" not in taken(comparison, Mark.INSERTED)


def test_an_end_of_a_paragraph_that_came_or_went_is_shown():
    one, two = ["It rained. It snowed."], ["It rained.", "It snowed."]

    def ends(old, new, row):
        shown = inline(merge(making.texts(old, new, [row])), {})
        return [[run.mark for run in p.runs if run.text == "¶"] for p in shown]

    assert ends(one, two, Row((0,), (0, 1))) == [[Mark.INSERTED], []]
    assert ends(two, one, Row((0, 1), (0,))) == [[Mark.DELETED]]
    assert ends(two, two, Row((0, 1), (0, 1))) == [[], []]


def test_a_moved_paragraph_stands_at_both_places():
    rows = [
        Row((0,), (), moved=True, twin=2),
        Row((1,), (0,)),
        Row((), (1,), moved=True, twin=0),
    ]
    comparison = making.texts(["Up we go.", "Stays here."], ["Stays here.", "Up we go now."], rows)
    both_ways(comparison)
    first, _, last = merge(comparison)
    assert first.moved
    assert last.moved
    assert first.pieces[0].edit == last.pieces[0].edit


def test_a_long_difference_nobody_named_takes_no_time():
    old = " ".join(f"a{n}" for n in range(40_000))
    new = " ".join(f"b{n}" for n in range(40_000))
    comparison = making.comparison(
        making.version([old]), making.version([new]), [Row((0,), (0,))], edits=()
    )
    both_ways(comparison)


def test_both_places_of_a_moved_sentence_name_the_move():
    old, new = "It rained. We left at once.", "We left at once. It rained."
    comparison = making.texts([old], [new])
    move = Edit(7, Kind.MOVE, Severity.LOW, Span(0, 10), Span(17, 27))
    comparison = replace(comparison, edits=(move,))
    both_ways(comparison)
    pieces = [p for p in merge(comparison)[0].pieces if p.mark is not Mark.SAME]
    assert {p.mark for p in pieces} == {Mark.DELETED, Mark.INSERTED}
    assert all(p.edit == move for p in pieces)


def test_a_paragraph_without_an_edit_takes_no_number_from_its_neighbour():
    comparison = making.texts(["It rained."], ["A new line above.", "It snowed."])
    rows = (Row((), (0,)), Row((0,), (1,)))
    edit = Edit(7, Kind.PARAPHRASE, Severity.LOW, Span(3, 9), Span(22, 28))
    comparison = replace(comparison, rows=rows, edits=(edit,))
    both_ways(comparison)
    first, second = merge(comparison)
    assert first.pieces[0].edit is None
    assert [p.text for p in second.pieces if p.edit == edit] == ["rained", "snowed"]
