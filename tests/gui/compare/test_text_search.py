from driftline.gui.compare.row_content import Side, build_rows
from driftline.gui.compare.text_search import find_in_rows


def places(make_version, make_comparison, old, new, words):
    rows = build_rows(make_comparison(make_version(old), make_version(new)))
    return [
        (h.side, rows[h.row].blocks(h.side)[h.block].text[h.start : h.end])
        for h in find_in_rows(rows, words)
    ]


def test_both_texts_are_searched_in_any_case(make_version, make_comparison):
    found = places(make_version, make_comparison, "A Harbour here", "No harbour there", "harbour")
    assert found == [(Side.OLD, "Harbour"), (Side.NEW, "harbour")]


def test_one_text_can_be_searched_alone(make_version, make_comparison):
    old, new = make_version("A harbour here"), make_version("No harbour there")
    rows = build_rows(make_comparison(old, new))
    assert [h.side for h in find_in_rows(rows, "harbour", (Side.NEW,))] == [Side.NEW]


def test_what_is_typed_on_a_keyboard_finds_the_printers_signs(make_version, make_comparison):
    found = places(make_version, make_comparison, "“It’s late – now”", "none", '"it\'s late - now"')
    assert found == [(Side.OLD, "“It’s late – now”")]


def test_signs_with_a_meaning_to_the_machine_are_only_signs(make_version, make_comparison):
    assert places(make_version, make_comparison, "cost (£4.50)?", "x", "(£4.50)?") == [
        (Side.OLD, "(£4.50)?")
    ]
    assert places(make_version, make_comparison, "abc", "x", "a.c") == []


def test_nothing_is_looked_for_when_nothing_is_asked(make_version, make_comparison):
    assert places(make_version, make_comparison, "a b", "c d", "  ") == []
