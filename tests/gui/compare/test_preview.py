from driftline.gui.compare.preview import preview_rows
from driftline.gui.compare.row_content import RowKind, Side


def test_equal_paragraphs_stand_level_and_nothing_is_claimed(make_version):
    old = make_version("One.\n\nTwo.\n\nFour.")
    new = make_version("One.\n\nFresh.\n\nTwo.\n\nFour, changed.")
    rows = preview_rows(old, new)
    told = [[r.blocks(side)[0].text if r.blocks(side) else "" for side in Side] for r in rows]
    assert told == [["One.", "One."], ["", "Fresh."], ["Two.", "Two."], ["Four.", "Four, changed."]]
    assert {r.kind for r in rows} == {RowKind.SAME}


def test_of_a_long_text_only_the_beginning_is_shown(make_version):
    text = "\n\n".join(f"Paragraph {n}." for n in range(5000))
    rows = preview_rows(make_version(text), make_version(text))
    assert len(rows) == 200
