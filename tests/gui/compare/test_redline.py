from itertools import permutations

import pytest

from driftline import assets
from driftline.engine import pipeline
from driftline.engine.records import Kind, Row
from driftline.gui.compare.redline import Redline
from driftline.gui.compare.row_content import LONGEST_BLOCK, RowKind, Side, build_rows


def redline(comparison, shown=None):
    shown = frozenset(e.id for e in comparison.edits) if shown is None else shown
    made = Redline(comparison)
    return [made.content(row, shown) for row in build_rows(comparison)]


def told(block):
    """The words of a block with what is marked in brackets."""
    words, at = "", 0
    for mark in sorted(block.marks, key=lambda m: (m.start, m.end)):
        sign = "-" if mark.side is Side.OLD else "+"
        words += f"{block.text[at : mark.start]}[{sign}{block.text[mark.start : mark.end]}]"
        at = mark.end
    return words + block.text[at:]


def test_old_and_new_wording_stand_one_after_the_other(make_version, make_comparison):
    old, new = make_version("Meet the backer here."), make_version("Meet a backer here.")
    (row,) = redline(make_comparison(old, new, [(Kind.DETERMINER, "the", "a")]))
    assert row.old == ()
    assert told(row.new[0]) == "Meet [-the]\u2009[+a] backer here."


def test_what_is_not_told_is_read_as_in_the_newer_text(make_version, make_comparison):
    old, new = make_version("Meet the backer here."), make_version("Meet a backer here.")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the", "a")])
    (row,) = redline(comparison, shown=frozenset())
    assert told(row.new[0]) == "Meet a backer here."


def test_a_difference_without_a_name_is_seen_all_the_same(make_version, make_comparison):
    old, new = make_version("Crane road shut"), make_version("Crane lane shut")
    (row,) = redline(make_comparison(old, new))
    block = row.new[0]
    assert [block.text[start:end] for start, end in block.gone()] == ["road"]
    assert "lane" in block.text
    assert block.marks == ()


def test_every_place_leads_to_the_text_it_comes_from(make_version, make_comparison):
    old, new = make_version("One 🙂 two the backer."), make_version("One 🙂 two a backer.")
    (row,) = redline(make_comparison(old, new, [(Kind.DETERMINER, "the", "a")]))
    block = row.new[0]
    for side, version in ((Side.OLD, old), (Side.NEW, new)):
        text = version.source.text
        for offset, sign in enumerate(text):
            assert block.text[block.block_offset(side, offset)] == sign
    for place, sign in enumerate(block.text):
        if sign != "\u2009":
            version = old if block.side_at(place) is Side.OLD else new
            assert version.source.text[block.source_at(place)] == sign


def test_rows_of_one_text_stay_whole_and_keep_their_places(make_version, make_comparison):
    old, new = make_version("Gone.\n\nStays."), make_version("Stays.\n\nCame.")
    rows = redline(make_comparison(old, new, rows=[Row((0,), ()), Row((1,), (0,)), Row((), (1,))]))
    assert [r.new[0].text for r in rows] == ["Gone.", "Stays.", "Came."]
    assert [r.new[0].number for r in rows] == [0, 1, 2]
    assert list(rows[0].new[0].gone()) == [(0, 5)]


def test_two_paragraphs_made_one_show_the_end_that_went(make_version, make_comparison):
    old, new = make_version("It rained.\n\nIt blew."), make_version("It rained. It blew.")
    comparison = make_comparison(
        old, new, [(Kind.PARAGRAPH_MERGE, "\n\n", " ")], rows=[Row((0, 1), (0,))]
    )
    (row,) = redline(comparison)
    assert len(row.new) == 1
    assert "¶" in told(row.new[0])
    (calm,) = redline(comparison, shown=frozenset())
    assert [block.text.split() for block in calm.new] == [["It", "rained.", "It", "blew."]]


def test_a_very_long_paragraph_stays_in_as_many_rows(make_version, make_comparison):
    words = "This sentence stands here again and again. " * 1200
    old, new = make_version("The start. " + words), make_version("A start. " + words)
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "The", "A")])
    rows = redline(comparison)
    assert len(rows) == len(build_rows(comparison)) > 1
    assert max(len(b.text) for r in rows for b in r.new) <= LONGEST_BLOCK
    whole = "".join(b.text for r in rows for b in r.new)
    assert whole == "The\u2009A start. " + words


def test_every_change_that_is_told_can_be_found(make_version, make_comparison):
    old = make_version("He went. She stayed, too.\n\nMore.")
    new = make_version("He went and she stayed.\n\nMore.")
    comparison = make_comparison(
        old,
        new,
        [(Kind.SENTENCE_MERGE, ". She", " and she"), (Kind.DELETION, ", too", "")],
    )
    rows = redline(comparison)
    assert {m.edit.id for r in rows for b in r.new for m in b.marks} == {0, 1}
    assert rows[0].kind is RowKind.CHANGED


@pytest.mark.parametrize("cut", ["(AGENCY)", "One"])
def test_what_was_cut_is_not_in_it(make_version, make_comparison, cut):
    old = make_version("One (AGENCY) the two", cuts=[cut])
    new = make_version("One (AGENCY) a two", cuts=[cut])
    (row,) = redline(make_comparison(old, new, [(Kind.DETERMINER, "the", "a")]))
    assert cut not in row.new[0].text
    assert "[-the]\u2009[+a] two" in told(row.new[0])


def letters(blocks, *, without_gone):
    """What is read in some blocks, without white space and the signs a redline puts in."""
    words = ""
    for block in blocks:
        text = block.text
        for start, end in reversed(list(block.gone()) if without_gone else []):
            text = text[:start] + text[end:]
        words += text
    return "".join(words.replace("¶", "").split())


@pytest.mark.parametrize(("old", "new"), list(permutations((1, 2, 3), 2)))
def test_of_a_whole_story_nothing_is_lost_or_made_up(old, new):
    versions = [pipeline.load(assets.path("samples", f"harbour-{n}.txt")) for n in (old, new)]
    comparison = pipeline.compare(*versions)
    made = Redline(comparison)
    for shown in (frozenset(e.id for e in comparison.edits), frozenset()):
        for row in build_rows(comparison):
            found = made.content(row, shown)
            wanted = row.new or row.old
            assert letters(found.new, without_gone=bool(row.new)) == letters(
                wanted, without_gone=False
            )
            marked = {m.edit.id for s in Side for b in row.blocks(s) for m in b.marks} & shown
            assert {m.edit.id for b in found.new for m in b.marks} >= marked


def test_paragraphs_replaced_whole_without_a_name_follow_one_another(make_version, make_comparison):
    old, new = make_version("Alpha.\n\nBeta."), make_version("Gamma.\n\nDelta.")
    (row,) = redline(make_comparison(old, new, rows=[Row((0, 1), (0, 1))]))
    assert letters(row.new, without_gone=True) == "Gamma.Delta."
    assert letters(row.new, without_gone=False).startswith("Alpha")
