from dataclasses import replace

from driftline.engine.records import Edit, Kind, Row, Severity, Span
from driftline.gui.compare.folding import fold
from driftline.gui.compare.one_text import spelled_out
from driftline.gui.compare.redline import Redline
from driftline.gui.compare.row_content import build_rows


def told(comparison, rows=None, shown=None):
    shown = frozenset(e.id for e in comparison.edits) if shown is None else shown
    redline = Redline(comparison)
    rows = build_rows(comparison) if rows is None else rows
    return spelled_out((redline.content(row, shown) for row in rows), shown)


def test_each_change_is_spelled_out_where_it_stands(make_version, make_comparison):
    old = make_version("Meet the backer today.\n\nStays here 🙂.")
    new = make_version("Meet a backer.\n\nStays here 🙂 too.")
    comparison = make_comparison(old, new, [(Kind.DETERMINER, "the", "a")])
    gone, at = old.source.text.index(" today"), new.source.text.index(".")
    here, come = old.source.text.index("🙂") + 1, new.source.text.index(" too")
    more = (
        Edit(1, Kind.DELETION, Severity.LOW, Span(gone, gone + 6), Span(at, at)),
        Edit(2, Kind.INSERTION, Severity.LOW, Span(here, here), Span(come, come + 4)),
    )
    comparison = replace(comparison, edits=(*comparison.edits, *more))
    found = told(comparison)
    assert found.text == (
        "Meet [determiner: “the” became “a”] backer [dropped, gone: “today”].\n\n"
        "Stays here 🙂 [added, new: “too”]."
    )
    for edit, start in ((0, "[determiner"), (2, "[added")):
        place = slice(*found.places[edit])
        assert found.text[place].startswith(start)
        assert found.text[place].endswith("]")
    calm = told(comparison, shown=frozenset())
    assert calm.text == "Meet a backer.\n\nStays here 🙂 too."
    assert calm.places == {}


def test_what_one_version_alone_has_says_so_once(make_version, make_comparison):
    old, new = make_version("Gone.\n\nStays."), make_version("Stays.\n\nCame.")
    rows = [Row((0,), ()), Row((1,), (0,)), Row((), (1,))]
    found = told(make_comparison(old, new, [(Kind.DELETION, "Gone.", "")], rows))
    assert found.text == (
        "[only in the older version] Gone.\n\nStays.\n\n[only in the newer version] Came."
    )


def test_a_difference_without_a_name_and_a_fold_are_told(make_version, make_comparison):
    same = "\n\n".join(f"Paragraph {n}." for n in range(6))
    old, new = make_version(f"Crane road.\n\n{same}"), make_version(f"Crane lane.\n\n{same}")
    comparison = make_comparison(old, new)
    rows, _, _ = fold(build_rows(comparison), (), 0)
    assert told(comparison, rows).text == "⋯ 7 unchanged paragraphs ⋯"
    assert told(comparison).text.startswith("Crane [before: “road”] lane.")
