"""Two texts are read: by change, by number, folded, searched, copied, as plain text."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from driftline.engine.records import Kind
from gui.window.tram_story import NEW, OLD


def test_next_and_previous_change_by_keyboard(qtbot, compared):
    page = compared.compare_page
    page.view.setFocus()
    numbers = [page.number()[0]]
    for _ in range(3):
        qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        numbers.append(page.number()[0])
    assert numbers == [1, 2, 3, 4]
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    assert page.number()[0] == 4
    assert "last change" in compared.status.currentMessage()
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    assert page.number()[0] == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.number()[0] == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.number()[0] == 2
    assert page.current.kind is Kind.QUOTATION


def test_a_change_or_paragraph_is_reached_by_its_number(compared):
    compared.about.go_to_number("3")
    assert compared.compare_page.number()[0] == 3
    compared.about.go_to_number("99")
    assert "no change" in compared.status.currentMessage()
    compared.about.go_to_number("¶ 2")
    assert compared.compare_page.view.is_row_visible(1)
    compared.about.go_to_number("two")
    assert "number" in compared.status.currentMessage()


def test_two_texts_can_be_read_before_they_are_compared(compared):
    page, workspace = compared.compare_page, compared.workspace
    old, new = workspace.pair
    versions = workspace.document(old).version, workspace.document(new).version
    page.preview(*versions, (new, old), list(workspace.documents))
    assert page.header.remark.isVisible()
    assert page.shown_edits() == []
    assert page.view.marks_in_view() == []
    assert "our partners" in "".join(b.text for r in page.rows for b in r.new)
    page.step(1)
    assert page.current is None


def test_a_comparison_made_anew_leaves_the_reader_where_she_is(window, settled, story):
    filler = "\n\n".join(f"Street {n} of the old town has not changed at all." for n in range(60))
    old, new = (story(f"{n}.txt", f"{t}\n\n{filler}\n\nEnd.") for n, t in (("a", OLD), ("b", NEW)))
    window.bring([old, new], compare=True)
    settled(window)
    page = window.compare_page
    page.step(1)
    current = page.current
    page.view.scroll_to_row(40)
    place = page.view.anchor()
    row = page.rows[50]
    window.workspace.pin(row.old[0].source_at(0), row.new[0].source_at(0), together=True)
    settled(window)
    assert page.view.anchor() == place
    assert (page.current.a, page.current.b) == (current.a, current.b)


def test_unchanged_paragraphs_can_be_hidden_and_shown_by_a_click(qtbot, window, story, settled):
    filler = "\n\n".join(f"Street {n} of the old town has not changed at all." for n in range(9))
    window.bring(
        [story("a.txt", f"{filler}\n\n{OLD}"), story("b.txt", f"{filler}\n\n{NEW}")],
        compare=True,
    )
    settled(window)
    page = window.compare_page
    every = len(page.rows)
    window.actions_table["fold"].trigger()
    assert len(page.rows) < every
    assert page.number()[0] == 1
    assert len(page.shown_edits()) == 4
    fold_row = next(n for n, r in enumerate(page.rows) if r.folded)
    page.view.scroll_to_row(fold_row)
    qtbot.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.row_rectangle(fold_row).center(),
    )
    assert len(page.rows) == every


def test_the_context_of_changes_can_be_chosen(window, settled, story):
    filler = "\n\n".join(f"Street {n} of the old town has not changed at all." for n in range(12))
    window.bring(
        [story("a.txt", f"{filler}\n\n{OLD}"), story("b.txt", f"{filler}\n\n{NEW}")],
        compare=True,
    )
    settled(window)
    page = window.compare_page
    window.actions_table["fold"].trigger()
    near = len(page.rows)
    menu = page.fold_menu()
    menu.actions()[2].trigger()
    menu.deleteLater()
    assert len(page.rows) == near + 4
    top = page.view.row_at_top()
    window.actions_table["typography"].trigger()
    assert page.view.row_at_top() == top


def test_words_are_found_in_both_texts(qtbot, compared):
    compared.actions_table["find"].trigger()
    bar = compared.compare_page.find_bar
    qtbot.keyClicks(bar.field, "million")
    assert bar.found.text() == "1 of 2"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.found.text() == "2 of 2"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_words_are_found_in_both_texts_or_in_one(qtbot, compared):
    bar = compared.compare_page.find_bar
    compared.actions_table["find"].trigger()
    qtbot.keyClicks(bar.field, "partners")
    both = bar.found.text()
    assert both.startswith("1 of ")
    bar.where.setCurrentIndex(2)
    assert int(bar.found.text().split()[-1]) * 2 <= int(both.split()[-1]) + 1
    compared.actions_table["inline"].trigger()
    assert bar.found.text()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert compared.compare_page.view.selected_text() == "partners"


def test_a_change_is_copied_as_was_and_is(compared):
    compared.compare_page.last()
    compared.actions_table["copy_change"].trigger()
    assert "touch upon" in QGuiApplication.clipboard().text()
    assert " → " in QGuiApplication.clipboard().text()


def test_a_right_click_on_a_change_copies_what_it_was_and_is(compared):
    page = compared.compare_page
    edit = next(e for e in page.shown_edits() if e.kind is Kind.NUMBER)
    page.go_to(edit.id)
    boxes = [box for found in page.view.mark_rectangles(edit.id).values() for box in found]
    menu = page.view.menu_at(boxes[0].center().toPoint())
    next(a for a in menu.actions() if "was" in a.text()).trigger()
    menu.deleteLater()
    assert " → " in QGuiApplication.clipboard().text()
    menu = page.view.menu_at(QPoint(1, page.view.viewport().height() - 1))
    assert not any("was" in a.text() for a in menu.actions())
    menu.deleteLater()


def test_the_comparison_can_be_read_as_plain_text(qtbot, compared, settled):
    page = compared.compare_page
    qtbot.keyClick(
        compared,
        Qt.Key.Key_I,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert page.one_text.isVisible()
    settled(compared)
    assert not page.view.isVisible()
    compared.actions_table["first"].trigger()
    chosen = page.one_text.selected_text()
    assert chosen.startswith("[")
    compared.actions_table["next"].trigger()
    assert page.one_text.selected_text() != chosen
    every = page.one_text.toPlainText()
    compared.actions_table["grave_only"].trigger()
    settled(compared)
    assert page.one_text.toPlainText().count("[") < every.count("[")
    assert page.one_text.find_words("partners") >= 1
    page.one_text.go_to_hit(0)
    assert page.one_text.selected_text() == "partners"
    compared.actions_table["one_text"].trigger()
    assert page.view.isVisible()


def test_the_plain_text_follows_to_other_texts(compared, settled):
    page = compared.compare_page
    compared.actions_table["one_text"].trigger()
    settled(compared)
    before = page.one_text.toPlainText()
    compared.workspace.swap()
    settled(compared)
    assert page.one_text.toPlainText() not in ("", before)
    # What was being written about these texts is dropped.
    compared.actions_table["grave_only"].trigger()
    old, new = (compared.workspace.document(i).version for i in page.pair)
    page.preview(old, new, page.pair[::-1], [])
    settled(compared)
    assert page.one_text.toPlainText() == ""


def test_in_a_comparison_a_click_selects_the_quotation_in_its_text(compared):
    row = compared.quotes.model.row_of(lambda line: "partners" in line.text)
    compared.quotes.view.clicked.emit(compared.quotes.model.index(row))
    assert "our partners are ready" in compared.compare_page.view.selected_text()


def test_one_text_of_a_long_story_gives_way_to_a_short_one(compared, story, settled):
    page = compared.compare_page
    compared.actions_table["inline"].trigger()
    page.last()
    short = [
        story(f"short-{n}.txt", f"The {word} was closed on Friday.")
        for n, word in enumerate(("bridge", "lane"))
    ]
    compared.bring(short, compare=True)
    settled(compared)
    assert page.view.is_redline
    assert len(page.rows) == 1
    assert page.view.content(0).new[0].text == "The bridge\u2009lane was closed on Friday."
